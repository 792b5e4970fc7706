//! The calm page: it follows a hard talk or one that was stopped, asks nothing, and one key passes it over.

use std::time::Duration;

use bevy::ecs::message::Messages;
use bevy::input::keyboard::Key;
use bevy::time::TimeUpdateStrategy;
use bevy::window::RequestRedraw;
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::session::Mode;
use kikitori::store::{Library, Settings, TextSize};

use crate::desk::{Desk, number_of, options, scenario};
use crate::layout::look;

fn settings(lang: Lang, still: bool) -> Settings {
    Settings { lang: Some(lang), mode: Mode::Check, still, ..Settings::default() }
}

/// A desk before a talk's first decision.
fn begin(lang: Lang, settings: Settings, size: (u32, u32)) -> Desk {
    let opened = Options { settings, ..options(lang, 100) };
    let mut desk = Desk::of_size(size.0, size.1, opened);
    desk.click(&say(lang, "home-practise"));
    let title = scenario("last-day-sweets").title.get(lang).to_owned();
    let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
    desk.click(&say_with(lang, "library-open-label", &open));
    desk.click(&say(lang, "briefing-start-phone"));
    desk
}

/// Says what rates worst until the talk is over.
fn go_wrong(desk: &mut Desk, lang: Lang) {
    let scenario = scenario("last-day-sweets");
    for _ in 0..60 {
        if desk.reads(&say(lang, "talk-over")) {
            return;
        }
        let shown = desk.choices();
        let worst = scenario.beats.iter().flat_map(|beat| &beat.choices);
        let worst = worst
            .filter(|choice| shown.iter().any(|shown| shown[3..] == *choice.say.get(lang)))
            .min_by_key(|choice| choice.ratings.iter().map(|one| one.half_steps()).sum::<i32>());
        match worst {
            Some(choice) => desk.typed(&number_of(&shown, choice.say.get(lang))),
            None => desk.go_on(lang),
        }
    }
    panic!("the talk does not end");
}

#[test]
fn a_talk_that_ended_badly_is_followed_by_a_breath() {
    for lang in Lang::ALL {
        for key in [Key::Enter, Key::Escape] {
            let mut desk = begin(lang, settings(lang, true), (1280, 720));
            go_wrong(&mut desk, lang);
            // Of a talk that broke off it is said at once what became of it, with a last word.
            let scenario = scenario("last-day-sweets");
            let broken = scenario.endings.iter().filter(|ending| ending.early);
            let told: Vec<_> = broken.filter(|ending| desk.reads(ending.text.get(lang))).collect();
            assert_eq!(told.len(), 1);
            assert!(told[0].text.get(lang).contains(['“', '「']));
            desk.key(Key::Enter);
            assert_eq!(desk.screen(), Screen::Calm);
            desk.must_read(&say(lang, "calm-title"));
            desk.must_read(&say(lang, "calm-practice"));
            desk.must_read(&say(lang, "calm-helps"));
            assert_eq!(desk.focused(), Some(say(lang, "calm-to-look-back")));
            desk.key(key);
            assert_eq!(desk.screen(), Screen::Debrief);
        }
    }
}

#[test]
fn a_talk_that_was_stopped_ends_kindly_and_leads_home() {
    for lang in Lang::ALL {
        let mut desk = begin(lang, settings(lang, true), (1280, 720));
        desk.typed("1");
        desk.key(Key::Escape);
        desk.click(&say(lang, "talk-leave"));
        assert_eq!(desk.screen(), Screen::Calm);
        desk.must_read(&say(lang, "calm-stopped-title"));
        desk.must_read(&say(lang, "calm-stopped"));
        assert!(!desk.reads(&say(lang, "calm-title")));
        desk.click(&say(lang, "calm-to-library"));
        assert_eq!(desk.screen(), Screen::Library);
    }
}

#[test]
fn who_leaves_before_a_word_was_said_has_nothing_to_get_over() {
    let mut desk = begin(Lang::En, settings(Lang::En, true), (1280, 720));
    desk.key(Key::Escape);
    desk.click(&say(Lang::En, "talk-leave"));
    assert_eq!(desk.screen(), Screen::Library);
}

/// The example that uses everything, played by its keys, with a note of this kind before it: the screen after it.
fn after_a_talk_with_a_note(kind: &str) -> Screen {
    let lang = Lang::Ja;
    let folder = std::env::temp_dir().join(format!("kikitori-note-{kind}-{}", std::process::id()));
    let text = include_str!("../../scenarios/examples/the-cold-lunch.ron");
    assert!(text.contains("of: Illness"));
    std::fs::create_dir_all(&folder).unwrap();
    let written = text.replace("of: Illness", &format!("of: {kind}"));
    std::fs::write(folder.join("the-cold-lunch.ron"), written).unwrap();
    let library = Library::open(std::slice::from_ref(&folder));
    std::fs::remove_dir_all(folder).unwrap();
    let lunch = std::sync::Arc::clone(&library.find("the-cold-lunch").unwrap().scenario);
    let opened = Options { library, settings: settings(lang, true), ..options(lang, 100) };
    let mut desk = Desk::of_size(1280, 720, opened);
    desk.click(&say(lang, "home-practise"));
    let title = lunch.title.get(lang);
    let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
    desk.click(&say_with(lang, "library-open-label", &open));
    desk.must_read(&lunch.content_notes[0].sentence(lang));
    desk.click(&say(lang, "briefing-start-phone"));
    for _ in 0..60 {
        if desk.reads(&say(lang, "talk-over")) {
            break;
        }
        let shown = desk.choices();
        let is_shown = |words: &str| shown.iter().any(|shown| shown[3..] == *words);
        let key = lunch.beats.iter().find_map(|beat| {
            let key = &beat.choices[beat.key.at()];
            (beat.is_rated() && is_shown(key.say.get(lang))).then(|| key.say.get(lang))
        });
        match key {
            Some(words) => desk.typed(&number_of(&shown, words)),
            None if shown.is_empty() => desk.go_on(lang),
            None => desk.typed("1"),
        }
    }
    desk.key(Key::Enter);
    desk.screen()
}

#[test]
fn a_talk_with_a_note_of_something_hard_has_a_breath_after_it_however_it_ends() {
    assert_eq!(after_a_talk_with_a_note("Shouting"), Screen::Calm);
    assert_eq!(after_a_talk_with_a_note("Illness"), Screen::Debrief);
}

/// How many of the next frames ask for another one.
fn awake(desk: &mut Desk, seconds: usize) -> usize {
    let by = Duration::from_millis(500);
    desk.app.insert_resource(TimeUpdateStrategy::ManualDuration(by));
    let mut asked = 0;
    for _ in 0..seconds * 2 {
        desk.app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
        desk.app.update();
        asked += usize::from(!desk.app.world().resource::<Messages<RequestRedraw>>().is_empty());
    }
    asked
}

#[test]
fn the_circle_breathes_three_times_and_then_rests() {
    let lang = Lang::En;
    let mut desk = begin(lang, settings(lang, false), (1280, 720));
    desk.typed("1");
    desk.key(Key::Escape);
    desk.click(&say(lang, "talk-leave"));
    desk.must_read(&say(lang, "calm-in"));
    assert_eq!(awake(&mut desk, 5), 10);
    desk.must_read(&say(lang, "calm-out"));
    awake(&mut desk, 30);
    desk.must_read(&say(lang, "calm-rest"));
    assert_eq!(awake(&mut desk, 10), 0, "a circle at rest asks for frames");
}

#[test]
fn where_movement_is_off_the_circle_is_still_and_the_words_say_it() {
    let lang = Lang::Ja;
    let mut desk = begin(lang, settings(lang, true), (1280, 720));
    desk.typed("1");
    desk.key(Key::Escape);
    desk.click(&say(lang, "talk-leave"));
    desk.must_read(&say(lang, "calm-breathe"));
    awake(&mut desk, 10);
    assert_eq!(awake(&mut desk, 10), 0, "a still circle asks for frames");
    desk.must_read(&say(lang, "calm-breathe"));
}

#[test]
fn it_fits_its_page_at_every_size() {
    for (lang, size, percent) in [
        (Lang::En, (1280, 720), 100),
        (Lang::Ja, (1920, 1080), 125),
        (Lang::Ja, (1280, 720), 200),
        (Lang::En, (960, 540), 200),
    ] {
        let set = Settings { text_size: TextSize::nearest(percent), ..settings(lang, true) };
        let mut desk = begin(lang, set, size);
        desk.typed("1");
        desk.key(Key::Escape);
        desk.press(&say(lang, "talk-leave"));
        assert_eq!(desk.screen(), Screen::Calm);
        look(&mut desk, size, &format!("the calm page in {lang:?} at {percent} %"));
        desk.click(&say(lang, "calm-to-library"));
    }
}
