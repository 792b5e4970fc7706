//! A blind reading in the window: whose replies, what was picked so far, and the result that is kept beside the file.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::session::{FixedSeed, Open};
use crate::app::settings::Chosen;
use crate::blind::{Item, Mode, Pick, Reading, Result as Outcomes, items, options_mark, result};
use crate::lang::Lang;
use crate::scenario::{ChoiceIdx, Scenario};
use crate::session::Seed;
use crate::store::keep_reading;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Played>().add_message::<ReadBlind>().add_message::<Read>();
    app.add_systems(Update, (note_played, begin, read_on).chain().in_set(AppSystems::Step));
}

/// The order of items and options where no seed is given, as on the command line.
const SEED: Seed = Seed(1);

/// Asks for a blind reading of a scenario.
#[derive(Message, Debug, Clone)]
pub(crate) struct ReadBlind {
    /// Whose replies are read.
    pub(crate) scenario: Arc<Scenario>,
    /// The file that the result is kept beside; none for a scenario in the program itself.
    pub(crate) file: Option<PathBuf>,
}

/// What a reader does.
#[derive(Message, Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    /// Gives a name, or another one.
    Name(String),
    /// Begins, or goes on where the reading was left.
    Begin,
    /// Begins anew.
    BeginAnew,
    /// Picks at the item that is shown.
    Pick(ChoiceIdx),
    /// Goes back by one item.
    TakeBack,
}

/// The ids of the scenarios that were opened in this window: their reader has seen them.
#[derive(Resource, Debug, Default)]
pub(crate) struct Played(BTreeSet<String>);

/// What became of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It is not there yet, or there is no file that it belongs to.
    Nowhere,
    /// It is in this file.
    In(PathBuf),
    /// It could not be kept, and this is why.
    Failed(String),
}

/// The reading that goes on. Anyone may look at it; only the systems of this file change it.
#[derive(Resource, Debug)]
pub(crate) struct BlindReading {
    asked: ReadBlind,
    lang: Lang,
    played: bool,
    items: Vec<Item>,
    reader: String,
    begun: bool,
    picks: Vec<ChoiceIdx>,
    kept: Kept,
}

impl BlindReading {
    fn of(asked: &ReadBlind, lang: Lang, seed: Seed, played: bool) -> Self {
        Self {
            items: items(&asked.scenario, seed),
            asked: asked.clone(),
            lang,
            played,
            reader: String::new(),
            begun: false,
            picks: Vec::new(),
            kept: Kept::Nowhere,
        }
    }

    /// The scenario whose replies are read.
    pub(crate) fn scenario(&self) -> &Scenario {
        &self.asked.scenario
    }

    /// The file that the result is kept beside.
    pub(crate) fn file(&self) -> Option<&PathBuf> {
        self.asked.file.as_ref()
    }

    /// Whether the scenario is written in the language of the reading.
    pub(crate) fn can_be_read(&self) -> bool {
        self.scenario().languages.contains(&self.lang)
    }

    /// Whether the scenario was opened in this window.
    pub(crate) fn was_played(&self) -> bool {
        self.played
    }

    /// The name that was given; may be empty.
    pub(crate) fn reader(&self) -> &str {
        &self.reader
    }

    /// How many decisions there are, and how many of them are answered.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.picks.len(), self.items.len())
    }

    /// The decision that is shown; none before the beginning and after the end.
    pub(crate) fn item(&self) -> Option<&Item> {
        self.items.get(self.picks.len()).filter(|_| self.begun)
    }

    /// What the whole reading comes to, once it is whole.
    pub(crate) fn result(&self) -> Option<Outcomes> {
        (self.begun && self.picks.len() == self.items.len())
            .then(|| result(self.scenario(), &self.whole()))
    }

    /// What became of the result.
    pub(crate) fn kept(&self) -> &Kept {
        &self.kept
    }

    fn whole(&self) -> Reading {
        let pick = |(item, choice): (&Item, &ChoiceIdx)| {
            let beat = self.scenario().beat(item.beat);
            Pick { beat: beat.id.clone(), choice: beat.choices[choice.at()].id.clone() }
        };
        Reading {
            mode: Mode::Blind,
            lang: self.lang,
            options: options_mark(self.scenario(), self.lang),
            reader: self.reader.trim().to_owned(),
            picks: self.items.iter().zip(&self.picks).map(pick).collect(),
        }
    }

    fn pick(&mut self, choice: ChoiceIdx) {
        if self.item().is_none_or(|item| !item.options.contains(&choice)) {
            return;
        }
        self.picks.push(choice);
        if self.result().is_none() {
            return;
        }
        self.kept = match &self.asked.file {
            None => Kept::Nowhere,
            Some(file) => match keep_reading(file, &self.whole()) {
                Ok(path) => Kept::In(path),
                Err(error) => Kept::Failed(error.to_string()),
            },
        };
    }
}

fn note_played(mut opened: MessageReader<Open>, mut played: ResMut<Played>) {
    for Open(scenario, _) in opened.read() {
        played.0.insert(scenario.id.clone());
    }
}

/// Begins the reading that was asked for; one that was left in the middle stays as it was.
pub(crate) fn begin(
    mut asked: MessageReader<ReadBlind>,
    now: Option<Res<BlindReading>>,
    played: Res<Played>,
    fixed: Res<FixedSeed>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    let Some(asked) = asked.read().last() else {
        return;
    };
    let played = played.0.contains(&asked.scenario.id);
    let mut begun = BlindReading::of(asked, chosen.lang, fixed.0.unwrap_or(SEED), played);
    if let Some(left) = now.filter(|left| {
        Arc::ptr_eq(&left.asked.scenario, &asked.scenario)
            && left.lang == chosen.lang
            && left.result().is_none()
    }) {
        begun.picks.clone_from(&left.picks);
        begun.reader.clone_from(&left.reader);
    }
    commands.insert_resource(begun);
}

fn read_on(mut asked: MessageReader<Read>, reading: Option<ResMut<BlindReading>>) {
    // What else came in the same frame was meant for the item before.
    let Some(mut reading) = reading.filter(|_| !asked.is_empty()) else {
        return;
    };
    for read in asked.read() {
        match read {
            // The page stays as it is while the name is typed.
            Read::Name(name) => reading.bypass_change_detection().reader.clone_from(name),
            Read::Begin => reading.begun = reading.can_be_read(),
            Read::BeginAnew => {
                reading.picks.clear();
                reading.begun = reading.can_be_read();
            }
            Read::Pick(choice) => {
                reading.pick(*choice);
                break;
            }
            Read::TakeBack => {
                if reading.item().is_some() {
                    reading.picks.pop();
                }
                break;
            }
        }
    }
    asked.clear();
}
