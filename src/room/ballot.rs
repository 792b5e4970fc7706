//! Hands and cards counted into the pad: what was counted, taken back and compared, with no trace of whose hand it was.

use crate::scenario::{BeatIdx, ChoiceIdx};

/// Which of a beat's two votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// Before anybody has talked.
    First,
    /// After the talk in pairs.
    Second,
}

/// The votes of one round, by the letters of the options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<u16>,
    /// Every count before a change, the latest last, so that each key can be taken back.
    before: Vec<Vec<u16>>,
}

/// How the votes counted compare with the people in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// So many have not voted, which is theirs to decide.
    Short(u16),
    /// Everybody has.
    Exact,
    /// So many votes too many: something was miscounted.
    Over(u16),
}

impl Tally {
    /// No votes for any of `options` options.
    pub fn empty(options: usize) -> Self {
        Self { counts: vec![0; options], before: Vec::new() }
    }

    /// The votes of each option, in the order of the letters.
    pub fn counts(&self) -> &[u16] {
        &self.counts
    }

    /// All votes.
    pub fn total(&self) -> u16 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// How the votes compare with a group of so many.
    pub fn sum(&self, group: u16) -> Sum {
        let total = self.total();
        match group.checked_sub(total) {
            Some(0) => Sum::Exact,
            Some(missing) => Sum::Short(missing),
            None => Sum::Over(total - group),
        }
    }

    /// Sets the votes of an option; whether there is such an option.
    pub(super) fn set(&mut self, option: usize, votes: u16) -> bool {
        let Some(count) = self.counts.get(option).copied() else { return false };
        if count != votes {
            self.before.push(self.counts.clone());
            self.counts[option] = votes;
        }
        true
    }

    /// Takes the latest change back; whether there was one.
    pub(super) fn undo(&mut self) -> bool {
        self.before.pop().map(|counts| self.counts = counts).is_some()
    }
}

/// Both votes at one decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Where.
    pub beat: BeatIdx,
    /// The options by their letters, A first: fixed from the first time they are shown.
    pub options: Vec<ChoiceIdx>,
    /// The vote before the talk.
    pub first: Tally,
    /// The vote after it.
    pub second: Tally,
}

impl Ballot {
    /// A ballot on which nothing was counted yet.
    pub fn new(beat: BeatIdx, options: Vec<ChoiceIdx>) -> Self {
        let empty = Tally::empty(options.len());
        Self { beat, options, first: empty.clone(), second: empty }
    }

    /// The votes of a round.
    pub fn round(&self, round: Round) -> &Tally {
        match round {
            Round::First => &self.first,
            Round::Second => &self.second,
        }
    }

    pub(super) fn round_mut(&mut self, round: Round) -> &mut Tally {
        match round {
            Round::First => &mut self.first,
            Round::Second => &mut self.second,
        }
    }

    /// What the room decided: most votes in the latest vote. A tie goes to the option that had more votes in the first
    /// vote, and then to the earlier letter. `None` where nobody voted.
    pub fn majority(&self) -> Option<ChoiceIdx> {
        let deciding = if self.second.total() > 0 { &self.second } else { &self.first };
        if deciding.total() == 0 {
            return None;
        }
        let votes = |at: &usize| (deciding.counts[*at], self.first.counts[*at]);
        let most = (0..self.options.len()).max_by_key(|at| (votes(at), std::cmp::Reverse(*at)))?;
        Some(self.options[most])
    }

    /// Whether the latest vote was tied at the top, so that the rule decided.
    pub fn is_tied(&self) -> bool {
        let deciding = if self.second.total() > 0 { &self.second } else { &self.first };
        let most = deciding.counts.iter().max().copied().unwrap_or_default();
        most > 0 && deciding.counts.iter().filter(|count| **count == most).count() > 1
    }

    /// The share of the first vote for an option, as votes out of all.
    pub fn first_share(&self, choice: ChoiceIdx) -> (u16, u16) {
        let at = self.options.iter().position(|option| *option == choice);
        (at.map_or(0, |at| self.first.counts[at]), self.first.total())
    }

    /// The same of the second vote.
    pub fn second_share(&self, choice: ChoiceIdx) -> (u16, u16) {
        let at = self.options.iter().position(|option| *option == choice);
        (at.map_or(0, |at| self.second.counts[at]), self.second.total())
    }

    /// How far the votes moved between the rounds, as an exact fraction of the room: 0 is nobody, 1 everybody.
    /// `None` without both votes.
    pub fn shift(&self) -> Option<(u64, u64)> {
        let (first, second) = (u64::from(self.first.total()), u64::from(self.second.total()));
        if first == 0 || second == 0 {
            return None;
        }
        let moved = self.first.counts.iter().zip(&self.second.counts);
        let moved = moved
            .map(|(one, two)| (u64::from(*two) * first).abs_diff(u64::from(*one) * second))
            .sum();
        Some((moved, 2 * first * second))
    }

    /// How widely the first vote was split, as an exact fraction: the chance that two votes drawn from it differ.
    /// `None` without a first vote.
    pub fn split(&self) -> Option<(u64, u64)> {
        let total = u64::from(self.first.total());
        let alike: u64 =
            self.first.counts.iter().map(|count| u64::from(*count) * u64::from(*count)).sum();
        (total > 0).then(|| (total * total - alike, total * total))
    }
}

/// What to do after the first vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Fewer than 30 in 100 found the best reply: give a cue, then let them talk.
    CueThenTalk,
    /// 30 to 70 in 100: let them talk, and vote again.
    Talk,
    /// More than 70 in 100: a short explanation is enough.
    Explain,
}

impl Advice {
    /// By the share of the first vote that the best reply had, as votes out of all; `None` where nobody voted.
    pub fn of((best, all): (u16, u16)) -> Option<Self> {
        let (best, all) = (u32::from(best) * 100, u32::from(all));
        match all {
            0 => None,
            _ if best < 30 * all => Some(Self::CueThenTalk),
            _ if best <= 70 * all => Some(Self::Talk),
            _ => Some(Self::Explain),
        }
    }

    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::CueThenTalk => "cue",
            Self::Talk => "talk",
            Self::Explain => "explain",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballot(first: &[u16], second: &[u16]) -> Ballot {
        let options = (0..).map(ChoiceIdx).take(first.len()).collect();
        let mut ballot = Ballot::new(BeatIdx(0), options);
        for (round, votes) in [(Round::First, first), (Round::Second, second)] {
            for (at, votes) in votes.iter().enumerate() {
                ballot.round_mut(round).set(at, *votes);
            }
        }
        ballot
    }

    #[test]
    fn the_latest_vote_decides_and_ties_go_by_the_rule() {
        for (first, second, majority, tied) in [
            (&[5, 2, 1][..], &[0, 0, 0][..], Some(0), false),
            (&[5, 2, 1], &[2, 6, 0], Some(1), false),
            (&[1, 3, 4], &[4, 4, 0], Some(1), true),
            (&[3, 3, 0], &[4, 4, 0], Some(0), true),
            (&[0, 2, 2], &[0, 0, 0], Some(1), true),
            (&[0, 0, 0], &[0, 0, 0], None, false),
        ] {
            let ballot = ballot(first, second);
            assert_eq!(ballot.majority(), majority.map(ChoiceIdx), "{first:?} {second:?}");
            assert_eq!(ballot.is_tied(), tied, "{first:?} {second:?}");
        }
    }

    #[test]
    fn advice_goes_by_the_share_of_the_best_reply() {
        for (best, all, advice) in [
            (0, 0, None),
            (29, 100, Some(Advice::CueThenTalk)),
            (3, 10, Some(Advice::Talk)),
            (7, 10, Some(Advice::Talk)),
            (71, 100, Some(Advice::Explain)),
            (8, 8, Some(Advice::Explain)),
        ] {
            assert_eq!(Advice::of((best, all)), advice, "{best} of {all}");
        }
    }

    #[test]
    fn shift_and_split_are_exact() {
        assert_eq!(ballot(&[4, 4], &[8, 0]).shift(), Some((64, 128)));
        assert_eq!(ballot(&[4, 4], &[0, 0]).shift(), None);
        assert_eq!(ballot(&[4, 4], &[0, 0]).split(), Some((32, 64)));
        assert_eq!(ballot(&[8, 0], &[0, 0]).split(), Some((0, 64)));
    }

    #[test]
    fn every_change_can_be_taken_back_and_the_sum_is_checked() {
        let mut tally = Tally::empty(3);
        assert!(tally.set(0, 4) && tally.set(2, 5) && !tally.set(3, 1));
        assert_eq!(
            (tally.sum(10), tally.sum(9), tally.sum(8)),
            (Sum::Short(1), Sum::Exact, Sum::Over(1))
        );
        assert!(tally.undo() && tally.counts() == [4, 0, 0]);
        assert!(tally.undo() && !tally.undo() && tally.total() == 0);
    }
}
