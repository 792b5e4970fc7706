//! The guided look back: what went well, what each line did to her, what she never told.

use crate::assess::score::ratings_at;
use crate::assess::{EntryReview, Reference, Scorecard, scorecard, sheet_review};
use crate::lang::Lang;
use crate::rubric::{Indicator, Rating};
use crate::scenario::{Cue, Ending, FactIdx, FactKind, Scenario};
use crate::session::{
    Event, LineView, PromiseView, Session, Turn, beat_lines, key_of, promise_views, reply_lines,
};

/// Everything that is looked back on, in one language, not yet laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debrief {
    /// The scores.
    pub card: Scorecard,
    /// The ending, if the talk came to one.
    pub ending: Option<(String, String)>,
    /// Each decision with what it did.
    pub turns: Vec<TurnReview>,
    /// Indicators at their best, with the line that showed them.
    pub strengths: Vec<Growth>,
    /// The two indicators furthest from exemplary, with the line chosen.
    pub to_work_on: Vec<Growth>,
    /// What was told.
    pub told: Vec<FactView>,
    /// What was never told, and what would have opened it.
    pub untold: Vec<FactView>,
    /// What was said aloud as a guess before it was told.
    pub guessed: Vec<FactView>,
    /// What was passed on and must not have been.
    pub leaked: Vec<FactView>,
    /// What was promised, and what became of it.
    pub promises: Vec<PromiseView>,
    /// The hand-over sheet read against what was heard; empty where there is none.
    pub sheet: Vec<EntryReview>,
}

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
    /// What was said.
    pub said: String,
    /// Whether it was the key, or one of several topics.
    pub is_key: bool,
    /// The key's words, where something else was said.
    pub key: Option<String>,
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
    /// How far anger and trust moved.
    pub anger: i8,
    /// How far trust moved.
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

/// An indicator and the line that showed it, or failed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// The indicator.
    pub indicator: Indicator,
    /// Its rating there.
    pub rating: Rating,
    /// The line.
    pub said: String,
    /// The beat's title.
    pub title: String,
    /// Which turn.
    pub turn: usize,
}

/// A fact, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactView {
    /// The fact.
    pub text: String,
    /// What opens it.
    pub opens: String,
}

/// How many strengths a debrief names: enough to be heard, few enough to be believed.
const STRENGTHS_MAX: usize = 2;

/// How many indicators a debrief proposes to work on.
const TO_WORK_ON_MAX: usize = 2;

impl Debrief {
    /// Looks back on a talk.
    pub fn of(talk: &Session, reference: &Reference, lang: Lang) -> Self {
        let scenario = talk.scenario();
        let turns: Vec<TurnReview> =
            talk.turns().iter().map(|turn| review(talk, turn, lang)).collect();
        let said: Vec<Event> = talk.events().copied().collect();
        let facts = |wanted: &dyn Fn(FactIdx) -> bool| fact_views(talk, wanted, lang);
        let kind = |at: FactIdx| talk.scenario().facts[at.at()].kind;
        let ending =
            |ending: &Ending| (ending.title.get(lang).to_owned(), ending.text.get(lang).to_owned());
        let (strengths, to_work_on) = growth(talk, scenario, lang);
        Self {
            card: scorecard(talk, reference),
            ending: talk.ending().map(ending),
            turns,
            strengths,
            to_work_on,
            told: facts(&|at| {
                said.contains(&Event::Told(at)) && kind(at) != FactKind::Confidential
            }),
            untold: facts(&|at| !said.contains(&Event::Told(at)) && kind(at) == FactKind::Hidden),
            guessed: facts(&|at| said.contains(&Event::Guessed(at))),
            leaked: facts(&|at| said.contains(&Event::Leaked(at))),
            promises: promise_views(talk.scenario(), talk.state(), lang),
            sheet: sheet_review(talk, lang),
        }
    }
}

fn review(talk: &Session, turn: &Turn, lang: Lang) -> TurnReview {
    let scenario = talk.scenario();
    let beat = scenario.beat(turn.beat);
    let choice = scenario.choice(turn.beat, turn.choice);
    let key = key_of(beat, &turn.before);
    // No order of topics is better than another.
    let is_key = turn.choice == key || beat.is_hub();
    let after = turn.gauges_after_reply();
    let moved = |from: u8, to: u8| to.wrapping_sub(from).cast_signed();
    TurnReview {
        title: beat.title.get(lang).to_owned(),
        second_chance: beat.is_second_chance(),
        lines: beat_lines(scenario, turn.beat, &turn.before, talk.telling_of(turn), lang),
        cues: known_cues(scenario, turn).map(|cue| cue_view(scenario, cue, lang)).collect(),
        said: choice.say.get(lang).to_owned(),
        is_key,
        key: (!is_key).then(|| scenario.choice(turn.beat, key).say.get(lang).to_owned()),
        reply: reply_lines(talk, turn, lang),
        thought: choice.thought.as_ref().map(|thought| thought.get(lang).to_owned()),
        feedback: choice.feedback.get(lang).to_owned(),
        best_when: choice.best_when.get(lang).to_owned(),
        ratings: ratings_at(talk, turn),
        anger: moved(turn.before.gauges.anger, after.anger),
        trust: moved(turn.before.gauges.trust, after.trust),
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

fn fact_views(talk: &Session, wanted: &dyn Fn(FactIdx) -> bool, lang: Lang) -> Vec<FactView> {
    let facts = (0..).map(FactIdx).zip(&talk.scenario().facts);
    facts
        .filter(|(at, _)| wanted(*at))
        .map(|(_, fact)| FactView {
            text: fact.text.get(lang).to_owned(),
            opens: fact.opens.get(lang).to_owned(),
        })
        .collect()
}

/// The indicators at their best and at their worst. Among equals the earlier turn speaks, and no turn speaks twice.
fn growth(talk: &Session, scenario: &Scenario, lang: Lang) -> (Vec<Growth>, Vec<Growth>) {
    let mut all: Vec<Growth> = Vec::new();
    for (at, turn) in talk.turns().iter().enumerate() {
        let title = scenario.beat(turn.beat).title.get(lang);
        let said = scenario.choice(turn.beat, turn.choice).say.get(lang);
        all.extend(ratings_at(talk, turn).into_iter().map(|(indicator, rating)| Growth {
            indicator,
            rating,
            said: said.to_owned(),
            title: title.to_owned(),
            turn: at,
        }));
    }
    // The lines that did the listener most good speak first.
    let harm = |growth: &Growth| {
        let turn = &talk.turns()[growth.turn];
        let (before, after) = (turn.before.gauges, turn.gauges_after_reply());
        i32::from(after.anger) - i32::from(before.anger) + i32::from(before.trust)
            - i32::from(after.trust)
    };
    let best = pick(&all, STRENGTHS_MAX, |growth| growth.rating.half_steps() == 2, harm);
    let worst = pick(
        &all,
        TO_WORK_ON_MAX,
        |growth| growth.rating.half_steps() < 2,
        |growth| growth.rating.half_steps(),
    );
    (best, worst)
}

fn pick(
    all: &[Growth],
    most: usize,
    fits: impl Fn(&Growth) -> bool,
    order: impl Fn(&Growth) -> i32,
) -> Vec<Growth> {
    let mut fitting: Vec<&Growth> = all.iter().filter(|growth| fits(growth)).collect();
    fitting.sort_by_key(|growth| (order(growth), growth.turn));
    let mut picked: Vec<Growth> = Vec::new();
    for growth in fitting {
        let new = picked
            .iter()
            .all(|other| other.turn != growth.turn && other.indicator != growth.indicator);
        if new && picked.len() < most {
            picked.push(growth.clone());
        }
    }
    picked
}
