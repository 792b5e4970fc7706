//! What is said: a bubble on the speaker's side, with the name above.

use bevy::prelude::*;
use bevy::text::Underline;

use crate::app::theme::fonts::Type;
use crate::app::theme::measure::ROUND;
use crate::app::theme::typeset::set_together;
use crate::app::widgets::{Pen, Readable, Ui, column};
use crate::rubric::Skill;

/// Whose side of the talk a bubble is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Who speaks to the trainee: on the left.
    Theirs,
    /// The trainee: on the right.
    Mine,
}

/// How it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Aloud.
    Spoken,
    /// In a chat, in short lines.
    Typed,
    /// Among colleagues.
    Inside,
}

/// A bubble with what was said.
pub(crate) fn bubble(ui: &mut Ui<'_>, pen: &Pen, side: Side, name: &str, kind: Type, words: &str) {
    bubble_in(ui, pen, Manner::Spoken, side, name, kind, words);
}

/// A bubble with what was said in some other manner than aloud.
pub(crate) fn bubble_in(
    ui: &mut Ui<'_>,
    pen: &Pen,
    manner: Manner,
    side: Side,
    name: &str,
    kind: Type,
    words: &str,
) {
    frame(ui, pen, manner, side, name, |ui| {
        ui.spawn(pen.readable(kind, pen.theme.ink(), words));
    });
}

/// A bubble in which some of the words are marked, by colour and by a line below them.
pub(crate) fn marked_bubble(
    ui: &mut Ui<'_>,
    pen: &Pen,
    side: Side,
    name: &str,
    kind: Type,
    words: &str,
    marks: &[&str],
) {
    frame(ui, pen, Manner::Spoken, side, name, |ui| {
        marked_text(ui, pen, kind, pen.theme.ink(), words, marks);
    });
}

/// A text in which some of the words are marked.
fn marked_text(ui: &mut Ui<'_>, pen: &Pen, kind: Type, ink: Color, words: &str, marks: &[&str]) {
    let cut = pieces(words, marks);
    let mut at = 0;
    let places = cut.iter().map(|(piece, marked)| {
        at += piece.len();
        (at - piece.len()..at, *marked)
    });
    let places = places.filter(|(_, marked)| *marked).map(|(place, _)| place).collect();
    let readable = Readable::new(kind, ink, words).marked(places, pen.theme.cue());
    ui.spawn((pen.set(kind, ink, ""), readable)).with_children(|ui| {
        let pieces: Vec<&str> = cut.iter().map(|(piece, _)| *piece).collect();
        for (words, (_, marked)) in set_together(pen.lang, &pieces).into_iter().zip(cut) {
            let mut span = ui.spawn((TextSpan::new(words), kind.style(), TextColor(ink)));
            if marked {
                span.insert((TextBackgroundColor(pen.theme.cue()), Underline));
            }
        }
    });
}

/// The words cut into pieces, each with whether it is marked. Marks that are not found are left out.
fn pieces<'w>(words: &'w str, marks: &[&str]) -> Vec<(&'w str, bool)> {
    let mut places: Vec<(usize, usize)> =
        marks.iter().filter_map(|mark| words.find(mark).map(|at| (at, at + mark.len()))).collect();
    places.sort_unstable();
    let mut cut = Vec::new();
    let mut from = 0;
    for (start, end) in places {
        if start >= from {
            cut.push((&words[from..start], false));
            cut.push((&words[start..end], true));
            from = end;
        }
    }
    cut.push((&words[from..], false));
    cut.retain(|(piece, _)| !piece.is_empty());
    cut
}

fn frame(
    ui: &mut Ui<'_>,
    pen: &Pen,
    manner: Manner,
    side: Side,
    name: &str,
    words: impl FnOnce(&mut Ui<'_>),
) {
    let theme = pen.theme;
    let round = BorderRadius::all(px(ROUND + 4.0));
    let (align, ground, edge) = match (side, manner) {
        (Side::Theirs, Manner::Inside) => {
            (AlignItems::FlexStart, theme.inside(), theme.skill(Skill::Perspective))
        }
        (Side::Theirs, _) => (AlignItems::FlexStart, theme.raised(), theme.line()),
        (Side::Mine, _) => (AlignItems::FlexEnd, theme.mine(), theme.mine_edge()),
    };
    // The corner that points at who speaks: above where it is spoken, below where it is typed.
    let corner = match (side, manner) {
        (Side::Theirs, Manner::Typed) => BorderRadius { bottom_left: px(3), ..round },
        (Side::Mine, Manner::Typed) => BorderRadius { bottom_right: px(3), ..round },
        (Side::Theirs, Manner::Spoken) => BorderRadius { top_left: px(3), ..round },
        (Side::Theirs, Manner::Inside) => BorderRadius::all(px(6)),
        (Side::Mine, _) => BorderRadius { top_right: px(3), ..round },
    };
    let bar = if (side, manner) == (Side::Theirs, Manner::Inside) { 5.0 } else { 1.0 };
    ui.spawn(Node { align_items: align, flex_shrink: 0.0, ..column(3.0) }).with_children(|ui| {
        if !name.is_empty() {
            pen.told(ui, Type::Small, theme.ink_soft(), name);
        }
        let node = Node {
            max_width: percent(if manner == Manner::Typed { 76 } else { 92 }),
            padding: UiRect::axes(px(18), px(10)),
            border: UiRect { left: px(bar), ..UiRect::all(px(1)) },
            border_radius: corner,
            ..column(0.0)
        };
        ui.spawn((node, BackgroundColor(ground), BorderColor::all(edge))).with_children(words);
    });
}

/// What a film would show: beside a bar, in the quiet voice.
pub(crate) fn narration(ui: &mut Ui<'_>, pen: &Pen, words: &str) {
    let ink = pen.theme.ink_soft();
    beside_bar(ui, pen, |ui| {
        ui.spawn(pen.readable(Type::Body, ink, words));
    });
}

/// The same with some of the words marked: on the colour of a mark, the quiet voice would be too quiet.
pub(crate) fn marked_narration(ui: &mut Ui<'_>, pen: &Pen, words: &str, marks: &[&str]) {
    let marked = marks.iter().any(|mark| words.contains(mark));
    let ink = if marked { pen.theme.ink() } else { pen.theme.ink_soft() };
    beside_bar(ui, pen, |ui| marked_text(ui, pen, Type::Body, ink, words, marks));
}

fn beside_bar(ui: &mut Ui<'_>, pen: &Pen, words: impl FnOnce(&mut Ui<'_>)) {
    let node = Node {
        padding: UiRect { left: px(14), ..UiRect::axes(px(14), px(4)) },
        border: UiRect::left(px(3)),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    ui.spawn((node, BorderColor::all(pen.theme.line()))).with_children(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_around_their_marks() {
        assert_eq!(pieces("abcdef", &["cd"]), [("ab", false), ("cd", true), ("ef", false)]);
        assert_eq!(pieces("abcdef", &["ef", "ab"]), [("ab", true), ("cd", false), ("ef", true)]);
        assert_eq!(pieces("abc", &["x"]), [("abc", false)]);
        assert_eq!(pieces("abc", &["abc", "bc"]), [("abc", true)]);
    }
}
