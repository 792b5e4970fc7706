//! Reading a file that was handed on: every bound kept, every fault one sentence, and the talk had again before anything
//! of it is believed.

use std::sync::Arc;

use serde::Deserialize;

use crate::handon::wire::{FORMAT, File, Label, VERSION};
use crate::handon::{BYTES_MAX, Fault, HandOn};
use crate::scenario::{Scenario, hash_of, read_and_compile};
use crate::session::{Deed, Millis, Mode, Seed, Session};

/// An attempt that was handed on, with its talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What the file says.
    pub attempt: HandOn,
    /// The talk, had again from it.
    pub talk: Session,
}

/// Reads a file, and has its talk again. Fields that this program does not know are passed over.
///
/// # Errors
/// What is wrong with the file, and where; then nothing of it is to be used.
pub fn read(bytes: &[u8]) -> Result<Opened, Fault> {
    if bytes.len() > BYTES_MAX {
        return Err(Fault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Fault::not_text(bytes, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let label: Label = parsed(text)?;
    if label.format.as_deref() != Some(FORMAT) {
        return Err(Fault::OtherFormat);
    }
    match label.version {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(Fault::Newer(newer)),
        _ => return Err(Fault::OtherFormat),
    }
    opened(parsed(text)?)
}

fn parsed<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| Fault::of_json(&error))
}

fn opened(file: File) -> Result<Opened, Fault> {
    let text = file.scenario.text;
    if hash_of(&text) != file.scenario.hash {
        return Err(Fault::OtherText);
    }
    let steps = file.steps.all().map_err(Fault::TooManySteps)?;
    let notes = file.notes.all().map_err(Fault::TooManyNotes)?;
    let mode = Mode::of(&file.mode).ok_or(Fault::NoMode(file.mode))?;
    let mut deeds = Vec::with_capacity(steps.len());
    for (number, step) in (1..).zip(steps) {
        deeds.push(step.deed().ok_or(Fault::NoStep(number))?);
    }
    let seed = Seed(file.seed);
    let talk = had_again(scenario(&text)?, seed, &deeds)?;
    let from_zero = |turn: u32| turn.checked_sub(1);
    let mut beside = Vec::with_capacity(notes.len());
    for (number, note) in (1..).zip(notes) {
        let turn = from_zero(note.turn)
            .filter(|turn| usize::try_from(*turn).is_ok_and(|turn| turn < talk.turns().len()))
            .ok_or(Fault::NoTurn { note: number, turn: note.turn, turns: talk.turns().len() })?;
        beside.push((turn, note.text));
    }
    let parent = file.parent.map(|parent| {
        from_zero(parent.turn).map(|turn| (parent.attempt, turn)).ok_or(Fault::NoParentTurn)
    });
    let attempt = HandOn {
        attempt: file.attempt,
        person: file.person,
        text,
        seed,
        mode,
        started: file.started,
        ended: file.ended,
        parent: parent.transpose()?,
        deeds,
        notes: beside,
        reflection: file.reflection,
    };
    Ok(Opened { attempt, talk })
}

fn scenario(text: &str) -> Result<Arc<Scenario>, Fault> {
    match read_and_compile(text) {
        (Some(scenario), _) => Ok(Arc::new(scenario)),
        (None, findings) => Err(Fault::NoScenario(findings.into_iter().next().map(Box::new))),
    }
}

fn had_again(
    scenario: Arc<Scenario>,
    seed: Seed,
    deeds: &[(Deed, Millis)],
) -> Result<Session, Fault> {
    Session::again(scenario, seed, deeds).map_err(|misfit| Fault::Misfit(Box::new(misfit)))
}
