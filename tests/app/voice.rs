//! The inner voice: what pulls may be named before the reply, and need not be.

use std::path::PathBuf;

use bevy::input::keyboard::Key;
use kikitori::app::Options;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::{Scenario, Temptation};
use kikitori::session::Mode;
use kikitori::store::{AnswerTime, Library, Settings};

use crate::buttons::labels;
use crate::desk::{Desk, options};
use crate::layout::look;

/// The example whose first rated beat has a pull.
const LUNCH: &str = "the-cold-lunch";

/// Its talk, as it begins with these settings.
fn begin(lang: Lang, settings: Settings, size: (u32, u32)) -> (Desk, std::sync::Arc<Scenario>) {
    let examples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/examples");
    let library = Library::open(&[examples]);
    let lunch = std::sync::Arc::clone(&library.find(LUNCH).unwrap().scenario);
    let percent = settings.text_size.percent();
    let opened = Options { library, settings, ..options(lang, percent) };
    let mut desk = Desk::of_size(size.0, size.1, opened);
    desk.click(&say(lang, "home-practise"));
    let title = lunch.title.get(lang);
    let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
    desk.click(&say_with(lang, "library-open-label", &open));
    desk.click(&say(lang, "briefing-start-phone"));
    // It begins with what the call is for, of which nothing pulls away.
    desk.must_read(&say(lang, "talk-aim"));
    desk.typed("1");
    (desk, lunch)
}

fn settings(lang: Lang, mode: Mode) -> Settings {
    Settings { lang: Some(lang), mode, still: true, ..Settings::default() }
}

fn thought(lunch: &Scenario, lang: Lang) -> String {
    lunch
        .beat(lunch.find_beat("opening").unwrap())
        .pull
        .as_ref()
        .unwrap()
        .voice
        .get(lang)
        .to_owned()
}

#[test]
fn the_pull_is_named_with_one_key_and_then_the_choices_come() {
    for lang in Lang::ALL {
        for (at, of) in Temptation::ALL.into_iter().enumerate() {
            let (mut desk, lunch) = begin(lang, settings(lang, Mode::Learn), (1280, 720));
            desk.must_read(&thought(&lunch, lang));
            desk.must_read(&say(lang, "voice-ask"));
            assert!(desk.choices().is_empty());
            desk.typed(&(at + 1).to_string());
            desk.must_read(&say(lang, &format!("voice-named-{}", of.code())));
            assert!(!desk.reads(&say(lang, "voice-ask")));
            assert!(desk.choices().len() > 1, "and the number has not also said something");
            assert!(!desk.reads(&say(lang, "talk-go-on")));
        }
    }
}

#[test]
fn it_is_passed_over_with_one_key_and_any_of_it_by_pointer() {
    for lang in Lang::ALL {
        let (mut desk, lunch) = begin(lang, settings(lang, Mode::Learn), (1280, 720));
        assert_eq!(desk.focused(), Some(say(lang, "voice-pass")));
        desk.key(Key::Enter);
        assert!(desk.choices().len() > 1);
        desk.must_read(&thought(&lunch, lang));
        let (mut desk, _) = begin(lang, settings(lang, Mode::Learn), (1280, 720));
        desk.click(&say(lang, "pull-hurry"));
        desk.must_read(&say(lang, "voice-named-hurry"));
        // Taking the choice back does not ask again.
        desk.typed("1");
        desk.click(&say(lang, "talk-take-back"));
        desk.must_read(&say(lang, "voice-named-hurry"));
    }
}

#[test]
fn nothing_is_named_behind_the_rule_card() {
    let (mut desk, _) = begin(Lang::En, settings(Lang::En, Mode::Learn), (1280, 720));
    desk.typed("r");
    desk.typed("1");
    desk.typed("r");
    desk.must_read(&say(Lang::En, "voice-ask"));
}

#[test]
fn who_practises_names_it_and_then_says_it_aloud() {
    for lang in Lang::ALL {
        let (mut desk, _) = begin(lang, settings(lang, Mode::Practice), (1280, 720));
        assert!(!desk.reads(&say(lang, "aloud-ask")));
        desk.typed("2");
        desk.must_read(&say(lang, "voice-named-fear"));
        desk.must_read(&say(lang, "aloud-ask"));
        assert!(desk.choices().is_empty());
        desk.key(Key::Enter);
        desk.must_read(&say(lang, "voice-named-fear"));
        desk.must_read(&say(lang, "aloud-closest"));
        assert!(desk.choices().len() > 1);
    }
}

#[test]
fn it_is_never_asked_in_a_check_nor_where_it_is_set_off() {
    let lang = Lang::En;
    let (mut desk, lunch) = begin(lang, settings(lang, Mode::Check), (1280, 720));
    assert!(!desk.reads(&say(lang, "voice-ask")));
    desk.must_read(&thought(&lunch, lang));
    assert!(desk.choices().len() > 1);
    let off = Settings { no_inner_voice: true, ..settings(lang, Mode::Learn) };
    let (mut desk, _) = begin(lang, off, (1280, 720));
    assert!(desk.choices().len() > 1);
    // It is set in the window, and holds at once.
    desk.click(&say(lang, "home-settings"));
    desk.click_in(&say(lang, "settings-voice"), &say(lang, "settings-voice-on"));
    desk.click(&say(lang, "back"));
    desk.must_read(&say(lang, "voice-ask"));
    assert!(labels(&mut desk.app).contains(&format!("{} (1)", say(lang, "pull-blame"))));
}

#[test]
fn the_look_back_says_what_the_author_had_in_mind() {
    let lang = Lang::Ja;
    let (mut desk, lunch) = begin(lang, settings(lang, Mode::Check), (1280, 720));
    for _ in 0..60 {
        if desk.reads(&say(lang, "talk-over")) {
            break;
        }
        if desk.choices().is_empty() {
            desk.go_on(lang);
        } else {
            desk.typed("1");
        }
    }
    desk.look_back();
    let pull = [("of", say(lang, "pull-hurry").into()), ("thought", thought(&lunch, lang).into())];
    desk.must_read(&say_with(lang, "debrief-pull", &pull));
}

#[test]
fn it_fits_its_page_at_every_size() {
    for (lang, size, percent) in [
        (Lang::En, (1280, 720), 100),
        (Lang::Ja, (1920, 1080), 100),
        (Lang::Ja, (1280, 720), 200),
        (Lang::En, (960, 540), 200),
    ] {
        let text_size = kikitori::store::TextSize::nearest(percent);
        let set =
            Settings { text_size, answer_time: AnswerTime::Off, ..settings(lang, Mode::Learn) };
        let (mut desk, _) = begin(lang, set, size);
        look(&mut desk, size, &format!("the inner voice in {lang:?} at {percent} %"));
        desk.typed("4");
        look(&mut desk, size, &format!("after it, in {lang:?} at {percent} %"));
    }
}
