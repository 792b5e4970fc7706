//! Author mode: the file that is being written, watched, and what the check says of it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::awake::Awake;
use crate::app::session::Reload;
use crate::blind::Reading;
use crate::check::check_with;
use crate::diagnostic::{Diagnostic, LineIndex, Severity};
use crate::scenario::{Scenario, read_and_compile};
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
    pub(crate) findings: Option<Vec<(usize, Diagnostic)>>,
    /// Whether what is shown is older than the file, because the file cannot be played.
    pub(crate) stale: bool,
    news: Mutex<Receiver<News>>,
}

impl std::fmt::Debug for Author {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Author").field("path", &self.path).finish_non_exhaustive()
    }
}

/// What the watcher saw.
#[derive(Debug)]
enum News {
    /// The file changed, and this is what it holds, if it can be played.
    Changed(Option<Box<Scenario>>),
    /// What the check says of it, which takes a moment longer.
    Checked(Vec<(usize, Diagnostic)>),
}

impl Author {
    /// Watches a file from now on.
    pub(crate) fn watch(path: &Path) -> Self {
        let (sender, news) = channel();
        let watched = path.to_owned();
        // It ends with the program, or when nobody listens any more.
        std::thread::spawn(move || watch(&watched, &sender));
        let path = path.to_owned();
        Self { path, findings: None, stale: false, news: Mutex::new(news) }
    }
}

/// Looks at the file again and again, and tells what it holds whenever it was written.
fn watch(path: &Path, news: &Sender<News>) {
    let mut seen: Option<(SystemTime, u64)> = None;
    let mut first = true;
    loop {
        let now = std::fs::metadata(path).ok();
        let now = now.and_then(|meta| Some((meta.modified().ok()?, meta.len())));
        if now.is_some() && now != seen {
            seen = now;
            if tell(path, news, first).is_none() {
                return;
            }
            first = false;
        }
        std::thread::sleep(GLANCE);
    }
}

/// `None` when nobody listens any more.
fn tell(path: &Path, news: &Sender<News>, first: bool) -> Option<()> {
    let Ok(FileText::Text(text, mark)) = read_file(path) else {
        return Some(());
    };
    // What the program was opened with is on the page already.
    if !first {
        let scenario = read_and_compile(&text).0.map(Box::new);
        news.send(News::Changed(scenario)).ok()?;
    }
    let readings: Vec<Reading> = readings_of(path);
    let lines = LineIndex::new(&text);
    let findings = mark.into_iter().chain(check_with(&text, Some(&readings)).findings);
    let placed = findings.map(|finding| (lines.position(finding.span.start).line, finding));
    news.send(News::Checked(placed.collect())).ok()
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
            News::Changed(Some(scenario)) => {
                author.stale = false;
                author.findings = None;
                reload.write(Reload(Arc::new(*scenario)));
            }
            News::Changed(None) => author.stale = true,
            News::Checked(mut findings) => {
                findings.sort_by_key(|(line, finding)| {
                    (finding.rule.severity() != Severity::Error, *line)
                });
                author.findings = Some(findings);
            }
        }
    }
}
