//! A kept attempt on paper: what the store knows of it, put into the form that reports are made of.

use crate::lang::Lang;
use crate::lang::words::say;
use crate::report::{About, Branch, Format, Note, Report, render};
use crate::session::Session;
use crate::store::{self, Attempt, Store, StoreFault};

/// What the store does not know of an attempt that is printed.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    /// When it began, as the person's calendar and clock had it.
    pub when: &'a str,
    /// Whether its scenario has been changed since.
    pub changed: bool,
    /// What it is printed as.
    pub format: Format,
    /// In which language.
    pub lang: Lang,
}

/// An attempt on paper, with what was written beside its turns.
///
/// # Errors
/// Why what was written cannot be read.
pub fn print(
    store: &Store,
    attempt: &Attempt,
    talk: &Session,
    print: Print<'_>,
) -> Result<String, StoreFault> {
    let notes = store.notes(&attempt.id)?;
    let note = |note: &store::Note| Some((usize::try_from(note.turn).ok()?, note.text.clone()));
    let notes: Vec<(usize, String)> = notes.iter().filter_map(note).collect();
    let notes: Vec<Note<'_>> =
        notes.iter().map(|(turn, text)| Note { turn: *turn, text }).collect();
    let reflection = store.reflections(&attempt.id)?.pop();
    let nobody = say(print.lang, "history-nobody");
    let branch = attempt.parent.as_ref().and_then(|(parent, turn)| {
        Some(Branch { attempt: parent.as_str(), turn: usize::try_from(*turn).ok()? })
    });
    let report = Report {
        about: About {
            id: attempt.id.as_str(),
            person: attempt.person.as_deref().unwrap_or(&nobody),
            mode: attempt.mode,
            started: attempt.started,
            ended: attempt.finish.as_ref().map(|finish| finish.ended),
            when: print.when,
            taken_back: attempt.taken_back,
            changed: print.changed,
            branch,
        },
        talk,
        notes: &notes,
        reflection: reflection.as_ref().map(|reflection| reflection.text.as_str()),
    };
    Ok(render(&report, print.format, print.lang))
}
