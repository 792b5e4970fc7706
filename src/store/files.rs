//! Finds scenario files below a path and reads them, whatever they turn out to be.
#![expect(clippy::disallowed_methods, reason = "this is where the disk is read")]

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Rule, Span};

/// A scenario is never larger, in bytes; a file that is larger is not read.
pub const SIZE_MAX: u64 = 64 * 1024 * 1024;

/// How deep folders are searched: deeper than anyone files scenarios, shallow enough for a folder that holds itself.
const FOLDERS_MAX: usize = 16;

/// Why a path could not be read at all.
#[derive(Debug)]
pub struct ReadFault {
    /// The path.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

/// What a file holds: text, or the finding that it holds none.
#[derive(Debug, PartialEq, Eq)]
pub enum FileText {
    /// UTF-8, without a byte order mark; the finding if there was one.
    Text(String, Option<Diagnostic>),
    /// Not a scenario's text, and why.
    NotText(Diagnostic),
}

/// The scenario files at and below a path, sorted: the file itself, or every `*.ron` in the folder.
///
/// Folders that cannot be read are listed beside what was found.
pub fn scenario_files(path: &Path) -> (Vec<PathBuf>, Vec<ReadFault>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    match fs::metadata(path) {
        Ok(meta) if meta.is_dir() => search(path, FOLDERS_MAX, &mut found, &mut faults),
        Ok(_) => found.push(path.to_owned()),
        Err(error) => faults.push(ReadFault { path: path.to_owned(), error }),
    }
    found.sort();
    (found, faults)
}

fn search(folder: &Path, depth: usize, found: &mut Vec<PathBuf>, faults: &mut Vec<ReadFault>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            return faults.push(ReadFault { path: folder.to_owned(), error });
        }
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                return faults.push(ReadFault { path: folder.to_owned(), error });
            }
        };
        let path = entry.path();
        // Links to folders are not followed, so that a link to a parent cannot go round for ever.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if depth > 0 {
                search(&path, depth - 1, found, faults);
            }
        } else if path.extension().is_some_and(|extension| extension == "ron") && !path.is_dir() {
            found.push(path);
        }
    }
}

/// Reads a file, at most [`SIZE_MAX`] of it.
///
/// # Errors
/// What the system said, where the file could not be read at all.
pub fn read_file(path: &Path) -> Result<FileText, ReadFault> {
    let fault = |error| ReadFault { path: path.to_owned(), error };
    let file = File::open(path).map_err(fault)?;
    let meta = file.metadata().map_err(fault)?;
    if !meta.is_file() {
        // Reading a pipe or a device might never end.
        return Err(fault(io::Error::new(
            io::ErrorKind::InvalidInput,
            "this is not a regular file",
        )));
    }
    if meta.len() > SIZE_MAX {
        return Ok(FileText::NotText(too_large(meta.len())));
    }
    let mut bytes = Vec::new();
    file.take(SIZE_MAX + 1).read_to_end(&mut bytes).map_err(fault)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > SIZE_MAX {
        return Ok(FileText::NotText(too_large(SIZE_MAX + 1)));
    }
    Ok(text_of(bytes))
}

fn too_large(bytes: u64) -> Diagnostic {
    let megabytes = |bytes: u64| i64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(i64::MAX);
    Diagnostic::new(Rule::TooLarge, Span::default())
        .with("size", megabytes(bytes))
        .with("most", megabytes(SIZE_MAX))
}

fn text_of(bytes: Vec<u8>) -> FileText {
    let not_text = |at: usize| {
        FileText::NotText(Diagnostic::new(Rule::NotText, Span::default()).with("at", at))
    };
    // No text editor writes these; what has them is a picture, a program or noise that happens to be UTF-8.
    if let Some(at) = bytes.iter().position(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)) {
        return not_text(at);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let (rest, mark) = crate::notation::strip_byte_order_mark(&text);
            FileText::Text(rest.to_owned(), mark)
        }
        Err(error) => not_text(error.utf8_error().valid_up_to()),
    }
}

/// Writes a new file, whole or not at all.
///
/// # Errors
/// What the system said; where there is such a file already, it stays as it is.
pub fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a scenario is worse than none.
        let _ = fs::remove_file(path);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_text_or_a_finding() {
        let rule = |bytes: &[u8]| match text_of(bytes.to_vec()) {
            FileText::NotText(finding) => Some(finding.rule),
            FileText::Text(_, mark) => mark.map(|finding| finding.rule),
        };
        assert_eq!(rule("(id: \"承る\")\r\n\t".as_bytes()), None);
        assert_eq!(rule(b"\xef\xbb\xbf()"), Some(Rule::ByteOrderMark));
        assert_eq!(rule(b"\x7fELF\x02\x00"), Some(Rule::NotText));
        assert_eq!(rule(b"caf\xe9"), Some(Rule::NotText));
        assert_eq!(rule(&[0xff, 0xfe, b'(', 0]), Some(Rule::NotText));
    }
}
