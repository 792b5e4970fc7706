//! Draws a room's two windows at every stage of an hour, in both languages: no display is needed.
//!
//! `cargo run --example room -- FOLDER 1280x720 [LANGUAGE] [hour|later|short|long]`
#![expect(clippy::print_stderr, reason = "it says what it cannot do")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use bevy::ui_widgets::Activate;
use kikitori::app::Options;
use kikitori::app::picture::PictureApp;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::room::{
    Length, Plan, Room, RoomAction, RoomEntry, Round, Setup, Stage, entry_line, head_line,
};
use kikitori::scenario::Scenario;
use kikitori::session::Seed;
use kikitori::store::{Library, Rooms, Settings};

/// The keys of an hour, each with the name of the picture that is taken after it; none where there is no name.
const HOUR: &[(&str, &str)] = &[
    ("", "10-black"),
    (" ", "11-opening"),
    (" ", "12-context"),
    (" ", "13-rules"),
    (" ", "14-line"),
    ("r", "14-refused"),
    (" ", "15-say"),
    (" ", "16-options"),
    (" ", "17-vote-empty"),
    ("1112", "18-vote"),
    ("111111111111111111", "18-vote-over"),
    ("uuuuuuuuuuuuuuuuuu", ""),
    ("\n", "19-closed"),
    (" ", "20-play"),
    (" ", "21-reaction"),
    (" ", ""),
    // A beat that is talked over, whether the plan says so or not.
    ("  ", ""),
    (" 11112223", ""),
    ("\n", "22-closed-deep"),
    ("t", "23-talk"),
    ("v22222113", "24-vote-again"),
    ("r", "25-reveal"),
    ("p", ""),
    ("3", "26-peek"),
    (" ", ""),
    ("n", "27-note"),
    (" ", "28-line-next"),
    ("b", "29-black"),
    ("b", ""),
    ("f ", "30-held"),
    ("f", ""),
    ("l ", "31-dark-in-pairs"),
    (" ", "31-dark"),
    (" ", "31-dark-vote"),
    ("l++", "32-larger-vote"),
    ("o", "32-larger"),
    ("--", ""),
    ("k", "33-told"),
    ("x ", "34-swapped"),
    ("?", "35-keys"),
    ("?\u{1b}", "36-leave"),
    ("\u{1b}", ""),
];

/// What stands at the end of an hour: the name of a stage, of which each is drawn once.
const LATER: [&str; 11] = [
    "sheet",
    "ending",
    "untold",
    "pairs",
    "writing",
    "gather",
    "analyse",
    "route",
    "plus-delta",
    "summarise",
    "closing",
];

struct Album {
    easel: PictureApp,
    lang: Lang,
    stem: PathBuf,
}

impl Album {
    fn open(folder: &Path, lang: Lang, (width, height): (u32, u32), library: Library) -> Self {
        let settings = Settings { lang: Some(lang), still: true, ..Settings::default() };
        let stem = folder.join(format!("{lang:?}-{width}x{height}").to_lowercase());
        let kept = stem.with_extension("kept");
        // What an earlier drawing left is not gone on with.
        if kept.exists()
            && let Err(error) = std::fs::remove_dir_all(&kept)
        {
            eprintln!("{}: {error}", kept.display());
        }
        let rooms = Some(Rooms::in_folder(&kept));
        let seed = Some(Seed(7));
        let options = Options { library, settings, lang, seed, rooms, ..Options::default() };
        let mut easel = PictureApp::new(width, height, options);
        easel.hang_wall(width, height);
        easel.pass(5);
        Self { easel, lang, stem }
    }

    fn rooms(&self) -> Rooms {
        Rooms::in_folder(&self.stem.with_extension("kept"))
    }

    fn press(&mut self, key: &str) {
        let label = say(self.lang, key);
        self.press_label(&label);
    }

    fn press_label(&mut self, label: &str) {
        let world = self.easel.app.world_mut();
        let mut buttons = world.query::<(Entity, &AccessibleLabel)>();
        let Some((entity, _)) = buttons.iter(world).find(|(_, at)| at.0.starts_with(label)) else {
            return eprintln!("there is no {label:?}");
        };
        world.trigger(Activate { entity });
        self.easel.pass(4);
    }

    fn key(&mut self, sign: char) {
        let logical_key = match sign {
            ' ' => Key::Space,
            '\n' => Key::Enter,
            '\u{1b}' => Key::Escape,
            _ => Key::Character(sign.to_string().into()),
        };
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.easel.app.world_mut().write_message(KeyboardInput {
                key_code: KeyCode::F24,
                logical_key: logical_key.clone(),
                state,
                text: state.is_pressed().then(|| sign.to_string().into()),
                repeat: false,
                window: Entity::PLACEHOLDER,
            });
            self.easel.pass(1);
        }
        self.easel.pass(1);
    }

    fn keys(&mut self, signs: &str) {
        signs.chars().for_each(|sign| self.key(sign));
    }

    fn take(&mut self, name: &str) {
        self.easel.pass(4);
        let pictures = [("trainer", self.easel.take()), ("wall", self.easel.take_wall())];
        for (which, picture) in pictures {
            let path = format!("{}-{name}-{which}.png", self.stem.display());
            let Some(Ok(picture)) = picture.map(Image::try_into_dynamic) else {
                eprintln!("{path}: no picture");
                continue;
            };
            if let Err(error) = picture.save(&path) {
                eprintln!("{path}: {error}");
            }
        }
    }

    /// An hour from setting up on, with everything that is done by hand on the way.
    fn hour(&mut self) {
        self.press("room-open");
        self.take("00-setup");
        self.press("room-setup-pattern");
        self.press("room-setup-cards");
        self.take("01-pattern");
        self.press("room-setup-prepare");
        self.take("02-prepare");
        self.press("back");
        self.press("room-setup-start");
        for (keys, name) in HOUR {
            self.keys(keys);
            if !name.is_empty() {
                self.take(name);
            }
        }
    }

    /// How another scenario begins.
    fn beginning(&mut self, title: &str, number: &str) {
        self.press("room-open");
        self.press_label(title);
        self.press("room-setup-start");
        self.keys("    ");
        for name in ["line", "say", "options"] {
            self.take(&format!("{number}-0-{name}"));
            self.keys(" ");
        }
    }

    /// A room that was left is offered to be gone on with, and gone on with.
    fn go_on(&mut self, number: &str) {
        self.press("room-open");
        self.take(&format!("{number}-1-offered"));
        let lead = say_with(self.lang, "room-resume", &[("title", "|".into())]);
        let (before, after) = lead.split_once('|').unwrap_or_default();
        let world = self.easel.app.world_mut();
        let mut labels = world.query::<&AccessibleLabel>();
        let ours = |label: &&str| label.starts_with(before) && label.ends_with(after);
        let label = labels.iter(world).map(|label| label.0.as_str()).find(ours).map(str::to_owned);
        self.press_label(&label.unwrap_or_default());
    }

    /// On to the end, with a picture of each step.
    fn rest(&mut self, number: &str) {
        let later = LATER.map(|stage| (stage, say(self.lang, &format!("room-stage-{stage}"))));
        for at in 2.. {
            let now = self.now();
            let Some((stage, _)) = later.iter().find(|(_, word)| *word == now) else { return };
            self.take(&format!("{number}-{at:02}-{stage}"));
            if *stage == "closing" {
                self.keys(" ");
                return self.take(&format!("{number}-{at:02}-saved"));
            }
            self.keys(" ");
        }
    }

    /// The stage that the trainer's page names.
    fn now(&mut self) -> String {
        let world = self.easel.app.world_mut();
        let mut texts = world.query::<&Text>();
        let plain = |text: &Text| text.0.replace('\u{2060}', "");
        let lead =
            say(self.lang, "room-now").chars().take_while(|c| *c != ':').collect::<String>() + ":";
        let found = texts.iter(world).map(plain).find(|text| text.starts_with(&lead));
        found.map(|text| text[lead.len()..].trim().to_owned()).unwrap_or_default()
    }
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let folder = PathBuf::from(given.first().map_or("target/room", String::as_str));
    let size = given.get(1).map_or("1280x720", String::as_str);
    let (width, height) = size.split_once('x').unwrap_or(("1280", "720"));
    let size = (width.parse().unwrap_or(1280), height.parse().unwrap_or(720));
    if let Err(error) = std::fs::create_dir_all(&folder) {
        return eprintln!("{}: {error}", folder.display());
    }
    let which = given.get(3).map_or("all", String::as_str);
    for lang in Lang::ALL {
        if given.get(2).is_none_or(|only| only == lang.code()) {
            draw(&folder, lang, size, which);
        }
    }
}

/// What can be drawn by itself: how a room is set up and goes on, and the ends of an hour, a short and a long one.
fn draw(folder: &Path, lang: Lang, size: (u32, u32), which: &str) {
    let wanted = |part: &str| which == "all" || which == part;
    let shipped = || Library::open(&[]);
    let with_sheet = || Library::open(&["scenarios/examples".into()]);
    let album = |library: Library| Album::open(folder, lang, size, library);
    let ended = |room: &Room| matches!(room.stage(), Stage::Ending | Stage::Sheet);
    if wanted("hour") {
        album(shipped()).hour();
    }
    if wanted("long") {
        let title = scenario(&shipped(), "on-whose-terms").title.get(lang).to_owned();
        album(shipped()).beginning(&title, "37");
    }
    for (part, library, id, length) in [
        ("later", shipped(), "last-day-sweets", Length::Hour),
        ("short", with_sheet(), "the-cold-lunch", Length::Half),
        ("long", shipped(), "on-whose-terms", Length::Long),
    ] {
        if wanted(part) {
            let scenario = scenario(&library, id);
            let mut album = album(library);
            left(&album.rooms(), lang, &scenario, length, ended);
            album.go_on(part);
            album.rest(part);
        }
    }
}

fn scenario(library: &Library, id: &str) -> Arc<Scenario> {
    library.find(id).map_or_else(|| panic!("there is no {id}"), |shelf| Arc::clone(&shelf.scenario))
}

/// Leaves a room where `here` says so, after votes that move and split it, a way that was looked at, and what was
/// written down.
fn left(
    rooms: &Rooms,
    lang: Lang,
    scenario: &Arc<Scenario>,
    length: Length,
    here: impl Fn(&Room) -> bool,
) {
    let plan = Plan::proposed(scenario, length);
    let contact = if lang == Lang::Ja {
        "相談窓口（内線 77）"
    } else {
        "The listening desk, ext. 77"
    };
    let contact = contact.to_owned();
    let setup = Setup { scenario: Arc::clone(scenario), plan, seed: Seed(7), group: 24, contact };
    let mut room = Room::open(setup.clone());
    let mut lines = vec![head_line(&setup, lang, lang)];
    let mut act = |room: &mut Room, action: RoomAction| {
        if room.handle(&action).is_ok() {
            lines.push(entry_line(&RoomEntry { action, at: 60 }));
        }
    };
    let words = if lang == Lang::Ja {
        "まず、最後まで聞きます。"
    } else {
        "I hear you. Let me check."
    };
    let date =
        if lang == Lang::Ja { "十二月十日（木）十六時" } else { "10 December, 16:00" };
    for step in 0..600_u16 {
        if here(&room) {
            break;
        }
        if let Stage::Vote(round) = room.stage() {
            let votes = if round == Round::First { [9, 7, 5, 3] } else { [4, 15, 3, 2] };
            for (at, votes) in (0..).zip(votes) {
                act(&mut room, RoomAction::Total(at, votes));
            }
        }
        let peeked = room.peeked().iter().any(|(route, _)| route.len() + 1 == room.route().len());
        if let (Stage::Reaction, 0..4, false, Some(other)) =
            (room.stage(), room.peeked().len(), peeked, room.options_in_view().get(2))
        {
            act(&mut room, RoomAction::Peek(*other));
        }
        if step == 40 {
            act(&mut room, RoomAction::Note(words.to_owned()));
            act(&mut room, RoomAction::TakeAway(words.to_owned()));
            act(&mut room, RoomAction::NextDate(date.to_owned()));
        }
        let Some(next) = room.next() else { break };
        act(&mut room, next);
    }
    // Later than any room that was really left.
    if let Err(error) = rooms.begin("9999-12-31-235959", &lines.join("\n")) {
        eprintln!("{error}");
    }
}
