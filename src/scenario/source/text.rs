//! Texts as written: in both languages, or plain in a scenario of one language.

use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::lang::Lang;
use crate::notation::{Fields, FromNode, Node, Value};
use crate::scenario::source::ConditionSource;

/// A text of the scenario.
#[derive(Debug, Clone)]
pub struct TextSource {
    /// Where it begins.
    pub head: Span,
    /// A plain text, for a scenario of one language.
    pub plain: Option<Spanned<String>>,
    /// The English text.
    pub en: Option<Spanned<String>>,
    /// The Japanese text.
    pub ja: Option<Spanned<String>>,
    /// The languages that are written but could not be read, which has been reported.
    pub unreadable: Vec<Lang>,
}

impl FromNode for TextSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        if let Value::Text(_) = node.value {
            let plain = Spanned::from_node(node, faults);
            return Some(Self {
                head: node.span,
                plain,
                en: None,
                ja: None,
                unreadable: Vec::new(),
            });
        }
        let mut fields = Fields::of(node, "part-localized", faults)?;
        let text = Self::from_fields(&mut fields, faults);
        fields.finish(faults);
        Some(text)
    }
}

impl TextSource {
    /// The languages among other fields, as in `(when: ..., en: "...", ja: "...")`.
    pub(super) fn from_fields(fields: &mut Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Self {
        let mut unreadable = Vec::new();
        let [en, ja] = Lang::ALL.map(|lang| {
            let node = fields.node(lang.code())?;
            let text = Spanned::from_node(node, faults);
            if text.is_none() {
                unreadable.push(lang);
            }
            text
        });
        Self { head: fields.head(), plain: None, en, ja, unreadable }
    }
}

/// One of several texts, said when its condition holds.
#[derive(Debug, Clone)]
pub struct VariantSource {
    /// When it is said; the last variant has no condition.
    pub when: Option<ConditionSource>,
    /// What is said.
    pub text: TextSource,
}

impl FromNode for VariantSource {
    fn from_node(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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
