//! The talks that are kept, each with the ways back into it, onto paper and to someone else.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::prelude::*;

use crate::app::screens::Go;
use crate::app::screens::practice::Out;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, filling, heading, tag, wrapping_row,
};
use crate::assess::{Reference, scorecard};
use crate::session::Session;
use crate::store::{Attempt, Kept, calendar};

pub(super) fn list(ui: &mut Ui<'_>, pen: &Pen, talks: &[Arc<Kept>]) {
    ui.spawn(column(NEAR)).with_children(|ui| {
        heading(ui, pen, "progress-talks");
        if talks.is_empty() {
            pen.soft(ui, Type::Body, &pen.word("history-none"));
        }
        let mut references = BTreeMap::new();
        let mut minutes: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for kept in talks {
            let when = calendar::local(kept.attempt.started);
            // Two talks of one minute could not be told apart by who only hears the page.
            let nth = minutes.entry((&kept.attempt.scenario, when.clone())).or_default();
            *nth += 1;
            let when = if *nth > 1 { format!("{when} ({nth})") } else { when };
            let came_to = came_to(pen, kept, &mut references);
            row_of(ui, pen, kept, &when, &came_to);
        }
    });
}

fn row_of(ui: &mut Ui<'_>, pen: &Pen, kept: &Arc<Kept>, when: &str, came_to: &str) {
    let attempt = &kept.attempt;
    let title = kept
        .talk
        .as_ref()
        .map_or(attempt.scenario.as_str(), |talk| talk.scenario().title.get(pen.lang));
    ui.spawn(card(pen)).with_children(|ui| {
        ui.spawn(Node { align_items: AlignItems::Center, ..wrapping_row(GAP) }).with_children(
            |ui| {
                let words = Node { min_width: px(420.0 * pen.zoom), ..filling(column(4.0)) };
                ui.spawn(words).with_children(|ui| {
                    pen.text(ui, Type::Strong, title);
                    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
                        pen.soft(ui, Type::Small, when);
                        let mode = pen.word(&format!("mode-{}", attempt.mode.code()));
                        tag(ui, pen, pen.theme.ink_soft(), &mode);
                        pen.soft(ui, Type::Small, came_to);
                    });
                });
                ways(ui, pen, kept, title, when);
            },
        );
    });
}

/// What a talk came to, in a line. The talks of one scenario share its reference route.
fn came_to<'k>(pen: &Pen, kept: &'k Kept, references: &mut BTreeMap<&'k str, Reference>) -> String {
    let Attempt { finish, choices, taken_back, .. } = &kept.attempt;
    let ended = finish.as_ref().and_then(|finish| finish.ending.as_deref());
    match (&kept.talk, ended, finish) {
        (Ok(talk), Some(_), _) => {
            let reference = references.entry(&kept.attempt.hash);
            let reference = reference.or_insert_with(|| Reference::of(talk.scenario()));
            let card = scorecard(talk, reference);
            let [perspective, ownership, calm] = card.scores.map(|score| i64::from(score.points));
            let ending = talk.ending().map_or("", |ending| ending.title.get(pen.lang));
            let args = [
                ("ending", ending.into()),
                ("perspective", perspective.into()),
                ("ownership", ownership.into()),
                ("calm", calm.into()),
            ];
            pen.sentence("practice-ended", &args)
        }
        (Err(lost), Some(_), _) => lost.sentence(&kept.attempt, pen.lang),
        (_, None, Some(_)) => pen.word("history-put-away"),
        (_, None, None) => {
            let stands = i64::from(choices.saturating_sub(*taken_back));
            pen.sentence("history-open", &[("choices", stands.into())])
        }
    }
}

fn ways(ui: &mut Ui<'_>, pen: &Pen, kept: &Arc<Kept>, title: &str, when: &str) {
    let id = &kept.attempt.id;
    let labelled = |ui: &mut Ui<'_>, way: Entity, action: &str| {
        // Who only hears the page hears which talk the button belongs to.
        let args = [("action", action.into()), ("title", title.into()), ("when", when.into())];
        let label = AccessibleLabel::new(pen.sentence("practice-action", &args));
        ui.commands_mut().entity(way).insert(label);
    };
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        if kept.talk.is_ok() && kept.attempt.finish.is_none() {
            let (word, name) = (pen.word("practice-go-on"), format!("go-on-{id}"));
            let go = Go::Resume(Arc::clone(kept));
            let way = button(ui, pen, Press::Plain, &name, &word, go);
            labelled(ui, way, &word);
            let (word, name) = (pen.word("practice-put-away"), format!("put-away-{id}"));
            let way = button(ui, pen, Press::Plain, &name, &word, Out::PutAway(id.clone()));
            labelled(ui, way, &word);
        }
        if kept.talk.is_ok() {
            if kept.talk.as_ref().is_ok_and(Session::is_over) {
                let (word, name) = (pen.word("talk-look-back"), format!("look-back-{id}"));
                let go = Go::LookBack(Arc::clone(kept));
                let way = button(ui, pen, Press::Plain, &name, &word, go);
                labelled(ui, way, &word);
            }
            let (word, name) = (pen.word("practice-report"), format!("report-{id}"));
            let way = button(ui, pen, Press::Plain, &name, &word, Out::Page(id.clone()));
            labelled(ui, way, &word);
            let (word, name) = (pen.word("practice-hand-on"), format!("hand-on-{id}"));
            let way = button(ui, pen, Press::Plain, &name, &word, Out::File(id.clone()));
            labelled(ui, way, &word);
        }
    });
}
