//! Scenarios broken at random, and every name in one in turn: nothing panics or hangs, and what changes the meaning is
//! found, or it is a judgement that only the author can make.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Bound;

use kikitori::check::check;
use kikitori::scenario::{Scenario, read_and_compile};
use kikitori::store::SHIPPED;
use proptest::prelude::*;

use crate::props::tried_on;

/// Ways to break a scenario's text.
#[derive(Debug, Clone, Copy)]
enum Break {
    /// Takes a line out.
    DeleteLine,
    /// Puts one id in place of another.
    SwapId,
    /// Ends the file early.
    Cut,
    /// Turns a rating round.
    FlipRating,
    /// Says a line twice.
    RepeatLine,
}

fn broken(text: &str, at: usize, how: Break) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let at = at % lines.len();
    match how {
        Break::DeleteLine => [&lines[..at], &lines[at + 1..]].concat().join("\n"),
        Break::RepeatLine => [&lines[..=at], &lines[at..]].concat().join("\n"),
        Break::Cut => lines[..at].join("\n"),
        Break::SwapId => {
            // The next place that leads somewhere leads to what the one after it leads to.
            let leads = |line: &&str| line.contains("next: \"") || line.contains("key: \"");
            let found: Vec<usize> = (0..lines.len()).filter(|n| leads(&lines[*n])).collect();
            let n = at % found.len();
            let (this, other) = (found[n], found[(n + 1) % found.len()]);
            let id = |line: &str| line.split('"').nth(1).unwrap_or_default().to_owned();
            let swapped = lines[this].replacen(&id(lines[this]), &id(lines[other]), 1);
            let mut all = lines.clone();
            all[this] = &swapped;
            all.join("\n")
        }
        Break::FlipRating => {
            let rated: Vec<usize> =
                (0..lines.len()).filter(|n| lines[*n].contains("ratings: (")).collect();
            let this = rated[at % rated.len()];
            let flipped = lines[this].replace(": -", ": ~").replace(": 0.5", ": -0.5");
            let flipped = flipped.replace(": 1", ": -1").replace(": ~", ": ");
            let mut all = lines.clone();
            all[this] = &flipped;
            all.join("\n")
        }
    }
}

/// What a scenario does, its words, its ratings, its effects, its facts and its cues left aside: these are its author's
/// to judge, and no rule can know better, as long as the bars hold. A way that leads to another beat is a judgement,
/// too, where all beats and endings are still come to and the bars hold; few are.
fn skeleton(scenario: &Scenario) -> String {
    let mut shown = String::new();
    let _ =
        writeln!(shown, "{:?} {:?} {:?}", scenario.opens_at, scenario.marks, scenario.interrupts);
    for beat in &scenario.beats {
        let _ = writeln!(shown, "{} {:?} {:?} {:?}", beat.id, beat.mends, beat.next, beat.rates);
        for choice in &beat.choices {
            let _ = writeln!(shown, "  {} {:?}", choice.id, choice.moves);
        }
    }
    for ending in &scenario.endings {
        let _ = writeln!(shown, "{} {:?}", ending.id, ending.outcome);
    }
    shown
}

fn looked_at(which: usize, at: usize, how: Break) -> Result<(), TestCaseError> {
    let (name, text) = SHIPPED[which];
    let mutant = broken(text, at, how);
    let findings = check(&mutant);
    if !findings.is_empty() {
        return Ok(());
    }
    // Nothing was found: then what the scenario does is what it did.
    let (before, after) = (read_and_compile(text).0, read_and_compile(&mutant).0);
    let (before, after) = (before.map(|it| skeleton(&it)), after.map(|it| skeleton(&it)));
    let place = at % text.lines().count();
    prop_assert_eq!(before, after, "{} {:?} at line {}: nothing was found", name, how, place + 1);
    Ok(())
}

proptest! {
    #![proptest_config(tried_on(10))]

    #[test]
    fn a_mutant_is_found_or_means_the_same(
        which in 0_usize..2,
        at: usize,
        how in prop::sample::select(vec![
            Break::DeleteLine, Break::DeleteLine, Break::SwapId, Break::Cut, Break::FlipRating,
            Break::RepeatLine,
        ]),
    ) {
        looked_at(which, at, how)?;
    }
}

/// A rating turned round is the author's judgement, until the bars or the key no longer hold; most are found.
#[test]
fn most_flipped_keys_are_found() {
    let (_, text) = SHIPPED[0];
    let keys = (0..8).map(|n| broken(text, n, Break::FlipRating));
    let found = keys.filter(|mutant| mutant != text && !check(mutant).is_empty()).count();
    assert!(found >= 4, "only {found} of 8 flipped rows were found");
}

/// What uses every kind of name, and is so small that it can be broken at every one of them.
const EVERY_NAME: &str = include_str!("../../scenarios/examples/the-cold-lunch.ron");

/// Uses of names: what is named, how it is used, and what stands before the name there.
const USES: &[(&str, &str, &[&str])] = &[
    ("place", "the first beat", &["opens_at: \""]),
    ("place", "a way", &["next: \"", "to: \"", "        \""]),
    ("place", "a mended beat", &["mends: \""]),
    ("choice", "a key", &["key: \""]),
    ("speaker", "who says it", &["speaker: \"", "(speaker: \""]),
    ("speaker", "who promises, or knows", &["by: \"", "holder: \""]),
    ("act", "an act", &["act: \""]),
    ("rule", "a rule as a cue", &["Rule(\""]),
    ("known", "what is known as a cue", &["Known(\""]),
    ("fact", "a fact as a cue", &["Fact(\""]),
    ("fact", "a fact that is told", &["tells: [\""]),
    ("fact", "a fact that is guessed or leaked", &["guesses: [\"", "leaks: [\""]),
    ("fact", "a fact asked for", &["Told(\"", "Guessed(\"", "Leaked(\""]),
    ("flag", "a flag that is set or cleared", &["Set(\"", "Clear(\""]),
    ("flag", "a flag asked for", &["Is(\""]),
    ("promise", "a promise that is made, kept or broken", &["Promise(\"", "Keep(\"", "Break(\""]),
    ("promise", "a promise asked for", &["Promised(\"", "Kept(\"", "Broken(\""]),
    ("entry", "an entry asked for", &["Noted(\""]),
    ("place", "a beat asked for", &["Chose(\""]),
    ("place", "a beat of a persona", &["chooses: [(\""]),
];

/// Uses in which a name can stand in place of another without being found, and why.
const JUDGED: &[(&str, &str)] = &[
    ("a way", "a way past a beat is a shorter talk, where all is still come to"),
    ("a mended beat", "a second chance may mend any beat that came before it"),
    ("who says it", "anybody may say a line"),
    ("who promises, or knows", "anybody may promise, and know a fact"),
    ("an act", "a talk may go from act to act as it likes"),
    ("a rule as a cue", "which rule decides is in the words"),
    ("what is known as a cue", "what decides is in the words"),
    ("a fact as a cue", "which fact decides is in the words"),
    (
        "a fact that is told",
        "what a line tells is in its words; a hidden fact is told elsewhere too",
    ),
    ("a fact asked for", "each of them is told to somebody"),
    ("a flag that is set or cleared", "each of them is set elsewhere too"),
    ("a flag asked for", "each of them is asked for elsewhere too"),
    ("a promise that is made, kept or broken", "each of them is made elsewhere too"),
    ("a promise asked for", "each of them is made, and kept or broken"),
    ("an entry asked for", "any entry may be written"),
    ("a beat asked for", "the other beat has such a choice, too"),
    ("a beat of a persona", "a habit may show at any beat"),
];

/// Where a name is used so, and the name.
fn used<'t>(text: &'t str, before: &[&str]) -> BTreeMap<usize, &'t str> {
    let starts = before
        .iter()
        .flat_map(|before| text.match_indices(before).map(|(at, _)| at + before.len()));
    let name = |start: usize| {
        let name = text[start..].split('"').next().unwrap_or_default();
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        // What has a colon after it is declared there.
        (is_name && !text[start + name.len()..].starts_with("\":")).then_some((start, name))
    };
    starts.filter_map(name).collect()
}

/// Every name that is used so, with the next other one of its kind in its place.
fn swapped(kind: &str, before: &[&str]) -> Vec<(String, String)> {
    let of_kind = USES.iter().filter(|(other, ..)| *other == kind);
    let names: BTreeSet<&str> =
        of_kind.flat_map(|(_, _, before)| used(EVERY_NAME, before).into_values()).collect();
    let mut mutants = Vec::new();
    for (at, name) in used(EVERY_NAME, before) {
        let later = names.range::<str, _>((Bound::Excluded(name), Bound::Unbounded));
        if let Some(other) = later.chain(&names).find(|other| **other != name) {
            let (head, tail) = (&EVERY_NAME[..at], &EVERY_NAME[at + name.len()..]);
            let place = format!("line {}: {name} -> {other}", head.lines().count());
            mutants.push((place, format!("{head}{other}{tail}")));
        }
    }
    mutants
}

#[test]
fn every_name_is_swapped_for_another_of_its_kind() {
    let (mut all, mut found, mut uses) = (0, 0, BTreeSet::new());
    for (kind, usage, before) in USES {
        for (place, mutant) in swapped(kind, before) {
            all += 1;
            if !check(&mutant).is_empty() {
                found += 1;
                continue;
            }
            uses.insert(*usage);
            let judged = JUDGED.iter().any(|(judged, _)| judged == usage);
            assert!(judged, "{usage}, {place}: nothing was found");
        }
    }
    // What is excused is what needs it, and a good part is found all the same.
    let judged: BTreeSet<&str> = JUDGED.iter().map(|(usage, _)| *usage).collect();
    assert_eq!(uses, judged);
    assert!(found * 4 >= all, "only {found} of {all} were found");
}

/// After the sheet a second chance would go back to the first beat's way on, and the talk would come round for ever.
#[test]
fn a_second_chance_after_the_sheet_is_a_loop() {
    let round = EVERY_NAME.replace("to: \"E5\"", "to: \"again\"");
    assert_ne!(round, EVERY_NAME);
    let codes: Vec<&str> = check(&round).iter().map(|finding| finding.rule.code()).collect();
    assert!(codes.contains(&"K303"), "{codes:?}");
}
