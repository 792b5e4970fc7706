//! Turning points: what the look back says is out of reach is out of reach, and nothing else is.

use std::sync::Arc;

use kikitori::analysis::{Outlook, look_back};
use kikitori::assess::Reference;
use kikitori::lang::Lang;
use kikitori::scenario::read_and_compile;
use kikitori::scenario::{EndingIdx, Scenario};
use kikitori::session::{Action, At, Entries, Seed, Session};
use kikitori::store::SHIPPED;

const EXAMPLE: &str = include_str!("../../scenarios/examples/the-cold-lunch.ron");

fn every_scenario() -> impl Iterator<Item = Arc<Scenario>> {
    let texts = SHIPPED.iter().map(|(_, text)| *text).chain([EXAMPLE]);
    texts.map(|text| Arc::new(read_and_compile(text).0.unwrap()))
}

/// A talk in which everything is picked by chance.
fn by_chance(scenario: &Arc<Scenario>, seed: u64) -> Session {
    let mut chance = seed;
    let mut talk = Session::start(Arc::clone(scenario), Seed(seed));
    while !talk.is_over() {
        let shown = talk.shown_choices();
        let action = if talk.at_sheet() {
            Action::Fill(Entries::default())
        } else {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = usize::try_from(chance >> 33).unwrap() % shown.len();
            Action::Choose(shown[at])
        };
        // What is shown locked is refused, and another one is picked.
        let _ = talk.handle(action, 0);
    }
    talk
}

#[test]
fn the_reference_route_keeps_the_best_within_reach() {
    for scenario in every_scenario() {
        let outlook = Outlook::of(&scenario).unwrap();
        let reference = Reference::of(&scenario);
        let best = EndingIdx(u16::try_from(scenario.endings.len() - 1).unwrap());
        let open = Session::start_likeliest(Arc::clone(&scenario));
        assert_eq!(outlook.best_from(open.state()), Some(best), "{}", scenario.id);
        assert!(outlook.turning_points(&reference.talk).is_empty(), "{}", scenario.id);
        for turn in reference.talk.turns() {
            assert_eq!(outlook.best_from(&turn.before), Some(best));
        }
    }
}

#[test]
fn what_is_left_only_falls_and_ends_at_the_ending() {
    for scenario in every_scenario() {
        let outlook = Outlook::of(&scenario).unwrap();
        let mut turned = 0;
        for seed in 0..200 {
            let talk = by_chance(&scenario, seed);
            let points = outlook.turning_points(&talk);
            turned += points.len();
            let mut left = outlook.best_from(&talk.turns()[0].before).unwrap();
            for point in &points {
                assert_eq!(point.lost, left, "{} {seed}", scenario.id);
                assert!(point.left < point.lost);
                left = point.left;
            }
            let At::Ended(ended) = talk.state().at else { panic!("it does not end") };
            assert!(ended <= left, "{} {seed}: better than what was within reach", scenario.id);
            if talk.sheet().is_none() {
                assert_eq!(ended, left, "{} {seed}", scenario.id);
            }
        }
        assert!(turned > 0, "{}: nothing ever turns", scenario.id);
    }
}

#[test]
fn the_look_back_names_what_was_lost_in_its_language() {
    for scenario in every_scenario() {
        for lang in Lang::ALL {
            let talk = by_chance(&scenario, 3);
            let points = Outlook::of(&scenario).unwrap().turning_points(&talk);
            let debrief = look_back(&talk, &Reference::of(&scenario), lang);
            let marked: Vec<(usize, String, String)> = debrief
                .turns
                .iter()
                .enumerate()
                .filter_map(|(at, turn)| turn.turning.clone().map(|(lost, left)| (at, lost, left)))
                .collect();
            let title = |at: EndingIdx| scenario.ending(at).title.get(lang).to_owned();
            let expected: Vec<_> = points
                .iter()
                .map(|point| (point.turn, title(point.lost), title(point.left)))
                .collect();
            assert_eq!(marked, expected);
        }
    }
}

#[test]
fn what_would_have_been_answered_is_what_is_answered() {
    for scenario in every_scenario() {
        let talk = by_chance(&scenario, 11);
        let debrief = look_back(&talk, &Reference::of(&scenario), Lang::En);
        let mut compared = 0;
        for (at, review) in debrief.turns.iter().enumerate() {
            let said = &talk.turns()[at];
            for other in &review.others {
                let mut again = Session::start(Arc::clone(&scenario), talk.transcript().seed);
                for entry in &talk.transcript().entries[..at] {
                    again.handle(entry.action, entry.at).unwrap();
                }
                let beat = scenario.beat(said.beat);
                let choice =
                    beat.choices.iter().find(|choice| *choice.say.get(Lang::En) == other.said);
                let choice = again.find(&choice.unwrap().id).unwrap();
                again.handle(Action::Choose(choice), 0).unwrap();
                let there = look_back(&again, &Reference::of(&scenario), Lang::En);
                let there = there.turns.last().unwrap();
                assert_eq!(there.reply, other.reply);
                assert_eq!((there.anger, there.trust), (other.anger, other.trust));
                assert_eq!(there.is_key, other.is_key);
                compared += 1;
            }
        }
        assert!(compared > 0);
    }
}
