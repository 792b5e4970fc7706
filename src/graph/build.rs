//! Turns a scenario into a graph: its beats and endings, and every way that some choice can take.

use std::collections::BTreeSet;

use crate::graph::when::words;
use crate::graph::{BeatNode, Edge, EdgeKind, Graph, Node, NodeKind, Overlay, Way, clean};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::scenario::{Beat, BeatIdx, Mends, Move, Scenario, Target};

impl Graph {
    /// The graph of a scenario in one language, with what is drawn beside it.
    pub fn of(scenario: &Scenario, overlay: &Overlay<'_>, lang: Lang) -> Self {
        let graph = Self {
            id: scenario.id.clone(),
            title: clean(scenario.title.get(lang)),
            lang,
            groups: groups(scenario, lang),
            nodes: nodes(scenario, lang),
            edges: Vec::new(),
            attempted: overlay.attempt.is_some(),
        };
        let mut builder = Builder { scenario, lang, graph };
        builder.ways();
        builder.interrupts();
        builder.route(overlay.reference, |edge, _| edge.reference = true);
        if let Some(attempt) = overlay.attempt {
            builder.route(attempt, |edge, step| edge.steps.push(step));
        }
        builder.problems(overlay.problems);
        builder.graph
    }
}

/// The acts by name; the layout wants them only where every beat is in one.
fn groups(scenario: &Scenario, lang: Lang) -> Vec<String> {
    scenario.acts.iter().map(|act| clean(act.title.get(lang))).collect()
}

/// The beats, the endings, then a node for each interrupt.
fn nodes(scenario: &Scenario, lang: Lang) -> Vec<Node> {
    let node = |id: &str, title: String, kind| Node {
        id: id.to_owned(),
        title: clean(&title),
        kind,
        group: None,
        problems: Vec::new(),
    };
    let in_act = |beat: &Beat| beat.act.map(crate::scenario::ActIdx::at);
    let beats = scenario.beats.iter().enumerate().map(|(at, beat)| {
        let shown = BeatNode {
            opens: scenario.opens_at.at() == at,
            choices: beat.choices.len(),
            rates: beat.rates.clone(),
            mends: mends(scenario, beat, lang),
        };
        let node = node(&beat.id, beat.title.get(lang).to_owned(), NodeKind::Beat(shown));
        Node { group: in_act(beat), ..node }
    });
    let endings = scenario.endings.iter().map(|ending| {
        let kind = NodeKind::Ending { outcome: ending.outcome, early: ending.early };
        node(&ending.id, ending.title.get(lang).to_owned(), kind)
    });
    let interrupts = scenario.interrupts.iter().enumerate().map(|(at, interrupt)| {
        let when = words(&interrupt.when, scenario, lang).unwrap_or_default();
        // No id has a space in it, so this is nobody else's.
        node(&format!("interrupt {}", at + 1), when, NodeKind::Interrupt)
    });
    beats.chain(endings).chain(interrupts).collect()
}

fn mends(scenario: &Scenario, beat: &Beat, lang: Lang) -> Option<String> {
    beat.mends.map(|mends| match mends {
        Mends::Before => say(lang, "graph-mends-before"),
        Mends::Beat(main) => {
            let id = scenario.beat(main).id.as_str();
            say_with(lang, "graph-mends", &[("beat", id.into())])
        }
    })
}

/// A beat and, for a second chance, the main beat that was left for it.
type Place = (BeatIdx, Option<BeatIdx>);

/// One choice taking one way.
struct Found {
    from: BeatIdx,
    to: usize,
    kind: EdgeKind,
    choice: (String, bool),
    when: Option<String>,
    after: Option<BeatIdx>,
}

pub(super) struct Builder<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) lang: Lang,
    pub(super) graph: Graph,
}

impl Builder<'_> {
    /// Every way that can be met from the first beat; then those of beats that no way leads to.
    fn ways(&mut self) {
        let mut seen: BTreeSet<Place> = BTreeSet::new();
        let mut met = BTreeSet::new();
        let beats = (0..).map(BeatIdx).take(self.scenario.beats.len());
        let starts: Vec<BeatIdx> = [self.scenario.opens_at].into_iter().chain(beats).collect();
        for start in starts {
            if met.contains(&start) {
                continue;
            }
            let mut open = vec![(start, None)];
            while let Some(place) = open.pop() {
                if seen.insert(place) {
                    met.insert(place.0);
                    open.extend(self.leave(place).into_iter().rev());
                }
            }
        }
        self.order();
        self.forget_plain_returns();
    }

    /// Adds every way out of a place, and says what they lead to.
    fn leave(&mut self, (beat, origin): Place) -> Vec<Place> {
        let scenario = self.scenario;
        let mut led_to = Vec::new();
        for (at, choice) in scenario.beat(beat).choices.iter().enumerate() {
            let key = scenario.beat(beat).key.at() == at;
            for (way, when) in self.each_when(&choice.moves) {
                let back = match (way.to, origin) {
                    (Target::Back, Some(main)) => self.each_when(&scenario.beat(main).next),
                    _ => vec![(way, None)],
                };
                let after = origin.filter(|_| way.to == Target::Back);
                for (target, then) in back {
                    let parts: Vec<String> = [when.clone(), then].into_iter().flatten().collect();
                    let when = (!parts.is_empty()).then(|| parts.join(", "));
                    for (to, also) in self.places(target.to) {
                        let choice = (choice.id.clone(), key);
                        let when = [when.clone(), also]
                            .into_iter()
                            .flatten()
                            .reduce(|a, b| format!("{a}, {b}"));
                        let (to, kind) = match to {
                            Target::Ending(ending) => {
                                (scenario.beats.len() + ending.at(), EdgeKind::Onward)
                            }
                            Target::Beat(next) => {
                                let aside = scenario.beat(next).is_second_chance();
                                let main = origin.unwrap_or(beat);
                                led_to.push((next, aside.then_some(main)));
                                (next.at(), self.kind(beat, next))
                            }
                            Target::Back | Target::Chance(_) | Target::Sheet => continue,
                        };
                        self.add(Found { from: beat, to, kind, choice, when, after });
                    }
                }
            }
        }
        led_to
    }

    /// Where a target leads: chance to each of its outcomes, the hand-over sheet to what follows it.
    fn places(&self, to: Target) -> Vec<(Target, Option<String>)> {
        match to {
            Target::Chance(at) => {
                let chance = &self.scenario.chances[at.at()];
                let total = i64::from(chance.total());
                let outcome = |(weight, to): &(u32, Target)| {
                    let args = [("weight", i64::from(*weight).into()), ("total", total.into())];
                    let likely = say_with(self.lang, "graph-when-chance", &args);
                    let inner = self.places(*to).into_iter();
                    inner.map(move |(to, _)| (to, Some(likely.clone()))).collect::<Vec<_>>()
                };
                chance.outcomes.iter().flat_map(outcome).collect()
            }
            Target::Sheet => {
                let next = self.scenario.sheet.iter().flat_map(|sheet| &sheet.next);
                let sheet = say(self.lang, "graph-when-sheet");
                let way = |way: &Move| {
                    let when = words(&way.when, self.scenario, self.lang);
                    let when = [Some(sheet.clone()), when].into_iter().flatten();
                    (way.to, when.reduce(|a, b| format!("{a}, {b}")))
                };
                next.map(way).collect()
            }
            other => vec![(other, None)],
        }
    }

    pub(super) fn kind(&self, from: BeatIdx, to: BeatIdx) -> EdgeKind {
        match (
            self.scenario.beat(from).is_second_chance(),
            self.scenario.beat(to).is_second_chance(),
        ) {
            (_, true) => EdgeKind::Aside,
            (true, false) => EdgeKind::Return,
            (false, false) => EdgeKind::Onward,
        }
    }

    /// The moves with their conditions in words; the last of several is for what is left.
    fn each_when<'m>(&self, moves: &'m [Move]) -> Vec<(&'m Move, Option<String>)> {
        let each = moves.iter().enumerate().map(|(at, way)| {
            let when = words(&way.when, self.scenario, self.lang);
            let otherwise = || (at > 0).then(|| say(self.lang, "graph-otherwise"));
            (way, when.or_else(otherwise))
        });
        each.collect()
    }

    fn add(&mut self, found: Found) {
        let edge = self.edge(found.from.at(), found.to, found.kind);
        edge.key |= found.choice.1;
        edge.after.extend(found.after.map(BeatIdx::at));
        match edge.ways.iter_mut().find(|way| way.when == found.when) {
            Some(way) if way.choices.contains(&found.choice) => {}
            Some(way) => way.choices.push(found.choice),
            None => edge.ways.push(Way { choices: vec![found.choice], when: found.when }),
        }
    }

    /// The edge of a kind from one node to another, made if there is none.
    pub(super) fn edge(&mut self, from: usize, to: usize, kind: EdgeKind) -> &mut Edge {
        let edges = &mut self.graph.edges;
        let known = |edge: &Edge| (edge.from, edge.to, edge.kind) == (from, to, kind);
        let at = edges.iter().position(known).unwrap_or_else(|| {
            edges.push(Edge {
                from,
                to,
                kind,
                ways: Vec::new(),
                key: false,
                after: Vec::new(),
                steps: Vec::new(),
                reference: false,
            });
            edges.len() - 1
        });
        &mut edges[at]
    }

    /// Edges in the order of their nodes, replies in the order written.
    fn order(&mut self) {
        for edge in &mut self.graph.edges {
            edge.after.sort_unstable();
            edge.after.dedup();
            let place = |id: &str| {
                let choices = &self.scenario.beats[edge.from].choices;
                choices.iter().position(|choice| choice.id == id)
            };
            for way in &mut edge.ways {
                way.choices.sort_by_key(|(id, _)| place(id));
            }
        }
        self.graph.edges.sort_by_key(|edge| (edge.from, edge.to, edge.kind));
    }

    /// What a second chance was left from need not be said where it makes no difference.
    fn forget_plain_returns(&mut self) {
        let edges = &mut self.graph.edges;
        let differs = |edge: &Edge, all: &[Edge]| {
            all.iter().any(|other| {
                other.from == edge.from && !other.after.is_empty() && other.after != edge.after
            })
        };
        let plain: Vec<bool> = edges.iter().map(|edge| !differs(edge, edges)).collect();
        for (edge, plain) in edges.iter_mut().zip(plain) {
            if plain {
                edge.after.clear();
            }
        }
    }

    fn interrupts(&mut self) {
        let (beats, endings) = (self.scenario.beats.len(), self.scenario.endings.len());
        for (at, interrupt) in self.scenario.interrupts.iter().enumerate() {
            let to = match interrupt.to {
                Target::Ending(ending) => beats + ending.at(),
                Target::Beat(beat) => beat.at(),
                Target::Back | Target::Chance(_) | Target::Sheet => continue,
            };
            self.edge(beats + endings + at, to, EdgeKind::Interrupt);
        }
    }
}
