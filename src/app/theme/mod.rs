//! The look of the window: colours by purpose, one type scale, one set of measures.

pub(crate) mod fonts;
pub(crate) mod letters;
mod palette;
mod phrases;
pub(crate) mod typeset;

use bevy::prelude::*;

use crate::rubric::Skill;
use crate::store::ThemeName;
use palette::{CONTRAST, DARK, LIGHT, Palette};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((fonts::plugin, letters::plugin));
    app.init_resource::<Theme>();
}

/// The colours in use. Screens ask for a purpose, never for a hue.
#[derive(Resource, Debug, Clone, Copy)]
pub(crate) struct Theme {
    palette: &'static Palette,
}

impl Default for Theme {
    fn default() -> Self {
        Self::named(ThemeName::Light)
    }
}

macro_rules! purposes {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {
        $($(#[doc = $doc])+
        pub(crate) fn $name(&self) -> Color {
            let [red, green, blue] = self.palette.$name;
            Color::srgb_u8(red, green, blue)
        })+
    };
}

impl Theme {
    /// The theme of this name.
    pub(crate) fn named(name: ThemeName) -> Self {
        Self {
            palette: match name {
                ThemeName::Light => &LIGHT,
                ThemeName::Dark => &DARK,
                ThemeName::Contrast => &CONTRAST,
            },
        }
    }

    purposes! {
        /// Behind everything.
        paper;
        /// Areas that hold other things.
        panel;
        /// Things that lie on a panel: cards, choices, the customer's bubble.
        raised;
        /// The thing under the pointer.
        hovered;
        /// The thing being pressed.
        pressed;
        /// Hairlines.
        line;
        /// The empty part of meters.
        groove;
        /// Text.
        ink;
        /// Text of second rank.
        ink_soft;
        /// The one thing to do next.
        primary;
        /// Text on that.
        on_primary;
        /// What the trainee said; what is chosen.
        mine;
        /// The edge of that: no other colour, but where contrast is high.
        mine_edge;
        /// What colleagues say among themselves.
        inside;
        /// Anger, harm, loss.
        anger;
        /// Trust, gain.
        trust;
        /// The words that decided.
        cue;
        /// The reference route on the map.
        reference;
        /// The ring around what has the keyboard.
        focus;
        /// Behind the face.
        backdrop;
    }

    /// What dims a page that something lies over.
    pub(crate) fn veil(&self) -> Color {
        Color::srgba(0.05, 0.04, 0.07, f32::from(self.palette.veil) / 100.0)
    }

    /// The colour of a skill's bar and name.
    pub(crate) fn skill(&self, skill: Skill) -> Color {
        let [red, green, blue] = self.palette.skills[skill as usize];
        Color::srgb_u8(red, green, blue)
    }
}

/// The measures that all screens share, in units of the design's 1280 x 720 page.
pub(crate) mod measure {
    /// Between the edge of the page and what is on it.
    pub(crate) const PAGE: f32 = 28.0;
    /// Between things that belong together.
    pub(crate) const NEAR: f32 = 8.0;
    /// Between things side by side.
    pub(crate) const GAP: f32 = 14.0;
    /// Between groups.
    pub(crate) const FAR: f32 = 24.0;
    /// Inside cards and buttons.
    pub(crate) const PAD: f32 = 16.0;
    /// Corners.
    pub(crate) const ROUND: f32 = 14.0;
    /// How much of what scrolls fades away where it goes on: less than a line, so that none is lost. What has the
    /// keyboard, or is to be read now, stands clear of it.
    pub(crate) const FADE: f32 = 20.0;
    /// The widest column that is still pleasant to read.
    pub(crate) const COLUMN: f32 = 980.0;
}
