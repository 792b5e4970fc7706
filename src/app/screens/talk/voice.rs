//! The inner voice: where a thought pulls at the trainee, they may name what it is made of before they reply.
//!
//! To have named a feeling is enough to stand a little apart from it; whether the name is right is not judged, and
//! nothing of it is kept (scoring guide, section 2.6).

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::screens::Screen;
use crate::app::screens::overlay::Overlay;
use crate::app::screens::talk::ahead::{Ahead, Place, decision};
use crate::app::screens::talk::page::{asked, way_past};
use crate::app::screens::talk::{Pause, by_key};
use crate::app::session::{ActiveSession, Again, Open};
use crate::app::settings::Chosen;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, column, keyed_button, wrapping_row};
use crate::scenario::Temptation;
use crate::session::Mode;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<NamedPull>().add_message::<Name>();
    // A number names the pull where it is asked for, and speaks only afterwards.
    app.add_systems(Update, name_by_key.after(by_key).in_set(AppSystems::ReadInput));
    app.add_systems(Update, name.in_set(AppSystems::Step));
}

/// The decision at which the pull was named, or passed over.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedPull(Option<(Place, Option<Temptation>)>);

/// Names the pull, or passes it over.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(Option<Temptation>);

/// How it stands with the inner voice at this decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// It is not asked for.
    NotAsked,
    /// The choices stay away until the pull was named or passed over.
    Awaited,
    /// It was passed over.
    Passed,
    /// It was named so.
    Named(Temptation),
}

impl NamedPull {
    /// It is asked for where a thought pulls, except where the trainee wants to see what they tend to do.
    pub(super) fn at(&self, active: &ActiveSession, chosen: &Chosen) -> Voice {
        let asked = active.mode() != Mode::Check && !chosen.settings.no_inner_voice;
        let pulls = |place: &Place| active.scenario().beat(place.beat).pull.is_some();
        match (decision(active).filter(pulls).filter(|_| asked), self.0) {
            (None, _) => Voice::NotAsked,
            (Some(here), Some((there, named))) if here == there => {
                named.map_or(Voice::Passed, Voice::Named)
            }
            (Some(_), _) => Voice::Awaited,
        }
    }
}

/// Keys 1 to 5 name the pull. The way on has the keyboard by itself.
fn name_by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    paused: Res<Pause>,
    ahead: Ahead,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    mut out: MessageWriter<Name>,
) {
    let free = *screen.get() == Screen::Talk && *overlay == Overlay::None && !paused.0;
    let asked = active.is_some_and(|active| ahead.at(&active, &chosen).voice == Voice::Awaited);
    if !free || !asked {
        keys.clear();
        return;
    }
    for key in keys.read().filter(|key| key.state.is_pressed() && !key.repeat) {
        let Key::Character(typed) = &key.logical_key else {
            continue;
        };
        let at = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(of) = at.and_then(|at| Temptation::ALL.get(at)) {
            out.write(Name(Some(*of)));
        }
    }
}

fn name(
    mut asked: MessageReader<Name>,
    mut opened: MessageReader<Open>,
    mut again: MessageReader<Again>,
    active: Option<Res<ActiveSession>>,
    mut named: ResMut<NamedPull>,
) {
    let anew = again.read().filter(|again| **again != Again::Choice).count() > 0;
    if opened.read().count() > 0 || anew {
        named.set_if_neq(NamedPull(None));
    }
    if let Some(Name(of)) = asked.read().last()
        && let Some(place) = active.and_then(|active| decision(&active))
    {
        named.set_if_neq(NamedPull(Some((place, *of))));
    }
}

/// What stands where the choices will be: the thought, and what it may be made of.
pub(super) fn ask(ui: &mut Ui<'_>, pen: &Pen, thought: &str) {
    ui.spawn(asked(pen)).with_children(|ui| {
        ui.spawn(column(2.0)).with_children(|ui| {
            pen.soft(ui, Type::Small, &pen.word("voice-first"));
            let thought = pen.sentence("quoted", &[("words", thought.into())]);
            pen.told(ui, Type::Voice, pen.theme.ink(), &thought);
        });
        ui.spawn(column(NEAR)).with_children(|ui| {
            pen.text(ui, Type::Heading, &pen.word("voice-ask"));
            ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
                for (at, of) in Temptation::ALL.into_iter().enumerate() {
                    let name = format!("pull-{}", of.code());
                    let (key, word) = ((at + 1).to_string(), pen.word(&name));
                    keyed_button(ui, pen, &name, &key, &word, Name(Some(of)));
                }
            });
            pen.soft(ui, Type::Small, &pen.word("voice-how"));
        });
        way_past(ui, pen, "voice-pass", "voice-pass", Name(None));
    });
}

/// What is said once it was named: that this was enough.
pub(super) fn thanks(ui: &mut Ui<'_>, pen: &Pen, of: Temptation) {
    pen.text(ui, Type::Body, &pen.word(&format!("voice-named-{}", of.code())));
}
