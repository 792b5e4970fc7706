//! What the room's window shows at each stage, as [`RoomView`].

use crate::lang::words::say;
use crate::lang::{Lang, Localized};
use crate::room::view::letter;
use crate::room::{Chart, OptionView, Pace, Room, RoomView, Round, RouteStep, Stage, picked};
use crate::scenario::{BeatIdx, ChoiceIdx, Look, Role};
use crate::session::{LineView, Session, Turn, beat_lines, reply_lines, reply_lines_to};

impl Room {
    /// What the room's window shows, in the room's language.
    pub fn view(&self, lang: Lang) -> RoomView {
        let last = || self.talk.turns().last();
        match self.stage {
            Stage::Black => RoomView::Black,
            Stage::Opening => RoomView::Opening {
                title: self.scenario().title.get(lang).to_owned(),
                minutes: self.setup.plan.length.minutes(),
            },
            Stage::Context => self.context(lang),
            Stage::Rules => RoomView::Rules { rules: texts(&self.scenario().briefing.rules, lang) },
            Stage::Line => RoomView::Line {
                face: self.face(),
                lines: self.lines(lang),
                second_chance: self
                    .talk
                    .beat()
                    .is_some_and(|at| self.scenario().beat(at).is_second_chance()),
                swapped: self.swapped,
            },
            Stage::Say | Stage::SayInPairs => RoomView::Say {
                lines: self.lines(lang),
                in_pairs: self.stage == Stage::SayInPairs,
                swapped: self.swapped,
            },
            Stage::Options => {
                RoomView::Options { line: self.lines(lang).pop(), options: self.option_views(lang) }
            }
            Stage::Vote(round) => RoomView::Voting {
                again: round == Round::Second,
                votes: self.ballot().map_or(0, |ballot| ballot.round(round).total()),
                options: self.option_views(lang),
            },
            Stage::Closed => {
                RoomView::Closed { votes: self.ballot().map_or(0, |ballot| ballot.first.total()) }
            }
            Stage::Talk => RoomView::Talk {
                question: self.talk.beat().map(|at| self.question(at, lang)).unwrap_or_default(),
                options: self.option_views(lang),
            },
            Stage::Reveal => RoomView::Reveal {
                options: self.option_views(lang),
                chart: self.ballot().and_then(Chart::of),
            },
            Stage::Play => RoomView::Play {
                said: last().map(|turn| self.said(turn, lang)).unwrap_or_default(),
            },
            Stage::Reaction => self.reaction(lang),
            Stage::Note => self.note(lang),
            Stage::Told => self.told_view(lang),
            Stage::Peek(choice) => self.peek_view(choice, lang),
            _ => self.after(lang),
        }
    }

    /// What it shows once the talk is over.
    fn after(&self, lang: Lang) -> RoomView {
        let scenario = self.scenario();
        match self.stage {
            Stage::Sheet => {
                let entries = scenario.sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
                let entry = |(at, entry): (usize, &crate::scenario::SheetEntry)| {
                    (entry.text.get(lang).to_owned(), self.ticked.has(at))
                };
                RoomView::Sheet { entries: entries.map(entry).collect() }
            }
            Stage::Ending => match self.talk.ending() {
                Some(ending) => RoomView::Ending {
                    title: ending.title.get(lang).to_owned(),
                    text: ending.text.get(lang).to_owned(),
                },
                None => RoomView::Black,
            },
            Stage::Untold => {
                let fact = |at: crate::scenario::FactIdx| {
                    let fact = &scenario.facts[at.at()];
                    (fact.text.get(lang).to_owned(), fact.opens.get(lang).to_owned())
                };
                RoomView::Untold { facts: self.untold().into_iter().map(fact).collect() }
            }
            Stage::Pairs => RoomView::Pairs,
            Stage::Writing => RoomView::Writing,
            Stage::Gather => RoomView::Gather {
                questions: self.gather_questions(lang),
                contact: if self.hands_over() { self.contact() } else { String::new() },
            },
            Stage::Analyse(at) => self.analyse(usize::from(at), lang),
            Stage::Route => RoomView::Route {
                map: self.route_map(),
                steps: self.steps(lang),
                ending: self
                    .talk
                    .ending()
                    .map(|ending| ending.title.get(lang).to_owned())
                    .unwrap_or_default(),
            },
            Stage::PlusDelta => RoomView::PlusDelta,
            Stage::Summarise => RoomView::Summarise,
            Stage::Closing => {
                RoomView::Closing { next_date: self.next_date.clone(), contact: self.contact() }
            }
            _ => RoomView::Black,
        }
    }

    fn context(&self, lang: Lang) -> RoomView {
        let scenario = self.scenario();
        RoomView::Context {
            content_notes: scenario.content_notes.iter().map(|note| note.sentence(lang)).collect(),
            you: scenario.briefing.you.get(lang).to_owned(),
            situation: scenario.briefing.situation.get(lang).to_owned(),
            known: texts(&scenario.briefing.known, lang),
        }
    }

    /// What is said before the decision that stands.
    pub(super) fn lines(&self, lang: Lang) -> Vec<LineView> {
        lines_of(&self.talk, lang)
    }

    /// The look of who spoke last.
    fn face(&self) -> Option<Look> {
        let lines = self.lines(Lang::En);
        let spoken = lines.iter().rev().find(|line| line.role != Role::Narrator)?;
        let at = self.scenario().speakers.iter().find(|one| one.id == spoken.speaker)?;
        at.look
    }

    fn option_views(&self, lang: Lang) -> Vec<OptionView> {
        let Some(beat) = self.talk.beat() else { return Vec::new() };
        // What was laid out once keeps its letters.
        let options = self.ballot().map_or_else(|| self.options(), |ballot| ballot.options.clone());
        self.lettered(beat, &options, lang)
    }

    fn lettered(&self, beat: BeatIdx, options: &[ChoiceIdx], lang: Lang) -> Vec<OptionView> {
        let option = |(at, choice): (usize, &ChoiceIdx)| OptionView {
            letter: letter(at),
            text: self.words(beat, *choice, lang),
        };
        options.iter().enumerate().map(option).collect()
    }

    fn said(&self, turn: &Turn, lang: Lang) -> String {
        self.words(turn.beat, turn.choice, lang)
    }

    fn reaction(&self, lang: Lang) -> RoomView {
        let Some(turn) = self.talk.turns().last() else { return RoomView::Black };
        RoomView::Reaction {
            said: self.said(turn, lang),
            reply: reply_lines(&self.talk, turn, lang),
        }
    }

    fn note(&self, lang: Lang) -> RoomView {
        let Some(turn) = self.talk.turns().last() else { return RoomView::Black };
        let beat = self.scenario().beat(turn.beat);
        RoomView::Note {
            said: self.said(turn, lang),
            feedback: self.scenario().choice(turn.beat, turn.choice).feedback.get(lang).to_owned(),
            about: beat.rates.iter().map(|indicator| say(lang, indicator.code())).collect(),
        }
    }

    fn told_view(&self, lang: Lang) -> RoomView {
        let Some(turn) = self.talk.turns().last() else { return RoomView::Black };
        RoomView::Told {
            line: self.lines_before(turn, lang).pop(),
            said: self.said(turn, lang),
            reply: reply_lines(&self.talk, turn, lang).pop(),
        }
    }

    fn lines_before(&self, turn: &Turn, lang: Lang) -> Vec<LineView> {
        beat_lines(self.scenario(), turn.beat, &turn.before, self.talk.telling_of(turn), lang)
    }

    fn peek_view(&self, choice: ChoiceIdx, lang: Lang) -> RoomView {
        let (Some(turn), Some(branch)) = (self.talk.turns().last(), self.branch(choice)) else {
            return RoomView::Black;
        };
        RoomView::Peek {
            said: self.words(turn.beat, choice, lang),
            reply: reply_lines_to(&self.talk, turn, choice, lang),
            next: lines_of(&branch, lang),
        }
    }

    fn analyse(&self, at: usize, lang: Lang) -> RoomView {
        let picked = picked(self);
        let Some(one) = picked.get(at) else { return RoomView::Black };
        let turn = &self.talk.turns()[one.turn];
        let ballot = self.ballot_of(one.turn);
        RoomView::Analyse {
            moved: one.why == crate::room::Why::Shift,
            line: self.lines_before(turn, lang).pop(),
            options: ballot
                .map(|ballot| self.lettered(turn.beat, &ballot.options, lang))
                .unwrap_or_default(),
            chart: ballot.and_then(Chart::of),
            question: say(lang, &format!("room-ask-{}", one.why.code())),
        }
    }

    /// What the room said, and what it looked at besides.
    pub(super) fn steps(&self, lang: Lang) -> Vec<RouteStep> {
        let step = |(at, turn): (usize, &Turn)| {
            let before = self.route_before(at);
            let peeked = self.peeked.iter().filter(|(route, _)| *route == before);
            RouteStep {
                title: self.scenario().beat(turn.beat).title.get(lang).to_owned(),
                said: self.said(turn, lang),
                told: self.was_told(&before),
                talked_over: self.ballots.get(&before).is_some_and(|one| one.second.total() > 0),
                peeked: peeked.map(|(_, choice)| self.words(turn.beat, *choice, lang)).collect(),
            }
        };
        self.talk.turns().iter().enumerate().map(step).collect()
    }

    /// Whether the beat that the room looks at is talked over.
    pub fn is_deep(&self) -> bool {
        self.pace() == Pace::Deep
    }
}

fn texts(list: &[Localized], lang: Lang) -> Vec<String> {
    list.iter().map(|one| one.get(lang).to_owned()).collect()
}

/// What is said before the decision at which a talk stands.
fn lines_of(talk: &Session, lang: Lang) -> Vec<LineView> {
    let Some(beat) = talk.beat() else { return Vec::new() };
    beat_lines(talk.scenario(), beat, talk.state(), talk.telling(beat), lang)
}
