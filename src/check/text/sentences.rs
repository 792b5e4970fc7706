//! Japanese sentences and their endings: polite, plain, or neither.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::text::script::is_kanji;

/// How a sentence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    /// です, ます and their forms.
    Polite,
    /// だ, である, and verbs and adjectives as a dictionary has them or in the past.
    Plain,
}

/// A sentence and where it stands in its text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sentence<'t> {
    /// Its words, with what it quotes or brackets taken out.
    pub(super) words: Cow<'t, str>,
    pub(super) range: Range<usize>,
}

/// What stands for a quotation in the words of a sentence: neither a particle nor an ending.
const QUOTED: char = '〓';

/// The sentences of a text. Stops inside quotes and brackets end nothing.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    // Where the words of the sentence begin that have not been taken yet, and those that have.
    let (mut from, mut taken) = (0, None::<String>);
    let (mut start, mut depth) = (0, 0_usize);
    let words = |from: usize, at: usize, taken: &mut Option<String>| match taken.take() {
        None => Cow::Borrowed(&text[from..at]),
        Some(taken) => Cow::Owned(taken + &text[from..at]),
    };
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '「' | '『' | '（' | '(' => {
                if depth == 0 {
                    let mut before = words(from, at, &mut taken).into_owned();
                    before.push(QUOTED);
                    taken = Some(before);
                }
                depth += 1;
                from = text.len();
            }
            '」' | '』' | '）' | ')' => {
                // One that closes nothing is left out all the same.
                if depth == 0 {
                    taken = Some(words(from, at, &mut taken).into_owned());
                }
                depth = depth.saturating_sub(1);
                from = if depth == 0 { end } else { text.len() };
            }
            '。' | '？' | '！' | '?' | '!' | '\n' if depth == 0 => {
                found.push(Sentence { words: words(from, at, &mut taken), range: start..end });
                (start, from) = (end, end);
            }
            _ => {}
        }
    }
    found.push(Sentence { words: words(from, text.len(), &mut taken), range: start..text.len() });
    found.retain(|sentence| !sentence.words.trim().is_empty());
    for sentence in &mut found {
        let spaces = text[sentence.range.clone()].chars().take_while(|c| c.is_whitespace());
        sentence.range.start += spaces.map(char::len_utf8).sum::<usize>();
    }
    found
}

const POLITE: [&str; 10] = [
    "です",
    "でした",
    "でしょう",
    "ます",
    "ました",
    "ません",
    "ましょう",
    "ください",
    "下さい",
    "ませ",
];

/// Words of thought, said to oneself rather than to the listener.
const MUSING: [&str; 7] =
    ["かな", "かしら", "だろう", "だろうか", "だろうな", "かもしれない", "っけ"];

/// Plain endings that are no part of another word.
const PLAIN: [&str; 13] = [
    "だ",
    "た",
    "ない",
    "たい",
    "しい",
    "よい",
    "いい",
    "にくい",
    "やすい",
    "づらい",
    "である",
    "だろう",
    "しよう",
];

/// Words that end like a plain sentence and are none.
const NEITHER: [&str; 23] = [
    "まだ",
    "ただ",
    "未だ",
    "また",
    "あなた",
    "どなた",
    "そなた",
    "かた",
    "ふた",
    "うた",
    "あした",
    "だいたい",
    "いったい",
    "ぜったい",
    "ください",
    "そう",
    "どう",
    "こう",
    "もう",
    "ほう",
    "とう",
    "すぐ",
    "よる",
];

/// Adjectives of one Chinese character; other words of that shape, such as 願い, are nouns.
const ADJECTIVES: &str = "早速高低長短悪重軽遠近強弱深広狭多良若古新怖痛辛甘熱寒暑暗厚太細遅固鋭";

/// Verbs in -ku and -tsu of one Chinese character; other words of that shape, such as 早く and 一つ, are none.
const KU_AND_TSU: &str = "行聞書届働動置開続引着泣抱歩向待持立経打勝保";

/// How a sentence ends. Fragments, nouns and anything doubtful are neither.
pub(super) fn register(sentence: &str) -> Option<Register> {
    let bare = bare(sentence);
    if ends_in(bare, &POLITE) {
        return Some(Register::Polite);
    }
    let neither = ends_in(bare, &NEITHER);
    let plain = ends_in(bare, &PLAIN) || is_verb(bare);
    (!neither && (plain || is_adjective(bare))).then_some(Register::Plain)
}

/// Whether a sentence is a thought more than something said.
pub(super) fn is_musing(sentence: &str) -> bool {
    ends_in(sentence.trim_end(), &MUSING)
}

/// Whether a sentence ends in a verb as a dictionary has it: what someone does, rather than what someone says.
pub(super) fn is_stage_direction(sentence: &str) -> bool {
    is_verb(sentence.trim_end())
}

/// Whether a sentence ends in one of these. Most differ in their last byte, and are not compared further.
fn ends_in(words: &str, endings: &[&str]) -> bool {
    let last = words.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && words.ends_with(ending))
}

/// The sentence without the particles that may follow its ending.
fn bare(sentence: &str) -> &str {
    let mut bare = sentence.trim();
    while let Some(shorter) = bare.strip_suffix(['か', 'ね', 'よ', 'な', 'わ']) {
        bare = shorter;
    }
    bare
}

fn is_adjective(bare: &str) -> bool {
    let stem = bare.strip_suffix('い').and_then(|stem| stem.chars().last());
    stem.is_some_and(|c| ADJECTIVES.contains(c))
}

fn is_verb(bare: &str) -> bool {
    let mut back = bare.chars().rev();
    let (Some(last), Some(before)) = (back.next(), back.next()) else {
        return false;
    };
    match last {
        'る' => before != QUOTED,
        'う' => is_kanji(before) || ["らう", "まう", "いう"].iter().any(|end| bare.ends_with(end)),
        'す' | 'ぶ' | 'む' | 'ぐ' => is_kanji(before),
        'く' | 'つ' => {
            KU_AND_TSU.contains(before)
                || ["ておく", "でおく", "ていく", "でいく", "いただく"]
                    .iter()
                    .any(|end| bare.ends_with(end))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_polite_plain_or_neither() {
        use Register::{Plain, Polite};
        for (sentence, wanted) in [
            ("お待ちしています", Some(Polite)),
            ("今日出るのでしょうか", Some(Polite)),
            ("教えてください", Some(Polite)),
            ("そうですよね", Some(Polite)),
            ("電話は切れた", Some(Plain)),
            ("それは私の責任だ", Some(Plain)),
            ("何も聞いていない", Some(Plain)),
            ("明日までに送る", Some(Plain)),
            ("倉庫に聞いておく", Some(Plain)),
            ("そう言ったよね", Some(Plain)),
            ("一時間は長い", Some(Plain)),
            ("嫌なのかもしれない", Some(Plain)),
            ("木曜の朝", None),
            ("お願い", None),
            ("そうか", None),
            ("まだ", None),
            ("支度がありますし", None),
            ("言ったので", None),
            ("一つずつ、早く", None),
            ("二つ", None),
            ("ありがとう", None),
            ("小野さんのほう", None),
            ("お気持ちの問い", None),
            ("〓", None),
        ] {
            assert_eq!(register(sentence), wanted, "{sentence}");
        }
    }

    #[test]
    fn quotes_are_taken_out_and_do_not_end_a_sentence() {
        let text = "「もういい。帰る」と言われました。 はい。（黙る。）それだけ";
        let found: Vec<(String, &str)> = sentences(text)
            .into_iter()
            .map(|sentence| (sentence.words.into_owned(), &text[sentence.range]))
            .collect();
        assert_eq!(
            found,
            [
                ("〓と言われました".to_owned(), "「もういい。帰る」と言われました。"),
                (" はい".to_owned(), "はい。"),
                ("〓それだけ".to_owned(), "（黙る。）それだけ"),
            ]
        );
    }
}
