//! Every text of a scenario as written, with what it is for and who says it.
//!
//! The rules see only what is here, so that a change of the source is met in one file.

use std::ops::Range;

use crate::check::text::kinds::Kinds;
use crate::diagnostic::Span;
use crate::lang::Lang;
use crate::scenario::Role;
use crate::scenario::source::{
    BeatSource, ChoiceSource, FacilitatorSource, LineSource, LinesSource, ScenarioSource, Text,
    TextSource,
};

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    Customer,
    Colleague,
    Narrator,
    Trainee,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Names, titles, the briefing, facts, endings, notes, and what people only think.
    Told,
    /// Someone says it.
    Line(Voice),
    /// The trainee can say or do it.
    Choice {
        /// It is the key of its beat.
        key: bool,
        /// The customer hears it.
        heard: bool,
    },
    /// The debrief says it of a choice.
    Feedback,
    /// For authors and the debrief: the moment at which a choice would be best.
    BestWhen,
}

/// A text with all its languages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'s> {
    pub(super) part: Part,
    pub(super) text: &'s TextSource<'s>,
}

/// A text in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'s> {
    pub(super) part: Part,
    pub(super) lang: Lang,
    pub(super) text: &'s Text<'s>,
    /// What there is among its letters.
    pub(super) kinds: Kinds,
}

impl<'s> Written<'s> {
    /// The words themselves.
    pub(super) fn words(&self) -> &'s str {
        &self.text.value
    }

    /// Where some bytes of the text stand in the file; the whole text, where escapes have moved them.
    pub(super) fn place(&self, bytes: Range<usize>) -> Span {
        let Span { start, end } = self.text.span;
        let quotes_only = end - start == self.text.value.len() + 2;
        if quotes_only {
            Span::new(start + 1 + bytes.start, start + 1 + bytes.end)
        } else {
            self.text.span
        }
    }
}

/// Hands over all texts of a scenario, in the order of its parts.
pub(super) fn each_passage<'s>(source: &'s ScenarioSource<'s>, found: &mut dyn FnMut(Passage<'s>)) {
    Walk { found }.through(source);
}

/// The languages that a scenario declares.
#[derive(Debug)]
pub(super) struct Languages(Vec<Lang>);

impl Languages {
    pub(super) fn of(source: &ScenarioSource<'_>) -> Self {
        let declared = source.languages.as_deref().unwrap_or_default();
        let all = declared.is_empty();
        Self(Lang::ALL.into_iter().filter(|lang| all || declared.contains(lang)).collect())
    }

    /// A text in every language that it is written in and that the scenario declares.
    pub(super) fn written<'s>(&self, passage: &Passage<'s>) -> impl Iterator<Item = Written<'s>> {
        let Passage { part, text } = *passage;
        self.0.iter().filter_map(move |lang| {
            let text = self.in_language(text, *lang)?;
            Some(Written { part, lang: *lang, text, kinds: Kinds::of(&text.value) })
        })
    }

    /// A text in both languages, as far as it is written.
    pub(super) fn in_both<'s>(&self, passage: &Passage<'s>) -> [Option<&'s Text<'s>>; 2] {
        Lang::ALL.map(|lang| self.in_language(passage.text, lang))
    }

    /// A text in one language. A plain text is in the only language of its scenario.
    fn in_language<'s>(&self, text: &'s TextSource<'s>, lang: Lang) -> Option<&'s Text<'s>> {
        let plain = text.plain().filter(|_| self.0 == [lang]);
        plain.or_else(|| text.named(lang))
    }
}

/// A walk through a scenario, and who is told of every text met.
struct Walk<'f, 's> {
    found: &'f mut dyn FnMut(Passage<'s>),
}

impl<'s> Walk<'_, 's> {
    fn through(mut self, source: &'s ScenarioSource<'s>) {
        let texts = &mut self;
        texts.before_the_talk(source);
        for (_, beat) in source.beats.iter().flat_map(|beats| &beats.0) {
            texts.beat(source, beat);
        }
        for (_, ending) in source.endings.iter().flat_map(|endings| &endings.0) {
            texts.told(&[ending.title.as_ref(), ending.text.as_ref()]);
        }
        for (_, persona) in &source.personas.0 {
            texts.told(&[persona.name.as_ref()]);
        }
    }

    /// What is declared at the top of a scenario.
    fn before_the_talk(&mut self, source: &'s ScenarioSource<'s>) {
        self.told(&[source.title.as_ref(), source.summary.as_ref()]);
        for note in &source.content_notes {
            self.told(&[note.text.as_ref()]);
        }
        for (_, speaker) in source.speakers.iter().flat_map(|speakers| &speakers.0) {
            self.told(&[speaker.name.as_ref()]);
        }
        if let Some(briefing) = &source.briefing {
            self.told(&[briefing.you.as_ref(), briefing.situation.as_ref()]);
            let lines = briefing.rules.iter().chain(&briefing.known);
            for (_, text) in lines.flat_map(|table| &table.0) {
                self.told(&[Some(text)]);
            }
        }
        for (_, act) in &source.acts.0 {
            self.told(&[act.title.as_ref()]);
        }
        for (_, gauge) in &source.gauges.0 {
            self.told(&[gauge.name.as_ref()]);
        }
        for (_, fact) in &source.facts.0 {
            self.told(&[fact.text.as_ref(), fact.opens.as_ref()]);
        }
        for (_, promise) in &source.promises.0 {
            self.told(&[promise.act.as_ref(), promise.fallback.as_ref()]);
        }
        let sheet = source.sheet.iter().filter_map(|sheet| sheet.entries.as_ref());
        for (_, entry) in sheet.flat_map(|entries| &entries.0) {
            self.told(&[entry.text.as_ref()]);
        }
    }

    fn add(&mut self, part: Part, text: Option<&'s TextSource<'s>>) {
        if let Some(text) = text {
            (self.found)(Passage { part, text });
        }
    }

    fn told(&mut self, texts: &[Option<&'s TextSource<'s>>]) {
        for text in texts {
            self.add(Part::Told, *text);
        }
    }

    fn all_told(&mut self, texts: &'s [TextSource<'s>]) {
        for text in texts {
            self.add(Part::Told, Some(text));
        }
    }

    /// Cues are left out: their words are copied from a line, which is looked at.
    fn beat(&mut self, source: &ScenarioSource<'_>, beat: &'s BeatSource<'s>) {
        self.told(&[beat.title.as_ref()]);
        self.told(&[beat.pull.as_ref().and_then(|pull| pull.voice.as_ref())]);
        self.lines(source, beat.lines.as_ref());
        let heard = is_heard(source, beat);
        for choice in beat.choices.iter().flatten() {
            // The words for saying nothing are not said.
            let heard = heard && !choice.silence;
            self.add(Part::Choice { key: is_key(beat, choice), heard }, choice.say.as_ref());
            self.told(&[choice.locked.as_deref(), choice.thought.as_deref()]);
            self.lines(source, choice.reply.as_ref());
            self.add(Part::Feedback, choice.feedback.as_ref());
            self.add(Part::BestWhen, choice.best_when.as_ref());
        }
        let topics = beat.topics.iter().flatten().map(|topic| topic.say.as_ref());
        let enough = beat.enough.iter().map(|enough| enough.say.as_ref());
        for say in topics.chain(enough) {
            self.add(Part::Choice { key: false, heard }, say);
        }
        for aim in beat.aims.iter().flatten() {
            self.add(Part::Choice { key: false, heard }, aim.say.as_ref());
            self.lines(source, aim.reply.as_ref());
        }
        if let Some(facilitator) = &beat.facilitator {
            self.facilitator(facilitator);
        }
    }

    fn facilitator(&mut self, notes: &'s FacilitatorSource<'s>) {
        self.told(&[notes.question.as_ref(), notes.if_silent.as_ref()]);
        self.told(&[notes.move_on.as_ref(), notes.principle.as_ref()]);
        self.all_told(&notes.listen_for);
        for reason in &notes.reasons {
            self.told(&[reason.says.as_ref(), reason.ask.as_ref()]);
        }
    }

    fn lines(&mut self, source: &ScenarioSource<'_>, lines: Option<&'s LinesSource<'s>>) {
        for line in lines.iter().flat_map(|lines| &lines.0) {
            let part = Part::Line(voice(source, line));
            for variant in &line.say {
                self.add(part, Some(&variant.text));
            }
        }
    }
}

fn is_key(beat: &BeatSource<'_>, choice: &ChoiceSource<'_>) -> bool {
    beat.key.as_ref().zip(choice.id.as_ref()).is_some_and(|(key, id)| key.value == id.value)
}

/// Whether the customer hears what is chosen here: it answers something the customer said.
fn is_heard(source: &ScenarioSource<'_>, beat: &BeatSource<'_>) -> bool {
    let lines = beat.lines.iter().flat_map(|lines| &lines.0);
    lines.into_iter().any(|line| voice(source, line) == Voice::Customer)
}

fn voice(source: &ScenarioSource<'_>, line: &LineSource<'_>) -> Voice {
    let Some(id) = &line.speaker else {
        return Voice::Customer;
    };
    let mut speakers = source.speakers.iter().flat_map(|speakers| &speakers.0);
    let role = speakers.find(|(known, _)| known.value == id.value).and_then(|(_, who)| who.role);
    match (role, &*id.value) {
        (Some(Role::Customer), _) => Voice::Customer,
        (None, "narrator") => Voice::Narrator,
        (None, "trainee") => Voice::Trainee,
        _ => Voice::Colleague,
    }
}
