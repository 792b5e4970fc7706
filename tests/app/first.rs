//! The first start, and the first call with its hints: each where it is needed, once, and gone for good when they are not wanted.

use bevy::input::keyboard::Key;
use bevy::window::WindowCloseRequested;
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Scenario;
use kikitori::store::{FIRST_CALL, Settings};

use crate::desk::{Desk, number_of, options, scenario};
use crate::folder::Folder;
use crate::layout::look;

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

/// The program as it is started with what is kept in a folder.
fn start(folder: &Folder, machine: Lang, size: (u32, u32), percent: u16) -> Desk {
    let (place, set) = (Some(folder.place()), folder.place().settings().unwrap());
    let mut opened = Options { place, first_start: set.is_none(), ..options(machine, percent) };
    let text_size = opened.settings.text_size;
    opened.settings = set.unwrap_or(Settings { text_size, ..Settings::default() });
    opened.lang = opened.settings.lang.unwrap_or(machine);
    Desk::of_size(size.0, size.1, opened)
}

/// What is set in a folder.
fn set(folder: &Folder) -> Settings {
    folder.place().settings().unwrap().unwrap_or_default()
}

const LAPTOP: (u32, u32) = (1280, 720);

fn begin(lang: Lang) -> String {
    let minutes = i64::from(scenario(FIRST_CALL).minutes);
    say_with(lang, "first-begin", &[("minutes", minutes.into())])
}

fn first_line(lang: Lang) -> String {
    let beat = &scenario(FIRST_CALL).beats[0];
    beat.lines[0].variants[0].1.get(lang).to_owned()
}

#[test]
fn three_keys_lead_into_the_conversation() {
    for (lang, letter) in [(Lang::En, "e"), (Lang::Ja, "j")] {
        let folder = Folder::new(&format!("keys-{}", lang.code()));
        let mut desk = start(&folder, lang.other(), LAPTOP, 100);
        assert_eq!(desk.screen(), Screen::First);
        desk.typed(letter);
        desk.must_read(&say(lang, "first-title"));
        desk.key(Key::Enter);
        assert_eq!(desk.screen(), Screen::Briefing);
        desk.key(Key::Enter);
        assert_eq!(desk.screen(), Screen::Talk);
        desk.must_read(&first_line(lang));
        assert_eq!(hints(&mut desk, lang), ["choose"]);
        assert_eq!(set(&folder).lang, Some(lang));
    }
}

#[test]
fn three_clicks_lead_into_the_conversation() {
    for lang in Lang::ALL {
        let folder = Folder::new(&format!("clicks-{}", lang.code()));
        let mut desk = start(&folder, lang.other(), LAPTOP, 100);
        desk.click(lang.own_name());
        desk.click(&begin(lang));
        desk.click(&say(lang, "briefing-start-phone"));
        desk.must_read(&first_line(lang));
    }
}

#[test]
fn a_name_is_kept_and_the_second_start_comes_to_the_door() {
    let lang = Lang::En;
    let folder = Folder::new("name");
    let mut desk = start(&folder, lang, LAPTOP, 100);
    desk.tab_to_field(&say(lang, "settings-name"));
    // Letters that are keys elsewhere are part of the name here.
    for letter in ["J", "e", "s", "h"] {
        desk.typed(letter);
    }
    assert_eq!(desk.screen(), Screen::First);
    // The page is built anew in another size of text, and the name still stands there.
    desk.click("125 %");
    desk.tab_to_field(&say(lang, "settings-name"));
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Briefing);
    let kept = set(&folder);
    assert_eq!(kept.person.as_deref(), Some("Jesh"));
    assert_eq!((kept.text_size.percent(), kept.lang), (125, Some(lang)));

    let mut desk = start(&folder, Lang::Ja, LAPTOP, 100);
    assert_eq!(desk.screen(), Screen::Home);
    desk.must_read(&say(lang, "home-promise"));
    desk.click(&say(lang, "home-settings"));
    desk.tab_to_field(&say(lang, "settings-name"));
    for _ in 0..4 {
        desk.key(Key::Backspace);
    }
    desk.typed("H");
    desk.key(Key::Escape);
    assert_eq!(desk.screen(), Screen::Home);
    assert_eq!(set(&folder).person.as_deref(), Some("H"));
}

#[test]
fn the_first_call_can_be_skipped() {
    let lang = Lang::Ja;
    let folder = Folder::new("skip");
    let mut desk = start(&folder, lang, LAPTOP, 100);
    desk.tab_to(&say(lang, "first-skip"));
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Library);
    assert_eq!(set(&folder).person, None);
    let desk = start(&folder, Lang::En, LAPTOP, 100);
    assert_eq!(desk.screen(), Screen::Home);
}

/// Closed in the middle of a name, nothing is lost.
#[test]
fn a_name_is_kept_when_the_window_closes() {
    let folder = Folder::new("close");
    let mut desk = start(&folder, Lang::En, LAPTOP, 100);
    desk.tab_to_field(&say(Lang::En, "settings-name"));
    desk.typed("A");
    let window = desk.window;
    desk.app.world_mut().write_message(WindowCloseRequested { window });
    desk.settle();
    assert_eq!(set(&folder).person.as_deref(), Some("A"));
}

/// The first page and the whole first call, at every size of text and window.
#[test]
fn nothing_of_it_sticks_out() {
    let sizes = [
        (Lang::En, LAPTOP, 100),
        (Lang::Ja, LAPTOP, 200),
        (Lang::En, (960, 540), 150),
        (Lang::Ja, (1920, 1080), 125),
    ];
    for (lang, size, percent) in sizes {
        let folder = Folder::new(&format!("size-{}-{percent}", lang.code()));
        let mut desk = start(&folder, lang, size, percent);
        let what = |where_: &str| format!("{where_} in {lang:?} at {percent} %");
        look(&mut desk, size, &what("the first page"));
        desk.key(Key::Enter);
        look(&mut desk, size, &what("the briefing"));
        desk.key(Key::Enter);
        for _ in 0..3 {
            look(&mut desk, size, &what("the talk"));
            if desk.choices().is_empty() {
                desk.key(Key::Enter);
                look(&mut desk, size, &what("the choices"));
            }
            desk.typed("1");
            look(&mut desk, size, &what("the reply"));
            desk.key(Key::Enter);
        }
        desk.key(Key::Enter);
        assert_eq!(hints(&mut desk, lang), ["look-back"]);
        look(&mut desk, size, &what("the look back"));
    }
}
