//! The map over the look back, by key and by pointer.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use kikitori::app::Screen;
use kikitori::assess::Reference;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::{BeatIdx, Scenario};
use kikitori::session::Session;

use crate::buttons::labels;
use crate::debrief::{ID, talk, to_the_debrief};
use crate::desk::{Desk, options, scenario};
use crate::layout::look;

/// The label that a beat's button must have, by the turns of a talk.
fn label(scenario: &Scenario, beat: BeatIdx, talk: &Session, lang: Lang) -> String {
    let reference = Reference::of(talk.scenario()).talk;
    let turns = |talk: &Session| -> Vec<usize> {
        let turns = talk.turns().iter().zip(1..).filter(|(turn, _)| turn.beat == beat);
        turns.map(|(_, number)| number).collect()
    };
    let whose = match (!turns(talk).is_empty(), !turns(&reference).is_empty()) {
        (true, true) => "both",
        (true, false) => "yours",
        (false, true) => "reference",
        (false, false) => "neither",
    };
    let numbers = turns(talk).iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let standing = say_with(lang, &format!("map-beat-{whose}"), &[("turns", numbers.into())]);
    let beat = scenario.beat(beat);
    let title = ("title", beat.title.get(lang).into());
    let standing = ("standing", standing.into());
    if beat.is_second_chance() {
        let second = ("second", say(lang, "talk-second-chance").into());
        say_with(lang, "map-second", &[title, second, standing])
    } else {
        say_with(lang, "map-place", &[title, standing])
    }
}

#[test]
fn every_beat_and_ending_says_whose_route_leads_there() {
    for lang in Lang::ALL {
        let scenario = scenario(ID);
        let talk = talk(&scenario, 2);
        let mut desk = to_the_debrief(lang, 2);
        desk.typed("m");
        let heard = labels(&mut desk.app);
        for (beat, _) in (0..).map(BeatIdx).zip(&scenario.beats) {
            let expected = label(&scenario, beat, &talk, lang);
            let found = heard.iter().filter(|label| label.starts_with(&expected)).count();
            assert_eq!(found, 1, "{expected} among {heard:#?}");
        }
        for (at, ending) in scenario.endings.iter().enumerate() {
            let ended = talk.ending_idx().unwrap().at() == at;
            let best = at + 1 == scenario.endings.len();
            let whose = if ended {
                "yours"
            } else if best {
                "reference"
            } else {
                "neither"
            };
            let standing = ("standing", say(lang, &format!("map-ending-{whose}")).into());
            let title = ("title", ending.title.get(lang).into());
            let expected = say_with(lang, "map-place", &[title, standing]);
            assert!(heard.contains(&expected), "{expected} among {heard:#?}");
        }
    }
}

#[test]
fn arrows_go_along_the_route_and_one_goes_on_from_there() {
    let lang = Lang::En;
    let scenario = scenario(ID);
    let talk = talk(&scenario, 2);
    let mut desk = to_the_debrief(lang, 2);
    desk.typed("m");
    let begins = scenario.beat(talk.turns()[0].beat).title.get(lang).to_owned();
    for _ in 0..30 {
        if desk.focused().is_some_and(|label| label.starts_with(&begins)) {
            break;
        }
        desk.key(Key::ArrowUp);
    }
    assert!(desk.focused().unwrap().starts_with(&begins));
    let said = |turn: usize| {
        let turn = &talk.turns()[turn];
        scenario.choice(turn.beat, turn.choice).say.get(lang)
    };
    desk.must_read(said(0));
    desk.key(Key::ArrowDown);
    let second = scenario.beat(talk.turns()[1].beat).title.get(lang);
    assert!(desk.focused().unwrap().starts_with(second), "{:?}", desk.focused());
    desk.must_read(said(1));
    // Tab leaves the map for what can be done at the beat.
    desk.key(Key::Tab);
    assert_eq!(desk.focused(), Some(say(lang, "debrief-again-here")));
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Talk);
    let before = talk.before_turn(1).unwrap().shown_choices();
    let words = before.iter().map(|at| scenario.choice(talk.turns()[1].beat, *at).say.get(lang));
    let shown: Vec<String> = desk.choices().iter().map(|choice| choice[3..].to_owned()).collect();
    assert_eq!(shown, words.collect::<Vec<_>>());
    assert!(!desk.reads(&say(lang, "map-how")), "the map still lies over the talk");
}

#[test]
fn what_nobody_heard_is_not_told() {
    for lang in Lang::ALL {
        let scenario = scenario(ID);
        let talk = talk(&scenario, 2);
        let reference = Reference::of(&scenario).talk;
        let mut desk = to_the_debrief(lang, 2);
        desk.click(&format!("{} (M)", say(lang, "map-title")));
        let been = |beat: BeatIdx| {
            talk.turns().iter().chain(reference.turns()).any(|turn| turn.beat == beat)
        };
        let unseen = (0..).map(BeatIdx).zip(&scenario.beats).find(|(at, _)| !been(*at)).unwrap().0;
        desk.click(&label(&scenario, unseen, &talk, lang));
        desk.must_read(&say(lang, "map-beat-unread"));
        for choice in &scenario.beat(unseen).choices {
            assert!(!desk.reads(choice.say.get(lang)));
        }
        // And nobody can go on from where nobody was.
        let again = say(lang, "debrief-again-here");
        let below = labels(&mut desk.app).iter().filter(|label| **label == again).count();
        assert_eq!(below, talk.turns().iter().filter(|turn| rated(&scenario, turn.beat)).count());
    }
}

/// Whether the look back has a button to go on from this beat: one for each turn with other replies.
fn rated(scenario: &Scenario, beat: BeatIdx) -> bool {
    scenario.beat(beat).is_rated()
}

#[test]
fn the_look_back_is_as_it_was_when_the_map_is_closed() {
    let lang = Lang::Ja;
    let mut desk = to_the_debrief(lang, 0);
    desk.key(Key::PageDown);
    let place = |desk: &mut Desk| -> Vec<f32> {
        let mut all = desk.app.world_mut().query::<&ScrollPosition>();
        all.iter(desk.app.world()).map(|position| position.y).collect()
    };
    let before = place(&mut desk);
    assert!(before.iter().any(|y| *y > 0.0));
    desk.typed("m");
    desk.must_read(&say(lang, "map-how"));
    desk.key(Key::PageDown);
    desk.key(Key::Escape);
    assert_eq!(desk.screen(), Screen::Debrief);
    assert!(!desk.reads(&say(lang, "map-how")));
    assert_eq!(place(&mut desk), before);
    // The same key opens and closes it.
    desk.typed("m");
    desk.must_read(&say(lang, "map-how"));
    desk.typed("m");
    assert!(!desk.reads(&say(lang, "map-how")));
}

#[test]
fn nothing_sticks_out_of_the_map() {
    for (lang, size, percent) in [
        (Lang::En, (1280, 720), 100),
        (Lang::Ja, (1280, 720), 200),
        (Lang::En, (1920, 1080), 200),
        (Lang::Ja, (960, 540), 125),
    ] {
        let mut desk = Desk::of_size(size.0, size.1, options(lang, percent));
        crate::debrief::through(&mut desk, lang, 1);
        desk.typed("m");
        look(&mut desk, size, &format!("the map in {lang:?} at {percent} %"));
        for _ in 0..16 {
            desk.key(Key::ArrowDown);
        }
        look(&mut desk, size, &format!("the end of the map in {lang:?} at {percent} %"));
    }
}
