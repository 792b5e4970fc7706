//! What still matters from each beat on: what a condition ahead reads, and losses that can still be mended.

use crate::scenario::{
    Beat, BeatIdx, Condition, Gauge, Gauges, Mends, Move, PromiseIdx, Scenario, Target, Time,
};
use crate::session::{At, Marks, State};

/// Anger, trust and as many as a scenario can declare.
pub(super) const GAUGES: usize = 2 + Gauges::OWN_MAX;

/// The place of a gauge among all.
pub(super) fn gauge_at(gauge: Gauge) -> usize {
    match gauge {
        Gauge::Anger => 0,
        Gauge::Trust => 1,
        Gauge::Own(at) => 2 + usize::from(at),
    }
}

/// For each beat, what lies ahead of it, the beat itself included.
#[derive(Debug)]
pub(super) struct Ahead {
    beats: Vec<Matters>,
    /// What matters at the hand-over sheet.
    sheet: Matters,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Matters {
    marks: Marks,
    /// Anger, trust and the scenario's own gauges.
    gauges: [bool; GAUGES],
    clock: bool,
    mendable: Vec<BeatIdx>,
}

impl Ahead {
    /// What becomes of the promises that are watched matters everywhere.
    pub(super) fn of(scenario: &Scenario, watched: &[PromiseIdx]) -> Self {
        let mut sheet = at_sheet(scenario);
        let mut beats: Vec<Matters> =
            scenario.beats.iter().map(|beat| own(scenario, beat)).collect();
        for at in watched {
            let kept = scenario.promises[at.at()].kept;
            for matters in beats.iter_mut().chain([&mut sheet]) {
                matters.marks = matters.marks.with(kept);
            }
        }
        // Each round carries what lies ahead at least one beat back; nothing is ever taken away, so the rounds end.
        let mut changed = true;
        while changed {
            let mut all = sheet.clone();
            for next in beats_after_sheet(scenario) {
                all.join(&beats[next.at()]);
            }
            changed = all != sheet;
            sheet = all;
            for at in (0..beats.len()).rev() {
                let mut all = beats[at].clone();
                // The sheet may come after any beat.
                all.join(&sheet);
                for next in beats_after(scenario, &scenario.beats[at]) {
                    all.join(&beats[next.at()]);
                }
                changed |= all != beats[at];
                beats[at] = all;
            }
        }
        let mut all = Self { beats, sheet };
        for matters in all.beats.iter_mut().chain([&mut all.sheet]) {
            matters.promises(scenario);
        }
        all
    }

    fn ahead(&self, at: At) -> Option<&Matters> {
        match at {
            At::Beat(beat) | At::Chance(beat, _) => Some(&self.beats[beat.at()]),
            At::Sheet => Some(&self.sheet),
            At::Ended(_) => None,
        }
    }

    /// Forgets what can make no difference any more, so that talks that will go on alike are seen to be alike.
    pub(super) fn forget(&self, state: &mut State) {
        self.forget_all_but_gauges(state);
        let [anger, trust, own @ ..] = self.gauges(state.at);
        let kept = |matters: bool, value: u8| if matters { value } else { 0 };
        state.gauges.anger = kept(anger, state.gauges.anger);
        state.gauges.trust = kept(trust, state.gauges.trust);
        for (value, matters) in state.gauges.own.iter_mut().zip(own) {
            *value = kept(matters, *value);
        }
    }

    /// The same, but for gauges.
    pub(super) fn forget_all_but_gauges<G>(&self, state: &mut State<G>) {
        let ahead = self.ahead(state.at);
        state.marks = ahead.map_or_else(Marks::default, |ahead| state.marks.and(ahead.marks));
        if !ahead.is_some_and(|ahead| ahead.clock) {
            state.now = Time(0);
        }
    }

    /// Which gauges still matter: anger, trust and the scenario's own.
    pub(super) fn gauges(&self, at: At) -> [bool; GAUGES] {
        self.ahead(at).map(|ahead| ahead.gauges).unwrap_or_default()
    }

    /// Whether a second chance that is here or still to come may mend this beat's loss.
    pub(super) fn may_mend(&self, state: &State, main: BeatIdx) -> bool {
        let before = match state.at {
            // Chance may lead to a second chance for the beat that it was drawn at.
            At::Chance(from, _) => state.origin.or(Some(from)),
            _ => state.origin,
        };
        let ahead = self.ahead(state.at);
        ahead.is_some_and(|ahead| ahead.mendable.contains(&main)) || before == Some(main)
    }

    /// What is asked for once the hand-over sheet is filled, at once or later.
    pub(super) fn asked_after_sheet(&self) -> Marks {
        self.sheet.marks
    }
}

impl Matters {
    fn join(&mut self, other: &Self) {
        self.marks = self.marks.or(other.marks);
        self.clock |= other.clock;
        for (mine, theirs) in self.gauges.iter_mut().zip(other.gauges) {
            *mine |= theirs;
        }
        for main in &other.mendable {
            if !self.mendable.contains(main) {
                self.mendable.push(*main);
            }
        }
    }

    fn read(&mut self, condition: &Condition) {
        match condition {
            Condition::Always => {}
            Condition::Is(mark) => self.marks = self.marks.with(*mark),
            Condition::AtLeast(_, marks) => {
                self.marks = marks.iter().fold(self.marks, |all, mark| all.with(*mark));
            }
            Condition::Clock(..) => self.clock = true,
            Condition::Gauge(gauge, ..) => {
                if let Some(read) = self.gauges.get_mut(gauge_at(*gauge)) {
                    *read = true;
                }
            }
            Condition::Not(inner) => self.read(inner),
            Condition::Any(list) | Condition::All(list) => {
                list.iter().for_each(|inner| self.read(inner));
            }
        }
    }
}

/// What filling the hand-over sheet reads.
fn at_sheet(scenario: &Scenario) -> Matters {
    let mut matters = Matters::default();
    let Some(sheet) = &scenario.sheet else {
        return matters;
    };
    sheet.entries.iter().for_each(|entry| matters.read(&entry.right));
    sheet.next.iter().for_each(|way| matters.read(&way.when));
    matters
}

impl Matters {
    /// Where it matters what became of a promise, it matters whether it was made and settled, and when it comes due.
    fn promises(&mut self, scenario: &Scenario) {
        for promise in &scenario.promises {
            let settles = [promise.kept, promise.broken].iter().any(|mark| self.marks.has(*mark));
            if settles {
                for mark in [promise.made, promise.kept, promise.broken] {
                    self.marks = self.marks.with(mark);
                }
                self.clock |= promise.due.is_some();
            }
        }
    }
}

/// What a beat itself reads and mends. What its lines read changes nothing that comes after.
fn own(scenario: &Scenario, beat: &Beat) -> Matters {
    let mut matters = Matters::default();
    for interrupt in &scenario.interrupts {
        matters.read(&interrupt.when);
        if let Some(struck) = interrupt.struck {
            matters.marks = matters.marks.with(struck);
        }
    }
    for (when, _) in &beat.enter {
        matters.read(when);
    }
    if let Some(passes) = &beat.passes_when {
        matters.read(passes);
    }
    for choice in &beat.choices {
        matters.read(&choice.when);
        for fact in &choice.guesses {
            // Whether a guess costs anything depends on whether the fact was told.
            matters.marks = matters.marks.with(scenario.facts[fact.at()].told);
        }
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
    let own = || beat.choices.iter().flat_map(|choice| &choice.moves).chain(&beat.next);
    let goes_back = own().any(|way| targets(scenario, way.to).any(|to| to == Target::Back));
    let before = if goes_back { scenario.beats.as_slice() } else { &[] };
    let back = before.iter().flat_map(|before| &before.next);
    own().chain(back)
}

/// Where a move may lead, chance included.
fn targets(scenario: &Scenario, to: Target) -> impl Iterator<Item = Target> {
    let outcomes = match to {
        Target::Chance(at) => scenario.chances[at.at()].outcomes.as_slice(),
        _ => &[],
    };
    let alone = Some(to).filter(|_| outcomes.is_empty());
    outcomes.iter().map(|(_, to)| *to).chain(alone)
}

fn beats_after<'s>(scenario: &'s Scenario, beat: &'s Beat) -> impl Iterator<Item = BeatIdx> {
    let struck = scenario.interrupts.iter().map(|interrupt| interrupt.to);
    let led = ways(scenario, beat).flat_map(|way| targets(scenario, way.to));
    led.chain(struck).filter_map(beat_of)
}

fn beats_after_sheet(scenario: &Scenario) -> impl Iterator<Item = BeatIdx> {
    let ways = scenario.sheet.iter().flat_map(|sheet| &sheet.next);
    ways.flat_map(|way| targets(scenario, way.to)).filter_map(beat_of)
}

fn beat_of(to: Target) -> Option<BeatIdx> {
    match to {
        Target::Beat(next) => Some(next),
        Target::Ending(_) | Target::Back | Target::Chance(_) | Target::Sheet => None,
    }
}
