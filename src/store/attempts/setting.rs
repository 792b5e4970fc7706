//! What is set, kept setting by setting, and taken over from the file in which it was kept before.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};

use crate::store::attempts::schema::{self, FILE};
use crate::store::attempts::{PATIENCE, Store, StoreFault, Trouble};
use crate::store::settings::{Rows, Settings};

impl Store {
    /// What is set; nothing where nothing ever was.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn settings(&self) -> Result<Option<Settings>, StoreFault> {
        read(&self.db).map_err(|error| self.fault(&error))
    }

    /// Keeps what is set otherwise now than it was before. What another window has set besides stays.
    ///
    /// # Errors
    /// Why it could not be kept; then nothing of it was.
    pub fn set(&mut self, before: &Settings, now: &Settings) -> Result<(), StoreFault> {
        let (was, is) = (before.rows(), now.rows());
        let path = self.path.clone();
        let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
        let change =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        for (name, value) in is.iter().filter(|(name, value)| was.get(*name) != Some(*value)) {
            let keep = "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)";
            change.execute(keep, params![name, value]).map_err(of)?;
        }
        for name in was.keys().filter(|name| !is.contains_key(*name)) {
            change.execute("DELETE FROM setting WHERE name = ?1", [name]).map_err(of)?;
        }
        change.commit().map_err(of)
    }

    /// Takes over settings that were kept elsewhere, where none are kept here yet.
    pub(super) fn take_over(&mut self, settings: &Settings) -> Result<(), StoreFault> {
        let path = self.path.clone();
        let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
        let change =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        if read(&change).map_err(of)?.is_none() {
            insert(&change, &settings.rows()).map_err(of)?;
        }
        change.commit().map_err(of)
    }
}

fn insert(db: &Connection, rows: &Rows) -> rusqlite::Result<()> {
    for (name, value) in rows {
        db.execute("INSERT INTO setting (name, value) VALUES (?1, ?2)", params![name, value])?;
    }
    Ok(())
}

fn read(db: &Connection) -> rusqlite::Result<Option<Settings>> {
    let mut all = db.prepare("SELECT name, value FROM setting")?;
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: BTreeMap<String, String> = rows.collect::<rusqlite::Result<_>>()?;
    Ok((!rows.is_empty()).then(|| Settings::of_rows(&rows)))
}

/// What is set in a folder's store, read without making one or bringing it to another version.
pub(super) fn glance(folder: &Path) -> Result<Option<Settings>, StoreFault> {
    let path = folder.join(FILE);
    schema::look(&path)?;
    if !path.exists() {
        return Ok(None);
    }
    let of = |error: rusqlite::Error| StoreFault::of(&path, &error);
    // To write, because only then what a killed program left in the log is put in order.
    let db = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(of)?;
    db.busy_timeout(PATIENCE).map_err(of)?;
    match schema::version(&db).map_err(of)? {
        version if version > schema::latest() => {
            Err(StoreFault::new(&path, Trouble::Newer(version)))
        }
        version if version < schema::WITH_SETTINGS => Ok(None),
        _ => read(&db).map_err(of),
    }
}
