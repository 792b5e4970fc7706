//! Texts that are in the other language, or in both the same.

use crate::check::text::script::is_japanese;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::scenario::source::Text;

/// A Japanese text may be a short name in Latin letters, such as "Wi-Fi"; beyond this many it is not Japanese.
const LATIN_MAX: usize = 8;

/// A text in both languages, as far as it is written.
type Both<'s> = [Option<&'s Text<'s>>; 2];

/// K605: the same text in both languages, so that one of them was forgotten.
pub(super) fn untranslated([en, ja]: Both<'_>, found: &mut Vec<Diagnostic>) {
    let Some((en, ja)) = en.zip(ja).filter(|(en, ja)| is_same(en, ja)) else {
        return;
    };
    // Where the letters are Japanese, the English is what is missing.
    let japanese = en.value.chars().any(is_japanese);
    let (missing, there, lang) = if japanese { (en, ja, Lang::En) } else { (ja, en, Lang::Ja) };
    let finding = Diagnostic::new(Rule::Untranslated, missing.span).also(there.span);
    found.push(finding.with("lang", lang.code()));
}

/// K606: Japanese letters in an English text, or none in a Japanese one.
pub(super) fn wrong_script([en, ja]: Both<'_>, found: &mut Vec<Diagnostic>) {
    if en.zip(ja).is_some_and(|(en, ja)| is_same(en, ja)) {
        return;
    }
    let in_english = en.filter(|en| en.value.chars().any(is_japanese));
    for (text, lang) in [(in_english, Lang::En), (ja.filter(|ja| is_latin(ja)), Lang::Ja)] {
        if let Some(text) = text {
            let finding = Diagnostic::new(Rule::WrongScript, text.span);
            found.push(finding.with("lang", lang.code()));
        }
    }
}

/// Whether both texts are the same words, of one script. What is the same in every language is no word: "OK", "24-7".
fn is_same(en: &Text<'_>, ja: &Text<'_>) -> bool {
    let words = en.value.trim();
    let japanese = words.chars().any(is_japanese);
    let latin = words.chars().any(|c| c.is_ascii_alphabetic());
    let lowercase = words.chars().any(|c| c.is_ascii_lowercase());
    words == ja.value.trim() && (japanese != latin) && (japanese || lowercase)
}

fn is_latin(text: &Text<'_>) -> bool {
    let letters = text.value.chars().filter(|c| c.is_alphabetic());
    !text.value.chars().any(is_japanese) && letters.count() > LATIN_MAX
}
