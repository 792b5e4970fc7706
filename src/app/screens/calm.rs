//! The calm page after a hard talk: three slow breaths, one sentence that helps, and no hurry.
//!
//! Nothing here is asked, scored or kept, and one key passes it over.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::author::Author;
use crate::app::awake::Awake;
use crate::app::screens::{Go, Screen, page, pen};
use crate::app::session::ActiveSession;
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, ROUND};
use crate::app::theme::typeset::typeset;
use crate::app::widgets::{Pen, Press, Ui, button, column, filling, row, scroll_column};
use crate::scenario::{ContentNote, Outcome};

/// Seconds to breathe in, and to breathe out: out takes longer, which is what calms.
const IN: f32 = 4.0;
const OUT: f32 = 6.0;

/// After so many breaths the circle rests, and the page costs nothing.
const BREATHS: f32 = 3.0;

/// How small the circle is once all breath is out, as a share of its size.
const SMALLEST: f32 = 0.62;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Calm), spawn_calm_screen);
    let breathe = breathe.run_if(in_state(Screen::Calm));
    app.add_systems(Update, breathe.in_set(AppSystems::Show));
}

/// Where a talk leads when it is over or left: by way of the calm page, if it was a hard one.
pub(super) fn out_of(active: Option<&ActiveSession>, author: Option<&Author>) -> Screen {
    match active {
        // Whoever tries out what they write knows what comes.
        Some(active) if author.is_none() && was_hard(active) => Screen::Calm,
        _ => onward(active),
    }
}

/// Where the calm page leads.
pub(super) fn onward(active: Option<&ActiveSession>) -> Screen {
    if active.is_some_and(|active| active.talk().is_over() || active.leads_back()) {
        Screen::Debrief
    } else {
        Screen::Library
    }
}

/// One that a note had to warn of, that ended badly, or that was stopped on the way.
fn was_hard(active: &ActiveSession) -> bool {
    match active.talk().ending() {
        Some(ending) => {
            let badly = matches!(ending.outcome, Outcome::Escalated | Outcome::Left);
            badly || active.scenario().content_notes.iter().any(ContentNote::is_hard)
        }
        None => !active.talk().turns().is_empty(),
    }
}

/// The circle that grows and shrinks, and when it began to, in seconds since the start.
#[derive(Component, Default)]
struct Circle(Option<f32>);

/// The words below it, and the key of those that stand there.
#[derive(Component, Default)]
struct CircleWords(&'static str);

fn spawn_calm_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    let over = active.as_ref().is_some_and(|active| active.talk().is_over());
    let to_look_back = onward(active.as_deref()) == Screen::Debrief;
    commands.spawn(page(Screen::Calm, &theme)).with_children(|ui| {
        scroll_column(ui, &pen, 0.0, (), |ui| {
            ui.spawn(Node { flex_grow: 1.0, ..default() });
            let place = Node {
                justify_content: JustifyContent::Center,
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(FAR),
                flex_shrink: 0.0,
                ..row(FAR * 2.0)
            };
            ui.spawn(place).with_children(|ui| {
                circle(ui, &pen);
                words(ui, &pen, over, to_look_back);
            });
            ui.spawn(Node { flex_grow: 1.0, ..default() });
        });
    });
}

/// Where the face was: a circle to breathe by, and words that say the same.
fn circle(ui: &mut Ui<'_>, pen: &Pen) {
    let frame = Node {
        width: px(300.0 * pen.zoom.min(1.4)),
        min_height: px(348),
        padding: UiRect::all(px(GAP)),
        border_radius: BorderRadius::all(px(ROUND * 2.0)),
        justify_content: JustifyContent::SpaceEvenly,
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..column(GAP)
    };
    ui.spawn((frame, BackgroundColor(pen.theme.backdrop()))).with_children(|ui| {
        let round = Node {
            width: px(210),
            height: px(210),
            border: UiRect::all(px(2)),
            border_radius: BorderRadius::MAX,
            flex_shrink: 0.0,
            ..default()
        };
        let colors = (BackgroundColor(pen.theme.mine()), BorderColor::all(pen.theme.primary()));
        ui.spawn((round, colors, Circle::default(), UiTransform::default()));
        let words = pen.set(Type::Heading, pen.theme.ink(), "");
        let centred = TextLayout { justify: Justify::Center, ..default() };
        ui.spawn((words, CircleWords::default())).insert(centred);
    });
}

fn words(ui: &mut Ui<'_>, pen: &Pen, over: bool, to_look_back: bool) {
    let (title, what) =
        if over { ("calm-title", "calm-practice") } else { ("calm-stopped-title", "calm-stopped") };
    let place = Node {
        max_width: px(560.0 * pen.zoom),
        min_width: px(440.0_f32.min(320.0 * pen.zoom)),
        ..filling(column(FAR))
    };
    ui.spawn((place, a11y::group(&pen.word(title)))).with_children(|ui| {
        ui.spawn(column(NEAR)).with_children(|ui| {
            pen.text(ui, Type::Title, &pen.word(title));
            pen.text(ui, Type::Voice, &pen.word(what));
        });
        ui.spawn(column(NEAR)).with_children(|ui| {
            pen.text(ui, Type::Body, &pen.word("calm-helps"));
            pen.soft(ui, Type::Body, &pen.word("calm-someone"));
        });
        ui.spawn(row(GAP)).with_children(|ui| {
            let word = if to_look_back { "calm-to-look-back" } else { "calm-to-library" };
            let way = button(ui, pen, Press::Primary, "calm-on", &pen.word(word), Go::Back);
            ui.commands_mut().entity(way).insert(AutoFocus);
        });
    });
}

/// How large the circle is, and the key of its words, this long after the page came; no size once it rests.
fn breath(since: f32) -> (Option<f32>, &'static str) {
    if since >= BREATHS * (IN + OUT) {
        return (None, "calm-rest");
    }
    let within = since % (IN + OUT);
    let (share, key) = if within < IN {
        (within / IN, "calm-in")
    } else {
        (1.0 - (within - IN) / OUT, "calm-out")
    };
    let eased = share * share * (3.0 - 2.0 * share);
    (Some(SMALLEST + (1.0 - SMALLEST) * eased), key)
}

fn breathe(
    time: Res<Time<Real>>,
    chosen: Res<Chosen>,
    theme: Res<Theme>,
    mut circles: Query<(&mut Circle, &mut UiTransform)>,
    mut words: Query<(&mut CircleWords, &mut Text)>,
    mut awake: ResMut<Awake>,
) {
    let now = time.elapsed_secs();
    let pen = pen(&theme, &chosen);
    for (mut circle, mut place) in &mut circles {
        let begun = *circle.0.get_or_insert(now);
        let (size, key) =
            if chosen.settings.still { (None, "calm-breathe") } else { breath(now - begun) };
        let wanted = Vec2::splat(size.unwrap_or(1.0));
        if place.scale != wanted {
            place.scale = wanted;
            awake.stir();
        }
        for (mut shown, mut text) in &mut words {
            if shown.0 != key {
                shown.0 = key;
                text.0 = typeset(chosen.lang, &pen.word(key));
                awake.stir();
            }
        }
        if size.is_some() {
            awake.stir();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breath_goes_in_and_longer_out_and_then_the_circle_rests() {
        let size = |since: f32| breath(since).0.unwrap();
        for second in 0..4_u8 {
            let since = f32::from(second);
            assert!(size(since) < size(since + 0.9), "{since}");
            assert_eq!(breath(since).1, "calm-in");
        }
        for second in 4..9_u8 {
            let since = f32::from(second) + 0.05;
            assert!(size(since) > size(since + 0.9), "{since}");
            assert_eq!(breath(since).1, "calm-out");
        }
        assert!((size(4.0) - 1.0).abs() < 0.01 && (size(9.99) - SMALLEST).abs() < 0.01);
        assert!(breath(29.0).0.is_some());
        assert_eq!(breath(30.0), (None, "calm-rest"));
    }
}
