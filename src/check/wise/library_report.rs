//! Every figure of a library's test-wiseness, also of those that keep within their bars.

use crate::check::wise::BEATS_MIN;
use crate::check::wise::case::{Case, Judged};
use crate::check::wise::difficulty::Difficulty;
use crate::check::wise::library_blind::{self, BlindMean};
use crate::check::wise::library_place::LibraryChoice;
use crate::check::wise::library_readers::{Lesson, Mean, Readers, mean};
use crate::check::wise::pairs::{Extreme, KeyLengths};
use crate::lang::Lang;
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::surface::{Appearance, Feature, Phrase, Tell, Tenths, phrases_of_keys, tell};

/// A phrase tells when so many keys have it.
const PHRASE_KEYS_MIN: usize = 3;

/// The figures of a library.
#[derive(Debug, Clone)]
pub struct LibraryReport {
    /// How many of its scenarios are large enough to be judged.
    pub scenarios: usize,
    /// What chance gets in whole talks, on their mean.
    pub chance: Option<Tenths>,
    /// Language by language, how far each feature goes with the ratings.
    pub tells: Vec<(Lang, Vec<Tell>)>,
    /// What each bot gets in whole talks, on the scenarios' mean, the furthest above chance first.
    pub means: Vec<Mean>,
    /// What a bot gets that has learned from all scenarios but the one it plays.
    pub learned: Vec<Lesson>,
    /// What readers found who saw only the choices.
    pub blind: Vec<BlindMean>,
    /// How often the key is the longest or shortest reply.
    pub key_lengths: Vec<KeyLengthShare>,
    /// How hard each scenario is said to be, and is.
    pub difficulties: Vec<Difficulty>,
    /// Of the main beats with four choices, the keys at each place of the file.
    pub places: [Vec<LibraryChoice>; 4],
    /// Language by language, the phrases that only keys have.
    pub phrases: Vec<(Lang, Vec<Phrase>)>,
    appearances: Vec<(Lang, Vec<Appearance>)>,
}

/// How often the key is at one end of the row of lengths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLengthShare {
    /// The language.
    pub lang: Lang,
    pub(super) end: Extreme,
    /// In how many beats it is.
    pub count: usize,
    /// Of how many.
    pub beats: usize,
    /// The keys that are.
    pub at_the_end: Vec<LibraryChoice>,
    /// The keys that are not.
    pub not: Vec<LibraryChoice>,
}

/// Measures scenarios together.
pub fn library_report(scenarios: impl IntoIterator<Item = impl Into<Judged>>) -> LibraryReport {
    let scenarios: Vec<Judged> = scenarios.into_iter().map(Into::into).collect();
    let cases = scenarios.iter().map(Case::again);
    let mut cases: Vec<Case<'_>> = cases.filter(|case| case.judged_beats() >= BEATS_MIN).collect();
    let appearances: Vec<(Lang, Vec<Appearance>)> = Lang::ALL
        .into_iter()
        .map(|lang| {
            (lang, cases.iter().filter_map(|case| case.appearance(lang)).cloned().collect())
        })
        .filter(|(_, appearances): &(Lang, Vec<Appearance>)| !appearances.is_empty())
        .collect();
    let tells =
        appearances.iter().map(|(lang, appearances)| (*lang, tells(*lang, appearances))).collect();
    let phrases = appearances.iter().map(|(lang, appearances)| {
        (*lang, phrases_of_keys(&appearances.iter().collect::<Vec<_>>(), *lang, PHRASE_KEYS_MIN))
    });
    let Readers { chances, means, learned } = Readers::of(&mut cases);
    LibraryReport {
        scenarios: cases.len(),
        chance: mean(chances.iter().copied().flatten()),
        difficulties: difficulties(&cases, &chances),
        tells,
        means,
        learned,
        blind: library_blind::means(&scenarios),
        key_lengths: appearances
            .iter()
            .flat_map(|(lang, appearances)| key_lengths(*lang, appearances))
            .collect(),
        places: places(&cases),
        phrases: phrases.collect(),
        appearances,
    }
}

impl LibraryReport {
    /// A choice of a language's appearances, by its names.
    pub(super) fn choice(
        &self,
        lang: Lang,
        (place, beat, choice): (usize, BeatIdx, ChoiceIdx),
    ) -> Option<LibraryChoice> {
        let (_, appearances) = self.appearances.iter().find(|(of, _)| *of == lang)?;
        Some(LibraryChoice::of(appearances.get(place)?, (beat, choice)))
    }
}

fn tells(lang: Lang, appearances: &[Appearance]) -> Vec<Tell> {
    let appearances: Vec<&Appearance> = appearances.iter().collect();
    Feature::of(lang).iter().map(|feature| tell(&appearances, *feature)).collect()
}

fn key_lengths(lang: Lang, appearances: &[Appearance]) -> Vec<KeyLengthShare> {
    let share = |end: Extreme| {
        let (mut at_the_end, mut not) = (Vec::new(), Vec::new());
        for appearance in appearances {
            let lengths = KeyLengths::of(appearance, end);
            let name =
                |beat: &&crate::surface::BeatAppearance| LibraryChoice::of(appearance, beat.key());
            at_the_end.extend(lengths.at_the_end.iter().map(name));
            not.extend(lengths.not.iter().map(name));
        }
        let (count, beats) = (at_the_end.len(), at_the_end.len() + not.len());
        KeyLengthShare { lang, end, count, beats, at_the_end, not }
    };
    if appearances.is_empty() { Vec::new() } else { Extreme::BOTH.map(share).to_vec() }
}

fn difficulties(cases: &[Case<'_>], chances: &[Option<Tenths>]) -> Vec<Difficulty> {
    let difficulty = |(case, chance): (&Case<'_>, &Option<Tenths>)| Difficulty {
        scenario: case.scenario.id.clone(),
        named: case.scenario.difficulty,
        chance: *chance,
    };
    cases.iter().zip(chances).map(difficulty).collect()
}

fn places(cases: &[Case<'_>]) -> [Vec<LibraryChoice>; 4] {
    let mut places: [Vec<LibraryChoice>; 4] = Default::default();
    for appearance in cases.iter().filter_map(|case| case.appearances.first()) {
        for beat in appearance.judged().filter(|beat| beat.rows.len() == 4) {
            if let Some(place) = places.get_mut(beat.key) {
                place.push(LibraryChoice::of(appearance, beat.key()));
            }
        }
    }
    places
}
