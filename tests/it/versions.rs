//! Stores of every version that was ever written, brought to this one: whole or not at all, and with a copy of what was.

use std::path::{Path, PathBuf};

use kikitori::lang::Lang;
use kikitori::session::Seed;
use kikitori::store::{Scenarios, Settings, Store, TextSize, ThemeName};
use rusqlite::Connection;

use crate::folder::Folder;
use crate::killing::{killed_at, shim};
use crate::program::kikitori;

/// The stores of all versions, under `tests/stores`, each as a program of this repository's history has written it.
fn versions() -> Vec<(u32, PathBuf)> {
    let stores = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stores");
    let entries = std::fs::read_dir(stores).unwrap().map(|entry| entry.unwrap().path());
    let mut versions: Vec<_> = entries.map(|path| (version(&path), path)).collect();
    versions.sort();
    for (at, (version, path)) in (1..).zip(&versions) {
        assert_eq!((*version, path.file_stem().unwrap()), (at, format!("version-{at}").as_ref()));
    }
    versions
}

/// The version of a store, as SQLite has it after it has undone what was left half done.
fn version(path: &Path) -> u32 {
    let db = Connection::open(path).unwrap();
    db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

/// The settings as they were in a file of their own before version 2.
const BEFORE: &str =
    "{\"person\": \"森 結衣\", \"lang\": \"ja\", \"text_size_percent\": 150, \"theme\": \"dark\"}";

fn settings() -> Settings {
    Settings {
        person: Some("森 結衣".to_owned()),
        lang: Some(Lang::Ja),
        text_size: TextSize::nearest(150),
        theme: ThemeName::Dark,
        ..Settings::default()
    }
}

/// A data folder with the store of a version in it.
fn folder_of(version: u32, path: &Path) -> Folder {
    let data = Folder::new(&format!("version-{version}"));
    std::fs::copy(path, data.store_file()).unwrap();
    if version == 1 {
        std::fs::write(data.0.join("settings.json"), BEFORE).unwrap();
    }
    data
}

/// All versions hold the same.
fn counts_the_same(store: &Store) {
    store.verify().unwrap();
    let people: Vec<_> =
        store.people().unwrap().into_iter().map(|one| (one.name, one.attempts)).collect();
    assert_eq!(people, [("Ana".to_owned(), 1), ("森 結衣".to_owned(), 2)]);
    let attempts = store.attempts(None).unwrap();
    let ended: Vec<_> =
        attempts.iter().map(|attempt| (attempt.choices, attempt.finish.is_some())).collect();
    assert_eq!(ended, [(1, true), (1, false), (1, true)]);
    assert_eq!((attempts[0].seed, attempts[1].taken_back), (Seed(u64::MAX), 1));
    assert_eq!(attempts[1].parent, Some((attempts[2].id.clone(), 0)));
    let mut scenarios = Scenarios::default();
    for attempt in &attempts {
        let kept = store.kept(attempt.clone(), &mut scenarios).unwrap();
        assert_eq!(kept.talk.unwrap().is_over(), attempt.finish.is_some());
    }
    assert_eq!(store.notes(&attempts[0].id).unwrap()[0].text, "よく聞けました。");
    let sentence = store.last_reflection(Some("Ana")).unwrap().unwrap();
    assert_eq!(sentence.text, "I will ask before I offer.");
    assert_eq!(store.settings().unwrap(), Some(settings()));
}

#[test]
fn a_store_of_every_version_opens_and_counts_the_same() {
    let versions = versions();
    let latest = u32::try_from(versions.len()).unwrap();
    for (version_then, path) in versions {
        let data = folder_of(version_then, &path);
        let place = data.place();
        // What is set can be read before anything is changed.
        assert_eq!(place.settings().unwrap(), Some(settings()));
        assert_eq!(version(&data.store_file()), version_then);
        counts_the_same(&data.store());
        counts_the_same(&data.store());
        assert_eq!(place.settings().unwrap(), Some(settings()));
        assert_eq!(version(&data.store_file()), latest);
        // The settings of before are in the store now, and nowhere else.
        assert!(!data.0.join("settings.json").exists());
        let copy = data.0.join(format!("backups/kikitori-version-{version_then}.sqlite"));
        assert_eq!(copy.exists(), version_then < latest);
        if copy.exists() {
            assert_eq!(version(&copy), version_then);
            let back = folder_of(version_then, &copy);
            counts_the_same(&back.store());
        }
    }
}

#[test]
fn settings_are_taken_over_once() {
    let data = Folder::new("once");
    let before = data.0.join("settings.json");
    assert_eq!(data.place().settings().unwrap(), None);
    // Nothing but whether there was such a file is known of a file that cannot be understood.
    std::fs::write(&before, b"{\"lang\": \xff").unwrap();
    assert_eq!(data.place().settings().unwrap(), Some(Settings::default()));
    let mut store = data.store();
    assert_eq!((store.settings().unwrap(), before.exists()), (Some(Settings::default()), false));
    store.set(&Settings::default(), &settings()).unwrap();
    // A program of version 1 that still runs writes its own file again.
    std::fs::write(&before, "{\"theme\": \"light\"}").unwrap();
    assert_eq!(data.store().settings().unwrap(), Some(settings()));
    assert!(!before.exists());
}

#[test]
fn what_is_set_in_two_windows_is_kept_of_both() {
    let data = Folder::new("both");
    let nothing = Settings::default();
    let (mut one, mut other) = (data.store(), data.store());
    one.set(&nothing, &Settings { person: Some("Mori".to_owned()), ..nothing.clone() }).unwrap();
    let dark = Settings { theme: ThemeName::Dark, ..nothing.clone() };
    other.set(&nothing, &dark).unwrap();
    let set = one.settings().unwrap().unwrap();
    assert_eq!((set.person.as_deref(), set.theme), (Some("Mori"), ThemeName::Dark));
    // What is taken back is gone, for both.
    one.set(&set, &Settings { person: None, ..set.clone() }).unwrap();
    assert_eq!(other.settings().unwrap(), Some(dark));
}

/// A file that is none of ours.
const LETTER: &str = "a letter to someone who is dear to me";

#[test]
fn settings_of_a_store_that_cannot_be_opened_are_the_defaults() {
    let data = Folder::new("closed");
    std::fs::write(data.store_file(), LETTER).unwrap();
    assert!(data.place().settings().is_err());
    let run = kikitori(&["play", "first-call", "--no-save", "--json", "--data", data.path()]);
    // In the machine's language, and none of the file is touched.
    assert!(run.stdout.contains("Good morning, this is Okabe"), "{run:?}");
    let letter = std::fs::read_to_string(data.store_file()).unwrap();
    assert_eq!((run.stderr.as_str(), letter.as_str()), ("", LETTER));
}

/// The program is killed at each write of a migration in turn: what was is still there, or all of what comes after it.
#[test]
#[cfg(target_os = "linux")]
fn a_migration_that_is_killed_is_undone_or_whole() {
    let shims = Folder::new("shims");
    let shim = shim(&shims.0, "disk");
    let (_, path) = versions().remove(0);
    let mut seen = [0, 0];
    for at in 1..400 {
        let data = folder_of(1, &path);
        let killed = killed_at(&shim, &data.0, at);
        let version = version(&data.store_file());
        let copy = data.0.join("backups/kikitori-version-1.sqlite");
        assert!(version == 1 || copy.exists(), "{at}: nothing was changed before it was copied");
        let settings_from = data.0.join("settings.json").exists();
        assert!(version == 2 || settings_from, "{at}: no settings are left");
        seen[usize::from(version == 2)] += usize::from(killed);
        counts_the_same(&data.store());
        if !killed {
            break;
        }
    }
    assert!(seen[0] > 5 && seen[1] > 1, "killed before and after the change: {seen:?}");
}
