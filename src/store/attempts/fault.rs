//! What can be wrong with the data folder or the file in it, as one sentence with the place and what to do.

use std::path::{Path, PathBuf};

use crate::lang::Lang;
use crate::lang::words::say_with;

/// What went wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreFault {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What can be wrong with a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It was written by a newer program, of this version of the file; it was not touched.
    Newer(u32),
    /// It is not ours; it was not touched.
    NotAStore,
    /// What is in it contradicts itself; the text is SQLite's.
    Damaged(String),
    /// It cannot be read; the text is the system's.
    Unreadable(String),
    /// It cannot be written; the text is the system's.
    Unwritable(String),
    /// There is no room left.
    Full,
    /// Another program has held it for longer than one waits.
    Busy,
    /// The disk failed to write or to keep it; the text is the system's.
    Disk(String),
    /// This talk goes on in another window.
    Elsewhere,
    /// No attempt has this id, or a beginning of an id that was given.
    NoAttempt(String),
    /// Several attempts have ids that begin like this.
    ManyAttempts(String),
    /// No person has this name.
    NoPerson(String),
    /// Nothing is kept of anyone who gave no name.
    NoUnnamed,
    /// This is no name that can be kept.
    NoName,
    /// The platform names no folder for data.
    NoFolder,
}

impl Trouble {
    /// The end of its sentence's key, and the system's words.
    fn key(&self) -> (&'static str, String) {
        match self {
            Self::Newer(version) => ("newer", version.to_string()),
            Self::NotAStore => ("not-a-store", String::new()),
            Self::Damaged(error) => ("damaged", error.clone()),
            Self::Unreadable(error) => ("unreadable", error.clone()),
            Self::Unwritable(error) => ("unwritable", error.clone()),
            Self::Full => ("full", String::new()),
            Self::Busy => ("busy", String::new()),
            Self::Disk(error) => ("disk", error.clone()),
            Self::Elsewhere => ("elsewhere", String::new()),
            Self::NoAttempt(id) => ("no-attempt", id.clone()),
            Self::ManyAttempts(id) => ("many-attempts", id.clone()),
            Self::NoPerson(name) => ("no-person", name.clone()),
            Self::NoUnnamed => ("no-unnamed", String::new()),
            Self::NoName => ("no-name", String::new()),
            Self::NoFolder => ("no-folder", String::new()),
        }
    }
}

impl StoreFault {
    /// A trouble at a place.
    pub(crate) fn new(path: &Path, trouble: Trouble) -> Self {
        Self { path: path.to_owned(), trouble }
    }

    /// What SQLite says, in our words.
    pub(super) fn of(path: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        // SQLite names the file that it could not open; the sentence has named it before.
        let text = error.to_string();
        let place = format!(": {}", path.display());
        let text = text.strip_suffix(&place).unwrap_or(&text).to_owned();
        let trouble = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Trouble::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Trouble::Unwritable(text)
            }
            Some(ErrorCode::NotADatabase) => Trouble::NotAStore,
            Some(ErrorCode::SystemIoFailure) => Trouble::Disk(text),
            // What the tables do not allow is in them all the same.
            _ => Trouble::Damaged(text),
        };
        Self::new(path, trouble)
    }

    /// One sentence: the place, what is wrong, and what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        let (key, what) = self.trouble.key();
        let args = [("path", self.path.display().to_string().into()), ("what", what.into())];
        say_with(lang, &format!("store-{key}"), &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_has_one_sentence_in_both_languages() {
        let text = || "x".to_owned();
        for trouble in [
            Trouble::Newer(9),
            Trouble::NotAStore,
            Trouble::Damaged(text()),
            Trouble::Unreadable(text()),
            Trouble::Unwritable(text()),
            Trouble::Full,
            Trouble::Busy,
            Trouble::Disk(text()),
            Trouble::Elsewhere,
            Trouble::NoAttempt(text()),
            Trouble::ManyAttempts(text()),
            Trouble::NoPerson(text()),
            Trouble::NoUnnamed,
            Trouble::NoName,
            Trouble::NoFolder,
        ] {
            for lang in Lang::ALL {
                let said = StoreFault::new(Path::new("here"), trouble.clone()).sentence(lang);
                assert!(!said.contains('⟨') && !said.contains('\n'), "{said}");
            }
        }
    }

    #[test]
    fn a_place_is_named_once() {
        let folder = std::env::temp_dir();
        let error = rusqlite::Connection::open(&folder).unwrap_err();
        assert!(error.to_string().contains(&folder.display().to_string()), "{error}");
        let said = StoreFault::of(&folder, &error).sentence(Lang::En);
        assert_eq!(said.matches(&folder.display().to_string()).count(), 1, "{said}");
    }
}
