//! What is kept of a talk by the names that its author gave, so that it can be read without the scenario.

use std::fmt;
use std::sync::Arc;

use crate::scenario::Scenario;
use crate::session::{Action, Entries, Millis, Refusal, Seed, Session};

/// One thing that was done in a talk, by its names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// A choice was said at a beat.
    Choose {
        /// The beat's id.
        beat: String,
        /// The choice's id.
        choice: String,
    },
    /// The time of a beat ran out.
    Wait {
        /// The beat's id.
        beat: String,
    },
    /// The hand-over sheet was filled with the entries of these ids.
    Fill(Vec<String>),
    /// The last decision was taken back.
    TakeBack,
}

/// Why a talk cannot be had again from what was kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Which deed does not fit, counted from 0.
    pub at: usize,
    /// The deed.
    pub deed: Deed,
    /// Why not, where the scenario knows its names; where it does not, there is no reason.
    pub refusal: Option<Refusal>,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.at + 1;
        match (&self.deed, self.refusal) {
            (_, Some(refusal)) => write!(f, "step {number}: {refusal}"),
            (Deed::Choose { beat, choice }, None) => {
                write!(f, "step {number}: there is no choice {choice:?} at {beat:?} here")
            }
            (Deed::Wait { beat }, None) => write!(f, "step {number}: the talk is not at {beat:?}"),
            (Deed::Fill(_), None) => write!(f, "step {number}: the sheet has no such entries"),
            (Deed::TakeBack, None) => write!(f, "step {number}: there is nothing to take back"),
        }
    }
}

impl std::error::Error for Misfit {}

impl Session {
    /// An action by its names, as it is kept. `None` for what cannot be done now, and for chance, which follows from the
    /// seed.
    pub fn deed(&self, action: Action) -> Option<Deed> {
        let beat = || self.beat().map(|beat| self.scenario().beat(beat));
        match action {
            Action::Choose(choice) => {
                let beat = beat()?;
                let choice = beat.choices.get(choice.at())?.id.clone();
                Some(Deed::Choose { beat: beat.id.clone(), choice })
            }
            Action::TimeRanOut => Some(Deed::Wait { beat: beat()?.id.clone() }),
            Action::Fill(entries) => {
                let known = self.scenario().sheet.iter().flat_map(|sheet| &sheet.entries);
                let filled = known.enumerate().filter(|(at, _)| entries.has(*at));
                Some(Deed::Fill(filled.map(|(_, entry)| entry.id.clone()).collect()))
            }
            Action::Draw(_) => None,
        }
    }

    /// All that was done in this talk and stands, by its names. Empty for a talk that was begun in its middle.
    pub fn deeds(&self) -> Vec<(Deed, Millis)> {
        let transcript = self.transcript();
        let mut again = Self::start(Arc::clone(self.scenario()), transcript.seed);
        let mut deeds = Vec::with_capacity(transcript.entries.len());
        for entry in &transcript.entries {
            let Some(deed) = again.deed(entry.action) else { return Vec::new() };
            if again.handle(entry.action, entry.at).is_err() {
                return Vec::new();
            }
            deeds.push((deed, entry.at));
        }
        deeds
    }

    /// The talk that comes of these deeds, each with its time.
    ///
    /// # Errors
    /// The first deed that this scenario does not take.
    pub fn again(
        scenario: Arc<Scenario>,
        seed: Seed,
        deeds: &[(Deed, Millis)],
    ) -> Result<Self, Misfit> {
        let mut talk = Self::start(scenario, seed);
        for (number, (deed, at)) in deeds.iter().enumerate() {
            let misfit = |refusal| Misfit { at: number, deed: deed.clone(), refusal };
            if *deed == Deed::TakeBack {
                let last = talk.turns().len().checked_sub(1).ok_or_else(|| misfit(None))?;
                talk = talk.before_turn(last).ok_or_else(|| misfit(None))?;
                continue;
            }
            let action = talk.action(deed).ok_or_else(|| misfit(None))?;
            talk.handle(action, *at).map_err(|refusal| misfit(Some(refusal)))?;
        }
        Ok(talk)
    }

    /// What a deed is in this talk now; `None` where its names are not those of this place.
    fn action(&self, deed: &Deed) -> Option<Action> {
        let here = |id: &str| self.beat().is_some_and(|beat| self.scenario().beat(beat).id == id);
        match deed {
            Deed::Choose { beat, choice } => {
                self.find(choice).filter(|_| here(beat)).map(Action::Choose)
            }
            Deed::Wait { beat } => here(beat).then_some(Action::TimeRanOut),
            Deed::Fill(ids) => {
                let known: Vec<&str> = self
                    .scenario()
                    .sheet
                    .iter()
                    .flat_map(|sheet| &sheet.entries)
                    .map(|entry| entry.id.as_str())
                    .collect();
                let place = |id: &String| known.iter().position(|known| known == id);
                let places: Option<Vec<usize>> = ids.iter().map(place).collect();
                Some(Action::Fill(places?.into_iter().fold(Entries::default(), Entries::with)))
            }
            Deed::TakeBack => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read_and_compile;

    fn tiny() -> Arc<Scenario> {
        let (scenario, _) =
            read_and_compile(include_str!("../../scenarios/examples/the-cold-lunch.ron"));
        Arc::new(scenario.unwrap())
    }

    /// Goes through a talk by whatever comes first, and keeps what was done.
    fn play(talk: &mut Session) -> Vec<(Deed, Millis)> {
        let mut deeds = Vec::new();
        for at in 0..40 {
            let action = match (talk.at_sheet(), talk.shown_choices().last()) {
                (true, _) => Action::Fill(Entries(0b101)),
                (false, Some(choice)) => Action::Choose(*choice),
                (false, None) => break,
            };
            let deed = talk.deed(action).unwrap();
            if talk.handle(action, at).is_ok() {
                deeds.push((deed, at));
            } else {
                let first = Action::Choose(talk.shown_choices()[0]);
                let deed = talk.deed(first).unwrap();
                talk.handle(first, at).unwrap();
                deeds.push((deed, at));
            }
        }
        deeds
    }

    #[test]
    fn deeds_give_the_same_talk() {
        let mut talk = Session::start(tiny(), Seed(3));
        let deeds = play(&mut talk);
        assert!(talk.is_over() && deeds.len() > 4);
        let again = Session::again(tiny(), Seed(3), &deeds).unwrap();
        assert_eq!(again, talk);
        assert_eq!(talk.deeds(), deeds);
    }

    #[test]
    fn what_was_taken_back_is_not_in_the_talk() {
        let mut talk = Session::start(tiny(), Seed(3));
        let mut deeds = play(&mut talk);
        deeds.truncate(2);
        let short = Session::again(tiny(), Seed(3), &deeds).unwrap();
        deeds.insert(1, deeds[0].clone());
        deeds[1].0 = Deed::TakeBack;
        deeds.insert(2, deeds[0].clone());
        assert_eq!(Session::again(tiny(), Seed(3), &deeds).unwrap(), short);
    }

    #[test]
    fn what_does_not_fit_is_named_by_its_step() {
        let deed = Deed::Choose { beat: "nowhere".to_owned(), choice: "x".to_owned() };
        let misfit = Session::again(tiny(), Seed(3), &[(deed, 0)]).unwrap_err();
        assert_eq!(misfit.to_string(), "step 1: there is no choice \"x\" at \"nowhere\" here");
        let misfit = Session::again(tiny(), Seed(3), &[(Deed::TakeBack, 0)]).unwrap_err();
        assert_eq!((misfit.at, misfit.refusal), (0, None));
    }
}
