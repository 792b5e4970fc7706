//! Small stories for tests: the smallest whole scenario with other parts after its briefing.

use std::sync::Arc;

use kikitori::diagnostic::Rule;
use kikitori::scenario::{Compiled, Scenario, read_and_compile};
use kikitori::session::{Action, At, Entries, Event, Refusal, Seed, Session};

const TINY: &str = include_str!("../scenarios/tiny.ron");

/// A text where nobody reads it.
pub(crate) const WORDS: &str = r#"(en: "Words.", ja: "言葉。")"#;

/// The story with these parts: everything that comes after the briefing. `WORDS` stands for a text.
pub(crate) fn compiled(parts: &str) -> Compiled {
    read_and_compile(&written(parts))
}

/// The same as a file has it.
pub(crate) fn written(parts: &str) -> String {
    let (head, _) = TINY.split_once("    start: (").unwrap();
    format!("{head}{parts})").replace("WORDS", WORDS)
}

/// The same, where nothing may be wrong with it.
pub(crate) fn story(parts: &str) -> Arc<Scenario> {
    let (scenario, findings) = compiled(parts);
    assert_eq!(findings, vec![], "{parts}");
    Arc::new(scenario.unwrap())
}

/// The rules that a story breaks, in the order of the file.
pub(crate) fn broken_rules(parts: &str) -> Vec<Rule> {
    compiled(parts).1.iter().map(|finding| finding.rule).collect()
}

/// A choice with its ratings on P1, O1 and C1, and with what else it has.
pub(crate) fn choice(id: &str, [p, o, c]: [&str; 3], rest: &str) -> String {
    format!(
        r#"(id: "{id}", say: WORDS, reply: WORDS, ratings: (P1: {p}, O1: {o}, C1: {c}), feedback: WORDS, best_when: WORDS, {rest}),"#
    )
}

/// The best choice.
pub(crate) fn key(id: &str, rest: &str) -> String {
    choice(id, ["1", "1", "1"], rest)
}

/// A choice that is not the best.
pub(crate) fn other(id: &str, rest: &str) -> String {
    choice(id, ["0", "-0.5", "0.5"], rest)
}

/// A beat whose key is `k`, with what else it has.
pub(crate) fn beat(id: &str, rest: &str, choices: &[String]) -> String {
    let choices = choices.concat();
    format!(
        r#""{id}": (title: WORDS, lines: WORDS, cues: Line{WORDS}, rates: [P1, O1, C1], key: "k", choices: [{choices}], {rest}),"#
    )
}

/// A beat at which there is only one thing to say but the key, both leading on by `next`.
pub(crate) fn plain(id: &str, next: &str) -> String {
    beat(id, &format!("next: {next}"), &[key("k", ""), other("o", "")])
}

/// A beat that offers topics and leads on to the ending `end`.
pub(crate) fn hub(topics: &str, rest: &str) -> String {
    format!(r#""hub": (title: WORDS, lines: WORDS, topics: [{topics}], next: "end", {rest}),"#)
}

/// Something that can be asked there.
pub(crate) fn topic(id: &str, to: &str, rest: &str) -> String {
    format!(r#"(id: "{id}", say: WORDS, to: "{to}", {rest}),"#)
}

/// Three topics with a beat each.
pub(crate) fn three_topics(rest: &str) -> String {
    let topics = ["a", "b", "c"].map(|id| topic(id, id, ""));
    let to_hub = ["a", "b", "c"].map(|id| plain(id, r#""hub""#));
    let beats = [hub(&topics.concat(), rest), to_hub.concat()];
    parts("hub", "", &beats, &["end"])
}

/// Endings with these ids, worst first.
pub(crate) fn endings(ids: &[&str]) -> String {
    let one = |id: &&str| format!(r#""{id}": (outcome: Calmed, title: WORDS, text: WORDS),"#);
    format!("endings: {{ {} }},", ids.iter().map(one).collect::<String>())
}

/// Parts with these beats, the first of them first.
pub(crate) fn parts(first: &str, declared: &str, beats: &[String], ends: &[&str]) -> String {
    let (beats, ends) = (beats.concat(), endings(ends));
    format!(
        r#"start: (anger: 4, trust: 3), {declared} opens_at: "{first}", beats: {{ {beats} }}, {ends}"#
    )
}

/// Plays choices by id; `wait` lets the time run out, `fill a,b` fills the sheet, a last `!` is not taken.
pub(crate) fn play(scenario: &Arc<Scenario>, seed: u64, steps: &str) -> Session {
    let mut talk = Session::start(Arc::clone(scenario), Seed(seed));
    for step in steps.split_whitespace() {
        act(&mut talk, step).unwrap_or_else(|refusal| panic!("{step}: {refusal}"));
    }
    talk
}

/// One step of [`play`].
pub(crate) fn act(talk: &mut Session, step: &str) -> Result<Vec<Event>, Refusal> {
    let action = match step.strip_prefix("fill:") {
        Some(ids) => Action::Fill(entries(talk.scenario(), ids)),
        None if step == "wait" => Action::TimeRanOut,
        None => Action::Choose(talk.find(step).unwrap_or_else(|| panic!("no {step} {}", at(talk)))),
    };
    talk.handle(action, 0)
}

fn entries(scenario: &Scenario, ids: &str) -> Entries {
    let known = &scenario.sheet.as_ref().unwrap().entries;
    let place = |id: &str| known.iter().position(|entry| entry.id == id).unwrap();
    ids.split(',').filter(|id| !id.is_empty()).map(place).fold(Entries::default(), Entries::with)
}

/// Where a talk stands: the id of a beat or an ending, or `sheet`.
pub(crate) fn at(talk: &Session) -> String {
    match talk.state().at {
        At::Beat(beat) => talk.scenario().beat(beat).id.clone(),
        At::Ended(ending) => talk.scenario().ending(ending).id.clone(),
        At::Sheet => "sheet".to_owned(),
        At::Chance(..) => "chance".to_owned(),
    }
}

/// The ids of what is shown now, in that order.
pub(crate) fn shown(talk: &Session) -> Vec<String> {
    let beat = talk.scenario().beat(talk.beat().unwrap());
    talk.shown_choices().iter().map(|at| beat.choices[at.at()].id.clone()).collect()
}
