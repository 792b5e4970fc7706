//! What stands at the trainer's right hand: what to do now, what the scenario's author noted, and what is held back.

use bevy::prelude::*;

use crate::app::room::{ActiveRoom, DisplayChange, Notice};
use crate::app::screens::room::keys::Writes;
use crate::app::screens::room::strip::name;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, card, column, filling, item, row, search_field};
use crate::room::{Ballot, Chart, Pace, Part, Stage, Sum, TrainerView, forks, reminder};
use crate::scenario::{ChoiceIdx, FacilitatorNote};

pub(super) fn notes(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom, view: &TrainerView<'_>) {
    notice(ui, pen, active);
    if matches!(
        active.room().stage(),
        Stage::Black | Stage::Opening | Stage::Context | Stage::Rules
    ) {
        before(ui, pen, active);
    }
    count(ui, pen, active, view);
    if let Some(note) = view.note {
        of_author(ui, pen, note);
    } else if let Some(question) = &view.question {
        quiet_card(ui, pen, "room-note-question", |ui| pen.text(ui, Type::Body, question));
    }
    if let Some(pull) = view.pull.as_ref().filter(|_| active.room().stage().decides()) {
        pen.soft(ui, Type::Small, &pen.sentence("room-pull", &[("voice", pull.clone().into())]));
    }
    if active.room().stage() == Stage::Talk {
        pen.soft(ui, Type::Small, &pen.word("room-silent-pairs"));
    }
    lines(ui, pen, active);
    if !view.held_back.is_empty() {
        quiet_card(ui, pen, "room-held-back", |ui| {
            for (fact, opens) in &view.held_back {
                item(ui, pen, fact);
                pen.soft(
                    ui,
                    Type::Small,
                    &pen.sentence("debrief-opens", &[("how", opens.clone().into())]),
                );
            }
        });
    }
    if !view.told.is_empty() {
        quiet_card(ui, pen, "room-told-so-far", |ui| {
            view.told.iter().for_each(|fact| item(ui, pen, fact));
        });
    }
}

/// What is settled before the first beat: who reads aloud, and how the hour goes.
fn before(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let room = active.room();
    pen.text(ui, Type::Strong, &pen.word("room-voices"));
    quiet_card(ui, pen, "room-plan-card", |ui| {
        let forks = forks(room.scenario());
        for stretch in room.time_strip(0).stretches {
            let fork = matches!(stretch.part, Part::Beat(beat) if forks.contains(&beat));
            let deep = matches!(stretch.part, Part::Beat(beat)
                if room.setup().plan.pace_in(room.scenario(), beat) == Pace::Deep);
            let minutes = [("minutes", half_minutes(stretch.seconds).into())];
            let key = if deep { "room-plan-deep" } else { "room-plan-quick" };
            let kind = if deep { Type::Strong } else { Type::Small };
            ui.spawn(row(NEAR)).with_children(|ui| {
                ui.spawn(filling(column(0.0))).with_children(|ui| {
                    pen.text(ui, kind, &name(pen, room, stretch.part));
                    if fork {
                        pen.soft(ui, Type::Small, &pen.word("room-plan-fork"));
                    }
                });
                pen.soft(ui, Type::Small, &pen.sentence(key, &minutes));
            });
        }
    });
}

/// Minutes, to the half.
fn half_minutes(seconds: u32) -> String {
    let halves = (seconds + 15) / 30;
    let half = if halves % 2 == 1 { ".5" } else { "" };
    format!("{}{half}", halves / 2)
}

fn quiet_card(ui: &mut Ui<'_>, pen: &Pen, key: &str, content: impl FnOnce(&mut Ui<'_>)) {
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word(key));
        content(ui);
    });
}

/// What was not possible, or what was kept.
fn notice(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let Some(notice) = active.notice() else { return };
    let (words, color) = match notice {
        Notice::Refused(refusal) => {
            (pen.word(&format!("room-refused-{}", refusal.code())), pen.theme.anger())
        }
        Notice::NotKept(why) => {
            (pen.sentence("room-not-kept", &[("why", why.clone().into())]), pen.theme.anger())
        }
        Notice::Saved(folder) => (
            pen.sentence("room-record-saved", &[("folder", folder.clone().into())]),
            pen.theme.trust(),
        ),
        Notice::NoSounds => (pen.word("room-no-sounds"), pen.theme.ink_soft()),
        Notice::Display(DisplayChange::Found) => {
            (pen.word("room-display-found"), pen.theme.trust())
        }
        Notice::Display(DisplayChange::Lost) => (pen.word("room-display-lost"), pen.theme.anger()),
        Notice::Unsaved(why) => {
            (pen.sentence("room-record-unsaved", &[("why", why.clone().into())]), pen.theme.anger())
        }
    };
    let node = Node { padding: UiRect::left(px(12)), border: UiRect::left(px(4)), ..column(0.0) };
    ui.spawn((node, BorderColor::all(color), crate::app::a11y::status(&words)))
        .with_children(|ui| pen.text(ui, Type::Body, &words));
}

/// How the vote stands, and what to do with it.
fn count(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom, view: &TrainerView<'_>) {
    let voting = matches!(active.room().stage(), Stage::Vote(_));
    if let Some(sum) = view.sum {
        let args = |count: u16| [("count", i64::from(count).into())];
        let (words, wrong) = match sum {
            Sum::Short(missing) => (pen.sentence("room-sum-short", &args(missing)), false),
            Sum::Exact => (pen.word("room-sum-exact"), false),
            Sum::Over(over) => (pen.sentence("room-sum-over", &args(over)), true),
        };
        let color = if wrong { pen.theme.anger() } else { pen.theme.ink() };
        ui.spawn(pen.set(Type::Strong, color, &words));
        search_field(ui, pen, "totals", &pen.word("room-totals-label"), Writes::Totals);
    }
    if let Some(advice) = view.advice.filter(|_| !voting) {
        quiet_card(ui, pen, &format!("room-advice-{}", advice.code()), |ui| {
            if let (Some(best), Some(ballot)) = (active.room().best(), active.room().ballot()) {
                spread(ui, pen, ballot, best);
            }
        });
    }
    if view.tied && !voting {
        let rule = [("rule", pen.word("room-rule-tie").into())];
        pen.soft(ui, Type::Small, &pen.sentence("room-tied", &rule));
    }
}

/// How far the replies that fit, and the votes as a whole, moved between the rounds.
fn spread(ui: &mut Ui<'_>, pen: &Pen, ballot: &Ballot, best: ChoiceIdx) {
    let share = |(best, all): (u16, u16)| {
        let args = [("best", i64::from(best).into()), ("all", i64::from(all).into())];
        pen.sentence("room-share", &args)
    };
    pen.soft(ui, Type::Small, &share(ballot.first_share(best)));
    let Some(moved) = Chart::of(ballot).and_then(|chart| chart.moved()) else { return };
    let (again, all) = ballot.second_share(best);
    pen.soft(ui, Type::Small, &format!("→ {}", share((again, all))));
    let moved: i32 = moved.into_iter().filter(|votes| *votes > 0).sum();
    let count = [("count", i64::from(moved).into())];
    pen.soft(ui, Type::Small, &pen.sentence("room-moved", &count));
}

pub(super) fn of_author(ui: &mut Ui<'_>, pen: &Pen, note: &FacilitatorNote) {
    ui.spawn(card(pen)).with_children(|ui| {
        pen.soft(ui, Type::Small, &pen.word("room-note-question"));
        pen.text(ui, Type::Strong, note.question.get(pen.lang));
        pen.soft(ui, Type::Small, &pen.word("room-note-listen"));
        for words in &note.listen_for {
            item(ui, pen, words.get(pen.lang));
        }
        for (says, ask) in &note.reasons {
            let args = [("says", says.get(pen.lang).into()), ("ask", ask.get(pen.lang).into())];
            pen.text(ui, Type::Body, &pen.sentence("room-note-reason", &args));
        }
        let silent = [("how", note.if_silent.get(pen.lang).into())];
        pen.soft(ui, Type::Small, &pen.sentence("room-note-silent", &silent));
        let on = [("when", note.move_on.get(pen.lang).into())];
        pen.soft(ui, Type::Small, &pen.sentence("room-note-on", &on));
        pen.soft(ui, Type::Small, note.principle.get(pen.lang));
        let minutes = [("minutes", i64::from(note.minutes).into())];
        pen.soft(ui, Type::Small, &pen.sentence("room-note-minutes", &minutes));
    });
}

/// What is written down: good lines while people talk, take-aways and the next date at the end.
fn lines(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let room = active.room();
    let stage = room.stage();
    ui.spawn(Node { flex_shrink: 0.0, ..column(NEAR) }).with_children(|ui| {
        if matches!(stage, Stage::Summarise | Stage::Closing) {
            search_field(ui, pen, "take-away", &pen.word("room-take-away-label"), Writes::TakeAway);
            room.take_aways().iter().for_each(|words| item(ui, pen, words));
        }
        if stage == Stage::Closing {
            search_field(ui, pen, "next-date", &pen.word("room-date-label"), Writes::NextDate);
            if !room.next_date().is_empty() {
                quiet_card(ui, pen, "room-reminder", |ui| {
                    pen.soft(ui, Type::Small, &reminder(room.next_date(), active.langs().0));
                });
            }
            return;
        }
        if stage.decides() || stage.has_played() || stage.looks_back() {
            search_field(ui, pen, "heard", &pen.word("room-hear-label"), Writes::Note);
            let count = [("count", room.noted().len().into())];
            pen.soft(ui, Type::Small, &pen.sentence("room-heard-count", &count));
        }
    });
}
