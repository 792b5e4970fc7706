//! One SQLite file in the data folder: who practised what, choice by choice, and what was written about it.
//!
//! A choice is on the disk before anyone is told that it was taken: the file is written ahead (WAL) and every change is
//! synced. Attempts are kept by the names of their beats and choices, with the scenario's text, so that they can be had
//! again after the scenario has changed.

mod attempt;
mod fault;
mod hold;
mod kept;
mod people;
mod place;
mod record;
mod runs;
mod schema;
mod setting;
mod written;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

pub use attempt::{Attempt, AttemptId, Finish, NewAttempt};
pub use fault::{StoreFault, Trouble};
pub use hold::Hold;
pub use kept::{Kept, Lost, Scenarios};
pub use people::{NAME_MAX, Person, clean_name};
pub use place::{DATA_VARIABLE, Place, named_folder};
pub use record::Record;
pub use runs::runs_of;
pub use written::{Note, Reflection};

/// How long another program may hold the file before one gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// The open data folder.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    path: PathBuf,
    db: Connection,
}

impl Store {
    /// Opens the store in a folder, and makes both if they are not there.
    ///
    /// # Errors
    /// Why the folder or the file cannot be used; what was there is as it was.
    pub fn open(folder: &Path) -> Result<Self, StoreFault> {
        let path = folder.join(schema::FILE);
        schema::look(&path)?;
        let new = !path.exists();
        fs::create_dir_all(folder)
            .map_err(|error| StoreFault::new(folder, Trouble::Unwritable(error.to_string())))?;
        let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
        let mut db = Connection::open(&path).map_err(of)?;
        prepare(&db).map_err(of)?;
        schema::migrate(&mut db, &path)?;
        if new {
            // The file's name in its folder must last as well.
            sync_folder(folder);
        }
        Ok(Self { folder: folder.to_owned(), path, db })
    }

    /// Opens the store in a folder where there is one.
    ///
    /// # Errors
    /// Why what is there cannot be used.
    pub fn open_existing(folder: &Path) -> Result<Option<Self>, StoreFault> {
        let path = folder.join(schema::FILE);
        match fs::metadata(&path) {
            Ok(_) => Self::open(folder).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreFault::new(&path, Trouble::Unreadable(error.to_string()))),
        }
    }

    /// Reads the whole file and holds it to its own rules.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn verify(&self) -> Result<(), StoreFault> {
        let all = "SELECT group_concat(integrity_check, '; ') FROM pragma_integrity_check";
        let found = self.db.query_row(all, [], |row| row.get::<_, String>(0));
        match found.map_err(|error| self.fault(&error))?.as_str() {
            "ok" => Ok(()),
            wrong => Err(self.trouble(Trouble::Damaged(wrong.to_owned()))),
        }
    }

    /// The folder that all of it is in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What SQLite says, with our path.
    fn fault(&self, error: &rusqlite::Error) -> StoreFault {
        StoreFault::of(&self.path, error)
    }

    fn trouble(&self, trouble: Trouble) -> StoreFault {
        StoreFault::new(&self.path, trouble)
    }
}

/// How the file is to be treated: written ahead, on the disk before it counts, and what is deleted overwritten.
fn prepare(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(PATIENCE)?;
    // The answer is the mode that was taken; one that cannot be had is found when something is written.
    db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    db.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;",
    )
}

/// Where the system can do so; elsewhere it keeps names by itself.
#[expect(clippy::disallowed_methods, reason = "the store keeps its own folder")]
fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
