//! Looks for words in the handbook, in either script, however they were typed.

use crate::handbook::{Block, Page, Subject, pages};
use crate::lang::Lang;
use crate::lang::words::say;

/// A page that has what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What the page is about.
    pub subject: Subject,
    /// The page's title.
    pub title: &'static str,
    /// The sentence that has the first of the words, where they are not in the title.
    pub sentence: Option<String>,
}

/// The pages that have all words of a term: first those it names by code, then those by title, then by the everyday
/// words that they are looked for by, then by what they say.
/// Without a word, every page.
pub fn search(lang: Lang, term: &str) -> Vec<Found> {
    let term = fold(term);
    let words: Vec<&str> = term.split_whitespace().collect();
    let mut found: Vec<(u8, Found)> =
        pages(lang).filter_map(|page| look(page, lang, &words)).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, found)| found).collect()
}

fn look(page: &'static Page, lang: Lang, words: &[&str]) -> Option<(u8, Found)> {
    let (subject, title) = (page.subject, page.title.as_str());
    let found = |rank, sentence| Some((rank, Found { subject, title, sentence }));
    let code = fold(subject.code());
    if words == [code.as_str()] {
        return found(0, None);
    }
    let heading = format!("{code} {}", fold(title));
    if words.iter().all(|word| heading.contains(word)) {
        return found(1, None);
    }
    let everyday: Vec<String> = page.words.iter().map(|word| fold(word)).collect();
    let named =
        |word: &str| heading.contains(word) || everyday.iter().any(|listed| means(listed, word));
    if words.iter().all(|word| named(word)) {
        return found(2, None);
    }
    let texts = page.blocks.iter().flat_map(|block| texts(block, lang));
    let sentences: Vec<String> = texts.flat_map(|text| sentences(&text, lang)).collect();
    let folded: Vec<String> = sentences.iter().map(|sentence| fold(sentence)).collect();
    let there = |word: &str| folded.iter().position(|sentence| sentence.contains(word));
    let places: Vec<Option<usize>> =
        words.iter().filter(|word| !named(word)).map(|word| there(word)).collect::<Vec<_>>();
    if places.contains(&None) {
        return None;
    }
    found(3, places.first().copied().flatten().map(|at| sentences[at].clone()))
}

/// The fewest letters that a longer word may go on from. A sign of another script says enough by itself.
const STEM: usize = 4;

/// Whether a word that was typed, perhaps not to its end or in another form, is this one.
fn means(listed: &str, typed: &str) -> bool {
    let stem = !listed.is_ascii() || listed.len() >= STEM;
    listed.contains(typed) || (stem && typed.starts_with(listed))
}

/// What a block says; the names that pages have in common are no find.
fn texts(block: &Block, lang: Lang) -> Vec<String> {
    match block {
        Block::Text(text) | Block::Heading(text) | Block::Item(text) => vec![text.clone()],
        Block::Step(_, text) | Block::Named(_, text) => vec![text.clone()],
        Block::Anchor(rating, text) => vec![format!("{}: {text}", say(lang, rating.word()))],
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.flatten().filter(|cell| !cell.is_empty()).cloned().collect()
        }
        Block::See(_) => vec![],
    }
}

/// A text cut after each sentence.
fn sentences(text: &str, lang: Lang) -> Vec<String> {
    let end = match lang {
        Lang::En => ". ",
        Lang::Ja => "。",
    };
    text.split_inclusive(end).map(|sentence| sentence.trim().to_owned()).collect()
}

/// Letters as they are compared: small, of the usual width, with straight quotes.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            // Half-width marks of voice belong to the sign before them.
            'ﾞ' | 'ﾟ' => {
                let plain = folded.pop();
                folded.extend(plain.map(|plain| voiced(plain, sign)));
            }
            '｡'..='ﾝ' => folded.push(full_width(sign)),
            '！'..='～' => {
                let narrow = char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign);
                folded.extend(narrow.to_lowercase());
            }
            '\u{3000}' => folded.push(' '),
            '\u{2018}' | '\u{2019}' => folded.push('\''),
            '\u{201c}' | '\u{201d}' => folded.push('"'),
            _ => folded.extend(sign.to_lowercase()),
        }
    }
    folded
}

/// The signs from `｡` on, in their usual width.
const FULL_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

fn full_width(sign: char) -> char {
    let at = usize::try_from(u32::from(sign) - u32::from('｡')).unwrap_or_default();
    FULL_WIDTH.chars().nth(at).unwrap_or(sign)
}

/// A kana with its mark of voice: in Unicode, the next sign or the one after it.
fn voiced(kana: char, mark: char) -> char {
    let on = match (kana, mark) {
        ('ウ', 'ﾞ') => return 'ヴ',
        ('カ'..='ト' | 'ハ'..='ホ', 'ﾞ') => 1,
        ('ハ'..='ホ', 'ﾟ') => 2,
        _ => 0,
    };
    char::from_u32(u32::from(kana) + on).unwrap_or(kana)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handbook::Guide;
    use crate::rubric::{Critical, Indicator};

    fn codes(lang: Lang, term: &str) -> Vec<&'static str> {
        search(lang, term).into_iter().map(|found| found.subject.code()).collect()
    }

    #[test]
    fn letters_are_compared_without_case_and_width() {
        for (typed, as_is) in [
            ("Ｐ１　ＡＳＫＳ", "p1 asks"),
            ("ｶﾞｷﾞﾊﾞﾊﾟｳﾞﾄﾞｱｰ", "ガギバパヴドアー"),
            ("｢ﾀﾞｯﾃ｣､ｱﾞ", "「ダッテ」、ア"),
            ("it’s “so”", "it's \"so\""),
            ("ﾞ", ""),
        ] {
            assert_eq!(fold(typed), as_is);
        }
    }

    #[test]
    fn a_code_comes_first_then_titles_then_texts() {
        for (term, first) in [("p2", "P2"), ("Ｐ２", "P2"), ("x3", "X3"), ("APOLOGY", "apology")]
        {
            assert_eq!(codes(Lang::En, term)[0], first, "{term}");
        }
        let apologies = search(Lang::En, "apologises");
        let (named, told): (Vec<_>, Vec<_>) =
            apologies.iter().partition(|found| found.sentence.is_none());
        assert_eq!(
            named.iter().map(|found| found.subject.code()).collect::<Vec<_>>(),
            ["O1", "O2", "apology"]
        );
        assert!(apologies.ends_with(&told.into_iter().cloned().collect::<Vec<_>>()));
    }

    #[test]
    fn every_word_must_be_there() {
        let both = codes(Lang::En, "ribbon birthday");
        assert_eq!(both, ["P1"]);
        assert_eq!(codes(Lang::Ja, "リボン　誕生日"), ["P1"]);
        assert_eq!(codes(Lang::Ja, "ﾘﾎﾞﾝ"), ["P1"]);
        assert!(codes(Lang::En, "ribbon harassment").is_empty());
        assert!(codes(Lang::Ja, "ありえない言葉").is_empty());
    }

    #[test]
    fn what_was_found_is_shown_in_its_sentence() {
        let found = search(Lang::Ja, "連発");
        assert_eq!(found[0].subject, Subject::Indicator(Indicator::O2));
        assert!(found[0].sentence.as_ref().unwrap().contains("詫びの連発。"));
        let found = search(Lang::En, "article 5");
        assert_eq!(found[0].subject, Subject::Guide(Guide::Firmness));
        assert!(found[0].sentence.as_ref().unwrap().starts_with("Tokyo's ordinance"));
    }

    #[test]
    fn everyday_words_find_the_page_that_means_them() {
        for (lang, term, wanted) in [
            (Lang::En, "angry", "C1"),
            (Lang::En, "upset", "C1"),
            (Lang::En, "shouting", "C5"),
            (Lang::En, "sorry", "apology"),
            (Lang::En, "refuses", "C4"),
            (Lang::En, "crying", "C2"),
            (Lang::En, "customer angry", "C1"),
            (Lang::Ja, "怒って", "C1"),
            (Lang::Ja, "怒られた", "C1"),
            (Lang::Ja, "どなられた", "C5"),
            (Lang::Ja, "謝る", "apology"),
            (Lang::Ja, "ごめん", "apology"),
            (Lang::Ja, "断りたい", "C4"),
            (Lang::Ja, "ｸﾚｰﾑ", "course"),
        ] {
            let found = codes(lang, term);
            assert!(found.iter().take(4).any(|code| *code == wanted), "{term}: {found:?}");
        }
        assert!(codes(Lang::En, "xylophone").is_empty());
    }

    /// A word that is listed is found as it stands, and finds something else than every page.
    #[test]
    fn every_word_that_is_listed_finds_its_page() {
        for lang in Lang::ALL {
            for page in pages(lang) {
                assert!(!page.words.is_empty(), "{}", page.subject.code());
                for word in &page.words {
                    let found = codes(lang, word);
                    assert!(found.contains(&page.subject.code()), "{word}");
                    assert!(found.len() < pages(lang).count(), "{word}");
                }
            }
        }
    }

    #[test]
    fn no_word_finds_every_page() {
        for lang in Lang::ALL {
            let all: Vec<Subject> = pages(lang).map(|page| page.subject).collect();
            for term in ["", " ", "\u{3000}"] {
                let found = search(lang, term);
                assert!(found.iter().all(|found| found.sentence.is_none()));
                assert_eq!(found.iter().map(|found| found.subject).collect::<Vec<_>>(), all);
            }
        }
    }

    #[test]
    fn critical_errors_are_found_by_the_words_of_the_debrief() {
        for lang in Lang::ALL {
            for critical in Critical::ALL {
                let first = search(lang, &say(lang, critical.code())).remove(0);
                assert_eq!(first.subject, Subject::Critical(critical));
            }
        }
    }
}
