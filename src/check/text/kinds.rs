//! What kinds of signs a text has at all: most have few, and most rules are about one kind.

/// The kinds of signs in a text, told by their first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds {
    /// Anything of ASCII.
    pub(super) ascii: bool,
    /// General punctuation and shapes: `…`, `‥`, `“`, `○`, `△`.
    pub(super) general: bool,
    /// Full-width twins of ASCII, and half-width kana: `（`, `！`, `ｱ`.
    pub(super) half_or_full_width: bool,
    /// `「`, `」`, `『`, `』`, `【`, `】`
    pub(super) bracket: bool,
    /// `〇`
    pub(super) circle: bool,
    /// A space as wide as a letter.
    pub(super) wide_space: bool,
}

impl Kinds {
    /// Looks at every byte with the two after it, many at a time.
    pub(super) fn of(words: &str) -> Self {
        let bytes = words.as_bytes();
        let ones = bytes.iter().fold(0_u8, |all, byte| {
            all | u8::from(*byte < 0x80)
                | u8::from(*byte == 0xe2) << 1
                | u8::from(*byte == 0xef) << 2
        });
        let threes = bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
        let threes = threes.fold(0_u8, |all, ((first, second), third)| {
            let signs = u8::from(*first == 0xe3) & u8::from(*second == 0x80);
            let bracket = u8::from(*third >= 0x8c) & u8::from(*third <= 0x91);
            let circle = u8::from(*third == 0x87) << 1;
            let space = u8::from(*third == 0x80) << 2;
            all | (bracket | circle | space) & (signs * 7)
        });
        Self {
            ascii: ones & 1 != 0,
            general: ones & 2 != 0,
            half_or_full_width: ones & 4 != 0,
            bracket: threes & 1 != 0,
            circle: threes & 2 != 0,
            wide_space: threes & 4 != 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        let none = Kinds::default();
        for (words, kinds) in [
            ("", none),
            ("はい、今日です。", none),
            ("a", Kinds { ascii: true, ..none }),
            ("ええ…", Kinds { general: true, ..none }),
            ("はい！", Kinds { half_or_full_width: true, ..none }),
            ("ｱ", Kinds { half_or_full_width: true, ..none }),
            ("『", Kinds { bracket: true, ..none }),
            ("三〇", Kinds { circle: true, ..none }),
            ("　", Kinds { wide_space: true, ..none }),
            ("【（ 】", Kinds { ascii: true, half_or_full_width: true, bracket: true, ..none }),
        ] {
            assert_eq!(Kinds::of(words), kinds, "{words}");
        }
    }
}
