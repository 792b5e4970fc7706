//! Chance: the order in which choices are shown, and every other draw. A function of seed, place and visit, kept nowhere.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::scenario::{BeatIdx, Chance, ChanceIdx, ChoiceIdx};

/// What an attempt's chance is drawn from. The same seed gives the same draws on every machine and version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seed(pub u64);

/// The places of `len` choices in the order in which they are shown.
///
/// Fisher and Yates's shuffle over a `ChaCha8` stream keyed by (seed, beat, visit); golden vectors in the tests pin it.
pub fn shown_order(seed: Seed, beat: BeatIdx, visit: u32, len: usize) -> Vec<ChoiceIdx> {
    let mut draws = draws(seed, beat.0, visit, Purpose::Order);
    let len = u16::try_from(len).unwrap_or(u16::MAX);
    let mut order: Vec<ChoiceIdx> = (0..len).map(ChoiceIdx).collect();
    for last in (1..len).rev() {
        let other = below(&mut draws, u32::from(last) + 1);
        order.swap(usize::from(last), other);
    }
    order
}

/// The outcome of a draw of chance, the `visit`th time that this seed comes to it.
pub fn drawn_outcome(seed: Seed, at: ChanceIdx, visit: u32, chance: &Chance) -> u16 {
    let drawn =
        below(&mut draws(seed, at.0.into(), visit, Purpose::Outcome), chance.total().max(1));
    chance.outcome(u32::try_from(drawn).unwrap_or_default())
}

/// Which of `len` texts chance picks for a line of a beat, or of a reply there.
pub(super) fn drawn_text(seed: Seed, beat: BeatIdx, visit: u32, line: u16, len: usize) -> usize {
    let len = u32::try_from(len).unwrap_or(1).max(1);
    below(&mut draws(seed, beat.0, visit, Purpose::Text(line)), len)
}

/// What a draw is for: draws for different purposes do not follow from one another.
enum Purpose {
    Order,
    Outcome,
    /// A text, by its line.
    Text(u16),
}

fn draws(seed: Seed, place: u32, visit: u32, purpose: Purpose) -> ChaCha8Rng {
    let mut key = [0_u8; 32];
    key[..8].copy_from_slice(&seed.0.to_le_bytes());
    // A place has two bytes here, and two more behind all else for one that needs them.
    let place = place.to_le_bytes();
    key[8..10].copy_from_slice(&place[..2]);
    key[17..19].copy_from_slice(&place[2..]);
    key[10..14].copy_from_slice(&visit.to_le_bytes());
    let (kind, line) = match purpose {
        Purpose::Order => (0, 0),
        Purpose::Outcome => (1, 0),
        Purpose::Text(line) => (2, line),
    };
    key[14] = kind;
    key[15..17].copy_from_slice(&line.to_le_bytes());
    ChaCha8Rng::from_seed(key)
}

/// A whole number below `n`, each equally likely: draws that would favour the small ones are thrown away.
fn below(draws: &mut ChaCha8Rng, n: u32) -> usize {
    let fair = u32::MAX - u32::MAX % n;
    loop {
        let draw = draws.next_u32();
        if draw < fair {
            return usize::try_from(draw % n).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(seed: u64, beat: u32, visit: u32, len: usize) -> Vec<u16> {
        shown_order(Seed(seed), BeatIdx(beat), visit, len)
            .into_iter()
            .map(|choice| choice.0)
            .collect()
    }

    /// Computed once by another implementation and written down. A change here would show old attempts in another order: do not change it.
    #[test]
    fn the_draws_are_pinned() {
        let golden: &[(u64, u32, u32, usize, &[u16])] = &[
            (0, 0, 0, 4, &[3, 1, 0, 2]),
            (7, 0, 0, 4, &[0, 2, 1, 3]),
            (7, 1, 0, 4, &[0, 2, 3, 1]),
            (7, 0, 1, 4, &[1, 2, 0, 3]),
            (u64::MAX, 65535, 9, 3, &[1, 2, 0]),
            (42, 3, 0, 9, &[4, 0, 3, 1, 2, 6, 8, 5, 7]),
            (1, 0, 0, 1, &[0]),
            (0, 65536, 0, 4, &[2, 1, 3, 0]),
        ];
        for (seed, beat, visit, len, expected) in golden {
            assert_eq!(order(*seed, *beat, *visit, *len), *expected, "{seed} {beat} {visit} {len}");
        }
    }

    /// As above: these draws are pinned too.
    #[test]
    fn chance_and_texts_are_pinned() {
        let back = crate::scenario::Target::Back;
        let chance = Chance { outcomes: vec![(3, back), (1, back)] };
        let outcomes: Vec<u16> =
            (0..16).map(|seed| drawn_outcome(Seed(seed), ChanceIdx(0), 0, &chance)).collect();
        let texts: Vec<usize> =
            (0..16).map(|seed| drawn_text(Seed(seed), BeatIdx(1), 0, 2, 3)).collect();
        assert_eq!(outcomes, PINNED_OUTCOMES);
        assert_eq!(texts, PINNED_TEXTS);
        let many =
            (0..4000).filter(|seed| drawn_outcome(Seed(*seed), ChanceIdx(7), 1, &chance) == 1);
        // Expected 1000; six standard deviations are 164.
        assert!((836..1164).contains(&many.count()));
    }

    const PINNED_OUTCOMES: [u16; 16] = [1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    const PINNED_TEXTS: [usize; 16] = [1, 0, 2, 0, 1, 0, 2, 1, 1, 0, 1, 0, 2, 1, 0, 2];

    #[test]
    fn every_order_is_as_likely_as_any_other() {
        let mut counts = std::collections::BTreeMap::new();
        for seed in 0..24_000 {
            *counts.entry(order(seed, 2, 0, 4)).or_insert(0_i64) += 1;
        }
        assert_eq!(counts.len(), 24);
        // Expected 1000 each; six standard deviations are 186.
        assert!(counts.values().all(|count| (count - 1000).abs() < 186), "{counts:?}");
    }
}
