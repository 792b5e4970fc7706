//! What holds for every talk and every file, tried on many.

use std::sync::Arc;

use kikitori::assess::{Reference, scorecard};
use kikitori::check::check;
use kikitori::diagnostic::{LineIndex, Severity};
use kikitori::lang::Lang;
use kikitori::scenario::{ChoiceIdx, Gauges, Scenario, read_and_compile};
use kikitori::session::{Action, At, Refusal, Seed, Session};
use kikitori::store::SHIPPED;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn scenario(at: usize) -> Arc<Scenario> {
    Arc::new(read_and_compile(SHIPPED[at % SHIPPED.len()].1).0.unwrap())
}

/// Many cases, the same on every machine: a test that fails once in a while is a test nobody believes.
pub(crate) fn tried_on(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20),
        ..ProptestConfig::default()
    }
}

/// Plays to the end by shown position, as a person pressing number keys would.
fn play(scenario: &Arc<Scenario>, seed: u64, presses: &[usize]) -> Session {
    let mut talk = Session::start(Arc::clone(scenario), Seed(seed));
    let mut presses = presses.iter().cycle();
    let mut at = 0;
    while talk.beat().is_some() {
        let shown = talk.shown_choices();
        let press = presses.next().unwrap() % shown.len();
        at += 900;
        talk.handle(Action::Choose(shown[press]), at).unwrap();
    }
    talk
}

proptest! {
    #![proptest_config(tried_on(256))]

    #[test]
    fn a_talk_is_its_actions(at in 0_usize..2, seed: u64, presses in prop::collection::vec(0_usize..9, 1..40)) {
        let scenario = scenario(at);
        let talk = play(&scenario, seed, &presses);
        let again = Session::replay(Arc::clone(&scenario), talk.transcript()).unwrap();
        prop_assert_eq!(&again, &talk);
        let reference = Reference::of(&scenario);
        prop_assert_eq!(scorecard(&again, &reference), scorecard(&talk, &reference));
        for lang in Lang::ALL {
            prop_assert_eq!(format!("{:?}", again.view(lang)), format!("{:?}", talk.view(lang)));
        }
    }

    #[test]
    fn a_talk_can_be_had_again_from_any_turn(at in 0_usize..2, seed: u64, presses in prop::collection::vec(0_usize..9, 1..40)) {
        let scenario = scenario(at);
        let talk = play(&scenario, seed, &presses);
        for (turn, taken) in talk.turns().iter().enumerate() {
            let mut again = talk.before_turn(turn).unwrap();
            prop_assert_eq!(again.state(), &taken.before);
            prop_assert_eq!(again.turns(), &talk.turns()[..turn]);
            for entry in &talk.transcript().entries[turn..] {
                again.handle(entry.action, entry.at).unwrap();
            }
            prop_assert_eq!(&again, &talk);
        }
        prop_assert!(talk.before_turn(talk.turns().len()).is_none());
    }

    #[test]
    fn scores_and_gauges_stay_in_their_ranges(at in 0_usize..2, seed: u64, presses in prop::collection::vec(0_usize..9, 1..40)) {
        let scenario = scenario(at);
        let talk = play(&scenario, seed, &presses);
        for turn in talk.turns() {
            for gauges in [turn.before.gauges, turn.after.gauges, turn.gauges_after_reply()] {
                prop_assert!(gauges.anger <= Gauges::MAX && gauges.trust <= Gauges::MAX);
            }
        }
        let card = scorecard(&talk, &Reference::of(&scenario));
        for score in card.scores {
            prop_assert!(score.points <= 100);
            prop_assert!(score.observations as usize <= talk.turns().len());
            // A level is only spoken of where there is enough to go by, and a critical error caps it.
            prop_assert_eq!(score.level.is_some(), score.observations >= 6);
            let spoiled = card.critical.iter().any(|error| error.skill() == score.skill);
            prop_assert!(!spoiled || score.level.is_none_or(|level| level.number() <= 2));
        }
        prop_assert!(card.mended <= card.slips);
    }

    /// Full marks are for the keys alone: any slip that is left loses something.
    #[test]
    fn a_slip_is_seen_in_the_scores(at in 0_usize..2, seed: u64, presses in prop::collection::vec(0_usize..9, 1..40)) {
        let scenario = scenario(at);
        let card = scorecard(&play(&scenario, seed, &presses), &Reference::of(&scenario));
        let lost = card.scores.iter().any(|score| score.exact < 100.into());
        prop_assert_eq!(lost, card.slips > 0);
    }

    /// Nobody gains by erring first: scoring guide, section 3.8, S7. The same answers with the key in place of one
    /// slip never score less, as long as the talk takes the same way.
    #[test]
    fn a_detour_never_pays(at in 0_usize..2, seed: u64, presses in prop::collection::vec(0_usize..9, 1..40), which in 0_usize..20) {
        let scenario = scenario(at);
        let reference = Reference::of(&scenario);
        let erring = play(&scenario, seed, &presses);
        let main: Vec<_> = erring.turns().iter().filter(|turn| !scenario.beat(turn.beat).is_second_chance()).collect();
        let slip = main[which % main.len()].beat;
        let mut better = Session::start(Arc::clone(&scenario), Seed(seed));
        while let Some(beat) = better.beat() {
            // A second chance may come twice, each time for another slip: it is answered as it was for that one.
            let before = better.turns().last().map(|turn| turn.beat);
            let came_after = |at: usize| at.checked_sub(1).map(|last| erring.turns()[last].beat);
            let same = erring.turns().iter().enumerate().find(|(at, turn)| {
                let second_chance = scenario.beat(beat).is_second_chance();
                turn.beat == beat && (!second_chance || came_after(*at) == before)
            });
            let same = same.map(|(_, turn)| turn.choice);
            let choice = if beat == slip { Some(scenario.beat(beat).key) } else { same };
            let Some(choice) = choice else { break };
            better.handle(Action::Choose(choice), 0).unwrap();
        }
        let mains = |talk: &Session| -> Vec<_> {
            talk.turns().iter().map(|turn| turn.beat).filter(|beat| !scenario.beat(*beat).is_second_chance()).collect()
        };
        if better.ending().is_some() && mains(&better) == mains(&erring) && better.ending_idx() == erring.ending_idx() {
            let (erring, better) = (scorecard(&erring, &reference), scorecard(&better, &reference));
            for (before, after) in erring.scores.iter().zip(&better.scores) {
                prop_assert!(after.exact >= before.exact, "{:?}: {} then {}", before.skill, before.exact, after.exact);
            }
        }
    }

    #[test]
    fn an_impossible_action_changes_nothing(at in 0_usize..2, seed: u64, choice: u16) {
        let scenario = scenario(at);
        let mut talk = Session::start(Arc::clone(&scenario), Seed(seed));
        let before = talk.clone();
        let count = scenario.beat(scenario.opens_at).choices.len();
        if usize::from(choice) >= count {
            prop_assert_eq!(talk.handle(Action::Choose(ChoiceIdx(choice)), 0), Err(Refusal::NoSuchChoice));
            prop_assert_eq!(talk, before);
        }
    }
}

#[test]
fn a_talk_that_is_over_takes_nothing_more() {
    let scenario = scenario(0);
    let mut talk = play(&scenario, 1, &[0]);
    assert!(matches!(talk.state().at, At::Ended(_)));
    let before = talk.clone();
    assert_eq!(talk.handle(Action::Choose(ChoiceIdx(0)), 0), Err(Refusal::Over));
    assert_eq!(talk, before);
}

/// Ways to break a line of a scenario file.
fn broken(text: &str, at: usize, how: u8) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let at = at % lines.len();
    let line = lines[at];
    let new = match how {
        0 => String::new(),
        1 => line.replacen('"', "", 1),
        2 => line.replacen('(', "[", 1),
        3 => line.replacen(',', "", 1),
        4 => line.replacen(':', "：", 1),
        5 => line.chars().rev().collect(),
        6 => format!("{line}{line}"),
        7 => line.replace("1", "7"),
        8 => line.replacen('"', "\"\\q", 1),
        _ => return lines[..at].join("\n"),
    };
    let mut all = lines;
    all[at] = &new;
    all.join("\n")
}

/// The scenario that `kikitori new` writes: small, so that many ways to break it can be tried.
const SMALL: &str = include_str!("../../assets/new-scenario.ron");

fn is_a_list_of_findings(text: &str) -> Result<(), TestCaseError> {
    let findings = check(text);
    let index = LineIndex::new(text);
    for finding in &findings {
        prop_assert!(finding.span.end <= text.len());
        prop_assert!(index.position(finding.span.start).line <= text.lines().count().max(1));
        for lang in Lang::ALL {
            for said in [finding.message(lang), finding.hint(lang)] {
                prop_assert!(
                    !said.contains("{$") && !said.contains('⟨'),
                    "{}: {said}",
                    finding.rule.code()
                );
            }
        }
    }
    // Either it can still be played, or an error says why not.
    let playable = read_and_compile(text).0.is_some();
    let errors = findings.iter().any(|finding| finding.rule.severity() == Severity::Error);
    prop_assert_eq!(playable, !errors, "{:?}", findings);
    Ok(())
}

/// A broken file is never a panic; every finding has a place in the file and a sentence without a hole.
mod a_broken_file {
    use super::*;

    proptest! {
        #![proptest_config(tried_on(300))]

        #[test]
        fn is_a_list_of_findings(at: usize, how in 0_u8..10) {
            super::is_a_list_of_findings(&broken(SMALL, at, how))?;
        }
    }

    proptest! {
        #![proptest_config(tried_on(6))]

        /// Whole scenarios are judged by all bars, which takes a moment for each.
        #[test]
        fn is_a_list_of_findings_however_large(which in 0_usize..2, at: usize, how in 0_u8..10) {
            super::is_a_list_of_findings(&broken(SHIPPED[which].1, at, how))?;
        }
    }
}
