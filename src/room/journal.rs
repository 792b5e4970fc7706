//! A room's journal: a line for what it began with and one for every key, so that it can be resumed at the same state.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::room::prepared::PlanFile;
use crate::room::{Pick, Room, RoomAction, RoomEntry, Round, Setup, Stage};
use crate::scenario::{ChoiceIdx, Scenario};
use crate::session::Seed;

/// Why a journal cannot be resumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalFault {
    /// It does not begin as a journal does.
    NoHead,
    /// Nobody has this scenario.
    NoScenario(String),
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    kikitori_room: u16,
    plan: PlanFile,
    seed: u64,
    group: u16,
    room_lang: String,
    trainer_lang: String,
    #[serde(default)]
    contact: String,
}

/// Every other line.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Written {
    at: u32,
    #[serde(rename = "do")]
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    votes: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choice: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

/// The line that a journal begins with.
pub fn head_line(setup: &Setup, room: Lang, trainer: Lang) -> String {
    let head = Head {
        kikitori_room: 1,
        plan: PlanFile::of(&setup.scenario, &setup.plan),
        seed: setup.seed.0,
        group: setup.group,
        room_lang: room.code().to_owned(),
        trainer_lang: trainer.code().to_owned(),
        contact: setup.contact.clone(),
    };
    serde_json::to_string(&head).unwrap_or_default()
}

/// The line of something that was done.
pub fn entry_line(entry: &RoomEntry) -> String {
    let what = |what: &str| Written { at: entry.at, what: what.to_owned(), ..Written::default() };
    let picked = |name: &str, pick: Pick| match pick {
        Pick::Majority => Written { to: Some("majority".to_owned()), ..what(name) },
        Pick::Best => Written { to: Some("best".to_owned()), ..what(name) },
        Pick::Choice(choice) => Written { choice: Some(choice.0), ..what(name) },
    };
    let worded = |name: &str, words: &str| Written { words: Some(words.to_owned()), ..what(name) };
    let numbered = |name: &str, number: u16| Written { number: Some(number), ..what(name) };
    let written = match &entry.action {
        RoomAction::Go(Stage::Analyse(at)) => {
            Written { to: Some("analyse".to_owned()), ..numbered("go", u16::from(*at)) }
        }
        RoomAction::Go(stage) => Written { to: Some(stage.code().to_owned()), ..what("go") },
        RoomAction::Back => what("back"),
        RoomAction::Count(at) => numbered("count", u16::from(*at)),
        RoomAction::Total(at, votes) => {
            Written { votes: Some(*votes), ..numbered("total", u16::from(*at)) }
        }
        RoomAction::Uncount => what("uncount"),
        RoomAction::Play(pick) => picked("play", *pick),
        RoomAction::Tell(pick) => picked("tell", *pick),
        RoomAction::Peek(choice) => picked("peek", Pick::Choice(*choice)),
        RoomAction::Swap => what("swap"),
        RoomAction::Group(group) => numbered("group", *group),
        RoomAction::Tick(at) => numbered("tick", u16::from(*at)),
        RoomAction::HandOver => what("hand-over"),
        RoomAction::Note(words) => worded("note", words),
        RoomAction::TakeAway(words) => worded("take-away", words),
        RoomAction::NextDate(words) => worded("next-date", words),
        RoomAction::LookBack => what("look-back"),
    };
    serde_json::to_string(&written).unwrap_or_default()
}

/// The action of a line.
fn action(written: &Written) -> Option<RoomAction> {
    let number = || written.number;
    let small = || written.number.and_then(|number| u8::try_from(number).ok());
    let words = || written.words.clone();
    let pick = || match (written.to.as_deref(), written.choice) {
        (Some("majority"), _) => Some(Pick::Majority),
        (Some("best"), _) => Some(Pick::Best),
        (_, Some(choice)) => Some(Pick::Choice(ChoiceIdx(choice))),
        _ => None,
    };
    Some(match written.what.as_str() {
        "go" => RoomAction::Go(stage(written.to.as_deref()?, written.number)?),
        "back" => RoomAction::Back,
        "count" => RoomAction::Count(small()?),
        "total" => RoomAction::Total(small()?, written.votes?),
        "uncount" => RoomAction::Uncount,
        "play" => RoomAction::Play(pick()?),
        "tell" => RoomAction::Tell(pick()?),
        "peek" => RoomAction::Peek(ChoiceIdx(written.choice?)),
        "swap" => RoomAction::Swap,
        "group" => RoomAction::Group(number()?),
        "tick" => RoomAction::Tick(small()?),
        "hand-over" => RoomAction::HandOver,
        "note" => RoomAction::Note(words()?),
        "take-away" => RoomAction::TakeAway(words()?),
        "next-date" => RoomAction::NextDate(words()?),
        "look-back" => RoomAction::LookBack,
        _ => return None,
    })
}

/// The stages that an action can name.
const STAGES: &[Stage] = &[
    Stage::Opening,
    Stage::Context,
    Stage::Rules,
    Stage::Line,
    Stage::Say,
    Stage::SayInPairs,
    Stage::Options,
    Stage::Vote(Round::First),
    Stage::Vote(Round::Second),
    Stage::Closed,
    Stage::Talk,
    Stage::Reveal,
    Stage::Reaction,
    Stage::Note,
    Stage::Sheet,
    Stage::Ending,
    Stage::Untold,
    Stage::Pairs,
    Stage::Writing,
    Stage::Gather,
    Stage::Route,
    Stage::PlusDelta,
    Stage::Summarise,
    Stage::Closing,
];

fn stage(code: &str, number: Option<u16>) -> Option<Stage> {
    if code == "analyse" {
        return number.and_then(|number| u8::try_from(number).ok()).map(Stage::Analyse);
    }
    STAGES.iter().copied().find(|stage| stage.code() == code)
}

/// A room as its journal left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resumed {
    /// The room.
    pub room: Room,
    /// The language of the room's window.
    pub room_lang: Lang,
    /// The language of the trainer's window.
    pub trainer_lang: Lang,
    /// Seconds since the room began, when the last key was pressed.
    pub at: u32,
    /// How many lines were taken, the first among them.
    pub lines: usize,
    /// Whether every line was understood and taken; a last line cut short by a crash is not.
    pub whole: bool,
}

/// Reads a journal and has the room again, as far as its lines go.
///
/// # Errors
/// A [`JournalFault`] where it does not even begin.
pub fn read_journal(
    text: &str,
    find: impl Fn(&str) -> Option<Arc<Scenario>>,
) -> Result<Resumed, JournalFault> {
    let mut lines = text.lines();
    let head = lines.next().and_then(|line| serde_json::from_str::<Head>(line).ok());
    let head = head.filter(|head| head.kikitori_room == 1).ok_or(JournalFault::NoHead)?;
    let id = head.plan.scenario();
    let scenario = find(id).ok_or_else(|| JournalFault::NoScenario(id.to_owned()))?;
    let plan = head.plan.plan(&scenario);
    let (seed, group, contact) = (Seed(head.seed), head.group, head.contact);
    let setup = Setup { scenario, plan, seed, group, contact };
    let lang = |code: &str| Lang::from_code(code).unwrap_or(Lang::En);
    let mut resumed = Resumed {
        room: Room::open(setup),
        room_lang: lang(&head.room_lang),
        trainer_lang: lang(&head.trainer_lang),
        at: 0,
        lines: 1,
        whole: true,
    };
    for line in lines {
        let written = serde_json::from_str::<Written>(line).ok();
        let taken = written.and_then(|written| {
            resumed.room.handle(&action(&written)?).ok()?;
            Some(written.at)
        });
        let Some(at) = taken else {
            resumed.whole = false;
            break;
        };
        resumed.at = at;
        resumed.lines += 1;
    }
    Ok(resumed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_read_as_it_was_written() {
        let words = || "言えた一文 \"so\"\n".to_owned();
        let mut actions: Vec<RoomAction> = STAGES.iter().copied().map(RoomAction::Go).collect();
        actions.extend([
            RoomAction::Go(Stage::Analyse(1)),
            RoomAction::Back,
            RoomAction::Count(3),
            RoomAction::Total(2, 14),
            RoomAction::Uncount,
            RoomAction::Play(Pick::Majority),
            RoomAction::Play(Pick::Choice(ChoiceIdx(2))),
            RoomAction::Tell(Pick::Best),
            RoomAction::Peek(ChoiceIdx(1)),
            RoomAction::Swap,
            RoomAction::Group(24),
            RoomAction::Tick(5),
            RoomAction::HandOver,
            RoomAction::Note(words()),
            RoomAction::TakeAway(words()),
            RoomAction::NextDate(words()),
            RoomAction::LookBack,
        ]);
        for wanted in actions {
            let line = entry_line(&RoomEntry { action: wanted.clone(), at: 61 });
            assert!(!line.contains('\n'), "{line}");
            let written: Written = serde_json::from_str(&line).unwrap();
            assert_eq!((action(&written), written.at), (Some(wanted), 61), "{line}");
        }
    }
}
