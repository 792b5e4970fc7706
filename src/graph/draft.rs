//! What is to be laid out of a graph, whoever draws it: the reference route is the line that everything else is beside.

use crate::graph::layout::{Draft, Piece, Role, Size, Tie};
use crate::graph::{Edge, EdgeKind, Graph, Node, NodeKind};

/// Boxes and labels of these sizes, for each node and each edge.
pub(super) fn draft(graph: &Graph, boxes: &[Size], labels: &[Size]) -> Draft {
    let role = |node: &Node| match node.kind {
        NodeKind::Beat(_) if node.is_second_chance() => Role::Beside,
        NodeKind::Beat(_) => Role::Flow,
        NodeKind::Ending { .. } => Role::End,
        NodeKind::Interrupt => Role::Above,
    };
    let opens = |node: &Node| matches!(&node.kind, NodeKind::Beat(beat) if beat.opens);
    Draft {
        pieces: graph
            .nodes
            .iter()
            .zip(boxes)
            .map(|(node, size)| Piece { size: *size, role: role(node), group: node.group })
            .collect(),
        ties: graph
            .edges
            .iter()
            .zip(labels)
            .map(|(edge, label)| Tie {
                from: edge.from,
                to: edge.to,
                label: *label,
                after: edge.after.clone(),
                weight: if edge.reference { 1000 } else { weight(edge) },
                // The reference route is a straight line down the picture.
                spine: edge.reference,
            })
            .collect(),
        first: graph.nodes.iter().position(opens).unwrap_or_default(),
        groups: graph.groups.len(),
    }
}

/// How straight a line wants to be: the keys of all beats most.
fn weight(edge: &Edge) -> i64 {
    match edge.kind {
        EdgeKind::Onward if edge.key => 60,
        EdgeKind::Onward | EdgeKind::Interrupt => 8,
        EdgeKind::Aside | EdgeKind::Return => 4,
    }
}
