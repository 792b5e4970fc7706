//! A tour of every screen, by buttons alone: whoever goes on it looks at each stop in her own way.

use std::path::{Path, PathBuf};
use std::time::Duration;

use bevy::prelude::*;
use bevy::ui_widgets::Activate;
use kikitori::app::{Data, Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::session::{Mode, Seed};
use kikitori::store::{FIRST_CALL, Library, Place, Rooms, Settings};

use crate::buttons::{button, labels};

/// The scenario that uses every part of the language: a thought that pulls, beats that do not wait, a hand-over sheet.
const LUNCH: &str = "the-cold-lunch";

/// Who goes on the tour.
pub(crate) trait Visitor {
    fn app(&mut self) -> &mut App;

    /// Lets the frames pass that a change needs.
    fn settle(&mut self);

    /// Looks at what is there; `stop` says where that is.
    fn look(&mut self, stop: &str);
}

/// A part of the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The first start, the door, the settings and the handbook.
    Door,
    /// The call that teaches the program.
    Guide,
    /// A talk with everything in it, and the look back on it.
    Talk,
    /// A talk in which one's own words come first, and which is stopped.
    Practice,
    /// A blind reading.
    Blind,
    /// What was practised.
    Record,
    /// A room before it is open.
    Room,
}

impl Part {
    /// The whole tour, in its order.
    pub(crate) const ALL: [Self; 7] = [
        Self::Door,
        Self::Guide,
        Self::Talk,
        Self::Practice,
        Self::Blind,
        Self::Record,
        Self::Room,
    ];
}

/// Every scenario there is, the examples too.
fn library() -> Library {
    Library::open(&[PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/examples")])
}

/// The program as it is at its very first start, with all scenarios and a data folder.
pub(crate) fn opened(lang: Lang, settings: Settings, folder: &Path) -> Options {
    Options {
        library: library(),
        settings: Settings { lang: Some(lang), still: true, mode: Mode::Learn, ..settings },
        lang,
        seed: Some(Seed(7)),
        data: Data::of(Place::of(Some(folder.to_path_buf())).as_ref()),
        first_start: true,
        rooms: Some(Rooms::in_folder(folder)),
        ..Options::default()
    }
}

/// Someone on the tour.
struct Tour<'v, V: Visitor> {
    visitor: &'v mut V,
    lang: Lang,
    library: Library,
}

/// Goes to these parts of it, in their order.
pub(crate) fn go(visitor: &mut impl Visitor, lang: Lang, parts: &[Part]) {
    let mut tour = Tour { visitor, lang, library: library() };
    tour.enter(parts.contains(&Part::Door));
    for part in parts {
        tour.home();
        match part {
            Part::Door => tour.door(),
            Part::Guide => tour.first_call(),
            Part::Talk => {
                tour.hard_talk();
                tour.looking_back();
            }
            Part::Practice => tour.practice(),
            Part::Blind => tour.blind(),
            Part::Record => tour.record(),
            Part::Room => tour.before_the_room(),
        }
    }
}

impl<V: Visitor> Tour<'_, V> {
    /// From the very first start to the door.
    fn enter(&mut self, looking: bool) {
        if looking {
            self.visitor.look("the first start");
        }
        self.press("first-skip");
    }

    fn door(&mut self) {
        self.visitor.look("the door");
        self.press("home-settings");
        self.visitor.look("the settings");
        self.press("back");
        self.press_label(&format!("{} (H)", say(self.lang, "handbook-title")));
        self.visitor.look("the handbook");
        self.press_label(&format!("{} (Esc)", say(self.lang, "talk-close")));
    }

    /// The call that teaches the program, with its hints.
    fn first_call(&mut self) {
        self.press("home-practise");
        self.visitor.look("the library");
        self.prepare(FIRST_CALL, "library-guide");
        self.visitor.look("the first briefing");
        self.press("briefing-start-phone");
        self.visitor.look("the first call");
        for _ in 0..2 {
            self.press_label("1. ");
            self.visitor.look("a hint with a reply");
            self.press("talk-go-on");
            self.visitor.look("a hint with a decision");
        }
        self.press("aloud-said");
        self.press_label("1. ");
        self.press("talk-go-on");
        self.visitor.look("the first call is over");
        self.look_back();
        self.visitor.look("the first look back");
    }

    /// A talk with everything in it, to its end.
    fn hard_talk(&mut self) {
        self.press("home-practise");
        self.prepare(LUNCH, "library-open");
        self.visitor.look("the briefing");
        self.press("briefing-start-phone");
        self.visitor.look("what one goes for");
        self.press_label("1. ");
        self.wait_for(&say(self.lang, "pull-hurry"));
        self.visitor.look("a thought that pulls");
        self.press("pull-hurry");
        self.visitor.look("the talk");
        self.press("talk-rule-card");
        self.visitor.look("the rule card");
        self.press("talk-close");
        self.press_label("1. ");
        self.visitor.look("the reply");
        self.finish();
        self.visitor.look("the talk is over");
        self.look_back();
    }

    /// The debrief with everything unfolded, the map, and another way from the same place.
    fn looking_back(&mut self) {
        self.visitor.look("the look back");
        self.press("note-write");
        self.visitor.look("a note is written");
        self.press("note-keep");
        self.press("debrief-others");
        self.press("debrief-examples-open");
        self.visitor.look("all that can be unfolded");
        self.scroll_down();
        self.visitor.look("the end of all that can be unfolded");
        self.press("map-title");
        self.visitor.look("the map");
        self.press("talk-close");
        self.press("debrief-again-here");
        self.finish();
        self.look_back();
        self.visitor.look("two talks side by side");
    }

    /// Her own words come first; and a talk can be stopped.
    fn practice(&mut self) {
        self.press("home-practise");
        self.prepare(LUNCH, "library-open");
        self.press("mode-practice");
        self.visitor.look("the briefing of a practice");
        self.press("briefing-start-phone");
        self.press_label("1. ");
        self.press("pull-hurry");
        self.visitor.look("one's own words first");
        self.press("aloud-said");
        self.visitor.look("which reply is closest");
        self.press_label("1. ");
        self.press_label(&format!("{} (Esc)", say(self.lang, "talk-leave")));
        self.visitor.look("whether to stop");
        self.press("talk-leave");
        self.visitor.look("stopped");
        self.press("calm-to-library");
        self.press("back");
        self.visitor.look("the door with a talk to go on with");
    }

    /// A blind reading, to its result.
    fn blind(&mut self) {
        self.press("home-practise");
        // One that is no file, beside which nothing can be kept.
        self.press("blind-replies");
        self.visitor.look("the calls whose replies can be read alone");
        self.prepare("last-day-sweets", "blind-open");
        self.visitor.look("the cover of a blind reading");
        self.press("blind-begin");
        self.visitor.look("a decision, read blind");
        while labels(self.visitor.app()).iter().any(|label| label.starts_with("A. ")) {
            self.press_label("A. ");
        }
        self.visitor.look("what a blind reading found");
    }

    fn record(&mut self) {
        self.press("practice-title");
        self.visitor.look("what was practised");
        self.press("practice-erase");
        self.visitor.look("whether to erase");
        self.press("erase-keep");
    }

    /// What a trainer sees before the room is open.
    fn before_the_room(&mut self) {
        self.press("room-open");
        self.visitor.look("a room is set up");
        self.press("room-setup-prepare");
        self.visitor.look("the beats are prepared");
    }

    /// From the library to a briefing.
    fn prepare(&mut self, id: &str, action: &str) {
        let shelf = self.library.shelves.iter().find(|shelf| shelf.scenario.id == id).unwrap();
        let title = shelf.scenario.title.get(self.lang).to_owned();
        let args = [("action", say(self.lang, action).into()), ("title", title.into())];
        self.press_label(&say_with(self.lang, "library-open-label", &args));
    }

    /// Says whatever stands first, until the talk is over.
    fn finish(&mut self) {
        let mut sheet = false;
        for _ in 0..120 {
            if self.stands("talk-look-back") {
                return;
            }
            if self.stands("sheet-hand-over") {
                if !sheet {
                    self.visitor.look("the hand-over sheet");
                    sheet = true;
                }
                self.press("sheet-hand-over");
            } else if self.stands("talk-go-on") {
                self.press("talk-go-on");
            } else if self.stands("voice-pass") {
                self.press("voice-pass");
            } else if self.stands("aloud-said") {
                self.press("aloud-said");
            } else {
                self.press_label("1. ");
            }
        }
        panic!("the talk does not end; there are {:?}", labels(self.visitor.app()));
    }

    fn look_back(&mut self) {
        self.press("talk-look-back");
        if self.screen() == Screen::Calm {
            self.visitor.look("the calm page");
            self.press("calm-to-look-back");
        }
        assert_eq!(self.screen(), Screen::Debrief);
    }

    /// Scrolls all the way down.
    fn scroll_down(&mut self) {
        let world = self.visitor.app().world_mut();
        for mut place in world.query::<&mut ScrollPosition>().iter_mut(world) {
            place.y = f32::MAX;
        }
        self.visitor.settle();
    }

    /// Back to the door, from wherever one is.
    fn home(&mut self) {
        for _ in 0..5 {
            if self.screen() == Screen::Home {
                return;
            }
            self.press("back");
        }
        panic!("there is no way home from {:?}", self.screen());
    }

    fn screen(&mut self) -> Screen {
        *self.visitor.app().world().resource::<State<Screen>>().get()
    }

    /// Whether there is a button with these words.
    fn stands(&mut self, key: &str) -> bool {
        let words = say(self.lang, key);
        labels(self.visitor.app()).iter().any(|label| label.starts_with(&words))
    }

    fn press(&mut self, key: &str) {
        self.press_label(&say(self.lang, key));
    }

    /// Waits until a button's label begins so, or longer than any disk may take.
    fn wait_for(&mut self, label: &str) {
        for _ in 0..500 {
            if labels(self.visitor.app()).iter().any(|found| found.starts_with(label)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
            self.visitor.settle();
        }
    }

    /// Presses the first button whose label begins so, as soon as it is there: what was said is kept before the talk
    /// goes on, and a disk may be slow.
    fn press_label(&mut self, label: &str) {
        self.wait_for(label);
        let entity = button(self.visitor.app(), label);
        self.visitor.app().world_mut().trigger(Activate { entity });
        self.visitor.settle();
    }
}
