//! Every screen, drawn as a picture: nothing is blank, nothing sticks out, every text can be read.

use bevy::image::Image;
use bevy::prelude::*;
use bevy::ui::ComputedStackIndex;
use bevy::ui_widgets::Activate;
use kikitori::app::Options;
use kikitori::app::picture::PictureApp;
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::store::{Settings, TextSize, ThemeName};

use crate::buttons::button;
use crate::desk::{frame, options};
use crate::folder::Folder;
use crate::layout::must_fit;
use crate::tiny::{CHANNELS, library_on, prepare};
use crate::tour::{Part, Visitor, go, opened};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;

/// Contrast that large and bold text needs at least, by WCAG 2.2, 1.4.3; small print is held to more by the palette's
/// own test, from which a picture's smooth edges take something away.
const CONTRAST: f32 = 3.0;

/// Where something lies among all that is drawn.
type Lies<'w> = (Entity, &'w InheritedVisibility, &'w ComputedStackIndex);

/// The program on a picture, and what it is asked for.
struct Easel {
    easel: PictureApp,
    lang: Lang,
}

impl Easel {
    fn of(lang: Lang, opened: Options) -> Self {
        let mut easel = PictureApp::new(WIDTH, HEIGHT, opened);
        easel.pass(5);
        Self { easel, lang }
    }

    fn press(&mut self, label: &str) {
        let entity = button(&mut self.easel.app, label);
        self.easel.app.world_mut().trigger(Activate { entity });
        self.easel.pass(6);
    }

    fn press_word(&mut self, key: &str) {
        let label = say(self.lang, key);
        self.press(&label);
    }

    /// Takes a picture of the page, on which every text must fit and be readable.
    fn look(&mut self, what: &str) -> Picture {
        // Where motion is reduced, faces have come to rest by then.
        self.easel.pass(8);
        must_fit(&mut self.easel.app, PAGE, what);
        let image = self.easel.take().unwrap_or_else(|| {
            panic!("no picture came: a Vulkan driver is needed, such as Mesa's lavapipe, which .ci/run installs")
        });
        let picture = Picture(image);
        for (words, place) in self.texts() {
            let contrast = picture.contrast(place);
            assert!(contrast >= CONTRAST, "{what}: {words:?} at {place:?} has {contrast:.1}");
        }
        picture
    }

    /// Every text that is wholly in sight with nothing upon it, and where.
    fn texts(&mut self) -> Vec<(String, Rect)> {
        let app = &mut self.easel.app;
        let world = app.world_mut();
        let mut sheets =
            world.query::<(Entity, &BackgroundColor, &InheritedVisibility, &ComputedStackIndex)>();
        let mut sheets: Vec<(Entity, u32)> = sheets
            .iter(world)
            .filter(|(_, color, seen, _)| seen.get() && color.0.alpha() > 0.3)
            .map(|(entity, _, _, place)| (entity, place.0))
            .collect();
        // What fades away at an edge is scrolled to be read.
        let mut fades = world.query_filtered::<Lies<'_>, With<BackgroundGradient>>();
        let fades = fades.iter(world).filter(|(_, seen, _)| seen.get());
        sheets.extend(fades.map(|(entity, _, place)| (entity, place.0)));
        let sheets: Vec<(Rect, u32)> =
            sheets.into_iter().map(|(entity, place)| (frame(app, entity), place)).collect();
        let mut query = app
            .world_mut()
            .query_filtered::<(Entity, &Text, &InheritedVisibility, &ComputedStackIndex), With<Node>>();
        let found: Vec<(Entity, String, u32)> = query
            .iter(app.world())
            .filter(|(_, text, seen, _)| seen.get() && !text.0.trim().is_empty())
            .map(|(entity, text, _, place)| (entity, text.0.clone(), place.0))
            .collect();
        let bare = |own: Rect, place: u32| {
            !sheets.iter().any(|(sheet, over)| {
                *over > place && !sheet.is_empty() && !sheet.intersect(own).is_empty()
            })
        };
        let inside = |entity: Entity| {
            let own = frame(app, entity);
            let mut around = entity;
            let mut clip = PAGE;
            while let Some(parent) = app.world().get::<ChildOf>(around).map(ChildOf::parent) {
                around = parent;
                clip = clip.intersect(frame(app, around));
            }
            (clip.contains(own.min) && clip.contains(own.max) && own.width() > 1.0).then_some(own)
        };
        let seen = |(entity, words, place)| {
            inside(entity).filter(|own| bare(*own, place)).map(|own| (words, own))
        };
        found.into_iter().filter_map(seen).collect()
    }
}

/// What was drawn.
struct Picture(Image);

impl Picture {
    fn luminance(&self, x: u32, y: u32) -> f32 {
        self.0.get_color_at(x, y).map_or(0.0, |color| color.luminance())
    }

    /// The contrast between the lightest and the darkest pixel of a place.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the picture"
    )]
    fn contrast(&self, place: Rect) -> f32 {
        let (mut low, mut high) = (f32::MAX, f32::MIN);
        for y in place.min.y as u32..(place.max.y as u32).min(HEIGHT) {
            for x in place.min.x as u32..(place.max.x as u32).min(WIDTH) {
                let found = self.luminance(x, y);
                (low, high) = (low.min(found), high.max(found));
            }
        }
        (high + 0.05) / (low + 0.05)
    }

    /// How many different colours there are in a part of the page.
    fn colors(&self, place: Rect) -> usize {
        let mut found = std::collections::BTreeSet::new();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within the picture"
        )]
        for y in (place.min.y as u32..place.max.y as u32).step_by(4) {
            for x in (place.min.x as u32..place.max.x as u32).step_by(4) {
                let color = self.0.get_color_at(x, y).map(|color| color.to_srgba().to_u8_array());
                found.insert(color.unwrap_or_default());
            }
        }
        found.len()
    }

    /// The share of pixels in which two pictures differ.
    fn differs(&self, other: &Self) -> f32 {
        let places =
            (0..HEIGHT).step_by(3).flat_map(|y| (0..WIDTH).step_by(3).map(move |x| (x, y)));
        let (mut all, mut unlike) = (0.0, 0.0);
        for (x, y) in places {
            all += 1.0;
            unlike +=
                f32::from(u8::from((self.luminance(x, y) - other.luminance(x, y)).abs() > 0.02));
        }
        unlike / all
    }
}

/// The whole page.
const PAGE: Rect = Rect { min: Vec2::ZERO, max: Vec2::new(1280.0, 720.0) };

/// The place of the face in the talk.
const FACE: Rect = Rect { min: Vec2::new(40.0, 40.0), max: Vec2::new(316.0, 364.0) };

/// Someone who has every stop of the tour drawn.
struct Painter(Easel);

impl Painter {
    /// What nobody looks at need not be drawn.
    fn draw(&mut self, drawn: bool) {
        let world = self.0.easel.app.world_mut();
        for mut camera in world.query::<&mut Camera>().iter_mut(world) {
            camera.is_active = drawn;
        }
    }
}

impl Visitor for Painter {
    fn app(&mut self) -> &mut App {
        &mut self.0.easel.app
    }

    fn settle(&mut self) {
        self.draw(false);
        self.0.easel.pass(4);
    }

    fn look(&mut self, stop: &str) {
        self.draw(true);
        let picture = self.0.look(stop);
        assert!(picture.colors(PAGE) > 20, "{stop}: the page is blank");
    }
}

/// Every screen is drawn: something is there, every text can be read, and nothing sticks out.
fn drawn(lang: Lang, theme: ThemeName, percent: u16) {
    let folder = Folder::new(&format!("painter-{}-{}-{percent}", lang.code(), theme.code()));
    let settings = Settings { theme, text_size: TextSize::nearest(percent), ..Settings::default() };
    let easel = Easel::of(lang, opened(lang, settings, &folder.0));
    go(&mut Painter(easel), lang, &Part::ALL);
}

/// Every channel, drawn: something is there, every text can be read, and no two are the same.
fn channels_drawn(lang: Lang, theme: ThemeName) {
    let mut before: Option<Picture> = None;
    for channel in CHANNELS {
        let (library, title) = library_on(channel);
        let opened = options(lang, 100);
        let settings = Settings { theme, still: true, ..opened.settings };
        let mut easel = Easel::of(lang, Options { settings, library, ..opened });
        easel.press_word("home-practise");
        easel.press(&prepare(lang, &title));
        easel.press_word(&format!("briefing-start-{}", channel.code()));
        let picture = easel.look(&format!("{channel:?}"));
        assert!(picture.colors(FACE) > 10, "{channel:?}: nobody and nothing is drawn");
        if let Some(before) = before {
            assert!(picture.differs(&before) > 0.01, "{channel:?} looks like the one before");
        }
        before = Some(picture);
    }
}

#[test]
fn every_channel_is_drawn_in_english() {
    channels_drawn(Lang::En, ThemeName::Light);
}

#[test]
fn every_channel_is_drawn_in_the_dark() {
    channels_drawn(Lang::Ja, ThemeName::Dark);
}

#[test]
fn every_channel_is_drawn_in_high_contrast() {
    channels_drawn(Lang::Ja, ThemeName::Contrast);
}

#[test]
fn every_screen_is_drawn_in_english() {
    drawn(Lang::En, ThemeName::Light, 100);
}

#[test]
fn every_screen_is_drawn_in_english_in_large_text() {
    drawn(Lang::En, ThemeName::Light, 200);
}

#[test]
fn every_screen_is_drawn_in_english_in_the_dark() {
    drawn(Lang::En, ThemeName::Dark, 100);
}

#[test]
fn every_screen_is_drawn_in_english_in_the_dark_in_large_text() {
    drawn(Lang::En, ThemeName::Dark, 200);
}

#[test]
fn every_screen_is_drawn_in_japanese() {
    drawn(Lang::Ja, ThemeName::Light, 100);
}

#[test]
fn every_screen_is_drawn_in_japanese_in_large_text() {
    drawn(Lang::Ja, ThemeName::Light, 200);
}

#[test]
fn every_screen_is_drawn_in_japanese_in_the_dark() {
    drawn(Lang::Ja, ThemeName::Dark, 100);
}

#[test]
fn every_screen_is_drawn_in_japanese_in_the_dark_in_large_text() {
    drawn(Lang::Ja, ThemeName::Dark, 200);
}
