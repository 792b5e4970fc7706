//! Texts that are too long to be read where they are shown.

use crate::check::text::walk::{Part, Written};
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::lang::words::Arg;

/// How long a choice may be, in characters.
///
/// The talk page is 1280 wide (`app/window.rs`), with 28 at either side and 14 for the scroll bar: 1210.
/// A choice gives up 8 to its area, 34 to its frame, 56 to its key at 200 % and 14 between: 1098 for the words.
/// They are set in 1.125 rem, 36 at 200 %. That is 30 Japanese characters a line; as phrases are not broken,
/// count on 24. English letters take 0.47 of 36, 17: 64 a line, and as words are not broken, count on 56.
/// Five lines are 5 x 54 + 22 = 292 high, of the 461 that are left below the person's head (720, less 56 around,
/// 189 for the head and 14 between), so each choice can be seen whole, with the beginning of the next below it.
fn choice_max(lang: Lang) -> usize {
    match lang {
        Lang::En => 5 * 56,
        Lang::Ja => 5 * 24,
    }
}

/// How long a line may be, in characters.
///
/// A bubble is 92 % of 1210 wide, less 38 inside: 1075. What is said now is set in 1.375 rem, 44 at 200 %: 24 Japanese
/// characters a line, count on 20; English letters take 0.44 of 44, 19: 56 a line, count on 50.
/// Eight such lines are 8 x 66 + 64 = 592 high, one turn of the wheel beyond 461; at 175 % they are seven, and seen
/// whole (7 x 58 + 61 = 467 of 480). Beyond that the beginning is forgotten when the choices come.
fn line_max(lang: Lang) -> usize {
    match lang {
        Lang::En => 8 * 50,
        Lang::Ja => 8 * 20,
    }
}

/// How long feedback may be: it is read between two decisions. In English words, or in Japanese characters.
fn feedback_max(lang: Lang) -> usize {
    match lang {
        Lang::En => 25,
        Lang::Ja => 60,
    }
}

/// K601
pub(super) fn too_long(written: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let (kind, most) = match written.part {
        Part::Choice { .. } => ("choice", choice_max(written.lang)),
        Part::Line(_) => ("line", line_max(written.lang)),
        Part::Told | Part::Feedback | Part::BestWhen => return,
    };
    // A text has no more characters than bytes, which are not counted.
    if written.words().len() <= most {
        return;
    }
    let count = written.words().chars().count();
    if count > most {
        let finding = Diagnostic::new(Rule::TooLong, beyond(written, most));
        found.push(finding.with("kind", kind).with("count", count).with("most", most));
    }
}

/// K602
pub(super) fn long_feedback(written: &Written<'_>, found: &mut Vec<Diagnostic>) {
    if written.part != Part::Feedback {
        return;
    }
    let most = feedback_max(written.lang);
    if written.words().len() <= most {
        return;
    }
    let count = match written.lang {
        Lang::En => written.words().split_whitespace().count(),
        Lang::Ja => written.words().chars().count(),
    };
    if count > most {
        let finding = Diagnostic::new(Rule::LongFeedback, written.text.span);
        let finding = finding.with("lang", Arg::from(written.lang.code()));
        found.push(finding.with("count", count).with("most", most));
    }
}

/// What is left of a text after this many characters: the part that does not fit.
fn beyond(written: &Written<'_>, most: usize) -> crate::diagnostic::Span {
    let words = written.words();
    let from = words.char_indices().nth(most).map_or(words.len(), |(at, _)| at);
    written.place(from..words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_name_the_same_limits() {
        for lang in Lang::ALL {
            let page = |rule: Rule| {
                let page = rule.page(lang).expect("every rule has a page");
                format!("{} {}", page.finds, page.instead)
            };
            let limits = |most: fn(Lang) -> usize| Lang::ALL.map(|lang| format!("{} ", most(lang)));
            let has = |rule, most| {
                let page = page(rule).replace(['.', '）'], " ");
                limits(most).iter().all(|limit| page.contains(limit.as_str()))
            };
            assert!(has(Rule::TooLong, choice_max) && has(Rule::TooLong, line_max));
            assert!(has(Rule::LongFeedback, feedback_max));
        }
    }
}
