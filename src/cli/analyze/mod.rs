//! `kikitori analyze`: everything that can be said of a scenario without anybody playing it.

mod interval;
mod report;
mod text;

use std::io::Write;

use clap::Args;

use crate::analysis::{BUDGET, STATES_MAX, analyze};
use crate::cli::{Outcome, find_scenario};
use crate::lang::Lang;
use report::Report;
use text::Text;

/// Analyse every talk that a scenario can become, exactly; by sampling, with intervals, where they are too many.
#[derive(Debug, Args)]
pub struct AnalyzeArgs {
    /// A scenario's id, as `kikitori list` prints it, or the path of its file
    #[arg(value_name = "ID-or-PATH")]
    pub scenario: String,

    /// One JSON object instead of text
    #[arg(long)]
    pub json: bool,

    /// Above this many situations, sample instead of visiting them all; at most 1000000
    #[arg(long, value_name = "N", default_value_t = BUDGET, value_parser = budget)]
    pub budget: usize,
}

fn budget(written: &str) -> Result<usize, String> {
    let budget = written.parse().ok().filter(|budget| *budget <= STATES_MAX);
    budget.ok_or_else(|| format!("not a whole number from 0 to {STATES_MAX}"))
}

pub(super) fn run(
    args: &super::Args,
    command: &AnalyzeArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let scenario = find_scenario(args, &command.scenario, lang)?;
    let analysis = analyze(&scenario, command.budget);
    if command.json {
        serde_json::to_writer_pretty(&mut *out, &Report::of(&scenario, &analysis))
            .map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        Text { scenario: &scenario, analysis: &analysis, lang }.write(out)?;
    }
    Ok(Outcome::Clean)
}
