//! The readings of a scenario, kept in a file beside it.
#![expect(clippy::disallowed_methods, reason = "this is where they are read and written")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::blind::Reading;
use crate::store::{FileText, read_file};

/// The readings of the shipped scenarios, as `(scenario file name, text)`.
pub const SHIPPED_READINGS: &[(&str, &str)] = &[
    ("last-day-sweets.ron", include_str!("../../scenarios/last-day-sweets.blind.jsonl")),
    ("first-call.ron", include_str!("../../scenarios/first-call.blind.jsonl")),
    ("on-whose-terms.ron", include_str!("../../scenarios/on-whose-terms.blind.jsonl")),
    ("company-face.ron", include_str!("../../scenarios/company-face.blind.jsonl")),
];

/// The file with the readings of the scenario in `scenario`.
pub fn readings_file(scenario: &Path) -> PathBuf {
    scenario.with_extension("blind.jsonl")
}

/// The readings beside a scenario's file; none where there is no such file, or it cannot be read.
pub fn readings_of(scenario: &Path) -> Vec<Reading> {
    match read_file(&readings_file(scenario)) {
        Ok(FileText::Text(text, _)) => Reading::read_all(&text),
        Ok(FileText::NotText(_)) | Err(_) => Vec::new(),
    }
}

/// Adds a reading to the file beside a scenario.
///
/// # Errors
/// What the system said. What was in the file before stays.
pub fn keep_reading(scenario: &Path, reading: &Reading) -> io::Result<PathBuf> {
    let path = readings_file(scenario);
    let mut file = File::options().create(true).append(true).open(&path)?;
    // A last line without its end, as an editor may leave it, must not swallow this one.
    let unended = fs::read(&path)?.last().is_some_and(|last| *last != b'\n');
    let start = if unended { "\n" } else { "" };
    file.write_all(format!("{start}{}\n", reading.line()).as_bytes())?;
    file.sync_all()?;
    Ok(path)
}
