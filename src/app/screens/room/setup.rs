//! Setting up a room in a minute: what to play, how long, how many people, which languages.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::room::{KeptRooms, interrupted};
use crate::app::screens::room::draft::{Choose, Draft};
use crate::app::screens::{Go, Screen, Shelves, page, pen};
use crate::app::settings::{Chosen, Set};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, SCROLL_EDGE, Ui, button, card, column, filling, row, scroll_column, segment, space,
    text_field, way_back, wrapping_row,
};
use crate::lang::Lang;
use crate::room::Length;

/// How many people can be chosen; other numbers are set while the room is open.
const GROUPS: [u16; 8] = [8, 12, 16, 20, 24, 30, 40, 60];

pub(super) fn spawn_setup_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    kept: Res<KeptRooms>,
    mut draft: ResMut<Draft>,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    debug!("a room is set up");
    if let Some(scenario) = draft.scenario(&shelves) {
        draft.recall(&scenario, &kept, &chosen);
    }
    commands.spawn(page(Screen::RoomSetup, &theme)).with_children(|ui| {
        titled(ui, &pen, &pen.word("room-setup"), &pen.word("room-setup-about"));
        scroll_column(ui, &pen, GAP, (), |ui| {
            if let Some((resumed, _)) = interrupted(&kept, &shelves.0) {
                resume_card(ui, &pen, &resumed);
            }
            scenarios(ui, &pen, &shelves, &draft);
            ui.spawn(Node { align_items: AlignItems::Stretch, ..wrapping_row(GAP) }).with_children(
                |ui| {
                    lengths(ui, &pen, &draft);
                    languages(ui, &pen, &draft);
                },
            );
            ui.spawn(Node { align_items: AlignItems::Stretch, ..wrapping_row(GAP) }).with_children(
                |ui| {
                    groups(ui, &pen, &draft);
                    contact(ui, &pen, &draft);
                },
            );
        });
        if let Some(said) = &draft.cards {
            ui.spawn((Node { flex_shrink: 0.0, ..column(0.0) }, a11y::status(said)))
                .with_children(|ui| pen.soft(ui, Type::Body, said));
        }
        // All in one row, so that each goes to the next line where text is large.
        let foot = Node {
            padding: UiRect { top: px(GAP), right: px(SCROLL_EDGE), ..default() },
            flex_shrink: 0.0,
            ..wrapping_row(NEAR)
        };
        ui.spawn(foot).with_children(|ui| {
            let pattern = pen.word("room-setup-pattern");
            segment(ui, &pen, "pattern", &pattern, draft.pattern, Choose::Pattern);
            let prepare = pen.word("room-setup-prepare");
            button(ui, &pen, Press::Plain, "prepare", &prepare, Go::To(Screen::RoomPrepare));
            let cards = pen.word("room-setup-cards");
            button(ui, &pen, Press::Plain, "cards", &cards, Choose::Cards);
            let last = Node { margin: UiRect::left(auto()), ..row(0.0) };
            ui.spawn(last).with_children(|ui| {
                let start = pen.word("room-setup-start");
                button(ui, &pen, Press::Primary, "begin", &start, Choose::Begin);
            });
        });
    });
}

/// The head of a page before the room is opened: its title, the way back, and what it is for.
pub(super) fn titled(ui: &mut Ui<'_>, pen: &Pen, title: &str, about: &str) {
    let line = Node { justify_content: JustifyContent::SpaceBetween, flex_shrink: 0.0, ..row(GAP) };
    ui.spawn(line).with_children(|ui| {
        pen.text(ui, Type::Title, title);
        way_back(ui, pen, "back", "back", Go::Back);
    });
    pen.soft(ui, Type::Body, about);
    space(ui);
}

fn resume_card(ui: &mut Ui<'_>, pen: &Pen, resumed: &crate::room::Resumed) {
    let title = resumed.room.scenario().title.get(pen.lang);
    ui.spawn(card(pen)).with_children(|ui| {
        ui.spawn(row(FAR)).with_children(|ui| {
            let minutes = [("minutes", i64::from(resumed.at / 60).into())];
            ui.spawn(filling(column(0.0))).with_children(|ui| {
                pen.text(ui, Type::Body, &pen.sentence("room-resume-about", &minutes));
            });
            let label = pen.sentence("room-resume", &[("title", title.into())]);
            button(ui, pen, Press::Primary, "resume", &label, Choose::Resume);
        });
    });
}

/// A card with a name and its values.
fn part(ui: &mut Ui<'_>, pen: &Pen, key: &str, values: impl FnOnce(&mut Ui<'_>)) {
    let node = Node { min_width: px(360.0 * pen.zoom), ..filling(column(0.0)) };
    ui.spawn(node).with_children(|ui| {
        ui.spawn((card(pen), a11y::group(&pen.word(key)))).with_children(|ui| {
            pen.text(ui, Type::Strong, &pen.word(key));
            ui.spawn(wrapping_row(NEAR)).with_children(values);
        });
    });
}

fn scenarios(ui: &mut Ui<'_>, pen: &Pen, shelves: &Shelves, draft: &Draft) {
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word("room-setup-scenario"));
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            for (at, shelf) in shelves.0.shelves.iter().enumerate() {
                let title = shelf.scenario.title.get(pen.lang);
                let name = format!("scenario-{}", shelf.scenario.id);
                segment(ui, pen, &name, title, at == draft.scenario, Choose::Scenario(at));
            }
        });
        if let Some(scenario) = draft.scenario(shelves) {
            pen.soft(ui, Type::Body, scenario.summary.get(pen.lang));
        }
    });
}

fn lengths(ui: &mut Ui<'_>, pen: &Pen, draft: &Draft) {
    part(ui, pen, "room-setup-length", |ui| {
        for length in Length::ALL {
            let minutes = [("minutes", i64::from(length.minutes()).into())];
            let word = pen.sentence("room-setup-minutes", &minutes);
            let name = format!("length-{}", length.minutes());
            segment(ui, pen, &name, &word, length == draft.length, Choose::Length(length));
        }
    });
}

fn languages(ui: &mut Ui<'_>, pen: &Pen, draft: &Draft) {
    part(ui, pen, "room-setup-lang-room", |ui| {
        for lang in Lang::ALL {
            let name = format!("room-lang-{}", lang.code());
            segment(
                ui,
                pen,
                &name,
                lang.own_name(),
                lang == draft.room_lang,
                Choose::RoomLang(lang),
            );
        }
    });
    part(ui, pen, "room-setup-lang-trainer", |ui| {
        for lang in Lang::ALL {
            let name = format!("lang-{}", lang.code());
            segment(ui, pen, &name, lang.own_name(), lang == pen.lang, Set::Lang(lang));
        }
    });
}

/// Where to turn afterwards, which the room sees at its end.
fn contact(ui: &mut Ui<'_>, pen: &Pen, draft: &Draft) {
    part(ui, pen, "room-contact", |ui| {
        let label = pen.word("room-contact");
        text_field(ui, pen, "contact", &label, &draft.contact, Choose::Contact);
        pen.soft(ui, Type::Small, &pen.word("room-contact.about"));
    });
}

fn groups(ui: &mut Ui<'_>, pen: &Pen, draft: &Draft) {
    part(ui, pen, "room-setup-group", |ui| {
        let less = draft.group.saturating_sub(1);
        button(ui, pen, Press::Plain, "fewer", "−", Choose::Group(less));
        for group in GROUPS {
            let name = format!("group-{group}");
            segment(ui, pen, &name, &group.to_string(), group == draft.group, Choose::Group(group));
        }
        button(ui, pen, Press::Plain, "more", "＋", Choose::Group(draft.group + 1));
        if !GROUPS.contains(&draft.group) {
            pen.text(ui, Type::Strong, &format!("● {}", draft.group));
        }
    });
}
