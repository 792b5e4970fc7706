//! Prepares a text for the eye: where Japanese lines may break, and curled quotes in English.

use std::sync::LazyLock;

use crate::lang::Lang;
use crate::lang::words::quotes_within_quotes;

/// Keeps two characters on one line, and is not seen.
const JOINER: char = '\u{2060}';

/// A phrase longer than this is left to break anywhere: better a broken phrase than half a line of nothing.
const PHRASE_MAX: usize = 14;

/// A text as it is set in this language.
pub(crate) fn typeset(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => quotes_within_quotes(lang, &low_dots(&curl_quotes(text))),
        Lang::Ja => join_phrases(text),
    }
}

/// Japanese breaks between phrases (文節), not inside them.
fn join_phrases(text: &str) -> String {
    let mut set = String::with_capacity(text.len() * 2);
    for phrase in phrases(text) {
        let joined = phrase.chars().count() <= PHRASE_MAX;
        for (at, c) in phrase.chars().enumerate() {
            if joined && at > 0 {
                set.push(JOINER);
            }
            set.push(c);
        }
    }
    set
}

/// Pieces of one Japanese text, each set as it would be within the whole.
pub(crate) fn set_together(pieces: &[&str]) -> Vec<String> {
    let whole = join_phrases(&pieces.concat());
    let mut letters = whole.chars().peekable();
    let piece = |words: &&str| {
        let mut set = String::with_capacity(words.len() * 2);
        for _ in words.chars() {
            set.extend(letters.next_if_eq(&JOINER));
            set.extend(letters.next());
        }
        set
    };
    pieces.iter().map(piece).collect()
}

/// The phrases of a text. A single kana is no phrase: it belongs to what follows at the start, else to what precedes.
fn phrases(text: &str) -> Vec<String> {
    static PARSER: LazyLock<budoux_phf_rs::Parser> =
        LazyLock::new(budoux_phf_rs::Parser::japanese_parser);
    let mut joined: Vec<String> = Vec::new();
    let mut carried = String::new();
    for phrase in PARSER.parse(text) {
        carried.push_str(phrase);
        if carried.chars().count() > 1 {
            joined.push(std::mem::take(&mut carried));
        }
    }
    match joined.last_mut() {
        Some(last) => last.push_str(&carried),
        None => joined.push(carried),
    }
    joined
}

/// Straight quotes to curled ones: an apostrophe or a closing quote after a letter or a stop, else an opening one.
fn curl_quotes(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '“' | '‘' | '—');
        set.push(match (c, opens) {
            ('\'', true) => '‘',
            ('\'', false) => '’',
            ('"', true) => '“',
            ('"', false) => '”',
            _ => c,
        });
        before = c;
    }
    set
}

/// Three stops on the line: the straight face's own sign for them stands at mid height, as Japanese has it.
fn low_dots(text: &str) -> String {
    text.replace('…', "...")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stay_together() {
        let set = typeset(Lang::Ja, "申し訳ございません、本日中の発送は承っておりません。");
        let pieces: Vec<String> = phrases("申し訳ございません、本日中の発送は承っておりません。");
        assert!(pieces.len() > 2 && pieces.contains(&"発送は".to_owned()), "{pieces:?}");
        assert_eq!(set.replace(JOINER, ""), "申し訳ございません、本日中の発送は承っておりません。");
        assert!(set.contains("発\u{2060}送\u{2060}は承"), "{set:?}");
    }

    #[test]
    fn pieces_are_set_as_in_the_whole() {
        let pieces = ["上司の", "小野", "さんは、お休みです。"];
        let set = set_together(&pieces);
        assert_eq!(set.concat(), typeset(Lang::Ja, &pieces.concat()));
        let bare: Vec<String> = set.iter().map(|piece| piece.replace(JOINER, "")).collect();
        assert_eq!(bare, pieces);
        assert!(set[2].starts_with(JOINER), "a name and what follows stay together: {set:?}");
    }

    #[test]
    fn a_single_kana_is_not_left_alone() {
        assert!(
            phrases("はい、池袋店でもお求めになれます。")
                .iter()
                .all(|phrase| phrase.chars().count() > 1)
        );
        assert_eq!(phrases("").concat(), "");
        assert_eq!(phrases("え").concat(), "え");
    }

    #[test]
    fn quotes_are_curled() {
        assert_eq!(typeset(Lang::En, "I'm \"sure\" it's 'fine'..."), "I’m “sure” it’s ‘fine’...");
        assert_eq!(typeset(Lang::En, "'if it'"), "‘if it’");
        assert_eq!(typeset(Lang::En, "“I'd write \"late\".”"), "“I’d write ‘late’.”");
    }

    #[test]
    fn english_dots_stand_on_the_line() {
        assert_eq!(typeset(Lang::En, "…Does it?"), "...Does it?");
        assert_eq!(typeset(Lang::Ja, "…"), "…");
    }
}
