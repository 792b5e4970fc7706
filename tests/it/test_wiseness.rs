//! Test-wiseness: the figures are right, small scenarios are left alone, and every bar of a library is held.
//!
//! `tes../libraries/shelves.ron` is a scenario whose replies tell nothing. Each test makes them tell something.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use kikitori::blind::{Mode, Pick, Reading, options_mark};
use kikitori::check::{
    BEATS_MIN, Judged, SCENARIOS_MIN, check_with, library, library_report, report,
};
use kikitori::diagnostic::Rule;
use kikitori::lang::{Lang, Localized};
use kikitori::scenario::{Beat, Choice, ChoiceIdx, Scenario, read_and_compile};
use kikitori::surface::{
    Appearance, Bot, Feature, Learned, Tenths, Thousandths, by_chance, item_level, keys_picked,
    tell,
};

const SHELVES: &str = include_str!("../libraries/shelves.ron");

fn shelves() -> Scenario {
    compiled(SHELVES)
}

fn compiled(text: &str) -> Scenario {
    let (scenario, findings) = read_and_compile(text);
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
        let letter = char::from(b"abcdefghi"[number]);
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

/// The text of a scenario in which the first wrong reply is worth something in so many beats.
pub(crate) fn kinder(text: &str, beats: usize) -> String {
    let wrong = "(P1: -0.5, O1: -0.5, C1: -0.5)";
    let rate = |(at, part): (usize, &str)| match at {
        0 => part.to_owned(),
        at if at % 3 == 1 && at < beats * 3 => format!("(P1: 0.5, O1: 0.5, C1: 0.5){part}"),
        _ => format!("{wrong}{part}"),
    };
    text.split(wrong).enumerate().map(rate).collect()
}

/// Scenarios that are said to be so hard, and are kinder in so many beats.
fn of_difficulties(levels: &[(u8, usize)]) -> Vec<Arc<Scenario>> {
    let scenario = |(number, (level, beats)): (usize, &(u8, usize))| {
        let text = SHELVES.replace("difficulty: 1,", &format!("difficulty: {level},"));
        let text = text.replace("id: \"shelves\"", &format!("id: \"shelves-{number}\""));
        Arc::new(compiled(&kinder(&text, *beats)))
    };
    levels.iter().enumerate().map(scenario).collect()
}

/// What is said of difficulty alone.
fn of_difficulty(levels: &[(u8, usize)]) -> Vec<&'static str> {
    let of_difficulty = [Rule::DifficultySpread, Rule::DifficultyOrder];
    let findings = library(&of_difficulties(levels));
    let rules = findings.iter().map(|finding| finding.rule);
    rules.filter(|rule| of_difficulty.contains(rule)).map(Rule::code).collect()
}

#[test]
fn a_library_of_nine_has_every_difficulty() {
    let mut levels = [(1, 8), (1, 7), (2, 6), (2, 5), (3, 4), (3, 3), (4, 2), (4, 1), (5, 0)];
    assert_eq!(of_difficulty(&levels), Vec::<&str>::new());
    levels[8].0 = 4;
    assert_eq!(of_difficulty(&levels), ["K718"]);
    levels[8].0 = 5;
    levels[7].0 = 5;
    assert_eq!(of_difficulty(&levels), ["K718"]);
    // Eight cannot have them all.
    assert_eq!(of_difficulty(&levels[..8]), Vec::<&str>::new());
}

#[test]
fn what_is_called_hard_is_hard() {
    for (kinds, found) in [
        (&[3, 2, 1, 0][..], false),
        (&[0, 1, 2, 3], true),
        // Too few to have an order.
        (&[0, 1, 2], false),
        // As hard, all of them.
        (&[1, 1, 1, 1], false),
        // ρ is 0.5, and 0.4.
        (&[2, 4, 1, 3, 0], false),
        (&[3, 2, 1, 4, 0], true),
    ] {
        let levels: Vec<(u8, usize)> = (1..).zip(kinds.iter().copied()).collect();
        assert_eq!(of_difficulty(&levels) == ["K719"], found, "{kinds:?}");
    }
    assert_eq!(of_difficulty(&[(3, 0), (3, 1), (3, 2), (3, 3)]), Vec::<&str>::new());
}

/// Scenarios that were read blind: at so many of the twelve decisions of each the key was found.
fn read_blind(scenarios: usize, keys: usize) -> Vec<Judged> {
    let judged = |number: usize| {
        let text = SHELVES.replace("id: \"shelves\"", &format!("id: \"shelves-{number}\""));
        let scenario = compiled(&text);
        let pick = |(at, beat): (usize, &Beat)| {
            let found = at < keys;
            let is = |choice: &&Choice| (choice.id == beat.choices[beat.key.at()].id) == found;
            let choice = beat.choices.iter().find(is).unwrap().id.clone();
            Pick { beat: beat.id.clone(), choice }
        };
        let picks = scenario.beats.iter().enumerate().map(pick).collect();
        let options = options_mark(&scenario, Lang::En);
        let (mode, reader) = (Mode::Blind, String::new());
        let reading = Reading { mode, lang: Lang::En, options, reader, picks };
        check_with(&text, Some(&[reading])).judged.unwrap()
    };
    (0..scenarios).map(judged).collect()
}

#[test]
fn blind_readers_are_at_a_loss_on_the_mean() {
    let codes = |scenarios, keys| -> Vec<&str> {
        let found = library(read_blind(scenarios, keys));
        let of_readers = found.iter().map(|finding| finding.rule.code());
        of_readers.filter(|code| code.starts_with("K9")).collect()
    };
    // 5 of 12 are 42 %, 6 are 50 %.
    assert_eq!(codes(SCENARIOS_MIN, 5), Vec::<&str>::new());
    assert_eq!(codes(SCENARIOS_MIN, 6), ["K904"]);
    assert_eq!(codes(SCENARIOS_MIN - 1, 12), Vec::<&str>::new());
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
    let (alike, order) = (siblings(&shelves(), 9), [(1, 0), (2, 1), (3, 2), (4, 3)]);
    let mut met = BTreeSet::new();
    let mut printed = String::new();
    let libraries = [longer, sorry, phrase, first, alike, of_difficulties(&order)];
    let found = libraries.iter().flat_map(library);
    {
        for finding in found.chain(library(read_blind(SCENARIOS_MIN, 6))) {
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
