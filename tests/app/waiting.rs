//! A beat that does not wait for ever: its seconds are counted while they can be used, and only then.

use std::path::PathBuf;
use std::time::Duration;

use bevy::ecs::message::Messages;
use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy::window::{PrimaryWindow, RequestRedraw};
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::{Beat, Scenario};
use kikitori::session::Seed;
use kikitori::store::{AnswerTime, Library, Settings};

use crate::desk::{Desk, number_of, options, texts};
use crate::layout::look;

/// A place over what is said, in a window of 1280 by 720.
const TALK: Vec2 = Vec2::new(768.0, 360.0);

/// The example that has such a beat, and the way to it.
const LUNCH: &str = "the-cold-lunch";
const TIMED: &str = "near";
const WAY: [(&str, &str); 7] = [
    ("before", "need"),
    ("opening", "c"),
    ("ask", "room"),
    ("room", "b"),
    ("ask", "clock"),
    ("until", "a"),
    ("promise", "d"),
];

struct Waiting {
    desk: Desk,
    lang: Lang,
    lunch: std::sync::Arc<Scenario>,
}

impl Waiting {
    fn at_timed_beat(lang: Lang, answer_time: AnswerTime) -> Self {
        Self::at_size(lang, answer_time, (1280, 720), 100)
    }

    fn at_size(lang: Lang, answer_time: AnswerTime, size: (u32, u32), percent: u16) -> Self {
        let examples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/examples");
        let library = Library::open(&[examples]);
        let lunch = std::sync::Arc::clone(&library.find(LUNCH).unwrap().scenario);
        let opened = options(lang, percent);
        let settings = Settings { answer_time, still: true, ..opened.settings };
        let seed = Some(Seed(2));
        let opened = Options { library, settings, seed, ..opened };
        let mut desk = Desk::of_size(size.0, size.1, opened);
        hold_time(&mut desk, Duration::ZERO);
        desk.click(&say(lang, "home-practise"));
        let title = lunch.title.get(lang);
        let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
        desk.click(&say_with(lang, "library-open-label", &open));
        desk.click(&say(lang, "briefing-start-phone"));
        let mut waiting = Self { desk, lang, lunch };
        for (beat, choice) in WAY {
            waiting.answer(beat, choice);
        }
        waiting
    }

    fn beat(&self, id: &str) -> &Beat {
        self.lunch.beat(self.lunch.find_beat(id).unwrap())
    }

    fn answer(&mut self, beat: &str, choice: &str) {
        self.desk.pass_voice(self.lang);
        let beat = self.beat(beat);
        let words =
            beat.choices[beat.find_choice(choice).unwrap().at()].say.get(self.lang).to_owned();
        let number = number_of(&self.desk.choices(), &words);
        self.desk.typed(&number);
        if self.desk.choices().is_empty() {
            self.desk.key(Key::Enter);
        }
    }

    /// Lets so many seconds pass, a frame each.
    fn pass(&mut self, seconds: usize) {
        hold_time(&mut self.desk, Duration::from_secs(1));
        for _ in 0..seconds {
            self.desk.app.update();
        }
        hold_time(&mut self.desk, Duration::ZERO);
        self.desk.settle();
    }

    fn sign(&self, key: &str, left: i64) -> String {
        say_with(self.lang, key, &[("left", left.into())])
    }

    fn reply_to(&self, choice: &str) -> String {
        let beat = self.beat(TIMED);
        let choice = &beat.choices[beat.find_choice(choice).unwrap().at()];
        choice.reply[0].variants[0].1.get(self.lang).to_owned()
    }

    fn is_asked(&mut self) -> bool {
        self.desk.choices().len() == self.beat(TIMED).choices.len()
    }

    fn look_away(&mut self, away: bool) {
        let mut windows =
            self.desk.app.world_mut().query_filtered::<&mut Window, With<PrimaryWindow>>();
        windows.single_mut(self.desk.app.world_mut()).unwrap().focused = !away;
        self.desk.settle();
    }
}

/// How far time goes on with each frame.
fn hold_time(desk: &mut Desk, by: Duration) {
    desk.app.insert_resource(TimeUpdateStrategy::ManualDuration(by));
}

#[test]
fn when_time_runs_out_the_silence_is_answered() {
    for lang in Lang::ALL {
        let mut waiting = Waiting::at_timed_beat(lang, AnswerTime::AsWritten);
        waiting.desk.must_read(&say_with(lang, "talk-seconds", &[("count", 20_i64.into())]));
        waiting.desk.must_read(&waiting.sign("talk-wait", 20));
        waiting.pass(19);
        waiting.desk.must_read(&waiting.sign("talk-wait", 1));
        assert!(waiting.is_asked());
        waiting.pass(1);
        waiting.desk.must_read(&waiting.reply_to("d"));
        waiting.desk.must_read(&say(lang, "talk-go-on"));
        waiting.desk.key(Key::Enter);
        waiting.desk.pass_voice(lang);
        assert!(!waiting.desk.choices().is_empty(), "the talk goes on");
        assert!(!waiting.is_asked() || !waiting.desk.reads(&waiting.sign("talk-wait", 20)));
    }
}

#[test]
fn nothing_is_counted_where_it_is_set_off() {
    let mut waiting = Waiting::at_timed_beat(Lang::En, AnswerTime::Off);
    waiting.pass(600);
    assert!(waiting.is_asked());
    let shown = texts(&mut waiting.desk.app);
    assert!(!shown.iter().any(|text| text.contains("seconds")), "seconds are shown: {shown:#?}");
    // Saying nothing is still an answer.
    waiting.answer(TIMED, "d");
}

#[test]
fn twice_as_long_is_twice_as_long_and_can_be_set_on_the_way() {
    let mut waiting = Waiting::at_timed_beat(Lang::Ja, AnswerTime::AsWritten);
    waiting.pass(15);
    waiting.desk.click(&say(Lang::Ja, "home-settings"));
    waiting.pass(100);
    waiting.desk.click(&say(Lang::Ja, "settings-answer-time-twice"));
    waiting.desk.key(Key::Escape);
    assert_eq!(waiting.desk.screen(), Screen::Talk);
    waiting.desk.must_read(&waiting.sign("talk-wait", 40));
    waiting.pass(39);
    assert!(waiting.is_asked());
    waiting.pass(1);
    waiting.desk.must_read(&waiting.reply_to("d"));
}

#[test]
fn time_stands_still_while_the_window_is_not_looked_at() {
    let mut waiting = Waiting::at_timed_beat(Lang::En, AnswerTime::AsWritten);
    waiting.pass(5);
    waiting.look_away(true);
    waiting.pass(100);
    waiting.desk.must_read(&waiting.sign("talk-wait-still", 15));
    assert!(waiting.is_asked());
    waiting.look_away(false);
    waiting.desk.must_read(&waiting.sign("talk-wait", 15));
    waiting.pass(15);
    waiting.desk.must_read(&waiting.reply_to("d"));
}

#[test]
fn time_stands_still_behind_what_lies_over_the_talk() {
    let mut waiting = Waiting::at_timed_beat(Lang::Ja, AnswerTime::AsWritten);
    waiting.pass(5);
    for (open, close) in
        [(Key::Character("r".into()), Key::Character("r".into())), (Key::Escape, Key::Escape)]
    {
        waiting.desk.key(open);
        waiting.pass(100);
        waiting.desk.key(close);
        assert!(waiting.is_asked());
        waiting.desk.must_read(&waiting.sign("talk-wait", 15));
    }
    waiting.desk.click(&say(Lang::Ja, "home-settings"));
    waiting.pass(100);
    waiting.desk.key(Key::Escape);
    waiting.desk.must_read(&waiting.sign("talk-wait", 15));
}

#[test]
fn nothing_is_counted_before_all_that_can_be_said_was_in_sight() {
    let mut waiting = Waiting::at_size(Lang::En, AnswerTime::AsWritten, (1280, 720), 200);
    waiting.pass(100);
    assert!(waiting.is_asked());
    waiting.desk.must_read(&waiting.sign("talk-wait-ahead", 20));
    for _ in 0..40 {
        waiting.desk.wheel(TALK, -1.0);
    }
    waiting.desk.must_read(&waiting.sign("talk-wait", 20));
    // Reading it again does not stop the time.
    waiting.desk.wheel(TALK, 9.0);
    waiting.pass(20);
    waiting.desk.must_read(&waiting.reply_to("d"));
}

#[test]
fn who_answers_in_the_last_moment_has_answered() {
    let mut waiting = Waiting::at_timed_beat(Lang::En, AnswerTime::AsWritten);
    waiting.pass(19);
    let words = waiting.beat(TIMED).choices[0].say.get(Lang::En).to_owned();
    let number = number_of(&waiting.desk.choices(), &words);
    hold_time(&mut waiting.desk, Duration::from_secs(1));
    waiting.desk.typed(&number);
    waiting.desk.must_read(&waiting.reply_to("a"));
    assert!(!waiting.desk.reads(&waiting.reply_to("d")));
}

/// A key that the talk does not take is no way to gain time.
#[test]
fn a_key_that_says_nothing_does_not_begin_the_time_anew() {
    let mut waiting = Waiting::at_timed_beat(Lang::En, AnswerTime::AsWritten);
    waiting.pass(10);
    waiting.desk.typed("9");
    waiting.desk.key(Key::Enter);
    waiting.desk.must_read(&waiting.sign("talk-wait", 10));
}

#[test]
fn a_second_that_passes_asks_for_no_further_frame() {
    let mut waiting = Waiting::at_timed_beat(Lang::En, AnswerTime::AsWritten);
    waiting.pass(5);
    waiting.desk.app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
    hold_time(&mut waiting.desk, Duration::from_secs(1));
    for _ in 0..10 {
        waiting.desk.app.update();
        let asked = waiting.desk.app.world().resource::<Messages<RequestRedraw>>();
        assert!(asked.is_empty());
    }
    waiting.desk.must_read(&waiting.sign("talk-wait", 5));
}

#[test]
fn a_timed_beat_fits_its_page_at_every_size() {
    for (lang, size, percent) in [
        (Lang::En, (1280, 720), 100),
        (Lang::Ja, (1920, 1080), 100),
        (Lang::Ja, (1280, 720), 200),
        (Lang::En, (960, 540), 150),
    ] {
        let mut waiting = Waiting::at_size(lang, AnswerTime::AsWritten, size, percent);
        look(&mut waiting.desk, size, &format!("a timed beat in {lang:?} at {percent} %"));
    }
}
