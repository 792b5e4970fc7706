//! The way a room took on the scenario's graph, and what it looked at besides; there are no words in it but of where it was.

use crate::assess::Reference;
use crate::graph::{Graph, Node, NodeKind, Overlay, Rect, Size, Stroke};
use crate::lang::Lang;
use crate::room::Room;
use crate::session::{Action, At, State, step};

/// A scenario of more beats than this has no map: it could not be read from the last row.
const BEATS_MAX: usize = 60;

/// How large the box of a beat or an ending is, in units of the layout.
const BOX: Size = Size { width: 116, height: 116 };

/// The scenario's graph as far as the room may see it. The talk goes from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RouteMap {
    /// The whole, in units of the layout.
    pub size: Size,
    /// Its beats and endings.
    pub places: Vec<RoutePlace>,
    /// The ways between them.
    pub ways: Vec<RouteWay>,
}

/// A beat or an ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutePlace {
    /// Where its box is.
    pub at: Rect,
    /// What it is.
    pub kind: PlaceKind,
    /// The turns that the room had here, counted from 1.
    pub turns: Vec<usize>,
    /// Whether the room was here: of an ending, whether the talk ended so.
    pub came: bool,
    /// Whether the room looked here and went another way.
    pub peeked: bool,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A decision.
    Beat,
    /// A decision that mends.
    SecondChance,
    /// An end of the talk.
    Ending,
}

/// A way from one place to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteWay {
    /// How it goes.
    pub strokes: Vec<Stroke>,
    /// Whether the room went it.
    pub taken: bool,
    /// Whether the room looked along it.
    pub peeked: bool,
}

impl Room {
    /// The map of the way that the room took; empty where there is too much to be shown.
    pub fn route_map(&self) -> RouteMap {
        let scenario = self.scenario();
        if scenario.beats.len() > BEATS_MAX {
            return RouteMap::default();
        }
        // The graph wants it; nothing of it is shown.
        let reference = Reference::of(scenario).talk;
        let routes = Overlay { reference: &reference, attempt: Some(&self.talk), problems: &[] };
        let graph = Graph::of(scenario, &routes, Lang::En);
        let map = graph.map(&vec![BOX; graph.nodes.len()]);
        let looks = self.looks();
        let is_place = |at: usize| !matches!(graph.nodes[at].kind, NodeKind::Interrupt);
        let nodes = graph.nodes.iter().zip(&map.boxes).enumerate();
        let edges = graph.edges.iter().zip(map.lines);
        RouteMap {
            size: map.size,
            places: nodes
                .filter(|(at, _)| is_place(*at))
                .map(|(at, (node, rect))| self.place(at, node, *rect, &looks))
                .collect(),
            ways: edges
                .filter(|(edge, _)| is_place(edge.from))
                .map(|(edge, strokes)| RouteWay {
                    strokes,
                    taken: !edge.steps.is_empty(),
                    peeked: looks.contains(&(edge.from, edge.to)),
                })
                .collect(),
        }
    }

    fn place(&self, at: usize, node: &Node, rect: Rect, looks: &[(usize, usize)]) -> RoutePlace {
        let beats = self.scenario().beats.len();
        let turns = self.talk.turns().iter().enumerate();
        let turns: Vec<usize> =
            turns.filter(|(_, turn)| turn.beat.at() == at).map(|(turn, _)| turn + 1).collect();
        let ended = self.talk.ending_idx().is_some_and(|ending| beats + ending.at() == at);
        let kind = match node.kind {
            NodeKind::Beat(_) if node.is_second_chance() => PlaceKind::SecondChance,
            NodeKind::Beat(_) => PlaceKind::Beat,
            NodeKind::Ending { .. } | NodeKind::Interrupt => PlaceKind::Ending,
        };
        let came = ended || !turns.is_empty();
        let peeked = looks.iter().any(|(_, to)| *to == at);
        RoutePlace { at: rect, kind, turns, came, peeked }
    }

    /// From which place to which the room looked, on the way it took; the places are counted as in the graph.
    fn looks(&self) -> Vec<(usize, usize)> {
        let turns = self.talk.turns().iter().enumerate();
        let look = |(at, turn): (usize, &crate::session::Turn)| {
            let before = self.route_before(at);
            let peeked = self.peeked.iter().filter(move |(route, _)| *route == before);
            let found = peeked.filter_map(|(_, choice)| {
                Some((turn.beat.at(), self.leads(&turn.before, Action::Choose(*choice))?))
            });
            found.collect::<Vec<_>>()
        };
        turns.flat_map(look).collect()
    }

    /// The place that an action leads to, where it is one.
    fn leads(&self, before: &State, action: Action) -> Option<usize> {
        match step(self.scenario(), before, action).ok()?.0.at {
            At::Beat(beat) => Some(beat.at()),
            At::Ended(ending) => Some(self.scenario().beats.len() + ending.at()),
            At::Chance(..) | At::Sheet => None,
        }
    }
}
