//! What a check found, in the form that was asked for: for people, for programs, for code hosts.

mod json;
mod sarif;
mod text;
mod uri;

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;

use crate::diagnostic::{Diagnostic, LineIndex, Span};
use crate::lang::Lang;

/// In which form findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// With the place, the line and a hint, for people
    #[default]
    Text,
    /// One JSON document, for programs
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
}

impl Format {
    /// An empty report in this form.
    pub(super) fn report(self, lang: Lang) -> Box<dyn Report> {
        match self {
            Self::Text => Box::new(text::Text { lang }),
            Self::Json => Box::new(json::Document::new(lang)),
            Self::Sarif => Box::new(sarif::Run::new(lang)),
        }
    }
}

/// How many files were checked and what came of it.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) files: usize,
    /// How many scenarios were judged together; none where they were too few.
    pub(super) together: usize,
    pub(super) findings: usize,
    pub(super) could_not_run: bool,
}

/// What is wrong with several scenarios, in the file that weighs most in it.
pub(super) struct Found<'f> {
    pub(super) path: &'f Path,
    pub(super) text: &'f str,
    pub(super) finding: Diagnostic,
}

/// Takes in findings file by file, and prints them at once or at the end.
pub(super) trait Report {
    /// A file was checked; its findings point into `text`.
    fn file(
        &mut self,
        out: &mut dyn Write,
        path: &Path,
        text: &str,
        found: &[Diagnostic],
    ) -> io::Result<()>;

    /// So many scenarios were judged together, after their files.
    fn together(
        &mut self,
        out: &mut dyn Write,
        scenarios: usize,
        found: &[Found<'_>],
    ) -> io::Result<()>;

    /// Something could not be checked, and this sentence says what and why.
    fn not_checked(&mut self, path: &Path, sentence: &str);

    /// Nothing more will come.
    fn end(&mut self, out: &mut dyn Write, tally: &Tally) -> anyhow::Result<()>;
}

/// A stretch of a file as programs count it: from 1, in characters; the end is the place just after the last one.
#[derive(Debug, Clone, Copy, Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Place {
    fn of(span: Span, index: &LineIndex<'_>) -> Self {
        let (start, end) = (index.position(span.start), index.position(span.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}
