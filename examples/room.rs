//! Draws a room's two windows at every stage of an hour, in both languages: no display is needed.
//!
//! `cargo run --example room -- FOLDER 1280x720`
#![expect(clippy::print_stderr, reason = "it says what it cannot do")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use bevy::ui_widgets::Activate;
use kikitori::app::Options;
use kikitori::app::picture::PictureApp;
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::session::Seed;
use kikitori::store::{Library, Settings};

/// The keys of an hour, each with the name of the picture that is taken after it; none where there is no name.
const HOUR: &[(&str, &str)] = &[
    (" ", "01-opening"),
    (" ", "02-context"),
    (" ", "02-rules"),
    (" ", "03-line"),
    (" ", "04-say"),
    (" ", "05-options"),
    (" ", ""),
    ("1112", "06-vote"),
    ("\n", "07-closed"),
    (" ", "08-play"),
    (" ", "09-reaction"),
    (" ", ""),
    // A beat that is talked over, whether the plan says so or not.
    ("  ", ""),
    (" 11112223", ""),
    ("\n", "10-closed-deep"),
    ("t", "11-talk"),
    ("v22222113", "12-vote-again"),
    ("r", "13-reveal"),
    ("p", ""),
    ("3", "13-peek"),
    (" ", ""),
    ("n", "14-note"),
    (" ", "15-line-next"),
    ("k", "16-told"),
    ("?", "17-keys"),
    ("?", ""),
    ("f", "18-held"),
    ("f", ""),
    ("l", "19-dark"),
    ("l", ""),
];

struct Album {
    easel: PictureApp,
    lang: Lang,
    stem: PathBuf,
}

impl Album {
    fn open(folder: &Path, lang: Lang, (width, height): (u32, u32)) -> Self {
        let settings = Settings { lang: Some(lang), still: true, ..Settings::default() };
        let seed = Some(Seed(7));
        let library = Library::open(&[]);
        let options = Options { library, settings, lang, seed, ..Options::default() };
        let mut easel = PictureApp::new(width, height, options);
        easel.hang_wall(width, height);
        easel.pass(5);
        let stem = folder.join(format!("{lang:?}-{width}x{height}").to_lowercase());
        Self { easel, lang, stem }
    }

    fn press(&mut self, key: &str) {
        let label = say(self.lang, key);
        let world = self.easel.app.world_mut();
        let mut buttons = world.query::<(Entity, &AccessibleLabel)>();
        let Some((entity, _)) = buttons.iter(world).find(|(_, at)| at.0.starts_with(&label)) else {
            return eprintln!("there is no {label:?}");
        };
        world.trigger(Activate { entity });
        self.easel.pass(6);
    }

    fn key(&mut self, sign: char) {
        let logical_key = match sign {
            ' ' => Key::Space,
            '\n' => Key::Enter,
            _ => Key::Character(sign.to_string().into()),
        };
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.easel.app.world_mut().write_message(KeyboardInput {
                key_code: KeyCode::F24,
                logical_key: logical_key.clone(),
                state,
                text: None,
                repeat: false,
                window: Entity::PLACEHOLDER,
            });
            self.easel.pass(1);
        }
        self.easel.pass(3);
    }

    fn take(&mut self, name: &str) {
        self.easel.pass(8);
        let pictures = [("trainer", self.easel.take()), ("wall", self.easel.take_wall())];
        for (which, picture) in pictures {
            let path = format!("{}-{which}-{name}.png", self.stem.display());
            let Some(Ok(picture)) = picture.map(Image::try_into_dynamic) else {
                eprintln!("{path}: no picture");
                continue;
            };
            if let Err(error) = picture.save(&path) {
                eprintln!("{path}: {error}");
            }
        }
    }

    fn hour(&mut self) {
        self.press("room-open");
        self.press("room-setup-pattern");
        self.take("00-setup");
        self.press("room-setup-prepare");
        self.take("00-prepare");
        self.press("back");
        self.press("room-setup-start");
        for (keys, name) in HOUR {
            keys.chars().for_each(|sign| self.key(sign));
            if !name.is_empty() {
                self.take(name);
            }
        }
        self.rest();
    }

    /// On to the end, with a picture of each thing that comes after the talk.
    fn rest(&mut self) {
        let ending = say(self.lang, "room-stage-ending");
        let last = ["untold", "gather", "analyse", "route", "summarise", "closing"];
        let last = last.map(|stage| say(self.lang, &format!("room-stage-{stage}")));
        let mut seen = BTreeSet::new();
        for _ in 0..400 {
            let now = self.now();
            let wanted = now == ending || last.contains(&now);
            if wanted && seen.insert(now.clone()) {
                self.take(&format!("{}-after", 20 + seen.len()));
            }
            if now == say(self.lang, "room-stage-closing") {
                return;
            }
            if now == say(self.lang, "room-stage-vote")
                || now == say(self.lang, "room-stage-vote-again")
            {
                "1122123".chars().for_each(|sign| self.key(sign));
            }
            self.key(' ');
        }
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
    for lang in Lang::ALL {
        if given.get(2).is_none_or(|only| only == lang.code()) {
            Album::open(&folder, lang, size).hour();
        }
    }
}
