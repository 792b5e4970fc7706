//! The few things that every screen is made of, as functions that read like a sentence.

mod bubble;
mod button;
mod field;
mod link;
mod mark;
mod meter;
mod ruby;
mod scroll;

use bevy::prelude::*;

use crate::app::a11y::Headed;
use crate::app::theme::measure::{COLUMN, FAR, NEAR, PAD, ROUND};
use crate::app::theme::typeset::typeset;
use crate::app::theme::{Theme, fonts::Type};
use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};

pub(crate) use bubble::{
    Manner, Side, bubble, bubble_in, marked_bubble, marked_narration, narration,
};
pub(crate) use button::{
    Press, button, choice_button, close_key, keyed_button, locked_choice, press_area, segment,
    tick_button, way_back,
};
pub(crate) use field::{search_field, sentence_field, text_field};
pub(crate) use link::{Link, link, link_tag, list_entry};
pub(crate) use mark::channel_tag;
pub(crate) use meter::{gauge, own_gauge, score_bar, share_bar, thin_bar};
pub(crate) use ruby::{Furigana, Readable};
pub(crate) use scroll::{SCROLL_EDGE, scroll_box, scroll_column, scroll_list, scroll_plane};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((button::plugin, field::plugin, ruby::plugin, scroll::plugin));
}

/// Where children are added.
pub(crate) type Ui<'w> = ChildSpawnerCommands<'w>;

/// What everything is drawn with: the colours and the language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pen {
    pub(crate) theme: Theme,
    pub(crate) lang: Lang,
    /// The size of text, 1.0 as designed.
    pub(crate) zoom: f32,
}

impl Pen {
    /// A word of the interface.
    pub(crate) fn word(&self, key: &str) -> String {
        say(self.lang, key)
    }

    /// A sentence of the interface, its holes filled.
    pub(crate) fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        say_with(self.lang, key, args)
    }

    /// The bundle of a text, set for this language.
    pub(crate) fn set(&self, kind: Type, color: Color, words: &str) -> impl Bundle + use<> {
        let layout = TextLayout { linebreak: LineBreak::WordOrCharacter, ..default() };
        (Text::new(typeset(self.lang, words)), kind.style(), TextColor(color), layout)
    }

    /// A text in ink. The name of a page or of a part of one is found as such by readers, too.
    pub(crate) fn text(&self, ui: &mut Ui<'_>, kind: Type, words: &str) {
        let mut text = ui.spawn(self.set(kind, self.theme.ink(), words));
        match kind {
            Type::Display | Type::Title => {
                text.insert(Headed(1));
            }
            Type::Heading => {
                text.insert(Headed(2));
            }
            _ => {}
        }
    }

    /// A text of a scenario, whose words may have readings above them.
    pub(crate) fn readable(&self, kind: Type, color: Color, words: &str) -> impl Bundle + use<> {
        (self.set(kind, color, words), Readable::new(kind, color, words))
    }

    /// A text of a scenario on the page: in a box of its own, so that a reading above it is no part of anything else.
    pub(crate) fn told(&self, ui: &mut Ui<'_>, kind: Type, color: Color, words: &str) {
        ui.spawn(column(0.0)).with_child(self.readable(kind, color, words));
    }

    /// A text of second rank.
    pub(crate) fn soft(&self, ui: &mut Ui<'_>, kind: Type, words: &str) {
        ui.spawn(self.set(kind, self.theme.ink_soft(), words));
    }
}

/// A column of things, `gap` apart.
pub(crate) fn column(gap: f32) -> Node {
    Node { flex_direction: FlexDirection::Column, row_gap: px(gap), ..default() }
}

/// A row of things, `gap` apart, centred on each other.
pub(crate) fn row(gap: f32) -> Node {
    Node {
        flex_direction: FlexDirection::Row,
        column_gap: px(gap),
        align_items: AlignItems::Center,
        ..default()
    }
}

/// A row whose things go to the next line when there is no room.
pub(crate) fn wrapping_row(gap: f32) -> Node {
    Node { flex_wrap: FlexWrap::Wrap, row_gap: px(gap), ..row(gap) }
}

/// A thing in a row that takes what room is left, and lets its text wrap.
pub(crate) fn filling(node: Node) -> Node {
    Node { flex_grow: 1.0, flex_basis: px(0), min_width: px(0), ..node }
}

/// The column of a page that is read: no wider than is pleasant, in the middle.
pub(crate) fn reading_column(
    ui: &mut Ui<'_>,
    pen: &Pen,
    gap: f32,
    content: impl FnOnce(&mut Ui<'_>),
) {
    let place = Node {
        justify_content: JustifyContent::Center,
        align_items: AlignItems::FlexStart,
        flex_shrink: 0.0,
        ..row(0.0)
    };
    // The width is a basis, not a maximum: heights are measured at the width that is really had.
    let width = px(COLUMN * pen.zoom.min(1.25));
    let column = Node { flex_basis: width, min_width: px(0), ..column(gap) };
    ui.spawn(place).with_children(|ui| {
        ui.spawn(column).with_children(content);
    });
}

/// A card that holds a part of a page.
pub(crate) fn card(pen: &Pen) -> impl Bundle + use<> {
    (
        Node {
            padding: UiRect::all(px(PAD + 4.0)),
            border: UiRect::all(px(1)),
            border_radius: BorderRadius::all(px(ROUND)),
            ..column(NEAR)
        },
        BackgroundColor(pen.theme.panel()),
        BorderColor::all(pen.theme.line()),
    )
}

/// A small label in a rounded frame.
pub(crate) fn tag(ui: &mut Ui<'_>, pen: &Pen, color: Color, words: &str) {
    ui.spawn((
        Node {
            padding: UiRect::axes(px(10), px(2)),
            border: UiRect::all(px(1)),
            border_radius: BorderRadius::MAX,
            flex_shrink: 0.0,
            ..default()
        },
        BorderColor::all(color),
    ))
    .with_child(pen.set(Type::Small, color, words));
}

/// The heading of a part of a page.
pub(crate) fn heading(ui: &mut Ui<'_>, pen: &Pen, key: &str) {
    pen.text(ui, Type::Heading, &pen.word(key));
}

/// An item of a list: a mark, and a text that keeps clear of it.
pub(crate) fn item(ui: &mut Ui<'_>, pen: &Pen, words: &str) {
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(NEAR) }).with_children(|ui| {
        let side = px(6.0 * pen.zoom);
        let dot = Node {
            width: side,
            height: side,
            margin: UiRect::top(px(10.0 * pen.zoom)),
            border_radius: BorderRadius::MAX,
            flex_shrink: 0.0,
            ..default()
        };
        ui.spawn((dot, BackgroundColor(pen.theme.primary())));
        let ink = pen.theme.ink();
        ui.spawn(filling(column(0.0))).with_child(pen.readable(Type::Body, ink, words));
    });
}

/// Room between groups.
pub(crate) fn space(ui: &mut Ui<'_>) {
    ui.spawn(Node { height: px(FAR), flex_shrink: 0.0, ..default() });
}

/// The picture of an area that is drawn by a material.
pub(crate) fn drawn<M: UiMaterial>(material: Handle<M>, width: Val, height: Val) -> impl Bundle {
    (Node { width, height, flex_shrink: 0.0, ..default() }, MaterialNode(material))
}
