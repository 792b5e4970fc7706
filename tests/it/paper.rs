//! Reports on talks: complete, the same every time, and harmless whatever is written into them.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use kikitori::assess::Reference;
use kikitori::lang::words::say_with;
use kikitori::lang::{Lang, Localized};
use kikitori::progress::{Day, Known, Practised, Progress, Run};
use kikitori::report::{About, Branch, Format, Note, OverTime, Report, progress_page, render};
use kikitori::scenario::read_and_compile;
use kikitori::session::{Action, Mode, Seed, Session};
use kikitori::store::SHIPPED;
use serde_json::Value;

/// What nobody is called, and what someone might write to do harm.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title></style><svg onload=alert(1)>",
    "=cmd|' /C calc'!A0",
    "\u{202e}gpj.exe\u{2066}\u{0}\u{1b}[31m\u{7}",
    "＝SUM(A1)\r\n,\"new\",row",
    "]](javascript:alert(1)) ![x](https://example.com/x.png)",
    "-->--><!--",
    "\u{e0041}\u{2028}\u{feff}\u{fff9}",
];

fn scenario(id: &str) -> Arc<kikitori::scenario::Scenario> {
    let (_, text) = SHIPPED.iter().find(|(name, _)| name.contains(id)).unwrap();
    Arc::new(read_and_compile(text).0.unwrap())
}

/// A talk in which always the choice at this place of the shown ones is picked, for at most so many turns.
fn talk(id: &str, pick: usize, most: usize) -> Session {
    let mut talk = Session::start(scenario(id), Seed(7));
    for at in 0..most {
        let at = u64::try_from(at).unwrap() * 9_500;
        let shown = talk.shown_choices();
        let open = shown.iter().filter(|choice| {
            let beat = talk.beat().unwrap();
            let choice = talk.scenario().choice(beat, **choice);
            kikitori::session::can_be_said(choice, talk.state())
        });
        let open: Vec<_> = open.copied().collect();
        let action = match open.get(pick % open.len().max(1)) {
            Some(choice) => Action::Choose(*choice),
            None if talk.at_sheet() => Action::Fill(kikitori::session::Entries(5)),
            None => break,
        };
        talk.handle(action, at).unwrap();
    }
    talk
}

fn about(person: &str) -> About<'_> {
    About {
        id: "17",
        person,
        mode: Mode::Practice,
        started: 1_795_586_700_000,
        ended: Some(1_795_587_360_000),
        when: "25 November 2026, 14:05",
        taken_back: 0,
        changed: false,
        branch: None,
    }
}

fn report<'a>(talk: &'a Session, person: &'a str, notes: &'a [Note<'a>]) -> Report<'a> {
    Report { about: about(person), talk, notes, reflection: Some(person) }
}

fn every(mut check: impl FnMut(&Session, Format, Lang)) {
    for (id, pick) in [("last-day-sweets", 0), ("last-day-sweets", 2), ("on-whose-terms", 1)] {
        let talk = talk(id, pick, 100);
        assert!(talk.is_over(), "{id}");
        for format in Format::ALL {
            for lang in Lang::ALL {
                check(&talk, format, lang);
            }
        }
    }
}

/// The records of RFC 4180 in a text.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        let cell = records.last_mut().unwrap().last_mut().unwrap();
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => records.last_mut().unwrap().push(String::new()),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'));
                records.push(vec![String::new()]);
            }
            c => {
                assert!(c != '\n' || quoted, "a bare line break");
                cell.push(c);
            }
        }
    }
    assert!(!quoted);
    assert_eq!(records.pop(), Some(vec![String::new()]), "the last line is ended, too");
    records
}

#[test]
fn the_same_talk_gives_the_same_bytes() {
    every(|talk, format, lang| {
        let report = report(talk, "まり", &[]);
        assert_eq!(render(&report, format, lang), render(&report, format, lang));
    });
}

#[test]
fn every_word_of_a_report_is_there() {
    every(|talk, format, lang| {
        let text = render(&report(talk, "まり", &[]), format, lang);
        assert!(!text.contains('⟨'), "{format:?}: {:?}", text.split('⟨').nth(1).map(|s| &s[..40]));
    });
}

#[test]
fn a_page_needs_nothing_and_runs_nothing() {
    every(|talk, format, lang| {
        if format != Format::Html {
            return;
        }
        let page = render(&report(talk, "Mari", &[]), format, lang);
        assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
        let page = page.replace("http://www.w3.org/2000/svg", "");
        for elsewhere in
            ["://", "src=", "url(h", "@import", "<script", "<link", "<iframe", "<object"]
        {
            assert!(!page.contains(elsewhere), "{elsewhere}");
        }
        let links = page.split("href=\"").skip(1);
        assert!(links.into_iter().all(|link| link.starts_with('#')));
        assert_eq!(balanced(&page), Ok(()));
        let lang = format!("<html lang=\"{}\">", lang.code());
        assert!(page.contains(&lang));
    });
}

/// Whether every tag that is opened is closed in its place, and no id stands twice.
fn balanced(page: &str) -> Result<(), String> {
    let (mut open, mut ids) = (Vec::new(), BTreeSet::new());
    for tag in page.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or_default();
        let name = inside.split([' ', '/', '\n']).next().unwrap_or_default();
        if let Some(closed) = inside.strip_prefix('/') {
            if open.pop() != Some(closed) {
                return Err(format!("</{closed}> closes nothing"));
            }
        } else if !name.starts_with('!') && !inside.ends_with('/') && !["meta"].contains(&name) {
            open.push(name);
        }
        if let Some((_, id)) = inside.split_once(" id=\"") {
            let id = id.split('"').next().unwrap_or_default();
            if !ids.insert(id) {
                return Err(format!("the id {id} stands twice"));
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

#[test]
fn hostile_words_do_no_harm_in_any_format() {
    let hidden = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0041}' | '\u{fff9}')
    };
    let talk = talk("last-day-sweets", 1, 100);
    for words in HOSTILE {
        let notes = [Note { turn: 0, text: words }];
        let mut report = report(&talk, words, &notes);
        report.about.id = words;
        report.about.when = words;
        report.about.branch = Some(Branch { attempt: words, turn: 3 });
        for lang in Lang::ALL {
            let page = render(&report, Format::Html, lang);
            assert_eq!(balanced(&page), Ok(()), "{words:?}");
            for bad in ["<script", "<img", "<svg onload", "<!--"] {
                assert!(!page.contains(bad), "{words:?} {bad}");
            }
            assert!(!page.contains(hidden), "{words:?}");

            let table = render(&report, Format::Csv, lang);
            assert!(!table.contains(hidden), "{words:?}");
            let records = records(table.strip_prefix('\u{feff}').unwrap());
            assert_eq!(records.len(), talk.turns().len() + 1, "{words:?}");
            let runs = |cell: &String| {
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
            };
            assert!(!records.iter().flatten().any(runs), "{words:?}");

            let document = render(&report, Format::Json, lang);
            assert!(!document.contains(hidden), "{words:?}");
            let read: Value = serde_json::from_str(&document).unwrap();
            assert_eq!(read["attempt"]["person"], words, "nothing is lost");
            assert_eq!(read["turns"][0]["notes"][0], words);

            let text = render(&report, Format::Markdown, lang);
            assert!(!text.contains(hidden) && !text.contains('\r'), "{words:?}");
            for bad in ["<s", "<i", "</", "<!", "![", "](", "://"] {
                let plain = text.replace("\\[", "").replace("\\]", "");
                assert!(!plain.contains(bad), "{words:?} {bad}");
            }
        }
    }
}

#[test]
fn a_very_long_name_is_cut_where_it_would_fill_the_page() {
    let talk = talk("last-day-sweets", 1, 100);
    let name = "長".repeat(100_000);
    let mut long = report(&talk, &name, &[]);
    long.reflection = None;
    for format in [Format::Html, Format::Markdown] {
        let with_a_name = render(&long, format, Lang::Ja).len();
        let usual = render(&Report { about: about("まり"), ..long }, format, Lang::Ja).len();
        assert!(with_a_name < usual + 1000, "{format:?}");
    }
    let table = render(&long, Format::Csv, Lang::Ja);
    let records = records(table.trim_start_matches('\u{feff}'));
    assert!(records.iter().flatten().all(|cell| cell.chars().count() < 32_767));
}

#[test]
fn a_talk_that_was_left_is_reported_as_far_as_it_went() {
    let talk = talk("last-day-sweets", 0, 2);
    assert!(!talk.is_over());
    let mut report = report(&talk, "Mari", &[]);
    report.about.ended = None;
    report.about.changed = true;
    let page = render(&report, Format::Html, Lang::En);
    assert!(page.contains("left before its end") && page.contains("has been changed since"));
    let read: Value = serde_json::from_str(&render(&report, Format::Json, Lang::En)).unwrap();
    assert_eq!((&read["ending"], read["turns"].as_array().unwrap().len()), (&Value::Null, 2));
    assert_eq!(read["attempt"]["scenario_changed"], true);
}

#[test]
fn notes_stand_at_their_turns() {
    let talk = talk("last-day-sweets", 0, 100);
    let notes = [
        Note { turn: 1, text: "Here you\nwaited." },
        Note { turn: 1, text: "Good." },
        Note { turn: 5000, text: "nowhere" },
    ];
    let report = report(&talk, "Mari", &notes);
    let read: Value = serde_json::from_str(&render(&report, Format::Json, Lang::En)).unwrap();
    assert_eq!(read["turns"][1]["notes"], serde_json::json!(["Here you\nwaited.", "Good."]));
    assert_eq!(read["turns"][0]["notes"], serde_json::json!([]));
    let page = render(&report, Format::Html, Lang::En);
    let second = page.split("id=\"turn-2\"").nth(1).unwrap().split("id=\"turn-3\"").next().unwrap();
    assert!(second.contains("Here you\nwaited.") && second.contains("Good."));
    assert!(!page.contains("nowhere"));
}

#[test]
fn the_words_that_decided_are_marked_in_the_lines() {
    let talk = talk("last-day-sweets", 0, 100);
    for (lang, words) in [
        (Lang::Ja, "今日出るのかどうか、先に教えてください"),
        (Lang::En, "efore anything else, will they leave today?"),
    ] {
        let page = render(&report(&talk, "Mari", &[]), Format::Html, lang);
        let marks: Vec<&str> = page
            .split("<mark>")
            .skip(1)
            .map(|rest| rest.split("</mark>").next().unwrap())
            .collect();
        assert!(marks.iter().any(|mark| mark.contains(words)), "{marks:?}");
    }
}

/// Progress over two talks of each of two scenarios, in which every title is these words.
fn progress(title: &str) -> Progress {
    let mut runs = Vec::new();
    let mut known = Vec::new();
    for (day, id) in (1..).step_by(3).zip(["last-day-sweets", "on-whose-terms"]) {
        let reference = Reference::of(&scenario(id));
        for (first, pick) in [(true, 0), (false, 1)] {
            let day = day + Day::from(!first);
            let practised = Practised { day, mode: Mode::Check, first, in_one_go: true };
            runs.push(Run::of(&talk(id, pick, 100), &reference, practised));
        }
        let named = Known { title: Localized::same(title), ..Known::of(&scenario(id)) };
        known.push(named);
    }
    Progress::of(&runs, &known, 9)
}

#[test]
fn progress_is_whole_and_harmless_in_every_format() {
    let nothing = Progress::of(&[], &[], 1);
    for words in HOSTILE.into_iter().chain(["まり"]) {
        let some = progress(words);
        assert!(some.next.is_some() && some.due.len() == 2 && some.steps.len() == 4);
        for (progress, lang) in [(&some, Lang::En), (&some, Lang::Ja), (&nothing, Lang::Ja)] {
            let over_time = OverTime { person: words, when: words, progress };
            let of = |format| progress_page(&over_time, format, lang);
            let page = of(Format::Html);
            assert_eq!(balanced(&page), Ok(()), "{words:?}");
            for bad in ["<script", "<img", "<svg onload", "<!--", "⟨", "\u{202e}", "\u{1b}"] {
                assert!(!page.contains(bad), "{words:?} {bad}");
            }
            let table = of(Format::Csv);
            let records = records(table.strip_prefix('\u{feff}').unwrap());
            assert_eq!(records.len(), progress.steps.len() + 1);
            assert!(records.iter().all(|record| record.len() == records[0].len()));
            let runs =
                |cell: &String| cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!records.iter().flatten().any(runs), "{words:?}");
            let read: Value = serde_json::from_str(&of(Format::Json)).unwrap();
            assert_eq!(read["person"], words);
            let text = of(Format::Markdown);
            assert!(!text.contains(['\u{202e}', '\u{1b}', '⟨', '\r']) && !text.contains("<s"));
        }
    }
}

#[test]
fn every_field_of_progress_is_documented() {
    let page = fs::read_to_string("docs/wire.md").unwrap();
    let section = page.split("# What progress holds for a program").nth(1).unwrap();
    let section = section.split("\n# ").next().unwrap();
    let progress = progress("まり");
    let over_time = OverTime { person: "まり", when: "2026-11-25", progress: &progress };
    let document = progress_page(&over_time, Format::Json, Lang::Ja);
    let mut found = BTreeSet::new();
    names(&serde_json::from_str(&document).unwrap(), &mut found);
    assert!(found.len() > 25, "{found:?}");
    let missing: Vec<_> =
        found.iter().filter(|name| !section.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every name in a JSON value.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                names(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

#[test]
fn every_field_of_the_json_is_documented() {
    let page = fs::read_to_string("docs/wire.md").unwrap();
    let section = page.split("# What a report holds for a program").nth(1).unwrap();
    let section = section.split("\n# ").next().unwrap();
    let mut found = BTreeSet::new();
    every(|talk, format, lang| {
        if format == Format::Json {
            let mut report = report(talk, "Mari", &[]);
            report.about.branch = Some(Branch { attempt: "3", turn: 1 });
            names(&serde_json::from_str(&render(&report, format, lang)).unwrap(), &mut found);
        }
    });
    assert!(found.len() > 50, "{found:?}");
    let is_indicator = |name: &str| kikitori::rubric::Indicator::from_code(name).is_some();
    let missing: Vec<_> = found
        .iter()
        .filter(|name| !is_indicator(name) && !section.contains(&format!("`{name}`")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The smallest scenario, with its one decision so many times in a row.
fn tiny_times(times: usize) -> Arc<kikitori::scenario::Scenario> {
    let tiny = include_str!("../scenarios/tiny.ron");
    let (head, rest) = tiny.split_once("    beats: {\n").unwrap();
    let (beat, tail) = rest.split_once("    },\n    endings").unwrap();
    let beats: String = (1..=times)
        .map(|at| {
            let next = if at < times { format!("door{}", at + 1) } else { "heard".to_owned() };
            let beat = beat.replace("\"door\"", &format!("\"door{at}\""));
            beat.replace("next: \"heard\"", &format!("next: \"{next}\""))
        })
        .collect();
    let head = head.replace("opens_at: \"door\"", "opens_at: \"door1\"");
    let text = format!("{head}    beats: {{\n{beats}    }},\n    endings{tail}");
    Arc::new(read_and_compile(&text).0.unwrap())
}

#[test]
fn a_map_that_paper_could_not_show_is_left_out_and_that_is_said() {
    for (times, lang) in [(200, Lang::En), (201, Lang::En), (201, Lang::Ja)] {
        let mut talk = Session::start(tiny_times(times), Seed(7));
        for at in 0..3 {
            let ask = talk.find("ask").unwrap();
            talk.handle(Action::Choose(ask), at).unwrap();
        }
        let page = render(&report(&talk, "Mari", &[]), Format::Html, lang);
        let said = say_with(lang, "report-map-too-large", &[("most", 200_i64.into())]);
        let left_out = (page.contains("id=\"map\""), page.contains(&said));
        assert_eq!(left_out, (times == 200, times > 200), "{times}");
        assert_eq!(balanced(&page), Ok(()));
    }
}
