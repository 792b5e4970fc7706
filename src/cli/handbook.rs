//! `kikitori handbook`: what the score goes by, to read in the terminal.

use std::io::Write;

use anstyle::Style;
use anyhow::anyhow;
use clap::Args;
use textwrap::core::display_width;

use crate::cli::Outcome;
use crate::cli::show::{paragraph, width};
use crate::handbook::{Block, Found, Page, Subject, Table, groups, search};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::rubric::Level;

const BOLD: Style = Style::new().bold();

/// The longest code, and a space.
const CODES: usize = 12;

/// A longer name of a column has a line of its own.
const NAME: usize = 12;

/// Read the handbook: the indicators at every rating, the course of a talk, the apology ladder, when firmness is right.
#[derive(Debug, Args)]
pub struct HandbookArgs {
    /// The code of a page, such as P2 or firmness, or words to look for [default: list all pages]
    #[arg(value_name = "TERM")]
    pub term: Vec<String>,
}

pub(super) fn run(
    args: &HandbookArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let term = args.term.join(" ");
    if term.trim().is_empty() {
        list(lang, out)?;
        return Ok(Outcome::Clean);
    }
    let found = search(lang, &term);
    let by_code = found.first().filter(|first| first.subject.code().eq_ignore_ascii_case(&term));
    match (by_code, found.as_slice()) {
        (_, []) => Err(anyhow!(say_with(lang, "handbook-no-page", &[("term", term.into())]))),
        (Some(one), _) | (None, [one]) => show(one.subject, lang, out),
        (None, several) => finds(several, lang, out),
    }?;
    Ok(Outcome::Clean)
}

fn list(lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    for group in groups(lang) {
        writeln!(out, "{BOLD}{}{BOLD:#}", group.title)?;
        for page in &group.pages {
            named(out, page.subject, &page.title)?;
        }
        writeln!(out)?;
    }
    Ok(writeln!(out, "{}", say(lang, "handbook-how"))?)
}

fn named(out: &mut impl Write, subject: Subject, title: &str) -> anyhow::Result<()> {
    let code = subject.code();
    Ok(paragraph(out, width(), &format!("  {code:CODES$}"), title)?)
}

/// What was found, with the sentences it was found in.
fn finds(found: &[Found], lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    for page in found {
        named(out, page.subject, page.title)?;
        if let Some(sentence) = &page.sentence {
            paragraph(out, width(), &" ".repeat(CODES + 4), sentence)?;
        }
    }
    Ok(writeln!(out, "\n{}", say(lang, "handbook-how"))?)
}

fn show(subject: Subject, lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    let page = subject.page(lang).ok_or_else(|| anyhow!("a subject without a page"))?;
    match subject {
        Subject::Guide(_) => writeln!(out, "{BOLD}{}{BOLD:#}", page.title)?,
        Subject::Indicator(_) | Subject::Critical(_) => {
            writeln!(out, "{BOLD}{} {}{BOLD:#}", subject.code(), page.title)?;
        }
    }
    if let Subject::Critical(critical) = subject {
        let skill = say(lang, &format!("skill-{}", critical.skill().code()));
        let level = i64::from(Level::CAP.number());
        let caps = [("skill", skill.into()), ("level", level.into())];
        paragraph(out, width(), "  ", &say_with(lang, "handbook-caps", &caps))?;
    }
    let mut before = None;
    for block in &page.blocks {
        // Items of one list stand close together.
        let listed = |block: &Block| matches!(block, Block::Item(_) | Block::Step(..));
        if !(listed(block) && before.is_some_and(listed)) {
            writeln!(out)?;
        }
        self::block(out, block, page, lang)?;
        before = Some(block);
    }
    Ok(())
}

fn block(out: &mut impl Write, block: &Block, page: &Page, lang: Lang) -> anyhow::Result<()> {
    match block {
        Block::Text(text) => paragraph(out, width(), "  ", text)?,
        Block::Heading(text) => writeln!(out, "{BOLD}{text}{BOLD:#}")?,
        Block::Item(text) => paragraph(out, width(), "  - ", text)?,
        Block::Step(number, text) => paragraph(out, width(), &format!("  {number}. "), text)?,
        Block::Anchor(rating, text) => {
            writeln!(out, "{BOLD}{}{BOLD:#}", say(lang, rating.word()))?;
            paragraph(out, width(), "  ", text)?;
        }
        Block::Named(name, text) => {
            writeln!(out, "{BOLD}{}{BOLD:#}", say(lang, name.key()))?;
            paragraph(out, width(), "  ", text)?;
        }
        Block::Table(table) => rows(out, table)?,
        Block::See(subjects) => {
            writeln!(out, "{BOLD}{}{BOLD:#}", say(lang, "handbook-see"))?;
            let pages = subjects.iter().filter(|subject| **subject != page.subject);
            for page in pages.filter_map(|subject| subject.page(lang)) {
                named(out, page.subject, &page.title)?;
            }
        }
    }
    Ok(())
}

/// A table as a list: a terminal is too narrow for columns of sentences.
fn rows(out: &mut impl Write, table: &Table) -> anyhow::Result<()> {
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "  {BOLD}{}{BOLD:#}", row[0])?;
        for (name, cell) in table.head.iter().zip(row).skip(1) {
            if display_width(name) > NAME {
                writeln!(out, "    {name}:")?;
                paragraph(out, width(), "      ", cell)?;
            } else {
                paragraph(out, width(), &format!("    {name}: "), cell)?;
            }
        }
    }
    Ok(())
}
