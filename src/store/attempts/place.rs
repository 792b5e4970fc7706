//! Where the data folder is.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::store::attempts::setting::glance;
use crate::store::attempts::{Store, StoreFault, Trouble};
use crate::store::settings::Settings;

/// The variable of the environment that names the data folder.
pub const DATA_VARIABLE: &str = "KIKITORI_DATA";

/// A folder of this name beside the program makes it portable: everything is kept there.
const PORTABLE: &str = "kikitori-data";

/// The file's name in which settings were kept before the store held them.
const OLD_SETTINGS: &str = "settings.json";

/// The folder that someone has named: what was asked for, what the environment names, or the folder beside the program.
pub fn named_folder(
    asked: Option<&Path>,
    variable: Option<OsString>,
    program: Option<&Path>,
) -> Option<PathBuf> {
    let named = asked
        .map(Path::to_owned)
        .or_else(|| variable.filter(|variable| !variable.is_empty()).map(PathBuf::from));
    named.or_else(|| {
        let beside = program?.parent()?.join(PORTABLE);
        beside.is_dir().then_some(beside)
    })
}

/// Where everything is kept: in one folder, with settings and all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    /// The file in which settings were kept before the store held them.
    old_settings: PathBuf,
}

impl Place {
    /// The folder that was named, or the platform's.
    ///
    /// # Errors
    /// None was named, and the platform names none.
    pub fn of(named: Option<PathBuf>) -> Result<Self, StoreFault> {
        if let Some(folder) = named {
            let old_settings = folder.join(OLD_SETTINGS);
            return Ok(Self { folder, old_settings });
        }
        let strategy = etcetera::choose_base_strategy()
            .map_err(|_| StoreFault::new(Path::new(DATA_VARIABLE), Trouble::NoFolder))?;
        Ok(Self {
            folder: strategy.data_dir().join("kikitori"),
            old_settings: strategy.config_dir().join("kikitori").join(OLD_SETTINGS),
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens the store, and makes it if it is not there. Settings from before are taken over, once.
    ///
    /// # Errors
    /// Why it cannot be used; what was there is as it was.
    pub fn open(&self) -> Result<Store, StoreFault> {
        let mut store = Store::open(&self.folder)?;
        if let Some(settings) = self.read_old_settings() {
            store.take_over(&settings)?;
            // Where it cannot be removed, it is not read any more.
            let _ = self.remove_old_settings();
        }
        Ok(store)
    }

    /// Opens the store where anything is kept.
    ///
    /// # Errors
    /// Why what is there cannot be used.
    pub fn open_existing(&self) -> Result<Option<Store>, StoreFault> {
        if self.old_settings.exists() {
            return self.open().map(Some);
        }
        Store::open_existing(&self.folder)
    }

    /// What is set, read without changing anything; nothing where nothing ever was.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn settings(&self) -> Result<Option<Settings>, StoreFault> {
        Ok(glance(&self.folder)?.or_else(|| self.read_old_settings()))
    }

    #[expect(clippy::disallowed_methods, reason = "the store reads what it takes over")]
    fn read_old_settings(&self) -> Option<Settings> {
        let bytes = fs::read(&self.old_settings).ok()?;
        Some(Settings::of_file(&String::from_utf8_lossy(&bytes)))
    }

    /// Removes the settings from before, and what may be left of an attempt to write them.
    ///
    /// # Errors
    /// Why they could not be removed.
    pub fn remove_old_settings(&self) -> Result<(), StoreFault> {
        for file in [&self.old_settings, &self.old_settings.with_extension("json.new")] {
            match fs::remove_file(file) {
                Err(error) if file.exists() => {
                    return Err(StoreFault::new(file, Trouble::Unwritable(error.to_string())));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_comes_before_the_environment() {
        let asked = named_folder(Some(Path::new("here")), Some("there".into()), None);
        assert_eq!(asked.as_deref(), Some(Path::new("here")));
        assert_eq!(Place::of(asked).unwrap().folder(), Path::new("here"));
        let there = named_folder(None, Some("there".into()), None);
        assert_eq!(there.as_deref(), Some(Path::new("there")));
    }

    #[test]
    fn a_folder_beside_the_program_makes_it_portable() {
        let folder = std::env::temp_dir().join(format!("kikitori-portable-{}", std::process::id()));
        let program = folder.join("kikitori");
        let portable = folder.join(PORTABLE);
        fs::create_dir_all(&portable).unwrap();
        assert_eq!(named_folder(None, Some(OsString::new()), Some(&program)), Some(portable));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(named_folder(None, None, Some(&program)), None);
    }
}
