//! The names of the acts, which stay in sight however far aside the map is scrolled.

use bevy::prelude::*;

use crate::app::awake::Awake;
use crate::app::screens::debrief::map::MapArea;
use crate::app::screens::debrief::map::picture::standing;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, column};

/// The name of an act on the map.
#[derive(Component, Debug)]
pub(super) struct ActName;

/// Above the ways, which would cross them out, and below the places. Each has the width of its act to move in.
pub(super) fn names(ui: &mut Ui<'_>, pen: &Pen, acts: &[(&str, Rect)]) {
    for (name, band) in acts {
        let place = standing(*band, Node { padding: edge(pen), ..column(0.0) });
        let backed = Node {
            align_self: AlignSelf::Start,
            padding: UiRect::horizontal(px(NEAR / 2.0 * pen.zoom)),
            border_radius: BorderRadius::all(px(6.0 * pen.zoom)),
            ..column(0.0)
        };
        ui.spawn((place, Pickable::IGNORE)).with_children(|ui| {
            let backed = (backed, BackgroundColor(pen.theme.panel()), Pickable::IGNORE);
            ui.spawn((ActName, UiTransform::IDENTITY, backed))
                .with_children(|ui| pen.soft(ui, Type::Small, name));
        });
    }
}

fn edge(pen: &Pen) -> UiRect {
    UiRect::all(px(NEAR / 2.0 * pen.zoom))
}

/// The names go along with what is in sight.
pub(super) fn keep_in_sight(
    areas: Query<(&ScrollPosition, &ComputedNode), With<MapArea>>,
    mut names: Query<&mut UiTransform, With<ActName>>,
    mut awake: ResMut<Awake>,
) {
    let Ok((position, node)) = areas.single() else { return };
    let most = (node.content_size().x - node.size().x) * node.inverse_scale_factor();
    let aside = Val2::new(px(position.x.min(most).max(0.0).floor()), Val::ZERO);
    for mut name in &mut names {
        if name.translation != aside {
            name.translation = aside;
            awake.stir();
        }
    }
}
