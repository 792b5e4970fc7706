//! `kikitori check`: everything that is wrong with scenario files, each finding with its place and a hint.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::blind::Reading;
use crate::check::check_with;
use crate::cli::report::{Format, Report, Tally};
use crate::cli::{Outcome, complain};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::store::{FileText, ReadFault, read_file, readings_of, scenario_files};

/// Check scenario files and print everything that is wrong with them.
///
/// Exit status: 0 if all is well, 1 if something was found, 2 if something could not be read.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Scenario files, or folders with scenario files below them
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// In which form the findings are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

pub(super) fn run(args: &CheckArgs, lang: Lang, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let mut report = args.format.report(lang);
    let mut tally = Tally::default();
    for path in &args.paths {
        let (files, faults) = scenario_files(path);
        if files.is_empty() && faults.is_empty() {
            let args = [("path", path.display().to_string().into())];
            let sentence = say_with(lang, "check-no-files", &args);
            not_checked(report.as_mut(), &mut tally, path, &sentence);
        }
        for fault in faults {
            unreadable(report.as_mut(), &mut tally, &fault, lang);
        }
        for file in files {
            match read_file(&file) {
                Err(fault) => unreadable(report.as_mut(), &mut tally, &fault, lang),
                Ok(text) => {
                    let (text, found) = check_text(text, &readings_of(&file));
                    tally.files += 1;
                    tally.findings += found.len();
                    report.file(out, &file, &text, &found)?;
                }
            }
        }
    }
    report.end(out, &tally)?;
    Ok(outcome(&tally))
}

/// The findings of one file, and the text they point into.
fn check_text(text: FileText, readings: &[Reading]) -> (String, Vec<Diagnostic>) {
    match text {
        FileText::NotText(finding) => (String::new(), vec![finding]),
        FileText::Text(text, mark) => {
            let found = mark.into_iter().chain(check_with(&text, Some(readings))).collect();
            (text, found)
        }
    }
}

fn unreadable(report: &mut dyn Report, tally: &mut Tally, fault: &ReadFault, lang: Lang) {
    let args = [
        ("path", fault.path.display().to_string().into()),
        ("error", fault.error.to_string().into()),
    ];
    not_checked(report, tally, &fault.path, &say_with(lang, "command-unreadable", &args));
}

/// In every form, what could not be checked is also said on the error stream.
fn not_checked(report: &mut dyn Report, tally: &mut Tally, path: &Path, sentence: &str) {
    tally.could_not_run = true;
    complain(sentence);
    report.not_checked(path, sentence);
}

fn outcome(tally: &Tally) -> Outcome {
    match (tally.could_not_run, tally.findings) {
        (true, _) => Outcome::CouldNotRun,
        (false, 0) => Outcome::Clean,
        (false, _) => Outcome::Findings,
    }
}
