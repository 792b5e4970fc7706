//! The graph as a finished picture: a title, a legend, the boxes and the lines between them.

mod card;
mod legend;
mod paint;
mod ways;

use card::{Card, card};
use legend::Legend;
use paint::{BAND, Canvas, INK, PAPER, SOFT, Type};
use ways::Tag;

use crate::graph::draft::draft;
use crate::graph::layout::{Layout, Rect, Size, Stroke, arrange};
use crate::graph::text::wrap;
use crate::graph::{Graph, Node, NodeKind};
use crate::lang::words::say_with;

const AROUND: i32 = 36;
const TITLE: Type = Type::new(28, INK).bold();
const ABOUT: Type = Type::new(14, SOFT);
const GROUP: Type = Type::new(15, SOFT).bold();
/// The legend keeps this far from everything.
const BESIDE_LEGEND: i32 = 24;

pub(super) fn draw(graph: &Graph) -> String {
    let cards: Vec<Card> = graph.nodes.iter().map(|node| card(node, graph.lang)).collect();
    let tags: Vec<Tag> = graph.edges.iter().map(|edge| Tag::of(graph, edge)).collect();
    let boxes_of: Vec<Size> = cards.iter().map(|card| card.size).collect();
    let labels: Vec<Size> = tags.iter().map(|tag| tag.size).collect();
    let layout = arrange(&draft(graph, &boxes_of, &labels));
    let legend = Legend::of(graph);
    let place = legend_place(&layout, &legend);
    let right = layout.size.width.max(place.right());
    let room = right.max(480);
    let title = wrap(&graph.title, TITLE.size, room, 2);
    let head = AROUND
        + i32::try_from(title.len()).unwrap_or(2) * TITLE.leading()
        + ABOUT.leading()
        + AROUND;
    let bottom = layout.size.height.max(place.bottom());

    let mut canvas = Canvas::default();
    let about = about(graph);
    let described = say_with(graph.lang, "graph-described", &[("about", about.as_str().into())]);
    canvas.open(
        room + 2 * AROUND,
        head + bottom + AROUND,
        graph.lang.code(),
        &graph.title,
        &described,
    );
    heads(&mut canvas);
    let all = Rect { x: 0, y: 0, width: room + 2 * AROUND, height: head + bottom + AROUND };
    canvas.rect(all, 0, PAPER, None);
    let mut y = AROUND;
    for line in &title {
        canvas.text(AROUND, y + TITLE.size, TITLE, line);
        y += TITLE.leading();
    }
    canvas.text(AROUND, y + ABOUT.size + 4, ABOUT, &about);
    canvas.group(&format!("transform=\"translate({AROUND} {head})\""), None);
    bands(&mut canvas, graph, &layout);
    ways::draw(&mut canvas, graph, &layout.lines);
    boxes(&mut canvas, graph, &cards, &layout);
    for ((tag, edge), rect) in tags.iter().zip(&graph.edges).zip(&layout.labels) {
        tag.draw(&mut canvas, edge, *rect);
    }
    legend.draw(&mut canvas, place.x, place.y);
    canvas.end_group();
    canvas.close()
}

/// The scenario's name for machines, and how much is in it.
fn about(graph: &Graph) -> String {
    let count =
        |wanted: &dyn Fn(&Node) -> bool| graph.nodes.iter().filter(|node| wanted(node)).count();
    let beats = count(&|node| matches!(node.kind, NodeKind::Beat(_)) && !node.is_second_chance());
    let args = [
        ("id", graph.id.as_str().into()),
        ("beats", beats.into()),
        ("chances", count(&Node::is_second_chance).into()),
        ("endings", count(&Node::is_ending).into()),
    ];
    say_with(graph.lang, "graph-about", &args)
}

fn heads(canvas: &mut Canvas) {
    canvas.line("<defs>");
    for (name, colour, length, wide) in ways::HEADS {
        canvas.arrowhead(name, colour, length, wide);
    }
    canvas.line("</defs>");
}

fn bands(canvas: &mut Canvas, graph: &Graph, layout: &Layout) {
    for (at, (name, band)) in graph.groups.iter().zip(&layout.bands).enumerate() {
        if band.height > 0 {
            let wide = Rect { x: band.x - AROUND / 2, width: band.width + AROUND, ..*band };
            canvas.rect(wide, 16, BAND[at % BAND.len()], None);
            let line = wrap(name, GROUP.size, band.width, 1).concat();
            canvas.text(band.x, band.y + GROUP.size + 8, GROUP, &line);
        }
    }
}

fn boxes(canvas: &mut Canvas, graph: &Graph, cards: &[Card], layout: &Layout) {
    let visited = |at: usize| {
        graph.edges.iter().any(|edge| !edge.steps.is_empty() && (edge.from == at || edge.to == at))
    };
    for (at, (node, card)) in graph.nodes.iter().zip(cards).enumerate() {
        let rect = layout.boxes[at];
        let Rect { x, y, width, height } = rect;
        let id = paint::escape(&node.id);
        let what = match node.kind {
            NodeKind::Beat(_) if node.is_second_chance() => "second-chance",
            NodeKind::Beat(_) => "beat",
            NodeKind::Ending { .. } => "ending",
            NodeKind::Interrupt => "interrupt",
        };
        let title: Vec<&str> = [node.id.as_str(), node.title.as_str()]
            .into_iter()
            .chain(node.problems.iter().map(String::as_str))
            .collect();
        canvas.group(
            &format!("class=\"{what}\" data-id=\"{id}\" data-box=\"{x} {y} {width} {height}\""),
            Some(&title.join(" · ")),
        );
        card.draw(canvas, node, rect, visited(at));
        canvas.end_group();
    }
}

/// The highest free place at the left or right edge of the upper half; beside everything where there is none.
fn legend_place(layout: &Layout, legend: &Legend) -> Rect {
    let at = |x: i32, y: i32| Rect { x, y, width: legend.width, height: legend.height };
    let taken = taken(layout);
    let free = |place: &Rect| taken.iter().all(|rect| !rect.near(*place, BESIDE_LEGEND));
    let most = (layout.size.height / 2 - legend.height).max(1);
    let sides = [0, layout.size.width - legend.width];
    let mut places =
        (0..most).step_by(20).flat_map(|y| sides.map(|x| at(x, y))).filter(|place| place.x >= 0);
    places.find(free).unwrap_or(at(layout.size.width + BESIDE_LEGEND, 0))
}

/// Everything that is drawn, as boxes; a line is the boxes around its stretches.
fn taken(layout: &Layout) -> Vec<Rect> {
    let mut taken: Vec<Rect> =
        layout.boxes.iter().chain(&layout.labels).chain(&layout.bands).copied().collect();
    for line in &layout.lines {
        let mut from = (0, 0);
        for stroke in line {
            let to = match *stroke {
                Stroke::From(x, y) => {
                    from = (x, y);
                    (x, y)
                }
                Stroke::To(x, y) | Stroke::Curve([_, _, (x, y)]) => (x, y),
            };
            taken.push(Rect {
                x: from.0.min(to.0),
                y: from.1.min(to.1),
                width: (from.0 - to.0).abs(),
                height: (from.1 - to.1).abs(),
            });
            from = to;
        }
    }
    taken.retain(|rect| (rect.width, rect.height) != (0, 0));
    taken
}
