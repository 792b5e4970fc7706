//! What is due to be practised again: after 2, 7 and 21 days, so that it stays.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Localized;
use crate::progress::{Day, Known, Run};

/// After how many days a scenario comes back, by how many days it was practised on. After that it has stayed.
const AFTER: [Day; 3] = [2, 7, 21];

/// A scenario that comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its id.
    pub scenario: String,
    /// Its name.
    pub title: Localized,
    /// The day on which it was practised last.
    pub last: Day,
    /// The day from which on it is due.
    pub day: Day,
    /// How many days are left; 0 or less where it is due.
    pub left: Day,
}

impl Due {
    /// Whether it is due today.
    pub fn is_now(&self) -> bool {
        self.left <= 0
    }
}

/// Every scenario that is known, was practised and has not stayed yet, the earliest first.
pub(super) fn due(runs: &[&Run], known: &[Known], today: Day) -> Vec<Due> {
    let mut days: BTreeMap<&str, BTreeSet<Day>> = BTreeMap::new();
    for run in runs {
        days.entry(&run.scenario).or_default().insert(run.practised.day);
    }
    let mut due: Vec<Due> = days
        .into_iter()
        .filter_map(|(id, days)| {
            let known = known.iter().find(|known| known.id == id)?;
            let last = *days.last()?;
            let day = last.saturating_add(*AFTER.get(days.len() - 1)?);
            Some(Due {
                scenario: id.to_owned(),
                title: known.title.clone(),
                last,
                day,
                left: day.saturating_sub(today),
            })
        })
        .collect();
    due.sort_by(|a, b| (a.day, &a.scenario).cmp(&(b.day, &b.scenario)));
    due
}
