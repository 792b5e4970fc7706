//! The score per skill: the share of the met opportunity that was taken.
//!
//! The formula, its reasons and its limits are in the project's scoring guide, section 3.2:
//! losses are weighted by what a decision offers, a second chance mends or deepens the loss it belongs to,
//! and a talk that broke off forfeits what it would have offered.

use num_rational::Ratio;

use crate::assess::Reference;
use crate::rubric::{Critical, Indicator, Level, Rating, Skill};
use crate::scenario::{Beat, Choice, ChoiceIdx};
use crate::session::{Session, State, Turn, sayable};

/// An exact number of half steps.
pub type Share = Ratio<i64>;

/// What one skill showed in one talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The skill.
    pub skill: Skill,
    /// 0..=100, rounded half up.
    pub points: u8,
    /// The exact value that was rounded, 0..=100.
    pub exact: Share,
    /// How many decisions of the talk could show the skill.
    pub observations: u32,
    /// The level, if there were enough observations to speak of one.
    pub level: Option<Level>,
}

/// What a whole talk showed. There is no total, on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// One score a skill, in the order of [`Skill::ALL`].
    pub scores: [Score; 3],
    /// The critical errors, each once, in the order in which they happened.
    pub critical: Vec<Critical>,
    /// At how many main decisions something was lost.
    pub slips: u32,
    /// How many of these a second chance mended.
    pub mended: u32,
}

impl Scorecard {
    /// The score of a skill.
    pub fn score(&self, skill: Skill) -> &Score {
        &self.scores[skill as usize]
    }
}

/// Scores a talk; one that is not over is scored as far as it went, with nothing forfeited.
pub fn scorecard(talk: &Session, reference: &Reference) -> Scorecard {
    let critical = critical_errors(talk);
    let scores = Skill::ALL.map(|skill| score(talk, reference, skill, &critical));
    let slips = talk.turns().iter().filter(|turn| is_slip(talk, turn)).count();
    let mended = talk.turns().iter().filter(|turn| mends_a_slip(talk, turn)).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Scorecard { scores, critical, slips: count(slips), mended: count(mended) }
}

fn score(talk: &Session, reference: &Reference, skill: Skill, critical: &[Critical]) -> Score {
    let Met { loss, available, observations } = met(talk, skill);
    let exact = share_taken(loss, available, reference.available[skill as usize], is_early(talk));
    let points = rounded(exact);
    let spoiled = critical.iter().any(|error| error.skill() == skill);
    Score { skill, points, exact, observations, level: Level::of(points, observations, spoiled) }
}

/// What a skill met in a talk.
struct Met {
    /// What was lost, with what second chances did to it.
    loss: Share,
    /// What was offered, in half steps.
    available: i32,
    /// At how many decisions.
    observations: u32,
}

fn met(talk: &Session, skill: Skill) -> Met {
    let main =
        talk.turns().iter().enumerate().filter(|(_, turn)| !beat(talk, turn).is_second_chance());
    let mut met = Met { loss: Share::ZERO, available: 0, observations: 0 };
    for (at, turn) in main {
        let (beat, before) = (beat(talk, turn), &turn.before);
        let range = decision_range(beat, before, skill);
        met.available += range;
        met.observations += u32::from(range > 0);
        met.loss += Share::from(i64::from(decision_loss(beat, before, turn.choice, skill)))
            * factor(talk, at);
    }
    met
}

/// What a talk adds to the long run of a skill: opportunities, and what was taken of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// What was taken, in half steps, 0..=`available`.
    pub earned: Share,
    /// What was met, in half steps; with what an early end forfeited.
    pub available: Share,
    /// At how many decisions.
    pub observations: u32,
}

/// What a talk adds to the long run, a skill each, in the order of [`Skill::ALL`].
pub fn taken(talk: &Session, reference: &Reference) -> [Taken; 3] {
    Skill::ALL.map(|skill| {
        let Met { loss, available, observations } = met(talk, skill);
        let offered = reference.available[skill as usize];
        let forfeit = if is_early(talk) { forfeited(available, offered) } else { Share::ZERO };
        let available = Share::from(i64::from(available));
        let earned = (available - loss).max(Share::ZERO);
        Taken { earned, available: available + forfeit, observations }
    })
}

fn is_early(talk: &Session) -> bool {
    talk.ending().is_some_and(|ending| ending.early)
}

/// 100 × max(0, 1 − (loss + forfeit) / max(available, floor)), all in half steps.
///
/// `floor` is three quarters of what the reference route offers; an early end forfeits what it fell short of that.
/// A skill that nothing could show counts as fully taken.
pub(crate) fn share_taken(loss: Share, available: i32, reference: i32, early: bool) -> Share {
    let forfeit = if early { forfeited(available, reference) } else { Share::ZERO };
    let offered = Share::from(i64::from(available)).max(floor(reference));
    if offered == Share::ZERO {
        return Share::from(100);
    }
    Share::from(100) * (Share::ONE - (loss + forfeit) / offered).max(Share::ZERO)
}

/// Three quarters of what the reference route offers: what a talk is measured against at least.
fn floor(reference: i32) -> Share {
    Share::new(3 * i64::from(reference), 4)
}

/// What an early end fell short of that.
fn forfeited(available: i32, reference: i32) -> Share {
    (floor(reference) - Share::from(i64::from(available))).max(Share::ZERO)
}

/// Half up, as scores are printed.
fn rounded(exact: Share) -> u8 {
    u8::try_from((exact + Share::new(1, 2)).floor().to_integer()).unwrap_or(100)
}

/// The product of all that second chances did to the loss of the turn at this place.
fn factor(talk: &Session, at: usize) -> Share {
    let mends = talk.turns().iter().filter(|turn| turn.mends == Some(at));
    mends
        .map(|turn| mend_factor(beat(talk, turn), &turn.before, turn.choice))
        .fold(Share::ONE, |all, one| all * one)
}

fn beat<'t>(talk: &'t Session, turn: &Turn) -> &'t Beat {
    talk.scenario().beat(turn.beat)
}

/// The sum of a choice's ratings on the indicators of a skill, in half steps.
fn shown(beat: &Beat, choice: &Choice, skill: Skill) -> i32 {
    let rated = beat.rates.iter().zip(&choice.ratings);
    rated
        .filter(|(indicator, _)| indicator.skill() == skill)
        .map(|(_, rating)| rating.half_steps())
        .sum()
}

/// What a decision offers a skill in a state: the best choice that can be said less the worst, in half steps; 0 where
/// it cannot show the skill.
pub fn decision_range(beat: &Beat, before: &State, skill: Skill) -> i32 {
    let (worst, best) = ends(sayable(beat, before).map(|(_, choice)| shown(beat, choice, skill)));
    best - worst
}

/// What a choice lost of that, in half steps.
pub fn decision_loss(beat: &Beat, before: &State, choice: ChoiceIdx, skill: Skill) -> i32 {
    let (_, best) = ends(sayable(beat, before).map(|(_, choice)| shown(beat, choice, skill)));
    best - shown(beat, &beat.choices[choice.at()], skill)
}

/// What an answer at a second chance multiplies the mended loss by: 1/2 for the best, 3/2 for the worst.
pub fn mend_factor(beat: &Beat, before: &State, choice: ChoiceIdx) -> Share {
    Share::new(3, 2) - mending(beat, before, choice)
}

/// How well a second chance was used: 0 for the worst answer, 1 for the best, over all its indicators.
fn mending(beat: &Beat, before: &State, choice: ChoiceIdx) -> Share {
    let total =
        |choice: &Choice| -> i32 { choice.ratings.iter().copied().map(Rating::half_steps).sum() };
    let (worst, best) = ends(sayable(beat, before).map(|(_, choice)| total(choice)));
    if best == worst {
        return Share::new(1, 2);
    }
    Share::new(i64::from(total(&beat.choices[choice.at()]) - worst), i64::from(best - worst))
}

fn ends(values: impl Iterator<Item = i32>) -> (i32, i32) {
    let both = values.map(|value| (value, value));
    both.reduce(|(low, high), (a, b)| (low.min(a), high.max(b))).unwrap_or_default()
}

fn lost_something(talk: &Session, turn: &Turn) -> bool {
    let loss = |skill: &Skill| decision_loss(beat(talk, turn), &turn.before, turn.choice, *skill);
    Skill::ALL.iter().any(|skill| loss(skill) > 0)
}

fn is_slip(talk: &Session, turn: &Turn) -> bool {
    !beat(talk, turn).is_second_chance() && lost_something(talk, turn)
}

/// A slip is mended when its second chance wins back at least a quarter of what was lost.
fn mends_a_slip(talk: &Session, turn: &Turn) -> bool {
    let mended = turn.mends.map(|at| &talk.turns()[at]);
    mended.is_some_and(|slip| is_slip(talk, slip))
        && mend_factor(beat(talk, turn), &turn.before, turn.choice) <= Share::new(3, 4)
}

fn critical_errors(talk: &Session) -> Vec<Critical> {
    let chosen =
        talk.turns().iter().filter_map(|turn| beat(talk, turn).choices[turn.choice.at()].critical);
    let ended = talk.ending().and_then(|ending| ending.critical);
    let mut found = Vec::new();
    for error in chosen.chain(ended) {
        if !found.contains(&error) {
            found.push(error);
        }
    }
    found
}

/// Each indicator's rating at one turn.
pub(crate) fn ratings_at(talk: &Session, turn: &Turn) -> Vec<(Indicator, Rating)> {
    let beat = beat(talk, turn);
    beat.rates.iter().copied().zip(beat.choices[turn.choice.at()].ratings.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_of_what_was_offered() {
        let check = |loss: i64, available, reference, early, expected: Share| {
            assert_eq!(
                share_taken(Share::from(loss), available, reference, early),
                expected,
                "{loss} of {available}"
            );
        };
        check(0, 20, 20, false, Share::from(100));
        check(5, 20, 20, false, Share::from(75));
        check(30, 20, 20, false, Share::ZERO);
        // A talk that offered little is measured against three quarters of the reference route.
        check(3, 3, 20, false, Share::from(80));
        // Breaking off forfeits the rest: 15 - 3 = 12 lost.
        check(0, 3, 20, true, Share::from(20));
        check(0, 0, 0, false, Share::from(100));
    }

    #[test]
    fn scores_round_half_up() {
        for (exact, points) in [
            (Share::new(149, 2), 75),
            (Share::new(1489, 20), 74),
            (Share::from(100), 100),
            (Share::ZERO, 0),
        ] {
            assert_eq!(rounded(exact), points, "{exact}");
        }
    }
}
