//! Text in a picture: without what cannot be drawn, measured without a font, and broken into lines.

/// A text is never drawn longer than this, in characters.
const LENGTH_MAX: usize = 400;

/// How bad it is to have one more line, and to break a line after a word or phrase, within a phrase, or within a word
/// that is too long for any line; after a comma or a bracket it is not bad at all. What a line leaves empty counts as
/// its square.
const ANOTHER_LINE: i64 = 15_000;
const AFTER_PHRASE: i64 = 3_000;
const PERHAPS_WITHIN_PHRASE: i64 = 8_000;
const WITHIN_PHRASE: i64 = 60_000;
const WITHIN_WORD: i64 = 200_000;

/// The text on one line, without control characters and without marks that turn the direction of what follows.
pub fn clean(text: &str) -> String {
    let drawn = text.chars().take(LENGTH_MAX).filter(|c| !turns(*c)).map(|c| {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}') {
            ' '
        } else {
            c
        }
    });
    drawn.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character has no shape of its own and changes how its neighbours are ordered.
fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_wide(c: char) -> bool {
    textwrap::core::display_width(c.encode_utf8(&mut [0; 4])) > 1
}

/// How wide a text is at most at this size. The program cannot know the reader's font, so this is the widest of those
/// it names.
pub fn width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text.chars().map(advance).sum();
    (hundredths * size + 99) / 100
}

/// In hundredths of the size.
fn advance(c: char) -> i32 {
    match textwrap::core::display_width(c.encode_utf8(&mut [0; 4])) {
        0 => 0,
        1 => match c {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '‘' | '’' | ' ' => 33,
            'I' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '·' => 46,
            'm' | 'w' | 'M' | 'W' | '%' | '@' | '+' | '=' | '…' | '×' => 98,
            'A'..='Z' | '&' | '#' | '_' => 75,
            _ => 62,
        },
        _ => 100,
    }
}

/// Breaks a cleaned text into lines of at most `room`, few and even, and at most `most`; what does not fit is cut with
/// an ellipsis. Japanese is broken where a phrase begins rather than within one.
pub fn wrap(text: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    let pieces = pieces(text, size, room);
    let mut best: Vec<(i64, usize)> = vec![(0, 0)];
    for end in 1..=pieces.len() {
        let penalty = if end == pieces.len() { 0 } else { pieces[end - 1].1 };
        let fits = (0..end).rev().map_while(|start| {
            let slack = room - width(&line(&pieces[start..end]), size);
            let badness = best[start].0 + i64::from(slack).pow(2) + penalty + ANOTHER_LINE;
            // A single piece always goes on a line, so that every text can be broken.
            (slack >= 0 || start + 1 == end).then_some((badness, start))
        });
        best.push(fits.min().unwrap_or((0, end - 1)));
    }
    let mut lines = Vec::new();
    let mut end = pieces.len();
    while end > 0 {
        let start = best[end].1;
        lines.push(line(&pieces[start..end]));
        end = start;
    }
    lines.reverse();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(last, size, room);
        }
    }
    lines
}

/// A line with an ellipsis at its end, made to fit.
fn cut(text: &str, size: i32, room: i32) -> String {
    let mut kept = text.to_owned();
    while !kept.is_empty() && width(&kept, size) + width("…", size) > room {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

fn line(pieces: &[(String, i64)]) -> String {
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    whole.trim_end().to_owned()
}

/// The parts that are not broken, each with how bad it is to break after it.
fn pieces(text: &str, size: i32, room: i32) -> Vec<(String, i64)> {
    let mut found: Vec<(String, i64)> = Vec::new();
    let mut piece = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        piece.push(c);
        let penalty = match chars.peek() {
            None => Some(0),
            Some(_) if c == ' ' && piece.ends_with(", ") => Some(0),
            Some(next) => break_between(c, *next),
        };
        if let Some(penalty) = penalty {
            push(&mut found, std::mem::take(&mut piece), penalty, size, room);
        }
    }
    found
}

/// Adds a piece, in single characters if it is wider than any line.
fn push(found: &mut Vec<(String, i64)>, piece: String, penalty: i64, size: i32, room: i32) {
    if width(piece.trim_end(), size) <= room {
        found.push((piece, penalty));
        return;
    }
    found.extend(piece.chars().map(|c| (c.to_string(), WITHIN_WORD)));
    if let Some(last) = found.last_mut() {
        last.1 = penalty;
    }
}

/// How bad it is to break between two characters; `None` where it must not be.
fn break_between(left: char, right: char) -> Option<i64> {
    match (left, right) {
        (' ', _) => return Some(AFTER_PHRASE),
        ('\u{a0}', _) | (_, '\u{a0}' | ' ') => return None,
        _ => {}
    }
    let (l, r) = (Script::of(left), Script::of(right));
    match (l, r) {
        (_, Script::Closing) | (Script::Opening, _) => None,
        _ if SMALL.contains(right) || matches!(left, 'っ' | 'ッ') => None,
        (Script::Closing, _) if "、。，．！？".contains(left) => Some(0),
        // A Latin quotation mark may stand within a word; after a Japanese one a particle may follow.
        (Script::Closing, Script::Other) if !is_wide(left) => None,
        (Script::Closing, _) if r != Script::Hiragana => Some(AFTER_PHRASE),
        (Script::Other, Script::Other) => None,
        (Script::Hiragana, Script::Han | Script::Katakana | Script::Opening | Script::Other) => {
            Some(if PARTICLES.contains(left) { AFTER_PHRASE } else { PERHAPS_WITHIN_PHRASE })
        }
        _ => Some(WITHIN_PHRASE),
    }
}

/// What a phrase mostly ends with.
const PARTICLES: &str = "はがをにでともへのか";

/// What belongs to the character before it.
const SMALL: &str = "ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";

/// What lines may be broken at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Han,
    Hiragana,
    Katakana,
    /// Does not begin a line.
    Closing,
    /// Does not end a line.
    Opening,
    /// Broken at spaces only.
    Other,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '、' | '。' | '」' | '』' | '）' | '？' | '！' | '・' | '”' | '’' | '…' | '，'
            | '．' | '：' => Self::Closing,
            '「' | '『' | '（' | '“' | '‘' => Self::Opening,
            'ぁ'..='ゟ' => Self::Hiragana,
            '゠'..='ヿ' => Self::Katakana,
            _ if is_wide(c) => Self::Han,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_even_and_break_where_phrases_begin() {
        for (text, room, lines) in [
            ("The call that never comes", 130, &["The call that", "never comes"][..]),
            ("かかってこない電話", 100, &["かかってこない", "電話"]),
            ("会社では受け取りにくい", 112, &["会社では", "受け取りにくい"]),
            ("かかってきた", 60, &["かかって", "きた"]),
            ("電話のあと（社内）", 112, &["電話のあと", "（社内）"]),
            ("正解の「trace」が最善", 120, &["正解の", "「trace」が最善"]),
            ("short", 200, &["short"]),
            ("", 200, &[]),
        ] {
            assert_eq!(wrap(text, 14, room, 3), lines, "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        for text in ["word ".repeat(60), "w".repeat(300), "長".repeat(300)] {
            let lines = wrap(&text, 14, 150, 3);
            assert_eq!(lines.len(), 3, "{lines:?}");
            assert!(lines[2].ends_with('…') && lines.iter().all(|line| width(line, 14) <= 150));
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        assert_eq!(clean("a\nb\u{0}\t c\u{202e}d\u{feff}"), "a b cd");
    }
}
