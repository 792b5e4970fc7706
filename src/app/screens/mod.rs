//! The screens and the ways between them. Which screen is Bevy's to know; where in the talk is the session's.

mod blind;
mod briefing;
mod calm;
mod coach;
mod debrief;
mod first;
mod handbook;
mod home;
mod library;
mod overlay;
mod practice;
mod room;
mod settings;
mod talk;

pub use room::WallTarget;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::InputFocus;
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::author::Author;
use crate::app::focus::{FocusName, LostFocus, restore_focus};
use crate::app::keeping::Keeping;
use crate::app::navigation::tab_group;
use crate::app::reading::{ReadBlind, begin};
use crate::app::screens::coach::Coach;
use crate::app::session::{ActiveSession, Again, Open, Resume, settle_session};
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::PAGE;
use crate::app::widgets::{Furigana, Pen, Ui, card, column};
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::scenario::Scenario;
use crate::session::Mode;
use crate::store::{Kept, Library, Origin, StoreFault};

pub(super) fn plugin(app: &mut App) {
    // Someone new is asked first how they want it; everyone else comes to the door.
    if app.world().contains_resource::<FirstStart>() {
        app.insert_state(Screen::First);
    } else {
        app.init_state::<Screen>();
    }
    app.add_message::<Go>();
    app.init_resource::<Before>().init_resource::<LeftAt>();
    app.add_plugins((
        first::plugin,
        home::plugin,
        library::plugin,
        briefing::plugin,
        coach::plugin,
        blind::plugin,
        talk::plugin,
        calm::plugin,
        debrief::plugin,
        settings::plugin,
        practice::plugin,
        overlay::plugin,
        handbook::plugin,
        room::plugin,
    ));
    app.add_systems(Startup, open_with);
    app.add_systems(OnEnter(Screen::Library), let_go);
    app.add_systems(OnEnter(Screen::Home), let_go);
    app.add_systems(Update, escape.in_set(AppSystems::ReadInput));
    let go = go.before(settle_session).before(begin);
    app.add_systems(Update, (remember, go).chain().in_set(AppSystems::Step));
    let shown = (refresh, read_out, come_back.before(restore_focus));
    app.add_systems(Update, shown.in_set(AppSystems::Show));
}

/// There while nothing was ever set when the program was started.
#[derive(Resource, Debug)]
pub(super) struct FirstStart;

/// The scenario that the window opens with, in author mode: its talk begins at once.
#[derive(Resource, Debug)]
pub(super) struct OpensWith(pub(super) Arc<Scenario>);

fn open_with(opens: Option<Res<OpensWith>>, mut go: MessageWriter<Go>) {
    if let Some(opens) = opens {
        go.write(Go::Start(Arc::clone(&opens.0)));
    }
}

/// What the window shows.
#[derive(States, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Screen {
    /// What is asked at the first start.
    First,
    /// The door.
    #[default]
    Home,
    /// The scenarios.
    Library,
    /// What one is told before a talk.
    Briefing,
    /// The talk.
    Talk,
    /// A moment to breathe after a hard talk.
    Calm,
    /// The look back.
    Debrief,
    /// What was practised until now.
    Practice,
    /// Language, text, colours.
    Settings,
    /// The scenarios whose replies can be read alone, for authors.
    Replies,
    /// The replies alone, for a reader who has not seen the talk.
    Blind,
    /// Setting up a room.
    RoomSetup,
    /// Preparing the beats of a room.
    RoomPrepare,
    /// The trainer's side of a room.
    Room,
}

/// Asks to go somewhere.
#[derive(Message, Debug, Clone)]
pub(crate) enum Go {
    /// To a screen that needs nothing else.
    To(Screen),
    /// To the briefing of a scenario.
    Brief(Arc<Scenario>),
    /// To the briefing of a scenario, with hints from there to the look back.
    Guide(Arc<Scenario>),
    /// Into a new talk.
    Start(Arc<Scenario>),
    /// Into a talk that was left in the middle.
    Resume(Arc<Kept>),
    /// To the look back on a kept talk that is over.
    LookBack(Arc<Kept>),
    /// Into the talk just had, from one of its turns on.
    Again(usize),
    /// Out of the talk, whether it is over or left.
    Out,
    /// To the replies alone.
    Read(ReadBlind),
    /// Back to where one came from.
    Back,
    /// Out of the program.
    Quit,
}

/// The scenarios on offer.
#[derive(Resource, Debug)]
pub(crate) struct Shelves(pub(crate) Library);

/// The scenario whose briefing is shown.
#[derive(Resource, Debug)]
pub(crate) struct Briefed(pub(crate) Arc<Scenario>);

/// The screen to go back to.
#[derive(Resource, Debug, Default)]
struct Before {
    /// From the settings and from a blind reading.
    page: Screen,
    /// From a look back, which may be left for a talk with settings of its own.
    look_back: Screen,
}

/// What was pressed last on the screens that were left for another one, to have the keyboard when one comes back.
#[derive(Resource, Debug, Default)]
struct LeftAt(BTreeMap<Screen, FocusName>);

/// A pen for the current language and colours.
pub(crate) fn pen(theme: &Theme, chosen: &Chosen) -> Pen {
    Pen {
        theme: *theme,
        lang: chosen.lang,
        zoom: f32::from(chosen.settings.text_size.percent()) / 100.0,
    }
}

/// The root of a screen.
#[derive(Component, Debug)]
struct ScreenPage;

/// The page of a screen: as large as the window, gone when the screen is left.
pub(crate) fn page(screen: Screen, theme: &Theme) -> impl Bundle + use<> {
    (
        DespawnOnExit(screen),
        ScreenPage,
        tab_group(),
        Node {
            width: percent(100),
            height: percent(100),
            padding: UiRect::all(px(PAGE)),
            ..column(0.0)
        },
        BackgroundColor(theme.paper()),
    )
}

/// What is wrong with the place where things are kept, and what that means here.
fn unkept(ui: &mut Ui<'_>, pen: &Pen, fault: &StoreFault, means: &str) {
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Body, &fault.sentence(pen.lang));
        pen.soft(ui, Type::Body, &pen.word(means));
    });
}

/// A sentence that ends with where a file lies: that stands on a line of its own.
fn lies_at(key: &str, path: &Path, lang: Lang) -> String {
    say_with(lang, key, &[("path", format!("\n{}", path.display()).into())])
}

/// A blind reading of a scenario, kept beside the file that it came from.
pub(crate) fn blind_reading(
    scenario: &Arc<Scenario>,
    shelves: &Shelves,
    author: Option<&Author>,
) -> Go {
    let shelf = shelves.0.shelves.iter().find(|shelf| Arc::ptr_eq(&shelf.scenario, scenario));
    let file = match shelf.map(|shelf| &shelf.origin) {
        Some(Origin::File(path)) => Some(path.clone()),
        Some(Origin::Shipped(_)) => None,
        None => author.map(|author| author.path.clone()),
    };
    Go::Read(ReadBlind { scenario: Arc::clone(scenario), file })
}

/// From here no way leads back into a talk but going on with it, which this window may offer as well as another.
fn let_go(mut keeping: ResMut<Keeping>) {
    keeping.let_go();
}

fn go(
    mut asked: MessageReader<Go>,
    now: Res<State<Screen>>,
    chosen: Res<Chosen>,
    active: Option<Res<ActiveSession>>,
    author: Option<Res<Author>>,
    mut before: ResMut<Before>,
    mut next: ResMut<NextState<Screen>>,
    mut open: MessageWriter<Open>,
    mut again: MessageWriter<Again>,
    mut resume: MessageWriter<Resume>,
    mut read: MessageWriter<ReadBlind>,
    mut exit: MessageWriter<AppExit>,
    mut focus: ResMut<InputFocus>,
    mut coach: ResMut<Coach>,
    mut commands: Commands,
) {
    let Some(go) = asked.read().last() else {
        return;
    };
    focus.clear();
    match go {
        Go::To(screen) => {
            if *screen == Screen::Settings {
                before.page = *now.get();
            }
            next.set(*screen);
        }
        Go::Guide(scenario) => {
            coach.begin(chosen.settings.no_gauges);
            commands.insert_resource(Briefed(Arc::clone(scenario)));
            next.set(Screen::Briefing);
        }
        Go::Brief(scenario) => {
            coach.fall_silent();
            commands.insert_resource(Briefed(Arc::clone(scenario)));
            next.set(Screen::Briefing);
        }
        Go::Start(scenario) => {
            // Whoever is shown around is told at once what a choice did.
            let mode = if coach.speaks() { Mode::Learn } else { chosen.settings.mode };
            open.write(Open(Arc::clone(scenario), mode));
            next.set(Screen::Talk);
        }
        Go::Resume(kept) => {
            coach.fall_silent();
            resume.write(Resume(Arc::clone(kept)));
            next.set(Screen::Talk);
        }
        Go::LookBack(kept) => {
            coach.fall_silent();
            before.look_back = Screen::Practice;
            resume.write(Resume(Arc::clone(kept)));
            next.set(Screen::Debrief);
        }
        Go::Again(turn) => {
            coach.fall_silent();
            again.write(Again::From(*turn));
            next.set(Screen::Talk);
        }
        Go::Read(asked) => {
            before.page = *now.get();
            read.write(asked.clone());
            next.set(Screen::Blind);
        }
        Go::Out => {
            let leads_back = active.as_ref().is_some_and(|active| active.leads_back());
            if !leads_back {
                before.look_back = Screen::Library;
            }
            let to = calm::out_of(active.as_deref(), author.as_deref());
            if leads_back && to == Screen::Debrief {
                again.write(Again::Left);
            }
            next.set(to);
        }
        Go::Back if *now.get() == Screen::Calm => {
            if active.as_ref().is_some_and(|active| active.leads_back()) {
                again.write(Again::Left);
            }
            next.set(calm::onward(active.as_deref()));
        }
        Go::Back => next.set(parent(*now.get(), &before)),
        Go::Quit => {
            exit.write(AppExit::Success);
        }
    }
}

/// Remembers what leads away from a page. One that is left for good, or that decides by itself what has the keyboard, is
/// not come back to.
fn remember(
    mut asked: MessageReader<Go>,
    now: Res<State<Screen>>,
    focus: Res<InputFocus>,
    names: Query<&FocusName>,
    mut left: ResMut<LeftAt>,
) {
    let Some(go) = asked.read().last() else { return };
    if matches!(go, Go::Brief(_) | Go::Guide(_)) {
        left.0.remove(&Screen::Briefing);
    }
    let done = matches!(go, Go::Back)
        || matches!(now.get(), Screen::Talk | Screen::Calm | Screen::Debrief);
    let pressed = focus.get().and_then(|entity| names.get(entity).ok());
    match pressed.filter(|_| !done) {
        Some(name) => left.0.insert(*now.get(), name.clone()),
        None => left.0.remove(now.get()),
    };
}

/// Where one comes back to, what one went on with has the keyboard.
fn come_back(screen: Res<State<Screen>>, mut left: ResMut<LeftAt>, mut lost: ResMut<LostFocus>) {
    if screen.is_changed()
        && let Some(name) = left.0.remove(screen.get())
    {
        lost.0 = Some(name);
    }
}

/// Where Esc leads.
fn parent(screen: Screen, before: &Before) -> Screen {
    match screen {
        Screen::First | Screen::Home | Screen::Library | Screen::Practice | Screen::RoomSetup => {
            Screen::Home
        }
        Screen::RoomPrepare | Screen::Room => Screen::RoomSetup,
        Screen::Briefing | Screen::Talk | Screen::Calm | Screen::Replies => Screen::Library,
        Screen::Debrief => before.look_back,
        Screen::Settings | Screen::Blind => before.page,
    }
}

/// Esc goes back; in a talk it asks first, which is the talk's own affair.
fn escape(
    mut keys: MessageReader<KeyboardInput>,
    screen: Res<State<Screen>>,
    overlay: Res<overlay::Overlay>,
    mut go: MessageWriter<Go>,
) {
    let pressed = keys.read().any(|key| key.state.is_pressed() && key.logical_key == Key::Escape);
    let free = *overlay == overlay::Overlay::None
        && !matches!(screen.get(), Screen::Talk | Screen::Room | Screen::Home);
    if pressed && free {
        go.write(Go::Back);
    }
}

/// The readings of the scenario that is told of or talked about, where they are wished for.
fn read_out(
    screen: Res<State<Screen>>,
    briefed: Option<Res<Briefed>>,
    active: Option<Res<ActiveSession>>,
    chosen: Res<Chosen>,
    mut furigana: ResMut<Furigana>,
) {
    let changed = screen.is_changed()
        || chosen.is_changed()
        || briefed.as_ref().is_some_and(DetectChanges::is_changed)
        || active.as_ref().is_some_and(DetectChanges::is_changed);
    if !changed {
        return;
    }
    let scenario = match screen.get() {
        Screen::Briefing => briefed.as_ref().map(|briefed| &briefed.0),
        _ => active.as_ref().map(|active| active.scenario()),
    };
    let wished = scenario.filter(|_| chosen.settings.furigana);
    furigana.set_if_neq(Furigana(wished.map(|of| of.readings.clone()).unwrap_or_default()));
}

/// Builds the current screen anew, and remembers which button had the focus.
fn refresh(
    mut changed: MessageReader<LooksChanged>,
    now: Res<State<Screen>>,
    mut next: ResMut<NextState<Screen>>,
    focus: Res<InputFocus>,
    names: Query<&FocusName>,
    mut lost: ResMut<LostFocus>,
) {
    if changed.read().count() > 0 {
        lost.0 = focus.get().and_then(|entity| names.get(entity).ok()).cloned();
        // Whoever goes elsewhere at this moment gets there, and finds the new looks.
        if matches!(*next, NextState::Unchanged) {
            next.set(*now.get());
        }
    }
}

#[cfg(test)]
mod tests {
    use bevy::ecs::system::RunSystemOnce;

    use super::*;

    #[test]
    fn whoever_goes_elsewhere_is_not_held_by_new_looks() {
        let mut world = World::new();
        world.insert_resource(State::new(Screen::Home));
        world.insert_resource(NextState::Pending(Screen::Library));
        world.init_resource::<InputFocus>();
        world.init_resource::<LostFocus>();
        world.init_resource::<Messages<LooksChanged>>();
        world.write_message(LooksChanged);
        world.run_system_once(refresh).unwrap();
        let next = world.resource::<NextState<Screen>>();
        assert!(matches!(next, NextState::Pending(Screen::Library)), "{next:?}");

        world.insert_resource(NextState::<Screen>::Unchanged);
        world.write_message(LooksChanged);
        world.run_system_once(refresh).unwrap();
        let next = world.resource::<NextState<Screen>>();
        assert!(matches!(next, NextState::Pending(Screen::Home)), "{next:?}");
    }
}
