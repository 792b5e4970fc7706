//! Japanese surfaces: characters, sentences, and the terms of each feature.

use std::collections::BTreeSet;

use crate::surface::feature::Feature;
use crate::surface::terms::Terms;

const APOLOGIES: Terms = Terms {
    count: "申し訳, 申しわけ, もうしわけ, 詫び, おわび, すみません, すいません, 失礼いたしました, 失礼しました, \
        失礼をいたしました, 失礼を申し上げました, ごめん, 謝り, 謝る, 謝っ, 謝罪, 陳謝, お許し",
    but_not: "すみませんか, すみませんでしょうか",
};

const POLITENESS: Terms = Terms {
    count: "ございま, いたしま, 致しま, 申し上げ, くださ, 下さ, いただ, 頂, 存じ, 恐れ入り, 恐縮, よろし, \
        いらっしゃ, おいでに, なさ, おっしゃ, おかけ, おつなぎ, おたず, おすすめ, おあり, おいくつ, \
        おそろい, どうぞ, ありがとう, 感謝, 承り, 承知, かしこまり",
    but_not: "",
};

const FIRST_PERSON: Terms = Terms {
    count: "私, わたし, わたくし, 僕, 当方",
    // 私ども is the shop, not the person.
    but_not: "私ども, わたくしども, 私立, 私物, 私的, 私用",
};

const ABSOLUTES: Terms = Terms {
    count: "必ず, 絶対, 決して, 一切, すべて, 全て, 全部, いつでも, いつも, 間違いなく, 確実, 完全, 万全, \
        きっと, 何でも, 何なりと, 二度と, 常に, 断じて, まったく, 全く, どんな, お約束いたし, \
        お約束し, 約束いたします, 約束します",
    but_not: "必ずしも",
};

const NEGATIONS: Terms = Terms {
    count: "ない, ません, なかった, なけれ, なくて, なくな, ではなく, ことなく, なく、, ずに, ず、, ずとも, \
        せず, かねま, かねる, かねて, なしに, なしで",
    but_not: "少ない, 少なく, 危ない, 切ない, もったいない, とんでもない, 申し訳ない, 申し訳ございません, \
        申し訳ありません, すみません, すいません, かもしれません, かもしれない, 違いない, 違いなく, \
        ませんか, ませんでしょうか, ないでしょうか, ないか。, 差し支えなければ, 必ず, まず、, はず, いず, \
        ずつ, まもなく, 間もなく, 遠慮なく, 構いなく, 何となく, なければなら, なければなり, なくてはなら, \
        なくてはなり, ねばなら, ねばなり, ほかなりません",
};

const HEDGES: Terms = Terms {
    count: "かもしれ, おそらく, 恐らく, たぶん, 多分, と思い, と存じ, ようです, ようでござい, でしょう, \
        らしい, 可能性, できるだけ, できるかぎり, できる限り, なるべく, 通常, ふだん, 普段, 基本的, 原則, \
        一応, とりあえず, ひとまず, 場合によって, だいたい, およそ, 見込み, はず, よろしければ, 差し支え, \
        もしよ, ほど, くらい, あるいは",
    but_not: "でしょうか, ましょうか, のほど, 先ほど, 後ほど, それほど, これほど, なるほど",
};

const EMPATHY: Terms = Terms {
    count: "気持ち, 察し, 心配, 不安, つら, 辛, お困り, 困っ, 困り, お疲れ, 大変, 不快, 不便, 悔し, 残念, \
        ごもっとも, 心苦し, 安心, 共感, 寄り添, ほっと, よかった, 心細, お忙し, たいへん, ご苦労, 気が気, \
        案じ, うれし, 嬉し, 気がかり",
    // 大変申し訳 is "very", not "hard on you".
    but_not: "大変申し訳, 大変失礼, 大変恐れ, たいへん申し訳, たいへん失礼",
};

const FIRMNESS: Terms = Terms {
    count: "できません, できかね, かねます, いたしかね, 承っておりません, お受けできな, お受けできま, 決まり, \
        規則, 規定, 例外, 断り, 断る, 無理, いただけません, 変わりません, 変えられません, 変えられな, \
        なりません, ねばなら, ねばなり, なければなら, なければなり, に限り, に限ら, 認め, \
        必要が, 必要で, 以外に, しかござい, しかあり, 出せません, お出しできな, 応じられ, 応じかね, 扱っておりません, 扱いはござい, 便はございません, 方針",
    but_not: "いただけませんか, いただけませんでしょうか, できませんか, かまいません, なりませんか",
};

const OFFERS: Terms = Terms {
    count: "一緒, いっしょ, 手伝, お力に, 力になれ, 力添え, ともに考え, 共に考え, お役に立, お役に, お任せくだ, \
        ましょう, お供",
    but_not: "",
};

const EXPLAINING: Terms = Terms {
    count: "んです, んでしょ",
    // ませんでしょうか is polite and not that.
    but_not: "ませんでしょ, ませんです",
};

const MORAU: Terms = Terms {
    count: "もらう, もらい, もらえ, もらっ, もらお, もらわ, 貰",
    but_not: "",
};

const UKAGAERU: Terms = Terms { count: "伺え, うかがえ", but_not: "" };

const HUMBLE: Terms = Terms {
    count: "伺, うかが, 参り, 参る, まいり, まいる, いたし, いたす, 致し, 致す, 申し上げ, 申し伝え, 申します, \
        申して, 申しま, 存じ, 承り, 承っ, 承る, 承れ, 拝見, 拝聴, 拝借, おります, おりまし, いただ, 頂, \
        差し上げ, さしあげ, お目にかか, 頂戴, かしこまり, 賜",
    // Set phrases, and what the listener does.
    but_not: "失礼いたしました, 申し訳, お申し, 申し込, 申し出",
};

/// Characters that carry no content of their own when they stand alone, or only serve politeness.
const PLAIN: &str = "私様方時事物所中前後今上下御申訳伺致存参頂承何誰";

/// What stands after a kanji numeral that is a number.
const COUNTERS: &str = "時 分 秒 日 月 年 週 名 人 個 箱 本 枚 件 社 回 度 つ 円 割 通 便 台 番 行 点 \
    歳 階 か月 ヶ月 カ月 か所 ヶ所 泊 袋 品 代 倍 組 冊 頁 店 往復 種類 パーセント け月 \
    年目 列 段 字";

/// Words that begin with a numeral and count nothing.
const NO_NUMBERS: &str = "一緒 一度 一番 一人 一つ 一言 一部 一般 一切 一方 一旦 一瞬 一同 一時的 一日も 一日でも \
    一通り 一点 十分に 十分な 十分で 十分と 二度と 三日月 一月ごと 一段 一品 一年中 一字一句";

/// Counts the features of a text, other than its echo.
pub(super) fn counter(text: &str) -> impl Fn(Feature) -> usize {
    let text = text.to_owned();
    move |feature| match feature {
        Feature::Length => text.chars().count(),
        Feature::Sentences => sentences(&text).len(),
        Feature::Commas => text.chars().filter(|c| matches!(c, '、' | '，')).count(),
        Feature::Questions => sentences(&text).iter().filter(|sentence| asks(sentence)).count(),
        Feature::Numbers => numbers(&text),
        Feature::Apologies => APOLOGIES.in_characters(&text),
        Feature::Politeness => POLITENESS.in_characters(&text) + honorifics(&text),
        Feature::FirstPerson => FIRST_PERSON.in_characters(&text),
        Feature::Absolutes => ABSOLUTES.in_characters(&text),
        Feature::Negations => NEGATIONS.in_characters(&text),
        Feature::Hedges => HEDGES.in_characters(&text),
        Feature::Empathy => EMPATHY.in_characters(&text),
        Feature::Firmness => FIRMNESS.in_characters(&text),
        Feature::Offers => OFFERS.in_characters(&text),
        Feature::Explaining => EXPLAINING.in_characters(&text),
        Feature::Morau => MORAU.in_characters(&text),
        Feature::Ukagaeru => UKAGAERU.in_characters(&text),
        Feature::Humble => HUMBLE.in_characters(&text),
        Feature::Echo => 0,
    }
}

/// The sentences, what stands in quotes being part of one.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '「' | '『' | '（' => depth += 1,
            '」' | '』' | '）' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '!' | '?' if depth == 0 => {
                let end = at + c.len_utf8();
                found.push(&text[start..end]);
                start = end;
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found.retain(|sentence| sentence.contains(char::is_alphanumeric));
    found
}

fn asks(sentence: &str) -> bool {
    let end = sentence.trim_end_matches(['。', '…', '！', '、', ' ', '　']);
    end.ends_with(['？', '?', 'か'])
}

/// お and ご before kanji or katakana, as in お荷物 and ご案内.
fn honorifics(text: &str) -> usize {
    let follows = text.chars().skip(1);
    text.chars()
        .zip(follows)
        .filter(|(c, next)| matches!(c, 'お' | 'ご') && is_content(*next))
        .count()
}

/// Kanji and katakana, which carry the content of a text; digits and Latin letters too.
pub(super) fn is_content(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '々' | '\u{30A1}'..='\u{30FA}' | 'ー')
        || c.is_ascii_alphanumeric()
}

/// Pairs of content characters, and content characters that stand alone.
pub(super) fn contents(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let runs = characters.chunk_by(|a, b| is_content(*a) == is_content(*b));
    let mut found = Vec::new();
    for run in runs.filter(|run| is_content(run[0])) {
        if let [alone] = run {
            found.push(alone.to_string());
        }
        found.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
    }
    found.retain(|content| content.chars().any(|c| !PLAIN.contains(c)));
    found
}

/// Pairs of characters of which the first is content and the second content or a verb's ending, as in 伺え.
pub(super) fn pairs(text: &str) -> BTreeSet<String> {
    const PARTICLES: &str = "がをにはでともへやかのねよ";
    let hiragana = |c: char| matches!(c, 'ぁ'..='ん') && !PARTICLES.contains(c);
    let follows = text.chars().skip(1);
    text.chars()
        .zip(follows)
        .filter(|(a, b)| is_content(*a) && (is_content(*b) || hiragana(*b)))
        .map(|(a, b)| format!("{a}{b}"))
        .collect()
}

/// Numbers in digits or kanji; what belongs together, such as 九時半, is one.
fn numbers(text: &str) -> usize {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let is_numeral = |c: char| {
        matches!(
            c,
            '〇' | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '千'
                | '万'
        )
    };
    let mut found = 0;
    let mut rest = text;
    // Whether what stands directly before is a number, so that this one belongs to it.
    let mut goes_on = false;
    while let Some(c) = rest.chars().next() {
        if !is_digit(c) && !is_numeral(c) {
            let inside = goes_on && matches!(c, '半' | ':' | '：' | '.' | ',');
            rest = &rest[c.len_utf8()..];
            goes_on = inside;
            continue;
        }
        let after = rest.trim_start_matches(|c| is_digit(c) || is_numeral(c));
        let run = &rest[..rest.len() - after.len()];
        let counter =
            COUNTERS.split(' ').filter(|counter| after.starts_with(*counter)).map(str::len).max();
        let counted = counter.map_or("", |length| &after[length..]);
        let no_number = NO_NUMBERS.split(' ').any(|word| rest.starts_with(word))
            || run == "一" && counted.starts_with("ずつ");
        let number = run.contains(is_digit) || counter.is_some() && !no_number;
        found += usize::from(number && !goes_on);
        goes_on = number;
        rest = if number { &after[counter.unwrap_or(0)..] } else { after };
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
    fn numbers_are_counted_as_they_are_said() {
        for (text, times) in [
            ("夜の九時半に、三十四人へ", 2),
            ("十三時三十分、10:30、９月", 3),
            ("一緒に、もう一度、一つずつ、十分に", 0),
            ("十分ほどで、二度と", 1),
            ("三浦様と三枝", 0),
            ("十一社を、一か月", 2),
        ] {
            assert_eq!(numbers(text), times, "{text}");
        }
    }

    #[test]
    fn a_question_ends_in_ka_or_its_sign() {
        for (text, asked, said) in [
            ("伺えますか。どこからでも、お聞かせください。", 1, 2),
            ("いいんですか…。ほんと？", 2, 2),
            ("「いつですか。」と聞かれました。", 0, 1),
            ("いつかお電話します", 0, 1),
        ] {
            check(text, &[(Feature::Questions, asked), (Feature::Sentences, said)]);
        }
    }

    #[test]
    fn what_only_looks_like_a_negation_is_none() {
        for (text, times) in [
            ("申し訳ございません。", 0),
            ("お寄りいただけませんか。", 0),
            ("当日の発送はございません。", 1),
            ("帰りに寄らずに済みます。必ず、まず、少しずつ。", 1),
            ("休まずに伺います。", 1),
            ("急ぎかもしれませんが、出られないのですね。", 1),
            ("お受けいたしかねます。", 1),
        ] {
            check(text, &[(Feature::Negations, times)]);
        }
    }

    #[test]
    fn a_reply_is_counted_in_all_its_surfaces() {
        check(
            "申し訳ございません、私の申し上げ方で、ご期待をお持たせしてしまいました。必ず二十時までにお電話いたします。",
            &[
                (Feature::Length, 53),
                (Feature::Sentences, 2),
                (Feature::Commas, 2),
                (Feature::Apologies, 1),
                // ございません, 申し上げ, いたします; ご期待, お持たせ, お電話
                (Feature::Politeness, 6),
                (Feature::FirstPerson, 1),
                (Feature::Numbers, 1),
                (Feature::Absolutes, 1),
                (Feature::Negations, 0),
                (Feature::Humble, 2),
            ],
        );
        check(
            "よろしければ、ご一緒に考えてみませんか。ご不安なお気持ちも、伺えればと存じます。",
            &[
                (Feature::Questions, 1),
                (Feature::Hedges, 2),
                (Feature::Empathy, 2),
                (Feature::Offers, 1),
                (Feature::Ukagaeru, 1),
                (Feature::Humble, 2),
            ],
        );
        check(
            "送ってもらうのは、難しいんです。送っていただけませんでしょうか。",
            &[
                (Feature::Explaining, 1),
                (Feature::Morau, 1),
                (Feature::Humble, 1),
                (Feature::Firmness, 0),
            ],
        );
    }
}
