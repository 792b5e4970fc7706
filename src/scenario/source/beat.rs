//! Beats, choices, lines, cues and moves as written.

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned};
use crate::lang::words::Arg;
use crate::notation::{Entry, Fields, FromNode, Node, OneOrMany, Value, unknown_word, wrong_kind};
use crate::rubric::{Critical, Indicator, Rating};
use crate::scenario::source::{ConditionSource, EffectSource, TextSource, VariantSource};

/// One exchange: someone speaks, then the trainee decides.
#[derive(Debug, Clone)]
pub struct BeatSource {
    /// Where it begins.
    pub head: Span,
    /// Its name for trainers and debriefs.
    pub title: Option<TextSource>,
    /// What is said before the decision.
    pub lines: Option<LinesSource>,
    /// What changes on coming here.
    pub enter: Vec<EnterSource>,
    /// The facts that these lines tell.
    pub tells: Vec<Spanned<String>>,
    /// What makes the key right here.
    pub cues: Option<OneOrMany<CueSource>>,
    /// The indicators every choice is rated on.
    pub rates: Option<Vec<Spanned<Indicator>>>,
    /// The best choice.
    pub key: Option<Spanned<String>>,
    /// What the trainee can say.
    pub choices: Option<Vec<ChoiceSource>>,
    /// Where the talk goes from here.
    pub next: Option<OneOrMany<MoveSource>>,
    /// The beat that this second chance mends.
    pub mends: Option<MendsSource>,
}

impl FromNode for BeatSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-beat", faults)?;
        let source = Self {
            head: fields.head(),
            title: fields.need("title", faults),
            lines: fields.need("lines", faults),
            enter: fields.may("enter", faults).unwrap_or_default(),
            tells: fields.may("tells", faults).unwrap_or_default(),
            cues: fields.may("cues", faults),
            rates: fields.need("rates", faults),
            key: fields.need("key", faults),
            choices: fields.need("choices", faults),
            next: fields.may("next", faults),
            mends: fields.may("mends", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// What the trainee can say.
#[derive(Debug, Clone)]
pub struct ChoiceSource {
    /// Where it begins.
    pub head: Span,
    /// Its name within the beat.
    pub id: Option<Spanned<String>>,
    /// The words.
    pub say: Option<TextSource>,
    /// What is answered at once.
    pub reply: Option<LinesSource>,
    /// How it shows each indicator of the beat.
    pub ratings: Option<RatingsSource>,
    /// What it changes.
    pub effects: Vec<EffectSource>,
    /// The facts that the reply tells.
    pub tells: Vec<Spanned<String>>,
    /// A critical error that this choice is.
    pub critical: Option<Critical>,
    /// Where the talk goes, if not where the beat says.
    pub next: Option<OneOrMany<MoveSource>>,
    /// What it did to the listener, and what instead or why it worked.
    pub feedback: Option<TextSource>,
    /// The moment at which this very line would be best.
    pub best_when: Option<TextSource>,
}

impl FromNode for ChoiceSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-choice", faults)?;
        let source = Self {
            head: fields.head(),
            id: fields.need("id", faults),
            say: fields.need("say", faults),
            reply: fields.need("reply", faults),
            ratings: fields.need("ratings", faults),
            effects: fields.may("effects", faults).unwrap_or_default(),
            tells: fields.may("tells", faults).unwrap_or_default(),
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
pub struct LinesSource(pub Vec<LineSource>);

impl FromNode for LinesSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        if let Value::List(_) = node.value {
            return Vec::from_node(node, faults).map(Self);
        }
        let text = TextSource::from_node(node, faults)?;
        let say = vec![VariantSource { when: None, text }];
        Some(Self(vec![LineSource { head: node.head(), speaker: None, when: None, say }]))
    }
}

/// One utterance.
#[derive(Debug, Clone)]
pub struct LineSource {
    /// Where it begins.
    pub head: Span,
    /// Who speaks; the customer, if not said.
    pub speaker: Option<Spanned<String>>,
    /// When the line is said at all.
    pub when: Option<ConditionSource>,
    /// What is said: the first variant whose condition holds.
    pub say: Vec<VariantSource>,
}

impl FromNode for LineSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-line", faults)?;
        let source = Self {
            head: fields.head(),
            speaker: fields.may("speaker", faults),
            when: fields.may("when", faults),
            say: fields.need::<OneOrMany<_>>("say", faults).map(|say| say.0).unwrap_or_default(),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Effects of coming to a beat.
#[derive(Debug, Clone)]
pub struct EnterSource {
    /// When they apply.
    pub when: Option<ConditionSource>,
    /// What changes.
    pub effects: Vec<EffectSource>,
}

impl FromNode for EnterSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-enter", faults)?;
        let source = Self {
            when: fields.may("when", faults),
            effects: fields.need("effects", faults).unwrap_or_default(),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// What decides: words just said, a line of the rule card, something known before, or a fact told.
#[derive(Debug, Clone)]
pub enum CueSource {
    /// `Line(en: "...", ja: "...")`: words in this beat's lines.
    Line(TextSource),
    /// `Rule("id")`: a line of the rule card.
    Rule(Spanned<String>),
    /// `Known("id")`: something the briefing says you know.
    Known(Spanned<String>),
    /// `Fact("id")`: a fact that has been told.
    Fact(Spanned<String>),
}

impl FromNode for CueSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Group { name: Some(name), entries } = &node.value else {
            return wrong_kind(node, "part-cue", faults);
        };
        match (name.text, entries.as_slice()) {
            ("Line", [Entry { field: None, value }]) => {
                TextSource::from_node(value, faults).map(Self::Line)
            }
            ("Line", _) => TextSource::from_node(node, faults).map(Self::Line),
            ("Rule", [Entry { field: None, value }]) => {
                Spanned::from_node(value, faults).map(Self::Rule)
            }
            ("Known", [Entry { field: None, value }]) => {
                Spanned::from_node(value, faults).map(Self::Known)
            }
            ("Fact", [Entry { field: None, value }]) => {
                Spanned::from_node(value, faults).map(Self::Fact)
            }
            ("Rule" | "Known" | "Fact", _) => wrong_kind(node, "part-one-value", faults),
            (other, _) => {
                faults.push(unknown_word(
                    other,
                    name.span,
                    ["Line", "Rule", "Known", "Fact"].into_iter(),
                ));
                None
            }
        }
    }
}

/// A way on, taken when its condition holds.
#[derive(Debug, Clone)]
pub struct MoveSource {
    /// When it is taken; the last way on has no condition.
    pub when: Option<ConditionSource>,
    /// Where it leads.
    pub to: Option<TargetSource>,
    /// Where it is written.
    pub span: Span,
}

impl FromNode for MoveSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        if let Value::Text(_) | Value::Word(_) = node.value {
            return Some(Self {
                when: None,
                to: TargetSource::from_node(node, faults),
                span: node.span,
            });
        }
        let mut fields = Fields::of(node, "part-move", faults)?;
        let source = Self {
            when: fields.may("when", faults),
            to: fields.need("to", faults),
            span: node.head(),
        };
        fields.finish(faults);
        Some(source)
    }
}

/// Where a move leads.
#[derive(Debug, Clone)]
pub enum TargetSource {
    /// The id of a beat or of an ending.
    Named(Spanned<String>),
    /// `Back`: from a second chance to where the beat before it would have gone.
    Back(Span),
}

impl FromNode for TargetSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Word("Back") => Some(Self::Back(node.span)),
            Value::Word(other) => {
                faults.push(unknown_word(other, node.span, ["Back"].into_iter()));
                None
            }
            _ => Spanned::from_node(node, faults).map(Self::Named),
        }
    }
}

/// Which beat a second chance mends.
#[derive(Debug, Clone)]
pub enum MendsSource {
    /// The beat with this id.
    Named(Spanned<String>),
    /// `Before`: the beat the talk came from.
    Before(Span),
}

impl FromNode for MendsSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.value {
            Value::Word("Before") => Some(Self::Before(node.span)),
            Value::Word(other) => {
                faults.push(unknown_word(other, node.span, ["Before"].into_iter()));
                None
            }
            _ => Spanned::from_node(node, faults).map(Self::Named),
        }
    }
}

impl FromNode for Indicator {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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
    pub rows: Vec<(Spanned<Indicator>, Option<Rating>)>,
}

impl FromNode for RatingsSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Group { name: None, entries } = &node.value else {
            return wrong_kind(node, "part-ratings", faults);
        };
        let mut rows: Vec<(Spanned<Indicator>, Option<Rating>)> = Vec::with_capacity(entries.len());
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
