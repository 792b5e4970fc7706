//! Texts as written: in both languages, or plain in a scenario of one language.

use crate::diagnostic::{Diagnostic, Span};
use crate::lang::Lang;
use crate::notation::{Fields, FromNode, Node, Text, Value};
use crate::scenario::source::ConditionSource;

/// A text of the scenario.
#[derive(Debug, Clone)]
pub enum TextSource<'t> {
    /// A plain text, for a scenario of one language.
    Plain(Text<'t>),
    /// A text for each language; kept elsewhere, so that a plain one takes little room.
    Named(Box<NamedTexts<'t>>),
}

/// `(en: "...", ja: "...")`
#[derive(Debug, Clone)]
pub struct NamedTexts<'t> {
    /// Where they begin.
    pub head: Span,
    /// The English text.
    pub en: Option<Text<'t>>,
    /// The Japanese text.
    pub ja: Option<Text<'t>>,
    /// The languages that are written but could not be read, which has been reported.
    pub unreadable: Vec<Lang>,
}

impl<'t> FromNode<'t> for TextSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        if let Value::Text(_) = node.value {
            return Text::from_node(node, faults).map(Self::Plain);
        }
        let mut fields = Fields::of(node, "part-localized", faults)?;
        let text = Self::from_fields(&mut fields, faults);
        fields.finish(faults);
        Some(text)
    }
}

impl<'t> TextSource<'t> {
    /// The languages among other fields, as in `(when: ..., en: "...", ja: "...")`.
    pub(super) fn from_fields(fields: &mut Fields<'_, 't>, faults: &mut Vec<Diagnostic>) -> Self {
        let mut unreadable = Vec::new();
        let [en, ja] = Lang::ALL.map(|lang| {
            let node = fields.node(lang.code())?;
            let text = Text::from_node(node, faults);
            if text.is_none() {
                unreadable.push(lang);
            }
            text
        });
        Self::Named(Box::new(NamedTexts { head: fields.head(), en, ja, unreadable }))
    }

    /// Where it begins.
    pub fn head(&self) -> Span {
        match self {
            Self::Plain(plain) => plain.span,
            Self::Named(named) => named.head,
        }
    }

    /// The plain text, if it is one.
    pub fn plain(&self) -> Option<&Text<'t>> {
        match self {
            Self::Plain(plain) => Some(plain),
            Self::Named(_) => None,
        }
    }

    /// The text that is written for a language.
    pub fn named(&self, lang: Lang) -> Option<&Text<'t>> {
        match (self, lang) {
            (Self::Plain(_), _) => None,
            (Self::Named(named), Lang::En) => named.en.as_ref(),
            (Self::Named(named), Lang::Ja) => named.ja.as_ref(),
        }
    }

    /// Whether the text for a language was written and could not be read.
    pub fn is_unreadable(&self, lang: Lang) -> bool {
        matches!(self, Self::Named(named) if named.unreadable.contains(&lang))
    }
}

/// One of several texts, said when its condition holds.
#[derive(Debug, Clone)]
pub struct VariantSource<'t> {
    /// When it is said; the last variant has no condition.
    pub when: Option<Box<ConditionSource<'t>>>,
    /// What is said.
    pub text: TextSource<'t>,
}

impl<'t> FromNode<'t> for VariantSource<'t> {
    fn from_node(node: &Node<'t>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        if let Value::Text(_) = node.value {
            return Some(Self { when: None, text: TextSource::from_node(node, faults)? });
        }
        let mut fields = Fields::of(node, "part-localized", faults)?;
        let variant = Self {
            when: fields.may("when", faults),
            text: TextSource::from_fields(&mut fields, faults),
        };
        fields.finish(faults);
        Some(variant)
    }
}
