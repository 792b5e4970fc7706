//! Holds the running talk for Bevy: one message in, one message out, one system that writes.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;

use crate::analysis::nearly_right;
use crate::app::AppSystems;
use crate::app::keeping::Keeping;
use crate::app::settings::Chosen;
use crate::assess::{Debrief, Reference, scorecard};
use crate::lang::Lang;
use crate::scenario::Scenario;
use crate::session::{self, Action, Deed, Millis, Mode, Seed, Session, TalkView};
use crate::store::{AttemptId, Finish, Kept, StoreFault, calendar};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Act>().add_message::<Happened>().add_message::<Open>();
    app.add_message::<Reload>().add_message::<Rehearse>().add_message::<Again>();
    app.add_message::<Resume>().add_message::<NotKept>().add_message::<Unkept>();
    let new = (reload_session, open_session, resume_session, rehearse_session);
    let all = (settle_session, new.chain(), again_session, unkept_session, step_session);
    app.add_systems(Update, all.chain().in_set(AppSystems::Step));
}

/// Asks for a new talk, to be practised in this mode.
#[derive(Message, Debug, Clone)]
pub(crate) struct Open(pub(crate) Arc<Scenario>, pub(crate) Mode);

/// The seed of every talk; a fresh one each time, if none is given.
#[derive(Resource, Debug, Default)]
pub(crate) struct FixedSeed(pub(crate) Option<Seed>);

/// Asks to go on with a talk that was left in the middle, or to look back on one that is over.
#[derive(Message, Debug, Clone)]
pub(crate) struct Resume(pub(crate) Arc<Kept>);

/// Says that something could not be kept, and why. What could not be kept has not happened.
#[derive(Message, Debug, Clone)]
pub(crate) struct NotKept(pub(crate) StoreFault);

/// What to do about it.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unkept {
    /// Try to keep it again.
    TryAgain,
    /// Go on, and keep nothing more of this talk.
    GoOn,
}

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
    /// When the talk began, or went on, by the program's clock.
    started: Duration,
    /// How long it had taken before it went on here, in milliseconds.
    before: Millis,
    mode: Mode,
    /// What comes next, once it is kept.
    next: Option<Next>,
    /// How often a choice was taken back. A talk in which one was says nothing about what the trainee tends to do.
    taken_back: u32,
    parent: Option<Parent>,
}

/// What a talk comes to when what was asked for is on the disk; nobody sees it before.
#[derive(Debug)]
struct Next {
    deed: Deed,
    at: Millis,
    finish: Option<Finish>,
    talk: Session,
    events: Vec<session::Event>,
    /// Whether the disk has refused it, and it waits for someone to say what to do.
    refused: bool,
}

/// The talk that another one left at a fork. It stays as it was.
#[derive(Debug)]
pub(crate) struct Parent {
    /// The turn at which the other talk begins, counted from 0.
    fork: usize,
    /// All of the talk as it ended.
    left: Box<ActiveSession>,
    /// What it is kept as.
    attempt: Option<AttemptId>,
    /// Whether the other talk was begun from the look back on this one, which it leads back to.
    was_looked_back_on: bool,
}

impl ActiveSession {
    /// A talk at its beginning.
    fn new(talk: Session, mode: Mode, started: Duration) -> Self {
        let reference = Reference::of(talk.scenario());
        let before = talk.transcript().entries.last().map_or(0, |entry| entry.at);
        Self { talk, reference, started, before, mode, next: None, taken_back: 0, parent: None }
    }

    /// How long the talk has taken, in milliseconds. The time between leaving and going on is not part of it.
    fn now(&self, time: &Time<Real>) -> Millis {
        let here = time.elapsed().saturating_sub(self.started).as_millis();
        Millis::try_from(here).unwrap_or(Millis::MAX).saturating_add(self.before)
    }

    /// Has the talk come to this, at once where nothing is kept, else when it is. Says whether it did at once.
    fn come_to(
        &mut self,
        keeping: &mut Keeping,
        (deed, at): (Option<Deed>, Millis),
        talk: Session,
        events: Vec<session::Event>,
        out: &mut MessageWriter<Happened>,
    ) -> bool {
        let finish = Finish::of(&talk, || scorecard(&talk, &self.reference), calendar::now());
        if let Some(deed) = deed
            && keeping.keep(deed.clone(), at, finish.clone())
        {
            self.next = Some(Next { deed, at, finish, talk, events, refused: false });
            return false;
        }
        self.take(talk, events, out);
        true
    }

    fn take(
        &mut self,
        talk: Session,
        events: Vec<session::Event>,
        out: &mut MessageWriter<Happened>,
    ) {
        self.taken_back += u32::from(talk.turns().len() < self.talk.turns().len());
        self.talk = talk;
        out.write_batch(events.into_iter().map(Happened));
    }

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

    /// The reference route, to read.
    pub(crate) fn reference(&self) -> &Session {
        &self.reference.talk
    }

    /// The look back on the reference route.
    pub(crate) fn reference_debrief(&self, lang: Lang) -> Debrief {
        Debrief::of(&self.reference.talk, &self.reference, lang)
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
        Some((parent.fork, Debrief::of(&parent.left.talk, &self.reference, lang)))
    }

    /// Whether leaving this talk leads to the look back on the one that it was begun from.
    pub(crate) fn leads_back(&self) -> bool {
        let begun = self.parent.as_ref().is_some_and(|parent| parent.was_looked_back_on);
        begun && !self.talk.is_over()
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
    /// Nothing: this talk is left for the look back on the one that it was begun from.
    Left,
}

fn again_session(
    mut asked: MessageReader<Again>,
    active: Option<ResMut<ActiveSession>>,
    chosen: Res<Chosen>,
    time: Res<Time<Real>>,
    mut keeping: ResMut<Keeping>,
    mut out: MessageWriter<Happened>,
) {
    let (Some(mut active), Some(again)) = (active, asked.read().last().copied()) else {
        return;
    };
    if active.next.is_some() && again != Again::Left {
        return;
    }
    match again {
        Again::Choice => {
            let last = active.talk.turns().len().checked_sub(1);
            let before = last.and_then(|last| active.talk.before_turn(last));
            if let Some(before) = before.filter(|_| active.mode.teaches_at_once()) {
                let deed = (Some(Deed::TakeBack), active.now(&time));
                // What waits to be kept changes nothing that can be seen.
                let quiet = active.bypass_change_detection();
                if quiet.come_to(&mut keeping, deed, before, Vec::new(), &mut out) {
                    active.set_changed();
                }
            }
        }
        Again::From(fork) => {
            if let Some(before) = active.talk.before_turn(fork) {
                // What was looked back on is known, so this checks nothing.
                let mode = active.mode.min(Mode::Practice);
                let attempt = keeping.attempt().cloned();
                let parent = attempt.clone().zip(u32::try_from(fork).ok());
                keeping.begin((&before, mode), chosen.settings.person.clone(), parent);
                let new = ActiveSession::new(before, mode, time.elapsed());
                let left = Box::new(std::mem::replace(&mut *active, new));
                active.parent = Some(Parent { fork, left, attempt, was_looked_back_on: true });
            }
        }
        Again::Left => {
            if let Some(parent) = active.parent.take() {
                match parent.attempt {
                    Some(attempt) => keeping.look_back_on(attempt),
                    None => keeping.let_go(),
                }
                *active = *parent.left;
            }
        }
    }
}

/// What was asked for is taken once it is kept; where it cannot be, the talk stays as it was.
pub(crate) fn settle_session(
    active: Option<ResMut<ActiveSession>>,
    keeping: Res<Keeping>,
    mut out: MessageWriter<Happened>,
    mut not_kept: MessageWriter<NotKept>,
) {
    let Some(answer) = keeping.answer() else { return };
    // An answer to a talk that has been left concerns nobody.
    let Some(mut active) = active.filter(|active| active.next.is_some()) else { return };
    match (answer, active.next.take()) {
        (Ok(()), Some(next)) => {
            active.take(next.talk, next.events, &mut out);
            // `.ci/kills` counts these.
            debug!("kept and shown: choice {}", active.talk.turns().len());
        }
        (Err(fault), Some(next)) => {
            active.next = Some(Next { refused: true, ..next });
            // The same is said on the page, in the trainee's language.
            warn!("not kept: {}", fault.sentence(Lang::En));
            not_kept.write(NotKept(fault));
        }
        (_, None) => {}
    }
}

/// What could not be kept is tried again, or happens without being kept.
fn unkept_session(
    mut asked: MessageReader<Unkept>,
    active: Option<ResMut<ActiveSession>>,
    mut keeping: ResMut<Keeping>,
    mut out: MessageWriter<Happened>,
) {
    let (Some(mut active), Some(what)) = (active, asked.read().last()) else { return };
    let Some(next) = active.next.take_if(|next| next.refused) else { return };
    if *what == Unkept::TryAgain && keeping.keep(next.deed.clone(), next.at, next.finish.clone()) {
        active.next = Some(Next { refused: false, ..next });
        return;
    }
    keeping.let_go();
    active.take(next.talk, next.events, &mut out);
}

/// Goes on with a kept talk at the very place where it was left, which may be its end.
fn resume_session(
    mut asked: MessageReader<Resume>,
    time: Res<Time<Real>>,
    mut keeping: ResMut<Keeping>,
    mut commands: Commands,
) {
    let Some(Resume(kept)) = asked.read().last() else { return };
    let Ok(talk) = kept.talk.clone() else { return };
    if talk.is_over() {
        keeping.look_back_on(kept.attempt.id.clone());
    } else {
        keeping.go_on(kept);
    }
    let parent = kept.attempt.parent.as_ref();
    let parent = parent.and_then(|(id, fork)| {
        let kept = keeping.load(id).ok()??;
        let left = ActiveSession::new(kept.talk.ok()?, kept.attempt.mode, time.elapsed());
        let left = Box::new(ActiveSession { taken_back: kept.attempt.taken_back, ..left });
        let (fork, attempt) = (usize::try_from(*fork).ok()?, Some(id.clone()));
        Some(Parent { fork, left, attempt, was_looked_back_on: false })
    });
    let active = ActiveSession::new(talk, kept.attempt.mode, time.elapsed());
    let taken_back = kept.attempt.taken_back;
    commands.insert_resource(ActiveSession { taken_back, parent, ..active });
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

fn rehearse_session(
    mut asked: MessageReader<Rehearse>,
    active: Option<ResMut<ActiveSession>>,
    mut keeping: ResMut<Keeping>,
) {
    let (Some(mut active), Some(Rehearse(from))) = (active, asked.read().last()) else {
        return;
    };
    let (scenario, seed) = (Arc::clone(active.talk.scenario()), active.talk.transcript().seed);
    // A talk from its middle is no attempt.
    keeping.let_go();
    active.talk = Session::rehearse(scenario, seed, from.clone());
}

/// Starts the talk that was asked for.
fn open_session(
    mut asked: MessageReader<Open>,
    fixed: Res<FixedSeed>,
    chosen: Res<Chosen>,
    time: Res<Time<Real>>,
    mut keeping: ResMut<Keeping>,
    mut out: MessageWriter<Happened>,
    mut commands: Commands,
) {
    let Some(Open(scenario, mode)) = asked.read().last() else {
        return;
    };
    let seed = fixed.0.unwrap_or_else(fresh_seed);
    let talk = Session::start(Arc::clone(scenario), seed);
    keeping.begin((&talk, *mode), chosen.settings.person.clone(), None);
    out.write_batch(talk.opening().iter().copied().map(Happened));
    commands.insert_resource(ActiveSession::new(talk, *mode, time.elapsed()));
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
    mut keeping: ResMut<Keeping>,
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
    if active.next.is_some() {
        return;
    }
    let (at, mut after) = (active.now(&time), active.talk.clone());
    match after.handle(action, at) {
        Ok(events) => {
            let deed = (active.talk.deed(action), at);
            if active.bypass_change_detection().come_to(&mut keeping, deed, after, events, &mut out)
            {
                active.set_changed();
            }
        }
        // A double click or a key too many; the talk stays as it was.
        Err(refusal) => debug!("refused: {refusal}"),
    }
}
