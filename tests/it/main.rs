//! One binary for all tests of the core and the command line, so that it is linked once.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets nothing where it expects something has failed"
)]
#![expect(clippy::float_arithmetic, reason = "exact figures are compared with the printed ones")]
#![expect(clippy::disallowed_methods, reason = "tests read and write files of their own")]

#[path = "../shared/folder.rs"]
mod folder;

// Rules of the code itself: who may import whom, how files look.
mod floors;
mod tidy;

// What is shipped, and what authors can look at.
mod authoring;
mod examples;
mod readme;
mod scenarios;

// The figures of the scoring guide.
mod test_wiseness;
mod yardstick;

// Whole talks and the command line.
mod bars;
mod blind;
mod check_rules;
mod cli;
mod explain;
mod golden;
mod graph;
mod handbook;
mod handon;
mod killing;
mod mistakes;
mod paper;
mod progress;
mod report;
mod room;
mod sampling;
mod store;
mod texts;
mod together;
mod versions;
mod wire;

// What the language of scenarios means, in small stories.
mod language;
mod showing;

// What must hold for any input.
mod brute;
mod mutants;
mod notation;
mod props;

mod picture;
mod program;
mod small;
mod turning;
