//! What all readers of the present wording found together, decision by decision.

use std::collections::BTreeMap;

use num_rational::Ratio;

use crate::blind::{Mode, Reading, options_mark, result};
use crate::lang::Lang;
use crate::scenario::{BeatIdx, Scenario};

/// How many keys readers found who all saw the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    /// How many decisions were answered, 1 or more.
    pub items: u32,
    /// At how many of them the key was picked.
    pub keys: u32,
    /// Decision by decision: how often the key was picked, and how often anything was.
    beats: BTreeMap<BeatIdx, (u32, u32)>,
}

impl Hits {
    /// What the readings in a mode and a language come to; nothing where nobody has read the present wording so.
    pub fn of(scenario: &Scenario, readings: &[Reading], mode: Mode, lang: Lang) -> Option<Self> {
        let mark = options_mark(scenario, lang);
        let mut hits = Self { items: 0, keys: 0, beats: BTreeMap::new() };
        let present = |it: &&Reading| it.mode == mode && it.lang == lang && it.options == mark;
        for reading in readings.iter().filter(present) {
            let found = result(scenario, reading);
            hits.items += found.items;
            hits.keys += found.keys;
            for pick in &reading.picks {
                let Some(beat) = scenario.find_beat(&pick.beat) else { continue };
                let (keys, asked) = hits.beats.entry(beat).or_default();
                *asked += 1;
                *keys += u32::from(found.given_away.contains(&beat));
            }
        }
        (hits.items > 0).then_some(hits)
    }

    /// The share of keys that was picked, in per cent.
    pub fn percent(&self) -> Ratio<i64> {
        percent(self.keys, self.items)
    }

    /// The share of readers who found the key of a decision, in per cent; nothing where nobody was asked.
    pub fn percent_at(&self, beat: BeatIdx) -> Option<Ratio<i64>> {
        self.beats.get(&beat).map(|(keys, asked)| percent(*keys, *asked))
    }

    /// The decisions at which the key was found at all, those first at which it was found most.
    pub fn found(&self) -> Vec<BeatIdx> {
        let mut found: Vec<_> = self.beats.iter().filter(|(_, (keys, _))| *keys > 0).collect();
        found.sort_by_key(|(beat, (keys, asked))| {
            (std::cmp::Reverse(percent(*keys, *asked)), **beat)
        });
        found.into_iter().map(|(beat, _)| *beat).collect()
    }
}

fn percent(keys: u32, items: u32) -> Ratio<i64> {
    Ratio::new(100 * i64::from(keys), i64::from(items.max(1)))
}
