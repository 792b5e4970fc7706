//! Lines to type in, with whatever input method the system has.

use std::time::Duration;

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::FocusedInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::text::{EditableText, TextCursorStyle, TextEditChange};

use crate::app::a11y;
use crate::app::awake::Awake;
use crate::app::focus::FocusName;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{PAD, ROUND};
use crate::app::widgets::{Pen, Ui, column};

/// More than anyone types into a line.
const LENGTH_MAX: usize = 200;

/// A cursor that does not blink needs no frames.
const STILL: Duration = Duration::from_secs(u32::MAX as u64);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(follow_typing);
}

/// The words in a field as long as it is empty.
#[derive(Component, Debug)]
struct Placeholder(Entity);

/// What is being composed counts as typed here, too.
fn follow_typing(
    change: On<TextEditChange>,
    fields: Query<&EditableText>,
    mut placeholders: Query<(&Placeholder, &mut Visibility)>,
    mut awake: ResMut<Awake>,
) {
    let Ok(text) = fields.get(change.event_target()) else {
        return;
    };
    let empty = text.editor().raw_text().is_empty();
    let wanted = if empty { Visibility::Inherited } else { Visibility::Hidden };
    for (_, mut seen) in placeholders.iter_mut().filter(|(of, _)| of.0 == change.event_target()) {
        seen.set_if_neq(wanted);
    }
    awake.stir();
}

fn outline() -> Node {
    Node {
        padding: UiRect::axes(px(PAD), px(8)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        ..default()
    }
}

/// An empty line to type in what is looked for.
pub(crate) fn search_field(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    words: &str,
    marker: impl Bundle,
) -> Entity {
    let theme = pen.theme;
    let node = Node { width: percent(100), ..outline() };
    let text = EditableText {
        cursor_width: 0.1,
        cursor_blink_period: STILL,
        max_characters: Some(LENGTH_MAX),
        ..default()
    };
    let cursor = TextCursorStyle {
        color: theme.ink(),
        selection_color: theme.cue(),
        unfocused_selection_color: theme.cue(),
        selected_text_color: None,
    };
    let look = (BackgroundColor(theme.raised()), BorderColor::all(theme.ink_soft()));
    let access = (a11y::search_line(), AccessibleLabel::new(words));
    let reach = (TabIndex(0), FocusName(name.to_owned()));
    let ink = TextColor(theme.ink());
    let mut field = Entity::PLACEHOLDER;
    ui.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|ui| {
        field = ui
            .spawn((node, text, Type::Body.style(), ink, cursor, look, access, reach, marker))
            .id();
        let over = Node {
            position_type: PositionType::Absolute,
            left: px(PAD + 1.0),
            top: px(9),
            ..default()
        };
        ui.spawn((over, Placeholder(field), Pickable::IGNORE))
            .with_child((pen.set(Type::Body, theme.ink_soft(), words), Pickable::IGNORE));
    });
    field
}

/// A field for a name, which says what is in it whenever that changes.
pub(crate) fn text_field<M: Message>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    label: &str,
    value: &str,
    say: impl Fn(String) -> M + Send + Sync + 'static,
) {
    let node = Node { width: px(wide(pen)), flex_shrink: 0.0, ..outline() };
    field(ui, pen, node, (name, label, value), say);
}

/// A field for a sentence: as wide as the row it stands in allows. Enter says that it is finished.
pub(crate) fn sentence_field<M: Message, E: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    (name, label, value): (&str, &str, &str),
    say: impl Fn(String) -> M + Send + Sync + 'static,
    entered: E,
) {
    let node = Node { flex_basis: px(wide(pen)), flex_grow: 1.0, min_width: px(0), ..outline() };
    let field = field(ui, pen, node, (name, label, value), say);
    ui.commands_mut().entity(field).observe(
        move |key: On<FocusedInput<KeyboardInput>>,
              fields: Query<&EditableText>,
              mut out: MessageWriter<E>| {
            // Enter that ends what is being composed belongs to the input method.
            let composing = fields.get(key.focused_entity).is_ok_and(EditableText::is_composing);
            let pressed = key.input.state.is_pressed() && !key.input.repeat;
            if pressed && key.input.logical_key == Key::Enter && !composing {
                out.write(entered.clone());
            }
        },
    );
}

/// How wide a name is at most, in the page's units.
fn wide(pen: &Pen) -> f32 {
    420.0 * pen.zoom.min(1.5)
}

fn field<M: Message>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    node: Node,
    (name, label, value): (&str, &str, &str),
    say: impl Fn(String) -> M + Send + Sync + 'static,
) -> Entity {
    let theme = pen.theme;
    let node = Node { max_width: percent(100), overflow: Overflow::clip(), ..node };
    let text = EditableText {
        cursor_blink_period: STILL,
        max_characters: Some(LENGTH_MAX),
        ..EditableText::new(value)
    };
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
    )
    .id()
}
