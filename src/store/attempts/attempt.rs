//! Attempts: begun with their first choice, kept choice by choice, and read again.

use std::fmt;

use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior, params};

use crate::scenario::hash_of;
use crate::session::{Deed, Millis, Mode, Seed};
use crate::store::attempts::people::person_of;
use crate::store::attempts::{Store, StoreFault, Trouble};

/// What chance is drawn with, so that a later program knows whether it can draw the same.
const DRAWS: &str = "chacha8-1";

/// The letters of ids: none that look alike, none that make words.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters an id has: 50 bits, so that attempts of many machines can be put together.
const ID_LENGTH: usize = 10;

/// The name of an attempt, different on every machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub(super) String);

impl AttemptId {
    /// The id of an attempt that comes from elsewhere; nothing where it could not be one.
    pub fn of_elsewhere(id: &str) -> Option<Self> {
        let letters = id.bytes().all(|letter| LETTERS.contains(&letter));
        (letters && id.len() == ID_LENGTH).then(|| Self(id.to_owned()))
    }

    /// A new one; nothing where the system gives no random bytes.
    pub fn fresh() -> Option<Self> {
        let mut bytes = [0_u8; ID_LENGTH];
        getrandom::fill(&mut bytes).ok()?;
        let letters = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        Some(Self(letters.collect()))
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is known of an attempt when it begins.
#[derive(Debug, Clone)]
pub struct NewAttempt {
    /// Its id.
    pub id: AttemptId,
    /// Who practises, if anyone was named.
    pub person: Option<String>,
    /// The id of the scenario.
    pub scenario: String,
    /// The text of the scenario.
    pub text: String,
    /// What chance is drawn from.
    pub seed: Seed,
    /// How it is practised.
    pub mode: Mode,
    /// When it began, in Unix milliseconds.
    pub started: i64,
    /// The attempt that this one leaves, and at which turn, counted from 0.
    pub parent: Option<(AttemptId, u32)>,
    /// What the attempt has in common with the one that it leaves.
    pub deeds: Vec<(Deed, Millis)>,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    /// When, in Unix milliseconds.
    pub ended: i64,
    /// The ending's id; none where the talk was put away before its end.
    pub ending: Option<String>,
    /// What it came to by the rules of that day, as JSON, for a day when the talk cannot be had again.
    pub result: Option<String>,
}

/// An attempt as it is kept, without its deeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its id.
    pub id: AttemptId,
    /// Who practised, if anyone was named.
    pub person: Option<String>,
    /// The id of the scenario.
    pub scenario: String,
    /// The SHA-256 of the scenario's text, in hexadecimal digits.
    pub hash: String,
    /// What chance was drawn from.
    pub seed: Seed,
    /// How it was practised.
    pub mode: Mode,
    /// When it began, in Unix milliseconds.
    pub started: i64,
    /// How it ended; nothing as long as it can go on.
    pub finish: Option<Finish>,
    /// The attempt that this one left, and at which turn.
    pub parent: Option<(AttemptId, u32)>,
    /// How many choices were kept, with those that were taken back.
    pub choices: u32,
    /// How many of them were taken back.
    pub taken_back: u32,
}

const COLUMNS: &str = "attempt.id, person.name, scenario.id, attempt.hash, attempt.seed, attempt.mode, attempt.started,
    attempt.ended, attempt.ending, attempt.result, attempt.parent, attempt.fork,
    (SELECT count(*) FROM action WHERE attempt = attempt.id AND kind IN ('choose', 'wait')),
    (SELECT count(*) FROM action WHERE attempt = attempt.id AND kind = 'take-back')
    FROM attempt JOIN scenario ON scenario.hash = attempt.hash LEFT JOIN person ON person.id = attempt.person";

impl Store {
    /// Keeps an attempt with its first deeds, and how it ended if it did. When this returns, they last.
    ///
    /// # Errors
    /// Why they could not be kept; then nothing of it was.
    pub fn begin(
        &mut self,
        new: &NewAttempt,
        first: &[(Deed, Millis)],
        finish: Option<&Finish>,
    ) -> Result<(), StoreFault> {
        let path = self.path.clone();
        let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
        let change =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        insert(&change, new).map_err(of)?;
        for (seq, (deed, at)) in (0..).zip(new.deeds.iter().chain(first)) {
            insert_deed(&change, &new.id, seq, deed, *at).map_err(of)?;
        }
        if let Some(finish) = finish {
            end(&change, &new.id, finish).map_err(of)?;
        }
        change.commit().map_err(of)
    }

    /// Keeps one more deed, which is the `seq`th from 0, and how the attempt ended if it did. When this returns, it lasts.
    ///
    /// # Errors
    /// Why it could not be kept; where another window has gone on with the attempt, [`Trouble::Elsewhere`].
    pub fn keep(
        &mut self,
        id: &AttemptId,
        seq: u32,
        (deed, at): (&Deed, Millis),
        finish: Option<&Finish>,
    ) -> Result<(), StoreFault> {
        let path = self.path.clone();
        let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
        let change =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let open = "SELECT count(*) FROM attempt WHERE id = ?1 AND ended IS NULL";
        let open: u32 = change.query_row(open, [id.as_str()], |row| row.get(0)).map_err(of)?;
        let next = "SELECT count(*) FROM action WHERE attempt = ?1";
        let next: u32 = change.query_row(next, [id.as_str()], |row| row.get(0)).map_err(of)?;
        if open == 0 || next != seq {
            return Err(StoreFault::new(&path, Trouble::Elsewhere));
        }
        insert_deed(&change, id, seq, deed, at).map_err(of)?;
        if let Some(finish) = finish {
            end(&change, id, finish).map_err(of)?;
        }
        change.commit().map_err(of)
    }

    /// Ends an attempt without another deed, so that it is not offered again.
    ///
    /// # Errors
    /// Why that could not be kept.
    pub fn put_away(&mut self, id: &AttemptId, finish: &Finish) -> Result<(), StoreFault> {
        end(&self.db, id, finish).map(|_| ()).map_err(|error| self.fault(&error))
    }

    /// All attempts, the latest first; of one person, if one is named.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn attempts(&self, person: Option<&str>) -> Result<Vec<Attempt>, StoreFault> {
        let all = format!(
            "SELECT {COLUMNS} WHERE ?1 IS NULL OR person.name = ?1
             ORDER BY attempt.started DESC, attempt.id DESC"
        );
        let read = || -> rusqlite::Result<Vec<Attempt>> {
            self.db.prepare(&all)?.query_map([person], attempt_of)?.collect()
        };
        read().map_err(|error| self.fault(&error))
    }

    /// The attempt that was begun last of those that can go on and do not go on in another window.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn latest_open(&self) -> Result<Option<Attempt>, StoreFault> {
        Ok(self.attempts(None)?.into_iter().find(|attempt| self.can_go_on(attempt)))
    }

    /// The same of one person, or of those who gave no name.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn latest_open_of(&self, person: Option<&str>) -> Result<Option<Attempt>, StoreFault> {
        let all = self.attempts(person)?;
        let theirs = |attempt: &Attempt| attempt.person.as_deref() == person;
        Ok(all.into_iter().find(|attempt| theirs(attempt) && self.can_go_on(attempt)))
    }

    /// Whether an attempt is not over, and nobody plays it now.
    fn can_go_on(&self, attempt: &Attempt) -> bool {
        attempt.finish.is_none() && self.hold(&attempt.id).is_ok()
    }

    /// The attempt whose id begins like this.
    ///
    /// # Errors
    /// There is none or there are several, or they cannot be read.
    pub fn attempt(&self, beginning: &str) -> Result<Attempt, StoreFault> {
        let like = format!("SELECT {COLUMNS} WHERE substr(attempt.id, 1, length(?1)) = ?1 LIMIT 2");
        let read = || -> rusqlite::Result<Vec<Attempt>> {
            self.db.prepare(&like)?.query_map([beginning], attempt_of)?.collect()
        };
        let mut found = read().map_err(|error| self.fault(&error))?;
        match (found.len(), beginning.is_empty()) {
            (1, false) => Ok(found.remove(0)),
            (0, _) | (_, true) => Err(self.trouble(Trouble::NoAttempt(beginning.to_owned()))),
            _ => Err(self.trouble(Trouble::ManyAttempts(beginning.to_owned()))),
        }
    }

    /// What was done in an attempt, in order.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn deeds(&self, id: &AttemptId) -> Result<Vec<(Deed, Millis)>, StoreFault> {
        let all = "SELECT kind, beat, what, at FROM action WHERE attempt = ?1 ORDER BY seq";
        let read = || -> rusqlite::Result<Vec<(Option<Deed>, Millis)>> {
            let deed = |row: &Row<'_>| {
                let at: i64 = row.get(3)?;
                Ok((deed_of(row)?, Millis::try_from(at).unwrap_or_default()))
            };
            self.db.prepare(all)?.query_map([id.as_str()], deed)?.collect()
        };
        let damaged = || self.trouble(Trouble::Damaged(format!("attempt {id}")));
        let found = read().map_err(|error| self.fault(&error))?;
        let whole = found.into_iter().map(|(deed, at)| Some((deed?, at)));
        whole.collect::<Option<_>>().ok_or_else(damaged)
    }

    /// The scenario's text as it was when an attempt was made.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn scenario_text(&self, hash: &str) -> Result<String, StoreFault> {
        let text = "SELECT text FROM scenario WHERE hash = ?1";
        let found = self.db.query_row(text, [hash], |row| row.get(0)).optional();
        let damaged = || self.trouble(Trouble::Damaged(format!("scenario {hash}")));
        found.map_err(|error| self.fault(&error))?.ok_or_else(damaged)
    }
}

fn insert(change: &Transaction<'_>, new: &NewAttempt) -> rusqlite::Result<()> {
    let hash = hash_of(&new.text);
    change.execute(
        "INSERT OR IGNORE INTO scenario (hash, id, text) VALUES (?1, ?2, ?3)",
        params![hash, new.scenario, new.text],
    )?;
    let person =
        new.person.as_deref().map(|name| person_of(change, name, new.started)).transpose()?;
    let (parent, fork) = new.parent.as_ref().map(|(id, turn)| (id.as_str(), *turn)).unzip();
    change.execute(
        "INSERT INTO attempt (id, person, hash, seed, draws, mode, program, started, parent, fork)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            new.id.as_str(),
            person,
            hash,
            // Seeds use all 64 bits, more than SQLite's numbers hold.
            new.seed.0.to_string(),
            DRAWS,
            new.mode.code(),
            env!("CARGO_PKG_VERSION"),
            new.started,
            parent,
            fork
        ],
    )?;
    Ok(())
}

fn insert_deed(
    change: &Transaction<'_>,
    id: &AttemptId,
    seq: u32,
    deed: &Deed,
    at: Millis,
) -> rusqlite::Result<()> {
    let (kind, beat, what) = match deed {
        Deed::Choose { beat, choice } => ("choose", Some(beat.as_str()), Some(choice.clone())),
        Deed::Wait { beat } => ("wait", Some(beat.as_str()), None),
        Deed::Fill(entries) => {
            ("fill", None, Some(serde_json::Value::from(entries.as_slice()).to_string()))
        }
        Deed::TakeBack => ("take-back", None, None),
    };
    change.execute(
        "INSERT INTO action (attempt, seq, at, kind, beat, what) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id.as_str(), seq, i64::try_from(at).unwrap_or(i64::MAX), kind, beat, what],
    )?;
    Ok(())
}

fn end(db: &rusqlite::Connection, id: &AttemptId, finish: &Finish) -> rusqlite::Result<usize> {
    db.execute(
        "UPDATE attempt SET ended = ?2, ending = ?3, result = ?4 WHERE id = ?1 AND ended IS NULL",
        params![id.as_str(), finish.ended, finish.ending, finish.result],
    )
}

fn attempt_of(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    let ended: Option<i64> = row.get(7)?;
    let (ending, result) = (row.get(8)?, row.get(9)?);
    let parent: Option<String> = row.get(10)?;
    let fork: Option<u32> = row.get(11)?;
    let seed: String = row.get(4)?;
    let mode: String = row.get(5)?;
    Ok(Attempt {
        id: AttemptId(row.get(0)?),
        person: row.get(1)?,
        scenario: row.get(2)?,
        hash: row.get(3)?,
        seed: Seed(seed.parse().unwrap_or_default()),
        mode: Mode::of(&mode).unwrap_or_default(),
        started: row.get(6)?,
        finish: ended.map(|ended| Finish { ended, ending, result }),
        parent: parent.map(AttemptId).zip(fork),
        choices: row.get(12)?,
        taken_back: row.get(13)?,
    })
}

/// Nothing where the row is none that this program writes.
fn deed_of(row: &Row<'_>) -> rusqlite::Result<Option<Deed>> {
    let kind: String = row.get(0)?;
    let (beat, what): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
    Ok(match (kind.as_str(), beat, what) {
        ("choose", Some(beat), Some(choice)) => Some(Deed::Choose { beat, choice }),
        ("wait", Some(beat), None) => Some(Deed::Wait { beat }),
        ("fill", None, Some(entries)) => serde_json::from_str(&entries).ok().map(Deed::Fill),
        ("take-back", None, None) => Some(Deed::TakeBack),
        _ => None,
    })
}
