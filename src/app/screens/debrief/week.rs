//! One sentence of one's own, for the week: written here, and seen again before the next talk.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::keeping::Keeping;
use crate::app::screens::practice::say_in;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, heading, sentence_field, wrapping_row,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Typed>().add_message::<Typing>().add_message::<Keep>();
    app.add_systems(Update, (follow, keep).chain());
}

/// What stands in the field.
#[derive(Resource, Debug, Default)]
struct Typed(String);

/// Says what stands in the field now.
#[derive(Message, Debug, Clone)]
struct Typing(String);

/// Asks to keep what stands there.
#[derive(Message, Debug, Clone, Copy)]
struct Keep;

/// Where it is said that it was kept, or why it was not.
#[derive(Component)]
struct Said;

/// A line to write in, where what is written can be kept.
pub(super) fn this_week(ui: &mut Ui<'_>, pen: &Pen) {
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "week-title");
        pen.soft(ui, Type::Body, &pen.word("week-ask"));
        ui.spawn(Node { align_items: AlignItems::Center, ..wrapping_row(GAP) }).with_children(
            |ui| {
                let label = pen.word("week-title");
                sentence_field(ui, pen, ("week", &label, ""), Typing, Keep);
                button(ui, pen, Press::Plain, "week-keep", &pen.word("week-keep"), Keep);
            },
        );
        ui.spawn((Said, Node { display: Display::None, ..column(NEAR) }, a11y::status("")));
    });
}

fn follow(mut typed: MessageReader<Typing>, mut now: ResMut<Typed>) {
    if let Some(Typing(text)) = typed.read().last() {
        now.0.clone_from(text);
    }
}

fn keep(
    mut asked: MessageReader<Keep>,
    mut typed: ResMut<Typed>,
    keeping: Res<Keeping>,
    chosen: Res<Chosen>,
    theme: Res<Theme>,
    mut places: Query<(Entity, &mut Node), With<Said>>,
    mut commands: Commands,
) {
    if asked.read().count() == 0 || typed.0.trim().is_empty() {
        return;
    }
    let pen = crate::app::screens::pen(&theme, &chosen);
    let said = match keeping.reflect(chosen.settings.person.as_deref(), typed.0.trim()) {
        Ok(()) => {
            typed.0.clear();
            pen.word("week-kept")
        }
        Err(fault) => fault.sentence(pen.lang),
    };
    for (place, mut node) in &mut places {
        say_in(commands.entity(place), &mut node, &pen, &said);
    }
}
