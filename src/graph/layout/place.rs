//! Says where each cell is from left to right: as near to what it is tied to as its neighbours allow.

use crate::graph::layout::rows::Rows;

/// How often all rows are pulled straight.
const ROUNDS: usize = 12;

/// How much a cell of the spine stays in the middle: more than all that pulls at it.
const SPINE: i64 = 1 << 32;

/// A line that is this little askew looks like a mistake.
const ASKEW: i32 = 12;

/// Which neighbours pull.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pull {
    Above,
    Below,
    Both,
}

/// The middle of every slot, from 0 at the far left of everything.
pub(super) fn across(rows: &Rows) -> Vec<i32> {
    let mut middles = packed(rows);
    let ties = ties(rows);
    for _ in 0..ROUNDS {
        for row in 0..rows.rows.len() {
            pull(rows, row, &ties, &mut middles, Pull::Above);
        }
        for row in (0..rows.rows.len()).rev() {
            pull(rows, row, &ties, &mut middles, Pull::Below);
        }
    }
    for _ in 0..ROUNDS {
        for row in 0..rows.rows.len() {
            pull(rows, row, &ties, &mut middles, Pull::Both);
        }
        for column in columns(rows, &middles) {
            shift(rows, &column, &ties, &mut middles);
        }
    }
    let left = (0..rows.cells.len()).map(|at| middles[at] - rows.cells[at].left).min();
    let left = left.unwrap_or_default();
    rows.slots.iter().map(|slot| middles[slot.cell] + slot.aside - left).collect()
}

/// Every row packed together around 0.
fn packed(rows: &Rows) -> Vec<i32> {
    let mut middles = vec![0; rows.cells.len()];
    for row in &rows.rows {
        let mut x = 0;
        for (at, cell) in row.iter().enumerate() {
            x += if at == 0 { 0 } else { apart(rows, row[at - 1], *cell) };
            middles[*cell] = x;
        }
        for cell in row {
            middles[*cell] -= x / 2;
        }
    }
    middles
}

/// How far apart the middles of two neighbours are at least.
fn apart(rows: &Rows, left: usize, right: usize) -> i32 {
    let (left, right) = (&rows.cells[left], &rows.cells[right]);
    left.right + left.gap.max(right.gap) + right.left
}

/// For each cell, what pulls it: from above or not, the other slot, the own slot's place in the cell, and how much.
fn ties(rows: &Rows) -> Vec<Vec<(bool, usize, i32, i64)>> {
    let mut ties = vec![Vec::new(); rows.cells.len()];
    for link in &rows.links {
        let (upper, lower) = (rows.slots[link.upper], rows.slots[link.lower]);
        ties[lower.cell].push((true, link.upper, lower.aside, link.weight));
        ties[upper.cell].push((false, link.lower, upper.aside, link.weight));
    }
    ties
}

/// Moves the cells of a row to where they are pulled, without changing their order.
fn pull(
    rows: &Rows,
    row: usize,
    ties: &[Vec<(bool, usize, i32, i64)>],
    middles: &mut [i32],
    from: Pull,
) {
    // Neighbours that would overlap form a block, which stands where its members want it on the whole.
    let mut blocks: Vec<Block> = Vec::new();
    let mut offset = 0_i64;
    for (at, cell) in rows.rows[row].iter().enumerate() {
        if at > 0 {
            offset += i64::from(apart(rows, rows.rows[row][at - 1], *cell));
        }
        let pulls: Vec<(i64, i64)> = ties[*cell]
            .iter()
            .filter(|(above, ..)| match from {
                Pull::Above => *above,
                Pull::Below => !above,
                Pull::Both => true,
            })
            .map(|(_, slot, aside, weight)| {
                let slot = rows.slots[*slot];
                (i64::from(middles[slot.cell] + slot.aside - aside), *weight)
            })
            .collect();
        let here = i64::from(middles[*cell]);
        let weight = pulls.iter().map(|(_, weight)| weight).sum();
        let (wanted, weight) = match median(pulls) {
            _ if rows.cells[*cell].spine => (0, SPINE),
            // Where it could be in several places as well, it stays: else it would wander with each round.
            Some((least, most)) => (here.clamp(least, most), weight),
            None => (here, 1),
        };
        let mut block = Block { pulls: vec![(wanted - offset, weight)], at: wanted - offset };
        while let Some(before) = blocks.pop_if(|before| before.at >= block.at) {
            block = before.with(block);
        }
        blocks.push(block);
    }
    let mut cells = rows.rows[row].iter();
    let (mut offset, mut before) = (0_i64, None);
    for block in &blocks {
        for cell in cells.by_ref().take(block.pulls.len()) {
            offset += before.map_or(0, |before| i64::from(apart(rows, before, *cell)));
            before = Some(*cell);
            middles[*cell] = i32::try_from(block.at + offset).unwrap_or(i32::MAX / 2);
        }
    }
}

/// Cells that hang together by lines that are straight or almost so.
fn columns(rows: &Rows, middles: &[i32]) -> Vec<Vec<usize>> {
    let mut column: Vec<usize> = (0..rows.cells.len()).collect();
    for link in &rows.links {
        let (upper, lower) = (rows.slots[link.upper], rows.slots[link.lower]);
        let askew = (middles[upper.cell] - middles[lower.cell]).abs();
        if (upper.aside, lower.aside) == (0, 0) && askew <= ASKEW {
            let (one, other) = (head(&mut column, upper.cell), head(&mut column, lower.cell));
            column[one.max(other)] = one.min(other);
        }
    }
    let mut columns = vec![Vec::new(); rows.cells.len()];
    for cell in 0..column.len() {
        columns[head(&mut column, cell)].push(cell);
    }
    columns.retain(|cells| cells.len() > 1);
    columns
}

/// The first cell of the column that a cell is in, found by going from each to an earlier one.
fn head(column: &mut [usize], cell: usize) -> usize {
    let mut at = cell;
    while column[at] != at {
        column[at] = column[column[at]];
        at = column[at];
    }
    at
}

/// Makes a column straight and moves it as a whole to where its ends are pulled, as far as the neighbours of all its
/// cells leave room. One cell after the other would not get there, since each holds the next.
fn shift(
    rows: &Rows,
    column: &[usize],
    ties: &[Vec<(bool, usize, i32, i64)>],
    middles: &mut [i32],
) {
    // A column's cells are in their order, so they can be searched.
    let ours = |cell: &usize| column.binary_search(cell).is_ok();
    let free = column.iter().map(|cell| {
        let row = &rows.rows[rows.cells[*cell].row];
        let at = row.iter().position(|other| other == cell).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| row.get(at)).filter(|other| !ours(other));
        let after = row.get(at + 1).filter(|other| !ours(other));
        let least = before.map_or(i32::MIN, |other| middles[*other] + apart(rows, *other, *cell));
        let most = after.map_or(i32::MAX, |other| middles[*other] - apart(rows, *cell, *other));
        (least, most)
    });
    let (least, most) = free.fold((i32::MIN, i32::MAX), |(least, most), (left, right)| {
        (least.max(left), most.min(right))
    });
    if least > most {
        return;
    }
    let pulls: Vec<(i64, i64)> = column
        .iter()
        .flat_map(|cell| &ties[*cell])
        .filter(|(_, slot, ..)| !ours(&rows.slots[*slot].cell))
        .map(|(_, slot, aside, weight)| {
            let slot = rows.slots[*slot];
            (i64::from(middles[slot.cell] + slot.aside - aside), *weight)
        })
        .collect();
    let here = i64::from(middles[column[column.len() / 2]]);
    let wanted = match median(pulls) {
        _ if column.iter().any(|cell| rows.cells[*cell].spine) => 0,
        Some((least, most)) => here.clamp(least, most),
        None => here,
    };
    let wanted = i32::try_from(wanted).unwrap_or_default().clamp(least, most);
    for cell in column {
        middles[*cell] = wanted;
    }
}

/// Neighbours that touch, and where the first of them would be if it were the only one, as each of them is pulled.
struct Block {
    pulls: Vec<(i64, i64)>,
    at: i64,
}

impl Block {
    fn with(mut self, next: Self) -> Self {
        self.pulls.extend(next.pulls);
        let (least, most) = median(self.pulls.clone()).unwrap_or((self.at, self.at));
        Self { at: (least + most).div_euclid(2), ..self }
    }
}

/// The places that have half of all weight on either side. Unlike the mean, a heavy line keeps others from bending it.
fn median(mut pulls: Vec<(i64, i64)>) -> Option<(i64, i64)> {
    pulls.sort_unstable();
    let all: i64 = pulls.iter().map(|(_, weight)| weight).sum();
    let mut below = 0;
    for (at, (place, weight)) in pulls.iter().enumerate() {
        below += weight;
        if below * 2 > all {
            return Some((*place, *place));
        }
        if below * 2 == all {
            return Some((*place, pulls.get(at + 1).map_or(*place, |(next, _)| *next)));
        }
    }
    None
}
