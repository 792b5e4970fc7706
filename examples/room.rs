//! Draws a room's two windows at every stage of an hour, in both languages: no display is needed.
//!
//! `cargo run --example room -- FOLDER 1280x720 [LANGUAGE] [hour|short|long|again]`
#![expect(clippy::print_stderr, reason = "it says what it cannot do")]

use std::path::{Path, PathBuf};

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use bevy::ui_widgets::Activate;
use kikitori::app::Options;
use kikitori::app::picture::PictureApp;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::session::Seed;
use kikitori::store::{Library, Rooms, Settings};

/// The keys of an hour, each with the name of the picture that is taken after it; none where there is no name.
const HOUR: &[(&str, &str)] = &[
    ("", "10-black"),
    (" ", "11-opening"),
    (" ", "12-context"),
    (" ", "13-rules"),
    (" ", "14-line"),
    ("r", "14-refused"),
    (" ", "15-say"),
    (" ", "16-options"),
    (" ", "17-vote-empty"),
    ("1112", "18-vote"),
    ("111111111111111111", "18-vote-over"),
    ("uuuuuuuuuuuuuuuuuu", ""),
    ("\n", "19-closed"),
    (" ", "20-play"),
    (" ", "21-reaction"),
    (" ", ""),
    // A beat that is talked over, whether the plan says so or not.
    ("  ", ""),
    (" 11112223", ""),
    ("\n", "22-closed-deep"),
    ("t", "23-talk"),
    ("v22222113", "24-vote-again"),
    ("r", "25-reveal"),
    ("p", ""),
    ("3", "26-peek"),
    (" ", ""),
    ("n", "27-note"),
    (" ", "28-line-next"),
    ("b", "29-black"),
    ("b", ""),
    ("f ", "30-held"),
    ("f", ""),
    ("l ", "31-dark"),
    (" ", "31-dark-vote"),
    ("l++", "32-larger-vote"),
    ("o", "32-larger"),
    ("--", ""),
    ("k", "33-told"),
    ("x ", "34-swapped"),
    ("?", "35-keys"),
    ("?\u{1b}", "36-leave"),
    ("\u{1b}", ""),
];

/// What stands at the end of an hour: the name of a stage, of which each is drawn once.
const LATER: [&str; 11] = [
    "sheet",
    "ending",
    "untold",
    "pairs",
    "writing",
    "gather",
    "analyse",
    "route",
    "plus-delta",
    "summarise",
    "closing",
];

struct Album {
    easel: PictureApp,
    lang: Lang,
    stem: PathBuf,
}

impl Album {
    fn open(folder: &Path, lang: Lang, (width, height): (u32, u32), library: Library) -> Self {
        let settings = Settings { lang: Some(lang), still: true, ..Settings::default() };
        let stem = folder.join(format!("{lang:?}-{width}x{height}").to_lowercase());
        let rooms = Some(Rooms::in_folder(&stem.with_extension("kept")));
        let seed = Some(Seed(7));
        let options = Options { library, settings, lang, seed, rooms, ..Options::default() };
        let mut easel = PictureApp::new(width, height, options);
        easel.hang_wall(width, height);
        easel.pass(5);
        Self { easel, lang, stem }
    }

    fn press(&mut self, key: &str) {
        let label = say(self.lang, key);
        self.press_label(&label);
    }

    fn press_label(&mut self, label: &str) {
        let world = self.easel.app.world_mut();
        let mut buttons = world.query::<(Entity, &AccessibleLabel)>();
        let Some((entity, _)) = buttons.iter(world).find(|(_, at)| at.0.starts_with(label)) else {
            return eprintln!("there is no {label:?}");
        };
        world.trigger(Activate { entity });
        self.easel.pass(4);
    }

    fn key(&mut self, sign: char) {
        let logical_key = match sign {
            ' ' => Key::Space,
            '\n' => Key::Enter,
            '\u{1b}' => Key::Escape,
            _ => Key::Character(sign.to_string().into()),
        };
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.easel.app.world_mut().write_message(KeyboardInput {
                key_code: KeyCode::F24,
                logical_key: logical_key.clone(),
                state,
                text: state.is_pressed().then(|| sign.to_string().into()),
                repeat: false,
                window: Entity::PLACEHOLDER,
            });
            self.easel.pass(1);
        }
        self.easel.pass(1);
    }

    fn keys(&mut self, signs: &str) {
        signs.chars().for_each(|sign| self.key(sign));
    }

    fn take(&mut self, name: &str) {
        self.easel.pass(6);
        let pictures = [("trainer", self.easel.take()), ("wall", self.easel.take_wall())];
        for (which, picture) in pictures {
            let path = format!("{}-{name}-{which}.png", self.stem.display());
            let Some(Ok(picture)) = picture.map(Image::try_into_dynamic) else {
                eprintln!("{path}: no picture");
                continue;
            };
            if let Err(error) = picture.save(&path) {
                eprintln!("{path}: {error}");
            }
        }
    }

    /// An hour from setting up to the record, with everything that is done by hand on the way.
    fn hour(&mut self) {
        self.press("room-open");
        self.take("00-setup");
        self.press("room-setup-pattern");
        self.press("room-setup-cards");
        self.take("01-pattern");
        self.press("room-setup-prepare");
        self.take("02-prepare");
        self.press("back");
        self.press("room-setup-start");
        for (keys, name) in HOUR {
            self.keys(keys);
            if !name.is_empty() {
                self.take(name);
            }
        }
        self.rest("40");
        self.keys("wI hear you. Let me check by three.\n");
        self.easel.pass(3);
        self.keys(" ");
        self.take("60-saved");
    }

    /// The same hour with a scenario and a length by their labels, from the first line on to the end.
    fn other_hour(&mut self, title: &str, minutes: i64, number: &str) {
        self.press("room-open");
        self.press_label(title);
        let minutes = [("minutes", minutes.into())];
        self.press_label(&say_with(self.lang, "room-setup-minutes", &minutes));
        self.press("room-setup-start");
        self.keys("    ");
        for name in ["line", "say", "options"] {
            self.take(&format!("{number}-0-{name}"));
            self.keys(" ");
        }
        self.rest(number);
    }

    /// A room that is left in the middle of a vote.
    fn leave(&mut self) {
        self.press("room-open");
        self.press("room-setup-start");
        self.keys("       1122");
    }

    /// It is offered to be gone on with, and gone on with.
    fn again(&mut self) {
        self.press("room-open");
        self.take("90-offered");
        let world = self.easel.app.world_mut();
        let mut labels = world.query::<&AccessibleLabel>();
        let lead = say_with(self.lang, "room-resume", &[("title", "|".into())]);
        let (before, after) = lead.split_once('|').unwrap_or_default();
        let ours = |label: &&str| label.starts_with(before) && label.ends_with(after);
        let label = labels.iter(world).map(|label| label.0.as_str()).find(ours).map(str::to_owned);
        self.press_label(&label.unwrap_or_default());
        self.take("91-gone-on-with");
    }

    /// On to the end, with a picture of each thing that comes after the talk.
    fn rest(&mut self, number: &str) {
        let later = LATER.map(|stage| (stage, say(self.lang, &format!("room-stage-{stage}"))));
        let votes =
            ["vote", "vote-again"].map(|stage| say(self.lang, &format!("room-stage-{stage}")));
        let second_chance = say(self.lang, "room-second-chance");
        let mut taken: Vec<String> = Vec::new();
        for _ in 0..400 {
            let now = self.now();
            let found = later.iter().find(|(_, word)| *word == now).map(|(stage, _)| *stage);
            let analysed = taken.iter().filter(|name| *name == "analyse").count();
            if let Some(stage) = found.filter(|at| {
                (*at == "analyse" && analysed < 2) || !taken.iter().any(|name| name == at)
            }) {
                taken.push(stage.to_owned());
                self.take(&format!("{number}-{}-{stage}", taken.len()));
            } else if !taken.contains(&second_chance) && self.reads(&second_chance) {
                taken.push(second_chance.clone());
                self.take(&format!("{number}-{}-second-chance", taken.len()));
            }
            if found == Some("closing") {
                return;
            }
            if found == Some("sheet") && taken.last().is_some_and(|last| last == "sheet") {
                self.keys("13");
                self.take(&format!("{number}-{}-sheet-ticked", taken.len()));
            }
            if votes.contains(&now) {
                self.keys("1122123");
            }
            self.key(' ');
        }
    }

    fn reads(&mut self, words: &str) -> bool {
        let world = self.easel.app.world_mut();
        let mut texts = world.query::<&Text>();
        texts.iter(world).any(|text| text.0.replace('\u{2060}', "") == words)
    }

    /// The stage that the trainer's page names.
    fn now(&mut self) -> String {
        let world = self.easel.app.world_mut();
        let mut texts = world.query::<&Text>();
        let plain = |text: &Text| text.0.replace('\u{2060}', "");
        let lead =
            say(self.lang, "room-now").chars().take_while(|c| *c != ':').collect::<String>() + ":";
        let found = texts.iter(world).map(plain).find(|text| text.starts_with(&lead));
        found.map(|text| text[lead.len()..].trim().to_owned()).unwrap_or_default()
    }
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let folder = PathBuf::from(given.first().map_or("target/room", String::as_str));
    let size = given.get(1).map_or("1280x720", String::as_str);
    let (width, height) = size.split_once('x').unwrap_or(("1280", "720"));
    let size = (width.parse().unwrap_or(1280), height.parse().unwrap_or(720));
    if let Err(error) = std::fs::create_dir_all(&folder) {
        return eprintln!("{}: {error}", folder.display());
    }
    let which = given.get(3).map_or("all", String::as_str);
    for lang in Lang::ALL {
        if given.get(2).is_none_or(|only| only == lang.code()) {
            draw(&folder, lang, size, which);
        }
    }
}

/// An hour of sixty minutes; a short one with a hand-over sheet; a long one; and one that is gone on with.
fn draw(folder: &Path, lang: Lang, size: (u32, u32), which: &str) {
    let album = |library: Library| Album::open(folder, lang, size, library);
    let title = |library: &Library, id: &str| {
        library.find(id).map(|shelf| shelf.scenario.title.get(lang).to_owned()).unwrap_or_default()
    };
    if matches!(which, "all" | "hour") {
        album(Library::open(&[])).hour();
    }
    if matches!(which, "all" | "short") {
        let library = Library::open(&["scenarios/examples".into()]);
        let lunch = title(&library, "the-cold-lunch");
        album(library).other_hour(&lunch, 30, "70");
    }
    if matches!(which, "all" | "long") {
        let library = Library::open(&[]);
        let terms = title(&library, "on-whose-terms");
        album(library).other_hour(&terms, 90, "80");
    }
    if matches!(which, "all" | "again") {
        album(Library::open(&[])).leave();
        album(Library::open(&[])).again();
    }
}
