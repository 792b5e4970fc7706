//! Brings the cells of each row into an order in which few lines cross.

use std::collections::BTreeMap;

use crate::graph::layout::rows::{Link, Rows};

/// How often the rows are swept, down and up.
const SWEEPS: usize = 12;

/// With more slots than this, neighbours are not tried the other way round: nobody could follow the lines anyway.
const SWAPPED_MAX: usize = 3000;

/// Orders all rows and says how many crossings are left.
pub(super) fn settle(rows: &mut Rows) -> usize {
    let links = by_row(rows);
    let mut places = places(rows);
    let mut best = (crossings(&links, &places), rows.rows.clone());
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        let count = rows.rows.len();
        for step in 1..count {
            let row = if down { step } else { count - 1 - step };
            sort(rows, row, if down { &links[row - 1] } else { &links[row] }, down, &places);
            number(rows, row, &mut places);
        }
        if rows.slots.len() <= SWAPPED_MAX {
            swap(rows, &links, &mut places);
        }
        let now = crossings(&links, &places);
        if now < best.0 {
            best = (now, rows.rows.clone());
        }
    }
    rows.rows = best.1;
    best.0
}

/// The links that leave each row downwards.
fn by_row(rows: &Rows) -> Vec<Vec<Link>> {
    let mut links = vec![Vec::new(); rows.rows.len()];
    for link in &rows.links {
        links[rows.cells[rows.slots[link.upper].cell].row].push(*link);
    }
    links
}

/// Whether a row's order is not ours to change.
fn fixed(rows: &Rows, row: usize) -> bool {
    // The last row is an empty one below the last boxes.
    rows.ends && row + 2 >= rows.rows.len()
}

/// The place of every slot in its row.
fn places(rows: &Rows) -> Vec<i64> {
    let mut places = vec![0; rows.slots.len()];
    for row in 0..rows.rows.len() {
        number(rows, row, &mut places);
    }
    places
}

fn number(rows: &Rows, row: usize, places: &mut [i64]) {
    for (place, slot) in (0..).zip(rows.slots_of(row)) {
        places[slot] = place;
    }
}

/// Sorts a row by where its lines come from, or where they go; what has none stays where it is.
fn sort(rows: &mut Rows, row: usize, links: &[Link], down: bool, places: &[i64]) {
    if fixed(rows, row) {
        return;
    }
    let mut sums: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
    for link in links {
        let (here, there) = if down { (link.lower, link.upper) } else { (link.upper, link.lower) };
        let sum = sums.entry(rows.slots[here].cell).or_default();
        *sum = (sum.0 + places[there] * 1000, sum.1 + 1);
    }
    let width = i64::try_from(rows.rows[row].len()).unwrap_or(i64::MAX).max(1);
    let other = links.iter().map(|link| places[if down { link.upper } else { link.lower }]).max();
    let mut keyed: Vec<(i64, usize)> = Vec::new();
    for (at, cell) in (0..).zip(&rows.rows[row]) {
        let (sum, count) = sums.get(cell).copied().unwrap_or_default();
        let stay = at * 1000 * (other.unwrap_or_default() + 1) / width;
        keyed.push((if count == 0 { stay } else { sum / count }, *cell));
    }
    keyed.sort_by_key(|(key, _)| *key);
    rows.rows[row] = keyed.into_iter().map(|(_, cell)| cell).collect();
}

/// Exchanges neighbours as long as that removes a crossing.
fn swap(rows: &mut Rows, links: &[Vec<Link>], places: &mut [i64]) {
    for _ in 0..4 {
        let mut better = false;
        for row in (0..rows.rows.len()).filter(|row| !fixed(rows, *row)).collect::<Vec<_>>() {
            let above = row.checked_sub(1).map_or(&[][..], |above| &links[above]);
            let mut now = between(above, places) + between(&links[row], places);
            for at in 1..rows.rows[row].len() {
                rows.rows[row].swap(at - 1, at);
                number(rows, row, places);
                let swapped = between(above, places) + between(&links[row], places);
                if swapped < now {
                    (now, better) = (swapped, true);
                } else {
                    rows.rows[row].swap(at - 1, at);
                    number(rows, row, places);
                }
            }
        }
        if !better {
            return;
        }
    }
}

fn crossings(links: &[Vec<Link>], places: &[i64]) -> usize {
    links.iter().map(|links| between(links, places)).sum()
}

/// How many pairs of these lines cross.
fn between(links: &[Link], places: &[i64]) -> usize {
    let mut ends: Vec<(i64, i64)> =
        links.iter().map(|link| (places[link.upper], places[link.lower])).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut found = 0;
    for (at, (upper, lower)) in ends.iter().enumerate() {
        found += ends[..at].iter().filter(|(u, l)| u < upper && l > lower).count();
    }
    found
}
