//! Promises that are made and of which nothing ever comes.

use crate::analysis::numbers::Numbers;
use crate::analysis::onward::Onward;
use crate::analysis::space::{Noted, Space};
use crate::scenario::PromiseIdx;

/// Promises that are made and in no talk kept or broken.
///
/// Where only a line asks what became of a promise, the space has forgotten it, for no talk goes on otherwise; so those
/// that it never saw settled are watched through all talks once more. Where that takes more situations than the space
/// may have, nothing is said of them.
pub(super) fn never_due(space: &Space<'_>) -> Vec<PromiseIdx> {
    let unsettled = |noted: &Noted| -> Vec<PromiseIdx> {
        let made = space.noted.made.iter().copied();
        made.filter(|at| !noted.settled.contains(at)).collect()
    };
    let suspects = unsettled(&space.noted);
    let Some(onward) = Onward::watching(space.scenario, &suspects) else { return Vec::new() };
    let (mut numbers, mut noted) = (Numbers::default(), Noted::default());
    noted.settled.clone_from(&space.noted.settled);
    numbers.of(onward.first(&mut noted));
    let mut at = 0;
    while let Some(state) = numbers.states.get(at).cloned() {
        if unsettled(&noted).is_empty() {
            return Vec::new();
        }
        if numbers.states.len() > space.most {
            return Vec::new();
        }
        onward.each(&state, |by| {
            if let Some(after) = onward.after(&state, by, &mut noted) {
                numbers.of(after);
            }
        });
        at += 1;
    }
    let mut never = unsettled(&noted);
    never.sort();
    never
}
