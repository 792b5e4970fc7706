//! What decides a beat and where the talk goes from it, as written.

use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::notation::{
    Entry, Fields, FromNode, Node, Text, Value, Whole, unknown_word, wrong_kind,
};
use crate::scenario::source::{ConditionSource, TextSource};

/// What decides: words just said, a line of the rule card, something known before, or a fact told.
#[derive(Debug, Clone)]
pub enum CueSource<'t> {
    /// `Line(en: "...", ja: "...")`: words in this beat's lines.
    Line(TextSource<'t>),
    /// `Rule("id")`: a line of the rule card.
    Rule(Text<'t>),
    /// `Known("id")`: something the briefing says you know.
    Known(Text<'t>),
    /// `Fact("id")`: a fact that has been told.
    Fact(Text<'t>),
    /// `Promise("id")`: what the trainee promised before.
    Promise(Text<'t>),
}

impl<'t> FromNode<'t> for CueSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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
            ("Promise", [Entry { field: None, value }]) => {
                Spanned::from_node(value, faults).map(Self::Promise)
            }
            ("Rule" | "Known" | "Fact" | "Promise", _) => {
                wrong_kind(node, "part-one-value", faults)
            }
            (other, _) => {
                faults.push(unknown_word(
                    other,
                    name.span,
                    ["Line", "Rule", "Known", "Fact", "Promise"].into_iter(),
                ));
                None
            }
        }
    }
}

/// A way on, taken when its condition holds.
#[derive(Debug, Clone)]
pub struct MoveSource<'t> {
    /// When it is taken; the last way on has no condition.
    pub when: Option<Box<ConditionSource<'t>>>,
    /// Where it leads.
    pub to: Option<TargetSource<'t>>,
    /// Where it is written.
    pub span: Span,
}

impl<'t> FromNode<'t> for MoveSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let named = matches!(node.value, Value::Group { name: Some(_), .. });
        if named || matches!(node.value, Value::Text(_) | Value::Word(_)) {
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
pub enum TargetSource<'t> {
    /// The id of a beat or of an ending.
    Named(Text<'t>),
    /// `Back`: from a second chance to where the beat before it would have gone.
    Back(Span),
    /// `Sheet`: to the hand-over sheet.
    Sheet(Span),
    /// `Chance([(weight: 3, to: "a"), (weight: 1, to: "b")])`
    Chance(Vec<OutcomeSource<'t>>, Span),
}

/// One of the ways that chance decides between.
#[derive(Debug, Clone)]
pub struct OutcomeSource<'t> {
    /// Where it begins.
    pub head: Span,
    /// How likely it is, beside the others.
    pub weight: Option<Spanned<i64>>,
    /// Where it leads.
    pub to: Option<TargetSource<'t>>,
}

impl<'t> FromNode<'t> for OutcomeSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-outcome", faults)?;
        let source = Self {
            head: fields.head(),
            weight: fields.need("weight", faults),
            to: fields.need("to", faults),
        };
        fields.finish(faults);
        Some(source)
    }
}

impl<'t> FromNode<'t> for TargetSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        const WORDS: [&str; 3] = ["Back", "Sheet", "Chance"];
        match &node.value {
            Value::Word("Back") => Some(Self::Back(node.span)),
            Value::Word("Sheet") => Some(Self::Sheet(node.span)),
            Value::Word(other) => {
                faults.push(unknown_word(other, node.span, WORDS.into_iter()));
                None
            }
            Value::Group { name: Some(name), entries } => match (name.text, entries.as_slice()) {
                ("Chance", [Entry { field: None, value }]) => {
                    Whole::from_node(value, faults).map(|all| Self::Chance(all.0, name.span))
                }
                ("Chance", _) => wrong_kind(node, "part-one-value", faults),
                (other, _) => {
                    faults.push(unknown_word(other, name.span, WORDS.into_iter()));
                    None
                }
            },
            _ => Spanned::from_node(node, faults).map(Self::Named),
        }
    }
}

/// Which beat a second chance mends.
#[derive(Debug, Clone)]
pub enum MendsSource<'t> {
    /// The beat with this id.
    Named(Text<'t>),
    /// `Before`: the beat the talk came from.
    Before(Span),
}

impl<'t> FromNode<'t> for MendsSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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
