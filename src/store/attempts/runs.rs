//! The finished attempts of one person as progress asks for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::Reference;
use crate::progress::{Day, Practised, Run};
use crate::store::attempts::{Scenarios, Store, StoreFault};

impl Store {
    /// What the attempts of a person add to progress, the earliest first; of those that name nobody, if no person is
    /// named. Attempts that did not come to their end, or cannot be had again, add nothing, but whoever has begun one knows
    /// its scenario. `day` says on which day of the person's calendar a moment in Unix milliseconds lies.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn runs(
        &self,
        person: Option<&str>,
        known: &mut Scenarios,
        day: impl Fn(i64) -> Day,
    ) -> Result<Vec<Run>, StoreFault> {
        let mut attempts = self.attempts(person)?;
        attempts.retain(|attempt| attempt.person.as_deref() == person);
        attempts.reverse();
        let mut met = BTreeSet::new();
        let mut references: BTreeMap<String, Reference> = BTreeMap::new();
        let mut runs = Vec::new();
        for attempt in attempts {
            let practised = Practised {
                day: day(attempt.started),
                mode: attempt.mode,
                first: met.insert(attempt.scenario.clone()),
                in_one_go: attempt.taken_back == 0 && attempt.parent.is_none(),
            };
            if attempt.finish.is_none() {
                continue;
            }
            let kept = self.kept(attempt, known)?;
            let Some(talk) = kept.talk.ok().filter(crate::session::Session::is_over) else {
                continue;
            };
            let reference = references
                .entry(kept.attempt.hash)
                .or_insert_with(|| Reference::of(talk.scenario()));
            runs.push(Run::of(&talk, reference, practised));
        }
        Ok(runs)
    }
}
