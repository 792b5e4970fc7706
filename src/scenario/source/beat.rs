//! Beats, choices and lines as written.

use smallvec::SmallVec;

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned};
use crate::lang::words::Arg;
use crate::notation::{Few, Fields, FromNode, Node, OneOrMany, Text, Value, Whole, wrong_kind};
use crate::rubric::{Critical, Indicator, Rating};
use crate::scenario::Phase;
use crate::scenario::source::{
    ConditionSource, CueSource, EffectSource, FacilitatorSource, MendsSource, MoveSource,
    PullSource, TextSource, VariantSource,
};

/// One exchange: someone speaks, then the trainee decides.
#[derive(Debug, Clone)]
pub struct BeatSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// Its name for trainers and debriefs.
    pub title: Option<TextSource<'t>>,
    /// The act it belongs to.
    pub act: Option<Text<'t>>,
    /// Where in the talk it stands.
    pub phase: Option<Phase>,
    /// What pulls at the trainee here.
    pub pull: Option<Box<PullSource<'t>>>,
    /// What a trainer needs here.
    pub facilitator: Option<Box<FacilitatorSource<'t>>>,
    /// How many seconds the other side waits.
    pub seconds: Option<Spanned<i64>>,
    /// What is said before the decision.
    pub lines: Option<LinesSource<'t>>,
    /// What changes on coming here.
    pub enter: Vec<EnterSource<'t>>,
    /// The facts that these lines tell.
    pub tells: Vec<Text<'t>>,
    /// What makes the key right here.
    pub cues: Option<OneOrMany<CueSource<'t>>>,
    /// The indicators every choice is rated on.
    pub rates: Option<Vec<Spanned<Indicator>>>,
    /// The best choice.
    pub key: Option<Text<'t>>,
    /// What the trainee can say.
    pub choices: Option<Vec<ChoiceSource<'t>>>,
    /// What can be asked in any order, once each, in place of choices.
    pub topics: Option<Vec<TopicSource<'t>>>,
    /// A way on before all topics were asked.
    pub enough: Option<Box<EnoughSource<'t>>>,
    /// What the trainee may say she is here for, in place of choices.
    pub aims: Option<Vec<AimSource<'t>>>,
    /// Where the talk goes from here.
    pub next: Option<OneOrMany<MoveSource<'t>>>,
    /// The beat that this second chance mends.
    pub mends: Option<MendsSource<'t>>,
}

impl<'t> FromNode<'t> for BeatSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-beat", faults)?;
        let topics: Option<Vec<TopicSource<'t>>> = fields.may("topics", faults);
        let topical = topics.is_some() || fields.has("topics");
        let aims = if topical { None } else { fields.may("aims", faults) };
        // Topics and aims rate nothing; where they were meant but could not be read, the same.
        let unrated = topical || aims.is_some() || fields.has("aims");
        let source = Self {
            head: fields.head(),
            title: fields.need("title", faults),
            act: fields.may("act", faults),
            phase: fields.may("phase", faults),
            pull: fields.may("pull", faults),
            facilitator: fields.may("facilitator", faults),
            seconds: fields.may("seconds", faults),
            lines: fields.need("lines", faults),
            enter: fields.may("enter", faults).unwrap_or_default(),
            tells: fields.may("tells", faults).unwrap_or_default(),
            cues: fields.may("cues", faults),
            rates: if unrated {
                None
            } else {
                fields.need("rates", faults).map(|all: Whole<_>| all.0)
            },
            key: if unrated { None } else { fields.need("key", faults) },
            choices: if unrated { None } else { fields.need("choices", faults) },
            topics,
            enough: fields.may("enough", faults),
            aims,
            next: fields.may("next", faults),
            mends: fields.may("mends", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Something that can be asked.
#[derive(Debug, Clone)]
pub struct TopicSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// Its name within the beat.
    pub id: Option<Text<'t>>,
    /// The words.
    pub say: Option<TextSource<'t>>,
    /// The beat it leads to.
    pub to: Option<Text<'t>>,
    /// When it can be asked at all.
    pub when: Option<Box<ConditionSource<'t>>>,
}

impl<'t> FromNode<'t> for TopicSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-topic", faults)?;
        let source = Self {
            head: fields.head(),
            id: fields.need("id", faults),
            say: fields.need("say", faults),
            to: fields.need("to", faults),
            when: fields.may("when", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// A way on before all topics were asked.
#[derive(Debug, Clone)]
pub struct EnoughSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// After how many topics it can be said.
    pub after: Option<Spanned<i64>>,
    /// The words.
    pub say: Option<TextSource<'t>>,
}

impl<'t> FromNode<'t> for EnoughSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-enough", faults)?;
        let source = Self {
            head: fields.head(),
            after: fields.need("after", faults),
            say: fields.need("say", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Something that the trainee may say she is here for.
#[derive(Debug, Clone)]
pub struct AimSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// Its name within the beat.
    pub id: Option<Text<'t>>,
    /// The words.
    pub say: Option<TextSource<'t>>,
    /// What is answered at once, if anything is.
    pub reply: Option<LinesSource<'t>>,
    /// The indicators that speak for it where they are shown.
    pub shows: Vec<Spanned<Indicator>>,
    /// The indicators that speak for it where they are missed.
    pub misses: Vec<Spanned<Indicator>>,
}

impl<'t> FromNode<'t> for AimSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-aim", faults)?;
        let source = Self {
            head: fields.head(),
            id: fields.need("id", faults),
            say: fields.need("say", faults),
            reply: fields.may("reply", faults),
            shows: fields.may("shows", faults).unwrap_or_default(),
            misses: fields.may("misses", faults).unwrap_or_default(),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// What the trainee can say.
#[derive(Debug, Clone)]
pub struct ChoiceSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// Its name within the beat.
    pub id: Option<Text<'t>>,
    /// The words.
    pub say: Option<TextSource<'t>>,
    /// When it can be said.
    pub when: Option<Box<ConditionSource<'t>>>,
    /// Why it cannot be said yet, where it is shown all the same.
    pub locked: Option<Box<TextSource<'t>>>,
    /// Whether it stands for saying nothing.
    pub silence: bool,
    /// What is answered at once.
    pub reply: Option<LinesSource<'t>>,
    /// What the customer thinks and does not say.
    pub thought: Option<Box<TextSource<'t>>>,
    /// How it shows each indicator of the beat.
    pub ratings: Option<RatingsSource>,
    /// What it changes.
    pub effects: Vec<EffectSource<'t>>,
    /// How many minutes of the story it takes.
    pub takes: Option<Spanned<i64>>,
    /// The facts that the reply tells.
    pub tells: Vec<Text<'t>>,
    /// The facts that it says aloud as a guess.
    pub guesses: Vec<Text<'t>>,
    /// The confidential facts that it passes on.
    pub leaks: Vec<Text<'t>>,
    /// A critical error that this choice is.
    pub critical: Option<Critical>,
    /// Where the talk goes, if not where the beat says.
    pub next: Option<OneOrMany<MoveSource<'t>>>,
    /// What it did to the listener, and what instead or why it worked.
    pub feedback: Option<TextSource<'t>>,
    /// The moment at which this very line would be best.
    pub best_when: Option<TextSource<'t>>,
}

impl<'t> FromNode<'t> for ChoiceSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-choice", faults)?;
        let source = Self {
            head: fields.head(),
            id: fields.need("id", faults),
            say: fields.need("say", faults),
            when: fields.may("when", faults),
            locked: fields.may("locked", faults),
            silence: fields.may("silence", faults).unwrap_or_default(),
            reply: fields.need("reply", faults),
            thought: fields.may("thought", faults),
            ratings: fields.need("ratings", faults),
            effects: fields.may("effects", faults).unwrap_or_default(),
            takes: fields.may("takes", faults),
            tells: fields.may("tells", faults).unwrap_or_default(),
            guesses: fields.may("guesses", faults).unwrap_or_default(),
            leaks: fields.may("leaks", faults).unwrap_or_default(),
            critical: fields.may("critical", faults),
            next: fields.may("next", faults),
            feedback: fields.need("feedback", faults),
            best_when: fields.need("best_when", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Lines, or one text said by the customer.
#[derive(Debug, Clone)]
pub struct LinesSource<'t>(pub Few<LineSource<'t>>);

impl<'t> FromNode<'t> for LinesSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        if let Value::List(_) = node.value {
            return Few::from_node(node, faults).map(Self);
        }
        let text = TextSource::from_node(node, faults)?;
        let say = Few::One(VariantSource { when: None, text });
        let line =
            LineSource { head: node.head(), speaker: None, when: None, say, by_chance: false };
        Some(Self(Few::One(line)))
    }
}

/// One utterance.
#[derive(Debug, Clone)]
pub struct LineSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// Who speaks; the customer, if not said.
    pub speaker: Option<Text<'t>>,
    /// When the line is said at all.
    pub when: Option<Box<ConditionSource<'t>>>,
    /// What is said: the first variant whose condition holds.
    pub say: Few<VariantSource<'t>>,
    /// Whether chance picks one of the variants, written as `one_of` in place of `say`.
    pub by_chance: bool,
}

impl<'t> FromNode<'t> for LineSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-line", faults)?;
        let one_of: Option<Few<VariantSource<'t>>> = fields.may("one_of", faults);
        let by_chance = one_of.is_some();
        let say = || fields.need::<OneOrMany<_>>("say", faults).map(|say| say.0);
        let said = one_of.or_else(say).unwrap_or_default();
        let source = Self {
            head: fields.head(),
            speaker: fields.may("speaker", faults),
            when: fields.may("when", faults),
            say: said,
            by_chance,
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Effects of coming to a beat.
#[derive(Debug, Clone)]
pub struct EnterSource<'t> {
    /// When they apply.
    pub when: Option<Box<ConditionSource<'t>>>,
    /// What changes.
    pub effects: Vec<EffectSource<'t>>,
}

impl<'t> FromNode<'t> for EnterSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-enter", faults)?;
        let source = Self {
            when: fields.may("when", faults),
            effects: fields.need("effects", faults).unwrap_or_default(),
        };
        fields.finish(faults);
        Some(source)
    }
}

impl<'t> FromNode<'t> for Indicator {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Word(code) = node.value else {
            return wrong_kind(node, "part-indicator", faults);
        };
        let found = Self::from_code(code);
        if found.is_none() {
            faults.push(unknown_indicator(code, node.span));
        }
        found
    }
}

fn unknown_indicator(code: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Rule::UnknownIndicator, span).with("indicator", code)
}

/// How a choice is rated: `(C4: -1, O3: -0.5)`.
#[derive(Debug, Clone)]
pub struct RatingsSource {
    /// Where the ratings begin.
    pub head: Span,
    /// Each indicator with its rating; a rating that could not be read is none.
    pub rows: SmallVec<[(Spanned<Indicator>, Option<Rating>); 2]>,
}

impl<'t> FromNode<'t> for RatingsSource {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Group { name: None, entries } = &node.value else {
            return wrong_kind(node, "part-ratings", faults);
        };
        let mut rows: SmallVec<[(Spanned<Indicator>, Option<Rating>); 2]> =
            SmallVec::with_capacity(entries.len());
        for entry in entries {
            let Some(field) = entry.field else {
                wrong_kind::<()>(&entry.value, "part-ratings", faults);
                continue;
            };
            let Some(indicator) = Indicator::from_code(field.text) else {
                faults.push(unknown_indicator(field.text, field.span));
                continue;
            };
            if let Some((first, _)) = rows.iter().find(|(row, _)| row.value == indicator) {
                let again =
                    Diagnostic::new(Rule::DuplicateField, field.span).with("field", field.text);
                faults.push(again.also(first.span));
                continue;
            }
            let rating = rating(&entry.value, faults);
            rows.push((Spanned { value: indicator, span: field.span }, rating));
        }
        Some(Self { head: Span::new(node.span.start, node.span.start + 1), rows })
    }
}

fn rating(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Rating> {
    let Value::Number(written) = node.value else {
        return wrong_kind(node, "part-rating", faults);
    };
    let found = Rating::from_written(written);
    if found.is_none() {
        faults
            .push(Diagnostic::new(Rule::BadRating, node.span).with("written", Arg::from(written)));
    }
    found
}
