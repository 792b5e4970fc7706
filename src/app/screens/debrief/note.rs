//! What someone wrote beside a turn, and a line to write it in: a trainer who was handed the talk, or whoever held it.

use std::collections::BTreeMap;

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::focus::{FocusName, LostFocus};
use crate::app::keeping::Keeping;
use crate::app::screens::pen;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Press, Ui, button, column, sentence_field, wrapping_row};
use crate::store::Note;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Write>().add_message::<Typing>().add_message::<Keep>();
    app.add_systems(Update, (follow, keep, open).chain().in_set(AppSystems::Step));
}

/// The notes of a talk by the turn they stand beside, counted from 0; nothing of a talk that is not kept.
#[derive(Debug, Default)]
pub(super) struct Notes(Option<BTreeMap<u32, String>>);

impl Notes {
    /// Those of the talk that is looked back on.
    pub(super) fn of(keeping: &Keeping) -> Self {
        let all = keeping.notes().into_iter().map(|note| (note.turn, note.text));
        Self(keeping.attempt().map(|_| all.collect()))
    }

    /// Beside how many turns something stands.
    pub(super) fn count(&self) -> usize {
        self.0.as_ref().map_or(0, BTreeMap::len)
    }
}

/// Asks for a line to write beside a turn in.
#[derive(Message, Debug, Clone, Copy)]
struct Write(u32);

/// Says what stands in the line now.
#[derive(Message, Debug, Clone)]
struct Typing(u32, String);

/// Asks to keep what stands there.
#[derive(Message, Debug, Clone, Copy)]
struct Keep(u32);

/// Where the note to a turn stands.
#[derive(Component, Debug)]
struct Place {
    turn: u32,
    /// What is kept.
    kept: String,
    /// What stands in the line, while there is one.
    typed: Option<String>,
    /// Why it could not be kept, when that was tried last.
    fault: Option<String>,
}

/// The note to a turn, counted from 0, or the way to write one.
pub(super) fn note_place(ui: &mut Ui<'_>, pen: &Pen, turn: usize, notes: &Notes) {
    let (Some(notes), Ok(turn)) = (&notes.0, u32::try_from(turn)) else { return };
    let kept = notes.get(&turn).cloned().unwrap_or_default();
    let place = Place { turn, kept, typed: None, fault: None };
    ui.spawn((column(NEAR), a11y::status("")))
        .with_children(|ui| fill(ui, pen, &place))
        .insert(place);
}

fn fill(ui: &mut Ui<'_>, pen: &Pen, place: &Place) {
    let turn = place.turn;
    let [line, keep, write] = names(turn);
    let label = pen.sentence("note-label", &[("turn", i64::from(turn + 1).into())]);
    if place.typed.is_none() && !place.kept.is_empty() {
        let edge =
            Node { padding: UiRect::left(px(GAP)), border: UiRect::left(px(3)), ..column(2.0) };
        ui.spawn((edge, BorderColor::all(pen.theme.primary()))).with_children(|ui| {
            pen.soft(ui, Type::Small, &label);
            pen.text(ui, Type::Body, &place.kept);
        });
    }
    ui.spawn(Node { align_items: AlignItems::Center, ..wrapping_row(GAP) }).with_children(|ui| {
        if let Some(typed) = &place.typed {
            let typing = move |text| Typing(turn, text);
            sentence_field(ui, pen, (&line, &label, typed), typing, Keep(turn));
            button(ui, pen, Press::Plain, &keep, &pen.word("note-keep"), Keep(turn));
        } else {
            let word = pen.word("note-write");
            let way = button(ui, pen, Press::Plain, &write, &word, Write(turn));
            ui.commands_mut().entity(way).insert(AccessibleLabel::new(format!("{word}: {label}")));
        }
    });
    if let Some(fault) = &place.fault {
        pen.text(ui, Type::Body, fault);
    }
}

/// The names of the line, of what keeps it and of what opens it, by which the keyboard finds them.
fn names(turn: u32) -> [String; 3] {
    ["note", "note-keep", "note-write"].map(|name| format!("{name}-{turn}"))
}

fn open(
    mut asked: MessageReader<Write>,
    mut places: Query<(Entity, &mut Place)>,
    mut lost: ResMut<LostFocus>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    for Write(turn) in asked.read() {
        for (at, mut place) in places.iter_mut().filter(|(_, place)| place.turn == *turn) {
            place.typed = Some(place.kept.clone());
            let [line, ..] = names(*turn);
            lost.0 = Some(FocusName(line));
            anew(&mut commands, at, &pen(&theme, &chosen), &place);
        }
    }
}

fn follow(mut typed: MessageReader<Typing>, mut places: Query<&mut Place>) {
    for Typing(turn, text) in typed.read() {
        for mut place in places.iter_mut().filter(|place| place.turn == *turn) {
            place.typed = Some(text.clone());
        }
    }
}

fn keep(
    mut asked: MessageReader<Keep>,
    mut places: Query<(Entity, &mut Place)>,
    keeping: Res<Keeping>,
    mut lost: ResMut<LostFocus>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    for Keep(turn) in asked.read() {
        for (at, mut place) in places.iter_mut().filter(|(_, place)| place.turn == *turn) {
            let Some(text) = place.typed.clone().map(|typed| typed.trim().to_owned()) else {
                continue;
            };
            let note = Note { turn: *turn, text };
            match keeping.annotate(&note) {
                Ok(()) => {
                    (place.kept, place.typed, place.fault) = (note.text, None, None);
                    let [.., write] = names(*turn);
                    lost.0 = Some(FocusName(write));
                }
                Err(fault) => place.fault = Some(fault.sentence(chosen.lang)),
            }
            anew(&mut commands, at, &pen(&theme, &chosen), &place);
        }
    }
}

fn anew(commands: &mut Commands, at: Entity, pen: &Pen, place: &Place) {
    // Who only hears the page hears what is kept now, or why it is not.
    let said = place.fault.as_ref().unwrap_or(&place.kept).clone();
    let mut at = commands.entity(at);
    at.despawn_children().with_children(|ui| fill(ui, pen, place));
    at.insert(AccessibleLabel::new(said));
}
