//! The scenarios, a card each: to practise, and for authors to have them read blind.

use std::sync::Arc;

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;

use crate::app::author::Author;
use crate::app::face::{Faces, portrait};
use crate::app::screens::{Go, Screen, Shelves, blind_reading, page, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, filling, row, scroll_column, space, tag, way_back,
    wrapping_row,
};
use crate::scenario::Scenario;
use crate::store::FIRST_CALL;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Library), spawn_library_screen);
    app.add_systems(OnEnter(Screen::Replies), spawn_replies_screen);
}

fn spawn_library_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    commands.spawn(page(Screen::Library, &theme)).with_children(|ui| {
        head(ui, &pen, "library-title");
        scroll_column(ui, &pen, GAP + 4.0, (), |ui| {
            for (at, shelf) in shelves.0.shelves.iter().enumerate() {
                let scenario = &shelf.scenario;
                let way = way_into(scenario);
                let open = scenario_card(ui, &pen, scenario, &mut faces, way);
                // Enter prepares the first of them; what was pressed last has the keyboard where one comes back.
                if at == 0 {
                    ui.commands_mut().entity(open).insert(AutoFocus);
                }
            }
            for unplayable in &shelves.0.unplayable {
                let path = unplayable.path().display().to_string();
                pen.soft(
                    ui,
                    Type::Body,
                    &pen.sentence("library-unplayable", &[("path", path.into())]),
                );
            }
            // Below all that is practised, where nobody looks who wants to practise.
            ui.spawn(row(0.0)).with_children(|ui| {
                let label = pen.word("blind-replies");
                button(ui, &pen, Press::Quiet, "replies", &label, Go::To(Screen::Replies));
            });
        });
    });
}

/// The same cards for authors: each leads to the replies alone.
fn spawn_replies_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    author: Option<Res<Author>>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    commands.spawn(page(Screen::Replies, &theme)).with_children(|ui| {
        head(ui, &pen, "blind-title");
        scroll_column(ui, &pen, GAP + 4.0, (), |ui| {
            pen.soft(ui, Type::Body, &pen.word("blind-replies-how"));
            for shelf in &shelves.0.shelves {
                let scenario = &shelf.scenario;
                let read = blind_reading(scenario, &shelves, author.as_deref());
                let way = Way { word: "blind-open", press: Press::Plain, go: read };
                scenario_card(ui, &pen, scenario, &mut faces, way);
            }
        });
    });
}

fn head(ui: &mut Ui<'_>, pen: &Pen, title: &str) {
    let line = Node { justify_content: JustifyContent::SpaceBetween, flex_shrink: 0.0, ..row(GAP) };
    ui.spawn(line).with_children(|ui| {
        pen.text(ui, Type::Title, &pen.word(title));
        way_back(ui, pen, "back", "back", Go::Back);
    });
    space(ui);
}

/// Where the button of a card leads.
struct Way {
    word: &'static str,
    press: Press,
    go: Go,
}

/// The way into a practice.
fn way_into(scenario: &Arc<Scenario>) -> Way {
    let scenario = Arc::clone(scenario);
    if scenario.id == FIRST_CALL {
        Way { word: "library-guide", press: Press::Plain, go: Go::Guide(scenario) }
    } else {
        Way { word: "library-open", press: Press::Primary, go: Go::Brief(scenario) }
    }
}

/// A scenario, and the button that leads to it.
fn scenario_card(
    ui: &mut Ui<'_>,
    pen: &Pen,
    scenario: &Scenario,
    faces: &mut Faces,
    way: Way,
) -> Entity {
    let mut open = Entity::PLACEHOLDER;
    ui.spawn((card(pen), Name::new(scenario.id.clone()))).with_children(|ui| {
        ui.spawn(row(FAR)).with_children(|ui| {
            let customer = scenario.speaker(scenario.customer);
            if let Some(look) = customer.look {
                portrait(ui, faces.resting(look), customer.name.get(pen.lang), 132.0, 156.0);
            }
            ui.spawn(filling(column(NEAR))).with_children(|ui| about(ui, pen, scenario));
            let name = format!("scenario-{}", scenario.id);
            let word = pen.word(way.word);
            open = button(ui, pen, way.press, &name, &word, way.go);
            // Who only hears the page hears which of the cards the button belongs to.
            let spoken = [("action", word.into()), ("title", scenario.title.get(pen.lang).into())];
            let spoken = AccessibleLabel::new(pen.sentence("library-open-label", &spoken));
            ui.commands_mut().entity(open).insert(spoken);
        });
    });
    open
}

fn about(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario) {
    pen.text(ui, Type::Heading, scenario.title.get(pen.lang));
    pen.text(ui, Type::Body, scenario.summary.get(pen.lang));
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        let soft = pen.theme.ink_soft();
        tag(ui, pen, soft, &pen.word(&format!("channel-{}", scenario.channel.code())));
        tag(
            ui,
            pen,
            soft,
            &pen.sentence("library-minutes", &[("minutes", i64::from(scenario.minutes).into())]),
        );
        tag(
            ui,
            pen,
            soft,
            &pen.sentence(
                "library-difficulty",
                &[("difficulty", i64::from(scenario.difficulty).into())],
            ),
        );
        for skill in &scenario.skills {
            tag(ui, pen, pen.theme.skill(*skill), &pen.word(&format!("skill-{}", skill.code())));
        }
    });
}
