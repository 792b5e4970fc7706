//! Places kept for a text that was never written.

use std::ops::Range;

use crate::check::text::walk::{Part, Written};
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;

/// Words that stand for a text to come, in any case of letters, as whole words.
const WORDS: [&str; 5] = ["todo", "tbd", "tbc", "fixme", "lorem"];

/// Signs that stand for a text to come, wherever they are.
const SIGNS: [&str; 7] = ["〇〇", "◯◯", "○○", "●●", "△△", "（仮）", "(仮)"];

/// Texts that are nothing else.
const WHOLE: [&str; 4] = ["仮", "未定", "？？？", "???"];

/// Three dots are a place kept, as in a sample; where someone says them in English, they are a silence.
const DOTS: &str = "...";

/// K607
pub(super) fn left(written: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let silence = written.lang == Lang::En && matches!(written.part, Part::Line(_));
    // All signs are of one of these kinds, and so is every word but two.
    let kinds = written.kinds;
    let some = kinds.ascii || kinds.general || kinds.half_or_full_width || kinds.circle;
    if !some && !WHOLE.contains(&written.words().trim()) {
        return;
    }
    if let Some(range) = find(written.words(), silence) {
        let finding = Diagnostic::new(Rule::Placeholder, written.place(range.clone()));
        found.push(finding.with("written", &written.words()[range]));
    }
}

fn find(words: &str, silence: bool) -> Option<Range<usize>> {
    let trimmed = words.trim();
    if WHOLE.contains(&trimmed) || (trimmed == DOTS && !silence) {
        let start = words.len() - words.trim_start().len();
        return Some(start..start + trimmed.len());
    }
    let sign = SIGNS.iter().find_map(|sign| {
        let at = words.find(sign).filter(|at| !ends_in_number(&words[..*at]))?;
        Some(at..at + sign.len())
    });
    sign.or_else(|| latin_words(words).find(|range| is_to_come(&words[range.clone()])))
}

/// Whether circles after this are the zeros of a number, as in 三〇〇.
fn ends_in_number(words: &str) -> bool {
    words.ends_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '〇'])
}

fn is_to_come(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let crosses = word.len() >= 3 && word.bytes().all(|byte| byte == b'x');
    crosses || WORDS.contains(&word.as_str())
}

/// The runs of Latin letters of a text.
fn latin_words(words: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + words[rest..].find(|c: char| c.is_ascii_alphabetic())?;
        let length = words[start..].find(|c: char| !c.is_ascii_alphanumeric());
        rest = length.map_or(words.len(), |length| start + length);
        Some(start..rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_is_found_and_nothing_else() {
        for (words, left) in [
            ("TODO: her name", Some("TODO")),
            ("xxx", Some("xxx")),
            ("担当の〇〇です。", Some("〇〇")),
            ("返事（仮）", Some("（仮）")),
            ("仮", Some("仮")),
            (" ... ", Some("...")),
            ("Lorem ipsum dolor", Some("Lorem")),
            ("...You still don't know?", None),
            ("…", None),
            ("仮にそうだとしても。", None),
            ("三〇〇円", None),
            ("His exxxam", None),
            ("Mastodons", None),
        ] {
            assert_eq!(find(words, false).map(|range| &words[range]), left, "{words}");
        }
        assert_eq!(find(DOTS, true), None);
    }
}
