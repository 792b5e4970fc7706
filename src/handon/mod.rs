//! An attempt handed on in one small file: written, and read again with care, for it may come from anywhere.

mod fault;
mod few;
mod read;
mod wire;

use crate::session::{Deed, Millis, Mode, Seed};

pub use fault::Fault;
pub use read::{Opened, read};
pub use wire::write;

/// The largest file that is read, in bytes.
pub const BYTES_MAX: usize = 64 * 1024 * 1024;

/// More steps than this are no talk that anyone had.
pub const DEEDS_MAX: usize = 10_000;

/// More notes than this are read by nobody.
pub const NOTES_MAX: usize = 1_000;

/// All that is handed on of an attempt: enough to have the talk again on any machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOn {
    /// The attempt's id.
    pub attempt: String,
    /// Who practised; nothing unless the person wanted the name in the file.
    pub person: Option<String>,
    /// The scenario's text, as it was that day.
    pub text: String,
    /// What chance was drawn from.
    pub seed: Seed,
    /// How it was practised.
    pub mode: Mode,
    /// When it began, in milliseconds since 1970 in UTC.
    pub started: i64,
    /// When it ended; nothing for a talk that was not over.
    pub ended: Option<i64>,
    /// The attempt that it left, and at which turn, counted from 0.
    pub parent: Option<(String, u32)>,
    /// What was done, each with its milliseconds since the talk began; more than [`DEEDS_MAX`] are not read again.
    pub deeds: Vec<(Deed, Millis)>,
    /// What a trainer wrote beside turns, counted from 0.
    pub notes: Vec<(u32, String)>,
    /// What the person wrote when looking back.
    pub reflection: Option<String>,
}
