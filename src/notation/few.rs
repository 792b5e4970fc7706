//! A list that mostly has one item.

use std::ops::Deref;

/// A list that mostly has one item, which is kept where the list is. A long scenario has thousands of them, and asking
/// for a piece of memory for each, and giving it back, would cost more than all else that is done with them.
#[derive(Clone)]
pub enum Few<T> {
    /// One item.
    One(T),
    /// Any other number.
    Many(Vec<T>),
}

impl<T> Few<T> {
    /// A list of nothing.
    pub fn new() -> Self {
        Self::Many(Vec::new())
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(item) => std::slice::from_ref(item),
            Self::Many(items) => items,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items = items.into_iter();
        match (items.next(), items.next()) {
            (None, _) => Self::new(),
            (Some(only), None) => Self::One(only),
            (Some(first), Some(second)) => {
                Self::Many([first, second].into_iter().chain(items).collect())
            }
        }
    }
}

impl<'f, T> IntoIterator for &'f Few<T> {
    type Item = &'f T;
    type IntoIter = std::slice::Iter<'f, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Few<T> {}

impl<T: std::fmt::Debug> std::fmt::Debug for Few<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_are_a_list() {
        for list in [vec![], vec![1], vec![1, 2], vec![1, 2, 3]] {
            let few: Few<i32> = list.iter().copied().collect();
            assert_eq!(*few, list);
            assert_eq!(format!("{few:?}"), format!("{list:?}"));
            assert_eq!(few, Few::Many(list));
        }
    }
}
