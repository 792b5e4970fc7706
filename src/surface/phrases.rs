//! Phrases that only keys have: once seen, they give keys away.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Lang;
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::surface::appearance::Appearance;
use crate::surface::{english, japanese};

/// Two content words, or two characters, that stand in keys alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The phrase.
    pub text: String,
    /// The keys, by the place of their appearance.
    pub keys: Vec<(usize, BeatIdx, ChoiceIdx)>,
}

/// The phrases that at least `least` keys and no other reply have, over appearances of one language; the most frequent first.
pub fn phrases_of_keys(appearances: &[&Appearance], lang: Lang, least: usize) -> Vec<Phrase> {
    let mut keys: BTreeMap<String, Vec<(usize, BeatIdx, ChoiceIdx)>> = BTreeMap::new();
    let mut others = BTreeSet::new();
    for (place, appearance) in appearances.iter().enumerate() {
        for beat in appearance.beats.iter().filter(|beat| beat.decides) {
            for (row, reply) in beat.rows.iter().enumerate() {
                let said = appearance.scenario.choice(beat.beat, reply.choice).say.get(lang);
                if row == beat.key {
                    for pair in pairs(said, lang) {
                        keys.entry(pair).or_default().push((place, beat.beat, reply.choice));
                    }
                } else {
                    others.extend(pairs(said, lang));
                }
            }
        }
    }
    let mut phrases: Vec<Phrase> = keys
        .into_iter()
        .filter(|(text, keys)| keys.len() >= least && !others.contains(text))
        .map(|(text, keys)| Phrase { text, keys })
        .collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.keys.len()));
    phrases
}

/// The pairs of a text, each once.
fn pairs(text: &str, lang: Lang) -> BTreeSet<String> {
    match lang {
        Lang::En => english::content_words(text).windows(2).map(|pair| pair.join(" ")).collect(),
        Lang::Ja => japanese::pairs(text),
    }
}
