//! Language, size of text, colours, movement and time to answer; every change is seen at once.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::screens::{Go, Screen, page, pen, unkept};
use crate::app::settings::{Chosen, Named, Set, keep};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Ui, card, column, filling, row, scroll_column, segment, space, text_field, way_back,
    wrapping_row,
};
use crate::lang::Lang;
use crate::store::{AnswerTime, TextSize, ThemeName, Volume};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Settings), spawn_settings_screen);
    app.add_systems(OnExit(Screen::Settings), keep);
}

fn spawn_settings_screen(theme: Res<Theme>, chosen: Res<Chosen>, mut commands: Commands) {
    let pen = pen(&theme, &chosen);
    commands.spawn(page(Screen::Settings, &theme)).with_children(|ui| {
        ui.spawn(Node {
            justify_content: JustifyContent::SpaceBetween,
            flex_shrink: 0.0,
            ..row(GAP)
        })
        .with_children(|ui| {
            pen.text(ui, Type::Title, &pen.word("settings-title"));
            way_back(ui, &pen, "back", "back", Go::Back);
        });
        space(ui);
        scroll_column(ui, &pen, GAP, (), |ui| {
            if let Some(fault) = &chosen.unkept {
                unkept(ui, &pen, fault, "settings-unkept");
            }
            language(ui, &pen);
            name(ui, &pen, &chosen);
            text_size(ui, &pen, &chosen);
            colours(ui, &pen, &chosen);
            let set = &chosen.settings;
            on_or_off(ui, &pen, "furigana", !set.furigana, |off| Set::Furigana(!off));
            on_or_off(ui, &pen, "captions", set.no_captions, Set::NoCaptions);
            // Without sounds in the program there is nothing to turn down.
            if cfg!(feature = "sound") {
                volume(ui, &pen, &chosen);
            }
            on_or_off(ui, &pen, "movement", set.still, Set::Still);
            on_or_off(ui, &pen, "aloud", set.choices_at_once, Set::ChoicesAtOnce);
            on_or_off(ui, &pen, "voice", set.no_inner_voice, Set::NoInnerVoice);
            on_or_off(ui, &pen, "gauges", set.no_gauges, Set::NoGauges);
            answer_time(ui, &pen, &chosen);
        });
    });
}

/// Text larger than this needs the whole width; the values move below.
const WIDE_ZOOM: f32 = 1.25;

/// One setting: its name, what it does, and its values.
fn setting(ui: &mut Ui<'_>, pen: &Pen, key: &str, values: impl FnOnce(&mut Ui<'_>)) {
    let about = |ui: &mut Ui<'_>| {
        pen.text(ui, Type::Strong, &pen.word(key));
        pen.soft(ui, Type::Small, &pen.word(&format!("{key}.about")));
    };
    ui.spawn((card(pen), a11y::group(&pen.word(key)))).with_children(|ui| {
        if pen.zoom > WIDE_ZOOM {
            ui.spawn(column(2.0)).with_children(about);
            ui.spawn(wrapping_row(NEAR)).with_children(values);
        } else {
            ui.spawn(row(FAR)).with_children(|ui| {
                ui.spawn(filling(column(2.0))).with_children(about);
                ui.spawn(Node { flex_shrink: 0.0, ..row(NEAR) }).with_children(values);
            });
        }
    });
}

fn language(ui: &mut Ui<'_>, pen: &Pen) {
    setting(ui, pen, "settings-language", |ui| {
        for lang in Lang::ALL {
            segment(
                ui,
                pen,
                &format!("lang-{}", lang.code()),
                lang.own_name(),
                lang == pen.lang,
                Set::Lang(lang),
            );
        }
    });
}

fn name(ui: &mut Ui<'_>, pen: &Pen, chosen: &Chosen) {
    setting(ui, pen, "settings-name", |ui| {
        let name = chosen.settings.person.as_deref().unwrap_or_default();
        text_field(ui, pen, "name", &pen.word("settings-name"), name, Named);
    });
}

fn text_size(ui: &mut Ui<'_>, pen: &Pen, chosen: &Chosen) {
    setting(ui, pen, "settings-text-size", |ui| {
        for step in TextSize::STEPS {
            let size = TextSize::nearest(step);
            segment(
                ui,
                pen,
                &format!("size-{step}"),
                &format!("{step} %"),
                size == chosen.settings.text_size,
                Set::TextSize(size),
            );
        }
    });
}

fn colours(ui: &mut Ui<'_>, pen: &Pen, chosen: &Chosen) {
    let all = ThemeName::ALL.map(|theme| (theme, theme.code()));
    one_of(ui, pen, "theme", (chosen.settings.theme, &all), Set::Theme);
}

/// A setting that is on or off, of which it is kept whether it is off.
fn on_or_off(ui: &mut Ui<'_>, pen: &Pen, which: &str, is_off: bool, set: fn(bool) -> Set) {
    setting(ui, pen, &format!("settings-{which}"), |ui| {
        for (name, off) in [("on", false), ("off", true)] {
            let word = pen.word(&format!("settings-{which}-{name}"));
            segment(ui, pen, &format!("{which}-{name}"), &word, off == is_off, set(off));
        }
    });
}

/// A setting that is one of a few words.
fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    which: &str,
    (chosen, all): (T, &[(T, &str)]),
    set: fn(T) -> Set,
) {
    setting(ui, pen, &format!("settings-{which}"), |ui| {
        for (value, code) in all {
            let name = format!("{which}-{code}");
            let word = pen.word(&format!("settings-{name}"));
            segment(ui, pen, &name, &word, *value == chosen, set(*value));
        }
    });
}

fn answer_time(ui: &mut Ui<'_>, pen: &Pen, chosen: &Chosen) {
    let all = AnswerTime::ALL.map(|time| (time, time.code()));
    one_of(ui, pen, "answer-time", (chosen.settings.answer_time, &all), Set::AnswerTime);
}

fn volume(ui: &mut Ui<'_>, pen: &Pen, chosen: &Chosen) {
    let all = Volume::ALL.map(|volume| (volume, volume.code()));
    one_of(ui, pen, "volume", (chosen.settings.volume, &all), Set::Volume);
}
