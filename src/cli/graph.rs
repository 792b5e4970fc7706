//! `kikitori graph`: a scenario as a picture.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use clap::{Args, ValueEnum};

use crate::assess::Reference;
use crate::check::check;
use crate::cli::plan::Plan;
use crate::cli::{Outcome, complain, find_shelf};
use crate::graph::{Format, Graph, Overlay};
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::scenario::source::extents;
use crate::session::{Seed, Session};

/// Draw a scenario as a picture: its beats, its endings and the ways between them.
///
/// Exit status: 0 if it was drawn, 1 if it was drawn but the attempt did not go as its plan says, 2 if it could not be
/// drawn.
#[derive(Debug, Args)]
pub struct GraphArgs {
    /// A scenario's id, as `kikitori list` prints it, or the path of its file
    #[arg(value_name = "ID-or-PATH")]
    pub scenario: String,

    /// What to draw it as
    #[arg(long, value_name = "FORMAT", default_value = "svg")]
    pub format: FormatArg,

    /// Also draw the route of this talk plan, and the reference route to compare it with
    #[arg(long, value_name = "FILE")]
    pub attempt: Option<PathBuf>,
}

/// A notation of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// A finished picture, for browsers and printers
    Svg,
    /// For Graphviz
    Dot,
    /// For documents that draw Mermaid
    Mermaid,
}

impl From<FormatArg> for Format {
    fn from(arg: FormatArg) -> Self {
        match arg {
            FormatArg::Svg => Self::Svg,
            FormatArg::Dot => Self::Dot,
            FormatArg::Mermaid => Self::Mermaid,
        }
    }
}

/// A picture of more beats than this could not be read, and would take long to lay out.
const BEATS_MAX: usize = 1000;

pub(super) fn run(
    args: &super::Args,
    graph: &GraphArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let shelf = find_shelf(args, &graph.scenario, lang)?;
    let beats = shelf.scenario.beats.len();
    if graph.format == FormatArg::Svg && beats > BEATS_MAX {
        let args = [("beats", beats.into()), ("most", BEATS_MAX.into())];
        bail!(say_with(lang, "graph-too-large", &args));
    }
    let reference = Reference::of(&shelf.scenario).talk;
    let problems = problems(&shelf.text, lang);
    let (mut attempt, mut surprise) = (None, None);
    if let Some(path) = &graph.attempt {
        let plan = Plan::of_file(path, lang)?;
        let seed = plan.seed.unwrap_or(Seed(0));
        let talk = attempt.insert(Session::start(Arc::clone(&shelf.scenario), seed));
        surprise = plan.play(talk).map(|surprise| format!("{}: {surprise}", path.display()));
    }
    let overlay = Overlay { reference: &reference, attempt: attempt.as_ref(), problems: &problems };
    let picture = Graph::of(&shelf.scenario, &overlay, lang).draw(graph.format.into());
    out.write_all(picture.as_bytes())?;
    match surprise {
        None => Ok(Outcome::Clean),
        // What came as planned is drawn all the same.
        Some(surprise) => {
            complain(&surprise);
            Ok(Outcome::Findings)
        }
    }
}

/// What the check finds in the text of a beat or ending, with its id.
fn problems(text: &str, lang: Lang) -> Vec<(String, String)> {
    let extents = extents(text);
    let found = check(text);
    let problem = |finding: &crate::diagnostic::Diagnostic| {
        let within = extents
            .iter()
            .find(|(_, whole)| whole.start <= finding.span.start && finding.span.start < whole.end);
        let text = format!("{}: {}", finding.rule.code(), finding.message(lang));
        within.map(|(id, _)| (id.clone(), text))
    };
    found.iter().filter_map(problem).collect()
}
