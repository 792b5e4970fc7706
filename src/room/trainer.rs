//! What the trainer's window shows besides: ratings, notes, what is held back, and where each option leads.

use crate::lang::Lang;
use crate::room::{Advice, Chart, Pace, Room, Sum};
use crate::rubric::{Indicator, Rating};
use crate::scenario::{BeatIdx, ChoiceIdx, FacilitatorNote, Gauges};
use crate::session::{Action, At, LineView, State, step};

/// An option as the trainer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionNote {
    /// Which.
    pub choice: ChoiceIdx,
    /// `A`, `B` and so on.
    pub letter: char,
    /// The words.
    pub text: String,
    /// Whether it is the best.
    pub is_best: bool,
    /// Whether it is the best of the others: the one to ask about.
    pub tempts: bool,
    /// How it shows each indicator.
    pub ratings: Vec<(Indicator, Rating)>,
    /// What it does to the listener.
    pub feedback: String,
    /// The moment at which it would be best.
    pub best_when: String,
    /// The title of what it leads to.
    pub leads_to: String,
    /// The votes of both rounds.
    pub votes: (u16, u16),
}

/// How a line is to be read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Fast and sharp.
    Sharp,
    /// Held back, with pauses.
    Tense,
    /// Polite and cool.
    Cool,
    /// As one speaks on any day.
    Even,
    /// Slower and softer.
    Warm,
}

impl Tone {
    /// By how angry they are and how far they trust.
    pub fn of(gauges: Gauges) -> Self {
        match (gauges.anger, gauges.trust) {
            (7.., _) => Self::Sharp,
            (5.., _) => Self::Tense,
            (_, ..=2) => Self::Cool,
            (_, 6..) => Self::Warm,
            _ => Self::Even,
        }
    }

    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sharp => "sharp",
            Self::Tense => "tense",
            Self::Cool => "cool",
            Self::Even => "even",
            Self::Warm => "warm",
        }
    }
}

/// What the trainer sees, in her own language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainerView<'r> {
    /// The title of the beat.
    pub title: String,
    /// What is said.
    pub lines: Vec<LineView>,
    /// Anger and trust now, for the tone of reading aloud.
    pub gauges: Gauges,
    /// How to read it aloud.
    pub tone: Tone,
    /// Whether it is time for the halves of the room to swap voices.
    pub swap_due: bool,
    /// How the room goes about it.
    pub pace: Pace,
    /// The options.
    pub options: Vec<OptionNote>,
    /// The notes for this beat.
    pub note: Option<&'r FacilitatorNote>,
    /// What pulls at people here: the thought that comes first.
    pub pull: Option<String>,
    /// The question for pairs.
    pub question: Option<String>,
    /// What to do after the first vote.
    pub advice: Option<Advice>,
    /// The votes.
    pub chart: Option<Chart>,
    /// How the count compares with the group.
    pub sum: Option<Sum>,
    /// Whether the latest vote is tied, so that the rule decides.
    pub tied: bool,
    /// What the customer holds back and has not told.
    pub held_back: Vec<(String, String)>,
    /// What has been told.
    pub told: Vec<String>,
}

/// So many beats are talked over before the halves of the room swap voices.
const DEEP_BEFORE_SWAP: usize = 2;

impl Room {
    /// What the trainer's window shows besides, in the trainer's language.
    pub fn trainer_view(&self, lang: Lang) -> TrainerView<'_> {
        let scenario = self.scenario();
        let beat = self.beat();
        let ballot = self.ballot();
        let in_round = match self.stage() {
            crate::room::Stage::Vote(round) => {
                ballot.map(|ballot| ballot.round(round).sum(self.group()))
            }
            _ => None,
        };
        let fact = |at: crate::scenario::FactIdx| {
            let fact = &scenario.facts[at.at()];
            (fact.text.get(lang).to_owned(), fact.opens.get(lang).to_owned())
        };
        TrainerView {
            title: beat.map(|at| scenario.beat(at).title.get(lang).to_owned()).unwrap_or_default(),
            lines: self.lines_in_view(lang),
            gauges: self.talk.state().gauges,
            tone: Tone::of(self.talk.state().gauges),
            swap_due: self.swap_due(),
            pace: self.pace(),
            options: beat.map(|at| self.option_notes(at, lang)).unwrap_or_default(),
            note: beat.and_then(|at| scenario.beat(at).facilitator.as_deref()),
            pull: beat
                .and_then(|at| scenario.beat(at).pull.as_ref())
                .map(|pull| pull.voice.get(lang).to_owned()),
            question: beat.filter(|_| self.is_deep()).map(|at| self.question(at, lang)),
            advice: self.advice(),
            chart: ballot.and_then(Chart::of),
            sum: in_round,
            tied: ballot.is_some_and(crate::room::Ballot::is_tied),
            held_back: self.untold().into_iter().map(fact).collect(),
            told: self.talk.view(lang).heard,
        }
    }

    /// From the third beat on that is talked over, those who have answered so far read the customer.
    fn swap_due(&self) -> bool {
        let been = self.talk.turns().iter().map(|turn| turn.beat);
        let deep = |beat: BeatIdx| self.setup.plan.pace_in(self.scenario(), beat) == Pace::Deep;
        let deep_before = been.filter(|beat| deep(*beat)).count();
        !self.swapped && self.stage().decides() && self.is_deep() && deep_before >= DEEP_BEFORE_SWAP
    }

    fn lines_in_view(&self, lang: Lang) -> Vec<LineView> {
        match self.talk.turns().last() {
            Some(_) if self.looks_at_last() => {
                self.talk.view(lang).turns.pop().map(|turn| turn.lines).unwrap_or_default()
            }
            _ => self.lines(lang),
        }
    }

    fn option_notes(&self, at: BeatIdx, lang: Lang) -> Vec<OptionNote> {
        let scenario = self.scenario();
        let beat = scenario.beat(at);
        let before = match self.talk.turns().last() {
            Some(turn) if self.looks_at_last() => &turn.before,
            _ => self.talk.state(),
        };
        let ballot = self.ballot();
        let options = self.options_in_view();
        let best = self.best();
        let sum = |choice: ChoiceIdx| -> i32 {
            scenario.choice(at, choice).ratings.iter().map(|rating| rating.half_steps()).sum()
        };
        let others = options.iter().copied().filter(|choice| Some(*choice) != best);
        let tempting = others.max_by_key(|choice| (sum(*choice), std::cmp::Reverse(*choice)));
        let note = |(place, choice): (usize, &ChoiceIdx)| {
            let written = scenario.choice(at, *choice);
            let votes = |counts: &[u16]| counts.get(place).copied().unwrap_or_default();
            OptionNote {
                choice: *choice,
                letter: super::view::letter(place),
                text: written.say.get(lang).to_owned(),
                is_best: beat.is_rated() && Some(*choice) == best,
                tempts: beat.is_rated() && Some(*choice) == tempting,
                ratings: beat.rates.iter().copied().zip(written.ratings.iter().copied()).collect(),
                feedback: written.feedback.get(lang).to_owned(),
                best_when: written.best_when.get(lang).to_owned(),
                leads_to: self.leads_to(before, *choice, lang),
                votes: ballot.map_or((0, 0), |ballot| {
                    (votes(ballot.first.counts()), votes(ballot.second.counts()))
                }),
            }
        };
        options.iter().enumerate().map(note).collect()
    }

    /// The title of the beat or ending that a choice leads to.
    fn leads_to(&self, before: &State, choice: ChoiceIdx, lang: Lang) -> String {
        let scenario = self.scenario();
        let after = step(scenario, before, Action::Choose(choice)).map(|(after, _)| after.at);
        match after {
            Ok(At::Beat(beat)) => scenario.beat(beat).title.get(lang).to_owned(),
            Ok(At::Ended(ending)) => scenario.ending(ending).title.get(lang).to_owned(),
            Ok(At::Chance(..)) => "…".to_owned(),
            Ok(At::Sheet) => crate::lang::words::say(lang, "sheet-title"),
            Err(_) => String::new(),
        }
    }
}
