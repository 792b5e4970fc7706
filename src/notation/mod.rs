//! Reads RON into a tree in which every value knows its place, and goes on after a fault.
//!
//! The `ron` crate stops at the first fault and loses the place of a value once it is read.
//! An author needs the opposite, so this is our own reader of the same notation; the tests hold it against `ron` itself.

mod decode;
mod few;
mod lex;
mod parse;
mod tree;

pub use decode::{Fields, FromNode, OneOrMany, Rows, Table, Text, Whole, Word};
pub(crate) use decode::{Lookup, duplicate_id, unknown_word, word, wrong_kind};
pub use few::Few;
pub use parse::{Row, parse, parse_rows};
pub use tree::{Entry, Name, Node, Value};

use crate::diagnostic::{Diagnostic, Rule, Span};

/// Brackets deeper than this are a fault, not a scenario; it also bounds the reader's stack.
pub const DEPTH_MAX: usize = 48;

/// After this many faults in reading, the rest of a file says nothing new.
pub const READING_FAULTS_MAX: usize = 20;

/// The text without the byte order mark that some editors put before it, and the finding if there was one.
///
/// The mark cannot be seen; the finding and all others count from the text without it.
pub fn strip_byte_order_mark(text: &str) -> (&str, Option<Diagnostic>) {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => (rest, Some(Diagnostic::new(Rule::ByteOrderMark, Span::default()))),
        None => (text, None),
    }
}
