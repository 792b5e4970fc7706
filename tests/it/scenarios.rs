//! The shipped scenarios: all in the program, without a finding, complete in both languages.

use std::path::Path;
use std::sync::Arc;

use kikitori::analysis::{BUDGET, analyze, random_trainee};
use kikitori::assess::{Reference, scorecard};
use kikitori::check::{check, library};
use kikitori::lang::Lang;
use kikitori::scenario::{PromiseIdx, Scenario, read_and_compile};
use kikitori::store::{FIRST_CALL, SHIPPED, scenario_files};

fn shipped() -> Vec<Arc<Scenario>> {
    let compiled = |(name, text): &(&str, &str)| {
        let (scenario, findings) = read_and_compile(text);
        assert_eq!(findings, vec![], "{name}");
        Arc::new(scenario.unwrap())
    };
    SHIPPED.iter().map(compiled).collect()
}

/// Those that say something about who plays them.
fn practised() -> impl Iterator<Item = Arc<Scenario>> {
    shipped().into_iter().filter(|scenario| scenario.id != FIRST_CALL)
}

/// The names and texts of the scenario files in a folder of the project, not of those in folders below it.
pub(crate) fn files_in(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (files, faults) = scenario_files(&folder);
    assert!(faults.is_empty());
    let here = files.iter().filter(|file| file.parent() == Some(&folder));
    let name = |file: &Path| file.file_name().unwrap().to_string_lossy().into_owned();
    here.map(|file| (name(file), std::fs::read_to_string(file).unwrap())).collect()
}

/// What lies in folders below is for authors to look at.
#[test]
fn every_scenario_of_the_folder_is_in_the_program() {
    let files = files_in("scenarios");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let mut embedded: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
    embedded.sort_unstable();
    assert_eq!(names, embedded);
}

#[test]
fn no_shipped_scenario_has_a_finding() {
    for (name, text) in SHIPPED {
        assert_eq!(check(text), vec![], "{name}");
    }
}

#[test]
fn nothing_is_wrong_with_the_shipped_scenarios_together() {
    assert_eq!(library(&shipped()), vec![]);
}

#[test]
fn a_file_is_named_after_its_scenario() {
    for (scenario, (name, _)) in shipped().iter().zip(SHIPPED) {
        assert_eq!(format!("{}.ron", scenario.id), *name);
    }
}

/// What was asked of each of them.
#[test]
fn every_scenario_is_whole() {
    let sizes: Vec<(String, usize, usize, usize, usize)> = shipped()
        .iter()
        .map(|scenario| {
            let second_chances =
                scenario.beats.iter().filter(|beat| beat.is_second_chance()).count();
            let choices = scenario.beats.iter().map(|beat| beat.choices.len()).sum();
            (
                scenario.id.clone(),
                scenario.beats.len() - second_chances,
                second_chances,
                choices,
                scenario.endings.len(),
            )
        })
        .collect();
    assert_eq!(
        sizes,
        [
            ("last-day-sweets".to_owned(), 14, 3, 65, 6),
            ("on-whose-terms".to_owned(), 15, 2, 66, 5),
            ("company-face".to_owned(), 15, 2, 66, 5),
            ("first-call".to_owned(), 3, 0, 12, 3),
        ]
    );
}

#[test]
fn texts_differ_between_the_languages() {
    for scenario in shipped() {
        assert_eq!(scenario.languages, Lang::ALL);
        for beat in &scenario.beats {
            for choice in &beat.choices {
                // Of topics and aims there is nothing to be said in the look back.
                let said_of = [&choice.feedback, &choice.best_when];
                let said_of = said_of.into_iter().filter(|_| beat.is_rated());
                for text in said_of.chain([&choice.say]) {
                    let (en, ja) = (text.get(Lang::En), text.get(Lang::Ja));
                    assert!(
                        en.is_ascii() && !ja.is_ascii(),
                        "{}/{}: {en} / {ja}",
                        beat.id,
                        choice.id
                    );
                }
            }
        }
    }
}

/// Choices of one decision are of one length, or the longest would be a tell: scoring guide, section 3.8, rule 3.
#[test]
fn choices_of_a_decision_are_of_one_length() {
    for scenario in shipped() {
        of_one_length(&scenario);
    }
}

pub(crate) fn of_one_length(scenario: &Scenario) {
    let within = |lengths: Vec<usize>, percent: usize| {
        let (least, most) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
        most * 100 <= least * percent
    };
    // Topics are asked one after the other; none of them is the right one.
    for beat in scenario.beats.iter().filter(|beat| beat.is_rated()) {
        let said = |lang: Lang| beat.choices.iter().map(move |choice| choice.say.get(lang));
        let ja = said(Lang::Ja).map(|say| say.chars().count()).collect();
        let en = said(Lang::En).map(|say| say.split_whitespace().count()).collect();
        assert!(within(ja, 120), "{} {}: ja", scenario.id, beat.id);
        assert!(within(en, 130), "{} {}: en", scenario.id, beat.id);
    }
}

#[test]
fn the_reference_route_scores_full_marks_and_ends_best() {
    for scenario in shipped() {
        let reference = Reference::of(&scenario);
        let card = scorecard(&reference.talk, &reference);
        assert_eq!(card.scores.map(|score| score.points), [100, 100, 100], "{}", scenario.id);
        assert_eq!(reference.talk.ending(), scenario.endings.last(), "{}", scenario.id);
    }
}

/// A level is named from six observations on.
#[test]
fn a_scenario_can_tell_how_someone_does() {
    for scenario in practised() {
        let reference = Reference::of(&scenario);
        let card = scorecard(&reference.talk, &reference);
        assert!(card.scores.iter().all(|score| score.observations >= 6), "{card:?}");
    }
}

/// Two minutes, for someone who reads everything once: 250 words a minute in English, 600 characters in Japanese.
#[test]
fn the_first_call_is_short() {
    let scenario = shipped().into_iter().find(|scenario| scenario.id == FIRST_CALL).unwrap();
    let talk = Reference::of(&scenario).talk;
    let shown = |lang: Lang| {
        let read: String = talk
            .view(lang)
            .turns
            .iter()
            .flat_map(|turn| turn.lines.iter().chain(&turn.reply))
            .map(|line| format!("{} ", line.text))
            .collect();
        let choices = scenario.beats.iter().flat_map(|beat| &beat.choices);
        choices.fold(read, |read, choice| format!("{read} {}", choice.say.get(lang)))
    };
    assert!(shown(Lang::En).split_whitespace().count() <= 500);
    assert!(shown(Lang::Ja).chars().count() <= 1200);
}

/// Scoring guide, section 3.8, S3 and S9: luck neither wins nor loses everything.
#[test]
fn luck_is_not_enough() {
    for scenario in practised() {
        let random = random_trainee(&scenario, &Reference::of(&scenario));
        let at_most =
            |exact: &kikitori::analysis::Exact, percent: &str| *exact <= percent.parse().unwrap();
        assert!(at_most(random.endings.last().unwrap(), "1/10"), "{}", scenario.id);
        assert!(at_most(random.endings.first().unwrap(), "1/2"), "{}", scenario.id);
        for moments in &random.scores {
            let mean = &moments.mean;
            assert!(
                at_most(mean, "50") && *mean >= "20".parse().unwrap(),
                "{}: {mean}",
                scenario.id
            );
        }
    }
}

/// That she is kept waiting past 9:15 is heard in a line alone; what is promised for another day is not lived to see.
#[test]
fn a_promise_of_which_only_a_line_knows_comes_due() {
    let text = include_str!("../../scenarios/company-face.ron");
    let scenario = Arc::new(read_and_compile(text).0.unwrap());
    let whole = analyze(&scenario, BUDGET).whole.unwrap();
    let id = |at: &PromiseIdx| scenario.promises[at.at()].id.as_str();
    assert_eq!(whole.promises_never_due.iter().map(id).collect::<Vec<_>>(), ["read", "lend"]);
    assert!(whole.promises_never_made.is_empty());
}
