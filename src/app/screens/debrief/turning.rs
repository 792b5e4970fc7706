//! Turning points come when they are found: each in its place, and what is being read stays where it is.

use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::ui_widgets::ScrollArea;

use crate::app::AppSystems;
use crate::app::awake::Awake;
use crate::app::outlook::TurningPoints;
use crate::app::screens::pen;
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, column};
use crate::lang::Lang;
use crate::scenario::EndingIdx;

/// The frames in which a sentence is measured before it is seen: texts settle over a few.
const MEASURED: u8 = 4;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, fill.in_set(AppSystems::Show));
    app.add_systems(PostUpdate, come_in.after(UiSystems::Layout));
}

/// What waits to be told whether one of its turns, counted from 0, was a turning point.
#[derive(Component, Debug, Clone)]
pub(super) struct Awaits {
    pub(super) turns: Vec<usize>,
    pub(super) kind: Waiting,
}

impl Awaits {
    /// What waits for a single turn.
    pub(super) fn of(turn: usize, kind: Waiting) -> Self {
        Self { turns: vec![turn], kind }
    }
}

/// What is added where the turn was one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// The sentence, below what is there.
    Sentence,
    /// The sign.
    Sign,
    /// The sentence, to what a reader hears.
    Label,
}

/// A sentence that is measured out of sight, for so many frames yet.
#[derive(Component, Debug)]
struct Measured(u8);

/// The place of the sentence that says what a turn put out of reach. Until there is one, it takes no room.
pub(super) fn sentence_place(ui: &mut Ui<'_>, turn: usize) {
    let unseen =
        Node { position_type: PositionType::Absolute, left: px(0), right: px(0), ..column(0.0) };
    ui.spawn((unseen, Visibility::Hidden, Awaits::of(turn, Waiting::Sentence)));
}

/// A turning point: a square that stands on its corner.
pub(super) fn diamond(ui: &mut Ui<'_>, pen: &Pen) {
    ui.spawn(pen.set(Type::Small, pen.theme.anger(), "◆"));
}

/// Two sentences after each other, as each language sets them.
pub(super) fn joined(lang: Lang, sentences: &[String]) -> String {
    sentences.join(if lang == Lang::Ja { "" } else { " " })
}

fn fill(
    points: Res<TurningPoints>,
    active: Option<Res<ActiveSession>>,
    waiting: Query<(Entity, &Awaits)>,
    labels: Query<&AccessibleLabel>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    let (Some(points), Some(active)) = (points.found(), active) else {
        return;
    };
    let pen = pen(&theme, &chosen);
    for (place, awaits) in &waiting {
        commands.entity(place).remove::<Awaits>();
        let Some(point) = points.iter().find(|point| awaits.turns.contains(&point.turn)) else {
            continue;
        };
        let title = |at: EndingIdx| active.scenario().ending(at).title.get(pen.lang);
        let args = [("lost", title(point.lost).into()), ("left", title(point.left).into())];
        let sentence = pen.sentence("debrief-turning-point", &args);
        match awaits.kind {
            Waiting::Sentence => {
                let text = pen.set(Type::Strong, theme.anger(), &sentence);
                commands.entity(place).insert(Measured(MEASURED)).with_child(text);
            }
            Waiting::Sign => {
                commands.entity(place).with_children(|ui| diamond(ui, &pen));
            }
            Waiting::Label => {
                if let Ok(label) = labels.get(place) {
                    let label = joined(pen.lang, &[label.0.clone(), sentence]);
                    commands.entity(place).insert(AccessibleLabel(label));
                }
            }
        }
    }
}

/// A sentence that has been measured takes its place. Where that is above what is in sight, the page is scrolled by as
/// much, so that nothing moves under the reader's eyes.
fn come_in(
    mut measured: Query<(Entity, &mut Measured, &mut Node, &mut Visibility, &ComputedNode)>,
    parents: Query<&ChildOf>,
    places: Query<(&UiGlobalTransform, &ComputedNode), Without<Measured>>,
    mut areas: Query<&mut ScrollPosition, With<ScrollArea>>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let edge = |place: Entity, half: f32| {
        let (at, node) = places.get(place).ok()?;
        Some((at.translation.y + node.size().y * half) * node.inverse_scale_factor())
    };
    for (sentence, mut left, mut node, mut seen, computed) in &mut measured {
        awake.stir();
        left.0 = left.0.saturating_sub(1);
        if left.0 > 0 {
            continue;
        }
        commands.entity(sentence).remove::<Measured>();
        node.position_type = PositionType::Relative;
        *seen = Visibility::Inherited;
        let area = parents.iter_ancestors(sentence).find(|around| areas.contains(*around));
        let (Some(area), Ok(around)) = (area, parents.get(sentence)) else { continue };
        // It comes at the lower edge of what it belongs to.
        if edge(around.parent(), 0.5) < edge(area, -0.5)
            && let Ok(mut position) = areas.get_mut(area)
        {
            position.y += computed.size().y * computed.inverse_scale_factor() + NEAR;
        }
    }
}
