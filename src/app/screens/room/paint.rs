//! Paints what the room may see onto its wall: which parts a view has, and how they share the page.

use std::f32::consts::TAU;

use bevy::prelude::*;

use crate::app::face::FaceHandle;
use crate::app::screens::room::brush::{
    Brush, EDGE, FOOT, FOOT_WITH_RING, HEAD, SIDE, column, filling, head,
};
use crate::app::screens::room::chart::charts;
use crate::app::screens::room::fit::SMALLEST;
use crate::app::screens::room::later::{analyse, sheet, untold};
use crate::app::screens::room::pages::{centred, opening, pattern, plus_delta, stack, titled};
use crate::app::screens::room::route::route;
use crate::app::screens::room::scene::{
    beside_face, bubble, lettered, listed, note, peek, people, reaction, talk, told,
};
use crate::app::screens::room::wall::{WallRing, WallSeconds};
use crate::app::theme::Theme;
use crate::app::theme::fonts::wall;
use crate::app::widgets::Ui;
use crate::room::RoomView;

/// Paints a view, or the test pattern where there is none.
pub(super) fn paint(
    ui: &mut Ui<'_>,
    brush: &Brush,
    view: Option<&RoomView>,
    time: Option<(u32, u32)>,
    face: Option<FaceHandle>,
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
            let words = foot_of(brush, view);
            let foot = match (view, &words, time) {
                (_, None, None) => 0.0,
                (RoomView::Voting { .. }, ..) | (_, Some(_), None) => FOOT,
                (_, _, Some(_)) => FOOT_WITH_RING,
            };
            let high = 100.0 - 2.0 * EDGE - foot;
            let body =
                Node { height: vh(high), justify_content: JustifyContent::Center, ..column(0.0) };
            ui.spawn(body).with_children(|ui| body_of(ui, brush, view, high, face));
            if foot > 0.0 {
                paint_foot(ui, brush, foot, words.as_deref(), time);
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
        RoomView::Say { in_pairs: true, .. } => Some(brush.word("room-say-in-pairs")),
        RoomView::Say { .. } => Some(brush.word("room-say")),
        RoomView::Line { swapped: true, .. } => Some(brush.word("room-swapped")),
        RoomView::Voting { again, votes: count, .. } => Some(votes(*again, *count)),
        RoomView::Talk { .. } => Some(brush.word("room-talk")),
        _ => None,
    }
}

/// A sentence, and how much time is left as a ring with the seconds in it.
fn paint_foot(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    words: Option<&str>,
    time: Option<(u32, u32)>,
) {
    let foot = Node {
        height: vh(high),
        width: percent(100),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..brush.row(4.0)
    };
    ui.spawn(foot).with_children(|ui| {
        ui.spawn(filling(column(0.0))).with_children(|ui| {
            let size = (5.2 * brush.zoom).min(6.0);
            let color = brush.theme.primary();
            words.into_iter().for_each(|words| brush.text(ui, false, true, size, color, words));
        });
        time.into_iter().for_each(|time| ring(ui, brush, high - 0.5, time));
    });
}

/// A ring that empties as time passes.
fn ring(ui: &mut Ui<'_>, brush: &Brush, size: f32, time: (u32, u32)) {
    const THICK: f32 = 1.1;
    let middle = |size: f32| Node {
        width: vh(size),
        height: vh(size),
        border_radius: BorderRadius::MAX,
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let paper = BackgroundColor(brush.theme.paper());
    ui.spawn((middle(size), ring_of(&brush.theme, time), WallRing)).with_children(|ui| {
        ui.spawn((middle(size - 2.0 * THICK), paper)).with_children(|ui| {
            let set = wall(false, true, SMALLEST, 1.2);
            let ink = TextColor(brush.theme.primary());
            ui.spawn((Text::new(time.0.to_string()), set, ink, WallSeconds));
        });
    });
}

/// The ring with so many seconds left of so many in all.
pub(super) fn ring_of(theme: &Theme, (left, whole): (u32, u32)) -> BackgroundGradient {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred seconds")]
    let share = left as f32 / whole.max(1) as f32;
    let until = TAU * share.clamp(0.0, 1.0);
    let stop = |color: Color, angle: f32| AngularColorStop::new(color, angle);
    let (full, gone) = (theme.primary(), theme.groove());
    let stops = vec![stop(full, 0.0), stop(full, until), stop(gone, until), stop(gone, TAU)];
    BackgroundGradient::from(ConicGradient::new(UiPosition::CENTER, stops))
}

fn body_of(ui: &mut Ui<'_>, brush: &Brush, view: &RoomView, high: f32, face: Option<FaceHandle>) {
    match view {
        RoomView::Black => {}
        RoomView::Opening { title, minutes } => opening(ui, brush, title, *minutes),
        RoomView::Context { content_notes, you, situation, known } => {
            let about: Vec<&str> =
                content_notes.iter().chain([you, situation]).map(String::as_str).collect();
            listed(ui, brush, high, &about, "talk-known", known);
        }
        RoomView::Rules { rules } => listed(ui, brush, high, &[], "talk-rule-card", rules),
        RoomView::Line { lines, second_chance, .. } => {
            if *second_chance {
                head(ui, brush, &brush.word("room-second-chance"));
            }
            let left = if *second_chance { high - HEAD } else { high };
            beside_face(ui, brush, lines, left, face);
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
        RoomView::Gather { questions, contact } => {
            let contact = contact_line(brush, contact);
            let questions: Vec<&str> =
                questions.iter().chain(&contact).map(String::as_str).collect();
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
        RoomView::Route { map, steps, ending } => route(ui, brush, high, map, steps, ending),
        RoomView::PlusDelta => plus_delta(ui, brush, high - HEAD),
        RoomView::Summarise => {
            titled(ui, brush, high, &word("room-summarise"), &[&word("room-ask-summarise")]);
        }
        RoomView::Closing { next_date, contact } => {
            let next = brush.sentence("room-closing-next", &[("date", next_date.clone().into())]);
            let week = word("room-ask-week");
            let mut asked = vec![week.as_str()];
            if !next_date.is_empty() {
                asked.push(&next);
            }
            let contact = contact_line(brush, contact);
            asked.extend(contact.as_deref());
            titled(ui, brush, high, &word("room-closing"), &asked);
        }
        _ => {}
    }
}

/// Where to turn afterwards, as a sentence; nothing where the trainer wrote nothing.
fn contact_line(brush: &Brush, contact: &str) -> Option<String> {
    let line = [("line", contact.into())];
    (!contact.is_empty()).then(|| brush.sentence("room-contact-line", &line))
}
