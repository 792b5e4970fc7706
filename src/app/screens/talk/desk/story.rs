//! Where the story stands: its clock, its acts, and what was promised.

use bevy::prelude::*;

use crate::app::session::ActiveSession;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, card, column, item, tag, wrapping_row};
use crate::scenario::{Act, ActIdx};
use crate::session::{ClockView, TalkView};

/// The whole of it, where the story has any.
pub(super) fn story_card(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession) {
    let scenario = active.scenario();
    if scenario.clock.is_none() && scenario.acts.is_empty() && scenario.promises.is_empty() {
        return;
    }
    let view = active.view(pen.lang);
    ui.spawn(card(pen)).with_children(|ui| {
        if let Some(time) = &view.clock {
            let time = [("time", time.words(pen.lang).into())];
            pen.text(ui, Type::Strong, &pen.sentence("author-clock", &time));
        }
        acts(ui, pen, active);
        promises(ui, pen, active, &view);
    });
}

/// Every act: which one the talk is in, which ones it has been in, and when each opens.
fn acts(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession) {
    let (scenario, talk) = (active.scenario(), active.talk());
    let act_of = |beat| scenario.beat(beat).act;
    let now = talk.beat().and_then(act_of);
    let been: Vec<ActIdx> = talk.turns().iter().filter_map(|turn| act_of(turn.beat)).collect();
    for (at, act) in (0..).map(ActIdx).zip(&scenario.acts) {
        let state = match (now == Some(at), been.contains(&at)) {
            (true, _) => "author-act-now",
            (false, true) => "author-act-been",
            (false, false) => "author-act-ahead",
        };
        act_line(ui, pen, act, state);
    }
}

fn act_line(ui: &mut Ui<'_>, pen: &Pen, act: &Act, state: &str) {
    ui.spawn(column(0.0)).with_children(|ui| {
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            pen.text(ui, Type::Body, act.title.get(pen.lang));
            let color = match state {
                "author-act-now" => pen.theme.primary(),
                _ => pen.theme.ink_soft(),
            };
            tag(ui, pen, color, &pen.word(state));
        });
        let opens = act.opens_at.map(|time| {
            let time = ClockView { day: time.day(), time: time.clock() }.words(pen.lang);
            pen.sentence("author-act-opens", &[("time", time.into())])
        });
        let channel = pen.word(&format!("channel-{}", act.channel.code()));
        let about: Vec<String> = [Some(channel), opens].into_iter().flatten().collect();
        pen.soft(ui, Type::Small, &about.join("  "));
    });
}

/// What was promised and what became of it, and what could still be promised.
fn promises(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession, view: &TalkView) {
    let all = &active.scenario().promises;
    if all.is_empty() {
        return;
    }
    pen.text(ui, Type::Strong, &pen.word("author-promises"));
    for promise in &view.promises {
        item(ui, pen, &promise.words(pen.lang));
    }
    let made = |id: &str| view.promises.iter().any(|promise| promise.id == id);
    let unmade: Vec<&str> =
        all.iter().map(|promise| promise.id.as_str()).filter(|id| !made(id)).collect();
    if !unmade.is_empty() {
        let ids = [("ids", unmade.join(", ").into())];
        pen.soft(ui, Type::Small, &pen.sentence("author-unmade", &ids));
    }
}
