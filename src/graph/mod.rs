//! A scenario as a picture that a person can read: a plain graph of beats, endings and the ways between them, drawn as
//! SVG, DOT or Mermaid, or laid out for the window to draw.

mod build;
mod dot;
mod draft;
mod label;
mod layout;
mod map;
mod mermaid;
mod overlay;
mod svg;
mod text;
mod when;

pub use layout::{Rect, Size, Stroke};
pub use map::Map;
pub use text::{clean, width, wrap};

use crate::lang::Lang;
use crate::rubric::Indicator;
use crate::scenario::Outcome;
use crate::session::Session;

/// A picture's notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A finished picture.
    Svg,
    /// For Graphviz.
    Dot,
    /// For documents that draw Mermaid.
    Mermaid,
}

/// What is drawn beside the scenario itself.
#[derive(Debug, Clone, Copy)]
pub struct Overlay<'a> {
    /// The route of all keys.
    pub reference: &'a Session,
    /// The route that someone took, to be compared with it.
    pub attempt: Option<&'a Session>,
    /// What is wrong, each with the id of the beat or ending it is wrong with.
    pub problems: &'a [(String, String)],
}

/// A scenario as places and ways between them, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// The scenario's name for machines.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The language of every text in it.
    pub lang: Lang,
    /// The names of the groups that beats are in: stretches of the talk, in their order.
    pub groups: Vec<String>,
    /// The places. The first beat of the talk is the one that `opens`.
    pub nodes: Vec<Node>,
    /// The ways between them, at most one of a kind from one place to another.
    pub edges: Vec<Edge>,
    /// Whether an attempt is drawn.
    pub attempted: bool,
}

/// A place in the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The name in files.
    pub id: String,
    /// The name for people; of an interrupt, when it strikes.
    pub title: String,
    /// What it is.
    pub kind: NodeKind,
    /// The group it is in. If a scenario has groups, every beat of it is in one.
    pub group: Option<usize>,
    /// What is wrong with it, in sentences.
    pub problems: Vec<String>,
}

/// What a place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// A decision.
    Beat(BeatNode),
    /// An end of the talk.
    Ending {
        /// What kind of end.
        outcome: Outcome,
        /// Whether the talk broke off.
        early: bool,
    },
    /// What ends the talk from anywhere.
    Interrupt,
}

/// What is shown of a beat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeatNode {
    /// Whether the talk begins here.
    pub opens: bool,
    /// How many replies it offers.
    pub choices: usize,
    /// What its replies are rated on.
    pub rates: Vec<Indicator>,
    /// For a second chance, what it mends, in words.
    pub mends: Option<String>,
}

/// A way from one place to another, taken by one reply or by several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Where it leaves, by its place among the nodes.
    pub from: usize,
    /// Where it leads.
    pub to: usize,
    /// What it is.
    pub kind: EdgeKind,
    /// The replies that take it, those with the same condition together.
    pub ways: Vec<Way>,
    /// Whether the key of its beat is among them.
    pub key: bool,
    /// The beats that were left for the second chance, where coming back depends on that.
    pub after: Vec<usize>,
    /// The steps of the attempt that take it.
    pub steps: Vec<Step>,
    /// Whether the reference route takes it.
    pub reference: bool,
}

/// What a way is. A way of another kind, such as one of several that chance picks from, or one from a topic back to
/// where it was opened, is a variant here and its looks in each format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// On to the next beat, or to an ending.
    Onward,
    /// Aside, into a second chance.
    Aside,
    /// Out of a second chance, back to the talk.
    Return,
    /// To an ending, wherever the talk stands.
    Interrupt,
}

/// Replies that take a way under one condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Their ids, each with whether it is the key.
    pub choices: Vec<(String, bool)>,
    /// The condition in words; nothing where they always take it.
    pub when: Option<String>,
}

/// A step of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number, counted from 1.
    pub number: usize,
    /// The id of the reply.
    pub choice: String,
}

impl Graph {
    /// The picture as text in a format.
    pub fn draw(&self, format: Format) -> String {
        match format {
            Format::Svg => svg::draw(self),
            Format::Dot => dot::draw(self),
            Format::Mermaid => mermaid::draw(self),
        }
    }
}

impl Node {
    /// Whether this is a second chance.
    pub fn is_second_chance(&self) -> bool {
        matches!(&self.kind, NodeKind::Beat(beat) if beat.mends.is_some())
    }

    /// Whether the talk ends here.
    pub fn is_ending(&self) -> bool {
        matches!(self.kind, NodeKind::Ending { .. })
    }
}
