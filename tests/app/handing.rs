//! A talk is looked back on again, goes to someone else as a file, and comes back with notes; and all of it can be erased.

use std::path::{Path, PathBuf};

use bevy::input::keyboard::Key;
use bevy::window::FileDragAndDrop;
use kikitori::app::{Data, Options, Screen};
use kikitori::assess::{Reference, scorecard};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::session::Mode;
use kikitori::store::{AttemptId, FIRST_CALL, Finish, Library, NewAttempt, Place, Settings};

use crate::desk::{Desk, options};
use crate::folder::Folder;
use crate::keeping::wait_for;
use crate::layout::look;

const PAGE: (u32, u32) = (1280, 720);

/// The program with this data folder, for someone of this name.
pub(crate) fn open(folder: &Folder, person: Option<&str>, lang: Lang) -> Desk {
    let opened = options(lang, 100);
    let settings = Settings { person: person.map(str::to_owned), ..opened.settings.clone() };
    let data = Data::of(Place::of(Some(folder.0.clone())).as_ref());
    Desk::of_size(PAGE.0, PAGE.1, Options { data, settings, ..opened })
}

/// Keeps a whole talk, in which every reply fitted.
pub(crate) fn had(folder: &Folder, person: Option<&str>) -> AttemptId {
    let library = Library::open(&[]);
    let shelf = library.find(FIRST_CALL).unwrap();
    let reference = Reference::of(&shelf.scenario);
    let talk = &reference.talk;
    let id = AttemptId::fresh().unwrap();
    let new = NewAttempt {
        id: id.clone(),
        person: person.map(str::to_owned),
        scenario: shelf.scenario.id.clone(),
        text: shelf.text.to_string(),
        seed: talk.transcript().seed,
        mode: Mode::Practice,
        started: 1_795_586_700_000,
        parent: None,
        deeds: talk.deeds(),
    };
    let finish = Finish::of(talk, || scorecard(talk, &reference), 1_795_586_800_000);
    folder.store().begin(&new, &[], finish.as_ref()).unwrap();
    id
}

fn drop_file(desk: &mut Desk, file: &Path) {
    let window = desk.window;
    desk.app
        .world_mut()
        .write_message(FileDragAndDrop::DroppedFile { window, path_buf: file.to_owned() });
    desk.settle();
}

/// The file that the page says the talk is in now.
fn handed_on(folder: &Folder, id: &AttemptId) -> PathBuf {
    let file = folder.0.join("reports").join(format!("{id}.kikitori.json"));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains('森'), "a name goes along only if someone says so");
    file
}

/// Writes a note beside the first turn, with an h in it, which is the handbook's key elsewhere.
fn write_note(desk: &mut Desk, lang: Lang) {
    let label = say_with(lang, "note-label", &[("turn", 1_i64.into())]);
    desk.tab_to(&format!("{}: {label}", say(lang, "note-write")));
    desk.key(Key::Enter);
    desk.tab_to_field(&label);
    look(desk, PAGE, "a note is written");
    desk.typed("a");
    desk.typed("h");
    desk.tab_to(&say(lang, "note-keep"));
    desk.key(Key::Enter);
    desk.must_read("ah");
}

#[test]
fn a_talk_goes_to_a_trainer_and_comes_back_with_a_note() {
    for lang in Lang::ALL {
        let here = Folder::new(&format!("hers-{}", lang.code()));
        let there = Folder::new(&format!("trainers-{}", lang.code()));
        drop(there.store());
        let id = had(&here, Some("森 結衣"));
        let noted = say_with(lang, "debrief-noted", &[("count", 1_i64.into())]);

        let mut desk = open(&here, Some("森 結衣"), lang);
        desk.click(&say(lang, "practice-title"));
        desk.click(&say(lang, "practice-hand-on"));
        desk.must_read(".kikitori.json");
        look(&mut desk, PAGE, "where the file lies");
        desk.click(&say(lang, "talk-look-back"));
        assert_eq!(desk.screen(), Screen::Debrief);
        desk.must_read(&say(lang, "debrief-turns"));
        assert!(!desk.reads(&noted));
        desk.key(Key::Escape);
        assert_eq!(desk.screen(), Screen::Practice, "one comes back to where one came from");

        let mut trainers = open(&there, None, lang);
        drop_file(&mut trainers, &handed_on(&here, &id));
        wait_for(&mut trainers, &say(lang, "debrief-turns"));
        write_note(&mut trainers, lang);
        trainers.click(&say(lang, "practice-hand-on"));
        trainers.must_read(".kikitori.json");

        drop_file(&mut desk, &handed_on(&there, &id));
        wait_for(&mut desk, &noted);
        desk.must_read("ah");
        look(&mut desk, PAGE, "a look back with a note");
        let store = here.store();
        let all = store.attempts(None).unwrap();
        assert_eq!((all.len(), all[0].person.as_deref()), (1, Some("森 結衣")));
        // From a turn of it one goes on in a talk that leaves it as it was.
        desk.press(&say(lang, "debrief-again"));
        assert_eq!(desk.screen(), Screen::Briefing);
    }
}

#[test]
fn what_is_no_talk_is_refused_with_one_sentence() {
    let lang = Lang::En;
    let folder = Folder::new("no-talk");
    drop(folder.store());
    let mut desk = open(&folder, None, lang);
    for (name, text) in [("half.json", &b"{\"format\":"[..]), ("picture.png", &[0, 159, 146][..])] {
        let file = folder.0.join(name);
        std::fs::write(&file, text).unwrap();
        drop_file(&mut desk, &file);
        wait_for(&mut desk, name);
        assert_eq!(desk.screen(), Screen::Practice);
        look(&mut desk, PAGE, "a file that is no talk");
    }
    assert!(folder.store().attempts(None).unwrap().is_empty());
    // In the middle of a talk nothing comes between.
    desk.key(Key::Escape);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    assert_eq!(desk.screen(), Screen::Talk);
    drop_file(&mut desk, &folder.0.join("half.json"));
    desk.settle();
    assert_eq!(desk.screen(), Screen::Talk);
}

#[test]
fn all_of_someone_goes_into_a_file_and_is_erased() {
    for (lang, person) in [(Lang::En, Some("森 結衣")), (Lang::Ja, None)] {
        let folder = Folder::new(&format!("erase-{}", lang.code()));
        had(&folder, person);
        had(&folder, Some("Someone else"));
        let mut desk = open(&folder, person, lang);
        desk.click(&say(lang, "practice-title"));
        desk.must_read(folder.0.to_str().unwrap());
        desk.click(&say(lang, "practice-all"));
        let all = folder.0.join("reports").join("all.kikitori.json");
        desk.must_read(all.to_str().unwrap());
        assert_eq!(std::fs::read_to_string(&all).unwrap().contains("森 結衣"), person.is_some());

        // Whoever only presses Enter erases nothing.
        desk.click(&say(lang, "practice-erase"));
        desk.must_read(&say(lang, "erase-question"));
        look(&mut desk, PAGE, "whether to erase");
        desk.key(Key::Enter);
        assert!(!desk.reads(&say(lang, "erase-question")));
        assert_eq!(folder.store().attempts(None).unwrap().len(), 2);

        desk.click(&say(lang, "practice-erase"));
        desk.tab_to(&say(lang, "erase-now"));
        desk.key(Key::Enter);
        assert_eq!(desk.screen(), Screen::Practice);
        desk.must_read(&say(lang, "person-erased"));
        desk.must_read(&say(lang, "history-none"));
        assert!(!desk.reads("森 結衣") && !all.exists());
        let left = folder.store().attempts(None).unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].person.as_deref(), Some("Someone else"));
    }
}
