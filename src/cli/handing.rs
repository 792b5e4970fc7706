//! `kikitori export` and `kikitori import`: an attempt handed on in one small file, and taken in again.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::Args;

use crate::cli::keeping::{existing, place_of};
use crate::cli::{Outcome, text_of};
use crate::handing;
use crate::lang::Lang;
use crate::lang::words::say;
use crate::store::{StoreFault, Trouble, clean_name};

/// Print an attempt as one small file that opens on another machine and plays again to the word.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The beginning of the attempt's id, as `kikitori history` prints it
    #[arg(value_name = "ATTEMPT")]
    pub attempt: String,

    /// Also put the person's name into the file
    #[arg(long)]
    pub with_name: bool,
}

/// Take in an attempt that was handed on, or all of a person that `kikitori person export` printed. Of an attempt that
/// is here already, the notes beside its turns are taken.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Whose attempt it is here [default: the name in the file, if there is one]
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
}

pub(super) fn export(
    args: &super::Args,
    export: &ExportArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let Some(store) = existing(args, lang)? else { bail!(say(lang, "history-none")) };
    let attempt = store.attempt(&export.attempt).map_err(said)?;
    let file = handing::attempt(&store, &attempt, export.with_name).map_err(said)?;
    out.write_all(file.as_bytes())?;
    Ok(Outcome::Clean)
}

pub(super) fn import(
    args: &super::Args,
    import: &ImportArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let path = import.file.display().to_string();
    let text = text_of(&import.file, lang)?;
    let name = match &import.person {
        None => None,
        Some(typed) => Some(clean_name(typed).ok_or_else(|| anyhow!(no_name(args, lang)))?),
    };
    let open = || place_of(args)?.open();
    let taken = handing::take(&text, name, open).map_err(|fault| {
        let sentence = fault.sentence(&path, lang);
        anyhow!(sentence)
    })?;
    writeln!(out, "{}", taken.sentence(lang))?;
    Ok(Outcome::Clean)
}

fn no_name(args: &super::Args, lang: Lang) -> String {
    let path = args.data.clone().unwrap_or_default();
    StoreFault { path, trouble: Trouble::NoName }.sentence(lang)
}
