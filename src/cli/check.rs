//! `kikitori check`: everything that is wrong with scenario files, each finding with its place and a hint.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::blind::Reading;
use crate::check::{Checked, Judged, LibraryFinding, SCENARIOS_MIN, check_with, library};
use crate::cli::report::{Format, Found, Report, Tally};
use crate::cli::{Outcome, complain};
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::Lang;
use crate::lang::words::say_with;
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
    judged: Judged,
    /// What it accepts of what is found in all together, and where it says so.
    accepts: Vec<(Rule, Span)>,
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
                    let (text, Checked { findings, judged, accepts }) =
                        check_text(text, &readings_of(&file));
                    tally.files += 1;
                    tally.findings += findings.len();
                    report.file(out, &file, &text, &findings)?;
                    if let Some(judged) = judged {
                        join(&mut members, Member { judged, accepts, path: file, text });
                    }
                }
            }
        }
    }
    check_together(report.as_mut(), out, &mut tally, &members)?;
    report.end(out, &tally)?;
    Ok(outcome(&tally))
}

/// What one file comes to, and the text that its findings point into.
fn check_text(text: FileText, readings: &[Reading]) -> (String, Checked) {
    match text {
        FileText::NotText(finding) => {
            let checked = Checked { findings: vec![finding], judged: None, accepts: Vec::new() };
            (String::new(), checked)
        }
        FileText::Text(text, mark) => {
            let mut checked = check_with(&text, Some(readings));
            checked.findings.splice(0..0, mark);
            (text, checked)
        }
    }
}

/// Of several with one id the last counts, as in the library that is played from.
fn join(members: &mut Vec<Member>, member: Member) {
    match members.iter_mut().find(|known| known.id() == member.id()) {
        Some(known) => *known = member,
        None => members.push(member),
    }
}

impl Member {
    fn id(&self) -> &str {
        &self.judged.scenario.id
    }

    fn found(&self, finding: Diagnostic) -> Found<'_> {
        Found { path: &self.path, text: &self.text, finding }
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
    let findings = library(members.iter().map(|member| member.judged.clone()));
    let at = |finding: &LibraryFinding, member: &Member| finding.scenario() == member.id();
    let mut found = Vec::new();
    for finding in &findings {
        let there = members.iter().find(|member| at(finding, member));
        // What is found in all together is accepted where it is found.
        let open = |member: &&Member| member.accepts.iter().all(|(rule, _)| *rule != finding.rule);
        found.extend(there.filter(open).map(|member| member.found(finding.in_file(&member.text))));
    }
    for member in members {
        let needless = |(rule, _): &&(Rule, Span)| {
            !findings.iter().any(|finding| finding.rule == *rule && at(finding, member))
        };
        found.extend(member.accepts.iter().filter(needless).map(|(rule, span)| {
            let finding = Diagnostic::new(Rule::AcceptsNothing, *span);
            member.found(finding.with("code", rule.code()))
        }));
    }
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
