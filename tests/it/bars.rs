//! Every bar on scores has a way to break a shipped scenario that it finds.

use std::sync::Arc;

use kikitori::analysis::{BUDGET, analyze};
use kikitori::blind::{Mode, Pick, Reading, options_mark, rated};
use kikitori::check::{check, check_with};
use kikitori::diagnostic::Rule;
use kikitori::lang::Lang;
use kikitori::scenario::read_and_compile;

const SWEETS: &str = include_str!("../../scenarios/last-day-sweets.ron");
const TERMS: &str = include_str!("../../scenarios/on-whose-terms.ron");

/// A bar, the scenario that is broken for it, and how.
type Broken = (&'static str, &'static str, &'static [Edit]);

/// What is written at a place, and what stands there instead.
enum Edit {
    /// The first time it is written after each of these, one after the other.
    After(&'static [&'static str], &'static str, &'static str),
    /// Wherever it is written.
    All(&'static str, &'static str),
}

const ROW: &str = "ratings: (C4: 1, O3: 0.5, P4: 0.5)";

/// Eleven more entries of a sheet.
const ENTRIES: &str = r#"entries: {
        "a": (section: Happened, text: (en: "Item a.", ja: "項目。"), right: Always),
        "b": (section: Happened, text: (en: "Item b.", ja: "項目。"), right: Always),
        "c": (section: Happened, text: (en: "Item c.", ja: "項目。"), right: Always),
        "d": (section: Happened, text: (en: "Item d.", ja: "項目。"), right: Always),
        "e": (section: Happened, text: (en: "Item e.", ja: "項目。"), right: Always),
        "f": (section: Happened, text: (en: "Item f.", ja: "項目。"), right: Always),
        "g": (section: Happened, text: (en: "Item g.", ja: "項目。"), right: Always),
        "h": (section: Happened, text: (en: "Item h.", ja: "項目。"), right: Always),
        "i": (section: Happened, text: (en: "Item i.", ja: "項目。"), right: Always),
        "j": (section: Happened, text: (en: "Item j.", ja: "項目。"), right: Always),
        "k": (section: Happened, text: (en: "Item k.", ja: "項目。"), right: Always),
"#;

/// Each of them decides how it goes on.
const DECIDING: &str = r#"next: [
        (when: [Noted("a"), Noted("b"), Noted("c"), Noted("d"), Noted("e"), Noted("f"),
            Noted("g"), Noted("h"), Noted("i"), Noted("j"), Noted("k")], to: "E6"),
"#;

/// The supervisor withdraws what was promised; or only where trust is all but lost as well.
const TO_E4: &str = "(when: Is(\"promised\"), to: \"E4\")";
const FAR_TO_E4: &str = "(when: [Is(\"promised\"), Trust(max: 2)], to: \"E4\")";

/// Nearly everything is rated as exemplary.
const GENEROUS: &[Edit] =
    &[Edit::All(": -0.5", ": 1"), Edit::All(": 0.5", ": 1"), Edit::All(": 0,", ": 1,")];

const BROKEN: &[Broken] = &[
    (
        "K801",
        SWEETS,
        &[
            Edit::After(&["\"N1\": ("], "key: \"c\"", "key: \"b\""),
            Edit::After(&["\"N2\": ("], "key: \"a\"", "key: \"d\""),
            Edit::After(&["\"N4\": ("], "key: \"b\"", "key: \"a\""),
        ],
    ),
    ("K802", SWEETS, GENEROUS),
    ("K803", SWEETS, GENEROUS),
    ("K804", SWEETS, GENEROUS),
    (
        "K805",
        TERMS,
        &[Edit::All("[Ownership, Perspective, Calm]", "[Calm, Ownership, Perspective]")],
    ),
    (
        "K806",
        SWEETS,
        &[Edit::After(&["\"N1\": (", "id: \"b\""], "ratings: (C4: -0.5, O3: 0, P4: -0.5)", ROW)],
    ),
    (
        "K807",
        SWEETS,
        &[
            Edit::After(&["\"N1\": (", "id: \"a\""], "ratings: (C4: -1, O3: -0.5, P4: 0)", ROW),
            Edit::After(&["\"R1\": ("], "mends: \"N1\"", "mends: \"N2\""),
        ],
    ),
    ("K808", SWEETS, &[Edit::After(&["personas: {"], "weak_in: Ownership", "weak_in: Calm")]),
    ("K809", SWEETS, &[Edit::All("Trust(min: 7), Is(\"rec\")", "Anger(min: 9), Is(\"rec\")")]),
    ("K810", SWEETS, &[Edit::All(TO_E4, FAR_TO_E4)]),
    (
        "K811",
        SWEETS,
        &[Edit::All(
            "[Trust(min: 7), Is(\"rec\"), Is(\"planB\"), Not(Is(\"exposed\"))]",
            "Trust(min: 2)",
        )],
    ),
    ("K812", SWEETS, &[Edit::All("Anger(min: 8), to: \"E1\"", "Anger(min: 5), to: \"E1\"")]),
    (
        "K813",
        SWEETS,
        &[Edit::After(
            &["\"N8\": ("],
            "next: \"N9\"",
            "next: [(when: Trust(max: 4), to: \"N14\"), \"N9\"]",
        )],
    ),
    // Too many situations are made in `sampling.rs`.
    (
        "K814",
        SWEETS,
        &[
            Edit::After(&["sheet: ("], "entries: {", ENTRIES),
            Edit::After(&["sheet: ("], "next: [", DECIDING),
        ],
    ),
    ("K815", SWEETS, &[Edit::All("start: (anger: 3,", "start: (anger: 6,")]),
];

fn edited(text: &str, edit: &Edit) -> String {
    match edit {
        Edit::All(written, instead) => {
            assert!(text.contains(written), "{written} is not there");
            text.replace(written, instead)
        }
        Edit::After(places, written, instead) => {
            let find = |from: usize, what: &str| {
                let at = text[from..].find(what);
                from + at.unwrap_or_else(|| panic!("{what} is not there"))
            };
            let from = places.iter().fold(0, |from, place| find(from, place));
            let at = find(from, written);
            format!("{}{instead}{}", &text[..at], &text[at + written.len()..])
        }
    }
}

/// The codes of what is found in a text.
fn codes(text: &str) -> Vec<&'static str> {
    check(text).iter().map(|finding| finding.rule.code()).collect()
}

#[test]
fn every_bar_finds_what_breaks_it() {
    let whole = [SWEETS, TERMS].map(codes).concat();
    for (code, text, edits) in BROKEN {
        let broken = edits.iter().fold((*text).to_owned(), |text, edit| edited(&text, edit));
        assert!(!whole.contains(code), "{code} is found in the scenarios as they are shipped");
        let found = codes(&broken);
        assert!(found.contains(code), "{code} is not among {found:?}");
    }
}

#[test]
fn every_bar_is_broken_by_something() {
    let bars = Rule::ALL.iter().filter(|rule| rule.code().starts_with("K8"));
    let missing: Vec<&str> = bars
        .map(|rule| rule.code())
        .filter(|code| BROKEN.iter().all(|(broken, ..)| broken != code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Talks that an interrupt can send to a second chance at any moment differ in so many losses that may still be mended
/// that nobody could wait for what becomes of trainees. That is said, and all else is judged.
#[test]
fn where_too_many_talks_would_have_to_be_told_apart_that_is_said() {
    let to_r1 =
        SWEETS.replace("(when: Anger(min: 8), to: \"E1\")", "(when: Anger(min: 8), to: \"R1\")");
    assert_ne!(to_r1, SWEETS);
    let found = check(&to_r1);
    let codes: Vec<&str> = found.iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "K814").count(), 1, "{codes:?}");
    assert!(codes.contains(&"K813"), "{codes:?}");
    let said = found.iter().find(|finding| finding.rule == Rule::TooManySituations).unwrap();
    assert!(
        said.message(Lang::En).contains("more than 6000000 talks"),
        "{}",
        said.message(Lang::En)
    );
}

/// Trust is lost slowly too: many slips may lead to where the customer leaves.
#[test]
fn an_ending_in_which_the_customer_leaves_may_take_many_slips() {
    let leaves = edited(SWEETS, &Edit::All(TO_E4, FAR_TO_E4));
    let leaves = edited(&leaves, &Edit::All("outcome: Escalated", "outcome: Left"));
    let found = codes(&leaves);
    assert!(!found.contains(&"K810"), "{found:?}");
}

const SMALL: &str = include_str!("../scenarios/tiny.ron");

/// Also where a scenario is too small for every other bar.
#[test]
fn an_ending_that_no_talk_comes_to_is_named_in_a_small_scenario() {
    let written = "next: [(when: Trust(min: 10), to: \"gone\"), \"heard\"]";
    let never = SMALL.replace("next: \"gone\"", written);
    assert_ne!(never, SMALL);
    let found = check(&never);
    let codes: Vec<&str> = found.iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(codes, ["K809"]);
    assert!(found[0].hint(Lang::En).contains("door/trace"), "{}", found[0].hint(Lang::En));
}

/// A reading of the sweets, by someone who finds the key so many times.
fn reading(lang: Lang, keys: usize) -> Reading {
    let scenario = read_and_compile(SWEETS).0.unwrap();
    let pick = |(n, at)| {
        let beat = scenario.beat(at);
        let other = beat.choices.iter().find(|choice| choice.id != beat.choices[beat.key.at()].id);
        let choice = if n < keys { &beat.choices[beat.key.at()] } else { other.unwrap() };
        Pick { beat: beat.id.clone(), choice: choice.id.clone() }
    };
    let picks = rated(&scenario).enumerate().map(pick).collect();
    let options = options_mark(&scenario, lang);
    Reading { mode: Mode::Blind, lang, options, reader: String::new(), picks }
}

/// What is measured, the bar, and five choices: an author is told what to rewrite.
#[test]
fn a_gap_that_is_too_small_names_the_keys_at_which_listening_helps_least() {
    let heard = Reading { mode: Mode::Sighted, ..reading(Lang::En, 15) };
    let found = check_with(SWEETS, Some(&[reading(Lang::En, 8), heard])).findings;
    let gap = found.iter().find(|finding| finding.rule == Rule::ListeningGap).unwrap();
    let sentences = format!("{}\n{}", gap.message(Lang::En), gap.hint(Lang::En));
    for part in [
        "15 of 17",
        "8 of 17",
        "brings 41 percentage points",
        "bring 45",
        "N1/c, N2/a, N3/d, R1/b, N4/b",
    ] {
        assert!(sentences.contains(part), "{part}: {sentences}");
    }
    assert!(SWEETS[gap.span.start..gap.span.end].contains("tomorrow"), "{:?}", gap.span);
}

#[test]
fn readings_are_asked_for_and_read() {
    let codes = |readings: &[Reading]| -> Vec<&str> {
        let found = check_with(SWEETS, Some(readings)).findings;
        let of_readers = found.iter().map(|finding| finding.rule.code());
        of_readers.filter(|code| code.starts_with("K9")).collect()
    };
    assert_eq!(codes(&[]), ["K901", "K901"]);
    let (en, ja) = (reading(Lang::En, 8), reading(Lang::Ja, 10));
    assert_eq!(codes(&[en.clone(), ja.clone()]), Vec::<&str>::new());
    assert_eq!(codes(&[en.clone(), reading(Lang::Ja, 11)]), ["K902"]);
    // Readings of the same wording count together.
    assert_eq!(codes(&[en.clone(), ja.clone(), reading(Lang::Ja, 12)]), ["K902"]);
    // Who heard the talk finds all 17 keys, 9 more than the 8 that were found blind, or one less.
    let heard = |keys| Reading { mode: Mode::Sighted, ..reading(Lang::En, keys) };
    assert_eq!(codes(&[en.clone(), ja.clone(), heard(17)]), Vec::<&str>::new());
    assert_eq!(codes(&[en.clone(), ja.clone(), heard(15)]), ["K903"]);
    let old = Reading { options: "of another wording".into(), ..ja };
    assert_eq!(codes(&[en, old]), ["K901"]);
}

/// What S9 was estimated on: one slip at most where the customer stays, up to six where the customer leaves.
#[test]
fn the_shipped_endings_take_as_few_slips_as_the_bar_was_estimated_on() {
    let slips = |text: &str| -> Vec<usize> {
        let scenario = Arc::new(read_and_compile(text).0.unwrap());
        analyze(&scenario, BUDGET).whole.unwrap().slips.into_iter().map(Option::unwrap).collect()
    };
    assert_eq!(slips(SWEETS), [3, 6, 1, 1, 1, 0]);
    assert_eq!(slips(TERMS), [2, 1, 1, 1, 0]);
}
