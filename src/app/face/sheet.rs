//! Faces side by side, to be looked at: one person calm, annoyed and furious, and with every reaction to a line.

use bevy::image::Image;
use bevy::prelude::*;

use crate::app::Options;
use crate::app::face::material::{FaceMaterial, FaceUniform};
use crate::app::face::units::{Reaction, mood};
use crate::app::picture::PictureApp;
use crate::app::theme::Theme;
use crate::scenario::{Dress, Gauges, Hair, HairColor, Look, Skin};

/// The size of a face on the sheet, with the room around it, in pixels.
pub(super) const CELL: (u32, u32) = (210, 250);

/// How angry they are, row by row.
pub(super) const ANGERS: [u8; 3] = [2, 5, 8];

/// People who differ in everything that a scenario can say of a look.
pub(super) const LOOKS: [Look; 7] = [
    look(41, Hair::Bob, HairColor::Black, Skin::Light, Dress::Cardigan, false),
    look(38, Hair::Long, HairColor::Chestnut, Skin::Medium, Dress::Jacket, false),
    look(24, Hair::Short, HairColor::Black, Skin::Light, Dress::Shirt, false),
    look(57, Hair::Receding, HairColor::Grey, Skin::Medium, Dress::Suit, true),
    look(72, Hair::Bun, HairColor::White, Skin::Light, Dress::Cardigan, true),
    look(30, Hair::Cropped, HairColor::Black, Skin::Dark, Dress::Apron, false),
    look(45, Hair::Bob, HairColor::Brown, Skin::Tan, Dress::Suit, true),
];

const fn look(
    age: u8,
    hair: Hair,
    hair_color: HairColor,
    skin: Skin,
    dress: Dress,
    glasses: bool,
) -> Look {
    Look { age, hair, hair_color, skin, dress, glasses }
}

/// The sheet of one person, counted from 0: a row for each anger; first the face at rest, then hurt, anger, relief, doubt
/// and thaw at their strongest. `None` where there is no such person, or no graphics driver.
pub fn contact_sheet(person: usize) -> Option<Image> {
    page_of(&person_at_all(*LOOKS.get(person)?), 6)
}

/// One look with every anger and every reaction, in the order of the sheet.
pub(super) fn person_at_all(look: Look) -> Vec<FaceUniform> {
    let theme = Theme::default();
    let mut faces = Vec::new();
    for anger in ANGERS {
        let rest = mood(Gauges::new(anger, 10 - anger));
        faces.push(FaceUniform::of(&rest, look, &theme, 0.0));
        faces.extend(
            Reaction::ALL
                .map(|reaction| FaceUniform::of(&reaction.over(&rest, 1.0), look, &theme, 0.0)),
        );
    }
    faces
}

/// A page of faces, `across` of them in a row.
pub(super) fn page_of(faces: &[FaceUniform], across: u32) -> Option<Image> {
    let rows = u32::try_from(faces.len()).unwrap_or(u32::MAX).div_ceil(across);
    let mut page = PictureApp::new(CELL.0 * across, CELL.1 * rows, Options::default());
    page.pass(2);
    let world = page.app.world_mut();
    world.resource_mut::<UiScale>().0 = 1.0;
    let mut materials = world.resource_mut::<Assets<FaceMaterial>>();
    let handles: Vec<_> =
        faces.iter().map(|face| materials.add(FaceMaterial { face: *face })).collect();
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
                width: px(CELL.0 - 10),
                height: px(CELL.1 - 10),
                margin: UiRect::all(px(5)),
                ..default()
            };
            ui.spawn((node, MaterialNode(handle)));
        }
    });
    page.pass(3);
    page.app.world_mut().resource_mut::<UiScale>().0 = 1.0;
    page.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where pictures are left to be looked at.
    const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/pictures");

    fn keep(name: &str, image: &Image) {
        std::fs::create_dir_all(PICTURES).unwrap();
        let picture = image.clone().try_into_dynamic().unwrap().to_rgba8();
        picture.save(format!("{PICTURES}/{name}.png")).unwrap();
    }

    /// Fails where two of these cells of a page differ in too few pixels by more than a shade.
    fn all_differ(image: &Image, across: u32, cells: &[u32], least: usize) {
        let pixels = image.clone().try_into_dynamic().unwrap().to_rgba8();
        let at = |cell: u32, x: u32, y: u32| {
            pixels.get_pixel(cell % across * CELL.0 + x, cell / across * CELL.1 + y).0
        };
        for (nth, one) in cells.iter().enumerate() {
            for other in &cells[nth + 1..] {
                let differs = |x: u32, y: u32| {
                    at(*one, x, y).iter().zip(at(*other, x, y)).any(|(a, b)| a.abs_diff(b) > 24)
                };
                let places = (5..205).flat_map(|x| (5..245).map(move |y| (x, y)));
                let count = places.filter(|(x, y)| differs(*x, *y)).count();
                assert!(count > least, "faces {one} and {other} differ in {count} pixels only");
            }
        }
    }

    #[test]
    fn moods_and_reactions_can_be_told_apart_at_a_glance() {
        let image = contact_sheet(0).unwrap();
        keep("faces", &image);
        for row in 0..3 {
            let cells: Vec<u32> = (row * 6..row * 6 + 6).collect();
            all_differ(&image, 6, &cells, 600);
        }
        // Without any reaction, and without a meter: calm, annoyed, furious.
        all_differ(&image, 6, &[0, 6, 12], 800);
    }

    #[test]
    fn people_can_be_told_apart() {
        let calm = mood(Gauges::new(1, 6));
        let theme = Theme::default();
        let faces = LOOKS.map(|look| FaceUniform::of(&calm, look, &theme, 0.0));
        let image = page_of(&faces, 7).unwrap();
        keep("people", &image);
        all_differ(&image, 7, &[0, 1, 2, 3, 4, 5, 6], 4000);
    }

    #[test]
    fn places_can_be_told_apart() {
        use crate::scenario::Channel;
        let theme = Theme::default();
        let calm = FaceUniform::of(&mood(Gauges::new(1, 6)), LOOKS[1], &theme, 0.0);
        let channels =
            [Channel::Phone, Channel::Visit, Channel::Counter, Channel::Chat, Channel::Internal];
        let mut faces = channels.map(|channel| calm.met_by(channel, &theme)).to_vec();
        let nobody = FaceUniform::nobody(&theme);
        faces.extend(channels.map(|channel| nobody.met_by(channel, &theme)));
        let image = page_of(&faces, 5).unwrap();
        keep("places", &image);
        all_differ(&image, 5, &[0, 1, 2, 3, 4], 600);
        all_differ(&image, 5, &[5, 6, 7, 8, 9], 600);
    }
}
