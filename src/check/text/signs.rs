//! Signs between the words: of the right width, in pairs, without stray spaces, and alike throughout.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::check::text::script::{is_half_width_kana, is_japanese};
use crate::check::text::walk::Written;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;

/// Half-width signs, each with what a Japanese text has in its place. Longer ones first.
const HALF_WIDTH: [(&str, &str); 7] =
    [("...", "…"), ("..", "…"), (".", "。"), (",", "、"), ("?", "？"), ("!", "！"), ("\"", "「」")];

/// Signs that open, each with the one that closes.
const PAIRS: [(char, char); 5] =
    [('「', '」'), ('『', '』'), ('（', '）'), ('“', '”'), ('【', '】')];

/// Signs that no space comes before, and signs that none comes after.
const NO_SPACE_BEFORE: &str = "。、，．！？」』）】";
const NO_SPACE_AFTER: &str = "「『（【";

/// K608, K609 and K610
pub(super) fn of_each_text(written: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let (words, kinds) = (written.words(), written.kinds);
    if written.lang == Lang::Ja
        && (kinds.ascii || kinds.half_or_full_width)
        && let Some((range, instead)) = half_width(words)
    {
        let finding = at(Rule::HalfWidthSign, written, range);
        found.push(finding.with("instead", instead));
    }
    if (kinds.bracket || kinds.general || kinds.half_or_full_width || kinds.ascii)
        && let Some(range) = unmatched(words, written.lang)
    {
        found.push(at(Rule::UnmatchedQuote, written, range));
    }
    if (kinds.ascii || kinds.wide_space)
        && let Some(range) = stray_space(words, written.lang)
    {
        found.push(at(Rule::StraySpace, written, range));
    }
}

/// A finding at some bytes of a text, naming them.
fn at(rule: Rule, written: &Written<'_>, range: Range<usize>) -> Diagnostic {
    let finding = Diagnostic::new(rule, written.place(range.clone()));
    finding.with("written", written.words()[range].trim())
}

/// The first half-width sign beside a Japanese letter, and what belongs there.
fn half_width(words: &str) -> Option<(Range<usize>, &'static str)> {
    let mut before = ' ';
    for (start, c) in words.char_indices() {
        if is_half_width_kana(c) {
            let rest = &words[start..];
            let length = rest.find(|c| !is_half_width_kana(c)).unwrap_or(rest.len());
            return Some((start..start + length, "kana"));
        }
        let sign = HALF_WIDTH.iter().find(|(sign, _)| words[start..].starts_with(sign));
        if let Some((sign, instead)) = sign {
            let after = words[start + sign.len()..].chars().next();
            if is_beside_japanese(*sign == "\"", before, after) {
                return Some((start..start + sign.len(), instead));
            }
        }
        before = c;
    }
    None
}

/// A stop belongs to what precedes it, a quote also to what follows; `example.jp` and `3.5` are left alone.
fn is_beside_japanese(quote: bool, before: char, after: Option<char>) -> bool {
    let japanese = |c: char| is_japanese(c) || "」』）】…".contains(c);
    let goes_on = after.is_some_and(|c| c.is_ascii_alphanumeric());
    (japanese(before) && (quote || !goes_on)) || (quote && after.is_some_and(is_japanese))
}

/// The first sign without its partner.
fn unmatched(words: &str, lang: Lang) -> Option<Range<usize>> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for (start, c) in words.char_indices() {
        if let Some((_, close)) = PAIRS.iter().find(|(opens, _)| *opens == c) {
            open.push((start, c, *close));
        } else if PAIRS.iter().any(|(_, closes)| *closes == c) {
            match open.pop() {
                Some((_, _, wanted)) if wanted == c => {}
                Some((start, opened, _)) => return Some(start..start + opened.len_utf8()),
                None => return Some(start..start + c.len_utf8()),
            }
        }
    }
    if let Some((start, c, _)) = open.first() {
        return Some(*start..start + c.len_utf8());
    }
    // In Japanese a straight quote is a half-width sign, whether it has a partner or not.
    let straight: Vec<usize> = words.match_indices('"').map(|(start, _)| start).collect();
    let odd = lang == Lang::En && straight.len() % 2 == 1;
    straight.last().filter(|_| odd).map(|start| *start..start + 1)
}

/// The first space that belongs nowhere, with the sign beside it.
fn stray_space(words: &str, lang: Lang) -> Option<Range<usize>> {
    let mut pairs = words.char_indices().zip(words.chars().skip(1)).peekable();
    while let Some(((start, first), second)) = pairs.next() {
        let end = start + first.len_utf8() + second.len_utf8();
        let space = |c| c == ' ' || c == '\u{3000}';
        let stray = match lang {
            Lang::Ja => {
                (space(first) && NO_SPACE_BEFORE.contains(second))
                    || (NO_SPACE_AFTER.contains(first) && space(second))
            }
            // "..." may begin after a space, and so may ".5".
            Lang::En => {
                let third = pairs.peek().map(|(_, third)| *third);
                let ends = third.is_none_or(char::is_whitespace);
                first == ' ' && ",.?!;:".contains(second) && ends
            }
        };
        if stray {
            return Some(start..end);
        }
    }
    None
}

/// Signs that stand for an ellipsis where there are two of them.
static TWICE: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| ["。。", "・・"].map(|dots| Finder::new(dots.as_bytes())));

/// K611: an ellipsis of other signs, or of another length than elsewhere in the scenario.
#[derive(Default)]
pub(super) struct Ellipses<'s> {
    /// The Japanese texts that have some, each with what it has and where.
    texts: Vec<(Written<'s>, Vec<(usize, &'s str)>)>,
}

impl<'s> Ellipses<'s> {
    pub(super) fn see(&mut self, written: &Written<'s>) {
        let words = written.words();
        let twice = || TWICE.iter().any(|dots| dots.find(words.as_bytes()).is_some());
        if written.lang == Lang::Ja && (written.kinds.general || twice()) {
            self.texts.push((*written, runs(words)));
        }
    }

    pub(super) fn judge(&self, found: &mut Vec<Diagnostic>) {
        let all = || self.texts.iter().flat_map(|(_, runs)| runs).map(|(_, dots)| *dots);
        let proper = all().filter(|dots| dots.starts_with('…')).count();
        let single = all().filter(|dots| *dots == "…").count() * 2 >= proper;
        let usual = if single { "…" } else { "……" };
        for (written, runs) in &self.texts {
            if let Some((start, dots)) = runs.iter().find(|(_, dots)| *dots != usual) {
                let finding = at(Rule::UnevenEllipsis, written, *start..start + dots.len());
                found.push(finding.with("usual", usual));
            }
        }
    }
}

/// Every run of signs that is or stands for an ellipsis, with its place.
fn runs(words: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = words[rest..].find(['…', '‥', '。', '・']).map(|at| rest + at) {
        let sign = words[start..].chars().next().unwrap_or_default();
        let length = words[start..].find(|c| c != sign).unwrap_or(words.len() - start);
        let run = &words[start..start + length];
        // A single stop or middle dot is just that.
        if matches!(sign, '…' | '‥') || run.chars().count() > 1 {
            found.push((start, run));
        }
        rest = start + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_signs_are_found_beside_japanese_only() {
        for (words, wanted) in [
            ("今日出ますか?", Some(("?", "？"))),
            ("はい,すぐに。", Some((",", "、"))),
            ("待って...", Some(("...", "…"))),
            ("「もういい」.", Some((".", "。"))),
            ("\"もういい\"と", Some(("\"", "「」"))),
            ("ｶﾀｶﾅで", Some(("ｶﾀｶﾅ", "kana"))),
            ("税込1,200円、3.5%です。", None),
            ("どうなりました？ ずっと", None),
            ("例.jp", None),
            ("OK!", None),
        ] {
            let found = half_width(words).map(|(range, instead)| (&words[range], instead));
            assert_eq!(found, wanted, "{words}");
        }
    }

    #[test]
    fn a_sign_without_its_partner_is_found() {
        for (words, lang, wanted) in [
            ("「はい", Lang::Ja, Some("「")),
            ("はい」と", Lang::Ja, Some("」")),
            ("「『はい」』", Lang::Ja, Some("『")),
            ("「『はい』（ここ）」", Lang::Ja, None),
            ("She said \"yes.", Lang::En, Some("\"")),
            ("She said \"yes\".", Lang::En, None),
            ("I'm sure 'if it' is", Lang::En, None),
        ] {
            assert_eq!(unmatched(words, lang).map(|range| &words[range]), wanted, "{words}");
        }
    }

    #[test]
    fn a_space_before_a_stop_is_found() {
        for (words, lang, wanted) in [
            ("はい 。", Lang::Ja, Some(" 。")),
            ("「　はい」", Lang::Ja, Some("「　")),
            ("はい。 いいえ。", Lang::Ja, None),
            ("Hello , there", Lang::En, Some(" ,")),
            ("Really ?", Lang::En, Some(" ?")),
            ("Well ... yes, .5", Lang::En, None),
        ] {
            assert_eq!(stray_space(words, lang).map(|range| &words[range]), wanted, "{words}");
        }
    }

    #[test]
    fn ellipses_are_found() {
        let found = |words| runs(words).into_iter().map(|(_, dots)| dots).collect::<Vec<_>>();
        assert_eq!(found("…はい。でも・・・ええ‥うん。。"), ["…", "・・・", "‥", "。。"]);
        assert_eq!(found("ええ……"), ["……"]);
        assert_eq!(found("場面・結末。"), Vec::<&str>::new());
    }
}
