//! The blind test: can a reader who sees only the choices tell which is right? Scoring guide, section 3.8, T7.
//!
//! A scenario teaches listening only if its right answers cannot be told without hearing the customer.

mod hits;
mod record;

pub use hits::Hits;
pub use record::{Mode, Pick, Reading, options_mark};

use crate::lang::Lang;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::session::{Seed, shown_order};

/// At most this share of keys may be picked blind in one scenario, in per cent.
pub const BLIND_MAX: u32 = 60;

/// And at most this share on the mean of a library.
pub const BLIND_MEAN_MAX: u32 = 45;

/// The keys are found so much more often by who hears the talk than by who does not, in percentage points.
pub const LISTENING_MIN: u32 = 45;

/// One decision as a reader sees it: its choices in a shuffled order, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Whose choices they are; not shown.
    pub beat: BeatIdx,
    /// The choices in the order shown, lettered from A.
    pub options: Vec<ChoiceIdx>,
}

impl Item {
    /// The letter of the option at this place.
    pub fn letter(at: usize) -> char {
        char::from_u32(u32::from('A') + u32::try_from(at).unwrap_or_default()).unwrap_or('?')
    }

    /// The choice that a letter stands for.
    pub fn choice(&self, letter: &str) -> Option<ChoiceIdx> {
        let mut letters = letter.trim().chars().map(half_width);
        let letter = letters.next().filter(|_| letters.next().is_none())?.to_ascii_uppercase();
        self.options
            .iter()
            .enumerate()
            .find(|(at, _)| Self::letter(*at) == letter)
            .map(|(_, it)| *it)
    }
}

/// A full-width letter as the half-width one.
fn half_width(letter: char) -> char {
    match letter {
        'Ａ'..='Ｚ' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        'ａ'..='ｚ' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

/// Every rated decision of a scenario, itself in a shuffled order: what comes next in the talk is not given away.
pub fn items(scenario: &Scenario, seed: Seed) -> Vec<Item> {
    let rated: Vec<BeatIdx> = rated(scenario).collect();
    // The order of the items is drawn like that of a beat's choices, at a place that no readable number
    // of beats has.
    let order = shown_order(seed, BeatIdx(u16::MAX.into()), 0, rated.len());
    let item = |beat: BeatIdx| {
        let options = shown_order(seed, beat, 0, scenario.beat(beat).choices.len());
        Item { beat, options }
    };
    order.into_iter().filter_map(|at| rated.get(at.at()).copied()).map(item).collect()
}

/// The same decisions in the order of the talk, for a reader who sees everything.
pub fn items_in_order(scenario: &Scenario, seed: Seed) -> Vec<Item> {
    let mut items = items(scenario, seed);
    items.sort_by_key(|item| item.beat);
    items
}

/// The beats whose choices are rated.
pub fn rated(scenario: &Scenario) -> impl Iterator<Item = BeatIdx> + '_ {
    let beats = (0..).map(BeatIdx).zip(&scenario.beats);
    beats.filter(|(_, beat)| !beat.rates.is_empty()).map(|(at, _)| at)
}

/// What a reader's picks come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Result {
    /// How many decisions were answered.
    pub items: u32,
    /// At how many of them the key was picked.
    pub keys: u32,
    /// How many keys luck alone would have found, in thousandths.
    pub by_chance: u32,
    /// The decisions that gave themselves away.
    pub given_away: Vec<BeatIdx>,
}

impl Result {
    /// The share of keys picked, in per cent, rounded half up.
    pub fn percent(&self) -> u32 {
        if self.items == 0 { 0 } else { (200 * self.keys + self.items) / (2 * self.items) }
    }

    /// The share of keys that luck finds, in per cent, rounded half up.
    pub fn chance_percent(&self) -> u32 {
        self.by_chance.checked_div(self.items).map_or(0, |mean| (mean + 5) / 10)
    }
}

/// Counts a reading; picks that name what the scenario no longer has are left out.
pub fn result(scenario: &Scenario, reading: &Reading) -> Result {
    let mut found = Result { items: 0, keys: 0, by_chance: 0, given_away: Vec::new() };
    for pick in &reading.picks {
        let Some(beat) = scenario.find_beat(&pick.beat) else { continue };
        let written = scenario.beat(beat);
        let Some(choice) = written.find_choice(&pick.choice) else { continue };
        found.items += 1;
        found.by_chance += 1000 / u32::try_from(written.choices.len()).unwrap_or(1).max(1);
        if choice == written.key {
            found.keys += 1;
            found.given_away.push(beat);
        }
    }
    found
}

/// The languages in which nobody has read these choices blind since they were changed.
pub fn unread(scenario: &Scenario, readings: &[Reading]) -> Vec<Lang> {
    let read = |lang: Lang| {
        let mark = options_mark(scenario, lang);
        readings.iter().any(|reading| {
            reading.mode == Mode::Blind && reading.lang == lang && reading.options == mark
        })
    };
    scenario.languages.iter().copied().filter(|lang| !read(*lang)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_people_type_them() {
        let item =
            Item { beat: BeatIdx(0), options: vec![ChoiceIdx(2), ChoiceIdx(0), ChoiceIdx(1)] };
        for (typed, choice) in [
            ("A", Some(2)),
            ("b ", Some(0)),
            ("Ｃ", Some(1)),
            ("ａ", Some(2)),
            ("D", None),
            ("AB", None),
            ("", None),
        ] {
            assert_eq!(item.choice(typed).map(|choice| choice.0), choice, "{typed:?}");
        }
    }
}
