//! What is kept of a reading: who picked what, of which wording.

use serde::{Deserialize, Serialize};

use crate::blind::rated;
use crate::lang::Lang;
use crate::scenario::Scenario;

/// What a reader saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// The choices alone.
    Blind,
    /// The whole talk up to each decision.
    Sighted,
}

/// One reader's picks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What was seen.
    pub mode: Mode,
    /// In which language.
    pub lang: Lang,
    /// Which wording of the choices: [`options_mark`] at that time.
    pub options: String,
    /// Who read, by a name the reader chose; may be empty.
    pub reader: String,
    /// What was picked.
    pub picks: Vec<Pick>,
}

/// What was picked at one decision, by ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The beat.
    pub beat: String,
    /// The choice.
    pub choice: String,
}

/// A reading as a line of the file beside a scenario.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    mode: String,
    lang: String,
    options: String,
    #[serde(default)]
    reader: String,
    /// Each as `beat/choice`.
    picks: Vec<String>,
}

impl Reading {
    /// The reading as one line of JSON.
    pub fn line(&self) -> String {
        let mode = match self.mode {
            Mode::Blind => "blind",
            Mode::Sighted => "sighted",
        };
        let picks = self.picks.iter().map(|pick| format!("{}/{}", pick.beat, pick.choice));
        let line = Line {
            mode: mode.to_owned(),
            lang: self.lang.code().to_owned(),
            options: self.options.clone(),
            reader: self.reader.clone(),
            picks: picks.collect(),
        };
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// The readings in a file's text. Lines that are none are left out: a file somebody else wrote into is no fault
    /// of the scenario.
    pub fn read_all(text: &str) -> Vec<Self> {
        text.lines().filter_map(Self::from_line).collect()
    }

    fn from_line(line: &str) -> Option<Self> {
        let line: Line = serde_json::from_str(line).ok()?;
        let mode = match line.mode.as_str() {
            "blind" => Mode::Blind,
            "sighted" => Mode::Sighted,
            _ => return None,
        };
        let pick = |pick: &String| {
            let (beat, choice) = pick.split_once('/')?;
            Some(Pick { beat: beat.to_owned(), choice: choice.to_owned() })
        };
        Some(Self {
            mode,
            lang: Lang::from_code(&line.lang)?,
            options: line.options,
            reader: line.reader,
            picks: line.picks.iter().filter_map(pick).collect(),
        })
    }
}

/// A mark that changes when the wording, the keys or the ids of the rated choices change in a language.
///
/// FNV-1a of 64 bits: it tells versions apart, and keeps nothing secret.
pub fn options_mark(scenario: &Scenario, lang: Lang) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut eat = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for at in rated(scenario) {
        let beat = scenario.beat(at);
        eat(&beat.id);
        eat(&beat.choices[beat.key.at()].id);
        for choice in &beat.choices {
            eat(&choice.id);
            eat(choice.say.get(lang));
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_a_line_and_back() {
        let pick = Pick { beat: "N1".into(), choice: "c".into() };
        let reading = Reading {
            mode: Mode::Blind,
            lang: Lang::Ja,
            options: "00ff".into(),
            reader: "き\"".into(),
            picks: vec![pick],
        };
        let text = format!("{}\nnot a line\n{{\"mode\":\"x\"}}\n", reading.line());
        assert_eq!(Reading::read_all(&text), vec![reading]);
    }
}
