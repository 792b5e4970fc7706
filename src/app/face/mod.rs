//! The face before the trainee: a lasting mood, a reaction that passes, and the small movements of someone alive.

mod material;
mod sheet;
mod units;

use std::time::Duration;

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::awake::Awake;
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::measure::ROUND;
use crate::app::widgets::Ui;
use crate::scenario::{Channel, Gauge, Gauges, Look, Role};
use crate::session::TalkView;
use material::{FaceMaterial, FaceUniform};
pub use sheet::contact_sheet;
use units::{Reaction, Units, mood};

/// How quickly a face follows its mood, per second.
const EASE: f32 = 5.0;

/// Units that differ no more than this look the same.
const CLOSE: f32 = 0.004;

/// How long a reaction lasts, in seconds, and how much of that it takes to come.
const REACTION: f32 = 1.8;
const ONSET: f32 = 0.18;

/// How long a face breathes and blinks after something happened; then it is still, and costs nothing.
const ALIVE: Duration = Duration::from_secs(8);

/// Seconds between blinks, and the length of one.
const BLINK_EVERY: f32 = 3.4;
const BLINK: f32 = 0.16;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(material::plugin);
    app.init_resource::<LiveFace>();
    app.add_systems(Update, animate.in_set(AppSystems::Show));
}

/// A face that can be put on a page.
pub(crate) type FaceHandle = Handle<FaceMaterial>;

/// The face of the talk, moving between what it shows and what it feels.
#[derive(Resource, Debug, Default)]
pub(crate) struct LiveFace {
    handle: Option<FaceHandle>,
    look: Option<Look>,
    /// How one meets them.
    channel: Option<Channel>,
    feels: Units,
    shows: Units,
    reaction: Option<(Reaction, f32)>,
    /// When something last happened, in seconds since the start.
    stirred: f32,
    /// Whether `stirred` is to be set by the next frame.
    stir: bool,
}

impl LiveFace {
    /// Takes over how the talk stands; while a reply has the floor, its reaction is shown.
    pub(crate) fn follow(&mut self, active: &ActiveSession, view: &TalkView, paused: bool) {
        let last = view.turns.last().filter(|_| paused);
        let facing = last.map_or(view.facing, |turn| turn.facing);
        let gauges = last.map_or(view.gauges, |turn| turn.gauges);
        let someone = facing.map(|at| (at, active.scenario().speaker(at)));
        self.look = someone.and_then(|(_, speaker)| speaker.look);
        // The gauges are the customer's; a colleague's face is friendly and attentive.
        let is_customer = someone.is_some_and(|(_, speaker)| speaker.role == Role::Customer);
        // Colleagues are met among colleagues, whatever the customer is met by.
        let channel = last.map_or(view.channel, |turn| turn.channel);
        let beside = someone.is_some() && !is_customer;
        self.channel = Some(if beside { Channel::Internal } else { channel });
        self.feels = if is_customer { mood(gauges) } else { mood(Gauges::new(2, 6)) };
        // What a line does is seen also where a gauge has no further to go: nobody doubts what could not be trusted more.
        let said = last.filter(|_| is_customer).and(active.talk().turns().last());
        let effects = said.map(|turn| &active.scenario().choice(turn.beat, turn.choice).effects);
        self.reaction = effects.map(|effects| {
            let by = |gauge| effects.iter().map(|effect| effect.moves(gauge)).sum();
            (Reaction::to(by(Gauge::Anger), by(Gauge::Trust)), 0.0)
        });
        self.stir = true;
    }
}

fn animate(
    time: Res<Time<Real>>,
    chosen: Res<Chosen>,
    theme: Res<Theme>,
    mut face: ResMut<LiveFace>,
    mut materials: ResMut<Assets<FaceMaterial>>,
    mut awake: ResMut<Awake>,
) {
    let face = face.bypass_change_detection();
    let Some(handle) = face.handle.clone().filter(|handle| materials.contains(handle.id())) else {
        return;
    };
    let (now, delta) = (time.elapsed_secs(), time.delta_secs().min(0.1));
    if std::mem::take(&mut face.stir) {
        face.stirred = now;
    }
    let still = chosen.settings.still;
    let share = if still { 1.0 } else { 1.0 - (-EASE * delta).exp() };
    face.shows = face.shows.toward(&face.feels, share);
    // What nobody can see any more is not waited for: a share of a share never comes to nothing.
    if face.shows.distance(&face.feels) <= CLOSE {
        face.shows = face.feels;
    }
    let reacting = step_reaction(&mut face.reaction, delta);
    let alive = !still && now - face.stirred < ALIVE.as_secs_f32();
    let (breath, blink) = if alive { small_movements(now - face.stirred) } else { (0.0, 0.0) };
    let mut shown =
        reacting.map_or(face.shows, |(reaction, strength)| reaction.over(&face.shows, strength));
    shown.shut = shown.shut.max(blink);
    let uniform = face.look.map_or_else(
        || FaceUniform::nobody(&theme),
        |look| FaceUniform::of(&shown, look, &theme, breath),
    );
    let uniform = face.channel.map_or(uniform, |channel| uniform.met_by(channel, &theme));
    let moving = face.shows != face.feels || reacting.is_some() || alive;
    if materials.get(handle.id()).is_some_and(|material| material.face != uniform)
        && let Some(mut material) = materials.get_mut(handle.id())
    {
        material.face = uniform;
        awake.stir();
    }
    if moving {
        awake.stir();
    }
}

/// Lets a reaction come and go; its strength is 0.0..=1.0.
fn step_reaction(reaction: &mut Option<(Reaction, f32)>, delta: f32) -> Option<(Reaction, f32)> {
    let (kind, age) = reaction.as_mut()?;
    *age += delta;
    if *age >= REACTION {
        *reaction = None;
        return None;
    }
    let share = *age / REACTION;
    let strength =
        if share < ONSET { share / ONSET } else { 1.0 - (share - ONSET) / (1.0 - ONSET) };
    Some((*kind, strength * strength * (3.0 - 2.0 * strength)))
}

/// Breath (-1.0..=1.0) and blink (0.0..=1.0) this long after something happened; both fade out to stillness.
fn small_movements(since: f32) -> (f32, f32) {
    let fading = ((ALIVE.as_secs_f32() - since) / 1.0).clamp(0.0, 1.0);
    let in_blink = (since + 0.6) % BLINK_EVERY;
    let blink = if in_blink < BLINK { 1.0 - (in_blink / BLINK * 2.0 - 1.0).abs() } else { 0.0 };
    ((since * 1.5).sin() * fading, blink)
}

/// Makes faces for screens.
#[derive(SystemParam)]
pub(crate) struct Faces<'w> {
    materials: ResMut<'w, Assets<FaceMaterial>>,
    theme: Res<'w, Theme>,
    live: ResMut<'w, LiveFace>,
}

impl Faces<'_> {
    /// A calm face for a card.
    pub(crate) fn resting(&mut self, look: Look) -> FaceHandle {
        let units = mood(Gauges::new(1, 7));
        self.materials.add(FaceMaterial { face: FaceUniform::of(&units, look, &self.theme, 0.0) })
    }

    /// A face that gives nothing away, in the colours of whatever it is seen on.
    pub(crate) fn neutral(&mut self, look: Look, theme: &Theme) -> FaceHandle {
        let units = mood(Gauges::new(3, 5));
        self.materials.add(FaceMaterial { face: FaceUniform::of(&units, look, theme, 0.0) })
    }

    /// The face of the talk.
    pub(crate) fn live(&mut self) -> FaceHandle {
        let nobody = FaceMaterial { face: FaceUniform::nobody(&self.theme) };
        let handle = self.live.handle.get_or_insert_with(|| self.materials.add(nobody));
        handle.clone()
    }
}

/// A face in a rounded frame, with words for those who do not see it.
pub(crate) fn portrait(ui: &mut Ui<'_>, face: FaceHandle, name: &str, width: f32, height: f32) {
    portrait_of(ui, face, name, (px(width), px(height)), px(ROUND));
}

/// The same, of a size in any measure.
pub(crate) fn portrait_of(
    ui: &mut Ui<'_>,
    face: FaceHandle,
    name: &str,
    (width, height): (Val, Val),
    round: Val,
) {
    let border_radius = BorderRadius::all(round);
    let node = Node { width, height, border_radius, flex_shrink: 0.0, ..default() };
    ui.spawn((node, MaterialNode(face), a11y::picture(name)));
}
