//! The command line on good and bad days: what it prints, and its exit status.

use std::fs::{self, File};
use std::sync::Arc;

use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::session::{Seed, Session};
use kikitori::store::Library;

use crate::folder::Folder;
use crate::program::{Run, kikitori, kikitori_with_input};

/// It could not do what was asked, and said so in one sentence.
fn one_sentence(run: &Run, code: i32, says: &str) {
    assert_eq!((run.code, run.stderr.lines().count()), (code, 1), "{run:?}");
    assert!(run.stderr.starts_with("kikitori: ") && run.stderr.contains(says), "{run:?}");
}

#[test]
fn checking_clean_scenarios_is_a_success() {
    let run = kikitori(&["check", "tests/scenarios", "assets/new-scenario.ron"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "2 files checked: nothing to mend.\n");
}

#[test]
fn findings_are_exit_status_one_and_trouble_is_two() {
    assert_eq!(kikitori(&["check", "tests/check/K201-unknown-beat.ron"]).code, 1);
    one_sentence(&kikitori(&["check", "no/such/file.ron"]), 2, "no/such/file.ron cannot be read");
    one_sentence(&kikitori(&["check", "assets/fonts"]), 2, "no scenario file");
    assert_eq!(kikitori(&["check"]).code, 2);
    // What could be read is still checked.
    let run = kikitori(&["check", "no/such", "tests/check/K201-unknown-beat.ron"]);
    assert!(run.code == 2 && run.stdout.contains("K201"), "{run:?}");
}

#[test]
fn a_huge_file_is_a_finding_and_is_not_read() {
    let folder = Folder::new("huge");
    File::create(folder.0.join("huge.ron")).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let run = kikitori(&["check", folder.path()]);
    assert!(run.code == 1 && run.stdout.contains("error[K002]: This file is 100 MB"), "{run:?}");
}

#[test]
fn hostile_files_are_findings() {
    let nested = "(".repeat(10_000);
    let lists = format!("(id: {}", "[".repeat(10_000));
    let comments = "/*".repeat(10_000);
    let quotes = "\"".repeat(10_001);
    let noise: Vec<u8> =
        (0..60_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let files: [(&str, &[u8]); 9] = [
        ("nested.ron", nested.as_bytes()),
        ("lists.ron", lists.as_bytes()),
        ("comments.ron", comments.as_bytes()),
        ("quotes.ron", quotes.as_bytes()),
        ("noise.ron", &noise),
        ("empty.ron", b""),
        ("null.ron", b"null"),
        ("nul.ron", b"(id: \"a\0b\")"),
        ("list.ron", b"[1, 2, 3]"),
    ];
    let folder = Folder::new("hostile");
    for (name, bytes) in files {
        fs::write(folder.0.join(name), bytes).unwrap();
    }
    let run = kikitori(&["check", folder.path()]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert!(
        run.stdout.contains("9 files checked") && !run.stdout.contains("panicked"),
        "{}",
        run.stdout
    );
    for name in ["nested", "lists", "comments", "quotes", "noise", "empty", "null", "nul", "list"] {
        assert!(run.stdout.contains(&format!("{name}.ron")), "{name}: {}", run.stdout);
    }
}

#[test]
fn a_folder_of_anything_is_searched_for_scenarios() {
    let folder = Folder::new("mixed");
    fs::write(folder.0.join("notes.txt"), b"(").unwrap();
    fs::write(folder.0.join("picture.png"), b"\x89PNG").unwrap();
    fs::create_dir(folder.0.join("deep")).unwrap();
    fs::copy("tests/scenarios/tiny.ron", folder.0.join("deep/tiny.ron")).unwrap();
    fs::create_dir(folder.0.join("folder.ron")).unwrap();
    let run = kikitori(&["check", folder.path()]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "1 file checked: nothing to mend.\n"),
        "{run:?}"
    );
    let run = kikitori(&["list", "--json", "--scenarios", folder.path()]);
    let list: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let ids: Vec<&str> =
        list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["last-day-sweets", "on-whose-terms", "company-face", "first-call", "tiny"]);
    let tiny = &list[4];
    assert_eq!((&tiny["title"], &tiny["channel"]), (&"A late parcel".into(), &"phone".into()));
    assert_eq!(
        (&tiny["difficulty"], &tiny["languages"]),
        (&1.into(), &serde_json::json!(["en", "ja"]))
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_holds_itself_ends() {
    let folder = Folder::new("ring");
    fs::copy("tests/scenarios/tiny.ron", folder.0.join("tiny.ron")).unwrap();
    std::os::unix::fs::symlink(&folder.0, folder.0.join("again")).unwrap();
    let run = kikitori(&["check", folder.path()]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "1 file checked: nothing to mend.\n"),
        "{run:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Folder::new("pipe");
    let pipe = folder.0.join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let run = kikitori_with_input(&["check", "/dev/zero"], "");
    one_sentence(&run, 2, "not a regular file");
}

#[test]
fn a_scenario_that_is_not_there_is_one_sentence() {
    one_sentence(
        &kikitori(&["play", "first-day-sweets"]),
        2,
        "There is: last-day-sweets, on-whose-terms, company-face, first-call",
    );
    one_sentence(&kikitori(&["play", "tests/check/K201-unknown-beat.ron"]), 2, "cannot be played");
    one_sentence(&kikitori(&["play", "tests"]), 2, "There is no scenario \"tests\"");
    one_sentence(&kikitori(&["play", "last-day-sweets", "--plan", "no.talk"]), 2, "no.talk");
    assert_eq!(kikitori(&["play", "last-day-sweets", "--seed", "seven"]).code, 2);
    assert_eq!(kikitori(&["--lang", "fr", "list"]).code, 2);
}

#[test]
fn a_folder_can_be_offered_beside_the_shipped_scenarios() {
    let run = kikitori_with_input(
        &["play", "tiny", "--scenarios", "tests/scenarios", "--json"],
        "{\"choose\":\"ask\"}\n",
    );
    assert!(run.code == 0 && run.stdout.contains("\"ending\":\"heard\""), "{run:?}");
    let run = kikitori(&["list", "--scenarios", "no/such/folder"]);
    assert!(run.code == 2 && run.stderr.contains("no/such/folder cannot be read"), "{run:?}");
    assert!(run.stdout.contains("last-day-sweets"), "what can be offered still is");
}

#[test]
fn a_person_can_play_in_the_terminal() {
    let plays = |lang: &str, typed: &str| {
        kikitori_with_input(&["play", "last-day-sweets", "--seed", "7", "--lang", lang], typed)
    };
    // The keys of seed 7 by their places, with some slips of the hand between.
    let run = plays("en", "x\n9\nr\n0\n2\n");
    assert!(
        run.code == 0
            && run.stdout.contains("Rule card")
            && run.stdout.contains("Type a number from 1 to 4"),
        "{run:?}"
    );
    assert!(
        run.stdout.contains("Nothing is scored") || run.stdout.contains("nothing is scored"),
        "{}",
        run.stdout
    );
    let run = plays("ja", "２\nh\nq\n");
    assert!(
        run.code == 0 && run.stdout.contains("どう返しますか") && run.stdout.contains("柴田さん"),
        "{run:?}"
    );
    let run = plays("en", &"1\n".repeat(30));
    assert!(
        run.code == 0 && run.stdout.contains("How it ended") && run.stdout.contains("Turn by turn"),
        "{run:?}"
    );
}

/// What only some stories have: a first thought, a time to answer in, what cannot be said yet, and the sheet.
/// Who learns is told at once what a line did, and can take it back; nobody else is, and nobody else can.
#[test]
fn who_learns_in_the_terminal_is_told_at_once_and_can_take_it_back() {
    let library = Library::open(&[]);
    let scenario = Arc::clone(&library.find("last-day-sweets").unwrap().scenario);
    let talk = Session::start(Arc::clone(&scenario), Seed(7));
    let first = scenario.choice(talk.beat().unwrap(), talk.shown_choices()[0]);
    for lang in Lang::ALL {
        let folder = Folder::new(&format!("learn-{}", lang.code()));
        let plays = |mode: &str| {
            let args = ["play", "last-day-sweets", "--seed", "7", "--mode", mode];
            let kept = ["--data", folder.path(), "--lang", lang.code()];
            let run = kikitori_with_input(&[&args[..], &kept[..]].concat(), "u\n1\nu\n2\nq\n");
            assert_eq!((run.code, run.stderr.as_str()), (0, ""));
            run.stdout.split_whitespace().collect::<String>()
        };
        let plain = |words: &str| words.split_whitespace().collect::<String>();
        let count = |out: &str, words: &str| out.matches(&plain(words)).count();
        let (said, told) = (first.say.get(lang), first.feedback.get(lang));
        let (can, nothing) = (say(lang, "play-take-back"), say(lang, "play-nothing-said"));
        let out = plays("learn");
        assert_eq!(count(&out, told), 1, "{out}");
        assert_eq!(count(&out, &can), 2, "after each of the two lines: {out}");
        assert_eq!(count(&out, &nothing), 1, "before anything was said: {out}");
        assert_eq!(count(&out, said), 3, "offered, said, and offered again: {out}");
        let run = kikitori(&["history", "--json", "--data", folder.path()]);
        assert!(run.stdout.contains("\"taken_back\": 1,"), "{run:?}");
        for mode in ["practice", "check"] {
            let out = plays(mode);
            assert_eq!(
                (count(&out, told), count(&out, &can), count(&out, said)),
                (0, 0, 2),
                "{out}"
            );
        }
    }
}

#[test]
fn a_story_with_all_its_parts_is_played_in_the_terminal() {
    let plays = |typed: &str, lang: &str| {
        let example = "scenarios/examples/the-cold-lunch.ron";
        let run = kikitori_with_input(&["play", example, "--seed", "5", "--lang", lang], typed);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        run.stdout
    };
    let out = plays("1\n1\n1\n3\n2\n4\n2\n2\n4\n3\n1 2 x\n1 99\n1、2 11\n", "en");
    for shown in [
        "Before you start (illness): A colleague's small child",
        "No answer is better than another here",
        "What you were there for",
        "What comes to your mind first: “Twelve past",
        "Will to wait",
        "Her call  12:12",
        "Her second call  12:3",
        "Ring Ms Miyoshi with the whole picture, by 12:25: not kept",
        "   Not yet: you have not asked when and how the guests leave",
        "Hand-over sheet",
        "Type the numbers to write, 1 to 11",
        "Missing: Ring Ms Miyoshi on her own number",
    ] {
        assert!(out.contains(shown), "{shown}\n{out}");
    }
    let why = out.matches("Not yet: you have not asked when").count();
    assert_eq!(why, 2, "once with the choices, once to who tries all the same\n{out}");
    let out = plays("1\n1\n1\n3\n2\n2\n", "ja");
    assert!(out.contains("先に浮かぶ心の声「もう十二分過ぎ。"), "{out}");
}

#[test]
fn silence_is_offered_last_and_with_its_time() {
    let example = "scenarios/examples/the-cold-lunch.ron";
    // The keys of seed 2 by their places, up to a beat that does not wait for ever.
    let run = kikitori_with_input(
        &["play", example, "--seed", "2", "--lang", "en"],
        "1\n1\n1\n2\n2\n3\n4\n1\n\n0\n",
    );
    let out = &run.stdout;
    let near = out.split_once("You are waited for 20 seconds.").expect(out).1;
    assert!(near.contains("\n4. (You say nothing."), "{out}");
    assert!(near.contains("It's a break. Ten minutes"), "{out}");
    assert!(near.contains("or 0 for none"), "an empty line hands nothing over\n{out}");
    assert!(near.contains("How it ended: One good lunch"), "{out}");
}

#[test]
fn without_display_and_terminal_one_sentence_names_the_way() {
    let run = kikitori(&[]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("kikitori play") && run.stderr.lines().count() == 1, "{run:?}");
    let run = kikitori(&["--lang", "ja"]);
    assert!(run.code == 1 && run.stderr.contains("kikitori play"), "{run:?}");
}

#[test]
fn help_is_there_without_anything_else() {
    for args in [
        &["--help"][..],
        &["-h"],
        &["play", "--help"],
        &["check", "--help"],
        &["list", "--help"],
        &["graph", "--help"],
        &["--version"],
    ] {
        let run = kikitori(args);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
        assert!(run.stdout.contains("kikitori"), "{args:?}");
    }
}
