//! A blind reading: only the shuffled replies of each decision, and at the end how many keys were found without the talk.

mod page;

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use bevy::text::EditableText;

use crate::app::AppSystems;
use crate::app::reading::{BlindReading, Read};
use crate::app::screens::{Screen, page as screen_page, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use page::{cover, item, outcome};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Blind), spawn_blind_screen);
    app.add_systems(Update, by_key.in_set(AppSystems::ReadInput));
    let shown = show_reading.run_if(in_state(Screen::Blind));
    app.add_systems(Update, shown.in_set(AppSystems::Show));
}

/// The page, filled anew whenever the reading goes on.
#[derive(Component)]
struct BlindPage;

fn spawn_blind_screen(theme: Res<Theme>, mut commands: Commands) {
    commands.spawn((screen_page(Screen::Blind, &theme), BlindPage));
}

/// A letter or a number picks, Backspace goes back by one.
fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    reading: Option<Res<BlindReading>>,
    focus: Res<InputFocus>,
    fields: Query<&EditableText>,
    mut out: MessageWriter<Read>,
) {
    let Some(reading) = reading.filter(|_| *screen.get() == Screen::Blind) else {
        keys.clear();
        return;
    };
    for key in keys.read().filter(|key| key.state.is_pressed() && !key.repeat) {
        let Some(item) = reading.item() else {
            // Whoever has typed a name goes on with Enter, once it stands there whole.
            let field = focus.get().and_then(|field| fields.get(field).ok());
            if key.logical_key == Key::Enter && field.is_some_and(|field| !field.is_composing()) {
                out.write(Read::Begin);
            }
            continue;
        };
        match &key.logical_key {
            Key::Character(typed) => {
                let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let numbered = number.and_then(|at| item.options.get(at).copied());
                if let Some(choice) = numbered.or_else(|| item.choice(typed)) {
                    out.write(Read::Pick(choice));
                }
            }
            Key::Backspace => {
                out.write(Read::TakeBack);
            }
            _ => {}
        }
    }
}

fn show_reading(
    reading: Option<Res<BlindReading>>,
    pages: Query<Entity, With<BlindPage>>,
    new: Query<(), Added<BlindPage>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    let Some(reading) = reading.filter(|reading| reading.is_changed() || !new.is_empty()) else {
        return;
    };
    let pen = pen(&theme, &chosen);
    focus.clear();
    for page in &pages {
        commands.entity(page).despawn_children().with_children(|ui| {
            match (reading.item(), reading.result()) {
                (Some(shown), _) => item(ui, &pen, &reading, shown),
                (None, Some(found)) => outcome(ui, &pen, &reading, &found),
                (None, None) => cover(ui, &pen, &reading),
            }
        });
    }
}
