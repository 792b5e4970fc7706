//! Every channel looks like itself, with the same things in the same places.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use kikitori::app::{Options, Screen};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Channel;
use kikitori::session::Mode;
use kikitori::store::{Settings, TextSize, ThemeName};

use crate::desk::{Desk, options, texts};
use crate::layout::look;
use crate::tiny::{CHANNELS, library_on, prepare};

fn talk_on(channel: Channel, lang: Lang, size: (u32, u32), percent: u16) -> Desk {
    let (library, title) = library_on(channel);
    let settings = Settings {
        lang: Some(lang),
        mode: Mode::Check,
        still: true,
        theme: ThemeName::Light,
        text_size: TextSize::nearest(percent),
        ..Settings::default()
    };
    let opened = Options { library, settings, ..options(lang, percent) };
    let mut desk = Desk::of_size(size.0, size.1, opened);
    desk.click(&say(lang, "home-practise"));
    desk.click(&prepare(lang, &title));
    desk.click(&say(lang, &format!("briefing-start-{}", channel.code())));
    assert_eq!(desk.screen(), Screen::Talk);
    desk
}

const LAPTOP: (u32, u32) = (1280, 720);

#[test]
fn each_says_its_name() {
    for channel in CHANNELS {
        let mut desk = talk_on(channel, Lang::Ja, LAPTOP, 100);
        desk.must_read(&say(Lang::Ja, &format!("channel-{}", channel.code())));
    }
}

#[test]
fn a_mail_has_a_head_and_its_answer_says_what_it_answers() {
    for lang in Lang::ALL {
        let mut desk = talk_on(Channel::Mail, lang, LAPTOP, 100);
        let (_, title) = library_on(Channel::Mail);
        let title = &title[usize::from(lang == Lang::ALL[1])];
        let answer = say_with(lang, "mail-answer", &[("subject", title.as_str().into())]);
        desk.must_read(&say(lang, "mail-from"));
        desk.must_read(&say(lang, "mail-subject"));
        desk.must_read(title);
        assert!(!desk.reads(&answer), "nothing was answered yet");
        desk.typed("1");
        desk.must_read(&answer);
        desk.must_read(&say(lang, "talk-you"));
    }
}

/// How far a talk has come within its first minute, as it is shown; the clock of a talk goes with the machine's.
fn first_minute() -> impl Iterator<Item = String> {
    (0..60).map(|second| format!("0:{second:02}"))
}

#[test]
fn a_chat_says_when_and_a_call_how_long() {
    let lang = Lang::En;
    let times = |desk: &mut Desk| {
        let shown = texts(&mut desk.app);
        let is_time = |text: &&String| first_minute().any(|time| text.ends_with(&time));
        shown.iter().filter(is_time).count()
    };
    let mut desk = talk_on(Channel::Chat, lang, LAPTOP, 100);
    assert_eq!(times(&mut desk), 1, "what was written first");
    desk.typed("1");
    assert_eq!(times(&mut desk), 3, "and what was answered, on both sides");

    let mut desk = talk_on(Channel::Phone, lang, LAPTOP, 100);
    desk.typed("1");
    let on_line = |time: String| say_with(lang, "talk-on-line", &[("time", time.into())]);
    assert!(first_minute().any(|time| desk.reads(&on_line(time))), "how long the call has been");
    for channel in [Channel::Visit, Channel::Counter, Channel::Mail, Channel::Internal] {
        let mut desk = talk_on(channel, lang, LAPTOP, 100);
        desk.typed("1");
        assert_eq!(times(&mut desk), 0, "{channel:?}");
    }
}

/// Whether the column of what was said has a ground and an edge of its own.
fn is_framed(desk: &mut Desk) -> bool {
    let mut columns = desk.app.world_mut().query::<(&Node, &BackgroundColor)>();
    columns.iter(desk.app.world()).any(|(node, ground)| {
        node.overflow.y == OverflowAxis::Scroll
            && ground.0 != Color::NONE
            && node.border.left == px(1)
    })
}

#[test]
fn only_a_chat_has_a_window_of_its_own() {
    for channel in CHANNELS {
        let mut desk = talk_on(channel, Lang::En, LAPTOP, 100);
        assert_eq!(is_framed(&mut desk), channel == Channel::Chat, "{channel:?}");
    }
}

#[test]
fn every_channel_fits_its_page_at_every_size() {
    let sizes = [
        (Lang::En, LAPTOP, 100),
        (Lang::Ja, LAPTOP, 200),
        (Lang::Ja, (1920, 1080), 125),
        (Lang::En, (960, 540), 200),
    ];
    for (at, channel) in CHANNELS.into_iter().enumerate() {
        // Two sizes each, so that every size sees three channels.
        for (lang, size, percent) in [sizes[at % 4], sizes[(at + 1) % 4]] {
            let mut desk = talk_on(channel, lang, size, percent);
            look(&mut desk, size, &format!("{channel:?} in {lang:?} at {percent} %"));
            desk.typed("1");
            look(&mut desk, size, &format!("a reply by {channel:?} in {lang:?} at {percent} %"));
            desk.key(Key::Enter);
        }
    }
}
