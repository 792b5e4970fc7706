//! Work beside the thread that draws: begun here, and taken up when it is done.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};

use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

/// Something that another thread is working out.
#[derive(Debug)]
pub(crate) struct Beside<T>(Mutex<Receiver<T>>);

impl<T: Send + 'static> Beside<T> {
    /// Begins the work. A window at rest is woken when it is done, to take it up.
    pub(crate) fn begin(
        proxy: Option<&EventLoopProxyWrapper>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Self {
        let (sender, receiver) = channel();
        let proxy = proxy.map(|proxy| (**proxy).clone());
        std::thread::spawn(move || {
            // Nobody listens any more where this was let go in the meantime.
            if let (Ok(()), Some(proxy)) = (sender.send(work()), proxy) {
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }
        });
        Self(Mutex::new(receiver))
    }

    /// What came of it, once, when it is done.
    pub(crate) fn take(&self) -> Option<T> {
        self.0.lock().ok()?.try_recv().ok()
    }
}
