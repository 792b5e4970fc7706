//! The program at a desk: keys, a pointer, and what can be read on the page.

use std::sync::Arc;

use bevy::a11y::AccessibilityNode;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input::mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel};
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::WgpuSettings;

use bevy::ui_widgets::Activate;
use bevy::window::{
    CursorMoved, ExitCondition, PrimaryWindow, WindowEvent, WindowResized, WindowResolution,
};
use bevy::winit::WinitPlugin;
use kikitori::app::{AppPlugin, Data, Options, Screen, set_up};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::scenario::Scenario;
use kikitori::session::Seed;
use kikitori::store::{Library, Settings, TextSize};

use crate::buttons::{button, labels};

/// The program, its keyboard and its pointer. Nothing is drawn, everything is laid out.
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) window: Entity,
    exit: Option<AppExit>,
}

/// What the program is opened with in a test: the shipped scenarios, a language, a text size, no file.
pub(crate) fn options(lang: Lang, percent: u16) -> Options {
    let settings =
        Settings { lang: Some(lang), text_size: TextSize::nearest(percent), ..Settings::default() };
    Options {
        library: Library::open(&[]),
        settings,
        place: None,
        lang,
        seed: Some(Seed(7)),
        data: Data::Nowhere,
        first_start: false,
        rooms: None,
        edited: None,
    }
}

impl Desk {
    /// A window of the usual size, in this language.
    pub(crate) fn open(lang: Lang) -> Self {
        Self::of_size(1280, 720, options(lang, 100))
    }

    /// A window of any size.
    pub(crate) fn of_size(width: u32, height: u32, options: Options) -> Self {
        let mut app = App::new();
        let window = Window { resolution: WindowResolution::new(width, height), ..default() };
        let unseen = WgpuSettings { backends: None, ..default() };
        app.add_plugins(
            DefaultPlugins
                .build()
                .disable::<WinitPlugin>()
                .disable::<LogPlugin>()
                .set(WindowPlugin {
                    primary_window: Some(window),
                    exit_condition: ExitCondition::DontExit,
                    ..default()
                })
                .set(RenderPlugin { render_creation: unseen.into(), ..default() }),
        );
        set_up(&mut app, options);
        app.add_plugins(AppPlugin);
        app.finish();
        app.cleanup();
        let window =
            app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>().single(app.world());
        let mut desk = Self { window: window.unwrap(), app, exit: None };
        desk.settle();
        desk
    }

    /// Lets the frames pass that a change needs.
    pub(crate) fn settle(&mut self) {
        for _ in 0..5 {
            self.frame();
        }
    }

    fn frame(&mut self) {
        self.app.update();
        self.exit = self.exit.take().or(self.app.should_exit());
    }

    /// How the program ended, if it did.
    pub(crate) fn exit(&self) -> Option<&AppExit> {
        self.exit.as_ref()
    }

    pub(crate) fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    /// Presses and releases a key, and waits until all that it does is seen.
    pub(crate) fn key(&mut self, key: Key) {
        self.tap(key);
        self.settle();
    }

    /// Presses and releases a key, without waiting before the next: one press is a frame, and so is letting go.
    fn tap(&mut self, key: Key) {
        let text = match &key {
            Key::Character(typed) => Some(typed.clone()),
            _ => None,
        };
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.app.world_mut().write_message(KeyboardInput {
                key_code: code(&key),
                logical_key: key.clone(),
                state,
                text: text.clone().filter(|_| state.is_pressed()),
                repeat: false,
                window: self.window,
            });
            self.frame();
        }
    }

    pub(crate) fn typed(&mut self, sign: &str) {
        self.key(Key::Character(sign.into()));
    }

    /// Goes from button to button with Tab until one whose label begins so has the keyboard.
    pub(crate) fn tab_to(&mut self, label: &str) {
        let found = |desk: &Self| desk.focused().is_some_and(|found| found.starts_with(label));
        if !self.tab_until(120, found) {
            panic!("Tab never comes to {label:?}; there are {:?}", labels(&mut self.app));
        }
    }

    /// The same for a line to type in.
    pub(crate) fn tab_to_field(&mut self, label: &str) {
        let found = |desk: &Self| {
            let focus = desk.app.world().resource::<InputFocus>().get();
            let node = focus.and_then(|focus| desk.app.world().get::<AccessibilityNode>(focus));
            node.is_some_and(|node| node.label() == Some(label))
        };
        assert!(self.tab_until(200, found), "Tab never comes to the field {label:?}");
    }

    /// Presses Tab, no slower than a hand that knows the way, until this is so; then waits until all is seen.
    fn tab_until(&mut self, most: usize, found: impl Fn(&Self) -> bool) -> bool {
        for _ in 0..most {
            if found(self) {
                self.settle();
                return found(self);
            }
            self.tap(Key::Tab);
        }
        false
    }

    /// The label of the button that has the keyboard.
    pub(crate) fn focused(&self) -> Option<String> {
        let focus = self.app.world().resource::<InputFocus>().get()?;
        self.app.world().get::<AccessibleLabel>(focus).map(|label| label.0.clone())
    }

    /// Moves the pointer onto the button whose label begins so, and clicks; fails if something else is in the way.
    pub(crate) fn click(&mut self, label: &str) {
        let at = self.place(label);
        self.click_at(at);
    }

    /// The same for one of several buttons with the same label, counted from 0.
    pub(crate) fn click_nth(&mut self, label: &str, nth: usize) {
        let mut query = self.app.world_mut().query::<(Entity, &AccessibleLabel)>();
        let fitting = query.iter(self.app.world()).filter(|(_, found)| found.0 == label);
        let button = fitting.map(|(button, _)| button).nth(nth).unwrap();
        self.click_on(button);
    }

    /// The same for the one in the group of this name.
    pub(crate) fn click_in(&mut self, group: &str, label: &str) {
        let mut query = self.app.world_mut().query::<(Entity, &AccessibleLabel)>();
        let world = self.app.world();
        let inside = |mut at: Entity| loop {
            let node = world.get::<AccessibilityNode>(at);
            if node.is_some_and(|node| node.label() == Some(group)) {
                return true;
            }
            let Some(around) = world.get::<ChildOf>(at) else { return false };
            at = around.parent();
        };
        let fitting = query.iter(world).filter(|(_, found)| found.0 == label);
        let found = fitting.map(|(button, _)| button).find(|button| inside(*button));
        let button = found.unwrap_or_else(|| panic!("there is no {label:?} in {group:?}"));
        self.click_on(button);
    }

    fn click_on(&mut self, button: Entity) {
        self.app.world_mut().resource_mut::<InputFocus>().set(button, FocusCause::Navigated);
        self.settle();
        let at = frame(&self.app, button).center();
        self.click_at(at);
    }

    /// Presses the button with exactly this label, wherever it is, as a screen reader does.
    pub(crate) fn press(&mut self, label: &str) {
        let entity = button(&mut self.app, label);
        self.app.world_mut().trigger(Activate { entity });
        self.settle();
    }

    /// Where a button is on the window, scrolled into view with the wheel if it has to be.
    fn place(&mut self, label: &str) -> Vec2 {
        let mut at_rest = true;
        for _ in 0..80 {
            let button = button(&mut self.app, label);
            let at = frame(&self.app, button).center();
            let seen = self.seen(button);
            if seen.contains(at) {
                if at_rest {
                    return at;
                }
                self.settle();
                at_rest = true;
            } else {
                self.turn(seen.center(), if at.y > seen.max.y { -1.0 } else { 1.0 });
                at_rest = false;
            }
        }
        panic!("{label:?} cannot be scrolled into view");
    }

    /// The part of the window in which a node would be seen: that of whatever scrolls around it.
    pub(crate) fn seen(&self, node: Entity) -> Rect {
        let window = self.app.world().get::<Window>(self.window).unwrap();
        let mut seen = Rect::new(0.0, 0.0, window.width(), window.height());
        let mut around = node;
        while let Some(parent) = self.app.world().get::<ChildOf>(around).map(ChildOf::parent) {
            around = parent;
            let scrolls = |node: &Node| node.overflow.y == OverflowAxis::Scroll;
            if self.app.world().get::<Node>(around).is_some_and(scrolls) {
                seen = seen.intersect(frame(&self.app, around));
            }
        }
        seen
    }

    /// Turns the wheel, and waits until all that it does is seen.
    pub(crate) fn wheel(&mut self, over: Vec2, lines: f32) {
        self.turn(over, lines);
        self.settle();
    }

    /// Turns the wheel, without waiting before the next turn.
    fn turn(&mut self, over: Vec2, lines: f32) {
        self.point(over);
        self.app.world_mut().write_message(WindowEvent::MouseWheel(MouseWheel {
            unit: MouseScrollUnit::Line,
            x: 0.0,
            y: lines,
            window: self.window,
            phase: bevy::input::touch::TouchPhase::Moved,
        }));
        self.frame();
    }

    /// Moves the pointer.
    pub(crate) fn point(&mut self, at: Vec2) {
        let window = self.window;
        let moved = CursorMoved { window, position: at, delta: None };
        self.app.world_mut().write_message(WindowEvent::CursorMoved(moved));
        self.frame();
    }

    /// Clicks at a place of the window, through the real picking.
    pub(crate) fn click_at(&mut self, at: Vec2) {
        self.point(at);
        let window = self.window;
        for state in [ButtonState::Pressed, ButtonState::Released] {
            let pressed = MouseButtonInput { button: MouseButton::Left, state, window };
            self.app.world_mut().write_message(WindowEvent::MouseButtonInput(pressed));
            self.frame();
        }
        self.settle();
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, width: f32, height: f32) {
        self.app.world_mut().get_mut::<Window>(self.window).unwrap().resolution.set(width, height);
        let resized = WindowResized { window: self.window, width, height };
        self.app.world_mut().write_message(resized.clone());
        self.app.world_mut().write_message(WindowEvent::WindowResized(resized));
        self.settle();
    }

    /// Whether these words stand on the page.
    pub(crate) fn reads(&mut self, words: &str) -> bool {
        texts(&mut self.app).iter().any(|text| text.contains(&plain(words)))
    }

    /// Fails unless these words stand on the page.
    pub(crate) fn must_read(&mut self, words: &str) {
        assert!(self.reads(words), "{words:?} is not among {:#?}", texts(&mut self.app));
    }

    /// Goes on where there is nothing to choose; a sheet is handed over as it is.
    pub(crate) fn go_on(&mut self, lang: Lang) {
        let over = say(lang, "sheet-hand-over");
        if self.reads(&over) {
            self.click(&over);
        } else {
            self.key(Key::Enter);
        }
    }

    /// Goes on without naming what pulls, where that is asked.
    pub(crate) fn pass_voice(&mut self, lang: Lang) {
        if self.reads(&say(lang, "voice-ask")) {
            self.key(Key::Enter);
        }
    }

    /// Looks back on a talk that is over, by way of the calm page if it was a hard one.
    pub(crate) fn look_back(&mut self) {
        self.key(Key::Enter);
        if self.screen() == Screen::Calm {
            self.key(Key::Enter);
        }
        assert_eq!(self.screen(), Screen::Debrief);
    }

    /// The numbered choices as they are shown.
    pub(crate) fn choices(&mut self) -> Vec<String> {
        let mut found: Vec<String> = labels(&mut self.app)
            .into_iter()
            .filter(|label| label.starts_with(|sign: char| sign.is_ascii_digit()))
            .collect();
        found.sort();
        found
    }
}

/// The key on a usual keyboard.
fn code(key: &Key) -> KeyCode {
    match key {
        Key::Enter => KeyCode::Enter,
        Key::Escape => KeyCode::Escape,
        Key::Space => KeyCode::Space,
        Key::Tab => KeyCode::Tab,
        Key::ArrowDown => KeyCode::ArrowDown,
        Key::ArrowUp => KeyCode::ArrowUp,
        Key::ArrowLeft => KeyCode::ArrowLeft,
        Key::Backspace => KeyCode::Backspace,
        Key::PageDown => KeyCode::PageDown,
        Key::End => KeyCode::End,
        _ => KeyCode::F24,
    }
}

/// Words as they are compared: without the joints that keep Japanese phrases together, and as they are typed.
pub(crate) fn plain(words: &str) -> String {
    let words = words.replace('\u{2060}', "").replace('…', "...");
    words.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"")
}

/// Every text on the page, its pieces put together.
pub(crate) fn texts(app: &mut App) -> Vec<String> {
    let world = app.world_mut();
    let mut roots = world.query::<(&Text, Option<&Children>)>();
    let mut spans = world.query::<&TextSpan>();
    roots
        .iter(world)
        .map(|(text, children)| {
            let rest: String = children
                .into_iter()
                .flatten()
                .filter_map(|child| spans.get(world, *child).ok())
                .map(|span| span.0.as_str())
                .collect();
            plain(&format!("{}{rest}", text.0))
        })
        .collect()
}

/// Where a node is, in the window's own units.
pub(crate) fn frame(app: &App, node: Entity) -> Rect {
    let place = app.world().get::<UiGlobalTransform>(node).unwrap();
    let computed = app.world().get::<ComputedNode>(node).unwrap();
    // Physical pixels; a test's window has as many logical ones.
    Rect::from_center_size(place.translation, computed.size())
}

/// A shipped scenario.
pub(crate) fn scenario(id: &str) -> Arc<Scenario> {
    let library = Library::open(&[]);
    let shelf = library.shelves.iter().find(|shelf| shelf.scenario.id == id).unwrap();
    Arc::clone(&shelf.scenario)
}

/// The number under which these words are shown.
pub(crate) fn number_of(choices: &[String], words: &str) -> String {
    let found = choices.iter().find(|shown| shown[3..] == *words);
    found.unwrap_or_else(|| panic!("{words:?} is not among {choices:#?}"))[..1].to_owned()
}
