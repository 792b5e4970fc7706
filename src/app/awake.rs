//! Draws only when something changes, and makes sure that what changes is drawn to its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bevy::input::keyboard::KeyboardInput;
use bevy::prelude::*;
use bevy::render::render_resource::PipelineCache;
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::window::{ClosingWindow, RequestRedraw, WindowCloseRequested};

/// How long frames keep coming at the start, in seconds: shaders are made ready in the background.
const WARM_UP: f32 = 3.0;

/// How many frames follow a change: layout, text and focus settle over a few.
const SETTLE: u8 = 4;

pub(super) fn plugin(app: &mut App) {
    let unready = Unready::default();
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.insert_resource(unready.clone());
        render.add_systems(Render, look_at_shaders.in_set(RenderSystems::Cleanup));
    }
    app.init_resource::<Awake>().insert_resource(unready);
    app.add_systems(Last, keep_awake);
}

/// Whether something cannot be drawn yet because its shader is not ready. On a slow machine that takes longer than one
/// waits, and a window at rest would stay black.
#[derive(Resource, Debug, Clone, Default)]
struct Unready(Arc<AtomicBool>);

fn look_at_shaders(pipelines: Res<PipelineCache>, unready: Res<Unready>) {
    unready.0.store(pipelines.waiting_pipelines().next().is_some(), Ordering::Relaxed);
}

/// What keeps the frames coming.
#[derive(Resource, Debug, Default)]
pub(crate) struct Awake {
    frames: u8,
    ticks: bool,
    new_lines: bool,
}

impl Awake {
    /// Something changed: draw until it has settled.
    pub(crate) fn stir(&mut self) {
        self.frames = SETTLE;
    }

    /// New lines of a talk are laid out in this frame.
    pub(crate) fn new_lines(&mut self) {
        self.new_lines = true;
    }

    /// Seconds are counted, or no longer: one frame a second shows them.
    pub(crate) fn tick(&mut self, ticks: bool) {
        self.ticks = ticks;
    }

    /// Whether seconds are counted.
    pub(crate) fn ticks(&self) -> bool {
        self.ticks
    }
}

fn keep_awake(
    time: Res<Time<Real>>,
    mut awake: ResMut<Awake>,
    unready: Res<Unready>,
    spawned: Query<(), Added<Node>>,
    mut keys: MessageReader<KeyboardInput>,
    mut close: MessageReader<WindowCloseRequested>,
    closing: Query<(), With<ClosingWindow>>,
    mut measured: Local<u8>,
    mut out: MessageWriter<RequestRedraw>,
) {
    if !spawned.is_empty() || unready.0.load(Ordering::Relaxed) {
        awake.stir();
    }
    // `.ci/still` reads these: how long the frames took in which lines appear and settle.
    if std::mem::take(&mut awake.new_lines) {
        *measured = SETTLE;
    } else if *measured > 0 {
        *measured -= 1;
        debug!("a frame with new lines took {} us", time.delta().as_micros());
    }
    if keys.read().count() > 0 {
        // What a key asks for is there a frame later, and its release, which would bring one, may be in this frame too.
        awake.frames = awake.frames.max(1);
    }
    let closing = close.read().count() > 0 || !closing.is_empty();
    if awake.frames > 0 || time.elapsed_secs() < WARM_UP || closing {
        awake.frames = awake.frames.saturating_sub(1);
        out.write(RequestRedraw);
    }
}
