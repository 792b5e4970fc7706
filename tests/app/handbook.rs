//! The handbook: opened from anywhere, searched and turned by key and by pointer, and gone without a trace.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::window::Ime;
use kikitori::app::Screen;
use kikitori::handbook::{Guide, Subject, pages};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::rubric::{Critical, Indicator, Rating};

use crate::buttons::labels;
use crate::desk::{Desk, texts};

fn open_label(lang: Lang) -> String {
    format!("{} (H)", say(lang, "handbook-title"))
}

fn close_label(lang: Lang) -> String {
    format!("{} (Esc)", say(lang, "talk-close"))
}

fn is_open(desk: &mut Desk, lang: Lang) -> bool {
    labels(&mut desk.app).contains(&close_label(lang))
}

fn title(subject: Subject, lang: Lang) -> String {
    subject.page(lang).unwrap().title.clone()
}

/// The label of a page's entry in the list.
fn entry(subject: Subject, lang: Lang) -> String {
    match subject {
        Subject::Guide(_) => title(subject, lang),
        _ => format!("{} {}", subject.code(), title(subject, lang)),
    }
}

/// The exemplary anchor of an indicator, which stands nowhere but on its page.
fn exemplary(indicator: Indicator, lang: Lang) -> String {
    let page = Subject::Indicator(indicator).page(lang).unwrap();
    let anchor = page.blocks.iter().find_map(|block| match block {
        kikitori::handbook::Block::Anchor(rating, text) if rating.half_steps() == 2 => Some(text),
        _ => None,
    });
    anchor.unwrap().clone()
}

/// How many of the pages are listed.
fn listed(desk: &mut Desk, lang: Lang) -> usize {
    let labels = labels(&mut desk.app);
    pages(lang).filter(|page| labels.contains(&entry(page.subject, lang))).count()
}

fn written(desk: &mut Desk) -> String {
    let mut line = desk.app.world_mut().query::<&EditableText>();
    line.single(desk.app.world()).unwrap().value().to_string()
}

/// Whether the line shows what it is for.
fn placeholder(desk: &mut Desk, lang: Lang) -> bool {
    let mut query = desk.app.world_mut().query::<(&Text, &InheritedVisibility)>();
    let words = say(lang, "handbook-search");
    let found =
        query.iter(desk.app.world()).find(|(text, _)| text.0.replace('\u{2060}', "") == words);
    found.unwrap().1.get()
}

#[test]
fn it_is_searched_and_read_by_keyboard_alone() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    desk.tab_to(&open_label(lang));
    desk.key(Key::Enter);
    assert_eq!(desk.focused(), Some(say(lang, "handbook-search")));
    assert!(placeholder(&mut desk, lang));
    assert_eq!(listed(&mut desk, lang), Subject::all().count());
    // A letter that opens and closes elsewhere is a letter here.
    desk.typed("h");
    desk.typed("ope that comes");
    assert_eq!(written(&mut desk), "hope that comes");
    assert!(!placeholder(&mut desk, lang));
    let found = listed(&mut desk, lang);
    assert!((1..10).contains(&found), "{found}");
    desk.must_read(&say_with(lang, "handbook-found", &[("count", found.into())]));
    desk.key(Key::Enter);
    desk.must_read(&exemplary(Indicator::C4, lang));
    // The first Esc takes back what was looked for.
    desk.key(Key::Escape);
    assert_eq!(written(&mut desk), "");
    assert!(placeholder(&mut desk, lang));
    assert_eq!(listed(&mut desk, lang), Subject::all().count());
    desk.tab_to(&entry(Subject::Indicator(Indicator::P2), lang));
    desk.key(Key::Enter);
    desk.must_read(&exemplary(Indicator::P2, lang));
    assert_eq!(desk.focused(), Some(entry(Subject::Indicator(Indicator::P2), lang)));
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.must_read(&exemplary(Indicator::P3, lang));
    assert!(!desk.reads(&exemplary(Indicator::P2, lang)));
    desk.key(Key::Escape);
    assert!(!is_open(&mut desk, lang));
    assert_eq!(desk.screen(), Screen::Home);
    assert_eq!(desk.focused(), Some(open_label(lang)), "the keyboard is where it was");
    // It opens at the page that was read.
    desk.typed("H");
    desk.must_read(&exemplary(Indicator::P3, lang));
}

#[test]
fn it_is_read_by_pointer_alone() {
    let lang = Lang::Ja;
    let mut desk = Desk::open(lang);
    desk.click(&open_label(lang));
    let apology = Subject::Guide(Guide::Apology);
    desk.click(&entry(apology, lang));
    desk.must_read("申し訳ございません");
    let liability = Subject::Critical(Critical::X6);
    let see = say_with(lang, "handbook-see-page", &[("name", title(liability, lang).into())]);
    desk.click(&see);
    desk.must_read(&say(lang, "handbook-why"));
    assert!(!desk.reads("慇懃無礼"));
    // Beside the buttons there is nothing to press, and the keyboard stays within.
    desk.click_at(Vec2::new(700.0, 30.0));
    desk.key(Key::Tab);
    let reached = desk.focused().unwrap();
    assert_ne!(reached, say(lang, "home-practise"));
    desk.click(&close_label(lang));
    assert!(!is_open(&mut desk, lang));
    desk.must_read(&say(lang, "home-promise"));
}

/// A page that a link leads to is in the list, also where something else was looked for.
#[test]
fn a_link_out_of_what_was_found_takes_back_the_search() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    desk.typed("h");
    desk.typed("ribbon");
    desk.key(Key::Enter);
    assert_eq!(listed(&mut desk, lang), 1);
    let privacy = Subject::Indicator(Indicator::P5);
    desk.click(&say_with(lang, "handbook-see-page", &[("name", title(privacy, lang).into())]));
    desk.must_read(&exemplary(Indicator::P5, lang));
    assert_eq!((written(&mut desk).as_str(), listed(&mut desk, lang)), ("", 27));
}

/// What an input method composes is no word yet; what it commits is.
#[test]
fn japanese_is_typed_through_an_input_method() {
    let lang = Lang::Ja;
    let mut desk = Desk::open(lang);
    desk.typed("h");
    let window = desk.window;
    let value = "かたみ".to_owned();
    desk.app.world_mut().write_message(Ime::Preedit { window, value, cursor: Some((9, 9)) });
    desk.settle();
    assert_eq!(listed(&mut desk, lang), 27);
    assert!(!placeholder(&mut desk, lang));
    // Esc belongs to the input method as long as it composes.
    desk.key(Key::Escape);
    assert!(is_open(&mut desk, lang));
    let value = "形見".to_owned();
    desk.app.world_mut().write_message(Ime::Commit { window, value });
    desk.settle();
    assert_eq!(written(&mut desk), "形見");
    assert_eq!(listed(&mut desk, lang), 1);
    desk.key(Key::Enter);
    desk.must_read(&exemplary(Indicator::C2, lang));
}

#[test]
fn a_talk_goes_on_where_it_was() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    let before = (desk.choices(), sorted(texts(&mut desk.app)));
    desk.typed("h");
    for key in ["1", "2", "r"] {
        desk.typed(key);
    }
    assert_eq!(written(&mut desk), "12r");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    assert_eq!((desk.choices(), sorted(texts(&mut desk.app))), before);
    // While a reply has the floor, and by the pointer.
    desk.typed("1");
    let reply = sorted(texts(&mut desk.app));
    desk.click(&open_label(lang));
    desk.key(Key::Enter);
    desk.click(&close_label(lang));
    assert_eq!(sorted(texts(&mut desk.app)), reply);
    desk.key(Key::Enter);
    assert_ne!(sorted(texts(&mut desk.app)), reply, "Enter goes on again");
    assert_eq!(desk.screen(), Screen::Talk);
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

/// All that scrolls.
fn columns(desk: &mut Desk) -> Vec<Entity> {
    let mut query = desk.app.world_mut().query_filtered::<Entity, With<ScrollPosition>>();
    query.iter(desk.app.world()).collect()
}

/// How far each of these is scrolled.
fn scrolled(desk: &Desk, columns: &[Entity]) -> Vec<f32> {
    let y = |column: &Entity| desk.app.world().get::<ScrollPosition>(*column).unwrap().y;
    columns.iter().map(y).collect()
}

/// The links of a debrief to the handbook, in this language.
fn links(desk: &mut Desk, lang: Lang) -> Vec<(Indicator, String)> {
    let labels = labels(&mut desk.app);
    let rated = |indicator: &Indicator| {
        let name = say(lang, indicator.code());
        let ratings = Rating::RANGE.filter_map(Rating::from_half_steps);
        let words = ratings.map(|rating| {
            let rating = say(lang, rating.word());
            let named = [("name", name.as_str().into()), ("rating", rating.into())];
            let words = say_with(lang, "handbook-rated", &named);
            say_with(lang, "handbook-open", &[("name", words.into())])
        });
        words.map(|label| (*indicator, label)).collect::<Vec<_>>()
    };
    let all = Indicator::ALL.iter().flat_map(rated);
    all.filter(|(_, label)| labels.contains(label)).collect()
}

/// What stands on the page while nothing is pointed at.
fn read_away(desk: &mut Desk) -> Vec<String> {
    desk.point(Vec2::ONE);
    desk.settle();
    sorted(texts(&mut desk.app))
}

#[test]
fn every_indicator_of_the_debrief_leads_to_its_page_and_back() {
    let lang = Lang::Ja;
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    while !desk.reads(&say(lang, "talk-over")) {
        desk.typed("1");
        desk.key(Key::Enter);
    }
    desk.look_back();
    let links = links(&mut desk, lang);
    assert!(links.len() > 5, "{links:?}");
    for (at, (indicator, label)) in links.iter().enumerate() {
        let debrief = read_away(&mut desk);
        let page = columns(&mut desk);
        if at % 6 != 1 {
            desk.click(label);
        } else {
            desk.tab_to(label);
            desk.key(Key::Enter);
        }
        desk.must_read(&exemplary(*indicator, lang));
        let place = scrolled(&desk, &page);
        desk.key(Key::PageDown);
        desk.key(Key::Escape);
        assert_eq!(desk.screen(), Screen::Debrief);
        assert_eq!(read_away(&mut desk), debrief);
        assert_eq!(scrolled(&desk, &page), place, "the debrief is read on where it was left");
        if at % 6 == 1 {
            assert_eq!(desk.focused().as_ref(), Some(label));
        }
    }
    let scores = title(Subject::Guide(Guide::Scores), lang);
    desk.click(&say_with(lang, "handbook-open", &[("name", scores.as_str().into())]));
    desk.must_read(&say(lang, "level-4"));
}
