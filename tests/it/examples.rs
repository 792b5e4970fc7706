//! The examples for authors: without a finding, whole, and with every part of the language.

use std::sync::Arc;

use kikitori::analysis::{Exact, Fate, analyze};
use kikitori::assess::{Reference, scorecard};
use kikitori::check::check;
use kikitori::rubric::Skill;
use kikitori::scenario::{Scenario, read_and_compile};

use crate::scenarios::{files_in, of_one_length};

fn example() -> (String, Arc<Scenario>) {
    let [(name, text)]: [(String, String); 1] = files_in("scenarios/examples").try_into().unwrap();
    let (scenario, findings) = read_and_compile(&text);
    assert_eq!(findings, vec![], "{name}");
    let scenario = scenario.unwrap();
    assert_eq!(format!("{}.ron", scenario.id), name);
    (text, Arc::new(scenario))
}

#[test]
fn the_example_has_no_finding() {
    let (text, scenario) = example();
    // Without what it accepts: nobody is to be trained with it, so nobody has read it blind, and that alone may stay.
    let from = text.find("    accepts: {").expect("what it accepts");
    let to = from + text[from..].find("\n    },\n").expect("its end") + "\n    },\n".len();
    assert_eq!(text[from..to].matches("\"K").count(), 1);
    assert_eq!(check(&format!("{}{}", &text[..from], &text[to..])), vec![]);
    of_one_length(&scenario);
    let counts = (scenario.beats.len(), scenario.endings.len(), scenario.personas.len());
    assert_eq!(counts, (10, 5, 2));
    assert_eq!(scenario.beats.iter().filter(|beat| beat.is_second_chance()).count(), 1);
}

/// Fields, words, conditions, effects and ways as they are written: a part that nobody can look up is missing here.
#[test]
fn every_part_of_the_language_is_there() {
    let parts = "
        languages: readings: content_notes: look: clock: acts: opens_at: gauges: flags: facts: promises: interrupts: sheet:
        personas: channel: role: holder: guess: due: fallback: by: act: phase: pull: voice: of: facilitator: question:
        listen_for: reasons: says: ask: if_silent: move_on: principle: minutes: seconds: lines: enter: tells: cues:
        rates: key: aims: shows: misses: topics: to: enough: after: next: mends: when: locked: silence: thought: ratings: effects: takes:
        guesses: leaks: critical: feedback: best_when: speaker: one_of: entries: section: right: fault: outcome:
        early: weak_in: chooses:
        Surface Confidential Open Work Close After Hurry Fear Pity Internal
        Happened Wants Promised MustKnow Always Never Invented Label Leak
        Is( Told( Chose( Guessed( Leaked( Promised( Kept( Broken( Noted( Clock(from: Clock(until: Anger( Trust( Gauge(
        Not( Any( Set( Clear( Promise( Keep( Break( Line( Rule( Known( Fact( Back Sheet Chance(
    ";
    let (text, _) = example();
    let code: String =
        text.lines().map(|line| line.split("// ").next().unwrap()).collect::<Vec<_>>().join("\n");
    let missing: Vec<&str> = parts.split_whitespace().filter(|part| !code.contains(part)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_ending_can_be_come_to_and_luck_is_not_enough() {
    let (_, scenario) = example();
    let analysis = analyze(&scenario, usize::MAX);
    let whole = analysis.whole.unwrap();
    assert!(whole.endings.iter().all(Option::is_some));
    assert!(whole.facts_never_told.is_empty() && whole.promises_never_made.is_empty());
    let random = &analysis.policies[0].1;
    let at_most = |exact: &Exact, percent: &str| *exact <= percent.parse().unwrap();
    assert!(at_most(random.endings.last().unwrap(), "1/10"), "{:?}", random.endings);
    assert!(at_most(random.endings.first().unwrap(), "1/2"), "{:?}", random.endings);
    assert!(random.scores.iter().all(|moments| at_most(&moments.mean, "50")), "{random:?}");
}

/// However chance decides, the keys come to the best ending.
#[test]
fn the_keys_lead_to_the_best_ending_with_full_marks() {
    let (_, scenario) = example();
    let reference = Reference::of(&scenario);
    let card = scorecard(&reference.talk, &reference);
    assert_eq!(card.scores.map(|score| score.points), [100, 100, 100]);
    assert_eq!(reference.talk.ending(), scenario.endings.last());
    let analysis = analyze(&scenario, usize::MAX);
    let (_, keys) = analysis.policies.iter().find(|(name, _)| name == "reference").unwrap();
    assert_eq!(*keys.endings.last().unwrap(), "1".parse().unwrap());
}

/// Scoring guide, section 3.4: the skill that a persona is weak in comes out lowest, at least 8 below its best.
#[test]
fn personas_are_weakest_where_they_are_meant_to_be() {
    let (_, scenario) = example();
    let analysis = analyze(&scenario, usize::MAX);
    let points = |number: i64| Exact::from_integer(number.into());
    for persona in &scenario.personas {
        let fate: &Fate =
            &analysis.policies.iter().find(|(name, _)| *name == persona.id).unwrap().1;
        let mean = |skill: Skill| fate.scores[skill as usize].mean.clone();
        let weak = mean(persona.weak_in.unwrap());
        let best = Skill::ALL.map(mean).into_iter().max().unwrap();
        let lowest = Skill::ALL.map(mean).into_iter().min().unwrap();
        assert!(weak <= lowest + points(2) && weak <= best - points(8), "{}", persona.id);
    }
}
