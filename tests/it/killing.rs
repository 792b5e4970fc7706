//! The program killed at any moment, on disks that fail, and with nobody to talk to: what it said it took is there
//! afterwards, and nothing leaves the machine.
//!
//! `KIKITORI_KILLS=1000 cargo test --release --no-default-features --test it killing` kills it a thousand times.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use kikitori::session::Deed;
use kikitori::store::{Kept, Scenarios, Store};
use serde_json::Value;

use crate::folder::Folder;

/// A route through `last-day-sweets` that is good, and one that is not.
const ROUTES: [&str; 3] =
    ["c a d b d d c b a d a a b c", "a a d b b d a c c b c b d a", "c a d b c b"];

/// What is said where the hand-over sheet is to be filled.
const EMPTY_SHEET: &str = r#"{"fill":[]}"#;

fn program(data: &Path, args: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kikitori"));
    program
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("KIKITORI_DATA", data)
        .env("XDG_CONFIG_HOME", data.join("no-settings"))
        .env("LANG", "en_US.UTF-8")
        .env_remove("LC_ALL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    program
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

/// The next message, or nothing once the program is gone. A half line was said to nobody.
fn message(from: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut line = String::new();
    from.read_line(&mut line).ok()?;
    line.ends_with('\n').then(|| serde_json::from_str(&line).unwrap())
}

/// What a talk said until the program was killed.
struct Heard {
    attempt: String,
    /// The choices that a reply was sent to.
    acknowledged: Vec<String>,
    over: bool,
}

/// Plays on, and kills the program at a moment of its own choosing; in one of eight talks it may come to the end.
/// `resumed` is the attempt that it goes on with.
fn play_and_kill(
    mut child: Child,
    resumed: Option<String>,
    route: &[&str],
    dice: &mut Dice,
) -> Option<Heard> {
    let mut from = BufReader::new(child.stdout.take().unwrap());
    let mut to = child.stdin.take().unwrap();
    let last =
        if dice.below(8) == 0 { usize::MAX } else { usize::try_from(dice.below(6)).unwrap() };
    let heard_of = |attempt: String| Heard { attempt, acknowledged: Vec::new(), over: false };
    let mut heard = resumed.map(heard_of);
    let mut said = 0;
    loop {
        if said == last {
            // Anywhere between the choice and the reply to it.
            std::thread::sleep(Duration::from_micros(dice.below(4000)));
            child.kill().unwrap();
        }
        let Some(sent) = message(&mut from) else { break };
        match sent["type"].as_str().unwrap() {
            "beat" => {
                let heard = heard
                    .get_or_insert_with(|| heard_of(sent["attempt"].as_str().unwrap().to_owned()));
                let at = heard.acknowledged.len();
                let Some(choice) = route.get(at) else { panic!("the route is too short: {sent}") };
                let _ = writeln!(to, "{{\"choose\":\"{choice}\"}}");
                said += 1;
            }
            "reply" => {
                let heard: &mut Heard = heard.as_mut().unwrap();
                heard.acknowledged.push(sent["choice"].as_str().unwrap().to_owned());
            }
            "sheet" => {
                let _ = writeln!(to, "{EMPTY_SHEET}");
            }
            "end" => heard.as_mut().unwrap().over = true,
            other => panic!("{other}: {sent}"),
        }
    }
    let _ = child.kill();
    child.wait().unwrap();
    heard
}

fn choices(kept: &Kept) -> Vec<String> {
    let choice = |deed: &Deed| match deed {
        Deed::Choose { choice, .. } => Some(choice.clone()),
        _ => None,
    };
    kept.deeds.iter().filter_map(|(deed, _)| choice(deed)).collect()
}

/// The attempt as the store has it, which must be readable whatever happened.
fn kept(data: &Path, id: &str) -> Option<Kept> {
    let store = Store::open(data).unwrap();
    store.verify().unwrap();
    let attempt = store.attempt(id).ok()?;
    Some(store.kept(attempt, &mut Scenarios::default()).unwrap())
}

#[test]
fn no_choice_that_was_taken_is_lost_to_a_kill() {
    let kills = std::env::var("KIKITORI_KILLS").ok().and_then(|kills| kills.parse().ok());
    let data = Folder::new("killing");
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut lost, mut ended) = (0, BTreeSet::new());
    let mut open: Option<(String, usize)> = None;
    for kill in 0..kills.unwrap_or(24_u32) {
        let route = ROUTES[usize::try_from(dice.below(3)).unwrap()];
        let (child, resumed, route, before) = match open.take().filter(|_| dice.below(3) > 0) {
            // Goes on with what the last kill left.
            Some((id, at)) => {
                let child = program(&data.0, &["resume", &id, "--json"]).spawn().unwrap();
                let kept = kept(&data.0, &id).unwrap();
                let before = choices(&kept);
                let route = ROUTES[at].split(' ').collect::<Vec<_>>();
                assert_eq!(before, route[..before.len()], "kill {kill}");
                (child, Some(id), route[before.len()..].to_vec(), before)
            }
            None => {
                let args = ["play", "last-day-sweets", "--json", "--person", "Mori"];
                let child = program(&data.0, &args).spawn().unwrap();
                (child, None, route.split(' ').collect(), Vec::new())
            }
        };
        let Some(heard) = play_and_kill(child, resumed, &route, &mut dice) else { continue };
        let whole: Vec<String> = before.iter().chain(&heard.acknowledged).cloned().collect();
        let Some(kept) = kept(&data.0, &heard.attempt) else {
            assert_eq!(whole, Vec::<String>::new(), "kill {kill}: the attempt is gone");
            continue;
        };
        let there = choices(&kept);
        assert!(there.starts_with(&whole), "kill {kill}: {whole:?} became {there:?}");
        assert!(there.len() <= whole.len() + 1, "kill {kill}: {whole:?} became {there:?}");
        lost += usize::from(there.len() == whole.len());
        let talk = kept.talk.as_ref().unwrap();
        assert!(!heard.over || talk.is_over(), "kill {kill}");
        assert_eq!(talk.is_over(), kept.attempt.finish.is_some(), "kill {kill}");
        if talk.is_over() {
            ended.insert(heard.attempt);
        } else {
            let at = ROUTES.iter().position(|all| {
                all.split(' ')
                    .collect::<Vec<_>>()
                    .starts_with(&there.iter().map(String::as_str).collect::<Vec<_>>())
            });
            open = at.map(|at| (heard.attempt, at));
        }
    }
    // The dice have come to talks that were killed before they were kept and to talks that ended.
    assert!(lost > 0 && !ended.is_empty());
    let listed = program(&data.0, &["history", "--json"]).output().unwrap();
    let listed: Vec<Value> = serde_json::from_slice(&listed.stdout).unwrap();
    for attempt in &listed {
        let over = ended.contains(attempt["id"].as_str().unwrap());
        assert_eq!(attempt["ending"].is_string(), over, "{attempt}");
    }
}

/// Lets the program list what is kept, and kills it at the `at`th time that it writes; says whether it came to that.
pub(crate) fn killed_at(shim: &Path, data: &Path, at: u32) -> bool {
    let run = program(data, &["history", "--json"])
        .env("LD_PRELOAD", shim)
        .env("KIKITORI_FAULT", format!("kill:{at}"))
        .output()
        .unwrap();
    assert!(run.status.code().is_none_or(|code| code == 0), "{at}: {run:?}");
    run.status.code().is_none()
}

/// A shim of `tests/faults`, to be loaded before the C library; built once for a test.
pub(crate) fn shim(folder: &Path, name: &str) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let shim = folder.join(format!("{name}.so"));
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .arg(&shim)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/faults/{name}.c")))
        .arg("-ldl")
        .status()
        .unwrap();
    assert!(built.success());
    shim
}

/// Plays a whole route on a disk that fails, and says how many choices were acknowledged.
fn play_on(shim: &Path, data: &Path, fault: &str) -> (usize, bool) {
    let args = ["play", "last-day-sweets", "--json", "--seed", "7"];
    let mut child =
        program(data, &args).env("LD_PRELOAD", shim).env("KIKITORI_FAULT", fault).spawn().unwrap();
    let chosen = ROUTES[0].split(' ').map(|id| format!("{{\"choose\":\"{id}\"}}\n"));
    let input: String = chosen.chain([EMPTY_SHEET.to_owned()]).collect();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let mut out = String::new();
    child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    let output = child.wait_with_output().unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap();
    let messages: Vec<Value> =
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let replies = messages.iter().filter(|message| message["type"] == "reply").count();
    let whole = messages.last().is_some_and(|last| last["type"] == "end");
    if whole {
        assert_eq!((output.status.code(), complaint.as_str()), (Some(0), ""), "{fault}");
    } else {
        assert_eq!(output.status.code(), Some(2), "{fault}: {complaint}");
        assert_eq!(complaint.lines().count(), 1, "{fault}: {complaint}");
        assert!(
            complaint.starts_with("kikitori: ") && complaint.contains("kikitori.sqlite")
                || complaint.contains("data"),
            "{fault}: {complaint}"
        );
    }
    (replies, whole)
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_is_one_sentence_and_loses_nothing() {
    let folder = Folder::new("faults");
    let shim = shim(&folder.0, "disk");
    for kind in ["space", "sync", "readonly"] {
        let (mut failed, mut whole) = (0, false);
        for at in 1.. {
            let data = folder.0.join(format!("data-{kind}-{at}"));
            let (acknowledged, done) = play_on(&shim, &data, &format!("{kind}:{at}"));
            // On a sound disk everything that was acknowledged is there, and what is there can be read.
            let store = Store::open(&data).unwrap();
            store.verify().unwrap();
            let there: u32 =
                store.attempts(None).unwrap().iter().map(|attempt| attempt.choices).sum();
            let there = usize::try_from(there).unwrap();
            assert!(
                there >= acknowledged && there <= acknowledged + 1,
                "{kind}:{at}: {acknowledged} became {there}"
            );
            std::fs::remove_dir_all(&data).unwrap();
            failed += usize::from(!done);
            whole = done;
            if done || at == 400 {
                break;
            }
        }
        // Every call has failed once, the first and the last.
        assert!(whole && failed > 2, "{kind}: {failed}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_leaves_the_machine() {
    let folder = Folder::new("offline");
    let shim = shim(&folder.0, "net");
    let (data, seen) = (folder.0.join("data"), folder.0.join("seen"));
    let run = |args: &[&str], input: &str| {
        let mut child = program(&data, args)
            .env("LD_PRELOAD", &shim)
            .env("KIKITORI_NET", &seen)
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let input: String =
        ROUTES[2].split(' ').map(|id| format!("{{\"choose\":\"{id}\"}}\n")).collect();
    let talk = run(&["play", "last-day-sweets", "--json", "--person", "Mori"], &input);
    let first: Value = serde_json::from_str(talk.lines().next().unwrap()).unwrap();
    let id = first["attempt"].as_str().unwrap();
    for args in [
        &["history"][..],
        &["report", id],
        &["export", id],
        &["progress", "--person", "Mori"],
        &["person", "export", "Mori"],
        &["person", "delete", "Mori"],
        &["check", "scenarios/first-call.ron"],
        &["handbook", "P1"],
        &["list"],
    ] {
        run(args, "");
    }
    let seen = std::fs::read_to_string(&seen).unwrap_or_default();
    assert_eq!(seen, "", "the program has tried to reach something");
    // The watch does see what a program reaches for.
    let reached = folder.0.join("reached");
    let tried = Command::new("bash")
        .args(["-c", "exec 3<>/dev/tcp/127.0.0.1/9"])
        .env("LD_PRELOAD", &shim)
        .env("KIKITORI_NET", &reached)
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(!tried.success());
    assert_eq!(std::fs::read_to_string(&reached).unwrap(), "connect\n");
}
