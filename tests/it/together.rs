//! `kikitori check` over a library: from four large scenarios on they are also judged together, in every format.

use std::fs;
use std::path::{Path, PathBuf};

use kikitori::check::SCENARIOS_MIN;
use kikitori::diagnostic::Rule;
use serde_json::{Value, json};

use crate::program::{Run, kikitori};
use crate::report::assert_whole;
use crate::test_wiseness::kinder;

const SHELVES: &str = include_str!("../libraries/shelves.ron");

/// Scenarios whose replies tell nothing, each with other things on its shelves, in a folder below the project's.
fn folder(name: &str, count: usize, change: impl Fn(usize, String) -> String) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (number, letter) in ('a'..).take(count).enumerate() {
        let text = SHELVES.replace("id: \"shelves\"", &format!("id: \"shelves-{letter}\""));
        // Nobody reads these blind.
        let text = text.replace("accepts: {", "accepts: { \"K901\": \"Only counted.\",");
        let text = text.replace(" belongs", &format!("{letter} belongs"));
        fs::write(folder.join(format!("shelves-{letter}.ron")), change(number, text)).unwrap();
    }
    folder
}

/// In the text of a scenario, every key is sorry and nobody else.
fn sorry(text: &str) -> String {
    let mut key = false;
    let mut change = |line: &str| {
        let said = std::mem::replace(&mut key, line.contains("P1: 1,"));
        if said { line.replace(".\",", ". Sorry.\",") } else { line.to_owned() }
    };
    text.lines().map(|line| change(line) + "\n").collect()
}

fn check(folder: &Path, more: &[&str]) -> Run {
    kikitori(&[&["check", folder.to_str().unwrap()], more].concat())
}

fn document(folder: &Path, format: &str) -> Value {
    let run = check(folder, &["--format", format]);
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"))
}

fn is_of_libraries(code: &Value) -> bool {
    Rule::find(code.as_str().unwrap()).unwrap().is_of_libraries()
}

#[test]
fn what_a_library_gives_away_is_found_after_its_files() {
    let folder = folder("library-sorry", SCENARIOS_MIN, |_, text| sorry(&text));
    for (lang, says, judged) in [
        ("en", "Over all scenarios in English, counting sentences", "4 scenarios were also judged"),
        ("ja", "全シナリオを通して、英語では、文の数が", "4 本のシナリオは、まとめても調べました"),
    ] {
        let run = check(&folder, &["--lang", lang]);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        let (of_files, together) = run.stdout.split_once("[K712]").unwrap();
        assert!(of_files.contains("[K702]") && !together.contains("[K70"), "{}", run.stdout);
        assert!(together.contains(says) && together.contains(judged), "{together}");
        // The bar, and the five choices that weigh most.
        let weigh =
            "shelves-a: b1/a, shelves-a: b2/b, shelves-a: b3/c, shelves-a: b4/d, shelves-a: b5/a";
        assert!(together.contains("r = +1.000") && together.contains("0.150"), "{together}");
        assert!(together.contains(weigh), "{together}");
        // It points at the first of them.
        let line = sorry(SHELVES).lines().position(|line| line.contains("red parcel")).unwrap() + 1;
        let place = format!("shelves-a.ron:{line}:");
        assert!(together.lines().nth(1).unwrap().contains(&place), "{place} {together}");
    }
}

#[test]
fn json_has_what_was_found_together_beside_the_files() {
    let folder = folder("library-json", SCENARIOS_MIN, |_, text| sorry(&text));
    let document = document(&folder, "json");
    let together = &document["together"];
    assert_eq!(together["scenarios"], SCENARIOS_MIN);
    let found = together["findings"].as_array().unwrap();
    let codes: Vec<&Value> = found.iter().map(|finding| &finding["code"]).collect();
    assert!(codes.contains(&&json!("K712")) && codes.contains(&&json!("K714")), "{codes:?}");
    for finding in found {
        assert!(is_of_libraries(&finding["code"]), "{finding}");
        let line = usize::try_from(finding["line"].as_u64().unwrap()).unwrap();
        let text = fs::read_to_string(finding["file"].as_str().unwrap()).unwrap();
        let first = finding["hint"].as_str().unwrap().split("shelves-").nth(1).unwrap();
        let choice = first.split('/').nth(1).unwrap().chars().next().unwrap();
        // The id stands in the line above the words.
        let above = text.lines().nth(line - 2).unwrap();
        assert!(above.contains(&format!("id: \"{choice}\"")), "{finding}: {above}");
    }
    let of_files = document["files"].as_array().unwrap();
    let mut in_files = of_files.iter().flat_map(|file| file["findings"].as_array().unwrap());
    assert!(!in_files.any(|finding| is_of_libraries(&finding["code"])), "{document}");
}

/// What is wrong with a difficulty is found where it is named.
#[test]
fn a_difficulty_is_pointed_at() {
    let folder = folder("library-difficulty", SCENARIOS_MIN, |number, text| {
        let text = text.replace("difficulty: 1,", &format!("difficulty: {},", number + 1));
        kinder(&text, number)
    });
    let document = document(&folder, "json");
    let findings = document["together"]["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["code"] == "K719").unwrap();
    let line = SHELVES.lines().position(|line| line.contains("difficulty: 1")).unwrap() + 1;
    assert_eq!(finding["line"], line, "{finding}");
    assert!(finding["file"].as_str().unwrap().ends_with("shelves-a.ron"), "{finding}");
    assert!(finding["message"].as_str().unwrap().contains("ρ = -1.000"), "{finding}");
}

#[test]
fn sarif_has_what_was_found_together_with_a_place() {
    let folder = folder("library-sarif", SCENARIOS_MIN, |_, text| sorry(&text));
    let log = document(&folder, "sarif");
    let (_, results) = assert_whole(&log);
    let found = results.iter().filter(|result| is_of_libraries(&result["ruleId"]));
    let places: Vec<&Value> = found
        .map(|result| &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        .collect();
    assert!(places.len() > 2, "{results:?}");
    assert!(
        places.iter().all(|uri| uri.as_str().unwrap().ends_with("shelves-a.ron")),
        "{places:?}"
    );
}

#[test]
fn a_library_in_order_is_clean_and_said_to_be_judged() {
    let folder = folder("library-clean", SCENARIOS_MIN, |_, text| text);
    let run = check(&folder, &[]);
    let said = "4 files checked: nothing to mend.\n4 scenarios were also judged together.\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, said), "{run:?}");
    assert_eq!(document(&folder, "json")["together"], json!({"scenarios": 4, "findings": []}));
}

#[test]
fn of_few_scenarios_nothing_more_is_said() {
    let few = folder("library-few", SCENARIOS_MIN - 1, |_, text| sorry(&text));
    // Four files, and one scenario: the last of them.
    let copies = folder("library-copies", SCENARIOS_MIN, |number, text| {
        let letter = char::from(b"abcd"[number]);
        sorry(&text).replace(&format!("\"shelves-{letter}\""), "\"shelves\"")
    });
    // Three large scenarios and many small ones.
    let small = folder("library-small", SCENARIOS_MIN - 1, |_, text| sorry(&text));
    let tiny = fs::read_to_string("tests/scenarios/tiny.ron").unwrap();
    for number in 0..SCENARIOS_MIN {
        let copy = tiny.replacen("id: \"tiny\"", &format!("id: \"tiny-{number}\""), 1);
        fs::write(small.join(format!("tiny-{number}.ron")), copy).unwrap();
    }
    for folder in [few, copies, small] {
        let run = check(&folder, &[]);
        assert!(run.code == 1 && !run.stdout.contains("together"), "{run:?}");
        assert!(!run.stdout.contains("[K71"), "{run:?}");
        assert_eq!(document(&folder, "json").get("together"), None);
    }
}

/// A finding is accepted in the file that it points to; in another there is nothing to accept.
#[test]
fn what_is_found_together_is_accepted_where_it_is_found() {
    let folder = folder("library-accepts", SCENARIOS_MIN, |number, text| {
        let accepts = |code: &str| format!("accepts: {{ \"{code}\": \"It is theirs.\",");
        let code = ["K712", "K714", "", ""][number];
        let text = sorry(&text);
        if code.is_empty() { text } else { text.replacen("accepts: {", &accepts(code), 1) }
    });
    let document = document(&folder, "json");
    let found = document["together"]["findings"].as_array().unwrap();
    let of = |code: &str| -> Vec<&str> {
        let named = found.iter().filter(|finding| finding["code"] == code);
        named.map(|finding| finding["file"].as_str().unwrap()).collect()
    };
    assert!(of("K712").is_empty(), "{found:?}");
    // This one is found in the first file, and the second accepts it.
    assert!(!of("K714").is_empty(), "{found:?}");
    let needless = of("K113");
    assert_eq!(needless.len(), 1, "{found:?}");
    assert!(needless[0].ends_with("shelves-b.ron"), "{needless:?}");
}
