//! The situations of a place, which differ in their gauges alone: rows of bits, and how a step carries whole rows.

use smallvec::SmallVec;

use crate::analysis::ahead::GAUGES;
use crate::analysis::crowd::{Branch, VALUES};
use crate::scenario::Gauges;

/// The situations of a place: every value of every gauge that matters there. The last such gauge lies along the rows.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) shape: Shape,
    /// In each row, a bit for every value that a talk comes with.
    pub(super) met: Vec<u16>,
    /// Those from which it was not gone on yet.
    pub(super) fresh: Vec<u16>,
    /// Whether there are any, so that the place waits for its turn.
    pub(super) waits: bool,
}

/// By how many places of a grid each gauge moves a situation; 0 for those that do not matter. A row has 16 places.
pub(super) type Shape = [usize; GAUGES];

pub(super) const ROW: usize = 16;

impl Grid {
    pub(super) fn of(matter: [bool; GAUGES]) -> Self {
        let mut shape = [0; GAUGES];
        let mut stride = 1;
        for (step, _) in shape.iter_mut().zip(matter).rev().filter(|(_, matters)| *matters) {
            *step = stride;
            stride *= if stride == 1 { ROW } else { VALUES };
        }
        let rows = (stride / ROW).max(1);
        Self { shape, met: vec![0; rows], fresh: vec![0; rows], waits: false }
    }

    /// Talks come to some cells of a row, counted from this one: those to which none came before.
    pub(super) fn meet(&mut self, from: usize, come: u16) -> u16 {
        let (row, come) = (from / ROW, come << (from % ROW));
        let new = come & !self.met[row];
        self.fresh[row] |= new;
        self.met[row] |= new;
        new
    }

    pub(super) fn has(&self, cell: usize) -> bool {
        self.met[cell / ROW] >> (cell % ROW) & 1 == 1
    }
}

/// The cell of a grid of this shape in which these gauges stand.
pub(super) fn cell(shape: Shape, gauges: Gauges) -> usize {
    let Gauges { anger, trust, own: [a, b, c, d] } = gauges;
    let values = [anger, trust, a, b, c, d];
    shape.iter().zip(values).map(|(step, value)| step * usize::from(value)).sum()
}

/// How a branch takes situations from the grid of one place to that of another.
pub(super) struct Carrying {
    /// The gauges across the rows.
    across: SmallVec<[Across; 3]>,
    /// Whose branch it is, along the rows.
    whose: u16,
    /// What every value along the rows adds to the cell that is come to.
    adds: [usize; VALUES],
    /// How it moves the values along them, where they still matter.
    shift: Option<Shift>,
}

/// A gauge of which every value has rows of its own.
struct Across {
    whose: u16,
    /// By how many rows its next value is further on.
    step: usize,
    /// What every value adds to the cell that is come to.
    adds: [usize; VALUES],
}

/// A gauge that moves by so much and is kept within limits, which is all that moves can come to together.
#[derive(Debug, Clone, Copy)]
struct Shift {
    by: i8,
    least: u8,
    most: u8,
}

impl Shift {
    fn of(becomes: &[u8; VALUES]) -> Self {
        let (least, most) = (becomes[0], becomes[VALUES - 1]);
        // Where it rises, it has not come to a limit.
        let rises = (0..).zip(becomes.windows(2)).find(|(_, pair)| pair[0] < pair[1]);
        let by = rises.map_or(0, |(value, pair)| pair[0].cast_signed() - value);
        Self { by, least, most }
    }

    /// The row of values after the move.
    fn moved(self, row: u16) -> u16 {
        let by = u32::from(self.by.unsigned_abs());
        let row = u32::from(row) << VALUES;
        // What falls below 0 stays in the lower half.
        let moved = if self.by < 0 { row >> by } else { row << by };
        let (least, most) = (VALUES + usize::from(self.least), VALUES + usize::from(self.most));
        let below = moved & ((1 << least) - 1);
        let above = moved >> (most + 1);
        let within = (moved >> least << least) & ((2 << most) - 1);
        let kept = within | u32::from(below != 0) << least | u32::from(above != 0) << most;
        u16::try_from(kept >> VALUES).unwrap_or_default()
    }
}

impl Carrying {
    pub(super) fn of(branch: &Branch, from: Shape, to: Shape) -> Self {
        let adds = |gauge: usize| branch.becomes[gauge].map(|value| to[gauge] * usize::from(value));
        let across = (0..GAUGES).filter(|gauge| from[*gauge] > 1).map(|gauge| Across {
            whose: branch.whose[gauge],
            step: from[gauge] / ROW,
            adds: adds(gauge),
        });
        let along = from.iter().position(|step| *step == 1);
        let matters = along.filter(|along| to[*along] == 1);
        Self {
            across: across.collect(),
            whose: along.map_or(1, |along| branch.whose[along]),
            adds: along.map_or([0; VALUES], adds),
            shift: matters.map(|along| Shift::of(&branch.becomes[along])),
        }
    }

    /// Calls `each` with every row of situations whose branch it is, and with what their cells start from there.
    pub(super) fn rows(&self, rows: &[u16], each: &mut impl FnMut(usize, u16, usize)) {
        Self::rows_across(&self.across, 0, 0, &mut |row, base| {
            let met = rows[row] & self.whose;
            if met != 0 {
                each(row, met, base);
            }
        });
    }

    fn rows_across(
        across: &[Across],
        row: usize,
        base: usize,
        each: &mut impl FnMut(usize, usize),
    ) {
        match across {
            [] => each(row, base),
            // Most rows are gone through here, one after the other.
            [last] => {
                for value in values(last.whose) {
                    each(row + value * last.step, base + last.adds[value]);
                }
            }
            [first, rest @ ..] => {
                for value in values(first.whose) {
                    let (row, base) = (row + value * first.step, base + first.adds[value]);
                    Self::rows_across(rest, row, base, each);
                }
            }
        }
    }

    /// The values along a row once they were carried, counted from where its cells start there.
    pub(super) fn moved(&self, met: u16) -> u16 {
        self.shift.map_or(1, |shift| shift.moved(met))
    }

    /// What a value along the row adds to the cell that is come to.
    pub(super) fn add(&self, value: usize) -> usize {
        self.adds[value]
    }
}

/// The places of the bits that are set.
pub(super) fn values(mut bits: u16) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let value = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        value
    })
}
