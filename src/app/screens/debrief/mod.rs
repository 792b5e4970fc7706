//! The look back: how it ended, three bars, what went well, what to work on, and every turn with the cue marked.

mod beside;
mod curve;
mod examples;
pub(super) mod map;
mod note;
pub(super) mod story;
mod turn;
mod turning;
mod week;

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::keeping::Keeping;
use crate::app::screens::coach::hint_place;
use crate::app::screens::handbook::Read;
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::practice::{Out, told_place};
use crate::app::screens::{Go, Screen, page, pen};
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Link, Pen, Press, Ui, button, card, close_key, column, filling, heading, item, link,
    reading_column, row, score_bar, scroll_column, space, tag, way_back, wrapping_row,
};
use crate::assess::{Debrief, FactView, Growth, Score};
use crate::handbook::{Guide, Subject};
use crate::rubric::Skill;
use crate::session::Mode;
use crate::store::AttemptId;

use note::Notes;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Debrief), spawn_debrief_screen);
    let parts = (turn::plugin, turning::plugin, curve::plugin, map::plugin, examples::plugin);
    app.add_plugins((parts, week::plugin, note::plugin));
}

fn spawn_debrief_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    keeping: Res<Keeping>,
    mut commands: Commands,
) {
    let Some(active) = active else { return };
    let pen = pen(&theme, &chosen);
    let debrief = active.debrief(chosen.lang);
    let parent = active.parent(chosen.lang);
    let practised = (active.mode(), active.taken_back());
    let attempt = keeping.attempt();
    let notes = Notes::of(&keeping);
    let scenario = active.scenario();
    commands.spawn(page(Screen::Debrief, &theme)).with_children(|ui| {
        ui.spawn(Node {
            justify_content: JustifyContent::SpaceBetween,
            flex_shrink: 0.0,
            ..row(GAP)
        })
        .with_children(|ui| {
            pen.text(ui, Type::Title, scenario.title.get(pen.lang));
            ui.spawn(row(NEAR)).with_children(|ui| {
                if map::has_map(&active) {
                    close_key(ui, &pen, "map", "map-title", "M", Lay(Overlay::Map));
                }
                button(
                    ui,
                    &pen,
                    Press::Primary,
                    "again",
                    &pen.word("debrief-again"),
                    Go::Brief(scenario.clone()),
                );
                way_back(ui, &pen, "back", "back", Go::Back);
            });
        });
        space(ui);
        scroll_column(ui, &pen, 0.0, (), |ui| {
            reading_column(ui, &pen, FAR, |ui| {
                look_back(ui, &pen, &debrief, practised, (parent.as_ref(), &notes));
                if let Some(attempt) = attempt {
                    what_stays(ui, &pen, attempt);
                }
                caution(ui, &pen);
            });
        });
        hint_place(ui, &pen);
    });
}

fn look_back(
    ui: &mut Ui<'_>,
    pen: &Pen,
    debrief: &Debrief,
    (mode, taken_back): (Mode, u32),
    (parent, notes): (Option<&(usize, Debrief)>, &Notes),
) {
    ending(ui, pen, debrief);
    scores(ui, pen, debrief);
    how_practised(ui, pen, mode, taken_back);
    if notes.count() > 0 {
        let count = [("count", notes.count().into())];
        pen.text(ui, Type::Body, &pen.sentence("debrief-noted", &count));
    }
    if let Some((fork, first)) = parent {
        beside::side_by_side(ui, pen, *fork, first, debrief);
    }
    ui.spawn(Node { align_items: AlignItems::Stretch, ..wrapping_row(GAP) }).with_children(|ui| {
        growth(ui, pen, "debrief-strengths", &debrief.strengths);
        growth(ui, pen, "debrief-to-work-on", &debrief.to_work_on);
    });
    untold(ui, pen, &debrief.untold);
    story::look_back(ui, pen, debrief);
    curve::curve(ui, pen, debrief);
    heading(ui, pen, "debrief-turns");
    for (at, turn) in debrief.turns.iter().enumerate() {
        turn::turn_card(ui, pen, at + 1, turn, notes);
    }
    examples::examples(ui, pen);
}

/// What a person takes along: a sentence for the week, and the talk on paper.
fn what_stays(ui: &mut Ui<'_>, pen: &Pen, attempt: &AttemptId) {
    week::this_week(ui, pen);
    ui.spawn(Node { align_items: AlignItems::Center, ..wrapping_row(GAP) }).with_children(|ui| {
        let label = pen.word("practice-report");
        button(ui, pen, Press::Plain, "report", &label, Out::Page(attempt.clone()));
        let label = pen.word("practice-hand-on");
        button(ui, pen, Press::Plain, "hand-on", &label, Out::File(attempt.clone()));
    });
    told_place(ui);
}

/// What the numbers are, and what they are not.
fn caution(ui: &mut Ui<'_>, pen: &Pen) {
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word("debrief-how-to-read"));
        pen.soft(ui, Type::Body, &pen.word("debrief-caution"));
        let subject = Subject::Guide(Guide::Scores);
        if let Some(page) = subject.page(pen.lang) {
            let name = [("name", page.title.as_str().into())];
            let label = pen.sentence("handbook-open", &name);
            let to = Link { name: "read-scores", label: &label, words: &page.title };
            link(ui, pen, Type::Strong, pen.theme.primary(), to, Read(subject));
        }
    });
    space(ui);
}

/// In which mode, and what that says of the numbers.
fn how_practised(ui: &mut Ui<'_>, pen: &Pen, mode: Mode, taken_back: u32) {
    let name = pen.word(&format!("mode-{}", mode.code()));
    let args = [("mode", name.into()), ("count", i64::from(taken_back).into())];
    // Where nothing can be taken back, nothing is said of it.
    let can_be_taken_back = mode.teaches_at_once() || taken_back > 0;
    let key = if can_be_taken_back { "debrief-mode" } else { "debrief-mode-alone" };
    pen.soft(ui, Type::Body, &pen.sentence(key, &args));
}

fn ending(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    let Some((title, text)) = &debrief.ending else {
        return;
    };
    ui.spawn(column(4.0)).with_children(|ui| {
        pen.soft(ui, Type::Small, &pen.word("debrief-ending"));
        pen.text(ui, Type::Title, title);
        pen.told(ui, Type::Voice, pen.theme.ink(), text);
    });
}

fn scores(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    ui.spawn(column(NEAR)).with_children(|ui| {
        heading(ui, pen, "debrief-scores");
        ui.spawn(Node { align_items: AlignItems::Stretch, ..wrapping_row(GAP) }).with_children(
            |ui| {
                for skill in Skill::ALL {
                    score_card(ui, pen, debrief.card.score(skill));
                }
            },
        );
        let counts = [
            ("slips", i64::from(debrief.card.slips).into()),
            ("mended", i64::from(debrief.card.mended).into()),
        ];
        pen.text(ui, Type::Body, &pen.sentence("debrief-slips", &counts));
        let (heard, all) = debrief.cues_heard;
        let counts = [("heard", heard.into()), ("all", all.into())];
        pen.text(ui, Type::Body, &pen.sentence("debrief-cues-heard", &counts));
        for error in &debrief.card.critical {
            ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
                tag(ui, pen, pen.theme.anger(), &pen.word("debrief-critical"));
                let subject = Subject::Critical(*error);
                in_handbook(ui, pen, pen.theme.ink(), subject, "scores");
            });
        }
    });
}

/// A third of the row, or all of it where a third would be too narrow.
fn score_card(ui: &mut Ui<'_>, pen: &Pen, score: &Score) {
    let color = pen.theme.skill(score.skill);
    ui.spawn(card(pen))
        .insert(Node {
            min_width: px(250.0 * pen.zoom),
            padding: UiRect::all(px(18)),
            border: UiRect::all(px(1)),
            border_radius: BorderRadius::all(px(14)),
            ..filling(column(6.0))
        })
        .with_children(|ui| {
            ui.spawn(pen.set(
                Type::Strong,
                color,
                &pen.word(&format!("skill-{}", score.skill.code())),
            ));
            // Not by their baselines: a text beside one that is aligned so can be measured at no width at all.
            ui.spawn(Node { align_items: AlignItems::FlexEnd, ..row(GAP) }).with_children(|ui| {
                // What says little yet is not shouted.
                let points = score.points.to_string();
                match score.level {
                    Some(_) => pen.text(ui, Type::Number, &points),
                    None => pen.soft(ui, Type::Heading, &points),
                }
                let level = match score.level {
                    Some(level) => pen.word(&format!("level-{}", level.number())),
                    None => pen.word("score-not-enough"),
                };
                let lift = if score.level.is_some() { 8.0 } else { 1.0 };
                let on_the_line = UiRect::bottom(px(lift * pen.zoom));
                ui.spawn(Node { padding: on_the_line, ..filling(column(0.0)) })
                    .with_children(|ui| pen.text(ui, Type::Body, &level));
            });
            score_bar(ui, pen, score.points, color, score.level.is_some());
            let seen = [("count", i64::from(score.observations).into())];
            pen.soft(ui, Type::Small, &pen.sentence("score-observations", &seen));
        });
}

fn growth(ui: &mut Ui<'_>, pen: &Pen, key: &str, list: &[Growth]) {
    if list.is_empty() {
        return;
    }
    ui.spawn(card(pen))
        .insert(Node {
            min_width: px(400.0 * pen.zoom),
            padding: UiRect::all(px(18)),
            border: UiRect::all(px(1)),
            border_radius: BorderRadius::all(px(14)),
            ..filling(column(GAP))
        })
        .insert(a11y::group(&pen.word(key)))
        .with_children(|ui| {
            heading(ui, pen, key);
            for (at, growth) in list.iter().enumerate() {
                ui.spawn(column(2.0)).with_children(|ui| {
                    ui.spawn(Node {
                        justify_content: JustifyContent::SpaceBetween,
                        ..wrapping_row(NEAR)
                    })
                    .with_children(|ui| {
                        let color = pen.theme.skill(growth.indicator.skill());
                        let subject = Subject::Indicator(growth.indicator);
                        in_handbook(ui, pen, color, subject, &format!("{key}-{at}"));
                        pen.soft(ui, Type::Small, &pen.word(growth.rating.word()));
                    });
                    let said = pen.sentence("quoted", &[("words", growth.said.as_str().into())]);
                    pen.told(ui, Type::Body, pen.theme.ink(), &said);
                });
            }
        });
}

fn untold(ui: &mut Ui<'_>, pen: &Pen, untold: &[FactView]) {
    if untold.is_empty() {
        return;
    }
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "debrief-untold");
        for fact in untold {
            item(ui, pen, &fact.text);
            ui.spawn(Node { padding: UiRect::left(px(14)), ..column(0.0) }).with_children(|ui| {
                let opens = pen.sentence("debrief-opens", &[("how", fact.opens.as_str().into())]);
                pen.told(ui, Type::Body, pen.theme.ink_soft(), &opens);
            });
        }
    });
}

/// The name of an indicator or a critical error, which opens its page in the handbook.
fn in_handbook(ui: &mut Ui<'_>, pen: &Pen, color: Color, subject: Subject, place: &str) {
    let words = pen.word(subject.code());
    let label = pen.sentence("handbook-open", &[("name", words.as_str().into())]);
    let name = format!("read-{}-{place}", subject.code());
    let to = Link { name: &name, label: &label, words: &words };
    link(ui, pen, Type::Strong, color, to, Read(subject));
}
