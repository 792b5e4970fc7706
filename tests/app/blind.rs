//! A blind reading in the window: nothing but the replies is seen, and what was picked is counted and kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::input::keyboard::Key;
use kikitori::app::{Options, Screen};
use kikitori::blind::{BLIND_MAX, Item, Mode, Reading, items, options_mark};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Scenario;
use kikitori::session::Seed;
use kikitori::store::{Library, SHIPPED, load, readings_of};

use crate::desk::{Desk, options, scenario, texts};
use crate::folder::Folder;
use crate::layout::look;

/// A reading on the way, and what is read in it.
struct Reader {
    desk: Desk,
    lang: Lang,
    scenario: Arc<Scenario>,
    items: Vec<Item>,
}

impl Reader {
    /// At the cover, by way of the library's foot.
    fn of(desk: Desk, lang: Lang, scenario: Arc<Scenario>) -> Self {
        let items = items(&scenario, Seed(7));
        let mut reader = Self { desk, lang, scenario, items };
        reader.come_from_library();
        reader
    }

    fn shipped(lang: Lang) -> Self {
        Self::of(Desk::open(lang), lang, scenario("last-day-sweets"))
    }

    fn come_from_library(&mut self) {
        let lang = self.lang;
        if self.desk.screen() == Screen::Home {
            self.desk.click(&say(lang, "home-practise"));
        }
        if self.desk.screen() == Screen::Library {
            self.desk.press(&say(lang, "blind-replies"));
        }
        assert_eq!(self.desk.screen(), Screen::Replies);
        let title = self.scenario.title.get(lang);
        let open = [("action", say(lang, "blind-open").into()), ("title", title.into())];
        self.desk.press(&say_with(lang, "library-open-label", &open));
        assert_eq!(self.desk.screen(), Screen::Blind);
    }

    fn progress(&self, at: usize) -> String {
        let args = [("at", at.into()), ("items", self.items.len().into())];
        say_with(self.lang, "blind-progress", &args)
    }

    /// The place of the key among the options of an item.
    fn key_at(&self, at: usize) -> usize {
        let item = &self.items[at];
        let key = self.scenario.beat(item.beat).key;
        item.options.iter().position(|choice| *choice == key).unwrap()
    }

    fn is_passed(&self, keys: usize) -> bool {
        keys * 100 <= BLIND_MAX as usize * self.items.len()
    }
}

/// Only the replies are on the page: no line that leads to them, no title, no feedback.
fn shows_only_replies(reader: &mut Reader, at: usize) {
    let beat = reader.scenario.beat(reader.items[at].beat).clone();
    let lang = reader.lang;
    for choice in &beat.choices {
        reader.desk.must_read(choice.say.get(lang));
        assert!(!reader.desk.reads(choice.feedback.get(lang)));
    }
    assert!(!reader.desk.reads(beat.title.get(lang)));
    let lines = beat.lines.iter().flat_map(|line| &line.variants);
    for (_, said) in lines {
        assert!(!reader.desk.reads(said.get(lang)), "{said:?}");
    }
    let name = reader.scenario.speaker(reader.scenario.customer).name.get(lang).to_owned();
    assert!(!texts(&mut reader.desk.app).contains(&name));
}

/// Reads it all, picking the key at every other item, and comes to the result.
fn read_through(lang: Lang, by_pointer: bool) {
    let mut reader = Reader::shipped(lang);
    reader.desk.must_read(&say(lang, "blind-how"));
    reader.desk.must_read(&say(lang, "blind-keeps-nothing"));
    assert!(!reader.desk.reads(&say(lang, "blind-played")));
    if by_pointer {
        reader.desk.click(&say(lang, "blind-begin"));
    } else {
        reader.desk.key(Key::Enter);
    }
    let mut keys = 0;
    for at in 0..reader.items.len() {
        reader.desk.must_read(&reader.progress(at + 1));
        shows_only_replies(&mut reader, at);
        let count = reader.items[at].options.len();
        let place = (reader.key_at(at) + at % 2) % count;
        keys += usize::from(at % 2 == 0);
        let letter = Item::letter(place).to_string();
        match (by_pointer, at % 3) {
            (true, _) => reader.desk.click(&format!("{letter}. ")),
            (false, 0) => reader.desk.typed(&letter.to_lowercase()),
            (false, 1) => reader.desk.typed(&(place + 1).to_string()),
            (false, _) => {
                reader.desk.tab_to(&format!("{letter}. "));
                reader.desk.key(Key::Enter);
            }
        }
    }
    assert!(reader.is_passed(keys));
    let percent = (200 * keys + reader.items.len()) / (2 * reader.items.len());
    reader.desk.must_read(&format!("{percent} %"));
    reader.desk.must_read(&say(lang, "blind-given-away"));
    for at in 0..reader.items.len() {
        let beat = reader.scenario.beat(reader.items[at].beat);
        let key = beat.choices[beat.key.at()].say.get(lang);
        let key = say_with(lang, "blind-key", &[("key", key.into())]);
        assert_eq!(reader.desk.reads(&key), at % 2 == 0, "{key}");
    }
    reader.desk.must_read(&say(lang, "blind-keeps-nothing"));
    reader.desk.key(Key::Enter);
    assert_eq!(reader.desk.screen(), Screen::Replies);
    reader.desk.key(Key::Escape);
    assert_eq!(reader.desk.screen(), Screen::Library);
}

#[test]
fn it_is_read_by_keyboard_in_english() {
    read_through(Lang::En, false);
}

#[test]
fn it_is_read_by_keyboard_in_japanese() {
    read_through(Lang::Ja, false);
}

#[test]
fn it_is_read_by_pointer_in_english() {
    read_through(Lang::En, true);
}

#[test]
fn it_is_read_by_pointer_in_japanese() {
    read_through(Lang::Ja, true);
}

/// A folder with a copy of a shipped scenario in it.
fn copy_in_folder(name: &str) -> (Folder, PathBuf) {
    let folder = Folder::new(name);
    let path = folder.0.join("copy.ron");
    std::fs::write(&path, SHIPPED[0].1).unwrap();
    (folder, path)
}

fn desk_of_folder(folder: &Path, lang: Lang) -> (Desk, Arc<Scenario>) {
    let library = Library::open(&[folder.to_owned()]);
    let scenario = Arc::clone(&library.find("last-day-sweets").unwrap().scenario);
    (Desk::of_size(1280, 720, Options { library, ..options(lang, 100) }), scenario)
}

#[test]
fn the_result_of_a_file_is_kept_beside_it_with_the_readers_name() {
    let (folder, path) = copy_in_folder("kept");
    let lang = Lang::Ja;
    let (desk, scenario) = desk_of_folder(&folder.0, lang);
    let mut reader = Reader::of(desk, lang, scenario);
    // Where it lies stands on a line of its own.
    let lies = format!("\n{}", path.with_extension("blind.jsonl").display());
    reader.desk.must_read(&lies);
    reader.desk.tab_to_field(&say(lang, "blind-name"));
    for sign in ["k", "i", "1"] {
        reader.desk.typed(sign);
    }
    reader.desk.key(Key::ArrowLeft);
    reader.desk.typed("き");
    reader.desk.key(Key::Enter);
    let mut picks = Vec::new();
    for at in 0..reader.items.len() {
        let item = &reader.items[at];
        let beat = reader.scenario.beat(item.beat);
        picks.push(format!("{}/{}", beat.id, beat.choices[item.options[0].at()].id));
        assert!(readings_of(&path).is_empty(), "only a whole reading is kept");
        reader.desk.typed("a");
    }
    let kept = readings_of(&path);
    let [Reading { mode: Mode::Blind, lang: Lang::Ja, options, reader: name, picks: found }] =
        &kept[..]
    else {
        panic!("{kept:?}");
    };
    assert_eq!(name, "kiき1");
    assert_eq!(*options, options_mark(&reader.scenario, lang));
    let found: Vec<String> =
        found.iter().map(|pick| format!("{}/{}", pick.beat, pick.choice)).collect();
    assert_eq!(found, picks);
    reader.desk.must_read(&lies);
}

#[test]
fn a_result_that_cannot_be_kept_is_shown_all_the_same() {
    let (folder, path) = copy_in_folder("unkept");
    let (desk, scenario) = desk_of_folder(&folder.0, Lang::En);
    let mut reader = Reader::of(desk, Lang::En, scenario);
    reader.desk.key(Key::Enter);
    // Where the file would be there is a folder.
    std::fs::create_dir(path.with_extension("blind.jsonl")).unwrap();
    for _ in 0..reader.items.len() {
        reader.desk.typed("1");
    }
    let sentence = say_with(Lang::En, "blind-unkept", &[("error", "".into())]);
    reader.desk.must_read(sentence.trim());
}

#[test]
fn a_pick_can_be_taken_back_and_a_reading_gone_on_with() {
    let mut reader = Reader::shipped(Lang::En);
    reader.desk.key(Key::Enter);
    assert!(!reader.desk.reads(&say(Lang::En, "blind-take-back")));
    reader.desk.typed("b");
    reader.desk.typed("2");
    reader.desk.must_read(&reader.progress(3));
    reader.desk.key(Key::Backspace);
    reader.desk.must_read(&reader.progress(2));
    reader.desk.click(&say(Lang::En, "blind-take-back"));
    reader.desk.must_read(&reader.progress(1));
    // What is no option picks nothing.
    for typed in ["z", "9", "0", "あ"] {
        reader.desk.typed(typed);
    }
    reader.desk.must_read(&reader.progress(1));
    reader.desk.typed("Ａ");
    reader.desk.key(Key::Escape);
    assert_eq!(reader.desk.screen(), Screen::Replies);
    reader.come_from_library();
    let at = [("at", 2_usize.into()), ("items", reader.items.len().into())];
    reader.desk.must_read(&say_with(Lang::En, "blind-go-on", &at));
    reader.desk.key(Key::Enter);
    reader.desk.must_read(&reader.progress(2));
    reader.desk.key(Key::Escape);
    reader.come_from_library();
    reader.desk.click(&say(Lang::En, "blind-begin-anew"));
    reader.desk.must_read(&reader.progress(1));
}

#[test]
fn who_has_played_is_told_that_it_is_for_someone_else() {
    let mut reader = Reader::shipped(Lang::Ja);
    reader.desk.key(Key::Escape);
    reader.desk.key(Key::Escape);
    reader.desk.click(&say(Lang::Ja, "library-open"));
    // Whoever practises is not asked to read anything blind.
    assert!(!reader.desk.reads(&say(Lang::Ja, "blind-open")));
    reader.desk.click(&say(Lang::Ja, "briefing-start-phone"));
    reader.desk.key(Key::Escape);
    reader.desk.click(&say(Lang::Ja, "talk-leave"));
    reader.come_from_library();
    reader.desk.must_read(&say(Lang::Ja, "blind-played"));
}

#[test]
fn a_scenario_of_another_language_says_so() {
    let folder = Folder::new("lang");
    let tiny = include_str!("../scenarios/tiny.ron");
    let english = tiny.replace("id: \"tiny\",", "id: \"tiny\", languages: [En],");
    std::fs::write(folder.0.join("tiny.ron"), english).unwrap();
    let library = Library::open(std::slice::from_ref(&folder.0));
    let scenario = library.find("tiny").map(|shelf| Arc::clone(&shelf.scenario)).unwrap();
    let desk = Desk::of_size(1280, 720, Options { library, ..options(Lang::Ja, 100) });
    let mut reader = Reader::of(desk, Lang::Ja, scenario);
    reader.desk.must_read(&say_with(Lang::Ja, "blind-not-in", &[("id", "tiny".into())]));
    reader.desk.key(Key::Enter);
    reader.desk.typed("a");
    reader.desk.must_read(&say_with(Lang::Ja, "blind-not-in", &[("id", "tiny".into())]));
}

#[test]
fn the_authors_desk_leads_to_it_and_the_result_lies_beside_the_file() {
    let (_folder, path) = copy_in_folder("desk");
    let scenario = load(&path).unwrap().scenario;
    let edited = Some((path.clone(), Arc::clone(&scenario)));
    let mut desk = Desk::of_size(1280, 720, Options { edited, ..options(Lang::En, 100) });
    assert_eq!(desk.screen(), Screen::Talk);
    desk.click(&say(Lang::En, "blind-open"));
    desk.must_read(&say(Lang::En, "blind-played"));
    desk.key(Key::Enter);
    for _ in items(&scenario, Seed(7)) {
        desk.typed("c");
    }
    assert_eq!(readings_of(&path).len(), 1);
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Talk);
}

#[test]
fn nothing_sticks_out_at_any_size() {
    for (lang, size, percent) in [
        (Lang::En, (1280, 720), 100),
        (Lang::Ja, (1280, 720), 200),
        (Lang::En, (960, 540), 150),
        (Lang::Ja, (1920, 1080), 125),
    ] {
        let what = |page: &str| format!("the {page} in {lang:?} at {percent} %");
        let desk = Desk::of_size(size.0, size.1, options(lang, percent));
        let mut reader = Reader::of(desk, lang, scenario("on-whose-terms"));
        look(&mut reader.desk, size, &what("cover"));
        reader.desk.click(&say(lang, "blind-begin"));
        look(&mut reader.desk, size, &what("first item"));
        for at in 0..reader.items.len() {
            let letter = Item::letter(reader.key_at(at)).to_string();
            reader.desk.typed(&letter);
            if at % 4 == 0 {
                look(&mut reader.desk, size, &what("item"));
            }
        }
        look(&mut reader.desk, size, &what("result"));
    }
}
