//! What is drawn over the graph: the routes that talks took, and what is wrong.

use crate::graph::build::Builder;
use crate::graph::when::words;
use crate::graph::{Edge, EdgeKind, Graph, Node, NodeKind, Step, Way, clean};
use crate::lang::words::say;
use crate::scenario::Target;
use crate::session::{At, Session, Turn};

impl Builder<'_> {
    /// Marks the edges that a talk took. Where an interrupt struck, the talk leaves its beat by an edge of its own.
    pub(super) fn route(&mut self, talk: &Session, mut mark: impl FnMut(&mut Edge, Step)) {
        for (at, turn) in talk.turns().iter().enumerate() {
            let ended =
                |ending: crate::scenario::EndingIdx| self.scenario.beats.len() + ending.at();
            let to = match turn.after.at {
                At::Beat(beat) => beat.at(),
                At::Ended(ending) => ended(ending),
                // The hand-over sheet is no place of the picture: what follows it is.
                At::Sheet | At::Chance(..) => match talk.ending_idx() {
                    Some(ending) => ended(ending),
                    None => continue,
                },
            };
            let struck = self.struck(turn);
            let kind = match (turn.after.at, &struck) {
                (At::Beat(next), None) => self.kind(turn.beat, next),
                (_, Some(_)) => EdgeKind::Interrupt,
                (_, None) => EdgeKind::Onward,
            };
            let choice = self.scenario.choice(turn.beat, turn.choice).id.clone();
            let edge = self.edge(turn.beat.at(), to, kind);
            if let Some(when) = struck {
                edge.ways = vec![Way { choices: vec![(choice.clone(), false)], when }];
            }
            mark(edge, Step { number: at + 1, choice });
        }
    }

    /// When the interrupt struck that broke into the talk after this turn, if one did.
    fn struck(&self, turn: &Turn) -> Option<Option<String>> {
        let mut interrupts = self.scenario.interrupts.iter();
        let struck = match turn.after.at {
            At::Ended(ending) => interrupts
                .find(|interrupt| turn.after.holds(&interrupt.when))
                .filter(|struck| struck.to == Target::Ending(ending)),
            At::Beat(beat) => interrupts.find(|interrupt| {
                let mark = interrupt.struck;
                let now = mark.is_some_and(|mark| turn.after.marks.has(mark));
                let before = mark.is_some_and(|mark| turn.before.marks.has(mark));
                now && !before && interrupt.to == Target::Beat(beat)
            }),
            At::Sheet | At::Chance(..) => None,
        };
        struck.map(|struck| words(&struck.when, self.scenario, self.lang))
    }

    /// Notes what is wrong, and what no way leads to, unless something was said of it already.
    pub(super) fn problems(&mut self, problems: &[(String, String)]) {
        for (id, problem) in problems {
            if let Some(node) = self.graph.nodes.iter_mut().find(|node| node.id == *id) {
                node.problems.push(clean(problem));
            }
        }
        let reached = self.graph.reached();
        for (node, reached) in self.graph.nodes.iter_mut().zip(reached) {
            if !reached && node.problems.is_empty() {
                node.problems.push(say(self.lang, "graph-unreachable"));
            }
        }
    }
}

impl Graph {
    /// For each node, whether some way leads to it from the first beat or an interrupt.
    fn reached(&self) -> Vec<bool> {
        let begins = |node: &Node| match &node.kind {
            NodeKind::Beat(beat) => beat.opens,
            NodeKind::Interrupt => true,
            NodeKind::Ending { .. } => false,
        };
        let mut reached: Vec<bool> = self.nodes.iter().map(begins).collect();
        let mut open: Vec<usize> = (0..reached.len()).filter(|at| reached[*at]).collect();
        while let Some(at) = open.pop() {
            for edge in self.edges.iter().filter(|edge| edge.from == at) {
                if !std::mem::replace(&mut reached[edge.to], true) {
                    open.push(edge.to);
                }
            }
        }
        reached
    }
}
