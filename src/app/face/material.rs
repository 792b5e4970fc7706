//! A face as a material: a node of any size whose every pixel is computed from action units and a look.

use bevy::asset::embedded_asset;
use bevy::prelude::*;
use bevy::render::render_resource::{AsBindGroup, ShaderType};
use bevy::shader::ShaderRef;

use crate::app::face::units::Units;
use crate::app::theme::Theme;
use crate::scenario::{Channel, Dress, Hair, HairColor, Look, Skin};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "face.wgsl");
    app.add_plugins(UiMaterialPlugin::<FaceMaterial>::default());
}

/// What the shader needs to draw one face.
#[derive(AsBindGroup, Asset, TypePath, Debug, Clone, Default)]
pub(crate) struct FaceMaterial {
    #[uniform(0)]
    pub(super) face: FaceUniform,
}

impl UiMaterial for FaceMaterial {
    fn fragment_shader() -> ShaderRef {
        "embedded://kikitori/app/face/face.wgsl".into()
    }
}

/// Laid out as `face.wgsl` reads it.
#[derive(ShaderType, Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct FaceUniform {
    /// Inner, outer and one brow; frown.
    brows: Vec4,
    /// Wide, tight lids, shut, cheeks.
    eyes: Vec4,
    /// Smile, sag, press, open.
    mouth: Vec4,
    /// Gaze, tilt, nod.
    pose: Vec4,
    /// Wrinkle, chin, flush, breath.
    rest: Vec4,
    /// Hair, dress, glasses, age as a share of ninety years.
    look: Vec4,
    skin: Vec4,
    hair: Vec4,
    cloth: Vec4,
    /// The colour behind; its last number is 0 where nobody is there.
    backdrop: Vec4,
    /// Where one meets: 0 nowhere, then the channels in their order.
    place: Vec4,
}

impl FaceUniform {
    /// Someone with these units.
    pub(super) fn of(units: &Units, look: Look, theme: &Theme, breath: f32) -> Self {
        let glasses = if look.glasses { 1.0 } else { 0.0 };
        Self {
            brows: Vec4::new(units.inner_brow, units.outer_brow, units.one_brow, units.frown),
            eyes: Vec4::new(units.wide, units.tight_lids, units.shut, units.cheeks),
            // A reaction may take away more than was there.
            mouth: Vec4::new(
                units.smile,
                units.sag.max(0.0),
                units.press.max(0.0),
                units.open.max(0.0),
            ),
            pose: Vec4::new(units.gaze_x, units.gaze_y, units.tilt, units.nod),
            rest: Vec4::new(units.wrinkle.max(0.0), units.chin, units.flush, breath),
            look: Vec4::new(
                hair_number(look.hair),
                dress_number(look.dress),
                glasses,
                f32::from(look.age) / 90.0,
            ),
            skin: rgb(skin_color(look.skin)),
            hair: rgb(hair_color(look.hair_color)),
            cloth: rgb(cloth_color(look.dress)),
            backdrop: backdrop(theme, 1.0),
            place: Vec4::ZERO,
        }
    }

    /// The same, as one meets on this channel.
    pub(super) fn met_by(self, channel: Channel, theme: &Theme) -> Self {
        let (number, ground) = match channel {
            Channel::Phone => (1.0, theme.backdrop()),
            Channel::Visit => (2.0, theme.backdrop()),
            Channel::Counter => (3.0, theme.backdrop()),
            Channel::Chat => (4.0, theme.backdrop()),
            Channel::Mail => (5.0, theme.backdrop()),
            Channel::Internal => (6.0, theme.inside()),
        };
        let ground = ground.to_srgba();
        let backdrop = Vec4::new(ground.red, ground.green, ground.blue, self.backdrop.w);
        Self { place: Vec4::new(number, 0.0, 0.0, 0.0), backdrop, ..self }
    }

    /// Nobody: the telephone on its hook, or an outline where one does not telephone.
    pub(super) fn nobody(theme: &Theme) -> Self {
        let ink = theme.ink_soft().to_srgba();
        Self {
            backdrop: backdrop(theme, 0.0),
            skin: Vec4::new(ink.red, ink.green, ink.blue, 1.0),
            ..default()
        }
    }
}

fn backdrop(theme: &Theme, someone: f32) -> Vec4 {
    let color = theme.backdrop().to_srgba();
    Vec4::new(color.red, color.green, color.blue, someone)
}

fn rgb([red, green, blue]: [u8; 3]) -> Vec4 {
    let color = Srgba::rgb_u8(red, green, blue);
    Vec4::new(color.red, color.green, color.blue, 1.0)
}

fn hair_number(hair: Hair) -> f32 {
    match hair {
        Hair::Bob => 0.0,
        Hair::Long => 1.0,
        Hair::Bun => 2.0,
        Hair::Short => 3.0,
        Hair::Cropped => 4.0,
        Hair::Receding => 5.0,
    }
}

fn dress_number(dress: Dress) -> f32 {
    match dress {
        Dress::Suit => 0.0,
        Dress::Jacket => 1.0,
        Dress::Cardigan => 2.0,
        Dress::Shirt => 3.0,
        Dress::Apron => 4.0,
    }
}

fn skin_color(skin: Skin) -> [u8; 3] {
    match skin {
        Skin::Light => [0xF6, 0xD3, 0xB8],
        Skin::Medium => [0xEA, 0xBE, 0x98],
        Skin::Tan => [0xD2, 0x9D, 0x74],
        Skin::Brown => [0xA8, 0x72, 0x4E],
        Skin::Dark => [0x74, 0x4B, 0x36],
    }
}

fn hair_color(color: HairColor) -> [u8; 3] {
    match color {
        HairColor::Black => [0x2A, 0x25, 0x2C],
        HairColor::Brown => [0x4A, 0x34, 0x2B],
        HairColor::Chestnut => [0x7A, 0x4A, 0x31],
        HairColor::Grey => [0x8C, 0x88, 0x88],
        HairColor::White => [0xDD, 0xD9, 0xD4],
    }
}

fn cloth_color(dress: Dress) -> [u8; 3] {
    match dress {
        Dress::Suit => [0x35, 0x3D, 0x50],
        Dress::Jacket => [0x5D, 0x4A, 0x5E],
        Dress::Cardigan => [0x6E, 0x8B, 0x7B],
        Dress::Shirt => [0x8A, 0xA3, 0xBC],
        Dress::Apron => [0x9A, 0x5B, 0x3F],
    }
}
