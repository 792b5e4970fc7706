//! The talk turn by turn: what was heard with the words that decided, what was said, and what else could have been.

use maud::{Markup, html};

use crate::assess::{CueView, OtherReply, TurnReview};
use crate::lang::readings::Readings;
use crate::report::html::ruby::ruby;
use crate::report::html::skill_class;
use crate::report::paper::Paper;
use crate::scenario::Role;
use crate::session::LineView;

pub(super) fn turns(paper: &Paper<'_>) -> Markup {
    html! {
        section.turns {
            h2 { (paper.word("debrief-turns")) }
            @for (at, turn) in paper.debrief.turns.iter().enumerate() { (card(paper, at, turn)) }
        }
    }
}

fn card(paper: &Paper<'_>, at: usize, turn: &TurnReview) -> Markup {
    html! {
        article id=(format!("turn-{}", at + 1)) {
            header {
                h3 {
                    span.number { (at + 1) } " " (turn.title)
                    @if turn.second_chance { " " span.tag { (paper.word("talk-second-chance")) } }
                }
                p.aside { (paper.moved(turn.anger, turn.trust)) }
            }
            (heard(paper, &turn.lines, &marked(turn)))
            @if let Some(pull) = paper.pull(turn) { p.thought { (pull) } }
            div.said {
                p.who { (paper.word("talk-you")) }
                p { (ruby(paper.readings(), &turn.said)) }
            }
            (heard(paper, &turn.reply, &[]))
            @if let Some(thought) = &turn.thought {
                p.thought { (paper.sentence("debrief-thought", &[("thought", thought.as_str().into())])) }
            }
            @if !turn.ratings.is_empty() { (judged(paper, turn)) }
            @for note in paper.notes_on(at) {
                div.note {
                    p.who { (paper.word("report-note")) }
                    p.written { (note) }
                }
            }
        }
    }
}

/// What the line showed, what decided, and what would have fitted.
fn judged(paper: &Paper<'_>, turn: &TurnReview) -> Markup {
    let marked = marked(turn);
    let unmarked =
        |cue: &&CueView| !matches!(cue, CueView::Line(words) if marked.contains(&words.as_str()));
    html! {
        ul.ratings {
            @for (indicator, rating) in &turn.ratings {
                li.(skill_class(indicator.skill())) {
                    (paper.word(indicator.code())) " " strong { (paper.word(rating.word())) }
                }
            }
        }
        @for cue in turn.cues.iter().filter(unmarked) { p.cue { (paper.cue(cue)) } }
        p { (turn.feedback) }
        @if let Some((lost, left)) = &turn.turning { p.point { (paper.turning(lost, left)) } }
        @if turn.is_key { p.fits { (paper.word("debrief-fits")) } }
        @if !turn.others.is_empty() {
            div.others {
                p.who { (paper.word("debrief-others")) }
                div.beside { @for other in &turn.others { (other_reply(paper, other)) } }
            }
        }
    }
}

fn other_reply(paper: &Paper<'_>, other: &OtherReply) -> Markup {
    html! {
        div.other.fitting[other.is_key] {
            @if other.is_key { p.fits { (paper.word("debrief-other-key")) } }
            p { (ruby(paper.readings(), &other.said)) }
            @for line in &other.reply {
                p.answer { "→ " (ruby(paper.readings(), &line.text)) }
            }
            p.aside {
                (paper.moved(other.anger, other.trust))
                @if !other.is_key {
                    " · " (paper.sentence("debrief-best-when", &[("when", other.best_when.as_str().into())]))
                }
            }
        }
    }
}

/// The words that decided and stand in the lines themselves.
fn marked(turn: &TurnReview) -> Vec<&str> {
    let words = turn.cues.iter().filter_map(|cue| match cue {
        CueView::Line(words) => Some(words.as_str()),
        CueView::Rule(_) | CueView::Known(_) | CueView::Fact(_) | CueView::Promise(_) => None,
    });
    words.filter(|words| turn.lines.iter().any(|line| line.text.contains(words))).collect()
}

fn heard(paper: &Paper<'_>, lines: &[LineView], marks: &[&str]) -> Markup {
    html! {
        @for line in lines {
            @match line.role {
                Role::Narrator => p.narration { (with_marks(paper.readings(), &line.text, marks)) },
                Role::Trainee => div.said { p.who { (paper.word("talk-you")) } p { (with_marks(paper.readings(), &line.text, marks)) } },
                Role::Customer | Role::Colleague => div.heard {
                    p.who { (line.name) }
                    p { (with_marks(paper.readings(), &line.text, marks)) }
                },
            }
        }
    }
}

/// A line with the first place of each of these words marked.
fn with_marks(readings: &Readings, line: &str, marks: &[&str]) -> Markup {
    let found = |from: usize| {
        let places =
            marks.iter().filter_map(|words| Some((line[from..].find(words)? + from, *words)));
        places.min_by_key(|(at, words)| (*at, usize::MAX - words.len()))
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some((at, words)) = found(from).filter(|(_, words)| !words.is_empty()) {
        pieces.push((&line[from..at], words));
        from = at + words.len();
    }
    html! {
        @for (before, words) in pieces {
            (ruby(readings, before)) mark { (ruby(readings, words)) }
        }
        (ruby(readings, &line[from..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_wherever_they_are_said() {
        let check = |line: &str, marks: &[&str], expect: &str| {
            assert_eq!(with_marks(&Readings::default(), line, marks).into_string(), expect);
        };
        check("明日では遅いんです。", &["明日では遅い"], "<mark>明日では遅い</mark>んです。");
        check("a < b & c", &["b & c"], "a &lt; <mark>b &amp; c</mark>");
        check("one two", &["two", "one"], "<mark>one</mark> <mark>two</mark>");
        check("none", &["x", ""], "none");
    }
}
