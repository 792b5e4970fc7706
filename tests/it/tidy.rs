//! How files look: each says in its first line what it is, none is too long, and names are the project's words.

use std::fs;
use std::path::Path;

use crate::floors::rust_files;

/// A file is asked to be about 200 lines; beyond this it must be split.
const LINES_MAX: usize = 600;

/// Words that say nothing, or that are the twin of a word in the glossary.
const BANNED: &[&str] =
    &["Manager", "Helper", "Utils", "Dto", "Npc", "Player", "Quest", "StoryNode"];

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src", "tests", "benches/src"].map(|folder| root.join(folder));
    let files =
        folders.iter().filter(|folder| folder.is_dir()).flat_map(|folder| rust_files(folder));
    files
        .map(|file| {
            (
                file.strip_prefix(root).unwrap().display().to_string(),
                fs::read_to_string(&file).unwrap(),
            )
        })
        .collect()
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "no `//!` sentence: {silent:?}");
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<(String, usize)> = sources()
        .into_iter()
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > LINES_MAX)
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn types_are_named_in_the_projects_words() {
    let mut found = Vec::new();
    for (name, text) in sources() {
        for line in text.lines() {
            let declared = ["struct ", "enum ", "trait ", "mod "]
                .iter()
                .find_map(|kind| line.split_once(kind));
            let word = declared
                .map_or("", |(_, rest)| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap());
            if BANNED
                .iter()
                .any(|banned| word.ends_with(banned) || word.eq_ignore_ascii_case(banned))
            {
                found.push(format!("{name}: {word}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn lines_end_where_their_words_end() {
    let mut found = Vec::new();
    for (name, text) in sources() {
        let loose = text.lines().enumerate().filter(|(_, line)| line.ends_with([' ', '\t']));
        found.extend(loose.map(|(number, _)| format!("{name}:{}", number + 1)));
    }
    assert!(found.is_empty(), "{found:?}");
}
