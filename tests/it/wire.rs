//! `kikitori play --json`, driven as a program would drive it.

use std::collections::BTreeSet;

use kikitori::assess::Verdict;
use kikitori::scenario::{Section, SheetFault};
use kikitori::session::PromiseState;
use serde_json::Value;

use crate::program::{Run, kikitori_with_input};

fn drive(scenario: &str, choices: &str) -> (Run, Vec<Value>) {
    drive_and_fill(scenario, choices, "")
}

/// The same, with what is written on the hand-over sheet at the end.
fn drive_and_fill(scenario: &str, choices: &str, fill: &str) -> (Run, Vec<Value>) {
    let chosen = choices.split_whitespace().map(|id| format!("{{\"choose\":\"{id}\"}}\n"));
    let input: String = chosen.chain([fill.to_owned()]).collect();
    let run = kikitori_with_input(&["play", scenario, "--json", "--seed", "7"], &input);
    let messages = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (run, messages)
}

fn of_type<'m>(messages: &'m [Value], kind: &str) -> Vec<&'m Value> {
    messages.iter().filter(|message| message["type"] == kind).collect()
}

#[test]
fn the_reference_route_gives_full_marks_and_the_best_ending() {
    let fill = r#"{"fill":["order","hands","watch","trace","door"]}"#;
    let (run, messages) = drive_and_fill("last-day-sweets", "c a d b d d c b a d a a b c", fill);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(of_type(&messages, "beat").len(), 14);
    assert_eq!(of_type(&messages, "reply").len(), 14);
    let end = messages.last().unwrap();
    assert_eq!(end["type"], "end");
    assert_eq!(end["ending"], "E6");
    assert_eq!(
        end["scores"],
        serde_json::json!({"perspective": 100, "ownership": 100, "calm": 100})
    );
    assert_eq!(
        end["observations"],
        serde_json::json!({"perspective": 12, "ownership": 10, "calm": 8})
    );
    assert_eq!(
        (&end["critical"], &end["slips"], &end["mended"]),
        (&serde_json::json!([]), &Value::from(0), &Value::from(0))
    );
}

#[test]
fn a_persona_gets_its_figures_over_the_wire() {
    let (_, messages) = drive("last-day-sweets", "c a d b c b");
    let end = messages.last().unwrap();
    assert_eq!(end["ending"], "E3");
    assert_eq!(end["scores"], serde_json::json!({"perspective": 42, "ownership": 18, "calm": 43}));
}

#[test]
fn every_message_has_its_fields() {
    let (_, messages) = drive("last-day-sweets", "a");
    let first = &messages[0];
    assert_eq!((&first["type"], &first["beat"]), (&Value::from("beat"), &Value::from("N1")));
    assert_eq!(first["gauges"], serde_json::json!({"anger": 3, "trust": 3}));
    assert_eq!(first["lines"][0]["speaker"], "customer");
    assert!(first["lines"][0]["text"].as_str().unwrap().starts_with("Hello, could you send"));
    let ids: Vec<&str> = first["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| choice["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["a", "c", "b", "d"], "in shown order, which the seed decides");
    let reply = &messages[1];
    assert_eq!((&reply["type"], &reply["choice"]), (&Value::from("reply"), &Value::from("a")));
    assert_eq!(reply["gauges"], serde_json::json!({"anger": 2, "trust": 4}));
    assert!(reply["lines"][0]["text"].as_str().unwrap().contains("please do"));
    assert!(reply["feedback"].as_str().unwrap().starts_with("The rule leaves the warehouse"));
}

/// What the next beat does on being entered is not in the reply before it.
#[test]
fn gauges_of_a_reply_are_those_of_the_reply() {
    let (_, messages) = drive("last-day-sweets", "c a d b d d c b a d a b");
    let last_reply = *of_type(&messages, "reply").last().unwrap();
    let last_beat = messages.last().unwrap();
    assert_eq!(last_beat["beat"], "N13");
    let anger = |message: &Value| message["gauges"]["anger"].as_i64().unwrap();
    assert_eq!(anger(last_beat), anger(last_reply) + 1);
}

#[test]
fn a_bad_line_is_an_error_and_the_talk_goes_on() {
    let bad = [
        "nonsense",
        "{\"choose\":\"z\"}",
        "{\"choose\":7}",
        "{}",
        "[1,2]",
        "\u{1b}[31m",
        "{\"quit\":false}",
    ];
    let long = "x".repeat(100_000);
    let deep = "[".repeat(10_000);
    let input = bad
        .iter()
        .copied()
        .chain([long.as_str(), deep.as_str()])
        .chain(["{\"choose\":\"c\"}"])
        .collect::<Vec<_>>()
        .join("\n");
    let run = kikitori_with_input(&["play", "last-day-sweets", "--json"], &input);
    let messages: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(of_type(&messages, "error").len(), bad.len() + 2);
    assert_eq!(messages.last().unwrap()["beat"], "N2");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn quitting_ends_the_talk_without_a_score() {
    let run = kikitori_with_input(
        &["play", "last-day-sweets", "--json"],
        "{\"choose\":\"c\"}\n{\"quit\":true}\n{\"choose\":\"a\"}\n",
    );
    assert_eq!(run.code, 0);
    assert!(!run.stdout.contains("\"end\"") && run.stdout.lines().count() == 3, "{}", run.stdout);
}

const EXAMPLE: &str = "scenarios/examples/the-cold-lunch.ron";

fn drive_example(lines: &[&str]) -> Vec<Value> {
    let input = lines.join("\n");
    let run = kikitori_with_input(&["play", EXAMPLE, "--json", "--seed", "2"], &input);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Up to the hand-over sheet, by silence where silence is best.
const TO_THE_SHEET: [&str; 9] = [
    r#"{"choose":"need"}"#,
    r#"{"choose":"c"}"#,
    r#"{"choose":"clock"}"#,
    r#"{"choose":"a"}"#,
    r#"{"choose":"room"}"#,
    r#"{"choose":"b"}"#,
    r#"{"choose":"d"}"#,
    r#"{"wait":true}"#,
    r#"{"choose":"a"}"#,
];

#[test]
fn a_story_with_all_its_parts_is_driven() {
    let fill = r#"{"fill":["hours","nobody","bus","herself","rung","desk"]}"#;
    let messages = drive_example(&[&TO_THE_SHEET[..], &[fill]].concat());
    let beats = of_type(&messages, "beat");
    assert_eq!(beats.len(), 9);
    assert_eq!(beats[0]["asks_aim"], true);
    assert_eq!(beats[0]["act"], "Her call");
    assert_eq!(beats[0]["clock"], serde_json::json!({"day": 1, "time": "12:12"}));
    assert_eq!(beats[0]["own_gauges"], serde_json::json!({"wait": 5}));
    assert!(beats[1]["voice"].as_str().unwrap().starts_with("Twelve past"));
    assert!(beats[2].get("voice").is_none() && beats[2].get("seconds").is_none());
    assert!(beats[2].get("asks_aim").is_none());
    let near = beats[7];
    assert_eq!((&near["beat"], &near["seconds"]), (&"near".into(), &20.into()));
    let promise =
        serde_json::json!([{"id": "ring", "state": "kept", "due": {"day": 1, "time": "12:25"}}]);
    assert_eq!(near["promises"], promise);
    let sheet = of_type(&messages, "sheet")[0];
    assert_eq!(sheet["entries"].as_array().unwrap().len(), 11);
    assert_eq!((&sheet["promises"], &sheet["act"]), (&promise, &"Afterwards".into()));
    let end = messages.last().unwrap();
    assert_eq!(end["ending"], "E5");
    let verdicts = end["sheet"].as_array().unwrap();
    assert!(
        verdicts.iter().all(|entry| entry["verdict"] == "right" || entry["verdict"] == "left-out")
    );
}

#[test]
fn what_cannot_be_done_now_says_so() {
    let says = |before: &[&str], line: &str| {
        let messages = drive_example(&[before, &[line]].concat());
        let error = messages.last().unwrap();
        assert_eq!(error["type"], "error");
        error["message"].as_str().unwrap().to_owned()
    };
    let at_sheet = &TO_THE_SHEET[..];
    assert!(says(&[], r#"{"wait":true}"#).contains("for ever"));
    assert!(says(&[], r#"{"fill":["hours"]}"#).contains("no such entry"));
    assert!(says(&TO_THE_SHEET[..2], r#"{"choose":"enough"}"#).contains("cannot be said yet"));
    assert!(says(at_sheet, r#"{"choose":"a"}"#).contains("sheet is to be filled"));
    assert!(says(at_sheet, r#"{"wait":true}"#).contains("sheet is to be filled"));
    assert!(says(at_sheet, r#"{"fill":["lunch"]}"#).contains("no entry \"lunch\""));
    assert!(says(&[], "{}").contains("{\"fill\":[ID]}"));
}

fn page() -> String {
    std::fs::read_to_string("docs/wire.md").unwrap()
}

/// The JSON of the page's blocks, an object a line.
fn examples(page: &str) -> Vec<Value> {
    let blocks = page.split("\n```json\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.flat_map(str::lines).map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// The fields of every type of this file that is read or written as JSON, and the variants of those that are tagged.
fn of_types(file: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let code = std::fs::read_to_string(file).unwrap();
    let (mut fields, mut types) = (BTreeSet::new(), BTreeSet::new());
    for part in code.split("#[derive(Debug, ").skip(1).filter(|part| part.contains("ialize)]")) {
        let part = part.split("\n}").next().unwrap();
        let tagged = part.contains("serde(tag");
        let mut flat = false;
        for line in part.lines().map(str::trim) {
            let line = line.strip_prefix("pub(super) ").unwrap_or(line);
            let name = |end: &str| line.split_once(end).map(|(name, _)| name.to_owned());
            match (name(" {"), name(": ")) {
                (Some(variant), _) if tagged && !line.contains("enum") => {
                    types.insert(variant.to_lowercase());
                }
                (None, Some(field)) if !flat && !line.starts_with(['/', '#']) => {
                    fields.insert(field);
                }
                _ => {}
            }
            flat = line.contains("serde(flatten)");
        }
    }
    (fields, types)
}

#[test]
fn every_message_and_field_is_in_the_document() {
    let (fields, types) = of_types("src/cli/wire.rs");
    for known in ["own_gauges", "why", "fill", "verdict", "perspective"] {
        assert!(fields.contains(known), "{known} is a field, and was not found: {fields:?}");
    }
    assert!(!fields.contains("story"), "what is flattened has no name of its own");
    assert_eq!(
        types,
        BTreeSet::from(["beat", "reply", "sheet", "end", "error"].map(str::to_owned))
    );
    let page = page();
    let written: Vec<String> = examples(&page).iter().map(Value::to_string).collect();
    let missing = |key: &String| !written.iter().any(|example| example.contains(key.as_str()));
    let types = types.iter().map(|kind| format!("\"type\":\"{kind}\""));
    let fields = fields.iter().map(|field| format!("\"{field}\":"));
    let missing: Vec<String> = types.chain(fields).filter(missing).collect();
    assert!(missing.is_empty(), "not in docs/wire.md: {missing:?}");
}

#[test]
fn every_code_of_the_wire_is_in_the_document() {
    let faults = [SheetFault::Invented, SheetFault::Label, SheetFault::Leak].map(Verdict::Wrong);
    let verdicts = [Verdict::Right, Verdict::Missed, Verdict::LeftOut].into_iter().chain(faults);
    let states =
        [PromiseState::Open, PromiseState::Vague, PromiseState::Kept, PromiseState::Broken];
    let codes = Section::ALL
        .map(Section::code)
        .into_iter()
        .chain(states.map(PromiseState::code))
        .chain(verdicts.map(Verdict::code));
    let page = page();
    let missing: Vec<&str> = codes.filter(|code| !page.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "not in docs/wire.md: {missing:?}");
}

#[test]
fn every_field_of_an_analysis_and_a_reading_is_in_the_document() {
    let (mut fields, _) = of_types("src/cli/analyze/report/mod.rs");
    fields.extend(of_types("src/cli/blind.rs").0);
    for known in ["points_of_no_return", "interval95", "bar_percent"] {
        assert!(fields.contains(known), "{known} is a field, and was not found: {fields:?}");
    }
    let page = page();
    let named = |field: &&String| {
        page.contains(&format!("`{field}`")) || page.contains(&format!("\"{field}\":"))
    };
    let missing: Vec<&String> = fields.iter().filter(|field| !named(field)).collect();
    assert!(missing.is_empty(), "not in docs/wire.md: {missing:?}");
}
