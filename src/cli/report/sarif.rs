//! Findings as a SARIF 2.1.0 log, with the rules' pages in it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::report::uri::uri;
use crate::cli::report::{Found, Place, Report, Tally};
use crate::diagnostic::{Diagnostic, LineIndex, PART_KEYS, Rule, RulePage, Span};
use crate::lang::Lang;
use crate::lang::words::say;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run of the check, as it grows.
#[derive(Debug)]
pub(super) struct Run {
    lang: Lang,
    working: PathBuf,
    results: Vec<SarifResult>,
    not_checked: Vec<Notification>,
}

#[derive(Debug, Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [LoggedRun<'r>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LoggedRun<'r> {
    tool: Tool,
    column_kind: &'static str,
    language: &'static str,
    invocations: [Invocation<'r>; 1],
    results: &'r [SarifResult],
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'r> {
    execution_successful: bool,
    tool_execution_notifications: &'r [Notification],
}

#[derive(Debug, Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
    locations: [Location; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    related_locations: Option<[Location; 1]>,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// A place; the end column is that of the first character after it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl Run {
    pub(super) fn new(lang: Lang) -> Self {
        // Without a working folder, paths stay as they were given.
        let working = std::env::current_dir().unwrap_or_default();
        Self { lang, working, results: Vec::new(), not_checked: Vec::new() }
    }

    fn location(&self, path: &Path, region: Option<Region>, message: Option<String>) -> Location {
        let artifact_location = ArtifactLocation { uri: uri(path, &self.working) };
        Location {
            physical_location: PhysicalLocation { artifact_location, region },
            message: message.map(Message::new),
        }
    }

    fn result(&self, finding: &Diagnostic, path: &Path, index: &LineIndex<'_>) -> SarifResult {
        let region = |span| Some(Region::of(span, index));
        let also = finding
            .also
            .map(|span| [self.location(path, region(span), finding.also_label(self.lang))]);
        let sentences = [finding.message(self.lang), finding.hint(self.lang)];
        SarifResult {
            rule_id: finding.rule.code(),
            rule_index: Rule::ALL.iter().position(|rule| *rule == finding.rule).unwrap_or_default(),
            level: finding.rule.severity().code(),
            message: Message::new(in_sequence(&sentences, self.lang)),
            locations: [self.location(path, region(finding.span), None)],
            related_locations: also,
        }
    }
}

impl Report for Run {
    fn file(
        &mut self,
        _: &mut dyn Write,
        path: &Path,
        text: &str,
        found: &[Diagnostic],
    ) -> io::Result<()> {
        let index = LineIndex::new(text);
        let results: Vec<_> =
            found.iter().map(|finding| self.result(finding, path, &index)).collect();
        self.results.extend(results);
        Ok(())
    }

    fn together(&mut self, _: &mut dyn Write, _: usize, found: &[Found<'_>]) -> io::Result<()> {
        let result = |Found { path, text, finding }: &Found<'_>| {
            self.result(finding, path, &LineIndex::new(text))
        };
        let results: Vec<_> = found.iter().map(result).collect();
        self.results.extend(results);
        Ok(())
    }

    fn not_checked(&mut self, path: &Path, sentence: &str) {
        let locations = [self.location(path, None, None)];
        let message = Message::new(sentence.to_owned());
        self.not_checked.push(Notification { level: "error", message, locations });
    }

    fn end(&mut self, out: &mut dyn Write, tally: &Tally) -> anyhow::Result<()> {
        let driver = Driver {
            name: "kikitori",
            version: env!("CARGO_PKG_VERSION"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            language: self.lang.code(),
            rules: Rule::ALL.iter().filter_map(|rule| descriptor(*rule, self.lang)).collect(),
        };
        let run = LoggedRun {
            tool: Tool { driver },
            column_kind: "unicodeCodePoints",
            language: self.lang.code(),
            invocations: [Invocation {
                execution_successful: !tally.could_not_run,
                tool_execution_notifications: &self.not_checked,
            }],
            results: &self.results,
        };
        let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
        Ok(writeln!(out, "{}", serde_json::to_string_pretty(&log)?)?)
    }
}

impl Message {
    fn new(text: String) -> Self {
        Self { text }
    }
}

impl Region {
    fn of(span: Span, index: &LineIndex<'_>) -> Self {
        let place = Place::of(span, index);
        Self {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
        }
    }
}

/// A rule with its page.
fn descriptor(rule: Rule, lang: Lang) -> Option<Descriptor> {
    let page = rule.page(lang)?;
    Some(Descriptor {
        id: rule.code(),
        name: rule.name(),
        short_description: Message::new(page.finds.clone()),
        full_description: Message::new(in_sequence(
            &[page.finds.clone(), page.matters.clone()],
            lang,
        )),
        help: help(page, lang),
        default_configuration: Configuration { level: rule.severity().code() },
    })
}

fn help(page: &RulePage, lang: Lang) -> Help {
    let [_, _, _, wrong, right] = PART_KEYS.map(|key| say(lang, key));
    Help {
        text: format!("{}\n\n{wrong}\n{}\n\n{right}\n{}", page.instead, page.wrong, page.right),
        markdown: format!(
            "{}\n\n**{wrong}**\n```ron\n{}\n```\n\n**{right}**\n```ron\n{}\n```",
            page.instead, page.wrong, page.right
        ),
    }
}

/// Sentences one after another; each has its full stop, which the titles of findings lack.
fn in_sequence(sentences: &[String], lang: Lang) -> String {
    let (stop, between) = match lang {
        Lang::En => (".", " "),
        Lang::Ja => ("。", ""),
    };
    let stopped = |sentence: &String| {
        let done = sentence.ends_with(['.', '。', '?', '？', '!', '！']);
        if done { sentence.clone() } else { format!("{sentence}{stop}") }
    };
    sentences.iter().map(stopped).collect::<Vec<_>>().join(between)
}
