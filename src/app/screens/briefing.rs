//! Before the talk: who you are, what has happened, what you know, and the rule card.

use std::sync::Arc;

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;

use crate::app::keeping::Keeping;
use crate::app::screens::coach::{Coach, hint_place};
use crate::app::screens::{Briefed, Go, Screen, page, pen};
use crate::app::settings::{Chosen, Set};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, SCROLL_EDGE, Ui, button, card, column, filling, heading, item, row, scroll_column,
    segment, space, way_back, wrapping_row,
};
use crate::lang::Localized;
use crate::scenario::Scenario;
use crate::session::Mode;

/// Text larger than this leaves room for one line below the page.
const LARGE_ZOOM: f32 = 1.4;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Briefing), spawn_briefing_screen);
}

fn spawn_briefing_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    briefed: Res<Briefed>,
    coach: Res<Coach>,
    keeping: Res<Keeping>,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    let scenario = &briefed.0;
    let sentence = keeping.sentence(chosen.settings.person.as_deref());
    commands.spawn(page(Screen::Briefing, &theme)).with_children(|ui| {
        ui.spawn(Node {
            justify_content: JustifyContent::SpaceBetween,
            flex_shrink: 0.0,
            ..row(GAP)
        })
        .with_children(|ui| {
            pen.text(ui, Type::Title, scenario.title.get(pen.lang));
            way_back(ui, &pen, "back", "back", Go::Back);
        });
        space(ui);
        scroll_column(ui, &pen, FAR, (), |ui| {
            ui.spawn(Node {
                align_items: AlignItems::FlexStart,
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(FAR),
                ..row(FAR)
            })
            .with_children(|ui| {
                ui.spawn(half(&pen)).with_children(|ui| {
                    week(ui, &pen, sentence.as_deref());
                    situation(ui, &pen, scenario);
                });
                ui.spawn(half(&pen)).with_children(|ui| rule_card(ui, &pen, scenario));
            });
        });
        // Whoever is shown around has one way to go.
        let mode = (!coach.speaks()).then_some(chosen.settings.mode);
        foot(ui, &pen, scenario, mode);
        hint_place(ui, &pen);
    });
}

/// How to practise, and the way into the talk. Where text is large it has one line and a sentence: the rest of the page
/// is for what is to be known.
fn foot(ui: &mut Ui<'_>, pen: &Pen, scenario: &Arc<Scenario>, mode: Option<Mode>) {
    let begin = |ui: &mut Ui<'_>| {
        let channel = scenario.channel_at(scenario.opens_at).code();
        let start = pen.word(&format!("briefing-start-{channel}"));
        let into = Go::Start(Arc::clone(scenario));
        let way = button(ui, pen, Press::Primary, "start", &start, into);
        ui.commands_mut().entity(way).insert(AutoFocus);
    };
    let foot = Node {
        padding: UiRect { top: px(GAP), right: px(SCROLL_EDGE), ..default() },
        flex_shrink: 0.0,
        ..default()
    };
    let Some(mode) = mode else {
        let end = Node { justify_content: JustifyContent::FlexEnd, ..foot };
        ui.spawn(end).with_children(begin);
        return;
    };
    if pen.zoom > LARGE_ZOOM {
        ui.spawn(Node { row_gap: px(NEAR), flex_direction: FlexDirection::Column, ..foot })
            .with_children(|ui| {
                ui.spawn(Node {
                    justify_content: JustifyContent::SpaceBetween,
                    ..wrapping_row(NEAR)
                })
                .with_children(|ui| {
                    // One line in any case: of a row that wraps within another, only one line is measured.
                    ui.spawn(Node { flex_shrink: 0.0, ..row(NEAR) })
                        .with_children(|ui| segments(ui, pen, mode));
                    begin(ui);
                });
                about(ui, pen, Type::Small, mode);
            });
        return;
    }
    ui.spawn(Node {
        justify_content: JustifyContent::SpaceBetween,
        align_items: AlignItems::FlexEnd,
        padding: foot.padding,
        flex_shrink: 0.0,
        ..wrapping_row(GAP)
    })
    .with_children(|ui| {
        let modes = Node { min_width: px(440.0 * pen.zoom), ..filling(column(NEAR)) };
        ui.spawn(modes).with_children(|ui| {
            ui.spawn(wrapping_row(NEAR)).with_children(|ui| segments(ui, pen, mode));
            about(ui, pen, Type::Body, mode);
        });
        ui.spawn(row(0.0)).with_children(begin);
    });
}

/// How the talk is to be practised.
fn segments(ui: &mut Ui<'_>, pen: &Pen, chosen: Mode) {
    for mode in Mode::ALL {
        let word = pen.word(&format!("mode-{}", mode.code()));
        let name = format!("mode-{}", mode.code());
        segment(ui, pen, &name, &word, mode == chosen, Set::Mode(mode));
    }
}

/// What that means, in a sentence.
fn about(ui: &mut Ui<'_>, pen: &Pen, kind: Type, chosen: Mode) {
    pen.soft(ui, kind, &pen.word(&format!("mode-{}.about", chosen.code())));
}

/// Half the page, or all of it where half would be too narrow for the text.
fn half(pen: &Pen) -> Node {
    Node { min_width: px(440.0 * pen.zoom), ..filling(column(GAP)) }
}

/// What was to be said this week, by the trainee's own words.
fn week(ui: &mut Ui<'_>, pen: &Pen, sentence: Option<&str>) {
    if let Some(text) = sentence {
        pen.text(ui, Type::Body, &pen.sentence("week-reminder", &[("text", text.into())]));
    }
}

fn situation(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario) {
    for note in &scenario.content_notes {
        pen.soft(ui, Type::Body, &note.sentence(pen.lang));
    }
    for told in [&scenario.briefing.you, &scenario.briefing.situation] {
        let words = pen.readable(Type::Voice, pen.theme.ink(), told.get(pen.lang));
        ui.spawn(column(0.0)).with_child(words);
    }
    known_card(ui, pen, scenario);
}

fn known_card(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario) {
    ui.spawn(card(pen)).with_children(|ui| known(ui, pen, scenario));
}

fn rule_card(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario) {
    ui.spawn(card(pen)).with_children(|ui| rules(ui, pen, scenario));
}

/// What you know, as it also lies beside the talk.
pub(super) fn known(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario) {
    listed(ui, pen, "talk-known", pen.theme.primary(), words(pen, &scenario.briefing.known));
}

/// The rules, as they also lie beside the talk.
pub(super) fn rules(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario) {
    listed(ui, pen, "talk-rule-card", pen.theme.anger(), words(pen, &scenario.briefing.rules));
}

fn words(pen: &Pen, items: &[Localized]) -> impl Iterator<Item = String> {
    items.iter().map(|words| words.get(pen.lang).to_owned())
}

/// What stands on an index card: its name, a coloured line, and its items.
pub(super) fn listed(
    ui: &mut Ui<'_>,
    pen: &Pen,
    key: &str,
    color: Color,
    items: impl Iterator<Item = String>,
) {
    heading(ui, pen, key);
    let line =
        Node { height: px(2), margin: UiRect::vertical(px(2)), flex_shrink: 0.0, ..default() };
    ui.spawn((line, BackgroundColor(color)));
    ui.spawn(column(NEAR)).with_children(|ui| {
        for words in items {
            item(ui, pen, &words);
        }
    });
}
