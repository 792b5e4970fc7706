//! The trainer's page: where the room is and what comes next, the beat with its options, and notes at the right hand.

use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;

use crate::app::room::{ActiveRoom, AskRoom, RoomChanged, WallChange};
use crate::app::screens::room::beat::beat;
use crate::app::screens::room::keys::{Lay, Over};
use crate::app::screens::room::notes::notes;
use crate::app::screens::room::over::lay_over;
use crate::app::screens::room::strip::{StageSeconds, strip};
use crate::app::screens::room::wall::WallClosed;
use crate::app::screens::{Screen, page, pen};
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, column, filling, row, scroll_list, segment, tag, wrapping_row,
};
use crate::room::{Pick, RoomAction, RoomKey, Stage};

/// What is built anew with every key.
#[derive(Component, Debug)]
pub(super) struct TrainerPage;

pub(super) fn pen_of(theme: &Theme, chosen: &Chosen) -> Pen {
    pen(theme, chosen)
}

pub(super) fn spawn_room_screen(
    theme: Res<Theme>,
    mut changed: MessageWriter<RoomChanged>,
    mut commands: Commands,
) {
    let inner = Node { width: percent(100), height: percent(100), ..column(GAP) };
    commands.spawn(page(Screen::Room, &theme)).with_child((TrainerPage, inner));
    changed.write(RoomChanged);
}

pub(super) fn show_room(
    mut changed: MessageReader<RoomChanged>,
    mut looks: MessageReader<LooksChanged>,
    active: Option<Res<ActiveRoom>>,
    pages: Query<Entity, With<TrainerPage>>,
    added: Query<(), Added<TrainerPage>>,
    over: Res<Over>,
    closed: Res<WallClosed>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    let asked = changed.read().count() + looks.read().count() > 0 || !added.is_empty();
    let (Some(active), Ok(root)) = (active, pages.single()) else { return };
    if !asked && !active.is_added() {
        return;
    }
    let pen = pen_of(&theme, &chosen);
    focus.clear();
    let mut first = None;
    commands.entity(root).despawn_children().with_children(|ui| {
        let view = active.room().trainer_view(pen.lang);
        head(ui, &pen, &active);
        strip(ui, &pen, &active);
        let body = Node {
            min_height: px(0),
            flex_direction: FlexDirection::Row,
            column_gap: px(FAR),
            ..default()
        };
        ui.spawn(filling(body)).with_children(|ui| {
            side(ui, &pen, 1.7, |ui| beat(ui, &pen, &active, &view));
            side(ui, &pen, 1.0, |ui| notes(ui, &pen, &active, &view));
        });
        foot(ui, &pen, &active, *closed != WallClosed::No);
        first = lay_over(ui, &pen, *over);
    });
    if let Some(first) = first {
        focus.set(first, FocusCause::Navigated);
    }
}

/// A part of the page that scrolls by itself, so wide against the other.
fn side(ui: &mut Ui<'_>, pen: &Pen, share: f32, content: impl FnOnce(&mut Ui<'_>)) {
    let node = Node {
        flex_grow: share,
        flex_basis: px(0),
        min_width: px(0),
        min_height: px(0),
        align_items: AlignItems::Stretch,
        ..row(0.0)
    };
    ui.spawn(node).with_children(|ui| scroll_list(ui, pen, GAP, (), content));
}

/// Where the room is, and what the next step would be.
fn head(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let room = active.room();
    let stage = |stage: Stage| pen.word(&format!("room-stage-{}", stage.code()));
    ui.spawn(Node { flex_shrink: 0.0, ..row(GAP) }).with_children(|ui| {
        ui.spawn(filling(Node { flex_wrap: FlexWrap::Wrap, ..row(GAP) })).with_children(|ui| {
            let now = [("stage", stage(room.stage()).into())];
            pen.text(ui, Type::Heading, &pen.sentence("room-now", &now));
            let next = match room.next() {
                Some(action) => {
                    let next = [("stage", next_word(pen, &action).into())];
                    pen.sentence("room-next", &next)
                }
                None => pen.word("room-next-nothing"),
            };
            pen.soft(ui, Type::Body, &next);
        });
        if let Some((left, _)) = active.time_left() {
            let left = pen.sentence("room-seconds", &[("seconds", i64::from(left).into())]);
            ui.spawn((pen.set(Type::Heading, pen.theme.primary(), &left), StageSeconds));
        }
        button(ui, pen, Press::Quiet, "keys", &pen.word("room-sheet-open"), Lay(Over::Keys));
        let leave = format!("{} (Esc)", pen.word("room-leave"));
        button(ui, pen, Press::Quiet, "leave-room", &leave, Lay(Over::Leave));
    });
}

/// What an action leads to, in a word.
fn next_word(pen: &Pen, action: &RoomAction) -> String {
    let stage = match action {
        RoomAction::Go(stage) => *stage,
        RoomAction::Play(_) => Stage::Play,
        RoomAction::Tell(_) => Stage::Told,
        RoomAction::HandOver => Stage::Ending,
        _ => return pen.word("room-back"),
    };
    pen.word(&format!("room-stage-{}", stage.code()))
}

/// The next step, and what else is often wanted.
fn foot(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom, wall_closed: bool) {
    let room = active.room();
    let node = Node {
        justify_content: JustifyContent::SpaceBetween,
        padding: UiRect::top(px(GAP)),
        flex_shrink: 0.0,
        ..row(GAP)
    };
    ui.spawn(node).with_children(|ui| {
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            if room.can_go_back() {
                button(
                    ui,
                    pen,
                    Press::Plain,
                    "room-back",
                    &pen.word("room-back"),
                    AskRoom::Do(RoomAction::Back),
                );
            }
            if room.stage().decides() {
                if room.ballot().is_some_and(|ballot| ballot.majority().is_some()) {
                    let play = AskRoom::Do(RoomAction::Play(Pick::Majority));
                    button(
                        ui,
                        pen,
                        Press::Plain,
                        "majority",
                        &pen.word("room-play-majority"),
                        play,
                    );
                }
                let tell =
                    AskRoom::Do(room.asked(RoomKey::Tell).unwrap_or(RoomAction::Tell(Pick::Best)));
                button(ui, pen, Press::Plain, "tell", &pen.word("room-skip"), tell);
            }
        });
        ui.spawn(row(NEAR)).with_children(|ui| {
            if active.wall().muted {
                tag(ui, pen, pen.theme.ink_soft(), &pen.word("room-muted"));
            }
            if wall_closed {
                tag(ui, pen, pen.theme.anger(), &pen.word("room-wall-closed"));
            }
            let black = format!("{} (B)", pen.word("room-stage-black"));
            segment(
                ui,
                pen,
                "black",
                &black,
                active.wall().black,
                AskRoom::Wall(WallChange::Black),
            );
            let held = active.wall().held.is_some();
            segment(
                ui,
                pen,
                "freeze",
                &pen.word("room-freeze"),
                held,
                AskRoom::Wall(WallChange::Freeze),
            );
            let word = room
                .next()
                .map_or_else(|| pen.word("room-record-save"), |action| next_word(pen, &action));
            let label = format!("{word} ({})", pen.word("room-key-space"));
            button(ui, pen, Press::Primary, "next", &label, AskRoom::Press(RoomKey::Next));
        });
    });
}
