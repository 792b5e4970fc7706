//! What is kept of a room: votes, lines and take-aways, and nothing about persons.

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::room::{Ballot, Room, view::letter};
use crate::session::{Turn, key_of};

/// One option of a decision, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionRecord {
    /// `A`, `B` and so on.
    pub letter: char,
    /// The choice's id.
    pub choice: String,
    /// The words.
    pub text: String,
    /// Votes before the talk.
    pub first: u16,
    /// Votes after it.
    pub second: u16,
    /// Whether it was the best.
    pub best: bool,
    /// Whether the room said it.
    pub said: bool,
}

/// One decision, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// The beat's id.
    pub beat: String,
    /// The beat's title.
    pub title: String,
    /// What led to it.
    pub line: String,
    /// Whether it was only told in a line.
    pub told: bool,
    /// Whether the room took this way, or came back from it.
    pub on_the_way: bool,
    /// The options; of a decision that was not voted on, the one that was said.
    pub options: Vec<OptionRecord>,
    /// What else was looked at here.
    pub peeked: Vec<String>,
    /// Good lines that were heard here.
    pub lines: Vec<String>,
}

impl DecisionRecord {
    /// How many of the first vote, and of all votes in it, went to the best reply; `None` without a vote.
    pub fn first_best(&self) -> Option<(u16, u16)> {
        share(&self.options, |option| option.first)
    }

    /// The same of the second vote.
    pub fn second_best(&self) -> Option<(u16, u16)> {
        share(&self.options, |option| option.second)
    }
}

fn share(options: &[OptionRecord], votes: impl Fn(&OptionRecord) -> u16) -> Option<(u16, u16)> {
    let all: u16 = options.iter().map(&votes).sum();
    let best = options.iter().filter(|option| option.best).map(&votes).sum();
    (all > 0).then_some((best, all))
}

/// A session of a room, as it is kept: in one language, with no names in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The form of this record.
    pub kikitori_room_record: u16,
    /// The scenario's id.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// The language of the texts.
    pub lang: String,
    /// The day, as the shell that wrote it knew it.
    pub day: String,
    /// The minutes planned.
    pub minutes: u16,
    /// How many people voted.
    pub group: u16,
    /// The decisions, in order; then those that the room came back from.
    pub decisions: Vec<DecisionRecord>,
    /// How it ended; empty where it was not played to its end.
    pub ending: String,
    /// Good lines that were heard in the look back.
    pub lines: Vec<String>,
    /// What people will really say this week.
    pub take_aways: Vec<String>,
    /// When the room meets again.
    pub next_date: String,
    /// Where to turn afterwards; empty where the trainer wrote nothing.
    #[serde(default)]
    pub contact: String,
}

impl Record {
    /// The record of a room, in one language. The day comes from whoever reads a clock.
    pub fn of(room: &Room, lang: Lang, day: &str) -> Self {
        let scenario = room.scenario();
        let turns = room.talk().turns().iter().enumerate();
        let mut decisions: Vec<DecisionRecord> =
            turns.map(|(at, turn)| decision(room, at, turn, lang)).collect();
        decisions.extend(left(room, lang));
        let in_look_back = room.noted().iter().filter(|noted| noted.beat.is_none());
        Self {
            kikitori_room_record: 1,
            scenario: scenario.id.clone(),
            title: scenario.title.get(lang).to_owned(),
            lang: lang.code().to_owned(),
            day: day.to_owned(),
            minutes: room.setup().plan.length.minutes(),
            group: room.group(),
            decisions,
            ending: room
                .talk()
                .ending()
                .map(|ending| ending.title.get(lang).to_owned())
                .unwrap_or_default(),
            lines: in_look_back.map(|noted| noted.words.clone()).collect(),
            take_aways: room.take_aways().to_vec(),
            next_date: room.next_date().to_owned(),
            contact: room.contact(),
        }
    }

    /// As JSON.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// From JSON; `None` where it is no record.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// As CSV: a row for each option of each decision, then one for each line that was written down.
    pub fn csv(&self) -> String {
        let mut rows = vec![
            [
                "beat",
                "title",
                "letter",
                "text",
                "first_vote",
                "second_vote",
                "best",
                "said",
                "on_the_way",
                "told",
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        let yes = |yes: bool| if yes { "1" } else { "0" }.to_owned();
        for one in &self.decisions {
            for option in &one.options {
                rows.push(vec![
                    one.beat.clone(),
                    one.title.clone(),
                    option.letter.to_string(),
                    option.text.clone(),
                    option.first.to_string(),
                    option.second.to_string(),
                    yes(option.best),
                    yes(option.said),
                    yes(one.on_the_way),
                    yes(one.told),
                ]);
            }
        }
        let heard = self
            .decisions
            .iter()
            .flat_map(|one| one.lines.iter().map(|line| (&one.beat[..], "line", line)));
        let heard = heard.chain(self.lines.iter().map(|line| ("", "line", line)));
        for (beat, kind, words) in
            heard.chain(self.take_aways.iter().map(|words| ("", "take-away", words)))
        {
            let mut row = vec![beat.to_owned(), kind.to_owned(), String::new(), words.clone()];
            row.resize(10, String::new());
            rows.push(row);
        }
        let line = |row: Vec<String>| {
            row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n"
        };
        rows.into_iter().map(line).collect()
    }
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if risky { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

fn decision(room: &Room, at: usize, turn: &Turn, lang: Lang) -> DecisionRecord {
    let scenario = room.scenario();
    let beat = scenario.beat(turn.beat);
    let route = room.route_before(at);
    let best = key_of(beat, &turn.before);
    let unvoted = Ballot::new(turn.beat, vec![turn.choice]);
    let ballot = room.ballots().get(&route).unwrap_or(&unvoted);
    let mut options = options(room, ballot, lang);
    for (option, choice) in options.iter_mut().zip(&ballot.options) {
        option.best = *choice == best;
        option.said = *choice == turn.choice;
    }
    let lines =
        room.talk().view(lang).turns.get(at).map(|turn| turn.lines.clone()).unwrap_or_default();
    let lines: Vec<String> = lines.into_iter().map(|line| line.text).collect();
    let peeked = room.peeked().iter().filter(|(before, _)| *before == route);
    let heard = room.noted().iter().filter(|noted| noted.beat == Some(turn.beat));
    DecisionRecord {
        beat: beat.id.clone(),
        title: beat.title.get(lang).to_owned(),
        line: lines.join(" "),
        told: room.was_told(&route),
        on_the_way: true,
        options,
        peeked: peeked.map(|(_, choice)| room.words(turn.beat, *choice, lang)).collect(),
        lines: heard.map(|noted| noted.words.clone()).collect(),
    }
}

fn options(room: &Room, ballot: &Ballot, lang: Lang) -> Vec<OptionRecord> {
    let votes = |counts: &[u16], at: usize| counts.get(at).copied().unwrap_or_default();
    let option = |(at, choice): (usize, &crate::scenario::ChoiceIdx)| OptionRecord {
        letter: letter(at),
        choice: room.scenario().choice(ballot.beat, *choice).id.clone(),
        text: room.words(ballot.beat, *choice, lang),
        first: votes(ballot.first.counts(), at),
        second: votes(ballot.second.counts(), at),
        best: false,
        said: false,
    };
    ballot.options.iter().enumerate().map(option).collect()
}

/// Votes at decisions that the room came back from, or has not decided yet: no vote is lost.
fn left(room: &Room, lang: Lang) -> Vec<DecisionRecord> {
    let taken: Vec<_> = (0..room.talk().turns().len()).map(|at| room.route_before(at)).collect();
    let voted = |ballot: &Ballot| ballot.first.total() > 0 || ballot.second.total() > 0;
    let left =
        room.ballots().iter().filter(|(route, ballot)| !taken.contains(route) && voted(ballot));
    let record = |(_, ballot): (&crate::room::Route, &Ballot)| DecisionRecord {
        beat: room.scenario().beat(ballot.beat).id.clone(),
        title: room.scenario().beat(ballot.beat).title.get(lang).to_owned(),
        line: String::new(),
        told: false,
        on_the_way: false,
        options: options(room, ballot, lang),
        peeked: Vec::new(),
        lines: Vec::new(),
    };
    left.map(record).collect()
}

/// How a decision went in an earlier session and in a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The beat's title.
    pub title: String,
    /// Of the earlier first vote: how many of how many went to the best reply.
    pub before: (u16, u16),
    /// Of the later one.
    pub after: (u16, u16),
}

/// The first votes of two sessions over the same scenario, side by side, where both voted; nothing where the scenarios
/// differ.
pub fn movement(before: &Record, after: &Record) -> Vec<Movement> {
    if before.scenario != after.scenario {
        return Vec::new();
    }
    let moved = |one: &DecisionRecord| {
        let earlier =
            before.decisions.iter().find(|other| other.beat == one.beat && other.on_the_way)?;
        let (before, after) = (earlier.first_best()?, one.first_best()?);
        Some(Movement { title: one.title.clone(), before, after })
    };
    after.decisions.iter().filter(|one| one.on_the_way).filter_map(moved).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_text_to_a_spreadsheet() {
        for (cell, written) in [
            ("plain", "plain"),
            ("=SUM(A1)", "'=SUM(A1)"),
            ("-1", "'-1"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("言う\n聞く", "\"言う\n聞く\""),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
