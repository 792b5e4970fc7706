//! How high each row is, and how far below the one before.

use crate::graph::layout::rows::{Rows, Run, What};
use crate::graph::layout::{Draft, Rect, Tie};

/// Between a row of boxes and the labels below it, and between labels and the boxes below, for the arrowheads.
const ABOVE_LABELS: i32 = 12;
const BELOW_LABELS: i32 = 30;
/// A line that goes far across gets more height, or it would lie flat: this much of the way, up to the limit.
const SLOPE: i32 = 12;
const SLOPE_MAX: i32 = 34;
/// Above the first row of a group, for its name.
const GROUP_NAME: i32 = 40;
/// Around the rows of a group.
const GROUP_AROUND: i32 = 14;
/// Between the labels of two level lines.
pub(super) const LEVEL_GAP: i32 = 8;

/// What the rows came to.
pub(super) struct Heights {
    pub(super) top: Vec<i32>,
    pub(super) bottom: Vec<i32>,
}

pub(super) fn heights(draft: &Draft, rows: &Rows, across: &[i32]) -> Heights {
    let mut heights = Heights { top: Vec::new(), bottom: Vec::new() };
    let groups = group_rows(draft, rows);
    let above = room_above(draft, rows, across);
    let level = level_heights(draft, rows);
    let mut y = 0;
    for row in 0..rows.rows.len() {
        let tall = rows.slots_of(row).map(|slot| match rows.slots[slot].what {
            What::Box(piece) => draft.pieces[piece].size.height,
            What::Label(tie) => draft.ties[tie].label.height,
            What::Bend => 0,
        });
        let tall = tall.max().unwrap_or_default().max(level[row]);
        y += above[row];
        if groups.iter().any(|rows| rows.is_some_and(|(first, _)| first == row)) {
            y += GROUP_NAME;
        }
        heights.top.push(y);
        y += tall;
        heights.bottom.push(y);
        if groups.iter().any(|rows| rows.is_some_and(|(_, last)| last == row)) {
            y += GROUP_AROUND;
        }
    }
    heights
}

/// Above each row, the room for the lines into it.
fn room_above(draft: &Draft, rows: &Rows, across: &[i32]) -> Vec<i32> {
    let row = |slot: usize| rows.cells[rows.slots[slot].cell].row;
    let gap = |row: usize| match rows.rows[row].is_empty() {
        _ if row == 0 => 0,
        true => 0,
        false if row % 2 == 1 => ABOVE_LABELS,
        false => BELOW_LABELS,
    };
    let mut slopes = vec![0; rows.rows.len()];
    for link in &rows.links {
        let slope = (across[link.upper] - across[link.lower]).abs() / SLOPE;
        let steepest = &mut slopes[row(link.lower)];
        *steepest = slope.min(SLOPE_MAX).max(*steepest);
    }
    // A line that enters the box above needs room for its arrowhead.
    let mut entering = vec![0; rows.rows.len()];
    for (run, tie) in rows.runs.iter().zip(&draft.ties) {
        let last = match run {
            Run::Up(_, slots) => slots.last(),
            Run::Down(slots) if row(rows.boxes[tie.from]) == row(rows.boxes[tie.to]) => {
                slots.first()
            }
            Run::Down(_) | Run::Level(_) => None,
        };
        if let Some(slot) = last {
            entering[row(*slot)] = BELOW_LABELS;
        }
    }
    (0..rows.rows.len()).map(|row| gap(row) + slopes[row] + entering[row]).collect()
}

/// The height of the labels on level lines in each row; between two boxes there may be a line each way.
fn level_heights(draft: &Draft, rows: &Rows) -> Vec<i32> {
    let mut heights = vec![0; rows.rows.len()];
    for (run, tie) in rows.runs.iter().zip(&draft.ties) {
        if !matches!(run, Run::Level(_)) {
            continue;
        }
        let back = |other: &&Tie| (other.from, other.to) == (tie.to, tie.from);
        let back = draft.ties.iter().find(back).map(|back| back.label.height.max(tie.label.height));
        let height = back.map_or(tie.label.height, |height| 2 * height + LEVEL_GAP);
        let tallest = &mut heights[rows.cells[rows.slots[rows.boxes[tie.from]].cell].row];
        *tallest = height.max(*tallest);
    }
    heights
}

/// The first and last row of each group.
fn group_rows(draft: &Draft, rows: &Rows) -> Vec<Option<(usize, usize)>> {
    let mut found: Vec<Option<(usize, usize)>> = vec![None; draft.groups];
    for (piece, slot) in draft.pieces.iter().zip(&rows.boxes) {
        let row = rows.cells[rows.slots[*slot].cell].row;
        if let Some(group) = piece.group {
            let (first, last) = found[group].unwrap_or((row, row));
            found[group] = Some((first.min(row), last.max(row)));
        }
    }
    found
}

pub(super) fn bands(draft: &Draft, rows: &Rows, heights: &Heights, width: i32) -> Vec<Rect> {
    let band = |rows: Option<(usize, usize)>| match rows {
        None => Rect::default(),
        Some((first, last)) => {
            let y = heights.top[first] - GROUP_NAME;
            Rect { x: 0, y, width, height: heights.bottom[last] + GROUP_AROUND - y }
        }
    };
    group_rows(draft, rows).into_iter().map(band).collect()
}
