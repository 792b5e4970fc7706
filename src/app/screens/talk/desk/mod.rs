//! The author's desk beside a talk: where it stands and what is written there for trainers, what it remembers, what the
//! check says, and every beat to start from.

mod beat;
mod story;

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::author::Author;
use crate::app::screens::{Shelves, blind_reading};
use crate::app::session::{ActiveSession, Rehearse};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR, PAD};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, filling, row, scroll_box, tag, wrapping_row,
};
use crate::diagnostic::Severity;
use crate::scenario::{BeatIdx, Gauge, Mark, Scenario};
use crate::session::{At, State};
use beat::beat_cards;
use story::story_card;

/// The column that holds it.
#[derive(Component)]
pub(super) struct AuthorDesk;

/// How wide it is.
const WIDTH: f32 = 330.0;

/// How many findings are listed; the rest are counted.
const FINDINGS_MAX: usize = 14;

/// The whole desk.
pub(super) fn fill_desk(
    ui: &mut Ui<'_>,
    pen: &Pen,
    active: &ActiveSession,
    author: &Author,
    shelves: &Shelves,
) {
    standing(ui, pen, active, author, shelves);
    // Why a file cannot be played is what its author looks for first.
    if author.stale {
        findings(ui, pen, author);
    }
    beat_cards(ui, pen, active);
    story_card(ui, pen, active);
    remembered(ui, pen, active);
    if !author.stale {
        findings(ui, pen, author);
    }
    beats(ui, pen, active);
}

/// The place for it: a column that scrolls, and stays where it is read when the talk moves on.
pub(super) fn desk_place(ui: &mut Ui<'_>, pen: &Pen, zoom: f32) {
    let place =
        Node { width: px(WIDTH * zoom), flex_shrink: 0.0, min_height: px(0), ..column(0.0) };
    let desk = (AuthorDesk, column(GAP), a11y::group(&pen.word("author-desk")));
    ui.spawn(place).with_children(|ui| scroll_box(ui, pen, |ui| _ = ui.spawn(desk)));
}

fn standing(
    ui: &mut Ui<'_>,
    pen: &Pen,
    active: &ActiveSession,
    author: &Author,
    shelves: &Shelves,
) {
    let (scenario, state) = (active.scenario(), active.talk().state());
    ui.spawn(card(pen)).with_children(|ui| {
        let name = author.path.file_name().map(|name| name.to_string_lossy().into_owned());
        pen.soft(ui, Type::Small, &name.unwrap_or_default());
        if author.stale {
            ui.spawn(pen.set(Type::Strong, pen.theme.anger(), &pen.word("author-stale")));
        }
        pen.text(ui, Type::Heading, &place(pen, scenario, state));
        let gauges = [("gauge-anger", Gauge::Anger), ("gauge-trust", Gauge::Trust)];
        for (key, gauge) in gauges {
            stepper(ui, pen, &pen.word(key), gauge, state);
        }
        for (at, own) in (0..).zip(&scenario.own_gauges) {
            stepper(ui, pen, own.name.get(pen.lang), Gauge::Own(at), state);
        }
        ui.spawn(row(0.0)).with_children(|ui| {
            let read = blind_reading(active.scenario(), shelves, Some(author));
            small(ui, pen, "blind", &pen.word("blind-open"), read);
        });
    });
}

/// Where the talk stands: the beat's id, or the ending's.
fn place(pen: &Pen, scenario: &Scenario, state: &State) -> String {
    match state.at {
        At::Beat(beat) | At::Chance(beat, _) => scenario.beat(beat).id.clone(),
        At::Sheet => pen.word("sheet-title"),
        At::Ended(ending) => scenario.ending(ending).id.clone(),
    }
}

/// A gauge that can be moved, so that a beat can be tried in another state.
fn stepper(ui: &mut Ui<'_>, pen: &Pen, name: &str, gauge: Gauge, state: &State) {
    ui.spawn(Node { align_items: AlignItems::Center, ..row(NEAR) }).with_children(|ui| {
        let value = state.gauges.get(gauge);
        ui.spawn(filling(column(0.0)))
            .with_children(|ui| pen.text(ui, Type::Body, &format!("{name} {value}")));
        for (sign, by) in [("−", -1), ("＋", 1)] {
            let moved = State { gauges: state.gauges.moved(gauge, by), ..state.clone() };
            let step = small(ui, pen, &format!("{name}{sign}"), sign, Rehearse(moved));
            let label = AccessibleLabel::new(format!("{name} {sign}"));
            ui.commands_mut().entity(step).insert(label);
        }
    });
}

fn small<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    label: &str,
    message: M,
) -> Entity {
    let entity = button(ui, pen, Press::Plain, name, label, message);
    ui.commands_mut().entity(entity).entry::<Node>().and_modify(|mut node| {
        node.padding = UiRect::axes(px(PAD / 2.0), px(3));
    });
    entity
}

/// What the talk remembers; a press forgets it, or remembers what is not.
fn remembered(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession) {
    let (scenario, state) = (active.scenario(), active.talk().state());
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word("author-marks"));
        ui.spawn(wrapping_row(4.0)).with_children(|ui| {
            // Guesses and leaks that no condition asks for would only fill the page.
            let marks = (0..).map(Mark).zip(&scenario.marks);
            let shown = marks.filter(|(mark, name)| {
                state.marks.has(*mark) || name.starts_with("Is(") || name.starts_with("Told(")
            });
            for (mark, name) in shown {
                let up = state.marks.has(mark);
                let marks = if up { state.marks.without(mark) } else { state.marks.with(mark) };
                let label = if up { format!("● {name}") } else { name.clone() };
                small(ui, pen, name, &label, Rehearse(State { marks, ..state.clone() }));
            }
        });
    });
}

fn findings(ui: &mut Ui<'_>, pen: &Pen, author: &Author) {
    ui.spawn(card(pen)).with_children(|ui| {
        let Some(findings) = &author.findings else {
            pen.soft(ui, Type::Body, &pen.word("author-checking"));
            return;
        };
        let count = [("findings", findings.len().into())];
        pen.text(ui, Type::Strong, &pen.sentence("author-findings", &count));
        for (line, finding) in findings.iter().take(FINDINGS_MAX) {
            let color = match finding.rule.severity() {
                Severity::Error => pen.theme.anger(),
                Severity::Warning => pen.theme.ink_soft(),
            };
            ui.spawn(column(0.0)).with_children(|ui| {
                let place = [("line", (*line).into()), ("code", finding.rule.code().into())];
                ui.spawn(pen.set(Type::Small, color, &pen.sentence("author-place", &place)));
                pen.text(ui, Type::Small, &finding.message(pen.lang));
                pen.soft(ui, Type::Small, &finding.hint(pen.lang));
            });
        }
    });
}

/// Every beat, to start from in the state that stands.
fn beats(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession) {
    let (scenario, state) = (active.scenario(), active.talk().state());
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word("author-beats"));
        ui.spawn(wrapping_row(4.0)).with_children(|ui| {
            for (at, beat) in (0..).map(BeatIdx).zip(&scenario.beats) {
                if state.at == At::Beat(at) {
                    tag(ui, pen, pen.theme.primary(), &beat.id);
                    continue;
                }
                let origin = beat.is_second_chance().then(|| match beat.mends {
                    Some(crate::scenario::Mends::Beat(main)) => main,
                    _ => scenario.opens_at,
                });
                let from = State { at: At::Beat(at), origin, ..state.clone() };
                small(ui, pen, &format!("beat-{}", beat.id), &beat.id, Rehearse(from));
            }
        });
    });
}
