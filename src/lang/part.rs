//! Words that are a part of a longer text, such as a file, which all its parts hold in common.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// Words that share the text they are a part of: a scenario has thousands, and its file is in memory once.
#[derive(Clone)]
pub struct Words {
    of: Arc<str>,
    start: u32,
    end: u32,
}

impl Words {
    /// The words at these bytes of a text; nothing where it has no words there.
    pub fn part(of: &Arc<str>, bytes: Range<usize>) -> Option<Self> {
        of.get(bytes.clone())?;
        let (start, end) = (u32::try_from(bytes.start).ok()?, u32::try_from(bytes.end).ok()?);
        Some(Self { of: Arc::clone(of), start, end })
    }

    /// The words.
    pub fn get(&self) -> &str {
        &self.of[self.start as usize..self.end as usize]
    }
}

impl From<&str> for Words {
    /// Words of their own. A text is never so long that its end could not be told.
    fn from(words: &str) -> Self {
        let end = u32::try_from(words.len()).unwrap_or_default();
        Self { of: words.into(), start: 0, end }
    }
}

// Words are what they say, wherever they are kept.

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Words {}

impl PartialOrd for Words {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Words {
    fn cmp(&self, other: &Self) -> Ordering {
        self.get().cmp(other.get())
    }
}

impl Hash for Words {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.get().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_they_say() {
        let text: Arc<str> = "はい。yes".into();
        let part = Words::part(&text, 9..12).expect("it has words there");
        assert_eq!((part.get(), &part), ("yes", &Words::from("yes")));
        for nowhere in [1..3, 9..13] {
            assert_eq!(Words::part(&text, nowhere.clone()), None, "{nowhere:?}");
        }
    }
}
