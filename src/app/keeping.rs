//! Keeps the running talk, on a thread of its own so that a slow disk never holds up a frame.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxy, EventLoopProxyWrapper, WinitUserEvent};

use crate::lang::Lang;
use crate::paper::{self, Print};
use crate::report::Format;
use crate::scenario::{Scenario, hash_of};
use crate::session::{Deed, Millis, Mode, Session};
use crate::store::{
    Attempt, AttemptId, Finish, Kept, Library, NewAttempt, Place, Record, Reflection, Scenarios,
    Store, StoreFault, Trouble, calendar,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Keeping>();
    app.add_systems(Startup, warn_of_fault);
    app.add_systems(PreUpdate, wake);
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

/// The disk, as the talk sees it.
#[derive(Resource, Debug, Default)]
pub(crate) struct Keeping {
    data: Data,
    /// The scenarios on offer as they were written.
    texts: Vec<(Arc<Scenario>, Arc<str>)>,
    desk: Option<Desk>,
    /// The attempt that the running talk is kept as.
    attempt: Option<AttemptId>,
}

/// The thread that writes, and what goes to and fro.
#[derive(Debug)]
struct Desk {
    orders: Sender<Order>,
    answers: Mutex<Receiver<Result<(), StoreFault>>>,
}

/// What the thread is asked to do. It answers each [`Order::Keep`], and nothing else.
enum Order {
    Begin(Box<NewAttempt>),
    GoOn(Box<Attempt>, usize),
    Keep(Deed, Millis, Option<Finish>),
    Wake(EventLoopProxy<WinitUserEvent>),
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

    fn folder(&self) -> Option<&Path> {
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

    /// Keeps nothing more of the running talk.
    pub(crate) fn let_go(&mut self) {
        self.attempt = None;
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

    /// Puts an attempt on paper, as a page that a browser shows and prints, and says where it is.
    ///
    /// # Errors
    /// Why it cannot be read or written.
    pub(crate) fn put_on_paper(&self, id: &AttemptId, lang: Lang) -> Result<PathBuf, StoreFault> {
        let elsewhere = || StoreFault {
            path: self.folder().map(Path::to_owned).unwrap_or_default(),
            trouble: Trouble::NoAttempt(id.to_string()),
        };
        let store = self.store()?.ok_or_else(elsewhere)?;
        let kept = self.load(id)?.ok_or_else(elsewhere)?;
        let talk = kept.talk.map_err(|_| elsewhere())?;
        let hash = hash_of_scenario(&self.texts, &kept.attempt.scenario);
        let print = Print {
            when: &calendar::local(kept.attempt.started),
            changed: hash.is_some_and(|hash| hash != kept.attempt.hash),
            format: Format::Html,
            lang,
        };
        let page = paper::print(&store, &kept.attempt, &talk, print)?;
        store.put_out(&format!("{id}.html"), &page)
    }

    /// Hands an order to the thread, which is started for the first one. Says whether it was taken.
    fn order(&mut self, order: Order) -> bool {
        let Some(folder) = self.folder().map(Path::to_owned) else { return false };
        let desk = self.desk.get_or_insert_with(|| {
            let (orders, asked) = channel();
            let (out, answers) = channel();
            std::thread::spawn(move || write(&folder, &asked, &out));
            Desk { orders, answers: Mutex::new(answers) }
        });
        desk.orders.send(order).is_ok()
    }
}

fn known(texts: &[(Arc<Scenario>, Arc<str>)]) -> Scenarios {
    Scenarios::known(texts.iter().map(|(scenario, text)| (&**text, scenario)))
}

/// Reads what is kept on another thread than the one that draws.
#[derive(Debug)]
pub(crate) struct Reader {
    folder: PathBuf,
    texts: Vec<(Arc<Scenario>, Arc<str>)>,
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

/// The thread has to wake a window at rest when it has answered.
fn wake(
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut keeping: ResMut<Keeping>,
    mut told: Local<bool>,
) {
    if let Some(proxy) = proxy.filter(|_| !*told && keeping.desk.is_some()) {
        *told = keeping.bypass_change_detection().order(Order::Wake((**proxy).clone()));
    }
}

/// What the thread was asked to keep.
enum Wanted {
    New(Box<NewAttempt>),
    Open(Box<Attempt>, usize),
}

impl Wanted {
    /// The attempt, ready to be gone on with.
    fn open(&self, folder: &Path) -> Result<Record, StoreFault> {
        let store = Store::open(folder)?;
        match self {
            Self::New(new) => Ok(Record::of_new(store, (**new).clone())),
            Self::Open(attempt, deeds) => Record::of_open(store, attempt, *deeds),
        }
    }
}

/// Does what is asked until nobody asks any more.
fn write(folder: &Path, asked: &Receiver<Order>, out: &Sender<Result<(), StoreFault>>) {
    let elsewhere = || StoreFault { path: folder.to_owned(), trouble: Trouble::Elsewhere };
    let (mut wanted, mut record, mut proxy) = (None, None, None);
    for order in asked {
        match order {
            Order::Wake(given) => proxy = Some(given),
            // One that was played before is let go of; the new one is opened when there is something to keep.
            Order::Begin(new) => (wanted, record) = (Some(Wanted::New(new)), None),
            Order::GoOn(attempt, deeds) => {
                let open = Wanted::Open(attempt, deeds);
                drop(record.take());
                record = open.open(folder).ok();
                wanted = Some(open);
            }
            Order::Keep(deed, at, finish) => {
                let opened = match (&mut record, &wanted) {
                    (Some(record), _) => Ok(record),
                    (None, Some(wanted)) => wanted.open(folder).map(|opened| record.insert(opened)),
                    (None, None) => Err(elsewhere()),
                };
                let kept = opened.and_then(|record| record.keep(&deed, at, finish.as_ref()));
                if out.send(kept).is_err() {
                    return;
                }
                if let Some(proxy) = &proxy {
                    let _ = EventLoopProxy::send_event(proxy, WinitUserEvent::WakeUp);
                }
            }
        }
    }
}

/// The hash of a scenario that is on offer.
fn hash_of_scenario(texts: &[(Arc<Scenario>, Arc<str>)], id: &str) -> Option<String> {
    texts.iter().find(|(scenario, _)| scenario.id == id).map(|(_, text)| hash_of(text))
}
