//! How long the other side waits for an answer: counted only while the trainee can give one, and as they have set it.

use std::time::Duration;

use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::window::PrimaryWindow;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::author::Author;
use crate::app::awake::Awake;
use crate::app::screens::overlay::{self, Overlay};
use crate::app::screens::talk::ahead::Ahead;
use crate::app::screens::talk::{
    Current, Following, Pause, TalkLog, by_key, follow_talk, show_talk,
};
use crate::app::screens::{Screen, pen};
use crate::app::session::{Act, ActiveSession, Open};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::typeset::typeset;
use crate::app::widgets::{Pen, Ui, column, thin_bar};
use crate::scenario::BeatIdx;
use crate::session::Action;

/// How much of the end may lie below the edge and still be in sight: a frame's width.
const SLACK: f32 = 6.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wait>();
    // Whoever answers in the last frame has answered.
    app.add_systems(Update, count.after(by_key).in_set(AppSystems::ReadInput));
    let settled = (watch, show_sign).chain().after(show_talk).after(overlay::lay);
    app.add_systems(Update, settled.in_set(AppSystems::Show));
    app.add_systems(PostUpdate, see.after(follow_talk).after(UiSystems::Layout));
}

/// The waiting at the decision that stands.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Wait {
    /// Which decision of the talk: how many came before, and the beat.
    place: Option<(usize, BeatIdx)>,
    /// How long the other side waits in all.
    whole: Duration,
    /// How long they have waited.
    waited: Duration,
    /// Whether the last of the choices was in sight: before that nothing is counted.
    seen: bool,
    /// Whether time is counted from this frame to the next.
    runs: bool,
}

impl Wait {
    /// The whole seconds that are left.
    fn left(&self) -> u64 {
        let left = self.whole.saturating_sub(self.waited);
        left.as_secs() + u64::from(left.subsec_nanos() > 0)
    }
}

/// What is shown of it, to be changed only when it is another: the words' key and the seconds.
#[derive(Component, Debug, Default, Clone, Copy, PartialEq, Eq)]
struct WaitSign(Option<(&'static str, u64)>);

/// The words of the sign.
#[derive(Component)]
struct WaitWords;

/// The filled part of its bar.
#[derive(Component)]
struct WaitBar;

/// The sign, below the choices, where it stays in sight while they scroll: a thin bar, and the same in words.
pub(super) fn wait_sign(ui: &mut Ui<'_>, pen: &Pen) {
    // As wide as the choices above it.
    let beside = UiRect { left: px(4), right: px(18), ..default() };
    let node = Node { display: Display::None, flex_shrink: 0.0, padding: beside, ..column(4.0) };
    ui.spawn((WaitSign::default(), a11y::timer(), node)).with_children(|ui| {
        let left = thin_bar(ui, pen, 1.0, pen.theme.ink_soft());
        ui.commands_mut().entity(left).insert(WaitBar);
        ui.spawn((pen.set(Type::Small, pen.theme.ink_soft(), ""), WaitWords));
    });
}

fn count(mut wait: ResMut<Wait>, time: Res<Time<Real>>, mut act: MessageWriter<Act>) {
    if !wait.runs {
        return;
    }
    wait.waited = wait.waited.saturating_add(time.delta()).min(wait.whole);
    if wait.waited == wait.whole {
        wait.runs = false;
        act.write(Act(Action::TimeRanOut));
    }
}

/// Decides whether time is counted until the next frame.
fn watch(
    mut opened: MessageReader<Open>,
    active: Option<Res<ActiveSession>>,
    author: Option<Res<Author>>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    pause: Res<Pause>,
    ahead: Ahead,
    chosen: Res<Chosen>,
    windows: Query<&Window, With<PrimaryWindow>>,
    mut wait: ResMut<Wait>,
    mut awake: ResMut<Awake>,
) {
    if opened.read().count() > 0 {
        *wait = Wait::default();
    }
    // Whoever writes the scenario reads the desk meanwhile.
    let counted = active.filter(|_| author.is_none()).and_then(|active| {
        if ahead.at(&active, &chosen).hide_choices() {
            return None;
        }
        let beat = active.talk().beat()?;
        let written = active.scenario().beat(beat).seconds?;
        let seconds = chosen.settings.answer_time.seconds(written)?;
        let before = active.talk().transcript().entries.len();
        Some(((before, beat), Duration::from_secs(seconds.into())))
    });
    let Some((place, whole)) = counted else {
        wait.set_if_neq(Wait::default());
        awake.tick(false);
        return;
    };
    if wait.place != Some(place) || wait.whole != whole {
        *wait = Wait { place: Some(place), whole, ..Wait::default() };
    }
    let attended = windows.single().is_ok_and(|window| window.focused);
    let can_answer = *screen.get() == Screen::Talk && *overlay == Overlay::None && !pause.0;
    wait.runs = wait.seen && can_answer && attended && wait.waited < wait.whole;
    awake.tick(wait.runs);
}

/// Notes when all that can be said has come into sight.
fn see(
    pause: Res<Pause>,
    logs: Query<(&Following, &ComputedNode, &UiGlobalTransform), With<TalkLog>>,
    current: Query<(&ComputedNode, &UiGlobalTransform), With<Current>>,
    mut wait: ResMut<Wait>,
    mut awake: ResMut<Awake>,
) {
    if wait.seen || wait.place.is_none() || pause.0 {
        return;
    }
    let (Ok((following, log, log_at)), Ok((now, now_at))) = (logs.single(), current.single())
    else {
        return;
    };
    let foot = |node: &ComputedNode, at: &UiGlobalTransform| at.translation.y + node.size().y / 2.0;
    let below = (foot(now, now_at) - foot(log, log_at)) * log.inverse_scale_factor();
    if following.0 == 0 && now.size().y > 0.0 && below <= SLACK {
        wait.seen = true;
        awake.stir();
    }
}

/// Changes the sign in place, so that a second passes in one frame.
fn show_sign(
    wait: Res<Wait>,
    pause: Res<Pause>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut signs: Query<(&mut WaitSign, &mut Node), Without<WaitBar>>,
    mut words: Query<&mut Text, With<WaitWords>>,
    mut bars: Query<&mut Node, With<WaitBar>>,
    mut awake: ResMut<Awake>,
) {
    let key = match (wait.seen, wait.runs) {
        (false, _) => "talk-wait-ahead",
        (true, false) => "talk-wait-still",
        (true, true) => "talk-wait",
    };
    let wanted = wait.place.filter(|_| !pause.0).map(|_| (key, wait.left()));
    let pen = pen(&theme, &chosen);
    for (mut sign, mut node) in &mut signs {
        if sign.0 == wanted {
            continue;
        }
        let before = std::mem::replace(&mut sign.0, wanted);
        // A passing second fits where the one before was; anything else moves the page.
        if before.map(|(key, _)| key) != wanted.map(|(key, _)| key) {
            node.display = if wanted.is_some() { Display::Flex } else { Display::None };
            awake.stir();
        }
        let Some((key, left)) = wanted else { continue };
        for mut text in &mut words {
            let left = [("left", i64::try_from(left).unwrap_or(i64::MAX).into())];
            text.0 = typeset(chosen.lang, &pen.sentence(key, &left));
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred seconds")]
        let share = left as f32 / wait.whole.as_secs_f32().max(1.0);
        for mut bar in &mut bars {
            bar.width = percent(share * 100.0);
        }
    }
}
