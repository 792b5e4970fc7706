//! The talk: a face, what was said, and what can be said.
//!
//! After each choice the reply has a moment of its own; the next line comes when the trainee goes on.

mod ahead;
mod aloud;
mod channel;
mod desk;
mod heard;
mod page;
mod sheet;
mod voice;
mod wait;

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use bevy::ui::UiSystems;

use crate::app::AppSystems;
use crate::app::author::Author;
use crate::app::awake::Awake;
use crate::app::face::{Faces, LiveFace};
use crate::app::focus::reveal;
use crate::app::screens::coach::{HintSystems, Stage, Stands};
use crate::app::screens::overlay::Overlay;
use crate::app::screens::{Screen, Shelves, page, pen};
use crate::app::session::{Act, ActiveSession, Again, Happened, Open};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::measure::{FADE, NEAR};
use crate::session::{Action, Event, Moment};
use ahead::Ahead;
use aloud::Aloud;
use channel::{frame_log, times};
use desk::{AuthorDesk, fill_desk};
use heard::{Heard, hear};
use page::{About, Now, fill_log, person, shown_channel, talk_page};
use sheet::Written;
use voice::Voice;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pause>().init_resource::<Heard>().add_message::<GoOn>();
    app.add_plugins((aloud::plugin, voice::plugin, sheet::plugin, wait::plugin));
    app.add_systems(OnEnter(Screen::Talk), spawn_talk_screen);
    app.add_systems(Update, (by_key, take_back_by_key).in_set(AppSystems::ReadInput));
    let shown = show_talk.run_if(in_state(Screen::Talk));
    let shown = (pause, go_on, hear, stand, shown).chain().before(HintSystems);
    app.add_systems(Update, shown.in_set(AppSystems::Show));
    // What comes now is seen from its beginning, also where the way on below it has the keyboard.
    app.add_systems(PostUpdate, follow_talk.after(UiSystems::Layout).after(reveal));
}

/// Whether the reply to the last choice is having its moment.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Pause(bool);

/// Asks for what comes after a reply.
#[derive(Message, Debug, Clone, Copy)]
struct GoOn;

/// The left column: face, name and gauges.
#[derive(Component)]
struct PersonPanel;

/// The scrolling column of all that was said.
#[derive(Component)]
struct TalkLog;

/// For how many frames it does.
const FOLLOWED: u8 = 3;

/// The frames left in which the column still follows the talk: texts are measured over a few.
#[derive(Component, Default)]
struct Following(u8);

/// What is at the end of the log: the current line and the choices, or the reply and the way on.
#[derive(Component)]
struct Current;

fn spawn_talk_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    author: Option<Res<Author>>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    let face = faces.live();
    commands
        .spawn(page(Screen::Talk, &theme))
        .with_children(|ui| talk_page(ui, &pen, author.is_some(), face));
}

/// Keys 1 to 9 say the choice of that number; Enter goes on.
fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    paused: Res<Pause>,
    ahead: Ahead,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    mut act: MessageWriter<Act>,
) {
    let free = *screen.get() == Screen::Talk && *overlay == Overlay::None && !paused.0;
    let can_be_said = |active: &Res<'_, ActiveSession>| !ahead.at(active, &chosen).hide_choices();
    let Some(active) = active.filter(|active| free && can_be_said(active)) else {
        // A key that came when nothing could be said must not speak later.
        keys.clear();
        return;
    };
    for key in keys.read().filter(|key| key.state.is_pressed() && !key.repeat) {
        let Key::Character(typed) = &key.logical_key else {
            continue;
        };
        let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        // What cannot be said yet is shown with its number, and the talk does not take it.
        if let Some(choice) = number.and_then(|at| active.talk().shown_choices().get(at).copied()) {
            act.write(Act(Action::Choose(choice)));
        }
    }
}

/// U takes the last choice back where that is offered.
fn take_back_by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    paused: Res<Pause>,
    active: Option<Res<ActiveSession>>,
    chosen: Res<Chosen>,
    mut again: MessageWriter<Again>,
) {
    let free = *screen.get() == Screen::Talk && *overlay == Overlay::None && paused.0;
    let pressed = keys.read().any(|key| {
        let taken = matches!(&key.logical_key, Key::Character(c) if c.eq_ignore_ascii_case("u"));
        taken && key.state.is_pressed() && !key.repeat
    });
    if pressed && free && active.is_some_and(|active| active.feedback(chosen.lang).is_some()) {
        again.write(Again::Choice);
    }
}

/// A choice was taken: its reply has the floor. A new talk begins with nothing before it.
fn pause(
    mut opened: MessageReader<Open>,
    mut again: MessageReader<Again>,
    mut happened: MessageReader<Happened>,
    active: Option<Res<ActiveSession>>,
    mut pause: ResMut<Pause>,
) {
    if opened.read().count() + again.read().count() > 0 {
        pause.0 = false;
    }
    for Happened(event) in happened.read() {
        match event {
            Event::Chose(beat, choice) => {
                // What is asked without an answer of its own is answered by the next line.
                let answered = active.as_ref().is_none_or(|active| {
                    !active.scenario().choice(*beat, *choice).reply.is_empty()
                });
                pause.0 = answered;
            }
            Event::Filled(_)
            | Event::SheetOpened
            | Event::Entered(_)
            | Event::Moved { .. }
            | Event::Told(_)
            | Event::Guessed(_)
            | Event::Leaked(_)
            | Event::Promised(_)
            | Event::Kept(_)
            | Event::Broken(_)
            | Event::Later(_)
            | Event::Drawn(..)
            | Event::Ended(_) => {}
        }
    }
}

fn go_on(mut asked: MessageReader<GoOn>, mut pause: ResMut<Pause>) {
    if asked.read().count() > 0 {
        pause.0 = false;
    }
}

/// Says where the trainee stands, to be given the hint that fits.
fn stand(
    active: Option<Res<ActiveSession>>,
    screen: Res<State<Screen>>,
    pause: Res<Pause>,
    ahead: Ahead,
    chosen: Res<Chosen>,
    mut now: MessageWriter<Stands>,
) {
    let Some(active) = active.filter(|_| *screen.get() == Screen::Talk) else {
        return;
    };
    let talk = active.talk();
    let steps = ahead.at(&active, &chosen);
    let stage = if pause.0 {
        Stage::Answered
    } else if talk.ending().is_some() {
        Stage::Over
    } else if steps.voice == Voice::Awaited {
        Stage::ToName
    } else if steps.aloud == Aloud::Awaited {
        Stage::ToSpeak
    } else {
        Stage::Choosing
    };
    now.write(Stands(stage, talk.turns().len()));
}

/// Builds the log and the panel anew when the talk has moved on.
fn show_talk(
    pause: Res<Pause>,
    ahead: Ahead,
    heard: Res<Heard>,
    written: Res<Written>,
    active: Option<Res<ActiveSession>>,
    logs: Query<(Entity, &mut Following), With<TalkLog>>,
    new: Query<(), Added<TalkLog>>,
    panels: Query<Entity, With<PersonPanel>>,
    desks: Query<Entity, With<AuthorDesk>>,
    shelves: Res<Shelves>,
    author: Option<Res<Author>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut face: ResMut<LiveFace>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    let Some(active) = active else { return };
    let told = pause.is_changed() || active.is_changed() || heard.is_changed();
    let moved_on = told || ahead.is_changed() || !new.is_empty();
    let checked = author.as_ref().is_some_and(DetectChanges::is_changed);
    if !moved_on && !written.is_changed() && !checked {
        return;
    }
    let pen = pen(&theme, &chosen);
    let view = active.view(chosen.lang);
    let seconds = match view.now {
        Moment::Decision { seconds: Some(written), .. } => {
            chosen.settings.answer_time.seconds(written)
        }
        _ => None,
    };
    let steps = ahead.at(&active, &chosen);
    face.follow(&active, &view, pause.0);
    for (log, mut state) in logs {
        // A tick on the hand-over sheet leaves the page where it is.
        if moved_on {
            state.0 = FOLLOWED;
        }
        frame_log(&mut commands.entity(log), &pen, shown_channel(&view, pause.0));
        commands.entity(log).despawn_children().with_children(|ui| {
            let lesson = active.feedback(chosen.lang);
            let (times, title) = (&times(&active), active.scenario().title.get(chosen.lang));
            let about = About { times, title };
            let (teaches, paused) = (active.mode().teaches_at_once(), pause.0);
            let now = Now { written: written.0, seconds, lesson, teaches, paused, steps, about };
            fill_log(ui, &pen, &view, &now);
        });
    }
    for panel in &panels {
        commands
            .entity(panel)
            .despawn_children()
            .with_children(|ui| person(ui, &pen, &active, &view, (pause.0, &heard.now), &chosen));
    }
    for desk in &desks {
        let Some(author) = &author else { break };
        commands
            .entity(desk)
            .despawn_children()
            .with_children(|ui| fill_desk(ui, &pen, &active, author, &shelves));
    }
    if moved_on {
        focus.clear();
    }
}

/// Keeps what comes now in view: all of it where it fits, else from its beginning.
fn follow_talk(
    logs: Query<(&mut Following, &mut ScrollPosition, &ComputedNode, &UiGlobalTransform)>,
    current: Query<(&ComputedNode, &UiGlobalTransform), With<Current>>,
    mut awake: ResMut<Awake>,
) {
    let Ok((now, now_at)) = current.single() else {
        return;
    };
    for (mut following, mut position, node, at) in logs {
        if following.0 == 0 {
            continue;
        }
        if following.0 == FOLLOWED {
            awake.new_lines();
        }
        following.0 -= 1;
        awake.stir();
        let scale = node.inverse_scale_factor();
        let top_of = |node: &ComputedNode, at: &UiGlobalTransform| {
            (at.translation.y - node.size().y / 2.0) * scale
        };
        // Clear of the fade, unless what comes last would be out of sight for it.
        let room = (node.size().y - now.size().y) * scale;
        let above = room.clamp(NEAR, FADE);
        let begins = top_of(now, now_at) - top_of(node, at) + position.y - above;
        let foot = (node.content_size().y - node.size().y) * scale;
        position.y = foot.min(begins).max(0.0);
    }
}
