//! How words are read that a reader may stumble over: a text in pieces, some of them with the reading above.
//!
//! The words stand in the text as they are; readings are looked up, so that a text is one and the same with and without.

/// A reading for each of some words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Readings {
    /// The longest word first, so that a name inside a longer one does not cut it.
    words: Vec<(Box<str>, Box<str>)>,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The words as written.
    pub words: &'t str,
    /// How they are read, where that is shown.
    pub reading: Option<&'t str>,
}

impl Readings {
    /// Readings by their words.
    pub fn new(rows: impl IntoIterator<Item = (Box<str>, Box<str>)>) -> Self {
        let mut words: Vec<_> = rows.into_iter().filter(|(word, _)| !word.is_empty()).collect();
        words.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        Self { words }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The pieces of a text, in order. A word has its reading the first time it comes, as in a book.
    pub fn pieces<'t>(&'t self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let (mut plain, mut at) = (0, 0);
        let mut read: Vec<&str> = Vec::new();
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let here = self.words.iter().find(|(word, _)| rest.starts_with(&**word));
            let Some((word, reading)) = here else {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            if !read.contains(&&**word) {
                read.push(word);
                pieces.push(Piece { words: &text[plain..at], reading: None });
                pieces.push(Piece { words: &text[at..at + word.len()], reading: Some(reading) });
                plain = at + word.len();
            }
            at += word.len();
        }
        pieces.push(Piece { words: &text[plain..], reading: None });
        pieces.retain(|piece| !piece.words.is_empty());
        pieces
    }

    /// The text with each reading in brackets after its word, for where nothing can stand above.
    pub fn in_brackets(&self, text: &str) -> String {
        let pieces = self.pieces(text).into_iter();
        pieces
            .map(|piece| match piece.reading {
                None => piece.words.to_owned(),
                Some(reading) => format!("{}（{reading}）", piece.words),
            })
            .collect()
    }
}

/// Whether a text is written in kana alone, as readings are.
pub fn is_kana(text: &str) -> bool {
    let kana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・');
    !text.is_empty() && text.chars().all(kana)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Readings {
        let rows = [("小野", "おの"), ("小野寺", "おのでら"), ("三浦", "みうら")];
        Readings::new(rows.map(|(word, reading)| (word.into(), reading.into())))
    }

    #[test]
    fn a_word_has_its_reading_once_and_the_longest_word_counts() {
        let names = names();
        for (text, expect) in [
            ("", ""),
            ("何もない。", "何もない。"),
            ("小野です。", "小野（おの）です。"),
            ("小野と小野、三浦。", "小野（おの）と小野、三浦（みうら）。"),
            ("小野寺は小野ではない。", "小野寺（おのでら）は小野（おの）ではない。"),
        ] {
            assert_eq!(names.in_brackets(text), expect, "{text}");
            let again: String = names.pieces(text).iter().map(|piece| piece.words).collect();
            assert_eq!(again, text);
        }
    }

    #[test]
    fn readings_are_kana() {
        for (text, kana) in
            [("おの", true), ("ミモザ", true), ("ー", true), ("小の", false), ("", false)]
        {
            assert_eq!(is_kana(text), kana, "{text}");
        }
    }
}
