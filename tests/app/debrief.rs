//! The look back: what is known at once, and what comes once it is found.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use kikitori::analysis::look_back;
use kikitori::assess::{Debrief, Reference};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Scenario;
use kikitori::session::{Action, Entries, Seed, Session};

use crate::buttons::labels;
use crate::desk::{Desk, scenario};

pub(crate) const ID: &str = "last-day-sweets";

/// The talk in which this reply is taken each time, of those that are shown, counted from 0.
pub(crate) fn talk(scenario: &Arc<Scenario>, reply: usize) -> Session {
    let mut talk = Session::start(Arc::clone(scenario), Seed(7));
    while let Some(choice) = talk.shown_choices().get(reply) {
        talk.handle(Action::Choose(*choice), 0).unwrap();
    }
    if talk.at_sheet() {
        talk.handle(Action::Fill(Entries::default()), 0).unwrap();
    }
    talk
}

/// The same in the window, up to the look back.
pub(crate) fn to_the_debrief(lang: Lang, reply: usize) -> Desk {
    let mut desk = Desk::open(lang);
    through(&mut desk, lang, reply);
    desk
}

/// From the door to the look back, with this reply each time.
pub(crate) fn through(desk: &mut Desk, lang: Lang, reply: usize) {
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    for _ in 0..80 {
        if desk.reads(&say(lang, "talk-over")) {
            break;
        }
        if desk.choices().is_empty() {
            desk.go_on(lang);
        } else {
            desk.typed(&(reply + 1).to_string());
        }
    }
    desk.look_back();
}

/// Lets frames pass until this stands on the page.
fn wait_for(desk: &mut Desk, words: &str) {
    for _ in 0..2000 {
        if desk.reads(words) {
            return;
        }
        desk.settle();
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("{words:?} never comes");
}

fn turning_sentences(debrief: &Debrief, lang: Lang) -> Vec<String> {
    let turning = debrief.turns.iter().filter_map(|turn| turn.turning.as_ref());
    turning
        .map(|(lost, left)| {
            let args = [("lost", lost.as_str().into()), ("left", left.as_str().into())];
            say_with(lang, "debrief-turning-point", &args)
        })
        .collect()
}

#[test]
fn turning_points_come_once_they_are_found() {
    for lang in Lang::ALL {
        let scenario = scenario(ID);
        let expected = look_back(&talk(&scenario, 2), &Reference::of(&scenario), lang);
        let sentences = turning_sentences(&expected, lang);
        assert!(!sentences.is_empty(), "this talk has no turning point to show");
        let mut desk = to_the_debrief(lang, 2);
        // All else is there at once.
        desk.must_read(&expected.turns[0].feedback);
        for sentence in &sentences {
            wait_for(&mut desk, sentence);
        }
        // The curve says it, too, and nothing else waits or is shown twice.
        let heard = labels(&mut desk.app);
        for sentence in &sentences {
            assert!(heard.iter().any(|label| label.contains(sentence)), "{sentence} is not heard");
        }
        let mut shown = desk.app.world_mut().query::<(&Text, &InheritedVisibility)>();
        let shown: Vec<String> = shown
            .iter(desk.app.world())
            .filter(|(_, seen)| seen.get())
            .map(|(text, _)| crate::desk::plain(&text.0))
            .collect();
        for sentence in &sentences {
            let sentence = crate::desk::plain(sentence);
            let times = sentences.iter().filter(|one| crate::desk::plain(one) == sentence).count();
            assert_eq!(shown.iter().filter(|text| **text == sentence).count(), times);
        }
    }
}
