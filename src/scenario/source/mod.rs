//! A scenario exactly as its author wrote it: RON, with the place of every name.
//!
//! Every field is optional here. What is missing or unreadable has been reported, and what remains can still be checked.

mod beat;
mod condition;
mod extent;
mod story;
mod text;
mod way;

pub use crate::notation::Text;
pub use beat::{
    AimSource, BeatSource, ChoiceSource, EnoughSource, EnterSource, LineSource, LinesSource,
    RatingsSource, TopicSource,
};
pub use condition::{ConditionSource, EffectSource, GaugeSource, GaugesSource};
pub use extent::extents;
pub use story::{
    ActSource, ChosenSource, FacilitatorSource, NoteSource, OwnGaugeSource, PersonaSource,
    PromiseSource, PullSource, ReasonSource, RightSource, SheetEntrySource, SheetSource,
};
pub use text::{NamedTexts, TextSource, VariantSource};
pub use way::{CueSource, MendsSource, MoveSource, OutcomeSource, TargetSource};

use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::lang::Lang;
use crate::notation::{self, Fields, FromNode, Node, Rows, Table, Word, word};
use crate::rubric::{Critical, Skill};
use crate::scenario::{Channel, FactKind, Look, Outcome, Role};

/// A whole file.
#[derive(Debug, Clone, Default)]
pub struct ScenarioSource<'t> {
    /// Where the scenario begins.
    pub head: Span,
    /// Its name for machines.
    pub id: Option<Text<'t>>,
    /// The languages it is written in; both, if not said.
    pub languages: Option<Vec<Lang>>,
    /// Its name for people.
    pub title: Option<TextSource<'t>>,
    /// One sentence for the library's card.
    pub summary: Option<TextSource<'t>>,
    /// How the talk is held.
    pub channel: Option<Channel>,
    /// 1..=5.
    pub difficulty: Option<Spanned<i64>>,
    /// How long a first run takes.
    pub minutes: Option<Spanned<i64>>,
    /// What it trains, most first.
    pub skills: Option<Vec<Skill>>,
    /// Who speaks.
    pub speakers: Option<Table<'t, SpeakerSource<'t>>>,
    /// What the trainee is told before.
    pub briefing: Option<BriefingSource<'t>>,
    /// The gauges at the beginning.
    pub start: Option<GaugesSource>,
    /// What readers should know before they start.
    pub content_notes: Vec<NoteSource<'t>>,
    /// The stretches of the story.
    pub acts: Table<'t, ActSource<'t>>,
    /// What the clock shows at the beginning.
    pub clock: Option<Text<'t>>,
    /// The gauges of the author's own.
    pub gauges: Table<'t, OwnGaugeSource<'t>>,
    /// What the talk remembers.
    pub flags: Vec<Text<'t>>,
    /// What the customer does not say at first.
    pub facts: Table<'t, FactSource<'t>>,
    /// What can be promised.
    pub promises: Table<'t, PromiseSource<'t>>,
    /// What is written down at the end.
    pub sheet: Option<SheetSource<'t>>,
    /// The first beat.
    pub opens_at: Option<Text<'t>>,
    /// What breaks into the talk wherever it stands.
    pub interrupts: Vec<MoveSource<'t>>,
    /// The beats, by id.
    pub beats: Option<Table<'t, BeatSource<'t>>>,
    /// The endings, worst first.
    pub endings: Option<Table<'t, EndingSource<'t>>>,
    /// How Japanese words are read that a reader may stumble over.
    pub readings: Table<'t, Text<'t>>,
    /// Warnings that the author accepts, by their rule's code, each with the reason.
    pub accepts: Table<'t, TextSource<'t>>,
    /// Kinds of trainees whose scores are known beforehand.
    pub personas: Table<'t, PersonaSource<'t>>,
}

impl<T> Default for Table<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Reads a file's text. The source holds all that could be read; every fault is in the list.
pub fn read(text: &str) -> (ScenarioSource<'_>, Vec<Diagnostic>) {
    // Beats are most of a long file: they are read as they come.
    let (mut rows, mut in_rows) = (Rows::default(), Vec::new());
    let (root, mut faults) =
        notation::parse_rows(text, "beats", &mut |id, beat| rows.read(id, beat, &mut in_rows));
    let Some(mut source) = ScenarioSource::from_node(&root, &mut faults) else {
        return (ScenarioSource::default(), faults);
    };
    if let Some(beats) = source.beats.as_mut().filter(|beats| beats.0.is_empty()) {
        *beats = rows.table(&mut in_rows);
        faults.extend(in_rows);
    }
    (source, faults)
}

impl<'t> FromNode<'t> for ScenarioSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-scenario", faults)?;
        let source = Self {
            head: fields.head(),
            id: fields.need("id", faults),
            languages: fields.may("languages", faults),
            title: fields.need("title", faults),
            summary: fields.need("summary", faults),
            channel: fields.need("channel", faults),
            difficulty: fields.need("difficulty", faults),
            minutes: fields.need("minutes", faults),
            skills: fields.need("skills", faults),
            speakers: fields.need("speakers", faults),
            briefing: fields.need("briefing", faults),
            start: fields.need("start", faults),
            content_notes: fields.may("content_notes", faults).unwrap_or_default(),
            acts: fields.may("acts", faults).unwrap_or_default(),
            clock: fields.may("clock", faults),
            gauges: fields.may("gauges", faults).unwrap_or_default(),
            flags: fields.may("flags", faults).unwrap_or_default(),
            facts: fields.may("facts", faults).unwrap_or_default(),
            promises: fields.may("promises", faults).unwrap_or_default(),
            sheet: fields.may("sheet", faults),
            opens_at: fields.need("opens_at", faults),
            interrupts: fields.may("interrupts", faults).unwrap_or_default(),
            beats: fields.need("beats", faults),
            endings: fields.need("endings", faults),
            readings: fields.may("readings", faults).unwrap_or_default(),
            accepts: fields.may("accepts", faults).unwrap_or_default(),
            personas: fields.may("personas", faults).unwrap_or_default(),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Someone who speaks.
#[derive(Debug, Clone)]
pub struct SpeakerSource<'t> {
    /// Whose side of the talk.
    pub role: Option<Role>,
    /// The name above the line.
    pub name: Option<TextSource<'t>>,
    /// The face, if it is shown.
    pub look: Option<Look>,
}

impl<'t> FromNode<'t> for SpeakerSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-speaker", faults)?;
        let source = Self {
            role: fields.need("role", faults),
            name: fields.need("name", faults),
            look: fields.may("look", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// What the trainee is told before the talk.
#[derive(Debug, Clone)]
pub struct BriefingSource<'t> {
    /// Who you are.
    pub you: Option<TextSource<'t>>,
    /// What has happened.
    pub situation: Option<TextSource<'t>>,
    /// The rule card, line by line.
    pub rules: Option<Table<'t, TextSource<'t>>>,
    /// What you know, by id.
    pub known: Option<Table<'t, TextSource<'t>>>,
}

impl<'t> FromNode<'t> for BriefingSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-briefing", faults)?;
        let source = Self {
            you: fields.need("you", faults),
            situation: fields.need("situation", faults),
            rules: fields.need("rules", faults),
            known: fields.need("known", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Something the customer holds back, or that must not be passed on.
#[derive(Debug, Clone)]
pub struct FactSource<'t> {
    /// How openly it lies.
    pub kind: FactKind,
    /// Who knows it; the customer, if not said.
    pub holder: Option<Text<'t>>,
    /// The fact, as the debrief tells it.
    pub text: Option<TextSource<'t>>,
    /// What would have opened it, as the debrief tells it to someone who never heard it.
    pub opens: Option<TextSource<'t>>,
    /// What it costs to say it aloud as a guess.
    pub guess: Vec<EffectSource<'t>>,
}

impl<'t> FromNode<'t> for FactSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-fact", faults)?;
        let source = Self {
            kind: fields.may("kind", faults).unwrap_or_default(),
            holder: fields.may("holder", faults),
            text: fields.need("text", faults),
            opens: fields.need("opens", faults),
            guess: fields.may("guess", faults).unwrap_or_default(),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// A way the talk can end.
#[derive(Debug, Clone)]
pub struct EndingSource<'t> {
    /// What kind of end it is.
    pub outcome: Option<Outcome>,
    /// Whether the talk broke off, so that what it would have offered counts as lost.
    pub early: bool,
    /// A critical error that this ending itself is.
    pub critical: Option<Critical>,
    /// Its name.
    pub title: Option<TextSource<'t>>,
    /// What became of it all.
    pub text: Option<TextSource<'t>>,
}

impl<'t> FromNode<'t> for EndingSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-ending", faults)?;
        let source = Self {
            outcome: fields.need("outcome", faults),
            early: fields.may("early", faults).unwrap_or_default(),
            critical: fields.may("critical", faults),
            title: fields.need("title", faults),
            text: fields.need("text", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

macro_rules! read_as_word {
    ($($name:ty),+) => {
        $(impl<'t> FromNode<'t> for $name {
            fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
                word(node, faults)
            }
        })+
    };
}

read_as_word!(Lang, Channel, Skill, Role, Outcome, Critical);

impl Word for Lang {
    const WORDS: &'static [(&'static str, Self)] = &[("En", Self::En), ("Ja", Self::Ja)];
}
