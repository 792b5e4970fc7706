//! Says to other windows that an attempt goes on here, for as long as this program lives.

use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use crate::store::attempts::{AttemptId, Store, StoreFault, Trouble};

/// The folder in which attempts that go on are marked.
const FOLDER: &str = "open";

/// An attempt that goes on here. The system forgets it when the program ends, however it ends.
#[derive(Debug)]
pub struct Hold {
    /// Kept open, because the lock is the file's.
    _file: File,
    path: PathBuf,
}

impl Drop for Hold {
    fn drop(&mut self) {
        // What stays of it is an empty file that nobody holds.
        let _ = fs::remove_file(&self.path);
    }
}

impl Store {
    /// Takes hold of an attempt.
    ///
    /// # Errors
    /// It goes on in another window, or the folder cannot be written.
    pub fn hold(&self, id: &AttemptId) -> Result<Hold, StoreFault> {
        let folder = self.folder.join(FOLDER);
        let path = folder.join(id.as_str());
        let unwritable = |error: std::io::Error| {
            StoreFault::new(&folder, Trouble::Unwritable(error.to_string()))
        };
        fs::create_dir_all(&folder).map_err(unwritable)?;
        let file = File::options().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(unwritable)?;
        match file.try_lock() {
            Ok(()) => Ok(Hold { _file: file, path }),
            Err(TryLockError::WouldBlock) => Err(StoreFault::new(&path, Trouble::Elsewhere)),
            Err(TryLockError::Error(error)) => Err(unwritable(error)),
        }
    }
}
