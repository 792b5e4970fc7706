//! The boxes of the picture: what stands in each, measured before anything is placed.

use crate::graph::label::outcome_key;
use crate::graph::layout::{Rect, Size};
use crate::graph::svg::paint::{
    ALARM, ALARM_GROUND, ATTEMPT_DARK, Anchor, CHANCE, CHANCE_GROUND, Canvas, EDGE_OF_PANEL, INK,
    PANEL, PRIMARY, Pen, SOFT, Type, of_skill,
};
use crate::graph::text::{width, wrap};
use crate::graph::{BeatNode, Node, NodeKind};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::scenario::Outcome;

const BEAT_WIDTH: i32 = 240;
const ENDING_WIDTH: i32 = 176;
const AROUND: i32 = 14;
const CHIP_HEIGHT: i32 = 18;
const LINES_MAX: usize = 3;
/// A box says no more than this about what is wrong with it; the rest is for `kikitori check`.
const PROBLEMS_MAX: usize = 3;

const ID: Type = Type::new(13, PRIMARY).bold();
const TITLE: Type = Type::new(16, INK).bold();
const SMALL: Type = Type::new(12, SOFT);
const CHIP: Type = Type::new(11, "#FFFFFF").bold().anchored(Anchor::Middle);
const PROBLEM: Type = Type::new(12, ALARM).bold();

/// Something in a box, from its upper left corner.
#[derive(Debug)]
enum Part {
    Text(i32, i32, Type, String),
    Chip(Rect, &'static str, String),
}

/// A box before it is placed.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) size: Size,
    parts: Vec<Part>,
}

pub(super) fn card(node: &Node, lang: Lang) -> Card {
    match &node.kind {
        NodeKind::Beat(beat) => beat_card(node, beat, lang),
        NodeKind::Ending { outcome, early } => ending_card(node, *outcome, *early, lang),
        NodeKind::Interrupt => interrupt_card(node, lang),
    }
}

/// Puts parts below each other.
struct Stack {
    parts: Vec<Part>,
    width: i32,
    y: i32,
}

impl Stack {
    fn new(width: i32) -> Self {
        Self { parts: Vec::new(), width, y: AROUND - 2 }
    }

    fn room(&self) -> i32 {
        self.width - 2 * AROUND
    }

    fn lines(&mut self, kind: Type, text: &str, room: i32) {
        let x = if kind.anchor == Anchor::Middle { self.width / 2 } else { AROUND };
        for line in wrap(text, kind.size, room, LINES_MAX) {
            self.parts.push(Part::Text(x, self.y + kind.size, kind, line));
            self.y += kind.leading();
        }
    }

    fn problems(&mut self, problems: &[String], anchor: Anchor, room: i32) {
        for problem in problems.iter().take(PROBLEMS_MAX) {
            self.y += 4;
            self.lines(PROBLEM.anchored(anchor), problem, room);
        }
    }

    fn card(self) -> Card {
        Card { size: Size { width: self.width, height: self.y + AROUND - 2 }, parts: self.parts }
    }
}

fn beat_card(node: &Node, beat: &BeatNode, lang: Lang) -> Card {
    let mut stack = Stack::new(BEAT_WIDTH);
    let room = stack.room();
    let replies = say_with(lang, "graph-choices", &[("count", beat.choices.into())]);
    let mut free = room - width(&replies, SMALL.size) - 10;
    let begins = beat.opens.then(|| say(lang, "graph-opens"));
    if let Some(begins) = &begins {
        free -= width(begins, CHIP.size) + 24;
    }
    let id = wrap(&node.id, ID.size, free, 1).concat();
    let y = stack.y + ID.size;
    if let Some(begins) = begins {
        let chip = Rect {
            x: AROUND + width(&id, ID.size) + 8,
            y: y - 14,
            width: width(&begins, CHIP.size) + 16,
            height: CHIP_HEIGHT,
        };
        stack.parts.push(Part::Chip(chip, PRIMARY, begins));
    }
    stack.parts.push(Part::Text(AROUND, y, ID, id));
    stack.parts.push(Part::Text(BEAT_WIDTH - AROUND, y, SMALL.anchored(Anchor::End), replies));
    stack.y += 21;
    stack.lines(TITLE, &node.title, room);
    if let Some(mends) = &beat.mends {
        stack.y += 1;
        stack.lines(Type { fill: CHANCE, ..SMALL }, mends, room);
    }
    stack.y += 8;
    let mut x = AROUND;
    for rated in &beat.rates {
        let wide = width(rated.code(), CHIP.size) + 14;
        if x + wide > BEAT_WIDTH - AROUND {
            x = AROUND;
            stack.y += CHIP_HEIGHT + 4;
        }
        let chip = Rect { x, y: stack.y, width: wide, height: CHIP_HEIGHT };
        stack.parts.push(Part::Chip(chip, of_skill(rated.skill()), rated.code().to_owned()));
        x += wide + 5;
    }
    stack.y += CHIP_HEIGHT;
    stack.problems(&node.problems, Anchor::Start, room);
    stack.card()
}

fn ending_card(node: &Node, outcome: Outcome, early: bool, lang: Lang) -> Card {
    let mut stack = Stack::new(ENDING_WIDTH);
    // The shapes have slanted or round sides.
    let room = ENDING_WIDTH - 3 * AROUND;
    let (colour, _) = colours(outcome);
    let small = Type { fill: colour, ..SMALL }.anchored(Anchor::Middle);
    stack.lines(ID.anchored(Anchor::Middle), &node.id, room);
    stack.lines(TITLE.anchored(Anchor::Middle), &node.title, room);
    stack.y += 2;
    stack.lines(small.bold(), &say(lang, outcome_key(outcome)), room);
    if early {
        stack.lines(small, &say(lang, "graph-early"), room);
    }
    stack.problems(&node.problems, Anchor::Middle, room);
    stack.card()
}

fn interrupt_card(node: &Node, lang: Lang) -> Card {
    let mut stack = Stack::new(ENDING_WIDTH);
    stack.y -= 4;
    let room = stack.room();
    stack.lines(SMALL.anchored(Anchor::Middle), &say(lang, "graph-anywhere"), room);
    let condition = Type::new(14, ALARM).bold().anchored(Anchor::Middle);
    stack.lines(condition, &node.title, room);
    stack.y -= 4;
    stack.card()
}

impl Card {
    pub(super) fn draw(&self, canvas: &mut Canvas, node: &Node, rect: Rect, visited: bool) {
        let taken = Pen::new(ATTEMPT_DARK, 4);
        match &node.kind {
            NodeKind::Beat(beat) => {
                let chance = beat.mends.is_some();
                let ground = if chance { CHANCE_GROUND } else { PANEL };
                let pen = match (chance, beat.opens) {
                    (true, _) => Pen::new(CHANCE, 2).dashed("1 5"),
                    (_, true) => Pen::new(PRIMARY, 3),
                    _ => Pen::new(EDGE_OF_PANEL, 2),
                };
                canvas.rect(rect, 12, ground, Some(if visited { taken } else { pen }));
            }
            NodeKind::Ending { outcome, .. } => {
                let (colour, ground) = colours(*outcome);
                let pen = if visited { taken } else { Pen::new(colour, 2) };
                ending_shape(canvas, *outcome, rect, ground, pen);
            }
            NodeKind::Interrupt => {
                let pen = Pen::new(ALARM, 2).dashed("8 4 1 4");
                canvas.rect(rect, rect.height / 2, ALARM_GROUND, Some(pen));
            }
        }
        for part in &self.parts {
            match part {
                Part::Text(x, y, kind, text) => canvas.text(rect.x + x, rect.y + y, *kind, text),
                Part::Chip(chip, fill, text) => {
                    let chip = Rect { x: rect.x + chip.x, y: rect.y + chip.y, ..*chip };
                    canvas.rect(chip, CHIP_HEIGHT / 2, fill, None);
                    canvas.text(chip.middle(), chip.y + 13, CHIP, text);
                }
            }
        }
        if !node.problems.is_empty() {
            warning(canvas, rect.right() - 10, rect.y - 8);
        }
    }
}

/// A sign that something is wrong: colour is never the only one.
pub(super) fn warning(canvas: &mut Canvas, x: i32, y: i32) {
    let pen = Pen::new(PANEL, 2);
    canvas.polygon(&[(x, y - 4), (x + 14, y + 20), (x - 14, y + 20)], ALARM, Some(pen));
    canvas.text(x, y + 17, Type::new(15, "#FFFFFF").bold().anchored(Anchor::Middle), "!");
}

/// The outline and the ground of an ending.
fn colours(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Resolved => ("#296C60", "#DCE9E4"),
        Outcome::Calmed => ("#395592", "#E3E8F2"),
        Outcome::Escalated => ("#7A5200", "#FBE9B7"),
        Outcome::Left => ("#B04224", "#F8E2D9"),
    }
}

/// Round where all is well, double where it is half well, pointed where it went up, and cut off where someone left.
fn ending_shape(canvas: &mut Canvas, outcome: Outcome, rect: Rect, ground: &str, pen: Pen) {
    let Rect { x, y, width: wide, height: tall } = rect;
    let corners = |points: &[(i32, i32)]| -> Vec<(i32, i32)> {
        points.iter().map(|(right, down)| (x + right, y + down)).collect()
    };
    match outcome {
        Outcome::Resolved => canvas.rect(rect, tall / 2, ground, Some(pen)),
        Outcome::Calmed => {
            canvas.rect(rect, 8, ground, Some(pen));
            let inner = Rect { x: x + 5, y: y + 5, width: wide - 10, height: tall - 10 };
            canvas.rect(inner, 5, "none", Some(Pen::new(colours(outcome).0, 1)));
        }
        Outcome::Escalated => {
            let slant = 16.min(wide / 5);
            let half = tall / 2;
            let points = [
                (slant, 0),
                (wide - slant, 0),
                (wide, half),
                (wide - slant, tall),
                (slant, tall),
                (0, half),
            ];
            canvas.polygon(&corners(&points), ground, Some(pen));
        }
        Outcome::Left => {
            let cut = 14.min(tall / 3);
            let points = [
                (cut, 0),
                (wide - cut, 0),
                (wide, cut),
                (wide, tall - cut),
                (wide - cut, tall),
                (cut, tall),
                (0, tall - cut),
                (0, cut),
            ];
            canvas.polygon(&corners(&points), ground, Some(pen));
        }
    }
}

/// The shape of an ending without its text, for the legend.
pub(super) fn ending_sample(canvas: &mut Canvas, outcome: Outcome, rect: Rect) {
    let (colour, ground) = colours(outcome);
    ending_shape(canvas, outcome, rect, ground, Pen::new(colour, 2));
}
