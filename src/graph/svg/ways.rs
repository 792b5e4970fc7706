//! The lines of the picture, and the tags on them.

use crate::graph::label::{Row, rows};
use crate::graph::layout::{Rect, Size, Stroke};
use crate::graph::svg::paint::{
    ALARM, ATTEMPT, ATTEMPT_DARK, Anchor, CHANCE, Canvas, EDGE_OF_PANEL, KEY_WAY, PANEL, PRIMARY,
    Pen, REFERENCE, SOFT, Type, WAY,
};
use crate::graph::text::{width, wrap};
use crate::graph::{Edge, EdgeKind, Graph, Step};

/// A tag is at most this wide.
const TAG_WIDTH: i32 = 184;
const AROUND: i32 = 7;
/// A circle with the number of a step.
const STEP_RADIUS: i32 = 10;
const BETWEEN_IDS: i32 = 8;
const NOTE_LINES_MAX: usize = 4;

const ID: Type = Type::new(13, SOFT);
const KEY: Type = Type::new(13, PRIMARY).bold();
const NOTE: Type = Type::new(12, SOFT);
const STEP: Type = Type::new(12, "#FFFFFF").bold().anchored(Anchor::Middle);

/// The arrowheads, by the lines they end.
pub(super) const HEADS: [(&str, &str, i32, i32); 7] = [
    ("way", WAY, 10, 10),
    ("key", KEY_WAY, 12, 12),
    ("reference", PRIMARY, 14, 16),
    ("chance", CHANCE, 10, 10),
    ("alarm", ALARM, 10, 10),
    ("attempt", ATTEMPT_DARK, 14, 18),
    ("compared", REFERENCE, 13, 10),
];

/// Where the head of an arrow stands off the box it points at.
const HEAD: i32 = 13;

/// How far the replies that take a line are the best ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// None of them is.
    Other,
    /// One is, in some talk.
    Key,
    /// One is, in the talk in which all were.
    Reference,
}

impl Rank {
    pub(super) fn of(edge: &Edge) -> Self {
        match (edge.reference, edge.key) {
            (true, _) => Self::Reference,
            (false, true) => Self::Key,
            (false, false) => Self::Other,
        }
    }
}

/// How a line looks, and its arrowhead.
pub(super) fn look(kind: EdgeKind, rank: Rank) -> (Pen, &'static str) {
    match kind {
        EdgeKind::Aside | EdgeKind::Return => (Pen::new(CHANCE, 2).dashed("1 6"), "chance"),
        EdgeKind::Interrupt => (Pen::new(ALARM, 2).dashed("8 4 1 4"), "alarm"),
        EdgeKind::Onward => match rank {
            Rank::Reference => (Pen::new(PRIMARY, 6), "reference"),
            Rank::Key => (Pen::new(KEY_WAY, 4), "key"),
            Rank::Other => (Pen::new(WAY, 2), "way"),
        },
    }
}

pub(super) fn attempt_pen() -> Pen {
    Pen::new(ATTEMPT, 11)
}

pub(super) fn reference_pen() -> Pen {
    Pen::new(REFERENCE, 4).dashed("9 9")
}

/// Draws all lines: the attempt below the others, the reference route above them, so that both are seen on one line.
pub(super) fn draw(canvas: &mut Canvas, graph: &Graph, lines: &[Vec<Stroke>]) {
    let each = || graph.edges.iter().zip(lines);
    for (_, line) in each().filter(|(edge, _)| !edge.steps.is_empty()) {
        canvas.path(
            &shortened(line, HEAD),
            attempt_pen(),
            Some("attempt"),
            " stroke-linejoin=\"round\"",
        );
    }
    // The keys' lines cross above the others.
    for rank in [Rank::Other, Rank::Key, Rank::Reference] {
        // With an attempt, the reference route is dashed, so that both are seen where they are one.
        if graph.attempted && rank == Rank::Reference {
            continue;
        }
        for (edge, line) in each().filter(|(edge, _)| Rank::of(edge) == rank) {
            let (pen, head) = look(edge.kind, rank);
            canvas.path(&shortened(line, HEAD), pen, Some(head), "");
        }
    }
    if graph.attempted {
        for (_, line) in each().filter(|(edge, _)| edge.reference) {
            canvas.path(&shortened(line, HEAD), reference_pen(), Some("compared"), "");
        }
    }
}

/// The line without the stretch that its arrowhead covers.
pub(super) fn shortened(line: &[Stroke], by: i32) -> Vec<Stroke> {
    let mut line = line.to_vec();
    let before = line.len().checked_sub(2).map(|at| match line[at] {
        Stroke::From(x, y) | Stroke::To(x, y) => (x, y),
        Stroke::Curve([_, _, end]) => end,
    });
    let towards = |from: i32, to: i32| to - (to - from).signum() * by.min((to - from).abs());
    match (before, line.last_mut()) {
        (Some((from_x, from_y)), Some(Stroke::To(x, y))) => {
            if *x == from_x {
                *y = towards(from_y, *y);
            } else {
                *x = towards(from_x, *x);
            }
        }
        // A curve arrives upright.
        (Some((_, from_y)), Some(Stroke::Curve([_, lead, (x, y)]))) => {
            *y = towards(from_y, *y);
            *lead = (*x, lead.1);
        }
        _ => {}
    }
    line
}

/// A line of a tag.
struct TagRow {
    words: Vec<TagWord>,
    width: i32,
}

struct TagWord {
    /// From the left of the line to where the text is anchored.
    x: i32,
    kind: Type,
    text: String,
    /// Whether it is the id of a reply that the attempt took here.
    said: bool,
}

/// A tag before it is placed.
pub(super) struct Tag {
    pub(super) size: Size,
    rows: Vec<TagRow>,
    steps: Vec<Step>,
}

impl Tag {
    pub(super) fn of(graph: &Graph, edge: &Edge) -> Self {
        let rows = rows(graph, edge);
        let several = rows.len() > 1;
        let mut lines: Vec<TagRow> = rows.iter().flat_map(|row| tag_rows(row, several)).collect();
        for word in lines.iter_mut().flat_map(|line| &mut line.words) {
            let id = word.kind.size == ID.size;
            word.said = id && edge.steps.iter().any(|step| step.choice == word.text);
        }
        let steps = edge.steps.clone();
        let texts = lines.iter().map(|row| row.width).max().unwrap_or_default();
        let count = i32::try_from(lines.len()).unwrap_or(i32::MAX);
        let size = if lines.is_empty() && steps.is_empty() {
            Size::default()
        } else {
            Size {
                width: texts + 2 * AROUND + steps_width(&steps),
                height: (count * ID.leading() + 8).max(if steps.is_empty() { 0 } else { 26 }),
            }
        };
        Self { size, rows: lines, steps }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, edge: &Edge, rect: Rect) {
        if self.size == Size::default() {
            return;
        }
        let taken = !self.steps.is_empty();
        let pen = match edge.kind {
            _ if taken => Pen::new(ATTEMPT_DARK, 2),
            EdgeKind::Aside | EdgeKind::Return => Pen::new(CHANCE, 1),
            EdgeKind::Interrupt => Pen::new(ALARM, 1),
            EdgeKind::Onward => Pen::new(EDGE_OF_PANEL, 1),
        };
        let Rect { x, y, width: wide, height } = rect;
        canvas.group(&format!("class=\"tag\" data-box=\"{x} {y} {wide} {height}\""), None);
        canvas.rect(rect, 9, PANEL, Some(pen));
        self.write(canvas, rect);
        canvas.end_group();
    }

    fn write(&self, canvas: &mut Canvas, rect: Rect) {
        let mut x = rect.x + AROUND;
        for step in &self.steps {
            let number = step.number.to_string();
            canvas.circle(x + STEP_RADIUS - 2, rect.centre(), STEP_RADIUS, ATTEMPT_DARK);
            canvas.text(x + STEP_RADIUS - 2, rect.centre() + 4, STEP, &number);
            x += 2 * STEP_RADIUS + 3;
        }
        let free = rect.right() - AROUND - x;
        let mut y = rect.y + 4;
        let rows = i32::try_from(self.rows.len()).unwrap_or(i32::MAX);
        y += (rect.height - 8 - rows * ID.leading()) / 2;
        for row in &self.rows {
            let left = x + (free - row.width) / 2;
            for TagWord { x, kind, text, said } in &row.words {
                if *said {
                    let wide = width(text, kind.size);
                    let from = if kind.anchor == Anchor::Middle { wide / 2 } else { 0 };
                    let around = Rect { x: left + x - from - 4, y, width: wide + 8, height: 18 };
                    canvas.rect(around, 9, ATTEMPT, None);
                }
                canvas.text(left + x, y + ID.size, *kind, text);
            }
            y += ID.leading();
        }
    }
}

fn steps_width(steps: &[Step]) -> i32 {
    let count = i32::try_from(steps.len()).unwrap_or(i32::MAX / 64);
    count * (2 * STEP_RADIUS + 3)
}

/// A row in lines that fit. Of several rows, each has its note behind its ids if there is room, else all have it below.
fn tag_rows(row: &Row, several: bool) -> Vec<TagRow> {
    let mut lines = ids(&row.choices);
    let Some(note) = &row.note else {
        return lines;
    };
    let wide = width(note, NOTE.size);
    match lines.last_mut() {
        Some(line) if several && line.width + BETWEEN_IDS + wide <= TAG_WIDTH - 2 * AROUND => {
            line.words.push(word(line.width + BETWEEN_IDS, NOTE, note.clone()));
            line.width += BETWEEN_IDS + wide;
        }
        _ => lines.extend(
            wrap(note, NOTE.size, TAG_WIDTH - 2 * AROUND, NOTE_LINES_MAX).into_iter().map(|line| {
                let wide = width(&line, NOTE.size);
                TagRow {
                    words: vec![word(wide / 2, NOTE.anchored(Anchor::Middle), line)],
                    width: wide,
                }
            }),
        ),
    }
    lines
}

fn word(x: i32, kind: Type, text: String) -> TagWord {
    TagWord { x, kind, text, said: false }
}

/// The ids of replies in lines that fit, the key's bold.
fn ids(words: &[(String, bool)]) -> Vec<TagRow> {
    let mut found: Vec<TagRow> = Vec::new();
    for (id, key) in words {
        let kind = if *key { KEY } else { ID }.anchored(Anchor::Middle);
        let text = wrap(id, kind.size, TAG_WIDTH - 2 * AROUND, 1).concat();
        let wide = width(&text, kind.size);
        match found.last_mut() {
            Some(row) if row.width + BETWEEN_IDS + wide <= TAG_WIDTH - 2 * AROUND => {
                row.words.push(word(row.width + BETWEEN_IDS + wide / 2, kind, text));
                row.width += BETWEEN_IDS + wide;
            }
            _ => found.push(TagRow { words: vec![word(wide / 2, kind, text)], width: wide }),
        }
    }
    found
}
