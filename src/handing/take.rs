//! Takes in what was handed on: attempts that are new here, and of those that are here already the notes beside turns.

use crate::assess::{Reference, scorecard};
use crate::handing::{HandingFault, PERSON_FORMAT, PERSON_VERSION, PersonFile};
use crate::handon::{self, HandOn, Opened};
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::scenario::hash_of;
use crate::store::{
    AttemptId, Finish, NewAttempt, Note, Reflection, Store, StoreFault, clean_name,
};

/// What was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The attempts that were new here.
    pub new: Vec<AttemptId>,
    /// Those that were here already, of which only the notes are taken.
    pub known: Vec<AttemptId>,
}

impl Taken {
    /// One sentence on how many there were.
    pub fn sentence(&self, lang: Lang) -> String {
        let counts = [("new", self.new.len().into()), ("known", self.known.len().into())];
        say_with(lang, "import-taken", &counts)
    }
}

/// Takes in a file, as someone's, or else as that of whom it names. All of it is read before the store is opened and any
/// of it is kept.
///
/// # Errors
/// Why it was not taken.
pub fn take(
    text: &str,
    name: Option<String>,
    open: impl FnOnce() -> Result<Store, StoreFault>,
) -> Result<Taken, HandingFault> {
    let person: Option<PersonFile<'_>> = serde_json::from_str(text).ok();
    let mut taken = Taken::default();
    match person.filter(|person| person.format == PERSON_FORMAT) {
        None => {
            let opened = handon::read(text.as_bytes()).map_err(HandingFault::File)?;
            let name = name.or_else(|| opened.attempt.person.as_deref().and_then(clean_name));
            take_attempt(&mut open()?, &opened, name, &mut taken)?;
        }
        Some(person) if person.version > PERSON_VERSION => return Err(HandingFault::Newer),
        Some(person) => {
            let name = name.or_else(|| clean_name(&person.person));
            let opened =
                person.attempts.iter().map(|attempt| handon::read(attempt.get().as_bytes()));
            let opened: Vec<Opened> =
                opened.collect::<Result<_, _>>().map_err(HandingFault::File)?;
            let mut store = open()?;
            for opened in &opened {
                take_attempt(&mut store, opened, name.clone(), &mut taken)?;
            }
            for sentence in person.reflections {
                let attempt = sentence.attempt.as_deref().and_then(AttemptId::of_elsewhere);
                let reflection = Reflection { attempt, at: sentence.at, text: sentence.text };
                store.take_reflection(name.as_deref(), &reflection)?;
            }
        }
    }
    Ok(taken)
}

/// Takes in one attempt, or what a trainer wrote beside it.
fn take_attempt(
    store: &mut Store,
    opened: &Opened,
    person: Option<String>,
    taken: &mut Taken,
) -> Result<(), HandingFault> {
    let HandOn { attempt, text, seed, started, ended, deeds, notes, reflection, .. } =
        &opened.attempt;
    let no_id = || HandingFault::NoId(attempt.clone());
    let id = AttemptId::of_elsewhere(attempt).ok_or_else(no_id)?;
    if let Ok(known) = store.attempt(id.as_str()) {
        let same = known.seed == *seed && known.hash == hash_of(text);
        if !same || store.deeds(&known.id)? != *deeds {
            return Err(HandingFault::Other(attempt.clone()));
        }
        taken.known.push(known.id);
    } else {
        begin(store, opened, id.clone(), person.clone())?;
        taken.new.push(id.clone());
    }
    for (turn, text) in notes {
        store.annotate(&id, &Note { turn: *turn, text: text.clone() })?;
    }
    if let Some(text) = reflection {
        let at = ended.unwrap_or(*started);
        let reflection = Reflection { attempt: Some(id), at, text: text.clone() };
        store.take_reflection(person.as_deref(), &reflection)?;
    }
    Ok(())
}

/// Keeps an attempt that is new here, with what it comes to when it is had again.
fn begin(
    store: &mut Store,
    opened: &Opened,
    id: AttemptId,
    person: Option<String>,
) -> Result<(), StoreFault> {
    let HandOn { text, seed, mode, started, ended, parent, deeds, .. } = &opened.attempt;
    let talk = &opened.talk;
    let parent = parent.as_ref();
    let new = NewAttempt {
        id,
        person,
        scenario: talk.scenario().id.clone(),
        text: text.clone(),
        seed: *seed,
        mode: *mode,
        started: *started,
        parent: parent.and_then(|(id, turn)| Some((AttemptId::of_elsewhere(id)?, *turn))),
        deeds: deeds.clone(),
    };
    let card = || scorecard(talk, &Reference::of(talk.scenario()));
    let put_away = |ended| Finish { ended, ending: None, result: None };
    let finish = ended.map(|ended| Finish::of(talk, card, ended).unwrap_or(put_away(ended)));
    store.begin(&new, &[], finish.as_ref())
}
