//! Beats that offer topics: each can be asked once, in any order, and then the talk goes on.

use smallvec::SmallVec;
use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Localized;
use crate::notation::{Few, Text};
use crate::scenario::compile::Compiler;
use crate::scenario::compile::names::ENOUGH;
use crate::scenario::source::{BeatSource, EnoughSource, TopicSource};
use crate::scenario::{Choice, Condition, Effect, Mark, Move, Target};

impl Compiler<'_> {
    /// The topics as choices that rate nothing, and when the talk goes on without asking.
    pub(super) fn topics(
        &mut self,
        beat: &Text<'_>,
        source: &BeatSource<'_>,
        topics: &[TopicSource<'_>],
        next: Option<&[Move]>,
    ) -> (Option<Vec<Choice>>, Condition) {
        self.offers(beat, source, ("topics", topics.len()), 8);
        let way_on = source
            .enough
            .as_ref()
            .map(|enough| Text { value: Cow::Borrowed(ENOUGH), span: enough.head });
        self.own_ids(topics.iter().filter_map(|topic| topic.id.as_ref()).chain(&way_on));
        let mark = |compiler: &Self, topic: &TopicSource<'_>| {
            topic.id.as_ref().and_then(|id| compiler.names.chose_mark(&beat.value, &id.value))
        };
        let marks: Vec<Mark> = topics.iter().filter_map(|topic| mark(self, topic)).collect();
        let mut conditions = Vec::new();
        let choices = self.each(topics, |compiler, topic| {
            let asked = mark(compiler, topic);
            let (choice, spent) = compiler.topic(topic, asked)?;
            conditions.push(spent);
            Some(choice)
        });
        let enough = source.enough.as_ref().map(|enough| self.enough(beat, enough, &marks, next));
        let choices = match enough {
            None => choices,
            Some(enough) => choices.zip(enough).map(|(mut list, enough)| {
                list.push(enough);
                list
            }),
        };
        (choices, Condition::All(conditions))
    }

    /// What is offered in place of choices is at least two things and at most so many, with a way on after them.
    pub(super) fn offers(
        &mut self,
        beat: &Text<'_>,
        source: &BeatSource<'_>,
        (field, count): (&'static str, usize),
        most: usize,
    ) {
        if count < 2 || count > most {
            let rule = if count < 2 { Rule::Empty } else { Rule::TooMany };
            let finding = Diagnostic::new(rule, source.head).with("field", field);
            self.faults.push(finding.with("most", most));
        }
        if source.next.is_none() {
            let finding = Diagnostic::new(Rule::NoWayToAnEnding, beat.span);
            let finding = finding.with("id", &*beat.value);
            self.faults.push(finding.with("route", &*beat.value));
        }
    }

    /// A topic as a choice, and when it can no longer be asked.
    fn topic(
        &mut self,
        topic: &TopicSource<'_>,
        asked: Option<Mark>,
    ) -> Option<(Choice, Condition)> {
        let say = self.text(topic.say.as_ref());
        let when = self.when(topic.when.as_deref());
        let to = topic.to.as_ref().and_then(|to| self.beat_name(to));
        let (asked, when) = (asked?, when?);
        let unasked = Condition::Not(Box::new(Condition::Is(asked)));
        let open = match when {
            Condition::Always => unasked,
            other => Condition::All(vec![unasked, other]),
        };
        let spent = Condition::Not(Box::new(open.clone()));
        let moves = Few::One(Move { when: Condition::Always, to: Target::Beat(to?) });
        let id = topic.id.as_ref()?.value.to_string();
        Some((unrated(id, say?, open, vec![Effect::Set(asked)], moves), spent))
    }

    fn enough(
        &mut self,
        beat: &Text<'_>,
        enough: &EnoughSource<'_>,
        marks: &[Mark],
        next: Option<&[Move]>,
    ) -> Option<Choice> {
        let say = self.text(enough.say.as_ref());
        let most = i64::try_from(marks.len()).unwrap_or(i64::MAX);
        let after = self.number(enough.after.as_ref(), 0, most);
        let open = Condition::AtLeast(u16::from(after?), marks.to_vec());
        let said = self.names.chose_mark(&beat.value, ENOUGH).map(Effect::Set);
        Some(unrated(
            ENOUGH.to_owned(),
            say?,
            open,
            said.into_iter().collect(),
            next?.iter().cloned().collect(),
        ))
    }
}

/// A choice that shows no indicator and gets no answer of its own.
pub(super) fn unrated(
    id: String,
    say: Localized,
    when: Condition,
    effects: Vec<Effect>,
    moves: Few<Move>,
) -> Choice {
    Choice {
        id,
        say,
        when,
        locked: None,
        silence: false,
        reply: Few::new(),
        thought: None,
        ratings: SmallVec::new(),
        effects,
        takes: 0,
        tells: Vec::new(),
        guesses: Vec::new(),
        leaks: Vec::new(),
        critical: None,
        moves,
        feedback: Localized::same(""),
        best_when: Localized::same(""),
    }
}
