//! Talks worth keeping: each plan is played in both languages, and its transcript and debrief are snapshots.

use std::path::{Path, PathBuf};

use crate::program::kikitori;

fn plans() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talks");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// A scenario of the program by its name, an example by its path.
fn named(scenario: &str) -> String {
    let example = format!("scenarios/examples/{scenario}.ron");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&example);
    if path.is_file() { example } else { scenario.to_owned() }
}

/// `last-day-sweets.reference.talk` plays the scenario `last-day-sweets`.
#[test]
fn every_plan_comes_as_planned() {
    assert!(plans().len() >= 14);
    for plan in plans() {
        let name = plan.file_name().unwrap().to_string_lossy().into_owned();
        let scenario = named(name.split('.').next().unwrap());
        for lang in ["en", "ja"] {
            let run =
                kikitori(&["play", &scenario, "--plan", plan.to_str().unwrap(), "--lang", lang]);
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name}");
            insta::assert_snapshot!(
                format!("{}_{lang}", name.trim_end_matches(".talk")),
                run.stdout
            );
        }
    }
}

#[test]
fn a_plan_that_does_not_come_is_a_finding() {
    let plan = std::env::temp_dir().join(format!("kikitori-plan-{}.talk", std::process::id()));
    let plan_says = |text: &str| {
        std::fs::write(&plan, text).unwrap();
        kikitori(&["play", "last-day-sweets", "--plan", plan.to_str().unwrap()])
    };
    let run = plan_says("choose c\nchoose z\n");
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("line 2: beat N2 has no choice `z`; it has a, b, c, d"),
        "{}",
        run.stderr
    );
    let run = plan_says("choose c\nends E6\n");
    assert!(run.code == 1 && run.stderr.contains("line 2"), "{run:?}");
    let run = plan_says("choose\n");
    assert!(run.code == 2 && run.stderr.contains("line 1"), "{run:?}");
    std::fs::remove_file(&plan).unwrap();
}
