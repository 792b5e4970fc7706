//! What still matters from each beat on: flags and facts that a condition ahead reads, losses that can still be mended.

use crate::scenario::{Beat, BeatIdx, Condition, Mends, Move, Scenario, Target};
use crate::session::{At, Bits, State};

/// For each beat, what lies ahead of it, the beat itself included.
pub(super) struct Ahead {
    beats: Vec<Matters>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Matters {
    flags: Bits,
    facts: Bits,
    mendable: Vec<BeatIdx>,
}

impl Ahead {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut beats: Vec<Matters> =
            scenario.beats.iter().map(|beat| own(scenario, beat)).collect();
        // Each round carries what lies ahead at least one beat back; without loops the rounds end.
        let mut changed = true;
        while changed {
            changed = false;
            for at in (0..beats.len()).rev() {
                let mut all = beats[at].clone();
                for next in beats_after(scenario, &scenario.beats[at]) {
                    all.join(&beats[next.at()]);
                }
                changed |= all != beats[at];
                beats[at] = all;
            }
        }
        Self { beats }
    }

    /// Forgets what can make no difference any more, so that talks that will go on alike are seen to be alike.
    pub(super) fn forget(&self, state: &mut State) {
        let none = Matters::default();
        let ahead = match state.at {
            At::Beat(beat) => &self.beats[beat.at()],
            At::Ended(_) => &none,
        };
        state.flags = state.flags.and(ahead.flags);
        state.told = state.told.and(ahead.facts);
    }

    /// Whether a second chance that is here or still to come may mend this beat's loss.
    pub(super) fn may_mend(&self, state: &State, main: BeatIdx) -> bool {
        match state.at {
            At::Ended(_) => false,
            At::Beat(beat) => {
                self.beats[beat.at()].mendable.contains(&main) || state.origin == Some(main)
            }
        }
    }
}

impl Matters {
    fn join(&mut self, other: &Self) {
        self.flags = self.flags.or(other.flags);
        self.facts = self.facts.or(other.facts);
        for main in &other.mendable {
            if !self.mendable.contains(main) {
                self.mendable.push(*main);
            }
        }
    }

    fn read(&mut self, condition: &Condition) {
        match condition {
            Condition::Is(flag) => self.flags = self.flags.with(flag.at()),
            Condition::Told(fact) => self.facts = self.facts.with(fact.at()),
            Condition::Not(inner) => self.read(inner),
            Condition::Any(list) | Condition::All(list) => {
                list.iter().for_each(|inner| self.read(inner));
            }
            Condition::Always | Condition::Gauge(..) => {}
        }
    }
}

/// What a beat itself reads and mends. What its lines read changes nothing that comes after.
fn own(scenario: &Scenario, beat: &Beat) -> Matters {
    let mut matters = Matters::default();
    for interrupt in &scenario.interrupts {
        matters.read(&interrupt.when);
    }
    for (when, _) in &beat.enter {
        matters.read(when);
    }
    for way in ways(scenario, beat) {
        matters.read(&way.when);
    }
    if let Some(Mends::Beat(main)) = beat.mends {
        matters.mendable.push(main);
    }
    matters
}

/// Every way on from a beat; from a second chance also the ways of the beats it may go back to.
fn ways<'s>(scenario: &'s Scenario, beat: &'s Beat) -> impl Iterator<Item = &'s Move> {
    let own = || beat.choices.iter().flat_map(|choice| &choice.moves);
    let goes_back = own().any(|way| way.to == Target::Back);
    let back = scenario.beats.iter().filter(move |_| goes_back).flat_map(|before| &before.next);
    own().chain(back)
}

fn beats_after<'s>(scenario: &'s Scenario, beat: &'s Beat) -> impl Iterator<Item = BeatIdx> {
    ways(scenario, beat).filter_map(|way| match way.to {
        Target::Beat(next) => Some(next),
        Target::Ending(_) | Target::Back => None,
    })
}
