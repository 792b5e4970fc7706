//! What the store hands on, as one file each: an attempt, or all that is kept of a person; and takes in again.

mod fault;
mod take;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::handon::{self, HandOn};
use crate::store::{Attempt, Reflection, Store, StoreFault, Trouble};

pub use fault::HandingFault;
pub use take::{Taken, take};

/// All that is kept of a person. Each attempt has the form of a file that is handed on.
#[derive(Debug, Serialize, Deserialize)]
struct PersonFile<'f> {
    format: String,
    version: u32,
    /// Nothing of those who gave no name.
    person: String,
    since: i64,
    #[serde(borrow)]
    attempts: Vec<&'f RawValue>,
    reflections: Vec<Sentence>,
}

/// What a person will say this week, as they wrote it.
#[derive(Debug, Serialize, Deserialize)]
struct Sentence {
    attempt: Option<String>,
    at: i64,
    text: String,
}

const PERSON_FORMAT: &str = "kikitori-person";
const PERSON_VERSION: u32 = 1;

/// An attempt as one small file that plays again to the word elsewhere. The person's name is in it only if that is asked
/// for.
///
/// # Errors
/// Why it cannot be read.
pub fn attempt(store: &Store, attempt: &Attempt, with_name: bool) -> Result<String, StoreFault> {
    let mut handed = handed(store, attempt)?;
    handed.person = attempt.person.clone().filter(|_| with_name);
    Ok(handon::write(&handed))
}

/// An attempt as it is handed on, without its person.
fn handed(store: &Store, attempt: &Attempt) -> Result<HandOn, StoreFault> {
    let notes = store.notes(&attempt.id)?;
    Ok(HandOn {
        attempt: attempt.id.to_string(),
        person: None,
        text: store.scenario_text(&attempt.hash)?,
        seed: attempt.seed,
        mode: attempt.mode,
        started: attempt.started,
        ended: attempt.finish.as_ref().map(|finish| finish.ended),
        parent: attempt.parent.as_ref().map(|(parent, turn)| (parent.to_string(), *turn)),
        deeds: store.deeds(&attempt.id)?,
        notes: notes.into_iter().map(|note| (note.turn, note.text)).collect(),
        reflection: None,
    })
}

/// Everything that is kept of a person, or of all who gave no name, as one file.
///
/// # Errors
/// There is no such person, or why something cannot be read.
pub fn person(store: &Store, name: Option<&str>) -> Result<String, StoreFault> {
    let attempts: Vec<Attempt> = store.attempts(name)?;
    let attempts: Vec<&Attempt> =
        attempts.iter().filter(|attempt| attempt.person.as_deref() == name).collect();
    let since = since(store, name, &attempts)?;
    // The earliest first, so that a branch follows what it left.
    let handed = attempts.iter().rev().map(|attempt| handed(store, attempt));
    let handed: Vec<HandOn> = handed.collect::<Result<_, _>>()?;
    let written = handed.iter().map(|hand_on| RawValue::from_string(handon::write(hand_on)));
    let written: Vec<Box<RawValue>> = written.filter_map(Result::ok).collect();
    let sentence = |reflection: Reflection| Sentence {
        attempt: reflection.attempt.map(|id| id.to_string()),
        at: reflection.at,
        text: reflection.text,
    };
    let file = PersonFile {
        format: PERSON_FORMAT.to_owned(),
        version: PERSON_VERSION,
        person: name.unwrap_or_default().to_owned(),
        since,
        attempts: written.iter().map(|attempt| &**attempt).collect(),
        reflections: store.all_reflections(name)?.into_iter().map(sentence).collect(),
    };
    Ok(serde_json::to_string(&file).unwrap_or_default())
}

/// Since when something is kept of them.
fn since(store: &Store, name: Option<&str>, attempts: &[&Attempt]) -> Result<i64, StoreFault> {
    let trouble = |trouble| StoreFault { path: store.folder().to_owned(), trouble };
    match name {
        Some(name) => {
            let person = store.people()?.into_iter().find(|person| person.name == name);
            let nobody = || trouble(Trouble::NoPerson(name.to_owned()));
            Ok(person.ok_or_else(nobody)?.since)
        }
        None => {
            let first = attempts.iter().map(|attempt| attempt.started).min();
            first.ok_or_else(|| trouble(Trouble::NoUnnamed))
        }
    }
}
