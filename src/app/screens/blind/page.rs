//! What a blind reading looks like: the cover, one decision at a time, and what the picks come to.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;

use crate::app::a11y;
use crate::app::reading::{BlindReading, Kept, Read};
use crate::app::screens::{Go, lies_at};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, choice_button, close_key, column, reading_column, row,
    scroll_column, share_bar, space, text_field, thin_bar, way_back, wrapping_row,
};
use crate::blind::{BLIND_MAX, Item, Result as Outcomes};
use crate::lang::words::Arg;
use crate::scenario::Beat;
use crate::store::readings_file;

/// The head of a page: what it is, and the way out.
fn head(ui: &mut Ui<'_>, pen: &Pen, title: &str) {
    let line = Node { justify_content: JustifyContent::SpaceBetween, flex_shrink: 0.0, ..row(GAP) };
    ui.spawn(line).with_children(|ui| {
        pen.text(ui, Type::Title, title);
        way_back(ui, pen, "back", "back", Go::Back);
    });
}

/// What is read, which scrolls where it is too long.
fn scrolled(ui: &mut Ui<'_>, pen: &Pen, content: impl FnOnce(&mut Ui<'_>)) {
    scroll_column(ui, pen, 0.0, (), |ui| reading_column(ui, pen, GAP, content));
}

fn primary(ui: &mut Ui<'_>, pen: &Pen, name: &str, label: &str, message: impl Message + Clone) {
    let way = button(ui, pen, Press::Primary, name, label, message);
    ui.commands_mut().entity(way).insert(AutoFocus);
}

fn count(number: usize) -> Arg {
    number.into()
}

/// What is asked of the reader, before the first decision.
pub(super) fn cover(ui: &mut Ui<'_>, pen: &Pen, reading: &BlindReading) {
    head(ui, pen, &pen.word("blind-title"));
    space(ui);
    scrolled(ui, pen, |ui| {
        if !reading.can_be_read() {
            let id = [("id", reading.scenario().id.as_str().into())];
            pen.text(ui, Type::Body, &pen.sentence("blind-not-in", &id));
            return;
        }
        let (picked, items) = reading.progress();
        pen.text(ui, Type::Voice, &pen.word("blind-how"));
        pen.text(ui, Type::Body, &pen.sentence("blind-count", &[("items", count(items))]));
        if reading.was_played() {
            ui.spawn(card(pen)).with_children(|ui| {
                pen.text(ui, Type::Body, &pen.word("blind-played"));
            });
        }
        ui.spawn(Node { margin: UiRect::vertical(px(NEAR)), ..column(4.0) }).with_children(|ui| {
            let label = pen.word("blind-name");
            pen.soft(ui, Type::Small, &label);
            text_field(ui, pen, "reader", &label, reading.reader(), Read::Name);
        });
        ui.spawn(wrapping_row(GAP)).with_children(|ui| {
            if picked == 0 {
                primary(ui, pen, "begin", &pen.word("blind-begin"), Read::Begin);
            } else {
                let at = [("at", count(picked + 1)), ("items", count(items))];
                primary(ui, pen, "begin", &pen.sentence("blind-go-on", &at), Read::Begin);
                let anew = pen.word("blind-begin-anew");
                button(ui, pen, Press::Plain, "begin-anew", &anew, Read::BeginAnew);
            }
        });
        let kept = match reading.file() {
            Some(file) => lies_at("blind-keeps", &readings_file(file), pen.lang),
            None => pen.word("blind-keeps-nothing"),
        };
        pen.soft(ui, Type::Small, &kept);
    });
}

/// One decision: its replies and nothing else.
pub(super) fn item(ui: &mut Ui<'_>, pen: &Pen, reading: &BlindReading, item: &Item) {
    let (picked, items) = reading.progress();
    let at = [("at", count(picked + 1)), ("items", count(items))];
    head(ui, pen, &pen.sentence("blind-progress", &at));
    ui.spawn(Node { margin: UiRect::vertical(px(NEAR)), flex_shrink: 0.0, ..column(0.0) })
        .with_children(|ui| {
            #[expect(clippy::cast_precision_loss, reason = "a scenario has few decisions")]
            let share = picked as f32 / items.max(1) as f32;
            thin_bar(ui, pen, share, pen.theme.primary());
        });
    scrolled(ui, pen, |ui| {
        pen.soft(ui, Type::Body, &pen.word("blind-which"));
        let options = Node { padding: UiRect::vertical(px(4)), flex_shrink: 0.0, ..column(NEAR) };
        let group = a11y::status(&pen.sentence("blind-progress", &at));
        let beat = reading.scenario().beat(item.beat);
        ui.spawn((options, group)).with_children(|ui| {
            for (place, choice) in item.options.iter().enumerate() {
                let words = beat.choices[choice.at()].say.get(pen.lang);
                let letter = Item::letter(place).to_string();
                choice_button(ui, pen, &letter, words, Read::Pick(*choice));
            }
        });
        if picked > 0 {
            ui.spawn(row(0.0)).with_children(|ui| {
                close_key(ui, pen, "take-back", "blind-take-back", "Backspace", Read::TakeBack);
            });
        }
    });
}

/// How many keys were found, and where.
pub(super) fn outcome(ui: &mut Ui<'_>, pen: &Pen, reading: &BlindReading, found: &Outcomes) {
    head(ui, pen, &pen.word("blind-title"));
    space(ui);
    scrolled(ui, pen, |ui| {
        share(ui, pen, found);
        let kept = match reading.kept() {
            Kept::In(path) => lies_at("blind-kept", path, pen.lang),
            Kept::Failed(error) => {
                pen.sentence("blind-unkept", &[("error", error.as_str().into())])
            }
            Kept::Nowhere => pen.word("blind-keeps-nothing"),
        };
        pen.soft(ui, Type::Body, &kept);
        ui.spawn(Node { padding: UiRect::vertical(px(4)), ..row(GAP) }).with_children(|ui| {
            primary(ui, pen, "done", &pen.word("blind-done"), Go::Back);
        });
        if !found.given_away.is_empty() {
            ui.spawn(Node { margin: UiRect::top(px(NEAR)), ..column(0.0) })
                .with_children(|ui| pen.text(ui, Type::Heading, &pen.word("blind-given-away")));
            for beat in &found.given_away {
                given_away(ui, pen, reading.scenario().beat(*beat));
            }
        }
        space(ui);
    });
}

fn share(ui: &mut Ui<'_>, pen: &Pen, found: &Outcomes) {
    let passed = found.percent() <= BLIND_MAX;
    let key = if passed { "blind-result-passed" } else { "blind-result-failed" };
    let number = |number: u32| Arg::from(i64::from(number));
    let args = [
        ("keys", number(found.keys)),
        ("items", number(found.items)),
        ("percent", number(found.percent())),
        ("chance", number(found.chance_percent())),
        ("max", number(BLIND_MAX)),
    ];
    pen.text(ui, Type::Voice, &pen.sentence(key, &args));
    let limit = [("percent", number(found.percent())), ("max", number(BLIND_MAX))];
    let limit = pen.sentence("blind-limit", &limit);
    let label = format!("{}: {limit}", pen.word("blind-share"));
    let access = a11y::meter(&label, f64::from(found.percent()), 100.0);
    ui.spawn((Node { margin: UiRect::vertical(px(NEAR)), ..column(4.0) }, access)).with_children(
        |ui| {
            let line = Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(FAR) };
            ui.spawn(line).with_children(|ui| {
                pen.text(ui, Type::Small, &pen.word("blind-share"));
                pen.soft(ui, Type::Small, &limit);
            });
            let color = if passed { pen.theme.trust() } else { pen.theme.anger() };
            share_bar(ui, pen, found.percent(), BLIND_MAX, color);
        },
    );
}

/// A decision whose key was found, and the key's words.
fn given_away(ui: &mut Ui<'_>, pen: &Pen, beat: &Beat) {
    ui.spawn(card(pen)).with_children(|ui| {
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            pen.text(ui, Type::Strong, beat.title.get(pen.lang));
            pen.soft(ui, Type::Small, &beat.id);
        });
        let key = beat.choices[beat.key.at()].say.get(pen.lang);
        pen.text(ui, Type::Body, &pen.sentence("blind-key", &[("key", key.into())]));
    });
}
