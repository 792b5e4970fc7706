//! `kikitori new`: a small whole scenario to start from.

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use crate::cli::Outcome;
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::store::write_new;

/// What a new scenario begins as; it stands in the tests as a scenario without a finding.
const TEMPLATE: &str = include_str!("../../assets/new-scenario.ron");

/// The id in the template.
const PLACE: &str = "NEW-ID";

/// Write a small whole scenario in both languages, to start from.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The name of the new scenario: letters, digits, hyphens and underscores
    #[arg(value_name = "ID")]
    pub id: String,

    /// The folder it goes into
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}

pub(super) fn run(new: &NewArgs, lang: Lang, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if new.id.is_empty() || new.id.len() > 64 || !new.id.chars().all(good) {
        bail!(say_with(lang, "new-bad-id", &[("id", new.id.as_str().into())]));
    }
    let path = new.folder.join(format!("{}.ron", new.id));
    let shown = || ("path", path.display().to_string().into());
    if let Err(error) = write_new(&path, &TEMPLATE.replace(PLACE, &new.id)) {
        let key = if error.kind() == std::io::ErrorKind::AlreadyExists {
            "new-exists"
        } else {
            "new-unwritten"
        };
        bail!(say_with(lang, key, &[shown(), ("error", error.to_string().into())]));
    }
    writeln!(out, "{}", say_with(lang, "new-written", &[shown()]))?;
    Ok(Outcome::Clean)
}
