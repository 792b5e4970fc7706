//! The README keeps its word: its commands run, and what it points at is there.

use std::path::Path;

use crate::program::kikitori_with_input;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap()
}

/// The lines of the README's shell blocks.
fn commands() -> Vec<String> {
    let text = readme();
    let blocks =
        text.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap().to_owned());
    blocks.flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn every_kikitori_command_of_the_readme_runs() {
    let ours: Vec<String> =
        commands().into_iter().filter(|line| line.starts_with("kikitori ")).collect();
    assert!(ours.len() >= 4, "{ours:?}");
    for line in ours {
        let args: Vec<&str> = line.split('#').next().unwrap().split_whitespace().skip(1).collect();
        let run = kikitori_with_input(&args, "");
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{line}");
    }
}

#[test]
fn the_two_commands_for_a_fresh_machine_are_named_and_there() {
    let commands = commands();
    assert!(commands.iter().any(|line| line.starts_with("cargo run")), "{commands:?}");
    assert!(commands.iter().any(|line| line == ".ci/run"), "{commands:?}");
    assert!(root().join(".ci/run").is_file());
}

#[test]
fn every_file_the_documents_point_at_is_there() {
    let of_docs = ["docs/README.ja.md", "docs/authoring.md", "docs/room.md", "docs/wire.md"];
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].into_iter().chain(of_docs) {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        let folder = Path::new(document).parent().unwrap();
        for link in text.split("](").skip(1) {
            let target = link.split([')', '#']).next().unwrap();
            if !target.is_empty() && !target.contains("://") {
                assert!(root().join(folder).join(target).exists(), "{document} points at {target}");
            }
        }
    }
}
