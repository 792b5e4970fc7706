//! What is really said: which lines, and which of their variants.

use crate::lang::{Lang, Localized};
use crate::scenario::{BeatIdx, Line, SpeakerIdx};
use crate::session::order::drawn_text;
use crate::session::{Seed, State};

/// What decides between texts that are left to chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The attempt's seed.
    pub seed: Seed,
    /// The beat they belong to.
    pub beat: BeatIdx,
    /// How often the talk had been there before.
    pub visit: u32,
}

/// Lines of replies are told apart from those of beats by counting from here.
const REPLIES: u16 = 256;

/// What is said of these lines in a state: who speaks, and the variant that holds or that chance picks.
pub fn said<'s>(
    lines: &'s [Line],
    state: &State,
    telling: Telling,
) -> Vec<(SpeakerIdx, &'s Localized)> {
    from(lines, state, telling, 0)
}

/// The same for what is answered to a choice.
pub(super) fn answered<'s>(
    lines: &'s [Line],
    state: &State,
    telling: Telling,
) -> Vec<(SpeakerIdx, &'s Localized)> {
    from(lines, state, telling, REPLIES)
}

fn from<'s>(
    lines: &'s [Line],
    state: &State,
    telling: Telling,
    first: u16,
) -> Vec<(SpeakerIdx, &'s Localized)> {
    let text = |(at, line): (u16, &'s Line)| {
        let text = if line.by_chance {
            let Telling { seed, beat, visit } = telling;
            line.variants.get(drawn_text(seed, beat, visit, at, line.variants.len()))
        } else {
            line.variants.iter().find(|(when, _)| state.holds(when))
        };
        text.map(|(_, text)| (line.speaker, text))
    };
    (first..).zip(lines).filter(|(_, line)| state.holds(&line.when)).filter_map(text).collect()
}

/// One language of what is said.
pub(super) fn in_language(
    said: Vec<(SpeakerIdx, &Localized)>,
    lang: Lang,
) -> impl Iterator<Item = (SpeakerIdx, &str)> {
    said.into_iter().map(move |(speaker, text)| (speaker, text.get(lang)))
}
