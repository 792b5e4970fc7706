//! The report as a table with one row a turn, as spreadsheets read it, and with nothing in it that one would run.

use crate::lang::plain::one_line;
use crate::report::paper::Paper;
use crate::rubric::Indicator;
use crate::session::LineView;

/// Tells spreadsheets that what follows is UTF-8; without it Japanese comes out garbled.
pub(super) const BOM: char = '\u{feff}';

pub(super) fn table(paper: &Paper<'_>) -> String {
    let mut out = String::from(BOM);
    row(&mut out, &head(paper));
    let answered: Vec<u64> = paper.answered_at().collect();
    for at in 0..paper.debrief.turns.len() {
        row(&mut out, &turn(paper, at, answered.get(at).copied()));
    }
    out
}

fn head(paper: &Paper<'_>) -> Vec<String> {
    let keys = [
        "report-csv-attempt",
        "report-who",
        "report-csv-scenario",
        "report-mode",
        "report-when",
        "report-csv-turn",
        "report-csv-seconds",
        "report-csv-scene",
        "report-csv-heard",
        "report-csv-said",
        "report-csv-answered",
        "report-csv-fits",
        "report-csv-anger-before",
        "report-csv-anger-after",
        "report-csv-trust-before",
        "report-csv-trust-after",
    ];
    let indicators = Indicator::ALL.iter().map(|indicator| indicator.code());
    let indicators = indicators.map(|code| format!("{code} {}", paper.word(code)));
    let last = ["report-csv-feedback", "report-note"].map(|key| paper.word(key));
    keys.iter().map(|key| paper.word(key)).chain(indicators).chain(last).collect()
}

fn turn(paper: &Paper<'_>, at: usize, answered: Option<u64>) -> Vec<String> {
    let (about, turn) = (&paper.about, &paper.debrief.turns[at]);
    let mut cells = vec![
        about.id.to_owned(),
        about.person.to_owned(),
        paper.title().to_owned(),
        paper.word(&format!("mode-{}", about.mode.code())),
        about.when.to_owned(),
        (at + 1).to_string(),
        answered.map(|at| (at / 1000).to_string()).unwrap_or_default(),
        turn.title.clone(),
        spoken(&turn.lines),
        turn.said.clone(),
        spoken(&turn.reply),
        paper.word(if turn.is_key { "report-csv-yes" } else { "report-csv-no" }),
        turn.before.anger.to_string(),
        turn.after.anger.to_string(),
        turn.before.trust.to_string(),
        turn.after.trust.to_string(),
    ];
    cells.extend(Indicator::ALL.iter().map(|wanted| {
        let rated = turn.ratings.iter().find(|(indicator, _)| indicator == wanted);
        rated.map(|(_, rating)| paper.word(rating.word())).unwrap_or_default()
    }));
    cells.push(turn.feedback.clone());
    cells.push(paper.notes_on(at).collect::<Vec<_>>().join(" / "));
    cells
}

fn spoken(lines: &[LineView]) -> String {
    let line = |line: &LineView| match line.name.as_str() {
        "" => line.text.clone(),
        name => format!("{name}: {}", line.text),
    };
    lines.iter().map(line).collect::<Vec<_>>().join(" / ")
}

/// One record of RFC 4180.
pub(super) fn row(out: &mut String, cells: &[String]) {
    for (at, text) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        *out += &cell(text);
    }
    *out += "\r\n";
}

/// The longest cell, in characters; spreadsheets take no more than 32,767.
const CELL_MAX: usize = 32_000;

/// A text as one cell that is only ever text: what a spreadsheet would run begins with an apostrophe.
fn cell(text: &str) -> String {
    let text: String = one_line(text).chars().take(CELL_MAX).collect();
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let harmless = if text.starts_with(runs) { format!("'{text}") } else { text };
    if harmless.contains([',', '"', '\'', ';']) || harmless.starts_with(' ') {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_only_ever_text() {
        for (text, expect) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("=1+1", "\"'=1+1\""),
            ("\t=1+1", "\"'=1+1\""),
            ("\r\n@SUM(A1)", "\"'@SUM(A1)\""),
            ("\u{202e}＝1", "\"'＝1\""),
            ("-3", "\"'-3\""),
            ("two\nlines", "two lines"),
            ("7", "7"),
        ] {
            assert_eq!(cell(text), expect, "{text:?}");
        }
        assert!(cell(&"字".repeat(100_000)).chars().count() <= CELL_MAX);
    }
}
