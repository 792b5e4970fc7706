//! A layered layout: boxes in rows by how far into the talk they are, lines that pass between boxes and never through
//! one, and room for what stands beside each line.
//!
//! The steps are those of Sugiyama, each in its file: [`rank`] finds the rows, [`rows`] fills them, [`order`] brings
//! them in an order with few crossings, [`place`] says where each is from left to right and [`height`] from top to
//! bottom, and [`trace`] draws the lines.
//! Everything is a whole number, and the same draft always gives the same layout.

mod height;
mod order;
mod place;
mod rank;
mod rows;
mod trace;

use rows::Rows;

/// A width and a height, in units of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// A box in the picture, in its units from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

impl Rect {
    /// Its right edge.
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// Half-way across.
    pub fn middle(self) -> i32 {
        self.x + self.width / 2
    }

    /// Half-way down.
    pub fn centre(self) -> i32 {
        self.y + self.height / 2
    }

    /// Whether the two have a point in common, or less than `gap` between them.
    pub(super) fn near(self, other: Self, gap: i32) -> bool {
        self.x < other.right() + gap
            && other.x < self.right() + gap
            && self.y < other.bottom() + gap
            && other.y < self.bottom() + gap
    }
}

/// Where a box belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// In the row that follows from the ways that lead to it.
    Flow,
    /// Beside the box that a way leads to it from, where there is room.
    Beside,
    /// Just above what it leads to.
    Above,
    /// In the last row, in the order of the list.
    End,
}

/// A box to be placed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) size: Size,
    pub(super) role: Role,
    /// Pieces of one group fill rows of their own.
    pub(super) group: Option<usize>,
}

/// A line to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The room for what stands beside it.
    pub(super) label: Size,
    /// Where the talk must have come from for this way to be open; empty if that does not matter.
    pub(super) after: Vec<usize>,
    /// How much it wants to be straight.
    pub(super) weight: i64,
    /// Whether it is part of the line down the picture that everything else is beside.
    pub(super) spine: bool,
}

/// What is to be laid out.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) pieces: Vec<Piece>,
    pub(super) ties: Vec<Tie>,
    /// The piece that everything begins at.
    pub(super) first: usize,
    /// How many groups there are.
    pub(super) groups: usize,
}

/// A stretch of a line, in the picture's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Begins here.
    From(i32, i32),
    /// Straight to here.
    To(i32, i32),
    /// A curve to the last point, leaving towards the first and arriving from the second.
    Curve([(i32, i32); 3]),
}

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) size: Size,
    /// For each piece.
    pub(super) boxes: Vec<Rect>,
    /// For each tie, the room for its label.
    pub(super) labels: Vec<Rect>,
    /// For each tie.
    pub(super) lines: Vec<Vec<Stroke>>,
    /// For each group; an empty one has no height.
    pub(super) bands: Vec<Rect>,
}

/// On which side of its host a second chance is put first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Lays out a draft. Second chances are tried on either side, and the side with fewer crossings is kept, then the one
/// that takes less room.
pub(super) fn arrange(draft: &Draft) -> Layout {
    let [right, left] = [Side::Right, Side::Left].map(|side| {
        let ranks = rank::ranks(draft, side);
        let mut rows = Rows::of(draft, &ranks);
        let crossings = order::settle(&mut rows);
        let across = place::across(&rows);
        let layout = trace::layout(draft, &rows, &across);
        ((crossings, layout.size.width), layout)
    });
    if left.0 < right.0 { left.1 } else { right.1 }
}
