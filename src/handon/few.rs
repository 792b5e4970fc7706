//! A list of a file that is only kept as far as it may go: what is more is counted and thrown away, not held.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// At most `MOST` items, and how many there were.
#[derive(Debug)]
pub(super) struct Few<T, const MOST: usize> {
    kept: Vec<T>,
    count: usize,
}

impl<T, const MOST: usize> Few<T, MOST> {
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The items.
    ///
    /// # Errors
    /// How many there were, where they were too many.
    pub(super) fn all(self) -> Result<Vec<T>, usize> {
        if self.count > MOST { Err(self.count) } else { Ok(self.kept) }
    }
}

impl<T, const MOST: usize> Default for Few<T, MOST> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T, const MOST: usize> From<Vec<T>> for Few<T, MOST> {
    fn from(kept: Vec<T>) -> Self {
        let count = kept.len();
        Self { kept, count }
    }
}

impl<T: Serialize, const MOST: usize> Serialize for Few<T, MOST> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.kept.serialize(to)
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Few<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Counting(PhantomData))
    }
}

struct Counting<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for Counting<T, MOST> {
    type Value = Few<T, MOST>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut kept = Vec::new();
        while kept.len() < MOST {
            match list.next_element()? {
                Some(item) => kept.push(item),
                None => return Ok(kept.into()),
            }
        }
        let mut count = kept.len();
        while list.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok(Few { kept, count })
    }
}
