//! Shipped scenarios broken at random: nothing panics, and what changes the meaning is found, or it is a judgement that
//! only the author can make.

use std::fmt::Write as _;

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
