//! The buttons of the program, by their labels.

use bevy::prelude::*;

/// The labels of all buttons.
pub(crate) fn labels(app: &mut App) -> Vec<String> {
    let mut query = app.world_mut().query::<&AccessibleLabel>();
    query.iter(app.world()).map(|label| label.0.clone()).collect()
}

/// The button with this label, or else one whose label begins so.
pub(crate) fn button(app: &mut App, label: &str) -> Entity {
    let mut query = app.world_mut().query::<(Entity, &AccessibleLabel)>();
    let exact = query.iter(app.world()).find(|(_, found)| found.0 == label);
    let found = exact.or_else(|| query.iter(app.world()).find(|(_, at)| at.0.starts_with(label)));
    let Some((button, _)) = found else {
        panic!("there is no {label:?} among {:?}", labels(app));
    };
    button
}
