//! The buttons of the program, by their labels.

use bevy::prelude::*;

/// The labels of all buttons.
pub(crate) fn labels(app: &mut App) -> Vec<String> {
    let mut query = app.world_mut().query::<&AccessibleLabel>();
    query.iter(app.world()).map(|label| label.0.clone()).collect()
}

/// The button with this label, or else one whose label begins so; of several, the one that stands first on the page.
pub(crate) fn button(app: &mut App, label: &str) -> Entity {
    let mut query = app.world_mut().query::<(Entity, &AccessibleLabel, &UiGlobalTransform)>();
    let all: Vec<_> = query
        .iter(app.world())
        .map(|(at, label, place)| (at, label.0.clone(), (place.translation.y, place.translation.x)))
        .collect();
    let first = |fits: &dyn Fn(&str) -> bool| {
        let fitting = all.iter().filter(|(_, found, _)| fits(found));
        let above = |one: (f32, f32), other: (f32, f32)| {
            one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
        };
        fitting.min_by(|one, other| above(one.2, other.2)).map(|(at, ..)| *at)
    };
    let exact = first(&|found| found == label);
    let Some(button) = exact.or_else(|| first(&|found| found.starts_with(label))) else {
        panic!("there is no {label:?} among {:?}", labels(app));
    };
    button
}
