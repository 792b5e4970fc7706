//! The graph as a Mermaid flowchart, for documents that draw one: subgraphs for groups and for the endings.

use std::fmt::Write as _;

use crate::graph::label::{self, node_lines};
use crate::graph::{Edge, EdgeKind, Graph, NodeKind};
use crate::lang::words::say;
use crate::scenario::Outcome;

const CLASSES: [(&str, &str); 8] = [
    ("beat", "fill:#FDF9F1,stroke:#CFBFA5,color:#2B2733"),
    ("chance", "fill:#FAF0DC,stroke:#8A5A12,color:#2B2733,stroke-dasharray:2 4"),
    ("interrupt", "fill:#FAE9E1,stroke:#B04224,color:#2B2733"),
    ("resolved", "fill:#DCE9E4,stroke:#296C60,color:#2B2733"),
    ("calmed", "fill:#E3E8F2,stroke:#395592,color:#2B2733"),
    ("escalated", "fill:#FBE9B7,stroke:#7A5200,color:#2B2733"),
    ("left", "fill:#F8E2D9,stroke:#B04224,color:#2B2733"),
    ("problem", "stroke:#B04224,stroke-width:4px,color:#B04224"),
];

pub(super) fn draw(graph: &Graph) -> String {
    let mut out = String::from("flowchart TD\n");
    put(&mut out, 1, &format!("accTitle: {}", plain(&graph.title)));
    for (at, name) in graph.groups.iter().enumerate() {
        put(&mut out, 1, &format!("subgraph g{at}[\"{}\"]", escape(name)));
        for node in (0..graph.nodes.len()).filter(|node| graph.nodes[*node].group == Some(at)) {
            put(&mut out, 2, &node_line(graph, node));
        }
        put(&mut out, 1, "end");
    }
    let loose =
        |node: &usize| graph.nodes[*node].group.is_none() && !graph.nodes[*node].is_ending();
    for node in (0..graph.nodes.len()).filter(loose) {
        put(&mut out, 1, &node_line(graph, node));
    }
    put(
        &mut out,
        1,
        &format!("subgraph endings[\"{}\"]", escape(&say(graph.lang, "graph-endings"))),
    );
    for node in (0..graph.nodes.len()).filter(|node| graph.nodes[*node].is_ending()) {
        put(&mut out, 2, &node_line(graph, node));
    }
    put(&mut out, 1, "end");
    edges(&mut out, graph);
    for (name, looks) in CLASSES {
        put(&mut out, 1, &format!("classDef {name} {looks}"));
    }
    let wrong: Vec<String> = (0..graph.nodes.len())
        .filter(|node| !graph.nodes[*node].problems.is_empty())
        .map(|node| name(graph, node))
        .collect();
    if !wrong.is_empty() {
        put(&mut out, 1, &format!("class {} problem", wrong.join(",")));
    }
    out
}

fn put(out: &mut String, depth: usize, line: &str) {
    writeln!(out, "{}{line}", "  ".repeat(depth)).expect("writing to a String cannot fail");
}

/// Ids may be words of Mermaid's own, so nodes are named by what they are and their place.
fn name(graph: &Graph, node: usize) -> String {
    let kind = match graph.nodes[node].kind {
        NodeKind::Beat(_) => 'b',
        NodeKind::Ending { .. } => 'e',
        NodeKind::Interrupt => 'i',
    };
    format!("{kind}{node}")
}

fn node_line(graph: &Graph, node: usize) -> String {
    let lines: Vec<String> =
        node_lines(graph, &graph.nodes[node]).iter().map(|line| escape(line)).collect();
    let (open, close, class) = match &graph.nodes[node].kind {
        NodeKind::Beat(beat) if beat.mends.is_some() => ("(", ")", "chance"),
        NodeKind::Beat(_) => ("[", "]", "beat"),
        NodeKind::Ending { outcome: Outcome::Resolved, .. } => ("([", "])", "resolved"),
        NodeKind::Ending { outcome: Outcome::Calmed, .. } => ("[[", "]]", "calmed"),
        NodeKind::Ending { outcome: Outcome::Escalated, .. } => ("{{", "}}", "escalated"),
        NodeKind::Ending { outcome: Outcome::Left, .. } => ("[/", "\\]", "left"),
        NodeKind::Interrupt => (">", "]", "interrupt"),
    };
    format!("{}{open}\"{}\"{close}:::{class}", name(graph, node), lines.join("<br/>"))
}

/// The edges, then how the routes among them look: Mermaid numbers its lines as they are written.
fn edges(out: &mut String, graph: &Graph) {
    let (mut taken, mut compared) = (Vec::new(), Vec::new());
    for (at, edge) in graph.edges.iter().enumerate() {
        let arrow = match edge.kind {
            EdgeKind::Onward if edge.key => "==>",
            EdgeKind::Onward => "-->",
            EdgeKind::Aside | EdgeKind::Return | EdgeKind::Interrupt => "-.->",
        };
        put(out, 1, &edge_line(graph, edge, arrow));
        taken.extend((!edge.steps.is_empty()).then(|| at.to_string()));
    }
    let reference = graph.edges.iter().filter(|edge| graph.attempted && edge.reference);
    for (at, edge) in (graph.edges.len()..).zip(reference) {
        let (from, to) = (name(graph, edge.from), name(graph, edge.to));
        put(out, 1, &format!("{from} -.-> {to}"));
        compared.push(at.to_string());
    }
    for (lines, looks) in
        [(taken, "stroke:#F0B062,stroke-width:8px"), (compared, "stroke:#2E56B0,stroke-width:3px")]
    {
        if !lines.is_empty() {
            put(out, 1, &format!("linkStyle {} {looks}", lines.join(",")));
        }
    }
}

fn edge_line(graph: &Graph, edge: &Edge, arrow: &str) -> String {
    let lines: Vec<String> = label::lines(graph, edge).iter().map(|line| escape(line)).collect();
    let label =
        if lines.is_empty() { String::new() } else { format!("|\"{}\"|", lines.join("<br/>")) };
    format!("{} {arrow}{label} {}", name(graph, edge.from), name(graph, edge.to))
}

/// A text between double quotes. What Mermaid could read as its own, as Markdown or as HTML is written as a number.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut numbered = true;
    for (at, c) in text.chars().enumerate() {
        let begins_list = match c {
            '-' | '+' => at == 0,
            '.' | ')' => at > 0 && numbered,
            _ => false,
        };
        let reserved = "\"#<>&`*_\\~|[]{};".contains(c);
        if begins_list || reserved {
            out.push_str(&format!("#{};", u32::from(c)));
        } else {
            out.push(c);
        }
        numbered &= c.is_ascii_digit();
    }
    out
}

/// A text where Mermaid reads to the end of the line and knows no quotes.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !"\"#<>&`{};%".contains(*c)).collect()
}
