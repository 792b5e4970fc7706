//! Turn by turn: what led to each decision, what was said, what it did, and what else could have been said.

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::screens::debrief::note::{Notes, note_place};
use crate::app::screens::debrief::turning::sentence_place;
use crate::app::screens::handbook::Read;
use crate::app::screens::{Go, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{
    Link, Pen, Press, Side, Ui, bubble, button, card, column, link_tag, marked_bubble,
    marked_narration, narration, tag, wrapping_row,
};
use crate::assess::{CueView, OtherReply, TurnReview};
use crate::handbook::Subject;
use crate::scenario::Role;
use crate::session::LineView;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Unfold>();
    app.add_systems(Update, unfold.in_set(AppSystems::Show));
}

/// One decision: what led to it, what was said and answered, what it did, and what else could have been said.
pub(super) fn turn_card(
    ui: &mut Ui<'_>,
    pen: &Pen,
    number: usize,
    turn: &TurnReview,
    notes: &Notes,
) {
    let title = format!("{number}. {}", turn.title);
    let group = a11y::group(&title);
    ui.spawn((card(pen), Name::new(format!("turn-{number}")), group)).with_children(|ui| {
        ui.spawn(Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(NEAR) })
            .with_children(|ui| {
                ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
                    pen.text(ui, Type::Heading, &title);
                    if turn.second_chance {
                        tag(ui, pen, pen.theme.trust(), &pen.word("talk-second-chance"));
                    }
                });
                moved(ui, pen, turn.anger, turn.trust);
            });
        said(ui, pen, turn);
        bubble(ui, pen, Side::Mine, &pen.word("talk-you"), Type::Said, &turn.said);
        heard(ui, pen, Type::Said, true, &turn.reply);
        verdict(ui, pen, number, turn);
        if !turn.others.is_empty() {
            let others = Others { turn: number, replies: turn.others.clone(), open: false };
            let mut place = ui.spawn(column(NEAR));
            place.with_children(|ui| fill_others(ui, pen, &others));
            place.insert(others);
        }
        note_place(ui, pen, number - 1, notes);
    });
}

/// What the line did to anger and trust, in words and signs.
fn moved(ui: &mut Ui<'_>, pen: &Pen, anger: i8, trust: i8) {
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        let changes =
            [("gauge-anger", anger, pen.theme.anger()), ("gauge-trust", trust, pen.theme.trust())];
        for (key, by, color) in changes.into_iter().filter(|(_, by, _)| *by != 0) {
            let sign = if by > 0 { "▲" } else { "▼" };
            ui.spawn(pen.set(Type::Small, color, &format!("{} {sign}{}", pen.word(key), by.abs())));
        }
    });
}

/// What led to the decision, with the words that decided it marked.
pub(super) fn said(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnReview) {
    let marks: Vec<&str> = turn
        .cues
        .iter()
        .filter_map(|cue| match cue {
            CueView::Line(words) => Some(words.as_str()),
            CueView::Rule(_) | CueView::Known(_) | CueView::Fact(_) | CueView::Promise(_) => None,
        })
        .collect();
    for line in &turn.lines {
        match line.role {
            Role::Narrator => marked_narration(ui, pen, &line.text, &marks),
            Role::Customer | Role::Colleague | Role::Trainee => {
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
        let cue = pen.sentence(key, &[("words", words.as_str().into())]);
        pen.told(ui, Type::Body, pen.theme.ink_soft(), &cue);
    }
    if let Some((of, thought)) = &turn.pull {
        let of = pen.word(&format!("pull-{}", of.code()));
        let pull = [("of", of.into()), ("thought", thought.as_str().into())];
        pen.told(ui, Type::Body, pen.theme.ink_soft(), &pen.sentence("debrief-pull", &pull));
    }
}

/// What the others said; with their names, where it is not plain who speaks.
pub(super) fn heard(ui: &mut Ui<'_>, pen: &Pen, kind: Type, named: bool, lines: &[LineView]) {
    for line in lines {
        match line.role {
            Role::Narrator => narration(ui, pen, &line.text),
            Role::Customer | Role::Colleague | Role::Trainee => {
                let name = if named { line.name.as_str() } else { "" };
                bubble(ui, pen, Side::Theirs, name, kind, &line.text);
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
        let thought = pen.sentence("debrief-thought", &thought);
        pen.told(ui, Type::Body, pen.theme.ink_soft(), &thought);
    }
    if turn.ratings.is_empty() {
        // A topic was picked: there was nothing to get right.
        return;
    }
    ui.spawn(column(NEAR)).with_children(|ui| {
        pen.told(ui, Type::Body, pen.theme.ink(), &turn.feedback);
        sentence_place(ui, number - 1);
    });
    fits(ui, pen, turn);
}

/// What would have fitted here, or that it was said.
pub(super) fn fits(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnReview) {
    match turn.key() {
        None => {
            ui.spawn(pen.set(Type::Strong, pen.theme.trust(), &pen.word("debrief-fits")));
        }
        Some(key) => {
            ui.spawn(column(2.0)).with_children(|ui| {
                pen.soft(ui, Type::Small, &pen.word("debrief-would-fit"));
                quoted(ui, pen, &key.said);
            });
        }
    }
}

fn quoted(ui: &mut Ui<'_>, pen: &Pen, words: &str) {
    let words = pen.sentence("quoted", &[("words", words.into())]);
    pen.told(ui, Type::Body, pen.theme.ink(), &words);
}

/// Asks to show, or to put away again, what else could have been said at a turn.
#[derive(Message, Debug, Clone, Copy)]
struct Unfold(usize);

/// What else could have been said at a turn, folded away until it is asked for.
#[derive(Component, Debug)]
struct Others {
    turn: usize,
    replies: Vec<OtherReply>,
    open: bool,
}

fn unfold(
    mut asked: MessageReader<Unfold>,
    mut all: Query<(Entity, &mut Others)>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut commands: Commands,
) {
    for Unfold(turn) in asked.read() {
        let Some((place, mut others)) = all.iter_mut().find(|(_, others)| others.turn == *turn)
        else {
            continue;
        };
        others.open = !others.open;
        let pen = pen(&theme, &chosen);
        commands
            .entity(place)
            .despawn_children()
            .with_children(|ui| fill_others(ui, &pen, &others));
    }
}

fn fill_others(ui: &mut Ui<'_>, pen: &Pen, others: &Others) {
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        let key = if others.open { "debrief-fold" } else { "debrief-others" };
        let name = format!("others-{}", others.turn);
        button(ui, pen, Press::Plain, &name, &pen.word(key), Unfold(others.turn));
        let name = format!("again-{}", others.turn);
        let again = Go::Again(others.turn - 1);
        button(ui, pen, Press::Plain, &name, &pen.word("debrief-again-here"), again);
    });
    if !others.open {
        return;
    }
    for other in &others.replies {
        ui.spawn((
            Node {
                padding: UiRect::new(px(GAP), px(0), px(4), px(4)),
                border: UiRect::left(px(3)),
                margin: UiRect::top(px(4)),
                ..column(NEAR)
            },
            BorderColor::all(if other.is_key { pen.theme.trust() } else { pen.theme.line() }),
        ))
        .with_children(|ui| other_reply(ui, pen, other));
    }
}

fn other_reply(ui: &mut Ui<'_>, pen: &Pen, other: &OtherReply) {
    ui.spawn(Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(NEAR) })
        .with_children(|ui| {
            let (key, color) = if other.is_key {
                ("debrief-other-key", pen.theme.trust())
            } else {
                ("debrief-other", pen.theme.ink_soft())
            };
            ui.spawn(pen.set(Type::Small, color, &pen.word(key)));
            moved(ui, pen, other.anger, other.trust);
        });
    bubble(ui, pen, Side::Mine, "", Type::Said, &other.said);
    heard(ui, pen, Type::Said, true, &other.reply);
    if !other.is_key {
        let when = [("when", other.best_when.as_str().into())];
        let when = pen.sentence("debrief-best-when", &when);
        pen.told(ui, Type::Body, pen.theme.ink_soft(), &when);
    }
}
