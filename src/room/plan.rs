//! What an hour is made of, minute by minute: which beats are talked over, which are quick, and what is kept for the end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Reference, decision_range};
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::session::{Action, Turn, step};

/// How long a room has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Length {
    /// Half an hour: two deep beats and a short look back.
    Half,
    /// An hour: four deep beats and the whole look back.
    #[default]
    Hour,
    /// An hour and a half: as an hour, and then people play and write themselves.
    Long,
}

impl Length {
    /// What can be chosen, the shortest first.
    pub const ALL: [Self; 3] = [Self::Half, Self::Hour, Self::Long];

    /// In minutes.
    pub fn minutes(self) -> u16 {
        match self {
            Self::Half => 30,
            Self::Hour => 60,
            Self::Long => 90,
        }
    }

    /// The length of so many minutes.
    pub fn of_minutes(minutes: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.minutes() == minutes)
    }

    /// How many beats are talked over.
    pub fn deep_beats(self) -> usize {
        match self {
            Self::Half => 2,
            Self::Hour | Self::Long => 4,
        }
    }

    /// Seconds that the look back keeps whatever happens; eleven minutes of an hour.
    pub fn debrief_seconds(self) -> u32 {
        match self {
            Self::Half => 5 * 60,
            Self::Hour | Self::Long => 11 * 60,
        }
    }
}

/// How a room goes about one beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// One show of hands, and on.
    Quick,
    /// Aloud, a silent vote, a talk in pairs, a second vote, and what it showed.
    Deep,
    /// Told in a line, with its best reply.
    Hidden,
}

/// What a trainer has decided about a scenario beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How long the room has.
    pub length: Length,
    /// The beats that are talked over.
    pub deep: BTreeSet<BeatIdx>,
    /// The beats that are only told.
    pub hidden: BTreeSet<BeatIdx>,
    /// The trainer's own questions for pairs.
    pub questions: BTreeMap<BeatIdx, String>,
}

impl Plan {
    /// The program's own proposal: the beats that have notes for whoever leads the room, spread over the route of the
    /// best replies; where there are too few, those at which most is at stake. The first beat is a quick one, to warm up.
    pub fn proposed(scenario: &Arc<Scenario>, length: Length) -> Self {
        let mut beats: Vec<(BeatIdx, bool, i32)> = main_turns(scenario);
        beats.retain(|(at, ..)| scenario.beat(*at).is_rated());
        let (wanted, rest) = (length.deep_beats(), beats.get(1..).unwrap_or_default());
        let mut deep = BTreeSet::new();
        for part in 0..wanted {
            let (from, until) = (rest.len() * part / wanted, rest.len() * (part + 1) / wanted);
            let best = rest[from..until]
                .iter()
                .max_by_key(|(at, noted, stake)| (*noted, *stake, std::cmp::Reverse(*at)));
            deep.extend(best.map(|(at, ..)| *at));
        }
        Self { length, deep, hidden: BTreeSet::new(), questions: BTreeMap::new() }
    }

    /// How the room goes about a beat.
    pub fn pace(&self, beat: BeatIdx) -> Pace {
        match (self.hidden.contains(&beat), self.deep.contains(&beat)) {
            (true, _) => Pace::Hidden,
            (false, true) => Pace::Deep,
            (false, false) => Pace::Quick,
        }
    }

    /// How the room goes about a beat of a scenario; one where nothing is rated is never talked over.
    pub fn pace_in(&self, scenario: &Scenario, beat: BeatIdx) -> Pace {
        match self.pace(beat) {
            Pace::Deep if !scenario.beat(beat).is_rated() => Pace::Quick,
            pace => pace,
        }
    }

    /// The stretches of the hour, in order.
    pub fn stretches(&self, scenario: &Arc<Scenario>) -> Vec<Stretch> {
        let beats: Vec<BeatIdx> = main_turns(scenario).into_iter().map(|(at, ..)| at).collect();
        let mut all = vec![Stretch::new(Part::Opening, 180), Stretch::new(Part::Context, 180)];
        all.extend(
            beats.into_iter().map(|at| Stretch::new(Part::Beat(at), self.seconds(scenario, at))),
        );
        all.push(Stretch::new(Part::Ending, 60));
        if self.length == Length::Long {
            all.push(Stretch::new(Part::Pairs, 15 * 60));
            all.push(Stretch::new(Part::Writing, 10 * 60));
        }
        all.push(Stretch::new(Part::Debrief, self.length.debrief_seconds()));
        let closing = if self.length == Length::Half { 60 } else { 180 };
        all.push(Stretch::new(Part::Closing, closing));
        self.fit(all)
    }

    fn seconds(&self, scenario: &Scenario, at: BeatIdx) -> u32 {
        match self.pace_in(scenario, at) {
            Pace::Hidden => TOLD_SECONDS,
            Pace::Quick => QUICK_SECONDS,
            Pace::Deep => {
                let note = scenario.beat(at).facilitator.as_ref();
                note.map_or(DEEP_SECONDS, |note| u32::from(note.minutes).max(3) * 60)
            }
        }
    }

    /// Quick beats give or take what the rest leaves: each of them has between twenty seconds and three minutes, and the
    /// ends are not touched.
    fn fit(&self, mut all: Vec<Stretch>) -> Vec<Stretch> {
        let whole = u32::from(self.length.minutes()) * 60;
        let is_quick = |stretch: &&Stretch| matches!(stretch.part, Part::Beat(at) if self.pace(at) == Pace::Quick);
        let quick = u32::try_from(all.iter().filter(is_quick).count()).unwrap_or_default();
        let fixed: u32 = all.iter().filter(|one| !is_quick(one)).map(|one| one.seconds).sum();
        if let Some(each) = whole.saturating_sub(fixed).checked_div(quick) {
            let each = each.clamp(TOLD_SECONDS, 180) / 5 * 5;
            for stretch in &mut all {
                if is_quick(&&*stretch) {
                    stretch.seconds = each;
                }
            }
        }
        all
    }
}

/// Seconds of a beat that is told in a line.
pub(super) const TOLD_SECONDS: u32 = 20;
/// Seconds of a beat with one show of hands, before they are fitted to the whole.
const QUICK_SECONDS: u32 = 90;
/// Seconds of a beat that is talked over, where its notes say nothing else.
const DEEP_SECONDS: u32 = 7 * 60;

/// A part of the hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Why today, and what is safe here.
    Opening,
    /// The situation and the rule card.
    Context,
    /// A beat of the talk.
    Beat(BeatIdx),
    /// The ending, and what was never told.
    Ending,
    /// People play it in pairs from cards.
    Pairs,
    /// People write a tempting wrong reply.
    Writing,
    /// The look back.
    Debrief,
    /// One sentence each for the week, and the next date.
    Closing,
}

/// A part of the hour with the time it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// What.
    pub part: Part,
    /// How long, in seconds.
    pub seconds: u32,
}

impl Stretch {
    fn new(part: Part, seconds: u32) -> Self {
        Self { part, seconds }
    }
}

/// The main beats of the reference route, each with whether it has notes and with what is at stake, in half steps.
fn main_turns(scenario: &Arc<Scenario>) -> Vec<(BeatIdx, bool, i32)> {
    let reference = Reference::of(scenario);
    let mut seen: Vec<(BeatIdx, bool, i32)> = Vec::new();
    for turn in reference.talk.turns() {
        let beat = scenario.beat(turn.beat);
        if seen.iter().any(|(at, ..)| *at == turn.beat) || beat.is_second_chance() {
            continue;
        }
        let stake = Skill::ALL.map(|skill| decision_range(beat, &turn.before, skill)).iter().sum();
        seen.push((turn.beat, beat.facilitator.is_some(), stake));
    }
    seen
}

/// The main beats at which the talk goes one way or another: some reply leads elsewhere than the best one does.
pub fn forks(scenario: &Arc<Scenario>) -> BTreeSet<BeatIdx> {
    let turns = Reference::of(scenario);
    let parts = |turn: &&Turn| {
        let beat = scenario.beat(turn.beat);
        let leads =
            |choice| step(scenario, &turn.before, Action::Choose(choice)).map(|(to, _)| to.at);
        let best = leads(turn.choice);
        let open = (0..).map(ChoiceIdx).take(beat.choices.len());
        open.map(leads).any(|to| to.is_ok() && to != best)
    };
    let main = |turn: &&Turn| !scenario.beat(turn.beat).is_second_chance();
    turns.talk.turns().iter().filter(main).filter(parts).map(|turn| turn.beat).collect()
}

/// How the hour stands: what was planned until now, what it is now, and what to skip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeStrip {
    /// The stretches, and which of them the room is in.
    pub stretches: Vec<Stretch>,
    /// The place of the room among them.
    pub at: usize,
    /// Seconds since the room began.
    pub elapsed: u32,
    /// Seconds that were planned until the end of what came before.
    pub planned: u32,
    /// Seconds behind the plan; negative when ahead.
    pub late: i64,
    /// Quick beats ahead that could be told in a line, so that the look back keeps its time.
    pub skip: Vec<BeatIdx>,
}

/// So late, in seconds, that something is proposed.
const TOO_LATE: i64 = 180;

impl TimeStrip {
    /// The strip of a plan whose room is in `part` since `began`, `now` seconds after it opened.
    pub fn of(plan: &Plan, scenario: &Arc<Scenario>, at: usize, elapsed: u32) -> Self {
        let stretches = plan.stretches(scenario);
        let at = at.min(stretches.len().saturating_sub(1));
        let planned: u32 = stretches[..at].iter().map(|one| one.seconds).sum();
        let in_time = planned + stretches.get(at).map_or(0, |one| one.seconds);
        // Being inside a stretch is neither early nor late; only running over its end is.
        let late = i64::from(elapsed) - i64::from(elapsed.clamp(planned, in_time));
        let mut strip = Self { stretches, at, elapsed, planned, late, skip: Vec::new() };
        if late >= TOO_LATE {
            strip.skip = strip.proposal(plan);
        }
        strip
    }

    /// Quick beats from the last one back, until enough is won; the look back is never among them.
    fn proposal(&self, plan: &Plan) -> Vec<BeatIdx> {
        let mut won = 0;
        let mut skip = Vec::new();
        for stretch in self.stretches.iter().skip(self.at + 1).rev() {
            let Part::Beat(beat) = stretch.part else { continue };
            let saved = i64::from(stretch.seconds) - i64::from(TOLD_SECONDS);
            if plan.pace(beat) == Pace::Quick && saved > 0 && won < self.late {
                won += saved;
                skip.push(beat);
            }
        }
        skip.reverse();
        skip
    }

    /// The seconds of all stretches together.
    pub fn whole(&self) -> u32 {
        self.stretches.iter().map(|one| one.seconds).sum()
    }
}
