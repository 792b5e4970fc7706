//! Bar T7 over a library: readers who see only the choices are at a loss, on the mean of its scenarios.

use crate::assess::Share;
use crate::blind::{BLIND_MEAN_MAX, Hits};
use crate::check::wise::case::Judged;
use crate::check::wise::library::{LibraryFinding, SCENARIOS_MIN};
use crate::check::wise::library_place::{LibraryChoice, LibraryPlace};
use crate::check::wise::named;
use crate::diagnostic::Rule;
use crate::lang::Lang;

/// What blind readers found in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlindMean {
    /// The language.
    pub lang: Lang,
    /// How many scenarios were read since their choices were changed.
    pub scenarios: usize,
    /// The mean of the shares of keys that were picked in them, in per cent.
    pub percent: Share,
    /// The keys that were found, those of the scenario first in which most were, and in turn.
    pub because: Vec<LibraryChoice>,
}

/// Language by language, as far as anything was read.
pub(super) fn means(scenarios: &[Judged]) -> Vec<BlindMean> {
    Lang::ALL.into_iter().filter_map(|lang| mean(scenarios, lang)).collect()
}

fn mean(scenarios: &[Judged], lang: Lang) -> Option<BlindMean> {
    let hits = |judged: &'_ Judged| {
        let (_, hits) = judged.blind.iter().find(|(read, _)| *read == lang)?;
        Some(hits.clone())
    };
    let mut read: Vec<(&Judged, Hits)> =
        scenarios.iter().filter_map(|judged| Some((judged, hits(judged)?))).collect();
    read.sort_by_key(|(_, hits)| std::cmp::Reverse(hits.percent()));
    let count = i64::try_from(read.len()).ok().filter(|count| *count > 0)?;
    let percent = read.iter().map(|(_, hits)| hits.percent()).sum::<Share>() / count;
    let keys: Vec<Vec<LibraryChoice>> =
        read.iter().map(|(judged, hits)| keys(judged, hits)).collect();
    let longest = keys.iter().map(Vec::len).max().unwrap_or(0);
    let because = (0..longest).flat_map(|at| keys.iter().filter_map(move |list| list.get(at)));
    Some(BlindMean { lang, scenarios: read.len(), percent, because: because.cloned().collect() })
}

/// The keys that were found in a scenario, those first that most readers found.
fn keys(judged: &Judged, hits: &Hits) -> Vec<LibraryChoice> {
    let scenario = &judged.scenario;
    let key = |beat| LibraryChoice::named(scenario, (beat, scenario.beat(beat).key));
    hits.found().into_iter().map(key).collect()
}

/// The means that are too high, where enough was read for them to be more than an accident.
pub(super) fn judge(means: &[BlindMean]) -> Vec<LibraryFinding> {
    let bar = Share::from(i64::from(BLIND_MEAN_MAX));
    let high = means.iter().filter(|mean| mean.scenarios >= SCENARIOS_MIN && mean.percent > bar);
    let finding = |mean: &BlindMean| {
        let args = vec![
            ("lang", mean.lang.code().into()),
            ("percent", mean.percent.ceil().to_integer().into()),
            ("scenarios", mean.scenarios.into()),
            ("max", i64::from(BLIND_MEAN_MAX).into()),
            ("choices", named(&mean.because).into()),
        ];
        let place = LibraryPlace::Words(mean.because.first()?.clone(), Some(mean.lang));
        Some(LibraryFinding { rule: Rule::LibraryGivenAway, args, place })
    };
    high.filter_map(finding).collect()
}
