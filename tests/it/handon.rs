//! Attempts handed on: they come back byte for byte and play the same, and no file can do harm.

use std::fs;
use std::sync::Arc;

use kikitori::assess::{Reference, scorecard};
use kikitori::handon::{BYTES_MAX, DEEDS_MAX, Fault, HandOn, read, write};
use kikitori::lang::Lang;
use kikitori::scenario::{Scenario, hash_of, read_and_compile};
use kikitori::session::{Action, Deed, Entries, Millis, Mode, Seed, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::props::tried_on;

const TEXTS: [&str; 3] = [
    "tests/scenarios/tiny.ron",
    "scenarios/examples/the-cold-lunch.ron",
    "scenarios/last-day-sweets.ron",
];

fn text(at: usize) -> String {
    fs::read_to_string(TEXTS[at % TEXTS.len()]).unwrap()
}

fn compiled(text: &str) -> Arc<Scenario> {
    Arc::new(read_and_compile(text).0.unwrap())
}

/// A talk in which these numbers pick what is done; some take back the last decision.
fn played(text: &str, seed: u64, picks: &[u8]) -> (Session, Vec<(Deed, Millis)>) {
    let scenario = compiled(text);
    let mut talk = Session::start(scenario, Seed(seed));
    let mut deeds = Vec::new();
    for (pick, at) in picks.iter().zip((0..).map(|n| n * 1_700)) {
        if *pick > 240 && !talk.turns().is_empty() {
            talk = talk.before_turn(talk.turns().len() - 1).unwrap();
            deeds.push((Deed::TakeBack, at));
            continue;
        }
        let action = match talk.beat() {
            Some(_) => {
                let shown = talk.shown_choices();
                Action::Choose(shown[usize::from(*pick) % shown.len()])
            }
            None if talk.at_sheet() => {
                let sheet = talk.scenario().sheet.as_ref().unwrap().entries.len();
                Action::Fill(Entries(u32::from(*pick) & ((1 << sheet) - 1)))
            }
            None => break,
        };
        let deed = talk.deed(action).unwrap();
        if talk.handle(action, at).is_ok() {
            deeds.push((deed, at));
        }
    }
    (talk, deeds)
}

fn hand_on(text: &str, seed: u64, deeds: Vec<(Deed, Millis)>) -> HandOn {
    HandOn {
        attempt: "k7f2m9".to_owned(),
        person: None,
        text: text.to_owned(),
        seed: Seed(seed),
        mode: Mode::Practice,
        started: 1_795_586_700_000,
        ended: Some(1_795_587_360_000),
        parent: None,
        deeds,
        notes: Vec::new(),
        reflection: None,
    }
}

/// A small attempt with everything in it, as a file.
fn whole() -> (HandOn, String) {
    let text = text(0);
    let (talk, deeds) = played(&text, 7, &[0; 20]);
    assert!(talk.is_over() && !talk.turns().is_empty());
    let attempt = HandOn {
        person: Some("まり \u{202e}\u{0}".to_owned()),
        parent: Some(("p3q".to_owned(), 0)),
        notes: vec![(0, "よく聞けています。\nOne more line.".to_owned())],
        reflection: Some("先に聞く。".to_owned()),
        ..hand_on(&text, 7, deeds)
    };
    let file = write(&attempt);
    (attempt, file)
}

proptest! {
    #![proptest_config(tried_on(60))]

    /// Whatever was said, the file gives the attempt back byte for byte, and the talk with the same scores.
    #[test]
    fn a_talk_comes_back_the_same(
        which in 0..3_usize,
        seed in any::<u64>(),
        picks in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let text = text(which);
        let (talk, deeds) = played(&text, seed, &picks);
        let attempt = hand_on(&text, seed, deeds);
        let file = write(&attempt);
        let opened = read(file.as_bytes()).unwrap();
        prop_assert_eq!(write(&opened.attempt), file);
        prop_assert_eq!(&opened.attempt, &attempt);
        let reference = Reference::of(talk.scenario());
        prop_assert_eq!(scorecard(&opened.talk, &reference), scorecard(&talk, &reference));
        prop_assert_eq!(opened.talk, talk);
    }

    /// Bytes changed anywhere give another attempt or one sentence, and never a panic.
    #[test]
    fn a_garbled_file_is_one_sentence(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut file = whole().1.into_bytes();
        let at = at.index(file.len());
        file[at] = byte;
        if let Err(fault) = read(&file) {
            one_sentence(&fault);
        }
    }

    #[test]
    fn any_bytes_are_one_sentence(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        one_sentence(&read(&bytes).unwrap_err());
    }
}

fn one_sentence(fault: &Fault) {
    for lang in Lang::ALL {
        let said = fault.sentence(lang);
        assert!(!said.is_empty() && said.chars().count() < 300 && !said.contains('⟨'), "{said}");
        assert!(!said.contains(char::is_control) && !said.contains('\u{202e}'), "{said:?}");
    }
}

#[test]
fn everything_in_an_attempt_comes_back() {
    let (attempt, file) = whole();
    let opened = read(file.as_bytes()).unwrap();
    assert_eq!(opened.attempt, attempt);
    assert_eq!(write(&opened.attempt), file);
    assert!(!file.contains(['\u{202e}', '\u{0}']), "what hides is written as an escape");
}

#[test]
fn no_name_is_in_the_file_unless_it_is_put_there() {
    let (attempt, _) = whole();
    let file = write(&HandOn { person: None, ..attempt });
    assert!(!file.contains("person") && !file.contains("まり"));
}

#[test]
fn a_file_that_breaks_off_anywhere_is_one_sentence() {
    let (_, file) = whole();
    let file = file.trim_end();
    for end in 0..file.len() {
        let fault = read(&file.as_bytes()[..end]).unwrap_err();
        one_sentence(&fault);
        assert!(matches!(fault, Fault::BreaksOff(..) | Fault::NotText(_)), "{end}: {fault:?}");
    }
}

/// What is said of the file of a whole attempt with one thing in it changed.
fn changed(change: impl FnOnce(&mut Value)) -> Result<(), Fault> {
    let mut file: Value = serde_json::from_str(&whole().1).unwrap();
    change(&mut file);
    read(file.to_string().as_bytes()).map(|_| ())
}

#[test]
fn what_is_not_known_is_passed_over() {
    assert_eq!(changed(|file| file["later"] = json!({"x": [1, {"y": null}]})), Ok(()));
    assert_eq!(changed(|file| file["steps"][0]["pulse"] = json!(80)), Ok(()));
}

#[test]
fn every_fault_says_what_and_where() {
    type Change = fn(&mut Value);
    let cases: [(Change, &str); 18] = [
        (|file| file["format"] = json!("other"), "not an attempt"),
        (|file| file["version"] = json!(0), "not an attempt"),
        (|file| file["version"] = json!(2), "newer kikitori (format 2)"),
        (|file| file["version"] = json!("1"), "line 1, column"),
        (|file| file["scenario"]["hash"] = json!("00"), "has been changed"),
        (
            |file| {
                let text = file["scenario"]["text"].as_str().unwrap().replace("Monday", "Sunday");
                file["scenario"]["text"] = json!(text);
            },
            "has been changed",
        ),
        (
            |file| {
                file["scenario"]["hash"] = json!(hash_of("("));
                file["scenario"]["text"] = json!("(");
            },
            "cannot be played: ",
        ),
        (|file| file["mode"] = json!("\u{202e}<b>"), "mode that does not exist: “<b>”"),
        (|file| file["seed"] = json!(-1), "line 1, column"),
        (|file| file["steps"] = json!({}), "line 1, column"),
        (|file| file["steps"][0] = json!({"at": 0}), "Step 1 in the file is not a step"),
        (|file| file["steps"][0]["wait"] = json!(true), "Step 1 in the file is not a step"),
        (|file| file["steps"][0]["at"] = json!(u64::MAX), "Step 1 in the file is not a step"),
        (|file| file["steps"][0]["choose"] = json!("nobody"), "Step 1 in the file cannot be taken"),
        (|file| file["steps"][0]["beat"] = json!("nowhere"), "Step 1 in the file cannot be taken"),
        (|file| file["notes"][0]["turn"] = json!(99), "Note 1 in the file stands beside turn 99"),
        (|file| file["notes"][0]["turn"] = json!(0), "Note 1 in the file stands beside turn 0"),
        (|file| file["parent"]["turn"] = json!(0), "counted from 1"),
    ];
    for (number, (change, said)) in cases.into_iter().enumerate() {
        let fault = changed(change).unwrap_err();
        one_sentence(&fault);
        let sentence = fault.sentence(Lang::En);
        assert!(sentence.contains(said), "{number}: {sentence}");
    }
}

#[test]
fn files_without_bounds_are_refused() {
    let big = vec![b' '; BYTES_MAX + 1];
    assert_eq!(read(&big).unwrap_err(), Fault::TooLarge);
    // However deep it goes, what is not known is passed over, and what is known is not as deep.
    let deep = "{\"a\":".repeat(1_000_000);
    assert!(matches!(read(deep.as_bytes()).unwrap_err(), Fault::BreaksOff(1, _)));
    let whole = whole().1;
    let brackets = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
    let deep = whole.replace("\"seed\": 7", &format!("\"seed\": {brackets}"));
    assert!(matches!(read(deep.as_bytes()).unwrap_err(), Fault::Misshapen(..)));
    let many = changed(|file| {
        file["steps"] = json!(vec![json!({"at": 0, "take_back": true}); DEEDS_MAX + 1]);
    });
    assert_eq!(many, Err(Fault::TooManySteps(DEEDS_MAX + 1)));
    let entries = changed(|file| file["steps"][0] = json!({"at": 0, "fill": vec![""; 65]}));
    assert_eq!(entries, Err(Fault::NoStep(1)));
    let notes = changed(|file| file["notes"] = json!(vec![json!({"turn": 1, "text": ""}); 1001]));
    assert_eq!(notes, Err(Fault::TooManyNotes(1001)));
}

#[test]
fn every_field_of_the_file_is_documented() {
    let page = fs::read_to_string("docs/handon.md").unwrap();
    let mut names = Vec::new();
    let mut open = vec![serde_json::from_str::<Value>(&whole().1).unwrap()];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                names.extend(fields.iter().map(|(name, _)| name.clone()));
                open.extend(fields.into_iter().map(|(_, value)| value));
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    names.extend(["wait", "fill", "take_back"].map(str::to_owned));
    for name in names {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
}
