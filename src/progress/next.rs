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
    /// It is new.
    New,
    /// It keeps up what is there.
    KeepUp(Skill),
}

/// What the estimate is aimed at, in points, and how many of them weigh as much as one thing more to be said for a
/// scenario.
const AIM: i64 = 75;
const POINTS_EACH: i64 = 25;
/// After two talks of so many points one step up; after one of fewer than so many one step down.
const WELL: u8 = 85;
const HARD_GOING: u8 = 45;
/// Fewer ratings of an indicator than this are few.
const FEW: u32 = 6;

/// The scenario with the highest priority; of equals the easier one, then the one whose id comes first.
pub(super) fn next(runs: &[&Run], known: &[Known], due: &[Due], today: Day) -> Option<Next> {
    let desk = Desk { runs, known, due, today, step: step(runs, known) };
    let rank = |known: &Known| (Reverse(desk.priority(known)), known.difficulty);
    let best = known.iter().min_by(|a, b| (rank(a), &a.id).cmp(&(rank(b), &b.id)))?;
    let reason = desk.reason(best);
    let with_example = matches!(desk.step, Some((_, Going::Down(_))));
    Some(Next { scenario: best.id.clone(), title: best.title.clone(), reason, with_example })
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
    /// 2 · (75 − estimate) / 25, half of it once there is a tendency, + due + novelty − fatigue, less half for each step
    /// of difficulty that is missed.
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
        let wanted = self.step.map_or(1, |(difficulty, _)| difficulty);
        let missed = Share::new(i64::from(known.difficulty.abs_diff(wanted)), 2);
        need + due + novelty - self.fatigue(known) - missed
    }

    /// What the runs say: those that count, if they say enough, else all of them.
    fn standing(&self, skill: Skill) -> Standing {
        let counting = self.runs.iter().copied().filter(|run| run.counts());
        let counting = Standing::of(skill, counting, true);
        if counting.says > Says::NotEnough {
            return counting;
        }
        Standing::of(skill, self.runs.iter().copied(), false)
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
        let standing = self.standing(skill);
        if standing.estimate * Share::from(100) < Share::from(AIM) {
            Reason::Weakest(skill)
        } else if self.is_new(known) {
            Reason::New
        } else {
            Reason::KeepUp(skill)
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
