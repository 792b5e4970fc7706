//! A folder of a test's own, gone when the test is over.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use kikitori::store::{Place, Store};

/// How many there were, so that no two are the same.
static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// An empty folder.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("kikitori-test-{}-{number}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        // A process of this number may have been killed before.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The folder as the place of everything that is kept.
    pub(crate) fn place(&self) -> Place {
        Place::of(Some(self.0.clone())).unwrap()
    }

    /// The store in it.
    pub(crate) fn store(&self) -> Store {
        self.place().open().unwrap()
    }

    /// The store's file.
    pub(crate) fn store_file(&self) -> PathBuf {
        self.0.join("kikitori.sqlite")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
