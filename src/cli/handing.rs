//! `kikitori export` and `kikitori import`: an attempt handed on in one small file; and all that is kept of a person.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::assess::{Reference, scorecard};
use crate::cli::keeping::{existing, store};
use crate::cli::{Outcome, text_of};
use crate::handon::{self, HandOn, Opened};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::scenario::hash_of;
use crate::store::{
    Attempt, AttemptId, Finish, NewAttempt, Note, Reflection, Store, StoreFault, Trouble,
    clean_name,
};

/// Print an attempt as one small file that opens on another machine and plays again to the word.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The beginning of the attempt's id, as `kikitori history` prints it
    #[arg(value_name = "ATTEMPT")]
    pub attempt: String,

    /// Also put the person's name into the file
    #[arg(long)]
    pub with_name: bool,
}

/// Take in an attempt that was handed on, or all of a person that `kikitori person export` printed. Of an attempt that
/// is here already, the notes beside its turns are taken.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Whose attempt it is here [default: the name in the file, if there is one]
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
}

/// All that is kept of a person. Each attempt has the form of a file that is handed on.
#[derive(Debug, Serialize, Deserialize)]
struct PersonFile<'f> {
    format: String,
    version: u32,
    person: String,
    since: i64,
    #[serde(borrow)]
    attempts: Vec<&'f RawValue>,
    reflections: Vec<Sentence>,
}

/// What a person will say this week, as they wrote it.
#[derive(Debug, Serialize, Deserialize)]
struct Sentence {
    attempt: Option<String>,
    at: i64,
    text: String,
}

const PERSON_FORMAT: &str = "kikitori-person";
const PERSON_VERSION: u32 = 1;

pub(super) fn export(
    args: &super::Args,
    export: &ExportArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let Some(store) = existing(args, lang)? else { bail!(say(lang, "history-none")) };
    let attempt = store.attempt(&export.attempt).map_err(said)?;
    let mut hand_on = handed(&store, &attempt).map_err(said)?;
    hand_on.person = attempt.person.filter(|_| export.with_name);
    out.write_all(handon::write(&hand_on).as_bytes())?;
    Ok(Outcome::Clean)
}

/// An attempt as it is handed on, without its person.
fn handed(store: &Store, attempt: &Attempt) -> Result<HandOn, StoreFault> {
    let notes = store.notes(&attempt.id)?;
    Ok(HandOn {
        attempt: attempt.id.to_string(),
        person: None,
        text: store.scenario_text(&attempt.hash)?,
        seed: attempt.seed,
        mode: attempt.mode,
        started: attempt.started,
        ended: attempt.finish.as_ref().map(|finish| finish.ended),
        parent: attempt.parent.as_ref().map(|(parent, turn)| (parent.to_string(), *turn)),
        deeds: store.deeds(&attempt.id)?,
        notes: notes.into_iter().map(|note| (note.turn, note.text)).collect(),
        reflection: None,
    })
}

/// Everything that is kept of a person, as one file.
pub(super) fn export_person(store: &Store, name: &str) -> Result<String, StoreFault> {
    let people = store.people()?;
    let person = people.iter().find(|person| person.name == name);
    let nobody = || StoreFault {
        path: store.folder().to_owned(),
        trouble: Trouble::NoPerson(name.to_owned()),
    };
    let person = person.ok_or_else(nobody)?;
    let attempts = store.attempts(Some(name))?;
    // The earliest first, so that a branch follows what it left.
    let handed = attempts.iter().rev().map(|attempt| handed(store, attempt));
    let handed: Vec<HandOn> = handed.collect::<Result<_, _>>()?;
    let written = handed.iter().map(|hand_on| RawValue::from_string(handon::write(hand_on)));
    let written: Vec<Box<RawValue>> = written.filter_map(Result::ok).collect();
    let sentence = |reflection: Reflection| Sentence {
        attempt: reflection.attempt.map(|id| id.to_string()),
        at: reflection.at,
        text: reflection.text,
    };
    let file = PersonFile {
        format: PERSON_FORMAT.to_owned(),
        version: PERSON_VERSION,
        person: person.name.clone(),
        since: person.since,
        attempts: written.iter().map(|attempt| &**attempt).collect(),
        reflections: store.all_reflections(name)?.into_iter().map(sentence).collect(),
    };
    Ok(serde_json::to_string(&file).unwrap_or_default())
}

pub(super) fn import(
    args: &super::Args,
    import: &ImportArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let path = import.file.display().to_string();
    let about = |what: String| anyhow!(format!("{path}: {what}"));
    let text = text_of(&import.file, lang)?;
    let name = match &import.person {
        None => None,
        Some(typed) => Some(clean_name(typed).ok_or_else(|| anyhow!(no_name(args, lang)))?),
    };
    let person: Option<PersonFile<'_>> = serde_json::from_str(&text).ok();
    let mut taken = Taken::default();
    match person.filter(|person| person.format == PERSON_FORMAT) {
        None => {
            let opened =
                handon::read(text.as_bytes()).map_err(|fault| about(fault.sentence(lang)))?;
            let name = name.or_else(|| opened.attempt.person.as_deref().and_then(clean_name));
            take(&mut store(args, lang)?, &opened, name, &mut taken, lang)?;
        }
        Some(person) if person.version > PERSON_VERSION => {
            bail!(about(say(lang, "import-newer")));
        }
        Some(person) => {
            let name = name.or_else(|| clean_name(&person.person));
            // All of it is read before any of it is taken.
            let opened =
                person.attempts.iter().map(|attempt| handon::read(attempt.get().as_bytes()));
            let opened: Vec<Opened> =
                opened.collect::<Result<_, _>>().map_err(|fault| about(fault.sentence(lang)))?;
            let mut store = store(args, lang)?;
            for opened in &opened {
                take(&mut store, opened, name.clone(), &mut taken, lang)?;
            }
            for sentence in person.reflections {
                let attempt = sentence.attempt.as_deref().and_then(AttemptId::of_elsewhere);
                let reflection = Reflection { attempt, at: sentence.at, text: sentence.text };
                store
                    .take_reflection(name.as_deref(), &reflection)
                    .map_err(|fault| anyhow!(fault.sentence(lang)))?;
            }
        }
    }
    let counts = [("new", taken.new.into()), ("known", taken.known.into())];
    writeln!(out, "{}", say_with(lang, "import-taken", &counts))?;
    Ok(Outcome::Clean)
}

/// How many attempts were new here, and how many were here already.
#[derive(Debug, Default)]
struct Taken {
    new: usize,
    known: usize,
}

/// Takes in one attempt, or what a trainer wrote beside it.
fn take(
    store: &mut Store,
    opened: &Opened,
    person: Option<String>,
    taken: &mut Taken,
    lang: Lang,
) -> anyhow::Result<()> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let HandOn { attempt, text, seed, mode, started, ended, parent, deeds, notes, .. } =
        &opened.attempt;
    let id = AttemptId::of_elsewhere(attempt).ok_or_else(|| {
        anyhow!(say_with(lang, "import-no-id", &[("id", attempt.as_str().into())]))
    })?;
    if let Ok(known) = store.attempt(id.as_str()) {
        let same = known.seed == *seed && known.hash == hash_of(text);
        if !same || store.deeds(&known.id).map_err(said)? != *deeds {
            bail!(say_with(lang, "import-other", &[("id", attempt.as_str().into())]));
        }
        taken.known += 1;
    } else {
        let talk = &opened.talk;
        let new = NewAttempt {
            id: id.clone(),
            person: person.clone(),
            scenario: talk.scenario().id.clone(),
            text: text.clone(),
            seed: *seed,
            mode: *mode,
            started: *started,
            parent: parent
                .as_ref()
                .and_then(|(parent, turn)| Some((AttemptId::of_elsewhere(parent)?, *turn))),
            deeds: deeds.clone(),
        };
        let card = || scorecard(talk, &Reference::of(talk.scenario()));
        let put_away = |ended| Finish { ended, ending: None, result: None };
        let finish = ended.map(|ended| Finish::of(talk, card, ended).unwrap_or(put_away(ended)));
        store.begin(&new, &[], finish.as_ref()).map_err(said)?;
        taken.new += 1;
    }
    for (turn, text) in notes {
        store.annotate(&id, &Note { turn: *turn, text: text.clone() }).map_err(said)?;
    }
    if let Some(text) = &opened.attempt.reflection {
        let at = ended.unwrap_or(*started);
        let reflection = Reflection { attempt: Some(id), at, text: text.clone() };
        store.take_reflection(person.as_deref(), &reflection).map_err(said)?;
    }
    Ok(())
}

fn no_name(args: &super::Args, lang: Lang) -> String {
    let path = args.data.clone().unwrap_or_default();
    StoreFault { path, trouble: Trouble::NoName }.sentence(lang)
}
