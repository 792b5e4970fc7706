//! Conditions and effects as written.

use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::notation::{Entry, Fields, FromNode, Node, Value, unknown_word, wrong_kind};
use crate::scenario::Gauge;

/// When a move, a line or an effect applies.
#[derive(Debug, Clone)]
pub enum ConditionSource {
    /// `Is("flag")`
    Is(Spanned<String>),
    /// `Told("fact")`
    Told(Spanned<String>),
    /// `Chose("beat", "choice")`
    Chose(Spanned<String>, Spanned<String>),
    /// `Anger(min: 8)`, `Trust(max: 2)`
    Gauge(Gauge, Option<Spanned<i64>>, Option<Spanned<i64>>, Span),
    /// `Not(condition)`
    Not(Box<ConditionSource>),
    /// `Any([conditions])`
    Any(Vec<ConditionSource>),
    /// `[conditions]`: all of them.
    All(Vec<ConditionSource>),
}

const CONDITIONS: [&str; 7] = ["Is", "Told", "Chose", "Anger", "Trust", "Not", "Any"];

impl FromNode for ConditionSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let (name, entries) = match &node.value {
            Value::List(_) => return Vec::from_node(node, faults).map(Self::All),
            Value::Group { name: Some(name), entries } => (name, entries.as_slice()),
            _ => return wrong_kind(node, "part-condition", faults),
        };
        match name.text {
            "Is" => one(entries, node, faults).map(Self::Is),
            "Told" => one(entries, node, faults).map(Self::Told),
            "Chose" => match entries {
                [beat, choice] => Some(Self::Chose(
                    Spanned::from_node(&beat.value, faults)?,
                    Spanned::from_node(&choice.value, faults)?,
                )),
                _ => wrong_kind(node, "part-beat-and-choice", faults),
            },
            "Anger" => gauge(Gauge::Anger, entries, node, faults),
            "Trust" => gauge(Gauge::Trust, entries, node, faults),
            "Not" => one(entries, node, faults).map(|inner| Self::Not(Box::new(inner))),
            "Any" => one(entries, node, faults).map(Self::Any),
            other => {
                faults.push(unknown_word(other, name.span, CONDITIONS.into_iter()));
                None
            }
        }
    }
}

/// The only value between the brackets.
fn one<T: FromNode>(
    entries: &[Entry<'_>],
    node: &Node<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<T> {
    match entries {
        [Entry { field: None, value }] => T::from_node(value, faults),
        _ => wrong_kind(node, "part-one-value", faults),
    }
}

fn gauge(
    gauge: Gauge,
    entries: &[Entry<'_>],
    node: &Node<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<ConditionSource> {
    let mut fields = Fields::of_entries(entries, node.head(), "part-gauge-condition", faults);
    let (min, max) = (fields.may("min", faults), fields.may("max", faults));
    fields.finish(faults);
    if min.is_none() && max.is_none() {
        return wrong_kind(node, "part-gauge-condition", faults);
    }
    Some(ConditionSource::Gauge(gauge, min, max, node.span))
}

/// What a choice changes.
#[derive(Debug, Clone)]
pub enum EffectSource {
    /// `Anger(-1)`, `Trust(2)`
    Gauge(Gauge, Spanned<i64>),
    /// `Set("flag")`
    Set(Spanned<String>),
    /// `Clear("flag")`
    Clear(Spanned<String>),
}

const EFFECTS: [&str; 4] = ["Anger", "Trust", "Set", "Clear"];

impl FromNode for EffectSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Group { name: Some(name), entries } = &node.value else {
            return wrong_kind(node, "part-effect", faults);
        };
        match name.text {
            "Anger" => one(entries, node, faults).map(|by| Self::Gauge(Gauge::Anger, by)),
            "Trust" => one(entries, node, faults).map(|by| Self::Gauge(Gauge::Trust, by)),
            "Set" => one(entries, node, faults).map(Self::Set),
            "Clear" => one(entries, node, faults).map(Self::Clear),
            other => {
                faults.push(unknown_word(other, name.span, EFFECTS.into_iter()));
                None
            }
        }
    }
}

/// The gauges at the beginning: `(anger: 3, trust: 3)`.
#[derive(Debug, Clone)]
pub struct GaugesSource {
    /// 0..=10.
    pub anger: Option<Spanned<i64>>,
    /// 0..=10.
    pub trust: Option<Spanned<i64>>,
}

impl FromNode for GaugesSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-gauges", faults)?;
        let source =
            Self { anger: fields.need("anger", faults), trust: fields.need("trust", faults) };
        fields.finish(faults);
        Some(source)
    }
}
