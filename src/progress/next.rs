//! What to practise next, and why, in one line. Scoring guide, section 3.7.

use std::cmp::{Ordering, Reverse};

use crate::assess::Share;
use crate::lang::Localized;
use crate::progress::{Day, Due, Known, Run, Says, Standing};
use crate::rubric::{Indicator, Skill};

/// What to practise next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The scenario's id.
    pub scenario: String,
    /// Its name.
    pub title: Localized,
    /// Why this one.
    pub reason: Reason,
    /// How many points its main skill is expected to come to, 0..=100.
    pub predicted: u8,
    /// Whether to read two talks of it aloud before, one that goes well and one that nearly does.
    pub with_example: bool,
}

/// Why something is to be practised next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was practised yet.
    First,
    /// The last talk was hard going, so an easier one.
    Easier(Skill),
    /// The last talk was hard going, and there is none that is easier.
    NoEasier(Skill),
    /// It takes up, in another scene or in the same, what was practised so many days ago.
    Due {
        /// What was practised.
        title: Localized,
        /// How many days ago.
        days: Day,
        /// Whether this is another scene.
        sibling: bool,
    },
    /// This was only rated so many times.
    Few(Indicator, u32),
    /// The last two talks went well, so a harder one.
    Harder(Skill),
    /// The skill is the one that most can be gained in.
    Weakest(Skill),
    /// It is neither too easy nor too hard for where the skill stands.
    WithinReach(Skill),
    /// Something can be gained in the skill.
    Gain(Skill),
    /// It is new.
    New,
    /// It keeps up what is there.
    KeepUp(Skill),
}

impl Reason {
    /// The name on the wire, and the end of its words' key.
    pub fn code(&self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Easier(_) => "easier",
            Self::NoEasier(_) => "no-easier",
            Self::Due { .. } => "due",
            Self::Few(..) => "few",
            Self::Harder(_) => "harder",
            Self::Weakest(_) => "weakest",
            Self::WithinReach(_) => "within-reach",
            Self::Gain(_) => "gain",
            Self::New => "new",
            Self::KeepUp(_) => "keep-up",
        }
    }
}

/// What the estimate is aimed at, in points, and how many of them weigh as much as one thing more to be said for a
/// scenario.
const AIM: i64 = 75;
const POINTS_EACH: i64 = 25;
/// After two talks of so many points one step up; after one of fewer than so many one step down.
const WELL: u8 = 85;
const HARD_GOING: u8 = 45;
/// What a talk aims at, in points of its main skill: neither sure nor out of reach.
const WITHIN_REACH: [i64; 2] = [60, 80];
/// What one step of difficulty is taken to cost, in points: a judgement, until talks of many people can be counted.
const STEP_COST: i64 = 8;
/// Fewer ratings of an indicator than this are few.
const FEW: u32 = 6;

/// The scenario with the highest priority; of equals the easier one, then the one whose id comes first.
pub(super) fn next(runs: &[&Run], known: &[Known], due: &[Due], today: Day) -> Option<Next> {
    let desk = Desk { runs, known, due, today, step: step(runs, known) };
    let rank = |known: &Known| (Reverse(desk.priority(known)), known.difficulty);
    let best = known.iter().min_by(|a, b| (rank(a), &a.id).cmp(&(rank(b), &b.id)))?;
    let predicted = (desk.predicted(best) + Share::new(1, 2)).floor().to_integer();
    Some(Next {
        scenario: best.id.clone(),
        title: best.title.clone(),
        reason: desk.reason(best),
        predicted: u8::try_from(predicted).unwrap_or(100),
        with_example: matches!(desk.step, Some((_, Going::Down(_)))),
    })
}

/// Which way the next difficulty goes from the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Going {
    Down(Skill),
    Level,
    Up(Skill),
}

/// The difficulty that comes next, and which way it goes; nothing before the first talk.
fn step(runs: &[&Run], known: &[Known]) -> Option<(u8, Going)> {
    let of = |run: &Run| known.iter().find(|known| known.id == run.scenario);
    let points = |run: &Run| {
        let skill = of(run).map_or(Skill::Perspective, main_skill);
        (skill, run.points[skill as usize])
    };
    let last = runs.last()?;
    let difficulty = of(last).map_or(1, |known| known.difficulty);
    let (skill, reached) = points(last);
    let twice = runs.len() >= 2 && runs[runs.len() - 2..].iter().all(|run| points(run).1 >= WELL);
    Some(match reached {
        ..HARD_GOING => (difficulty.saturating_sub(1).max(1), Going::Down(skill)),
        _ if twice => (difficulty.saturating_add(1).min(5), Going::Up(skill)),
        _ => (difficulty, Going::Level),
    })
}

fn main_skill(known: &Known) -> Skill {
    known.skills.first().copied().unwrap_or(Skill::Perspective)
}

/// All that is looked at when the next practice is picked.
struct Desk<'a> {
    runs: &'a [&'a Run],
    known: &'a [Known],
    due: &'a [Due],
    today: Day,
    step: Option<(u8, Going)>,
}

impl Desk<'_> {
    /// 2 · (75 − estimate) / 25, half of it once there is a tendency, + due + novelty − fatigue − how far it misses the
    /// difficulty that is wanted.
    fn priority(&self, known: &Known) -> Share {
        let standing = self.standing(main_skill(known));
        let gap = Share::from(AIM) - standing.estimate * Share::from(100);
        let need = Share::from(2) * gap / Share::from(POINTS_EACH);
        let need = if standing.observations < Standing::TENDENCY_MIN {
            need
        } else {
            need / Share::from(2)
        };
        let due = Share::from(i64::from(self.takes_up(known).is_some()));
        let novelty = Share::from(i64::from(self.is_new(known)));
        need + due + novelty - self.fatigue(known) - self.missed(known)
    }

    /// Where a step up or down is due, and before the first talk, half for each step that is missed; else 2 for each 25
    /// points by which the prediction lies outside what is within reach, as much as they weigh in what is needed.
    fn missed(&self, known: &Known) -> Share {
        if let Some((_, Going::Level)) = self.step {
            let [low, high] = WITHIN_REACH.map(Share::from);
            let predicted = self.predicted(known);
            let outside = (low - predicted).max(predicted - high).max(Share::ZERO);
            return Share::from(2) * outside / Share::from(POINTS_EACH);
        }
        let wanted = self.step.map_or(1, |(difficulty, _)| difficulty);
        Share::new(i64::from(known.difficulty.abs_diff(wanted)), 2)
    }

    /// The points, 0..=100, that a talk of this scenario is expected to bring in its main skill: where the skill stands,
    /// less what each step costs by which the scenario is harder than those in which it was shown.
    fn predicted(&self, known: &Known) -> Share {
        let skill = main_skill(known);
        let (standing, runs) = self.rests_on(skill);
        let met = runs.iter().filter(|run| run.taken[skill as usize].observations > 0);
        let met: Vec<i64> = met
            .filter_map(|run| self.known(&run.scenario))
            .map(|met| i64::from(met.difficulty))
            .collect();
        let harder = match i64::try_from(met.len()) {
            Ok(count @ 1..) => {
                Share::from(i64::from(known.difficulty)) - Share::new(met.iter().sum(), count)
            }
            _ => Share::ZERO,
        };
        let points = standing.estimate * Share::from(100) - Share::from(STEP_COST) * harder;
        points.clamp(Share::ZERO, Share::from(100))
    }

    /// What the runs say of a skill.
    fn standing(&self, skill: Skill) -> Standing {
        self.rests_on(skill).0
    }

    /// What the runs say of a skill, and which: those that count, if they say enough, else all of them.
    fn rests_on(&self, skill: Skill) -> (Standing, Vec<&Run>) {
        let counting = || self.runs.iter().copied().filter(|run| run.counts());
        let standing = Standing::of(skill, counting(), true);
        if standing.says > Says::NotEnough {
            return (standing, counting().collect());
        }
        (Standing::of(skill, self.runs.iter().copied(), false), self.runs.to_vec())
    }

    fn is_new(&self, known: &Known) -> bool {
        self.runs.iter().all(|run| run.scenario != known.id)
    }

    /// The same trap is never set twice running, and the way of talking alternates.
    fn fatigue(&self, known: &Known) -> Share {
        let last = self.runs.last().and_then(|run| self.known(&run.scenario));
        let Some(last) = last else { return Share::ZERO };
        let same_trap = known.id == last.id || (known.trap.is_some() && known.trap == last.trap);
        let same_channel = known.channel == last.channel;
        // Nothing that speaks for a scenario outweighs a trap set twice running.
        Share::from(i64::from(same_trap) * 100 + i64::from(same_channel))
    }

    fn known(&self, id: &str) -> Option<&Known> {
        self.known.iter().find(|known| known.id == id)
    }

    /// What is due that this scenario takes up: a sibling of it, or the very one where it has no sibling.
    fn takes_up(&self, known: &Known) -> Option<&Due> {
        self.due.iter().filter(|due| due.is_now()).find(|due| {
            let Some(done) = self.known(&due.scenario) else { return false };
            let siblings = || self.known.iter().filter(|other| are_siblings(other, done));
            if known.id == done.id {
                siblings().next().is_none()
            } else {
                are_siblings(known, done)
            }
        })
    }

    fn reason(&self, known: &Known) -> Reason {
        let skill = main_skill(known);
        let Some((_, going)) = self.step else { return Reason::First };
        let last = self.runs.last().and_then(|run| self.known(&run.scenario));
        let than_last = last.map(|last| known.difficulty.cmp(&last.difficulty));
        if let (Going::Down(skill), Some(Ordering::Less)) = (going, than_last) {
            return Reason::Easier(skill);
        }
        if let (Going::Down(skill), Some(last)) = (going, last)
            && self.known.iter().all(|other| other.difficulty >= last.difficulty)
        {
            return Reason::NoEasier(skill);
        }
        if let Some(due) = self.takes_up(known) {
            return Reason::Due {
                title: due.title.clone(),
                days: self.today.saturating_sub(due.last),
                sibling: due.scenario != known.id,
            };
        }
        if let Some((indicator, times)) = self.rarest(known, skill).filter(|(_, n)| *n < FEW) {
            return Reason::Few(indicator, times);
        }
        if let (Going::Up(skill), Some(Ordering::Greater)) = (going, than_last) {
            return Reason::Harder(skill);
        }
        let estimate = self.standing(skill).estimate;
        let is_lowest = Skill::ALL.iter().all(|other| self.standing(*other).estimate >= estimate);
        let can_gain = estimate * Share::from(100) < Share::from(AIM);
        let [low, high] = WITHIN_REACH.map(Share::from);
        match (can_gain, (low..=high).contains(&self.predicted(known))) {
            (true, _) if is_lowest => Reason::Weakest(skill),
            (_, true) => Reason::WithinReach(skill),
            (true, false) => Reason::Gain(skill),
            (false, false) if self.is_new(known) => Reason::New,
            (false, false) => Reason::KeepUp(skill),
        }
    }

    /// Of what a scenario rates for a skill, what was rated least often.
    fn rarest(&self, known: &Known, skill: Skill) -> Option<(Indicator, u32)> {
        let times = |indicator: Indicator| {
            let rated = self.runs.iter().filter_map(|run| run.rated.get(&indicator));
            rated.map(|(_, times)| times).sum()
        };
        let rates = known.rates.iter().copied().filter(|indicator| indicator.skill() == skill);
        rates.map(|indicator| (indicator, times(indicator))).min_by_key(|(at, n)| (*n, *at))
    }
}

/// Whether two scenarios set the same trap in different scenes; without traps, whether they train the same skill most.
fn are_siblings(one: &Known, other: &Known) -> bool {
    one.id != other.id
        && match (one.trap, other.trap) {
            (Some(one), Some(other)) => one == other,
            (None, None) => main_skill(one) == main_skill(other),
            _ => false,
        }
}
