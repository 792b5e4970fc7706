//! Takes a tree apart into typed values, reporting every part that is not as it should be.

use std::hash::BuildHasherDefault;

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned};
use crate::lang::words::Arg;
use crate::notation::{Entry, Node, Value};

/// A value that can be read from a node.
pub trait FromNode: Sized {
    /// Reads the node. `None` means that the value is unusable and that `faults` says why
    /// (or that the reader has already said so, for [`Value::Broken`]).
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self>;
}

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

impl FromNode for String {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.value {
            Value::Text(text) => Some(text.clone().into_owned()),
            _ => wrong_kind(node, "part-text", faults),
        }
    }
}

impl FromNode for i64 {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Number(written) => {
                let whole = written.replace('_', "").parse().ok();
                whole.or_else(|| wrong_kind(node, "part-whole-number", faults))
            }
            _ => wrong_kind(node, "part-whole-number", faults),
        }
    }
}

impl FromNode for bool {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => wrong_kind(node, "part-true-or-false", faults),
        }
    }
}

impl<T: FromNode> FromNode for Spanned<T> {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        T::from_node(node, faults).map(|value| Self { value, span: node.span })
    }
}

/// What is large and seldom written is kept elsewhere, so that every place it could stand is not as large.
impl<T: FromNode> FromNode for Box<T> {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        T::from_node(node, faults).map(Self::new)
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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

/// A list, or one value standing for a list of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T: FromNode> FromNode for OneOrMany<T> {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::from_node(node, faults).map(Self),
            _ => T::from_node(node, faults).map(|one| Self(vec![one])),
        }
    }
}

/// A map with text keys, in the order written. A key written twice is reported and its first value kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T>(pub Vec<(Spanned<String>, T)>);

impl<T: FromNode> FromNode for Table<T> {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Map(pairs) = &node.value else {
            return wrong_kind(node, "part-map", faults);
        };
        let mut rows = Rows(Vec::with_capacity(pairs.len()));
        for (key, value) in pairs {
            rows.read(key, value, faults);
        }
        Some(rows.table(faults))
    }
}

/// The rows of a table, read one after another; a value that could not be read is none.
#[derive(Debug)]
pub struct Rows<T>(Vec<(Spanned<String>, Option<T>)>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromNode> Rows<T> {
    /// Reads the next row.
    pub fn read(&mut self, key: &Node<'_>, value: &Node<'_>, faults: &mut Vec<Diagnostic>) {
        let key = Spanned::<String>::from_node(key, faults);
        let value = T::from_node(value, faults);
        self.0.extend(key.map(|key| (key, value)));
    }

    /// The table of all rows.
    pub fn table(self, faults: &mut Vec<Diagnostic>) -> Table<T> {
        let mut first = Lookup::with_capacity_and_hasher(self.0.len(), BuildHasherDefault::new());
        let mut again = Vec::new();
        for (at, (key, _)) in self.0.iter().enumerate() {
            let before = *first.entry(key.value.as_str()).or_insert(key.span);
            if before != key.span {
                faults.push(duplicate_id(key, before));
                again.push(at);
            }
        }
        let mut again = again.into_iter().peekable();
        let kept = self.0.into_iter().enumerate().filter_map(|(at, (key, value))| {
            let once = again.next_if_eq(&at).is_none();
            value.filter(|_| once).map(|value| (key, value))
        });
        Table(kept.collect())
    }
}

/// A table to look things up in by their names, never to go through: its order would be nobody's.
#[expect(clippy::disallowed_types, reason = "nothing depends on an order that is never seen")]
pub(crate) type Lookup<K, V> =
    std::collections::HashMap<K, V, BuildHasherDefault<std::hash::DefaultHasher>>;

/// The finding that an id has been used before.
pub(crate) fn duplicate_id(again: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::new(Rule::DuplicateId, again.span).with("id", again.value.as_str()).also(first)
}

/// The fields of a group, taken out one after another.
#[derive(Debug)]
pub struct Fields<'n, 't> {
    part: &'static str,
    head: Span,
    entries: &'n [Entry<'t>],
    taken: Vec<bool>,
    known: Vec<&'static str>,
    broken: bool,
    /// Whether a field may be written more than once.
    doubled: bool,
    /// Where the next field most likely stands: most are written in the order in which they are taken.
    next: usize,
}

/// As many fields as the largest group knows.
const FIELDS: usize = 24;

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
        let (taken, known) = (vec![false; entries.len()], Vec::with_capacity(FIELDS));
        Self { part, head, entries, taken, known, broken, doubled, next: 0 }
    }

    /// Takes a field that must be there.
    pub fn need<T: FromNode>(
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
    pub fn may<T: FromNode>(
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
            self.taken[at] = true;
            self.next = at + 1;
            return Some(inside_some(&self.entries[at].value));
        }
        let mut found = None;
        for (entry, taken) in self.entries.iter().zip(&mut self.taken) {
            if is_it(entry) {
                *taken = true;
                found = found.or(Some(inside_some(&entry.value)));
            }
        }
        found
    }

    /// Where the group begins.
    pub fn head(&self) -> Span {
        self.head
    }

    /// Reports the fields that nobody took.
    pub fn finish(self, faults: &mut Vec<Diagnostic>) {
        for (entry, taken) in self.entries.iter().zip(&self.taken) {
            let Some(name) = entry.field.filter(|_| !taken) else {
                continue;
            };
            let finding = Diagnostic::new(Rule::UnknownField, name.span).with("field", name.text);
            let finding =
                finding.with("part", Arg::Word(self.part)).with("known", self.known.join(", "));
            faults.push(finding.with_nearest(name.text, self.known.iter().copied()));
        }
    }
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
