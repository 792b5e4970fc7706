//! Where the data folder is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::store::attempts::{StoreFault, Trouble};

/// The variable of the environment that names the data folder.
pub const DATA_VARIABLE: &str = "KIKITORI_DATA";

/// A folder of this name beside the program makes it portable: everything is kept there.
const PORTABLE: &str = "kikitori-data";

/// The folder that someone has named: what was asked for, what the environment names, or the folder beside the program.
/// Everything is kept there, settings included.
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

/// The data folder: the one that was named, or the platform's.
///
/// # Errors
/// None was named, and the platform names none.
pub fn data_folder(named: Option<PathBuf>) -> Result<PathBuf, StoreFault> {
    let platform = || {
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(etcetera::BaseStrategy::data_dir(&strategy).join("kikitori"))
    };
    named
        .or_else(platform)
        .ok_or_else(|| StoreFault::new(Path::new(DATA_VARIABLE), Trouble::NoFolder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_comes_before_the_environment() {
        let asked = named_folder(Some(Path::new("here")), Some("there".into()), None);
        assert_eq!(asked.as_deref(), Some(Path::new("here")));
        assert_eq!(data_folder(asked).unwrap(), Path::new("here"));
        let there = named_folder(None, Some("there".into()), None);
        assert_eq!(there.as_deref(), Some(Path::new("there")));
    }

    #[test]
    fn a_folder_beside_the_program_makes_it_portable() {
        let folder = std::env::temp_dir().join(format!("kikitori-portable-{}", std::process::id()));
        let program = folder.join("kikitori");
        let portable = folder.join(PORTABLE);
        std::fs::create_dir_all(&portable).unwrap();
        assert_eq!(named_folder(None, Some(OsString::new()), Some(&program)), Some(portable));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(named_folder(None, None, Some(&program)), None);
    }
}
