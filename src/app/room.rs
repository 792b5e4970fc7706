//! Holds the room for Bevy: one message in, one system that writes, and every key on the disk before it is seen.

use std::time::Duration;

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::awake::Awake;
use crate::app::sound::{Play, Sound, in_room};
use crate::app::theme::Theme;
use crate::lang::Lang;
use crate::room::{
    Record, Resumed, Room, RoomAction, RoomEntry, RoomKey, RoomRefusal, RoomView, Setup, Stage,
    entry_line, head_line, movement, read_journal, record_page, room_step,
};
use crate::store::{Library, RoomJournal, Rooms, ThemeName};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<AskRoom>().add_message::<RoomChanged>();
    app.add_systems(Update, serve.in_set(AppSystems::Step));
    app.add_systems(PostUpdate, tick.run_if(resource_exists::<ActiveRoom>));
}

/// Where rooms are kept; nowhere in a test that does not say.
#[derive(Resource, Debug, Default)]
pub(crate) struct KeptRooms(pub(crate) Option<Rooms>);

/// What is asked of the room.
#[derive(Message, Debug, Clone)]
pub(crate) enum AskRoom {
    /// Opens one, in the language of the room and in that of the trainer.
    Open(Box<Setup>, Lang, Lang),
    /// Goes on with one that was interrupted.
    Resume(Box<Resumed>, std::path::PathBuf),
    /// Does something in it.
    Do(RoomAction),
    /// Does what a key asks for where the room then stands: of two keys in one frame, the second means what comes after
    /// the first.
    Press(RoomKey),
    /// Changes how it is projected.
    Wall(WallChange),
    /// Gives the people so many seconds more.
    Time(i32),
    /// Tells of a display that came or went.
    Display(DisplayChange),
    /// Closes it.
    Close,
}

/// What became of the displays while the room is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DisplayChange {
    /// One came, and the room's window fills it.
    Found,
    /// The one that the room's window filled is gone.
    Lost,
}

/// How the room's window shows what it shows. None of it is part of the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WallChange {
    /// Black, or no longer.
    Black,
    /// Held, or no longer.
    Freeze,
    /// One size of letters up or down.
    Larger(bool),
    /// Light or dark.
    Colours,
    /// With sounds, or without.
    Mute,
}

/// Says that what is shown of the room is to be built anew.
#[derive(Message, Debug, Clone, Copy)]
pub(crate) struct RoomChanged;

/// The sizes of letters in the room's window, in per cent.
const SIZES: [u16; 7] = [70, 80, 90, 100, 115, 130, 150];

/// How the room's window looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wall {
    pub(crate) black: bool,
    /// Whether nothing is heard.
    pub(crate) muted: bool,
    /// What it shows while it is held.
    pub(crate) held: Option<RoomView>,
    dark: bool,
    size: usize,
}

impl Default for Wall {
    fn default() -> Self {
        Self { black: false, muted: false, held: None, dark: false, size: 3 }
    }
}

impl Wall {
    /// Its colours.
    pub(crate) fn theme(&self) -> Theme {
        Theme::named(if self.dark { ThemeName::Dark } else { ThemeName::Light })
    }

    /// The size of letters, 1.0 as designed.
    pub(crate) fn zoom(&self) -> f32 {
        f32::from(SIZES[self.size]) / 100.0
    }
}

/// The running room. Anyone may look at it; only [`serve`] can change it, because its fields are private.
#[derive(Resource, Debug)]
pub(crate) struct ActiveRoom {
    room: Room,
    room_lang: Lang,
    trainer_lang: Lang,
    wall: Wall,
    journal: Option<RoomJournal>,
    name: String,
    /// When it began, on the program's clock, and how long it had gone on before.
    began: Duration,
    before: u32,
    /// Seconds into the room at which the stage was come to, and the seconds added to its time.
    since: u32,
    extra: i32,
    now: u32,
    notice: Option<Notice>,
}

/// What the trainer is told for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    /// An action was not possible.
    Refused(RoomRefusal),
    /// What is done cannot be kept.
    NotKept(String),
    /// The record is in this folder.
    Saved(String),
    /// The record could not be saved.
    Unsaved(String),
    /// This program has no sounds.
    NoSounds,
    /// A display came or went.
    Display(DisplayChange),
}

impl ActiveRoom {
    pub(crate) fn room(&self) -> &Room {
        &self.room
    }

    pub(crate) fn wall(&self) -> &Wall {
        &self.wall
    }

    pub(crate) fn langs(&self) -> (Lang, Lang) {
        (self.room_lang, self.trainer_lang)
    }

    pub(crate) fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Seconds since the room began.
    pub(crate) fn elapsed(&self) -> u32 {
        self.now
    }

    /// What the room's window shows.
    pub(crate) fn shown(&self) -> RoomView {
        match (&self.wall.held, self.wall.black) {
            (_, true) => RoomView::Black,
            (Some(held), _) => held.clone(),
            (None, false) => self.room.view(self.room_lang),
        }
    }

    /// Seconds left at this stage, and how many there are in all; nothing where time is not counted.
    pub(crate) fn time_left(&self) -> Option<(u32, u32)> {
        let written = self.room.stage().seconds(self.room.is_deep())?;
        let whole = u32::try_from((i32::from(written) + self.extra).max(5)).unwrap_or(5);
        Some((whole.saturating_sub(self.now.saturating_sub(self.since)), whole))
    }

    fn change_wall(&mut self, change: WallChange) {
        match change {
            WallChange::Black => self.wall.black = !self.wall.black,
            WallChange::Freeze => {
                let view = self.room.view(self.room_lang);
                self.wall.held = if self.wall.held.is_some() { None } else { Some(view) };
            }
            WallChange::Larger(true) => self.wall.size = (self.wall.size + 1).min(SIZES.len() - 1),
            WallChange::Larger(false) => self.wall.size = self.wall.size.saturating_sub(1),
            WallChange::Colours => self.wall.dark = !self.wall.dark,
            WallChange::Mute if !cfg!(feature = "sound") => self.notice = Some(Notice::NoSounds),
            WallChange::Mute => self.wall.muted = !self.wall.muted,
        }
    }

    /// On the disk first, then in the room. Says what is heard of it.
    fn act(&mut self, action: &RoomAction) -> Vec<Sound> {
        let after = match room_step(&self.room, action) {
            Ok((after, _)) => after,
            Err(refusal) => {
                self.notice = Some(Notice::Refused(refusal));
                return Vec::new();
            }
        };
        let line = entry_line(&RoomEntry { action: action.clone(), at: self.now });
        self.notice = match self.journal.as_mut().map(|journal| journal.add(&line)) {
            // An hour with people in it goes on without a disk; the trainer knows.
            Some(Err(error)) => Some(Notice::NotKept(error.to_string())),
            Some(Ok(())) | None => None,
        };
        if after.stage() != self.room.stage() || after.route() != self.room.route() {
            (self.since, self.extra) = (self.now, 0);
        }
        let heard = in_room(&self.room, &after);
        self.room = after;
        heard
    }

    fn press(&mut self, key: RoomKey, rooms: Option<&Rooms>) -> Vec<Sound> {
        match (self.room.asked(key), key) {
            (Some(action), _) => return self.act(&action),
            // After the last step there is only the record.
            (None, RoomKey::Next | RoomKey::Enter) => self.save(rooms),
            (None, _) => {}
        }
        Vec::new()
    }

    /// What of these sounds is let through.
    fn audible(&self, heard: Vec<Sound>) -> impl Iterator<Item = Play> + use<> {
        let muted = self.wall.muted;
        heard.into_iter().filter(move |_| !muted).map(Play)
    }

    fn save(&mut self, rooms: Option<&Rooms>) {
        let Some(rooms) = rooms else { return };
        self.notice = Some(match save(&self.room, &self.name, self.room_lang, rooms) {
            Ok(folder) => Notice::Saved(folder),
            Err(error) => Notice::Unsaved(error.to_string()),
        });
    }
}

/// Writes the record in all of its forms, and says where.
fn save(room: &Room, name: &str, lang: Lang, rooms: &Rooms) -> std::io::Result<String> {
    let record = Record::of(room, lang, name.get(..10).unwrap_or_default());
    let same =
        |text: &str| Record::read(text).is_some_and(|other| other.scenario == record.scenario);
    let before = rooms.latest_record(name, same).and_then(|text| Record::read(&text));
    let moved = before.map(|before| movement(&before, &record)).unwrap_or_default();
    rooms.keep_record(name, "csv", &record.csv())?;
    rooms.keep_record(name, "html", &record_page(&record, &moved, lang))?;
    let folder = rooms.keep_record(name, "json", &record.json())?;
    Ok(folder.display().to_string())
}

/// A room that was interrupted, where there is one.
pub(crate) fn interrupted(
    rooms: &KeptRooms,
    library: &Library,
) -> Option<(Resumed, std::path::PathBuf)> {
    let (path, text) = rooms.0.as_ref()?.unfinished()?;
    let find = |id: &str| library.find(id).map(|shelf| shelf.scenario.clone());
    read_journal(&text, find).ok().map(|resumed| (resumed, path))
}

fn serve(
    mut asked: MessageReader<AskRoom>,
    mut active: Option<ResMut<ActiveRoom>>,
    kept: Res<KeptRooms>,
    time: Res<Time<Real>>,
    mut out: MessageWriter<RoomChanged>,
    mut play: MessageWriter<Play>,
    mut commands: Commands,
) {
    for ask in asked.read() {
        out.write(RoomChanged);
        match ask {
            AskRoom::Open(setup, room_lang, trainer_lang) => {
                let room = Room::open((**setup).clone());
                let name = moment();
                let head = head_line(setup, *room_lang, *trainer_lang);
                let begun = kept.0.as_ref().map(|rooms| rooms.begin(&name, &head));
                let opened =
                    opened(room, (*room_lang, *trainer_lang), name, begun, time.elapsed(), 0);
                commands.insert_resource(opened);
            }
            AskRoom::Resume(resumed, path) => {
                let begun = kept.0.as_ref().map(|rooms| rooms.go_on(path, resumed.lines));
                let name = match &begun {
                    Some(Ok(journal)) => journal.name().to_owned(),
                    _ => moment(),
                };
                let langs = (resumed.room_lang, resumed.trainer_lang);
                let opened =
                    opened(resumed.room.clone(), langs, name, begun, time.elapsed(), resumed.at);
                commands.insert_resource(opened);
            }
            AskRoom::Close => {
                commands.remove_resource::<ActiveRoom>();
                let closed = active.as_mut().and_then(|active| {
                    let over = active.room.stage() == Stage::Closing;
                    active.journal.take().filter(|_| over)
                });
                if let Some(Err(error)) = closed.map(RoomJournal::close) {
                    warn!("the journal could not be closed: {error}");
                }
            }
            AskRoom::Do(action) => {
                if let Some(active) = &mut active {
                    let heard = active.act(action);
                    play.write_batch(active.audible(heard));
                }
            }
            AskRoom::Press(key) => {
                if let Some(active) = &mut active {
                    let heard = active.press(*key, kept.0.as_ref());
                    play.write_batch(active.audible(heard));
                }
            }
            AskRoom::Wall(change) => {
                active.iter_mut().for_each(|active| active.change_wall(*change));
            }
            AskRoom::Display(change) => {
                active.iter_mut().for_each(|at| at.notice = Some(Notice::Display(*change)));
            }
            AskRoom::Time(seconds) => active.iter_mut().for_each(|active| active.extra += seconds),
        }
    }
}

fn opened(
    room: Room,
    (room_lang, trainer_lang): (Lang, Lang),
    name: String,
    journal: Option<std::io::Result<RoomJournal>>,
    began: Duration,
    before: u32,
) -> ActiveRoom {
    let (journal, notice) = match journal {
        Some(Ok(journal)) => (Some(journal), None),
        Some(Err(error)) => (None, Some(Notice::NotKept(error.to_string()))),
        None => (None, None),
    };
    let (since, now, wall, extra) = (before, before, Wall::default(), 0);
    ActiveRoom {
        room,
        room_lang,
        trainer_lang,
        wall,
        journal,
        name,
        began,
        before,
        since,
        extra,
        now,
        notice,
    }
}

/// The day and the time, as journals are named.
fn moment() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S").to_string()
}

/// The seconds go on; one frame a second shows them. A bell says that those of a stage have passed.
fn tick(
    mut active: ResMut<ActiveRoom>,
    time: Res<Time<Real>>,
    mut awake: ResMut<Awake>,
    mut play: MessageWriter<Play>,
) {
    let passed = time.elapsed().saturating_sub(active.began).as_secs();
    let now = active.before.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
    if active.now != now {
        let ran = active.time_left().is_some_and(|(left, _)| left > 0);
        active.now = now;
        if ran && active.time_left().is_some_and(|(left, _)| left == 0) {
            play.write_batch(active.audible(vec![Sound::TimeUp]));
        }
    }
    awake.tick(true);
}
