//! What a check finds: a rule, a place in the author's file, and the words to explain it.

mod line_index;
mod page;
mod rule;

pub use line_index::{LineIndex, Position};
pub use page::{PART_KEYS, RuleGroup, RulePage, rule_groups};
pub use rule::{Rule, Severity};

use crate::lang::Lang;
use crate::lang::words::{Arg, say_with, try_say};

/// A stretch of a file, in bytes from its start; `end` is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Both spans and all between them.
    pub fn to(self, later: Self) -> Self {
        Self::new(self.start.min(later.start), self.end.max(later.end))
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// One finding in one file. The sentence is made when it is shown, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: Rule,
    /// Where, in the file that was read.
    pub span: Span,
    /// What fills the holes of the rule's sentences.
    pub args: Vec<(&'static str, Arg)>,
    /// Another place that explains this one, such as the first of two equal ids.
    pub also: Option<Span>,
}

impl Diagnostic {
    /// A finding at a place, with no holes to fill.
    pub fn new(rule: Rule, span: Span) -> Self {
        Self { rule, span, args: Vec::new(), also: None }
    }

    /// Fills the hole `name` of the rule's sentences.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Fills the hole `near` with the known name closest to what was written; `none` where none is close.
    pub fn with_nearest<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let near = nearest(written, known).unwrap_or("none").to_owned();
        self.with("near", near)
    }

    /// Points at a second place.
    pub fn also(mut self, span: Span) -> Self {
        self.also = Some(span);
        self
    }

    /// Whether a bracket has no partner. What comes after it was read at another depth than it was meant.
    pub fn is_open_bracket(&self) -> bool {
        let bracket =
            |arg: &Arg| matches!(arg, Arg::Text(open) if ["(", "[", "{"].contains(&open.as_str()));
        self.rule == Rule::Unclosed
            && self.args.iter().any(|(name, arg)| *name == "open" && bracket(arg))
    }

    /// One sentence: what is wrong.
    pub fn message(&self, lang: Lang) -> String {
        say_with(lang, self.rule.code(), &self.args)
    }

    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> String {
        say_with(lang, &format!("{}.hint", self.rule.code()), &self.args)
    }

    /// What the second place is, if the finding has one.
    pub fn also_label(&self, lang: Lang) -> Option<String> {
        self.also.and_then(|_| try_say(lang, &format!("{}.also", self.rule.code()), &self.args))
    }
}

/// The known name that differs least from what was written, if it is close enough to be what was meant.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(written, known).into_iter().min().map(|(_, name)| name)
}

/// The same, if no other name is as close.
pub fn nearest_alone<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let mut near = near(written, known);
    near.sort_unstable();
    let alone = near.get(1).is_none_or(|second| near[0].0 < second.0);
    near.first().filter(|_| alone).map(|(_, name)| *name)
}

/// The known names that are close enough to be what was meant, and by how many characters they differ.
fn near<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let length = written.chars().count();
    let limit = (length / 3).max(1);
    let written = written.to_lowercase();
    known
        .into_iter()
        // What differs more in length cannot differ less in all.
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .map(|name| (distance(&written, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .collect()
}

/// Levenshtein's distance, in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_close_or_none() {
        let known = ["promised", "planB", "rec"];
        for (written, near) in [
            ("promissed", Some("promised")),
            ("planb", Some("planB")),
            ("exposed", None),
            ("rek", Some("rec")),
        ] {
            assert_eq!(nearest(written, known), near, "{written}");
        }
    }

    #[test]
    fn of_two_names_that_are_as_near_neither_is_meant() {
        let known = ["N1", "N2", "N12"];
        assert_eq!(nearest("N22", known), Some("N12"));
        assert_eq!(nearest_alone("N22", known), None);
        assert_eq!(nearest_alone("N122", known), Some("N12"));
        assert_eq!(nearest_alone("exposed", known), None);
    }
}
