//! Things to press: they say what they do in a message, and look the same everywhere.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::Pressed;
use bevy::ui_widgets::{Activate, Button};

use crate::app::AppSystems;
use crate::app::a11y::OneOf;
use crate::app::awake::Awake;
use crate::app::focus::FocusName;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, PAD, ROUND};
use crate::app::widgets::{Pen, Ui, column, filling, row};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, paint.in_set(AppSystems::Show));
}

/// The message that pressing this writes.
#[derive(Component, Debug, Clone)]
pub(crate) struct Does<M: Message + Clone>(pub(crate) M);

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Press {
    /// The one thing to do next.
    Primary,
    /// One of several things to do.
    Plain,
    /// Something at the edge of the page.
    Quiet,
    /// The same where text is so large that little room is left for it.
    Small,
}

/// The colours of a button at rest, under the pointer and pressed.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct ButtonColors(pub(super) [Color; 3]);

/// Answers a press by writing the button's message.
pub(super) fn answer<M: Message + Clone>(
    press: On<Activate>,
    buttons: Query<&Does<M>>,
    mut out: MessageWriter<M>,
) {
    if let Ok(Does(message)) = buttons.get(press.entity) {
        out.write(message.clone());
    }
}

/// What makes a node a button: focus, pointer, message, name and the word a reader hears.
pub(super) fn pressable<M: Message + Clone>(
    name: &str,
    label: &str,
    message: M,
) -> impl Bundle + use<M> {
    (
        Button,
        Hovered::default(),
        TabIndex(0),
        AccessibleLabel::new(label),
        FocusName(name.to_owned()),
        Does(message),
    )
}

/// A button with a word on it.
pub(crate) fn button<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    press: Press,
    name: &str,
    label: &str,
    message: M,
) -> Entity {
    let theme = pen.theme;
    let (rest, ink, edge) = match press {
        Press::Primary => (theme.primary(), theme.on_primary(), theme.primary()),
        Press::Plain => (theme.raised(), theme.ink(), theme.line()),
        Press::Quiet | Press::Small => (Color::NONE, theme.ink(), Color::NONE),
    };
    let colors = match press {
        Press::Primary => {
            ButtonColors([rest, rest.mix(&theme.ink(), 0.15), rest.mix(&theme.ink(), 0.3)])
        }
        Press::Plain | Press::Quiet | Press::Small => {
            ButtonColors([rest, theme.hovered(), theme.pressed()])
        }
    };
    let node = Node {
        padding: UiRect::axes(px(PAD + 4.0), px(9)),
        border: UiRect::all(px(if press == Press::Primary { 0.0 } else { 1.0 })),
        border_radius: BorderRadius::all(px(ROUND)),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let kind = match press {
        Press::Primary | Press::Plain => Type::Strong,
        Press::Quiet => Type::Body,
        Press::Small => Type::Small,
    };
    ui.spawn((
        node,
        BackgroundColor(rest),
        BorderColor::all(edge),
        colors,
        pressable(name, label, message),
    ))
    .observe(answer::<M>)
    .with_child(pen.set(kind, ink, label))
    .id()
}

/// Something of any form that can be pressed; under the pointer its ground changes.
pub(crate) fn press_area<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    (node, ground): (Node, Color),
    name: &str,
    label: &str,
    message: M,
    extra: impl Bundle,
    content: impl FnOnce(&mut Ui<'_>),
) -> Entity {
    let colors = ButtonColors([ground, pen.theme.hovered(), pen.theme.pressed()]);
    let look = (node, BackgroundColor(ground), colors, pressable(name, label, message));
    ui.spawn(look).insert(extra).observe(answer::<M>).with_children(content).id()
}

/// One of a few values side by side; the chosen one is filled and marked, so that colour is not the only sign.
pub(crate) fn segment<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    label: &str,
    chosen: bool,
    message: M,
) {
    let theme = pen.theme;
    let (rest, ink) =
        if chosen { (theme.primary(), theme.on_primary()) } else { (theme.raised(), theme.ink()) };
    let colors = if chosen {
        ButtonColors([rest; 3])
    } else {
        ButtonColors([rest, theme.hovered(), theme.pressed()])
    };
    let node = Node {
        padding: UiRect::axes(px(PAD + 2.0), px(8)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        column_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    let shown = if chosen { format!("● {label}") } else { label.to_owned() };
    ui.spawn((
        node,
        BackgroundColor(rest),
        BorderColor::all(theme.line()),
        colors,
        pressable(name, label, message),
        OneOf(chosen),
    ))
    .observe(answer::<M>)
    .with_child(pen.set(Type::Strong, ink, &shown));
}

/// A choice: its key, and the words the trainee would say.
pub(crate) fn choice_button<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    key: &str,
    words: &str,
    message: M,
) {
    let theme = pen.theme;
    let node = Node {
        padding: UiRect::axes(px(PAD), px(10)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        align_items: AlignItems::FlexStart,
        flex_shrink: 0.0,
        ..row(GAP)
    };
    let colors = ButtonColors([theme.raised(), theme.hovered(), theme.pressed()]);
    let label = format!("{key}. {words}");
    ui.spawn((node, BackgroundColor(theme.raised()), BorderColor::all(theme.line()), colors))
        .insert(pressable(&format!("choice-{key}"), &label, message))
        .observe(answer::<M>)
        .with_children(|ui| {
            key_cap(ui, pen, key);
            ui.spawn(filling(column(0.0))).with_child(pen.readable(
                Type::Choice,
                theme.ink(),
                words,
            ));
        });
}

/// One of a few short answers side by side: its key, and a word.
pub(crate) fn keyed_button<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    key: &str,
    word: &str,
    message: M,
) {
    let theme = pen.theme;
    let node = Node {
        padding: UiRect::axes(px(10), px(6)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        flex_shrink: 0.0,
        ..row(10.0)
    };
    let colors = ButtonColors([theme.raised(), theme.hovered(), theme.pressed()]);
    let label = format!("{word} ({key})");
    ui.spawn((node, BackgroundColor(theme.raised()), BorderColor::all(theme.line()), colors))
        .insert(pressable(name, &label, message))
        .observe(answer::<M>)
        .with_children(|ui| {
            key_cap(ui, pen, key);
            ui.spawn(pen.set(Type::Body, theme.ink(), word));
        });
}

/// A choice that cannot be said yet: its words, and why. It cannot be pressed, and it says so in words.
pub(crate) fn locked_choice(ui: &mut Ui<'_>, pen: &Pen, number: usize, words: &str, why: &str) {
    let theme = pen.theme;
    let node = Node {
        padding: UiRect::axes(px(PAD), px(10)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        align_items: AlignItems::FlexStart,
        flex_shrink: 0.0,
        ..row(GAP)
    };
    ui.spawn((node, BorderColor::all(theme.line()))).with_children(|ui| {
        key_cap(ui, pen, &number.to_string());
        ui.spawn(filling(column(2.0))).with_children(|ui| {
            ui.spawn(pen.readable(Type::Choice, theme.ink_soft(), words));
            let why = pen.sentence("talk-locked", &[("why", why.into())]);
            ui.spawn(pen.set(Type::Small, theme.anger(), &why));
        });
    });
}

/// Something that can be picked with others: a box, ticked or not, and the words.
pub(crate) fn tick_button<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    words: &str,
    ticked: bool,
    message: M,
) -> Entity {
    let theme = pen.theme;
    let node = Node {
        padding: UiRect::axes(px(PAD), px(8)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        align_items: AlignItems::FlexStart,
        flex_shrink: 0.0,
        ..row(GAP)
    };
    let rest = if ticked { theme.mine() } else { theme.raised() };
    let colors = ButtonColors([rest, theme.hovered(), theme.pressed()]);
    let spoken = pen.word(if ticked { "tick-on" } else { "tick-off" });
    let label = format!("{words} ({spoken})");
    ui.spawn((node, BackgroundColor(rest), BorderColor::all(theme.line()), colors))
        .insert(pressable(name, &label, message))
        .observe(answer::<M>)
        .with_children(|ui| {
            tick_box(ui, pen, ticked);
            ui.spawn(filling(column(0.0))).with_child(pen.readable(
                Type::Choice,
                theme.ink(),
                words,
            ));
        })
        .id()
}

/// A key of the keyboard, as it is printed.
fn key_cap(ui: &mut Ui<'_>, pen: &Pen, key: &str) {
    let sign = pen.set(Type::Strong, pen.theme.primary(), key);
    ui.spawn((cap(pen), BackgroundColor(pen.theme.mine()))).with_child(sign);
}

/// A box to tick: an edge, so that an empty one is seen, too.
fn tick_box(ui: &mut Ui<'_>, pen: &Pen, ticked: bool) {
    let node = Node { border: UiRect::all(px(1)), ..cap(pen) };
    let sign = pen.set(Type::Strong, pen.theme.primary(), if ticked { "●" } else { " " });
    ui.spawn((node, BorderColor::all(pen.theme.ink_soft()))).with_child(sign);
}

fn cap(pen: &Pen) -> Node {
    Node {
        min_width: px(28.0 * pen.zoom),
        padding: UiRect::axes(px(6), px(0)),
        margin: UiRect::top(px(2)),
        justify_content: JustifyContent::Center,
        border_radius: BorderRadius::all(px(8)),
        flex_shrink: 0.0,
        ..default()
    }
}

/// A quiet button that names its key, such as "Rule card (R)".
pub(crate) fn close_key<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    word: &str,
    key: &str,
    message: M,
) -> Entity {
    let label = format!("{} ({key})", pen.word(word));
    button(ui, pen, Press::Quiet, name, &label, message)
}

/// The way back from a page, or out of what lies over one. It stands at the head, and comes last by Tab: whoever came
/// here came for the page.
pub(crate) fn way_back<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    word: &str,
    message: M,
) {
    let way = close_key(ui, pen, name, word, "Esc", message);
    ui.commands_mut().entity(way).insert(TabIndex(1));
}

/// Buttons follow the pointer.
fn paint(
    mut buttons: Query<(&Hovered, Has<Pressed>, &ButtonColors, &mut BackgroundColor)>,
    mut awake: ResMut<Awake>,
) {
    for (hovered, pressed, ButtonColors([rest, over, down]), mut ground) in &mut buttons {
        let wanted = if pressed {
            *down
        } else if hovered.get() {
            *over
        } else {
            *rest
        };
        if ground.0 != wanted {
            ground.0 = wanted;
            awake.stir();
        }
    }
}
