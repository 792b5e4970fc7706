//! Imports only go down the floors. The table here is the architecture; ARCHITECTURE.md explains it.

use std::fs;
use std::path::{Path, PathBuf};

/// Module, and what it may import from the crate. Rows of `app/...` are for the folders and files inside the window.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("diagnostic", &["lang"]),
    ("notation", &["lang", "diagnostic"]),
    ("rubric", &["notation"]),
    ("handbook", &["lang", "rubric"]),
    ("scenario", &["lang", "diagnostic", "notation", "rubric"]),
    ("session", &["lang", "scenario"]),
    ("assess", &["lang", "rubric", "scenario", "session"]),
    ("analysis", &["lang", "rubric", "scenario", "session", "assess"]),
    ("progress", &["lang", "rubric", "scenario", "session", "assess"]),
    ("surface", &["lang", "scenario"]),
    ("blind", &["lang", "scenario", "session"]),
    (
        "check",
        &[
            "lang",
            "diagnostic",
            "rubric",
            "scenario",
            "session",
            "assess",
            "analysis",
            "surface",
            "blind",
        ],
    ),
    ("handon", &["lang", "diagnostic", "scenario", "session"]),
    ("graph", &["lang", "rubric", "scenario", "session", "assess"]),
    (
        "report",
        &[
            "lang", "rubric", "handbook", "scenario", "session", "assess", "analysis", "progress",
            "graph",
        ],
    ),
    (
        "store",
        &[
            "lang",
            "diagnostic",
            "notation",
            "rubric",
            "scenario",
            "session",
            "assess",
            "progress",
            "blind",
        ],
    ),
    ("room", &["lang", "rubric", "scenario", "session", "assess", "graph"]),
    ("paper", &["lang", "report", "session", "store"]),
    ("handing", &["lang", "assess", "handon", "scenario", "store"]),
    (
        "cli",
        &[
            "lang",
            "diagnostic",
            "rubric",
            "handbook",
            "scenario",
            "session",
            "assess",
            "analysis",
            "blind",
            "check",
            "graph",
            "handing",
            "progress",
            "report",
            "paper",
            "room",
            "store",
        ],
    ),
    (
        "app",
        &[
            "lang",
            "diagnostic",
            "rubric",
            "handbook",
            "scenario",
            "session",
            "assess",
            "analysis",
            "blind",
            "check",
            "graph",
            "handing",
            "progress",
            "report",
            "paper",
            "room",
            "store",
        ],
    ),
];

/// The same inside the window.
const MAY_IMPORT_IN_APP: &[(&str, &[&str])] = &[
    ("display", &[]),
    ("a11y", &[]),
    ("awake", &[]),
    ("beside", &[]),
    ("browser", &["beside"]),
    ("theme", &[]),
    ("focus", &["awake", "theme"]),
    ("navigation", &["focus"]),
    ("widgets", &["a11y", "awake", "focus", "navigation", "theme"]),
    ("keeping", &[]),
    ("left", &["beside", "keeping"]),
    ("handed", &["beside", "keeping"]),
    ("session", &["keeping", "settings"]),
    ("outlook", &["beside", "session"]),
    ("author", &["awake", "session"]),
    ("settings", &["theme"]),
    ("reading", &["session", "settings"]),
    ("room", &["awake", "sound", "theme"]),
    ("face", &["a11y", "awake", "session", "settings", "theme", "widgets", "picture"]),
    (
        "screens",
        &[
            "a11y",
            "author",
            "awake",
            "browser",
            "face",
            "focus",
            "handed",
            "keeping",
            "left",
            "navigation",
            "outlook",
            "reading",
            "room",
            "session",
            "settings",
            "sound",
            "theme",
            "widgets",
        ],
    ),
    ("sound", &["settings"]),
    ("window", &["author", "awake"]),
    ("picture", &[]),
];

/// What stands at the top of `app` itself: the plugin and what it is opened with.
const APP_ITSELF: &[&str] = &[
    "AppPlugin",
    "AppSystems",
    "Browser",
    "Data",
    "Options",
    "PageTarget",
    "WallTarget",
    "set_up",
];

#[test]
fn every_import_goes_down() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for file in rust_files(&src) {
        let module = module_of(&src, &file);
        if !["lib", "main"].contains(&module.as_str()) {
            reaches(&src, &file, "crate::", &module, MAY_IMPORT, &[], &mut broken);
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_import_inside_the_window_goes_down() {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    let mut broken = Vec::new();
    for file in rust_files(&app) {
        let module = module_of(&app, &file);
        if module != "mod" {
            reaches(
                &app,
                &file,
                "crate::app::",
                &module,
                MAY_IMPORT_IN_APP,
                APP_ITSELF,
                &mut broken,
            );
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

fn module_of(root: &Path, file: &Path) -> String {
    let first = file.strip_prefix(root).unwrap().iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn reaches(
    root: &Path,
    file: &Path,
    prefix: &str,
    module: &str,
    table: &[(&str, &[&str])],
    always: &[&str],
    broken: &mut Vec<String>,
) {
    let shown = file.strip_prefix(root).unwrap().display().to_string();
    let Some((_, allowed)) = table.iter().find(|(name, _)| *name == module) else {
        broken.push(format!("{shown} belongs to no floor"));
        return;
    };
    for (number, line) in fs::read_to_string(file).unwrap().lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for reach in line.split(prefix).skip(1) {
            for target in names(reach) {
                if target != module && !allowed.contains(&target) && !always.contains(&target) {
                    broken.push(format!(
                        "{shown}:{}: `{module}` may not reach `{target}`",
                        number + 1
                    ));
                }
            }
        }
    }
}

/// The first name of a path, or each first name of a group of paths.
fn names(reach: &str) -> Vec<&str> {
    let first =
        |path: &str| path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    match reach.strip_prefix('{') {
        None => vec![&reach[..first(reach)]],
        Some(group) => {
            let group = group.split('}').next().unwrap();
            group.split(',').map(str::trim).map(|path| &path[..first(path)]).collect()
        }
    }
}

pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
