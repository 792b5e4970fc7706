//! An attempt while it goes on: each deed is kept before the talk goes on.

use std::fmt::Write;

use crate::assess::Scorecard;
use crate::rubric::Skill;
use crate::session::{Deed, Millis, Session};
use crate::store::attempts::{Attempt, AttemptId, Finish, Hold, NewAttempt, Store, StoreFault};

/// Keeps one attempt. It is begun with its first deed, so that a talk in which nobody said anything leaves no trace.
#[derive(Debug)]
pub struct Record {
    store: Store,
    id: AttemptId,
    /// What the attempt begins with, until it has begun.
    new: Option<NewAttempt>,
    /// How many deeds are kept.
    kept: u32,
    _hold: Option<Hold>,
}

impl Record {
    /// Keeps an attempt that has not begun.
    pub fn of_new(store: Store, new: NewAttempt) -> Self {
        let hold = store.hold(&new.id).ok();
        let kept = u32::try_from(new.deeds.len()).unwrap_or(u32::MAX);
        Self { store, id: new.id.clone(), new: Some(new), kept, _hold: hold }
    }

    /// Goes on keeping an attempt of which so many deeds are kept.
    ///
    /// # Errors
    /// It goes on in another window.
    pub fn of_open(store: Store, attempt: &Attempt, deeds: usize) -> Result<Self, StoreFault> {
        let hold = store.hold(&attempt.id)?;
        let kept = u32::try_from(deeds).unwrap_or(u32::MAX);
        Ok(Self { store, id: attempt.id.clone(), new: None, kept, _hold: Some(hold) })
    }

    /// The attempt's id.
    pub fn id(&self) -> &AttemptId {
        &self.id
    }

    /// Keeps a deed, and how the attempt ended if it did. When this returns, it lasts.
    ///
    /// # Errors
    /// Why it could not be kept; it can be tried again.
    pub fn keep(
        &mut self,
        deed: &Deed,
        at: Millis,
        finish: Option<&Finish>,
    ) -> Result<(), StoreFault> {
        match &self.new {
            Some(new) => {
                self.store.begin(new, &[(deed.clone(), at)], finish)?;
                self.new = None;
            }
            None => self.store.keep(&self.id, self.kept, (deed, at), finish)?,
        }
        self.kept += 1;
        Ok(())
    }

    /// Gives back the store.
    pub fn into_store(self) -> Store {
        self.store
    }
}

impl Finish {
    /// How a talk ended, with what it came to; nothing as long as it goes on.
    pub fn of(talk: &Session, card: impl FnOnce() -> Scorecard, ended: i64) -> Option<Self> {
        let ending = talk.ending()?.id.clone();
        Some(Self { ended, ending: Some(ending), result: Some(result(&card())) })
    }
}

/// Whole numbers by the code of their skill.
type Figures<N> = std::collections::BTreeMap<&'static str, N>;

impl Finish {
    /// The points (0..=100) and observations per skill as they were kept, for a talk that cannot be had again.
    pub fn figures(&self) -> Option<(Figures<u8>, Figures<u32>)> {
        let kept: serde_json::Value = serde_json::from_str(self.result.as_deref()?).ok()?;
        let figure = |skill: Skill, name| kept.get(skill.code())?.get(name)?.as_u64();
        Skill::ALL
            .into_iter()
            .map(|skill| {
                let points = u8::try_from(figure(skill, "points")?).ok()?;
                let observations = u32::try_from(figure(skill, "observations")?).ok()?;
                Some(((skill.code(), points), (skill.code(), observations)))
            })
            .collect::<Option<Vec<_>>>()
            .map(|figures| figures.into_iter().unzip())
    }
}

/// Points and observations per skill. The file's own form: other versions of the program read it.
fn result(card: &Scorecard) -> String {
    let mut written = String::from("{");
    for (at, score) in card.scores.iter().enumerate() {
        let between = if at > 0 { "," } else { "" };
        let (skill, points, observations) = (score.skill.code(), score.points, score.observations);
        // Writing to a string cannot fail.
        let _ = write!(
            written,
            "{between}\"{skill}\":{{\"points\":{points},\"observations\":{observations}}}"
        );
    }
    written.push('}');
    written
}
