//! Hands a page that was written to the system's browser, beside the thread that draws.

use std::path::{Path, PathBuf};

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::app::AppSystems;
use crate::app::beside::Beside;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<ShowPage>().add_message::<NotShown>().init_resource::<Opening>();
    app.add_systems(Update, (hear, show).chain().in_set(AppSystems::ReadInput));
}

/// What opens a page. Where there is no window, as in a test that does not say, nothing does.
#[derive(Resource, Debug, Clone, Copy)]
pub struct Browser(pub fn(&Path) -> bool);

impl Browser {
    /// The program that the system opens pages with.
    pub(super) fn of_system() -> Self {
        Self(|page| open::that(page).is_ok())
    }
}

/// Asks for a page to be shown.
#[derive(Message, Debug, Clone)]
pub(crate) struct ShowPage(pub(crate) PathBuf);

/// Says that a page could not be shown.
#[derive(Message, Debug, Clone)]
pub(crate) struct NotShown(pub(crate) PathBuf);

/// The pages that are being opened: each comes to the page itself, where it could not be.
#[derive(Resource, Debug, Default)]
struct Opening(Vec<Beside<Option<PathBuf>>>);

/// Some systems come back only when the browser is closed again, so each page has a thread of its own.
fn show(
    mut asked: MessageReader<ShowPage>,
    browser: Option<Res<Browser>>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut opening: ResMut<Opening>,
) {
    let Some(Browser(open)) = browser.as_deref().copied() else { return asked.clear() };
    for ShowPage(page) in asked.read().cloned() {
        let begun = Beside::begin(proxy.as_deref(), move || (!open(&page)).then_some(page));
        opening.0.push(begun);
    }
}

fn hear(mut opening: ResMut<Opening>, mut out: MessageWriter<NotShown>) {
    if opening.0.is_empty() {
        return;
    }
    opening.0.retain(|page| match page.take() {
        None => true,
        Some(failed) => {
            out.write_batch(failed.map(NotShown));
            false
        }
    });
}
