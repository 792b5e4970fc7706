//! The handbook over the screen: a line to search in and the pages at the left, the page that is read at the right.

mod list;
mod page;
mod table;

use bevy::a11y::AccessibilityNode;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use bevy::text::{EditableText, TextEdit, TextEditChange};

use crate::app::AppSystems;
use crate::app::focus::{FocusName, LostFocus, restore_focus};
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::pen;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, PAGE};
use crate::app::widgets::{
    Pen, Ui, column, filling, row, scroll_column, scroll_list, search_field, way_back,
};
use crate::handbook::{Guide, Subject, search};
use list::fill_list;
use page::fill_page;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Reading>().add_message::<Read>();
    app.add_observer(look_for);
    app.add_systems(Update, by_key.in_set(AppSystems::ReadInput));
    app.add_systems(Update, turn_to.in_set(AppSystems::Step));
    app.add_systems(Update, show_reading.in_set(AppSystems::Show).before(restore_focus));
}

/// Asks for a page, and for the handbook if it is not open.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct Read(pub(super) Subject);

/// The page that is open, and what is looked for.
#[derive(Resource, Debug)]
pub(super) struct Reading {
    subject: Subject,
    term: String,
}

impl Default for Reading {
    fn default() -> Self {
        Self { subject: Subject::Guide(Guide::Course), term: String::new() }
    }
}

/// The line that is searched by.
#[derive(Component)]
struct SearchLine;

/// What shows the pages that a term finds.
#[derive(Component)]
struct PageList(String);

/// What shows a page.
#[derive(Component)]
struct OpenPage(Subject);

/// The width of the list at 100 %, and the widest it becomes. What is left for words is whole in small windows, too:
/// a text is measured in fractions of a pixel and set in whole ones.
const LIST: (f32, f32) = (320.0, 442.0);

/// The whole handbook; gives what has the keyboard first.
pub(super) fn lay_out(ui: &mut Ui<'_>, pen: &Pen, reading: &Reading) -> Entity {
    let sheet = Node {
        width: percent(100),
        height: percent(100),
        padding: UiRect::all(px(PAGE)),
        ..column(GAP)
    };
    let mut line = Entity::PLACEHOLDER;
    ui.spawn((sheet, BackgroundColor(pen.theme.paper()))).with_children(|ui| {
        ui.spawn(Node {
            justify_content: JustifyContent::SpaceBetween,
            flex_shrink: 0.0,
            ..row(GAP)
        })
        .with_children(|ui| {
            pen.text(ui, Type::Title, &pen.word("handbook-title"));
            way_back(ui, pen, "close-handbook", "talk-close", Lay(Overlay::None));
        });
        let beside = Node {
            min_height: px(0),
            column_gap: px(FAR),
            flex_direction: FlexDirection::Row,
            ..default()
        };
        ui.spawn(filling(beside)).with_children(|ui| {
            let width = px((LIST.0 * pen.zoom).min(LIST.1));
            let left = Node { width, flex_shrink: 0.0, min_height: px(0), ..column(GAP) };
            ui.spawn(left).with_children(|ui| {
                line = search_field(ui, pen, "search", &pen.word("handbook-search"), SearchLine);
                scroll_list(ui, pen, 0.0, (), |ui| {
                    ui.spawn((PageList(reading.term.clone()), column(2.0))).with_children(|ui| {
                        fill_list(ui, pen, reading);
                    });
                });
            });
            scroll_column(ui, pen, 0.0, (), |ui| {
                ui.spawn((OpenPage(reading.subject), column(GAP))).with_children(|ui| {
                    fill_page(ui, pen, reading.subject);
                });
            });
        });
    });
    line
}

/// Esc takes back what was looked for, then the handbook; Enter in the line opens the first page that was found.
fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    overlay: Res<Overlay>,
    reading: Res<Reading>,
    chosen: Res<Chosen>,
    focus: Res<InputFocus>,
    mut lines: Query<(Entity, &mut EditableText), With<SearchLine>>,
    mut lay: MessageWriter<Lay>,
    mut read: MessageWriter<Read>,
) {
    let line = lines.single_mut().ok().filter(|_| *overlay == Overlay::Handbook);
    let Some((line, mut text)) = line else {
        keys.clear();
        return;
    };
    let typing = focus.get() == Some(line);
    for key in keys.read().filter(|key| key.state.is_pressed() && !key.repeat) {
        match &key.logical_key {
            // Whoever composes a word in Japanese is talking to the input method.
            _ if text.is_composing() => {}
            Key::Escape if !reading.term.is_empty() => empty(&mut text),
            Key::Escape => {
                lay.write(Lay(Overlay::None));
            }
            Key::Enter if typing => {
                let first = search(chosen.lang, &reading.term).first().map(|found| found.subject);
                read.write_batch(first.map(Read));
            }
            Key::Character(c) if !typing && c.eq_ignore_ascii_case("h") => {
                lay.write(Lay(Overlay::None));
            }
            _ => {}
        }
    }
}

/// As if someone had marked all of it and pressed the key: whoever follows what is typed follows this.
fn empty(text: &mut EditableText) {
    text.queue_edit(TextEdit::SelectAll);
    text.queue_edit(TextEdit::Backspace);
}

fn turn_to(
    mut asked: MessageReader<Read>,
    overlay: Res<Overlay>,
    chosen: Res<Chosen>,
    mut lines: Query<&mut EditableText, With<SearchLine>>,
    mut reading: ResMut<Reading>,
    mut lay: MessageWriter<Lay>,
) {
    let Some(Read(subject)) = asked.read().last() else {
        return;
    };
    reading.subject = *subject;
    // The page that is open is always in the list.
    if !search(chosen.lang, &reading.term).iter().any(|found| found.subject == *subject) {
        reading.term.clear();
        for mut text in &mut lines {
            empty(&mut text);
        }
    }
    if *overlay != Overlay::Handbook {
        lay.write(Lay(Overlay::Handbook));
    }
}

/// What stands in the line is looked for as it is typed; what is still being composed is not.
fn look_for(
    change: On<TextEditChange>,
    mut lines: Query<(&EditableText, &mut AccessibilityNode), With<SearchLine>>,
    mut reading: ResMut<Reading>,
) {
    let Ok((text, mut access)) = lines.get_mut(change.event_target()) else {
        return;
    };
    let term = text.value().to_string();
    if term != reading.term {
        access.set_value(term.as_str());
        reading.term = term;
    }
}

/// Follows what is looked for and read.
fn show_reading(
    mut reading: ResMut<Reading>,
    overlay: Res<Overlay>,
    mut lists: Query<(Entity, &mut PageList, &ChildOf)>,
    mut pages: Query<(Entity, &mut OpenPage, &ChildOf)>,
    mut scrolls: Query<&mut ScrollPosition>,
    line: Query<Entity, With<SearchLine>>,
    focus: Res<InputFocus>,
    mut lost: ResMut<LostFocus>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    if *overlay != Overlay::Handbook {
        // Whoever opens it again finds all of it.
        if !reading.term.is_empty() {
            reading.term.clear();
        }
        return;
    }
    if !reading.is_changed() {
        return;
    }
    let pen = pen(&theme, &chosen);
    for (list, mut shown, area) in &mut lists {
        if shown.0 != reading.term {
            shown.0.clone_from(&reading.term);
            if let Ok(mut position) = scrolls.get_mut(area.parent()) {
                position.y = 0.0;
            }
        }
        commands.entity(list).despawn_children().with_children(|ui| fill_list(ui, &pen, &reading));
    }
    for (page, mut shown, area) in &mut pages {
        if shown.0 != reading.subject {
            shown.0 = reading.subject;
            if let Ok(mut position) = scrolls.get_mut(area.parent()) {
                position.y = 0.0;
            }
            commands
                .entity(page)
                .despawn_children()
                .with_children(|ui| fill_page(ui, &pen, reading.subject));
        }
    }
    // The button that was pressed is gone; the keyboard is where the page is listed.
    if focus.get() != line.single().ok() {
        lost.0 = Some(FocusName(list::entry_name(reading.subject)));
    }
}
