//! What stands in a box and beside an arrow, as lines of text.

use crate::graph::{Edge, EdgeKind, Graph, Node, NodeKind, Way};
use crate::lang::words::{say, say_with};
use crate::scenario::Outcome;

/// A word, and whether it is the key.
pub(super) type Word = (String, bool);

/// A line of what stands beside an arrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Who takes it.
    pub(super) choices: Vec<Word>,
    /// When, or after what; nothing if that does not matter.
    pub(super) note: Option<String>,
}

impl Row {
    /// The row as plain text, the key with a star.
    pub(super) fn text(&self) -> String {
        let word = |(id, key): &Word| if *key { format!("★{id}") } else { id.clone() };
        let ids: Vec<String> = self.choices.iter().map(word).collect();
        match &self.note {
            Some(note) if ids.is_empty() => note.clone(),
            Some(note) => format!("{}: {note}", ids.join(" ")),
            None => ids.join(" "),
        }
    }
}

/// The rows of an edge's label; none for an arrow that says it all.
pub(super) fn rows(graph: &Graph, edge: &Edge) -> Vec<Row> {
    let of_way = |way: &Way| Row { choices: way.choices.clone(), note: way.when.clone() };
    let mut rows: Vec<Row> = edge.ways.iter().map(of_way).collect();
    if edge.kind == EdgeKind::Return && !edge.after.is_empty() {
        let beats: Vec<&str> = edge.after.iter().map(|at| graph.nodes[*at].id.as_str()).collect();
        let after = say_with(graph.lang, "graph-after", &[("beats", beats.join(", ").into())]);
        match &mut rows[..] {
            [Row { note: note @ None, .. }] => *note = Some(after),
            _ => rows.push(Row { choices: Vec::new(), note: Some(after) }),
        }
    }
    rows
}

/// The label as lines of plain text, the attempt's steps first.
pub(super) fn lines(graph: &Graph, edge: &Edge) -> Vec<String> {
    let mut lines: Vec<String> = rows(graph, edge).iter().map(Row::text).collect();
    if !edge.steps.is_empty() {
        let steps = edge.steps.iter().map(|step| format!("({}: {})", step.number, step.choice));
        let steps = steps.collect::<Vec<_>>().join(" ");
        match lines.first_mut() {
            Some(first) => *first = format!("{steps} {first}"),
            None => lines.push(steps),
        }
    }
    lines
}

/// What stands in a box, in lines. A problem begins with a sign.
pub(super) fn node_lines(graph: &Graph, node: &Node) -> Vec<String> {
    let mut lines = Vec::new();
    match &node.kind {
        NodeKind::Beat(beat) => {
            let count = say_with(graph.lang, "graph-choices", &[("count", beat.choices.into())]);
            lines.extend([format!("{} · {count}", node.id), node.title.clone()]);
            lines.extend(beat.mends.clone());
            lines.push(beat.rates.iter().map(|rated| rated.code()).collect::<Vec<_>>().join(" "));
        }
        NodeKind::Ending { outcome, early } => {
            let outcome = say(graph.lang, outcome_key(*outcome));
            lines.extend([format!("{} · {outcome}", node.id), node.title.clone()]);
            lines.extend(early.then(|| say(graph.lang, "graph-early")));
        }
        NodeKind::Interrupt => {
            lines.extend([say(graph.lang, "graph-anywhere"), node.title.clone()]);
        }
    }
    lines.extend(node.problems.iter().map(|problem| format!("(!) {problem}")));
    lines
}

/// The key of an outcome's word.
pub(super) fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Resolved => "graph-outcome-resolved",
        Outcome::Calmed => "graph-outcome-calmed",
        Outcome::Escalated => "graph-outcome-escalated",
        Outcome::Left => "graph-outcome-left",
    }
}
