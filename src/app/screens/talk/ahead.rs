//! What comes before the choices of a decision are shown: the inner voice, then saying it aloud.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::app::author::Author;
use crate::app::screens::coach::Coach;
use crate::app::screens::talk::aloud::{Aloud, SaidAloud};
use crate::app::screens::talk::voice::{NamedPull, Voice};
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::scenario::BeatIdx;

/// A decision of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// How many decisions came before.
    pub(super) before: usize,
    /// Where it is taken.
    pub(super) beat: BeatIdx,
}

/// The decision that stands.
pub(super) fn decision(active: &ActiveSession) -> Option<Place> {
    let beat = active.talk().beat()?;
    Some(Place { before: active.talk().turns().len(), beat })
}

/// How it stands with each step before the choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Steps {
    /// Naming what pulls.
    pub(super) voice: Voice,
    /// Saying it aloud.
    pub(super) aloud: Aloud,
}

impl Steps {
    /// Whether the choices stay away for now.
    pub(super) fn hide_choices(self) -> bool {
        self.voice == Voice::Awaited || self.aloud == Aloud::Awaited
    }
}

/// What was done of the steps so far.
#[derive(SystemParam)]
pub(super) struct Ahead<'w> {
    named: Res<'w, NamedPull>,
    said: Res<'w, SaidAloud>,
    coach: Res<'w, Coach>,
    author: Option<Res<'w, Author>>,
}

impl Ahead<'_> {
    /// How it stands at the decision that is to be taken.
    pub(super) fn at(&self, active: &ActiveSession, chosen: &Chosen) -> Steps {
        // Whoever writes the scenario tries a beat many times, and reads on the desk what pulls there.
        if self.author.is_some() {
            return Steps { voice: Voice::NotAsked, aloud: Aloud::NotAsked };
        }
        Steps {
            voice: self.named.at(active, chosen),
            aloud: self.said.at(active, chosen, &self.coach),
        }
    }

    /// Whether one of them was taken since the last look.
    pub(super) fn is_changed(&self) -> bool {
        self.named.is_changed() || self.said.is_changed()
    }
}
