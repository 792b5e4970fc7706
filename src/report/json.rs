//! The report as data for programs. The fields are a promise: `docs/wire.md` has them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::{
    AimReview, CueView, EntryReview, FactView, Growth, OtherReply, Score, TurnReview,
};
use crate::lang::plain::escaped_json;
use crate::report::paper::Paper;
use crate::rubric::{Critical, Level, Skill};
use crate::scenario::Gauges;
use crate::session::{LineView, PromiseView};

/// What is raised when a field changes its meaning; fields may be added without.
const VERSION: u32 = 1;

#[derive(Debug, Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    lang: &'static str,
    attempt: WireAbout<'a>,
    scenario: WireNamed<'a>,
    seed: u64,
    ending: Option<WireEnding<'a>>,
    skills: Vec<WireScore>,
    critical: Vec<&'static str>,
    slips: u32,
    mended: u32,
    cues: WireCues,
    strengths: Vec<WireGrowth<'a>>,
    to_work_on: Vec<WireGrowth<'a>>,
    turns: Vec<WireTurn<'a>>,
    aims: Vec<WireAim<'a>>,
    told: Vec<WireFact<'a>>,
    untold: Vec<WireFact<'a>>,
    guessed: Vec<WireFact<'a>>,
    leaked: Vec<WireFact<'a>>,
    promises: Vec<WirePromise<'a>>,
    sheet: Vec<WireEntry<'a>>,
    reflection: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct WireAbout<'a> {
    id: &'a str,
    person: &'a str,
    mode: &'static str,
    started: i64,
    ended: Option<i64>,
    when: &'a str,
    taken_back: u32,
    scenario_changed: bool,
    branch: Option<WireBranch<'a>>,
}

#[derive(Debug, Serialize)]
struct WireBranch<'a> {
    attempt: &'a str,
    turn: usize,
}

#[derive(Debug, Serialize)]
struct WireNamed<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Debug, Serialize)]
struct WireEnding<'a> {
    id: &'a str,
    title: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct WireScore {
    skill: &'static str,
    points: u8,
    observations: u32,
    level: Option<u8>,
}

#[derive(Debug, Serialize)]
struct WireCues {
    heard: usize,
    all: usize,
}

#[derive(Debug, Serialize)]
struct WireGrowth<'a> {
    indicator: &'static str,
    half_steps: i32,
    turn: usize,
    said: &'a str,
}

#[derive(Debug, Serialize)]
struct WireTurn<'a> {
    turn: usize,
    beat: &'a str,
    title: &'a str,
    second_chance: bool,
    mends: Option<usize>,
    at_ms: Option<u64>,
    lines: Vec<WireLine<'a>>,
    cues: Vec<WireCue<'a>>,
    pull: Option<WirePull<'a>>,
    choice: &'a str,
    said: &'a str,
    fits: bool,
    reply: Vec<WireLine<'a>>,
    thought: Option<&'a str>,
    feedback: &'a str,
    half_steps: BTreeMap<&'static str, i32>,
    before: WireGauges,
    after: WireGauges,
    turning_point: Option<WireTurning<'a>>,
    others: Vec<WireOther<'a>>,
    notes: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct WireLine<'a> {
    speaker: &'a str,
    name: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct WireCue<'a> {
    kind: &'static str,
    words: &'a str,
}

#[derive(Debug, Serialize)]
struct WirePull<'a> {
    of: &'static str,
    thought: &'a str,
}

#[derive(Debug, Serialize)]
struct WireGauges {
    anger: u8,
    trust: u8,
}

#[derive(Debug, Serialize)]
struct WireTurning<'a> {
    lost: &'a str,
    left: &'a str,
}

#[derive(Debug, Serialize)]
struct WireOther<'a> {
    said: &'a str,
    fits: bool,
    reply: Vec<WireLine<'a>>,
    best_when: &'a str,
    anger: i8,
    trust: i8,
}

#[derive(Debug, Serialize)]
struct WireAim<'a> {
    turn: usize,
    said: &'a str,
    shown: usize,
    of: usize,
    most_for: Option<&'a str>,
    most_against: Option<&'a str>,
    rather: Option<WireOtherAim<'a>>,
}

#[derive(Debug, Serialize)]
struct WireOtherAim<'a> {
    said: &'a str,
    shown: usize,
    of: usize,
    most_for: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct WireFact<'a> {
    text: &'a str,
    opens: &'a str,
}

#[derive(Debug, Serialize)]
struct WirePromise<'a> {
    id: &'a str,
    act: &'a str,
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct WireEntry<'a> {
    section: &'static str,
    text: &'a str,
    verdict: &'static str,
}

pub(super) fn document(paper: &Paper<'_>) -> String {
    let (debrief, scenario) = (&paper.debrief, paper.talk.scenario());
    let answered: Vec<u64> = paper.answered_at().collect();
    let turns = debrief.turns.iter().enumerate();
    let ending = paper.talk.ending().zip(debrief.ending.as_ref());
    let document = Document {
        format: "kikitori-report",
        version: VERSION,
        lang: paper.lang.code(),
        attempt: about(paper),
        scenario: WireNamed { id: &scenario.id, title: paper.title() },
        seed: paper.talk.transcript().seed.0,
        ending: ending.map(|(ending, (title, text))| WireEnding { id: &ending.id, title, text }),
        skills: Skill::ALL.map(|skill| score(debrief.card.score(skill))).into(),
        critical: debrief.card.critical.iter().copied().map(Critical::code).collect(),
        slips: debrief.card.slips,
        mended: debrief.card.mended,
        cues: WireCues { heard: debrief.cues_heard.0, all: debrief.cues_heard.1 },
        strengths: debrief.strengths.iter().map(growth).collect(),
        to_work_on: debrief.to_work_on.iter().map(growth).collect(),
        turns: turns
            .map(|(at, turn)| one_turn(paper, at, turn, answered.get(at).copied()))
            .collect(),
        aims: debrief.aims.iter().map(aim).collect(),
        told: debrief.told.iter().map(fact).collect(),
        untold: debrief.untold.iter().map(fact).collect(),
        guessed: debrief.guessed.iter().map(fact).collect(),
        leaked: debrief.leaked.iter().map(fact).collect(),
        promises: debrief.promises.iter().map(promise).collect(),
        sheet: debrief.sheet.iter().map(entry).collect(),
        reflection: paper.reflection,
    };
    written(&document)
}

/// The document as text.
pub(super) fn written(document: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(document)
        .expect("plain structs with text keys always have a JSON form");
    escaped_json(&text) + "\n"
}

fn about<'a>(paper: &Paper<'a>) -> WireAbout<'a> {
    let about = paper.about;
    WireAbout {
        id: about.id,
        person: about.person,
        mode: about.mode.code(),
        started: about.started,
        ended: about.ended,
        when: about.when,
        taken_back: about.taken_back,
        scenario_changed: about.changed,
        branch: about
            .branch
            .map(|branch| WireBranch { attempt: branch.attempt, turn: branch.turn + 1 }),
    }
}

fn score(score: &Score) -> WireScore {
    WireScore {
        skill: score.skill.code(),
        points: score.points,
        observations: score.observations,
        level: score.level.map(Level::number),
    }
}

fn growth(growth: &Growth) -> WireGrowth<'_> {
    WireGrowth {
        indicator: growth.indicator.code(),
        half_steps: growth.rating.half_steps(),
        turn: growth.turn + 1,
        said: &growth.said,
    }
}

fn one_turn<'a>(
    paper: &'a Paper<'_>,
    at: usize,
    turn: &'a TurnReview,
    at_ms: Option<u64>,
) -> WireTurn<'a> {
    let (scenario, taken) = (paper.talk.scenario(), &paper.talk.turns()[at]);
    let rated = turn.ratings.iter();
    let turning = turn.turning.as_ref();
    WireTurn {
        turn: at + 1,
        beat: &scenario.beat(taken.beat).id,
        title: &turn.title,
        second_chance: turn.second_chance,
        mends: turn.mends.map(|at| at + 1),
        at_ms,
        lines: lines(&turn.lines),
        cues: turn.cues.iter().map(cue).collect(),
        pull: turn.pull.as_ref().map(|(of, thought)| WirePull { of: of.code(), thought }),
        choice: &scenario.choice(taken.beat, taken.choice).id,
        said: &turn.said,
        fits: turn.is_key,
        reply: lines(&turn.reply),
        thought: turn.thought.as_deref(),
        feedback: &turn.feedback,
        half_steps: rated.map(|(at, rating)| (at.code(), rating.half_steps())).collect(),
        before: gauges(turn.before),
        after: gauges(turn.after),
        turning_point: turning.map(|(lost, left)| WireTurning { lost, left }),
        others: turn.others.iter().map(other).collect(),
        notes: paper.notes_on(at).collect(),
    }
}

fn lines(lines: &[LineView]) -> Vec<WireLine<'_>> {
    lines
        .iter()
        .map(|line| WireLine { speaker: &line.speaker, name: &line.name, text: &line.text })
        .collect()
}

fn cue(cue: &CueView) -> WireCue<'_> {
    let (kind, words) = match cue {
        CueView::Line(words) => ("line", words),
        CueView::Rule(words) => ("rule", words),
        CueView::Known(words) => ("known", words),
        CueView::Fact(words) => ("fact", words),
        CueView::Promise(words) => ("promise", words),
    };
    WireCue { kind, words }
}

fn gauges(gauges: Gauges) -> WireGauges {
    WireGauges { anger: gauges.anger, trust: gauges.trust }
}

fn other(other: &OtherReply) -> WireOther<'_> {
    WireOther {
        said: &other.said,
        fits: other.is_key,
        reply: lines(&other.reply),
        best_when: &other.best_when,
        anger: other.anger,
        trust: other.trust,
    }
}

fn aim(aim: &AimReview) -> WireAim<'_> {
    WireAim {
        turn: aim.turn + 1,
        said: &aim.said,
        shown: aim.shown,
        of: aim.of,
        most_for: aim.most_for.as_deref(),
        most_against: aim.most_against.as_deref(),
        rather: aim.rather.as_ref().map(|other| WireOtherAim {
            said: &other.said,
            shown: other.shown,
            of: other.of,
            most_for: other.most_for.as_deref(),
        }),
    }
}

fn fact(fact: &FactView) -> WireFact<'_> {
    WireFact { text: &fact.text, opens: &fact.opens }
}

fn promise(promise: &PromiseView) -> WirePromise<'_> {
    WirePromise { id: &promise.id, act: &promise.act, state: promise.state.code() }
}

fn entry(entry: &EntryReview) -> WireEntry<'_> {
    WireEntry { section: entry.section.code(), text: &entry.text, verdict: entry.verdict.code() }
}
