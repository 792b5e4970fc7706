//! Prints every figure of test-wiseness of scenario files, and of all of them together.
//!
//! `cargo run --release --no-default-features --example surface -- scenarios`
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what it is for")]

use std::path::Path;
use std::sync::Arc;

use kikitori::check::{library_report, report};
use kikitori::scenario::read_and_compile;
use kikitori::store::{FileText, read_file, scenario_files};

fn main() {
    let mut scenarios = Vec::new();
    for path in std::env::args().skip(1) {
        for file in scenario_files(Path::new(&path)).0 {
            let Ok(FileText::Text(text, _)) = read_file(&file) else { continue };
            match read_and_compile(&text).0 {
                Some(scenario) => scenarios.push(Arc::new(scenario)),
                None => eprintln!("{} has errors", file.display()),
            }
        }
    }
    for scenario in &scenarios {
        println!("{}", report(scenario));
    }
    println!("{}", library_report(&scenarios));
}
