//! What was practised until now: where each skill stands, what comes next, and every talk that is kept.

mod out;
mod talks;
mod yours;

pub(super) use out::{Out, say_in, told_place};
pub(super) use yours::question;

use std::sync::Arc;

use bevy::prelude::*;

use crate::app::keeping::Keeping;
use crate::app::screens::{Go, Screen, Shelves, page, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, filling, heading, row, score_bar, scroll_column, space,
    way_back, wrapping_row,
};
use crate::progress::{Known, Next, Progress, Says, Standing};
use crate::report::{band_words, reason_words, rests_on_words};
use crate::store::calendar::{day, now};
use crate::store::{Kept, Library, Scenarios, StoreFault, runs_of};

use out::{ToTell, Told};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Practice), spawn_practice_screen);
    app.add_plugins((out::plugin, yours::plugin));
}

/// More talks than this nobody scrolls through; `kikitori history` lists them all.
const TALKS_MAX: usize = 60;

/// What is kept of a person.
struct Kepts {
    progress: Progress,
    talks: Vec<Arc<Kept>>,
}

/// Reads what is kept of a person; nothing where nothing is kept.
fn read(
    keeping: &Keeping,
    library: &Library,
    person: Option<&str>,
) -> Result<Option<Kepts>, StoreFault> {
    let Some(store) = keeping.store()? else { return Ok(None) };
    let mut kept = store.all_kept(person, &mut Scenarios::of(library))?;
    let runs = runs_of(&kept, day);
    let scenarios: Vec<Known> =
        library.shelves.iter().map(|shelf| Known::of(&shelf.scenario)).collect();
    let progress = Progress::of(&runs, &scenarios, day(now()));
    kept.truncate(TALKS_MAX);
    Ok(Some(Kepts { progress, talks: kept.into_iter().map(Arc::new).collect() }))
}

fn spawn_practice_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    keeping: Res<Keeping>,
    shelves: Res<Shelves>,
    mut to_tell: ResMut<ToTell>,
    mut told: MessageWriter<Told>,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    told.write_batch(to_tell.0.take().map(Told));
    let person = chosen.settings.person.as_deref();
    let kept = read(&keeping, &shelves.0, person);
    commands.spawn(page(Screen::Practice, &theme)).with_children(|ui| {
        let head =
            Node { justify_content: JustifyContent::SpaceBetween, flex_shrink: 0.0, ..row(GAP) };
        ui.spawn(head).with_children(|ui| {
            let title = match person {
                Some(name) => pen.sentence("practice-title-of", &[("name", name.into())]),
                None => pen.word("practice-title"),
            };
            pen.text(ui, Type::Title, &title);
            way_back(ui, &pen, "back", "back", Go::Back);
        });
        space(ui);
        told_place(ui);
        scroll_column(ui, &pen, FAR, (), |ui| {
            match &kept {
                Ok(Some(kept)) => whole(ui, &pen, kept, &shelves.0),
                Ok(None) => pen.soft(ui, Type::Body, &pen.word("practice-unkept")),
                Err(fault) => pen.text(ui, Type::Body, &fault.sentence(pen.lang)),
            }
            let any = matches!(&kept, Ok(Some(kept)) if !kept.talks.is_empty());
            yours::yours(ui, &pen, &keeping, any);
            space(ui);
        });
    });
}

fn whole(ui: &mut Ui<'_>, pen: &Pen, kept: &Kepts, library: &Library) {
    if let Some(next) = &kept.progress.next {
        what_next(ui, pen, next, library);
    }
    let any =
        |standings: &[Standing; 3]| standings.iter().any(|standing| standing.observations > 0);
    let progress = &kept.progress;
    for (key, standings) in
        [("progress-checked", &progress.checked), ("progress-practised", &progress.practised)]
    {
        if any(standings) {
            ui.spawn(column(NEAR)).with_children(|ui| {
                heading(ui, pen, key);
                let cards = Node { align_items: AlignItems::Stretch, ..wrapping_row(GAP) };
                ui.spawn(cards).with_children(|ui| {
                    for standing in standings {
                        standing_card(ui, pen, standing);
                    }
                });
            });
        }
    }
    if any(&progress.checked) || any(&progress.practised) {
        ui.spawn(column(4.0)).with_children(|ui| {
            for key in ["progress-estimate", "report-read-never"] {
                pen.soft(ui, Type::Body, &pen.word(key));
            }
        });
    }
    talks::list(ui, pen, &kept.talks);
}

/// One scenario, and why it is the one.
fn what_next(ui: &mut Ui<'_>, pen: &Pen, next: &Next, library: &Library) {
    let Some(shelf) = library.find(&next.scenario) else { return };
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "progress-next");
        ui.spawn(Node { align_items: AlignItems::Center, ..wrapping_row(GAP) }).with_children(
            |ui| {
                let words = Node { min_width: px(360.0 * pen.zoom), ..filling(column(4.0)) };
                ui.spawn(words).with_children(|ui| {
                    pen.text(ui, Type::Strong, next.title.get(pen.lang));
                    pen.text(ui, Type::Body, &reason_words(&next.reason, pen.lang));
                    if next.with_example {
                        pen.soft(ui, Type::Body, &pen.word("progress-example"));
                    }
                });
                let go = Go::Brief(Arc::clone(&shelf.scenario));
                button(ui, pen, Press::Primary, "next", &pen.word("library-open"), go);
            },
        );
    });
}

/// Where a skill stands, and on how much that rests.
fn standing_card(ui: &mut Ui<'_>, pen: &Pen, standing: &Standing) {
    let color = pen.theme.skill(standing.skill);
    let known = standing.says > Says::NotEnough;
    let node = Node {
        min_width: px(250.0 * pen.zoom),
        padding: UiRect::all(px(18)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(14)),
        ..filling(column(6.0))
    };
    ui.spawn(card(pen)).insert(node).with_children(|ui| {
        let skill = pen.word(&format!("skill-{}", standing.skill.code()));
        ui.spawn(pen.set(Type::Strong, color, &skill));
        ui.spawn(Node { align_items: AlignItems::FlexEnd, ..row(GAP) }).with_children(|ui| {
            let points = if known { standing.points().to_string() } else { "–".to_owned() };
            pen.text(ui, Type::Number, &points);
            let on_the_line = UiRect::bottom(px(8.0 * pen.zoom));
            let says = pen.word(&format!("progress-says-{}", standing.says.code()));
            ui.spawn(Node { padding: on_the_line, ..filling(column(0.0)) })
                .with_children(|ui| pen.text(ui, Type::Body, &says));
        });
        score_bar(ui, pen, if known { standing.points() } else { 0 }, color, known);
        if let Some(band) = band_words(standing, pen.lang) {
            pen.soft(ui, Type::Small, &band);
        }
        pen.soft(ui, Type::Small, &rests_on_words(standing, pen.lang));
    });
}
