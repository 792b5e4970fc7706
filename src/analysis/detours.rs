//! Whether erring first can pay: random talks against the same talks less one slip.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::analysis::fate::Fold;
use crate::analysis::onward::By;
use crate::analysis::space::{Space, index};
use crate::assess::{Reference, Share};
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::session::key_of;

/// A talk as the ways that it takes, each with its situation.
type Walk = Vec<(u32, usize)>;

/// A slip that pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detour {
    /// Where, and what is said.
    pub said: (BeatIdx, ChoiceIdx),
    /// The skill that gains most by it.
    pub skill: Skill,
    /// What the skill scores with it, 0..=100.
    pub with: Share,
    /// What it scores in the same talk with the key there.
    pub without: Share,
}

impl Detour {
    fn pays(&self) -> Share {
        self.with - self.without
    }
}

impl Space<'_> {
    /// Slips without which the same talk scores less, among so many random talks from this seed; of each the talk in
    /// which it pays most, and those that pay most first.
    ///
    /// The other talk gives the same answers with the key in place of the slip; only talks that come through the same
    /// main beats to the same ending are compared.
    pub fn paying_detours(&self, reference: &Reference, talks: u32, seed: u64) -> Vec<Detour> {
        let weights = Vec::new();
        let folds = Skill::ALL.map(|skill| Fold::of(self, &weights, skill, reference));
        let mut draws = ChaCha8Rng::seed_from_u64(seed);
        let mut found: Vec<Detour> = Vec::new();
        for _ in 0..talks {
            let Some(detour) = self.detour(&folds, &mut draws) else { continue };
            let same = |known: &&mut Detour| known.said == detour.said;
            match found.iter_mut().find(same) {
                Some(known) if known.pays() >= detour.pays() => {}
                Some(known) => *known = detour,
                None => found.push(detour),
            }
        }
        found.sort_by_key(|detour| (std::cmp::Reverse(detour.pays()), detour.said));
        found
    }

    /// A random talk, if one of its slips, drawn too, pays.
    fn detour(&self, folds: &[Fold<'_>; 3], draws: &mut ChaCha8Rng) -> Option<Detour> {
        let erring = self.random_walk(draws);
        let slips: Vec<usize> = (0..erring.len()).filter(|n| self.is_main(erring[*n].0)).collect();
        let slip = *slips.get(below(draws, slips.len())?)?;
        let better = self.without(&erring, slip)?;
        let said = self.said(erring[slip])?;
        let of_skill = |skill: Skill| {
            let score = |walk: &Walk| score(self, &folds[skill as usize], walk);
            Detour { said, skill, with: score(&erring), without: score(&better) }
        };
        let most = Skill::ALL.into_iter().map(of_skill).max_by_key(Detour::pays)?;
        (most.pays() > Share::ZERO).then_some(most)
    }

    fn random_walk(&self, draws: &mut ChaCha8Rng) -> Walk {
        let mut walk = Vec::new();
        let mut at = 0;
        while let Some(n) = below(draws, self.ways[index(at)].len()) {
            walk.push((at, n));
            at = self.ways[index(at)][n].to;
        }
        walk
    }

    /// The same answers with the key in place of one; nothing where the talk then takes another way.
    fn without(&self, erring: &Walk, slip: usize) -> Option<Walk> {
        let (slip_at, _) = erring[slip];
        let slip_beat = self.beat(slip_at)?;
        let mut left: Vec<(usize, u32, By)> =
            erring.iter().enumerate().map(|(n, step)| (n, step.0, self.by(*step))).collect();
        let mut walk: Walk = Vec::new();
        let mut at = 0;
        while !self.ways[index(at)].is_empty() {
            // A second chance may come twice, each time after another beat: it is answered as it was there.
            let same = left.iter().position(|(_, there, _)| self.same_place(*there, at))?;
            let (n, _, said) = left.remove(same);
            let by = if n == slip {
                By::Choice(key_of(self.scenario.beat(slip_beat), &self.states[index(at)]))
            } else {
                said
            };
            let way = self.ways[index(at)].iter().position(|way| way.by == by)?;
            walk.push((at, way));
            at = self.ways[index(at)][way].to;
        }
        let mains = |walk: &Walk| -> Vec<_> {
            let mains = walk.iter().filter(|(at, _)| self.is_main(*at));
            mains.map(|(at, _)| self.beat(*at)).collect()
        };
        let same = self.ending(self.end(&walk)) == self.ending(self.end(erring));
        (same && mains(&walk) == mains(erring)).then_some(walk)
    }

    /// Whether two situations are of the same beat, and for a second chance entered from the same one.
    fn same_place(&self, a: u32, b: u32) -> bool {
        let (a, b) = (&self.states[index(a)], &self.states[index(b)]);
        a.at == b.at && a.origin == b.origin
    }

    fn is_main(&self, at: u32) -> bool {
        self.beat(at).is_some_and(|beat| !self.scenario.beat(beat).is_second_chance())
    }

    fn by(&self, (at, n): (u32, usize)) -> By {
        self.ways[index(at)][n].by
    }

    fn said(&self, step: (u32, usize)) -> Option<(BeatIdx, ChoiceIdx)> {
        match (self.beat(step.0), self.by(step)) {
            (Some(beat), By::Choice(choice)) => Some((beat, choice)),
            _ => None,
        }
    }

    fn end(&self, walk: &Walk) -> u32 {
        walk.last().map_or(0, |(at, n)| self.ways[index(*at)][*n].to)
    }
}

fn score(space: &Space<'_>, fold: &Fold<'_>, walk: &Walk) -> Share {
    let end = walk.iter().fold(Fold::start(), |standing, (_, n)| fold.after(&standing, *n));
    space.ending(end.at).map_or(Share::ZERO, |ending| fold.score(&end, ending))
}

/// A whole number below `n`, or nothing below none.
fn below(draws: &mut ChaCha8Rng, n: usize) -> Option<usize> {
    let n = u32::try_from(n).ok().filter(|n| *n > 0)?;
    usize::try_from(draws.next_u32() % n).ok()
}
