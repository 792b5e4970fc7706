//! What is heard of a talk is said in words on its page, from what has happened alone.

use std::path::PathBuf;

use bevy::input::keyboard::Key;
use kikitori::app::Options;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::store::{Library, Settings};

use crate::desk::{Desk, options};

/// The example that uses everything, whose talk begins with a phone that rings before it is picked up.
fn begin(lang: Lang, no_captions: bool) -> Desk {
    let examples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/examples");
    let library = Library::open(&[examples]);
    let opened = options(lang, 100);
    let settings = Settings { no_captions, no_inner_voice: true, still: true, ..opened.settings };
    let title = library.find("the-cold-lunch").unwrap().scenario.title.get(lang).to_owned();
    let mut desk = Desk::of_size(1280, 720, Options { library, settings, ..opened });
    desk.click(&say(lang, "home-practise"));
    let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
    desk.click(&say_with(lang, "library-open-label", &open));
    assert!(!desk.reads(&say(lang, "caption-ring")), "nothing rings before the talk");
    desk.click(&say(lang, "briefing-start-phone"));
    desk
}

#[test]
fn a_phone_rings_and_is_picked_up_in_words() {
    for lang in Lang::ALL {
        let mut desk = begin(lang, false);
        desk.must_read(&say(lang, "caption-ring"));
        assert!(!desk.reads(&say(lang, "caption-pick-up")));
        desk.typed("1");
        desk.must_read(&say(lang, "caption-pick-up"));
        assert!(!desk.reads(&say(lang, "caption-ring")), "it has stopped ringing");
        // While the reply has the floor, and once the talk goes on in the same call, there is nothing to be heard.
        desk.typed("1");
        assert!(!desk.reads(&say(lang, "caption-pick-up")));
        desk.key(Key::Enter);
        assert!(!desk.reads(&say(lang, "caption-pick-up")));
    }
}

#[test]
fn without_captions_nothing_is_said_of_it() {
    let mut desk = begin(Lang::En, true);
    assert!(!desk.reads(&say(Lang::En, "caption-ring")));
    desk.typed("1");
    assert!(!desk.reads(&say(Lang::En, "caption-pick-up")));
}
