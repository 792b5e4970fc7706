//! The three ways to practise, taking a choice back, and having a talk again from one of its turns.

use bevy::input::keyboard::Key;
use kikitori::app::Screen;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Scenario;
use kikitori::session::Mode;

use crate::desk::{Desk, number_of, scenario, texts};

const ID: &str = "last-day-sweets";

/// A talk in this mode, which was chosen at the briefing.
fn begin(lang: Lang, mode: Mode) -> Desk {
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, &format!("mode-{}", mode.code())));
    desk.must_read(&say(lang, &format!("mode-{}.about", mode.code())));
    desk.click(&say(lang, "briefing-start-phone"));
    assert_eq!(desk.screen(), Screen::Talk);
    desk
}

/// The feedback on a choice, by its words.
fn feedback_on(scenario: &Scenario, said: &str, lang: Lang) -> String {
    let mut all = scenario.beats.iter().flat_map(|beat| &beat.choices);
    let choice = all.find(|choice| choice.say.get(lang) == said).unwrap();
    choice.feedback.get(lang).to_owned()
}

#[test]
fn who_learns_is_told_at_once_and_can_take_it_back() {
    for lang in Lang::ALL {
        let scenario = scenario(ID);
        let mut desk = begin(lang, Mode::Learn);
        let choices = desk.choices();
        desk.typed("1");
        desk.must_read(&feedback_on(&scenario, &choices[0][3..], lang));
        desk.tab_to(&say(lang, "talk-take-back"));
        desk.key(Key::Enter);
        assert_eq!(desk.choices(), choices, "the same choices stand there, in the same order");
        assert!(!desk.reads(&feedback_on(&scenario, &choices[0][3..], lang)));
        desk.typed("2");
        desk.must_read(&feedback_on(&scenario, &choices[1][3..], lang));
        desk.click(&say(lang, "talk-take-back"));
        assert_eq!(desk.choices(), choices);
        desk.typed("1");
        desk.typed("u");
        assert_eq!(desk.choices(), choices, "U takes it back as well");
    }
}

#[test]
fn who_practises_says_it_aloud_before_the_choices_come() {
    for lang in Lang::ALL {
        let mut desk = begin(lang, Mode::Practice);
        assert!(desk.choices().is_empty());
        desk.must_read(&say(lang, "aloud-ask"));
        // The keys of choices that are not shown say nothing.
        desk.typed("1");
        assert!(!desk.reads(&say(lang, "talk-go-on")));
        desk.key(Key::Enter);
        desk.must_read(&say(lang, "aloud-closest"));
        assert!(desk.choices().len() > 1);
        desk.typed("1");
        desk.must_read(&say(lang, "talk-go-on"));
        desk.key(Key::Enter);
        desk.must_read(&say(lang, "aloud-ask"));
        desk.click(&say(lang, "aloud-said"));
        assert!(desk.choices().len() > 1);
        // It is a setting, and holds at once.
        desk.typed("1");
        desk.key(Key::Enter);
        desk.click(&say(lang, "home-settings"));
        desk.click_in(&say(lang, "settings-aloud"), &say(lang, "settings-aloud-off"));
        desk.click(&say(lang, "back"));
        assert!(desk.choices().len() > 1);
    }
}

#[test]
fn the_gauges_can_be_left_out() {
    let lang = Lang::En;
    let mut desk = begin(lang, Mode::Learn);
    desk.must_read(&say(lang, "gauge-anger"));
    desk.click(&say(lang, "home-settings"));
    desk.click_in(&say(lang, "settings-gauges"), &say(lang, "settings-gauges-off"));
    desk.click(&say(lang, "back"));
    assert!(!desk.reads(&say(lang, "gauge-anger")));
    assert!(!desk.reads(&say(lang, "gauge-trust")));
}

#[test]
fn who_practises_or_is_checked_hears_the_reply_alone() {
    for mode in [Mode::Practice, Mode::Check] {
        let scenario = scenario(ID);
        let mut desk = begin(Lang::En, mode);
        if mode == Mode::Practice {
            desk.key(Key::Enter);
        }
        let choices = desk.choices();
        desk.typed("1");
        assert!(!desk.reads(&feedback_on(&scenario, &choices[0][3..], Lang::En)));
        assert!(!desk.reads(&say(Lang::En, "talk-take-back")));
        desk.must_read(&say(Lang::En, "talk-go-on"));
    }
}

/// Says what stands first until the talk is over, and looks back.
fn to_the_end(desk: &mut Desk, lang: Lang, number: &str) {
    for _ in 0..60 {
        if desk.reads(&say(lang, "talk-over")) {
            desk.look_back();
            return;
        }
        if desk.choices().is_empty() {
            desk.go_on(lang);
        } else {
            desk.typed(number);
        }
    }
    panic!("the talk does not end");
}

#[test]
fn a_talk_is_had_again_from_a_turn_and_stands_beside_the_first() {
    let lang = Lang::En;
    let mut desk = begin(lang, Mode::Check);
    desk.typed("1");
    desk.key(Key::Enter);
    let second = desk.choices();
    to_the_end(&mut desk, lang, "1");
    let first: Vec<String> = texts(&mut desk.app);
    assert!(!desk.reads(&say(lang, "debrief-beside")));

    desk.click_nth(&say(lang, "debrief-again-here"), 1);
    assert_eq!(desk.screen(), Screen::Talk);
    // From here on it is practice, in which one says it aloud first.
    desk.click(&say(lang, "aloud-said"));
    assert_eq!(desk.choices(), second, "it goes on at the second turn, in the same order");
    to_the_end(&mut desk, lang, "2");
    desk.must_read(&say(lang, "debrief-beside"));
    desk.must_read(&say_with(lang, "debrief-beside-from", &[("turn", 2_usize.into())]));
    // What was looked back on is known by now, so this checks nothing.
    let mode = [("mode", say(lang, "mode-practice").into())];
    desk.must_read(&say_with(lang, "debrief-mode-alone", &mode));
    // The ending of the first talk is the first long line of its look back.
    let ending = first.iter().position(|text| *text == say(lang, "debrief-ending")).unwrap() + 1;
    desk.must_read(&first[ending]);
}

#[test]
fn leaving_what_was_begun_again_leads_to_the_look_back_it_was_begun_from() {
    for lang in Lang::ALL {
        let mut desk = begin(lang, Mode::Learn);
        to_the_end(&mut desk, lang, "1");
        let first = texts(&mut desk.app);
        // Left before anything was said, and after a reply and a moment to breathe.
        for replies in 0..2 {
            desk.click_nth(&say(lang, "debrief-again-here"), 1);
            assert_eq!(desk.screen(), Screen::Talk);
            (0..replies).for_each(|_| desk.typed("2"));
            // The settings in between are no way that one came by.
            desk.click(&say(lang, "home-settings"));
            desk.key(Key::Escape);
            desk.key(Key::Escape);
            desk.click(&say(lang, "talk-leave"));
            if replies > 0 || desk.screen() == Screen::Calm {
                desk.must_read(&say(lang, "calm-stopped-title"));
                desk.click(&say(lang, "calm-to-look-back"));
            }
            assert_eq!(desk.screen(), Screen::Debrief);
            assert_eq!(texts(&mut desk.app)[..10], first[..10], "it is as it was");
        }
        desk.key(Key::Escape);
        assert_eq!(desk.screen(), Screen::Library);
    }
}

#[test]
fn what_was_ticked_on_one_sheet_is_not_written_on_the_next() {
    let lang = Lang::En;
    let scenario = scenario(ID);
    let mut desk = begin(lang, Mode::Learn);
    let to_the_sheet = |desk: &mut Desk| {
        for _ in 0..60 {
            if desk.reads(&say(lang, "sheet-hand-over")) {
                return;
            }
            let shown = desk.choices();
            let keys = scenario.beats.iter().map(|beat| &beat.choices[beat.key.at()]);
            let mut keys = keys.map(|key| key.say.get(lang));
            match keys.find(|key| shown.iter().any(|choice| choice.ends_with(key))) {
                Some(key) => desk.typed(&number_of(&shown, key)),
                None => desk.key(Key::Enter),
            }
        }
        panic!("no sheet is asked for");
    };
    to_the_sheet(&mut desk);
    let of = scenario.sheet.as_ref().unwrap().entries.len();
    let written = |written: usize| {
        say_with(lang, "sheet-written", &[("written", written.into()), ("of", of.into())])
    };
    desk.must_read(&written(0));
    // Enter alone writes the first line, and hands nothing over.
    desk.key(Key::Enter);
    desk.must_read(&written(1));
    desk.key(Key::ArrowDown);
    desk.key(Key::Space);
    desk.must_read(&written(2));
    desk.key(Key::Space);
    desk.must_read(&written(1));
    desk.click(&say(lang, "sheet-hand-over"));
    desk.look_back();
    desk.must_read("you wrote 1 of them");
    desk.click_nth(&say(lang, "debrief-again-here"), 12);
    to_the_sheet(&mut desk);
    desk.must_read(&written(0));
}

#[test]
fn what_was_heard_stands_on_the_card() {
    for lang in Lang::ALL {
        let scenario = scenario(ID);
        let mut desk = begin(lang, Mode::Learn);
        desk.typed("r");
        assert!(!desk.reads(&say(lang, "talk-heard")), "nothing was heard yet");
        desk.typed("r");
        for _ in 0..8 {
            desk.typed("1");
            desk.key(Key::Enter);
        }
        desk.typed("r");
        desk.must_read(&say(lang, "talk-heard"));
        let told = scenario.facts.iter().filter(|fact| desk.reads(fact.text.get(lang))).count();
        assert!(told > 0);
    }
}
