//! Takes a tree apart into typed values, reporting every part that is not as it should be.

use std::borrow::Cow;

use foldhash::fast::FixedState;

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned};
use crate::lang::words::Arg;
use crate::notation::{Entry, Few, Node, Value};

/// A value that can be read from a node.
pub trait FromNode<'t>: Sized {
    /// Reads the node. `None` means that the value is unusable and that `faults` says why
    /// (or that the reader has already said so, for [`Value::Broken`]).
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self>;
}

/// A text as written, and where: a slice of the file, unless its escapes had to be resolved.
pub type Text<'t> = Spanned<Cow<'t, str>>;

/// The node inside `Some(...)`, or the node itself: `Some` may be left out.
fn inside_some<'n, 't>(node: &'n Node<'t>) -> &'n Node<'t> {
    match &node.value {
        Value::Group { name: Some(name), entries } if name.text == "Some" && entries.len() == 1 => {
            &entries[0].value
        }
        _ => node,
    }
}

/// Reports that another kind of value was expected. Nothing is said of what was already reported.
pub(crate) fn wrong_kind<T>(
    node: &Node<'_>,
    expected: &'static str,
    faults: &mut Vec<Diagnostic>,
) -> Option<T> {
    if node.value != Value::Broken {
        faults.push(
            Diagnostic::new(Rule::WrongKind, node.head()).with("expected", Arg::Word(expected)),
        );
    }
    None
}

impl<'t> FromNode<'t> for Cow<'t, str> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.value {
            Value::Text(text) => Some(text.clone()),
            _ => wrong_kind(node, "part-text", faults),
        }
    }
}

impl<'t> FromNode<'t> for i64 {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Number(written) => {
                let whole = written.replace('_', "").parse().ok();
                whole.or_else(|| wrong_kind(node, "part-whole-number", faults))
            }
            _ => wrong_kind(node, "part-whole-number", faults),
        }
    }
}

impl<'t> FromNode<'t> for bool {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => wrong_kind(node, "part-true-or-false", faults),
        }
    }
}

impl<'t, T: FromNode<'t>> FromNode<'t> for Spanned<T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        T::from_node(node, faults).map(|value| Self { value, span: node.span })
    }
}

/// What is large and seldom written is kept elsewhere, so that every place it could stand is not as large.
impl<'t, T: FromNode<'t>> FromNode<'t> for Box<T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        T::from_node(node, faults).map(Self::new)
    }
}

impl<'t, T: FromNode<'t>> FromNode<'t> for Vec<T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                let mut read = Self::with_capacity(items.len());
                read.extend(items.iter().filter_map(|item| T::from_node(item, faults)));
                Some(read)
            }
            _ => wrong_kind(node, "part-list", faults),
        }
    }
}

/// A list of which every item could be read: what is left of others would be judged wrongly.
#[derive(Debug)]
pub struct Whole<T>(pub Vec<T>);

impl<'t, T: FromNode<'t>> FromNode<'t> for Whole<T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let read = Vec::from_node(node, faults)?;
        let items = if let Value::List(items) = &node.value { items.len() } else { 0 };
        (read.len() == items).then_some(Self(read))
    }
}

impl<'t, T: FromNode<'t>> FromNode<'t> for Few<T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                Some(items.iter().filter_map(|item| T::from_node(item, faults)).collect())
            }
            _ => wrong_kind(node, "part-list", faults),
        }
    }
}

/// A list, or one value standing for a list of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T>(pub Few<T>);

impl<'t, T: FromNode<'t>> FromNode<'t> for OneOrMany<T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.value {
            Value::List(_) => Few::from_node(node, faults).map(Self),
            _ => T::from_node(node, faults).map(|one| Self(Few::One(one))),
        }
    }
}

/// A map with text keys, in the order written. A key written twice is reported and its first value kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'t, T>(pub Vec<(Text<'t>, T)>);

impl<'t, T: FromNode<'t>> FromNode<'t> for Table<'t, T> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Map(pairs) = &node.value else {
            return wrong_kind(node, "part-map", faults);
        };
        let mut rows = Rows { rows: Vec::with_capacity(pairs.len()), lost: Vec::new() };
        for (key, value) in pairs {
            rows.read(key, value, faults);
        }
        Some(rows.table(faults))
    }
}

/// The rows of a table, read one after another.
#[derive(Debug)]
pub struct Rows<'t, T> {
    rows: Vec<(Text<'t>, T)>,
    /// The keys whose values could not be read.
    lost: Vec<Text<'t>>,
}

impl<T> Default for Rows<'_, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), lost: Vec::new() }
    }
}

impl<'t, T: FromNode<'t>> Rows<'t, T> {
    /// Reads the next row.
    pub fn read(&mut self, key: &Node<'t>, value: &Node<'t>, faults: &mut Vec<Diagnostic>) {
        let key = Text::from_node(key, faults);
        match (key, T::from_node(value, faults)) {
            (Some(key), Some(value)) => self.rows.push((key, value)),
            (Some(key), None) => self.lost.push(key),
            (None, _) => {}
        }
    }

    /// The table of all rows.
    pub fn table(mut self, faults: &mut Vec<Diagnostic>) -> Table<'t, T> {
        let keys = || self.rows.iter().map(|(key, _)| key).chain(&self.lost);
        let mut first: Lookup<&str, Span> =
            Lookup::with_capacity_and_hasher(self.rows.len(), FixedState::default());
        for key in keys() {
            first
                .entry(&key.value)
                .and_modify(|span| *span = key.span.min(*span))
                .or_insert(key.span);
        }
        let mut again: Vec<Span> = Vec::new();
        for key in keys() {
            let before = first.get(&*key.value).copied().unwrap_or(key.span);
            if before != key.span {
                faults.push(duplicate_id(key, before));
                again.push(key.span);
            }
        }
        again.sort_unstable();
        if !again.is_empty() {
            self.rows.retain(|(key, _)| again.binary_search(&key.span).is_err());
        }
        Table(self.rows)
    }
}

/// A table to look things up in by their names, never to go through: its order would be nobody's.
#[expect(clippy::disallowed_types, reason = "nothing depends on an order that is never seen")]
pub(crate) type Lookup<K, V> = std::collections::HashMap<K, V, FixedState>;

/// The finding that an id has been used before.
pub(crate) fn duplicate_id(again: &Text<'_>, first: Span) -> Diagnostic {
    Diagnostic::new(Rule::DuplicateId, again.span).with("id", &*again.value).also(first)
}

/// The fields of a group, taken out one after another.
#[derive(Debug)]
pub struct Fields<'n, 't> {
    part: &'static str,
    head: Span,
    entries: &'n [Entry<'t>],
    /// Which of the first 64 entries were taken, a bit for each.
    taken: u64,
    known: Vec<&'static str>,
    broken: bool,
    /// Whether a field may be written more than once.
    doubled: bool,
    /// Where the next field most likely stands: most are written in the order in which they are taken.
    next: usize,
}

/// As many fields as the largest group knows.
const FIELDS: usize = 25;

impl<'n, 't> Fields<'n, 't> {
    /// The fields of `node`, which must be `(field: value, ...)`; `part` is the key of the word for what it is.
    pub fn of(
        node: &'n Node<'t>,
        part: &'static str,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let node = inside_some(node);
        let Value::Group { entries, .. } = &node.value else {
            return wrong_kind(node, part, faults);
        };
        Some(Self::of_entries(entries, node.head(), part, faults))
    }

    /// The fields between the brackets of an enum variant such as `Trust(min: 5)`.
    pub fn of_entries(
        entries: &'n [Entry<'t>],
        head: Span,
        part: &'static str,
        faults: &mut Vec<Diagnostic>,
    ) -> Self {
        let (mut broken, mut doubled) = (false, false);
        let mut met = 0_u64;
        for (at, entry) in entries.iter().enumerate() {
            let Some(field) = entry.field else {
                broken |= entry.value.value == Value::Broken
                    || wrong_kind::<()>(&entry.value, "part-field", faults).is_none();
                continue;
            };
            // Names that differ here are not compared; most do.
            let bit = 1 << (name_hash(field.text) % 64);
            if met & bit == 0 {
                met |= bit;
                continue;
            }
            doubled = true;
            let first = entries[..at]
                .iter()
                .find_map(|earlier| earlier.field.filter(|name| name.text == field.text));
            if let Some(first) = first {
                let finding =
                    Diagnostic::new(Rule::DuplicateField, field.span).with("field", field.text);
                faults.push(finding.also(first.span));
            }
        }
        let known = Vec::with_capacity(FIELDS);
        Self { part, head, entries, taken: 0, known, broken, doubled, next: 0 }
    }

    /// Takes a field that must be there.
    pub fn need<T: FromNode<'t>>(
        &mut self,
        field: &'static str,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        if let Some(node) = self.node(field) {
            return T::from_node(node, faults);
        }
        // Where an entry could not be read, it may have been this very field.
        if !self.broken {
            let finding = Diagnostic::new(Rule::MissingField, self.head).with("field", field);
            faults.push(finding.with("part", Arg::Word(self.part)));
        }
        None
    }

    /// Takes a field that may be left out, or be `None`.
    pub fn may<T: FromNode<'t>>(
        &mut self,
        field: &'static str,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let node = self.node(field)?;
        if node.value == Value::Word("None") { None } else { T::from_node(node, faults) }
    }

    /// Whether a field was written, readable or not.
    pub fn has(&self, field: &'static str) -> bool {
        self.entries.iter().any(|entry| entry.field.is_some_and(|name| name.text == field))
    }

    /// The node of a field, if it was written.
    pub fn node(&mut self, field: &'static str) -> Option<&'n Node<'t>> {
        self.known.push(field);
        let is_it = |entry: &Entry<'_>| entry.field.is_some_and(|name| name.text == field);
        if !self.doubled {
            let (before, after) = self.entries.split_at(self.next);
            let later = after.iter().position(is_it).map(|at| self.next + at);
            let at = later.or_else(|| before.iter().position(is_it))?;
            self.take(at);
            self.next = at + 1;
            return Some(inside_some(&self.entries[at].value));
        }
        let mut found = None;
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| is_it(entry)) {
            self.take(at);
            found = found.or(Some(inside_some(&entry.value)));
        }
        found
    }

    fn take(&mut self, at: usize) {
        self.taken |= bit(at);
    }

    /// Whether an entry was asked for. A group with so many entries that they have no bit is read no faster for it.
    fn is_taken(&self, at: usize, name: &str) -> bool {
        if bit(at) == 0 { self.known.contains(&name) } else { self.taken & bit(at) != 0 }
    }

    /// Where the group begins.
    pub fn head(&self) -> Span {
        self.head
    }

    /// Reports the fields that nobody took.
    pub fn finish(self, faults: &mut Vec<Diagnostic>) {
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(name) = entry.field.filter(|name| !self.is_taken(at, name.text)) else {
                continue;
            };
            let finding = Diagnostic::new(Rule::UnknownField, name.span).with("field", name.text);
            let finding =
                finding.with("part", Arg::Word(self.part)).with("known", self.known.join(", "));
            faults.push(finding.with_nearest(name.text, self.known.iter().copied()));
        }
    }
}

/// A bit for each of the first 64 entries, and none for the others.
fn bit(at: usize) -> u64 {
    u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or_default()
}

/// A small number that is the same for equal names, and mostly another for others.
fn name_hash(name: &str) -> u32 {
    let edge = |byte: Option<&u8>| byte.map_or(0, |byte| u32::from(*byte));
    let (first, last) = (edge(name.as_bytes().first()), edge(name.as_bytes().last()));
    u32::try_from(name.len()).unwrap_or_default() ^ (first << 1) ^ (last << 3)
}

/// A closed set of words, such as `Phone` or `Visit`.
pub trait Word: Sized + Copy + 'static {
    /// Every word with its value.
    const WORDS: &'static [(&'static str, Self)];
}

/// Reads one of a closed set of words.
pub(crate) fn word<T: Word>(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let Value::Word(written) = node.value else {
        return wrong_kind(node, "part-word", faults);
    };
    let found = T::WORDS.iter().find(|(word, _)| *word == written);
    if found.is_none() {
        faults.push(unknown_word(written, node.span, T::WORDS.iter().map(|(word, _)| *word)));
    }
    found.map(|(_, value)| *value)
}

/// The finding that a word is not one of those allowed here.
pub(crate) fn unknown_word(
    written: &str,
    span: Span,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Diagnostic {
    let list = known.clone().collect::<Vec<_>>().join(", ");
    Diagnostic::new(Rule::UnknownWord, span)
        .with("word", written)
        .with("known", list)
        .with_nearest(written, known)
}
