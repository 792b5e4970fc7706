//! Every name of a scenario, and what it stands for.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned, nearest};
use crate::notation::{Table, duplicate_id};
use crate::scenario::source::{BeatSource, ScenarioSource, TextSource};
use crate::scenario::{BeatIdx, ChoiceIdx, EndingIdx, FactIdx, FlagIdx, Role, SpeakerIdx, Target};

/// The speakers that every scenario has, after those it declares.
pub(super) const BUILT_IN_SPEAKERS: [(&str, Role); 2] =
    [("trainee", Role::Trainee), ("narrator", Role::Narrator)];

/// How many flags a talk can remember, the unseen ones for `Chose` included; and how many facts.
const FLAGS_MAX: usize = 128;

/// The tables of names. A name that is not there comes back as the finding to report.
pub(super) struct Names<'s> {
    beats: BTreeMap<&'s str, BeatIdx>,
    endings: BTreeMap<&'s str, EndingIdx>,
    flags: BTreeMap<String, FlagIdx>,
    facts: BTreeMap<&'s str, FactIdx>,
    speakers: BTreeMap<&'s str, SpeakerIdx>,
    rules: BTreeMap<&'s str, usize>,
    known: BTreeMap<&'s str, usize>,
    /// Who speaks where nobody is named.
    pub(super) customer: Option<SpeakerIdx>,
    written: &'s [(Spanned<String>, BeatSource)],
}

impl<'s> Names<'s> {
    pub(super) fn of(source: &'s ScenarioSource, faults: &mut Vec<Diagnostic>) -> Self {
        let beats = source.beats.as_ref().map_or(&[][..], |beats| &beats.0);
        let endings = source.endings.as_ref().map_or(&[][..], |endings| &endings.0);
        let speakers = source.speakers.as_ref().map_or(&[][..], |speakers| &speakers.0);
        let briefing = source.briefing.as_ref();
        let table_of = |rows: Option<&'s Table<TextSource>>| rows.map_or(&[][..], |rows| &rows.0);
        let rules = table_of(briefing.and_then(|briefing| briefing.rules.as_ref()));
        let known = table_of(briefing.and_then(|briefing| briefing.known.as_ref()));
        if let Some(id) = &source.id {
            good_id(id, faults);
        }
        shared_ids(beats, endings, faults);
        if let Some((id, _)) = source.facts.0.get(FLAGS_MAX) {
            faults.push(Diagnostic::new(Rule::TooMany, id.span).with("most", FLAGS_MAX));
        }
        let customer =
            speakers.iter().position(|(_, speaker)| speaker.role == Some(Role::Customer));
        Self {
            beats: table(beats.iter().map(|(id, _)| id), BeatIdx, faults),
            endings: table(endings.iter().map(|(id, _)| id), EndingIdx, faults),
            flags: flags(source, faults),
            facts: table(source.facts.0.iter().map(|(id, _)| id), FactIdx, faults),
            speakers: speaker_table(table(speakers.iter().map(|(id, _)| id), SpeakerIdx, faults)),
            rules: table(rules.iter().map(|(id, _)| id), usize::from, faults),
            known: table(known.iter().map(|(id, _)| id), usize::from, faults),
            customer: customer.and_then(|at| u16::try_from(at).ok()).map(SpeakerIdx),
            written: beats,
        }
    }

    pub(super) fn beat(&self, id: &Spanned<String>) -> Result<BeatIdx, Diagnostic> {
        find(&self.beats, id, Rule::UnknownBeat)
    }

    pub(super) fn ending(&self, id: &Spanned<String>) -> Result<EndingIdx, Diagnostic> {
        find(&self.endings, id, Rule::UnknownBeat)
    }

    pub(super) fn fact(&self, id: &Spanned<String>) -> Result<FactIdx, Diagnostic> {
        find(&self.facts, id, Rule::UnknownFact)
    }

    pub(super) fn speaker(&self, id: &Spanned<String>) -> Result<SpeakerIdx, Diagnostic> {
        find(&self.speakers, id, Rule::UnknownSpeaker)
    }

    pub(super) fn known(&self, id: &Spanned<String>) -> Result<usize, Diagnostic> {
        find(&self.known, id, Rule::UnknownBriefingLine)
    }

    pub(super) fn rule(&self, id: &Spanned<String>) -> Result<usize, Diagnostic> {
        find(&self.rules, id, Rule::UnknownBriefingLine)
    }

    /// A flag that the author declared.
    pub(super) fn flag(&self, id: &Spanned<String>) -> Result<FlagIdx, Diagnostic> {
        self.flags.get(&id.value).copied().ok_or_else(|| {
            let declared = self.flags.keys().map(String::as_str).filter(|name| !name.contains('/'));
            unknown(Rule::UnknownFlag, id, declared)
        })
    }

    /// The unseen flag that stands for having made a choice; `None` where nothing asks for it.
    pub(super) fn chose_flag(&self, beat: &str, choice: &str) -> Option<FlagIdx> {
        self.flags.get(&chose_name(beat, choice)).copied()
    }

    /// A choice of a beat.
    pub(super) fn choice(
        &self,
        beat: BeatIdx,
        id: &Spanned<String>,
    ) -> Result<ChoiceIdx, Diagnostic> {
        let choices = self.written[beat.at()].1.choices.as_deref().unwrap_or_default();
        let ids =
            choices.iter().map(|choice| choice.id.as_ref().map_or("", |id| id.value.as_str()));
        let at =
            ids.clone().position(|known| known == id.value).and_then(|at| u16::try_from(at).ok());
        at.map(ChoiceIdx).ok_or_else(|| unknown(Rule::UnknownChoice, id, ids))
    }

    /// A beat or an ending.
    pub(super) fn target(&self, id: &Spanned<String>) -> Result<Target, Diagnostic> {
        let beat = self.beats.get(id.value.as_str()).map(|beat| Target::Beat(*beat));
        let ending = || self.endings.get(id.value.as_str()).map(|ending| Target::Ending(*ending));
        let known = self.beats.keys().chain(self.endings.keys()).copied();
        beat.or_else(ending).ok_or_else(|| unknown(Rule::UnknownBeat, id, known))
    }

    /// Where an id leads or, if it is a slip of the pen, where it was most likely meant to lead.
    pub(super) fn likely_target(&self, id: &Spanned<String>) -> Option<Target> {
        let known = || self.beats.keys().chain(self.endings.keys()).copied();
        let near = || {
            nearest(&id.value, known())
                .map(|near| Spanned { value: near.to_owned(), span: id.span })
        };
        self.target(id).ok().or_else(|| self.target(&near()?).ok())
    }

    /// Every flag's name, by index.
    pub(super) fn all_flags(&self) -> Vec<String> {
        let mut list: Vec<_> = self.flags.iter().map(|(name, at)| (*at, name.clone())).collect();
        list.sort_unstable();
        list.into_iter().map(|(_, name)| name).collect()
    }
}

fn find<T: Copy>(
    table: &BTreeMap<&str, T>,
    id: &Spanned<String>,
    rule: Rule,
) -> Result<T, Diagnostic> {
    table.get(id.value.as_str()).copied().ok_or_else(|| unknown(rule, id, table.keys().copied()))
}

fn unknown<'a>(
    rule: Rule,
    id: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(rule, id.span).with("id", id.value.as_str()).with_nearest(&id.value, known)
}

fn table<'s, T>(
    ids: impl Iterator<Item = &'s Spanned<String>>,
    index: impl Fn(u16) -> T,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<&'s str, T> {
    let mut table = BTreeMap::new();
    for (at, id) in ids.enumerate() {
        good_id(id, faults);
        match u16::try_from(at) {
            Ok(at) => {
                table.insert(id.value.as_str(), index(at));
            }
            Err(_) if at == usize::from(u16::MAX) + 1 => {
                faults.push(
                    Diagnostic::new(Rule::TooMany, id.span).with("most", usize::from(u16::MAX) + 1),
                );
            }
            Err(_) => {}
        }
    }
    table
}

fn speaker_table(mut declared: BTreeMap<&str, SpeakerIdx>) -> BTreeMap<&str, SpeakerIdx> {
    for (id, _) in BUILT_IN_SPEAKERS {
        let at = u16::try_from(declared.len()).unwrap_or(u16::MAX);
        declared.entry(id).or_insert(SpeakerIdx(at));
    }
    declared
}

/// The declared flags, then one for every choice that a condition asks about.
fn flags(source: &ScenarioSource, faults: &mut Vec<Diagnostic>) -> BTreeMap<String, FlagIdx> {
    let mut flags: BTreeMap<String, FlagIdx> = BTreeMap::new();
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for flag in &source.flags {
        good_id(flag, faults);
        if let Some(span) = first.get(flag.value.as_str()) {
            faults.push(duplicate_id(flag, *span));
            continue;
        }
        first.insert(&flag.value, flag.span);
        add_flag(&mut flags, flag.value.clone(), flag.span, faults);
    }
    super::conditions::each_chose(source, &mut |beat, choice| {
        let name = chose_name(&beat.value, &choice.value);
        if !flags.contains_key(&name) {
            add_flag(&mut flags, name, beat.span, faults);
        }
    });
    flags
}

fn add_flag(
    flags: &mut BTreeMap<String, FlagIdx>,
    name: String,
    span: Span,
    faults: &mut Vec<Diagnostic>,
) {
    if flags.len() == FLAGS_MAX {
        faults.push(Diagnostic::new(Rule::TooMany, span).with("most", FLAGS_MAX));
    }
    let at = u16::try_from(flags.len().min(FLAGS_MAX - 1)).unwrap_or_default();
    flags.insert(name, FlagIdx(at));
}

fn chose_name(beat: &str, choice: &str) -> String {
    format!("{beat}/{choice}")
}

/// Beats and endings are both places that a move can lead to, so they share their ids.
fn shared_ids<B, E>(
    beats: &[(Spanned<String>, B)],
    endings: &[(Spanned<String>, E)],
    faults: &mut Vec<Diagnostic>,
) {
    let first: BTreeMap<&str, Span> =
        beats.iter().map(|(id, _)| (id.value.as_str(), id.span)).collect();
    for (id, _) in endings {
        if let Some(span) = first.get(id.value.as_str()) {
            faults.push(duplicate_id(id, *span));
        }
    }
}

/// Ids are typed into plans, printed in transcripts and used in file names.
pub(super) fn good_id(id: &Spanned<String>, faults: &mut Vec<Diagnostic>) {
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.value.is_empty() || id.value.len() > 64 || !id.value.chars().all(good) {
        faults.push(Diagnostic::new(Rule::BadId, id.span).with("id", id.value.as_str()));
    }
}
