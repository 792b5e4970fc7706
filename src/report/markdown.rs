//! The report as plain text with marks, for notes and documents.

use std::fmt::Write as _;

use crate::assess::{Growth, TurnReview};
use crate::lang::plain::{one_line, short};
use crate::report::forward::ways_forward;
use crate::report::paper::{Paper, READING};
use crate::rubric::Skill;
use crate::session::LineView;

pub(super) fn text(paper: &Paper<'_>) -> String {
    let mut sheet = Sheet::default();
    head(&mut sheet, paper);
    scores(&mut sheet, paper);
    growth(&mut sheet, paper, "debrief-strengths", &paper.debrief.strengths);
    growth(&mut sheet, paper, "debrief-to-work-on", &paper.debrief.to_work_on);
    lists(&mut sheet, paper);
    sheet.heading(2, &paper.word("report-forward"));
    for way in ways_forward(paper) {
        sheet.item(&way.lead, &way.how);
    }
    if let Some(words) = paper.reflection {
        sheet.heading(2, &paper.word("report-reflection"));
        sheet.quote(words);
    }
    sheet.heading(2, &paper.word("debrief-turns"));
    for (at, turn) in paper.debrief.turns.iter().enumerate() {
        one_turn(&mut sheet, paper, at, turn);
    }
    sheet.heading(2, &paper.word("debrief-how-to-read"));
    sheet.paragraph(&paper.word("debrief-caution"));
    for key in READING {
        sheet.item(&paper.word(key), &[]);
    }
    sheet.done()
}

fn head(sheet: &mut Sheet, paper: &Paper<'_>) {
    let about = &paper.about;
    sheet.heading(1, paper.title());
    let mode = paper.word(&format!("mode-{}", about.mode.code()));
    for (key, words) in [
        ("report-who", Some(short(about.person))),
        ("report-when", Some(short(about.when))),
        ("report-mode", Some(mode)),
        ("report-length", paper.length()),
    ] {
        if let Some(words) = words {
            sheet.item(&format!("{}: {words}", paper.word(key)), &[]);
        }
    }
    for remark in paper.remarks() {
        sheet.paragraph(&remark);
    }
    if let Some((title, text)) = &paper.debrief.ending {
        sheet.heading(2, &format!("{}: {title}", paper.word("debrief-ending")));
        sheet.paragraph(text);
    }
}

fn scores(sheet: &mut Sheet, paper: &Paper<'_>) {
    sheet.heading(2, &paper.word("debrief-scores"));
    for skill in Skill::ALL {
        let score = paper.debrief.card.score(skill);
        let name = paper.word(&format!("skill-{}", skill.code()));
        let line = format!(
            "{name}: {} / 100, {} ({})",
            score.points,
            paper.level(score),
            paper.seen(score)
        );
        sheet.item(&line, &[]);
    }
    if !paper.debrief.card.critical.is_empty() {
        sheet.paragraph(&paper.word("report-critical"));
        for error in &paper.debrief.card.critical {
            sheet.item(&paper.word(error.code()), &[]);
        }
        sheet.paragraph(&paper.word("report-critical-cap"));
    }
    sheet.paragraph(&paper.slips());
    sheet.paragraph(&paper.cues_heard());
    sheet.paragraph(&paper.how_practised());
}

fn growth(sheet: &mut Sheet, paper: &Paper<'_>, key: &str, list: &[Growth]) {
    if list.is_empty() {
        return;
    }
    sheet.heading(2, &paper.word(key));
    for growth in list {
        let args = [
            ("indicator", paper.word(growth.indicator.code()).into()),
            ("rating", paper.word(growth.rating.word()).into()),
            ("said", growth.said.as_str().into()),
        ];
        let turn = paper.sentence("report-turn", &[("turn", (growth.turn + 1).into())]);
        sheet.item(&paper.sentence("debrief-growth", &args), &[turn]);
    }
}

fn lists(sheet: &mut Sheet, paper: &Paper<'_>) {
    for list in paper.lists() {
        sheet.heading(2, &paper.word(list.key));
        for (words, aside) in &list.items {
            sheet.item(words, aside.as_slice());
        }
    }
    if paper.sheet().next().is_some() {
        sheet.heading(2, &paper.word("sheet-title"));
    }
    for entry in paper.sheet() {
        let args = [("verdict", paper.verdict(entry).into()), ("text", entry.text.as_str().into())];
        sheet.item(&paper.sentence("sheet-line", &args), &[]);
    }
}

fn one_turn(sheet: &mut Sheet, paper: &Paper<'_>, at: usize, turn: &TurnReview) {
    let aside = if turn.second_chance {
        format!(" ({})", paper.word("talk-second-chance"))
    } else {
        String::new()
    };
    sheet.heading(3, &format!("{}. {}{aside}", at + 1, turn.title));
    lines(sheet, &turn.lines);
    sheet.paragraph(&paper.pull(turn).unwrap_or_default());
    sheet.spoken(&paper.word("talk-you"), &turn.said);
    lines(sheet, &turn.reply);
    sheet.paragraph(&paper.moved(turn.anger, turn.trust));
    if let Some(thought) = &turn.thought {
        let thought = [("thought", thought.as_str().into())];
        sheet.paragraph(&paper.sentence("debrief-thought", &thought));
    }
    for (indicator, rating) in &turn.ratings {
        let words = format!("{}: {}", paper.word(indicator.code()), paper.word(rating.word()));
        sheet.item(&words, &[]);
    }
    if !turn.ratings.is_empty() {
        for cue in &turn.cues {
            sheet.paragraph(&paper.cue(cue));
        }
        sheet.paragraph(&turn.feedback);
    }
    if let Some((lost, left)) = &turn.turning {
        sheet.paragraph(&paper.turning(lost, left));
    }
    if !turn.others.is_empty() {
        sheet.paragraph(&paper.word("debrief-others"));
    }
    for other in &turn.others {
        let fits = other.is_key.then(|| paper.word("debrief-other-key"));
        let answers = other.reply.iter().map(|line| format!("→ {}", line.text));
        let more: Vec<String> = fits.into_iter().chain(answers).collect();
        sheet.item(&paper.quoted(&other.said), &more);
    }
    for note in paper.notes_on(at) {
        sheet.paragraph(&format!("{}:", paper.word("report-note")));
        sheet.quote(note);
    }
}

fn lines(sheet: &mut Sheet, lines: &[LineView]) {
    for line in lines {
        if line.name.is_empty() {
            sheet.paragraph(&line.text);
        } else {
            sheet.spoken(&line.name, &line.text);
        }
    }
}

/// Markdown being written. Every text that is put in stays a text.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    out: String,
    /// Whether the last thing was an item, so that the next one belongs to its list.
    in_list: bool,
}

impl Sheet {
    pub(super) fn heading(&mut self, depth: usize, words: &str) {
        self.block(&format!("{} {}", "#".repeat(depth), escaped(words)));
    }

    pub(super) fn paragraph(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.block(&escaped(words));
        }
    }

    pub(super) fn spoken(&mut self, name: &str, words: &str) {
        self.block(&format!("**{}**  \n{}", escaped(name), escaped(words)));
    }

    pub(super) fn quote(&mut self, words: &str) {
        let lines: Vec<String> = words
            .lines()
            .map(|line| format!("> {}", escaped(line)).trim_end().to_owned())
            .collect();
        self.block(&lines.join("\n"));
    }

    /// An item, with more below it.
    pub(super) fn item(&mut self, words: &str, more: &[String]) {
        if !self.in_list {
            self.gap();
        }
        let below: String = more.iter().map(|words| format!("  \n  {}", escaped(words))).collect();
        writeln!(self.out, "- {}{below}", escaped(words)).expect("writing to a String cannot fail");
        self.in_list = true;
    }

    pub(super) fn done(self) -> String {
        self.out
    }

    fn block(&mut self, text: &str) {
        self.gap();
        self.out += text;
        self.out.push('\n');
        self.in_list = false;
    }

    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }
}

/// A text on one line in which nothing is a mark of Markdown or HTML.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            // An address would become a link by its own shape.
            ':' if text[at..].starts_with("://") => out += "&#58;",
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => out.extend(['\\', c]),
            // These are marks only where a line begins.
            '#' | '-' | '+' | '=' if at == 0 => out.extend(['\\', c]),
            '.' | ')' if at == digits && digits > 0 => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        for (text, expect) in [
            ("plain 言葉", "plain 言葉"),
            ("# no heading", "\\# no heading"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("[a](javascript:b)", "\\[a\\](javascript:b)"),
            ("1. one\n- two", "1\\. one - two"),
            ("https://x", "https&#58;//x"),
        ] {
            assert_eq!(escaped(text), expect);
        }
    }
}
