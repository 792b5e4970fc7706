//! What the wall is painted with: its colours, its language, and its measures in hundredths of its height.

use bevy::prelude::*;

use crate::app::screens::room::fit::{LEADING, SMALLEST};
use crate::app::theme::Theme;
use crate::app::theme::fonts::wall;
use crate::app::theme::typeset::typeset;
use crate::app::widgets::Ui;
use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};

/// Beside everything, in hundredths of the wall's height.
pub(super) const SIDE: f32 = 6.0;
/// Above and below everything.
pub(super) const EDGE: f32 = 4.5;
/// The height of the foot, where there is one: a sentence, and a small ring.
pub(super) const FOOT: f32 = 9.5;
/// The same where there is room for a ring of its full size.
pub(super) const FOOT_WITH_RING: f32 = 13.0;
/// The width of an option's letter and what is beside it, as a multiple of the smallest letters.
pub(super) const LETTER: f32 = 1.7;
/// The height of the head line.
pub(super) const HEAD: f32 = 8.0;

/// What the wall is painted with. All measures are in hundredths of its height.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brush {
    pub(super) theme: Theme,
    pub(super) lang: Lang,
    /// The size of letters, 1.0 as designed.
    pub(super) zoom: f32,
    /// The width of the wall.
    pub(super) width: f32,
    /// One of the wall's own points. What decides how wide a text is, is a whole number of them: a text is measured in
    /// fractions and set in whole ones, and would be a line longer than its place.
    pub(super) point: f32,
}

impl Brush {
    pub(super) fn word(&self, key: &str) -> String {
        say(self.lang, key)
    }

    pub(super) fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        say_with(self.lang, key, args)
    }

    /// The smallest letters.
    pub(super) fn least(&self) -> f32 {
        SMALLEST * self.zoom
    }

    /// The nearest whole number of points.
    pub(super) fn whole(&self, measure: f32) -> f32 {
        (measure / self.point).round() * self.point
    }

    /// What is left for words between the sides.
    pub(super) fn inner(&self) -> f32 {
        self.width - 2.0 * self.whole(SIDE)
    }

    /// The same where something else takes so much of the width.
    pub(super) fn slimmer(&self, taken: f32) -> Self {
        Self { width: self.width - taken, ..*self }
    }

    /// The width of an option's letter and what is beside it.
    pub(super) fn letter(&self) -> f32 {
        self.whole(self.least() * LETTER)
    }

    pub(super) fn row(&self, gap: f32) -> Node {
        row(self.whole(gap))
    }

    pub(super) fn text(
        &self,
        ui: &mut Ui<'_>,
        spoken: bool,
        bold: bool,
        size: f32,
        color: Color,
        words: &str,
    ) {
        let layout = TextLayout { linebreak: LineBreak::WordOrCharacter, ..default() };
        let set = Text::new(typeset(self.lang, words));
        ui.spawn((set, wall(spoken, bold, size, LEADING), TextColor(color), layout));
    }

    /// A few signs that are never broken, however narrow their place is.
    pub(super) fn number(&self, ui: &mut Ui<'_>, size: f32, color: Color, signs: &str) {
        let layout = TextLayout { linebreak: LineBreak::NoWrap, ..default() };
        ui.spawn((Text::new(signs), wall(false, false, size, LEADING), TextColor(color), layout));
    }

    /// The same, stressed.
    pub(super) fn bold_number(&self, ui: &mut Ui<'_>, size: f32, signs: &str) {
        let layout = TextLayout { linebreak: LineBreak::NoWrap, ..default() };
        let ink = TextColor(self.theme.ink());
        ui.spawn((Text::new(signs), wall(false, true, size, LEADING), ink, layout));
    }

    /// An option's letter as it is held up, beside a text of this size.
    pub(super) fn lettering(&self, ui: &mut Ui<'_>, size: f32, letter: char) {
        let place = Node { width: vh(self.letter()), flex_shrink: 0.0, ..default() };
        let badge = Node {
            width: vh(self.whole(size * 1.04)),
            height: vh(size * 1.12),
            margin: UiRect::top(vh(size * (LEADING - 1.12) / 2.0)),
            border_radius: BorderRadius::all(vh(size * 0.24)),
            justify_content: JustifyContent::Center,
            align_items: AlignItems::Center,
            ..default()
        };
        ui.spawn(place).with_children(|ui| {
            ui.spawn((badge, BackgroundColor(self.theme.primary()))).with_child((
                Text::new(letter.to_string()),
                wall(false, true, size, 1.0),
                TextColor(self.theme.on_primary()),
            ));
        });
    }

    /// What people say.
    pub(super) fn voice(&self, ui: &mut Ui<'_>, size: f32, words: &str) {
        self.text(ui, true, false, size, self.theme.ink(), words);
    }

    /// What the program says.
    pub(super) fn plain(&self, ui: &mut Ui<'_>, size: f32, words: &str) {
        self.text(ui, false, false, size, self.theme.ink(), words);
    }

    pub(super) fn soft(&self, ui: &mut Ui<'_>, size: f32, words: &str) {
        self.text(ui, false, false, size, self.theme.ink_soft(), words);
    }
}

pub(super) fn column(gap: f32) -> Node {
    Node { flex_direction: FlexDirection::Column, row_gap: vh(gap), ..default() }
}

pub(super) fn row(gap: f32) -> Node {
    Node { flex_direction: FlexDirection::Row, column_gap: vh(gap), ..default() }
}

pub(super) fn filling(node: Node) -> Node {
    Node { flex_grow: 1.0, flex_basis: px(0), min_width: px(0), ..node }
}

/// The line at the head of a page.
pub(super) fn head(ui: &mut Ui<'_>, brush: &Brush, words: &str) {
    let node = Node { height: vh(HEAD), flex_shrink: 0.0, ..column(0.0) };
    ui.spawn(node).with_children(|ui| {
        brush.text(ui, false, true, brush.least().min(5.2), brush.theme.primary(), words);
    });
}

/// A mark, and a text that keeps clear of it.
pub(super) fn item(ui: &mut Ui<'_>, brush: &Brush, size: f32, words: &str) {
    let dot = Node {
        width: vh(brush.whole(1.0)),
        height: vh(1.0),
        margin: UiRect::top(vh(size * LEADING / 2.0 - 0.5)),
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    ui.spawn(brush.row(2.0)).with_children(|ui| {
        ui.spawn((dot, BackgroundColor(brush.theme.primary())));
        ui.spawn(filling(column(0.0))).with_children(|ui| brush.plain(ui, size, words));
    });
}
