//! The tables, how a file of an earlier version becomes one of this version, and which files are not touched.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use crate::store::attempts::fault::{StoreFault, Trouble};

/// The file's name in the data folder.
pub(super) const FILE: &str = "kikitori.sqlite";

/// The folder for copies that are made before a file is brought to a newer version.
pub(super) const BACKUPS: &str = "backups";

/// Marks the file as ours, in the place that SQLite keeps for it: "kiki" in ASCII.
const OURS: u32 = 0x6b69_6b69;

/// One text of SQL a version, the first makes version 1. What is here was used by someone: never change it, add to it.
const MIGRATIONS: &[&str] = &[VERSION_1, VERSION_2];

/// People, what they played, and what they and their trainer wrote about it. Times are Unix milliseconds, `at` of an
/// action milliseconds since its talk began.
const VERSION_1: &str = "
PRAGMA application_id = 0x6b696b69;
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;
CREATE TABLE scenario (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt (
    id TEXT PRIMARY KEY,
    person INTEGER REFERENCES person ON DELETE CASCADE,
    hash TEXT NOT NULL REFERENCES scenario,
    seed TEXT NOT NULL,
    draws TEXT NOT NULL,
    mode TEXT NOT NULL,
    program TEXT NOT NULL,
    started INTEGER NOT NULL,
    ended INTEGER,
    ending TEXT,
    result TEXT,
    parent TEXT,
    fork INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_by_person ON attempt (person, started);
CREATE TABLE action (
    attempt TEXT NOT NULL REFERENCES attempt ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    beat TEXT,
    what TEXT,
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
    attempt TEXT NOT NULL REFERENCES attempt ON DELETE CASCADE,
    turn INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (attempt, turn)
) STRICT, WITHOUT ROWID;
CREATE TABLE reflection (
    id INTEGER PRIMARY KEY,
    person INTEGER REFERENCES person ON DELETE CASCADE,
    attempt TEXT REFERENCES attempt ON DELETE CASCADE,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
";

/// What is set, which was in a file of its own before. A setting that is not here has its default.
const VERSION_2: &str = "
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// The first version that holds settings.
pub(super) const WITH_SETTINGS: u32 = 2;

/// The version that this program writes.
pub(super) fn latest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// Looks at the first bytes of a file without letting SQLite near it, for it may be another's or of a newer version.
///
/// # Errors
/// The file cannot be read, is no SQLite file, belongs to another program, or is newer than this program.
pub(super) fn look(path: &Path) -> Result<(), StoreFault> {
    let fault = |trouble| StoreFault::new(path, trouble);
    let mut file = match open_to_read(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(fault(Trouble::Unreadable(error.to_string()))),
    };
    let mut head = [0_u8; 100];
    let read = read_up_to(&mut file, &mut head);
    let read = read.map_err(|error| fault(Trouble::Unreadable(error.to_string())))?;
    if read == 0 {
        // SQLite makes the file before it writes the first page.
        return Ok(());
    }
    if read < head.len() || !head.starts_with(b"SQLite format 3\0") {
        return Err(fault(Trouble::NotAStore));
    }
    let number =
        |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let (version, whose) = (number(60), number(68));
    match (version, whose) {
        (version, OURS) if version > latest() => Err(fault(Trouble::Newer(version))),
        // Version 0 is a file whose first version is still in its log.
        (_, OURS) | (0, 0) => Ok(()),
        _ => Err(fault(Trouble::NotAStore)),
    }
}

#[expect(clippy::disallowed_methods, reason = "the store reads its own file")]
fn open_to_read(path: &Path) -> std::io::Result<File> {
    File::open(path)
}

/// Reads until the buffer is full or the file ends.
fn read_up_to(file: &mut File, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match file.read(&mut buffer[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}

/// The version of an open file.
pub(super) fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings an open file to this program's version, each step whole or not at all, after a copy of what was there.
///
/// # Errors
/// The file is newer than this program, cannot be copied or cannot be changed; then it is as it was.
pub(super) fn migrate(db: &mut Connection, path: &Path) -> Result<(), StoreFault> {
    let of = |error: rusqlite::Error| StoreFault::of(path, &error);
    let found = version(db).map_err(of)?;
    if found > latest() {
        return Err(StoreFault::new(path, Trouble::Newer(found)));
    }
    if found == latest() {
        // Whoever only reads need not wait for whoever writes.
        return Ok(());
    }
    if found > 0 {
        back_up(db, path, found)?;
    }
    loop {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        // Another window may have done this step in the meantime.
        let now = version(&change).map_err(of)?;
        let Some(step) = usize::try_from(now).ok().and_then(|now| MIGRATIONS.get(now)) else {
            return Ok(());
        };
        change.execute_batch(step).map_err(of)?;
        change.pragma_update(None, "user_version", now + 1).map_err(of)?;
        change.commit().map_err(of)?;
    }
}

/// Copies the file as it is into the folder of backups; a copy that is there already was made by a step that then failed.
fn back_up(db: &Connection, path: &Path, version: u32) -> Result<(), StoreFault> {
    let copy = backup(path, version);
    let folder = copy.parent().unwrap_or(path);
    let made = fs::create_dir_all(folder).and_then(|()| match fs::remove_file(&copy) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    });
    made.map_err(|error| StoreFault::new(folder, Trouble::Unwritable(error.to_string())))?;
    let text = copy.to_string_lossy().into_owned();
    db.execute("VACUUM INTO ?1", [text]).map_err(|error| StoreFault::of(&copy, &error))?;
    Ok(())
}

/// Where the copy of a file of this version is kept.
fn backup(path: &Path, version: u32) -> PathBuf {
    path.with_file_name(BACKUPS).join(format!("kikitori-version-{version}.sqlite"))
}
