//! Conditions and effects as written.

use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::notation::{Entry, Fields, FromNode, Node, Text, Value, unknown_word, wrong_kind};
use crate::scenario::Gauge;

/// A gauge as written: one of the two that every scenario has, or the name of one of its own.
#[derive(Debug, Clone)]
pub enum GaugeSource<'t> {
    /// `Anger` or `Trust`.
    Known(Gauge),
    /// A declared one.
    Own(Text<'t>),
}

/// When a move, a line or an effect applies.
#[derive(Debug, Clone)]
pub enum ConditionSource<'t> {
    /// `Is("flag")`
    Is(Text<'t>),
    /// `Told("fact")`
    Told(Text<'t>),
    /// `Chose("beat", "choice")`
    Chose(Text<'t>, Text<'t>),
    /// `Guessed("fact")`: it was said aloud as a guess before it was told.
    Guessed(Text<'t>),
    /// `Leaked("fact")`: it was passed on.
    Leaked(Text<'t>),
    /// `Promised("promise")`: it was made, whatever became of it.
    Promised(Text<'t>),
    /// `Kept("promise")`
    Kept(Text<'t>),
    /// `Broken("promise")`
    Broken(Text<'t>),
    /// `Noted("entry")`: it was written on the hand-over sheet.
    Noted(Text<'t>),
    /// `Clock(from: "13:30")`, `Clock(until: "14:00")`
    Clock(Option<Text<'t>>, Option<Text<'t>>),
    /// `Anger(min: 8)`, `Trust(max: 2)`, `Gauge("hope", min: 3)`
    Gauge(GaugeSource<'t>, Option<Spanned<i64>>, Option<Spanned<i64>>, Span),
    /// `Not(condition)`
    Not(Box<ConditionSource<'t>>),
    /// `Any([conditions])`
    Any(Vec<ConditionSource<'t>>),
    /// `[conditions]`: all of them.
    All(Vec<ConditionSource<'t>>),
}

const CONDITIONS: [&str; 15] = [
    "Is", "Told", "Chose", "Guessed", "Leaked", "Promised", "Kept", "Broken", "Noted", "Clock",
    "Anger", "Trust", "Gauge", "Not", "Any",
];

impl<'t> FromNode<'t> for ConditionSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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
            "Guessed" => one(entries, node, faults).map(Self::Guessed),
            "Leaked" => one(entries, node, faults).map(Self::Leaked),
            "Promised" => one(entries, node, faults).map(Self::Promised),
            "Kept" => one(entries, node, faults).map(Self::Kept),
            "Broken" => one(entries, node, faults).map(Self::Broken),
            "Noted" => one(entries, node, faults).map(Self::Noted),
            "Clock" => clock(entries, node, faults),
            "Anger" => gauge(GaugeSource::Known(Gauge::Anger), entries, node, faults),
            "Trust" => gauge(GaugeSource::Known(Gauge::Trust), entries, node, faults),
            "Gauge" => match entries.split_first() {
                Some((Entry { field: None, value }, limits)) => {
                    let own = Spanned::from_node(value, faults)?;
                    gauge(GaugeSource::Own(own), limits, node, faults)
                }
                _ => wrong_kind(node, "part-own-gauge-condition", faults),
            },
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
fn one<'t, T: FromNode<'t>>(
    entries: &[Entry<'t>],
    node: &Node<'t>,
    faults: &mut Vec<Diagnostic>,
) -> Option<T> {
    match entries {
        [Entry { field: None, value }] => T::from_node(value, faults),
        _ => wrong_kind(node, "part-one-value", faults),
    }
}

fn clock<'t>(
    entries: &[Entry<'t>],
    node: &Node<'t>,
    faults: &mut Vec<Diagnostic>,
) -> Option<ConditionSource<'t>> {
    let mut fields = Fields::of_entries(entries, node.head(), "part-clock-condition", faults);
    let (from, until) = (fields.may("from", faults), fields.may("until", faults));
    fields.finish(faults);
    if from.is_none() && until.is_none() {
        return wrong_kind(node, "part-clock-condition", faults);
    }
    Some(ConditionSource::Clock(from, until))
}

fn gauge<'t>(
    gauge: GaugeSource<'t>,
    entries: &[Entry<'t>],
    node: &Node<'t>,
    faults: &mut Vec<Diagnostic>,
) -> Option<ConditionSource<'t>> {
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
pub enum EffectSource<'t> {
    /// `Anger(-1)`, `Trust(2)`, `Gauge("hope", 1)`
    Gauge(GaugeSource<'t>, Spanned<i64>),
    /// `Set("flag")`
    Set(Text<'t>),
    /// `Clear("flag")`
    Clear(Text<'t>),
    /// `Promise("promise")`
    Promise(Text<'t>),
    /// `Keep("promise")`
    Keep(Text<'t>),
    /// `Break("promise")`
    Break(Text<'t>),
}

const EFFECTS: [&str; 8] = ["Anger", "Trust", "Gauge", "Set", "Clear", "Promise", "Keep", "Break"];

impl<'t> FromNode<'t> for EffectSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Value::Group { name: Some(name), entries } = &node.value else {
            return wrong_kind(node, "part-effect", faults);
        };
        match name.text {
            "Anger" => one(entries, node, faults)
                .map(|by| Self::Gauge(GaugeSource::Known(Gauge::Anger), by)),
            "Trust" => one(entries, node, faults)
                .map(|by| Self::Gauge(GaugeSource::Known(Gauge::Trust), by)),
            "Gauge" => match entries.as_slice() {
                [Entry { field: None, value: own }, Entry { field: None, value: by }] => {
                    let own = Spanned::from_node(own, faults)?;
                    Spanned::from_node(by, faults).map(|by| Self::Gauge(GaugeSource::Own(own), by))
                }
                _ => wrong_kind(node, "part-own-gauge-effect", faults),
            },
            "Set" => one(entries, node, faults).map(Self::Set),
            "Clear" => one(entries, node, faults).map(Self::Clear),
            "Promise" => one(entries, node, faults).map(Self::Promise),
            "Keep" => one(entries, node, faults).map(Self::Keep),
            "Break" => one(entries, node, faults).map(Self::Break),
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

impl<'t> FromNode<'t> for GaugesSource {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::of(node, "part-gauges", faults)?;
        let source =
            Self { anger: fields.need("anger", faults), trust: fields.need("trust", faults) };
        fields.finish(faults);
        Some(source)
    }
}
