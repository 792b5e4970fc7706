//! The tree that a RON text is read into.

use std::borrow::Cow;

use crate::diagnostic::Span;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'t> {
    /// What was written.
    pub value: Value<'t>,
    /// Where, brackets included.
    pub span: Span,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'t> {
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(&'t str),
    /// A character between single quotes.
    Char(char),
    /// A text between double quotes, escapes resolved.
    Text(Cow<'t, str>),
    /// A bare name, such as `Phone` or `None`.
    Word(&'t str),
    /// `[a, b]`
    List(Vec<Node<'t>>),
    /// `{a: b}`
    Map(Vec<(Node<'t>, Node<'t>)>),
    /// `(a, b)`, `(x: a)`, `Name(a)` or `Name(x: a)`.
    Group {
        /// The name before the bracket, if any.
        name: Option<Name<'t>>,
        /// What is between the brackets.
        entries: Vec<Entry<'t>>,
    },
    /// Something unreadable, already reported.
    Broken,
}

/// A name and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'t> {
    /// The name itself.
    pub text: &'t str,
    /// Where.
    pub span: Span,
}

/// One entry of a group, with its field name if it has one.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'t> {
    /// The name before the colon.
    pub field: Option<Name<'t>>,
    /// The value.
    pub value: Node<'t>,
}

impl Node<'_> {
    /// The place to point at when something about the whole node is wrong: its beginning, not all its lines.
    pub fn head(&self) -> Span {
        match &self.value {
            Value::Group { name, entries } => {
                let end = entries.first().map_or(self.span.end, |entry| entry.value.head().end);
                Span::new(self.span.start, name.map_or(end, |name| name.span.end))
            }
            Value::List(_) | Value::Map(_) => Span::new(self.span.start, self.span.start + 1),
            Value::Bool(_)
            | Value::Number(_)
            | Value::Char(_)
            | Value::Text(_)
            | Value::Word(_)
            | Value::Broken => self.span,
        }
    }
}
