//! What each box of the map stands for: a beat or an ending, and who came there.

use crate::app::session::ActiveSession;
use crate::app::widgets::Pen;
use crate::graph::{Graph, Node, NodeKind};
use crate::scenario::{BeatIdx, EndingIdx};
use crate::session::Session;

/// Who came to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Came {
    /// The turns of the trainee's talk at this beat, counted from 0.
    pub(super) turns: Vec<usize>,
    /// Whether the trainee was here: of an ending, whether the talk ended so.
    pub(super) yours: bool,
    /// Whether the reference route leads here.
    pub(super) reference: bool,
    /// The first of its turns at this beat, counted from 0.
    pub(super) reference_turn: Option<usize>,
}

/// A box of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// What people call it.
    pub(super) title: String,
    pub(super) what: What,
    pub(super) came: Came,
}

/// What a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A decision.
    Beat(BeatIdx),
    /// A decision that mends.
    SecondChance(BeatIdx),
    /// An end of the talk.
    Ending(EndingIdx),
    /// Where what ends the talk from anywhere begins. There is nothing to see there.
    Anywhere,
}

impl What {
    /// The beat, where it is one.
    pub(super) fn beat(self) -> Option<BeatIdx> {
        match self {
            Self::Beat(beat) | Self::SecondChance(beat) => Some(beat),
            Self::Ending(_) | Self::Anywhere => None,
        }
    }
}

/// For each node of the graph, what it stands for.
pub(super) fn spots(pen: &Pen, graph: &Graph, active: &ActiveSession) -> Vec<Spot> {
    // The nodes are the beats in their order, then the endings in theirs.
    let (mut beats, mut endings) = ((0..).map(BeatIdx), (0..).map(EndingIdx));
    let mut what = |node: &Node| match node.kind {
        NodeKind::Beat(_) if node.is_second_chance() => beats.next().map(What::SecondChance),
        NodeKind::Beat(_) => beats.next().map(What::Beat),
        NodeKind::Ending { .. } => endings.next().map(What::Ending),
        NodeKind::Interrupt => None,
    };
    let spot = |node: &Node| {
        let what = what(node).unwrap_or(What::Anywhere);
        let title = match what {
            What::Anywhere => pen.word("map-anywhere"),
            What::Beat(_) | What::SecondChance(_) | What::Ending(_) => node.title.clone(),
        };
        Spot { title, what, came: came(what, active.talk(), active.reference()) }
    };
    graph.nodes.iter().map(spot).collect()
}

fn came(what: What, talk: &Session, reference: &Session) -> Came {
    let turns_of = |talk: &Session| -> Vec<usize> {
        let turns = talk.turns().iter().enumerate();
        turns.filter(|(_, turn)| what.beat() == Some(turn.beat)).map(|(at, _)| at).collect()
    };
    let turns = turns_of(talk);
    let ends = |talk: &Session| match what {
        What::Ending(ending) => talk.ending_idx() == Some(ending),
        What::Beat(_) | What::SecondChance(_) | What::Anywhere => false,
    };
    let yours = !turns.is_empty() || ends(talk);
    let reference_turn = turns_of(reference).first().copied();
    Came { yours, reference: reference_turn.is_some() || ends(reference), reference_turn, turns }
}

impl Spot {
    /// Where it stands, in words: whose route leads here.
    pub(super) fn standing(&self, pen: &Pen) -> String {
        let whose = match (self.came.yours, self.came.reference) {
            (true, true) => "both",
            (true, false) => "yours",
            (false, true) => "reference",
            (false, false) => "neither",
        };
        match self.what {
            What::Ending(_) => pen.word(&format!("map-ending-{whose}")),
            What::Beat(_) | What::SecondChance(_) | What::Anywhere => {
                let turns = [("turns", turns(&self.came.turns).into())];
                pen.sentence(&format!("map-beat-{whose}"), &turns)
            }
        }
    }

    /// What a reader hears.
    pub(super) fn label(&self, pen: &Pen) -> String {
        let title = ("title", self.title.as_str().into());
        let standing = ("standing", self.standing(pen).into());
        match self.what {
            What::SecondChance(_) => {
                let second = ("second", pen.word("talk-second-chance").into());
                pen.sentence("map-second", &[title, second, standing])
            }
            What::Beat(_) | What::Ending(_) | What::Anywhere => {
                pen.sentence("map-place", &[title, standing])
            }
        }
    }
}

/// Turns as they are counted on the page, those that follow each other as a range.
pub(super) fn turns(turns: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for turn in turns {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *turn => *last = *turn,
            _ => ranges.push((*turn, *turn)),
        }
    }
    let shown = ranges.iter().map(|(first, last)| {
        if first == last {
            format!("{}", first + 1)
        } else {
            format!("{}–{}", first + 1, last + 1)
        }
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_that_follow_each_other_are_a_range() {
        assert_eq!(turns(&[]), "");
        assert_eq!(turns(&[0]), "1");
        assert_eq!(turns(&[0, 1, 2, 4, 6, 7]), "1–3, 5, 7–8");
    }
}
