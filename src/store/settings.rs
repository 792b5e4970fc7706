//! What a person has set, and the names and words by which it is kept.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lang::Lang;
use crate::session::Mode;
use crate::store::attempts::clean_name;

/// The size of text, in percent of the design's size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSize(u16);

impl TextSize {
    /// What can be chosen, in percent.
    pub const STEPS: [u16; 5] = [100, 125, 150, 175, 200];

    /// The nearest step to this many percent.
    pub fn nearest(percent: u16) -> Self {
        let near = Self::STEPS.into_iter().min_by_key(|step| step.abs_diff(percent));
        Self(near.unwrap_or(Self::STEPS[0]))
    }

    /// In percent, one of [`TextSize::STEPS`].
    pub fn percent(self) -> u16 {
        self.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(Self::STEPS[0])
    }
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ThemeName {
    /// Dark ink on warm paper.
    #[default]
    Light,
    /// Light ink on warm night.
    Dark,
    /// Black on white.
    Contrast,
}

impl ThemeName {
    /// What can be chosen.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The name by which it is kept, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// How long the other side waits for an answer, where it does not wait for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AnswerTime {
    /// For ever: nothing is counted.
    Off,
    /// As long as the scenario says.
    #[default]
    AsWritten,
    /// Twice as long.
    Twice,
    /// Three times as long.
    ThreeTimes,
}

impl AnswerTime {
    /// What can be chosen, the calmest first.
    pub const ALL: [Self; 4] = [Self::Off, Self::AsWritten, Self::Twice, Self::ThreeTimes];

    /// The name by which it is kept, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::AsWritten => "as-written",
            Self::Twice => "twice",
            Self::ThreeTimes => "three-times",
        }
    }

    /// How many seconds are counted where the scenario says so many; none, if nothing is counted.
    pub fn seconds(self, written: u16) -> Option<u16> {
        let times = match self {
            Self::Off => return None,
            Self::AsWritten => 1,
            Self::Twice => 2,
            Self::ThreeTimes => 3,
        };
        Some(written.saturating_mul(times))
    }
}

/// How loud sounds are, in a program that has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Volume {
    /// Not at all.
    Off,
    /// Half as loud as they are.
    #[default]
    Soft,
    /// As they are.
    Full,
}

impl Volume {
    /// What can be chosen.
    pub const ALL: [Self; 3] = [Self::Off, Self::Soft, Self::Full];

    /// The name in the settings, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Soft => "soft",
            Self::Full => "full",
        }
    }
}

/// What a person has set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Who practises, by a name or pseudonym of their own choice, if they gave one.
    pub person: Option<String>,
    /// The language, once chosen; before that, the machine's.
    pub lang: Option<Lang>,
    /// The size of text.
    pub text_size: TextSize,
    /// The colours.
    pub theme: ThemeName,
    /// Whether movement that says nothing is left out.
    pub still: bool,
    /// How long the other side waits for an answer.
    pub answer_time: AnswerTime,
    /// How talks are practised.
    pub mode: Mode,
    /// Whether choices are shown before the trainee has said something aloud, where it is asked for.
    pub choices_at_once: bool,
    /// Whether the inner voice is passed over, where a thought pulls at the trainee.
    pub no_inner_voice: bool,
    /// Whether the gauges are left out of the talk, so that only the face and the words tell.
    pub no_gauges: bool,
    /// Whether readings stand above Japanese words, where a scenario gives them.
    pub furigana: bool,
    /// Whether what is heard is not said in words as well.
    pub no_captions: bool,
    /// How loud it is.
    pub volume: Volume,
}

/// Settings as they are kept: each by its name, so that two windows that set different things do not undo each other.
pub(super) type Rows = BTreeMap<&'static str, String>;

/// The setting that says who practises.
pub(super) const PERSON: &str = "person";

impl Settings {
    /// What is kept of these settings.
    pub(super) fn rows(&self) -> Rows {
        let switch = |on: bool| on.to_string();
        let mut rows = Rows::from([
            ("text_size_percent", self.text_size.percent().to_string()),
            ("theme", self.theme.code().to_owned()),
            ("still", switch(self.still)),
            ("answer_time", self.answer_time.code().to_owned()),
            ("mode", self.mode.code().to_owned()),
            ("choices_at_once", switch(self.choices_at_once)),
            ("no_inner_voice", switch(self.no_inner_voice)),
            ("no_gauges", switch(self.no_gauges)),
            ("furigana", switch(self.furigana)),
            ("no_captions", switch(self.no_captions)),
            ("volume", self.volume.code().to_owned()),
        ]);
        rows.extend(self.person.clone().map(|person| (PERSON, person)));
        rows.extend(self.lang.map(|lang| ("lang", lang.code().to_owned())));
        rows
    }

    /// The settings of which this is kept: what is missing or cannot be understood has its default, for a person who
    /// cannot start the program cannot mend its settings.
    pub(super) fn of_rows(rows: &BTreeMap<String, String>) -> Self {
        let kept = |name: &str| rows.get(name).map(String::as_str);
        let switch = |name: &str| kept(name) == Some("true");
        let percent = kept("text_size_percent").and_then(|percent| percent.parse().ok());
        Self {
            person: kept(PERSON).and_then(clean_name),
            lang: kept("lang").and_then(Lang::from_code),
            text_size: percent.map(TextSize::nearest).unwrap_or_default(),
            theme: named(ThemeName::ALL, ThemeName::code, kept("theme")),
            still: switch("still"),
            answer_time: named(AnswerTime::ALL, AnswerTime::code, kept("answer_time")),
            mode: kept("mode").and_then(Mode::of).unwrap_or_default(),
            choices_at_once: switch("choices_at_once"),
            no_inner_voice: switch("no_inner_voice"),
            no_gauges: switch("no_gauges"),
            furigana: switch("furigana"),
            no_captions: switch("no_captions"),
            volume: named(Volume::ALL, Volume::code, kept("volume")),
        }
    }

    /// The settings of a file of their own, in which they were kept before the store held them.
    pub(super) fn of_file(text: &str) -> Self {
        let written: BTreeMap<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let words = |value: Value| match value {
            Value::Text(text) => Some(text),
            Value::Number(number) => Some(number.to_string()),
            Value::Switch(on) => Some(on.to_string()),
            Value::Other(serde::de::IgnoredAny) => None,
        };
        let rows = written.into_iter().filter_map(|(name, value)| Some((name, words(value)?)));
        Self::of_rows(&rows.collect())
    }
}

/// The one of these that is kept by this name, or the default.
fn named<T: Copy + Default>(
    all: impl IntoIterator<Item = T>,
    code: fn(T) -> &'static str,
    name: Option<&str>,
) -> T {
    all.into_iter().find(|one| name == Some(code(*one))).unwrap_or_default()
}

/// What stands beside a name in the file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Switch(bool),
    Number(u32),
    Text(String),
    Other(serde::de::IgnoredAny),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(rows: Rows) -> BTreeMap<String, String> {
        rows.into_iter().map(|(name, word)| (name.to_owned(), word)).collect()
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let settings = Settings {
            person: Some("森 結衣".to_owned()),
            lang: Some(Lang::Ja),
            text_size: TextSize::nearest(150),
            theme: ThemeName::Contrast,
            still: true,
            answer_time: AnswerTime::ThreeTimes,
            mode: Mode::Check,
            choices_at_once: true,
            no_inner_voice: true,
            no_gauges: true,
            furigana: true,
            no_captions: true,
            volume: Volume::Off,
        };
        assert_eq!(Settings::of_rows(&words(settings.rows())), settings);
        let nothing = Settings::default();
        assert_eq!(Settings::of_rows(&words(nothing.rows())), nothing);
        assert_eq!(Settings::of_rows(&BTreeMap::new()), nothing);
    }

    #[test]
    fn a_file_from_before_a_setting_has_its_default() {
        let read = Settings::of_file(
            "{\"lang\": \"ja\", \"theme\": \"dark\", \"still\": true, \"person\": null}",
        );
        let known =
            Settings { lang: Some(Lang::Ja), theme: ThemeName::Dark, ..Settings::default() };
        assert_eq!(read, Settings { still: true, ..known });
        let sized =
            Settings::of_file("{\"text_size_percent\": 137, \"lang\": \"xx\", \"mode\": [1]}");
        assert_eq!((sized.text_size.percent(), sized.lang), (125, None));
    }

    #[test]
    fn settings_that_cannot_be_read_are_the_defaults() {
        for noise in ["", "{\"lang\": 7, ", "[]", "{\"still\": \"perhaps\"}"] {
            assert_eq!(Settings::of_file(noise), Settings::default(), "{noise}");
        }
    }
}
