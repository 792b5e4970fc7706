//! Readings above words, for those who wish for them.

use std::sync::Arc;

use bevy::prelude::*;
use kikitori::app::Options;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Scenario;
use kikitori::store::Settings;

use crate::desk::{Desk, frame, options, scenario, texts};

/// A talk from its briefing on.
fn briefed(furigana: bool, lang: Lang, size: (u32, u32), percent: u16) -> (Desk, Arc<Scenario>) {
    let scenario = scenario("on-whose-terms");
    let opened = options(lang, percent);
    let settings = Settings { furigana, still: true, ..opened.settings };
    let mut desk = Desk::of_size(size.0, size.1, Options { settings, ..opened });
    desk.click(&say(lang, "home-practise"));
    let title = scenario.title.get(lang);
    let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
    desk.press(&say_with(lang, "library-open-label", &open));
    (desk, scenario)
}

/// The readings on the page, each with its place; empty ones have not been laid out.
fn readings(desk: &mut Desk, word: &str) -> Vec<(Entity, Rect)> {
    let world = desk.app.world_mut();
    let mut all = world.query::<(Entity, &Text)>();
    let found: Vec<Entity> =
        all.iter(world).filter(|(_, text)| text.0 == word).map(|(entity, _)| entity).collect();
    found.into_iter().map(|entity| (entity, frame(&desk.app, entity))).collect()
}

#[test]
fn names_are_read_above_the_words_where_it_is_wished_for() {
    for (size, percent) in [((1280, 720), 100), ((1280, 720), 200), ((1920, 1080), 100)] {
        let (mut desk, _) = briefed(true, Lang::Ja, size, percent);
        assert_eq!(readings(&mut desk, "さえき").len(), 1, "who you are, once: {percent}");
        assert_eq!(readings(&mut desk, "しょうにん").len(), 1, "on the rule card: {percent}");
        desk.press(&say(Lang::Ja, "briefing-start-phone"));
        let found = readings(&mut desk, "みうら");
        assert!(found.len() >= 3, "by the face, in what is said, and above it: {found:?}");
        for (_, place) in found {
            assert!(place.width() > 4.0 && place.height() > 4.0, "{place:?}");
        }
    }
}

#[test]
fn a_reading_stands_right_above_its_word() {
    let (mut desk, _) = briefed(true, Lang::Ja, (1280, 720), 100);
    let (reading, place) = readings(&mut desk, "さえき").pop().unwrap();
    let world = desk.app.world();
    let mut around = world.get::<ChildOf>(reading).unwrap().parent();
    around = world.get::<ChildOf>(around).unwrap().parent();
    // The text that the word is in stands in the same frame; the reading is inside that, beside no edge.
    let line = frame(&desk.app, around);
    assert!(line.contains(place.center()), "{line:?} {place:?}");
}

#[test]
fn without_the_wish_and_in_english_there_are_none() {
    for (furigana, lang) in [(false, Lang::Ja), (true, Lang::En)] {
        let (mut desk, _) = briefed(furigana, lang, (1280, 720), 100);
        desk.press(&say(lang, "briefing-start-phone"));
        for reading in ["さえき", "みうら", "おの"] {
            assert_eq!(readings(&mut desk, reading), []);
        }
    }
}

/// Whoever listens hears the words once, as they are written.
#[test]
fn a_reader_hears_the_words_and_not_the_readings() {
    let (mut desk, scenario) = briefed(true, Lang::Ja, (1280, 720), 100);
    desk.must_read(scenario.briefing.you.get(Lang::Ja));
    let world = desk.app.world_mut();
    let mut heard = world.query::<&bevy::a11y::AccessibilityNode>();
    let said: Vec<String> =
        heard.iter(world).filter_map(|node| node.value().map(str::to_owned)).collect();
    assert!(said.iter().any(|words| words == scenario.briefing.you.get(Lang::Ja)), "{said:?}");
    assert!(said.iter().all(|words| words != "さえき"), "{said:?}");
    assert!(texts(&mut desk.app).iter().any(|words| words == "さえき"), "and yet it is seen");
}
