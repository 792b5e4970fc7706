//! Anger and trust over the talk, turn by turn, with the turns that decided something marked.

use bevy::input_focus::{FocusCause, InputFocus};
use bevy::picking::hover::Hovered;
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::focus::FocusName;
use crate::app::outlook::TurningPoints;
use crate::app::screens::debrief::turning::{Awaits, Waiting, diamond, joined};
use crate::app::screens::pen;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Ui, card, column, filling, heading, press_area, row, wrapping_row};
use crate::assess::{Debrief, TurnReview};
use crate::scenario::Gauges;

/// How high the curve is drawn where text is 100 %, and how thick its two lines are: anger is told from trust by more
/// than its colour.
const HEIGHT: f32 = 132.0;
const THICK: f32 = 6.0;
const THIN: f32 = 3.0;
/// How high a line of small text is.
const LINE: f32 = 21.0;
/// How large the mark of a mended slip is, and the room for marks: a turning point's is a letter.
const MARK: f32 = 11.0;
const ABOVE: f32 = LINE + 1.0;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<ToTurn>();
    app.add_systems(Update, (to_turn, say_turn, name_turning_points).in_set(AppSystems::Show));
}

/// Asks for the card of a turn, counted from 1.
#[derive(Message, Debug, Clone, Copy)]
struct ToTurn(usize);

/// A turn on the curve. What a reader hears of it is also shown while it is pointed at.
#[derive(Component, Debug)]
struct CurveTurn;

/// What turning points are marked by.
#[derive(Component)]
struct TurningName;

/// The line below the curve that says it, and what it says now.
#[derive(Component)]
struct CurveWords(String);

pub(super) fn curve(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    if debrief.turns.len() < 2 {
        return;
    }
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "debrief-curve");
        legend(ui, pen, debrief);
        ui.spawn(row(NEAR)).with_children(|ui| {
            scale(ui, pen);
            let across = Node { column_gap: px(0), ..filling(row(0.0)) };
            ui.spawn(across).with_children(|ui| {
                let mut came = debrief.turns[0].before;
                for (at, turn) in debrief.turns.iter().enumerate() {
                    place(ui, pen, at + 1, turn, came);
                    came = turn.after;
                }
            });
        });
        let how = pen.word("debrief-curve-how");
        ui.spawn((pen.set(Type::Body, pen.theme.ink_soft(), &how), CurveWords(how)));
    });
}

/// What the lines and marks are, of those that are drawn.
fn legend(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    ui.spawn(wrapping_row(GAP)).with_children(|ui| {
        for (key, color, thick) in
            [("gauge-anger", pen.theme.anger(), THICK), ("gauge-trust", pen.theme.trust(), THIN)]
        {
            named(ui, pen, key, (), |ui| {
                let (width, height) = (px(26.0 * pen.zoom), px(thick * pen.zoom));
                let line = Node { width, height, flex_shrink: 0.0, ..default() };
                ui.spawn((line, BackgroundColor(color)));
            });
        }
        if debrief.turns.iter().any(mended) {
            named(ui, pen, "debrief-curve-mended", (), |ui| ring(ui, pen));
        }
        // Whether there are any is found out later; the room is kept, so that nothing moves then.
        let until_found = (TurningName, Visibility::Hidden);
        named(ui, pen, "debrief-curve-turning", until_found, |ui| diamond(ui, pen));
    });
}

fn named(
    ui: &mut Ui<'_>,
    pen: &Pen,
    key: &str,
    extra: impl Bundle,
    sign: impl FnOnce(&mut Ui<'_>),
) {
    let node = Node { align_items: AlignItems::Center, ..row(NEAR) };
    ui.spawn((node, extra)).with_children(|ui| {
        sign(ui);
        pen.soft(ui, Type::Small, &pen.word(key));
    });
}

/// Turning points are named once there are some.
fn name_turning_points(
    points: Res<TurningPoints>,
    mut names: Query<&mut Visibility, With<TurningName>>,
) {
    if points.found().is_some_and(|points| !points.is_empty()) {
        for mut name in &mut names {
            name.set_if_neq(Visibility::Inherited);
        }
    }
}

/// Whether a turn mended an earlier one.
fn mended(turn: &TurnReview) -> bool {
    turn.mends.is_some() && turn.is_key
}

/// A slip that was mended: a ring.
fn ring(ui: &mut Ui<'_>, pen: &Pen) {
    let node = Node {
        width: px(MARK * pen.zoom),
        height: px(MARK * pen.zoom),
        border: UiRect::all(px(2.5 * pen.zoom)),
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    ui.spawn((node, BorderColor::all(pen.theme.trust())));
}

/// 10, 5 and 0 beside the curve.
fn scale(ui: &mut Ui<'_>, pen: &Pen) {
    // Each figure is a line high and has its middle where its value is.
    let line = LINE * pen.zoom;
    let node = Node {
        height: px(HEIGHT * pen.zoom + line),
        margin: UiRect::top(px(ABOVE * pen.zoom - line / 2.0)),
        justify_content: JustifyContent::SpaceBetween,
        align_items: AlignItems::FlexEnd,
        ..column(0.0)
    };
    ui.spawn(node).with_children(|ui| {
        for mark in [Gauges::MAX, Gauges::MAX / 2, 0] {
            pen.soft(ui, Type::Small, &mark.to_string());
        }
    });
}

/// One turn: what anger and trust were before, and what they were once it was answered.
fn place(ui: &mut Ui<'_>, pen: &Pen, number: usize, turn: &TurnReview, came: Gauges) {
    let words = words(pen, number, turn);
    let node = Node { align_items: AlignItems::Stretch, ..filling(column(0.0)) };
    let name = format!("curve-{number}");
    let said = (CurveTurn, Awaits::of(number - 1, Waiting::Label));
    press_area(ui, pen, (node, Color::NONE), &name, &words, ToTurn(number), said, |ui| {
        let above = Node {
            height: px(ABOVE * pen.zoom),
            justify_content: JustifyContent::Center,
            align_items: AlignItems::Center,
            ..row(2.0)
        };
        let sign = Awaits::of(number - 1, Waiting::Sign);
        ui.spawn((above, sign)).with_children(|ui| {
            if mended(turn) {
                ring(ui, pen);
            }
        });
        ui.spawn(Node { height: px(HEIGHT * pen.zoom), ..default() }).with_children(|ui| {
            // Below both lines, which go on from turn to turn without a break.
            let hair = Node { position_type: PositionType::Absolute, left: px(0), ..default() };
            let upright = Node { width: px(1), height: percent(100), ..hair.clone() };
            ui.spawn((upright, BackgroundColor(pen.theme.groove())));
            for at in [0, Gauges::MAX / 2, Gauges::MAX] {
                let level = Node { height: px(1), width: percent(100), ..at_height(pen, at, 1.0) };
                ui.spawn((level, BackgroundColor(pen.theme.groove())));
            }
            let anger = [came.anger, turn.before.anger, turn.after.anger];
            line(ui, pen, anger, THICK * pen.zoom, pen.theme.anger());
            let trust = [came.trust, turn.before.trust, turn.after.trust];
            line(ui, pen, trust, THIN * pen.zoom, pen.theme.trust());
        });
        ui.spawn(Node { justify_content: JustifyContent::Center, ..row(0.0) })
            .with_children(|ui| pen.soft(ui, Type::Small, &number.to_string()));
    });
}

/// Something as thick as this whose middle is at the height of a gauge's value.
fn at_height(pen: &Pen, value: u8, thick: f32) -> Node {
    let high = HEIGHT * pen.zoom * f32::from(value) / f32::from(Gauges::MAX);
    let bottom = high - thick / 2.0;
    Node { position_type: PositionType::Absolute, bottom: px(bottom), ..default() }
}

/// One gauge through one turn: up or down at its left edge to where the next line begins, and in its middle by what was
/// said. Pieces reach over each other by half their thickness, so that no hairline is left where they meet.
fn line(ui: &mut Ui<'_>, pen: &Pen, [came, before, after]: [u8; 3], thick: f32, color: Color) {
    let mut piece = |node: Node| {
        ui.spawn((node, BackgroundColor(color)));
    };
    let (half, over) = (percent(50), px(-thick / 2.0));
    let from = |left: Val, node: Node| Node { left, margin: UiRect::left(over), ..node };
    let level = |value: u8| Node { height: px(thick), ..at_height(pen, value, thick) };
    piece(Node { right: half, ..from(px(0), level(before)) });
    piece(Node { right: px(0), ..from(half, level(after)) });
    for (left, one, other) in [(px(0), came, before), (half, before, after)] {
        let apart = f32::from(one.abs_diff(other)) / f32::from(Gauges::MAX);
        let height = px(HEIGHT * pen.zoom * apart + thick);
        let upright = at_height(pen, one.min(other), thick);
        piece(from(left, Node { width: px(thick), height, ..upright }));
    }
}

/// What is said of a turn: what it did, and what it mended.
fn words(pen: &Pen, number: usize, turn: &TurnReview) -> String {
    let args = [
        ("number", number.into()),
        ("title", turn.title.as_str().into()),
        ("before", i64::from(turn.before.anger).into()),
        ("after", i64::from(turn.after.anger).into()),
        ("was", i64::from(turn.before.trust).into()),
        ("became", i64::from(turn.after.trust).into()),
    ];
    let mut words = vec![pen.sentence("debrief-curve-turn", &args)];
    if let Some(slip) = turn.mends.filter(|_| mended(turn)) {
        words.push(pen.sentence("debrief-curve-mends", &[("turn", (slip + 1).into())]));
    }
    joined(pen.lang, &words)
}

/// Below the curve stands what is said of the turn that is pointed at or has the keyboard.
fn say_turn(
    turns: Query<(Entity, &AccessibleLabel, &Hovered), With<CurveTurn>>,
    changed: Query<(), (With<CurveTurn>, Or<(Changed<Hovered>, Changed<AccessibleLabel>)>)>,
    focus: Res<InputFocus>,
    mut lines: Query<(Entity, &mut CurveWords)>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    if changed.is_empty() && !focus.is_changed() {
        return;
    }
    let hovered = turns.iter().find(|(_, _, hovered)| hovered.get());
    let focused = || turns.iter().find(|(turn, _, _)| focus.get() == Some(*turn));
    let pen = pen(&theme, &chosen);
    let words = match hovered.or_else(focused) {
        Some((_, label, _)) => label.0.clone(),
        None => pen.word("debrief-curve-how"),
    };
    // A text that is set again is measured again, and the whole page with it.
    for (line, mut says) in lines.iter_mut().filter(|(_, says)| says.0 != words) {
        commands.entity(line).insert(pen.set(Type::Body, theme.ink_soft(), &words));
        says.0.clone_from(&words);
    }
}

/// Goes to the card of a turn: its button gets the keyboard, and the page follows.
fn to_turn(
    mut asked: MessageReader<ToTurn>,
    buttons: Query<(Entity, &FocusName)>,
    mut focus: ResMut<InputFocus>,
) {
    let Some(ToTurn(turn)) = asked.read().last() else { return };
    let name = FocusName(format!("others-{turn}"));
    if let Some((button, _)) = buttons.iter().find(|(_, found)| **found == name) {
        focus.set(button, FocusCause::Navigated);
    }
}
