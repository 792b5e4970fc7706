//! What leaves the store on a person's word: onto paper, into a file to hand on, or for good; and what comes in.

use std::path::{Path, PathBuf};

use crate::app::keeping::{Keeping, Texts};
use crate::handing::{self, Taken};
use crate::lang::Lang;
use crate::paper::{self, Print};
use crate::report::Format;
use crate::scenario::hash_of;
use crate::store::{
    AttemptId, FileText, Note, Place, Store, StoreFault, Trouble, calendar, read_file,
};

impl Keeping {
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

    /// Puts an attempt into a file that can be handed on, without a name, and says where it is.
    ///
    /// # Errors
    /// Why it cannot be read or written.
    pub(crate) fn hand_on(&self, id: &AttemptId) -> Result<PathBuf, StoreFault> {
        let store = self.writable()?;
        let file = handing::attempt(&store, &store.attempt(id.as_str())?, false)?;
        store.put_out(&format!("{id}.kikitori.json"), &file)
    }

    /// Puts all that is kept of a person into one file, and says where it is.
    ///
    /// # Errors
    /// Nothing is, or why it cannot be read or written.
    pub(crate) fn put_out_all(&self, person: Option<&str>) -> Result<PathBuf, StoreFault> {
        let store = self.writable()?;
        store.put_out("all.kikitori.json", &handing::person(&store, person)?)
    }

    /// Erases all that is kept of a person, down to the bytes.
    ///
    /// # Errors
    /// Why not all of it could be erased; trying again goes on where it stopped.
    pub(crate) fn erase(&mut self, person: Option<&str>) -> Result<(), StoreFault> {
        self.let_go();
        self.writable()?.erase(person)?;
        Place::of(self.folder().map(Path::to_owned))?.remove_old_settings()
    }

    /// What was written beside the turns of the talk that is looked back on.
    pub(crate) fn notes(&self) -> Vec<Note> {
        let read = || self.store().ok()??.notes(self.attempt()?).ok();
        read().unwrap_or_default()
    }

    /// Keeps what was written beside a turn of it; nothing takes it away.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub(crate) fn annotate(&self, note: &Note) -> Result<(), StoreFault> {
        let Some(id) = self.attempt() else { return Ok(()) };
        self.writable()?.annotate(id, note)
    }

    /// What takes in a file on another thread; nothing where nothing is kept.
    pub(crate) fn taker(&self, lang: Lang) -> Option<impl FnOnce(&Path) -> TakenIn + use<>> {
        let folder = self.folder()?.to_owned();
        Some(move |file: &Path| take_in(&folder, file, lang))
    }

    /// The store, to write.
    fn writable(&self) -> Result<Store, StoreFault> {
        let nowhere = || StoreFault { path: PathBuf::new(), trouble: Trouble::NoFolder };
        Store::open(self.folder().ok_or_else(nowhere)?)
    }
}

/// What was taken from a file, or the sentence that says why nothing was.
pub(crate) type TakenIn = Result<Taken, String>;

fn take_in(folder: &Path, file: &Path, lang: Lang) -> TakenIn {
    let path = file.display().to_string();
    let about = |what: String| format!("{path}: {what}");
    match read_file(file) {
        Err(fault) => Err(about(fault.error.to_string())),
        Ok(FileText::NotText(finding)) => Err(about(finding.message(lang))),
        Ok(FileText::Text(text, _)) => handing::take(&text, None, || Store::open(folder))
            .map_err(|fault| fault.sentence(&path, lang)),
    }
}

/// The hash of a scenario that is on offer.
fn hash_of_scenario(texts: &Texts, id: &str) -> Option<String> {
    texts.iter().find(|(scenario, _)| scenario.id == id).map(|(_, text)| hash_of(text))
}
