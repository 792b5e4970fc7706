//! Prepares a text for the eye: where Japanese lines may break, and curled quotes in English.

use crate::app::theme::phrases::{PHRASE_MAX, phrases};
use crate::lang::Lang;
use crate::lang::words::quotes_within_quotes;

/// Keeps two characters on one line, and is not seen.
const JOINER: char = '\u{2060}';

/// A text as it is set in this language.
pub(crate) fn typeset(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => end_together(&set_signs(text)),
        Lang::Ja => join_phrases(text),
    }
}

/// English with its own quotes and dots.
fn set_signs(text: &str) -> String {
    quotes_within_quotes(Lang::En, &low_dots(&curl_quotes(text)))
}

/// A text of fewer words breaks where it must.
const WORDS_MIN: usize = 6;

/// The longest last word, with its full stop, that does not stand alone on a line.
const END_MAX: usize = 4;

/// A short last word stays with the one before it.
fn end_together(text: &str) -> String {
    match text.rsplit_once(' ') {
        Some((before, last))
            if last.chars().count() <= END_MAX && text.split(' ').count() >= WORDS_MIN =>
        {
            format!("{before} {JOINER}{last}")
        }
        _ => text.to_owned(),
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

/// Pieces of one text, each set as it would be within the whole.
pub(crate) fn set_together(lang: Lang, pieces: &[&str]) -> Vec<String> {
    if lang == Lang::En {
        let mut set: Vec<String> = pieces.iter().map(|piece| set_signs(piece)).collect();
        if let Some(last) = set.last_mut() {
            *last = end_together(last);
        }
        return set;
    }
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
        let set = set_together(Lang::Ja, &pieces);
        assert_eq!(set.concat(), typeset(Lang::Ja, &pieces.concat()));
        let bare: Vec<String> = set.iter().map(|piece| piece.replace(JOINER, "")).collect();
        assert_eq!(bare, pieces);
        assert!(set[2].starts_with(JOINER), "a name and what follows stay together: {set:?}");
    }

    #[test]
    fn quotes_are_curled() {
        assert_eq!(typeset(Lang::En, "I'm \"sure\" it's 'fine'..."), "I’m “sure” it’s ‘fine’...");
        assert_eq!(typeset(Lang::En, "'if it'"), "‘if it’");
        assert_eq!(typeset(Lang::En, "“I'd write \"late\".”"), "“I’d write ‘late’.”");
    }

    #[test]
    fn a_short_last_word_does_not_stand_alone() {
        let kept = "and asked you to keep it \u{2060}so.";
        assert_eq!(typeset(Lang::En, "and asked you to keep it so."), kept);
        assert_eq!(
            typeset(Lang::En, "Say it once more to him then"),
            "Say it once more to him \u{2060}then"
        );
        assert_eq!(typeset(Lang::En, "Hand it on"), "Hand it on");
        let set = set_together(Lang::En, &["He told you and ", "asked you to keep to it", " so."]);
        assert_eq!(set[1], "asked you to keep to it", "only at the end of the whole");
    }

    #[test]
    fn english_dots_stand_on_the_line() {
        assert_eq!(typeset(Lang::En, "…Does it?"), "...Does it?");
        assert_eq!(typeset(Lang::Ja, "…"), "…");
    }
}
