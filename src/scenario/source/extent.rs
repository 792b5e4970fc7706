//! Where each beat and ending is written, from its id to its last bracket.

use crate::diagnostic::Span;
use crate::notation::{self, Node, Value};

/// The fields of a file whose entries are places of the talk.
const FIELDS: [&str; 2] = ["beats", "endings"];

/// The ids of the beats and endings in a file's text, each with all that is written of it.
pub fn extents(text: &str) -> Vec<(String, Span)> {
    let (root, _) = notation::parse(text);
    let Value::Group { entries, .. } = &root.value else {
        return Vec::new();
    };
    let ours =
        entries.iter().filter(|entry| entry.field.is_some_and(|name| FIELDS.contains(&name.text)));
    ours.flat_map(|entry| rows(&entry.value)).collect()
}

fn rows(table: &Node<'_>) -> Vec<(String, Span)> {
    let Value::Map(rows) = &table.value else {
        return Vec::new();
    };
    let row = |(id, value): &(Node<'_>, Node<'_>)| match &id.value {
        Value::Text(text) => Some((text.clone().into_owned(), id.span.to(value.span))),
        _ => None,
    };
    rows.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beat_reaches_to_its_last_bracket() {
        let text = "(id: \"x\", beats: {\"a\": (k: 1), \"b\": ()}, endings: {\"e\": (z: [2])})";
        let written: Vec<(String, &str)> =
            extents(text).into_iter().map(|(id, span)| (id, &text[span.start..span.end])).collect();
        assert_eq!(
            written,
            [
                ("a".to_owned(), "\"a\": (k: 1)"),
                ("b".to_owned(), "\"b\": ()"),
                ("e".to_owned(), "\"e\": (z: [2])")
            ]
        );
        assert!(extents("[").is_empty());
    }
}
