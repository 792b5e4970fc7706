//! Test-wiseness: the figures are right, small scenarios are left alone, and every bar of a library is held.
//!
//! `tes../libraries/shelves.ron` is a scenario whose replies tell nothing. Each test makes them tell something.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use kikitori::check::{BEATS_MIN, SCENARIOS_MIN, library, library_report, report};
use kikitori::diagnostic::Rule;
use kikitori::lang::{Lang, Localized};
use kikitori::scenario::{Choice, ChoiceIdx, Scenario, read_and_compile};
use kikitori::surface::{
    Appearance, Bot, Feature, Learned, Tenths, Thousandths, by_chance, item_level, keys_picked,
    tell,
};

fn shelves() -> Scenario {
    let (scenario, findings) = read_and_compile(include_str!("../libraries/shelves.ron"));
    assert_eq!(findings, vec![]);
    scenario.unwrap()
}

/// Changes what is said in the choices of every beat: told which beat it is and whether the choice is the key.
fn said(mut scenario: Scenario, change: impl Fn(usize, bool, &str) -> String) -> Scenario {
    for (at, beat) in scenario.beats.iter_mut().enumerate() {
        let key = beat.key.at();
        for (place, choice) in beat.choices.iter_mut().enumerate() {
            let Choice { say, .. } = choice;
            *say = Localized::same(&change(at, place == key, say.get(Lang::En)));
        }
    }
    scenario
}

/// The scenario and its siblings, in which other things stand on the shelves.
fn siblings(scenario: &Scenario, count: usize) -> Vec<Arc<Scenario>> {
    let sibling = |number: usize| {
        let letter = char::from(b"abcdefgh"[number]);
        let mut sibling = said(scenario.clone(), |_, _, say| {
            say.replace(" belongs", &format!("{letter} belongs"))
        });
        sibling.id = format!("shelves-{letter}");
        Arc::new(sibling)
    };
    (0..count).map(sibling).collect()
}

fn codes(scenarios: &[Arc<Scenario>]) -> BTreeSet<&'static str> {
    library(scenarios).iter().map(|finding| finding.rule.code()).collect()
}

fn appearance(scenario: Scenario) -> Appearance {
    Appearance::of(&Arc::new(scenario), Lang::En)
}

#[test]
fn what_tells_nothing_has_no_correlation_and_earns_what_chance_earns() {
    let report = report(&Arc::new(shelves()));
    assert_eq!(
        (report.beats, report.chance.item, report.chance.path),
        (12, Tenths(250), Some(Tenths(250)))
    );
    let (_, tells) = &report.tells[0];
    assert!(tells.iter().all(|tell| tell.r == Thousandths(0)), "{report}");
    assert!(report.trials.iter().all(|trial| trial.points == report.chance), "{report}");
    assert_eq!(codes(&siblings(&shelves(), SCENARIOS_MIN)), BTreeSet::new());
}

#[test]
fn what_only_keys_have_tells_all() {
    let scenario =
        said(shelves(), |_, key, say| if key { format!("Sorry. {say}") } else { say.to_owned() });
    let appearance = appearance(scenario.clone());
    let apologies = tell(&[&appearance], Feature::Apologies);
    assert_eq!((apologies.r, apologies.because.len()), (Thousandths(1000), 48));
    // All keys come before all others, for they are further from their beat's mean.
    let keys = |places: &[(usize, _, ChoiceIdx)]| {
        places.iter().all(|(_, beat, choice)| scenario.beat(*beat).key == *choice)
    };
    assert!(keys(&apologies.because[..12]));
    let most = Bot::Most(Feature::Apologies).picks(&appearance);
    assert_eq!(item_level(&appearance, &most).0, Tenths(1000));
    assert_eq!(keys_picked(&appearance, &most), (Tenths(1000), Tenths(250)));
    let least = Bot::Least(Feature::Apologies).picks(&appearance);
    assert_eq!(item_level(&appearance, &least).0, Tenths(0));
}

#[test]
fn what_is_rare_tells_little() {
    let scenario = said(shelves(), |at, key, say| {
        if key && at == 0 { say.replace("Today", "Sorry,") } else { say.to_owned() }
    });
    // One beat of twelve: √(1/12).
    assert_eq!(tell(&[&appearance(scenario)], Feature::Apologies).r, Thousandths(289));
}

#[test]
fn equals_are_picked_by_chance() {
    let appearance = appearance(shelves());
    let picks = Bot::Most(Feature::Apologies).picks(&appearance);
    assert_eq!(picks, by_chance(&appearance));
    assert_eq!(item_level(&appearance, &picks).0, Tenths(250));
}

#[test]
fn what_is_learned_is_what_pays_elsewhere() {
    let plain = appearance(shelves());
    let telling = |word: &'static str| {
        appearance(said(
            shelves(),
            move |_, key, say| if key { format!("{word} {say}") } else { say.to_owned() },
        ))
    };
    let (perhaps, sorry) = (telling("Perhaps"), telling("Sorry."));
    let learned = Learned::from(&[&plain, &perhaps], Lang::En);
    assert_eq!(keys_picked(&perhaps, &learned.picks(&perhaps)).0, Tenths(1000));
    // The keys are longer by a word everywhere, which is learned too.
    assert!(keys_picked(&sorry, &learned.picks(&sorry)).0 > Tenths(250));
    let nothing = Learned::from(&[&plain], Lang::En);
    assert_eq!(nothing.picks(&perhaps), by_chance(&perhaps));
}

#[test]
fn a_small_scenario_is_not_judged() {
    let mut small =
        said(shelves(), |_, key, say| if key { format!("{say} Sorry.") } else { say.to_owned() });
    small.beats.truncate(BEATS_MIN - 1);
    // The last beat left ends the talk.
    let ways = shelves().beats[11].choices[0].moves.clone();
    for choice in &mut small.beats[BEATS_MIN - 2].choices {
        choice.moves.clone_from(&ways);
    }
    assert_eq!(library_report(&siblings(&small, 2)).scenarios, 0);
    assert_eq!(codes(&siblings(&small, SCENARIOS_MIN)), BTreeSet::new());
}

#[test]
fn chance_is_not_judged_in_a_small_library() {
    let telling =
        said(shelves(), |_, key, say| if key { format!("{say} Sorry.") } else { say.to_owned() });
    assert_eq!(codes(&siblings(&telling, SCENARIOS_MIN - 1)), BTreeSet::new());
}

/// Each bar of a library is missed here, and its sentences are kept as they are printed.
#[test]
fn a_library_is_told_what_gives_its_keys_away() {
    let key_says = |end: &'static str| {
        move |_: usize, key: bool, say: &str| {
            if key { format!("{say}{end}") } else { say.to_owned() }
        }
    };
    let longer = siblings(&said(shelves(), key_says(" Truly so.")), SCENARIOS_MIN);
    let sorry = siblings(&said(shelves(), key_says(" Sorry.")), SCENARIOS_MIN);
    let phrase = siblings(&said(shelves(), key_says(" Copper hooks.")), 1);
    let mut first = shelves();
    for beat in &mut first.beats {
        beat.choices.swap(0, beat.key.at());
        beat.key = ChoiceIdx(0);
    }
    let first = siblings(&first, 1);
    let mut met = BTreeSet::new();
    let mut printed = String::new();
    for scenarios in [longer, sorry, phrase, first] {
        for finding in library(&scenarios) {
            if met.insert(finding.rule) {
                for lang in Lang::ALL {
                    let (message, hint) = (finding.message(lang), finding.hint(lang));
                    writeln!(printed, "{}: {message}\n  {hint}", finding.rule.code()).unwrap();
                }
            }
        }
    }
    let all: BTreeSet<Rule> =
        Rule::ALL.iter().copied().filter(|rule| rule.is_of_libraries()).collect();
    assert_eq!(met, all);
    insta::assert_snapshot!(printed);
}
