//! Where there are too many situations to visit, talks are drawn, and everything says so: budget, seed, intervals.

use std::fs;
use std::path::{Path, PathBuf};

use kikitori::check::check;
use kikitori::diagnostic::Rule;
use kikitori::lang::Lang;
use serde_json::{Map, Value, json};

use crate::program::kikitori;
use crate::small::{beat, key, other, parts, plain, written};

const SKILLS: [&str; 3] = ["perspective", "ownership", "calm"];

/// So many flags that are all asked for at the end make twice as many situations with each.
const FLAGS: usize = 20;

fn analyzed(args: &[&str]) -> Value {
    let run = kikitori(&[&["analyze", "--json"], args].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// A scenario of a million situations, in a file of the test's own.
fn large(name: &str) -> PathBuf {
    let flag = |at: usize| format!("\"f{at}\"");
    let all = |of: &dyn Fn(usize) -> String| (0..FLAGS).map(of).collect::<Vec<_>>().join(", ");
    let last = format!(
        r#"[(when: [{}], to: "best"), (when: Is("f0"), to: "half"), {} "none"]"#,
        all(&|at| format!("Is({})", flag(at))),
        (1..FLAGS)
            .step_by(3)
            .map(|at| format!(r#"(when: Is({}), to: "half"),"#, flag(at)))
            .collect::<String>(),
    );
    let one = |at: usize| {
        let next = if at + 1 == FLAGS { last.clone() } else { format!("\"b{}\"", at + 1) };
        let set = format!("effects: [Set({})]", flag(at));
        beat(&format!("b{at}"), &format!("next: {next}"), &[key("k", &set), other("o", "")])
    };
    let beats: Vec<String> = (0..FLAGS).map(one).collect();
    let text = written(&parts(
        "b0",
        &format!("flags: [{}],", all(&flag)),
        &beats,
        &["none", "half", "best"],
    ));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

/// Whether an exact value lies in an interval, and whether it lies near it: within its width on either side.
fn held(interval: &Value, exact: f64) -> (bool, bool) {
    let [low, high] = [0, 1].map(|end| interval[end].as_f64().unwrap());
    let width = high - low;
    (low <= exact && exact <= high, low - width <= exact && exact <= high + width)
}

/// Every figure of a policy that was sampled, beside what it is.
fn figures<'v>(sampled: &'v Value, exact: &Value) -> Vec<(&'v Value, f64)> {
    let scores =
        SKILLS.map(|skill| (&sampled[skill]["interval95"], exact[skill]["mean"].as_f64().unwrap()));
    let endings = sampled["endings_interval95"].as_object().unwrap();
    let share = |id: &String| exact["endings"][id].as_f64().unwrap();
    scores.into_iter().chain(endings.iter().map(|(id, interval)| (interval, share(id)))).collect()
}

fn policies(analysis: &Value) -> &Map<String, Value> {
    analysis["policies"].as_object().unwrap()
}

#[test]
fn intervals_hold_what_is_exact() {
    let exact = analyzed(&["last-day-sweets"]);
    let sampled = analyzed(&["last-day-sweets", "--budget", "100"]);
    assert_eq!((&exact["exact"], exact.get("sample")), (&json!(true), None));
    let sample = json!({"seed": 20, "talks": 20_000, "budget": 100, "budget_of": "situations", "budget_passed": true});
    assert_eq!((&sampled["exact"], &sampled["sample"]), (&json!(false), &sample));
    let (mut holds, mut all) = (0, 0);
    for (name, policy) in policies(&sampled) {
        let exactly = &policies(&exact)[name];
        if policy.get("endings_interval95").is_none() {
            // All its talks are alike, so that one is enough.
            for skill in SKILLS {
                assert_eq!(policy[skill], exactly[skill], "{name}");
            }
            assert_eq!(policy["endings"], exactly["endings"], "{name}");
            continue;
        }
        for (interval, value) in figures(policy, exactly) {
            let (within, near) = held(interval, value);
            assert!(near, "{name}: {interval} is far from {value}");
            holds += usize::from(within);
            all += 1;
        }
    }
    // Three kinds of trainee draw: three skills and six endings each. One interval in twenty may miss.
    assert!(all == 27 && holds >= 25, "{holds} of {all}");
    for (id, ending) in sampled["endings"].as_object().unwrap() {
        let of_random = &policies(&sampled)["random"]["endings_interval95"][id];
        assert_eq!((&ending["reachable"], &ending["interval95"]), (&json!(true), of_random));
    }
}

/// Its 3,098 situations are within this budget; the talks that differ in them are not.
#[test]
fn where_talks_are_too_many_they_are_drawn() {
    let analysis = analyzed(&["last-day-sweets", "--budget", "3100"]);
    let sample = json!({"seed": 20, "talks": 20_000, "budget": 74_400, "budget_of": "talks", "budget_passed": true});
    assert_eq!(analysis["sample"], sample);
    let run = kikitori(&["analyze", "last-day-sweets", "--budget", "3100", "--lang", "en"]);
    assert!(run.stdout.contains("More than 74400 talks would have to be told apart"), "{run:?}");
}

#[test]
fn a_large_scenario_is_sampled() {
    let path = large("sampled.ron");
    let analysis = analyzed(&[path.to_str().unwrap()]);
    let sample = json!({"seed": 20, "talks": 20_000, "budget": 250_000, "budget_of": "situations", "budget_passed": true});
    assert_eq!(analysis["sample"], sample);
    // Every flag is set as often as not: these figures are known without visiting anything.
    let none = 0.5_f64.powi(8);
    let best = 0.5_f64.powi(20);
    let ending = |id: &str| &analysis["endings"][id];
    for (id, share) in [("none", none), ("best", best), ("half", 1.0 - none - best)] {
        assert!(held(&ending(id)["interval95"], share).0, "{id}: {} {share}", ending(id));
        assert_eq!(ending(id)["reachable"], true, "{id}");
    }
    let policies = policies(&analysis);
    for skill in SKILLS {
        assert!(held(&policies["random"][skill]["interval95"], 50.0).0, "{policies:?}");
    }
    let certain = policies.iter().filter(|(_, policy)| policy["calm"].get("interval95").is_none());
    let certain: Vec<&String> = certain.map(|(name, _)| name).collect();
    assert_eq!(certain, ["best-distractor", "reference", "worst"]);
    assert_eq!(policies["reference"]["endings"]["best"], 1.0);
}

#[test]
fn a_person_is_told_what_is_estimated() {
    let path = large("told.ron");
    for (lang, said) in [
        (
            "en",
            [
                "more situations than the budget of 1000:",
                "20000 talks",
                "(seed 20)",
                "reached in these talks",
            ],
        ),
        (
            "ja",
            [
                "局面が上限の 1000 を超えます",
                "20000 回",
                "シード 20",
                "引いた対話の中で行き着きました",
            ],
        ),
    ] {
        let run =
            kikitori(&["analyze", path.to_str().unwrap(), "--budget", "1000", "--lang", lang]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
        for part in said {
            assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
        }
        let random = run.stdout.lines().find(|line| line.starts_with("  random")).unwrap();
        assert_eq!(random.matches('(').count(), 3, "{random}");
        let keys = run.stdout.lines().find(|line| line.starts_with("  reference")).unwrap();
        assert!(keys.contains("100.00") && !keys.contains('('), "{keys}");
    }
    let refused = kikitori(&["analyze", path.to_str().unwrap(), "--budget", "1000001"]);
    assert!(refused.code == 2 && refused.stderr.contains("from 0 to 1000000"), "{refused:?}");
}

#[test]
fn a_check_says_that_it_could_not_visit_everything() {
    let path = large("checked.ron");
    let run = kikitori(&["check", path.to_str().unwrap()]);
    let said = "The talk can come to more than 250000 situations, so K801 to K813 are not judged";
    let count = |part: &str| run.stdout.matches(part).count();
    assert_eq!((run.code, count("[K8"), count(said)), (1, 1, 1), "{run:?}");
}

/// Eight beats, and a sheet with more entries that matter than can be tried.
fn with_a_large_sheet(declared: &str) -> String {
    let all = |of: &dyn Fn(usize) -> String| (0..11).map(of).collect::<String>();
    let entries =
        all(&|at| format!(r#""e{at}": (section: Happened, text: WORDS, right: Always),"#));
    let noted = all(&|at| format!(r#"Noted("e{at}"),"#));
    let next = format!(r#"[(when: [{noted}], to: "best"), "none"]"#);
    let declared = format!("{declared} sheet: (entries: {{ {entries} }}, next: {next}),");
    let next = |at: usize| if at == 7 { "Sheet".to_owned() } else { format!("\"b{}\"", at + 1) };
    let beats: Vec<String> = (0..8).map(|at| plain(&format!("b{at}"), &next(at))).collect();
    written(&parts("b0", &declared, &beats, &["none", "best"]))
}

#[test]
fn a_sheet_that_is_too_large_is_said_to_be() {
    let findings = check(&with_a_large_sheet(""));
    let finding = findings.iter().find(|finding| finding.rule == Rule::TooManySituations).unwrap();
    for (lang, said) in
        [(Lang::En, "filled in too many ways"), (Lang::Ja, "申し送りの書き方が多すぎて")]
    {
        assert!(finding.message(lang).contains(said), "{}", finding.message(lang));
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheet.ron");
    fs::write(&path, with_a_large_sheet("")).unwrap();
    let sample =
        json!({"seed": 20, "talks": 20_000, "budget_of": "fillings", "budget_passed": false});
    assert_eq!(analyzed(&[path.to_str().unwrap()])["sample"], sample);
}

/// Where the bars are not judged, nobody can say that a warning is accepted in vain.
#[test]
fn what_is_not_judged_may_be_accepted() {
    let found = |declared: &str| -> Vec<Rule> {
        let findings = check(&with_a_large_sheet(declared));
        let rules = findings.iter().map(|finding| finding.rule);
        rules
            .filter(|rule| [Rule::TooManySituations, Rule::AcceptsNothing].contains(rule))
            .collect()
    };
    assert_eq!(found(r#"accepts: { "K803": WORDS },"#), [Rule::TooManySituations]);
    assert_eq!(found(r#"accepts: { "K814": WORDS, "K803": WORDS },"#), []);
}
