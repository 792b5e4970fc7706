//! What the shapes, lines and colours of the picture mean; only those that are in it.

use crate::graph::label::outcome_key;
use crate::graph::layout::{Rect, Stroke};
use crate::graph::svg::card::{ending_sample, warning};
use crate::graph::svg::paint::{
    ALARM, ALARM_GROUND, ATTEMPT_DARK, Anchor, CHANCE, CHANCE_GROUND, Canvas, EDGE_OF_PANEL, INK,
    PANEL, Pen, SOFT, Type, of_skill,
};
use crate::graph::svg::ways::{Rank, attempt_pen, look, reference_pen};
use crate::graph::text::{width, wrap};
use crate::graph::{Edge, EdgeKind, Graph, Node, NodeKind};
use crate::lang::words::say;
use crate::rubric::Skill;
use crate::scenario::Outcome;

const WIDTH: i32 = 252;
const AROUND: i32 = 16;
const SAMPLE: i32 = 52;
const TEXT: Type = Type::new(13, INK);
const HEADING: Type = Type::new(13, SOFT).bold();

/// A line of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Beat,
    Chance,
    Interrupt,
    Ending(Outcome),
    Way(EdgeKind, Rank),
    Attempt,
    Reference,
    Problem,
    Skill(Skill),
}

pub(super) struct Legend {
    heading: String,
    items: Vec<(Item, Vec<String>)>,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Legend {
    pub(super) fn of(graph: &Graph) -> Self {
        let room = WIDTH - 2 * AROUND - SAMPLE - 12;
        let items: Vec<(Item, Vec<String>)> = items(graph)
            .into_iter()
            .map(|item| (item, wrap(&say(graph.lang, key(item)), TEXT.size, room, 3)))
            .collect();
        let rows: i32 = items.iter().map(|(_, lines)| height(lines)).sum();
        let heading = say(graph.lang, "graph-legend");
        Self { heading, items, width: WIDTH, height: 2 * AROUND + 22 + rows - 8 }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, x: i32, y: i32) {
        let panel = Rect { x, y, width: self.width, height: self.height };
        canvas.group("class=\"legend\"", None);
        canvas.rect(panel, 14, PANEL, Some(Pen::new(EDGE_OF_PANEL, 1)));
        canvas.text(x + AROUND, y + AROUND + HEADING.size - 2, HEADING, &self.heading);
        let mut y = y + AROUND + 22;
        for (item, lines) in &self.items {
            let tall = height(lines);
            sample(canvas, *item, Rect { x: x + AROUND, y, width: SAMPLE, height: tall - 8 });
            let mut line_y = y;
            for line in lines {
                canvas.text(x + AROUND + SAMPLE + 12, line_y + TEXT.size, TEXT, line);
                line_y += TEXT.leading();
            }
            y += tall;
        }
        canvas.end_group();
    }
}

fn height(lines: &[String]) -> i32 {
    let count = i32::try_from(lines.len()).unwrap_or(i32::MAX / 64);
    (count * TEXT.leading()).max(18) + 8
}

fn items(graph: &Graph) -> Vec<Item> {
    let any = |wanted: &dyn Fn(&Node) -> bool| graph.nodes.iter().any(wanted);
    let mut items = vec![Item::Beat];
    if any(&Node::is_second_chance) {
        items.push(Item::Chance);
    }
    for outcome in [Outcome::Resolved, Outcome::Calmed, Outcome::Escalated, Outcome::Left] {
        if any(&|node| matches!(node.kind, NodeKind::Ending { outcome: it, .. } if it == outcome)) {
            items.push(Item::Ending(outcome));
        }
    }
    if any(&|node| node.kind == NodeKind::Interrupt) {
        items.push(Item::Interrupt);
    }
    for rank in [Rank::Reference, Rank::Key, Rank::Other] {
        let drawn = |edge: &Edge| edge.kind == EdgeKind::Onward && Rank::of(edge) == rank;
        // With an attempt, the reference route has a line of its own.
        if graph.edges.iter().any(drawn) && !(graph.attempted && rank == Rank::Reference) {
            items.push(Item::Way(EdgeKind::Onward, rank));
        }
    }
    if any(&Node::is_second_chance) {
        items.push(Item::Way(EdgeKind::Aside, Rank::Other));
    }
    if graph.attempted {
        items.extend([Item::Attempt, Item::Reference]);
    }
    if any(&|node| !node.problems.is_empty()) {
        items.push(Item::Problem);
    }
    items.extend(Skill::ALL.map(Item::Skill));
    items
}

fn key(item: Item) -> &'static str {
    match item {
        Item::Beat => "graph-legend-beat",
        Item::Chance => "graph-legend-chance",
        Item::Interrupt => "graph-legend-interrupt",
        Item::Ending(outcome) => outcome_key(outcome),
        Item::Way(EdgeKind::Onward, Rank::Reference) => "graph-legend-reference",
        Item::Way(EdgeKind::Onward, Rank::Key) => "graph-legend-key",
        Item::Way(EdgeKind::Onward, Rank::Other) => "graph-legend-way",
        Item::Way(EdgeKind::Aside | EdgeKind::Return | EdgeKind::Interrupt, _) => {
            "graph-legend-aside"
        }
        Item::Attempt => "graph-legend-attempt",
        Item::Reference => "graph-legend-reference",
        Item::Problem => "graph-legend-problem",
        Item::Skill(Skill::Perspective) => "skill-perspective",
        Item::Skill(Skill::Ownership) => "skill-ownership",
        Item::Skill(Skill::Calm) => "skill-calm",
    }
}

fn sample(canvas: &mut Canvas, item: Item, room: Rect) {
    let shape = Rect { x: room.x + 4, y: room.y, width: room.width - 8, height: 18 };
    let middle = shape.centre();
    let line = [Stroke::From(room.x, middle), Stroke::To(room.right() - 13, middle)];
    match item {
        Item::Beat => canvas.rect(shape, 5, PANEL, Some(Pen::new(EDGE_OF_PANEL, 2))),
        Item::Chance => {
            canvas.rect(shape, 5, CHANCE_GROUND, Some(Pen::new(CHANCE, 2).dashed("1 5")));
        }
        Item::Interrupt => {
            let pen = Pen::new(ALARM, 2).dashed("8 4 1 4");
            canvas.rect(shape, 9, ALARM_GROUND, Some(pen));
        }
        Item::Ending(outcome) => ending_sample(canvas, outcome, shape),
        Item::Way(kind, rank) => {
            let (pen, head) = look(kind, rank);
            canvas.path(&line, pen, Some(head), "");
        }
        Item::Attempt => {
            canvas.path(&line, attempt_pen(), Some("attempt"), "");
            let number = Type::new(12, "#FFFFFF").bold().anchored(Anchor::Middle);
            canvas.circle(room.x + 14, middle, 10, ATTEMPT_DARK);
            canvas.text(room.x + 14, middle + 4, number, "1");
        }
        Item::Reference => canvas.path(&line, reference_pen(), Some("compared"), ""),
        Item::Problem => warning(canvas, shape.middle(), room.y - 1),
        Item::Skill(skill) => {
            let code = match skill {
                Skill::Perspective => "P1",
                Skill::Ownership => "O1",
                Skill::Calm => "C1",
            };
            let chip = Rect { width: width(code, 11) + 14, ..shape };
            let kind = Type::new(11, "#FFFFFF").bold().anchored(Anchor::Middle);
            canvas.rect(chip, 9, of_skill(skill), None);
            canvas.text(chip.middle(), chip.y + 13, kind, code);
        }
    }
}
