//! `kikitori check`: everything that is wrong with scenario files, each finding with its place and a hint.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::blind::Reading;
use crate::check::{LibraryFinding, SCENARIOS_MIN, check_with, library};
use crate::cli::report::{Format, Found, Report, Tally};
use crate::cli::{Outcome, complain};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::scenario::Scenario;
use crate::store::{FileText, ReadFault, read_file, readings_of, scenario_files};

/// Check scenario files and print everything that is wrong with them, and with four or more of them together.
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

/// A scenario that is large enough to be judged with others, and its file.
struct Member {
    scenario: Arc<Scenario>,
    path: PathBuf,
    text: String,
}

pub(super) fn run(args: &CheckArgs, lang: Lang, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let mut report = args.format.report(lang);
    let mut tally = Tally::default();
    let mut members = Vec::new();
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
                    let (text, found, scenario) = check_text(text, &readings_of(&file));
                    tally.files += 1;
                    tally.findings += found.len();
                    report.file(out, &file, &text, &found)?;
                    if let Some(scenario) = scenario {
                        join(&mut members, Member { scenario, path: file, text });
                    }
                }
            }
        }
    }
    check_together(report.as_mut(), out, &mut tally, &members)?;
    report.end(out, &tally)?;
    Ok(outcome(&tally))
}

/// The findings of one file, the text they point into, and the scenario if it can be judged with others.
fn check_text(
    text: FileText,
    readings: &[Reading],
) -> (String, Vec<Diagnostic>, Option<Arc<Scenario>>) {
    match text {
        FileText::NotText(finding) => (String::new(), vec![finding], None),
        FileText::Text(text, mark) => {
            let checked = check_with(&text, Some(readings));
            let found = mark.into_iter().chain(checked.findings).collect();
            (text, found, checked.scenario)
        }
    }
}

/// Of several with one id the last counts, as in the library that is played from.
fn join(members: &mut Vec<Member>, member: Member) {
    match members.iter_mut().find(|known| known.scenario.id == member.scenario.id) {
        Some(known) => *known = member,
        None => members.push(member),
    }
}

/// What the scenarios have in common; of few of them nothing is said.
fn check_together(
    report: &mut dyn Report,
    out: &mut dyn Write,
    tally: &mut Tally,
    members: &[Member],
) -> anyhow::Result<()> {
    if members.len() < SCENARIOS_MIN {
        return Ok(());
    }
    let scenarios: Vec<_> = members.iter().map(|member| Arc::clone(&member.scenario)).collect();
    let findings = library(&scenarios);
    let found = |finding: &LibraryFinding| {
        let member = members.iter().find(|member| member.scenario.id == finding.scenario())?;
        let (path, text) = (member.path.as_path(), member.text.as_str());
        Some(Found { path, text, finding: finding.in_file(text) })
    };
    let found: Vec<_> = findings.iter().filter_map(found).collect();
    tally.together = members.len();
    tally.findings += found.len();
    Ok(report.together(out, tally.together, &found)?)
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
