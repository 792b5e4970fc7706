//! Screens, settings and what lies over the talk.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::text::RemSize;
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::store::{Place, ThemeName};

use crate::buttons::labels;
use crate::desk::{Desk, options, scenario, texts};
use crate::folder::Folder;

/// A desk with a talk open.
fn in_talk(lang: Lang) -> Desk {
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    assert_eq!(desk.screen(), Screen::Talk);
    desk
}

#[test]
fn escape_goes_back_and_asks_before_it_leaves_a_talk() {
    let mut desk = in_talk(Lang::En);
    desk.key(Key::Escape);
    desk.must_read(&say(Lang::En, "talk-leave-question"));
    assert_eq!(desk.focused(), Some(say(Lang::En, "talk-stay")));
    desk.key(Key::Escape);
    assert!(!desk.reads(&say(Lang::En, "talk-leave-question")));
    assert_eq!(desk.screen(), Screen::Talk);
    desk.key(Key::Escape);
    desk.key(Key::Tab);
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Library);
    desk.key(Key::Escape);
    assert_eq!(desk.screen(), Screen::Home);
    desk.key(Key::Escape);
    assert_eq!(desk.screen(), Screen::Home);
}

#[test]
fn the_rule_card_is_one_key_away_and_nothing_can_be_said_behind_it() {
    let mut desk = in_talk(Lang::Ja);
    let rule = scenario("last-day-sweets").briefing.rules[0].get(Lang::Ja).to_owned();
    assert!(!desk.reads(&rule));
    desk.typed("r");
    desk.must_read(&rule);
    let before = desk.choices();
    desk.typed("1");
    assert_eq!(desk.choices(), before, "a choice was taken behind the rule card");
    desk.typed("r");
    assert!(!desk.reads(&rule));
    desk.typed("1");
    assert_ne!(desk.choices(), before);
    // The same while a reply has the floor; afterwards Enter still goes on.
    desk.typed("R");
    desk.must_read(&rule);
    desk.key(Key::Enter);
    assert!(!desk.reads(&rule));
    desk.must_read(&say(Lang::Ja, "talk-go-on"));
    desk.key(Key::Enter);
    assert!(!desk.reads(&say(Lang::Ja, "talk-go-on")));
}

/// A talk that was left while a reply had the floor leaves nothing behind in the next one.
#[test]
fn a_new_talk_begins_at_its_beginning() {
    let mut desk = in_talk(Lang::En);
    desk.typed("1");
    desk.key(Key::Escape);
    desk.click(&say(Lang::En, "talk-leave"));
    desk.click(&say(Lang::En, "calm-to-library"));
    desk.click(&say(Lang::En, "library-open"));
    desk.click(&say(Lang::En, "briefing-start-phone"));
    let choices = desk.choices();
    assert!(!choices.is_empty());
    desk.typed("1");
    desk.must_read(&choices[0][3..]);
    desk.must_read(&say(Lang::En, "talk-go-on"));
}

#[test]
fn enter_never_chooses_what_was_not_gone_to() {
    let mut desk = in_talk(Lang::En);
    let before = desk.choices();
    for key in [Key::Enter, Key::Space, Key::Enter] {
        desk.key(key);
    }
    assert_eq!(desk.choices(), before);
    // After the talk goes on, the next decision has no keyboard either.
    desk.typed("2");
    desk.key(Key::Enter);
    let next = desk.choices();
    assert!(!next.is_empty() && next != before);
    desk.key(Key::Enter);
    assert_eq!(desk.choices(), next);
}

#[test]
fn arrows_and_enter_choose() {
    let mut desk = in_talk(Lang::En);
    let choices = desk.choices();
    desk.key(Key::ArrowDown);
    assert_eq!(desk.focused().as_ref(), Some(&choices[0]));
    desk.key(Key::ArrowDown);
    assert_eq!(desk.focused().as_ref(), Some(&choices[1]));
    desk.key(Key::ArrowUp);
    desk.key(Key::Enter);
    desk.must_read(&choices[0][3..]);
    desk.must_read(&say(Lang::En, "talk-go-on"));
}

#[test]
fn what_has_the_keyboard_has_a_ring() {
    let mut desk = Desk::open(Lang::En);
    let ringed =
        |desk: &mut Desk| desk.app.world_mut().query::<&Outline>().iter(desk.app.world()).count();
    assert_eq!(ringed(&mut desk), 1, "the first way has it at once");
    desk.key(Key::Tab);
    assert_eq!(ringed(&mut desk), 1);
    desk.key(Key::Tab);
    assert_eq!(ringed(&mut desk), 1);
}

#[test]
fn the_language_changes_on_the_spot_and_the_talk_stays() {
    let mut desk = in_talk(Lang::En);
    desk.typed("1");
    desk.key(Key::Enter);
    let english = texts(&mut desk.app);
    desk.click(&say(Lang::En, "home-settings"));
    assert_eq!(desk.screen(), Screen::Settings);
    desk.tab_to("日本語");
    desk.key(Key::Enter);
    desk.must_read(&say(Lang::Ja, "settings-title"));
    assert_eq!(desk.focused().as_deref(), Some("日本語"), "the keyboard stays where it was");
    desk.key(Key::Escape);
    assert_eq!(desk.screen(), Screen::Talk);
    let customer = scenario("last-day-sweets");
    let name = customer.speaker(customer.customer).name.get(Lang::Ja);
    desk.must_read(name);
    for said in english.iter().filter(|text| text.len() > 40) {
        assert!(!desk.reads(said), "still in English: {said}");
    }
    // And back: the same talk as before.
    desk.click(&say(Lang::Ja, "home-settings"));
    desk.click("English");
    desk.click(&say(Lang::En, "back"));
    assert_eq!(sorted(texts(&mut desk.app)), sorted(english));
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

#[test]
fn settings_hold_at_once_and_the_next_time() {
    let folder = Folder::new("settings");
    let open = || {
        let settings = folder.place().settings().unwrap().unwrap_or_default();
        let lang = settings.lang.unwrap_or(Lang::Ja);
        Options { settings, place: Some(folder.place()), lang, ..options(Lang::En, 100) }
    };
    let mut desk = Desk::of_size(1280, 720, open());
    desk.must_read(&say(Lang::Ja, "home-practise"));
    desk.click(&say(Lang::Ja, "home-settings"));
    desk.click("English");
    desk.click("200 %");
    desk.click(&say(Lang::En, "settings-theme-dark"));
    let rem = desk.app.world().resource::<RemSize>().0;
    let dark = desk.app.world().resource::<ClearColor>().0.luminance();
    drop(desk);

    let mut desk = Desk::of_size(1280, 720, open());
    desk.must_read(&say(Lang::En, "home-practise"));
    assert!((desk.app.world().resource::<RemSize>().0 - rem).abs() < 0.01);
    assert!((desk.app.world().resource::<ClearColor>().0.luminance() - dark).abs() < 0.01);
    assert!(dark < 0.1);
}

#[test]
fn two_windows_do_not_undo_what_the_other_sets() {
    let folder = Folder::new("two");
    let open = || Options { place: Some(folder.place()), ..options(Lang::En, 100) };
    let (mut one, mut other) = (Desk::of_size(1280, 720, open()), Desk::of_size(1280, 720, open()));
    for (desk, key) in [(&mut one, &*say(Lang::En, "settings-theme-dark")), (&mut other, "150 %")] {
        desk.click(&say(Lang::En, "home-settings"));
        desk.click(key);
    }
    let set = folder.place().settings().unwrap().unwrap();
    assert_eq!((set.theme, set.text_size.percent()), (ThemeName::Dark, 150));
}

#[test]
fn settings_that_cannot_be_kept_hold_and_it_is_said() {
    let place = Place::of(Some("/dev/null/kikitori".into())).ok();
    let mut desk = Desk::of_size(1280, 720, Options { place, ..options(Lang::En, 100) });
    desk.click(&say(Lang::En, "home-settings"));
    assert!(!desk.reads(&say(Lang::En, "settings-unkept")));
    desk.click("日本語");
    desk.must_read(&say(Lang::Ja, "settings-title"));
    desk.must_read(&say(Lang::Ja, "settings-unkept"));
    desk.must_read("/dev/null/kikitori");
}

#[test]
fn every_button_says_what_it_is_for() {
    let mut desk = Desk::open(Lang::En);
    desk.click(&say(Lang::En, "home-practise"));
    let mut all = labels(&mut desk.app);
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count, "two buttons read the same: {all:?}");
}

#[test]
fn quit_ends_the_program() {
    let mut desk = Desk::open(Lang::En);
    assert_eq!(desk.exit(), None);
    desk.click(&say(Lang::En, "home-quit"));
    assert_eq!(desk.exit(), Some(&AppExit::Success));
}
