//! Holds the running talk for Bevy: one message in, one message out, one system that writes.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;

use crate::analysis::nearly_right;
use crate::app::AppSystems;
use crate::assess::{Debrief, Reference};
use crate::lang::Lang;
use crate::scenario::Scenario;
use crate::session::{self, Action, Millis, Mode, Seed, Session, TalkView};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Act>().add_message::<Happened>().add_message::<Open>();
    app.add_message::<Reload>().add_message::<Rehearse>().add_message::<Again>();
    let all = (reload_session, open_session, rehearse_session, again_session, step_session);
    app.add_systems(Update, all.chain().in_set(AppSystems::Step));
}

/// Asks for a new talk, to be practised in this mode.
#[derive(Message, Debug, Clone)]
pub(crate) struct Open(pub(crate) Arc<Scenario>, pub(crate) Mode);

/// The seed of every talk; a fresh one each time, if none is given.
#[derive(Resource, Debug, Default)]
pub(crate) struct FixedSeed(pub(crate) Option<Seed>);

/// What a person, the room or the clock asks of the talk.
#[derive(Message, Debug, Clone, Copy)]
pub(crate) struct Act(pub(crate) Action);

/// What the talk says has happened. Screens and sounds only ever read this.
#[derive(Message, Debug, Clone, Copy)]
pub(crate) struct Happened(pub(crate) session::Event);

/// The running talk. Anyone may look at it; only the systems of this file can change it, because its fields are private.
#[derive(Resource, Debug)]
pub(crate) struct ActiveSession {
    talk: Session,
    reference: Reference,
    started: Duration,
    mode: Mode,
    /// How often a choice was taken back. A talk in which one was says nothing about what the trainee tends to do.
    taken_back: u32,
    parent: Option<Parent>,
}

/// The talk that another one left at a fork. It stays as it was.
#[derive(Debug)]
pub(crate) struct Parent {
    /// The turn at which the other talk begins, counted from 0.
    pub(crate) fork: usize,
    /// The talk as it ended.
    talk: Session,
}

impl ActiveSession {
    /// The talk as the trainee sees it.
    pub(crate) fn view(&self, lang: Lang) -> TalkView {
        self.talk.view(lang)
    }

    /// The look back on the talk, without its turning points: finding those takes longer than a frame may.
    pub(crate) fn debrief(&self, lang: Lang) -> Debrief {
        Debrief::of(&self.talk, &self.reference, lang)
    }

    /// The scenario that is played.
    pub(crate) fn scenario(&self) -> &Arc<Scenario> {
        self.talk.scenario()
    }

    /// The talk itself, to read.
    pub(crate) fn talk(&self) -> &Session {
        &self.talk
    }

    /// How it is practised.
    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    /// How often a choice was taken back.
    pub(crate) fn taken_back(&self) -> u32 {
        self.taken_back
    }

    /// What the last choice did to the listener, where the trainee is told at once.
    pub(crate) fn feedback(&self, lang: Lang) -> Option<&str> {
        let last = self.talk.turns().last().filter(|_| self.mode.teaches_at_once())?;
        let feedback = self.scenario().choice(last.beat, last.choice).feedback.get(lang);
        (!feedback.is_empty()).then_some(feedback)
    }

    /// The look back on a talk that goes well, and on one to learn from that does not, without their turning points.
    pub(crate) fn examples(&self, lang: Lang) -> [Debrief; 2] {
        let nearly = nearly_right(self.scenario());
        [&self.reference.talk, &nearly].map(|talk| Debrief::of(talk, &self.reference, lang))
    }

    /// The turn at which this talk left another one, and the look back on that one, without its turning points.
    pub(crate) fn parent(&self, lang: Lang) -> Option<(usize, Debrief)> {
        let parent = self.parent.as_ref()?;
        Some((parent.fork, Debrief::of(&parent.talk, &self.reference, lang)))
    }
}

/// Asks for the running talk to go on in a changed scenario, at the very place if it is still there.
#[derive(Message, Debug, Clone)]
pub(crate) struct Reload(pub(crate) Arc<Scenario>);

/// Asks for a talk from the middle, for an author who tries a beat.
#[derive(Message, Debug, Clone)]
pub(crate) struct Rehearse(pub(crate) session::State);

/// Asks to have a part of the talk again.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Again {
    /// The last choice, which is taken back.
    Choice,
    /// Everything from this turn on, counted from 0, as a talk of its own beside the one that was.
    From(usize),
}

fn again_session(mut asked: MessageReader<Again>, active: Option<ResMut<ActiveSession>>) {
    let (Some(mut active), Some(again)) = (active, asked.read().last().copied()) else {
        return;
    };
    match again {
        Again::Choice => {
            let last = active.talk.turns().len().checked_sub(1);
            let before = last.and_then(|last| active.talk.before_turn(last));
            if let Some(before) = before.filter(|_| active.mode.teaches_at_once()) {
                active.talk = before;
                active.taken_back += 1;
            }
        }
        Again::From(fork) => {
            if let Some(before) = active.talk.before_turn(fork) {
                let talk = std::mem::replace(&mut active.talk, before);
                active.parent = Some(Parent { fork, talk });
                active.taken_back = 0;
                // What was looked back on is known, so this checks nothing.
                active.mode = active.mode.min(Mode::Practice);
            }
        }
    }
}

fn reload_session(
    mut asked: MessageReader<Reload>,
    active: Option<ResMut<ActiveSession>>,
    mut out: MessageWriter<Open>,
) {
    let Some(Reload(changed)) = asked.read().last() else {
        return;
    };
    let carried = active.as_ref().and_then(|active| active.talk.carried_over(Arc::clone(changed)));
    match (active, carried) {
        (Some(mut active), Some(talk)) => {
            active.reference = Reference::of(changed);
            active.talk = talk;
        }
        // The place is gone, or the talk was over: from the beginning.
        (active, _) => {
            let mode = active.map(|active| active.mode).unwrap_or_default();
            out.write(Open(Arc::clone(changed), mode));
        }
    }
}

fn rehearse_session(mut asked: MessageReader<Rehearse>, active: Option<ResMut<ActiveSession>>) {
    let (Some(mut active), Some(Rehearse(from))) = (active, asked.read().last()) else {
        return;
    };
    let (scenario, seed) = (Arc::clone(active.talk.scenario()), active.talk.transcript().seed);
    active.talk = Session::rehearse(scenario, seed, from.clone());
}

/// Starts the talk that was asked for.
pub(crate) fn open_session(
    mut asked: MessageReader<Open>,
    fixed: Res<FixedSeed>,
    time: Res<Time<Real>>,
    mut out: MessageWriter<Happened>,
    mut commands: Commands,
) {
    let Some(Open(scenario, mode)) = asked.read().last() else {
        return;
    };
    let seed = fixed.0.unwrap_or_else(fresh_seed);
    let talk = Session::start(Arc::clone(scenario), seed);
    out.write_batch(talk.opening().iter().copied().map(Happened));
    let reference = Reference::of(scenario);
    commands.insert_resource(ActiveSession {
        talk,
        reference,
        started: time.elapsed(),
        mode: *mode,
        taken_back: 0,
        parent: None,
    });
}

/// A seed that differs from talk to talk.
#[expect(
    clippy::disallowed_methods,
    reason = "a shell: where else would a new order come from than from the clock"
)]
fn fresh_seed() -> Seed {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    Seed(u64::from(now.subsec_micros()) ^ (now.as_secs() % 1000))
}

pub(crate) fn step_session(
    active: Option<ResMut<ActiveSession>>,
    mut acts: MessageReader<Act>,
    time: Res<Time<Real>>,
    mut out: MessageWriter<Happened>,
) {
    let Some(mut active) = active.filter(|_| !acts.is_empty()) else {
        return;
    };
    // What else came in the same frame was meant for where the talk stood before.
    let Some(Act(action)) = acts.read().next().copied() else {
        return;
    };
    acts.clear();
    let at = time.elapsed().saturating_sub(active.started).as_millis();
    match active.talk.handle(action, Millis::try_from(at).unwrap_or(Millis::MAX)) {
        Ok(events) => {
            out.write_batch(events.into_iter().map(Happened));
        }
        // A double click or a key too many; the talk stays as it was.
        Err(refusal) => debug!("refused: {refusal}"),
    }
}
