//! What is kept, by whom it can be read, and what is refused untouched.

use std::path::Path;
use std::sync::Arc;

use kikitori::lang::Lang;
use kikitori::scenario::read_and_compile;
use kikitori::session::{Action, Deed, Mode, Seed, Session};
use kikitori::store::{
    AttemptId, Finish, Library, NewAttempt, Note, Reflection, Scenarios, Settings, Trouble,
};
use serde_json::Value;

use crate::folder::Folder;
use crate::program::{Run, kikitori, kikitori_with_input};

const TINY: &str = include_str!("../scenarios/tiny.ron");

fn new(person: Option<&str>, started: i64) -> NewAttempt {
    NewAttempt {
        id: AttemptId::fresh().unwrap(),
        person: person.map(str::to_owned),
        scenario: "tiny".to_owned(),
        text: TINY.to_owned(),
        seed: Seed(u64::MAX),
        mode: Mode::Check,
        started,
        parent: None,
        deeds: Vec::new(),
    }
}

fn ask() -> Deed {
    let (scenario, _) = read_and_compile(TINY);
    let talk = Session::start(Arc::new(scenario.unwrap()), Seed(7));
    talk.deed(Action::Choose(talk.find("ask").unwrap())).unwrap()
}

fn finish() -> Finish {
    Finish { ended: 2000, ending: Some("heard".to_owned()), result: None }
}

/// Everything that the folder holds, byte by byte.
fn bytes_below(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(bytes_below(&path));
        } else {
            all.extend(path.to_string_lossy().bytes());
            all.extend(std::fs::read(&path).unwrap());
        }
    }
    all
}

fn holds(folder: &Path, text: &str) -> bool {
    bytes_below(folder).windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn what_was_kept_is_there_when_the_store_is_opened_again() {
    let data = Folder::new("again");
    let attempt = new(Some("森 結衣"), 1000);
    data.store().begin(&attempt, &[(ask(), 1200)], Some(&finish())).unwrap();
    let store = data.store();
    let all = store.attempts(None).unwrap();
    assert_eq!(all.len(), 1);
    let kept = store.kept(all[0].clone(), &mut Scenarios::default()).unwrap();
    assert_eq!(kept.attempt.person.as_deref(), Some("森 結衣"));
    assert_eq!((kept.attempt.seed, kept.attempt.mode), (Seed(u64::MAX), Mode::Check));
    assert_eq!((kept.attempt.choices, &kept.attempt.finish), (1, &Some(finish())));
    let talk = kept.talk.unwrap();
    assert_eq!(talk.ending().unwrap().id, "heard");
    assert_eq!(talk.transcript().entries[0].at, 1200);
    assert_eq!(store.attempts(Some("nobody")).unwrap(), []);
}

#[test]
fn two_windows_do_not_overwrite_each_other() {
    let data = Folder::new("two");
    let attempt = new(None, 1);
    let (mut one, mut other) = (data.store(), data.store());
    one.begin(&attempt, &[(ask(), 1)], None).unwrap();
    other.keep(&attempt.id, 1, (&Deed::TakeBack, 2), None).unwrap();
    let late = one.keep(&attempt.id, 1, (&ask(), 3), None).unwrap_err();
    assert_eq!(late.trouble, Trouble::Elsewhere);
    assert_eq!(one.deeds(&attempt.id).unwrap(), [(ask(), 1), (Deed::TakeBack, 2)]);
    // As long as one of them plays it, the other is not offered it.
    let hold = one.hold(&attempt.id).unwrap();
    assert_eq!(other.latest_open().unwrap(), None);
    drop(hold);
    assert_eq!(other.latest_open().unwrap().unwrap().id, attempt.id);
    // What is over takes nothing more.
    other.put_away(&attempt.id, &finish()).unwrap();
    let over = one.keep(&attempt.id, 2, (&ask(), 4), None).unwrap_err();
    assert_eq!(over.trouble, Trouble::Elsewhere);
}

#[test]
fn many_windows_at_once_keep_everything() {
    let data = Folder::new("many");
    data.store();
    std::thread::scope(|scope| {
        for window in 0..6 {
            let data = &data;
            scope.spawn(move || {
                let mut store = data.store();
                for _ in 0..5 {
                    let attempt = new(Some(&format!("person {}", window % 3)), window);
                    store.begin(&attempt, &[(ask(), 1)], None).unwrap();
                    store.keep(&attempt.id, 1, (&Deed::TakeBack, 2), None).unwrap();
                }
            });
        }
    });
    let store = data.store();
    store.verify().unwrap();
    assert_eq!(store.attempts(None).unwrap().len(), 30);
    let people = store.people().unwrap();
    assert_eq!(people.iter().map(|person| person.attempts).collect::<Vec<_>>(), [10, 10, 10]);
}

#[test]
fn an_attempt_is_found_by_the_beginning_of_its_id() {
    let data = Folder::new("ids");
    let mut store = data.store();
    let (one, two) = (new(None, 1), new(None, 2));
    for attempt in [&one, &two] {
        store.begin(attempt, &[(ask(), 1)], None).unwrap();
    }
    assert_eq!(store.attempt(one.id.as_str()).unwrap().id, one.id);
    for (typed, trouble) in [
        ("", Trouble::NoAttempt(String::new())),
        ("%", Trouble::NoAttempt("%".to_owned())),
        ("nowhere", Trouble::NoAttempt("nowhere".to_owned())),
    ] {
        assert_eq!(store.attempt(typed).unwrap_err().trouble, trouble);
    }
}

#[test]
fn an_attempt_outlives_the_change_of_its_scenario() {
    let data = Folder::new("changed");
    let mut store = data.store();
    let mut attempt = new(None, 1);
    let scenario = Library::open(&[]).shelves[0].clone();
    attempt.scenario = scenario.scenario.id.clone();
    store.begin(&attempt, &[(ask(), 1)], Some(&finish())).unwrap();
    let kept = store.attempt(attempt.id.as_str()).unwrap();
    assert!(Scenarios::has_changed(&kept, &Library::open(&[])));
    let talk = store.kept(kept, &mut Scenarios::default()).unwrap().talk.unwrap();
    assert_eq!(talk.scenario().id, "tiny");
    drop(store);
    let run = kikitori(&["history", "--json", "--data", data.path()]);
    let listed: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(listed[0]["scenario_changed"], true);
    assert!(listed[0]["scores"]["calm"].is_u64(), "{listed}");
}

#[test]
fn who_is_erased_is_nowhere_in_the_folder() {
    let data = Folder::new("erased");
    let mut store = data.store();
    let (her, him) = (new(Some("Yui-Morinaga"), 1), new(Some("someone else"), 2));
    for attempt in [&her, &him] {
        store.begin(attempt, &[(ask(), 1)], None).unwrap();
    }
    let secret = "I will ask before I offer";
    let reflection = Reflection { attempt: Some(her.id.clone()), at: 3, text: secret.to_owned() };
    store.reflect(Some("Yui-Morinaga"), &reflection).unwrap();
    store.annotate(&her.id, &Note { turn: 0, text: "well heard".to_owned() }).unwrap();
    assert_eq!(store.last_reflection(Some("Yui-Morinaga")).unwrap(), Some(reflection));
    assert_eq!(store.last_reflection(None).unwrap(), None);
    drop(store);
    // The settings name her too, and so does a file of settings that nobody has taken over yet.
    let (nothing, her_name) = (Settings::default(), Some("Yui-Morinaga".to_owned()));
    let set = Settings { lang: Some(Lang::En), person: her_name, ..nothing.clone() };
    data.store().set(&nothing, &set).unwrap();
    let before = data.0.join("settings.json");
    std::fs::write(&before, "{\"lang\":\"en\",\"person\":\"Yui-Morinaga\"}").unwrap();
    // A copy from before a change of version holds everything too.
    let backups = data.0.join("backups");
    std::fs::create_dir_all(&backups).unwrap();
    std::fs::copy(data.store_file(), backups.join("kikitori-version-1.sqlite")).unwrap();
    let personal = ["Yui-Morinaga", secret, "well heard", her.id.as_str()];
    assert!(personal.iter().all(|text| holds(&data.0, text)));
    let run = kikitori(&["person", "delete", "Yui-Morinaga", "--data", data.path()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for text in personal {
        assert!(!holds(&data.0, text), "{text}");
    }
    let store = data.store();
    assert_eq!(store.settings().unwrap(), Some(Settings { lang: Some(Lang::En), ..nothing }));
    assert_eq!(store.attempts(None).unwrap().len(), 1);
    assert_eq!(store.people().unwrap()[0].name, "someone else");
    let again = kikitori(&["person", "delete", "Yui-Morinaga", "--data", data.path()]);
    refused(&again, "Nobody named");
}

#[test]
fn what_nobody_is_named_in_can_be_erased() {
    let data = Folder::new("unnamed");
    let mut store = data.store();
    let (nobody, him) = (new(None, 1), new(Some("someone else"), 2));
    for attempt in [&nobody, &him] {
        store.begin(attempt, &[(ask(), 1)], None).unwrap();
        store
            .annotate(&attempt.id, &Note { turn: 0, text: format!("note {}", attempt.id) })
            .unwrap();
    }
    let sentence =
        |text: &str| Reflection { attempt: Some(nobody.id.clone()), at: 3, text: text.to_owned() };
    store.reflect(None, &sentence("I will count to three")).unwrap();
    // Who gives a name after the talk keeps what was written with it.
    store.reflect(Some("someone else"), &sentence("I will ask first")).unwrap();
    store.put_out("nobody.html", "a page about nobody").unwrap();
    drop(store);
    let on = ["--data", data.path()];
    let listed = kikitori(&[&["person", "list"][..], &on].concat());
    assert!(listed.stdout.contains("--unnamed"), "{listed:?}");
    let personal = ["I will count to three", "a page about nobody", nobody.id.as_str()];
    assert!(personal.iter().all(|text| holds(&data.0, text)));
    let delete = [&["person", "delete", "--unnamed"][..], &on].concat();
    let run = kikitori(&delete);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for text in personal {
        assert!(!holds(&data.0, text), "{text}");
    }
    let store = data.store();
    assert_eq!(store.attempts(None).unwrap().len(), 1);
    assert_eq!(store.notes(&him.id).unwrap().len(), 1);
    let kept = store.last_reflection(Some("someone else")).unwrap().unwrap();
    assert_eq!((kept.attempt, kept.text.as_str()), (None, "I will ask first"));
    refused(&kikitori(&delete), "gave no name");
    let listed = kikitori(&[&["person", "list"][..], &on].concat());
    assert_eq!(listed.stdout, "someone else  1 attempt\n");
    assert_eq!(kikitori(&[&["person", "delete"][..], &on].concat()).code, 2);
}

fn refused(run: &Run, says: &str) {
    assert_eq!((run.code, run.stderr.lines().count()), (2, 1), "{run:?}");
    assert!(run.stderr.starts_with("kikitori: ") && run.stderr.contains(says), "{run:?}");
}

#[test]
fn a_file_that_is_not_ours_is_refused_untouched() {
    let data = Folder::new("strange");
    drop(data.store());
    let ours = std::fs::read(data.store_file()).unwrap();
    let mut newer = ours.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut others = ours.clone();
    others[68..72].copy_from_slice(b"GPKG");
    let cut = ours[..50].to_vec();
    for (bytes, says) in [
        (newer, "newer kikitori (format 99)"),
        (others, "not a file of kikitori"),
        (cut, "not a file of kikitori"),
        (b"this is a letter, and a rather long one, so that it has more than a hundred bytes. Dear Sir or Madam, I write".to_vec(), "not a file of kikitori"),
    ] {
        std::fs::write(data.store_file(), &bytes).unwrap();
        for args in [&["history"][..], &["play", "last-day-sweets", "--json"], &["person", "list"]] {
            let run = kikitori(&[args, &["--data", data.path()]].concat());
            refused(&run, says);
        }
        assert_eq!(std::fs::read(data.store_file()).unwrap(), bytes);
    }
}

#[test]
fn a_damaged_file_is_one_sentence() {
    let data = Folder::new("damaged");
    let mut store = data.store();
    for started in 0..40 {
        store.begin(&new(None, started), &[(ask(), 1)], None).unwrap();
    }
    drop(store);
    let mut bytes = std::fs::read(data.store_file()).unwrap();
    for at in (4096..bytes.len()).step_by(3) {
        bytes[at] ^= 0x5a;
    }
    std::fs::write(data.store_file(), &bytes).unwrap();
    refused(&kikitori(&["history", "--data", data.path()]), "is damaged");
}

#[test]
fn a_folder_that_cannot_be_written_is_one_sentence() {
    for folder in ["/proc/kikitori", "/dev/null/data", "Cargo.toml"] {
        let run = kikitori(&["play", "last-day-sweets", "--json", "--data", folder]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
        refused(&run, folder);
    }
}

#[test]
fn no_save_leaves_no_trace() {
    let folder = Folder::new("no-save");
    let data = folder.0.join("data");
    let on = ["--data", data.to_str().unwrap()];
    let play = [&["play", "last-day-sweets", "--json", "--no-save"][..], &on].concat();
    let run = kikitori_with_input(&play, "{\"choose\":\"c\"}\n");
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("\"reply\"") && !data.exists());
    // Nor does asking what is kept.
    let run = kikitori(&[&["history", "--json"][..], &on].concat());
    assert_eq!((run.code, run.stdout.trim(), data.exists()), (0, "[]", false));
}

#[test]
fn a_talk_in_the_terminal_goes_on_where_it_was_left() {
    let data = Folder::new("resume");
    let play =
        ["play", "last-day-sweets", "--json", "--person", " 森　結衣 ", "--data", data.path()];
    let run = kikitori_with_input(&play, "{\"choose\":\"c\"}\n{\"choose\":\"a\"}\n");
    let last: Value = serde_json::from_str(run.stdout.lines().last().unwrap()).unwrap();
    let run = kikitori(&["resume", "--json", "--data", data.path()]);
    let first: Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
    // The same beat, seed, lines, and order of choices.
    assert_eq!(first, last);
    let rest = "d b d d c b a d a a b c".split(' ');
    let sheet = "{\"fill\":[\"order\"]}\n".to_owned();
    let rest = rest.map(|id| format!("{{\"choose\":\"{id}\"}}\n")).chain([sheet]);
    let rest: String = rest.collect();
    let run = kikitori_with_input(&["resume", "--json", "--data", data.path()], &rest);
    assert!(run.stdout.contains("\"ending\":\"E6\""), "{run:?}");
    refused(&kikitori(&["resume", "--data", data.path()]), "no talk to go on with");
    let run = kikitori(&["history", "--json", "--data", data.path()]);
    let listed: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    let attempt = &listed[0];
    assert_eq!((&attempt["person"], &attempt["choices"]), (&"森 結衣".into(), &14.into()));
    assert_eq!((&attempt["ending"], &attempt["scores"]["calm"]), (&"E6".into(), &100.into()));
    assert_eq!(attempt["scenario_changed"], false);
}

#[test]
fn an_attempt_is_printed_with_what_a_trainer_wrote() {
    let data = Folder::new("report");
    let on = ["--data", data.path()];
    refused(&kikitori(&[&["report", "x"][..], &on].concat()), "Nothing is kept yet");
    let play =
        [&["play", "last-day-sweets", "--json", "--person", "<b>Mori</b>"][..], &on].concat();
    let run = kikitori_with_input(&play, "{\"choose\":\"c\"}\n{\"choose\":\"a\"}\n");
    let first: Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
    let id = &first["attempt"].as_str().unwrap()[..6];
    refused(&kikitori(&[&["note", id, "3", "late"][..], &on].concat()), "has 2 turns");
    let note = kikitori(&[&["note", id, "2", "You let her finish."][..], &on].concat());
    assert_eq!(note.code, 0, "{note:?}");
    for (format, says) in [
        ("html", "&lt;b&gt;Mori&lt;/b&gt;"),
        ("csv", "You let her finish."),
        ("json", "\"You let her finish.\""),
        ("md", "You let her finish."),
    ] {
        let run = kikitori(&[&["report", id, "--format", format][..], &on].concat());
        assert!(run.code == 0 && run.stdout.contains(says), "{format}: {run:?}");
        let is_page = matches!(format, "html" | "md");
        assert!(!is_page || !run.stdout.contains("<b>Mori"), "{format}");
    }
    let run = kikitori(&[&["report", id, "--lang", "ja"][..], &on].concat());
    assert!(run.stdout.contains("lang=\"ja\""), "{run:?}");
}

#[test]
fn an_attempt_goes_to_the_trainer_and_comes_back_with_notes() {
    let (here, there) = (Folder::new("here"), Folder::new("there"));
    let play = ["play", "last-day-sweets", "--json", "--person", "Mori", "--data", here.path()];
    let choices = "c a d b c b".split(' ');
    let input: String = choices.map(|id| format!("{{\"choose\":\"{id}\"}}\n")).collect();
    let run = kikitori_with_input(&play, &input);
    let first: Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
    let id = first["attempt"].as_str().unwrap();
    let history = |data: &Folder| {
        let run = kikitori(&["history", "--json", "--data", data.path()]);
        serde_json::from_str::<Value>(&run.stdout).unwrap()
    };
    let export = |data: &Folder| kikitori(&["export", id, "--data", data.path()]).stdout;
    let file = here.0.join("attempt.json");
    let import = |data: &Folder, text: &str| {
        std::fs::write(&file, text).unwrap();
        kikitori(&["import", file.to_str().unwrap(), "--data", data.path()])
    };
    let handed = export(&here);
    assert!(!handed.contains("Mori"), "a name is only handed on if someone says so");
    assert_eq!(import(&there, &handed).code, 0);
    let (mine, theirs) = (history(&here), history(&there));
    for field in ["id", "scenario", "mode", "started", "ended", "ending", "scores", "choices"] {
        assert_eq!(mine[0][field], theirs[0][field], "{field}");
    }
    assert_eq!(export(&there), handed);
    kikitori(&["note", id, "1", "Here you listened.", "--data", there.path()]);
    assert_eq!(import(&here, &export(&there)).code, 0);
    let report = kikitori(&["report", id, "--format", "md", "--data", here.path()]);
    assert!(report.stdout.contains("Here you listened."), "{report:?}");
    assert_eq!(history(&here)[0]["person"], "Mori");
    // What is no such file, or not the same talk, changes nothing.
    refused(&import(&here, "{}"), "attempt.json");
    let half: String = handed.chars().take(handed.chars().count() / 2).collect();
    refused(&import(&here, &half), "attempt.json");
    let longer = handed.replace("\"seed\": ", "\"seed\": 1");
    assert_ne!(import(&here, &longer).code, 0);
    assert_eq!(history(&here).as_array().unwrap().len(), 1);
}

#[test]
fn all_that_is_kept_of_someone_goes_out_and_in_again() {
    let data = Folder::new("person");
    let mut store = data.store();
    let (one, two) = (new(Some("森 結衣"), 1000), new(Some("森 結衣"), 3000));
    store.begin(&one, &[(ask(), 1)], Some(&finish())).unwrap();
    let parent = Some((one.id.clone(), 0));
    store.begin(&NewAttempt { parent, ..two.clone() }, &[(ask(), 5)], None).unwrap();
    store.annotate(&one.id, &Note { turn: 0, text: "\u{202e}<script>".to_owned() }).unwrap();
    let text = "「できません」のあとに、できることを一つ言う。".to_owned();
    store.reflect(Some("森 結衣"), &Reflection { attempt: None, at: 9, text }).unwrap();
    drop(store);
    let export = || kikitori(&["person", "export", "森 結衣", "--data", data.path()]);
    let before = export();
    assert_eq!(before.code, 0, "{before:?}");
    let file = data.0.join("person.json");
    std::fs::write(&file, &before.stdout).unwrap();
    let import = ["import", file.to_str().unwrap(), "--data", data.path()];
    assert!(kikitori(&import).stdout.contains("of 2 that were known"));
    assert_eq!(export().stdout, before.stdout, "taking it in twice changes nothing");
    kikitori(&["person", "delete", "森 結衣", "--data", data.path()]);
    refused(&export(), "Nobody named");
    assert!(kikitori(&import).stdout.contains("2 attempts were new here"));
    assert_eq!(export().stdout, before.stdout);
}

#[test]
fn what_nobody_is_named_in_goes_out_and_in_again() {
    let data = Folder::new("unnamed-out");
    let mut store = data.store();
    store.begin(&new(None, 1000), &[(ask(), 1)], Some(&finish())).unwrap();
    store.begin(&new(Some("Mori"), 2000), &[(ask(), 1)], Some(&finish())).unwrap();
    let text = "Ask first.".to_owned();
    store.reflect(None, &Reflection { attempt: None, at: 9, text }).unwrap();
    drop(store);
    let export = || kikitori(&["person", "export", "--unnamed", "--data", data.path()]);
    let before = export().stdout;
    let out: Value = serde_json::from_str(&before).unwrap();
    assert_eq!(out["attempts"].as_array().unwrap().len(), 1, "{before}");
    assert_eq!((&out["person"], &out["since"]), (&Value::from(""), &Value::from(1000)));
    let file = data.0.join("unnamed.json");
    std::fs::write(&file, &before).unwrap();
    kikitori(&["person", "delete", "--unnamed", "--data", data.path()]);
    refused(&export(), "gave no name");
    let import = kikitori(&["import", file.to_str().unwrap(), "--data", data.path()]);
    assert_eq!(import.code, 0, "{import:?}");
    assert_eq!(export().stdout, before);
}
