//! What is said: a bubble on the speaker's side, with the name above.

use bevy::prelude::*;
use bevy::text::Underline;

use crate::app::theme::fonts::Type;
use crate::app::theme::measure::ROUND;
use crate::app::theme::typeset::typeset;
use crate::app::widgets::{Pen, Ui, column};

/// Whose side of the talk a bubble is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Who speaks to the trainee: on the left.
    Theirs,
    /// The trainee: on the right.
    Mine,
}

/// A bubble with what was said.
pub(crate) fn bubble(ui: &mut Ui<'_>, pen: &Pen, side: Side, name: &str, kind: Type, words: &str) {
    frame(ui, pen, side, name, |ui| {
        ui.spawn(pen.set(kind, pen.theme.ink(), words));
    });
}

/// A bubble in which some of the words are marked, by colour and by a line below them.
pub(crate) fn marked_bubble(
    ui: &mut Ui<'_>,
    pen: &Pen,
    side: Side,
    name: &str,
    kind: Type,
    words: &str,
    marks: &[&str],
) {
    frame(ui, pen, side, name, |ui| {
        ui.spawn(pen.set(kind, pen.theme.ink(), "")).with_children(|ui| {
            for (piece, marked) in pieces(words, marks) {
                let color = TextColor(pen.theme.ink());
                let mut span =
                    ui.spawn((TextSpan::new(typeset(pen.lang, piece)), kind.style(), color));
                if marked {
                    span.insert((TextBackgroundColor(pen.theme.cue()), Underline));
                }
            }
        });
    });
}

/// The words cut into pieces, each with whether it is marked. Marks that are not found are left out.
fn pieces<'w>(words: &'w str, marks: &[&str]) -> Vec<(&'w str, bool)> {
    let mut places: Vec<(usize, usize)> =
        marks.iter().filter_map(|mark| words.find(mark).map(|at| (at, at + mark.len()))).collect();
    places.sort_unstable();
    let mut cut = Vec::new();
    let mut from = 0;
    for (start, end) in places {
        if start >= from {
            cut.push((&words[from..start], false));
            cut.push((&words[start..end], true));
            from = end;
        }
    }
    cut.push((&words[from..], false));
    cut.retain(|(piece, _)| !piece.is_empty());
    cut
}

fn frame(ui: &mut Ui<'_>, pen: &Pen, side: Side, name: &str, words: impl FnOnce(&mut Ui<'_>)) {
    let (align, ground, edge, corner) = match side {
        Side::Theirs => (
            AlignItems::FlexStart,
            pen.theme.raised(),
            pen.theme.line(),
            BorderRadius { top_left: px(3), ..BorderRadius::all(px(ROUND + 4.0)) },
        ),
        Side::Mine => (
            AlignItems::FlexEnd,
            pen.theme.mine(),
            pen.theme.mine(),
            BorderRadius { top_right: px(3), ..BorderRadius::all(px(ROUND + 4.0)) },
        ),
    };
    ui.spawn(Node { align_items: align, flex_shrink: 0.0, ..column(3.0) }).with_children(|ui| {
        if !name.is_empty() {
            pen.soft(ui, Type::Small, name);
        }
        let node = Node {
            max_width: percent(92),
            padding: UiRect::axes(px(18), px(10)),
            border: UiRect::all(px(1)),
            border_radius: corner,
            ..column(0.0)
        };
        ui.spawn((node, BackgroundColor(ground), BorderColor::all(edge))).with_children(words);
    });
}

/// What a film would show: between two hairlines, in the quiet voice.
pub(crate) fn narration(ui: &mut Ui<'_>, pen: &Pen, words: &str) {
    let node = Node {
        padding: UiRect { left: px(14), ..UiRect::axes(px(14), px(4)) },
        border: UiRect::left(px(3)),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    ui.spawn((node, BorderColor::all(pen.theme.line())))
        .with_children(|ui| pen.soft(ui, Type::Body, words));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_around_their_marks() {
        assert_eq!(pieces("abcdef", &["cd"]), [("ab", false), ("cd", true), ("ef", false)]);
        assert_eq!(pieces("abcdef", &["ef", "ab"]), [("ab", true), ("cd", false), ("ef", true)]);
        assert_eq!(pieces("abc", &["x"]), [("abc", false)]);
        assert_eq!(pieces("abc", &["abc", "bc"]), [("abc", true)]);
    }
}
