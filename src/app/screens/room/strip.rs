//! The hour as a strip: what was planned, where the room is, and what to skip so that the look back keeps its time.

use bevy::prelude::*;

use crate::app::awake::Awake;
use crate::app::room::ActiveRoom;
use crate::app::screens::room::trainer::pen_of;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::theme::typeset::typeset;
use crate::app::widgets::{Pen, Ui, column, row};
use crate::room::{Pace, Part, Room, TimeStrip};

/// The words beside the strip, to be changed in place.
#[derive(Component, Debug)]
pub(super) struct StripWords;
/// Where on the strip the clock stands.
#[derive(Component, Debug)]
pub(super) struct Needle;
/// What is proposed to be skipped.
#[derive(Component, Debug)]
pub(super) struct SkipWords;
/// The seconds that are left at this stage.
#[derive(Component, Debug)]
pub(super) struct StageSeconds;

/// The strip, a sentence below it, and the proposal where there is one.
pub(super) fn strip(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let time = active.room().time_strip(active.elapsed());
    ui.spawn(Node { flex_shrink: 0.0, ..column(4.0) }).with_children(|ui| {
        ui.spawn(Node { height: px(12), width: percent(100), ..row(2.0) }).with_children(|ui| {
            for (at, stretch) in time.stretches.iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "an hour has few seconds")]
                let share = stretch.seconds as f32;
                let now = at == time.at;
                let node = Node {
                    flex_grow: share,
                    flex_basis: px(0),
                    height: px(if now { 12.0 } else { 8.0 }),
                    border_radius: BorderRadius::all(px(3)),
                    ..default()
                };
                ui.spawn((
                    node,
                    BackgroundColor(color(pen, active.room(), stretch.part, at < time.at, now)),
                ));
            }
            let needle = Node {
                position_type: PositionType::Absolute,
                left: elapsed(&time),
                top: px(-3),
                width: px(3),
                height: px(18),
                border_radius: BorderRadius::MAX,
                ..default()
            };
            ui.spawn((needle, BackgroundColor(pen.theme.ink()), Needle));
        });
        ui.spawn(row(NEAR)).with_children(|ui| {
            ui.spawn((
                pen.set(Type::Small, pen.theme.ink_soft(), &words(pen, active.room(), &time)),
                StripWords,
            ));
        });
        ui.spawn((
            pen.set(Type::Small, pen.theme.anger(), &skip_words(pen, active.room(), &time)),
            SkipWords,
        ));
    });
}

/// How far along the strip the clock stands.
#[expect(clippy::cast_precision_loss, reason = "an hour has few seconds")]
fn elapsed(time: &TimeStrip) -> Val {
    let whole = time.whole().max(1);
    percent(time.elapsed.min(whole) as f32 / whole as f32 * 99.6)
}

/// Where the room is stands out; what is talked over is darker than what is quick.
fn color(pen: &Pen, room: &Room, part: Part, been: bool, now: bool) -> Color {
    let deep = matches!(part, Part::Beat(beat) if room.setup().plan.pace_in(room.scenario(), beat) == Pace::Deep);
    match (now, been) {
        (true, _) => pen.theme.anger(),
        (false, true) => pen.theme.groove(),
        (false, false) if deep => pen.theme.primary(),
        (false, false) if matches!(part, Part::Debrief | Part::Closing) => pen.theme.trust(),
        (false, false) => pen.theme.ink_soft().with_alpha(0.45),
    }
}

/// What a part of the hour is called.
pub(super) fn name(pen: &Pen, room: &Room, part: Part) -> String {
    match part {
        Part::Beat(beat) => room.scenario().beat(beat).title.get(pen.lang).to_owned(),
        Part::Opening => pen.word("room-strip-opening"),
        Part::Context => pen.word("room-strip-context"),
        Part::Ending => pen.word("room-strip-ending"),
        Part::Pairs => pen.word("room-strip-pairs"),
        Part::Writing => pen.word("room-strip-writing"),
        Part::Debrief => pen.word("room-strip-debrief"),
        Part::Closing => pen.word("room-strip-closing"),
    }
}

fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Where in the hour the room is, and whether that is late.
fn words(pen: &Pen, room: &Room, time: &TimeStrip) -> String {
    let part = time.stretches.get(time.at).map(|one| (name(pen, room, one.part), one.seconds));
    let (part, seconds) = part.unwrap_or_default();
    let how = if time.late >= 60 {
        pen.sentence("room-strip-late", &[("minutes", (time.late / 60).into())])
    } else {
        pen.word("room-strip-early")
    };
    let planned = format!("{}–{}", clock(time.planned), clock(time.planned + seconds));
    format!("{}   {part} {planned}   {how}", clock(time.elapsed))
}

fn skip_words(pen: &Pen, room: &Room, time: &TimeStrip) -> String {
    if time.skip.is_empty() {
        return String::new();
    }
    let titles =
        time.skip.iter().map(|beat| room.scenario().beat(*beat).title.get(pen.lang).to_owned());
    let between = if pen.lang == crate::lang::Lang::Ja { "、" } else { ", " };
    let titles = titles.collect::<Vec<_>>().join(between);
    pen.sentence("room-strip-skip", &[("beats", titles.into())])
}

/// The seconds pass in place; nothing is built anew for them.
pub(super) fn show_time(
    active: Option<Res<ActiveRoom>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut strips: Query<&mut Text, (With<StripWords>, Without<SkipWords>, Without<StageSeconds>)>,
    mut skips: Query<&mut Text, (With<SkipWords>, Without<StageSeconds>)>,
    mut seconds: Query<&mut Text, With<StageSeconds>>,
    mut needles: Query<&mut Node, With<Needle>>,
    mut awake: ResMut<Awake>,
    mut last: Local<u32>,
) {
    let Some(active) = active.filter(|active| active.elapsed() != *last) else { return };
    *last = active.elapsed();
    let pen = pen_of(&theme, &chosen);
    let time = active.room().time_strip(active.elapsed());
    needles.iter_mut().for_each(|mut needle| needle.left = elapsed(&time));
    let mut put = |text: &mut Text, words: String| {
        let words = typeset(pen.lang, &words);
        if text.0 != words {
            text.0 = words;
            awake.stir();
        }
    };
    for mut text in &mut strips {
        put(&mut text, words(&pen, active.room(), &time));
    }
    for mut text in &mut skips {
        put(&mut text, skip_words(&pen, active.room(), &time));
    }
    for mut text in &mut seconds {
        if let Some((left, _)) = active.time_left() {
            put(&mut text, pen.sentence("room-seconds", &[("seconds", i64::from(left).into())]));
        }
    }
}
