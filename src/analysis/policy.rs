//! Kinds of trainees whose fate says something about a scenario.

use std::sync::Arc;

use crate::assess::Reference;
use crate::rubric::Rating;
use crate::scenario::{Beat, BeatIdx, Choice, ChoiceIdx, Persona, Scenario};
use crate::session::{Session, State, can_be_said, key_of, sayable};

/// A trainee who always says the same in the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trainee<'p> {
    /// Says the key.
    Reference,
    /// Says what is rated lowest.
    Worst,
    /// Says what is rated highest of all that is not the key.
    BestDistractor,
    /// Says the key but for what its vice makes it say.
    Persona(&'p Persona),
}

impl Trainee<'_> {
    /// The name in reports.
    pub fn code(&self) -> &str {
        match self {
            Self::Reference => "reference",
            Self::Worst => "worst",
            Self::BestDistractor => "best-distractor",
            Self::Persona(persona) => &persona.id,
        }
    }

    /// How likely each choice of a beat is: what is said weighs 1, and equals weigh the same.
    pub fn picks(&self, scenario: &Scenario, state: &State, at: BeatIdx) -> Vec<u32> {
        let beat = scenario.beat(at);
        let key = key_of(beat, state);
        match self {
            Self::Reference => only(beat, key),
            // A second chance is answered by its key unless the persona says otherwise; so is what cannot be said.
            Self::Persona(persona) => {
                let can = |said: &ChoiceIdx| can_be_said(&beat.choices[said.at()], state);
                let vices = persona.chooses.iter().filter(|(there, _)| *there == at);
                only(beat, vices.map(|(_, said)| *said).find(can).unwrap_or(key))
            }
            Self::Worst => most(beat, state, |_, choice| Some(-total(choice))),
            Self::BestDistractor => {
                most(beat, state, |at, choice| (at != key).then(|| total(choice)))
            }
        }
    }
}

/// A talk to learn from that goes wrong as a decent colleague's would: at every decision what comes nearest to the key,
/// the first written among equals. What is likeliest comes where chance decides.
pub fn nearly_right(scenario: &Arc<Scenario>) -> Session {
    let said = |talk: &Session| {
        let picks = Trainee::BestDistractor.picks(scenario, talk.state(), talk.beat()?);
        let at = picks.iter().position(|weight| *weight > 0)?;
        u16::try_from(at).ok().map(ChoiceIdx)
    };
    Reference::instead(scenario, said).talk
}

fn only(beat: &Beat, said: ChoiceIdx) -> Vec<u32> {
    let mut picks = vec![0; beat.choices.len()];
    if let Some(pick) = picks.get_mut(said.at()) {
        *pick = 1;
    }
    picks
}

/// Those that come highest, each with weight 1.
fn most(beat: &Beat, state: &State, worth: impl Fn(ChoiceIdx, &Choice) -> Option<i32>) -> Vec<u32> {
    let mut picks = vec![0; beat.choices.len()];
    let best = sayable(beat, state).filter_map(|(at, choice)| worth(at, choice)).max();
    for (at, choice) in sayable(beat, state) {
        if best.is_some() && worth(at, choice) == best {
            picks[at.at()] = 1;
        }
    }
    picks
}

/// The sum of a choice's ratings, in half steps.
pub fn total(choice: &Choice) -> i32 {
    choice.ratings.iter().copied().map(Rating::half_steps).sum()
}
