//! The rules of texts: what they find and what they leave alone, in the smallest scenario.

use std::fs;

use kikitori::check::check;
use kikitori::diagnostic::{Diagnostic, LineIndex};
use proptest::prelude::*;

use crate::props::tried_on;

/// A text of the smallest scenario, by what it is for.
const SAY: &str = "say: (en: \"I'll trace it for you.\", ja: \"お荷物の行方をお調べします。\")";
const KEY: &str =
    "say: (en: \"What was it to be in time for?\", ja: \"何に間に合うはずでしたか。\")";
const REPLY: &str = "reply: (en: \"Never mind.\", ja: \"もういいです。\")";
const FEEDBACK: &str =
    "feedback: (en: \"You asked what it was for.\", ja: \"何のための品かを尋ねました。\")";
const KNOWN: &str =
    "\"left\": (en: \"The parcel left on Monday.\", ja: \"荷物は月曜に出ている。\")";

/// The smallest scenario with one text written anew.
fn with(text: &str, english: &str, japanese: &str) -> String {
    let tiny = fs::read_to_string("tests/scenarios/tiny.ron").unwrap();
    assert!(tiny.contains(text), "{text}");
    let (name, _) = text.split_once("(en:").unwrap();
    tiny.replace(text, &format!("{name}(en: {english:?}, ja: {japanese:?})"))
}

fn codes(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule.code()).collect()
}

/// Which rules are broken when this text is written anew.
fn finds(text: &str, english: &str, japanese: &str) -> String {
    codes(&check(&with(text, english, japanese))).join(" ")
}

#[test]
fn what_people_say_in_japanese_is_left_alone() {
    for (text, japanese) in [
        // A thought, an outburst, a fragment, a silence, a quotation, an aside.
        (REPLY, "やっぱり、私が悪かったのかもしれない。"),
        (REPLY, "もういい。"),
        (REPLY, "だって、昨日の夜は…。"),
        (REPLY, "…"),
        (REPLY, "昨日の方には「こちらでは分からない」と言われました。"),
        (REPLY, "（電話の向こうで誰かが呼んでいる。）すみません、少し待ってください。"),
        // A plain sentence on the way to a polite one.
        (SAY, "荷物がどこにあるのか分からない。そのご心配からお調べします。"),
        (FEEDBACK, "何のための品かは分からない。それを尋ねました。"),
        // What the trainee does, rather than says.
        (SAY, "保留にして、倉庫に聞きに行く。"),
        // Latin letters, figures and signs that belong there.
        (REPLY, "Wi-Fiの料金は1,200円、税は3.5%でしたよね？ もういいです。"),
        (REPLY, "三〇〇円の「『早割』のほう」です。"),
        (SAY, "とんでもございません、拝見しております。"),
        (SAY, "ご連絡させていただきます。"),
        (SAY, "でも、お荷物の行方はお調べします。"),
        (SAY, "ご不快に思われたのでしたら、申し訳ございません。"),
    ] {
        assert_eq!(finds(text, "A text.", japanese), "", "{japanese}");
    }
}

#[test]
fn what_people_say_in_english_is_left_alone() {
    for (text, english) in [
        (REPLY, "..."),
        (REPLY, "Well ... no, thank you."),
        (REPLY, "It's 5'10\" and 6\" wide, he said 'fine'."),
        (SAY, "Please calm down; it is company policy. I apologise if that hurts."),
        (KEY, "I'm sorry; if you tell me what it was for, I can help."),
        (KNOWN, "The XXL box left on Monday."),
    ] {
        let japanese = text.split("ja: \"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(finds(text, english, japanese), "", "{english}");
    }
    assert_eq!(finds(KNOWN, "OK", "OK"), "", "the same in every language");
}

#[test]
fn what_is_wrong_with_a_text_is_found() {
    let long = "お調べします。".repeat(30);
    for (text, english, japanese, code) in [
        (SAY, "A text.", long.as_str(), "K601"),
        (REPLY, "A text.", long.as_str(), "K601"),
        (SAY, "A text.", "お荷物はもう調べた。", "K603"),
        (FEEDBACK, "A text.", "何のための品かを尋ねなかった。", "K603"),
        (KEY, "A text.", "だってまだ間に合います。", "K604"),
        (KEY, "A text.", "ご不快に思われたのでしたら、申し訳ございません。", "K604"),
        (KEY, "Please calm down first.", "何に間に合うはずでしたか。", "K604"),
        (SAY, "A text.", "お客様がおっしゃられた所をお調べします。", "K604"),
        (SAY, "A text.", "先に拝見させていただきます。", "K604"),
        (KNOWN, "月曜に出た。", "月曜に出た。", "K605"),
        (KNOWN, "Left on Monday.", "Left on Monday, they say.", "K606"),
        (KNOWN, "TBD", "荷物は月曜に出ている。", "K607"),
        (KNOWN, "A text.", "担当は◯◯さん。", "K607"),
        (KNOWN, "A text.", "荷物は月曜に出ている!", "K608"),
        (KNOWN, "A text.", "荷物は\"月曜\"に出ている。", "K608"),
        (KNOWN, "A text.", "荷物は月曜）に出ている。", "K609"),
        (KNOWN, "A text.", "荷物は「 月曜」に出ている。", "K610"),
        (KNOWN, "A text.", "荷物は月曜に出ている。。", "K611"),
    ] {
        assert_eq!(finds(text, english, japanese), code, "{english} {japanese}");
    }
}

#[test]
fn a_scenario_of_one_language_is_looked_at_too() {
    let text = with(REPLY, "Never mind.", "もういいです。")
        .replace("id: \"tiny\",", "id: \"tiny\", languages: [Ja],");
    let japanese = |text: &str| {
        let mut out = String::new();
        for line in text.lines() {
            // `(en: "...", ja: "...")` to `"..."`
            let mut rest = line;
            while let Some((before, after)) = rest.split_once("(en: ") {
                let (_, after) = after.split_once("ja: ").unwrap();
                let (words, after) = after.split_once(')').unwrap();
                out += before;
                // A cue keeps its brackets: `Line("...")`.
                out +=
                    &if before.ends_with("Line") { format!("({words})") } else { words.to_owned() };
                rest = after;
            }
            out += rest;
            out.push('\n');
        }
        out
    };
    let plain = japanese(&text);
    assert_eq!(codes(&check(&plain)), Vec::<&str>::new(), "{plain}");
    let marked = plain.replace("もういいです。", "もういいです?");
    assert_eq!(codes(&check(&marked)), ["K608"]);
}

#[test]
fn a_finding_points_at_the_very_signs_unless_escapes_have_moved_them() {
    let place = |english: &str| {
        let text = with(KNOWN, english, "荷物は月曜に出ている。");
        let span = check(&text)[0].span;
        text[span.start..span.end].to_owned()
    };
    assert_eq!(place("left TODO on Monday"), "TODO");
    assert_eq!(place("left \"TODO\" on Monday"), r#""left \"TODO\" on Monday""#);
}

#[test]
fn texts_of_a_garbled_file_are_not_judged() {
    let text = with(KNOWN, "TODO", "荷物は月曜に出ている。").replacen(
        "opens_at: \"door\"",
        "opens_at: \"door",
        1,
    );
    assert!(!codes(&check(&text)).contains(&"K607"), "{:?}", codes(&check(&text)));
}

proptest! {
    #![proptest_config(tried_on(200))]

    /// Whatever is written, findings lie on whole characters of the file.
    #[test]
    fn any_text_can_be_judged(
        english in "[ -~“”…あー。]{0,60}",
        japanese in "[ぁ-んァ-ヶｦ-ﾟ一-三「」『』（）。、…・‥？！ 　a-z.,?!\"\\\\〇仮]{0,60}",
    ) {
        for text in [SAY, KEY, REPLY, FEEDBACK, KNOWN] {
            let text = with(text, &english, &japanese);
            let index = LineIndex::new(&text);
            for finding in check(&text) {
                let span = finding.span;
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                prop_assert!(span.start <= span.end && index.position(span.start).line >= 1);
            }
        }
    }
}
