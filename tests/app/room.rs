//! A room: an hour in its two windows, from setting up to the record, by keyboard.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::window::{
    Monitor, MonitorSelection, OnMonitor, PrimaryMonitor, PrimaryWindow, WindowMode,
};
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::room::Record;
use kikitori::store::Rooms;

use crate::desk::{Desk, options, plain, scenario};
use crate::folder::Folder;
use crate::layout::look;

const SIZE: (u32, u32) = (1280, 720);

struct Hour {
    desk: Desk,
    lang: Lang,
}

impl Hour {
    fn open(lang: Lang, data: &std::path::Path) -> Self {
        let rooms = Some(Rooms::in_folder(data));
        let desk = Desk::of_size(SIZE.0, SIZE.1, Options { rooms, ..options(lang, 100) });
        let mut hour = Self { desk, lang };
        hour.desk.click(&say(lang, "room-open"));
        assert_eq!(hour.desk.screen(), Screen::RoomSetup);
        hour
    }

    /// Opens the room over the scenario with many beats.
    fn begin(&mut self) {
        let title = scenario("last-day-sweets").title.get(self.lang).to_owned();
        self.desk.click(&title);
        self.desk.click(&say(self.lang, "room-setup-start"));
        assert_eq!(self.desk.screen(), Screen::Room);
    }

    fn at(&mut self, stage: &str) -> bool {
        let stage = say(self.lang, &format!("room-stage-{stage}"));
        let now =
            kikitori::lang::words::say_with(self.lang, "room-now", &[("stage", stage.into())]);
        crate::desk::texts(&mut self.desk.app).contains(&plain(&now))
    }

    fn must_be_at(&mut self, stage: &str) {
        assert!(self.at(stage), "not at {stage}: {:?}", crate::desk::texts(&mut self.desk.app));
    }

    fn space(&mut self) {
        self.desk.key(Key::Space);
    }

    fn typed(&mut self, signs: &str) {
        signs.chars().for_each(|sign| self.desk.typed(&sign.to_string()));
    }

    /// Writes something down in the first line there is.
    fn write(&mut self, words: &str) {
        self.typed("w");
        self.typed(words);
        self.desk.key(Key::Enter);
    }

    /// Closes the room from its last stage.
    fn close(&mut self) {
        for key in [Key::Escape, Key::Tab, Key::Enter] {
            self.desk.key(key);
        }
        assert_eq!(self.desk.screen(), Screen::RoomSetup);
        self.desk.app.update();
    }

    /// Everything that stands in the room's window.
    fn wall(&mut self) -> String {
        let world = self.desk.app.world_mut();
        let mut query = world.query::<(Entity, &Text)>();
        let found: Vec<(Entity, String)> =
            query.iter(world).map(|(entity, text)| (entity, text.0.clone())).collect();
        let root = |mut at: Entity| {
            while let Some(parent) = world.get::<ChildOf>(at).map(ChildOf::parent) {
                at = parent;
            }
            at
        };
        let on_wall =
            found.into_iter().filter(|(at, _)| world.get::<UiTargetCamera>(root(*at)).is_some());
        let mut texts: Vec<String> = on_wall.map(|(_, text)| plain(&text)).collect();
        // In no order of their own: they are looked for, and compared.
        texts.sort();
        texts.join("\n")
    }

    /// Presses Space until this stage is there, with a vote of the whole room where one is awaited.
    fn walk_to(&mut self, stage: &str) {
        for _ in 0..300 {
            if self.at(stage) {
                return;
            }
            if self.at("vote") || self.at("vote-again") {
                self.typed("11122");
            }
            self.space();
        }
        panic!("never at {stage}");
    }

    /// The size of the smallest letters in the room's window, in hundredths of its height.
    fn smallest(&mut self) -> Option<(f32, String)> {
        let world = self.desk.app.world_mut();
        let mut query = world.query::<(&Text, &TextFont)>();
        let sized = |(text, font): (&Text, &TextFont)| match font.font_size {
            FontSize::Vh(size) => Some((size, text.0.clone())),
            _ => None,
        };
        query.iter(world).filter_map(sized).min_by(|one, two| one.0.total_cmp(&two.0))
    }
}

/// What the scenario's author says about any choice: the trainer's, until the note is shown.
fn feedback(lang: Lang) -> Vec<String> {
    let scenario = scenario("last-day-sweets");
    let all = scenario.beats.iter().flat_map(|beat| &beat.choices);
    all.map(|choice| plain(choice.feedback.get(lang))).filter(|text| text.len() > 12).collect()
}

#[test]
fn an_hour_with_votes_a_peek_a_way_back_and_a_crash() {
    let data = Folder::new("hour");
    let lang = Lang::Ja;
    let mut hour = Hour::open(lang, &data.0);
    hour.begin();
    hour.must_be_at("black");
    assert_eq!(hour.wall(), "");
    hour.space();
    assert!(hour.wall().contains(&say(lang, "room-opening-safe")));
    hour.walk_to("vote");
    hour.typed("1112");
    assert!(hour.wall().contains("4 票") && !hour.wall().contains('3'), "{}", hour.wall());
    // Back and here again: the votes are still there.
    hour.desk.key(Key::ArrowLeft);
    hour.must_be_at("options");
    hour.typed("v");
    assert!(hour.wall().contains("4 票"));
    hour.typed("u1");
    hour.desk.key(Key::Enter);
    hour.must_be_at("closed");
    hour.desk.must_read(&say(lang, "room-best"));
    assert!(!hour.wall().contains(&say(lang, "room-best")));
    // Talk, a second vote, both side by side, and what most said.
    hour.typed("t");
    hour.must_be_at("talk");
    hour.typed("v22222");
    hour.typed("r");
    hour.must_be_at("reveal");
    assert!(hour.wall().contains(&say(lang, "room-second")));
    hour.typed("p");
    hour.must_be_at("play");
    hour.space();
    let reaction = hour.wall();
    for text in feedback(lang) {
        assert!(!reaction.contains(&text), "{text}");
    }
    // A peek at another way, and back to where the room was.
    hour.desk.click(&kikitori::lang::words::say_with(
        lang,
        "room-peek-this",
        &[("letter", "A".into())],
    ));
    hour.must_be_at("peek");
    assert!(hour.wall().contains(&say(lang, "room-peek")));
    hour.space();
    assert_eq!(hour.wall(), reaction);
    hour.typed("n");
    let note = hour.wall();
    assert!(feedback(lang).iter().any(|text| note.contains(text)), "{note}");

    // The power fails; the program is opened again and goes on at the same stage.
    drop(hour);
    let mut hour = Hour::open(lang, &data.0);
    let title = scenario("last-day-sweets").title.get(lang).to_owned();
    hour.desk.click(&kikitori::lang::words::say_with(
        lang,
        "room-resume",
        &[("title", title.into())],
    ));
    hour.must_be_at("note");
    assert_eq!(hour.wall(), note);

    // On to the end, which is looked back on, and the record.
    hour.walk_to("ending");
    hour.walk_to("gather");
    hour.walk_to("analyse");
    assert!(hour.wall().contains(&say(lang, "room-first")));
    hour.walk_to("closing");
    hour.write("まず、聞きます。");
    hour.space();
    let record =
        Rooms::in_folder(&data.0).latest_record("", |_| true).and_then(|text| Record::read(&text));
    let record = record.unwrap();
    let first = &record.decisions[0];
    assert_eq!(
        (first.options[0].first, first.options[1].first, first.options[1].second),
        (4, 0, 5)
    );
    assert_eq!(first.peeked.len(), 1);
    assert_eq!(record.take_aways, ["まず、聞きます。"]);
    hour.close();
    assert!(
        Rooms::in_folder(&data.0).unfinished().is_none(),
        "an hour that ended is not offered again"
    );
}

/// Every text of both windows is inside its frame, all the way through an hour.
fn nothing_sticks_out(lang: Lang, id: &str) {
    let data = Folder::new(&format!("look-{id}-{}", lang.code()));
    let mut hour = Hour::open(lang, &data.0);
    look(&mut hour.desk, SIZE, "setting up");
    hour.desk.click(&say(lang, "room-setup-prepare"));
    look(&mut hour.desk, SIZE, "preparing");
    hour.desk.key(Key::Escape);
    let title = scenario(id).title.get(lang).to_owned();
    hour.desk.click(&title);
    hour.desk.click(&say(lang, "room-setup-start"));
    for step in 0..220 {
        if hour.at("vote") || hour.at("vote-again") {
            hour.typed("12312");
        }
        if hour.at("closing") {
            break;
        }
        if step % 7 == 3 && hour.at("options") {
            hour.typed("?");
            look(&mut hour.desk, SIZE, "the cheat sheet");
            hour.typed("?");
        }
        if step % 9 == 4 && hour.at("reaction") {
            hour.typed("2");
        }
        hour.space();
        look(&mut hour.desk, SIZE, &format!("step {step} of {id} in {lang:?}"));
        // 36 points on 1080 lines, of which 4.45 is a hundredth part and 1.08 a point's.
        if let Some((size, text)) = hour.smallest() {
            assert!(size >= 4.44, "{size} at step {step} of {id} in {lang:?}: {text}");
        }
    }
    hour.must_be_at("closing");
}

#[test]
fn nothing_sticks_out_of_either_window() {
    nothing_sticks_out(Lang::En, "last-day-sweets");
    nothing_sticks_out(Lang::Ja, "on-whose-terms");
}

#[test]
fn the_wall_is_black_held_and_lit_by_one_key() {
    let data = Folder::new("wall");
    let lang = Lang::En;
    let mut hour = Hour::open(lang, &data.0);
    hour.begin();
    hour.walk_to("line");
    let line = hour.wall();
    assert!(!line.is_empty());
    hour.typed("b");
    assert_eq!(hour.wall(), "");
    hour.typed("b");
    assert_eq!(hour.wall(), line);
    // While it is held, the trainer goes on and the room sees what it saw.
    hour.typed("f");
    hour.space();
    hour.space();
    hour.must_be_at("options");
    assert_eq!(hour.wall(), line);
    hour.typed("f");
    assert_ne!(hour.wall(), line);
    // What is typed into a line is words and no keys.
    hour.typed("w");
    hour.typed("both");
    hour.must_be_at("options");
    assert_ne!(hour.wall(), "");
    hour.desk.key(Key::Enter);
    let one = kikitori::lang::words::say_with(lang, "room-heard-count", &[("count", 1_i64.into())]);
    hour.desk.must_read(&one);
}

#[test]
fn the_cards_to_print_are_written_where_the_page_says() {
    let data = Folder::new("cards");
    let lang = Lang::Ja;
    let mut hour = Hour::open(lang, &data.0);
    hour.desk.click(&say(lang, "room-setup-cards"));
    let cards = data.0.join("rooms").join("cards");
    let written = [("folder", cards.display().to_string().into())];
    hour.desk.must_read(&kikitori::lang::words::say_with(lang, "room-cards-saved", &written));
    for kind in kikitori::room::Sheets::ALL {
        let page = cards.join(format!("last-day-sweets-{}-ja.html", kind.code()));
        let text = std::fs::read_to_string(&page).unwrap();
        assert!(text.starts_with("<!DOCTYPE html>"), "{}", page.display());
    }
}

/// What a display that is plugged in is to the program.
fn display(desk: &mut Desk, name: &str, at: i32) -> Entity {
    let monitor = Monitor {
        name: Some(name.to_owned()),
        physical_height: 1080,
        physical_width: 1920,
        physical_position: IVec2::new(at, 0),
        refresh_rate_millihertz: None,
        scale_factor: 1.0,
        video_modes: Vec::new(),
    };
    desk.app.world_mut().spawn(monitor).id()
}

/// How the room's window is shown, where there is one.
fn shown(desk: &mut Desk) -> Option<WindowMode> {
    let world = desk.app.world_mut();
    let mut windows = world.query_filtered::<&Window, Without<PrimaryWindow>>();
    windows.single(world).ok().map(|window| window.mode)
}

fn fills(display: Entity) -> Option<WindowMode> {
    Some(WindowMode::BorderlessFullscreen(MonitorSelection::Entity(display)))
}

#[test]
fn a_projector_that_comes_or_goes_takes_nothing_with_it() {
    let data = Folder::new("displays");
    let lang = Lang::En;
    let mut hour = Hour::open(lang, &data.0);
    let laptop = display(&mut hour.desk, "laptop", 0);
    let primary = hour.desk.window;
    hour.desk.app.world_mut().entity_mut(laptop).insert(PrimaryMonitor);
    hour.desk.app.world_mut().entity_mut(primary).insert(OnMonitor(laptop));
    hour.begin();
    assert_eq!(shown(&mut hour.desk), Some(WindowMode::Windowed), "one display is the trainer's");
    hour.walk_to("vote");
    hour.typed("112");
    let before = hour.wall();

    // A projector is plugged in: it is filled, and the trainer is told.
    let projector = display(&mut hour.desk, "projector", 1920);
    hour.desk.settle();
    assert_eq!(shown(&mut hour.desk), fills(projector));
    hour.desk.must_read(&say(lang, "room-display-found"));
    assert_eq!(hour.wall(), before);

    // It is pulled out again. Left to itself, Bevy takes along what was there; here only the room's window closes.
    let world = hour.desk.app.world_mut();
    let mut windows = world.query_filtered::<Entity, (With<Window>, Without<PrimaryWindow>)>();
    let window = windows.single(world).unwrap();
    world.entity_mut(window).insert(OnMonitor(projector));
    hour.desk.settle();
    hour.desk.app.world_mut().entity_mut(projector).despawn();
    hour.desk.settle();
    assert_eq!((shown(&mut hour.desk), hour.wall()), (None, String::new()));
    hour.desk.must_read(&say(lang, "room-display-lost"));
    hour.typed("2");
    // F11 opens it on the trainer's screen, where it shows what it would have shown.
    hour.desk.key(Key::F11);
    assert_eq!(shown(&mut hour.desk), Some(WindowMode::Windowed));
    assert!(hour.wall().contains("4 votes"), "{}", hour.wall());

    // Another one, pulled out and plugged in.
    let other = display(&mut hour.desk, "wall", 1920);
    hour.desk.settle();
    assert_eq!(shown(&mut hour.desk), fills(other));
    hour.desk.app.world_mut().entity_mut(other).despawn();
    hour.desk.settle();
    assert_eq!(shown(&mut hour.desk), None);
    let other = display(&mut hour.desk, "wall", 1920);
    hour.desk.settle();
    assert_eq!(shown(&mut hour.desk), fills(other));
    assert!(hour.wall().contains("4 votes"), "{}", hour.wall());

    // The trainer's own display goes dark: her window comes to the one that is left, and must not be covered.
    hour.desk.app.world_mut().entity_mut(laptop).despawn();
    hour.desk.settle();
    assert!(hour.desk.app.world().get::<Window>(primary).is_some(), "the trainer's window is gone");
    assert!(hour.desk.exit().is_none());
    assert_eq!(shown(&mut hour.desk), None);
    hour.desk.key(Key::Enter);
    hour.must_be_at("closed");
}

#[test]
fn where_to_turn_is_kept_for_the_next_hour_and_stands_on_the_wall() {
    let data = Folder::new("contact");
    let lang = Lang::Ja;
    let mut hour = Hour::open(lang, &data.0);
    hour.desk.tab_to_field(&say(lang, "room-contact"));
    for sign in ["相", "談", "窓", "口"] {
        hour.desk.typed(sign);
    }
    hour.desk.settle();
    drop(hour);
    let mut hour = Hour::open(lang, &data.0);
    hour.begin();
    hour.typed("d");
    hour.must_be_at("gather");
    assert!(!hour.wall().contains("相談窓口"), "nobody hands over in this one");
    hour.walk_to("closing");
    let line = [("line", "相談窓口".into())];
    let line = kikitori::lang::words::say_with(lang, "room-contact-line", &line);
    assert!(hour.wall().contains(&plain(&line)), "{}", hour.wall());
}

#[test]
fn m_is_the_key_for_sounds() {
    let data = Folder::new("mute");
    let lang = Lang::En;
    let mut hour = Hour::open(lang, &data.0);
    hour.begin();
    hour.typed("m");
    // A program that has sounds says that they are off; one without them says so.
    let key = if cfg!(feature = "sound") { "room-muted" } else { "room-no-sounds" };
    hour.desk.must_read(&say(lang, key));
    hour.space();
    hour.must_be_at("opening");
}
