//! The words of the interface, from the Fluent files in `assets/locale`, embedded in the program.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::lang::Lang;

/// The Fluent files of one language, each with its name.
type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($lang:literal) => {
        files!($lang:
            "rubric.ftl",
            "talk.ftl",
            "blind.ftl",
            "handbook.ftl",
            "window.ftl",
            "command.ftl",
            "store.ftl",
            "graph.ftl",
            "report.ftl",
            "room.ftl",
            "handon.ftl",
            "rules.ftl",
        )
    };
    ($lang:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/locale/", $lang, "/", $name)))),+]
    };
}

/// The files of a language, as `(name, text)`.
pub fn files(lang: Lang) -> Files {
    match lang {
        Lang::En => files!("en"),
        Lang::Ja => files!("ja"),
    }
}

/// A value put into a hole of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text, shown as it is.
    Text(String),
    /// A count, which may also pick the form of the sentence.
    Count(i64),
    /// The key of another sentence, put in when this one is shown.
    Word(&'static str),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The sentence with this key, or with this `key.attribute`.
///
/// A key that no file holds comes back in angle brackets; a test keeps that from happening.
pub fn say(lang: Lang, key: &str) -> String {
    say_with(lang, key, &[])
}

/// The sentence with this key, its holes filled.
pub fn say_with(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    try_say(lang, key, args).unwrap_or_else(|| format!("⟨{key}⟩"))
}

/// The sentence with this key, or nothing where the files hold none.
pub fn try_say(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let bundle = bundle(lang);
    let pattern = match key.split_once('.') {
        Some((message, attribute)) => {
            bundle.get_message(message)?.get_attribute(attribute)?.value()
        }
        None => bundle.get_message(key)?.value()?,
    };
    let mut holes = FluentArgs::new();
    for (name, value) in args {
        match value {
            Arg::Text(text) => holes.set(*name, FluentValue::from(text.as_str())),
            Arg::Count(count) => holes.set(*name, FluentValue::from(*count)),
            Arg::Word(key) => holes.set(*name, FluentValue::from(say(lang, key))),
        }
    }
    let mut faults = Vec::new();
    let sentence = bundle.format_pattern(pattern, Some(&holes), &mut faults);
    Some(quotes_within_quotes(lang, &sentence))
}

/// What is quoted within a quotation has marks of its own, as each language has them. Marks that do not pair are left.
pub(crate) fn quotes_within_quotes(lang: Lang, sentence: &str) -> String {
    let (outer, inner) = match lang {
        Lang::En => (['“', '”'], ['‘', '’']),
        Lang::Ja => (['「', '」'], ['『', '』']),
    };
    let mut depth = 0_usize;
    let mut set = String::with_capacity(sentence.len());
    for sign in sentence.chars() {
        let at = outer.iter().position(|mark| *mark == sign);
        if at == Some(0) {
            depth += 1;
        }
        set.push(at.filter(|_| depth == 2).map_or(sign, |at| inner[at]));
        if at == Some(1) {
            let Some(left) = depth.checked_sub(1) else { return sentence.to_owned() };
            depth = left;
        }
    }
    if depth == 0 { set } else { sentence.to_owned() }
}

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 2]> =
        LazyLock::new(|| Lang::ALL.map(read));
    &BUNDLES[lang as usize]
}

fn read(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Invisible isolation marks would show as boxes in a terminal and upset text measuring.
    bundle.set_use_isolating(false);
    for (_, text) in files(lang) {
        // What parses is kept; the tests below fail on any fault in a file.
        let resource =
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn a_quotation_within_a_quotation_has_marks_of_its_own() {
        for (lang, written, set) in [
            (Lang::Ja, "「「遅い」とだけ」", "「『遅い』とだけ」"),
            (Lang::Ja, "「一」と「二」", "「一」と「二」"),
            (Lang::Ja, "「閉じない「まま」", "「閉じない「まま」"),
            (Lang::En, "“She said “late”, twice”", "“She said ‘late’, twice”"),
        ] {
            assert_eq!(quotes_within_quotes(lang, written), set);
        }
    }

    /// Key (or `key.attribute`) to the names of its holes, and every key met twice.
    fn entries(lang: Lang) -> (BTreeMap<String, BTreeSet<String>>, Vec<String>) {
        let mut found = BTreeMap::new();
        let mut twice = Vec::new();
        for (name, text) in files(lang) {
            if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}/{name}: {faults:?}", lang.code());
            }
            let mut key = String::new();
            for line in text.lines() {
                let entry = line.split_once('=').map(|(left, _)| left.trim());
                if let Some(id) = entry.filter(|id| !line.starts_with([' ', '#']) && is_key(id)) {
                    key = id.to_owned();
                    if found.insert(key.clone(), BTreeSet::new()).is_some() {
                        twice.push(key.clone());
                    }
                } else if let Some(id) =
                    entry.and_then(|id| id.strip_prefix('.')).filter(|id| is_key(id))
                {
                    key = format!("{}.{id}", key.split('.').next().unwrap());
                    found.insert(key.clone(), BTreeSet::new());
                }
                for hole in line.split('$').skip(1) {
                    let end =
                        hole.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(hole.len());
                    found.get_mut(&key).unwrap().insert(hole[..end].to_owned());
                }
            }
        }
        (found, twice)
    }

    fn is_key(id: &str) -> bool {
        !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    }

    #[test]
    fn both_languages_have_the_same_words_with_the_same_holes() {
        let (en, en_twice) = entries(Lang::En);
        let (ja, ja_twice) = entries(Lang::Ja);
        assert!(en.len() > 50, "the files were read");
        assert_eq!((en_twice, ja_twice), (vec![], vec![]), "keys written twice");
        let differ: Vec<_> = en
            .iter()
            .filter(|(key, holes)| ja.get(*key) != Some(holes))
            .map(|(key, _)| key)
            .collect();
        let missing_en: Vec<_> = ja.keys().filter(|key| !en.contains_key(*key)).collect();
        assert!(
            differ.is_empty() && missing_en.is_empty(),
            "differ: {differ:?}; only in ja: {missing_en:?}"
        );
    }

    #[test]
    fn a_hole_is_filled_without_hidden_marks() {
        let shown = say_with(Lang::En, "score-observations", &[("count", Arg::Count(12))]);
        assert!(shown.contains("12") && shown.is_ascii(), "{shown:?}");
    }
}
