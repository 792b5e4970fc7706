//! Politeness that slips: a voice of the scenario that ends politely in one Japanese text and plainly in another.

use crate::check::text::sentences::{
    Register, Sentence, is_musing, is_stage_direction, register, sentences,
};
use crate::check::text::walk::{Part, Voice, Written};
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::Lang;
use crate::lang::words::Arg;

/// Whoever keeps to one register over a scenario.
///
/// Colleagues speak one way to the trainee and another to the customer, and are left out.
const VOICES: [(&str, fn(Part) -> bool); 4] = [
    (CUSTOMER, |part| part == Part::Line(Voice::Customer)),
    ("voice-narrator", |part| part == Part::Line(Voice::Narrator)),
    ("voice-trainee", |part| matches!(part, Part::Choice { heard: true, .. })),
    ("voice-feedback", |part| part == Part::Feedback),
];

const CUSTOMER: &str = "voice-customer";

/// A customer who ends plainly more often than once in so many times speaks that way; fewer are slips.
const CUSTOMER_SLIPS: usize = 6;

/// An outburst is plain, whoever is angry; it has at most this many characters.
const OUTBURST: usize = 8;

/// K603
#[derive(Default)]
pub(super) struct Politeness {
    /// How each voice ends its texts, and where.
    said: [Vec<(Register, Span)>; VOICES.len()],
}

impl Politeness {
    pub(super) fn hear(&mut self, written: &Written<'_>) {
        for ((voice, speaks), said) in VOICES.iter().zip(&mut self.said) {
            if written.lang == Lang::Ja && speaks(written.part) {
                said.extend(ending(written, *voice == CUSTOMER));
            }
        }
    }

    pub(super) fn judge(&self, found: &mut Vec<Diagnostic>) {
        for ((voice, _), said) in VOICES.iter().zip(&self.said) {
            mixed(voice, said, found);
        }
    }
}

fn mixed(voice: &'static str, said: &[(Register, Span)], found: &mut Vec<Diagnostic>) {
    let usual = usual(said, voice);
    let of = |wanted| said.iter().filter(move |(register, _)| *register == wanted);
    let (slips, kept) = match usual {
        Register::Polite => (of(Register::Plain), of(Register::Polite)),
        Register::Plain => (of(Register::Polite), of(Register::Plain)),
    };
    if voice == CUSTOMER && slips.clone().count() * CUSTOMER_SLIPS > said.len() {
        return;
    }
    let example = kept.map(|(_, span)| *span).next();
    for (_, span) in slips {
        let finding = Diagnostic::new(Rule::MixedPoliteness, *span)
            .with("voice", Arg::Word(voice))
            .with("usual", if usual == Register::Polite { "polite" } else { "plain" });
        found.push(example.into_iter().fold(finding, Diagnostic::also));
    }
}

/// How most texts end; where neither leads, what is usual for such a voice.
fn usual(said: &[(Register, Span)], voice: &str) -> Register {
    let polite = said.iter().filter(|(register, _)| *register == Register::Polite).count();
    match (polite * 2).cmp(&said.len()) {
        std::cmp::Ordering::Greater => Register::Polite,
        std::cmp::Ordering::Less => Register::Plain,
        std::cmp::Ordering::Equal if voice == "voice-narrator" => Register::Plain,
        std::cmp::Ordering::Equal => Register::Polite,
    }
}

/// How a text ends, where that can be told.
///
/// A polite speaker may well say a sentence plainly on the way to a polite one: 「…慣れに変わっていた。そういうことだと、
/// 受け取りました。」 So the last sentence decides for the whole text.
fn ending(written: &Written<'_>, customer: bool) -> Option<(Register, Span)> {
    let all = sentences(written.words());
    // "Hold the line and ask the manager" is a choice too, and is no speech.
    let choice = matches!(written.part, Part::Choice { .. });
    if choice && all.iter().all(|sentence| is_stage_direction(&sentence.words)) {
        return None;
    }
    let told = |sentence: &Sentence<'_>| {
        let register = register(&sentence.words)?;
        let passed = customer && register == Register::Plain && says_nothing(&sentence.words);
        (!passed).then(|| (register, written.place(sentence.range.clone())))
    };
    all.iter().rev().find_map(told)
}

/// Whether a customer's plain sentence is a thought or an outburst, which says nothing of how she speaks.
fn says_nothing(words: &str) -> bool {
    is_musing(words) || words.trim().chars().count() <= OUTBURST
}
