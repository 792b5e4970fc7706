//! Keeps the running talk, on a thread of its own so that a slow disk never holds up a frame.

mod desk;
mod out;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;

use crate::lang::Lang;
use crate::scenario::Scenario;
use crate::session::{Deed, Millis, Mode, Session};
use crate::store::{
    AttemptId, Finish, Kept, Library, NewAttempt, Place, Reflection, Scenarios, Store, StoreFault,
    calendar,
};

pub(crate) use out::TakenIn;

use desk::{Desk, Order};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Keeping>();
    app.add_systems(Startup, warn_of_fault);
    app.add_systems(PreUpdate, desk::wake);
}

/// The same is said at the door, in the trainee's language.
fn warn_of_fault(keeping: Res<Keeping>) {
    if let Some(fault) = keeping.fault() {
        warn!("nothing will be kept: {}", fault.sentence(Lang::En));
    }
}

/// Where attempts are kept.
#[derive(Debug, Clone, Default)]
pub enum Data {
    /// Nowhere: nothing of a talk remains.
    #[default]
    Nowhere,
    /// In this folder.
    Folder(PathBuf),
    /// Nowhere, because this is wrong with the folder; whoever opens the window should know.
    Faulty(StoreFault),
}

impl Data {
    /// The store of a place, if it can be used.
    pub fn of(place: Result<&Place, &StoreFault>) -> Self {
        let fault = |fault: &StoreFault| Self::Faulty(fault.clone());
        place.map_or_else(fault, |place| match place.open() {
            Ok(store) => Self::Folder(store.folder().to_owned()),
            Err(fault) => Self::Faulty(fault),
        })
    }
}

/// The scenarios on offer as they were written.
type Texts = Vec<(Arc<Scenario>, Arc<str>)>;

/// The disk, as the talk sees it.
#[derive(Resource, Debug, Default)]
pub(crate) struct Keeping {
    data: Data,
    texts: Texts,
    desk: Option<Desk>,
    /// The attempt that the running talk is kept as.
    attempt: Option<AttemptId>,
}

impl Keeping {
    /// Keeps talks of these scenarios there.
    pub(crate) fn new(data: Data, library: &Library) -> Self {
        let texts = library.shelves.iter();
        let texts = texts.map(|shelf| (Arc::clone(&shelf.scenario), Arc::clone(&shelf.text)));
        Self { data, texts: texts.collect(), desk: None, attempt: None }
    }

    /// What is wrong with the place, if something is.
    pub(crate) fn fault(&self) -> Option<&StoreFault> {
        match &self.data {
            Data::Faulty(fault) => Some(fault),
            Data::Nowhere | Data::Folder(_) => None,
        }
    }

    /// The folder in which everything is kept, if anything is.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match &self.data {
            Data::Folder(folder) => Some(folder),
            Data::Nowhere | Data::Faulty(_) => None,
        }
    }

    /// The store, to read.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn store(&self) -> Result<Option<Store>, StoreFault> {
        self.folder().map_or(Ok(None), Store::open_existing)
    }

    /// The attempt that the running talk is kept as.
    pub(crate) fn attempt(&self) -> Option<&AttemptId> {
        self.attempt.as_ref()
    }

    /// What another thread needs to read what is kept; nothing where nothing is.
    pub(crate) fn reader(&self) -> Option<Reader> {
        let folder = self.folder()?.to_owned();
        Some(Reader { folder, texts: self.texts.clone() })
    }

    /// An attempt with its talk.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn load(&self, id: &AttemptId) -> Result<Option<Kept>, StoreFault> {
        let Some(store) = self.store()? else { return Ok(None) };
        let attempt = store.attempt(id.as_str())?;
        store.kept(attempt, &mut self.scenarios()).map(Some)
    }

    /// The scenarios on offer, so that a kept talk shares its own with them.
    fn scenarios(&self) -> Scenarios {
        known(&self.texts)
    }

    /// Keeps a talk that begins now, once something was said in it. Where nothing is kept, or the scenario is none of
    /// those on offer, nothing of it remains.
    pub(crate) fn begin(
        &mut self,
        (talk, mode): (&Session, Mode),
        person: Option<String>,
        parent: Option<(AttemptId, u32)>,
    ) {
        self.attempt = None;
        let known =
            |(scenario, _): &&(Arc<Scenario>, Arc<str>)| Arc::ptr_eq(scenario, talk.scenario());
        let Some((_, text)) = self.texts.iter().find(known) else { return };
        let (Some(id), Some(_)) = (AttemptId::fresh(), self.folder()) else { return };
        let new = NewAttempt {
            id: id.clone(),
            person,
            scenario: talk.scenario().id.clone(),
            text: text.to_string(),
            seed: talk.transcript().seed,
            mode,
            started: calendar::now(),
            parent,
            deeds: talk.deeds(),
        };
        self.order(Order::Begin(Box::new(new)));
        self.attempt = Some(id);
    }

    /// Goes on keeping an attempt.
    pub(crate) fn go_on(&mut self, kept: &Kept) {
        self.order(Order::GoOn(Box::new(kept.attempt.clone()), kept.deeds.len()));
        self.attempt = Some(kept.attempt.id.clone());
    }

    /// Looks back on an attempt that is over: what leaves it is its branch.
    pub(crate) fn look_back_on(&mut self, id: AttemptId) {
        self.let_go();
        self.attempt = Some(id);
    }

    /// Keeps nothing more of the running talk, which anyone may go on with from now on.
    pub(crate) fn let_go(&mut self) {
        self.attempt = None;
        if self.desk.is_some() {
            self.order(Order::LetGo);
        }
    }

    /// Asks for a deed to be kept. Says whether an answer will come; if not, nothing is kept.
    pub(crate) fn keep(&mut self, deed: Deed, at: Millis, finish: Option<Finish>) -> bool {
        self.attempt.is_some() && self.order(Order::Keep(deed, at, finish))
    }

    /// Whether the deed that was asked for is kept, once that is known.
    pub(crate) fn answer(&self) -> Option<Result<(), StoreFault>> {
        let desk = self.desk.as_ref()?;
        desk.answers.lock().ok()?.try_recv().ok()
    }

    /// What a person wanted to say this week, if that was written.
    pub(crate) fn sentence(&self, person: Option<&str>) -> Option<String> {
        let last = self.store().ok()??.last_reflection(person).ok()??;
        Some(last.text)
    }

    /// Keeps what someone will say this week.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub(crate) fn reflect(&self, person: Option<&str>, text: &str) -> Result<(), StoreFault> {
        let Some(folder) = self.folder() else { return Ok(()) };
        let attempt = self.attempt.clone();
        let reflection = Reflection { attempt, at: calendar::now(), text: text.to_owned() };
        Store::open(folder)?.reflect(person, &reflection)
    }

    /// Does not offer an attempt any more; it stays in the history.
    ///
    /// # Errors
    /// Why that could not be kept.
    pub(crate) fn put_away(&self, id: &AttemptId) -> Result<(), StoreFault> {
        let Some(folder) = self.folder() else { return Ok(()) };
        let finish = Finish { ended: calendar::now(), ending: None, result: None };
        Store::open(folder)?.put_away(id, &finish)
    }
}

fn known(texts: &Texts) -> Scenarios {
    Scenarios::known(texts.iter().map(|(scenario, text)| (&**text, scenario)))
}

/// Reads what is kept on another thread than the one that draws.
#[derive(Debug)]
pub(crate) struct Reader {
    folder: PathBuf,
    texts: Texts,
}

impl Reader {
    /// The talk that a person left in the middle, if one can go on.
    pub(crate) fn unfinished(&self, person: Option<&str>) -> Option<Kept> {
        let store = Store::open_existing(&self.folder).ok()??;
        let attempt = store.latest_open_of(person).ok()??;
        let kept = store.kept(attempt, &mut known(&self.texts)).ok()?;
        kept.talk.is_ok().then_some(kept)
    }
}
