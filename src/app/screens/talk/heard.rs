//! What is heard of the talk at this moment, for the ear and in words.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::screens::talk::Pause;
use crate::app::session::{ActiveSession, Again, Happened, Open, Resume};
use crate::app::sound::{Play, Sound, on_ending, on_entering};
use crate::app::theme::fonts::Type;
use crate::app::widgets::{Pen, Ui, column};
use crate::session::Event;

/// What is heard now, and what will be once the reply has had its moment.
#[derive(Resource, Debug, Default)]
pub(super) struct Heard {
    pub(super) now: Vec<Sound>,
    next: Vec<Sound>,
}

/// Follows what has happened, and nothing else.
pub(super) fn hear(
    mut opened: MessageReader<Open>,
    mut again: MessageReader<Again>,
    mut resumed: MessageReader<Resume>,
    mut happened: MessageReader<Happened>,
    active: Option<Res<ActiveSession>>,
    pause: Res<Pause>,
    mut heard: ResMut<Heard>,
    mut play: MessageWriter<Play>,
) {
    let anew = opened.read().count() + again.read().count() + resumed.read().count() > 0;
    let quiet = heard.now.is_empty() && heard.next.is_empty();
    if anew && !quiet {
        *heard = Heard::default();
    }
    let Some(active) = active else { return };
    let mut from = None;
    for Happened(event) in happened.read() {
        match event {
            Event::Chose(beat, _) => {
                from = Some(*beat);
                *heard = Heard::default();
                play.write(Play(Sound::Choice));
            }
            Event::Entered(to) => heard.next.extend(on_entering(active.scenario(), from, *to)),
            Event::Ended(_) | Event::SheetOpened => {
                heard.next.extend(from.and_then(|from| on_ending(active.scenario(), from)));
            }
            Event::Moved { .. }
            | Event::Told(_)
            | Event::Guessed(_)
            | Event::Leaked(_)
            | Event::Promised(_)
            | Event::Kept(_)
            | Event::Broken(_)
            | Event::Later(_)
            | Event::Drawn(..)
            | Event::Filled(_) => {}
        }
    }
    if !pause.0 && !heard.next.is_empty() {
        heard.now = std::mem::take(&mut heard.next);
        play.write_batch(heard.now.iter().copied().map(Play));
    }
}

/// The words for what is heard, in brackets as in a film.
pub(super) fn captions(ui: &mut Ui<'_>, pen: &Pen, heard: &[Sound]) {
    let words: Vec<String> =
        heard.iter().filter_map(|sound| sound.caption()).map(|key| pen.word(key)).collect();
    if !words.is_empty() {
        ui.spawn((column(0.0), a11y::announced()))
            .with_children(|ui| pen.soft(ui, Type::Small, &words.join(" ")));
    }
}
