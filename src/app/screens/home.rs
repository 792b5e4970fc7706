//! The door: what this is, and the way in.

use std::sync::Arc;

use bevy::input_focus::{AutoFocus, InputFocus};
use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::app::AppSystems;
use crate::app::face::{Faces, portrait};
use crate::app::keeping::Keeping;
use crate::app::left::LeftTalk;
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::{Go, Screen, Shelves, page, pen, unkept};
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{Pen, Press, Side, Ui, bubble, button, column, filling, row, space};
use crate::lang::words::say_with;
use crate::store::{Kept, StoreFault};

/// Text larger than this leaves no room for everything below everything else.
const LARGE_ZOOM: f32 = 1.25;

/// How wide a way from here is.
const WAY: f32 = 260.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Offered>();
    app.add_systems(OnEnter(Screen::Home), (take_left, spawn_home_screen).chain());
    app.add_systems(OnExit(Screen::Home), forget_left);
    let offers = offer_left.run_if(in_state(Screen::Home));
    app.add_systems(Update, offers.in_set(AppSystems::Step));
}

/// The talk that the page offers to go on with.
#[derive(Resource, Debug, Default)]
struct Offered {
    talk: Option<Arc<Kept>>,
    /// Whether it was found while the page was there, which is therefore built anew.
    late: bool,
}

/// What is not known yet is looked for while the page is already there.
fn take_left(
    keeping: Res<Keeping>,
    chosen: Res<Chosen>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut left: ResMut<LeftTalk>,
    mut offered: ResMut<Offered>,
) {
    if std::mem::take(&mut offered.late) {
        return;
    }
    if !left.is_looked_for() {
        left.look_for(&keeping, chosen.settings.person.clone(), proxy.as_deref());
    }
    offered.talk = left.take().flatten();
}

fn offer_left(
    mut left: ResMut<LeftTalk>,
    mut offered: ResMut<Offered>,
    by_itself: Query<(), With<AutoFocus>>,
    mut focus: ResMut<InputFocus>,
    mut anew: MessageWriter<LooksChanged>,
) {
    if let Some(Some(found)) = left.take() {
        // What had the keyboard by itself leaves it to what is now the first thing to do.
        if focus.get().is_some_and(|at| by_itself.contains(at)) {
            focus.clear();
        }
        *offered = Offered { talk: Some(found), late: true };
        anew.write(LooksChanged);
    }
}

fn forget_left(mut left: ResMut<LeftTalk>) {
    left.forget();
}

fn spawn_home_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    keeping: Res<Keeping>,
    offered: Res<Offered>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    commands.spawn(page(Screen::Home, &theme)).with_children(|ui| {
        ui.spawn(filling(row(FAR * 2.0))).with_children(|ui| {
            ui.spawn(filling(Node {
                justify_content: JustifyContent::Center,
                padding: UiRect::left(px(40)),
                ..column(NEAR)
            }))
            .with_children(|ui| {
                // In large text what is gone on with takes the place of what the program is for.
                let short = pen.zoom > LARGE_ZOOM && offered.talk.is_some();
                words(ui, &pen, keeping.fault(), short);
                ways(ui, &pen, offered.talk.as_ref());
            });
            ui.spawn(Node { padding: UiRect::right(px(20)), ..column(FAR) })
                .with_children(|ui| people(ui, &pen, &shelves, &mut faces));
        });
    });
}

fn words(ui: &mut Ui<'_>, pen: &Pen, fault: Option<&StoreFault>, short: bool) {
    ui.spawn(Node {
        align_items: AlignItems::Baseline,
        flex_wrap: FlexWrap::Wrap,
        ..row(GAP + 4.0)
    })
    .with_children(|ui| {
        let name = if short { Type::Title } else { Type::Display };
        pen.text(ui, name, &pen.word("home-name"));
        pen.soft(ui, Type::Heading, &pen.word("home-other-name"));
    });
    if !short {
        ui.spawn(Node { max_width: px(520.0 * pen.zoom), ..column(0.0) })
            .with_children(|ui| pen.soft(ui, Type::Voice, &pen.word("home-promise")));
    }
    if let Some(fault) = fault {
        // Practice is possible all the same; only nothing of it will remain.
        ui.spawn(Node {
            max_width: px(620.0 * pen.zoom),
            padding: UiRect::top(px(GAP)),
            ..column(0.0)
        })
        .with_children(|ui| unkept(ui, pen, fault, "home-unkept"));
    }
    space(ui);
}

fn ways(ui: &mut Ui<'_>, pen: &Pen, left: Option<&Arc<Kept>>) {
    let going_on = left.is_some();
    if let Some(left) = left {
        go_on(ui, pen, left);
    }
    // One below the other where there is room for all of them, in two columns where a talk stands above them or text is
    // large.
    let ways = if going_on || pen.zoom > LARGE_ZOOM {
        Node {
            display: Display::Grid,
            grid_template_columns: RepeatedGridTrack::flex(2, 1.0),
            column_gap: px(GAP),
            max_width: px((2.0 * WAY + GAP) * pen.zoom),
            ..column(GAP)
        }
    } else {
        Node { width: px(WAY * pen.zoom), ..column(GAP) }
    };
    ui.spawn(ways).with_children(|ui| {
        let practise = if going_on { Press::Plain } else { Press::Primary };
        let label = pen.word("home-practise");
        let way = button(ui, pen, practise, "practise", &label, Go::To(Screen::Library));
        if !going_on {
            ui.commands_mut().entity(way).insert(AutoFocus);
        }
        let label = pen.word("practice-title");
        button(ui, pen, Press::Plain, "practice", &label, Go::To(Screen::Practice));
        let room = Go::To(Screen::RoomSetup);
        button(ui, pen, Press::Plain, "room", &pen.word("room-open"), room);
        let handbook = format!("{} (H)", pen.word("handbook-title"));
        button(ui, pen, Press::Plain, "handbook", &handbook, Lay(Overlay::Handbook));
        let label = pen.word("home-settings");
        button(ui, pen, Press::Plain, "settings", &label, Go::To(Screen::Settings));
        button(ui, pen, Press::Quiet, "quit", &pen.word("home-quit"), Go::Quit);
    });
}

/// The talk that was left in the middle, and the way back into it.
fn go_on(ui: &mut Ui<'_>, pen: &Pen, left: &Arc<Kept>) {
    let Ok(talk) = &left.talk else { return };
    debug!("at the door, with a talk to go on with");
    let title = talk.scenario().title.get(pen.lang);
    let stands = left.attempt.choices.saturating_sub(left.attempt.taken_back);
    let args = [("title", title.into()), ("choices", i64::from(stands).into())];
    ui.spawn(Node {
        max_width: px(520.0 * pen.zoom),
        padding: UiRect::bottom(px(GAP)),
        ..column(NEAR)
    })
    .with_children(|ui| {
        pen.soft(ui, Type::Body, &say_with(pen.lang, "home-left", &args));
        // A row, so that the button is as wide as its words.
        ui.spawn(row(0.0)).with_children(|ui| {
            let label = pen.word("home-go-on");
            let go = Go::Resume(Arc::clone(left));
            let way = button(ui, pen, Press::Primary, "go-on", &label, go);
            ui.commands_mut().entity(way).insert(AutoFocus);
        });
    });
}

/// The people one will meet, each with the name of what it is about: a conversation before it begins.
fn people(ui: &mut Ui<'_>, pen: &Pen, shelves: &Shelves, faces: &mut Faces) {
    for (at, shelf) in shelves.0.shelves.iter().take(2).enumerate() {
        let customer = shelf.scenario.speaker(shelf.scenario.customer);
        let Some(look) = customer.look else { continue };
        let direction = if at % 2 == 0 { FlexDirection::Row } else { FlexDirection::RowReverse };
        ui.spawn(Node { flex_direction: direction, ..row(GAP) }).with_children(|ui| {
            portrait(ui, faces.resting(look), customer.name.get(pen.lang), 176.0, 212.0);
            ui.spawn(Node { width: px(220), align_items: AlignItems::Stretch, ..column(0.0) })
                .with_children(|ui| {
                    let side = if at % 2 == 0 { Side::Theirs } else { Side::Mine };
                    bubble(
                        ui,
                        pen,
                        side,
                        customer.name.get(pen.lang),
                        Type::Said,
                        shelf.scenario.title.get(pen.lang),
                    );
                });
        });
    }
}
