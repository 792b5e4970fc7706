//! A scenario's choices as a reader sees them who has heard nothing: features beside ratings, beat by beat.

use std::sync::Arc;

use crate::lang::Lang;
use crate::scenario::{Beat, BeatIdx, Choice, ChoiceIdx, Role, Scenario};
use crate::surface::feature::{Feature, Features, Heard, measure};

/// One language of a scenario.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Every beat, in the order of the file.
    pub beats: Vec<BeatSheet>,
}

/// One beat.
#[derive(Debug, Clone)]
pub struct BeatSheet {
    /// The beat.
    pub beat: BeatIdx,
    /// Whether it can tell a good reader from a lucky one: a main beat whose choices differ in what they show.
    pub judged: bool,
    /// The best choice.
    pub key: ChoiceIdx,
    /// Its choices, in the order written.
    pub rows: Vec<Row>,
}

/// One choice.
#[derive(Debug, Clone)]
pub struct Row {
    /// What can be seen.
    pub features: Features,
    /// What it is worth: its ratings added up, in half steps.
    pub effect: i64,
}

impl Sheet {
    /// Measures every choice.
    pub fn of(scenario: &Arc<Scenario>, lang: Lang) -> Self {
        let beats = (0..).map(BeatIdx).zip(&scenario.beats);
        let beats = beats.map(|(at, beat)| BeatSheet::of(scenario, at, beat, lang)).collect();
        Self { scenario: Arc::clone(scenario), lang, beats }
    }

    /// The beats that can tell.
    pub fn judged(&self) -> impl Iterator<Item = &BeatSheet> {
        self.beats.iter().filter(|beat| beat.judged)
    }

    /// `beat/choice`, as an author looks it up.
    pub fn name(&self, beat: BeatIdx, choice: ChoiceIdx) -> String {
        format!("{}/{}", self.scenario.beat(beat).id, self.scenario.choice(beat, choice).id)
    }
}

impl BeatSheet {
    fn of(scenario: &Scenario, at: BeatIdx, beat: &Beat, lang: Lang) -> Self {
        let heard = heard(scenario, beat, lang);
        let row = |choice: &Choice| Row {
            features: measure(choice.say.get(lang), &heard, lang),
            effect: effect(choice),
        };
        let rows: Vec<Row> = beat.choices.iter().map(row).collect();
        let judged =
            !beat.is_second_chance() && rows.iter().any(|row| row.effect != rows[0].effect);
        Self { beat: at, judged, key: beat.key, rows }
    }

    /// One feature of all choices.
    pub fn column(&self, feature: Feature) -> Vec<i64> {
        self.rows.iter().map(|row| i64::from(row.features.get(feature))).collect()
    }

    /// What all choices are worth.
    pub fn effects(&self) -> Vec<i64> {
        self.rows.iter().map(|row| row.effect).collect()
    }

    /// What the key has of a feature, and the most that another choice has.
    pub fn key_and_others(&self, feature: Feature) -> (u32, u32) {
        let of = |row: &Row| row.features.get(feature);
        let others = self.rows.iter().enumerate().filter(|(at, _)| *at != self.key.at());
        (of(&self.rows[self.key.at()]), others.map(|(_, row)| of(row)).max().unwrap_or(0))
    }
}

/// The words of everyone who speaks before the choice, whichever variant is said.
fn heard(scenario: &Scenario, beat: &Beat, lang: Lang) -> Heard {
    let by_someone = |role| matches!(role, Role::Customer | Role::Colleague);
    let lines = beat.lines.iter().filter(|line| by_someone(scenario.speaker(line.speaker).role));
    Heard::of(lines.flat_map(|line| &line.variants).map(|(_, text)| text.get(lang)), lang)
}

/// The sum of a choice's ratings, in half steps.
fn effect(choice: &Choice) -> i64 {
    choice.ratings.iter().map(|rating| i64::from(rating.half_steps())).sum()
}
