//! Two voices in type: round letters for what people say, straight ones for what the program says.
//!
//! Both faces hold Latin and Japanese, because a text style in Bevy names one family and falls back to none.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::text::{LineHeight, RemSize};
use parley::fontique::Blob;

const FACES: [&[u8]; 4] = [
    include_bytes!("../../../assets/fonts/IBMPlexSansJP-Medium.ttf"),
    include_bytes!("../../../assets/fonts/IBMPlexSansJP-Bold.ttf"),
    include_bytes!("../../../assets/fonts/ZenMaruGothic-Medium.ttf"),
    include_bytes!("../../../assets/fonts/ZenMaruGothic-Bold.ttf"),
];

const SANS: &str = "IBM Plex Sans JP";
const ROUND: &str = "Zen Maru Gothic";

/// The height of a line, as a multiple of the size: Japanese needs air.
const LEADING: f32 = 1.5;

/// What `1 rem` is at 100 %, in units of the design's page.
const REM: f32 = 16.0;

pub(super) fn plugin(app: &mut App) {
    let mut fonts = app.world_mut().resource_mut::<Assets<Font>>();
    let drawn = FACES.map(face);
    let round = [drawn[2].data.id(), drawn[3].data.id()];
    let kept = drawn.map(|face| fonts.add(face));
    // Text that names no family, such as a test's, has one too.
    let default = fonts.insert(AssetId::default(), face(FACES[0]));
    debug_assert!(default.is_ok(), "the default font's place is always there");
    app.insert_resource(Faces { kept, round });
}

/// The bytes stay where they are in the program.
fn face(bytes: &'static [u8]) -> Font {
    Font { data: Blob::new(Arc::new(bytes)), alias: String::new() }
}

/// Keeps the faces loaded; dropping one would lay out every text anew.
#[derive(Resource)]
pub(super) struct Faces {
    #[expect(dead_code, reason = "holding the handles is the purpose")]
    kept: [Handle<Font>; 4],
    /// The numbers by which a laid out text names the round ones.
    round: [u64; 2],
}

impl Faces {
    /// Whether the face of this number is round.
    pub(super) fn is_round(&self, number: u64) -> bool {
        self.round.contains(&number)
    }
}

/// The steps of the type scale. Few, so that pages look of one piece and glyphs are shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    /// The name of the product.
    Display,
    /// The name of a page.
    Title,
    /// The name of a part of a page.
    Heading,
    /// What someone says, now.
    Voice,
    /// What someone said before.
    Said,
    /// What can be said.
    Choice,
    /// Everything else.
    Body,
    /// The same, stressed.
    Strong,
    /// Names above bubbles, labels, keys.
    Small,
    /// Numbers in cards.
    Number,
}

impl Type {
    /// Family, size in rem and weight.
    fn face(self) -> (&'static str, f32, FontWeight) {
        let (medium, bold) = (FontWeight(500), FontWeight::BOLD);
        match self {
            Self::Display => (ROUND, 3.5, bold),
            Self::Title => (ROUND, 1.75, bold),
            Self::Heading => (ROUND, 1.25, bold),
            Self::Voice => (ROUND, 1.375, medium),
            Self::Said => (ROUND, 1.125, medium),
            Self::Choice => (SANS, 1.125, medium),
            Self::Body => (SANS, 1.0625, medium),
            Self::Strong => (SANS, 1.0625, bold),
            Self::Small => (SANS, 0.875, medium),
            Self::Number => (ROUND, 2.75, bold),
        }
    }

    /// The components that set a text in this step.
    pub(crate) fn style(self) -> (TextFont, LineHeight) {
        let (family, size, weight) = self.face();
        let font = FontSource::Family(family.into());
        let font = TextFont { font, font_size: FontSize::Rem(size), weight, ..default() };
        let leading = if matches!(self, Self::Display | Self::Number) { 1.1 } else { LEADING };
        (font, LineHeight::RelativeToFont(leading))
    }
}

/// What sets a text of the room's window, by the height of that window: `size` is in hundredths of it.
pub(crate) fn wall(spoken: bool, bold: bool, size: f32, leading: f32) -> (TextFont, LineHeight) {
    let font = FontSource::Family(if spoken { ROUND } else { SANS }.into());
    let weight = if bold { FontWeight::BOLD } else { FontWeight(500) };
    let font = TextFont { font, font_size: FontSize::Vh(size), weight, ..default() };
    (font, LineHeight::RelativeToFont(leading))
}

/// The root size that makes text this many percent of its design size.
pub(crate) fn rem(percent: u16) -> RemSize {
    RemSize(REM * f32::from(percent) / 100.0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use parley::fontique::{Collection, CollectionOptions};

    use super::*;
    use crate::app::theme::letters;
    use crate::handbook;
    use crate::lang::{Lang, words};
    use crate::store::SHIPPED;

    #[test]
    fn every_face_has_every_sign() {
        // The words of the commands and of the drawn graphs are shown by other programs, in their own faces.
        let shown = |name: &str| !["command.ftl", "graph.ftl"].contains(&name);
        let files = Lang::ALL.into_iter().flat_map(words::files);
        let words = files.filter(|(name, _)| shown(name)).map(|(_, text)| *text);
        let mut signs: BTreeSet<char> = "▲▼●◆★・−＋–“”‘’…—0123456789%".chars().collect();
        let handbook = Lang::ALL.into_iter().map(handbook::file);
        let scenarios = SHIPPED.iter().map(|(_, text)| *text);
        signs.extend(words.chain(scenarios).chain(handbook).flat_map(str::chars));
        signs.retain(|sign| !sign.is_control());
        assert!(signs.len() > 500);
        let mut collection =
            Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for bytes in FACES {
            let registered = collection.register_fonts(Blob::new(Arc::new(bytes)), None);
            let charmap = registered[0].1[0].charmap_index().charmap(bytes).expect("a font");
            let missing: String = signs
                .iter()
                .filter(|sign| charmap.map(**sign).is_none_or(|glyph| glyph == 0))
                .collect();
            assert_eq!(missing, "", "{:?} lacks these", registered[0].1[0]);
            let dots = charmap.map('…').filter(|glyph| *glyph == letters::DOTS);
            assert_eq!(dots.is_some(), FACES[2..].contains(&bytes), "the round face's dots");
        }
    }
}
