//! What is wrong with a file that was handed on, as one sentence.

use std::str::Utf8Error;

use serde_json::error::Category;

use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::lang::plain::short;
use crate::lang::words::{Arg, say_with};
use crate::session::Misfit;

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is larger than [`super::BYTES_MAX`].
    TooLarge,
    /// It is no text in UTF-8, from this line on.
    NotText(usize),
    /// It breaks off at this line and column.
    BreaksOff(usize, usize),
    /// It is no JSON at this line and column.
    NotJson(usize, usize),
    /// Something is missing or of another kind, found at this line and column.
    Misshapen(usize, usize, String),
    /// It is no attempt of this program.
    OtherFormat,
    /// It was written by a later version of the format.
    Newer(u32),
    /// The scenario's text is not the one that the attempt was had in.
    OtherText,
    /// The scenario in it cannot be played; the first thing that is wrong with it.
    NoScenario(Option<Box<Diagnostic>>),
    /// There is no mode of this name.
    NoMode(String),
    /// It has this many steps, more than [`super::DEEDS_MAX`].
    TooManySteps(usize),
    /// It has this many notes, more than [`super::NOTES_MAX`].
    TooManyNotes(usize),
    /// The step of this number, from 1, is none.
    NoStep(usize),
    /// The scenario does not take a step.
    Misfit(Box<Misfit>),
    /// A note is beside a turn that the talk does not have.
    NoTurn {
        /// Which note, from 1.
        note: usize,
        /// The turn it names.
        turn: u32,
        /// How many turns the talk has.
        turns: usize,
    },
    /// The turn at which another attempt was left is counted from 1, and this is 0.
    NoParentTurn,
}

impl Fault {
    pub(super) fn not_text(bytes: &[u8], error: &Utf8Error) -> Self {
        let before = &bytes[..error.valid_up_to()];
        Self::NotText(before.iter().filter(|byte| **byte == b'\n').count() + 1)
    }

    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            Category::Eof => Self::BreaksOff(line, column),
            Category::Io | Category::Syntax => Self::NotJson(line, column),
            Category::Data => {
                let all = error.to_string();
                let what = all.rsplit_once(" at line ").map_or(all.as_str(), |(what, _)| what);
                Self::Misshapen(line, column, short(what))
            }
        }
    }

    /// One sentence about the file.
    pub fn sentence(&self, lang: Lang) -> String {
        let with = |key: &str, args: &[(&str, Arg)]| say_with(lang, key, args);
        let at = |line: &usize, column: &usize| -> [(&str, Arg); 2] {
            [("line", (*line).into()), ("column", (*column).into())]
        };
        match self {
            Self::TooLarge => {
                let most = super::BYTES_MAX / 1024 / 1024;
                with("handon-too-large", &[("most", most.into())])
            }
            Self::NotText(line) => with("handon-not-text", &[("line", (*line).into())]),
            Self::BreaksOff(line, column) => with("handon-breaks-off", &at(line, column)),
            Self::NotJson(line, column) => with("handon-not-json", &at(line, column)),
            Self::Misshapen(line, column, what) => {
                let [line, column] = at(line, column);
                with("handon-misshapen", &[line, column, ("what", what.as_str().into())])
            }
            Self::OtherFormat => with("handon-other-format", &[]),
            Self::Newer(version) => {
                with("handon-newer", &[("version", i64::from(*version).into())])
            }
            Self::OtherText => with("handon-other-text", &[]),
            Self::NoScenario(first) => {
                let why = first.as_ref().map(|first| first.message(lang)).unwrap_or_default();
                with("handon-no-scenario", &[("why", short(&why).into())])
            }
            Self::NoMode(mode) => with("handon-no-mode", &[("mode", short(mode).into())]),
            Self::TooManySteps(count) => {
                let most = super::DEEDS_MAX.into();
                with("handon-too-many-steps", &[("count", (*count).into()), ("most", most)])
            }
            Self::TooManyNotes(count) => {
                let most = super::NOTES_MAX.into();
                with("handon-too-many-notes", &[("count", (*count).into()), ("most", most)])
            }
            Self::NoStep(number) => with("handon-no-step", &[("step", (*number).into())]),
            Self::Misfit(misfit) => with("handon-misfit", &[("step", (misfit.at + 1).into())]),
            Self::NoTurn { note, turn, turns } => {
                let turn = i64::from(*turn).into();
                let args = [("note", (*note).into()), ("turn", turn), ("turns", (*turns).into())];
                with("handon-no-turn", &args)
            }
            Self::NoParentTurn => with("handon-no-parent-turn", &[]),
        }
    }
}
