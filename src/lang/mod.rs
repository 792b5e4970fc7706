//! The two languages of the product, and text that exists in both.

pub mod book;
pub mod plain;
pub mod readings;
pub mod words;

/// A language that a scenario and the interface can be shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// Every language, in the order in which they are listed to people.
    pub const ALL: [Self; 2] = [Self::En, Self::Ja];

    /// The code that files, flags and wire formats use: `en` or `ja`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language with this [`Lang::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language that a POSIX locale name such as `ja_JP.UTF-8` asks for; English for any other.
    pub fn from_locale(locale: &str) -> Self {
        if locale.starts_with("ja") { Self::Ja } else { Self::En }
    }

    /// The language's own name for itself, as a person looking for it would read it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ja => "日本語",
        }
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Ja,
            Self::Ja => Self::En,
        }
    }
}

/// One text in every language of the product.
///
/// A scenario written in one language only gives the same text for both, so that looking a text up cannot fail.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Localized {
    en: Box<str>,
    /// Nothing where it is the same text, which is kept once.
    ja: Option<Box<str>>,
}

impl Localized {
    /// A text written in both languages.
    pub fn new(en: impl Into<Box<str>>, ja: impl Into<Box<str>>) -> Self {
        let (en, ja) = (en.into(), ja.into());
        let ja = Some(ja).filter(|ja| *ja != en);
        Self { en, ja }
    }

    /// A text written once, shown in either language.
    pub fn same(text: &str) -> Self {
        Self::both(text.into())
    }

    /// Words that both languages have in common.
    pub fn both(words: Box<str>) -> Self {
        Self { en: words, ja: None }
    }

    /// The text in this language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => self.ja.as_ref().unwrap_or(&self.en),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language() {
        for (locale, lang) in [
            ("ja_JP.UTF-8", Lang::Ja),
            ("ja", Lang::Ja),
            ("en_GB.UTF-8", Lang::En),
            ("C", Lang::En),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn a_code_names_a_language_and_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        assert_eq!(Lang::from_code("fr"), None);
    }
}
