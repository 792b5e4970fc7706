//! Saying it aloud first: the choices stay away until the trainee has answered in their own words.
//!
//! An answer of one's own helps even where it is wrong, if the better one follows (scoring guide, section 3.6). Nothing
//! is heard or kept, not even whether it was done.

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::screens::coach::{Coach, NoMoreHints};
use crate::app::screens::talk::ahead::{Place, decision};
use crate::app::screens::talk::page::{asked, way_on};
use crate::app::session::{ActiveSession, Again, Open};
use crate::app::settings::Chosen;
use crate::app::theme::fonts::Type;
use crate::app::widgets::{Pen, Ui};
use crate::scenario::Role;
use crate::session::{LineView, Mode};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<SaidAloud>().add_message::<HaveSaid>();
    app.add_systems(Update, (said, no_longer).in_set(AppSystems::Step));
}

/// The decision at which something was said.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct SaidAloud(Option<Place>);

/// Says that something was said.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct HaveSaid;

/// How it stands with saying it aloud at this decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aloud {
    /// It is not asked for.
    NotAsked,
    /// The choices stay away until something was said.
    Awaited,
    /// Something was said.
    Said,
}

impl SaidAloud {
    /// It is asked for in practice, and of whoever is shown around, at decisions that are rated.
    pub(super) fn at(&self, active: &ActiveSession, chosen: &Chosen, coach: &Coach) -> Aloud {
        let practised = active.mode() == Mode::Practice;
        let asked = |place: &Place| {
            (practised || coach.asks_aloud(place.before)) && !chosen.settings.choices_at_once
        };
        let rated = |place: &Place| !active.scenario().beat(place.beat).rates.is_empty();
        match decision(active).filter(rated).filter(asked) {
            None => Aloud::NotAsked,
            here if here == self.0 => Aloud::Said,
            Some(_) => Aloud::Awaited,
        }
    }
}

fn said(
    mut told: MessageReader<HaveSaid>,
    mut opened: MessageReader<Open>,
    mut again: MessageReader<Again>,
    active: Option<Res<ActiveSession>>,
    mut aloud: ResMut<SaidAloud>,
) {
    let anew = again.read().filter(|again| **again != Again::Choice).count() > 0;
    if opened.read().count() > 0 || anew {
        aloud.set_if_neq(SaidAloud(None));
    }
    if told.read().count() > 0
        && let Some(active) = active
    {
        aloud.set_if_neq(SaidAloud(decision(&active)));
    }
}

/// Without hints it may not be asked for any longer: the choices come.
fn no_longer(mut asked: MessageReader<NoMoreHints>, mut aloud: ResMut<SaidAloud>) {
    if asked.read().count() > 0 {
        aloud.set_changed();
    }
}

/// Whether somebody waits for an answer, or there is something to do or to write.
fn spoken_to(lines: &[LineView]) -> bool {
    lines.iter().any(|line| matches!(line.role, Role::Customer | Role::Colleague))
}

/// What is asked about the choices once something was said.
pub(super) fn closest(lines: &[LineView]) -> &'static str {
    if spoken_to(lines) { "aloud-closest" } else { "aloud-closest-deed" }
}

/// What stands where the choices will be, after these lines.
pub(super) fn ask(ui: &mut Ui<'_>, pen: &Pen, lines: &[LineView]) {
    let question = if spoken_to(lines) { "aloud-ask" } else { "aloud-ask-deed" };
    ui.spawn(asked(pen)).with_children(|ui| {
        pen.text(ui, Type::Heading, &pen.word(question));
        way_on(ui, pen, "have-said", "aloud-said", HaveSaid);
    });
}
