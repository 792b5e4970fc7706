//! Findings as one JSON document.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use crate::cli::report::{Found, Place, Report, Tally};
use crate::diagnostic::{Diagnostic, LineIndex};
use crate::lang::Lang;

/// The whole document. Fields may be added; these stay. `docs/wire.md` describes them.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    #[serde(skip)]
    lang: Lang,
    files: Vec<CheckedFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    together: Option<Together>,
    not_checked: Vec<NotChecked>,
}

/// What was found when scenarios were judged together.
#[derive(Debug, Serialize)]
struct Together {
    scenarios: usize,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct CheckedFile {
    file: String,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct NotChecked {
    file: String,
    message: String,
}

#[derive(Debug, Serialize)]
struct Finding {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: String,
    hint: String,
    file: String,
    #[serde(flatten)]
    place: Place,
    also: Option<Also>,
}

/// A second place, in the same file, that explains the first.
#[derive(Debug, Serialize)]
struct Also {
    message: Option<String>,
    #[serde(flatten)]
    place: Place,
}

impl Document {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, files: Vec::new(), together: None, not_checked: Vec::new() }
    }

    fn finding(&self, finding: &Diagnostic, file: &str, index: &LineIndex<'_>) -> Finding {
        let also = finding.also.map(|span| Also {
            message: finding.also_label(self.lang),
            place: Place::of(span, index),
        });
        Finding {
            code: finding.rule.code(),
            name: finding.rule.name(),
            severity: finding.rule.severity().code(),
            message: finding.message(self.lang),
            hint: finding.hint(self.lang),
            file: file.to_owned(),
            place: Place::of(finding.span, index),
            also,
        }
    }
}

impl Report for Document {
    fn file(
        &mut self,
        _: &mut dyn Write,
        path: &Path,
        text: &str,
        found: &[Diagnostic],
    ) -> io::Result<()> {
        let (index, file) = (LineIndex::new(text), path.display().to_string());
        let findings = found.iter().map(|finding| self.finding(finding, &file, &index)).collect();
        self.files.push(CheckedFile { file, findings });
        Ok(())
    }

    fn together(
        &mut self,
        _: &mut dyn Write,
        scenarios: usize,
        found: &[Found<'_>],
    ) -> io::Result<()> {
        let finding = |Found { path, text, finding }: &Found<'_>| {
            self.finding(finding, &path.display().to_string(), &LineIndex::new(text))
        };
        let findings = found.iter().map(finding).collect();
        self.together = Some(Together { scenarios, findings });
        Ok(())
    }

    fn not_checked(&mut self, path: &Path, sentence: &str) {
        let file = path.display().to_string();
        self.not_checked.push(NotChecked { file, message: sentence.to_owned() });
    }

    fn end(&mut self, out: &mut dyn Write, _: &Tally) -> anyhow::Result<()> {
        Ok(writeln!(out, "{}", serde_json::to_string_pretty(self)?)?)
    }
}
