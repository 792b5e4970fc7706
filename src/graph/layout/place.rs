//! Says where each cell is from left to right: as near to what it is tied to as its neighbours allow.

use std::collections::BTreeMap;

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
    }
    for column in columns(rows, &middles) {
        straighten(rows, &column, &mut middles);
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
        let (wanted, weight) = match median(pulls) {
            _ if rows.cells[*cell].spine => (0, SPINE),
            Some(pull) => pull,
            None => (i64::from(middles[*cell]), 1),
        };
        let mut block = Block { weight, pulled: (wanted - offset) * weight, cells: 1 };
        while let Some(before) = blocks.pop_if(|before| before.at() >= block.at()) {
            block.weight += before.weight;
            block.pulled += before.pulled;
            block.cells += before.cells;
        }
        blocks.push(block);
    }
    let mut cells = rows.rows[row].iter();
    let (mut offset, mut before) = (0_i64, None);
    for block in &blocks {
        for cell in cells.by_ref().take(block.cells) {
            offset += before.map_or(0, |before| i64::from(apart(rows, before, *cell)));
            before = Some(*cell);
            middles[*cell] = i32::try_from(block.at() + offset).unwrap_or(i32::MAX / 2);
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

/// Makes a column straight where one of its cells already stands, if the neighbours of all leave room there.
fn straighten(rows: &Rows, column: &[usize], middles: &mut [i32]) {
    // A column's cells are in their order, so they can be searched.
    let ours = |cell: &&usize| column.binary_search(cell).is_ok();
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
    let pinned = column.iter().any(|cell| rows.cells[*cell].spine);
    let mut standing: BTreeMap<i32, usize> = BTreeMap::new();
    for cell in column.iter().filter(|cell| !pinned || rows.cells[**cell].spine) {
        *standing.entry(middles[*cell]).or_default() += 1;
    }
    // Where most of it stands already.
    let wanted = standing.range(least..=most.max(least)).max_by_key(|(_, count)| **count);
    if let Some(x) = wanted.map(|(x, _)| *x).filter(|x| *x <= most) {
        for cell in column {
            middles[*cell] = x;
        }
    }
}

struct Block {
    weight: i64,
    pulled: i64,
    cells: usize,
}

impl Block {
    fn at(&self) -> i64 {
        // To the nearest, or blocks would creep to the left.
        (2 * self.pulled + self.weight).div_euclid(2 * self.weight)
    }
}

/// The point that has half of all weight on either side, and all weight.
fn median(mut pulls: Vec<(i64, i64)>) -> Option<(i64, i64)> {
    pulls.sort_unstable();
    let all: i64 = pulls.iter().map(|(_, weight)| weight).sum();
    let mut below = 0;
    let middle = pulls.iter().find(|(_, weight)| {
        below += weight;
        below * 2 >= all
    })?;
    Some((middle.0, all))
}
