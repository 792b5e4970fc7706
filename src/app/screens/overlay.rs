//! What lies over a screen for a moment: the rule card, the question before leaving a talk, the handbook, and the map.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::text::EditableText;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::outlook::TurningPoints;
use crate::app::screens::briefing;
use crate::app::screens::debrief::map::{self, Picked};
use crate::app::screens::handbook::{self, Reading};
use crate::app::screens::practice::question;
use crate::app::screens::{Go, Screen, ScreenPage, pen};
use crate::app::session::{ActiveSession, NotKept, Unkept};
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, ROUND};
use crate::app::widgets::{Pen, Press, Ui, button, card, column, row, scroll_box, wrapping_row};
use crate::store::StoreFault;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Overlay>().init_resource::<Beneath>().init_resource::<Fault>();
    app.add_message::<Lay>();
    app.add_systems(Update, by_key.in_set(AppSystems::ReadInput));
    app.add_systems(Update, (not_kept, lay, show, cover).chain().in_set(AppSystems::Show));
    app.add_systems(OnExit(Screen::Talk), close);
    app.add_systems(OnExit(Screen::Debrief), close);
    app.add_systems(OnExit(Screen::Practice), close);
}

/// What lies over the screen.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// The rule card.
    RuleCard,
    /// "Leave the talk?"
    Leave,
    /// "This could not be kept."
    NotKept,
    /// The handbook, over any screen, so that the screen is as it was when the handbook is closed.
    Handbook,
    /// The map of the talk that is looked back on.
    Map,
    /// "Erase all of it?"
    Erase,
}

/// Why something could not be kept, while that is shown.
#[derive(Resource, Debug, Default)]
struct Fault(Option<StoreFault>);

/// Asks to lay something over the screen, or to take it away.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct Lay(pub(super) Overlay);

/// The root of what is laid over.
#[derive(Component)]
struct OverlayRoot;

/// What had the keyboard before, and has it again afterwards.
#[derive(Resource, Debug, Default)]
struct Beneath(Option<Entity>);

fn by_key(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    focus: Res<InputFocus>,
    fields: Query<(), With<EditableText>>,
    mut out: MessageWriter<Lay>,
) {
    // A letter that is typed into a line is part of a word.
    if focus.get().is_some_and(|entity| fields.contains(entity)) && *overlay == Overlay::None {
        return keys.clear();
    }
    let in_talk = *screen.get() == Screen::Talk;
    let typing = focus.get().is_some_and(|field| fields.contains(field));
    let looking_back = *screen.get() == Screen::Debrief;
    for key in keys.read().filter(|key| key.state.is_pressed() && !key.repeat) {
        let letter = match &key.logical_key {
            // In a field it is part of a name.
            Key::Character(typed) if !typing => typed.to_ascii_lowercase(),
            _ => String::new(),
        };
        let wanted = match (*overlay, &key.logical_key) {
            // In the handbook a letter may be part of a word that is looked for.
            (Overlay::Handbook, _) => continue,
            (Overlay::None, _) if letter == "h" => Overlay::Handbook,
            (Overlay::None, Key::Escape) if in_talk => Overlay::Leave,
            (Overlay::None, _) if in_talk && letter == "r" => Overlay::RuleCard,
            (Overlay::None, _) if looking_back && letter == "m" => Overlay::Map,
            (Overlay::RuleCard, _) if letter == "r" => Overlay::None,
            (Overlay::Map, _) if letter == "m" => Overlay::None,
            (Overlay::RuleCard | Overlay::Leave | Overlay::Map | Overlay::Erase, Key::Escape) => {
                Overlay::None
            }
            _ => continue,
        };
        out.write(Lay(wanted));
    }
}

/// What could not be kept is said at once, and what to do about it takes the sentence away.
fn not_kept(
    mut faults: MessageReader<NotKept>,
    mut answered: MessageReader<Unkept>,
    mut fault: ResMut<Fault>,
    mut out: MessageWriter<Lay>,
) {
    if answered.read().count() > 0 {
        out.write(Lay(Overlay::None));
    }
    if let Some(NotKept(why)) = faults.read().last() {
        fault.0 = Some(why.clone());
        out.write(Lay(Overlay::NotKept));
    }
}

/// Lays what was asked for over the talk, or takes it away.
pub(super) fn lay(mut asked: MessageReader<Lay>, mut overlay: ResMut<Overlay>) {
    if let Some(Lay(wanted)) = asked.read().last() {
        *overlay = *wanted;
    }
}

fn close(mut overlay: ResMut<Overlay>) {
    *overlay = Overlay::None;
}

fn show(
    overlay: Res<Overlay>,
    mut refreshed: MessageReader<LooksChanged>,
    shown: Query<Entity, With<OverlayRoot>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    screen: Res<State<Screen>>,
    reading: Res<Reading>,
    fault: Res<Fault>,
    (points, picked): (Res<TurningPoints>, Res<Picked>),
    mut focus: ResMut<InputFocus>,
    mut beneath: ResMut<Beneath>,
    nodes: Query<(), With<Node>>,
    mut commands: Commands,
) {
    let refreshed = refreshed.read().count() > 0;
    if !overlay.is_changed() && !refreshed {
        return;
    }
    if shown.is_empty() {
        beneath.0 = focus.get();
    }
    for root in &shown {
        commands.entity(root).despawn();
    }
    if *overlay == Overlay::None {
        match beneath.0.filter(|before| nodes.contains(*before)) {
            Some(before) => focus.set(before, FocusCause::Navigated),
            None => focus.clear(),
        }
        return;
    }
    let pen = pen(&theme, &chosen);
    let veil = Node {
        position_type: PositionType::Absolute,
        width: percent(100),
        height: percent(100),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..default()
    };
    let name = match *overlay {
        Overlay::Handbook => "handbook-title",
        Overlay::Leave => "talk-leave-question",
        Overlay::NotKept => "not-kept",
        Overlay::Map => "map-title",
        Overlay::Erase => "erase-question",
        Overlay::RuleCard | Overlay::None => "talk-rule-card",
    };
    let root = (OverlayRoot, DespawnOnExit(*screen.get()), TabGroup::modal(), GlobalZIndex(10));
    let mut first = None;
    commands
        .spawn((root, veil, BackgroundColor(pen.theme.veil()), a11y::dialog(&pen.word(name))))
        .with_children(|ui| {
            first = match (*overlay, &active) {
                (Overlay::Handbook, _) => Some(handbook::lay_out(ui, &pen, &reading)),
                (Overlay::Leave, _) => Some(leave(ui, &pen)),
                (Overlay::Erase, _) => Some(question(ui, &pen, chosen.settings.person.as_deref())),
                (Overlay::NotKept, _) => Some(unkept(ui, &pen, fault.0.as_ref())),
                (Overlay::RuleCard, Some(active)) => Some(rules(ui, &pen, active)),
                (Overlay::Map, Some(active)) => {
                    Some(map::lay_out(ui, &pen, active, &points, &picked))
                }
                (Overlay::RuleCard | Overlay::Map, None) | (Overlay::None, _) => None,
            };
        });
    if let Some(first) = first {
        focus.set(first, FocusCause::Navigated);
    }
}

/// The handbook and the map cover the whole page, so what is beneath is neither drawn nor read aloud.
fn cover(overlay: Res<Overlay>, mut pages: Query<&mut Visibility, With<ScreenPage>>) {
    let covered = matches!(*overlay, Overlay::Handbook | Overlay::Map);
    for mut seen in &mut pages {
        seen.set_if_neq(if covered { Visibility::Hidden } else { Visibility::Inherited });
    }
}

/// On one sheet, the rules, what was known, what was heard since, and what the trainee has promised so far.
fn rules(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession) -> Entity {
    let scenario = active.scenario();
    let view = active.view(pen.lang);
    let mut close = Entity::PLACEHOLDER;
    let sheet = Node {
        width: percent(if pen.zoom > 1.25 { 88 } else { 64 }),
        max_height: percent(92),
        padding: UiRect::all(px(FAR)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        ..column(GAP)
    };
    let look = (BackgroundColor(pen.theme.panel()), BorderColor::all(pen.theme.line()));
    ui.spawn((sheet, look)).with_children(|ui| {
        scroll_box(ui, pen, |ui| {
            ui.spawn(column(FAR)).with_children(|ui| {
                part(ui, |ui| briefing::rules(ui, pen, scenario));
                part(ui, |ui| briefing::known(ui, pen, scenario));
                if !view.heard.is_empty() {
                    let color = pen.theme.primary();
                    let heard = view.heard.iter().cloned();
                    part(ui, |ui| briefing::listed(ui, pen, "talk-heard", color, heard));
                }
                if !view.promises.is_empty() {
                    let color = pen.theme.trust();
                    let lines = view.promises.iter().map(|promise| promise.words(pen.lang));
                    part(ui, |ui| briefing::listed(ui, pen, "talk-promised", color, lines));
                }
            });
        });
        ui.spawn(Node { justify_content: JustifyContent::Center, flex_shrink: 0.0, ..row(GAP) })
            .with_children(|ui| {
                let label = format!("{} (R)", pen.word("talk-close"));
                close = button(ui, pen, Press::Primary, "close-rules", &label, Lay(Overlay::None));
            });
    });
    close
}

fn part(ui: &mut Ui<'_>, content: impl FnOnce(&mut Ui<'_>)) {
    ui.spawn(Node { flex_shrink: 0.0, ..column(NEAR) }).with_children(content);
}

fn leave(ui: &mut Ui<'_>, pen: &Pen) -> Entity {
    let mut stay = Entity::PLACEHOLDER;
    ui.spawn((card(pen), Name::new("leave"))).with_children(|ui| {
        pen.text(ui, Type::Heading, &pen.word("talk-leave-question"));
        ui.spawn(Node {
            max_width: px(460.0 * pen.zoom),
            padding: UiRect::bottom(px(GAP)),
            ..column(0.0)
        })
        .with_children(|ui| pen.soft(ui, Type::Body, &pen.word("talk-leave-comfort")));
        ui.spawn(wrapping_row(GAP)).with_children(|ui| {
            stay =
                button(ui, pen, Press::Primary, "stay", &pen.word("talk-stay"), Lay(Overlay::None));
            button(ui, pen, Press::Plain, "leave", &pen.word("talk-leave"), Go::Out);
        });
    });
    stay
}

/// Nothing was taken; it can be tried again, or gone on without being kept.
fn unkept(ui: &mut Ui<'_>, pen: &Pen, fault: Option<&StoreFault>) -> Entity {
    let mut again = Entity::PLACEHOLDER;
    let why = fault.map(|fault| fault.sentence(pen.lang)).unwrap_or_default();
    let wide =
        Node { max_width: px(560.0 * pen.zoom), padding: UiRect::bottom(px(GAP)), ..column(GAP) };
    ui.spawn((card(pen), Name::new("not-kept"))).with_children(|ui| {
        pen.text(ui, Type::Heading, &pen.word("not-kept"));
        ui.spawn(wide).with_children(|ui| {
            pen.text(ui, Type::Body, &why);
            pen.soft(ui, Type::Body, &pen.word("not-kept-comfort"));
        });
        ui.spawn(wrapping_row(GAP)).with_children(|ui| {
            let (first, second) = (pen.word("not-kept-again"), pen.word("not-kept-go-on"));
            again = button(ui, pen, Press::Primary, "try-again", &first, Unkept::TryAgain);
            button(ui, pen, Press::Plain, "unkept", &second, Unkept::GoOn);
        });
    });
    again
}
