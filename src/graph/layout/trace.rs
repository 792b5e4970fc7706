//! Puts the boxes in their rows and draws the lines: straight through a row, curved between two.

use crate::graph::layout::height::{Heights, LEVEL_GAP, bands, heights};
use crate::graph::layout::rows::{Rows, Run};
use crate::graph::layout::{Draft, Layout, Rect, Side, Size, Stroke};

/// The last of a line is straight, so that its arrowhead is.
const STRAIGHT: i32 = 16;
/// Between two lines that leave the same box.
const PORT_STEP: i32 = 30;
/// How far from a box's corner a line may leave.
const CORNER: i32 = 24;
/// A line of this weight leaves from the middle of its box.
const WEIGHTY: i64 = 60;
/// A turn's radius.
const TURN: i32 = 12;

pub(super) fn layout(draft: &Draft, rows: &Rows, across: &[i32]) -> Layout {
    let heights = heights(draft, rows, across);
    let boxes: Vec<Rect> = rows
        .boxes
        .iter()
        .zip(&draft.pieces)
        .map(|(slot, piece)| {
            let row = rows.cells[rows.slots[*slot].cell].row;
            let last = rows.ends && row + 2 == rows.rows.len();
            let free = heights.bottom[row] - heights.top[row] - piece.size.height;
            Rect {
                x: across[*slot] - piece.size.width / 2,
                // Boxes are centred, so that what is beside a box is level with it; endings hang from one line.
                y: heights.top[row] + if last { 0 } else { free / 2 },
                width: piece.size.width,
                height: piece.size.height,
            }
        })
        .collect();
    let tracer = Tracer { draft, rows, across, heights: &heights, boxes: &boxes };
    let (labels, lines) = (0..draft.ties.len()).map(|at| tracer.tie(at)).unzip();
    let width = rows
        .cells
        .iter()
        .map(|cell| across[cell.slots[0]] - rows.slots[cell.slots[0]].aside + cell.right);
    let size = Size {
        width: width.max().unwrap_or_default(),
        height: heights.bottom.last().copied().unwrap_or_default(),
    };
    let bands = bands(draft, rows, &heights, size.width);
    Layout { size, boxes, labels, lines, bands }
}

struct Tracer<'a> {
    draft: &'a Draft,
    rows: &'a Rows,
    across: &'a [i32],
    heights: &'a Heights,
    boxes: &'a [Rect],
}

impl Tracer<'_> {
    /// The room of a tie's label, and its line.
    fn tie(&self, at: usize) -> (Rect, Vec<Stroke>) {
        match &self.rows.runs[at] {
            Run::Level(side) => self.level(at, *side),
            Run::Down(slots) => (self.label(at, slots[0]), self.down(at, slots)),
            Run::Up(lane, slots) => (self.label(at, slots[0]), self.up(at, *lane, slots)),
        }
    }

    fn label(&self, at: usize, slot: usize) -> Rect {
        let Size { width, height } = self.draft.ties[at].label;
        let row = self.row(slot);
        let free = self.heights.bottom[row] - self.heights.top[row] - height;
        Rect {
            x: self.across[slot] - width / 2,
            y: self.heights.top[row] + free / 2,
            width,
            height,
        }
    }

    fn row(&self, slot: usize) -> usize {
        self.rows.cells[self.rows.slots[slot].cell].row
    }

    /// Straight to the neighbour, the label on the line.
    fn level(&self, at: usize, side: Side) -> (Rect, Vec<Stroke>) {
        let tie = &self.draft.ties[at];
        let (from, to) = (self.boxes[tie.from], self.boxes[tie.to]);
        let other = self
            .draft
            .ties
            .iter()
            .enumerate()
            .find(|(_, other)| (other.from, other.to) == (tie.to, tie.from));
        // Two lines between the same boxes share the height, the first above.
        let apart = other
            .map_or(0, |(_, other)| (tie.label.height.max(other.label.height) + LEVEL_GAP) / 2);
        let back = other.is_some_and(|(other, _)| other < at);
        let y = from.centre() + if back { apart } else { -apart };
        let (start, end) = match side {
            Side::Right => (from.right(), to.x),
            Side::Left => (from.x, to.right()),
        };
        let label = Rect {
            x: (start + end - tie.label.width) / 2,
            y: y - tie.label.height / 2,
            width: tie.label.width,
            height: tie.label.height,
        };
        (label, vec![Stroke::From(start, y), Stroke::To(end, y)])
    }

    fn down(&self, at: usize, slots: &[usize]) -> Vec<Stroke> {
        let tie = &self.draft.ties[at];
        let (from, to) = (self.boxes[tie.from], self.boxes[tie.to]);
        let x = self.port(tie.from, Some(at));
        let mut pen = Pen::at(x, from.bottom());
        pen.to(x, self.heights.bottom[self.row(self.rows.boxes[tie.from])]);
        for slot in slots {
            self.pass(&mut pen, *slot, true);
        }
        if self.row(self.rows.boxes[tie.from]) == self.row(self.rows.boxes[tie.to]) {
            // Both ends are above: turn at the label.
            self.enter_from_below(&mut pen, at);
        } else {
            let top = self.heights.top[self.row(self.rows.boxes[tie.to])];
            pen.curve(to.middle(), top - STRAIGHT);
            pen.to(to.middle(), to.y);
        }
        pen.strokes
    }

    fn up(&self, at: usize, lane: Option<usize>, slots: &[usize]) -> Vec<Stroke> {
        let tie = &self.draft.ties[at];
        let from = self.boxes[tie.from];
        let top = self.heights.top[self.row(self.rows.boxes[tie.from])];
        let mut pen = match lane {
            Some(lane) => {
                let x = self.across[lane];
                let y = from.centre();
                let (start, turn) =
                    if x > from.x { (from.right(), x - TURN) } else { (from.x, x + TURN) };
                let mut pen = Pen::at(start, y);
                pen.to(turn, y);
                pen.strokes.push(Stroke::Curve([(x, y), (x, y), (x, y - TURN)]));
                pen.at = (x, y - TURN);
                pen.to(x, top);
                pen
            }
            None => {
                let x = from.x + CORNER;
                let mut pen = Pen::at(x, from.y);
                pen.to(x, top);
                pen
            }
        };
        for slot in slots {
            self.pass(&mut pen, *slot, false);
        }
        self.enter_from_below(&mut pen, at);
        pen.strokes
    }

    /// Curves into a row and straight through it.
    fn pass(&self, pen: &mut Pen, slot: usize, down: bool) {
        let row = self.row(slot);
        let (top, bottom) = (self.heights.top[row], self.heights.bottom[row]);
        let (near, far) = if down { (top, bottom) } else { (bottom, top) };
        pen.curve(self.across[slot], near);
        pen.to(self.across[slot], far);
    }

    fn enter_from_below(&self, pen: &mut Pen, at: usize) {
        let to = self.draft.ties[at].to;
        let x = self.port(to, None);
        pen.curve(x, self.heights.bottom[self.row(self.rows.boxes[to])] + STRAIGHT);
        pen.to(x, self.boxes[to].bottom());
    }

    /// Where a tie leaves the lower side of its box, or where all enter that come from below: a weighty one that leaves
    /// does so in the middle, the others are beside it in the order of what they go to or come from.
    fn port(&self, piece: usize, leaving: Option<usize>) -> i32 {
        let meeting = self.meeting(piece);
        let place = |wanted: Option<usize>| {
            let at = meeting.iter().position(|(_, line)| *line == wanted);
            at.and_then(|at| i32::try_from(at).ok())
        };
        let weight = |tie: &usize| (self.draft.ties[*tie].weight, std::cmp::Reverse(*tie));
        let heaviest = meeting.iter().filter_map(|(_, line)| *line).max_by_key(weight);
        let middle = heaviest.filter(|tie| self.draft.ties[*tie].weight >= WEIGHTY);
        let rect = self.boxes[piece];
        let count = i32::try_from(meeting.len()).unwrap_or(i32::MAX).max(1);
        let step = PORT_STEP.min((rect.width / 2 - CORNER) / count);
        let here = place(leaving).unwrap_or_default();
        match middle.and_then(|tie| place(Some(tie))) {
            Some(middle) => rect.middle() + (here - middle) * step,
            None => rect.middle() + here * step - (count - 1) * step / 2,
        }
    }

    /// What meets the lower side of a box, from left to right: the ties that leave, and once all that enter.
    fn meeting(&self, piece: usize) -> Vec<(i32, Option<usize>)> {
        let row = |piece: usize| self.row(self.rows.boxes[piece]);
        let (mut meeting, mut entering) = (Vec::new(), Vec::new());
        for (at, (run, tie)) in self.rows.runs.iter().zip(&self.draft.ties).enumerate() {
            match run {
                Run::Down(slots) => {
                    if tie.from == piece {
                        meeting.push((self.across[slots[0]], Some(at)));
                    }
                    if tie.to == piece && row(tie.from) == row(tie.to) {
                        entering.push(self.across[slots[0]]);
                    }
                }
                Run::Up(_, slots) if tie.to == piece => {
                    entering.extend(slots.last().map(|slot| self.across[*slot]));
                }
                Run::Up(..) | Run::Level(_) => {}
            }
        }
        entering.sort_unstable();
        meeting.extend(entering.get(entering.len() / 2).map(|x| (*x, None)));
        meeting.sort_unstable();
        meeting
    }
}

/// A line being drawn.
struct Pen {
    at: (i32, i32),
    strokes: Vec<Stroke>,
}

impl Pen {
    fn at(x: i32, y: i32) -> Self {
        Self { at: (x, y), strokes: vec![Stroke::From(x, y)] }
    }

    fn to(&mut self, x: i32, y: i32) {
        if self.at == (x, y) {
            return;
        }
        // One straight line, not several, so that dashes are even.
        let straight = self.at.0 == x && matches!(self.strokes.last(), Some(Stroke::To(..)));
        let same_way = straight && self.before().is_some_and(|before| before.0 == x);
        if same_way {
            self.strokes.pop();
        }
        self.strokes.push(Stroke::To(x, y));
        self.at = (x, y);
    }

    fn before(&self) -> Option<(i32, i32)> {
        let before = self.strokes.len().checked_sub(2)?;
        Some(match self.strokes[before] {
            Stroke::From(x, y) | Stroke::To(x, y) => (x, y),
            Stroke::Curve([_, _, end]) => end,
        })
    }

    /// A curve that leaves and arrives upright.
    fn curve(&mut self, x: i32, y: i32) {
        if self.at.0 == x {
            self.to(x, y);
            return;
        }
        let middle = (self.at.1 + y) / 2;
        self.strokes.push(Stroke::Curve([(self.at.0, middle), (x, middle), (x, y)]));
        self.at = (x, y);
    }
}
