//! Fills the rows: boxes in every other one, and between them the labels of lines and the bends of those that go on.

use std::collections::BTreeMap;

use crate::graph::layout::rank::Ranks;
use crate::graph::layout::{Draft, Role, Side, Tie};

/// Room between neighbours in a row: two boxes, two labels, and where a line passes.
const BETWEEN_BOXES: i32 = 28;
const BETWEEN_LABELS: i32 = 18;
const BETWEEN_BENDS: i32 = 22;
/// Room beside a label on a level line, for the line to be seen.
const BESIDE_LABEL: i32 = 44;
/// How far from its box a line turns up.
const LANE: i32 = 26;

/// How straight a line wants to be where it passes.
const PASSING: i64 = 40;

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A piece.
    Box(usize),
    /// The label of a tie.
    Label(usize),
    /// A line that passes.
    Bend,
}

/// A place in a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) what: What,
    pub(super) cell: usize,
    /// How far its middle is from that of its cell.
    pub(super) aside: i32,
}

/// Slots that stay side by side as they are.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) row: usize,
    /// Its slots from left to right.
    pub(super) slots: Vec<usize>,
    /// How far it reaches to the left and right of its middle.
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) gap: i32,
    /// Whether the line that everything else is beside goes through its middle.
    pub(super) spine: bool,
}

/// A line from a slot to one in the next row down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) weight: i64,
}

/// How a tie runs.
#[derive(Debug, Clone)]
pub(super) enum Run {
    /// Level, between neighbours.
    Level(Side),
    /// Down through these slots, its label's first.
    Down(Vec<usize>),
    /// Up through these slots; the first is a lane beside the box it leaves, if there is room for one.
    Up(Option<usize>, Vec<usize>),
}

/// All rows.
#[derive(Debug)]
pub(super) struct Rows {
    /// The cells of each row, from left to right. Boxes are in even rows.
    pub(super) rows: Vec<Vec<usize>>,
    pub(super) cells: Vec<Cell>,
    pub(super) slots: Vec<Slot>,
    pub(super) links: Vec<Link>,
    /// For each tie.
    pub(super) runs: Vec<Run>,
    /// For each piece, its slot.
    pub(super) boxes: Vec<usize>,
    /// Whether the last row's order is given.
    pub(super) ends: bool,
}

impl Rows {
    pub(super) fn of(draft: &Draft, ranks: &Ranks) -> Self {
        let count = ranks.rank.iter().max().map_or(1, |rank| 2 * rank + 1);
        let mut rows = Self {
            // A line between two boxes of the last row turns below it.
            rows: vec![Vec::new(); count + 1],
            cells: Vec::new(),
            slots: Vec::new(),
            links: Vec::new(),
            runs: Vec::new(),
            boxes: vec![0; draft.pieces.len()],
            ends: draft.pieces.iter().any(|piece| piece.role == Role::End),
        };
        let lanes = rows.boxes_and_lanes(draft, ranks);
        let mut trunks = BTreeMap::new();
        for (at, tie) in draft.ties.iter().enumerate() {
            let run = rows.run(at, tie, ranks, lanes[at], &mut trunks);
            rows.runs.push(run);
        }
        rows
    }

    /// Makes the cells of the boxes, each with what stands beside it and the lanes of its lines that go up.
    fn boxes_and_lanes(&mut self, draft: &Draft, ranks: &Ranks) -> Vec<Option<usize>> {
        let mut lanes = vec![None; draft.ties.len()];
        for main in visiting_order(draft) {
            if ranks.host[main].is_some() {
                continue;
            }
            let beside = |side| ranks.host.iter().position(|host| *host == Some((main, side)));
            let [left, right] = [Side::Left, Side::Right].map(beside);
            let cell = self.cell(2 * ranks.rank[main], BETWEEN_BOXES);
            let half = |piece: usize| draft.pieces[piece].size.width / 2;
            self.boxes[main] = self.slot(cell, What::Box(main), 0, half(main) * 2);
            for (side, piece) in [(Side::Left, left), (Side::Right, right)] {
                let Some(piece) = piece else { continue };
                let apart = half(main) + level_gap(draft, main, piece) + half(piece);
                let aside = if side == Side::Left { -apart } else { apart };
                self.boxes[piece] = self.slot(cell, What::Box(piece), aside, half(piece) * 2);
            }
            for (at, tie) in draft.ties.iter().enumerate() {
                let goes_up = ranks.rank[tie.to] < ranks.rank[tie.from];
                // On the side of what it leads to, unless something stands there.
                let wanted = ranks.host[tie.to].map_or(Side::Right, |(_, side)| side);
                let free = |side: &Side| if *side == Side::Left { left } else { right }.is_none();
                let side = match tie.from {
                    from if from == main => [wanted, wanted.other()].into_iter().find(free),
                    from if Some(from) == right => Some(Side::Right),
                    from if Some(from) == left => Some(Side::Left),
                    _ => None,
                };
                if let Some(side) = side.filter(|_| goes_up) {
                    let Cell { left, right, .. } = self.cells[cell];
                    let aside = if side == Side::Left { -left - LANE } else { right + LANE };
                    lanes[at] = Some(self.slot(cell, What::Bend, aside, 0));
                }
            }
        }
        lanes
    }

    fn cell(&mut self, row: usize, gap: i32) -> usize {
        self.cells.push(Cell { row, slots: Vec::new(), left: 0, right: 0, gap, spine: false });
        self.rows[row].push(self.cells.len() - 1);
        self.cells.len() - 1
    }

    fn slot(&mut self, cell: usize, what: What, aside: i32, width: i32) -> usize {
        let at = self.slots.len();
        self.slots.push(Slot { what, cell, aside });
        let cell = &mut self.cells[cell];
        cell.left = cell.left.max(width / 2 - aside);
        cell.right = cell.right.max(width / 2 + aside);
        let before = cell.slots.iter().take_while(|slot| self.slots[**slot].aside < aside).count();
        cell.slots.insert(before, at);
        at
    }

    /// A slot of its own.
    fn single(&mut self, row: usize, what: What, width: i32) -> usize {
        let gap = if what == What::Bend { BETWEEN_BENDS } else { BETWEEN_LABELS };
        let cell = self.cell(row, gap);
        self.slot(cell, what, 0, width)
    }

    fn run(
        &mut self,
        at: usize,
        tie: &Tie,
        ranks: &Ranks,
        lane: Option<usize>,
        trunks: &mut BTreeMap<(usize, usize, bool), usize>,
    ) -> Run {
        let (from, to) = (self.boxes[tie.from], self.boxes[tie.to]);
        if let Some(side) = level(tie, ranks) {
            return Run::Level(side);
        }
        let (start, end) = (2 * ranks.rank[tie.from], 2 * ranks.rank[tie.to]);
        let up = end < start;
        let label =
            self.single(if up { start - 1 } else { start + 1 }, What::Label(at), tie.label.width);
        let mut slots = vec![label];
        // Lines to the same box become one as soon as they can.
        let passed: Vec<usize> =
            if up { (end + 1..start - 1).rev().collect() } else { (start + 2..end).collect() };
        for row in passed {
            let known = trunks.get(&(tie.to, row, up)).copied();
            let bend = known.unwrap_or_else(|| self.single(row, What::Bend, 0));
            trunks.insert((tie.to, row, up), bend);
            slots.push(bend);
        }
        let whole: Vec<usize> = if up {
            lane.into_iter().chain(slots.iter().copied()).chain([to]).collect()
        } else if start == end {
            // Both ends are above the label.
            vec![from, label]
        } else {
            [from].into_iter().chain(slots.iter().copied()).chain([to]).collect()
        };
        for slot in whole.iter().filter(|_| tie.spine) {
            let Slot { cell, aside, .. } = self.slots[*slot];
            self.cells[cell].spine |= aside == 0;
        }
        for pair in whole.windows(2) {
            let (upper, lower) = if up { (pair[1], pair[0]) } else { (pair[0], pair[1]) };
            let weight = self.weight(tie, pair[0], pair[1], up);
            self.links.push(Link { upper, lower, weight });
        }
        if up { Run::Up(lane, slots) } else { Run::Down(slots) }
    }

    /// How straight a line wants to be from one slot to the next: most where it only passes. Where it must give way, it
    /// does so at its lower end.
    fn weight(&self, tie: &Tie, from: usize, to: usize, up: bool) -> i64 {
        let what = |slot: usize| self.slots[slot].what;
        match (what(from), what(to)) {
            (_, What::Box(_)) => 2 * tie.weight + i64::from(up),
            (What::Box(_), _) => 2 * tie.weight + i64::from(!up),
            // From its lane.
            (What::Bend, What::Label(_)) => 2 * tie.weight,
            (What::Label(_) | What::Bend, What::Label(_) | What::Bend) => {
                2 * tie.weight.max(PASSING) + 2
            }
        }
    }

    /// The slots of a row from left to right.
    pub(super) fn slots_of(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        self.rows[row].iter().flat_map(|cell| self.cells[*cell].slots.iter().copied())
    }
}

/// The side on which a tie leaves for the neighbour it leads to.
fn level(tie: &Tie, ranks: &Ranks) -> Option<Side> {
    match (ranks.host[tie.from], ranks.host[tie.to]) {
        (_, Some((host, side))) if host == tie.from => Some(side),
        (Some((host, side)), _) if host == tie.to => Some(side.other()),
        _ => None,
    }
}

/// The room between a box and the one beside it, for the labels of the lines between them.
fn level_gap(draft: &Draft, main: usize, beside: usize) -> i32 {
    let between =
        |tie: &&Tie| (tie.from, tie.to) == (main, beside) || (tie.from, tie.to) == (beside, main);
    let label = draft.ties.iter().filter(between).map(|tie| tie.label.width).max();
    label.unwrap_or_default() + BESIDE_LABEL
}

/// The pieces in the order in which a talk can meet them, then the others.
fn visiting_order(draft: &Draft) -> Vec<usize> {
    let mut seen = vec![false; draft.pieces.len()];
    let mut order = Vec::new();
    // Endings keep the order of the list.
    let listed = |at: &usize| draft.pieces[*at].role == Role::End;
    for start in std::iter::once(draft.first).chain(0..draft.pieces.len()) {
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if listed(&at) || std::mem::replace(&mut seen[at], true) {
                continue;
            }
            order.push(at);
            open.extend(draft.ties.iter().filter(|tie| tie.from == at).map(|tie| tie.to).rev());
        }
    }
    order.extend((0..draft.pieces.len()).filter(listed));
    order
}
