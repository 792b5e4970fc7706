//! What is kept of rooms: journals that are written key by key, plans that were prepared, and records to keep.
#![expect(clippy::disallowed_methods, reason = "this is where they are read and written")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The ending of a journal whose room was not closed.
const OPEN: &str = ".open.jsonl";
/// The ending of a journal whose room was closed.
const CLOSED: &str = ".jsonl";

/// The folder in which rooms are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rooms(PathBuf);

/// A journal that is being written: what is in it is on the disk.
#[derive(Debug)]
pub struct RoomJournal {
    file: File,
    path: PathBuf,
}

impl Rooms {
    /// The rooms in a data folder.
    pub fn in_folder(data: &Path) -> Self {
        Self(data.join("rooms"))
    }

    /// Begins a journal with its first line. `name` is a day and a time, by which journals are sorted.
    ///
    /// # Errors
    /// What the system said; also where there is such a journal already.
    pub fn begin(&self, name: &str, head: &str) -> io::Result<RoomJournal> {
        fs::create_dir_all(&self.0)?;
        let path = self.0.join(format!("{name}{OPEN}"));
        let file = File::options().append(true).create_new(true).open(&path)?;
        let mut journal = RoomJournal { file, path };
        journal.add(head)?;
        // The folder's own entry, so that the file is still there after a power cut.
        File::open(&self.0)?.sync_all()?;
        Ok(journal)
    }

    /// The latest journal whose room was not closed, with its text.
    pub fn unfinished(&self) -> Option<(PathBuf, String)> {
        let path = newest(&self.0, |name| name.ends_with(OPEN))?;
        // What a crash cut in the middle of a sign is no reason to lose the rest.
        let bytes = fs::read(&path).ok()?;
        Some((path, String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Goes on with a journal after its first so many lines; what comes after them was cut short and is taken away.
    ///
    /// # Errors
    /// What the system said.
    pub fn go_on(&self, path: &Path, lines: usize) -> io::Result<RoomJournal> {
        let bytes = fs::read(path)?;
        let ends =
            bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let whole = ends.take(lines).last().unwrap_or_default();
        let file = File::options().append(true).open(path)?;
        file.set_len(u64::try_from(whole).unwrap_or_default())?;
        file.sync_all()?;
        Ok(RoomJournal { file, path: path.to_owned() })
    }

    /// Keeps a trainer's plan for a scenario; a trainer without a name shares it with all others who have none.
    ///
    /// # Errors
    /// What the system said; the plan before is still there.
    pub fn keep_plan(&self, trainer: &str, scenario: &str, text: &str) -> io::Result<()> {
        replace(&self.plan_file(trainer, scenario), text)
    }

    /// The plan that was kept for a scenario by this trainer.
    pub fn plan(&self, trainer: &str, scenario: &str) -> Option<String> {
        fs::read_to_string(self.plan_file(trainer, scenario)).ok()
    }

    /// Keeps where to turn afterwards, as this trainer wrote it.
    ///
    /// # Errors
    /// What the system said; what was kept before is still there.
    pub fn keep_contact(&self, trainer: &str, line: &str) -> io::Result<()> {
        replace(&self.own(trainer).join("contact.txt"), line)
    }

    /// Where to turn afterwards, as this trainer wrote it.
    pub fn contact(&self, trainer: &str) -> Option<String> {
        fs::read_to_string(self.own(trainer).join("contact.txt")).ok()
    }

    /// The folder of what a trainer has prepared.
    fn own(&self, trainer: &str) -> PathBuf {
        let plans = self.0.join("plans");
        if trainer.is_empty() { plans } else { plans.join(safe(trainer)) }
    }

    fn plan_file(&self, trainer: &str, scenario: &str) -> PathBuf {
        self.own(trainer).join(format!("{}.json", safe(scenario)))
    }

    /// Writes a page to print, and says in which folder it is.
    ///
    /// # Errors
    /// What the system said.
    pub fn keep_card(&self, name: &str, page: &str) -> io::Result<PathBuf> {
        let folder = self.0.join("cards");
        replace(&folder.join(format!("{}.html", safe(name))), page)?;
        Ok(folder)
    }

    /// Keeps a record in one of its forms, and says where.
    ///
    /// # Errors
    /// What the system said.
    pub fn keep_record(&self, name: &str, ending: &str, text: &str) -> io::Result<PathBuf> {
        let folder = self.0.join("records");
        replace(&folder.join(format!("{name}.{ending}")), text)?;
        Ok(folder)
    }

    /// The latest JSON record that `fits`, but for the one of this name.
    pub fn latest_record(&self, but: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
        let folder = self.0.join("records");
        let mut names: Vec<String> = names(&folder);
        names.retain(|name| name.ends_with(".json") && name.strip_suffix(".json") != Some(but));
        names.sort();
        let mut texts =
            names.iter().rev().filter_map(|name| fs::read_to_string(folder.join(name)).ok());
        texts.find(|text| fits(text))
    }
}

impl RoomJournal {
    /// Adds a line; when this returns, it is on the disk.
    ///
    /// # Errors
    /// What the system said.
    pub fn add(&mut self, line: &str) -> io::Result<()> {
        // One write, so that a crash leaves a line whole or cut short, and nothing between two.
        self.file.write_all(format!("{line}\n").as_bytes())?;
        self.file.sync_data()
    }

    /// The name that it was begun with.
    pub fn name(&self) -> &str {
        let name = self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    /// Closes it: it is kept, and not offered to be gone on with.
    ///
    /// # Errors
    /// What the system said.
    pub fn close(self) -> io::Result<PathBuf> {
        let closed = self.path.with_file_name(format!("{}{CLOSED}", self.name()));
        fs::rename(&self.path, &closed)?;
        Ok(closed)
    }
}

/// A name that is a file's and nothing else.
fn safe(id: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    id.chars().map(plain).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

fn newest(folder: &Path, fits: impl Fn(&str) -> bool) -> Option<PathBuf> {
    names(folder).into_iter().filter(|name| fits(name)).max().map(|name| folder.join(name))
}

/// Whole or not at all.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_gone_on_with_where_it_was_whole() {
        let folder = std::env::temp_dir().join(format!("kikitori-rooms-{}", std::process::id()));
        let rooms = Rooms::in_folder(&folder);
        assert_eq!(rooms.unfinished(), None);
        let mut journal = rooms.begin("2026-11-25-100000", "head").unwrap();
        assert!(rooms.begin("2026-11-25-100000", "head").is_err(), "one room, one journal");
        journal.add("one").unwrap();
        journal.file.write_all("二つ".as_bytes().split_last().unwrap().1).unwrap();
        drop(journal);
        let (path, text) = rooms.unfinished().unwrap();
        assert!(text.starts_with("head\none\n二"));
        let mut journal = rooms.go_on(&path, 2).unwrap();
        journal.add("two").unwrap();
        assert_eq!(rooms.unfinished().unwrap().1, "head\none\ntwo\n");
        assert_eq!(journal.name(), "2026-11-25-100000");
        let closed = journal.close().unwrap();
        assert!(closed.ends_with("2026-11-25-100000.jsonl") && rooms.unfinished().is_none());
        rooms.keep_plan("", "../a b", "{}").unwrap();
        rooms.keep_plan("../森", "../a b", "{1}").unwrap();
        assert_eq!(rooms.plan("", "../a b").as_deref(), Some("{}"));
        assert_eq!(rooms.plan("../森", "../a b").as_deref(), Some("{1}"));
        rooms.keep_contact("../森", "内線 3").unwrap();
        assert_eq!((rooms.contact("../森").as_deref(), rooms.contact("")), (Some("内線 3"), None));
        assert!(folder.join("rooms/plans/---a-b.json").is_file());
        assert!(folder.join("rooms/plans/---森/---a-b.json").is_file());
        assert!(rooms.keep_card("a/b", "page").unwrap().join("a-b.html").is_file());
        for (name, text) in [("1", "{a}"), ("2", "{b}"), ("3", "{c}")] {
            rooms.keep_record(name, "json", text).unwrap();
        }
        assert_eq!(rooms.latest_record("3", |text| text != "{b}").as_deref(), Some("{a}"));
        fs::remove_dir_all(folder).unwrap();
    }
}
