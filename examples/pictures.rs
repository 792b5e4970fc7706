//! Draws every screen in both languages, so that they can be looked at: no display is needed, only a Vulkan driver.
//!
//! `cargo run --example pictures -- FOLDER 1280x720 [PERCENT] [dark|contrast] [furigana] [en|ja] [PART…]`
//!
//! The parts are those of the tour that the tests go on: door, guide, talk, practice, blind, record and room; and
//! channels and faces besides. Without any, everything but the faces is drawn. A page that scrolls is drawn down to its
//! end.
#![expect(clippy::print_stderr, reason = "it says what it cannot do")]
#![expect(clippy::unwrap_used, reason = "a tour that cannot go on stops")]
#![expect(clippy::float_arithmetic, reason = "pages are measured in fractions")]
#![expect(
    clippy::disallowed_methods,
    reason = "it keeps talks to look back on, and writes small scenarios"
)]

use std::path::{Path, PathBuf};

use bevy::prelude::*;
use kikitori::app::picture::PictureApp;
use kikitori::app::{Options, contact_sheet};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::session::Seed;
use kikitori::store::{Settings, TextSize, ThemeName};

#[path = "../tests/shared/buttons.rs"]
mod buttons;
#[path = "../tests/shared/tiny.rs"]
mod tiny;
#[path = "../tests/shared/tour.rs"]
mod tour;

use buttons::button;
use tour::{Part, Visitor};

/// Whoever draws what she sees.
struct Album {
    easel: PictureApp,
    /// The beginning of every picture's path.
    stem: String,
    /// How many there are.
    count: usize,
}

/// No page is longer than this many pictures.
const LONGEST: usize = 12;

impl Album {
    fn open(width: u32, height: u32, options: Options, stem: String) -> Self {
        let mut album = Self { easel: PictureApp::new(width, height, options), stem, count: 0 };
        album.settle();
        album
    }

    /// What nobody looks at need not be drawn.
    fn draw(&mut self, drawn: bool) {
        let world = self.easel.app.world_mut();
        for mut camera in world.query::<&mut Camera>().iter_mut(world) {
            camera.is_active = drawn;
        }
    }

    fn take(&mut self, name: &str) {
        self.draw(false);
        self.easel.pass(8);
        self.draw(true);
        self.easel.pass(2);
        let path = format!("{}-{name}.png", self.stem);
        let Some(Ok(picture)) = self.easel.take().map(Image::try_into_dynamic) else {
            return eprintln!("{path}: the graphics driver gives no picture");
        };
        if let Err(error) = picture.save(&path) {
            eprintln!("{path}: {error}");
        }
    }

    /// What scrolls furthest, from its beginning: how much of it is in sight, and how much there is.
    fn scroller(&mut self) -> Option<(Entity, f32, f32)> {
        let world = self.easel.app.world_mut();
        let mut all =
            world.query::<(Entity, &ScrollPosition, &ComputedNode, &InheritedVisibility)>();
        let unread = all.iter(world).filter(|(_, at, _, seen)| at.y == 0.0 && seen.get());
        let heights = unread.map(|(entity, _, node, _)| {
            let scale = node.inverse_scale_factor();
            (entity, node.size().y * scale, node.content_size().y * scale)
        });
        heights
            .filter(|(_, seen, all)| all > seen)
            .max_by(|one, other| (one.2 - one.1).total_cmp(&(other.2 - other.1)))
    }

    fn scroll(&mut self, entity: Entity, to: f32) {
        if let Some(mut place) = self.easel.app.world_mut().get_mut::<ScrollPosition>(entity) {
            place.y = to;
        }
    }
}

impl Visitor for Album {
    fn app(&mut self) -> &mut App {
        &mut self.easel.app
    }

    fn settle(&mut self) {
        self.draw(false);
        self.easel.pass(5);
    }

    /// Draws the page, and what it shows further down.
    fn look(&mut self, stop: &str) {
        self.count += 1;
        let name = format!("{:02}-{}", self.count, stop.replace([' ', ','], "-").replace('\'', ""));
        self.take(&name);
        let Some((entity, seen, all)) = self.scroller() else { return };
        let step = seen * 0.9;
        let mut at = step;
        for further in 1..LONGEST {
            self.scroll(entity, at.min(all - seen));
            self.take(&format!("{name}-{further:02}"));
            if at >= all - seen {
                break;
            }
            at += step;
        }
        self.scroll(entity, 0.0);
    }
}

/// The same small talk on every channel.
fn channels(lang: Lang, settings: &Settings, size: (u32, u32), stem: &str) {
    for channel in tiny::CHANNELS {
        let (library, title) = tiny::library_on(channel);
        let settings = Settings { lang: Some(lang), still: true, ..settings.clone() };
        let options =
            Options { library, settings, lang, seed: Some(Seed(7)), ..Options::default() };
        let mut album = Album::open(size.0, size.1, options, format!("{stem}-{}", channel.code()));
        let start = format!("briefing-start-{}", channel.code());
        let way = [
            say(lang, "home-practise"),
            tiny::prepare(lang, &title),
            say(lang, "mode-learn"),
            say(lang, &start),
        ];
        for label in way {
            album.press(&label);
        }
        album.look("opens");
        album.press("1. ");
        album.look("answered");
    }
}

impl Album {
    fn press(&mut self, label: &str) {
        let entity = button(&mut self.easel.app, label);
        self.easel.app.world_mut().trigger(bevy::ui_widgets::Activate { entity });
        self.settle();
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

/// What is asked for on the command line.
struct Wish {
    folder: PathBuf,
    size: (u32, u32),
    settings: Settings,
    langs: Vec<Lang>,
    /// The words after the size.
    words: Vec<String>,
}

impl Wish {
    fn read(mut given: impl Iterator<Item = String>) -> Self {
        let folder = given.next().map_or_else(|| PathBuf::from("target/pictures"), PathBuf::from);
        let size = given.next().unwrap_or_default();
        let (width, height) = size.split_once('x').unwrap_or(("1280", "720"));
        let size = (width.parse().unwrap_or(1280), height.parse().unwrap_or(720));
        let words: Vec<String> = given.collect();
        let says = |word: &str| words.iter().any(|one| one == word);
        let percent = words.iter().find_map(|one| one.parse().ok()).unwrap_or(100);
        let theme = ThemeName::ALL.into_iter().find(|theme| says(theme.code())).unwrap_or_default();
        let settings = Settings {
            text_size: TextSize::nearest(percent),
            theme,
            furigana: says("furigana"),
            ..Settings::default()
        };
        let mut langs = Lang::ALL.to_vec();
        if Lang::ALL.iter().any(|lang| says(lang.code())) {
            langs.retain(|lang| says(lang.code()));
        }
        Self { folder, size, settings, langs, words }
    }

    fn says(&self, word: &str) -> bool {
        self.words.iter().any(|one| one == word)
    }

    /// The parts of the tour that are wished for, and whether the channels are.
    fn parts(&self) -> (Vec<Part>, bool) {
        let name = |part: &Part| format!("{part:?}").to_lowercase();
        let some = Part::ALL.iter().any(|part| self.says(&name(part))) || self.says("channels");
        let parts = Part::ALL.into_iter().filter(|part| !some || self.says(&name(part)));
        (parts.collect(), !some || self.says("channels"))
    }
}

fn main() {
    let wish = Wish::read(std::env::args().skip(1));
    if let Err(error) = std::fs::create_dir_all(&wish.folder) {
        return eprintln!("{}: {error}", wish.folder.display());
    }
    if wish.says("faces") {
        return faces(&wish.folder);
    }
    let (parts, with_channels) = wish.parts();
    let (width, height) = wish.size;
    let percent = wish.settings.text_size.percent();
    for lang in &wish.langs {
        let stem = format!("{}-{width}x{height}-{percent}", lang.code());
        let stem = wish.folder.join(stem).display().to_string();
        if !parts.is_empty() {
            let kept =
                std::env::temp_dir().join(format!("kikitori-pictures-{}", std::process::id()));
            std::fs::create_dir_all(&kept).unwrap();
            let opened = tour::opened(*lang, wish.settings.clone(), &kept);
            tour::go(&mut Album::open(width, height, opened, stem.clone()), *lang, &parts);
            std::fs::remove_dir_all(&kept).unwrap();
        }
        if with_channels {
            channels(*lang, &wish.settings, wish.size, &stem);
        }
    }
}
