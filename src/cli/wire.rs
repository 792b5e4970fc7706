//! `kikitori play --json`: the wire format that programs drive a talk with.
//!
//! Fields may be added, also to the messages from the driver; the ones here never change.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use anyhow::bail;
use serde::{Deserialize, Serialize};

use crate::assess::{scorecard, sheet_review};
use crate::cli::Outcome;
use crate::cli::keeping::Keeping;
use crate::lang::Lang;
use crate::rubric::{Critical, Level};
use crate::scenario::Gauges;
use crate::session::{
    Action, ChoiceView, ClockView, Entries, Event, LineView, Moment, Refusal, Session, TalkView,
};
use crate::store::AttemptId;

/// The longest line that a driver may send, in bytes.
const LINE_MAX: u64 = 64 * 1024;

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Sent<'s> {
    Beat {
        beat: &'s str,
        lines: Vec<WireLine<'s>>,
        gauges: WireGauges,
        choices: Vec<WireChoice<'s>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        locked: Vec<WireLocked<'s>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u16>,
        #[serde(skip_serializing_if = "Option::is_none")]
        voice: Option<&'s str>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        asks_aim: bool,
        #[serde(flatten)]
        story: WireStory<'s>,
        second_chance: bool,
        scenario: &'s str,
        seed: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        attempt: Option<&'s str>,
    },
    Reply {
        choice: &'s str,
        lines: Vec<WireLine<'s>>,
        gauges: WireGauges,
        feedback: &'s str,
    },
    Sheet {
        entries: Vec<WireEntry<'s>>,
        #[serde(flatten)]
        story: WireStory<'s>,
    },
    End {
        ending: &'s str,
        scores: BySkill<u8>,
        observations: BySkill<u32>,
        critical: Vec<&'s str>,
        slips: u32,
        mended: u32,
        levels: BySkill<Option<u8>>,
        title: &'s str,
        text: &'s str,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        sheet: Vec<WireVerdict<'s>>,
        #[serde(flatten)]
        story: WireStory<'s>,
    },
    Error {
        message: String,
    },
}

#[derive(Debug, Serialize)]
struct WireLine<'s> {
    speaker: &'s str,
    text: &'s str,
}

#[derive(Debug, Serialize)]
struct WireChoice<'s> {
    id: &'s str,
    text: &'s str,
}

/// A choice that is shown and cannot be said yet.
#[derive(Debug, Serialize)]
struct WireLocked<'s> {
    id: &'s str,
    text: &'s str,
    why: &'s str,
}

/// What only some stories have.
#[derive(Debug, Serialize)]
struct WireStory<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clock: Option<WireClock<'s>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    own_gauges: BTreeMap<&'s str, u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    promises: Vec<WirePromise<'s>>,
}

#[derive(Debug, Serialize)]
struct WireClock<'s> {
    day: u16,
    time: &'s str,
}

#[derive(Debug, Serialize)]
struct WirePromise<'s> {
    id: &'s str,
    state: &'static str,
    due: Option<WireClock<'s>>,
}

#[derive(Debug, Serialize)]
struct WireEntry<'s> {
    id: &'s str,
    section: &'static str,
    text: &'s str,
}

#[derive(Debug, Serialize)]
struct WireVerdict<'s> {
    entry: &'s str,
    verdict: &'static str,
}

#[derive(Debug, Serialize)]
struct WireGauges {
    anger: u8,
    trust: u8,
}

#[derive(Debug, Serialize)]
struct BySkill<T> {
    perspective: T,
    ownership: T,
    calm: T,
}

#[derive(Debug, Deserialize)]
struct Received {
    choose: Option<String>,
    wait: Option<bool>,
    fill: Option<Vec<String>>,
    quit: Option<bool>,
}

/// Plays a talk with a program that reads `out` and writes `input`, until the talk or the input ends.
pub(super) fn run(
    mut talk: Session,
    mut keeping: Keeping,
    lang: Lang,
    clock: impl Fn() -> u64,
    mut input: impl BufRead,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    send_moment(&talk, &keeping, lang, out)?;
    while !talk.is_over() {
        let Some(line) = read_line(&mut input)? else {
            break;
        };
        let asked = line.map_err(str::to_owned).and_then(|line| understand(&line));
        let action = match asked {
            Ok(Asked::Quit) => break,
            Ok(Asked::Nothing) => continue,
            Ok(Asked::Choose(id)) => {
                talk.find(&id).map(Action::Choose).ok_or_else(|| no_such_choice(&talk, &id))
            }
            Ok(Asked::Wait) => Ok(Action::TimeRanOut),
            Ok(Asked::Fill(ids)) => entries(&talk, &ids).map(Action::Fill),
            Err(message) => Err(message),
        };
        let (at, mut after) = (clock(), talk.clone());
        let done = action.and_then(|action| {
            let events = after.handle(action, at).map_err(|refusal| refusal.to_string())?;
            Ok((action, events))
        });
        match done {
            Err(message) => send(out, &Sent::Error { message })?,
            Ok((action, events)) => {
                if let Err(fault) = keeping.keep(&talk, (action, at), &after) {
                    let message = fault.sentence(lang);
                    send(out, &Sent::Error { message: message.clone() })?;
                    bail!(message);
                }
                talk = after;
                if let Some(Event::Chose(..)) = events.first() {
                    send_reply(&talk, lang, out)?;
                }
                send_moment(&talk, &keeping, lang, out)?;
            }
        }
    }
    Ok(Outcome::Clean)
}

/// The next line of the driver; a line that is too long or no text is an error that the talk survives.
fn read_line(input: &mut impl BufRead) -> std::io::Result<Option<Result<String, &'static str>>> {
    let mut bytes = Vec::new();
    let read = std::io::Read::take(&mut *input, LINE_MAX).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if u64::try_from(read).is_ok_and(|read| read == LINE_MAX) && !bytes.ends_with(b"\n") {
        skip_line(input)?;
        return Ok(Some(Err("this line is longer than 64 KB")));
    }
    Ok(Some(String::from_utf8(bytes).map_err(|_| "this line is not UTF-8")))
}

/// Reads on to the end of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let (used, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), false),
        };
        input.consume(used);
        if ended {
            return Ok(());
        }
    }
}

enum Asked {
    Choose(String),
    Wait,
    Fill(Vec<String>),
    Quit,
    Nothing,
}

/// What a driver can ask for.
const ASKS: &str = r#"{"choose":ID}, {"wait":true}, {"fill":[ID]} or {"quit":true}"#;

fn understand(line: &str) -> Result<Asked, String> {
    if line.trim().is_empty() {
        return Ok(Asked::Nothing);
    }
    let received: Received =
        serde_json::from_str(line).map_err(|error| format!("this line is not {ASKS}: {error}"))?;
    match received {
        Received { quit: Some(true), .. } => Ok(Asked::Quit),
        Received { choose: Some(id), .. } => Ok(Asked::Choose(id)),
        Received { wait: Some(true), .. } => Ok(Asked::Wait),
        Received { fill: Some(ids), .. } => Ok(Asked::Fill(ids)),
        Received { .. } => Err(format!("this line is not {ASKS}")),
    }
}

fn no_such_choice(talk: &Session, id: &str) -> String {
    let Some(beat) = talk.beat() else {
        return Refusal::AtTheSheet.to_string();
    };
    let beat = talk.scenario().beat(beat);
    let known: Vec<&str> = beat.choices.iter().map(|choice| choice.id.as_str()).collect();
    format!("beat {} has no choice {id:?}; it has {}", beat.id, known.join(", "))
}

/// The entries with these ids.
fn entries(talk: &Session, ids: &[String]) -> Result<Entries, String> {
    let known: Vec<&str> = talk
        .scenario()
        .sheet
        .iter()
        .flat_map(|sheet| &sheet.entries)
        .map(|entry| entry.id.as_str())
        .collect();
    ids.iter().try_fold(Entries::default(), |all, id| {
        let at = known.iter().position(|known| known == id);
        at.map(|at| all.with(at))
            .ok_or_else(|| format!("the sheet has no entry {id:?}; it has {}", known.join(", ")))
    })
}

fn send_moment(
    talk: &Session,
    keeping: &Keeping,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let view = talk.view(lang);
    match &view.now {
        Moment::Sheet { entries } => send(
            out,
            &Sent::Sheet {
                entries: entries
                    .iter()
                    .map(|entry| WireEntry {
                        id: &entry.id,
                        section: entry.section.code(),
                        text: &entry.text,
                    })
                    .collect(),
                story: wire_story(&view),
            },
        ),
        Moment::Decision { beat, lines, choices, second_chance, seconds, voice, asks_aim } => send(
            out,
            &Sent::Beat {
                beat,
                lines: wire_lines(lines),
                gauges: view.gauges.into(),
                choices: choices
                    .iter()
                    .filter(|choice| choice.locked.is_none())
                    .map(|choice| WireChoice { id: &choice.id, text: &choice.text })
                    .collect(),
                locked: choices.iter().filter_map(wire_locked).collect(),
                seconds: *seconds,
                voice: voice.as_deref(),
                asks_aim: *asks_aim,
                story: wire_story(&view),
                second_chance: *second_chance,
                scenario: &talk.scenario().id,
                seed: talk.transcript().seed.0,
                attempt: keeping.id().map(AttemptId::as_str),
            },
        ),
        Moment::Ended { ending, .. } => {
            let card = scorecard(talk, keeping.reference());
            let ended = talk.ending();
            let [perspective, ownership, calm] = card.scores;
            send(
                out,
                &Sent::End {
                    ending,
                    scores: BySkill {
                        perspective: perspective.points,
                        ownership: ownership.points,
                        calm: calm.points,
                    },
                    observations: BySkill {
                        perspective: perspective.observations,
                        ownership: ownership.observations,
                        calm: calm.observations,
                    },
                    critical: card.critical.iter().copied().map(Critical::code).collect(),
                    slips: card.slips,
                    mended: card.mended,
                    levels: BySkill {
                        perspective: perspective.level.map(Level::number),
                        ownership: ownership.level.map(Level::number),
                        calm: calm.level.map(Level::number),
                    },
                    title: ended.map_or("", |ending| ending.title.get(lang)),
                    text: ended.map_or("", |ending| ending.text.get(lang)),
                    sheet: wire_verdicts(talk, lang),
                    story: wire_story(&view),
                },
            )
        }
    }
}

fn send_reply(talk: &Session, lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    let view = talk.view(lang);
    let (Some(turn), Some(shown)) = (talk.turns().last(), view.turns.last()) else {
        return Ok(());
    };
    let choice = talk.scenario().choice(turn.beat, turn.choice);
    let reply = Sent::Reply {
        choice: &choice.id,
        lines: wire_lines(&shown.reply),
        gauges: shown.gauges.into(),
        feedback: choice.feedback.get(lang),
    };
    send(out, &reply)
}

fn wire_locked(choice: &ChoiceView) -> Option<WireLocked<'_>> {
    let why = choice.locked.as_deref()?;
    Some(WireLocked { id: &choice.id, text: &choice.text, why })
}

fn wire_story(view: &TalkView) -> WireStory<'_> {
    WireStory {
        act: view.act.as_deref(),
        clock: view.clock.as_ref().map(wire_clock),
        own_gauges: view.own_gauges.iter().map(|gauge| (gauge.id.as_str(), gauge.value)).collect(),
        promises: view
            .promises
            .iter()
            .map(|promise| WirePromise {
                id: &promise.id,
                state: promise.state.code(),
                due: promise.due.as_ref().map(wire_clock),
            })
            .collect(),
    }
}

fn wire_clock(clock: &ClockView) -> WireClock<'_> {
    WireClock { day: clock.day, time: &clock.time }
}

fn wire_verdicts(talk: &Session, lang: Lang) -> Vec<WireVerdict<'_>> {
    let entries = talk.scenario().sheet.iter().flat_map(|sheet| &sheet.entries);
    entries
        .zip(sheet_review(talk, lang))
        .map(|(entry, review)| WireVerdict { entry: &entry.id, verdict: review.verdict.code() })
        .collect()
}

fn wire_lines(lines: &[LineView]) -> Vec<WireLine<'_>> {
    lines.iter().map(|line| WireLine { speaker: &line.speaker, text: &line.text }).collect()
}

impl From<Gauges> for WireGauges {
    fn from(gauges: Gauges) -> Self {
        Self { anger: gauges.anger, trust: gauges.trust }
    }
}

/// One object a line, sent at once: the driver waits for it.
fn send(out: &mut impl Write, message: &Sent<'_>) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, message).map_err(std::io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}
