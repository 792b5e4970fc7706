//! What people write about an attempt: a trainer's notes to its turns, and what the trainee takes from it.

use std::fs;
use std::path::PathBuf;

use rusqlite::{OptionalExtension, params};

use crate::store::attempts::people::person_of;
use crate::store::attempts::{AttemptId, Store, StoreFault, Trouble};

/// The folder for reports and for files to hand on. What is in it can be made again.
pub(super) const REPORTS: &str = "reports";

/// A trainer's note to a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The turn, counted from 0.
    pub turn: u32,
    /// What the trainer wrote.
    pub text: String,
}

/// One sentence of one's own: what I will say this week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reflection {
    /// The attempt it came from, if it came from one.
    pub attempt: Option<AttemptId>,
    /// When it was written, in Unix milliseconds.
    pub at: i64,
    /// The sentence.
    pub text: String,
}

impl Store {
    /// Puts a file that was made of what is kept into the folder of reports, in the place of an earlier one of the name,
    /// and says where it is.
    ///
    /// # Errors
    /// Why it could not be written.
    #[expect(clippy::disallowed_methods, reason = "the store writes into its own folder")]
    pub fn put_out(&self, name: &str, text: &str) -> Result<PathBuf, StoreFault> {
        let path = self.folder().join(REPORTS).join(name);
        let written =
            fs::create_dir_all(self.folder().join(REPORTS)).and_then(|()| fs::write(&path, text));
        match written {
            Ok(()) => Ok(path),
            Err(error) => Err(StoreFault::new(&path, Trouble::Unwritable(error.to_string()))),
        }
    }

    /// A trainer's notes to an attempt, in the order of its turns.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn notes(&self, id: &AttemptId) -> Result<Vec<Note>, StoreFault> {
        let read = || -> rusqlite::Result<Vec<Note>> {
            let all = "SELECT turn, text FROM note WHERE attempt = ?1 ORDER BY turn";
            let note = |row: &rusqlite::Row<'_>| Ok(Note { turn: row.get(0)?, text: row.get(1)? });
            self.db.prepare(all)?.query_map([id.as_str()], note)?.collect()
        };
        read().map_err(|error| self.fault(&error))
    }

    /// Keeps a trainer's note to a turn in the place of an earlier one; an empty one takes it away.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn annotate(&mut self, id: &AttemptId, note: &Note) -> Result<(), StoreFault> {
        let done = if note.text.trim().is_empty() {
            self.db.execute(
                "DELETE FROM note WHERE attempt = ?1 AND turn = ?2",
                params![id.as_str(), note.turn],
            )
        } else {
            self.db.execute(
                "INSERT OR REPLACE INTO note (attempt, turn, text) VALUES (?1, ?2, ?3)",
                params![id.as_str(), note.turn, note.text],
            )
        };
        done.map(|_| ()).map_err(|error| self.fault(&error))
    }

    /// Keeps what a person will say this week.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn reflect(
        &mut self,
        person: Option<&str>,
        reflection: &Reflection,
    ) -> Result<(), StoreFault> {
        let Reflection { attempt, at, text } = reflection;
        let keep = || -> rusqlite::Result<()> {
            let person = person.map(|name| person_of(&self.db, name, *at)).transpose()?;
            let attempt = attempt.as_ref().map(AttemptId::as_str);
            self.db.execute(
                "INSERT INTO reflection (person, attempt, at, text) VALUES (?1, ?2, ?3, ?4)",
                params![person, attempt, at, text],
            )?;
            Ok(())
        };
        keep().map_err(|error| self.fault(&error))
    }

    /// Keeps a sentence that comes from another machine, unless it is here already.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn take_reflection(
        &mut self,
        person: Option<&str>,
        reflection: &Reflection,
    ) -> Result<(), StoreFault> {
        let same = "SELECT count(*) FROM reflection WHERE at = ?1 AND text = ?2
            AND person IS (SELECT id FROM person WHERE name = ?3)";
        let known = params![reflection.at, reflection.text, person];
        let known: u32 =
            self.db.query_row(same, known, |row| row.get(0)).map_err(|error| self.fault(&error))?;
        if known > 0 {
            return Ok(());
        }
        self.reflect(person, reflection)
    }

    /// All that a person wrote, the earliest first; where nobody is named, what nobody named wrote.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn all_reflections(&self, person: Option<&str>) -> Result<Vec<Reflection>, StoreFault> {
        let read = || -> rusqlite::Result<Vec<Reflection>> {
            let all = "SELECT attempt, at, text FROM reflection
                WHERE person IS (SELECT id FROM person WHERE name = ?1) ORDER BY at, id";
            self.db.prepare(all)?.query_map([person], reflection_of)?.collect()
        };
        read().map_err(|error| self.fault(&error))
    }

    /// What a person wrote last; where nobody is named, what nobody named wrote.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn last_reflection(&self, person: Option<&str>) -> Result<Option<Reflection>, StoreFault> {
        let last = "SELECT attempt, at, text FROM reflection
            WHERE person IS (SELECT id FROM person WHERE name = ?1) ORDER BY at DESC, id DESC LIMIT 1";
        let read = self.db.query_row(last, [person], reflection_of).optional();
        read.map_err(|error| self.fault(&error))
    }

    /// All that was written from an attempt, the earliest first.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn reflections(&self, id: &AttemptId) -> Result<Vec<Reflection>, StoreFault> {
        let read = || -> rusqlite::Result<Vec<Reflection>> {
            let all = "SELECT attempt, at, text FROM reflection WHERE attempt = ?1 ORDER BY at, id";
            self.db.prepare(all)?.query_map([id.as_str()], reflection_of)?.collect()
        };
        read().map_err(|error| self.fault(&error))
    }
}

fn reflection_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Reflection> {
    let attempt: Option<String> = row.get(0)?;
    Ok(Reflection { attempt: attempt.map(AttemptId), at: row.get(1)?, text: row.get(2)? })
}
