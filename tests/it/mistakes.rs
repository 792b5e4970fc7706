//! What authors get wrong, written from nothing: the finding that is read first leads to the fault.

use kikitori::check::{check, check_with};
use kikitori::diagnostic::{Diagnostic, LineIndex, Rule};
use kikitori::lang::Lang;

use crate::small::{beat, broken_rules, key, other, parts, plain};

const TINY: &str = include_str!("../scenarios/tiny.ron");

/// What is written, what stands there by mistake, and then: the code that is read first, and words of its line.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("difficulty: 1,", "difficulty: 1", "K005", "difficulty: 1"),
    ("difficulty: 1,", "difficulty = 1,", "K005", "difficulty = 1"),
    ("// The smallest", "# The smallest", "K005", "# The smallest"),
    ("minutes: 1,", "minutes: 1, # one", "K005", "# one"),
    ("\"No refunds by phone.\"", "\"No \"refunds\" by phone.\"", "K005", "by phone"),
    ("briefing: (", "briefing: {", "K006", "briefing: {"),
    ("beats: {", "beats: [", "K006", "beats: ["),
    ("effects: [Anger(-1), Trust(2)],", "effects: [Anger(-1), Trust(2),", "K006", "Anger(-1)"),
    ("\"door\": (", "door: (", "K103", "door: ("),
    ("channel: Phone", "channel: phone", "K106", "phone"),
    ("rates: [P1]", "rates: [P9]", "K207", "P9"),
    ("rates: [P1]", "rates: [P1, P9]", "K207", "P9"),
    ("key: \"ask\"", "key: \"aks\"", "K202", "aks"),
    (
        "say: (en: \"What was it to be in time for?\", ja: \"何に間に合うはずでしたか。\")",
        "say: (en: \"\", ja: \"何に間に合うはずでしたか。\")",
        "K109",
        "en: \"\"",
    ),
    (
        "(role: Customer, name: (en: \"Mr Oka\", ja: \"岡さん\"))",
        "(role: Customer, name: (en: \"Mr Oka\", ja: \"岡さん\")),
         \"other\": (role: Customer, name: (en: \"Ms Ito\", ja: \"伊藤さん\"))",
        "K104",
        "other",
    ),
    (
        "next: \"heard\"",
        "next: [(when: Trust(min: 8, max: 5), to: \"gone\"), \"heard\"]",
        "K107",
        "max: 5",
    ),
    ("next: \"heard\"", "next: [(when: Trust(>= 5), to: \"gone\"), \"heard\"]", "K103", ">= 5"),
    (
        "next: \"heard\"",
        "next: [(when: Told(\"birthday\") && Trust(min: 5), to: \"gone\"), \"heard\"]",
        "K005",
        "&&",
    ),
    ("next: \"heard\"", "next: Chance([\"gone\", \"heard\"])", "K103", "Chance"),
];

fn first<'f>(findings: &'f [Diagnostic], text: &str, mistake: &str) -> (&'f Diagnostic, String) {
    let first = findings.first().unwrap_or_else(|| panic!("{mistake}: nothing was found"));
    let line = LineIndex::new(text).position(first.span.start).line;
    (first, text.lines().nth(line - 1).unwrap().to_owned())
}

#[test]
fn what_is_read_first_leads_to_the_fault() {
    for (right, mistake, code, words) in MISTAKES {
        assert!(TINY.contains(right), "{right}");
        let text = TINY.replacen(right, mistake, 1);
        let findings = check(&text);
        let (first, line) = first(&findings, &text, mistake);
        assert_eq!(first.rule.code(), *code, "{mistake}: {findings:?}");
        assert!(line.contains(words), "{mistake}: {line}");
    }
}

#[test]
fn a_promise_cannot_be_due_before_the_story_begins() {
    let declared = "clock: \"16:00\", \
         promises: { \"ring\": (act: (en: \"Ring\", ja: \"電話\"), due: \"15:00\") }, opens_at: \"door\",";
    let text = TINY.replacen("opens_at: \"door\",", declared, 1);
    let text = text.replacen("Trust(2)", "Trust(2), Promise(\"ring\")", 1);
    let codes: Vec<&str> = check(&text).iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(codes, ["K107"]);
    assert_eq!(check(&text.replace("15:00", "16:00")), vec![]);
}

/// Going back leads to where the beat before would have gone, which must not be the second chance itself.
#[test]
fn a_way_back_does_not_come_round() {
    let chance = beat("r", r#"mends: "m", next: Back"#, &[key("k", ""), other("o", "")]);
    let round = parts("m", "", &[plain("m", r#""r""#), chance.clone()], &["end"]);
    assert!(broken_rules(&round).contains(&Rule::NoWayToAnEnding));
    let sometimes = r#"[(when: Trust(max: 1), to: "r"), "end"]"#;
    let round = parts("m", "", &[plain("m", sometimes), chance], &["end"]);
    assert_eq!(broken_rules(&round), [Rule::Loop]);
}

/// What seems to be missing only because it was swallowed by a bracket is not asked for.
#[test]
fn a_bracket_without_a_partner_hides_behind_nothing() {
    let text = TINY.replacen("briefing: (", "briefing: {", 1);
    let codes: Vec<&str> = check(&text).iter().map(|finding| finding.rule.code()).collect();
    assert!(codes.iter().all(|code| *code < "K201" && *code != "K102"), "{codes:?}");
}

#[test]
fn habits_from_elsewhere_have_advice_of_their_own() {
    let hint = |right: &str, mistake: &str| {
        let text = TINY.replacen(right, mistake, 1);
        check(&text)[0].hint(Lang::En)
    };
    assert!(hint("// The", "# The").contains("`//`"));
    assert!(hint("minutes: 1", "minutes = 1").contains("name: value"));
    let closed = TINY.replacen("speakers: {", "), speakers: {", 1);
    let too_many = check(&closed).iter().find(|found| found.rule == Rule::Unexpected).cloned();
    assert!(too_many.unwrap().hint(Lang::En).contains("one too many"));
    let spoken = hint("\"No refunds by phone.\"", "\"No \"refunds\" by phone.\"");
    assert!(spoken.contains("inside a text"), "{spoken}");
}

/// Warnings that were not looked for may be accepted, and nothing is said of them.
#[test]
fn what_was_not_looked_for_may_be_accepted() {
    let accepting = |code: &str| {
        let accepts =
            format!("accepts: {{ \"{code}\": (en: \"So be it.\", ja: \"よしとする。\") }},");
        let text =
            TINY.replacen("opens_at: \"door\",", &format!("{accepts} opens_at: \"door\","), 1);
        let checked = check_with(&text, None);
        let codes: Vec<&str> = checked.findings.iter().map(|finding| finding.rule.code()).collect();
        let of_libraries: Vec<Rule> = checked.accepts.iter().map(|(rule, _)| *rule).collect();
        (codes.concat(), of_libraries)
    };
    assert_eq!(accepting("K810"), ("K113".to_owned(), vec![]));
    assert_eq!(accepting("K901"), (String::new(), vec![]));
    assert_eq!(accepting("K712"), (String::new(), vec![Rule::LibraryWordingTells]));
}
