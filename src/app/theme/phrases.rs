//! The phrases (文節) between which Japanese lines may break: those that `BudouX` finds, and rules of our own on top.

use std::sync::LazyLock;

/// A phrase longer than this is left to break anywhere: better a broken phrase than half a line of nothing.
pub(super) const PHRASE_MAX: usize = 14;

/// Phrases that only lean on each other stay together up to this length: longer ones make lines ragged.
const LEANING_MAX: usize = 9;

/// The longest end of a text, with its full stop, that does not stand alone on a line.
const END_MAX: usize = 4;

/// Words that `BudouX` takes for two.
const WHOLE: [&str; 31] = [
    "いくつ",
    "おはよう",
    "お聞かせ",
    "かなわ",
    "こんにちは",
    "そろう",
    "たいへん",
    "ちょうど",
    "つなぐ",
    "でたらめ",
    "どうぞ",
    "にくか",
    "にくく",
    "のぞく",
    "はしたな",
    "はみ出",
    "ひらがな",
    "ゆうずう",
    "わがまま",
    "今日中",
    "伝えそびれ",
    "召し上が",
    "問いかけ",
    "急がず",
    "手がかり",
    "方法",
    "日にち",
    "時過ぎ",
    "気がかり",
    "翌々日",
    "部長",
];

/// What begins no line: it says something only with what stands before it.
const NEVER_FIRST: [&str; 9] =
    ["を", "へ", "ずつ", "でも", "なら、", "なんです", "になり", "になる", "になっ"];

/// What begins with these though it looks like one of the above.
const STILL_FIRST: [&str; 2] = ["へえ", "へん"];

/// Where a phrase that is too long may break after all: before a verb that helps another.
const HELPERS: [&str; 12] = [
    "いたし",
    "いただ",
    "いらっしゃ",
    "かまいま",
    "かもしれ",
    "くださ",
    "けっこう",
    "じゃな",
    "なければ",
    "ならない",
    "なりま",
    "聞かせ",
];

/// The phrases of a text. A single character is no phrase: it belongs to what follows, or at the end to what precedes.
pub(super) fn phrases(text: &str) -> Vec<String> {
    static PARSER: LazyLock<budoux_phf_rs::Parser> =
        LazyLock::new(budoux_phf_rs::Parser::japanese_parser);
    let mut joined: Vec<String> = Vec::new();
    let mut carried = String::new();
    for phrase in PARSER.parse(text) {
        carried.push_str(phrase);
        if carried.chars().count() == 1 {
            continue;
        }
        let phrase = std::mem::take(&mut carried);
        match joined.last_mut() {
            Some(before) if stays(before, &phrase) => before.push_str(&phrase),
            _ => joined.push(phrase),
        }
    }
    match joined.last_mut() {
        Some(last) => last.push_str(&carried),
        None => joined.push(carried),
    }
    // A short text, such as a name, may stand where it is narrow and must break there.
    if text.chars().count() > PHRASE_MAX {
        end_together(&mut joined);
    }
    joined.into_iter().flat_map(cut).collect()
}

/// A short end is no line by itself: it stays with what stands before it.
fn end_together(joined: &mut Vec<String>) {
    let long = |phrase: &String| phrase.chars().count();
    if let [.., before, last] = &joined[..]
        && long(last) <= END_MAX
        && long(before) + long(last) <= PHRASE_MAX
        && let Some(last) = joined.pop()
        && let Some(before) = joined.last_mut()
    {
        before.push_str(&last);
    }
}

/// A phrase that is too long in two, where it may be cut.
fn cut(mut phrase: String) -> Vec<String> {
    match middle(&phrase).filter(|_| phrase.chars().count() > PHRASE_MAX) {
        Some(at) => {
            let rest = phrase.split_off(at);
            vec![phrase, rest]
        }
        None => vec![phrase],
    }
}

/// Where a phrase can be cut into two that are short enough, as near to its middle as can be.
fn middle(phrase: &str) -> Option<usize> {
    let long = phrase.chars().count();
    let places = phrase.char_indices().enumerate().filter(|(at, (byte, _))| {
        let fits = (1..=PHRASE_MAX).contains(at) && long - at <= PHRASE_MAX;
        fits && HELPERS.iter().any(|helper| phrase[*byte..].starts_with(helper))
    });
    places.min_by_key(|(at, _)| long.abs_diff(at * 2)).map(|(_, (byte, _))| byte)
}

/// Whether no line breaks between these two.
fn stays(before: &str, after: &str) -> bool {
    let long = before.chars().count() + after.chars().count();
    let within = counts(before, after)
        || two_verbs(before, after)
        || bows(before, after)
        || splits_a_word(before, after)
        || begins_no_line(before, after);
    let leans = points_at(before) || fills(before, after);
    let fits = || long <= PHRASE_MAX || middle(&format!("{before}{after}")).is_some();
    (within && fits()) || (leans && long <= LEANING_MAX)
}

/// A number with か is read with what it counts: 四か月, 三か所.
fn counts(before: &str, after: &str) -> bool {
    let number = before.strip_suffix(['か', 'ヶ', 'カ', 'ヵ']).and_then(|word| word.chars().last());
    let is_number = |c: char| c.is_ascii_digit() || "〇一二三四五六七八九十百千数何".contains(c);
    number.is_some_and(is_number) && after.starts_with(is_kanji)
}

/// A verb's stem and a verb that follows at once are one word: お受け取り, 受け持って, お立ち寄り.
fn two_verbs(before: &str, after: &str) -> bool {
    is_stem(before, "りけちびみしきぎめべえ") && after.starts_with(is_kanji)
}

/// A verb is made humble by what follows it: お取りいたします, お願いできますか.
fn bows(before: &str, after: &str) -> bool {
    let makes = ["いたし", "した", "して", "でき"].iter().any(|word| after.starts_with(word));
    before.starts_with(['お', 'ご']) && is_stem(before, "いりけちびみしきぎめべえ") && makes
}

/// A kanji and then the kana by which a verb goes on. 少し is none.
fn is_stem(word: &str, kana: &str) -> bool {
    let mut letters = word.chars().rev();
    let ends = letters.next().is_some_and(|c| kana.contains(c));
    ends && letters.next().is_some_and(is_kanji) && !word.ends_with("少し")
}

/// A word that `BudouX` takes for two is one.
fn splits_a_word(before: &str, after: &str) -> bool {
    let between = |word: &str| {
        word.char_indices()
            .skip(1)
            .any(|(at, _)| before.ends_with(&word[..at]) && after.starts_with(&word[at..]))
    };
    WHOLE.iter().any(|word| between(word))
}

/// A particle stands after its noun, and so do として, になる and かどうか: 違うほうへ, 課として, いただけるようになる.
fn begins_no_line(before: &str, after: &str) -> bool {
    let starts = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let leans = starts(&NEVER_FIRST) && !starts(&STILL_FIRST);
    let taken_as = before.ends_with('と') && after.starts_with("して");
    let whether = before.ends_with('か') && after.starts_with("どうか");
    (leans || taken_as || whether) && before.ends_with(is_letter)
}

/// A short word that points at the next one is said in one breath with it: この先, もう一度, ほかの者は.
fn points_at(before: &str) -> bool {
    let word = before.trim_start_matches(['「', '『', '（']);
    ["この", "その", "あの", "どの", "もう", "ほかの"].contains(&word)
}

/// A noun that says nothing by itself stays with what fills it: 三日のうちで, 決まりのとおり.
fn fills(before: &str, after: &str) -> bool {
    let empty = ["うち", "ほう", "ため", "とおり", "まま", "ところ", "よう"];
    before.ends_with('の') && empty.iter().any(|noun| after.starts_with(noun))
}

fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々')
}

fn is_letter(c: char) -> bool {
    is_kanji(c) || matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text breaks exactly where `‖` stands.
    fn breaks(marked: &str) {
        let text = marked.replace('‖', "");
        assert_eq!(phrases(&text).join("‖"), marked);
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        breaks("着任して‖四か月に‖なります。");
        breaks("空いているのは‖三か所です。");
        assert!(!counts("いつか", "月が") && !counts("三か", "、月"));
    }

    #[test]
    fn a_verb_of_two_stays_whole() {
        for word in ["お受け取りに", "受け持って", "お取り置き", "お立ち寄り", "成り立つ"]
        {
            assert_eq!(phrases(word), [word]);
        }
        breaks("部下が、‖三店舗を‖受け持っています。");
        breaks("お昼に‖お立ち寄り‖いただけそうでしょうか。");
        assert!(
            !two_verbs("少し", "長く")
                && !two_verbs("話し、", "聞く")
                && !two_verbs("とり", "置く")
        );
    }

    #[test]
    fn a_humble_verb_stays_whole() {
        breaks("便を‖すぐに‖お取りいたします。");
        assert!(bows("お願い", "できますか") && !bows("お席宛に", "いたします"));
    }

    #[test]
    fn a_word_that_was_taken_for_two_is_one() {
        breaks("どうぞお急ぎにならず、");
        breaks("お話を‖お聞かせください。");
        breaks("受け取りに‖なりやすい方法を");
        for word in WHOLE {
            assert_eq!(phrases(word), [word]);
        }
    }

    #[test]
    fn a_particle_begins_no_line() {
        breaks("課として‖尋ねていなかった");
        assert!(begins_no_line("話すか", "どうかを"));
        assert!(begins_no_line("違うほう", "へ引っぱります"));
        assert!(begins_no_line("お話しいただけるよう", "になりましたら"));
        assert!(!begins_no_line("まあ、", "へえ、") && !begins_no_line("と、", "を"));
    }

    #[test]
    fn short_words_lean_on_the_next() {
        breaks("この先へ‖進めます。");
        breaks("もう一度、‖ほかの者は、‖その場の全員に");
        breaks("あの日で、‖どの営業所も、‖もう三回、‖三日のうちで");
        assert!(!stays("この", "プログラムをあけて"), "a long one would leave half a line empty");
    }

    #[test]
    fn a_long_phrase_is_cut_before_a_helping_verb() {
        breaks("入れ替わっているの‖かもしれません。");
        breaks("鳴らしてくださって‖かまいません。");
        assert_eq!(middle("ありがとう"), None);
        assert_eq!(cut("あ".repeat(20)), ["あ".repeat(20)]);
    }

    #[test]
    fn a_short_end_does_not_stand_alone() {
        let end = |text: &str| phrases(text).pop();
        assert_eq!(end("かなわない約束を残したままにした").as_deref(), Some("残したままにした"));
        assert_eq!(end("二台目が十二時半に厨房を出る）").as_deref(), Some("厨房を出る）"));
        assert_eq!(phrases("した"), ["した"]);
        breaks("誰の‖都合で");
    }

    #[test]
    fn a_single_kana_is_not_left_alone() {
        let cut = phrases("はい、池袋店でもお求めになれます。");
        assert!(cut.iter().all(|phrase| phrase.chars().count() > 1));
        assert_eq!(phrases("").concat(), "");
        assert_eq!(phrases("え").concat(), "え");
    }
}
