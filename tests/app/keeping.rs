//! What is said in the window is kept before it is seen, and a talk goes on where it was left.

use std::path::Path;

use bevy::input::keyboard::Key;
use kikitori::app::{Browser, Data, Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::session::Mode;
use kikitori::store::{Finish, Place, Settings};

use crate::desk::{Desk, options};
use crate::folder::Folder;
use crate::layout::look;

/// The program with this data folder, for someone who checks herself.
fn open(folder: &Path, lang: Lang) -> Desk {
    let opened = options(lang, 100);
    let person = Some("森 結衣".to_owned());
    let settings = Settings { mode: Mode::Check, person, ..opened.settings.clone() };
    let data = Data::of(Place::of(Some(folder.to_owned())).as_ref());
    Desk::of_size(1280, 720, Options { data, settings, ..opened })
}

/// Lets frames pass until these words stand on the page, as long as a slow disk may take.
pub(crate) fn wait_for(desk: &mut Desk, words: &str) {
    for _ in 0..500 {
        if desk.reads(words) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        desk.settle();
    }
    desk.must_read(words);
}

/// These words do not come, even if the disk is given time to bring them.
fn never_reads(desk: &mut Desk, words: &str) {
    for _ in 0..3 {
        std::thread::sleep(std::time::Duration::from_millis(100));
        desk.settle();
        assert!(!desk.reads(words), "{words:?}");
    }
}

fn begin(desk: &mut Desk, lang: Lang) {
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
}

/// Says the first reply, and listens.
fn reply(desk: &mut Desk, lang: Lang) {
    desk.typed("1");
    wait_for(desk, &say(lang, "talk-go-on"));
    desk.key(Key::Enter);
}

#[test]
fn a_talk_goes_on_where_the_window_was_closed() {
    for lang in Lang::ALL {
        let folder = Folder::new(lang.code());
        let mut desk = open(&folder.0, lang);
        never_reads(&mut desk, &say(lang, "home-go-on"));
        begin(&mut desk, lang);
        reply(&mut desk, lang);
        reply(&mut desk, lang);
        let choices = desk.choices();
        // The window is gone, without a word of farewell.
        drop(desk);
        let mut desk = open(&folder.0, lang);
        wait_for(&mut desk, &say(lang, "home-go-on"));
        assert_eq!(desk.focused(), Some(say(lang, "home-go-on")), "however late it is offered");
        desk.key(Key::Enter);
        assert_eq!(desk.screen(), Screen::Talk);
        assert_eq!(desk.choices(), choices, "the same choices in the same order");
        // Left once more, it is offered once more.
        desk.key(Key::Escape);
        desk.click(&say(lang, "talk-leave"));
        desk.click(&say(lang, "calm-to-library"));
        desk.key(Key::Escape);
        wait_for(&mut desk, &say(lang, "home-go-on"));
        desk.click(&say(lang, "home-go-on"));
        assert_eq!(desk.choices(), choices, "and goes on from the same place");
        for _ in 0..40 {
            if desk.screen() == Screen::Debrief {
                break;
            }
            if desk.choices().is_empty() {
                desk.go_on(lang);
            } else {
                desk.typed("1");
                let reply = desk.choices();
                for _ in 0..500 {
                    if desk.choices() != reply || desk.choices().is_empty() {
                        break;
                    }
                    std::thread::sleep(std::time::Duration::from_millis(5));
                    desk.settle();
                }
            }
        }
        assert_eq!(desk.screen(), Screen::Debrief);
        let store = folder.store();
        let all = store.attempts(Some("森 結衣")).unwrap();
        assert_eq!(all.len(), 1);
        assert!(all[0].finish.as_ref().unwrap().ending.is_some());
        assert_eq!(all[0].mode, Mode::Check);
        write_the_week(&mut desk, lang);
        drop(desk);
        let mut desk = open(&folder.0, lang);
        never_reads(&mut desk, &say(lang, "home-go-on"));
        look_at_practice(&mut desk, lang, &folder.0);
    }
}

#[test]
fn what_cannot_be_kept_has_not_happened_until_someone_says_so() {
    let lang = Lang::En;
    let folder = Folder::new("refused");
    let mut desk = open(&folder.0, lang);
    begin(&mut desk, lang);
    reply(&mut desk, lang);
    // Someone else has ended this attempt in the meantime.
    let mut store = folder.store();
    let id = store.attempts(None).unwrap()[0].id.clone();
    store.put_away(&id, &Finish { ended: 1, ending: None, result: None }).unwrap();
    let choices = desk.choices();
    desk.typed("1");
    wait_for(&mut desk, &say(lang, "not-kept"));
    desk.must_read("gone on in another window");
    assert_eq!(desk.choices(), choices, "nothing was taken");
    desk.click(&say(lang, "not-kept-again"));
    wait_for(&mut desk, &say(lang, "not-kept"));
    desk.tab_to(&say(lang, "not-kept-go-on"));
    desk.key(Key::Enter);
    for _ in 0..500 {
        if desk.choices().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        desk.settle();
    }
    assert!(!desk.reads(&say(lang, "not-kept")));
    desk.must_read(&say(lang, "talk-go-on"));
    desk.key(Key::Enter);
    reply(&mut desk, lang);
    assert_eq!(store.attempts(None).unwrap()[0].choices, 1);
}

#[test]
fn who_comes_for_the_first_time_is_told_that_nothing_will_be_kept() {
    for lang in Lang::ALL {
        let data = Data::of(Place::of(Some("/dev/null/kikitori".into())).as_ref());
        let opened = Options { data, first_start: true, ..options(lang, 100) };
        let mut desk = Desk::of_size(1280, 720, opened);
        assert_eq!(desk.screen(), Screen::First);
        desk.must_read("/dev/null/kikitori");
        desk.must_read(&say(lang, "home-unkept"));
        look(&mut desk, (1280, 720), "the first page where nothing can be kept");
    }
}

#[test]
fn what_is_wrong_with_the_folder_is_said_at_the_door() {
    let folder = Folder::new("newer");
    drop(folder.store());
    let file = folder.store_file();
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    std::fs::write(&file, &bytes).unwrap();
    for lang in Lang::ALL {
        let mut desk = open(&folder.0, lang);
        desk.must_read(&say(lang, "home-unkept"));
        begin(&mut desk, lang);
        reply(&mut desk, lang);
    }
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}

/// Writes a sentence with an h in it, which is the handbook's key elsewhere, and keeps it.
fn write_the_week(desk: &mut Desk, lang: Lang) {
    desk.tab_to_field(&say(lang, "week-title"));
    for letter in "ah".chars() {
        desk.typed(&letter.to_string());
    }
    assert!(!desk.reads(&say(lang, "talk-close")), "nothing lies over the page");
    desk.tab_to(&say(lang, "week-keep"));
    desk.key(Key::Enter);
    desk.must_read(&say(lang, "week-kept"));
}

/// The talk stands among what was practised, can be put on paper, and the sentence stands before the next.
fn look_at_practice(desk: &mut Desk, lang: Lang, folder: &Path) {
    desk.click(&say(lang, "practice-title"));
    assert_eq!(desk.screen(), Screen::Practice);
    desk.must_read(&say(lang, "progress-next"));
    desk.must_read(&say(lang, "progress-checked"));
    let report = say(lang, "practice-report");
    desk.app.insert_resource(Browser(Path::is_file));
    desk.tab_to(&report);
    desk.key(Key::Enter);
    desk.must_read("reports");
    let unopened = say(lang, "practice-report-unopened");
    let unopened = unopened.split("{").next().unwrap().split('：').next().unwrap();
    never_reads(desk, unopened);
    // Where no browser opens it, it is said where it lies.
    desk.app.insert_resource(Browser(|_| false));
    desk.key(Key::Enter);
    wait_for(desk, unopened);
    desk.must_read("reports");
    let reports: Vec<_> = std::fs::read_dir(folder.join("reports")).unwrap().collect();
    let page = std::fs::read_to_string(reports[0].as_ref().unwrap().path()).unwrap();
    assert!(page.contains("森 結衣") && page.contains(&format!("lang=\"{}\"", lang.code())));
    desk.key(Key::Escape);
    assert_eq!(desk.screen(), Screen::Home);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.must_read("ah");
}
