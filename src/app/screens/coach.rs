//! The hints of the first call: how the program is used, one thing at a time, where it is needed, gone once it was done.
//!
//! They lie beside the talk, never over it. They know what happens and nothing of the scenario, so that any talk could
//! be the first.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::screens::overlay::{Overlay, lay};
use crate::app::screens::{Screen, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR, PAD, ROUND};
use crate::app::widgets::{Pen, Press, Ui, button, column, filling, wrapping_row};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Coach>().add_message::<NoMoreHints>().add_message::<Stands>();
    app.add_systems(Update, by_key.in_set(AppSystems::ReadInput));
    app.add_systems(Update, stop.in_set(AppSystems::Step));
    let shown = (follow, notice, show_hint).chain().after(lay);
    app.add_systems(Update, shown.in_set(AppSystems::Show).in_set(HintSystems));
    for elsewhere in [Screen::Home, Screen::Library, Screen::Blind] {
        app.add_systems(OnEnter(elsewhere), over);
    }
    app.add_systems(OnEnter(Screen::Briefing), |mut coach: ResMut<Coach>| {
        coach.stands(Stage::Briefed, 0);
    });
    app.add_systems(OnEnter(Screen::Debrief), |mut coach: ResMut<Coach>| {
        coach.stands(Stage::LookingBack, 0);
    });
}

/// What is shown of the hints, after the talk has said where it stands.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct HintSystems;

/// Where someone stands who is being shown around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// At the briefing.
    Briefed,
    /// Asked what it is that pulls, before the choices come.
    ToName,
    /// Asked to say something aloud, before the choices come.
    ToSpeak,
    /// Before choices.
    Choosing,
    /// The reply to a choice has the floor.
    Answered,
    /// The talk is over.
    Over,
    /// At the look back.
    LookingBack,
}

/// One thing to know, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// What a briefing is for.
    Brief,
    /// How something is said.
    Choose,
    /// How the talk goes on.
    GoOn,
    /// The rule card.
    Card,
    /// Anger and trust.
    Gauges,
    /// Saying it aloud first.
    Aloud,
    /// The way out.
    Leave,
    /// The way to the look back.
    Over,
    /// How a look back is read.
    LookBack,
}

impl Hint {
    const ALL: [(Self, Stage); 9] = [
        (Self::Brief, Stage::Briefed),
        (Self::Choose, Stage::Choosing),
        (Self::GoOn, Stage::Answered),
        (Self::Card, Stage::Choosing),
        (Self::Gauges, Stage::Answered),
        (Self::Aloud, Stage::ToSpeak),
        (Self::Leave, Stage::Choosing),
        (Self::Over, Stage::Over),
        (Self::LookBack, Stage::LookingBack),
    ];

    /// The key of its words.
    fn key(self) -> &'static str {
        match self {
            Self::Brief => "hint-brief",
            Self::Choose => "hint-choose",
            Self::GoOn => "hint-go-on",
            Self::Card => "hint-card",
            Self::Gauges => "hint-gauges",
            Self::Aloud => "hint-aloud",
            Self::Leave => "hint-leave",
            Self::Over => "hint-over",
            Self::LookBack => "hint-look-back",
        }
    }
}

/// What someone is shown who holds a talk for the first time.
#[derive(Resource, Debug, Default)]
pub(super) struct Coach {
    speaks: bool,
    done: Vec<Hint>,
    now: Option<(Stage, usize)>,
}

impl Coach {
    /// The decision from which on one says it aloud first, counted from 0: the keys are known by then.
    const ALOUD_FROM: usize = 2;

    /// Begins to show someone around. Gauges that are not on the page are not explained.
    pub(super) fn begin(&mut self, no_gauges: bool) {
        let done = if no_gauges { vec![Hint::Gauges] } else { Vec::new() };
        *self = Self { speaks: true, done, now: None };
    }

    /// No more hints.
    pub(super) fn fall_silent(&mut self) {
        self.speaks = false;
    }

    /// Whether someone is being shown around.
    pub(super) fn speaks(&self) -> bool {
        self.speaks
    }

    /// Whether this decision is to be answered aloud first, to learn how that is.
    pub(super) fn asks_aloud(&self, decision: usize) -> bool {
        self.speaks && decision >= Self::ALOUD_FROM
    }

    /// The hint that fits now: the first that was not given yet.
    fn hint(&self) -> Option<Hint> {
        let (now, _) = self.now.filter(|_| self.speaks)?;
        let fitting = Hint::ALL.into_iter().filter(|(_, stage)| *stage == now);
        fitting.map(|(hint, _)| hint).find(|hint| !self.done.contains(hint))
    }

    /// Someone stands at this stage of this decision. What was hinted at before was done, or its stage has passed.
    pub(super) fn stands(&mut self, stage: Stage, decision: usize) {
        if self.now != Some((stage, decision)) {
            self.done.extend(self.hint());
            self.now = Some((stage, decision));
        }
    }

    /// Someone did what this hint would tell them.
    fn did(&mut self, hint: Hint) {
        if !self.done.contains(&hint) {
            self.done.push(hint);
        }
    }
}

/// Says where the talk stands: the stage, and how many decisions came before.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct Stands(pub(super) Stage, pub(super) usize);

/// Asks for the hints to stop.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct NoMoreHints;

fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    coach: Res<Coach>,
    overlay: Res<Overlay>,
    mut out: MessageWriter<NoMoreHints>,
) {
    let free = coach.hint().is_some() && *overlay == Overlay::None;
    for key in keys.read().filter(|key| free && key.state.is_pressed() && !key.repeat) {
        if matches!(&key.logical_key, Key::Character(typed) if typed.eq_ignore_ascii_case("s")) {
            out.write(NoMoreHints);
        }
    }
}

fn stop(mut asked: MessageReader<NoMoreHints>, mut coach: ResMut<Coach>) {
    if asked.read().count() > 0 {
        coach.fall_silent();
    }
}

/// Whoever has gone elsewhere has found the way.
fn over(mut coach: ResMut<Coach>) {
    coach.fall_silent();
}

fn follow(mut told: MessageReader<Stands>, mut coach: ResMut<Coach>) {
    for Stands(stage, decision) in told.read() {
        coach.stands(*stage, *decision);
    }
}

/// What was found without a hint needs none.
fn notice(overlay: Res<Overlay>, mut coach: ResMut<Coach>) {
    if !overlay.is_changed() || !coach.speaks {
        return;
    }
    match *overlay {
        Overlay::RuleCard => coach.did(Hint::Card),
        Overlay::Leave => coach.did(Hint::Leave),
        Overlay::NotKept | Overlay::Handbook | Overlay::Map | Overlay::Erase | Overlay::None => {}
    }
}

/// Where hints stand on a page; takes no room while there is none.
#[derive(Component)]
pub(super) struct HintPlace;

/// A place for hints at the foot of a page.
pub(super) fn hint_place(ui: &mut Ui<'_>, pen: &Pen) {
    let node = Node { display: Display::None, flex_shrink: 0.0, ..column(0.0) };
    ui.spawn((HintPlace, node, a11y::status(&pen.word("hint-name"))));
}

fn show_hint(
    coach: Res<Coach>,
    mut places: Query<(Entity, &mut Node), With<HintPlace>>,
    new: Query<(), Added<HintPlace>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut shown: Local<Option<Hint>>,
    mut commands: Commands,
) {
    let wanted = coach.hint();
    if *shown == wanted && new.is_empty() {
        return;
    }
    *shown = wanted;
    let pen = pen(&theme, &chosen);
    for (place, mut node) in &mut places {
        node.display = if wanted.is_some() { Display::Flex } else { Display::None };
        commands.entity(place).despawn_children().with_children(|ui| {
            if let Some(hint) = wanted {
                hint_strip(ui, &pen, hint);
            }
        });
    }
}

/// Text larger than this leaves little room beside a hint.
const WIDE_ZOOM: f32 = 1.4;

fn hint_strip(ui: &mut Ui<'_>, pen: &Pen, hint: Hint) {
    // Where all text is large, the talk above needs the room.
    let (kind, above) = if pen.zoom > WIDE_ZOOM { (Type::Small, 2.0) } else { (Type::Body, 8.0) };
    let node = Node {
        padding: UiRect::axes(px(PAD), px(above)),
        margin: UiRect { left: px(4), right: px(18), top: px(NEAR), ..default() },
        border: UiRect::left(px(4)),
        border_radius: BorderRadius::all(px(ROUND / 2.0)),
        ..wrapping_row(GAP)
    };
    let look = (BackgroundColor(pen.theme.panel()), BorderColor::all(pen.theme.trust()));
    ui.spawn((node, look)).with_children(|ui| {
        ui.spawn(Node { min_width: px(300.0), ..filling(column(0.0)) })
            .with_children(|ui| pen.text(ui, kind, &pen.word(hint.key())));
        button(ui, pen, Press::Quiet, "no-more-hints", &pen.word("hint-no-more"), NoMoreHints);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hints that someone gets who stands at these stages, one after the other.
    fn walk(coach: &mut Coach, stages: &[(Stage, usize)]) -> Vec<Option<Hint>> {
        let at = |(stage, decision): &(Stage, usize)| {
            coach.stands(*stage, *decision);
            coach.hint()
        };
        stages.iter().map(at).collect()
    }

    #[test]
    fn each_hint_is_given_once_and_at_its_stage() {
        let mut coach = Coach::default();
        coach.begin(false);
        let here = [
            (Stage::Briefed, 0),
            (Stage::Choosing, 0),
            (Stage::Answered, 1),
            (Stage::Choosing, 1),
            (Stage::Answered, 2),
            (Stage::ToSpeak, 2),
            (Stage::Choosing, 2),
            (Stage::Answered, 3),
            (Stage::Over, 3),
            (Stage::LookingBack, 0),
        ];
        let hints = [
            Some(Hint::Brief),
            Some(Hint::Choose),
            Some(Hint::GoOn),
            Some(Hint::Card),
            Some(Hint::Gauges),
            Some(Hint::Aloud),
            Some(Hint::Leave),
            None,
            Some(Hint::Over),
            Some(Hint::LookBack),
        ];
        assert_eq!(walk(&mut coach, &here), hints);
        assert_eq!(walk(&mut coach, &here[..4]), [None; 4], "a second talk is held without");
    }

    #[test]
    fn what_was_done_gives_way_to_the_next() {
        let mut coach = Coach::default();
        coach.begin(true);
        let to_second = [(Stage::Choosing, 0), (Stage::Answered, 1), (Stage::Choosing, 1)];
        assert_eq!(walk(&mut coach, &to_second)[2], Some(Hint::Card));
        coach.did(Hint::Card);
        assert_eq!(coach.hint(), Some(Hint::Leave));
        coach.did(Hint::Leave);
        assert_eq!(coach.hint(), None);
        coach.stands(Stage::Answered, 2);
        assert_eq!(coach.hint(), None, "gauges that are not shown are not explained");
    }

    #[test]
    fn nobody_is_shown_around_unasked() {
        let mut coach = Coach::default();
        coach.stands(Stage::Choosing, 0);
        assert_eq!(coach.hint(), None);
        assert!(!coach.asks_aloud(2));
        coach.begin(false);
        assert!(!coach.asks_aloud(1) && coach.asks_aloud(2));
    }
}
