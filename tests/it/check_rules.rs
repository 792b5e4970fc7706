//! Every rule has a fixture that breaks it, and breaks nothing else; the printed findings are snapshots.
//!
//! In a fixture, `// K201` at the end of a line says that this rule, and no other, is broken on that line.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use kikitori::check::check;
use kikitori::diagnostic::{Diagnostic, LineIndex, Rule};
use kikitori::lang::Lang;
use kikitori::store::{FileText, read_file};

use crate::program::kikitori;

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let (files, faults) = kikitori::store::scenario_files(&folder);
    assert!(faults.is_empty());
    files
}

/// The findings of a file as `(line, code)`, and those its marks ask for.
type Marks = BTreeMap<usize, Vec<String>>;

fn found(text: &str, findings: &[Diagnostic]) -> Marks {
    let index = LineIndex::new(text);
    let mut marks = Marks::new();
    for finding in findings {
        marks
            .entry(index.position(finding.span.start).line)
            .or_default()
            .push(finding.rule.code().to_owned());
    }
    marks
}

fn asked(text: &str) -> Marks {
    let mut marks = Marks::new();
    for (at, line) in text.lines().enumerate() {
        let comment = line.rsplit_once("// ").map_or("", |(_, comment)| comment);
        let codes: Vec<String> = comment
            .split(' ')
            .filter(|word| Rule::find(word).is_some())
            .map(str::to_owned)
            .collect();
        if !codes.is_empty() {
            marks.insert(at + 1, codes);
        }
    }
    marks
}

#[test]
fn every_fixture_breaks_its_rule_where_it_says_and_nothing_else() {
    for path in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let code = name.split('-').next().unwrap();
        match read_file(&path).unwrap() {
            FileText::NotText(finding) => assert_eq!(finding.rule.code(), code, "{name}"),
            FileText::Text(text, mark) => {
                let findings: Vec<_> = mark.into_iter().chain(check(&text)).collect();
                assert_eq!(found(&text, &findings), asked(&text), "{name}: {findings:#?}");
                assert!(findings.iter().any(|finding| finding.rule.code() == code), "{name}");
            }
        }
    }
}

#[test]
fn every_rule_has_a_fixture() {
    let names: BTreeSet<String> = fixtures()
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    // A file of that size is made while testing, in `cli.rs`; bars and readings are tried on whole scenarios, in `bars.rs`, and
    // libraries in `test_wiseness.rs`.
    let elsewhere = |rule: &Rule| {
        let whole = rule.code().starts_with("K8") || rule.code().starts_with("K9");
        *rule == Rule::TooLarge || whole || rule.is_of_libraries()
    };
    let missing: Vec<String> = Rule::ALL
        .iter()
        .filter(|rule| !elsewhere(rule))
        .map(|rule| format!("{}-{}", rule.code(), rule.name()))
        .filter(|name| !names.contains(name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_findings_are_printed_with_code_place_caret_and_hint() {
    for lang in Lang::ALL {
        let run = kikitori(&["check", "--lang", lang.code(), "tests/check"]);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        insta::assert_snapshot!(format!("findings_{}", lang.code()), run.stdout);
    }
}
