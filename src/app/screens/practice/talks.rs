//! The talks that are kept, each with the way back into it or onto paper.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bevy::prelude::*;

use crate::app::browser::{NotShown, ShowPage};
use crate::app::keeping::Keeping;
use crate::app::screens::Go;
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, filling, heading, tag, wrapping_row,
};
use crate::assess::{Reference, scorecard};
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::store::{Attempt, AttemptId, Kept, calendar};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<OnPaper>().add_message::<PutAway>().add_message::<Paper>();
    app.add_systems(Update, (put_on_paper, put_away, say_unopened, say_where).chain());
}

/// Asks for the report of an attempt as a file.
#[derive(Message, Debug, Clone)]
pub(in crate::app::screens) struct OnPaper(pub(in crate::app::screens) AttemptId);

/// Asks not to offer a talk any more that was left in the middle.
#[derive(Message, Debug, Clone)]
struct PutAway(AttemptId);

/// Where the report now lies, or why it does not.
#[derive(Message, Debug, Clone)]
struct Paper(String);

/// Where it is said what became of a report.
#[derive(Component)]
pub(in crate::app::screens) struct PaperPlace;

pub(super) fn list(ui: &mut Ui<'_>, pen: &Pen, talks: &[Arc<Kept>]) {
    ui.spawn(column(NEAR)).with_children(|ui| {
        heading(ui, pen, "progress-talks");
        if talks.is_empty() {
            pen.soft(ui, Type::Body, &pen.word("history-none"));
        }
        paper_place(ui);
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

/// A place for the sentence on what became of a report.
pub(in crate::app::screens) fn paper_place(ui: &mut Ui<'_>) {
    let node = Node { display: Display::None, flex_shrink: 0.0, ..column(0.0) };
    ui.spawn((PaperPlace, node, crate::app::a11y::status("")));
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
            let way = button(ui, pen, Press::Quiet, &name, &word, PutAway(id.clone()));
            labelled(ui, way, &word);
        }
        if kept.talk.is_ok() {
            let (word, name) = (pen.word("practice-report"), format!("report-{id}"));
            let way = button(ui, pen, Press::Plain, &name, &word, OnPaper(id.clone()));
            labelled(ui, way, &word);
        }
    });
}

fn put_away(
    mut asked: MessageReader<PutAway>,
    keeping: Res<Keeping>,
    mut anew: MessageWriter<LooksChanged>,
    mut out: MessageWriter<Paper>,
    chosen: Res<Chosen>,
) {
    for PutAway(id) in asked.read() {
        match keeping.put_away(id) {
            Ok(()) => {
                anew.write(LooksChanged);
            }
            Err(fault) => {
                out.write(Paper(fault.sentence(chosen.lang)));
            }
        }
    }
}

fn put_on_paper(
    mut asked: MessageReader<OnPaper>,
    keeping: Res<Keeping>,
    chosen: Res<Chosen>,
    mut out: MessageWriter<Paper>,
    mut show: MessageWriter<ShowPage>,
) {
    for OnPaper(id) in asked.read() {
        out.write(match keeping.put_on_paper(id, chosen.lang) {
            Ok(path) => {
                show.write(ShowPage(path.clone()));
                page_is("practice-report-is", &path, chosen.lang)
            }
            Err(fault) => Paper(fault.sentence(chosen.lang)),
        });
    }
}

/// A page that no browser shows still lies where it was written.
fn say_unopened(
    mut told: MessageReader<NotShown>,
    chosen: Res<Chosen>,
    mut out: MessageWriter<Paper>,
) {
    let unopened =
        |NotShown(path): &NotShown| page_is("practice-report-unopened", path, chosen.lang);
    out.write_batch(told.read().map(unopened));
}

fn page_is(key: &str, path: &Path, lang: Lang) -> Paper {
    Paper(say_with(lang, key, &[("path", path.display().to_string().into())]))
}

/// What became of a report is said in its place, where a screen has one.
fn say_where(
    mut told: MessageReader<Paper>,
    mut places: Query<(Entity, &mut Node), With<PaperPlace>>,
    theme: Res<crate::app::theme::Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    let Some(Paper(said)) = told.read().last() else { return };
    let pen = crate::app::screens::pen(&theme, &chosen);
    for (place, mut node) in &mut places {
        node.display = Display::Flex;
        commands.entity(place).despawn_children().with_children(|ui| {
            pen.text(ui, Type::Body, said);
        });
        commands.entity(place).insert(AccessibleLabel::new(said.clone()));
    }
}
