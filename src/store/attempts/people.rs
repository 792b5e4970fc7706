//! People, by the name or pseudonym that they gave, and how all that is kept of one is erased.

use std::fs;

use rusqlite::{Connection, TransactionBehavior, params};

use crate::store::attempts::schema::BACKUPS;
use crate::store::attempts::written::REPORTS;
use crate::store::attempts::{Store, StoreFault, Trouble};
use crate::store::settings::PERSON;

/// The longest name, in characters.
pub const NAME_MAX: usize = 60;

/// Someone who practises on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name or pseudonym.
    pub name: String,
    /// When the first attempt was kept, in Unix milliseconds.
    pub since: i64,
    /// How many attempts are kept.
    pub attempts: u32,
}

/// A name as it is kept: without what cannot be seen, with single spaces, and not longer than [`NAME_MAX`]; nothing if
/// nothing is left.
pub fn clean_name(typed: &str) -> Option<String> {
    let seen = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let typed: String =
        typed.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(seen).collect();
    let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
    let name: String = words.join(" ").chars().take(NAME_MAX).collect();
    (!name.is_empty()).then(|| name.trim_end().to_owned())
}

/// The row of a person, who is new here if there is none.
pub(super) fn person_of(db: &Connection, name: &str, now: i64) -> rusqlite::Result<i64> {
    db.execute("INSERT OR IGNORE INTO person (name, since) VALUES (?1, ?2)", params![name, now])?;
    db.query_row("SELECT id FROM person WHERE name = ?1", [name], |row| row.get(0))
}

/// What belongs to the person goes with the row. Says how many rows there were.
fn erase_named(db: &Connection, name: &str) -> rusqlite::Result<usize> {
    let person = db.execute("DELETE FROM person WHERE name = ?1", [name])?;
    let set = "DELETE FROM setting WHERE name = ?1 AND value = ?2";
    Ok(person + db.execute(set, params![PERSON, name])?)
}

/// The same of those who gave no name.
fn erase_unnamed(db: &Connection) -> rusqlite::Result<usize> {
    // Who has given a name since keeps the sentences that were written with it.
    db.execute(
        "UPDATE reflection SET attempt = NULL WHERE person IS NOT NULL
         AND attempt IN (SELECT id FROM attempt WHERE person IS NULL)",
        [],
    )?;
    let attempts = db.execute("DELETE FROM attempt WHERE person IS NULL", [])?;
    Ok(attempts + db.execute("DELETE FROM reflection WHERE person IS NULL", [])?)
}

impl Store {
    /// How many attempts are kept of those who gave no name.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn unnamed(&self) -> Result<u32, StoreFault> {
        let all = "SELECT count(*) FROM attempt WHERE person IS NULL";
        self.db.query_row(all, [], |row| row.get(0)).map_err(|error| self.fault(&error))
    }

    /// Everyone of whom something is kept, by name.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn people(&self) -> Result<Vec<Person>, StoreFault> {
        let all =
            "SELECT name, since, (SELECT count(*) FROM attempt WHERE attempt.person = person.id)
            FROM person ORDER BY name";
        let read = || -> rusqlite::Result<Vec<Person>> {
            let person = |row: &rusqlite::Row<'_>| {
                Ok(Person { name: row.get(0)?, since: row.get(1)?, attempts: row.get(2)? })
            };
            self.db.prepare(all)?.query_map([], person)?.collect()
        };
        read().map_err(|error| self.fault(&error))
    }

    /// Erases a person and all that was kept of them, or of all who gave no name: not only the rows but the bytes, in the
    /// file, in its log, in the copies of earlier versions and in the reports. Whoever is erased is not named in the
    /// settings either. Scenarios stay: they hold nothing of anyone.
    ///
    /// # Errors
    /// There is no such person, or why something could not be erased; trying again goes on where it stopped.
    pub fn erase(&mut self, person: Option<&str>) -> Result<(), StoreFault> {
        let path = self.path.clone();
        let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
        let change =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let erased = match person {
            Some(name) => erase_named(&change, name),
            None => erase_unnamed(&change),
        };
        let erased = erased.map_err(of)?;
        change.commit().map_err(of)?;
        self.scrub()?;
        match person {
            _ if erased > 0 => Ok(()),
            Some(name) => Err(self.trouble(Trouble::NoPerson(name.to_owned()))),
            None => Err(self.trouble(Trouble::NoUnnamed)),
        }
    }

    /// Makes sure that what was deleted is nowhere in the folder any more.
    fn scrub(&mut self) -> Result<(), StoreFault> {
        for copies in [BACKUPS, REPORTS] {
            let copies = self.folder.join(copies);
            match fs::remove_dir_all(&copies) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(StoreFault::new(&copies, Trouble::Unwritable(error.to_string())));
                }
                _ => {}
            }
        }
        let shrink = || -> rusqlite::Result<bool> {
            self.db.execute_batch("VACUUM")?;
            self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        };
        // The log is emptied only when no other window reads it.
        match shrink().map_err(|error| self.fault(&error))? {
            false => Ok(()),
            true => Err(self.trouble(Trouble::Busy)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_without_what_cannot_be_seen() {
        for (typed, kept) in [
            ("  Mori   Yui ", Some("Mori Yui")),
            ("森\u{3000}結衣", Some("森 結衣")),
            ("a\u{202e}b\u{0}c\u{200b}", Some("abc")),
            ("\t\n ", None),
            ("", None),
        ] {
            assert_eq!(clean_name(typed).as_deref(), kept, "{typed:?}");
        }
        assert_eq!(clean_name(&"長".repeat(500)).unwrap().chars().count(), NAME_MAX);
    }
}
