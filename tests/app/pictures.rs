//! Talk and Debrief, drawn as pictures: nothing is blank, nothing sticks out, every text can be read.

use bevy::image::Image;
use bevy::prelude::*;
use bevy::ui_widgets::Activate;
use kikitori::app::picture::PictureApp;
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::store::{Library, Settings, ThemeName};

use crate::channels::{CHANNELS, library_on, prepare};
use crate::desk::{button, frame, labels, options};
use crate::layout::overflows;

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;

/// Contrast that large and bold text needs at least, by WCAG 2.2, 1.4.3; small print is held to more by the palette's
/// own test, from which a picture's smooth edges take something away.
const CONTRAST: f32 = 3.0;

/// The program on a picture, and what it is asked for.
struct Easel {
    easel: PictureApp,
    lang: Lang,
}

impl Easel {
    fn new(lang: Lang, theme: ThemeName) -> Self {
        Self::with(lang, theme, options(lang, 100).library)
    }

    fn with(lang: Lang, theme: ThemeName, library: Library) -> Self {
        let opened = options(lang, 100);
        let settings = Settings { theme, still: true, ..opened.settings };
        let mut easel = PictureApp::new(WIDTH, HEIGHT, Options { settings, library, ..opened });
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

    fn begin_talk(&mut self) {
        self.press_word("home-practise");
        self.press_word("library-open");
        self.press_word("briefing-start-phone");
    }

    /// Talks to the end by the first choice shown.
    fn through_talk(&mut self) {
        let look_back = say(self.lang, "talk-look-back");
        let go_on = say(self.lang, "talk-go-on");
        for _ in 0..80 {
            let shown = labels(&mut self.easel.app);
            if shown.contains(&look_back) {
                self.press(&look_back);
                if self.screen() == Screen::Calm {
                    self.press_word("calm-to-look-back");
                }
                return;
            }
            let next = if shown.contains(&go_on) { go_on.clone() } else { "1. ".to_owned() };
            self.press(&next);
        }
        panic!("the talk does not end");
    }

    fn screen(&self) -> Screen {
        *self.easel.app.world().resource::<State<Screen>>().get()
    }

    /// Takes a picture and looks at it; gives how many pixels are not the ground's colour, as a share.
    fn look(&mut self, what: &str) -> Picture {
        // Faces have come to rest by then.
        self.easel.pass(60);
        let page = Rect::new(0.0, 0.0, 1280.0, 720.0);
        let wrong = overflows(&mut self.easel.app, page);
        assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
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

    /// Every text that is wholly in sight, and where.
    fn texts(&mut self) -> Vec<(String, Rect)> {
        let app = &mut self.easel.app;
        let mut query =
            app.world_mut().query_filtered::<(Entity, &Text, &InheritedVisibility), With<Node>>();
        let found: Vec<(Entity, String)> = query
            .iter(app.world())
            .filter(|(_, _, seen)| seen.get())
            .map(|(entity, text, _)| (entity, text.0.clone()))
            .collect();
        let inside = |entity: Entity| {
            let own = frame(app, entity);
            let mut around = entity;
            let mut clip = Rect::new(0.0, 0.0, 1280.0, 720.0);
            while let Some(parent) = app.world().get::<ChildOf>(around).map(ChildOf::parent) {
                around = parent;
                clip = clip.intersect(frame(app, around));
            }
            (clip.contains(own.min) && clip.contains(own.max) && own.width() > 1.0).then_some(own)
        };
        found.into_iter().filter_map(|(entity, words)| Some((words, inside(entity)?))).collect()
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
        for y in (place.min.y as u32..place.max.y as u32).step_by(2) {
            for x in (place.min.x as u32..place.max.x as u32).step_by(2) {
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

/// The place of the face in the talk.
const FACE: Rect = Rect { min: Vec2::new(40.0, 40.0), max: Vec2::new(316.0, 364.0) };

fn drawn(lang: Lang, theme: ThemeName) {
    let mut easel = Easel::new(lang, theme);
    let home = easel.look("the door");
    easel.press(&format!("{} (H)", say(lang, "handbook-title")));
    let handbook = easel.look("the handbook");
    assert!(handbook.differs(&home) > 0.1, "no handbook is drawn");
    easel.press(&format!("{} (Esc)", say(lang, "talk-close")));
    easel.begin_talk();
    let before = easel.look("the talk");
    assert!(before.colors(FACE) > 100, "no face is drawn");
    assert!(before.colors(Rect::new(0.0, 0.0, 1280.0, 720.0)) > 300, "the page is blank");
    easel.press("1. ");
    let after = easel.look("a reply");
    let moved = before.differs(&after);
    assert!((0.02..0.9).contains(&moved), "{moved} of the page changed with the reply");
    easel.press_word("talk-go-on");
    easel.through_talk();
    assert_eq!(easel.screen(), Screen::Debrief);
    let debrief = easel.look("the debrief");
    assert!(debrief.colors(Rect::new(0.0, 0.0, 1280.0, 720.0)) > 100, "the debrief is blank");
    assert!(debrief.differs(&after) > 0.1);
}

/// Every channel, drawn: something is there, every text can be read, and no two are the same.
fn channels_drawn(lang: Lang, theme: ThemeName) {
    let mut before: Option<Picture> = None;
    for channel in CHANNELS {
        let (library, title) = library_on(channel);
        let mut easel = Easel::with(lang, theme, library);
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
fn talk_and_debrief_are_drawn_in_english() {
    drawn(Lang::En, ThemeName::Light);
}

#[test]
fn talk_and_debrief_are_drawn_in_japanese() {
    drawn(Lang::Ja, ThemeName::Light);
}

#[test]
fn talk_and_debrief_are_drawn_in_the_dark() {
    drawn(Lang::Ja, ThemeName::Dark);
}
