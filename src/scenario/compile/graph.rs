//! The scenario as a graph of places and ways on, conditions left aside.
//!
//! A place is a beat and, for a second chance, the main beat it was entered from: that beat decides where `Back` leads.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Span;
use crate::notation::{Lookup, Text};
use crate::scenario::compile::links::Links;
use crate::scenario::compile::names::Names;
use crate::scenario::source::{BeatSource, MoveSource, ScenarioSource, TargetSource};
use crate::scenario::{BeatIdx, EndingIdx, Target};

/// A beat, and the main beat before it if it is a second chance.
pub(super) type Place = (BeatIdx, Option<BeatIdx>);

/// All that can be reached from the first beat.
pub(super) struct Graph {
    /// The places, the first beat first.
    pub(super) places: Vec<Place>,
    /// For each place, the places that can follow.
    pub(super) ways: Links,
    /// The same without the topics, which are asked once and so cannot lead round and round.
    again: Links,
    /// The beats that an interrupt leads to, from wherever the talk stands and once.
    pub(super) struck: BTreeSet<BeatIdx>,
    /// For each place, whether an ending can follow.
    pub(super) ends: Vec<bool>,
    /// The endings that some reachable place leads to.
    pub(super) endings: BTreeSet<EndingIdx>,
    /// Whether a name leads nowhere and no near name was found, so that what it was meant to reach is unknown.
    pub(super) uncertain: bool,
}

/// A way out of a beat as written.
pub(super) enum Way {
    To(Target),
    /// A topic, which is asked once.
    Topic(BeatIdx),
    /// A name that means nothing.
    Unknown,
}

impl Graph {
    pub(super) fn of(source: &ScenarioSource<'_>, names: &Names<'_>) -> Self {
        let mut graph = Self {
            places: Vec::new(),
            ways: Links::default(),
            again: Links::default(),
            struck: BTreeSet::new(),
            ends: Vec::new(),
            endings: BTreeSet::new(),
            uncertain: false,
        };
        let beats = source.beats.as_ref().map_or(&[][..], |beats| &beats.0);
        let first = source.opens_at.as_ref().and_then(|id| names.likely_target(id));
        let Some(Target::Beat(first)) = first else {
            graph.uncertain = true;
            return graph;
        };
        let mut seen: Lookup<Place, usize> = Lookup::default();
        graph.place((first, None), &mut seen);
        for to in source.interrupts.iter().filter_map(|interrupt| interrupt.to.as_ref()) {
            resolve(to, names, &mut |way| {
                if let Way::To(Target::Beat(beat)) = way {
                    let to = graph.place((beat, None), &mut seen);
                    graph.ways.push(to);
                    graph.struck.insert(beat);
                }
            });
        }
        let may_go_back = graph.struck.iter().any(|beat| goes_back(&beats[beat.at()].1, names));
        let sheet = source.sheet.as_ref().and_then(|sheet| sheet.next.as_ref());
        let sheet = sheet.map_or(&[][..], |next| &next.0);
        let mut at = 0;
        while at < graph.places.len() {
            let (beat, origin) = graph.places[at];
            ways_out(&beats[beat.at()].1, names, &mut |way| {
                graph.follow(at, &way, origin, beats, sheet, names, &mut seen);
            });
            if may_go_back && origin.is_none() {
                graph.go_back(at, &beats[beat.at()].1, names, &mut seen);
            }
            graph.ways.close();
            graph.again.close();
            at += 1;
        }
        graph
    }

    fn follow(
        &mut self,
        from: usize,
        way: &Way,
        origin: Option<BeatIdx>,
        beats: &[(Text<'_>, BeatSource<'_>)],
        sheet: &[MoveSource<'_>],
        names: &Names<'_>,
        seen: &mut Lookup<Place, usize>,
    ) {
        match way {
            Way::Unknown => self.uncertain = true,
            Way::To(Target::Ending(ending)) => {
                self.ends[from] = true;
                self.endings.insert(*ending);
            }
            Way::To(Target::Beat(beat)) => {
                let from_main = origin.unwrap_or(self.places[from].0);
                let origin = beats[beat.at()].1.mends.as_ref().map(|_| from_main);
                let to = self.place((*beat, origin), seen);
                self.ways.push(to);
                self.again.push(to);
            }
            Way::Topic(beat) => {
                let to = self.place((*beat, None), seen);
                self.ways.push(to);
            }
            // What chance decides between comes as ways of its own.
            Way::To(Target::Chance(_)) => {}
            Way::To(Target::Sheet) => {
                // A second chance that comes after the sheet goes back to where the first beat would have gone.
                let first = Some(self.places[0].0);
                for way in sheet {
                    resolve_move(way, names, &mut |way| {
                        if !matches!(way, Way::To(Target::Sheet | Target::Back)) {
                            self.follow(from, &way, first, beats, sheet, names, seen);
                        }
                    });
                }
            }
            Way::To(Target::Back) => {
                let Some(main) = origin else { return };
                for way in beats[main.at()].1.next.iter().flat_map(|next| &next.0) {
                    resolve_move(way, names, &mut |way| {
                        // What it leads to from there still has that beat before it.
                        if !matches!(way, Way::To(Target::Back)) {
                            self.follow(from, &way, Some(main), beats, sheet, names, seen);
                        }
                    });
                }
            }
        }
    }

    /// Where a second chance that breaks in at a beat may go back to: once, so that it cannot lead round and round.
    fn go_back(
        &mut self,
        from: usize,
        beat: &BeatSource<'_>,
        names: &Names<'_>,
        seen: &mut Lookup<Place, usize>,
    ) {
        for way in beat.next.iter().flat_map(|next| &next.0) {
            resolve_move(way, names, &mut |way| match way {
                Way::To(Target::Beat(next)) => {
                    let to = self.place((next, None), seen);
                    self.ways.push(to);
                }
                Way::To(Target::Ending(ending)) => {
                    self.ends[from] = true;
                    self.endings.insert(ending);
                }
                _ => {}
            });
        }
    }

    fn place(&mut self, place: Place, seen: &mut Lookup<Place, usize>) -> usize {
        *seen.entry(place).or_insert_with(|| {
            self.places.push(place);
            self.ends.push(false);
            self.places.len() - 1
        })
    }

    /// For each place, whether an ending can be reached from it.
    pub(super) fn can_end(&self) -> Vec<bool> {
        let before = self.ways.backwards();
        let mut can = self.ends.clone();
        let mut open: Vec<usize> = (0..can.len()).filter(|at| can[*at]).collect();
        while let Some(at) = open.pop() {
            for from in before.of(at) {
                if !can[*from] {
                    can[*from] = true;
                    open.push(*from);
                }
            }
        }
        can
    }

    /// Places that lead back to themselves, in the order met, or nothing; `without` are left out.
    pub(super) fn cycle(&self, without: &BTreeSet<usize>) -> Vec<usize> {
        let left = self.on_cycles(without);
        let Some(start) = left.iter().position(|on| *on) else {
            return Vec::new();
        };
        // Every place that is left has a way to another one that is left, so walking on must come round.
        let mut met: BTreeMap<usize, usize> = BTreeMap::new();
        let mut walk = vec![start];
        loop {
            let here = walk[walk.len() - 1];
            if let Some(first) = met.insert(here, walk.len() - 1) {
                walk.pop();
                return walk.split_off(first);
            }
            let Some(next) = self.again.of(here).iter().find(|to| left[**to]) else {
                return Vec::new();
            };
            walk.push(*next);
        }
    }

    /// What is left when places without a way on are taken away again and again.
    fn on_cycles(&self, without: &BTreeSet<usize>) -> Vec<bool> {
        let mut left = vec![true; self.places.len()];
        for at in without {
            left[*at] = false;
        }
        let before = self.again.backwards();
        let ways_on = |at: usize| self.again.of(at).iter().filter(|to| left[**to]).count();
        let mut ways_left: Vec<usize> = (0..left.len()).map(ways_on).collect();
        let mut bare: Vec<usize> =
            (0..left.len()).filter(|at| left[*at] && ways_left[*at] == 0).collect();
        while let Some(at) = bare.pop() {
            left[at] = false;
            for from in before.of(at).iter().filter(|from| left[**from]) {
                ways_left[*from] -= 1;
                if ways_left[*from] == 0 {
                    bare.push(*from);
                }
            }
        }
        left
    }
}

/// Calls `found` for every way out of a beat: those of its choices and topics, and its own where a choice has none.
pub(super) fn ways_out(beat: &BeatSource<'_>, names: &Names<'_>, found: &mut dyn FnMut(Way)) {
    for to in beat.topics.iter().flatten().filter_map(|topic| topic.to.as_ref()) {
        found(match names.likely_target(to) {
            Some(Target::Beat(beat)) => Way::Topic(beat),
            _ => Way::Unknown,
        });
    }
    let own = beat.next.as_ref();
    let choices = beat.choices.as_deref().unwrap_or_default();
    let of_choices = choices.iter().filter_map(|choice| choice.next.as_ref().or(own));
    let alone = own.filter(|_| choices.is_empty());
    for way in of_choices.chain(alone).flat_map(|next| &next.0) {
        resolve_move(way, names, found);
    }
}

/// Whether a second chance leads back.
pub(super) fn goes_back(beat: &BeatSource<'_>, names: &Names<'_>) -> bool {
    let mut found = false;
    ways_out(beat, names, &mut |way| found |= matches!(way, Way::To(Target::Back)));
    found
}

fn resolve_move(way: &MoveSource<'_>, names: &Names<'_>, found: &mut dyn FnMut(Way)) {
    match &way.to {
        Some(to) => resolve(to, names, found),
        None => found(Way::Unknown),
    }
}

/// Calls `found` with where a move may lead: one way, or as many as chance decides between.
fn resolve(to: &TargetSource<'_>, names: &Names<'_>, found: &mut dyn FnMut(Way)) {
    match to {
        TargetSource::Named(id) => found(names.likely_target(id).map_or(Way::Unknown, Way::To)),
        TargetSource::Back(_) => found(Way::To(Target::Back)),
        TargetSource::Sheet(_) => found(Way::To(Target::Sheet)),
        TargetSource::Chance(outcomes, _) => {
            for outcome in outcomes {
                match &outcome.to {
                    Some(to) => resolve(to, names, found),
                    None => found(Way::Unknown),
                }
            }
        }
    }
}

/// The choices of a beat that lead nowhere, by where they are written.
pub(super) fn leading_nowhere<'s>(beat: &'s BeatSource<'s>) -> impl Iterator<Item = Span> + 's {
    let empty = |moves: &[MoveSource<'_>]| moves.is_empty();
    let own = beat.next.as_ref().is_none_or(|next| empty(&next.0));
    let choices = beat.choices.as_deref().unwrap_or_default();
    choices
        .iter()
        .filter(move |choice| choice.next.as_ref().map_or(own, |next| empty(&next.0)))
        .map(|choice| choice.head)
}
