//! The story as a scenario of kikitori.

use std::fmt::Write;

use super::{Beat, CUE, Choice, Story, Test, Variable};

impl Story {
    /// A file that `kikitori check` has nothing to say about.
    pub fn ron(&self) -> String {
        let last = if self.shape.typed { LAST_TYPED } else { LAST };
        let mut text = String::from(HEAD);
        for (at, beat) in self.beats.iter().enumerate() {
            write_beat(&mut text, at, beat, last).expect("a text takes everything");
        }
        text.push_str(FOOT);
        text
    }
}

const HEAD: &str = r#"(
    id: "made-by-rule",
    languages: [Ja],
    title: "規則で作った話",
    summary: "測るために作った話です。",
    channel: Phone,
    difficulty: 1,
    minutes: 15,
    skills: [Perspective],
    speakers: { "customer": (role: Customer, name: "岡さん") },
    briefing: (
        you: "あなたは電話の受付です。",
        situation: "電話が入りました。",
        rules: { "refund": "電話での返金はできない。" },
        known: { "left": "荷物は月曜に出ている。" },
    ),
    start: (anger: 5, trust: 3),
    gauges: { "hope": (name: "望み", start: 4) },
    opens_at: "b0",
    beats: {
"#;

const FOOT: &str = r#"    },
    endings: {
        "parted": (outcome: Left, title: "別れ", text: "電話は切れた。"),
        "heard": (outcome: Resolved, title: "聞けた", text: "話の続きが聞けた。"),
    },
)
"#;

/// The last choices lead to the better ending where all is well.
const LAST: &str = r#"[(when: [Anger(max: 4), Trust(min: 6), Gauge("hope", min: 5)], to: "heard"), (to: "parted")]"#;
const LAST_TYPED: &str = r#"[(when: [Anger(max: 4), Trust(min: 6)], to: "heard"), (to: "parted")]"#;

fn write_beat(text: &mut String, at: usize, beat: &Beat, last: &str) -> std::fmt::Result {
    writeln!(text, "        \"b{at}\": (")?;
    writeln!(text, "            title: \"場面{at}\",")?;
    let when: Vec<String> = beat.when.iter().map(|test| condition(*test)).collect();
    writeln!(text, "            lines: [(say: [")?;
    writeln!(text, "                (when: [{}], ja: \"{}\"),", when.join(", "), beat.lines[0])?;
    writeln!(text, "                (ja: \"{}\"),", beat.lines[1])?;
    writeln!(text, "            ])],")?;
    writeln!(text, "            cues: [Line(\"{CUE}\")],")?;
    writeln!(text, "            rates: [P1, P4],")?;
    writeln!(text, "            key: \"c{}\",", beat.key)?;
    writeln!(text, "            choices: [")?;
    for (place, choice) in beat.choices.iter().enumerate() {
        write_choice(text, place, choice, (place == beat.key, last))?;
    }
    writeln!(text, "            ],\n        ),")
}

fn write_choice(
    text: &mut String,
    place: usize,
    choice: &Choice,
    (key, last): (bool, &str),
) -> std::fmt::Result {
    writeln!(text, "                (")?;
    writeln!(text, "                    id: \"c{place}\",")?;
    writeln!(text, "                    say: \"{}\",", choice.say)?;
    if choice.reply.is_empty() {
        writeln!(text, "                    reply: [],")?;
    } else {
        writeln!(text, "                    reply: \"{}\",", choice.reply)?;
    }
    let (first, second) = if key { ("1", "0.5") } else { ("-0.5", "0") };
    writeln!(text, "                    ratings: (P1: {first}, P4: {second}),")?;
    let effects: Vec<String> = choice.moves.iter().map(|(which, by)| effect(*which, *by)).collect();
    writeln!(text, "                    effects: [{}],", effects.join(", "))?;
    match choice.to {
        Some(to) => writeln!(text, "                    next: [(to: \"b{to}\")],")?,
        None => writeln!(text, "                    next: {last},")?,
    }
    writeln!(text, "                    feedback: \"相手の言葉をそのまま返しました。\",")?;
    writeln!(text, "                    best_when: \"まだ間に合う時\",")?;
    writeln!(text, "                ),")
}

fn condition(test: Test) -> String {
    let (variable, limit) = match test {
        Test::Min(variable, least) => (variable, format!("min: {least}")),
        Test::Max(variable, most) => (variable, format!("max: {most}")),
    };
    match variable {
        Variable::Anger => format!("Anger({limit})"),
        Variable::Trust => format!("Trust({limit})"),
        Variable::Hope => format!("Gauge(\"hope\", {limit})"),
    }
}

fn effect(variable: Variable, by: i8) -> String {
    match variable {
        Variable::Anger => format!("Anger({by})"),
        Variable::Trust => format!("Trust({by})"),
        Variable::Hope => format!("Gauge(\"hope\", {by})"),
    }
}
