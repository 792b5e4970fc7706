//! One binary for all tests of the core and the command line, so that it is linked once.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets nothing where it expects something has failed"
)]

mod check_rules;
mod program;
mod yardstick;
