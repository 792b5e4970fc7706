//! `kikitori check`: everything that is wrong with scenario files, each finding with its place and a hint.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::check::check;
use crate::cli::{Outcome, complain, findings};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::store::{FileText, ReadFault, read_file, scenario_files};

/// Check scenario files and print everything that is wrong with them.
///
/// Exit status: 0 if all is well, 1 if something was found, 2 if something could not be read.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Scenario files, or folders with scenario files below them
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

pub(super) fn run(args: &CheckArgs, lang: Lang, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let mut tally = Tally::default();
    for path in &args.paths {
        let (files, faults) = scenario_files(path);
        let nothing = files.is_empty() && faults.is_empty();
        for fault in faults {
            tally.unreadable(&fault, lang);
        }
        if nothing {
            tally.could_not_run = true;
            complain(&say_with(
                lang,
                "check-no-files",
                &[("path", path.display().to_string().into())],
            ));
        }
        for file in files {
            match read_file(&file) {
                Err(fault) => tally.unreadable(&fault, lang),
                Ok(text) => {
                    let (text, found) = check_text(text);
                    tally.files += 1;
                    tally.findings += found.len();
                    findings::write(out, &file, &text, &found, lang)?;
                }
            }
        }
    }
    let counts = [("files", tally.files.into()), ("findings", tally.findings.into())];
    if tally.files > 0 {
        writeln!(out, "{}", say_with(lang, "check-summary", &counts))?;
    }
    Ok(tally.outcome())
}

/// The findings of one file, and the text they point into.
fn check_text(text: FileText) -> (String, Vec<Diagnostic>) {
    match text {
        FileText::NotText(finding) => (String::new(), vec![finding]),
        FileText::Text(text, mark) => {
            let found = mark.into_iter().chain(check(&text)).collect();
            (text, found)
        }
    }
}

#[derive(Default)]
struct Tally {
    files: usize,
    findings: usize,
    could_not_run: bool,
}

impl Tally {
    fn unreadable(&mut self, fault: &ReadFault, lang: Lang) {
        self.could_not_run = true;
        let args = [
            ("path", fault.path.display().to_string().into()),
            ("error", fault.error.to_string().into()),
        ];
        complain(&say_with(lang, "command-unreadable", &args));
    }

    fn outcome(&self) -> Outcome {
        match (self.could_not_run, self.findings) {
            (true, _) => Outcome::CouldNotRun,
            (false, 0) => Outcome::Clean,
            (false, _) => Outcome::Findings,
        }
    }
}
