//! Hands a page that was written to the system's browser, beside the thread that draws.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::app::AppSystems;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<ShowPage>().add_message::<NotShown>().init_resource::<Failed>();
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

/// Where the threads that open pages say that it did not work.
#[derive(Resource, Debug)]
struct Failed {
    say: Sender<PathBuf>,
    said: Arc<Mutex<Receiver<PathBuf>>>,
}

impl Default for Failed {
    fn default() -> Self {
        let (say, said) = channel();
        Self { say, said: Arc::new(Mutex::new(said)) }
    }
}

/// Some systems come back only when the browser is closed again, so each page has a thread of its own.
fn show(
    mut asked: MessageReader<ShowPage>,
    browser: Option<Res<Browser>>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    failed: Res<Failed>,
) {
    let Some(Browser(open)) = browser.as_deref().copied() else { return asked.clear() };
    for ShowPage(page) in asked.read().cloned() {
        let (say, proxy) = (failed.say.clone(), proxy.as_ref().map(|proxy| (***proxy).clone()));
        std::thread::spawn(move || {
            if !open(&page)
                && let (Ok(()), Some(proxy)) = (say.send(page), proxy)
            {
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }
        });
    }
}

fn hear(failed: Res<Failed>, mut out: MessageWriter<NotShown>) {
    let Ok(said) = failed.said.lock() else { return };
    out.write_batch(said.try_iter().map(NotShown));
}
