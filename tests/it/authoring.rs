//! The page for authors keeps its word: its examples compile together, and nothing that can be written is missing.
//!
//! A block of the page says after `ron` where it belongs: in the `file`, as a `beat` or an `ending`, in a beat
//! (`in-beat`), as a `choice`, in a choice (`in-choice`), or one a line as a `cue`, a `move`, an `effect` or a
//! `condition`. All of them go into one scenario, with a small beat around each part that needs one.

use std::collections::BTreeSet;
use std::path::Path;

use kikitori::check::check;
use kikitori::diagnostic::{LineIndex, Rule};
use kikitori::lang::Lang;
use kikitori::notation::Word;
use kikitori::rubric::Indicator;
use kikitori::scenario::{Dress, Hair, HairColor, Skin};

/// Beats that the page's moves lead to and that it does not write out.
const NOT_SHOWN: &[&str] = &["N2", "N6", "N7", "N8", "N9"];

/// What a beat needs besides what an example shows.
const BEAT: &[(&str, &str)] = &[
    ("title", "\"A part\""),
    ("lines", "\"Before anything else, will they leave today?\""),
    ("cues", "Known(\"stock\")"),
    ("rates", "[C4, P4]"),
    ("key", "\"best\""),
    ("next", "\"E6\""),
];

/// What a choice needs besides what an example shows.
const CHOICE: &[(&str, &str)] = &[
    ("id", "\"shown\""),
    ("say", "\"I don't know yet.\""),
    ("reply", "\"I see.\""),
    ("ratings", "(C4: -1, P4: 0)"),
    ("feedback", "\"It says nothing.\""),
    ("best_when", "\"nothing is known\""),
];

const BEST: &str = r#"(id: "best", say: "Tomorrow.", reply: "I see.", ratings: (C4: 1, P4: 0), feedback: "It is plain.", best_when: "here")"#;
const SILENT: &str = r#"(id: "silence", silence: true, say: "(Nothing.)", reply: "I see.", ratings: (C4: 0, P4: 0), feedback: "It is unclear.", best_when: "never")"#;

/// Findings that are of the scenario put together, not of the page: its parts are not linked up, so that there is
/// little to play, and nothing to accept.
const OF_PARTS: &[Rule] = &[Rule::UnreachableBeat, Rule::UnreachableEnding, Rule::AcceptsNothing];

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A block of RON, and where it belongs.
struct Block {
    kind: String,
    text: String,
}

/// The blocks of the page that are RON.
fn blocks() -> Vec<Block> {
    let page = read("docs/authoring.md");
    let fenced = page.split("\n```").skip(1).step_by(2);
    fenced
        .filter_map(|block| block.strip_prefix("ron"))
        .map(|block| {
            let (kind, text) = block.split_once('\n').unwrap();
            Block { kind: kind.trim().to_owned(), text: format!("{text}\n") }
        })
        .collect()
}

fn of_kind<'b>(blocks: &'b [Block], kind: &str) -> Vec<&'b str> {
    let fitting = blocks.iter().filter(|block| block.kind == kind);
    fitting.map(|block| block.text.as_str()).collect()
}

/// The examples of blocks that have one a line.
fn lines_of<'b>(blocks: &'b [Block], kind: &str) -> Vec<&'b str> {
    of_kind(blocks, kind).into_iter().flat_map(str::lines).collect()
}

/// Each field of a part that the example does not have, as it must be written.
fn rest(of: &[(&str, &str)], example: &str) -> String {
    let has = |field: &str| example.lines().any(|line| line.starts_with(&format!("{field}:")));
    let missing = of.iter().filter(|(field, _)| !has(field));
    missing.map(|(field, value)| format!("{field}: {value},\n")).collect()
}

fn choice(example: &str) -> String {
    format!("(\n{example}\n{})", rest(CHOICE, example))
}

/// A beat with this in it, and these choices beside the best one.
fn beat(id: &str, fields: &str, choices: &str) -> String {
    let silent = if fields.contains("seconds:") { SILENT } else { "" };
    let seconds = if choices.contains("silence: true") { "seconds: 20," } else { "" };
    let rest = rest(BEAT, fields);
    let choices = format!("choices: [\n{BEST},\n{choices}\n{silent}\n],");
    format!("\"{id}\": (\n{fields}\n{seconds}{rest}{choices}\n),\n")
}

fn beats(blocks: &[Block]) -> String {
    let plain = choice("");
    let other = format!("{plain},");
    let mut all: Vec<String> = of_kind(blocks, "beat").into_iter().map(str::to_owned).collect();
    all.extend(NOT_SHOWN.iter().map(|id| beat(id, "", &other)));
    let mut number = 0;
    let mut part = |fields: &str, choices: &str| {
        number += 1;
        all.push(beat(&format!("part-{number}"), fields, choices));
    };
    for fields in of_kind(blocks, "in-beat") {
        part(fields, &other);
    }
    for text in of_kind(blocks, "text") {
        part(&format!("title: {text},"), &other);
    }
    for example in of_kind(blocks, "choice") {
        part("", &format!("{other}\n{example}"));
    }
    for example in of_kind(blocks, "in-choice") {
        part("", &choice(example));
    }
    for line in lines_of(blocks, "cue") {
        part(&format!("cues: [\n{line}\n],"), &other);
    }
    for line in lines_of(blocks, "move") {
        part(&format!("mends: Before,\nnext:\n{line}\n,"), &other);
    }
    for line in lines_of(blocks, "effect") {
        part(&format!("enter: [(effects: [\n{line}\n])],"), &other);
    }
    for line in lines_of(blocks, "condition") {
        part(&format!("enter: [(when:\n{line}\n, effects: [])],"), &other);
    }
    // Where there are acts, every beat names one; the page says so only where it comes to them.
    let named = |beat: &String| {
        let act = if beat.contains("\nact:") { "" } else { "act: \"call\"," };
        beat.replacen(": (\n", &format!(": (\n{act}"), 1)
    };
    all.iter().map(named).collect()
}

/// Every example of the page in one scenario.
fn together(blocks: &[Block]) -> String {
    let file = of_kind(blocks, "file").concat();
    let endings = of_kind(blocks, "ending").concat();
    format!("(\n{file}\nbeats: {{\n{}}},\nendings: {{\n{endings}}},\n)\n", beats(blocks))
}

#[test]
fn the_examples_of_the_page_compile_together() {
    let blocks = blocks();
    let text = together(&blocks);
    let index = LineIndex::new(&text);
    // How easily keys are guessed, and what scores come to, is asked of whole scenarios.
    let of_page = |rule: Rule| rule.code() < "K7" && !OF_PARTS.contains(&rule);
    let found: Vec<String> = check(&text)
        .iter()
        .filter(|finding| of_page(finding.rule))
        .map(|finding| {
            let line = index.position(finding.span.start).line;
            let written = text.lines().nth(line - 1).unwrap();
            format!("{}: {} | {written}", finding.rule.code(), finding.message(Lang::En))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_example_says_where_it_belongs() {
    let known = [
        "file",
        "beat",
        "ending",
        "in-beat",
        "choice",
        "in-choice",
        "text",
        "cue",
        "move",
        "effect",
        "condition",
    ];
    let blocks = blocks();
    let kinds: BTreeSet<&str> = blocks.iter().map(|block| block.kind.as_str()).collect();
    assert_eq!(kinds, BTreeSet::from(known));
}

/// The Rust files that say what can be written, without their comments.
fn language() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario");
    let own = ["mod.rs", "story.rs", "look.rs", "../rubric.rs"].map(|name| folder.join(name));
    let files = crate::floors::rust_files(&folder.join("source")).into_iter().chain(own);
    let texts = files.map(|file| std::fs::read_to_string(file).unwrap());
    let code = |text: String| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    };
    texts.map(code).collect()
}

/// The names of all fields: what is taken by `need` or `may`, the languages, and the rows of `read_fields!`.
fn fields() -> BTreeSet<String> {
    let language = language();
    let tight: String = language.split_whitespace().collect();
    let taken = ["fields.need", "fields.may"].into_iter().flat_map(|how| tight.split(how).skip(1));
    let quoted = taken.filter_map(|rest| {
        let (before, rest) = rest.split_once("(\"")?;
        let direct = before.is_empty() || before.starts_with("::<");
        direct.then(|| rest.split('"').next().unwrap().to_owned())
    });
    let rows = language.lines().filter(|line| line.contains(" = need") || line.contains(" = may"));
    let rows =
        rows.filter_map(|line| line.trim().split_once(": ").map(|(name, _)| name.to_owned()));
    let languages = Lang::ALL.map(|lang| lang.code().to_owned());
    quoted.chain(rows).chain(languages).collect()
}

/// Every word without quotes that can be written.
fn words() -> BTreeSet<String> {
    let language = language();
    let quoted = language.split('"').skip(1).step_by(2).map(str::to_owned);
    let is_word = |text: &String| {
        text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.chars().all(|c| c.is_ascii_alphanumeric())
    };
    fn of<T: Word>() -> impl Iterator<Item = String> {
        T::WORDS.iter().map(|(word, _)| (*word).to_owned())
    }
    let look = of::<Hair>().chain(of::<HairColor>()).chain(of::<Skin>()).chain(of::<Dress>());
    let indicators = Indicator::ALL.iter().map(|indicator| indicator.code().to_owned());
    quoted.filter(is_word).chain(look).chain(indicators).collect()
}

#[test]
fn every_field_is_in_an_example() {
    let fields = fields();
    for known in ["languages", "say", "hair_color", "listen_for", "until", "weak_in", "ja"] {
        assert!(fields.contains(known), "{known} is a field, and was not found: {fields:?}");
    }
    assert!(fields.len() > 75, "{} {fields:?}", fields.len());
    let blocks: String = blocks().into_iter().map(|block| block.text).collect();
    // These two hold the blocks of beats and endings.
    let examples = blocks + "beats: {} endings: {}";
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let written: BTreeSet<&str> = examples
        .match_indices(':')
        .map(|(at, _)| examples[..at].rsplit(|c| !part(c)).next().unwrap())
        .collect();
    let missing: Vec<&String> =
        fields.iter().filter(|field| !written.contains(field.as_str())).collect();
    assert!(missing.is_empty(), "not in docs/authoring.md: {missing:?}");
}

#[test]
fn every_word_is_on_the_page() {
    let words = words();
    for known in ["Gauge", "Keep", "Noted", "Chance", "Before", "Always", "Leak", "Receding", "X6"]
    {
        assert!(words.contains(known), "{known} is a word, and was not found: {words:?}");
    }
    let page = read("docs/authoring.md");
    // Words are written as code, in a block or between backticks; the indicators have a table.
    let code: BTreeSet<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .chain(page.split("\n```").skip(1).step_by(2))
        .chain(page.lines().filter(|line| line.starts_with("| P")))
        .flat_map(|code| code.split(|c: char| !c.is_ascii_alphanumeric()))
        .collect();
    let missing: Vec<&String> = words.iter().filter(|word| !code.contains(word.as_str())).collect();
    assert!(missing.is_empty(), "not in docs/authoring.md: {missing:?}");
}
