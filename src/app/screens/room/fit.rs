//! How large a text may be to fill its place on the wall: as large as all of it fits, so that the last row can read it.

use crate::app::theme::typeset::typeset;
use crate::lang::Lang;

/// A text that stands on the wall, cut into what is not broken, and how much room it has.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// How wide each piece is, and the space after it, as multiples of the size.
    pieces: Vec<(f32, f32)>,
    /// How wide its place is, in hundredths of the wall's height.
    width: f32,
    /// Its size against the others'.
    share: f32,
}

/// 36 points on a wall of 1080 lines, in hundredths of its height: the smallest text by default.
pub(super) const SMALLEST: f32 = 4.45;

/// The height of a line as a multiple of the size.
pub(super) const LEADING: f32 = 1.4;

/// What a line may fall short of its place, as a multiple of the size: a text is measured in fractions.
const SLACK: f32 = 0.35;

/// Keeps two characters on one line.
const JOINER: char = '\u{2060}';

/// What a sentence ends with.
const ENDS: [char; 6] = ['。', '？', '！', '.', '?', '!'];

/// What no line begins with, and what none ends with.
const NEVER_FIRST: &str = "、。」』）・ー…！？々っゃゅょッャュョぁぃぅぇぉァィゥェォ,.!?)”’";
const NEVER_LAST: &str = "「『（“‘(";

impl Block {
    pub(super) fn new(text: &str, width: f32, share: f32) -> Self {
        let lang = if text.chars().any(|c| c >= '\u{3000}') { Lang::Ja } else { Lang::En };
        let mut pieces: Vec<(f32, f32)> = Vec::new();
        let mut before = ' ';
        for c in typeset(lang, text).chars() {
            let wide = width_of(before) > 0.9 || width_of(c) > 0.9;
            let kept = before == JOINER || NEVER_FIRST.contains(c) || NEVER_LAST.contains(before);
            let breaks = before == ' ' || (wide && !kept);
            match pieces.last_mut() {
                Some((_, space)) if c == ' ' => *space += width_of(c),
                Some((piece, _)) if !breaks || c == JOINER => *piece += width_of(c),
                _ => pieces.push((width_of(c), 0.0)),
            }
            before = c;
        }
        Self { pieces, width, share }
    }

    /// How many lines it takes at this size.
    fn lines(&self, size: f32) -> f32 {
        let room = self.width / (size * self.share) - SLACK;
        let (mut lines, mut at) = (1.0, 0.0);
        for (piece, space) in &self.pieces {
            if at > 0.0 && at + piece > room {
                (lines, at) = (lines + 1.0, 0.0);
            }
            at += piece + space;
        }
        // Of many lines one may come out longer than was reckoned, and all that follow with it.
        if lines >= 4.0 { lines + 1.0 } else { lines }
    }
}

/// How wide a character is, as a multiple of the size, and rather too wide than too narrow.
fn width_of(c: char) -> f32 {
    match c {
        JOINER => 0.0,
        ' ' => 0.3,
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | '.' | ',' | '\'' | '’' | '‘' | '!' | ':' | ';' => {
            0.38
        }
        'm' | 'w' | 'M' | 'W' => 0.9,
        'A'..='Z' => 0.7,
        c if c < '\u{2000}' => 0.6,
        _ => 1.0,
    }
}

/// How wide a text is in one line, as a multiple of its size.
pub(super) fn length(text: &str) -> f32 {
    text.chars().map(width_of).sum()
}

/// How high texts below one another are at this size, with so much between them in all.
pub(super) fn height(blocks: &[Block], size: f32, between: f32) -> f32 {
    let each = |block: &Block| block.lines(size) * size * block.share * LEADING;
    blocks.iter().map(each).sum::<f32>() + between
}

/// The largest size, from `most` down to a legible least, at which all of it fits.
pub(super) fn fit(blocks: &[Block], between: f32, high: f32, most: f32) -> f32 {
    let mut size = most;
    while size > 2.6 && height(blocks, size, between) > high {
        size -= 0.05;
    }
    size
}

/// The longest end of a text, in whole sentences, that fits; its last sentence if nothing does. A sign says that
/// something came before.
pub(super) fn last_of(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut from = text;
    let mut shown = text.to_owned();
    while !fits(&shown) {
        let ends =
            from.find(ENDS).map(|at| at + from[at..].chars().next().map_or(0, char::len_utf8));
        let rest =
            ends.map(|at| from[at..].trim_start_matches([' ', '」', '”', '’'])).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
        from = rest;
        // Who is heard falling silent here needs no second sign.
        shown = if from.starts_with('…') { from.to_owned() } else { format!("… {from}") };
    }
    shown
}

/// As much of a text as fits into one line, with the sign that it goes on.
pub(super) fn first_of(text: &str, most: f32) -> String {
    let mut cut = String::new();
    for c in text.chars() {
        if length(&cut) > most - 1.5 {
            cut.push('…');
            return cut;
        }
        cut.push(c);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Library;

    #[test]
    fn longer_texts_are_set_smaller() {
        let block = |text: &str| Block::new(text, 160.0, 1.0);
        let short = fit(&[block("今日出ますか。")], 0.0, 80.0, 9.0);
        assert!((short - 9.0).abs() < 0.01);
        let long = "お受け取りになりたい営業所を伺ってもよろしいでしょうか。".repeat(8);
        let long = fit(&[block(&long)], 0.0, 80.0, 9.0);
        assert!(long < short && long > SMALLEST);
        assert_eq!(block("one two").pieces.len(), 2);
        assert!(block("one two").lines(9.0) < 1.5);
    }

    #[test]
    fn a_long_speech_is_cut_at_its_front() {
        let text = "At first. Then? 「そう。」それだけ。";
        assert_eq!(last_of(text, |_| true), text);
        assert_eq!(last_of(text, |text| text.chars().count() < 20), "… Then? 「そう。」それだけ。");
        assert_eq!(last_of(text, |text| text.chars().count() < 12), "… それだけ。");
        assert_eq!(last_of(text, |_| false), "… それだけ。");
        assert_eq!(last_of("One. …Two.", |text| text.chars().count() < 8), "…Two.");
    }

    /// On a wall of sixteen to nine, all replies of every beat that is shipped can be read from the last row.
    #[test]
    fn every_reply_is_as_large_as_was_promised() {
        let library = Library::open(&[]);
        let mut small = Vec::new();
        for shelf in &library.shelves {
            for beat in &shelf.scenario.beats {
                for lang in Lang::ALL {
                    let texts = beat.choices.iter().map(|choice| choice.say.get(lang));
                    let blocks: Vec<Block> =
                        texts.map(|text| Block::new(text, 158.0, 1.0)).collect();
                    let size = fit(&blocks, 6.4, 81.5, 6.2);
                    if size < SMALLEST - 0.01 {
                        small
                            .push(format!("{} {} {lang:?}: {size:.2}", shelf.scenario.id, beat.id));
                    }
                }
            }
        }
        assert_eq!(small, Vec::<String>::new());
    }
}
