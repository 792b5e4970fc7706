//! The talk that someone left in the middle: looked for beside the thread that draws, and offered when it is found.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::app::beside::Beside;
use crate::app::keeping::Keeping;
use crate::store::Kept;

/// What is known of a talk that can be gone on with.
#[derive(Resource, Debug, Default)]
pub(crate) struct LeftTalk {
    search: Option<Beside<Option<Kept>>>,
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
        self.search = Some(Beside::begin(proxy, move || reader.unfinished(person.as_deref())));
    }

    /// Whether the search goes on.
    pub(crate) fn is_looked_for(&self) -> bool {
        self.search.is_some()
    }

    /// What the search has found, once, when it is over.
    pub(crate) fn take(&mut self) -> Option<Option<Arc<Kept>>> {
        let found = self.search.as_ref()?.take()?;
        self.search = None;
        Some(found.map(Arc::new))
    }

    /// What was found before may be over by now.
    pub(crate) fn forget(&mut self) {
        self.search = None;
    }
}
