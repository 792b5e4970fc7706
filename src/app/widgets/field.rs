//! A line to type in, with whatever input method the system has.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::text::{EditableText, TextCursorStyle, TextEditChange};

use crate::app::a11y;
use crate::app::navigation::FocusName;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{PAD, ROUND};
use crate::app::widgets::{Pen, Ui};

/// More than a line holds.
const LENGTH_MAX: usize = 80;

/// A field that says what is in it whenever that changes.
pub(crate) fn text_field<M: Message>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    label: &str,
    value: &str,
    say: impl Fn(String) -> M + Send + Sync + 'static,
) {
    let theme = pen.theme;
    let node = Node {
        width: px(420.0 * pen.zoom.min(1.5)),
        max_width: percent(100),
        padding: UiRect::axes(px(PAD), px(8)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        overflow: Overflow::clip(),
        flex_shrink: 0.0,
        ..default()
    };
    let text = EditableText { max_characters: Some(LENGTH_MAX), ..EditableText::new(value) };
    let cursor = TextCursorStyle {
        color: theme.ink(),
        selection_color: theme.mine(),
        unfocused_selection_color: Color::NONE,
        selected_text_color: None,
    };
    ui.spawn((
        node,
        BackgroundColor(theme.raised()),
        BorderColor::all(theme.ink_soft()),
        (text, Type::Body.style(), TextColor(theme.ink()), cursor),
        (TabIndex(0), FocusName(name.to_owned()), a11y::text_input(label)),
    ))
    .observe(
        move |change: On<TextEditChange>,
              fields: Query<&EditableText>,
              mut out: MessageWriter<M>| {
            if let Ok(field) = fields.get(change.event_target()) {
                out.write(say(field.value().to_string()));
            }
        },
    );
}
