//! Both scenarios from the door to the debrief, by keyboard alone and by pointer alone, in both languages.

use bevy::input::keyboard::Key;
use kikitori::app::Screen;
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::rubric::Skill;
use kikitori::scenario::{Choice, Condition, Scenario};

use crate::desk::{Desk, number_of, plain, scenario, texts};

/// What a person moves about the program with.
#[derive(Debug, Clone, Copy)]
enum Hand {
    Keyboard,
    Pointer,
}

struct Person {
    desk: Desk,
    hand: Hand,
    lang: Lang,
}

impl Person {
    /// Presses the button that bears this word.
    fn press(&mut self, key: &str) {
        self.press_label(&say(self.lang, key));
    }

    fn press_label(&mut self, label: &str) {
        match self.hand {
            Hand::Keyboard => {
                self.desk.tab_to(label);
                self.desk.key(Key::Enter);
            }
            Hand::Pointer => self.desk.click(label),
        }
    }

    /// Says the words, under whichever number they are shown, and lets the other side answer.
    fn answer(&mut self, choice: &Choice) {
        let number = number_of(&self.desk.choices(), choice.say.get(self.lang));
        match self.hand {
            Hand::Keyboard => self.desk.typed(&number),
            Hand::Pointer => self.desk.click(&format!("{number}. ")),
        }
        // Something is always said; where a line has variants, which one is the session's affair.
        for line in choice.reply.iter().filter(|line| line.variants.len() == 1) {
            let ((_, said), always) = (&line.variants[0], line.when == Condition::Always);
            assert!(!always || self.desk.reads(said.get(self.lang)), "{said:?}");
        }
        match self.hand {
            // The way on has the keyboard by itself.
            Hand::Keyboard => self.desk.key(Key::Enter),
            Hand::Pointer => self.press("talk-go-on"),
        }
    }

    /// From the door into the talk, through every screen on the way.
    fn enter(&mut self, scenario: &Scenario) {
        let lang = self.lang;
        self.press("home-practise");
        assert_eq!(self.desk.screen(), Screen::Library);
        self.desk.must_read(scenario.summary.get(lang));
        let open = say(lang, "library-open");
        let title = scenario.title.get(lang);
        let args = [("action", open.into()), ("title", title.into())];
        self.press_label(&say_with(lang, "library-open-label", &args));
        assert_eq!(self.desk.screen(), Screen::Briefing);
        self.desk.must_read(scenario.briefing.situation.get(lang));
        for line in scenario.briefing.rules.iter().chain(&scenario.briefing.known) {
            self.desk.must_read(line.get(lang));
        }
        self.press(&format!("briefing-start-{}", scenario.channel_at(scenario.opens_at).code()));
        assert_eq!(self.desk.screen(), Screen::Talk);
    }

    /// Talks to the end, saying what `pick` picks; gives the number of decisions.
    fn talk(&mut self, scenario: &Scenario, pick: impl Fn(usize) -> usize) -> usize {
        let mut decisions = 0;
        while !self.desk.reads(&say(self.lang, "talk-over")) {
            self.desk.pass_voice(self.lang);
            if self.desk.reads(&say(self.lang, "sheet-hand-over")) {
                self.press("sheet-hand-over");
                continue;
            }
            let shown = self.desk.choices();
            let beat = scenario
                .beats
                .iter()
                .find(|beat| beat.choices.iter().all(|choice| is_shown(&shown, choice, self.lang)))
                .unwrap_or_else(|| panic!("no beat has the choices {shown:#?}"));
            let wanted = pick(beat.key.at()) % beat.choices.len();
            self.answer(&beat.choices[wanted]);
            decisions += 1;
            assert!(decisions < 60, "the talk does not end");
        }
        decisions
    }
}

fn is_shown(shown: &[String], choice: &Choice, lang: Lang) -> bool {
    shown.iter().any(|label| label[3..] == *choice.say.get(lang))
}

/// Plays a scenario with the reference answers, and once more with other ones, as far as both debriefs.
fn play(id: &str, hand: Hand, lang: Lang) {
    let scenario = scenario(id);
    let mut person = Person { desk: Desk::open(lang), hand, lang };
    person.enter(&scenario);
    let decisions = person.talk(&scenario, |key| key);
    person.press("talk-look-back");
    assert_eq!(person.desk.screen(), Screen::Debrief);
    let best = scenario.endings.last().unwrap();
    person.desk.must_read(best.title.get(lang));
    let none = [("slips", 0_i64.into()), ("mended", 0_i64.into())];
    person.desk.must_read(&say_with(lang, "debrief-slips", &none));
    for skill in Skill::ALL {
        person.desk.must_read(&say(lang, &format!("skill-{}", skill.code())));
    }
    person.desk.must_read(&format!("{decisions}. "));

    person.press("debrief-again");
    assert_eq!(person.desk.screen(), Screen::Briefing);
    person.press(&format!("briefing-start-{}", scenario.channel_at(scenario.opens_at).code()));
    person.talk(&scenario, |key| key + 1);
    person.press("talk-look-back");
    if person.desk.screen() == Screen::Calm {
        person.press("calm-to-look-back");
    }
    assert_eq!(person.desk.screen(), Screen::Debrief);
    let ended = texts(&mut person.desk.app).contains(&plain(best.title.get(lang)));
    assert!(!ended, "errors came to the best ending");
    assert!(!person.desk.reads(&say_with(lang, "debrief-slips", &none)));
    person.press("back");
    assert_eq!(person.desk.screen(), Screen::Library);
}

#[test]
fn last_day_sweets_by_keyboard_in_english() {
    play("last-day-sweets", Hand::Keyboard, Lang::En);
}

#[test]
fn last_day_sweets_by_keyboard_in_japanese() {
    play("last-day-sweets", Hand::Keyboard, Lang::Ja);
}

#[test]
fn last_day_sweets_by_pointer_in_english() {
    play("last-day-sweets", Hand::Pointer, Lang::En);
}

#[test]
fn last_day_sweets_by_pointer_in_japanese() {
    play("last-day-sweets", Hand::Pointer, Lang::Ja);
}

#[test]
fn on_whose_terms_by_keyboard_in_english() {
    play("on-whose-terms", Hand::Keyboard, Lang::En);
}

#[test]
fn on_whose_terms_by_keyboard_in_japanese() {
    play("on-whose-terms", Hand::Keyboard, Lang::Ja);
}

#[test]
fn on_whose_terms_by_pointer_in_english() {
    play("on-whose-terms", Hand::Pointer, Lang::En);
}

#[test]
fn on_whose_terms_by_pointer_in_japanese() {
    play("on-whose-terms", Hand::Pointer, Lang::Ja);
}

#[test]
fn company_face_by_keyboard_in_english() {
    play("company-face", Hand::Keyboard, Lang::En);
}

#[test]
fn company_face_by_pointer_in_japanese() {
    play("company-face", Hand::Pointer, Lang::Ja);
}
