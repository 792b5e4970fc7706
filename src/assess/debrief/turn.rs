//! One decision looked back on: what led to it, what was said, what it did, and what else could have been said.

use crate::assess::score::ratings_at;
use crate::lang::Lang;
use crate::rubric::{Indicator, Rating};
use crate::scenario::{ChoiceIdx, Cue, Gauges, Scenario, Temptation};
use crate::session::{
    Action, LineView, Session, Turn, beat_lines, gauges_after_reply, key_of, reply_lines,
    reply_lines_to, sayable, step,
};

/// One decision looked back on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnReview {
    /// The beat's title.
    pub title: String,
    /// Whether it was a second chance.
    pub second_chance: bool,
    /// What led to the decision.
    pub lines: Vec<LineView>,
    /// What should have decided, as far as it was known.
    pub cues: Vec<CueView>,
    /// What pulled at the trainee, and the thought that came first, as the author had it in mind: never scored.
    pub pull: Option<(Temptation, String)>,
    /// What was said.
    pub said: String,
    /// Whether it was the key, or nothing was rated.
    pub is_key: bool,
    /// What else could have been said, the key first, in the order written after it; nothing where nothing is rated.
    pub others: Vec<OtherReply>,
    /// What was answered.
    pub reply: Vec<LineView>,
    /// What the customer thought and did not say.
    pub thought: Option<String>,
    /// What the line did to the listener, and what instead or why it worked.
    pub feedback: String,
    /// The moment at which this very line would be best.
    pub best_when: String,
    /// How the line shows each indicator.
    pub ratings: Vec<(Indicator, Rating)>,
    /// Anger and trust before it was said.
    pub before: Gauges,
    /// Anger and trust once it was answered.
    pub after: Gauges,
    /// How far anger moved.
    pub anger: i8,
    /// How far trust moved.
    pub trust: i8,
    /// The turn that it mended, counted from 0, where it was a second chance.
    pub mends: Option<usize>,
    /// Of a turning point, the titles of the best ending that was within reach before and of the best that was left.
    /// Only the analysis knows; `None` until it was asked.
    pub turning: Option<(String, String)>,
}

impl TurnReview {
    /// What would have fitted, where something else was said.
    pub fn key(&self) -> Option<&OtherReply> {
        self.others.iter().find(|other| other.is_key)
    }

    /// Whether something could be heard here that decided.
    pub fn has_cue(&self) -> bool {
        !self.cues.is_empty() && !self.ratings.is_empty()
    }
}

/// What could have been said instead at this moment of the talk, and what would have come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherReply {
    /// The words.
    pub said: String,
    /// Whether they were the key.
    pub is_key: bool,
    /// What would have been answered.
    pub reply: Vec<LineView>,
    /// The moment at which they would be best.
    pub best_when: String,
    /// How far anger would have moved.
    pub anger: i8,
    /// How far trust would have moved.
    pub trust: i8,
}

/// What decided, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CueView {
    /// These words in the lines above.
    Line(String),
    /// This line of the rule card.
    Rule(String),
    /// This, which was known before.
    Known(String),
    /// This fact, told before.
    Fact(String),
    /// This, which the trainee had promised.
    Promise(String),
}

pub(super) fn review(talk: &Session, turn: &Turn, lang: Lang) -> TurnReview {
    let scenario = talk.scenario();
    let beat = scenario.beat(turn.beat);
    let choice = scenario.choice(turn.beat, turn.choice);
    let (before, after) = (turn.before.gauges, turn.gauges_after_reply());
    let (anger, trust) = moved(before, after);
    TurnReview {
        title: beat.title.get(lang).to_owned(),
        second_chance: beat.is_second_chance(),
        lines: beat_lines(scenario, turn.beat, &turn.before, talk.telling_of(turn), lang),
        cues: known_cues(scenario, turn).map(|cue| cue_view(scenario, cue, lang)).collect(),
        pull: beat.pull.as_ref().map(|pull| (pull.of, pull.voice.get(lang).to_owned())),
        said: choice.say.get(lang).to_owned(),
        // No order of topics is better than another, and no aim.
        is_key: !beat.is_rated() || turn.choice == key_of(beat, &turn.before),
        others: others(talk, turn, lang),
        reply: reply_lines(talk, turn, lang),
        thought: choice.thought.as_ref().map(|thought| thought.get(lang).to_owned()),
        feedback: choice.feedback.get(lang).to_owned(),
        best_when: choice.best_when.get(lang).to_owned(),
        ratings: ratings_at(talk, turn),
        before,
        after,
        anger,
        trust,
        mends: turn.mends,
        turning: None,
    }
}

/// How far anger and trust moved.
fn moved(before: Gauges, after: Gauges) -> (i8, i8) {
    let by = |from: u8, to: u8| to.wrapping_sub(from).cast_signed();
    (by(before.anger, after.anger), by(before.trust, after.trust))
}

/// Every other choice that could be said in the state of this turn, the key first.
fn others(talk: &Session, turn: &Turn, lang: Lang) -> Vec<OtherReply> {
    let beat = talk.scenario().beat(turn.beat);
    if !beat.is_rated() {
        return Vec::new();
    }
    let key = key_of(beat, &turn.before);
    let others = sayable(beat, &turn.before).map(|(at, _)| at).filter(|at| *at != turn.choice);
    let mut others: Vec<ChoiceIdx> = others.collect();
    others.sort_by_key(|at| (*at != key, *at));
    others.into_iter().map(|at| other(talk, turn, at, at == key, lang)).collect()
}

fn other(talk: &Session, turn: &Turn, at: ChoiceIdx, is_key: bool, lang: Lang) -> OtherReply {
    let choice = talk.scenario().choice(turn.beat, at);
    // What can be said is not refused; if it were, nothing would have moved.
    let events = step(talk.scenario(), &turn.before, Action::Choose(at)).map(|(_, events)| events);
    let after = gauges_after_reply(turn.before.gauges, &events.unwrap_or_default());
    let (anger, trust) = moved(turn.before.gauges, after);
    OtherReply {
        said: choice.say.get(lang).to_owned(),
        is_key,
        reply: reply_lines_to(talk, turn, at, lang),
        best_when: choice.best_when.get(lang).to_owned(),
        anger,
        trust,
    }
}

/// The cues of a decision without facts that were not told yet and promises that were not made: they decided nothing.
fn known_cues<'s>(scenario: &'s Scenario, turn: &Turn) -> impl Iterator<Item = &'s Cue> {
    let marks = turn.before.marks;
    scenario.beat(turn.beat).cues.iter().filter(move |cue| match cue {
        Cue::Fact(fact) => marks.has(scenario.facts[fact.at()].told),
        Cue::Promise(promise) => marks.has(scenario.promises[promise.at()].made),
        Cue::Line(_) | Cue::Rule(_) | Cue::Known(_) => true,
    })
}

fn cue_view(scenario: &Scenario, cue: &Cue, lang: Lang) -> CueView {
    match cue {
        Cue::Line(words) => CueView::Line(words.get(lang).to_owned()),
        Cue::Rule(at) => CueView::Rule(scenario.briefing.rules[*at].get(lang).to_owned()),
        Cue::Known(at) => CueView::Known(scenario.briefing.known[*at].get(lang).to_owned()),
        Cue::Fact(fact) => CueView::Fact(scenario.facts[fact.at()].text.get(lang).to_owned()),
        Cue::Promise(at) => CueView::Promise(scenario.promises[at.at()].act.get(lang).to_owned()),
    }
}
