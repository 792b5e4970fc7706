//! Acts, promises, the hand-over sheet, notes for the facilitator and personas, as written.

use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::notation::{
    Entry, Fields, FromNode, Node, OneOrMany, Table, Text, Value, word, wrong_kind,
};
use crate::rubric::Skill;
use crate::scenario::source::{ConditionSource, MoveSource, TextSource};
use crate::scenario::{Channel, FactKind, NoteKind, Phase, Section, SheetFault, Temptation};

macro_rules! read_fields {
    (
        $(#[doc = $doc:literal])+ $name:ident, $part:literal;
        $($(#[doc = $field_doc:literal])+ $field:ident: $kind:ty = $how:ident $(or $default:expr)?;)+
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub struct $name<'t> {
            /// Where it begins.
            pub head: Span,
            $($(#[doc = $field_doc])+ pub $field: $kind,)+
        }

        impl<'t> FromNode<'t> for $name<'t> {
            fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
                let mut fields = Fields::of(node, $part, faults)?;
                let source = Self {
                    head: fields.head(),
                    $($field: fields.$how(stringify!($field), faults)$(.unwrap_or($default))?,)+
                };
                fields.finish(faults);
                Some(source)
            }
        }
    };
}

read_fields! {
    /// A stretch of the story.
    ActSource, "part-act";
    /// Its name for people.
    title: Option<TextSource<'t>> = need;
    /// How its talk is held.
    channel: Option<Channel> = need;
    /// What the clock shows when it begins.
    opens_at: Option<Text<'t>> = may;
}

read_fields! {
    /// A gauge of the author's own.
    OwnGaugeSource, "part-own-gauge";
    /// Its name for people.
    name: Option<TextSource<'t>> = need;
    /// 0..=10.
    start: Option<Spanned<i64>> = need;
}

read_fields! {
    /// What can be promised.
    PromiseSource, "part-promise";
    /// Who is to do it; the trainee, if not said.
    by: Option<Text<'t>> = may;
    /// What is to be done.
    act: Option<TextSource<'t>> = need;
    /// By when.
    due: Option<Text<'t>> = may;
    /// What happens if it cannot be done.
    fallback: Option<TextSource<'t>> = may;
}

read_fields! {
    /// What is written down at the end.
    SheetSource, "part-sheet";
    /// What can be written.
    entries: Option<Table<'t, SheetEntrySource<'t>>> = need;
    /// Where the story goes from there.
    next: Option<OneOrMany<MoveSource<'t>>> = need;
}

read_fields! {
    /// One thing that can be written.
    SheetEntrySource, "part-sheet-entry";
    /// Which question it answers.
    section: Option<Section> = need;
    /// The words.
    text: Option<TextSource<'t>> = need;
    /// When it belongs on the sheet.
    right: Option<RightSource<'t>> = need;
    /// What it is where it does not belong.
    fault: SheetFault = may or SheetFault::default();
}

read_fields! {
    /// What pulls at the trainee.
    PullSource, "part-pull";
    /// The thought that comes first.
    voice: Option<TextSource<'t>> = need;
    /// What it is made of.
    of: Option<Temptation> = need;
}

read_fields! {
    /// What a trainer needs at a beat.
    FacilitatorSource, "part-facilitator";
    /// One open question for the room.
    question: Option<TextSource<'t>> = need;
    /// What to listen for.
    listen_for: Vec<TextSource<'t>> = need or Vec::new();
    /// Reasons people give, and what to ask back.
    reasons: Vec<ReasonSource<'t>> = need or Vec::new();
    /// What to do if nobody speaks.
    if_silent: Option<TextSource<'t>> = need;
    /// How to see that it is time to go on.
    move_on: Option<TextSource<'t>> = need;
    /// The principle behind it.
    principle: Option<TextSource<'t>> = need;
    /// How long it takes.
    minutes: Option<Spanned<i64>> = need;
}

read_fields! {
    /// A reason people give, and what to ask back.
    ReasonSource, "part-reason";
    /// The reason.
    says: Option<TextSource<'t>> = need;
    /// What to ask back.
    ask: Option<TextSource<'t>> = need;
}

read_fields! {
    /// A kind of trainee.
    PersonaSource, "part-persona";
    /// Its name for people.
    name: Option<TextSource<'t>> = need;
    /// The skill that must come out lowest.
    weak_in: Option<Skill> = may;
    /// The choices away from the key, each as ("beat", "choice").
    chooses: Vec<ChosenSource<'t>> = need or Vec::new();
}

/// A choice of a beat, written `("N4", "a")`.
#[derive(Debug, Clone)]
pub struct ChosenSource<'t> {
    /// The beat.
    pub beat: Text<'t>,
    /// The choice.
    pub choice: Text<'t>,
}

impl<'t> FromNode<'t> for ChosenSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let pair = match &node.value {
            Value::Group { name: None, entries } => entries.as_slice(),
            _ => &[],
        };
        match pair {
            [Entry { field: None, value: beat }, Entry { field: None, value: choice }] => {
                Some(Self {
                    beat: Spanned::from_node(beat, faults)?,
                    choice: Spanned::from_node(choice, faults)?,
                })
            }
            _ => wrong_kind(node, "part-beat-and-choice", faults),
        }
    }
}

/// When an entry belongs on the sheet: a condition, `Always` or `Never`.
#[derive(Debug, Clone)]
pub enum RightSource<'t> {
    /// Whatever happened.
    Always,
    /// Whatever happened, it does not.
    Never,
    /// While this holds at the end.
    When(ConditionSource<'t>),
}

impl<'t> FromNode<'t> for RightSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Word("Always") => Some(Self::Always),
            Value::Word("Never") => Some(Self::Never),
            _ => ConditionSource::from_node(node, faults).map(Self::When),
        }
    }
}

/// Something that readers should know before they start.
#[derive(Debug, Clone)]
pub struct NoteSource<'t> {
    /// What kind of thing it is.
    pub of: Option<NoteKind>,
    /// The words.
    pub text: Option<TextSource<'t>>,
}

impl<'t> FromNode<'t> for NoteSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        // Before there were kinds, a note was a text.
        let says = |entry: &Entry<'_>| entry.field.is_some_and(|field| field.text == "of");
        let kind = matches!(&node.value, Value::Group { entries, .. } if entries.iter().any(says));
        if !kind {
            return TextSource::from_node(node, faults)
                .map(|text| Self { of: None, text: Some(text) });
        }
        let mut fields = Fields::of(node, "part-content-note", faults)?;
        let source = Self { of: fields.need("of", faults), text: fields.need("text", faults) };
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

read_as_word!(NoteKind, Phase, Temptation, Section, SheetFault, FactKind);
