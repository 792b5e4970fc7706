//! Every name of a scenario, and what it stands for.

use std::borrow::Cow;
use std::cell::Cell;

use crate::diagnostic::{Diagnostic, Rule, Span, nearest, nearest_alone};
use crate::notation::{Lookup, Table, Text, duplicate_id};
use crate::scenario::source::{BeatSource, MoveSource, ScenarioSource, TargetSource, TextSource};
use crate::scenario::{
    ActIdx, BeatIdx, ChoiceIdx, EndingIdx, FactIdx, Gauge, Gauges, Mark, PromiseIdx, Role,
    SpeakerIdx, Target,
};

/// The speakers that every scenario has, after those it declares.
pub(super) const BUILT_IN_SPEAKERS: [(&str, Role); 2] =
    [("trainee", Role::Trainee), ("narrator", Role::Narrator)];

/// How many things a talk can remember: flags, choices that a condition asks about, facts, promises, topics and notes.
const MARKS_MAX: usize = 256;

/// How many entries a hand-over sheet can have: more than fit a page.
const ENTRIES_MAX: usize = 24;

/// How often unknown names are compared with known ones, so that a file in which all are wrong takes no longer than
/// others.
const COMPARISONS: usize = 2_000_000;

/// The name of the way on from a beat that offers topics before all of them were asked.
pub(super) const ENOUGH: &str = "enough";

/// The tables of names. A name that is not there comes back as the finding to report.
pub(super) struct Names<'s> {
    beats: Lookup<&'s str, BeatIdx>,
    endings: Lookup<&'s str, EndingIdx>,
    flags: Lookup<&'s str, Mark>,
    facts: Lookup<&'s str, FactIdx>,
    promises: Lookup<&'s str, PromiseIdx>,
    acts: Lookup<&'s str, ActIdx>,
    gauges: Lookup<&'s str, u8>,
    speakers: Lookup<&'s str, SpeakerIdx>,
    rules: Lookup<&'s str, usize>,
    known: Lookup<&'s str, usize>,
    entries: Lookup<&'s str, Mark>,
    chose: Lookup<(&'s str, &'s str), Mark>,
    /// For each fact: told, guessed, leaked.
    pub(super) fact_marks: Vec<[Mark; 3]>,
    /// For each promise: made, kept, broken.
    pub(super) promise_marks: Vec<[Mark; 3]>,
    /// For each interrupt that leads to a beat: struck.
    pub(super) interrupt_marks: Vec<Option<Mark>>,
    /// What the talk remembers, as a condition would ask for it.
    pub(super) marks: Vec<String>,
    /// Who speaks where nobody is named.
    pub(super) customer: Option<SpeakerIdx>,
    written: &'s [(Text<'s>, BeatSource<'s>)],
    comparisons_left: Cell<usize>,
}

/// Gives marks out, one after the other.
struct MarkRow {
    names: Vec<String>,
}

impl MarkRow {
    fn next(&mut self, name: String, span: Span, faults: &mut Vec<Diagnostic>) -> Mark {
        if self.names.len() == MARKS_MAX {
            faults.push(Diagnostic::new(Rule::TooMany, span).with("most", MARKS_MAX));
        }
        let at = u16::try_from(self.names.len().min(MARKS_MAX - 1)).unwrap_or_default();
        self.names.push(name);
        Mark(at)
    }

    /// Three marks for every row of a table.
    fn threes<T>(
        &mut self,
        table: &Table<'_, T>,
        words: [&str; 3],
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<[Mark; 3]> {
        let mut row = |id: &Text<'_>| {
            words.map(|word| self.next(format!("{word}(\"{}\")", id.value), id.span, faults))
        };
        table.0.iter().map(|(id, _)| row(id)).collect()
    }
}

impl<'s> Names<'s> {
    pub(super) fn of(source: &'s ScenarioSource<'s>, faults: &mut Vec<Diagnostic>) -> Self {
        let beats = source.beats.as_ref().map_or(&[][..], |beats| &beats.0);
        let endings = source.endings.as_ref().map_or(&[][..], |endings| &endings.0);
        let speakers = source.speakers.as_ref().map_or(&[][..], |speakers| &speakers.0);
        let briefing = source.briefing.as_ref();
        let table_of =
            |rows: Option<&'s Table<'s, TextSource<'s>>>| rows.map_or(&[][..], |rows| &rows.0);
        let rules = table_of(briefing.and_then(|briefing| briefing.rules.as_ref()));
        let known = table_of(briefing.and_then(|briefing| briefing.known.as_ref()));
        if let Some(id) = &source.id {
            good_id(id, faults);
        }
        shared_ids(beats, endings, faults);
        if let Some((id, _)) = source.gauges.0.get(Gauges::OWN_MAX) {
            faults.push(Diagnostic::new(Rule::TooMany, id.span).with("most", Gauges::OWN_MAX));
        }
        let customer =
            speakers.iter().position(|(_, speaker)| speaker.role == Some(Role::Customer));
        let customers = || speakers.iter().filter(|(_, one)| one.role == Some(Role::Customer));
        if let (Some((first, _)), Some((second, _))) = (customers().next(), customers().nth(1)) {
            let twice = Diagnostic::new(Rule::DuplicateField, second.span);
            faults.push(twice.with("field", "role: Customer").also(first.span));
        }
        let entries = source.sheet.as_ref().and_then(|sheet| sheet.entries.as_ref());
        let entries = entries.map_or(&[][..], |entries| &entries.0);
        if let Some((id, _)) = entries.get(ENTRIES_MAX) {
            faults.push(Diagnostic::new(Rule::TooMany, id.span).with("most", ENTRIES_MAX));
        }
        let mut row = MarkRow { names: Vec::new() };
        let flags = flags(source, &mut row, faults);
        let chose = chose(source, &mut row, faults);
        let fact_marks = row.threes(&source.facts, ["Told", "Guessed", "Leaked"], faults);
        let promise_marks = row.threes(&source.promises, ["Promised", "Kept", "Broken"], faults);
        let mut entry_table = Lookup::default();
        for (id, _) in entries {
            good_id(id, faults);
            let mark = row.next(format!("Noted(\"{}\")", id.value), id.span, faults);
            entry_table.insert(&*id.value, mark);
        }
        let endings_named: Vec<&str> = endings.iter().map(|(id, _)| &*id.value).collect();
        let struck = |way: &MoveSource<'_>| match &way.to {
            Some(TargetSource::Named(id)) if !endings_named.contains(&&*id.value) => {
                Some(row.next(format!("struck {}", id.value), way.span, faults))
            }
            _ => None,
        };
        let interrupt_marks = source.interrupts.iter().map(struck).collect();
        Self {
            beats: table(beats.iter().map(|(id, _)| id), BeatIdx, faults),
            endings: table(endings.iter().map(|(id, _)| id), EndingIdx, faults),
            flags,
            facts: table(source.facts.0.iter().map(|(id, _)| id), FactIdx, faults),
            promises: table(source.promises.0.iter().map(|(id, _)| id), PromiseIdx, faults),
            acts: table(source.acts.0.iter().map(|(id, _)| id), ActIdx, faults),
            gauges: table(
                source.gauges.0.iter().map(|(id, _)| id),
                |at: u16| u8::try_from(at).unwrap_or(u8::MAX),
                faults,
            ),
            speakers: speaker_table(table(speakers.iter().map(|(id, _)| id), SpeakerIdx, faults)),
            rules: table(rules.iter().map(|(id, _)| id), |at: u16| usize::from(at), faults),
            known: table(known.iter().map(|(id, _)| id), |at: u16| usize::from(at), faults),
            entries: entry_table,
            chose,
            fact_marks,
            promise_marks,
            interrupt_marks,
            marks: row.names,
            customer: customer.and_then(|at| u16::try_from(at).ok()).map(SpeakerIdx),
            written: beats,
            comparisons_left: Cell::new(COMPARISONS),
        }
    }

    pub(super) fn beat(&self, id: &Text<'_>) -> Result<BeatIdx, Diagnostic> {
        self.find(&self.beats, id, Rule::UnknownBeat)
    }

    pub(super) fn ending(&self, id: &Text<'_>) -> Result<EndingIdx, Diagnostic> {
        self.find(&self.endings, id, Rule::UnknownBeat)
    }

    pub(super) fn fact(&self, id: &Text<'_>) -> Result<FactIdx, Diagnostic> {
        self.find(&self.facts, id, Rule::UnknownFact)
    }

    pub(super) fn speaker(&self, id: &Text<'_>) -> Result<SpeakerIdx, Diagnostic> {
        self.find(&self.speakers, id, Rule::UnknownSpeaker)
    }

    pub(super) fn known(&self, id: &Text<'_>) -> Result<usize, Diagnostic> {
        self.find(&self.known, id, Rule::UnknownBriefingLine)
    }

    pub(super) fn rule(&self, id: &Text<'_>) -> Result<usize, Diagnostic> {
        self.find(&self.rules, id, Rule::UnknownBriefingLine)
    }

    /// A flag that the author declared.
    pub(super) fn flag(&self, id: &Text<'_>) -> Result<Mark, Diagnostic> {
        self.find(&self.flags, id, Rule::UnknownFlag)
    }

    /// The trainee, who is always there.
    pub(super) fn trainee(&self) -> SpeakerIdx {
        self.speakers.get(BUILT_IN_SPEAKERS[0].0).copied().unwrap_or(SpeakerIdx(0))
    }

    pub(super) fn promise(&self, id: &Text<'_>) -> Result<PromiseIdx, Diagnostic> {
        self.find(&self.promises, id, Rule::UnknownPromise)
    }

    pub(super) fn act(&self, id: &Text<'_>) -> Result<ActIdx, Diagnostic> {
        self.find(&self.acts, id, Rule::UnknownAct)
    }

    pub(super) fn gauge(&self, id: &Text<'_>) -> Result<Gauge, Diagnostic> {
        self.find(&self.gauges, id, Rule::UnknownGauge).map(Gauge::Own)
    }

    /// An entry of the hand-over sheet.
    pub(super) fn entry(&self, id: &Text<'_>) -> Result<Mark, Diagnostic> {
        self.find(&self.entries, id, Rule::UnknownEntry)
    }

    /// What stands for having made a choice; `None` where nothing asks for it.
    pub(super) fn chose_mark(&self, beat: &str, choice: &str) -> Option<Mark> {
        self.chose.get(&(beat, choice)).copied()
    }

    /// A choice of a beat.
    pub(super) fn choice(&self, beat: BeatIdx, id: &Text<'_>) -> Result<ChoiceIdx, Diagnostic> {
        let ids = choice_ids(&self.written[beat.at()].1).map(|id| id.map_or("", |(id, _)| id));
        let at =
            ids.clone().position(|known| known == id.value).and_then(|at| u16::try_from(at).ok());
        at.map(ChoiceIdx).ok_or_else(|| self.unknown(Rule::UnknownChoice, id, ids))
    }

    /// A beat or an ending.
    pub(super) fn target(&self, id: &Text<'_>) -> Result<Target, Diagnostic> {
        let beat = self.beats.get(&*id.value).map(|beat| Target::Beat(*beat));
        let ending = || self.endings.get(&*id.value).map(|ending| Target::Ending(*ending));
        let known = self.beats.keys().chain(self.endings.keys()).copied();
        beat.or_else(ending).ok_or_else(|| self.unknown(Rule::UnknownBeat, id, known))
    }

    /// Where an id leads or, if it is a slip of the pen, where it was most likely meant to lead; nothing where two names
    /// are as near.
    pub(super) fn likely_target(&self, id: &Text<'_>) -> Option<Target> {
        let known = || self.beats.keys().chain(self.endings.keys()).copied();
        let near = || {
            self.compare(known().count())?;
            let near = nearest_alone(&id.value, known())?;
            Some(Text { value: Cow::Borrowed(near), span: id.span })
        };
        self.target(id).ok().or_else(|| self.target(&near()?).ok())
    }

    fn find<T: Copy>(
        &self,
        table: &Lookup<&str, T>,
        id: &Text<'_>,
        rule: Rule,
    ) -> Result<T, Diagnostic> {
        let found = table.get(&*id.value).copied();
        found.ok_or_else(|| self.unknown(rule, id, table.keys().copied()))
    }

    fn unknown<'a>(
        &self,
        rule: Rule,
        id: &Text<'_>,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Diagnostic {
        let near = self.near(&id.value, known).unwrap_or("none").to_owned();
        Diagnostic::new(rule, id.span).with("id", &*id.value).with("near", near)
    }

    /// The known name that was most likely meant. Nobody reads more of them than [`COMPARISONS`] are enough for.
    fn near<'a>(
        &self,
        written: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<&'a str> {
        self.compare(known.clone().count())?;
        nearest(written, known)
    }

    /// Uses up so many comparisons; nothing where there are not so many left.
    fn compare(&self, names: usize) -> Option<()> {
        self.comparisons_left.set(self.comparisons_left.get().checked_sub(names)?);
        Some(())
    }
}

fn table<'s, N: TryFrom<usize>, T>(
    ids: impl Iterator<Item = &'s Text<'s>>,
    index: impl Fn(N) -> T,
    faults: &mut Vec<Diagnostic>,
) -> Lookup<&'s str, T> {
    let mut table = Lookup::default();
    let mut full = false;
    for (at, id) in ids.enumerate() {
        good_id(id, faults);
        match N::try_from(at) {
            Ok(at) => {
                table.insert(&*id.value, index(at));
            }
            Err(_) if !full => {
                full = true;
                faults.push(Diagnostic::new(Rule::TooMany, id.span).with("most", at));
            }
            Err(_) => {}
        }
    }
    table
}

fn speaker_table(mut declared: Lookup<&str, SpeakerIdx>) -> Lookup<&str, SpeakerIdx> {
    for (id, _) in BUILT_IN_SPEAKERS {
        let at = u16::try_from(declared.len()).unwrap_or(u16::MAX);
        declared.entry(id).or_insert(SpeakerIdx(at));
    }
    declared
}

/// The ids of a beat's choices, of its aims, or of its topics and the way on from them, with where they are written.
pub(super) fn choice_ids<'s>(
    beat: &'s BeatSource<'s>,
) -> impl Iterator<Item = Option<(&'s str, Span)>> + Clone {
    let choices = beat.choices.iter().flatten().map(|choice| choice.id.as_ref());
    let topics = beat.topics.iter().flatten().map(|topic| topic.id.as_ref());
    let aims = beat.aims.iter().flatten().map(|aim| aim.id.as_ref());
    let named = choices.chain(topics).chain(aims).map(|id| id.map(|id| (&*id.value, id.span)));
    named.chain(beat.enough.iter().map(|enough| Some((ENOUGH, enough.head))))
}

/// The declared flags.
fn flags<'s>(
    source: &'s ScenarioSource<'s>,
    row: &mut MarkRow,
    faults: &mut Vec<Diagnostic>,
) -> Lookup<&'s str, Mark> {
    let mut flags = Lookup::default();
    let mut first: Lookup<&str, Span> = Lookup::default();
    for flag in &source.flags {
        good_id(flag, faults);
        if let Some(span) = first.get(&*flag.value) {
            faults.push(duplicate_id(flag, *span));
            continue;
        }
        first.insert(&flag.value, flag.span);
        let mark = row.next(format!("Is(\"{}\")", flag.value), flag.span, faults);
        flags.insert(&*flag.value, mark);
    }
    flags
}

/// One mark for every choice that a condition asks about, and one for every topic.
fn chose<'s>(
    source: &'s ScenarioSource<'s>,
    row: &mut MarkRow,
    faults: &mut Vec<Diagnostic>,
) -> Lookup<(&'s str, &'s str), Mark> {
    let mut chose = Lookup::default();
    let mut asked = |beat: &'s str, choice: &'s str, span: Span| {
        chose
            .entry((beat, choice))
            .or_insert_with(|| row.next(format!("Chose(\"{beat}\", \"{choice}\")"), span, faults));
    };
    super::conditions::each_chose(source, &mut |beat, choice| {
        asked(&beat.value, &choice.value, beat.span);
    });
    for (beat, written) in source.beats.iter().flat_map(|beats| &beats.0) {
        for topic in written.topics.iter().flatten().filter_map(|topic| topic.id.as_ref()) {
            asked(&beat.value, &topic.value, topic.span);
        }
    }
    chose
}

/// Beats and endings are both places that a move can lead to, so they share their ids.
fn shared_ids<B, E>(
    beats: &[(Text<'_>, B)],
    endings: &[(Text<'_>, E)],
    faults: &mut Vec<Diagnostic>,
) {
    let first: Lookup<&str, Span> = beats.iter().map(|(id, _)| (&*id.value, id.span)).collect();
    for (id, _) in endings {
        if let Some(span) = first.get(&*id.value) {
            faults.push(duplicate_id(id, *span));
        }
    }
}

/// Ids are typed into plans, printed in transcripts and used in file names.
pub(super) fn good_id(id: &Text<'_>, faults: &mut Vec<Diagnostic>) {
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.value.is_empty() || id.value.len() > 64 || !id.value.chars().all(good) {
        faults.push(Diagnostic::new(Rule::BadId, id.span).with("id", &*id.value));
    }
}
