//! Where the data folder is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::store::attempts::{StoreFault, Trouble};

/// The variable of the environment that names the data folder.
pub const DATA_VARIABLE: &str = "KIKITORI_DATA";

/// A folder of this name beside the program makes it portable: everything is kept there.
const PORTABLE: &str = "kikitori-data";

/// The data folder: what was asked for, what the environment names, the folder beside the program, or the platform's.
///
/// # Errors
/// None of these names a folder.
pub fn data_folder(
    asked: Option<&Path>,
    variable: Option<OsString>,
    program: Option<&Path>,
) -> Result<PathBuf, StoreFault> {
    let named = asked
        .map(Path::to_owned)
        .or_else(|| variable.filter(|variable| !variable.is_empty()).map(PathBuf::from));
    let beside = || {
        let beside = program?.parent()?.join(PORTABLE);
        beside.is_dir().then_some(beside)
    };
    let platform = || {
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(etcetera::BaseStrategy::data_dir(&strategy).join("kikitori"))
    };
    named
        .or_else(beside)
        .or_else(platform)
        .ok_or_else(|| StoreFault::new(Path::new(DATA_VARIABLE), Trouble::NoFolder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_comes_before_the_environment() {
        let asked = data_folder(Some(Path::new("here")), Some("there".into()), None);
        assert_eq!(asked.unwrap(), Path::new("here"));
        assert_eq!(data_folder(None, Some("there".into()), None).unwrap(), Path::new("there"));
    }

    #[test]
    fn a_folder_beside_the_program_makes_it_portable() {
        let folder = std::env::temp_dir().join(format!("kikitori-portable-{}", std::process::id()));
        let program = folder.join("kikitori");
        let portable = folder.join(PORTABLE);
        std::fs::create_dir_all(&portable).unwrap();
        assert_eq!(data_folder(None, Some(OsString::new()), Some(&program)).unwrap(), portable);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_ne!(data_folder(None, None, Some(&program)).ok(), Some(portable));
    }
}
