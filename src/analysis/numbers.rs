//! The number of every situation that was met, in the order of meeting.

use crate::session::State;

/// The situations met, and a table in which each is found again.
///
/// The table is an open one: where a situation would stand by its hash, or else at the next free place, there are its
/// number and the upper half of its hash.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) states: Vec<State>,
    table: Vec<Option<Entry>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u32,
    number: u32,
}

impl Numbers {
    /// The number of a situation, new or known.
    pub(super) fn of(&mut self, state: State) -> u32 {
        if self.states.len() * 2 >= self.table.len() {
            self.grow();
        }
        let hash = hash(&state);
        let mut at = self.place(hash);
        while let Some(entry) = self.table[at] {
            if entry.hash == upper(hash) && self.states[entry.number as usize] == state {
                return entry.number;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
        let number = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        self.table[at] = Some(Entry { hash: upper(hash), number });
        self.states.push(state);
        number
    }

    /// The number of a situation, if it was met.
    pub(super) fn find(&self, state: &State) -> Option<u32> {
        let hash = hash(state);
        let mut at = self.place(hash);
        while let Some(entry) = *self.table.get(at)? {
            if entry.hash == upper(hash) && self.states[entry.number as usize] == *state {
                return Some(entry.number);
            }
            at = (at + 1) & (self.table.len() - 1);
        }
        None
    }

    fn grow(&mut self) {
        let length = (self.table.len() * 4).max(1024);
        self.table = vec![None; length];
        for (number, state) in (0..).zip(&self.states) {
            let hash = hash(state);
            let mut at = self.place(hash);
            while self.table[at].is_some() {
                at = (at + 1) & (length - 1);
            }
            self.table[at] = Some(Entry { hash: upper(hash), number });
        }
    }

    /// Where a situation of this hash would stand; the table's length is a power of two.
    fn place(&self, hash: u64) -> usize {
        usize::try_from(hash & u64::from(u32::MAX)).unwrap_or_default()
            & self.table.len().saturating_sub(1)
    }
}

fn upper(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

/// Every word times a large odd number of its own, then mixed so that each bit depends on all above it.
fn hash(state: &State) -> u64 {
    const ODD: [u64; 6] = [
        0x9E37_79B9_7F4A_7C15,
        0xC2B2_AE3D_27D4_EB4F,
        0x1656_67B1_9E37_79F9,
        0x8572_F6E5_A3B1_9C3D,
        0x27D4_EB2F_1656_67C5,
        0xD6E8_FEB8_6659_FD93,
    ];
    let products = state.words().into_iter().zip(ODD).map(|(word, odd)| word.wrapping_mul(odd));
    let mut hash = products.fold(0, |all: u64, one| all.rotate_left(11) ^ one);
    hash = (hash ^ (hash >> 32)).wrapping_mul(ODD[0]);
    hash ^ (hash >> 29)
}
