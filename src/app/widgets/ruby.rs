//! Readings above words (furigana), where they are wished for.
//!
//! The text stays the text that is heard by readers and that breaks into lines: words with a reading become spans of
//! their own, and once the lines are laid out, the readings are put above them.

use std::ops::Range;

use bevy::prelude::*;
use bevy::text::{LineHeight, TextLayoutInfo, Underline};
use bevy::ui::{UiGlobalTransform, UiSystems};

use crate::app::a11y;
use crate::app::awake::Awake;
use crate::app::theme::fonts::Type;
use crate::app::theme::letters::LettersStand;
use crate::app::theme::typeset::set_together;
use crate::lang::Lang;
use crate::lang::readings::Readings;

/// The height of a line with room for readings, as a multiple of the size of its text.
const LEADING: f32 = 1.8;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Furigana>();
    app.add_systems(PostUpdate, part.before(UiSystems::Prepare).before(a11y::read_texts));
    app.add_systems(PostUpdate, place.after(LettersStand));
}

/// The readings of what is on the page; none where they are not wished for.
#[derive(Resource, Debug, Default, PartialEq, Eq)]
pub(crate) struct Furigana(pub(crate) Readings);

/// A text of a scenario, which may have readings above its words.
#[derive(Component, Debug)]
pub(crate) struct Readable {
    words: String,
    /// The places that are marked.
    marks: Vec<Range<usize>>,
    kind: Type,
    color: Color,
    mark: Color,
}

impl Readable {
    /// A text as it is set otherwise.
    pub(crate) fn new(kind: Type, color: Color, words: &str) -> Self {
        let (words, marks) = (words.to_owned(), Vec::new());
        Self { words, marks, kind, color, mark: Color::NONE }
    }

    /// The same with words that are marked by this colour and a line.
    pub(crate) fn marked(self, marks: Vec<Range<usize>>, mark: Color) -> Self {
        Self { marks, mark, ..self }
    }
}

/// The spans of a text that have a reading, by their number.
#[derive(Component, Debug)]
struct Above(Vec<(usize, String)>);

/// A reading of a text.
#[derive(Component, Debug)]
struct ReadingOf(Entity);

/// Makes words with a reading spans of their own, in a text that has any.
fn part(
    added: Query<(Entity, &Readable), Added<Readable>>,
    furigana: Res<Furigana>,
    mut commands: Commands,
) {
    for (entity, text) in added.iter().filter(|_| !furigana.0.is_empty()) {
        let parts = parts(&furigana.0, &text.words, &text.marks);
        let read = parts.iter().enumerate();
        let above: Vec<(usize, String)> = read
            // The text itself, which is empty then, has the number 0.
            .filter_map(|(at, part)| Some((at + 1, part.reading?.to_owned())))
            .collect();
        if above.is_empty() {
            continue;
        }
        let leading = LineHeight::RelativeToFont(LEADING);
        let (font, _) = text.kind.style();
        let words: Vec<&str> = parts.iter().map(|part| part.words).collect();
        let set = set_together(Lang::Ja, &words);
        let mut place = commands.entity(entity);
        place.despawn_children().insert((Text::default(), leading, Above(above)));
        place.with_children(|ui| {
            for (part, words) in parts.iter().zip(set) {
                let look = (font.clone(), leading, TextColor(text.color));
                let mut span = ui.spawn((TextSpan::new(words), look));
                if part.marked {
                    span.insert((TextBackgroundColor(text.mark), Underline));
                }
            }
        });
    }
}

/// A piece of a text that is set in one way.
#[derive(Debug, PartialEq, Eq)]
struct Part<'t> {
    words: &'t str,
    reading: Option<&'t str>,
    marked: bool,
}

/// A text cut where a reading or a mark begins or ends. A word that a mark cuts has no reading.
fn parts<'t>(readings: &'t Readings, text: &'t str, marks: &[Range<usize>]) -> Vec<Part<'t>> {
    let mut parts = Vec::new();
    let mut at = 0;
    for piece in readings.pieces(text) {
        let (from, until) = (at, at + piece.words.len());
        let edges = marks.iter().flat_map(|mark| [mark.start, mark.end]);
        let mut cuts: Vec<usize> = edges.filter(|edge| (from..until).contains(edge)).collect();
        cuts.extend([from, until]);
        cuts.sort_unstable();
        cuts.dedup();
        for cut in cuts.windows(2) {
            let marked = marks.iter().any(|mark| mark.contains(&cut[0]));
            let reading = piece.reading.filter(|_| cuts.len() == 2);
            parts.push(Part { words: &text[cut[0]..cut[1]], reading, marked });
        }
        at = until;
    }
    parts
}

/// Puts the readings above their words, whenever the lines were laid out anew.
fn place(
    texts: Query<
        (Entity, &Above, &Readable, &TextLayoutInfo, &ComputedNode, &UiGlobalTransform, &ChildOf),
        Changed<TextLayoutInfo>,
    >,
    around: Query<(&ComputedNode, &UiGlobalTransform)>,
    placed: Query<(Entity, &ReadingOf)>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    for (entity, Above(above), text, lines, node, at, parent) in &texts {
        let Ok((holder, holder_at)) = around.get(parent.parent()) else { continue };
        for (old, _) in placed.iter().filter(|(_, of)| of.0 == entity) {
            commands.entity(old).despawn();
        }
        let corner = at.translation - node.size() / 2.0;
        let border = Vec2::new(holder.border().min_inset.x, holder.border().min_inset.y);
        let origin = corner - (holder_at.translation - holder.size() / 2.0) - border;
        for (number, reading) in above {
            let Some(word) = top_of(lines, *number) else { continue };
            let scale = node.inverse_scale_factor();
            let (middle, top) =
                ((origin.x + word.center().x) * scale, (origin.y + word.min.y) * scale);
            commands.entity(parent.parent()).with_child((
                ReadingOf(entity),
                reading_node(middle, top, word.height() * scale),
                Children::spawn_one((
                    a11y::ForTheEye,
                    Text::new(reading.as_str()),
                    small(text.kind),
                    TextColor(text.color),
                    TextLayout { linebreak: LineBreak::NoWrap, ..default() },
                )),
            ));
        }
        awake.stir();
    }
}

/// Wider than any reading, centred on its word, and ending where the word begins.
fn reading_node(middle: f32, top: f32, height: f32) -> impl Bundle {
    let (width, room) = (height * 12.0, height);
    Node {
        position_type: PositionType::Absolute,
        left: px(middle - width / 2.0),
        top: px(top - room),
        width: px(width),
        height: px(room),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::FlexEnd,
        ..default()
    }
}

/// The smallest reading, in rem.
const LEAST: f32 = 0.53;

/// How a reading is set: half as large as its word, and never too small for its strokes.
fn small(kind: Type) -> (TextFont, LineHeight) {
    let (mut font, _) = kind.style();
    if let FontSize::Rem(size) = font.font_size {
        font.font_size = FontSize::Rem((size / 2.0).max(LEAST));
    }
    (font, LineHeight::RelativeToFont(1.0))
}

/// Where the letters of a span stand on the first of its lines.
fn top_of(lines: &TextLayoutInfo, number: usize) -> Option<Rect> {
    let mut letters = lines.glyphs.iter().filter(|glyph| glyph.section_index == number);
    let first = letters.next()?;
    let of = |glyph: &bevy::text::PositionedGlyph| {
        Rect::from_center_size(glyph.position, glyph.atlas_info.rect.size())
    };
    let same = letters.filter(|glyph| glyph.line_index == first.line_index);
    Some(same.fold(of(first), |all, glyph| all.union(of(glyph))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_readings_and_marks() {
        let readings = Readings::new([("小野".into(), "おの".into())]);
        let part = |words, reading, marked| Part { words, reading, marked };
        let at = |text: &str, words: &str| {
            let from = text.find(words).unwrap();
            from..from + words.len()
        };
        let text = "上司は小野です。";
        assert_eq!(
            parts(&readings, text, &[at(text, "小野です")]),
            [
                part("上司は", None, false),
                part("小野", Some("おの"), true),
                part("です", None, true),
                part("。", None, false)
            ]
        );
        assert_eq!(
            parts(&readings, "小野", &[at("小野", "野")]),
            [part("小", None, false), part("野", None, true)]
        );
    }
}
