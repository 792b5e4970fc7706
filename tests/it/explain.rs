//! `kikitori explain`: a page for every rule, in both languages, with examples that can be read.

use kikitori::diagnostic::{Rule, rule_groups};
use kikitori::lang::Lang;
use kikitori::notation::parse;

use crate::program::kikitori;

#[test]
fn without_a_code_every_rule_is_listed_under_its_group() {
    for lang in Lang::ALL {
        let run = kikitori(&["explain", "--lang", lang.code()]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        let mut rest = run.stdout.as_str();
        for group in rule_groups(lang) {
            rest = rest.split_once(group.title).unwrap().1;
            for rule in &group.rules {
                let named = format!("\n  {} {} ", rule.code(), rule.name());
                rest = rest.split_once(&named).unwrap_or_else(|| panic!("{named}")).1;
            }
        }
    }
}

#[test]
fn a_rule_is_explained_by_code_or_name_in_either_language() {
    let english = kikitori(&["explain", "K201"]);
    assert_eq!((english.code, english.stderr.as_str()), (0, ""));
    assert_eq!(english.stdout, kikitori(&["explain", "unknown-beat"]).stdout);
    assert_eq!(english.stdout, kikitori(&["explain", "k201"]).stdout);
    insta::assert_snapshot!("explain_en", english.stdout);
    let japanese = kikitori(&["explain", "K201", "--lang", "ja"]);
    insta::assert_snapshot!("explain_ja", japanese.stdout);
}

#[test]
fn a_rule_that_is_not_there_is_one_sentence_with_the_nearest() {
    for (code, says) in [("K20l", "K201"), ("unknown-beet", "unknown-beat"), ("x", "lists all")] {
        let run = kikitori(&["explain", code]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{code}");
        assert!(run.stderr.lines().count() == 1 && run.stderr.contains(says), "{run:?}");
    }
}

/// Examples are parts of a scenario: fields, entries of a map, or a choice.
#[test]
fn every_mended_example_is_good_ron() {
    for lang in Lang::ALL {
        for rule in Rule::ALL {
            let example = rule.page(lang).unwrap().right;
            let (open, close) = match example.chars().next() {
                Some('"') => ('{', '}'),
                Some('(') => ('[', ']'),
                _ => ('(', ')'),
            };
            let (_, faults) = parse(&format!("{open}{example}\n{close}"));
            assert_eq!(faults, vec![], "{} {}: {example}", lang.code(), rule.code());
        }
    }
}
