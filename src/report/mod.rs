//! A talk on paper: what it showed, as a page to print, a table, data for programs or plain text.

mod csv;
mod forward;
mod html;
mod json;
mod markdown;
mod paper;
mod progress;

use crate::lang::Lang;
use crate::session::{Mode, Session};

pub use progress::{OverTime, band_words, progress_page, reason_words, rests_on_words};

use paper::Paper;

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One page that needs nothing else, for browsers and printers.
    Html,
    /// One row a turn, for spreadsheets.
    Csv,
    /// For programs; `docs/wire.md` has the fields.
    Json,
    /// Plain text with marks.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Html, Self::Csv, Self::Json, Self::Markdown];

    /// The name of the flag, and the ending of a file: `html`, `csv`, `json` or `md`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }

    /// The format with this [`Format::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }
}

/// Whose talk it was, and when: what the talk itself does not know.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The attempt's id.
    pub id: &'a str,
    /// The name that the person goes by.
    pub person: &'a str,
    /// How it was practised.
    pub mode: Mode,
    /// When it began, in milliseconds since 1970 in UTC.
    pub started: i64,
    /// When it ended, in the same; nothing for a talk that is not over.
    pub ended: Option<i64>,
    /// The day and time at which it began, as the person's calendar and clock had them, ready to be shown.
    pub when: &'a str,
    /// How many replies were taken back.
    pub taken_back: u32,
    /// Whether the scenario has been changed since.
    pub changed: bool,
    /// The attempt from which this one branched off.
    pub branch: Option<Branch<'a>>,
}

/// Where an attempt left another one.
#[derive(Debug, Clone, Copy)]
pub struct Branch<'a> {
    /// The other attempt's id.
    pub attempt: &'a str,
    /// The first turn that is its own, counted from 0.
    pub turn: usize,
}

/// What a trainer wrote beside a turn.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// The turn, counted from 0.
    pub turn: usize,
    /// The words.
    pub text: &'a str,
}

/// Everything a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Whose talk it was, and when.
    pub about: About<'a>,
    /// The talk. One that is not over is reported as far as it went.
    pub talk: &'a Session,
    /// What a trainer wrote, in any order; a note on a turn that the talk does not have is left out.
    pub notes: &'a [Note<'a>],
    /// What the person wrote when looking back.
    pub reflection: Option<&'a str>,
}

/// The report in a language. The same report gives the same bytes.
pub fn render(report: &Report<'_>, format: Format, lang: Lang) -> String {
    let paper = Paper::of(report, lang);
    match format {
        Format::Html => html::page(&paper),
        Format::Csv => csv::table(&paper),
        Format::Json => json::document(&paper),
        Format::Markdown => markdown::text(&paper),
    }
}
