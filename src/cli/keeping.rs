//! Keeping a talk that is played in the terminal: where, for whom, and what is said when it cannot be kept.

use anyhow::anyhow;
use clap::Args;

use crate::assess::{Reference, scorecard};
use crate::lang::Lang;
use crate::session::{Action, Deed, Millis, Mode, Session};
use crate::store::{
    AttemptId, DATA_VARIABLE, Finish, NewAttempt, Place, Record, Settings, Shelf, Store,
    StoreFault, Trouble, calendar, clean_name, named_folder,
};

/// Whether and for whom a talk is kept.
#[derive(Debug, Args)]
pub struct KeepArgs {
    /// Leave no trace of this talk
    #[arg(long)]
    pub no_save: bool,

    /// Who practises; a pseudonym is fine [default: nobody is named]
    #[arg(long, value_name = "NAME", conflicts_with = "no_save")]
    pub person: Option<String>,
}

/// Where everything is kept: what the arguments or the environment name, the folder beside the program, or what the
/// platform names.
///
/// # Errors
/// None of them names a place.
pub fn place_of(args: &super::Args) -> Result<Place, StoreFault> {
    let program = std::env::current_exe().ok();
    let variable = std::env::var_os(DATA_VARIABLE);
    Place::of(named_folder(args.data.as_deref(), variable, program.as_deref()))
}

/// What was set in the window, if it can be read.
pub(super) fn settings(args: &super::Args) -> Settings {
    let set = place_of(args).and_then(|place| place.settings());
    set.ok().flatten().unwrap_or_default()
}

/// The store where anything is kept; nothing where nothing ever was.
pub(super) fn existing(args: &super::Args, lang: Lang) -> anyhow::Result<Option<Store>> {
    let store = place_of(args).and_then(|place| place.open_existing());
    store.map_err(|fault| anyhow!(fault.sentence(lang)))
}

/// The store, new if there is none.
pub(super) fn store(args: &super::Args, lang: Lang) -> anyhow::Result<Store> {
    let store = place_of(args).and_then(|place| place.open());
    store.map_err(|fault| anyhow!(fault.sentence(lang)))
}

/// Keeps a talk deed by deed, or nothing of it.
#[derive(Debug)]
pub(super) struct Keeping {
    record: Option<Record>,
    reference: Reference,
}

impl Keeping {
    /// Keeps nothing.
    pub(super) fn nothing(reference: Reference) -> Self {
        Self { record: None, reference }
    }

    /// Keeps a talk that is about to begin, if that was not forbidden.
    ///
    /// # Errors
    /// The store cannot be used, or the person's name cannot be kept.
    pub(super) fn of_new(
        args: &super::Args,
        keep: &KeepArgs,
        (shelf, talk, mode): (&Shelf, &Session, Mode),
        lang: Lang,
    ) -> anyhow::Result<Self> {
        let reference = Reference::of(&shelf.scenario);
        if keep.no_save {
            return Ok(Self::nothing(reference));
        }
        let store = store(args, lang)?;
        let trouble = |trouble| {
            anyhow!(StoreFault { path: store.folder().to_owned(), trouble }.sentence(lang))
        };
        let person = match keep.person.as_deref() {
            None => settings(args).person,
            Some(typed) => Some(clean_name(typed).ok_or_else(|| trouble(Trouble::NoName))?),
        };
        let id =
            AttemptId::fresh().ok_or_else(|| trouble(Trouble::Disk("getrandom".to_owned())))?;
        let new = NewAttempt {
            id,
            person,
            scenario: shelf.scenario.id.clone(),
            text: shelf.text.to_string(),
            seed: talk.transcript().seed,
            mode,
            started: calendar::now(),
            parent: None,
            deeds: Vec::new(),
        };
        Ok(Self { record: Some(Record::of_new(store, new)), reference })
    }

    /// Goes on keeping a talk.
    pub(super) fn of_open(record: Record, reference: Reference) -> Self {
        Self { record: Some(record), reference }
    }

    /// What talks of this scenario are measured by.
    pub(super) fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The attempt's id, where the talk is kept.
    pub(super) fn id(&self) -> Option<&AttemptId> {
        self.record.as_ref().map(Record::id)
    }

    /// Keeps what was done in a talk: `after` is the talk once it was done. When this returns, it lasts.
    ///
    /// # Errors
    /// Why it could not be kept; nothing else was lost.
    pub(super) fn keep(
        &mut self,
        before: &Session,
        (action, at): (Action, Millis),
        after: &Session,
    ) -> Result<(), StoreFault> {
        let (Some(record), Some(deed)) = (&mut self.record, before.deed(action)) else {
            return Ok(());
        };
        let finish = Finish::of(after, || scorecard(after, &self.reference), calendar::now());
        record.keep(&deed, at, finish.as_ref())
    }

    /// Keeps that the last line was taken back.
    ///
    /// # Errors
    /// Why it could not be kept; nothing else was lost.
    pub(super) fn take_back(&mut self, at: Millis) -> Result<(), StoreFault> {
        self.record.as_mut().map_or(Ok(()), |record| record.keep(&Deed::TakeBack, at, None))
    }
}
