//! The first call, with hints: each where it is needed, once, and gone for good when they are not wanted.

use bevy::input::keyboard::Key;
use kikitori::app::Screen;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Scenario;
use kikitori::store::FIRST_CALL;

use crate::desk::{Desk, number_of, scenario};

const HINTS: [&str; 9] =
    ["brief", "choose", "go-on", "card", "gauges", "aloud", "leave", "over", "look-back"];

/// The hints that stand on the page.
fn hints(desk: &mut Desk, lang: Lang) -> Vec<&'static str> {
    let words = |hint: &str| say(lang, &format!("hint-{hint}"));
    HINTS.into_iter().filter(|hint| desk.reads(&words(hint))).collect()
}

/// The number of the key of the decision at which the talk stands.
fn key(desk: &mut Desk, scenario: &Scenario, decision: usize, lang: Lang) -> String {
    let beat = &scenario.beats[decision];
    number_of(&desk.choices(), beat.choices[beat.key.at()].say.get(lang))
}

/// From the library to the briefing of the first call.
fn shown_around(lang: Lang) -> Desk {
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    let title = scenario(FIRST_CALL).title.get(lang).to_owned();
    let args = [("action", say(lang, "library-guide").into()), ("title", title.into())];
    desk.click(&say_with(lang, "library-open-label", &args));
    assert_eq!(desk.screen(), Screen::Briefing);
    desk
}

#[test]
fn the_first_call_is_learnt_by_keys_alone() {
    for lang in Lang::ALL {
        let scenario = scenario(FIRST_CALL);
        let mut desk = shown_around(lang);
        assert_eq!(hints(&mut desk, lang), ["brief"]);
        desk.key(Key::Enter);
        assert_eq!(desk.screen(), Screen::Talk);
        assert_eq!(hints(&mut desk, lang), ["choose"]);
        let number = key(&mut desk, &scenario, 0, lang);
        desk.typed(&number);
        assert_eq!(hints(&mut desk, lang), ["go-on"]);
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), ["card"]);
        desk.typed("r");
        desk.typed("r");
        // What was done is not told again; what comes next at this moment is.
        assert_eq!(hints(&mut desk, lang), ["leave"]);
        let number = key(&mut desk, &scenario, 1, lang);
        desk.tab_to(&format!("{number}. "));
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), ["gauges"]);
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), ["aloud"]);
        assert!(desk.choices().is_empty());
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), [""; 0]);
        let number = key(&mut desk, &scenario, 2, lang);
        desk.typed(&number);
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), ["over"]);
        desk.key(Key::Enter);
        assert_eq!(desk.screen(), Screen::Debrief);
        assert_eq!(hints(&mut desk, lang), ["look-back"]);
        desk.must_read(scenario.endings.last().unwrap().title.get(lang));
        desk.key(Key::Escape);
        assert_eq!(desk.screen(), Screen::Library);
    }
}

#[test]
fn the_first_call_is_learnt_by_pointer_alone() {
    for lang in Lang::ALL {
        let mut desk = shown_around(lang);
        desk.click(&say(lang, "briefing-start-phone"));
        for decision in 0..3 {
            if decision == 2 {
                desk.click(&say(lang, "aloud-said"));
                assert_eq!(hints(&mut desk, lang), ["leave"]);
            }
            desk.click("1. ");
            desk.click(&say(lang, "talk-go-on"));
        }
        desk.click(&say(lang, "talk-look-back"));
        assert_eq!(hints(&mut desk, lang), ["look-back"]);
    }
}

#[test]
fn one_key_ends_the_hints_for_good() {
    let lang = Lang::En;
    let mut desk = shown_around(lang);
    desk.key(Key::Enter);
    desk.typed("s");
    assert_eq!(hints(&mut desk, lang), [""; 0]);
    for _ in 0..3 {
        assert!(!desk.choices().is_empty(), "nothing is to be said aloud unasked");
        desk.typed("1");
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), [""; 0]);
    }
    desk.key(Key::Enter);
    assert_eq!((desk.screen(), hints(&mut desk, lang)), (Screen::Debrief, vec![]));
}

/// Where the choices wait for something to be said, they come when no more hints are wanted.
#[test]
fn without_hints_the_choices_come_at_once() {
    let lang = Lang::Ja;
    let mut desk = shown_around(lang);
    desk.key(Key::Enter);
    for _ in 0..2 {
        desk.typed("1");
        desk.key(Key::Enter);
    }
    assert!(desk.choices().is_empty());
    desk.click(&say(lang, "hint-no-more"));
    assert!(!desk.choices().is_empty());
}

#[test]
fn who_leaves_or_plays_another_call_gets_no_hints() {
    let lang = Lang::En;
    let mut desk = shown_around(lang);
    desk.key(Key::Enter);
    assert_eq!(hints(&mut desk, lang), ["choose"]);
    // In the settings and back, the same hint stands there, in the other language too.
    desk.click(&say(lang, "home-settings"));
    desk.click(Lang::Ja.own_name());
    desk.key(Key::Escape);
    assert_eq!(hints(&mut desk, Lang::Ja), ["choose"]);
    desk.key(Key::Escape);
    desk.click(&say(Lang::Ja, "talk-leave"));
    assert_eq!(desk.screen(), Screen::Library);
    desk.click(&say(Lang::Ja, "library-open"));
    assert_eq!(hints(&mut desk, Lang::Ja), [""; 0]);
    desk.click(&say(Lang::Ja, "briefing-start-phone"));
    assert_eq!(hints(&mut desk, Lang::Ja), [""; 0]);
}
