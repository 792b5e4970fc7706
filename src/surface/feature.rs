//! The surface features, and how many of each a text has.

use std::collections::BTreeSet;

use crate::lang::Lang;
use crate::surface::{english, japanese};

macro_rules! features {
    ($($(#[doc = $doc:literal])+ $variant:ident = $word:literal;)+) => {
        /// Something that can be counted in a reply by someone who knows nothing of the talk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Feature {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Feature {
            /// Every feature.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The key of the words for what is counted, such as "apology words".
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

features! {
    /// English words; Japanese characters.
    Length = "surface-length";
    /// Sentences.
    Sentences = "surface-sentences";
    /// Commas, and semicolons; 読点.
    Commas = "surface-commas";
    /// Words of apology.
    Apologies = "surface-apologies";
    /// Polite forms: please, would, thank you; ございます, くださる, お- and ご-.
    Politeness = "surface-politeness";
    /// Sentences that ask.
    Questions = "surface-questions";
    /// I, me, my; 私.
    FirstPerson = "surface-first-person";
    /// Numbers and clock times, also in words.
    Numbers = "surface-numbers";
    /// Words that leave no exception: always, never; 必ず, 絶対.
    Absolutes = "surface-absolutes";
    /// Negations.
    Negations = "surface-negations";
    /// Words that leave a way out: perhaps, I think; かもしれない, よろしければ.
    Hedges = "surface-hedges";
    /// Words for what the listener feels.
    Empathy = "surface-empathy";
    /// Words that refuse, and rules.
    Firmness = "surface-firmness";
    /// Offers of help: together, let me; ご一緒に, お手伝い.
    Offers = "surface-offers";
    /// What was just said, said again.
    Echo = "surface-echo";
    /// Japanese: 〜んです and 〜んでしょう, as one talks to a friend.
    Explaining = "surface-explaining";
    /// Japanese: もらう, where a stiffer reply has いただく.
    Morau = "surface-morau";
    /// Japanese: 伺えますか and 伺えれば.
    Ukagaeru = "surface-ukagaeru";
    /// Japanese: humble verbs, 伺う, 参る, いたす, 申し上げる, 存じる.
    Humble = "surface-humble";
}

impl Feature {
    /// The features that a language has.
    pub fn of(lang: Lang) -> &'static [Self] {
        let japanese_only = |feature: &&Self| {
            matches!(feature, Self::Explaining | Self::Morau | Self::Ukagaeru | Self::Humble)
        };
        match lang {
            Lang::Ja => Self::ALL,
            Lang::En => {
                let shared = Self::ALL.iter().take_while(|feature| !japanese_only(feature)).count();
                &Self::ALL[..shared]
            }
        }
    }
}

/// How many of each feature a text has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Features([u32; Feature::ALL.len()]);

impl Features {
    /// No text counts for more than this, so that sums of squares stay within the numbers they are made with.
    pub const MOST: u32 = 9_999;

    /// How many of this one.
    pub fn get(&self, feature: Feature) -> u32 {
        self.0[feature as usize]
    }
}

/// The words that an echo would repeat: content words in English, pairs of content characters in Japanese.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard(BTreeSet<String>);

impl Heard {
    /// The words of what was said.
    pub fn of<'t>(said: impl IntoIterator<Item = &'t str>, lang: Lang) -> Self {
        Self(said.into_iter().flat_map(|text| contents(text, lang)).collect())
    }

    /// How many of them a text repeats, each counted once.
    fn repeated(&self, text: &str, lang: Lang) -> usize {
        let own: BTreeSet<String> = contents(text, lang).into_iter().collect();
        own.intersection(&self.0).count()
    }
}

fn contents(text: &str, lang: Lang) -> Vec<String> {
    match lang {
        Lang::En => english::contents(text),
        Lang::Ja => japanese::contents(text),
    }
}

/// Counts every feature of a text.
pub fn measure(text: &str, heard: &Heard, lang: Lang) -> Features {
    let count: &dyn Fn(Feature) -> usize = match lang {
        Lang::En => &english::counter(text),
        Lang::Ja => &japanese::counter(text),
    };
    let mut features = Features([0; Feature::ALL.len()]);
    for feature in Feature::of(lang) {
        let found = match feature {
            Feature::Echo => heard.repeated(text, lang),
            other => count(*other),
        };
        features.0[*feature as usize] =
            u32::try_from(found).unwrap_or(Features::MOST).min(Features::MOST);
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::words::try_say;

    #[test]
    fn every_feature_has_its_words_in_both_languages() {
        for feature in Feature::ALL {
            for lang in Lang::ALL {
                assert!(try_say(lang, feature.word(), &[]).is_some(), "{}", feature.word());
            }
        }
    }

    #[test]
    fn register_is_counted_in_japanese_only() {
        assert_eq!(Feature::of(Lang::En).last(), Some(&Feature::Echo));
        assert_eq!(Feature::of(Lang::Ja).last(), Some(&Feature::Humble));
    }

    #[test]
    fn an_echo_is_of_content_and_counted_once() {
        let check = |lang, said, text, times| {
            let features = measure(text, &Heard::of([said], lang), lang);
            assert_eq!(features.get(Feature::Echo), times, "{text}");
        };
        let said = "I want the boxes by tomorrow night.";
        check(Lang::En, said, "By tomorrow night? Tomorrow, then, I will have the box for you.", 3);
        check(Lang::En, said, "I will do what I can for you.", 0);
        let said = "営業所で止めて、明日の夜に受け取りたいんです。";
        // 営業, 業所, 明日, 夜
        check(Lang::Ja, said, "明日の夜に、営業所で。営業所でしたら、すぐにご用意いたします。", 4);
        check(Lang::Ja, said, "私から申し上げます。", 0);
    }
}
