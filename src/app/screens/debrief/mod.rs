//! The look back: how it ended, three bars, what went well, what to work on, and every turn with the cue marked.

pub(super) mod story;

use bevy::prelude::*;

use crate::app::screens::handbook::Read;
use crate::app::screens::{Go, Screen, page, pen};
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{COLUMN, FAR, GAP, NEAR};
use crate::app::widgets::{
    Link, Pen, Press, Side, Ui, bubble, button, card, close_key, column, filling, heading, item,
    link, link_tag, marked_bubble, narration, row, score_bar, scroll_column, space, tag,
    wrapping_row,
};
use crate::assess::{CueView, Debrief, FactView, Growth, Score, TurnReview};
use crate::handbook::{Guide, Subject};
use crate::rubric::Skill;
use crate::scenario::Role;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Debrief), spawn_debrief_screen);
}

fn spawn_debrief_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    mut commands: Commands,
) {
    let Some(active) = active else { return };
    let pen = pen(&theme, &chosen);
    let debrief = active.debrief(chosen.lang);
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
                button(
                    ui,
                    &pen,
                    Press::Primary,
                    "again",
                    &pen.word("debrief-again"),
                    Go::Brief(scenario.clone()),
                );
                close_key(ui, &pen, "back", "back", "Esc", Go::Back);
            });
        });
        space(ui);
        scroll_column(ui, &pen, 0.0, (), |ui| {
            // The width is a basis, not a maximum: heights are measured at the width that is really had.
            let reading = Node {
                flex_basis: px(COLUMN * pen.zoom.min(1.25)),
                min_width: px(0),
                ..column(FAR)
            };
            ui.spawn(Node {
                justify_content: JustifyContent::Center,
                align_items: AlignItems::FlexStart,
                flex_shrink: 0.0,
                ..row(0.0)
            })
            .with_children(|ui| {
                ui.spawn(reading).with_children(|ui| look_back(ui, &pen, &debrief));
            });
        });
    });
}

fn look_back(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    ending(ui, pen, debrief);
    scores(ui, pen, debrief);
    ui.spawn(Node { align_items: AlignItems::Stretch, ..wrapping_row(GAP) }).with_children(|ui| {
        growth(ui, pen, "debrief-strengths", &debrief.strengths);
        growth(ui, pen, "debrief-to-work-on", &debrief.to_work_on);
    });
    untold(ui, pen, &debrief.untold);
    story::look_back(ui, pen, debrief);
    heading(ui, pen, "debrief-turns");
    for (at, turn) in debrief.turns.iter().enumerate() {
        turn_card(ui, pen, at + 1, turn);
    }
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

fn ending(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    let Some((title, text)) = &debrief.ending else {
        return;
    };
    ui.spawn(column(4.0)).with_children(|ui| {
        pen.soft(ui, Type::Small, &pen.word("debrief-ending"));
        pen.text(ui, Type::Title, title);
        pen.text(ui, Type::Voice, text);
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
            ui.spawn(Node { align_items: AlignItems::Baseline, ..row(GAP) }).with_children(|ui| {
                pen.text(ui, Type::Number, &score.points.to_string());
                let level = match score.level {
                    Some(level) => pen.word(&format!("level-{}", level.number())),
                    None => pen.word("score-not-enough"),
                };
                ui.spawn(filling(column(0.0))).with_children(|ui| pen.text(ui, Type::Body, &level));
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
                    pen.text(
                        ui,
                        Type::Body,
                        &pen.sentence("quoted", &[("words", growth.said.as_str().into())]),
                    );
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
                pen.soft(
                    ui,
                    Type::Body,
                    &pen.sentence("debrief-opens", &[("how", fact.opens.as_str().into())]),
                );
            });
        }
    });
}

fn turn_card(ui: &mut Ui<'_>, pen: &Pen, number: usize, turn: &TurnReview) {
    ui.spawn((card(pen), Name::new(format!("turn-{number}")))).with_children(|ui| {
        ui.spawn(Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(NEAR) })
            .with_children(|ui| {
                ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
                    pen.text(ui, Type::Heading, &format!("{number}. {}", turn.title));
                    if turn.second_chance {
                        tag(ui, pen, pen.theme.trust(), &pen.word("talk-second-chance"));
                    }
                });
                moved(ui, pen, turn);
            });
        said(ui, pen, turn);
        bubble(ui, pen, Side::Mine, &pen.word("talk-you"), Type::Said, &turn.said);
        replied(ui, pen, turn);
        verdict(ui, pen, number, turn);
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

/// What the line did to anger and trust, in words and signs.
fn moved(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnReview) {
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        let changes = [
            ("gauge-anger", turn.anger, pen.theme.anger()),
            ("gauge-trust", turn.trust, pen.theme.trust()),
        ];
        for (key, by, color) in changes.into_iter().filter(|(_, by, _)| *by != 0) {
            let sign = if by > 0 { "▲" } else { "▼" };
            ui.spawn(pen.set(Type::Small, color, &format!("{} {sign}{}", pen.word(key), by.abs())));
        }
    });
}

/// What led to the decision, with the words that decided it marked.
fn said(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnReview) {
    let marks: Vec<&str> = turn
        .cues
        .iter()
        .filter_map(|cue| match cue {
            CueView::Line(words) => Some(words.as_str()),
            CueView::Rule(_) | CueView::Known(_) | CueView::Fact(_) | CueView::Promise(_) => None,
        })
        .collect();
    for line in &turn.lines {
        let marked = marks.iter().any(|mark| line.text.contains(mark));
        match line.role {
            Role::Narrator if !marked => narration(ui, pen, &line.text),
            Role::Narrator | Role::Customer | Role::Colleague | Role::Trainee => {
                marked_bubble(ui, pen, Side::Theirs, &line.name, Type::Said, &line.text, &marks);
            }
        }
    }
    for cue in &turn.cues {
        let (key, words) = match cue {
            CueView::Rule(words) => ("debrief-cue-rule", words),
            CueView::Known(words) => ("debrief-cue-known", words),
            CueView::Fact(words) => ("debrief-cue-fact", words),
            CueView::Promise(words) => ("debrief-cue-promise", words),
            CueView::Line(_) => continue,
        };
        pen.soft(ui, Type::Body, &pen.sentence(key, &[("words", words.as_str().into())]));
    }
}

fn replied(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnReview) {
    for line in &turn.reply {
        match line.role {
            Role::Narrator => narration(ui, pen, &line.text),
            Role::Customer | Role::Colleague | Role::Trainee => {
                bubble(ui, pen, Side::Theirs, &line.name, Type::Said, &line.text);
            }
        }
    }
}

/// How the line shows each indicator, what it did, and what would have fitted.
fn verdict(ui: &mut Ui<'_>, pen: &Pen, number: usize, turn: &TurnReview) {
    ui.spawn(Node { padding: UiRect::top(px(4)), ..wrapping_row(NEAR) }).with_children(|ui| {
        for (indicator, rating) in &turn.ratings {
            let named = [
                ("name", pen.word(indicator.code()).into()),
                ("rating", pen.word(rating.word()).into()),
            ];
            let words = pen.sentence("handbook-rated", &named);
            let label = pen.sentence("handbook-open", &[("name", words.as_str().into())]);
            let name = format!("read-{}-turn-{number}", indicator.code());
            let to = Link { name: &name, label: &label, words: &words };
            let color = pen.theme.skill(indicator.skill());
            link_tag(ui, pen, color, to, Read(Subject::Indicator(*indicator)));
        }
    });
    if let Some(thought) = &turn.thought {
        let thought = [("thought", thought.as_str().into())];
        pen.soft(ui, Type::Body, &pen.sentence("debrief-thought", &thought));
    }
    if turn.ratings.is_empty() {
        // A topic was picked: there was nothing to get right.
        return;
    }
    pen.text(ui, Type::Body, &turn.feedback);
    match &turn.key {
        None => {
            ui.spawn(pen.set(Type::Strong, pen.theme.trust(), &pen.word("debrief-fits")));
        }
        Some(key) => {
            ui.spawn(column(2.0)).with_children(|ui| {
                pen.soft(ui, Type::Small, &pen.word("debrief-would-fit"));
                pen.text(
                    ui,
                    Type::Body,
                    &pen.sentence("quoted", &[("words", key.as_str().into())]),
                );
            });
        }
    }
}
