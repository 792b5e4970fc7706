//! A file that someone handed over: taken in beside the thread that draws.

use std::path::PathBuf;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::app::beside::Beside;
use crate::app::keeping::{Keeping, TakenIn};
use crate::lang::Lang;

/// A file that is being taken in.
#[derive(Resource, Debug, Default)]
pub(crate) struct Handed(Option<Beside<TakenIn>>);

impl Handed {
    /// Begins to take a file in; what is wrong with it is said in this language. Where nothing is kept, nothing is taken.
    pub(crate) fn begin(
        &mut self,
        keeping: &Keeping,
        (file, lang): (PathBuf, Lang),
        proxy: Option<&EventLoopProxyWrapper>,
    ) {
        let Some(take) = keeping.taker(lang) else { return };
        self.0 = Some(Beside::begin(proxy, move || take(&file)));
    }

    /// What came of it, once, when it is done.
    pub(crate) fn take(&mut self) -> Option<TakenIn> {
        let taken = self.0.as_ref()?.take()?;
        self.0 = None;
        Some(taken)
    }
}
