//! Our reader of RON against the `ron` crate: what both read, they read alike.

use kikitori::notation::{Node, Value, parse};
use kikitori::store::SHIPPED;
use proptest::prelude::*;

use crate::props::tried_on;

/// A tree as `ron` would print what it means: names of variants are lost there, so they are left out here.
fn meaning(node: &Node<'_>) -> String {
    match &node.value {
        Value::Bool(value) => value.to_string(),
        Value::Number(written) => number(written),
        Value::Char(c) => format!("{c:?}"),
        Value::Text(text) => format!("{text:?}"),
        Value::Word(_) => "()".to_owned(),
        Value::List(items) => list(items.iter().map(meaning)),
        Value::Map(pairs) => map(pairs.iter().map(|(key, value)| (meaning(key), meaning(value)))),
        Value::Group { entries, .. } if entries.is_empty() => "()".to_owned(),
        Value::Group { entries, .. } if entries.iter().all(|entry| entry.field.is_some()) => {
            map(entries
                .iter()
                .map(|entry| (format!("{:?}", entry.field.unwrap().text), meaning(&entry.value))))
        }
        Value::Group { name, entries } if entries.len() == 1 && name.is_some() => {
            meaning(&entries[0].value)
        }
        Value::Group { entries, .. } => list(entries.iter().map(|entry| meaning(&entry.value))),
        Value::Broken => "broken".to_owned(),
    }
}

fn number(written: &str) -> String {
    format!("{:?}", written.replace('_', "").parse::<f64>().unwrap())
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn map(pairs: impl Iterator<Item = (String, String)>) -> String {
    let mut rows: Vec<String> = pairs.map(|(key, value)| format!("{key}:{value}")).collect();
    rows.sort();
    format!("{{{}}}", rows.join(","))
}

fn meaning_to_ron(value: &ron::Value) -> String {
    match value {
        ron::Value::Bool(value) => value.to_string(),
        ron::Value::Number(number) => format!("{:?}", number.into_f64()),
        ron::Value::Char(c) => format!("{c:?}"),
        ron::Value::String(text) => format!("{text:?}"),
        ron::Value::Unit => "()".to_owned(),
        ron::Value::Option(inner) => {
            inner.as_ref().map_or("()".to_owned(), |inner| meaning_to_ron(inner))
        }
        ron::Value::Seq(items) => list(items.iter().map(meaning_to_ron)),
        ron::Value::Map(pairs) => {
            map(pairs.iter().map(|(key, value)| (meaning_to_ron(key), meaning_to_ron(value))))
        }
        ron::Value::Bytes(bytes) => format!("{bytes:?}"),
    }
}

/// The text with every variant's name taken off, because `ron` reads a name it has no type for as a fault.
fn without_variant_names(text: &str) -> String {
    let mut plain = String::new();
    let mut in_text = false;
    let mut word = String::new();
    for c in text.chars() {
        if c == '"' && !plain.ends_with('\\') {
            in_text = !in_text;
        }
        if !in_text && (c.is_alphanumeric() || c == '_') {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            let capital = word.starts_with(char::is_uppercase);
            let is_field = c == ':';
            if !capital || is_field {
                plain.push_str(&word);
            } else if c != '(' {
                plain.push_str("()");
            }
            word.clear();
        }
        plain.push(c);
    }
    plain + &word
}

#[test]
fn the_shipped_scenarios_are_read_as_ron_reads_them() {
    for (name, text) in SHIPPED {
        let plain = without_variant_names(text);
        let (tree, faults) = parse(&plain);
        assert!(faults.is_empty(), "{name}: {faults:?}");
        let theirs: ron::Value =
            ron::from_str(&plain).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(meaning(&tree) == meaning_to_ron(&theirs), "{name} is read differently");
    }
}

/// RON values of every kind that has no variant name.
fn ron_text() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        "[a-z 承りました、。]{0,8}".prop_map(|text| format!("{text:?}")),
        Just(r#""a \"quoted\" \\ \n \t \u{627f} \x41""#.to_owned()),
        Just("r#\"raw \" text\"#".to_owned()),
    ];
    let leaf = prop_oneof![
        text,
        any::<i32>().prop_map(|n| n.to_string()),
        (-1000_i32..1000, 0_u32..100).prop_map(|(n, d)| format!("{n}.{d:02}")),
        any::<bool>().prop_map(|b| b.to_string()),
        Just("()".to_owned()),
        Just("1_000".to_owned()),
        Just("'x'".to_owned()),
    ];
    leaf.prop_recursive(4, 48, 5, |inner| {
        let field = ("[a-z][a-z_]{0,5}", inner.clone())
            .prop_map(|(name, value)| format!("{name}_f: {value}"));
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| items
                    .into_iter()
                    .enumerate()
                    .map(|(at, item)| format!("\"k{at}\": {item}"))
                    .collect::<Vec<_>>())
                .prop_map(|rows| format!("{{ {} }} // a map\n", rows.join(",\n"))),
            prop::collection::vec(field, 1..4).prop_map(|fields| {
                let named =
                    fields.into_iter().enumerate().map(|(at, field)| format!("f{at}{field}"));
                format!("( /* a /* nested */ note */ {},)", named.collect::<Vec<_>>().join(", "))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(tried_on(400))]

    #[test]
    fn what_ron_can_read_is_read_alike(text in ron_text()) {
        let theirs: ron::Value = ron::from_str(&text).unwrap();
        let (tree, faults) = parse(&text);
        prop_assert!(faults.is_empty(), "{text}\n{faults:?}");
        prop_assert_eq!(meaning(&tree), meaning_to_ron(&theirs), "{}", text);
    }

    /// Whatever the text, reading ends, and every place lies within it.
    #[test]
    fn any_text_is_read_to_the_end(text in "[\\(\\)\\[\\]{}:,\"'a-z0-9 .#!/*\\\\\n（）「」：、承り-]{0,200}") {
        let (_, faults) = parse(&text);
        for fault in faults {
            prop_assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len(), "{fault:?}");
            prop_assert!(text.is_char_boundary(fault.span.start) && text.is_char_boundary(fault.span.end), "{fault:?}");
        }
    }
}
