//! The story's clock and what was promised in it, in words that window, terminal and paper share.

use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::session::{ClockView, PromiseView};

impl ClockView {
    /// What the story's clock shows.
    pub fn words(&self, lang: Lang) -> String {
        let args = [("day", i64::from(self.day).into()), ("time", self.time.as_str().into())];
        say_with(lang, "talk-clock", &args)
    }
}

impl PromiseView {
    /// A promise in one line: what, by whom if it is somebody else, by when, what else, and what became of it.
    pub fn words(&self, lang: Lang) -> String {
        let due = match &self.due {
            None => say(lang, "promise-no-time"),
            Some(due) => say_with(lang, "promise-due", &[("time", due.words(lang).into())]),
        };
        let due = match &self.fallback {
            None => due,
            Some(fallback) => {
                let args = [("due", due.into()), ("fallback", fallback.as_str().into())];
                say_with(lang, "promise-fallback", &args)
            }
        };
        let act = if self.by.is_empty() {
            self.act.clone()
        } else {
            let args = [("act", self.act.as_str().into()), ("by", self.by.as_str().into())];
            say_with(lang, "promise-act-by", &args)
        };
        let state = say(lang, &format!("promise-{}", self.state.code()));
        let args = [("act", act.into()), ("due", due.into()), ("state", state.into())];
        say_with(lang, "promise-line", &args)
    }
}
