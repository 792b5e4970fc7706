//! Readings above words, as browsers set them.

use maud::{Markup, html};

use crate::lang::readings::Readings;

/// A text whose words have their readings above them.
pub(super) fn ruby(readings: &Readings, text: &str) -> Markup {
    html! {
        @for piece in readings.pieces(text) {
            @match piece.reading {
                None => (piece.words),
                Some(reading) => ruby { (piece.words) rp { "（" } rt { (reading) } rp { "）" } },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_stands_above_its_word() {
        let readings = Readings::new([("小野".into(), "おの".into())]);
        assert_eq!(
            ruby(&readings, "小野です。").into_string(),
            "<ruby>小野<rp>（</rp><rt>おの</rt><rp>）</rp></ruby>です。"
        );
        assert_eq!(ruby(&readings, "a < b").into_string(), "a &lt; b");
    }
}
