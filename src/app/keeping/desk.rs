//! The thread that writes: it is handed what is to be kept, and answers when that is on the disk.

use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxy, EventLoopProxyWrapper, WinitUserEvent};

use crate::app::keeping::Keeping;
use crate::session::{Deed, Millis};
use crate::store::{Attempt, Finish, NewAttempt, Record, Store, StoreFault, Trouble};

/// The thread that writes, and what goes to and fro.
#[derive(Debug)]
pub(super) struct Desk {
    orders: Sender<Order>,
    pub(super) answers: Mutex<Receiver<Result<(), StoreFault>>>,
}

/// What the thread is asked to do. It answers each [`Order::Keep`], and nothing else.
pub(super) enum Order {
    Begin(Box<NewAttempt>),
    GoOn(Box<Attempt>, usize),
    Keep(Deed, Millis, Option<Finish>),
    LetGo,
    Wake(EventLoopProxy<WinitUserEvent>),
}

impl Keeping {
    /// Hands an order to the thread, which is started for the first one. Says whether it was taken.
    pub(super) fn order(&mut self, order: Order) -> bool {
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

/// The thread has to wake a window at rest when it has answered.
pub(super) fn wake(
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
            Order::LetGo => (wanted, record) = (None, None),
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
