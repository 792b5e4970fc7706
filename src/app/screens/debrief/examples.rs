//! A talk that goes well and one that nearly does, side by side, to be read aloud.
//!
//! Good and bad models together carry over best (scoring guide, section 3.6).

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::screens::debrief::beside::{Column, columns};
use crate::app::screens::pen;
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::widgets::{Pen, Press, Ui, button, card, heading, row};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<ReadAloud>();
    app.add_systems(Update, unfold.in_set(AppSystems::Show));
}

/// Asks to show the two talks, or to put them away again.
#[derive(Message, Debug, Clone, Copy)]
struct ReadAloud;

/// Where the two talks stand, folded away until they are asked for.
#[derive(Component, Debug)]
struct Examples {
    open: bool,
}

pub(super) fn examples(ui: &mut Ui<'_>, pen: &Pen) {
    ui.spawn((card(pen), Examples { open: false })).with_children(|ui| folded(ui, pen, false));
}

fn folded(ui: &mut Ui<'_>, pen: &Pen, open: bool) {
    heading(ui, pen, "debrief-examples");
    pen.soft(ui, Type::Body, &pen.word("debrief-examples-how"));
    ui.spawn(row(0.0)).with_children(|ui| {
        let key = if open { "debrief-examples-fold" } else { "debrief-examples-open" };
        button(ui, pen, Press::Plain, "examples", &pen.word(key), ReadAloud);
    });
}

fn unfold(
    mut asked: MessageReader<ReadAloud>,
    mut places: Query<(Entity, &mut Examples)>,
    active: Option<Res<ActiveSession>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    let Some(active) = active.filter(|_| asked.read().count() > 0) else { return };
    let pen = pen(&theme, &chosen);
    for (place, mut examples) in &mut places {
        examples.open = !examples.open;
        let open = examples.open;
        commands.entity(place).despawn_children().with_children(|ui| {
            folded(ui, &pen, open);
            if open {
                let [good, nearly] = active.examples(chosen.lang);
                let good = Column { key: "debrief-examples-good", debrief: &good };
                let nearly = Column { key: "debrief-examples-nearly", debrief: &nearly };
                columns(ui, &pen, [good, nearly], 0, true);
            }
        });
    }
}
