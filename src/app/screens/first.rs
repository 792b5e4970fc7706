//! The first start: language, a name and the size of text on one page, then straight to the first call.

use std::sync::Arc;

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::{AutoFocus, InputFocus};
use bevy::prelude::*;
use bevy::text::EditableText;

use crate::app::AppSystems;
use crate::app::face::{Faces, portrait};
use crate::app::keeping::Keeping;
use crate::app::screens::overlay::Overlay;
use crate::app::screens::{Go, Screen, Shelves, page, pen, unkept};
use crate::app::settings::{Chosen, Named, Set, keep};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, SCROLL_EDGE, Side, Ui, bubble, button, column, filling, row, scroll_column,
    segment, space, text_field, wrapping_row,
};
use crate::lang::Lang;
use crate::scenario::Scenario;
use crate::store::{FIRST_CALL, Library, StoreFault, TextSize};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::First), spawn_first_screen);
    app.add_systems(OnExit(Screen::First), (settle, keep).chain());
    app.add_systems(Update, by_key.in_set(AppSystems::ReadInput));
}

/// Text larger than this leaves no room for a face beside the questions.
const WIDE_ZOOM: f32 = 1.25;

fn spawn_first_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    keeping: Res<Keeping>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    let first = first_call(&shelves.0);
    commands.spawn(page(Screen::First, &theme)).with_children(|ui| {
        ui.spawn(filling(Node { min_height: px(0), ..row(FAR * 2.0) })).with_children(|ui| {
            ui.spawn(filling(Node { height: percent(100), ..column(0.0) })).with_children(|ui| {
                scroll_column(ui, &pen, FAR, (), |ui| {
                    questions(ui, &pen, &chosen, keeping.fault());
                });
            });
            if let Some(first) = first.filter(|_| pen.zoom <= WIDE_ZOOM) {
                someone(ui, &pen, first, &mut faces);
            }
        });
        space(ui);
        ways(ui, &pen, first);
    });
}

fn first_call(library: &Library) -> Option<&Arc<Scenario>> {
    library.find(FIRST_CALL).map(|shelf| &shelf.scenario)
}

fn questions(ui: &mut Ui<'_>, pen: &Pen, chosen: &Chosen, fault: Option<&StoreFault>) {
    let large = pen.zoom > WIDE_ZOOM;
    // Why nothing can be kept must not push the last question off the page.
    let (title, apart) = match fault {
        Some(_) => (Type::Title, GAP),
        None if large => (Type::Title, FAR),
        None => (Type::Display, FAR),
    };
    // Room for the ring around what has the keyboard.
    let ringed = UiRect::axes(px(5), px(2));
    ui.spawn(Node { padding: ringed, flex_shrink: 0.0, ..column(apart) }).with_children(|ui| {
        ui.spawn(column(NEAR)).with_children(|ui| {
            pen.text(ui, title, &pen.word("first-title"));
            pen.soft(ui, Type::Voice, &pen.word("home-promise"));
        });
        if let Some(fault) = fault {
            unkept(ui, pen, fault, "home-unkept");
        }
        question(ui, pen, "settings-language", |ui| {
            for lang in Lang::ALL {
                let name = format!("lang-{}", lang.code());
                let label = format!("{} ({})", lang.own_name(), letter(lang).to_uppercase());
                segment(ui, pen, &name, &label, lang == pen.lang, Set::Lang(lang));
            }
        });
        question(ui, pen, "settings-name", |ui| {
            let name = chosen.settings.person.as_deref().unwrap_or_default();
            text_field(ui, pen, "name", &pen.word("settings-name"), name, Named);
            pen.soft(ui, Type::Small, &pen.word("settings-name.about"));
        });
        question(ui, pen, "settings-text-size", |ui| {
            // What is set is seen at once, above what sets it: this is the size in which people speak.
            if large {
                ui.spawn(Node { width: percent(100), ..column(0.0) }).with_children(|ui| {
                    bubble(ui, pen, Side::Theirs, "", Type::Voice, &pen.word("first-preview"));
                });
            }
            for step in TextSize::STEPS {
                let size = TextSize::nearest(step);
                let now = size == chosen.settings.text_size;
                let (name, label) = (format!("size-{step}"), format!("{step} %"));
                segment(ui, pen, &name, &label, now, Set::TextSize(size));
            }
        });
    });
}

fn question(ui: &mut Ui<'_>, pen: &Pen, key: &str, answers: impl FnOnce(&mut Ui<'_>)) {
    ui.spawn(Node { flex_shrink: 0.0, ..column(NEAR) }).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word(key));
        ui.spawn(wrapping_row(NEAR)).with_children(answers);
    });
}

/// The one who will be on the line, speaking in the size of text that is set.
fn someone(ui: &mut Ui<'_>, pen: &Pen, first: &Scenario, faces: &mut Faces) {
    let customer = first.speaker(first.customer);
    let node = Node {
        width: px(360),
        height: percent(100),
        flex_shrink: 0.0,
        justify_content: JustifyContent::Center,
        ..column(GAP)
    };
    ui.spawn(node).with_children(|ui| {
        if let Some(look) = customer.look {
            portrait(ui, faces.resting(look), customer.name.get(pen.lang), 232.0, 276.0);
        }
        bubble(ui, pen, Side::Theirs, "", Type::Voice, &pen.word("first-preview"));
    });
}

fn ways(ui: &mut Ui<'_>, pen: &Pen, first: Option<&Arc<Scenario>>) {
    let foot = Node {
        padding: UiRect { left: px(5), right: px(SCROLL_EDGE), ..default() },
        flex_shrink: 0.0,
        ..wrapping_row(GAP)
    };
    ui.spawn(foot).with_children(|ui| {
        if let Some(first) = first {
            let minutes = [("minutes", i64::from(first.minutes).into())];
            let word = pen.sentence("first-begin", &minutes);
            let go = Go::Guide(Arc::clone(first));
            let begin = button(ui, pen, Press::Primary, "begin", &word, go);
            ui.commands_mut().entity(begin).insert(AutoFocus);
        }
        let skip = pen.word("first-skip");
        button(ui, pen, Press::Plain, "skip", &skip, Go::To(Screen::Library));
        ui.spawn(filling(Node { min_width: px(260.0), ..column(0.0) }))
            .with_children(|ui| pen.soft(ui, Type::Small, &pen.word("first-later")));
    });
}

/// The key that chooses a language.
fn letter(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "e",
        Lang::Ja => "j",
    }
}

/// A letter chooses the language, unless it is part of a name; Enter in the name goes on, once it stands there whole.
fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    focus: Res<InputFocus>,
    fields: Query<&EditableText>,
    shelves: Res<Shelves>,
    mut set: MessageWriter<Set>,
    mut go: MessageWriter<Go>,
) {
    let free = *screen.get() == Screen::First && *overlay == Overlay::None;
    for key in keys.read().filter(|key| free && key.state.is_pressed() && !key.repeat) {
        let field = focus.get().and_then(|field| fields.get(field).ok());
        match (&key.logical_key, field) {
            (Key::Enter, Some(field)) if !field.is_composing() => {
                let first = first_call(&shelves.0);
                go.write(first.map_or(Go::To(Screen::Library), |first| Go::Guide(first.clone())));
            }
            (Key::Character(typed), None) => {
                let meant = |lang: &Lang| typed.eq_ignore_ascii_case(letter(*lang));
                set.write_batch(Lang::ALL.into_iter().find(meant).map(Set::Lang));
            }
            _ => {}
        }
    }
}

/// The language in which the page was read is the one that was chosen.
fn settle(mut chosen: ResMut<Chosen>) {
    chosen.settings.lang = Some(chosen.lang);
}
