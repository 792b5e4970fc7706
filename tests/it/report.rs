//! `kikitori check --format`: the same findings for programs and for code hosts.

use std::fs;
use std::path::{Path, PathBuf};

use kikitori::diagnostic::Rule;
use serde_json::{Value, json};

use crate::program::{Run, kikitori};

fn check(format: &str, more: &[&str]) -> (Run, Value) {
    let run = kikitori(&[&["check", "--format", format], more].concat());
    let document = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"));
    (run, document)
}

/// A scenario with an unknown field after Japanese on the same line, in a file whose name is not plain.
/// It lies below the project's folder, so that its path is relative.
fn awkward(folder: &str) -> (PathBuf, usize, usize) {
    let tiny = fs::read_to_string("tests/scenarios/tiny.ron").unwrap();
    let text = tiny.replace("誕生日の品だった。\"),", "誕生日の品だった。\"), hm: 1,");
    let (number, line) = text.lines().enumerate().find(|(_, line)| line.contains("hm: 1")).unwrap();
    let byte = line.find("hm: 1").unwrap();
    let column = line[..byte].chars().count() + 1;
    assert!(column < byte, "columns are not bytes");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("遅れた 荷物#100%.ron");
    fs::write(&path, &text).unwrap();
    let below = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).map(Path::to_owned);
    (below.unwrap_or(path), number + 1, column)
}

#[test]
fn text_is_what_is_printed_unless_something_else_is_asked_for() {
    let file = "tests/check/K404-key-not-best.ron";
    let plain = kikitori(&["check", file]);
    assert_eq!(plain.stdout, kikitori(&["check", file, "--format", "text"]).stdout);
    assert!(plain.stdout.ends_with("`kikitori explain CODE` says why a finding matters.\n"));
    assert_eq!(kikitori(&["check", file, "--format", "xml"]).code, 2);
}

#[test]
fn every_format_has_the_same_exit_statuses() {
    for format in ["text", "json", "sarif"] {
        let code = |path| kikitori(&["check", "--format", format, path]).code;
        assert_eq!(code("tests/scenarios"), 0, "{format}");
        assert_eq!(code("tests/check/K404-key-not-best.ron"), 1, "{format}");
        let run = kikitori(&["check", "--format", format, "no/such"]);
        assert_eq!((run.code, run.stderr.lines().count()), (2, 1), "{format}: {run:?}");
    }
}

#[test]
fn json_has_every_finding_with_its_place() {
    let (_, document) = check(
        "json",
        &["tests/check/K404-key-not-best.ron", "tests/scenarios", "assets/new-scenario.ron"],
    );
    let files = document["files"].as_array().unwrap();
    assert!(files.len() > 2 && files[1]["findings"] == json!([]), "{document}");
    assert_eq!(document["not_checked"], json!([]));
    let file = "tests/check/K404-key-not-best.ron";
    assert_eq!(
        files[0],
        json!({
            "file": file,
            "findings": [{
                "code": "K404",
                "name": "key-not-best",
                "severity": "warning",
                "message": "The key \"trace\" is not the best reply: \"ask\" is rated higher",
                "hint": "Rate them again, or make the better one the key.",
                "file": file,
                "line": 31, "column": 18, "end_line": 31, "end_column": 25,
                "also": {
                    "message": "rated higher",
                    "line": 33, "column": 17, "end_line": 34, "end_column": 30,
                },
            }],
        })
    );
}

#[test]
fn json_counts_columns_in_characters_and_speaks_japanese() {
    let (path, line, column) = awkward("json");
    let (run, document) = check("json", &["--lang", "ja", path.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    let finding = &document["files"][0]["findings"][0];
    assert_eq!(
        (&finding["line"], &finding["column"], &finding["end_line"], &finding["end_column"]),
        (&json!(line), &json!(column), &json!(line), &json!(column + 2)),
    );
    assert_eq!(finding["message"], "事情（fact）に「hm」という項目はありません");
    assert_eq!(finding["also"], Value::Null);
}

#[test]
fn json_names_what_could_not_be_checked() {
    let (run, document) = check("json", &["no/such", "tests/check/K001-not-text.ron"]);
    assert_eq!(run.code, 2);
    assert_eq!(document["files"][0]["findings"][0]["code"], "K001");
    let missed = &document["not_checked"][0];
    assert_eq!(missed["file"], "no/such");
    assert!(missed["message"].as_str().unwrap().starts_with("no/such cannot be read: "));
}

/// What SARIF 2.1.0 requires of a log, as far as ours goes.
pub(crate) fn assert_whole(log: &Value) -> (&[Value], &[Value]) {
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("/sarif-schema-2.1.0.json"));
    assert_eq!(log["runs"].as_array().unwrap().len(), 1);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(
        (&driver["name"], &driver["version"]),
        (&json!("kikitori"), &json!(env!("CARGO_PKG_VERSION")))
    );
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Rule::ALL.len());
    for (rule, written) in Rule::ALL.iter().zip(rules) {
        assert_eq!((&written["id"], &written["name"]), (&json!(rule.code()), &json!(rule.name())));
        assert_eq!(written["defaultConfiguration"]["level"], rule.severity().code());
        for part in ["shortDescription", "fullDescription", "help"] {
            assert!(!written[part]["text"].as_str().unwrap().is_empty(), "{written}");
        }
        assert!(written["help"]["markdown"].as_str().unwrap().contains("```ron"));
        assert_eq!(written["helpUri"], Value::Null);
    }
    assert!(run["invocations"][0]["executionSuccessful"].is_boolean());
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(result["ruleId"], rules[index]["id"]);
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for location in result["locations"].as_array().unwrap().iter().chain(related) {
            let place = &location["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.is_ascii() && !uri.contains([' ', '#', '\\']), "{uri}");
            let number = |name: &str| place["region"][name].as_u64().unwrap();
            assert!(number("startLine") >= 1 && number("startColumn") >= 1, "{place}");
            let (start, end) = (
                (number("startLine"), number("startColumn")),
                (number("endLine"), number("endColumn")),
            );
            assert!(start <= end, "{place}");
        }
    }
    (rules, results)
}

#[test]
fn sarif_is_whole_for_every_rule_in_both_languages() {
    for lang in ["en", "ja"] {
        let (run, log) = check("sarif", &["--lang", lang, "tests/check"]);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        let (_, results) = assert_whole(&log);
        assert_eq!(log["runs"][0]["language"], lang);
        let found: Vec<_> =
            results.iter().map(|result| result["ruleId"].as_str().unwrap()).collect();
        // A file too large to read is made while testing, in `cli.rs`; bars are broken on whole scenarios, in `bars.rs`;
        // and what is said of libraries has no place in a file.
        let whole = |rule: &Rule| rule.code().starts_with("K8") || rule.code().starts_with("K9");
        let in_files = |rule: &&Rule| !whole(rule) && !rule.is_of_libraries();
        let rules = Rule::ALL.iter().filter(in_files);
        let silent = rules.map(|rule| rule.code()).filter(|code| !found.contains(code));
        assert_eq!(silent.collect::<Vec<_>>(), ["K002"]);
    }
}

#[test]
fn sarif_of_clean_files_has_an_empty_list_of_results() {
    let (run, log) = check("sarif", &["tests/scenarios"]);
    assert_eq!(run.code, 0);
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn sarif_has_encoded_paths_and_columns_in_characters() {
    let (path, line, column) = awkward("sarif");
    let (_, log) = check("sarif", &[path.to_str().unwrap()]);
    let (_, results) = assert_whole(&log);
    let place = &results[0]["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    let name = "%E9%81%85%E3%82%8C%E3%81%9F%20%E8%8D%B7%E7%89%A9%23100%25.ron";
    assert!(uri.ends_with(&format!("/{name}")), "{uri}");
    assert_eq!(uri.starts_with("file:///"), path.is_absolute(), "{uri}");
    assert_eq!(
        place["region"],
        json!({
            "startLine": line, "startColumn": column,
            "endLine": line, "endColumn": column + 2,
        })
    );
    let said = results[0]["message"]["text"].as_str().unwrap();
    assert!(said.starts_with("There is no field `hm` in a fact. Its fields are: "), "{said}");
}

#[test]
fn sarif_points_at_second_places_and_says_what_could_not_be_read() {
    let (run, log) = check("sarif", &["tests/check/K404-key-not-best.ron", "no/such"]);
    assert_eq!(run.code, 2);
    let (_, results) = assert_whole(&log);
    assert_eq!(results[0]["relatedLocations"][0]["message"]["text"], "rated higher");
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let said = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
    assert!(said.starts_with("no/such cannot be read"), "{said}");
}
