//! The map over the look back: the scenario's graph with the trainee's route and the reference route, and beside it what
//! was said at the beat that is picked.

mod detail;
pub(in crate::app::screens) mod lines;
mod names;
mod picture;
mod spot;

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::ui::UiSystems;

use crate::app::AppSystems;
use crate::app::awake::Awake;
use crate::app::outlook::TurningPoints;
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::{Screen, pen};
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, PAGE};
use crate::app::widgets::{Pen, Ui, column, filling, row, scroll_column, scroll_plane, way_back};
use crate::assess::Debrief;
use crate::graph::{Graph, Overlay as Drawn};
use detail::fill_detail;
use spot::{Spot, spots};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Picked>().add_message::<Pick>();
    app.add_systems(Update, (pick, show_picked).chain().in_set(AppSystems::Show));
    app.add_systems(PostUpdate, (centre, names::keep_in_sight).chain().after(UiSystems::Layout));
    app.add_systems(OnExit(Screen::Debrief), forget);
}

/// A scenario of more beats than this has no map: it could not be read, and takes long to lay out.
const BEATS_MAX: usize = 200;

/// The panel's width at 100 %, and the widest it becomes.
const PANEL: (f32, f32) = (352.0, 600.0);

/// Text larger than this leaves no room above the map; what its signs are then stands below what was said.
const LEGEND_ZOOM: f32 = 1.4;

/// The frames in which the picked beat is still brought to the middle: the page is measured over a few.
const OPENING: u8 = 3;

/// Asks for what was said at a place of the map, by its number among them.
#[derive(Message, Debug, Clone, Copy)]
struct Pick(usize);

/// The place that is picked, while the look back is open.
#[derive(Resource, Debug, Default)]
pub(in crate::app::screens) struct Picked(Option<usize>);

/// The button of a place.
#[derive(Component, Debug)]
struct Place(usize);

/// What is seen around the place that is picked.
#[derive(Component, Debug)]
struct Around(usize);

/// What scrolls the map, and for how many frames yet it is brought to its place.
#[derive(Component, Debug)]
struct MapArea(u8);

/// What says what happened at the picked place, and all that it can say.
#[derive(Component, Debug)]
struct Panel(Atlas);

/// What the map knows: every place, and both talks looked back on.
#[derive(Debug)]
struct Atlas {
    spots: Vec<Spot>,
    yours: Debrief,
    reference: Debrief,
}

/// Whether there is a map of this talk.
pub(super) fn has_map(active: &ActiveSession) -> bool {
    active.scenario().beats.len() <= BEATS_MAX
}

/// The whole map; gives what has the keyboard first.
pub(in crate::app::screens) fn lay_out(
    ui: &mut Ui<'_>,
    pen: &Pen,
    active: &ActiveSession,
    points: &TurningPoints,
    picked: &Picked,
) -> Entity {
    let routes =
        Drawn { reference: active.reference(), attempt: Some(active.talk()), problems: &[] };
    let graph = Graph::of(active.scenario(), &routes, pen.lang);
    let spots = spots(pen, &graph, active);
    let at = picked.0.unwrap_or_else(|| first_place(active, points));
    let yours = active.debrief(pen.lang);
    let atlas = Atlas { spots, yours, reference: active.reference_debrief(pen.lang) };
    let sheet = Node {
        width: percent(100),
        height: percent(100),
        padding: UiRect::all(px(PAGE)),
        ..column(GAP)
    };
    let mut first = Entity::PLACEHOLDER;
    ui.spawn((sheet, BackgroundColor(pen.theme.paper()))).with_children(|ui| {
        ui.spawn(Node {
            justify_content: JustifyContent::SpaceBetween,
            flex_shrink: 0.0,
            ..row(GAP)
        })
        .with_children(|ui| {
            pen.text(ui, Type::Title, &pen.word("map-title"));
            way_back(ui, pen, "close-map", "talk-close", Lay(Overlay::None));
        });
        let beside = Node { min_height: px(0), column_gap: px(FAR), ..default() };
        ui.spawn(filling(beside)).with_children(|ui| {
            let left = filling(Node { min_height: px(0), ..column(NEAR) });
            ui.spawn(left).with_children(|ui| {
                if pen.zoom <= LEGEND_ZOOM {
                    picture::legend(ui, pen);
                }
                scroll_plane(ui, pen, MapArea(OPENING), |ui| {
                    first = picture::draw(ui, pen, &graph, &atlas.spots, at);
                });
            });
            let width = px((PANEL.0 * pen.zoom).min(PANEL.1));
            let panel = Node { width, flex_shrink: 0.0, min_height: px(0), ..default() };
            ui.spawn(panel).with_children(|ui| {
                let mut place = Entity::PLACEHOLDER;
                scroll_column(ui, pen, 0.0, (), |ui| {
                    place = ui.spawn(column(GAP)).id();
                    ui.commands_mut().entity(place).with_children(|ui| {
                        fill_detail(ui, pen, &atlas, at);
                    });
                    if pen.zoom > LEGEND_ZOOM {
                        picture::legend(ui, pen);
                    }
                });
                ui.commands_mut().entity(place).insert(Panel(atlas));
            });
        });
    });
    first
}

/// Where the map opens: at the turn that decided most, as far as it is known, else where the talk began.
fn first_place(active: &ActiveSession, points: &TurningPoints) -> usize {
    let turning = points.found().and_then(|points| points.first()).map(|point| point.turn);
    let turns = active.talk().turns();
    let turn = turning.and_then(|turn| turns.get(turn)).or(turns.first());
    turn.map_or(active.scenario().opens_at, |turn| turn.beat).at()
}

/// A place that was pressed has the keyboard, and the place that has the keyboard is picked.
fn pick(
    mut asked: MessageReader<Pick>,
    places: Query<(Entity, &Place)>,
    mut focus: ResMut<InputFocus>,
    mut picked: ResMut<Picked>,
) {
    if let Some(Pick(wanted)) = asked.read().last()
        && let Some((place, _)) = places.iter().find(|(_, place)| place.0 == *wanted)
    {
        focus.set(place, FocusCause::Navigated);
    }
    let focused = focus.get().and_then(|entity| places.get(entity).ok());
    if let Some((_, place)) = focused
        && picked.0 != Some(place.0)
    {
        picked.0 = Some(place.0);
    }
}

/// The panel follows what is picked. Tab comes to the map at the picked place and then leaves it; arrows go around in it.
fn show_picked(
    picked: Res<Picked>,
    mut places: Query<(&Place, &mut TabIndex)>,
    mut frames: Query<(&Around, &mut Visibility)>,
    panels: Query<(Entity, &Panel, &ChildOf)>,
    mut scrolls: Query<&mut ScrollPosition>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let Some(at) = picked.0.filter(|_| picked.is_changed()) else {
        return;
    };
    for (place, mut index) in &mut places {
        index.set_if_neq(TabIndex(if place.0 == at { 0 } else { -1 }));
    }
    for (around, mut seen) in &mut frames {
        seen.set_if_neq(if around.0 == at { Visibility::Inherited } else { Visibility::Hidden });
    }
    let pen = pen(&theme, &chosen);
    for (panel, Panel(atlas), area) in &panels {
        if let Ok(mut position) = scrolls.get_mut(area.parent()) {
            position.y = 0.0;
        }
        commands
            .entity(panel)
            .despawn_children()
            .with_children(|ui| fill_detail(ui, &pen, atlas, at));
    }
    awake.stir();
}

/// The map opens with the picked place in the middle.
fn centre(
    mut areas: Query<(&mut MapArea, &mut ScrollPosition, &ComputedNode, &UiGlobalTransform)>,
    places: Query<(&TabIndex, &UiGlobalTransform), With<Place>>,
    mut awake: ResMut<Awake>,
) {
    for (mut opening, mut position, node, at) in &mut areas {
        let picked = places.iter().find(|(index, _)| index.0 == 0);
        let Some((_, place)) = picked.filter(|_| opening.0 > 0) else {
            continue;
        };
        opening.0 -= 1;
        awake.stir();
        let scale = node.inverse_scale_factor();
        let to = (place.translation - at.translation) * scale + position.0;
        let most = ((node.content_size() - node.size()) * scale).max(Vec2::ZERO);
        position.0 = to.clamp(Vec2::ZERO, most);
    }
}

/// Another talk begins with nothing picked.
fn forget(mut picked: ResMut<Picked>) {
    picked.0 = None;
}
