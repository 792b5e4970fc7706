//! The talk that someone left in the middle: looked for beside the thread that draws, and offered when it is found.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::app::keeping::Keeping;
use crate::store::Kept;

/// What is known of a talk that can be gone on with.
#[derive(Resource, Debug, Default)]
pub(crate) struct LeftTalk {
    search: Option<Mutex<Receiver<Option<Kept>>>>,
}

impl LeftTalk {
    /// Begins to look for what a person left.
    pub(crate) fn look_for(
        &mut self,
        keeping: &Keeping,
        person: Option<String>,
        proxy: Option<&EventLoopProxyWrapper>,
    ) {
        let Some(reader) = keeping.reader() else { return };
        let (sender, search) = channel();
        let proxy = proxy.map(|proxy| (**proxy).clone());
        self.search = Some(Mutex::new(search));
        std::thread::spawn(move || {
            let found = reader.unfinished(person.as_deref());
            // Nobody listens any more where another search has begun. A window at rest is woken to look.
            if let (Ok(()), Some(proxy)) = (sender.send(found), proxy) {
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }
        });
    }

    /// Whether the search goes on.
    pub(crate) fn is_looked_for(&self) -> bool {
        self.search.is_some()
    }

    /// What the search has found, once, when it is over.
    pub(crate) fn take(&mut self) -> Option<Option<Arc<Kept>>> {
        let found = self.search.as_ref()?.lock().ok()?.try_recv().ok()?;
        self.search = None;
        Some(found.map(Arc::new))
    }

    /// What was found before may be over by now.
    pub(crate) fn forget(&mut self) {
        self.search = None;
    }
}
