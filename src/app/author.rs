//! Author mode: the file that is being written, watched, and what the check says of it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::awake::Awake;
use crate::app::session::Reload;
use crate::check::{check_with, compile_and_check_written};
use crate::diagnostic::{Diagnostic, LineIndex, Severity};
use crate::scenario::Scenario;
use crate::store::{FileText, read_file, readings_of};

/// How often the file is looked at.
pub(super) const GLANCE: Duration = Duration::from_millis(400);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, take_news.in_set(AppSystems::ReadInput));
}

/// The file that is being written.
#[derive(Resource)]
pub(crate) struct Author {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What the check says of it, each with its line; nothing while it has not been heard.
    pub(crate) findings: Option<Findings>,
    /// Whether what is shown is older than the file, because the file cannot be played.
    pub(crate) stale: bool,
    news: Mutex<Receiver<News>>,
}

impl std::fmt::Debug for Author {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Author").field("path", &self.path).finish_non_exhaustive()
    }
}

/// What was found in a text, each with its line.
type Findings = Vec<(usize, Diagnostic)>;

/// What the watcher saw.
#[derive(Debug)]
enum News {
    /// The file changed, and this is what it holds.
    Changed(Arc<Scenario>),
    /// The file changed and cannot be played, and this is all that is wrong with it.
    Broken(Findings),
    /// What the check says of a file that can be played, which can take long.
    Checked(Findings),
}

impl Author {
    /// Watches a file from now on.
    pub(crate) fn watch(path: &Path) -> Self {
        let (sender, news) = channel();
        let watch = Watch { path: path.to_owned(), news: sender, check: check_whole };
        // It ends with the program, or when nobody listens any more.
        std::thread::spawn(move || watch.go_on());
        let path = path.to_owned();
        Self { path, findings: None, stale: false, news: Mutex::new(news) }
    }
}

/// Who looks at a file again and again, and tells what it holds whenever it was written.
struct Watch {
    path: PathBuf,
    news: Sender<News>,
    check: fn(&Path, &Text) -> Findings,
}

/// What stands in the file: its text, and a byte order mark that should not be there.
#[derive(Debug, Clone)]
struct Text {
    words: String,
    mark: Option<Diagnostic>,
}

impl Watch {
    fn go_on(&self) {
        let mut seen: Option<(SystemTime, u64)> = None;
        let mut first = true;
        // A check takes longer than writing: one runs at a time, and what was written meanwhile waits for its own.
        let mut running: Option<JoinHandle<Findings>> = None;
        let mut waiting: Option<Text> = None;
        // Whether what is checked is no longer what stands in the file.
        let mut overtaken = false;
        loop {
            let now = std::fs::metadata(&self.path).ok();
            let now = now.and_then(|meta| Some((meta.modified().ok()?, meta.len())));
            if now.is_some()
                && now != seen
                && let Ok(FileText::Text(words, mark)) = read_file(&self.path)
            {
                seen = now;
                let text = Text { words, mark };
                overtaken = true;
                // What the program was opened with is on the page already.
                let playable = first || {
                    let Ok(playable) = self.tell(&text) else { return };
                    playable
                };
                first = false;
                waiting = playable.then_some(text);
            }
            if let Some(done) = running.take_if(|check| check.is_finished())
                && let Ok(findings) = done.join()
                && !overtaken
                && self.news.send(News::Checked(findings)).is_err()
            {
                return;
            }
            if running.is_none()
                && let Some(text) = waiting.take()
            {
                let (path, check) = (self.path.clone(), self.check);
                overtaken = false;
                running = Some(std::thread::spawn(move || check(&path, &text)));
            }
            std::thread::sleep(GLANCE);
        }
    }

    /// Says at once what the file holds now, or why it cannot be played; gives whether it can.
    fn tell(&self, text: &Text) -> Result<bool, SendError<News>> {
        let (scenario, findings) = compile_and_check_written(&text.words);
        let playable = scenario.is_some();
        self.news.send(match scenario {
            Some(scenario) => News::Changed(scenario),
            None => News::Broken(placed(text, findings)),
        })?;
        Ok(playable)
    }
}

fn check_whole(path: &Path, text: &Text) -> Findings {
    placed(text, check_with(&text.words, Some(&readings_of(path))).findings)
}

/// Each with its line; what was found before reading comes first.
fn placed(text: &Text, findings: Vec<Diagnostic>) -> Findings {
    let lines = LineIndex::new(&text.words);
    let all = text.mark.clone().into_iter().chain(findings);
    all.map(|finding| (lines.position(finding.span.start).line, finding)).collect()
}

fn take_news(
    author: Option<ResMut<Author>>,
    mut reload: MessageWriter<Reload>,
    mut awake: ResMut<Awake>,
) {
    let Some(mut author) = author else { return };
    let all: Vec<News> =
        author.news.lock().map(|news| news.try_iter().collect()).unwrap_or_default();
    for one in all {
        awake.stir();
        match one {
            News::Changed(scenario) => {
                author.stale = false;
                author.findings = None;
                reload.write(Reload(scenario));
            }
            News::Broken(findings) => {
                author.stale = true;
                author.findings = Some(in_order(findings));
            }
            News::Checked(findings) => author.findings = Some(in_order(findings)),
        }
    }
}

/// What cannot be played comes first, then from top to bottom.
fn in_order(mut findings: Findings) -> Findings {
    findings.sort_by_key(|(line, finding)| (finding.rule.severity() != Severity::Error, *line));
    findings
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "an author writes whenever they like")]
mod tests {
    use super::*;

    /// A check that takes longer than anyone waits, unless the file says that it is the last version.
    fn endless(_: &Path, text: &Text) -> Findings {
        while !text.words.contains("last") {
            std::thread::sleep(GLANCE);
        }
        Vec::new()
    }

    #[test]
    fn what_is_written_during_a_check_is_told_at_once() {
        let path = std::env::temp_dir().join(format!("kikitori-a-{}.ron", std::process::id()));
        std::fs::write(&path, "(").unwrap();
        let (news, heard) = channel();
        let watch = Watch { path: path.clone(), news, check: endless };
        std::thread::spawn(move || watch.go_on());
        // The check of the first version runs from the first glance on.
        std::thread::sleep(GLANCE * 2);
        std::fs::write(&path, "(broken").unwrap();
        let told = heard.recv_timeout(GLANCE * 50).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(&told, News::Broken(faults) if !faults.is_empty()), "{told:?}");
    }

    #[test]
    fn a_broken_file_is_told_once_with_all_that_is_wrong_with_it() {
        let path = std::env::temp_dir().join(format!("kikitori-b-{}.ron", std::process::id()));
        std::fs::write(&path, "(last").unwrap();
        let (news, heard) = channel();
        let watch = Watch { path: path.clone(), news, check: endless };
        std::thread::spawn(move || watch.go_on());
        // The check of what the program was opened with ends before anything is written.
        let first = heard.recv_timeout(GLANCE * 50).unwrap();
        assert!(matches!(first, News::Checked(_)), "{first:?}");
        let broken = "(title: 1, beats: [";
        std::fs::write(&path, broken).unwrap();
        let told = heard.recv_timeout(GLANCE * 50).unwrap();
        let News::Broken(found) = told else { panic!("{told:?}") };
        let text = Text { words: broken.to_owned(), mark: None };
        assert_eq!(found, check_whole(&path, &text), "what the check would say");
        let more = heard.recv_timeout(GLANCE * 4);
        std::fs::remove_file(&path).unwrap();
        assert!(more.is_err(), "{more:?}");
    }
}
