//! The turning points of a talk that is over: looked for beside the thread that draws, and there when they are found.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::analysis::{Outlook, TurningPoint};
use crate::app::AppSystems;
use crate::app::beside::Beside;
use crate::app::session::{ActiveSession, step_session};
use crate::scenario::Scenario;
use crate::session::Transcript;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TurningPoints>();
    let both = (look_for, take).chain().after(step_session);
    app.add_systems(Update, both.in_set(AppSystems::Step));
}

/// The turning points of the running talk, once it is over and they are found.
#[derive(Resource, Debug, Default)]
pub(crate) struct TurningPoints {
    /// The talk that they are of.
    of: Option<(Arc<Scenario>, Transcript)>,
    search: Option<Beside<Vec<TurningPoint>>>,
    found: Option<Vec<TurningPoint>>,
}

impl TurningPoints {
    /// In the order of their turns; nothing while they are looked for.
    pub(crate) fn found(&self) -> Option<&[TurningPoint]> {
        self.found.as_deref()
    }
}

/// A talk that has just ended is searched; one that goes on again has none yet.
fn look_for(
    active: Option<Res<ActiveSession>>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut points: ResMut<TurningPoints>,
) {
    let Some(active) = active.filter(DetectChanges::is_changed) else {
        return;
    };
    let talk = active.talk();
    let known = |(scenario, transcript): &(Arc<Scenario>, Transcript)| {
        Arc::ptr_eq(scenario, talk.scenario()) && transcript == talk.transcript()
    };
    if points.of.as_ref().is_some_and(known) {
        return;
    }
    *points = TurningPoints::default();
    if !talk.is_over() {
        return;
    }
    let talk = talk.clone();
    points.of = Some((Arc::clone(talk.scenario()), talk.transcript().clone()));
    points.search = Some(Beside::begin(proxy.as_deref(), move || {
        let outlook = Outlook::of(talk.scenario());
        outlook.map(|outlook| outlook.turning_points(&talk)).unwrap_or_default()
    }));
}

fn take(mut points: ResMut<TurningPoints>) {
    let Some(search) = &points.search else { return };
    if let Some(found) = search.take() {
        points.search = None;
        points.found = Some(found);
    }
}
