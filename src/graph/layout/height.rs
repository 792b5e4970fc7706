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
    let begins = group_rows(draft, rows);
    let mut y = 0;
    for row in 0..rows.rows.len() {
        let tall = rows.slots_of(row).map(|slot| match rows.slots[slot].what {
            What::Box(piece) => draft.pieces[piece].size.height,
            What::Label(tie) => draft.ties[tie].label.height,
            What::Bend => 0,
        });
        let tall = tall.max().unwrap_or_default().max(level_height(draft, rows, row));
        if row > 0 && tall + lines_into(rows, row) > 0 {
            let gap = if row % 2 == 1 { ABOVE_LABELS } else { BELOW_LABELS };
            y +=
                gap + (widest(rows, across, row) / SLOPE).min(SLOPE_MAX) + room_to_enter(rows, row);
        }
        if begins.iter().any(|rows| rows.is_some_and(|(first, _)| first == row)) {
            y += GROUP_NAME;
        }
        heights.top.push(y);
        y += tall;
        heights.bottom.push(y);
        if begins.iter().any(|rows| rows.is_some_and(|(_, last)| last == row)) {
            y += GROUP_AROUND;
        }
    }
    heights
}

/// The height of the labels on level lines in a row; between two boxes there may be a line each way.
fn level_height(draft: &Draft, rows: &Rows, row: usize) -> i32 {
    let in_row = |slot: usize| rows.cells[rows.slots[slot].cell].row == row;
    let level = rows
        .runs
        .iter()
        .zip(&draft.ties)
        .filter(|(run, tie)| matches!(run, Run::Level(_)) && in_row(rows.boxes[tie.from]));
    let heights = level.map(|(_, tie)| {
        let back = |other: &&Tie| (other.from, other.to) == (tie.to, tie.from);
        let back = draft.ties.iter().find(back).map(|back| back.label.height.max(tie.label.height));
        back.map_or(tie.label.height, |height| 2 * height + LEVEL_GAP)
    });
    heights.max().unwrap_or_default()
}

fn lines_into(rows: &Rows, row: usize) -> i32 {
    i32::from(rows.slots_of(row).next().is_some())
}

/// Above a row that a line leaves upwards for a box, for its arrowhead.
fn room_to_enter(rows: &Rows, row: usize) -> i32 {
    let enters = |run: &Run| match run {
        Run::Up(_, slots) => {
            slots.last().is_some_and(|slot| rows.cells[rows.slots[*slot].cell].row == row)
        }
        Run::Level(_) | Run::Down(_) => false,
    };
    if rows.runs.iter().any(enters) { BELOW_LABELS } else { 0 }
}

/// How far the widest line into a row goes across.
fn widest(rows: &Rows, across: &[i32], row: usize) -> i32 {
    let into = rows.links.iter().filter(|link| rows.cells[rows.slots[link.lower].cell].row == row);
    into.map(|link| (across[link.upper] - across[link.lower]).abs()).max().unwrap_or_default()
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
