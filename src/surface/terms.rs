//! Lists of terms, and how often a text has one of them.

/// Terms that count, and longer ones that only look like them and do not; each list is divided by `, `.
///
/// In a list of English terms, `*` stands for the rest of a word: `apolog*`, `*n't`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    pub(super) count: &'static str,
    pub(super) but_not: &'static str,
}

impl Terms {
    /// How often they stand in a text without spaces between its words. The longest term at a place is the one there.
    pub(super) fn in_characters(&self, text: &str) -> usize {
        let longest = |rest: &str, terms: &[&str]| {
            terms.iter().filter(|term| rest.starts_with(**term)).map(|term| term.len()).max()
        };
        let [count, but_not] = [self.count, self.but_not].map(list);
        let mut found = 0;
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let counts = longest(rest, &count);
            let not = longest(rest, &but_not);
            found += usize::from(counts > not);
            rest = &rest[counts.max(not).unwrap_or(next.len_utf8())..];
        }
        found
    }

    /// How often they stand among the words of a text.
    pub(super) fn in_words(&self, words: &[String]) -> usize {
        let longest = |rest: &[String], terms: &[&str]| {
            terms.iter().filter_map(|term| starts_with(rest, term)).max()
        };
        let [count, but_not] = [self.count, self.but_not].map(list);
        let mut found = 0;
        let mut rest = words;
        while !rest.is_empty() {
            let counts = longest(rest, &count);
            let not = longest(rest, &but_not);
            found += usize::from(counts > not);
            rest = &rest[counts.max(not).unwrap_or(1)..];
        }
        found
    }
}

fn list(terms: &str) -> Vec<&str> {
    terms.split(", ").filter(|term| !term.is_empty()).collect()
}

/// How many words the term is, if the words begin with it.
fn starts_with(words: &[String], term: &str) -> Option<usize> {
    let mut length = 0;
    for part in term.split(' ') {
        if !is(words.get(length)?, part) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

fn is(word: &str, part: &str) -> bool {
    match (part.strip_prefix('*'), part.strip_suffix('*')) {
        (Some(end), _) => word.ends_with(end),
        (None, Some(start)) => word.starts_with(start),
        (None, None) => word == part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_is_the_one_that_is_there() {
        let terms = Terms { count: "ない, ません", but_not: "少ない, ませんか" };
        for (text, times) in
            [("少ない", 0), ("行かない", 1), ("できませんが、ない", 2), ("いただけませんか", 0)]
        {
            assert_eq!(terms.in_characters(text), times, "{text}");
        }
    }

    #[test]
    fn a_star_is_the_rest_of_a_word() {
        let terms = Terms { count: "apolog*, *n't, if you mind", but_not: "don't mind" };
        let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        for (text, times) in [
            ("apologies i apologise", 2),
            ("i can't", 1),
            ("i don't mind", 0),
            ("if you mind", 1),
            ("if you", 0),
        ] {
            assert_eq!(terms.in_words(&words(text)), times, "{text}");
        }
    }
}
