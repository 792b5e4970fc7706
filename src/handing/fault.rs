//! Why nothing was taken from a file, as one sentence.

use crate::handon;
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::store::StoreFault;

/// Why a file was not taken, or not all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandingFault {
    /// The file is no attempt that can be had again.
    File(handon::Fault),
    /// A later program wrote it.
    Newer,
    /// This is no attempt's id.
    NoId(String),
    /// The attempt of this id is here already, and went another way.
    Other(String),
    /// It cannot be kept.
    Store(StoreFault),
}

impl From<StoreFault> for HandingFault {
    fn from(fault: StoreFault) -> Self {
        Self::Store(fault)
    }
}

impl HandingFault {
    /// One sentence that names the file.
    pub fn sentence(&self, path: &str, lang: Lang) -> String {
        let with_id = |key, id: &String| say_with(lang, key, &[("id", id.as_str().into())]);
        match self {
            Self::File(fault) => format!("{path}: {}", fault.sentence(lang)),
            Self::Newer => format!("{path}: {}", say(lang, "import-newer")),
            Self::NoId(id) => with_id("import-no-id", id),
            Self::Other(id) => with_id("import-other", id),
            Self::Store(fault) => fault.sentence(lang),
        }
    }
}
