//! An attempt had again from what was kept of it, in the scenario as it was that day.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::scenario::{Scenario, hash_of, read_and_compile};
use crate::session::{Deed, Millis, Misfit, Session};
use crate::store::Library;
use crate::store::attempts::{Attempt, Store, StoreFault};

/// An attempt with its talk.
#[derive(Debug)]
pub struct Kept {
    /// What is known of it.
    pub attempt: Attempt,
    /// What was done, in order.
    pub deeds: Vec<(Deed, Millis)>,
    /// The talk, where it can be had again.
    pub talk: Result<Session, Lost>,
}

/// Why a kept talk cannot be had again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// The scenario's text is none that this program reads.
    Scenario,
    /// The scenario's text does not take what was done.
    Deeds(Misfit),
}

impl Lost {
    /// One sentence about an attempt that cannot be had again.
    pub fn sentence(&self, attempt: &Attempt, lang: Lang) -> String {
        let (key, why) = match self {
            Self::Scenario => ("store-lost-scenario", String::new()),
            Self::Deeds(misfit) => ("store-lost-deeds", misfit.to_string()),
        };
        let args = [("id", attempt.id.to_string().into()), ("why", why.into())];
        say_with(lang, key, &args)
    }
}

/// The scenarios of attempts by the hash of their text, each read once.
#[derive(Debug, Default)]
pub struct Scenarios(BTreeMap<String, Option<Arc<Scenario>>>);

impl Scenarios {
    /// Those on offer now, so that an attempt of today shares its scenario with them.
    pub fn of(library: &Library) -> Self {
        Self::known(library.shelves.iter().map(|shelf| (&*shelf.text, &shelf.scenario)))
    }

    /// These, each with its text.
    pub fn known<'s>(scenarios: impl Iterator<Item = (&'s str, &'s Arc<Scenario>)>) -> Self {
        let known = |(text, scenario)| (hash_of(text), Some(Arc::clone(scenario)));
        Self(scenarios.map(known).collect())
    }

    /// Whether the scenario of an attempt is on offer, but not as it was then.
    pub fn has_changed(attempt: &Attempt, library: &Library) -> bool {
        let now = library.find(&attempt.scenario).map(|shelf| hash_of(&shelf.text));
        now.is_some_and(|now| now != attempt.hash)
    }
}

impl Store {
    /// An attempt with its talk.
    ///
    /// # Errors
    /// Why it cannot be read. A talk that cannot be had again is no error: what is known of it still stands.
    pub fn kept(&self, attempt: Attempt, known: &mut Scenarios) -> Result<Kept, StoreFault> {
        let deeds = self.deeds(&attempt.id)?;
        if !known.0.contains_key(&attempt.hash) {
            let (scenario, _) = read_and_compile(&self.scenario_text(&attempt.hash)?);
            known.0.insert(attempt.hash.clone(), scenario.map(Arc::new));
        }
        let talk = match known.0.get(&attempt.hash) {
            Some(Some(scenario)) => {
                Session::again(Arc::clone(scenario), attempt.seed, &deeds).map_err(Lost::Deeds)
            }
            _ => Err(Lost::Scenario),
        };
        Ok(Kept { attempt, deeds, talk })
    }
}
