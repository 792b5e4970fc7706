//! The scenarios, a card each.

use std::sync::Arc;

use bevy::prelude::*;

use crate::app::face::{Faces, portrait};
use crate::app::screens::{Go, Screen, Shelves, page, pen};
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
        ui.spawn(Node {
            justify_content: JustifyContent::SpaceBetween,
            flex_shrink: 0.0,
            ..row(GAP)
        })
        .with_children(|ui| {
            pen.text(ui, Type::Title, &pen.word("library-title"));
            way_back(ui, &pen, "back", "back", Go::Back);
        });
        space(ui);
        scroll_column(ui, &pen, GAP + 4.0, (), |ui| {
            for shelf in &shelves.0.shelves {
                scenario_card(ui, &pen, &shelf.scenario, &mut faces);
            }
            for unplayable in &shelves.0.unplayable {
                let path = unplayable.path().display().to_string();
                pen.soft(
                    ui,
                    Type::Body,
                    &pen.sentence("library-unplayable", &[("path", path.into())]),
                );
            }
        });
    });
}

fn scenario_card(ui: &mut Ui<'_>, pen: &Pen, scenario: &Arc<Scenario>, faces: &mut Faces) {
    ui.spawn((card(pen), Name::new(scenario.id.clone()))).with_children(|ui| {
        ui.spawn(row(FAR)).with_children(|ui| {
            let customer = scenario.speaker(scenario.customer);
            if let Some(look) = customer.look {
                portrait(ui, faces.resting(look), customer.name.get(pen.lang), 132.0, 156.0);
            }
            ui.spawn(filling(column(NEAR))).with_children(|ui| about(ui, pen, scenario));
            let name = format!("scenario-{}", scenario.id);
            let (key, press, go): (_, _, fn(Arc<Scenario>) -> Go) = if scenario.id == FIRST_CALL {
                ("library-guide", Press::Plain, Go::Guide)
            } else {
                ("library-open", Press::Primary, Go::Brief)
            };
            let word = pen.word(key);
            let open = button(ui, pen, press, &name, &word, go(Arc::clone(scenario)));
            // Who only hears the page hears which of the cards the button belongs to.
            let spoken = [("action", word.into()), ("title", scenario.title.get(pen.lang).into())];
            let spoken = AccessibleLabel::new(pen.sentence("library-open-label", &spoken));
            ui.commands_mut().entity(open).insert(spoken);
        });
    });
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
