//! The author's desk: everything that is written for trainers at the beat that stands, and where the story stands.

use std::path::PathBuf;
use std::sync::Arc;

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::{Beat, Scenario};
use kikitori::store::{Library, load};

use crate::desk::{Desk, number_of, options};
use crate::layout::look;

fn lunch_path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/examples/the-cold-lunch.ron")
}

/// The example that uses everything, at its author's desk.
fn at_desk(lang: Lang, size: (u32, u32), percent: u16) -> (Desk, Arc<Scenario>) {
    let lunch = load(&lunch_path()).unwrap().scenario;
    let edited = Some((lunch_path(), Arc::clone(&lunch)));
    let desk = Desk::of_size(size.0, size.1, Options { edited, ..options(lang, percent) });
    assert_eq!(desk.screen(), Screen::Talk);
    (desk, lunch)
}

fn beat<'s>(scenario: &'s Scenario, id: &str) -> &'s Beat {
    scenario.beat(scenario.find_beat(id).unwrap())
}

fn reads_beat(desk: &mut Desk, beat: &Beat, lang: Lang) {
    desk.must_read(beat.title.get(lang));
    let phase = say(lang, &format!("phase-{}", beat.phase.unwrap().code()));
    desk.must_read(&say_with(lang, "author-phase", &[("phase", phase.into())]));
    if let Some(pull) = &beat.pull {
        let of = say(lang, &format!("pull-{}", pull.of.code()));
        desk.must_read(&say_with(lang, "author-pull", &[("of", of.into())]));
        desk.must_read(pull.voice.get(lang));
    }
    for choice in beat.choices.iter().filter(|_| !beat.rates.is_empty()) {
        let words = [("words", choice.best_when.get(lang).into())];
        desk.must_read(&say_with(lang, "author-best-when", &words));
    }
}

#[test]
fn it_shows_what_is_written_at_every_beat() {
    for lang in Lang::ALL {
        let (mut desk, lunch) = at_desk(lang, (1280, 720), 100);
        for id in ["opening", "until", "promise", "near", "stuck"] {
            desk.press(id);
            reads_beat(&mut desk, beat(&lunch, id), lang);
        }
        desk.press("near");
        desk.must_read(&say_with(lang, "author-seconds", &[("count", 20_i64.into())]));
    }
}

/// What is said there depends on a flag that no route to it has set in this talk.
#[test]
fn a_beat_can_be_started_from_with_a_flag_and_a_gauge_of_ones_own() {
    let lang = Lang::En;
    let (mut desk, _) = at_desk(lang, (1280, 720), 100);
    desk.press("desk");
    let (fed, unfed) = ("The guests have eaten", "Nobody at Tanabe Instruments sat down to lunch");
    assert!(desk.reads(fed) && !desk.reads(unfed));
    desk.press("Is(\"late\")");
    desk.press(&format!("{} ＋", say(lang, "gauge-anger")));
    assert!(desk.reads(unfed) && !desk.reads(fed));
    // Both go along to another beat.
    desk.press("promise");
    desk.must_read("● Is(\"late\")");
    desk.must_read(&format!("{} 3", say(lang, "gauge-anger")));
    desk.press("● Is(\"late\")");
    desk.press("desk");
    assert!(desk.reads(fed), "a flag can be taken back");
}

#[test]
fn it_shows_every_part_of_the_facilitators_notes() {
    for lang in Lang::ALL {
        let (mut desk, lunch) = at_desk(lang, (1280, 720), 100);
        let notes = beat(&lunch, "promise").facilitator.clone().unwrap();
        assert!(!desk.reads(notes.question.get(lang)));
        desk.press("promise");
        let minutes = [("minutes", i64::from(notes.minutes).into())];
        desk.must_read(&say_with(lang, "author-notes", &minutes));
        let single = [&notes.question, &notes.if_silent, &notes.move_on, &notes.principle];
        let reasons = notes.reasons.iter().flat_map(|(reason, back)| [reason, back]);
        for words in single.into_iter().chain(&notes.listen_for).chain(reasons) {
            desk.must_read(words.get(lang));
        }
    }
}

#[test]
fn it_shows_the_clock_the_acts_and_the_promises() {
    let lang = Lang::En;
    let (mut desk, lunch) = at_desk(lang, (1280, 720), 100);
    desk.must_read("Clock 12:12");
    for act in &lunch.acts {
        desk.must_read(act.title.get(lang));
    }
    desk.must_read(&say(lang, "author-act-now"));
    desk.must_read("from 12:36");
    desk.must_read("Not made: ring, picture, arrive, soon");
    desk.press("promise");
    let key = beat(&lunch, "promise").choices[beat(&lunch, "promise").key.at()].clone();
    let number = number_of(&desk.choices(), key.say.get(lang));
    desk.typed(&number);
    let ring = lunch.promises.iter().find(|promise| promise.id == "ring").unwrap();
    desk.must_read(ring.act.get(lang));
    desk.must_read("by 12:25 (if that fails: a second set leaves the kitchen at half past)");
    desk.must_read("Not made: picture, arrive, soon");
}

/// What was promised can be looked up by who promised it.
#[test]
fn the_rule_card_says_what_was_promised() {
    for lang in Lang::ALL {
        let folder = lunch_path().parent().unwrap().to_owned();
        let library = Library::open(&[folder]);
        let lunch = Arc::clone(&library.find("the-cold-lunch").unwrap().scenario);
        let mut desk = Desk::of_size(1280, 720, Options { library, ..options(lang, 100) });
        desk.click(&say(lang, "home-practise"));
        let title = lunch.title.get(lang);
        let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
        desk.click(&say_with(lang, "library-open-label", &open));
        desk.click(&say(lang, "briefing-start-phone"));
        desk.typed("r");
        assert!(!desk.reads(&say(lang, "talk-promised")), "nothing was promised yet");
        desk.typed("r");
        let way = [
            ("before", "need"),
            ("opening", "c"),
            ("ask", "clock"),
            ("until", "a"),
            ("ask", "enough"),
        ];
        for (at, id) in way.into_iter().chain([("promise", "d")]) {
            desk.pass_voice(lang);
            let beat = beat(&lunch, at);
            let choice = match id {
                "enough" => beat.enough().unwrap(),
                id => beat.find_choice(id).unwrap(),
            };
            let number = number_of(&desk.choices(), beat.choices[choice.at()].say.get(lang));
            desk.typed(&number);
            if desk.choices().is_empty() && at != "promise" {
                desk.key(Key::Enter);
            }
        }
        desk.typed("r");
        desk.must_read(&say(lang, "talk-promised"));
        let ring = lunch.promises.iter().find(|promise| promise.id == "ring").unwrap();
        desk.must_read(ring.act.get(lang));
        desk.must_read(ring.fallback.as_ref().unwrap().get(lang));
        look(&mut desk, (1280, 720), "the rule card with promises");
    }
}

#[test]
fn the_desk_stays_where_it_is_read_when_the_talk_moves_on() {
    let (mut desk, _) = at_desk(Lang::En, (1280, 720), 100);
    desk.press("promise");
    let scrolled = |desk: &mut Desk| {
        let mut areas = desk.app.world_mut().query::<(&ScrollPosition, &ComputedNode)>();
        let found = areas.iter(desk.app.world()).filter(|(_, node)| node.size().x < 340.0);
        found.map(|(position, _)| position.y).fold(0.0, f32::max)
    };
    let mut areas = desk.app.world_mut().query::<(&mut ScrollPosition, &ComputedNode)>();
    for (mut position, node) in areas.iter_mut(desk.app.world_mut()) {
        if node.size().x < 340.0 && node.size().y > 300.0 {
            position.y = 500.0;
        }
    }
    desk.settle();
    let before = scrolled(&mut desk);
    assert!(before > 400.0, "the desk scrolls: {before}");
    desk.press("stuck");
    assert!((scrolled(&mut desk) - before).abs() < 1.0);
}

#[test]
fn nothing_sticks_out_of_the_desk() {
    for (lang, size, percent) in [
        (Lang::En, (1280, 720), 100),
        (Lang::Ja, (1280, 720), 125),
        (Lang::En, (1920, 1080), 150),
        (Lang::Ja, (1920, 1080), 200),
    ] {
        let (mut desk, _) = at_desk(lang, size, percent);
        for id in ["opening", "promise", "near"] {
            if id != "opening" {
                desk.press(id);
            }
            look(&mut desk, size, &format!("the desk at {id} in {lang:?} at {percent} %"));
        }
    }
}
