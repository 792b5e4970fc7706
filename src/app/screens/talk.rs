//! The talk: a face, what was said, and what can be said.
//!
//! After each choice the reply has a moment of its own; the next line comes when the trainee goes on.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::input_focus::{AutoFocus, InputFocus};
use bevy::prelude::*;
use bevy::ui::UiSystems;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::awake::Awake;
use crate::app::face::{Faces, LiveFace};
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::{Go, Screen, page, pen, played};
use crate::app::session::{Act, ActiveSession, Happened};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, PAD, ROUND};
use crate::app::widgets::{
    Pen, Press, Side, Ui, bubble, button, choice_button, close_key, column, drawn, filling, gauge,
    narration, row, scroll_column, tag,
};
use crate::scenario::Role;
use crate::session::{Action, Event, LineView, Moment, TalkView, TurnView};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pause>().add_message::<GoOn>();
    app.add_systems(OnEnter(Screen::Talk), spawn_talk_screen);
    app.add_systems(
        Update,
        by_key
            .in_set(AppSystems::ReadInput)
            .run_if(in_state(Screen::Talk)),
    );
    app.add_systems(
        Update,
        (pause, go_on, show_talk)
            .chain()
            .in_set(AppSystems::Show)
            .run_if(in_state(Screen::Talk)),
    );
    app.add_systems(PostUpdate, follow_talk.after(UiSystems::Layout));
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

/// The frames left in which the column still follows the talk: texts are measured over a few.
#[derive(Component, Default)]
struct Following(u8);

/// What is at the end of the log: the current line and the choices, or the reply and the way on.
#[derive(Component)]
struct Current;

fn spawn_talk_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let Some(active) = active else { return };
    let pen = pen(&theme, &chosen);
    let view = active.view(chosen.lang);
    let face = faces.live();
    commands
        .spawn(page(Screen::Talk, &theme))
        .with_children(|ui| {
            ui.spawn(filling(Node {
                flex_direction: FlexDirection::Row,
                column_gap: px(FAR),
                min_height: px(0),
                ..default()
            }))
            .with_children(|ui| {
                let width = if pen.zoom > 1.3 { 230.0 } else { 300.0 };
                ui.spawn(Node {
                    width: px(width),
                    flex_shrink: 0.0,
                    ..column(GAP)
                })
                .with_children(|ui| {
                    let label = pen.word("talk-face");
                    ui.spawn((
                        drawn(face, percent(100), px(width * 1.16)),
                        a11y::picture(&label),
                    ));
                    ui.spawn((column(GAP), PersonPanel))
                        .with_children(|ui| person(ui, &pen, &active, &view, false));
                    ui.spawn(Node {
                        flex_grow: 1.0,
                        ..default()
                    });
                    ui.spawn((TabGroup::new(1), column(2.0)))
                        .with_children(|ui| ways(ui, &pen));
                });
                let log = (
                    TalkLog,
                    Following::default(),
                    a11y::live_log(&pen.word("talk-log")),
                );
                scroll_column(ui, &pen, GAP, log, |ui| fill_log(ui, &pen, &view, false));
            });
        });
}

/// The ways out of the talk and to the rule card.
fn ways(ui: &mut Ui<'_>, pen: &Pen) {
    let left = |ui: &mut Ui<'_>, entity: Entity| {
        ui.commands_mut()
            .entity(entity)
            .entry::<Node>()
            .and_modify(|mut node| {
                node.justify_content = JustifyContent::FlexStart;
                node.padding = UiRect::axes(px(10), px(5));
            });
    };
    for (name, word, key, message) in [
        ("rules", "talk-rule-card", "R", Overlay::RuleCard),
        ("ask-leave", "talk-leave", "Esc", Overlay::Leave),
    ] {
        let way = close_key(ui, pen, name, word, key, Lay(message));
        left(ui, way);
    }
    let settings = button(
        ui,
        pen,
        Press::Quiet,
        "settings",
        &pen.word("home-settings"),
        Go::To(Screen::Settings),
    );
    left(ui, settings);
}

/// Who is there, how the talk is held, and how it stands.
fn person(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession, view: &TalkView, paused: bool) {
    let scenario = played(active);
    // While a reply has the floor, what the next beat changes has not happened yet.
    let last = view.turns.last().filter(|_| paused);
    let (facing, gauges) = last.map_or((view.facing, view.gauges), |turn| {
        (turn.facing, turn.gauges)
    });
    let name = facing.map(|at| scenario.speaker(at).name.get(pen.lang).to_owned());
    ui.spawn(Node {
        justify_content: JustifyContent::SpaceBetween,
        ..row(NEAR)
    })
    .with_children(|ui| {
        pen.text(
            ui,
            Type::Heading,
            &name.unwrap_or_else(|| pen.word("talk-nobody")),
        );
        tag(
            ui,
            pen,
            pen.theme.ink_soft(),
            &pen.word(&format!("channel-{}", view.channel.code())),
        );
    });
    gauge(ui, pen, "anger", gauges.anger, pen.theme.anger());
    gauge(ui, pen, "trust", gauges.trust, pen.theme.trust());
}

/// All that was said, and what comes now.
fn fill_log(ui: &mut Ui<'_>, pen: &Pen, view: &TalkView, paused: bool) {
    // Keeps a short talk at the foot of the page, where the choices are.
    ui.spawn(Node {
        flex_grow: 1.0,
        ..default()
    });
    let (last, earlier) = match view.turns.split_last() {
        Some((last, earlier)) if paused => (Some(last), earlier),
        _ => (None, view.turns.as_slice()),
    };
    for turn in earlier {
        past_lines(ui, pen, turn);
        past_answer(ui, pen, turn, Type::Said);
    }
    if let Some(turn) = last {
        past_lines(ui, pen, turn);
        ui.spawn((
            Node {
                flex_shrink: 0.0,
                ..column(GAP)
            },
            Current,
        ))
        .with_children(|ui| {
            past_answer(ui, pen, turn, Type::Voice);
            ui.spawn((
                TabGroup::new(0),
                Node {
                    justify_content: JustifyContent::FlexEnd,
                    padding: UiRect::all(px(4)),
                    ..row(GAP)
                },
            ))
            .with_children(|ui| {
                let go_on = button(
                    ui,
                    pen,
                    Press::Primary,
                    "go-on",
                    &pen.word("talk-go-on"),
                    GoOn,
                );
                // Enter and Space go on. A choice never has the keyboard unasked, so they cannot choose.
                ui.commands_mut().entity(go_on).insert(AutoFocus);
            });
        });
    } else {
        ui.spawn((
            Node {
                flex_shrink: 0.0,
                ..column(GAP)
            },
            Current,
        ))
        .with_children(|ui| now(ui, pen, view));
    }
}

fn past_lines(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnView) {
    say_lines(ui, pen, &turn.lines, Type::Said);
}

fn past_answer(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnView, kind: Type) {
    bubble(ui, pen, Side::Mine, "", Type::Said, &turn.said);
    say_lines(ui, pen, &turn.reply, kind);
}

fn say_lines(ui: &mut Ui<'_>, pen: &Pen, lines: &[LineView], kind: Type) {
    for line in lines {
        match line.role {
            Role::Narrator => narration(ui, pen, &line.text),
            Role::Trainee => bubble(ui, pen, Side::Mine, "", kind, &line.text),
            Role::Customer | Role::Colleague => {
                bubble(ui, pen, Side::Theirs, &line.name, kind, &line.text)
            }
        }
    }
}

fn now(ui: &mut Ui<'_>, pen: &Pen, view: &TalkView) {
    match &view.now {
        Moment::Decision {
            lines,
            choices,
            second_chance,
            ..
        } => {
            if *second_chance {
                ui.spawn(row(0.0)).with_children(|ui| {
                    tag(ui, pen, pen.theme.trust(), &pen.word("talk-second-chance"))
                });
            }
            say_lines(ui, pen, lines, Type::Voice);
            let area = Node {
                padding: UiRect::all(px(4)),
                flex_shrink: 0.0,
                ..column(NEAR)
            };
            ui.spawn((
                TabGroup::new(0),
                area,
                a11y::group(&pen.word("talk-choices")),
            ))
            .with_children(|ui| {
                for (at, choice) in choices.iter().enumerate() {
                    choice_button(
                        ui,
                        pen,
                        at + 1,
                        &choice.text,
                        Act(Action::Choose(choice.choice)),
                    );
                }
            });
        }
        Moment::Ended { .. } => {
            let ground = Node {
                padding: UiRect::all(px(PAD)),
                border_radius: BorderRadius::all(px(ROUND)),
                ..column(GAP)
            };
            ui.spawn((TabGroup::new(0), ground, BackgroundColor(pen.theme.panel())))
                .with_children(|ui| {
                    pen.text(ui, Type::Heading, &pen.word("talk-over"));
                    ui.spawn(Node {
                        justify_content: JustifyContent::FlexEnd,
                        ..row(GAP)
                    })
                    .with_children(|ui| {
                        let look_back = button(
                            ui,
                            pen,
                            Press::Primary,
                            "look-back",
                            &pen.word("talk-look-back"),
                            Go::To(Screen::Debrief),
                        );
                        ui.commands_mut().entity(look_back).insert(AutoFocus);
                    });
                });
        }
    }
}

/// Keys 1 to 9 say the choice of that number; Enter goes on.
fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    overlay: Res<Overlay>,
    paused: Res<Pause>,
    active: Option<Res<ActiveSession>>,
    mut act: MessageWriter<Act>,
) {
    let Some(active) = active.filter(|_| *overlay == Overlay::None && !paused.0) else {
        return;
    };
    for key in keys
        .read()
        .filter(|key| key.state.is_pressed() && !key.repeat)
    {
        let Key::Character(typed) = &key.logical_key else {
            continue;
        };
        let number = typed
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        if let Some(choice) = number.and_then(|at| active.talk().shown_choices().get(at).copied()) {
            act.write(Act(Action::Choose(choice)));
        }
    }
}

/// A choice was taken: its reply has the floor.
fn pause(mut happened: MessageReader<Happened>, mut pause: ResMut<Pause>) {
    for Happened(event) in happened.read() {
        match event {
            Event::Chose(..) => pause.0 = true,
            Event::Entered(_) | Event::Moved { .. } | Event::Told(_) | Event::Ended(_) => {}
        }
    }
}

fn go_on(mut asked: MessageReader<GoOn>, mut pause: ResMut<Pause>) {
    if asked.read().count() > 0 {
        pause.0 = false;
    }
}

/// Builds the log and the panel anew when the talk has moved on.
fn show_talk(
    pause: Res<Pause>,
    active: Option<Res<ActiveSession>>,
    logs: Query<(Entity, &mut Following), With<TalkLog>>,
    new: Query<(), Added<TalkLog>>,
    panels: Query<Entity, With<PersonPanel>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut face: ResMut<LiveFace>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    let Some(active) = active else { return };
    if !pause.is_changed() && !active.is_changed() && new.is_empty() {
        return;
    }
    let pen = pen(&theme, &chosen);
    let view = active.view(chosen.lang);
    face.follow(&active, &view, pause.0);
    for (log, mut state) in logs {
        state.0 = 3;
        commands
            .entity(log)
            .despawn_children()
            .with_children(|ui| fill_log(ui, &pen, &view, pause.0));
    }
    for panel in &panels {
        commands
            .entity(panel)
            .despawn_children()
            .with_children(|ui| person(ui, &pen, &active, &view, pause.0));
    }
    focus.clear();
}

/// Keeps what comes now in view: all of it where it fits, else from its beginning.
fn follow_talk(
    logs: Query<(
        &mut Following,
        &mut ScrollPosition,
        &ComputedNode,
        &UiGlobalTransform,
    )>,
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
        following.0 -= 1;
        awake.stir();
        let scale = node.inverse_scale_factor();
        let top_of = |node: &ComputedNode, at: &UiGlobalTransform| {
            (at.translation.y - node.size().y / 2.0) * scale
        };
        let begins = top_of(now, now_at) - top_of(node, at) + position.y - NEAR;
        let foot = (node.content_size().y - node.size().y) * scale;
        position.y = foot.min(begins).max(0.0);
    }
}
