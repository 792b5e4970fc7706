//! The trainer's keys, the lines that are typed, and what lies over the trainer's page.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::window::{MonitorSelection, WindowMode};

use crate::app::room::{ActiveRoom, AskRoom, RoomChanged, WallChange};
use crate::app::screens::Screen;
use crate::app::screens::overlay::Overlay;
use crate::app::screens::room::wall::{WallCamera, WallClosed};
use crate::room::{RoomAction, RoomKey};

/// What lies over the trainer's page.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Over {
    #[default]
    Nothing,
    /// The cheat sheet.
    Keys,
    /// "Close the room?"
    Leave,
}

/// Asks to lay something over the page.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct Lay(pub(super) Over);

/// A line in which something is written down with Enter; of several, the first of these is come to by its key.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Writes {
    /// The whole count, option by option.
    Totals,
    TakeAway,
    NextDate,
    Note,
}

pub(super) fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    over: Res<Over>,
    active: Option<Res<ActiveRoom>>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    focusable: Query<Has<EditableText>>,
    lines: Query<(Entity, &Writes)>,
    mut closed: ResMut<WallClosed>,
    cameras: Query<&WallCamera>,
    mut windows: Query<&mut Window>,
    mut ask: MessageWriter<AskRoom>,
    mut lay: MessageWriter<Lay>,
) {
    if active.is_none() || *screen.get() != Screen::Room || *overlay != Overlay::None {
        return keys.clear();
    }
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        let focused = focus.get().and_then(|entity| focusable.get(entity).ok());
        if focused == Some(true) {
            // Esc leaves the line; everything else is typed into it.
            if key.logical_key == Key::Escape {
                focus.clear();
            }
            continue;
        }
        let on_button = focused.is_some() && visible.0;
        let letter = match &key.logical_key {
            Key::Character(typed) => typed.to_lowercase(),
            _ => String::new(),
        };
        if *over != Over::Nothing {
            if key.logical_key == Key::Escape
                || (*over == Over::Keys && matches!(letter.as_str(), "?" | "/"))
            {
                lay.write(Lay(Over::Nothing));
            }
            continue;
        }
        match (&key.logical_key, letter.as_str()) {
            (Key::Escape, _) => drop(lay.write(Lay(Over::Leave))),
            (_, "?" | "/") => drop(lay.write(Lay(Over::Keys))),
            (_, "b") => drop(ask.write(AskRoom::Wall(WallChange::Black))),
            (_, "f") => drop(ask.write(AskRoom::Wall(WallChange::Freeze))),
            (_, "l") => drop(ask.write(AskRoom::Wall(WallChange::Colours))),
            (_, "m") => drop(ask.write(AskRoom::Wall(WallChange::Mute))),
            (_, "+" | ";" | "=") => drop(ask.write(AskRoom::Wall(WallChange::Larger(true)))),
            (_, "-") => drop(ask.write(AskRoom::Wall(WallChange::Larger(false)))),
            (_, ",") => drop(ask.write(AskRoom::Time(-10))),
            (_, ".") => drop(ask.write(AskRoom::Time(10))),
            (_, "w") => {
                let first = lines.iter().min_by_key(|(_, line)| **line);
                first.into_iter().for_each(|(line, _)| focus.set(line, FocusCause::Navigated));
            }
            (Key::F11, _) if *closed != WallClosed::No => *closed = WallClosed::No,
            (Key::F11, _) => fill_screen(&cameras, &mut windows),
            // A button that has the keyboard is pressed by these, and nothing else happens.
            (Key::Space | Key::Enter, _) if on_button => {}
            _ if key.repeat => {}
            (logical, letter) => {
                let Some(wanted) = room_key(logical, letter) else { continue };
                // The arrows also move the focus, which would then take the next Space.
                focus.clear();
                visible.0 = false;
                ask.write(AskRoom::Press(wanted));
            }
        }
    }
}

/// The key of the room, as presenters' remotes have them, too.
fn room_key(key: &Key, letter: &str) -> Option<RoomKey> {
    Some(match (key, letter) {
        (Key::Space | Key::PageDown | Key::ArrowRight, _) => RoomKey::Next,
        (Key::Enter, _) => RoomKey::Enter,
        (Key::Backspace | Key::ArrowLeft | Key::PageUp, _) => RoomKey::Back,
        (_, "c") => RoomKey::Context,
        (_, "s") => RoomKey::Say,
        (_, "o") => RoomKey::Options,
        (_, "v") => RoomKey::Vote,
        (_, "u") => RoomKey::Uncount,
        (_, "t") => RoomKey::Talk,
        (_, "r") => RoomKey::Reveal,
        (_, "p") => RoomKey::Play,
        (_, "n") => RoomKey::Note,
        (_, "k") => RoomKey::Tell,
        (_, "x") => RoomKey::Swap,
        (_, "[" | "「") => RoomKey::People(false),
        (_, "]" | "」") => RoomKey::People(true),
        (_, "d") => RoomKey::LookBack,
        (_, digit) => RoomKey::Digit(digit.parse::<u8>().ok()?.checked_sub(1)?),
    })
}

/// The room's window fills its screen, or no longer.
fn fill_screen(cameras: &Query<&WallCamera>, windows: &mut Query<&mut Window>) {
    let wall = cameras.single().ok().and_then(WallCamera::window);
    if let Some(mut window) = wall.and_then(|window| windows.get_mut(window).ok()) {
        window.mode = match window.mode {
            WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
            _ => WindowMode::Windowed,
        };
    }
}

/// Enter in a line writes it down.
pub(super) fn write_line(
    mut keys: MessageReader<KeyboardInput>,
    lines: Query<(&Writes, &EditableText)>,
    active: Option<Res<ActiveRoom>>,
    mut focus: ResMut<InputFocus>,
    mut ask: MessageWriter<AskRoom>,
) {
    let entered = keys
        .read()
        .any(|key| key.state.is_pressed() && !key.repeat && key.logical_key == Key::Enter);
    let line = focus.get().and_then(|entity| lines.get(entity).ok());
    let (Some((what, text)), Some(_)) = (line.filter(|_| entered), active) else { return };
    if text.is_composing() {
        return;
    }
    let words = text.value().to_string();
    if words.trim().is_empty() {
        return;
    }
    match what {
        Writes::Note => drop(ask.write(AskRoom::Do(RoomAction::Note(words)))),
        Writes::TakeAway => drop(ask.write(AskRoom::Do(RoomAction::TakeAway(words)))),
        Writes::NextDate => drop(ask.write(AskRoom::Do(RoomAction::NextDate(words)))),
        Writes::Totals => {
            let numbers = words.split(|c: char| !c.is_numeric()).filter_map(number);
            let totals =
                (0..).zip(numbers).map(|(at, votes)| AskRoom::Do(RoomAction::Total(at, votes)));
            ask.write_batch(totals);
        }
    }
    focus.clear();
}

/// A number as it may be typed with a Japanese input method, too.
fn number(written: &str) -> Option<u16> {
    let digits = written.chars().map(|c| match c {
        '０'..='９' => {
            char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
        }
        _ => c,
    });
    digits.collect::<String>().parse().ok()
}

pub(super) fn lay(
    mut asked: MessageReader<Lay>,
    mut over: ResMut<Over>,
    mut changed: MessageWriter<RoomChanged>,
) {
    if let Some(Lay(wanted)) = asked.read().last() {
        *over = *wanted;
        changed.write(RoomChanged);
    }
}

/// Nothing lies over the next room, and this one is closed.
pub(super) fn leave(mut over: ResMut<Over>, mut ask: MessageWriter<AskRoom>) {
    *over = Over::Nothing;
    ask.write(AskRoom::Close);
}
