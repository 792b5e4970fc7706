//! Which letters are Japanese, and which Latin.

/// Hiragana and katakana, full-width; the long mark too, the middle dot not.
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}')
}

/// Chinese characters and the sign that repeats one.
pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Katakana of half a width, with its marks.
pub(super) fn is_half_width_kana(c: char) -> bool {
    matches!(c, '\u{ff66}'..='\u{ff9f}')
}

/// A letter that only Japanese is written with.
pub(super) fn is_japanese(c: char) -> bool {
    is_kana(c) || is_kanji(c) || is_half_width_kana(c)
}
