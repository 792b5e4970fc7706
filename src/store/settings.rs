//! What a person has set, kept in a small file in the platform's configuration folder.
#![expect(clippy::disallowed_methods, reason = "this is where settings are read and written")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

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

    /// The name in the settings file, and the end of its words' key.
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

    /// The name in the settings file, and the end of its words' key.
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
}

/// The file's own form, so that the settings type is free to change.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    person: Option<String>,
    lang: Option<String>,
    text_size_percent: Option<u16>,
    theme: Option<String>,
    still: bool,
    answer_time: Option<String>,
    mode: Option<String>,
    choices_at_once: bool,
    no_inner_voice: bool,
    no_gauges: bool,
}

/// Where the settings are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFile(pub PathBuf);

impl SettingsFile {
    /// The file in the platform's configuration folder; `None` where the platform names no such folder.
    pub fn of_platform() -> Option<Self> {
        let strategy = etcetera::choose_base_strategy().ok()?;
        let folder = etcetera::BaseStrategy::config_dir(&strategy);
        Some(Self(folder.join("kikitori").join("settings.json")))
    }

    /// Whether anything was ever set.
    pub fn is_there(&self) -> bool {
        self.0.exists()
    }

    /// The file in a folder that someone has named for everything.
    pub fn in_folder(folder: &Path) -> Self {
        Self(folder.join("settings.json"))
    }

    /// The settings kept, or the defaults where there are none or they cannot be read:
    /// a person who cannot start the program cannot mend its settings.
    pub fn read(&self) -> Settings {
        let text = fs::read_to_string(&self.0).unwrap_or_default();
        let written: Written = serde_json::from_str(&text).unwrap_or_default();
        Settings {
            person: written.person.as_deref().and_then(clean_name),
            lang: written.lang.as_deref().and_then(Lang::from_code),
            text_size: written.text_size_percent.map(TextSize::nearest).unwrap_or_default(),
            theme: ThemeName::ALL
                .into_iter()
                .find(|theme| written.theme.as_deref() == Some(theme.code()))
                .unwrap_or_default(),
            still: written.still,
            answer_time: AnswerTime::ALL
                .into_iter()
                .find(|time| written.answer_time.as_deref() == Some(time.code()))
                .unwrap_or_default(),
            mode: written.mode.as_deref().and_then(Mode::of).unwrap_or_default(),
            choices_at_once: written.choices_at_once,
            no_inner_voice: written.no_inner_voice,
            no_gauges: written.no_gauges,
        }
    }

    /// Keeps the settings: whole or not at all, so that a power cut leaves the old ones.
    ///
    /// # Errors
    /// What the system said; the old settings are still there.
    pub fn write(&self, settings: &Settings) -> io::Result<()> {
        let written = Written {
            person: settings.person.clone(),
            lang: settings.lang.map(|lang| lang.code().to_owned()),
            text_size_percent: Some(settings.text_size.percent()),
            theme: Some(settings.theme.code().to_owned()),
            still: settings.still,
            answer_time: Some(settings.answer_time.code().to_owned()),
            mode: Some(settings.mode.code().to_owned()),
            choices_at_once: settings.choices_at_once,
            no_inner_voice: settings.no_inner_voice,
            no_gauges: settings.no_gauges,
        };
        let text = serde_json::to_string_pretty(&written)?;
        let folder = self.0.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let beside = self.0.with_extension("json.new");
        let mut file = File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> SettingsFile {
        let folder =
            std::env::temp_dir().join(format!("kikitori-settings-{}-{name}", std::process::id()));
        SettingsFile(folder.join("settings.json"))
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let file = file("again");
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
        };
        file.write(&settings).unwrap();
        assert!(file.is_there());
        assert_eq!(file.read(), settings);
        fs::remove_dir_all(file.0.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_file_from_before_a_setting_has_its_default() {
        let file = file("old");
        fs::create_dir_all(file.0.parent().unwrap()).unwrap();
        fs::write(&file.0, b"{\"lang\": \"ja\", \"theme\": \"dark\", \"still\": true}").unwrap();
        let known =
            Settings { lang: Some(Lang::Ja), theme: ThemeName::Dark, ..Settings::default() };
        assert_eq!(file.read(), Settings { still: true, ..known });
        assert_eq!(file.read().answer_time, AnswerTime::AsWritten);
        assert_eq!(file.read().mode, Mode::Learn);
        fs::remove_dir_all(file.0.parent().unwrap()).unwrap();
    }

    #[test]
    fn settings_that_cannot_be_read_are_the_defaults() {
        let file = file("noise");
        assert!(!file.is_there());
        assert_eq!(file.read(), Settings::default());
        fs::create_dir_all(file.0.parent().unwrap()).unwrap();
        fs::write(&file.0, b"{\"lang\": 7, \xff").unwrap();
        assert_eq!(file.read(), Settings::default());
        fs::write(&file.0, b"{\"text_size_percent\": 137, \"lang\": \"xx\"}").unwrap();
        assert_eq!(file.read().text_size.percent(), 125);
        fs::remove_dir_all(file.0.parent().unwrap()).unwrap();
    }
}
