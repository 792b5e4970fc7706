//! `kikitori handbook`: the pages in the terminal, by code and by what they say.

use kikitori::handbook::{Subject, groups};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::rubric::{Indicator, Rating};

use crate::program::kikitori;

#[test]
fn without_a_term_every_page_is_listed_under_its_group() {
    for lang in Lang::ALL {
        let run = kikitori(&["handbook", "--lang", lang.code()]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        let mut rest = run.stdout.as_str();
        for group in groups(lang) {
            rest = rest.split_once(group.title).unwrap().1;
            for page in &group.pages {
                let code = format!("\n  {} ", page.subject.code());
                rest = rest.split_once(&code).unwrap_or_else(|| panic!("{code}")).1;
            }
        }
    }
}

#[test]
fn a_page_is_read_by_its_code() {
    let english = kikitori(&["handbook", "P2"]);
    assert_eq!((english.code, english.stderr.as_str()), (0, ""));
    assert_eq!(english.stdout, kikitori(&["handbook", "p2"]).stdout);
    insta::assert_snapshot!("handbook_en", english.stdout);
    insta::assert_snapshot!("handbook_ja", kikitori(&["handbook", "X6", "--lang", "ja"]).stdout);
    insta::assert_snapshot!("handbook_guide", kikitori(&["handbook", "firmness"]).stdout);
}

/// The debrief's own words stand on the page of every indicator, from exemplary to harmful.
#[test]
fn every_indicator_is_explained_at_every_rating() {
    for lang in Lang::ALL {
        for indicator in Indicator::ALL {
            let run = kikitori(&["handbook", indicator.code(), "--lang", lang.code()]);
            let mut rest = run.stdout.as_str();
            let name = say(lang, indicator.code());
            rest = rest.strip_prefix(&format!("{} {name}\n", indicator.code())).unwrap();
            for rating in Rating::RANGE.rev().filter_map(Rating::from_half_steps) {
                let word = format!("\n{}\n  ", say(lang, rating.word()));
                rest = rest.split_once(&word).unwrap_or_else(|| panic!("{name}: {word}")).1;
            }
        }
    }
}

#[test]
fn words_find_pages_in_either_script() {
    let only = kikitori(&["handbook", "false", "hope"]);
    assert!(only.stdout.starts_with("C4 Says a plain no\n"), "{}", only.stdout);
    let several = kikitori(&["handbook", "harassment"]);
    assert_eq!((several.code, several.stderr.as_str()), (0, ""));
    let found = "  C5          Shows where the line is\n                harmful: Endures it alone";
    assert!(several.stdout.contains(found), "{}", several.stdout);
    let one = kikitori(&["handbook", "慇懃無礼", "--lang", "ja"]);
    let page = Subject::from_code("apology").unwrap().page(Lang::Ja).unwrap();
    assert!(one.stdout.starts_with(&page.title), "{}", one.stdout);
    let narrow = kikitori(&["handbook", "ｶｽﾊﾗ", "--lang", "ja"]);
    assert!(narrow.stdout.contains("\n  C5 ") && narrow.stdout.contains("カスハラ"), "{narrow:?}");
}

#[test]
fn what_is_nowhere_is_one_sentence() {
    let run = kikitori(&["handbook", "zebra"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.lines().count() == 1 && run.stderr.contains("zebra"), "{run:?}");
}
