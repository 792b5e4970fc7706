//! Paints what the room may see onto its wall: which parts a view has, and how they share the page.

use bevy::prelude::*;

use crate::app::screens::room::brush::{Brush, EDGE, FOOT, HEAD, SIDE, column, filling, head};
use crate::app::screens::room::chart::charts;
use crate::app::screens::room::fit::{Block, SMALLEST, fit, length};
use crate::app::screens::room::later::{analyse, route, sheet, untold};
use crate::app::screens::room::scene::{
    bubble, context, lettered, note, peek, people, reaction, talk, told,
};
use crate::app::screens::room::wall::{WallBar, WallSeconds};
use crate::app::theme::fonts::wall;
use crate::app::widgets::Ui;
use crate::room::RoomView;

/// Paints a view, or the test pattern where there is none.
pub(super) fn paint(
    ui: &mut Ui<'_>,
    brush: &Brush,
    view: Option<&RoomView>,
    time: Option<(u32, u32)>,
) {
    let page = Node {
        width: percent(100),
        height: percent(100),
        padding: UiRect::axes(vh(brush.whole(SIDE)), vh(EDGE)),
        ..column(0.0)
    };
    ui.spawn(page).with_children(|ui| match view {
        None => pattern(ui, brush),
        Some(view) => {
            let foot = foot_of(brush, view);
            let high =
                100.0 - 2.0 * EDGE - if foot.is_some() || time.is_some() { FOOT } else { 0.0 };
            let body =
                Node { height: vh(high), justify_content: JustifyContent::Center, ..column(0.0) };
            ui.spawn(body).with_children(|ui| body_of(ui, brush, view, high));
            if foot.is_some() || time.is_some() {
                paint_foot(ui, brush, foot.as_deref().unwrap_or_default(), time);
            }
        }
    });
}

/// The sentence at the foot.
fn foot_of(brush: &Brush, view: &RoomView) -> Option<String> {
    let votes = |again: bool, votes: u16| {
        let key = if again { "room-voting-again" } else { "room-voting" };
        let count = brush.sentence("room-votes", &[("votes", i64::from(votes).into())]);
        format!("{}　{count}", brush.word(key))
    };
    match view {
        RoomView::Say { .. } => Some(brush.word("room-say")),
        RoomView::Line { swapped: true, .. } => Some(brush.word("room-swapped")),
        RoomView::Voting { again, votes: count, .. } => Some(votes(*again, *count)),
        RoomView::Talk { .. } => Some(brush.word("room-talk")),
        _ => None,
    }
}

/// A sentence, and how much time is left as a number and a bar.
fn paint_foot(ui: &mut Ui<'_>, brush: &Brush, words: &str, time: Option<(u32, u32)>) {
    let foot = Node { height: vh(FOOT), justify_content: JustifyContent::FlexEnd, ..column(1.0) };
    ui.spawn(foot).with_children(|ui| {
        let line = Node { align_items: AlignItems::FlexEnd, width: percent(100), ..brush.row(4.0) };
        ui.spawn(line).with_children(|ui| {
            ui.spawn(filling(column(0.0))).with_children(|ui| {
                brush.text(
                    ui,
                    false,
                    true,
                    (5.2 * brush.zoom).min(6.0),
                    brush.theme.primary(),
                    words,
                );
            });
            if let Some((left, _)) = time {
                let set = wall(false, true, 6.0, 1.2);
                ui.spawn((
                    Text::new(left.to_string()),
                    set,
                    TextColor(brush.theme.primary()),
                    WallSeconds,
                ));
            }
        });
        if let Some((left, whole)) = time {
            let round = BorderRadius::MAX;
            let groove =
                Node { width: percent(100), height: vh(1.2), border_radius: round, ..default() };
            #[expect(clippy::cast_precision_loss, reason = "a few hundred seconds")]
            let share = left as f32 / whole.max(1) as f32 * 100.0;
            let fill = Node {
                width: percent(share),
                height: percent(100),
                border_radius: round,
                ..default()
            };
            ui.spawn((groove, BackgroundColor(brush.theme.groove()))).with_child((
                fill,
                BackgroundColor(brush.theme.primary()),
                WallBar,
            ));
        }
    });
}

fn body_of(ui: &mut Ui<'_>, brush: &Brush, view: &RoomView, high: f32) {
    match view {
        RoomView::Black => {}
        RoomView::Opening { title, minutes } => opening(ui, brush, title, *minutes),
        RoomView::Context { content_notes, you, situation, rules, known } => {
            let about: Vec<&str> =
                content_notes.iter().chain([you, situation]).map(String::as_str).collect();
            context(ui, brush, high, &about, rules, known);
        }
        RoomView::Line { lines, second_chance, .. } => {
            if *second_chance {
                head(ui, brush, &brush.word("room-second-chance"));
            }
            let left = if *second_chance { high - HEAD } else { high };
            people(ui, brush, lines, left, 8.5);
        }
        RoomView::Say { lines, .. } => people(ui, brush, lines, high, 7.0),
        RoomView::Options { line, options } => {
            lettered(ui, brush, high, line.as_ref().map(|line| line.text.as_str()), options);
        }
        RoomView::Voting { options, .. } => lettered(ui, brush, high, None, options),
        RoomView::Closed { votes } => {
            let count = brush.sentence("room-votes", &[("votes", i64::from(*votes).into())]);
            centred(ui, brush, &[(9.0, &brush.word("room-closed")), (6.0, &count)]);
        }
        RoomView::Talk { question, options } => talk(ui, brush, high, question, options),
        RoomView::Reveal { options, chart } => {
            head(ui, brush, &brush.word("room-reveal"));
            charts(ui, brush, high - HEAD, options, chart.as_ref());
        }
        RoomView::Play { said } => {
            head(ui, brush, &brush.word("room-we-say"));
            bubble(ui, brush, said, brush.theme.mine(), high - HEAD, 8.0);
        }
        RoomView::Reaction { said, reply } => reaction(ui, brush, high, said, reply),
        RoomView::Note { said, feedback, about } => note(ui, brush, high, said, feedback, about),
        RoomView::Told { line, said, reply } => {
            told(ui, brush, high, line.as_ref(), said, reply.as_ref());
        }
        RoomView::Peek { said, reply, next } => peek(ui, brush, high, said, reply, next),
        _ => after(ui, brush, view, high),
    }
}

/// What is painted once the talk is over.
fn after(ui: &mut Ui<'_>, brush: &Brush, view: &RoomView, high: f32) {
    let word = |key: &str| brush.word(key);
    match view {
        RoomView::Sheet { entries } => sheet(ui, brush, high, entries),
        RoomView::Ending { title, text } => {
            head(ui, brush, &word("room-ending"));
            stack(ui, brush, high - HEAD, &[(true, 1.35, title), (false, 1.0, text)], 7.0);
        }
        RoomView::Untold { facts } => untold(ui, brush, high, facts),
        RoomView::Pairs => titled(ui, brush, high, &word("room-pairs"), &[&word("room-pairs-how")]),
        RoomView::Writing => {
            titled(ui, brush, high, &word("room-writing"), &[&word("room-writing-how")]);
        }
        RoomView::Gather { questions } => {
            let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
            titled(ui, brush, high, &word("room-gather"), &questions);
        }
        RoomView::Analyse { moved, line, options, chart, question } => {
            head(
                ui,
                brush,
                &word(if *moved { "room-analyse-shift" } else { "room-analyse-split" }),
            );
            analyse(ui, brush, high - HEAD, line.as_ref(), question, (options, chart.as_ref()));
        }
        RoomView::Route { steps } => route(ui, brush, high, steps),
        RoomView::PlusDelta => {
            let parts = [("room-plus", "room-ask-plus"), ("room-delta", "room-ask-delta")];
            head(ui, brush, &word("room-plus-delta"));
            ui.spawn(brush.row(6.0)).with_children(|ui| {
                for (name, ask) in parts {
                    ui.spawn(filling(column(3.0))).with_children(|ui| {
                        brush.text(
                            ui,
                            true,
                            true,
                            7.0 * brush.zoom,
                            brush.theme.primary(),
                            &word(name),
                        );
                        brush.plain(ui, 5.2 * brush.zoom, &word(ask));
                    });
                }
            });
        }
        RoomView::Summarise => {
            titled(ui, brush, high, &word("room-summarise"), &[&word("room-ask-summarise")]);
        }
        RoomView::Closing { next_date } => {
            let next = brush.sentence("room-closing-next", &[("date", next_date.clone().into())]);
            let week = word("room-ask-week");
            let mut asked = vec![week.as_str()];
            if !next_date.is_empty() {
                asked.push(&next);
            }
            titled(ui, brush, high, &word("room-closing"), &asked);
        }
        _ => {}
    }
}

fn centred(ui: &mut Ui<'_>, brush: &Brush, lines: &[(f32, &str)]) {
    let node = Node { align_items: AlignItems::Center, width: percent(100), ..column(3.0) };
    ui.spawn(node).with_children(|ui| {
        for (at, (size, words)) in lines.iter().enumerate() {
            let color = if at == 0 { brush.theme.ink() } else { brush.theme.ink_soft() };
            brush.text(ui, at == 0, at == 0, size * brush.zoom, color, words);
        }
    });
}

/// Texts below one another in one size, each with whether it is bold and its share of that size.
fn stack(ui: &mut Ui<'_>, brush: &Brush, high: f32, texts: &[(bool, f32, &str)], most: f32) {
    const BETWEEN: f32 = 3.5;
    let blocks: Vec<Block> =
        texts.iter().map(|(_, share, text)| Block::new(text, brush.inner(), *share)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few texts")]
    let between = BETWEEN * texts.len().saturating_sub(1) as f32;
    let size = fit(&blocks, between, high, most * brush.zoom);
    let node =
        Node { height: vh(high), justify_content: JustifyContent::Center, ..column(BETWEEN) };
    ui.spawn(node).with_children(|ui| {
        for (bold, share, text) in texts {
            brush.text(ui, true, *bold, size * share, brush.theme.ink(), text);
        }
    });
}

fn titled(ui: &mut Ui<'_>, brush: &Brush, high: f32, title: &str, texts: &[&str]) {
    let mut all = vec![(true, 1.3, title)];
    all.extend(texts.iter().map(|text| (false, 1.0, *text)));
    stack(ui, brush, high, &all, 6.4);
}

fn opening(ui: &mut Ui<'_>, brush: &Brush, title: &str, minutes: u16) {
    let args = [("minutes", i64::from(minutes).into()), ("title", title.into())];
    let about = brush.sentence("room-opening-minutes", &args);
    let node = Node { align_items: AlignItems::Center, width: percent(100), ..column(4.0) };
    ui.spawn(node).with_children(|ui| {
        let size = (brush.inner() / (length(&brush.word("room-opening-title")) + 1.0)).min(9.0);
        brush.text(ui, true, true, size, brush.theme.ink(), &brush.word("room-opening-title"));
        ui.spawn(Node { align_items: AlignItems::Center, ..column(1.5) }).with_children(|ui| {
            for key in ["room-opening-safe", "room-opening-out"] {
                brush.plain(ui, (5.0 * brush.zoom).min(5.6), &brush.word(key));
            }
        });
        brush.soft(ui, brush.least().min(5.0), &about);
    });
}

/// Letters of every size that will be seen, to try the projector with.
fn pattern(ui: &mut Ui<'_>, brush: &Brush) {
    let corners = Node {
        position_type: PositionType::Absolute,
        left: vh(1.5),
        right: vh(1.5),
        top: vh(1.5),
        bottom: vh(1.5),
        border: UiRect::all(vh(0.4)),
        ..default()
    };
    ui.spawn((corners, BorderColor::all(brush.theme.primary())));
    let middle = Node {
        height: percent(100),
        width: percent(100),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..column(5.0)
    };
    ui.spawn(middle).with_children(|ui| {
        brush.text(ui, true, true, 8.5, brush.theme.ink(), &brush.word("room-pattern"));
        brush.text(
            ui,
            false,
            false,
            SMALLEST,
            brush.theme.ink(),
            &brush.word("room-pattern-small"),
        );
        ui.spawn(brush.row(2.0)).with_children(|ui| {
            let theme = brush.theme;
            for color in [
                theme.ink(),
                theme.ink_soft(),
                theme.primary(),
                theme.anger(),
                theme.trust(),
                theme.cue(),
            ] {
                let node = Node {
                    width: vh(9.0),
                    height: vh(6.0),
                    border_radius: BorderRadius::all(vh(1.0)),
                    ..default()
                };
                ui.spawn((node, BackgroundColor(color)));
            }
        });
        brush.soft(ui, SMALLEST, &brush.word("room-pattern-how"));
    });
}
