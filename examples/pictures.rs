//! Draws every screen in both languages, so that they can be looked at: no display is needed, only a Vulkan driver.
//!
//! `cargo run --example pictures -- FOLDER 1280x720 [PERCENT] [dark|contrast] [door|voice|talks|rest|guide|channels|faces]`
//!
//! Without one of the last words, everything is drawn; with `furigana` besides, readings stand above words.
#![expect(clippy::print_stderr, reason = "it says what it cannot do")]
#![expect(clippy::disallowed_methods, reason = "it writes small scenarios to draw")]

use std::path::{Path, PathBuf};

use bevy::prelude::*;
use bevy::ui_widgets::Activate;
use kikitori::app::picture::PictureApp;
use kikitori::app::{Data, Options, Screen, contact_sheet};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::session::Seed;
use kikitori::store::{Library, Settings, TextSize, ThemeName};

/// Where the scenarios are that are no part of the program.
fn examples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/examples")
}

/// The channels a talk can be held on.
const CHANNELS: [&str; 6] = ["phone", "visit", "counter", "chat", "mail", "internal"];

/// The smallest scenario once for each channel, with a face, in a folder of their own.
fn channels_folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kikitori-channels-{}", std::process::id()));
    let tiny = include_str!("../tests/scenarios/tiny.ron");
    let look = "look: (age: 38, hair: Long, hair_color: Chestnut, skin: Medium, dress: Jacket)";
    for channel in CHANNELS {
        let word = format!("{}{}", channel[..1].to_uppercase(), &channel[1..]);
        let text = tiny
            .replace("channel: Phone", &format!("channel: {word}"))
            .replace("id: \"tiny\"", &format!("id: \"tiny-{channel}\""))
            .replace("A late parcel", &format!("A late parcel: {channel}"))
            .replace("遅れた荷物", &format!("遅れた荷物 {channel}"))
            .replace("ja: \"岡さん\")", &format!("ja: \"岡さん\"), {look}"));
        let written = std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(folder.join(format!("{channel}.ron")), text));
        if let Err(error) = written {
            eprintln!("{}: {error}", folder.display());
        }
    }
    folder
}

/// The program on a picture, and where its pictures go.
struct Album {
    easel: PictureApp,
    lang: Lang,
    stem: PathBuf,
    /// What is on offer, once more.
    library: Library,
}

impl Album {
    fn open(
        folder: &Path,
        lang: Lang,
        width: u32,
        height: u32,
        looks: Settings,
        scenarios: &[PathBuf],
    ) -> Self {
        let text = looks.text_size.percent();
        let settings = Settings { lang: Some(lang), still: true, ..looks };
        let options = Options {
            library: Library::open(scenarios),
            settings,
            place: None,
            lang,
            seed: Some(Seed(7)),
            data: Data::Nowhere,
            first_start: true,
            rooms: None,
            edited: None,
        };
        let mut easel = PictureApp::new(width, height, options);
        easel.pass(5);
        let stem = folder.join(format!("{lang:?}-{width}x{height}-{text}").to_lowercase());
        let library = Library::open(scenarios);
        Self { easel, lang, stem, library }
    }

    fn word(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn find(&mut self, label: &str) -> Option<Entity> {
        let world = self.easel.app.world_mut();
        let mut buttons = world.query::<(Entity, &AccessibleLabel)>();
        let found = buttons.iter(world).find(|(_, at)| at.0.starts_with(label));
        found.map(|(entity, _)| entity)
    }

    /// Presses the nth button that begins with these words, if there is one.
    fn press(&mut self, label: &str, nth: usize) -> bool {
        let world = self.easel.app.world_mut();
        let mut buttons = world.query::<(Entity, &AccessibleLabel)>();
        let mut fitting = buttons.iter(world).filter(|(_, at)| at.0.starts_with(label));
        let Some((entity, _)) = fitting.nth(nth) else { return false };
        world.trigger(Activate { entity });
        self.easel.pass(6);
        true
    }

    fn take(&mut self, name: &str) {
        self.easel.pass(12);
        let path = format!("{}-{name}.png", self.stem.display());
        let Some(Ok(picture)) = self.easel.take().map(Image::try_into_dynamic) else {
            return eprintln!("{path}: the graphics driver gives no picture");
        };
        if let Err(error) = picture.save(&path) {
            eprintln!("{path}: {error}");
        }
    }

    /// Scrolls everything that scrolls to this place.
    fn scroll(&mut self, to: f32) {
        let world = self.easel.app.world_mut();
        for mut place in world.query::<&mut ScrollPosition>().iter_mut(world) {
            place.y = to;
        }
        self.easel.pass(3);
    }

    /// What is asked at the first start, drawn or passed by, and on to the door.
    fn first(&mut self, drawn: bool) {
        if drawn {
            self.take("0-first");
        }
        self.press(&self.word("first-skip"), 0);
        self.press(&self.word("back"), 0);
    }

    fn door(&mut self) {
        self.take("1-home");
        self.press(&self.word("home-settings"), 0);
        self.take("2-settings");
        self.press(&self.word("back"), 0);
        self.press(&self.word("home-practise"), 0);
        self.take("3-library");
    }

    /// A blind reading, the handbook, and saying it aloud before the choices come.
    fn rest(&mut self) {
        self.press(&self.word("library-open"), 0);
        self.press(&self.word("blind-open"), 0);
        self.take("6-1-blind");
        self.press(&self.word("back"), 0);
        self.press(&self.word("mode-practice"), 0);
        self.press(&self.word("briefing-start-phone"), 0);
        self.take("6-2-aloud");
        self.press(&self.word("aloud-said"), 0);
        self.take("6-3-said");
        self.press(&self.word("handbook-title"), 0);
        self.take("6-4-handbook");
    }

    /// A talk with a thought that pulls, in two modes.
    fn voice(&mut self) {
        for mode in ["learn", "practice"] {
            self.prepare("the-cold-lunch");
            self.press(&self.word(&format!("mode-{mode}")), 0);
            self.press(&self.word("briefing-start-phone"), 0);
            if mode == "learn" {
                self.take("7-0-aim");
            }
            self.press("1. ", 0);
            self.take(&format!("7-1-voice-{mode}"));
            self.press(&self.word("pull-hurry"), 0);
            self.take(&format!("7-2-named-{mode}"));
            self.press(&self.word("aloud-said"), 0);
            self.press("1. ", 0);
            self.leave();
            self.take(&format!("7-3-stopped-{mode}"));
            self.home();
        }
    }

    /// The same small talk on every channel.
    fn channels(&mut self) {
        for channel in CHANNELS {
            self.home();
            self.prepare(&format!("tiny-{channel}"));
            self.press(&self.word(&format!("briefing-start-{channel}")), 0);
            self.take(&format!("8-{channel}-1"));
            self.press("1. ", 0);
            self.take(&format!("8-{channel}-2"));
        }
        self.home();
    }

    /// From the door to the briefing of a scenario.
    fn prepare(&mut self, id: &str) {
        let shelves = &self.library.shelves;
        let Some(shelf) = shelves.iter().find(|shelf| shelf.scenario.id == id) else { return };
        let title = shelf.scenario.title.get(self.lang);
        let args = [("action", self.word("library-open").into()), ("title", title.into())];
        self.press(&self.word("home-practise"), 0);
        self.press(&say_with(self.lang, "library-open-label", &args), 0);
    }

    /// Back to the door, from wherever one is.
    fn home(&mut self) {
        self.leave();
        for way in ["calm-to-library", "calm-to-look-back", "back", "back", "back"] {
            self.press(&self.word(way), 0);
        }
    }

    /// Out of the talk, if one is on.
    fn leave(&mut self) {
        self.press(&format!("{} (Esc)", self.word("talk-leave")), 0);
        let leave = self.word("talk-leave");
        let world = self.easel.app.world_mut();
        let mut buttons = world.query::<(Entity, &AccessibleLabel)>();
        let found = buttons.iter(world).find(|(_, at)| at.0 == leave).map(|(entity, _)| entity);
        if let Some(entity) = found {
            world.trigger(Activate { entity });
            self.easel.pass(6);
        }
    }

    /// The first call with its hints, from the library on.
    fn guide(&mut self) {
        self.press(&self.word("home-practise"), 0);
        self.press(&self.word("library-guide"), 0);
        self.take("8-1-briefing");
        self.press(&self.word("briefing-start-phone"), 0);
        self.take("8-2-choose");
        for (said, shown) in ["go-on", "gauges"].into_iter().zip(["card", "aloud"]) {
            self.press("1. ", 0);
            self.take(&format!("8-3-{said}"));
            self.press(&self.word("talk-go-on"), 0);
            self.take(&format!("8-4-{shown}"));
        }
        self.press(&self.word("aloud-said"), 0);
        self.take("8-5-leave");
        self.press("1. ", 0);
        self.press(&self.word("talk-go-on"), 0);
        self.take("8-6-over");
        self.press(&self.word("talk-look-back"), 0);
        self.take("8-7-look-back");
        self.press(&self.word("back"), 0);
    }

    fn talk(&mut self, nth: usize) {
        let name = |step: &str| format!("{}-{step}", nth + 4);
        self.press(&self.word("library-open"), nth);
        self.take(&name("1-briefing"));
        let start =
            ["phone", "visit"].map(|channel| self.word(&format!("briefing-start-{channel}")));
        start.iter().any(|label| self.press(label, 0));
        self.take(&name("2-talk"));
        self.press("2. ", 0);
        self.take(&name("3-reply"));
        self.press(&self.word("talk-go-on"), 0);
        self.take(&name("4-next"));
        self.press(&self.word("talk-rule-card"), 0);
        self.take(&name("5-rules"));
        self.press(&self.word("talk-close"), 0);
        let (go_on, look_back) = (self.word("talk-go-on"), self.word("talk-look-back"));
        for turn in 0..80 {
            if self.press(&look_back, 0) {
                let ready = self.word("calm-to-look-back");
                if self.find(&ready).is_some() {
                    self.take(&name("6-0-calm"));
                    self.press(&ready, 0);
                }
                break;
            }
            if !self.press(&go_on, 0) {
                let label = if turn % 3 == 0 { "3. " } else { "1. " };
                let _ = self.press(label, 0) || self.press("1. ", 0);
            }
        }
        self.take(&name("6-debrief"));
        let others = self.word("debrief-others");
        if self.find(&others).is_some() {
            self.press(&others, 0);
        }
        for (page, to) in [(1, 560.0), (2, 1120.0), (3, 1680.0), (4, 2240.0)] {
            self.scroll(to);
            self.take(&name(&format!("7-debrief-{page}")));
        }
        self.scroll(100_000.0);
        self.take(&name("8-debrief-end"));
        self.press(&self.word("back"), 0);
        while *self.easel.app.world().resource::<State<Screen>>().get() != Screen::Library {
            if !self.press(&self.word("back"), 0) && !self.press(&self.word("home-practise"), 0) {
                return;
            }
        }
    }
}

/// Everyone with every mood and reaction.
fn faces(folder: &Path) {
    for person in 0.. {
        let Some(sheet) = contact_sheet(person) else { return };
        let path = folder.join(format!("faces-{person}.png"));
        match sheet.try_into_dynamic().map(|picture| picture.save(&path)) {
            Ok(Ok(())) => {}
            _ => eprintln!("{}: cannot be written", path.display()),
        }
    }
}

/// What can be drawn by itself.
const PARTS: [&str; 8] = ["first", "door", "voice", "talks", "rest", "guide", "channels", "faces"];

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let folder = PathBuf::from(given.first().map_or("target/pictures", String::as_str));
    let size = given.get(1).map_or("1280x720", String::as_str);
    let (width, height) = size.split_once('x').unwrap_or(("1280", "720"));
    let (width, height) = (width.parse().unwrap_or(1280), height.parse().unwrap_or(720));
    let text = given.get(2).and_then(|percent| percent.parse().ok()).unwrap_or(100);
    let named = |theme: &ThemeName| given.iter().any(|one| one == theme.code());
    let theme = ThemeName::ALL.into_iter().find(named).unwrap_or_default();
    if let Err(error) = std::fs::create_dir_all(&folder) {
        return eprintln!("{}: {error}", folder.display());
    }
    if given.iter().any(|one| one == "faces") {
        return faces(&folder);
    }
    let furigana = given.iter().any(|one| one == "furigana");
    let text_size = TextSize::nearest(text);
    let looks = || Settings { text_size, theme, furigana, ..Settings::default() };
    let some = PARTS.iter().any(|part| given.iter().any(|one| one == part));
    let wanted = |part: &str| !some || given.iter().any(|one| one == part);
    for lang in Lang::ALL {
        let mut album = Album::open(&folder, lang, width, height, looks(), &[examples()]);
        album.first(wanted("first"));
        if wanted("door") {
            album.door();
        }
        if wanted("voice") {
            album.home();
            album.voice();
        }
        if wanted("talks") {
            album.home();
            album.press(&album.word("home-practise"), 0);
            album.talk(0);
            album.talk(1);
        }
        if wanted("rest") {
            album.home();
            album.press(&album.word("home-practise"), 0);
            album.rest();
        }
        if wanted("guide") {
            album.home();
            album.guide();
        }
        if wanted("channels") {
            let folders = [channels_folder()];
            let mut album = Album::open(&folder, lang, width, height, looks(), &folders);
            album.first(false);
            album.channels();
        }
    }
}
