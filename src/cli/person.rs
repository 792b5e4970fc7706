//! `kikitori person`: who is kept here, all that is kept of someone, and how it is erased.

use std::io::Write;

use anyhow::{anyhow, bail};
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::cli::Outcome;
use crate::cli::keeping::{existing, place_of};
use crate::handing;
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::store::{Person, Store, StoreFault, calendar};

/// List the people of whom something is kept, print all of it, or erase it.
#[derive(Debug, Args)]
pub struct PersonArgs {
    /// What to do
    #[command(subcommand)]
    pub command: PersonCommand,
}

/// What can be done about people.
#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    /// List them
    List {
        /// Print one JSON array instead of a table
        #[arg(long)]
        json: bool,
    },
    /// Print all that is kept of someone, for `kikitori import` to take in elsewhere
    Export {
        /// The name or pseudonym
        #[arg(required_unless_present = "unnamed")]
        name: Option<String>,

        /// Print all that is kept of talks in which nobody was named
        #[arg(long, conflicts_with = "name")]
        unnamed: bool,
    },
    /// Erase someone and all that is kept of them
    Delete {
        /// The name or pseudonym
        #[arg(required_unless_present = "unnamed")]
        name: Option<String>,

        /// Erase all that is kept of talks in which nobody was named
        #[arg(long, conflicts_with = "name")]
        unnamed: bool,
    },
}

/// Someone on the wire. Fields may be added; these stay.
#[derive(Debug, Serialize)]
struct Item<'p> {
    name: &'p str,
    since: String,
    attempts: u32,
}

pub(super) fn run(
    args: &super::Args,
    person: &PersonArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let Some(mut store) = existing(args, lang)? else {
        match &person.command {
            PersonCommand::List { json: true } => writeln!(out, "[]")?,
            PersonCommand::List { json: false } => writeln!(out, "{}", say(lang, "person-none"))?,
            _ => bail!(say(lang, "person-none")),
        }
        return Ok(Outcome::Clean);
    };
    match &person.command {
        PersonCommand::List { json } => list(&store, *json, lang, out)?,
        PersonCommand::Export { name, unnamed: _ } => {
            let all = handing::person(&store, name.as_deref()).map_err(said)?;
            writeln!(out, "{all}")?;
        }
        PersonCommand::Delete { name, unnamed: _ } => {
            store.erase(name.as_deref()).map_err(said)?;
            // Settings from before name a person, too; where they could not be removed it is said now.
            place_of(args).and_then(|place| place.remove_old_settings()).map_err(said)?;
            writeln!(out, "{}", say(lang, "person-erased"))?;
        }
    }
    Ok(Outcome::Clean)
}

fn list(store: &Store, json: bool, lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    let people = store.people().map_err(|fault| anyhow!(fault.sentence(lang)))?;
    if json {
        fn item(person: &Person) -> Item<'_> {
            let Person { name, since, attempts } = person;
            Item { name, since: calendar::utc(*since), attempts: *attempts }
        }
        let items: Vec<Item<'_>> = people.iter().map(item).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&items)?)?;
        return Ok(());
    }
    let unnamed = store.unnamed().map_err(|fault| anyhow!(fault.sentence(lang)))?;
    if people.is_empty() {
        writeln!(out, "{}", say(lang, "person-none"))?;
    }
    for person in &people {
        let args = [("count", i64::from(person.attempts).into())];
        writeln!(out, "{}  {}", person.name, say_with(lang, "person-attempts", &args))?;
    }
    if unnamed > 0 {
        let args = [("count", i64::from(unnamed).into())];
        writeln!(out, "{}", say_with(lang, "person-unnamed", &args))?;
    }
    Ok(())
}
