//! The face before the trainee: a lasting mood, a reaction that passes, and the small movements of someone alive.

mod material;
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
use crate::scenario::{Gauges, Look, Role};
use crate::session::TalkView;
use material::{FaceMaterial, FaceUniform};
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
        self.feels = if is_customer { mood(gauges) } else { mood(Gauges::new(2, 6)) };
        self.reaction =
            last.filter(|_| is_customer).and(active.talk().turns().last()).map(|turn| {
                let (before, after) = (turn.before.gauges, turn.gauges_after_reply());
                let moved = |from: u8, to: u8| to.wrapping_sub(from).cast_signed();
                (
                    Reaction::to(
                        moved(before.anger, after.anger),
                        moved(before.trust, after.trust),
                    ),
                    0.0,
                )
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
    let mut shown = reacting
        .map_or(face.shows, |(reaction, strength)| face.shows.plus(&reaction.units(), strength));
    shown.shut = shown.shut.max(blink);
    let uniform = face.look.map_or_else(
        || FaceUniform::nobody(&theme),
        |look| FaceUniform::of(&shown, look, &theme, breath),
    );
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

    /// The face of the talk.
    pub(crate) fn live(&mut self) -> FaceHandle {
        let nobody = FaceMaterial { face: FaceUniform::nobody(&self.theme) };
        let handle = self.live.handle.get_or_insert_with(|| self.materials.add(nobody));
        handle.clone()
    }
}

/// A face in a rounded frame, with words for those who do not see it.
pub(crate) fn portrait(ui: &mut Ui<'_>, face: FaceHandle, name: &str, width: f32, height: f32) {
    let node = Node {
        width: px(width),
        height: px(height),
        border_radius: BorderRadius::all(px(ROUND)),
        flex_shrink: 0.0,
        ..default()
    };
    ui.spawn((node, MaterialNode(face), a11y::picture(name)));
}

#[cfg(test)]
mod tests {
    use bevy::image::Image;

    use super::*;
    use crate::app::Options;
    use crate::app::picture::PictureApp;
    use crate::scenario::{Dress, Hair, HairColor, Skin};

    /// Where pictures are left to be looked at.
    const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/pictures");

    /// A page of faces, `across` of them in a row.
    fn sheet(faces: Vec<FaceUniform>, across: u32) -> Image {
        let (width, height) = (210, 250);
        let rows = u32::try_from(faces.len()).unwrap().div_ceil(across);
        let mut page = PictureApp::new(width * across, height * rows, Options::default());
        page.pass(2);
        let world = page.app.world_mut();
        world.resource_mut::<UiScale>().0 = 1.0;
        let handles: Vec<_> = faces
            .into_iter()
            .map(|face| world.resource_mut::<Assets<FaceMaterial>>().add(FaceMaterial { face }))
            .collect();
        let root = Node {
            width: percent(100),
            height: percent(100),
            flex_wrap: FlexWrap::Wrap,
            position_type: PositionType::Absolute,
            ..default()
        };
        world.spawn((root, GlobalZIndex(100), BackgroundColor(Color::WHITE))).with_children(|ui| {
            for handle in handles {
                let node = Node {
                    width: px(width - 10),
                    height: px(height - 10),
                    margin: UiRect::all(px(5)),
                    ..default()
                };
                ui.spawn((node, MaterialNode(handle)));
            }
        });
        page.pass(3);
        page.app.world_mut().resource_mut::<UiScale>().0 = 1.0;
        page.take().unwrap()
    }

    fn keep(name: &str, image: &Image) {
        std::fs::create_dir_all(PICTURES).unwrap();
        image
            .clone()
            .try_into_dynamic()
            .unwrap()
            .to_rgba8()
            .save(format!("{PICTURES}/{name}.png"))
            .unwrap();
    }

    fn shibata() -> Look {
        Look {
            age: 41,
            hair: Hair::Bob,
            hair_color: HairColor::Black,
            skin: Skin::Light,
            dress: Dress::Cardigan,
            glasses: false,
        }
    }

    fn looks() -> [Look; 6] {
        [
            Look {
                age: 38,
                hair: Hair::Long,
                hair_color: HairColor::Chestnut,
                skin: Skin::Medium,
                dress: Dress::Jacket,
                glasses: false,
            },
            Look {
                age: 24,
                hair: Hair::Short,
                hair_color: HairColor::Black,
                skin: Skin::Light,
                dress: Dress::Shirt,
                glasses: false,
            },
            Look {
                age: 57,
                hair: Hair::Receding,
                hair_color: HairColor::Grey,
                skin: Skin::Medium,
                dress: Dress::Suit,
                glasses: true,
            },
            Look {
                age: 72,
                hair: Hair::Bun,
                hair_color: HairColor::White,
                skin: Skin::Light,
                dress: Dress::Cardigan,
                glasses: true,
            },
            Look {
                age: 30,
                hair: Hair::Cropped,
                hair_color: HairColor::Black,
                skin: Skin::Dark,
                dress: Dress::Apron,
                glasses: false,
            },
            Look {
                age: 45,
                hair: Hair::Bob,
                hair_color: HairColor::Brown,
                skin: Skin::Tan,
                dress: Dress::Suit,
                glasses: true,
            },
        ]
    }

    #[test]
    fn faces_can_be_told_apart() {
        let theme = Theme::default();
        let moods = [(0, 9), (1, 6), (3, 3), (5, 3), (7, 2), (9, 1)];
        let mut faces: Vec<FaceUniform> = moods
            .into_iter()
            .map(|(anger, trust)| {
                FaceUniform::of(&mood(Gauges::new(anger, trust)), shibata(), &theme, 0.0)
            })
            .collect();
        let base = mood(Gauges::new(3, 3));
        for reaction in
            [Reaction::Hurt, Reaction::Anger, Reaction::Relief, Reaction::Doubt, Reaction::Thaw]
        {
            faces.push(FaceUniform::of(&base.plus(&reaction.units(), 1.0), shibata(), &theme, 0.0));
        }
        faces.push(FaceUniform::nobody(&theme));
        let calm = mood(Gauges::new(1, 6));
        faces.extend(looks().map(|look| FaceUniform::of(&calm, look, &theme, 0.0)));
        let image = sheet(faces, 6);
        keep("faces", &image);
        let pixels = image.try_into_dynamic().unwrap().to_rgba8();
        // Cell by cell, how many pixels differ from the cell before by more than a shade.
        let cell = |at: u32, x: u32, y: u32| pixels.get_pixel(at % 6 * 210 + x, at / 6 * 250 + y).0;
        for at in 1..18 {
            let differ = |x: u32, y: u32| {
                cell(at, x, y).iter().zip(cell(at - 1, x, y)).any(|(a, b)| a.abs_diff(b) > 24)
            };
            let count = (5..205)
                .flat_map(|x| (5..245).map(move |y| (x, y)))
                .filter(|(x, y)| differ(*x, *y))
                .count();
            assert!(count > 300, "faces {} and {at} differ in {count} pixels only", at - 1);
        }
    }
}
