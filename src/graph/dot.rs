//! The graph for Graphviz, which finds a layout of its own: clusters for groups, one rank for the endings.

use std::fmt::Write as _;

use crate::graph::label;
use crate::graph::{Edge, EdgeKind, Graph, Node, NodeKind};
use crate::scenario::Outcome;

pub(super) fn draw(graph: &Graph) -> String {
    let mut out = format!("digraph {} {{\n", quoted(&graph.id));
    let fonts = "fontname=\"Zen Maru Gothic,Noto Sans JP,sans-serif\"";
    let title = quoted(&graph.title);
    let set = [
        format!(
            "graph [label={title} labelloc=t fontsize=22 newrank=true bgcolor=\"#F5EEE2\" {fonts}];"
        ),
        format!(
            "node [shape=box style=\"rounded,filled\" fillcolor=\"#FDF9F1\" color=\"#CFBFA5\" fontcolor=\"#2B2733\" {fonts}];"
        ),
        format!("edge [color=\"#857B72\" fontcolor=\"#625A62\" fontsize=11 {fonts}];"),
    ];
    for line in set {
        put(&mut out, &line);
    }
    for (at, name) in graph.groups.iter().enumerate() {
        put(&mut out, &format!("subgraph {} {{", quoted(&format!("cluster {at}"))));
        put(&mut out, &format!("  label={};", quoted(name)));
        for node in graph.nodes.iter().filter(|node| node.group == Some(at)) {
            put(&mut out, &format!("  {}", node_line(graph, node)));
        }
        put(&mut out, "}");
    }
    for node in graph.nodes.iter().filter(|node| node.group.is_none()) {
        put(&mut out, &node_line(graph, node));
    }
    ranks(&mut out, graph);
    for edge in &graph.edges {
        put(&mut out, &edge_line(graph, edge));
    }
    if graph.attempted {
        for edge in graph.edges.iter().filter(|edge| edge.reference) {
            let style = "style=dashed penwidth=2 color=\"#2E56B0\" constraint=false";
            put(&mut out, &format!("{} [{style}];", ends(graph, edge)));
        }
    }
    out.push_str("}\n");
    out
}

fn put(out: &mut String, line: &str) {
    writeln!(out, "  {line}").expect("writing to a String cannot fail");
}

/// Second chances beside the beat that leads to them; endings below everything, worst first.
fn ranks(out: &mut String, graph: &Graph) {
    for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.is_second_chance()) {
        let from = graph.edges.iter().find(|edge| edge.to == at && edge.kind == EdgeKind::Aside);
        if let Some(from) = from.filter(|from| graph.nodes[from.from].group == node.group) {
            let main = quoted(&graph.nodes[from.from].id);
            put(out, &format!("{{ rank=same; {main}; {}; }}", quoted(&node.id)));
        }
    }
    let endings: Vec<String> =
        graph.nodes.iter().filter(|node| node.is_ending()).map(|node| quoted(&node.id)).collect();
    put(out, &format!("{{ rank=sink; {}; }}", endings.join("; ")));
    if endings.len() > 1 {
        put(out, &format!("{} [style=invis];", endings.join(" -> ")));
    }
}

fn node_line(graph: &Graph, node: &Node) -> String {
    let lines: Vec<String> =
        label::node_lines(graph, node).iter().map(|line| escape(line)).collect();
    let mut looks = match &node.kind {
        NodeKind::Beat(beat) if beat.mends.is_some() => {
            "style=\"rounded,filled,dotted\" fillcolor=\"#FAF0DC\" color=\"#8A5A12\"".to_owned()
        }
        NodeKind::Beat(beat) if beat.opens => "penwidth=3 color=\"#2A5B5E\"".to_owned(),
        NodeKind::Beat(_) => String::new(),
        NodeKind::Ending { outcome, .. } => ending_looks(*outcome).to_owned(),
        NodeKind::Interrupt => {
            "style=\"rounded,filled,dashed\" fillcolor=\"#FAE9E1\" color=\"#B04224\"".to_owned()
        }
    };
    if !node.problems.is_empty() {
        looks.push_str(" fontcolor=\"#B04224\"");
    }
    let label = lines.join("\\n");
    format!("{} [label=\"{label}\" {}];", quoted(&node.id), looks.trim()).replace(" ];", "];")
}

fn ending_looks(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Resolved => "shape=ellipse style=filled fillcolor=\"#DCE9E4\" color=\"#296C60\"",
        Outcome::Calmed => "style=filled peripheries=2 fillcolor=\"#E3E8F2\" color=\"#395592\"",
        Outcome::Escalated => "shape=hexagon style=filled fillcolor=\"#FBE9B7\" color=\"#7A5200\"",
        Outcome::Left => "shape=octagon style=filled fillcolor=\"#F8E2D9\" color=\"#B04224\"",
    }
}

fn edge_line(graph: &Graph, edge: &Edge) -> String {
    let lines: Vec<String> = label::lines(graph, edge).iter().map(|line| escape(line)).collect();
    let looks = match edge.kind {
        _ if !edge.steps.is_empty() => "penwidth=6 color=\"#F0B062\" fontcolor=\"#9C4A0A\"",
        EdgeKind::Onward if edge.key => "penwidth=3 color=\"#2A5B5E\"",
        EdgeKind::Onward => "penwidth=1",
        EdgeKind::Aside | EdgeKind::Return => "style=dotted penwidth=2 color=\"#8A5A12\"",
        EdgeKind::Interrupt => "style=dashed color=\"#B04224\"",
    };
    format!("{} [label=\"{}\" {looks}];", ends(graph, edge), lines.join("\\n"))
}

fn ends(graph: &Graph, edge: &Edge) -> String {
    format!("{} -> {}", quoted(&graph.nodes[edge.from].id), quoted(&graph.nodes[edge.to].id))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escape(text))
}

/// A text between double quotes. Graphviz reads entities there, as in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ")
}
