//! A scenario's choices as a reader sees them who has heard nothing: features beside ratings, beat by beat.

use std::sync::Arc;

use crate::lang::Lang;
use crate::scenario::{Beat, BeatIdx, Choice, ChoiceIdx, Role, Scenario};
use crate::surface::feature::{Feature, Features, Heard, measure};

/// One language of a scenario.
#[derive(Debug, Clone)]
pub struct Appearance {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Every beat, in the order of the file.
    pub beats: Vec<BeatAppearance>,
}

/// One beat.
#[derive(Debug, Clone)]
pub struct BeatAppearance {
    /// The beat.
    pub beat: BeatIdx,
    /// Whether anything is decided here: one reply is the key, and the others are not.
    pub decides: bool,
    /// Whether it can tell a good reader from a lucky one: a main beat whose replies differ in what they show.
    pub judged: bool,
    /// The replies, in the order written. Saying nothing is no reply, for everyone can tell it from one.
    pub rows: Vec<Row>,
    /// The place of the key among them; the first where it is none of them.
    pub key: usize,
}

/// One reply.
#[derive(Debug, Clone)]
pub struct Row {
    /// The choice.
    pub choice: ChoiceIdx,
    /// What can be seen.
    pub features: Features,
    /// What it is worth: its ratings added up, in half steps.
    pub effect: i64,
}

impl Appearance {
    /// Measures every reply.
    pub fn of(scenario: &Arc<Scenario>, lang: Lang) -> Self {
        let beats = (0..).map(BeatIdx).zip(&scenario.beats);
        let beats = beats.map(|(at, beat)| BeatAppearance::of(scenario, at, beat, lang)).collect();
        Self { scenario: Arc::clone(scenario), lang, beats }
    }

    /// The beats that can tell.
    pub fn judged(&self) -> impl Iterator<Item = &BeatAppearance> {
        self.beats.iter().filter(|beat| beat.judged)
    }

    /// `beat/choice`, as an author looks it up.
    pub fn name(&self, (beat, choice): (BeatIdx, ChoiceIdx)) -> String {
        format!("{}/{}", self.scenario.beat(beat).id, self.scenario.choice(beat, choice).id)
    }
}

impl BeatAppearance {
    fn of(scenario: &Scenario, at: BeatIdx, beat: &Beat, lang: Lang) -> Self {
        let heard = heard(scenario, beat, lang);
        let row = |(at, choice): (ChoiceIdx, &Choice)| Row {
            choice: at,
            features: measure(choice.say.get(lang), &heard, lang),
            effect: effect(choice),
        };
        let replies = (0..).map(ChoiceIdx).zip(&beat.choices).filter(|(_, choice)| !choice.silence);
        let rows: Vec<Row> = replies.map(row).collect();
        let key = rows.iter().position(|row| row.choice == beat.key);
        let decides = key.is_some() && rows.iter().any(|row| row.effect != rows[0].effect);
        let judged = decides && !beat.is_second_chance();
        Self { beat: at, decides, judged, rows, key: key.unwrap_or(0) }
    }

    /// The choice at a place among the replies.
    pub fn at(&self, place: usize) -> (BeatIdx, ChoiceIdx) {
        (self.beat, self.rows.get(place).map_or(ChoiceIdx(0), |row| row.choice))
    }

    /// The key.
    pub fn key(&self) -> (BeatIdx, ChoiceIdx) {
        self.at(self.key)
    }

    /// One feature of all replies.
    pub fn column(&self, feature: Feature) -> Vec<i64> {
        self.rows.iter().map(|row| i64::from(row.features.get(feature))).collect()
    }

    /// What all replies are worth.
    pub fn effects(&self) -> Vec<i64> {
        self.rows.iter().map(|row| row.effect).collect()
    }

    /// What the key has of a feature, and the most that another reply has.
    pub fn key_and_others(&self, feature: Feature) -> (i64, i64) {
        let mut column = self.column(feature);
        if self.key >= column.len() {
            return (0, 0);
        }
        let key = column.remove(self.key);
        (key, column.into_iter().max().unwrap_or(0))
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
