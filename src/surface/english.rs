//! English surfaces: words, sentences, and the terms of each feature.

use crate::surface::feature::Feature;
use crate::surface::terms::Terms;

const APOLOGIES: Terms = Terms {
    count: "sorry, apolog*, forgive*, pardon, excuse us, excuse me, my fault, our fault, my mistake, \
        our mistake, regret*",
    but_not: "",
};

const POLITENESS: Terms = Terms {
    count: "please, would, could, may i, may we, might i, kindly, thank you, thanks, if i may, i'd like, i'd be, if you'd, \
        if you don't mind, if you wouldn't mind, grateful, appreciate*, with pleasure, happy to, glad to, \
        afraid, of course, certainly",
    // "It could be" and "it would be" say what may come, not please.
    but_not: "it could, it would, that could, that would, there could, there would",
};

const ABSOLUTES: Terms = Terms {
    count: "always, never, definitely, for certain, absolutely, completely, entirely, totally, fully, guarantee*, \
        without fail, no doubt, for sure, surely, whatever, every single, no matter, i promise, \
        promise you, can promise, under no circumstances, in any case",
    but_not: "not always, whatever time, whatever suits",
};

const NEGATIONS: Terms = Terms {
    count: "no, not, *n't, cannot, never, none, nothing, nobody, without, nor, neither, unable",
    but_not: "if you don't mind, if you wouldn't mind, i don't mind, without fail, no doubt, no matter",
};

const HEDGES: Terms = Terms {
    count: "maybe, perhaps, might, may, possibly, probably, likely, i think, i believe, i suppose, i expect, \
        seem*, as far as, usually, normally, generally, roughly, sort of, kind of, a little, if possible, \
        if i can, where possible, should be able, if you don't mind, if you wouldn't mind, if you'd like, \
        if you like, in principle, for now, more or less, it could be, depending, i'm not sure",
    but_not: "may i, may we, if i may, of may, in may",
};

const EMPATHY: Terms = Terms {
    count: "understand*, feel*, felt, worr*, must have been, hard, difficult*, upset*, frustrat*, disappoint*, \
        anxious, sorry to hear, glad, sounds like, concern*, stress*, unpleasant, tired, tiring, painful, \
        distress*, uneasy, relief, relieved, well done, thank you for telling, at ease, in your place, \
        take care, kind of you",
    but_not: "feel free, glad to, i understand it, no hard",
};

const FIRMNESS: Terms = Terms {
    count: "can't, cannot, won't, will not, can not, unable, not able, not possible, impossible, no exception*, \
        exception*, rule, rules, policy, policies, must, have to, not allowed, declin*, refus*, \
        the answer is no, don't offer, don't have, don't ship, isn't possible, doesn't change, \
        stays as, only ever, no way, not something we",
    but_not: "must have been, you have to say, can't wait",
};

const OFFERS: Terms = Terms {
    count: "together, help*, assist*, support*, let's, let us, let me, shall i, shall we, side by side, \
        gladly, i can offer",
    but_not: "let me know, help me, helps me, help us",
};

const FIRST_PERSON: Terms = Terms { count: "i, i'*, me, my, mine, myself", but_not: "" };

/// Numbers in words. "One" is left out, for it mostly is no number ("one of them", "that one").
const NUMBERS: &str = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety \
    hundred hundreds thousand dozen half quarter noon midday midnight twice o'clock";

/// What "one" has after it when it is a number.
const COUNTED: &str = "o'clock minute hour day week month year box page yen percent";

/// What may stand inside a number or a time: half past nine, twenty to five.
const INSIDE: &str = "past to or";

/// Words that carry no content of their own.
const PLAIN: &str = "a an the and or but nor so if then than as at by for from in into of off on onto \
    out over to up with about after before until till i me my mine myself you your yours \
    yourself he him his she her hers it its we us our ours they them their this that \
    these those there here be am is are was were been being do does did done have has \
    had will would shall should can could may might must not no yes cannot what which who \
    whom whose when where why how all any some each every one just only also too very \
    well now let get got like please sorry thank afraid if because while though still even \
    more most such own same make take give say tell know see come go want need ask put";

/// Counts the features of a text, other than its echo.
pub(super) fn counter(text: &str) -> impl Fn(Feature) -> usize {
    let words = words(text);
    let text = text.to_owned();
    move |feature| match feature {
        Feature::Length => text.split_whitespace().count(),
        Feature::Sentences => sentences(&text),
        Feature::Commas => commas(&text),
        Feature::Questions => questions(&text),
        Feature::Numbers => numbers(&words),
        Feature::Apologies => APOLOGIES.in_words(&words),
        Feature::Politeness => POLITENESS.in_words(&words),
        Feature::FirstPerson => FIRST_PERSON.in_words(&words),
        Feature::Absolutes => ABSOLUTES.in_words(&words),
        Feature::Negations => NEGATIONS.in_words(&words),
        Feature::Hedges => HEDGES.in_words(&words),
        Feature::Empathy => EMPATHY.in_words(&words),
        Feature::Firmness => FIRMNESS.in_words(&words),
        Feature::Offers => OFFERS.in_words(&words),
        Feature::Echo
        | Feature::Explaining
        | Feature::Morau
        | Feature::Ukagaeru
        | Feature::Humble => 0,
    }
}

/// The words in lower case; an apostrophe belongs to its word, a hyphen divides two.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace('’', "'");
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// The content words.
pub(super) fn content_words(text: &str) -> Vec<String> {
    let plain = |word: &str| {
        let stem = word.split('\'').next().unwrap_or(word);
        // Of "can't" and "it's" nothing remains but a plain word or two letters.
        among(PLAIN, word) || among(PLAIN, stem) || stem.len() < 3 || word.ends_with("n't")
    };
    words(text).into_iter().filter(|word| !plain(word)).collect()
}

/// The content words, without their endings.
pub(super) fn contents(text: &str) -> Vec<String> {
    content_words(text).iter().map(|word| stem(word)).collect()
}

/// A word without the endings that change most often: boxes, collected, collecting.
fn stem(word: &str) -> String {
    let word = word.split('\'').next().unwrap_or(word);
    for (ending, least) in [("ing", 4), ("ied", 3), ("ed", 3), ("es", 3), ("s", 3), ("e", 3)] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= least
            && !stem.ends_with('s')
        {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

fn sentences(text: &str) -> usize {
    const SHORT: &[&str] = &["ms", "mr", "mrs", "dr", "st", "e.g", "i.e", "a.m", "p.m"];
    let mut found = 0;
    let mut open = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = text.len() - rest.len();
        if !matches!(c, '.' | '!' | '?' | '…') {
            open |= c.is_alphanumeric();
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let after = rest.trim_start_matches(['.', '!', '?', '…', '"', '\'', '”', '’', ')']);
        let word = text[..before].rsplit(char::is_whitespace).next().unwrap_or("");
        let short = SHORT.iter().any(|short| word.eq_ignore_ascii_case(short));
        let goes_on = !after.is_empty() && !after.starts_with(char::is_whitespace)
            || after.trim_start().starts_with(char::is_lowercase)
            || short && !after.is_empty();
        if open && !goes_on {
            found += 1;
            open = false;
        }
        rest = after;
    }
    found + usize::from(open)
}

/// Commas and semicolons, but not those within numbers.
fn commas(text: &str) -> usize {
    let bytes = text.as_bytes();
    let within_number =
        |at: usize| bytes.get(at + 1).is_some_and(u8::is_ascii_digit) && bytes[at] == b',';
    (0..bytes.len()).filter(|at| matches!(bytes[*at], b',' | b';') && !within_number(*at)).count()
}

fn questions(text: &str) -> usize {
    text.split('?').rev().skip(1).filter(|before| before.contains(char::is_alphanumeric)).count()
}

/// Numbers and times; what belongs together, such as half past nine, is one.
fn numbers(words: &[String]) -> usize {
    let number = |at: usize| {
        let word = words[at].as_str();
        let next = words.get(at + 1).map_or("", String::as_str);
        word.starts_with(|c: char| c.is_ascii_digit())
            || among(NUMBERS, word)
            || word == "one" && among(COUNTED, next.trim_end_matches('s'))
    };
    let mut found = 0;
    let mut at = 0;
    while at < words.len() {
        if !number(at) {
            at += 1;
            continue;
        }
        found += 1;
        loop {
            at += 1;
            let inside = words.get(at).is_some_and(|word| among(INSIDE, word));
            at += usize::from(inside && at + 1 < words.len() && number(at + 1));
            if at >= words.len() || !number(at) {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(Feature, usize)]) {
        let count = counter(text);
        for (feature, times) in expected {
            assert_eq!(count(*feature), *times, "{feature:?} of {text}");
        }
    }

    #[test]
    fn sentences_end_where_a_new_one_can_begin() {
        for (text, times) in [
            ("Yes.", 1),
            ("Ms. Oka rang at 9.30 a.m. today. Shall I ring her?", 2),
            ("Well... so it is", 1),
            ("...I see. Really?! \"No.\" Good", 4),
            ("", 0),
        ] {
            assert_eq!(sentences(text), times, "{text}");
        }
    }

    #[test]
    fn numbers_are_counted_as_they_are_said() {
        for (text, times) in [
            ("at half past nine", 1),
            ("twenty to five, and thirty-four people", 2),
            ("by 1,200 yen, at 9:25", 2),
            ("one of them, that one", 0),
            ("one month, from two o'clock", 2),
            ("two hours to wait, two or three", 2),
        ] {
            assert_eq!(numbers(&words(text)), times, "{text}");
        }
    }

    #[test]
    fn a_reply_is_counted_in_all_its_surfaces() {
        check(
            "I'm sorry, we don't ship on the day of the order; tomorrow is the earliest. Could we talk about it together?",
            &[
                (Feature::Length, 21),
                (Feature::Sentences, 2),
                (Feature::Commas, 2),
                (Feature::Apologies, 1),
                (Feature::Politeness, 1),
                (Feature::Questions, 1),
                (Feature::FirstPerson, 1),
                (Feature::Negations, 1),
                (Feature::Firmness, 1),
                (Feature::Offers, 1),
                (Feature::Absolutes, 0),
            ],
        );
        check(
            "If you don't mind, may I ask? It must have been hard; I never promised you that, and perhaps I should have.",
            &[
                (Feature::Negations, 1),
                (Feature::Politeness, 2),
                (Feature::Hedges, 2),
                (Feature::Absolutes, 1),
                (Feature::Empathy, 2),
                (Feature::Firmness, 0),
                (Feature::FirstPerson, 3),
            ],
        );
    }

    #[test]
    fn contents_are_words_without_their_endings() {
        assert_eq!(
            contents("I'm collecting the boxes; it can't be collected."),
            ["collect", "box", "collect"]
        );
    }
}
