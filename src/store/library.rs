//! Every scenario that can be played: those in the program, then those in the folders that were named.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::{Scenario, read_and_compile};
use crate::store::files::{FileText, ReadFault, read_file, scenario_files};

/// The scenarios in the program itself, as `(file name, text)`.
pub const SHIPPED: &[(&str, &str)] = &[
    ("last-day-sweets.ron", include_str!("../../scenarios/last-day-sweets.ron")),
    ("on-whose-terms.ron", include_str!("../../scenarios/on-whose-terms.ron")),
    ("company-face.ron", include_str!("../../scenarios/company-face.ron")),
    ("first-call.ron", include_str!("../../scenarios/first-call.ron")),
];

/// The id of the shipped scenario that shows a newcomer how a talk is held. It is too small to tell anyone how they
/// do: what the others must hold, as to luck and observations, is not asked of it.
pub const FIRST_CALL: &str = "first-call";

/// Where a scenario came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The program itself.
    Shipped(&'static str),
    /// A file.
    File(PathBuf),
}

/// A scenario and where it came from.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// As it was written.
    pub text: Arc<str>,
    /// Where it came from.
    pub origin: Origin,
}

/// A file that holds no playable scenario.
#[derive(Debug)]
pub enum Unplayable {
    /// It could not be read.
    Unreadable(ReadFault),
    /// It was read, and these are its faults.
    Faulty(PathBuf, Vec<Diagnostic>),
}

impl Unplayable {
    /// The file or folder.
    pub fn path(&self) -> &Path {
        match self {
            Self::Unreadable(fault) => &fault.path,
            Self::Faulty(path, _) => path,
        }
    }
}

/// What can be played, and what cannot and why.
#[derive(Debug, Default)]
pub struct Library {
    /// The scenarios, shipped ones first, each id once.
    pub shelves: Vec<Shelf>,
    /// The files that hold none.
    pub unplayable: Vec<Unplayable>,
}

impl Library {
    /// The shipped scenarios and those below the folders. A folder's scenario takes the place of a shipped one
    /// with the same id, so that an author can try a changed copy.
    pub fn open(folders: &[PathBuf]) -> Self {
        let mut library = Self::default();
        for (name, text) in SHIPPED {
            let (scenario, _) = read_and_compile(text);
            let shelf = |scenario| Shelf {
                scenario: Arc::new(scenario),
                text: Arc::from(*text),
                origin: Origin::Shipped(name),
            };
            scenario.map(shelf).into_iter().for_each(|shelf| library.add(shelf));
        }
        for folder in folders {
            let (files, faults) = scenario_files(folder);
            library.unplayable.extend(faults.into_iter().map(Unplayable::Unreadable));
            for file in files {
                library.add_file(&file);
            }
        }
        library
    }

    fn add_file(&mut self, path: &Path) {
        match load(path) {
            Ok(shelf) => self.add(shelf),
            Err(unplayable) => self.unplayable.push(unplayable),
        }
    }

    fn add(&mut self, shelf: Shelf) {
        match self.shelves.iter_mut().find(|known| known.scenario.id == shelf.scenario.id) {
            Some(known) => *known = shelf,
            None => self.shelves.push(shelf),
        }
    }

    /// The scenario with this id.
    pub fn find(&self, id: &str) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.scenario.id == id)
    }
}

/// The playable scenario in a file.
///
/// # Errors
/// Why the file holds none.
pub fn load(path: &Path) -> Result<Shelf, Unplayable> {
    match read_file(path).map_err(Unplayable::Unreadable)? {
        FileText::NotText(finding) => Err(Unplayable::Faulty(path.to_owned(), vec![finding])),
        FileText::Text(text, _) => {
            let (scenario, findings) = read_and_compile(&text);
            let errors = || {
                findings
                    .into_iter()
                    .filter(|finding| finding.rule.severity() == Severity::Error)
                    .collect()
            };
            let scenario = scenario.ok_or_else(|| Unplayable::Faulty(path.to_owned(), errors()))?;
            let origin = Origin::File(path.to_owned());
            Ok(Shelf { scenario: Arc::new(scenario), text: text.into(), origin })
        }
    }
}
