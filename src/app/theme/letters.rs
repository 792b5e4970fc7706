//! Puts every letter on whole pixels, and the round face's three dots where Japanese has them.
//!
//! Each letter is drawn once for its size and then copied; between two pixels the copy would be blurred, and a line
//! whose stops have a width of their own would change its weight from word to word.

use bevy::prelude::*;
use bevy::text::{ComputedTextBlock, PositionedGlyph, TextLayoutInfo};
use bevy::ui::UiSystems;
use bevy::ui::widget::TextUiReader;
use parley::PositionedLayoutItem;

use crate::app::theme::fonts::Faces;

/// The number of `…` in both weights of the round face.
pub(super) const DOTS: u32 = 7405;

/// How much higher than on the line the round face's dots stand beside kana and kanji, as a share of the size of the
/// text: as high as its own two dots.
const RAISE: f32 = 0.32;

pub(super) fn plugin(app: &mut App) {
    app.configure_sets(PostUpdate, LettersStand.after(UiSystems::PostLayout));
    app.add_systems(PostUpdate, stand.in_set(LettersStand));
}

/// Letters stand where they will be drawn.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct LettersStand;

/// What was laid out anew is put right once; nobody is told, so that nothing is laid out again for it.
fn stand(
    mut texts: Query<(Entity, &ComputedTextBlock, &mut TextLayoutInfo), Changed<TextLayoutInfo>>,
    mut words: TextUiReader,
    faces: Res<Faces>,
) {
    for (text, block, mut lines) in &mut texts {
        let letters = &mut lines.bypass_change_detection().glyphs;
        // Few texts have dots, and all of a page may be laid out at once.
        if words.iter(text).any(|(_, _, words, ..)| words.contains('…')) {
            for (letter, raise) in letters.iter_mut().zip(raises(block, &faces)) {
                letter.position.y -= raise;
            }
        }
        letters.iter_mut().for_each(on_whole_pixels);
    }
}

/// By how many pixels each letter of a text is to be raised.
fn raises<'t>(block: &'t ComputedTextBlock, faces: &'t Faces) -> impl Iterator<Item = f32> + 't {
    let items = block.buffer().lines().flat_map(|line| line.items());
    items.flat_map(move |item| {
        let PositionedLayoutItem::GlyphRun(run) = item else { return Vec::new() };
        let (round, size) = (faces.is_round(run.run().font().data.id()), run.run().font_size());
        let raise =
            |letter: parley::Glyph| if round && letter.id == DOTS { size * RAISE } else { 0.0 };
        run.positioned_glyphs().map(raise).collect()
    })
}

/// The corner of a letter's picture goes to the nearest pixel.
fn on_whole_pixels(letter: &mut PositionedGlyph) {
    let half = letter.atlas_info.rect.size() / 2.0;
    letter.position = (letter.position - half).round() + half;
}
