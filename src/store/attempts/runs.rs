//! The finished attempts of one person as progress asks for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::Reference;
use crate::progress::{Day, Practised, Run};
use crate::store::attempts::{Kept, Scenarios, Store, StoreFault};

/// What attempts, the latest first, add to progress, the earliest first. Those that did not come to their end, or cannot
/// be had again, add nothing, but whoever has begun one knows its scenario. `day` says on which day of the person's calendar
/// a moment in Unix milliseconds lies.
pub fn runs_of(kept: &[Kept], day: impl Fn(i64) -> Day) -> Vec<Run> {
    let mut met = BTreeSet::new();
    let mut references: BTreeMap<&str, Reference> = BTreeMap::new();
    let mut runs = Vec::new();
    for Kept { attempt, talk, .. } in kept.iter().rev() {
        let practised = Practised {
            day: day(attempt.started),
            mode: attempt.mode,
            first: met.insert(attempt.scenario.as_str()),
            in_one_go: attempt.taken_back == 0 && attempt.parent.is_none(),
        };
        let over = talk.as_ref().ok().filter(|talk| attempt.finish.is_some() && talk.is_over());
        let Some(talk) = over else { continue };
        let reference =
            references.entry(&attempt.hash).or_insert_with(|| Reference::of(talk.scenario()));
        runs.push(Run::of(talk, reference, practised));
    }
    runs
}

impl Store {
    /// All attempts of a person with their talks, the latest first; of those that name nobody, if no person is named.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn all_kept(
        &self,
        person: Option<&str>,
        known: &mut Scenarios,
    ) -> Result<Vec<Kept>, StoreFault> {
        let mut attempts = self.attempts(person)?;
        attempts.retain(|attempt| attempt.person.as_deref() == person);
        attempts.into_iter().map(|attempt| self.kept(attempt, known)).collect()
    }
}
