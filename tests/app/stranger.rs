//! A stranger: from a fresh data folder through the first call and a talk in each mode, by what a screen reader names.

use std::time::Duration;

use accesskit::{Action, NodeId, Role, TreeId};
use bevy::a11y::ActionRequest;
use kikitori::app::{Data, Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::session::Mode;
use kikitori::store::{FIRST_CALL, Settings};

use crate::desk::{Desk, options, scenario};
use crate::folder::Folder;
use crate::reader::heard;

/// Someone who sees nothing: she hears what is in the tree, and asks for one of its buttons to be pressed.
struct Stranger {
    desk: Desk,
    lang: Lang,
}

impl Stranger {
    /// The program at its very first start, on a machine that speaks the other language.
    fn come(lang: Lang, folder: &Folder) -> Self {
        let place = folder.place();
        let data = Data::of(Ok(&place));
        let settings = Settings::default();
        let opened = options(lang.other(), 100);
        let opened = Options { settings, place: Some(place), data, first_start: true, ..opened };
        Self { desk: Desk::of_size(1280, 720, opened), lang }
    }

    /// Whether something of this role is named so, or begins so; and which that is.
    fn find(&mut self, role: Role, name: &str) -> Option<u64> {
        let heard = heard(&mut self.desk);
        let mut fitting = heard.iter().filter(|one| one.role == role);
        let found = fitting.clone().find(|one| one.words == name);
        let found = found.or_else(|| fitting.find(|one| one.words.starts_with(name)));
        found.map(|one| one.entity.to_bits())
    }

    /// Presses what is named so, if it is there.
    fn take(&mut self, role: Role, name: &str) -> bool {
        let Some(node) = self.find(role, name) else { return false };
        let request = accesskit::ActionRequest {
            action: Action::Click,
            target_tree: TreeId::ROOT,
            target_node: NodeId(node),
            data: None,
        };
        self.desk.app.world_mut().write_message(ActionRequest(request));
        self.desk.settle();
        true
    }

    fn must_take(&mut self, role: Role, name: &str) {
        let taken = self.take(role, name);
        assert!(taken, "no {role:?} is called {name:?} on {:?}", self.desk.screen());
    }

    fn press(&mut self, key: &str) {
        self.must_take(Role::Button, &say(self.lang, key));
    }

    /// From the briefing to the look back: whatever stands ahead is done, and of the choices one is taken.
    fn talk(&mut self, pick: usize) {
        self.press("briefing-start-phone");
        assert_eq!(self.desk.screen(), Screen::Talk);
        // What leads on, wherever it stands; a choice is said where nothing else is to be done.
        let ways = [
            "talk-look-back",
            "calm-to-look-back",
            "talk-go-on",
            "voice-pass",
            "aloud-said",
            "sheet-hand-over",
        ]
        .map(|key| say(self.lang, key));
        // What was said is kept before the talk goes on, and a disk may be slow.
        let mut waited = 0;
        while self.desk.screen() != Screen::Debrief {
            let led = ways.iter().any(|way| self.take(Role::Button, way));
            let said = |stranger: &mut Self, number: usize| {
                stranger.take(Role::Button, &format!("{number}. "))
            };
            if led || said(self, pick) || said(self, 1) {
                waited = 0;
            } else {
                waited += 1;
                assert!(waited < 500, "nothing leads on");
                std::thread::sleep(Duration::from_millis(10));
                self.desk.settle();
            }
        }
    }

    /// What the look back is told by, and the way back to all the calls.
    fn look_back(&mut self, id: &str) {
        let title = scenario(id).title.get(self.lang).to_owned();
        assert!(self.find(Role::Heading, &title).is_some(), "{title}");
        for part in ["debrief-scores", "debrief-turns"] {
            assert!(self.find(Role::Heading, &say(self.lang, part)).is_some(), "{part}");
        }
        self.press("back");
        assert_eq!(self.desk.screen(), Screen::Library);
    }

    /// A talk in one mode, from all the calls and back.
    fn practise(&mut self, id: &str, mode: Mode, pick: usize) {
        let title = scenario(id).title.get(self.lang).to_owned();
        let open = say(self.lang, "library-open");
        let args = [("action", open.into()), ("title", title.into())];
        self.must_take(Role::Button, &say_with(self.lang, "library-open-label", &args));
        self.must_take(Role::RadioButton, &say(self.lang, &format!("mode-{}", mode.code())));
        self.talk(pick);
        self.look_back(id);
    }
}

/// The first call and a talk in each mode; afterwards all of it is kept.
fn visit(lang: Lang) {
    let folder = Folder::new(&format!("stranger-{}", lang.code()));
    let mut stranger = Stranger::come(lang, &folder);
    assert_eq!(stranger.desk.screen(), Screen::First);
    stranger.must_take(Role::RadioButton, lang.own_name());
    let minutes = i64::from(scenario(FIRST_CALL).minutes);
    let begin = say_with(lang, "first-begin", &[("minutes", minutes.into())]);
    stranger.must_take(Role::Button, &begin);
    stranger.talk(1);
    stranger.look_back(FIRST_CALL);
    stranger.practise("last-day-sweets", Mode::Learn, 1);
    stranger.practise("on-whose-terms", Mode::Practice, 2);
    stranger.practise("last-day-sweets", Mode::Check, 3);
    let attempts = folder.store().attempts(None).unwrap();
    let modes: Vec<Mode> = attempts.iter().map(|attempt| attempt.mode).collect();
    assert_eq!(modes.iter().filter(|mode| **mode == Mode::Check).count(), 1, "{modes:?}");
    assert_eq!(modes.len(), 4);
    assert!(attempts.iter().all(|attempt| attempt.finish.is_some()), "every talk came to its end");
}

#[test]
fn a_stranger_finds_her_way_in_english() {
    visit(Lang::En);
}

#[test]
fn a_stranger_finds_her_way_in_japanese() {
    visit(Lang::Ja);
}
