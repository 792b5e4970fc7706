//! Texts, their readings, and lines: every language present, nothing empty, the last variant always sayable.

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::readings::{Readings, is_kana};
use crate::lang::words::Arg;
use crate::lang::{Lang, Localized};
use crate::notation::{Few, Text};
use crate::scenario::compile::Compiler;
use crate::scenario::source::{LineSource, LinesSource, ScenarioSource, TextSource};
use crate::scenario::{Condition, Line};

impl Compiler<'_> {
    /// The text in all the languages of the scenario.
    pub(super) fn text(&mut self, text: Option<&TextSource<'_>>) -> Option<Localized> {
        let text = text?;
        if let Some(plain) = text.plain() {
            if self.languages.len() > 1 {
                self.faults.push(
                    Diagnostic::new(Rule::WrongKind, plain.span)
                        .with("expected", Arg::Word("part-localized")),
                );
            }
            return self.filled(plain).map(Localized::both);
        }
        match self.languages[..] {
            [only] => self.in_language(text, only).map(Localized::both),
            _ => {
                let [en, ja] = Lang::ALL.map(|lang| self.in_language(text, lang));
                Some(Localized::new(en?, ja?))
            }
        }
    }

    fn in_language(&mut self, text: &TextSource<'_>, lang: Lang) -> Option<Box<str>> {
        let Some(written) = text.named(lang) else {
            if text.is_unreadable(lang) {
                return None;
            }
            self.faults.push(
                Diagnostic::new(Rule::MissingLanguage, text.head()).with("lang", lang.code()),
            );
            return None;
        };
        self.filled(written)
    }

    fn filled(&mut self, written: &Text<'_>) -> Option<Box<str>> {
        let text = written.value.trim();
        if text.is_empty() {
            self.faults.push(Diagnostic::new(Rule::Empty, written.span).with("field", "text"));
            return None;
        }
        Some(text.into())
    }

    /// How words are read: in kana, as what stands above a word is.
    pub(super) fn readings(&mut self, source: &ScenarioSource<'_>) -> Option<Readings> {
        let rows = self.each(&source.readings.0, |compiler, (word, reading)| {
            if word.value.is_empty() || !is_kana(&reading.value) {
                let finding = Diagnostic::new(Rule::BadReading, reading.span);
                compiler.faults.push(finding.with("word", &*word.value));
                return None;
            }
            Some((Box::from(&*word.value), Box::from(&*reading.value)))
        });
        rows.map(Readings::new)
    }

    /// The lines of a beat or a reply.
    pub(super) fn lines(&mut self, lines: Option<&LinesSource<'_>>) -> Option<Few<Line>> {
        let lines = lines?;
        self.few(&lines.0, Self::line)
    }

    fn line(&mut self, line: &LineSource<'_>) -> Option<Line> {
        let speaker = self.speaker_or_customer(line.speaker.as_ref());
        let when = self.when(line.when.as_deref());
        if line.say.is_empty() {
            self.faults.push(Diagnostic::new(Rule::Empty, line.head).with("field", "say"));
        }
        if line.by_chance {
            for variant in line.say.iter().filter(|variant| variant.when.is_some()) {
                self.faults.push(Diagnostic::new(Rule::ChanceHasConditions, variant.text.head()));
            }
        } else {
            self.one_last_without_condition(&line.say, |variant| {
                (variant.when.is_some(), variant.text.head())
            });
        }
        let variants = self.few(&line.say, |compiler, variant| {
            let (when, text) =
                (compiler.when(variant.when.as_deref()), compiler.text(Some(&variant.text)));
            Some((when?, text?))
        });
        let by_chance = line.by_chance;
        Some(Line { speaker: speaker?, when: when?, variants: variants?, by_chance })
    }

    /// In a list where the first that holds is taken, the last must hold always and no other may.
    pub(super) fn one_last_without_condition<T>(
        &mut self,
        list: &[T],
        look: impl Fn(&T) -> (bool, Span),
    ) {
        for (at, entry) in list.iter().enumerate() {
            let (conditional, span) = look(entry);
            let last = at + 1 == list.len();
            if last && conditional {
                self.faults.push(Diagnostic::new(Rule::NoFallback, span));
            } else if !last && !conditional {
                let (_, next) = look(&list[at + 1]);
                self.faults.push(Diagnostic::new(Rule::NeverUsed, next).also(span));
                break;
            }
        }
    }
}

/// Whether a line always contains these words, in this language, whichever variant is said.
pub(super) fn always_contains(line: &Line, words: &str, lang: Lang) -> bool {
    line.when == Condition::Always
        && line.variants.iter().all(|(_, text)| text.get(lang).contains(words))
}
