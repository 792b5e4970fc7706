//! The window: screens that draw plain views of the talk, and turn keys and clicks into actions.
#![expect(
    clippy::float_arithmetic,
    reason = "layout, colour and movement are measured in fractions"
)]
#![expect(
    elided_lifetimes_in_paths,
    reason = "Bevy's system parameters are written without their lifetimes"
)]

mod a11y;
mod author;
mod awake;
mod beside;
mod browser;
pub mod display;
mod face;
mod focus;
mod handed;
mod keeping;
mod left;
mod navigation;
mod outlook;
pub mod picture;
mod reading;
mod room;
mod screens;
mod session;
mod settings;
mod sound;
mod theme;
mod widgets;
mod window;

use bevy::prelude::*;

use crate::lang::Lang;
use crate::session::Seed;
use crate::store::{Library, Place, Rooms, Settings};

pub use browser::Browser;
pub use face::contact_sheet;
pub use keeping::Data;
pub use screens::{Screen, WallTarget};
pub use window::{PageTarget, run};

/// What the window is opened with.
#[derive(Debug)]
pub struct Options {
    /// The scenarios on offer.
    pub library: Library,
    /// What the person has set.
    pub settings: Settings,
    /// Where settings are kept; nowhere, if not said.
    pub place: Option<Place>,
    /// The language to begin with.
    pub lang: Lang,
    /// The order of choices, where it is to be the same in every talk.
    pub seed: Option<Seed>,
    /// Where talks are kept.
    pub data: Data,
    /// Whether someone starts the program who has never set anything, and is asked how they want it.
    pub first_start: bool,
    /// Where rooms are kept; nowhere, if not said.
    pub rooms: Option<Rooms>,
    /// The file that is being written, in author mode, and the scenario in it.
    pub edited: Option<(std::path::PathBuf, std::sync::Arc<crate::scenario::Scenario>)>,
}

impl Default for Options {
    /// Nothing on offer, in English, nothing kept.
    fn default() -> Self {
        let (library, settings) = (Library::default(), Settings::default());
        let (lang, data) = (Lang::En, Data::Nowhere);
        Self {
            library,
            settings,
            place: None,
            lang,
            seed: None,
            data,
            first_start: false,
            rooms: None,
            edited: None,
        }
    }
}

/// The order of a frame: what was asked, what it does, what is seen of it.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum AppSystems {
    /// Keys and pointer become messages.
    ReadInput,
    /// The talk and the settings change.
    Step,
    /// Screens follow.
    Show,
}

/// The whole program but for the window it is seen in, so that a test can drive it without one.
#[derive(Debug)]
pub struct AppPlugin;

impl Plugin for AppPlugin {
    fn build(&self, app: &mut App) {
        app.configure_sets(
            Update,
            (AppSystems::ReadInput, AppSystems::Step, AppSystems::Show).chain(),
        );
        app.add_plugins((
            theme::plugin,
            a11y::plugin,
            awake::plugin,
            (navigation::plugin, focus::plugin),
            face::plugin,
            widgets::plugin,
            (browser::plugin, keeping::plugin),
            session::plugin,
            outlook::plugin,
            author::plugin,
            reading::plugin,
            room::plugin,
            (settings::plugin, sound::plugin),
            screens::plugin,
            window::plugin,
        ));
    }
}

/// The resources that the program is opened with.
pub fn set_up(app: &mut App, options: Options) {
    let Options { library, settings, place, lang, seed, data, rooms, first_start, edited } =
        options;
    // Set before the first screen is built; later changes come through the settings' own system.
    app.insert_resource(theme::Theme::named(settings.theme));
    app.insert_resource(theme::fonts::rem(settings.text_size.percent()));
    let keeping = keeping::Keeping::new(data, &library);
    let mut left = left::LeftTalk::default();
    if !first_start {
        // Begun before there is a window, it is found before there is a page.
        left.look_for(&keeping, settings.person.clone(), None);
    }
    app.insert_resource(left).insert_resource(keeping);
    app.insert_resource(screens::Shelves(library));
    app.insert_resource(session::FixedSeed(seed));
    if first_start {
        app.insert_resource(screens::FirstStart);
    }
    app.insert_resource(room::KeptRooms(rooms));
    app.init_resource::<WallTarget>();
    if let Some((path, scenario)) = edited {
        app.insert_resource(author::Author::watch(&path));
        app.insert_resource(screens::OpensWith(scenario));
    }
    app.insert_resource(settings::Chosen::new(settings, lang, place));
}
