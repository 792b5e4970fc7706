//! Prints findings the way compilers do: code, sentence, place, the line with a caret, and a hint.

use std::io::{self, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::cli::report::{Found, Report, Tally};
use crate::diagnostic::{Diagnostic, LineIndex, Severity, Span};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};

/// A finding shows at most this many lines of the file.
const LINES_MAX: usize = 4;

/// Lines longer than this are cut around the place, in bytes: nobody reads a line of a megabyte.
const LINE_MAX: usize = 2000;

/// Prints each file's findings as they come.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) lang: Lang,
}

impl Report for Text {
    fn file(
        &mut self,
        out: &mut dyn Write,
        path: &Path,
        text: &str,
        found: &[Diagnostic],
    ) -> io::Result<()> {
        let index = LineIndex::new(text);
        let path = path.display().to_string();
        for finding in found {
            writeln!(out, "{}\n", render(finding, &path, text, &index, self.lang))?;
        }
        Ok(())
    }

    fn together(&mut self, out: &mut dyn Write, _: usize, found: &[Found<'_>]) -> io::Result<()> {
        for Found { path, text, finding } in found {
            let (index, path) = (LineIndex::new(text), path.display().to_string());
            writeln!(out, "{}\n", render(finding, &path, text, &index, self.lang))?;
        }
        Ok(())
    }

    /// The sentence is on the error stream already.
    fn not_checked(&mut self, _: &Path, _: &str) {}

    fn end(&mut self, out: &mut dyn Write, tally: &Tally) -> anyhow::Result<()> {
        if tally.files == 0 {
            return Ok(());
        }
        let counts = [("files", tally.files.into()), ("findings", tally.findings.into())];
        writeln!(out, "{}", say_with(self.lang, "check-summary", &counts))?;
        if tally.together > 0 {
            let count = [("scenarios", tally.together.into())];
            writeln!(out, "{}", say_with(self.lang, "check-together", &count))?;
        }
        if tally.findings > 0 {
            writeln!(out, "{}", say(self.lang, "check-explain"))?;
        }
        Ok(())
    }
}

fn render(
    finding: &Diagnostic,
    path: &str,
    text: &str,
    index: &LineIndex<'_>,
    lang: Lang,
) -> String {
    let message = finding.message(lang);
    let hint = finding.hint(lang);
    let also = finding.also_label(lang);
    let level = match finding.rule.severity() {
        Severity::Error => Level::ERROR.with_name(say(lang, "check-error")),
        Severity::Warning => Level::WARNING.with_name(say(lang, "check-warning")),
    };
    let help = Level::HELP.with_name(say(lang, "check-hint"));
    let mut group = Group::with_title(level.primary_title(&message).id(finding.rule.code()));
    if text.is_empty() {
        group = group.element(annotate_snippets::Origin::path(path));
    } else {
        group =
            group.element(snippet(finding.span, AnnotationKind::Primary, "", path, text, index));
    }
    if let (Some(span), Some(label)) = (finding.also, &also) {
        group = group.element(snippet(span, AnnotationKind::Context, label, path, text, index));
    }
    group = group.element(help.message(&hint));
    Renderer::styled().render(&[group])
}

fn snippet<'a>(
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
    path: &'a str,
    text: &'a str,
    index: &LineIndex<'_>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let (lines, first) = index.lines_around(span, LINES_MAX);
    let lines = Span::new(
        lines.start.max(floor(text, span.start.saturating_sub(LINE_MAX))),
        lines.end.min(floor(text, span.start + LINE_MAX)),
    );
    let within = |at: usize| at.clamp(lines.start, lines.end) - lines.start;
    let annotation = kind.span(within(span.start)..within(span.end));
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(&text[lines.start..lines.end])
        .line_start(first)
        .path(path)
        .annotation(annotation)
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}
