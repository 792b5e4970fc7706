//! The keyboard is where one expects it: in what was asked for, where it was, and in sight.

use bevy::input::keyboard::Key;
use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::CalculatedClip;
use kikitori::app::{Options, Screen};
use kikitori::handbook::{Subject, pages};
use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};

use crate::debrief::ID;
use crate::desk::{Desk, frame, options, plain, scenario};
use crate::folder::Folder;
use crate::handing::{had, open};

/// How far a ring reaches around what has the keyboard.
const RING: f32 = 5.0;

fn focus(desk: &Desk) -> Entity {
    desk.app.world().resource::<InputFocus>().get().unwrap()
}

/// Fails unless what has the keyboard has a ring, and all of both is seen.
fn must_be_in_sight(desk: &Desk) {
    let (focus, named) = (focus(desk), desk.focused());
    let world = desk.app.world();
    assert!(world.get::<Outline>(focus).is_some(), "there is no ring around {named:?}");
    let ringed = frame(&desk.app, focus).inflate(RING);
    let window = world.get::<Window>(desk.window).unwrap();
    let page = Rect::new(0.0, 0.0, window.width(), window.height());
    let clip = world.get::<CalculatedClip>(focus).map_or(page, |clip| clip.clip.intersect(page));
    let seen = clip.inflate(0.6);
    assert!(
        ringed.min.y >= seen.min.y && ringed.max.y <= seen.max.y,
        "{named:?} at {ringed:?} is not whole in {clip:?}"
    );
    let faded = fades(desk).into_iter().find(|fade| !fade.intersect(ringed).is_empty());
    assert_eq!(faded, None, "{named:?} at {ringed:?} fades away");
}

/// Where the edges of what scrolls fade away on the page, from the top down.
fn fades(desk: &Desk) -> Vec<Rect> {
    let world = desk.app.world();
    let shown = |at: &EntityRef<'_>| at.get::<InheritedVisibility>().is_some_and(|seen| seen.get());
    let soft = world.iter_entities().filter(EntityRef::contains::<BackgroundGradient>);
    let mut found: Vec<Rect> = soft.filter(shown).map(|at| frame(&desk.app, at.id())).collect();
    found.sort_by(|one, other| one.min.y.total_cmp(&other.min.y));
    found
}

/// A look back on a talk that is kept.
fn looking_back(lang: Lang, folder: &Folder) -> Desk {
    had(folder, None);
    let mut desk = open(folder, None, lang);
    desk.click(&say(lang, "practice-title"));
    desk.click(&say(lang, "talk-look-back"));
    assert_eq!(desk.screen(), Screen::Debrief);
    desk
}

#[test]
fn what_goes_on_beyond_an_edge_fades_there() {
    let lang = Lang::Ja;
    let mut desk = Desk::open(lang);
    assert_eq!(fades(&desk), [], "the door is whole");
    desk.click(&say(lang, "home-settings"));
    let at = |desk: &Desk| fades(desk).iter().map(|fade| fade.center().y).collect::<Vec<_>>();
    assert!(matches!(at(&desk)[..], [foot] if foot > 600.0), "{:?}", at(&desk));
    desk.key(Key::PageDown);
    assert!(matches!(at(&desk)[..], [top, foot] if top < 150.0 && foot > 600.0), "{:?}", at(&desk));
    desk.key(Key::End);
    assert!(matches!(at(&desk)[..], [top] if top < 150.0), "{:?}", at(&desk));
}

/// Whoever opens a page came for what is on it.
#[test]
fn the_way_back_comes_last_by_tab() {
    let lang = Lang::En;
    for way in ["home-practise", "practice-title", "room-open", "home-settings"] {
        let mut desk = Desk::open(lang);
        desk.click(&say(lang, way));
        if desk.focused().is_none() {
            desk.key(Key::Tab);
        }
        let first = focus(&desk);
        let mut went = vec![desk.focused()];
        for _ in 0..60 {
            desk.key(Key::Tab);
            if focus(&desk) == first {
                break;
            }
            went.push(desk.focused());
        }
        let back = format!("{} (Esc)", say(lang, "back"));
        assert_eq!(went.last(), Some(&Some(back)), "{way}: {went:?}");
    }
}

#[test]
fn a_note_is_typed_at_once_and_its_button_is_found_again() {
    let lang = Lang::En;
    let folder = Folder::new("note-focus");
    let mut desk = looking_back(lang, &folder);
    let write = say(lang, "note-write");
    desk.tab_to(&write);
    let label = desk.focused();
    desk.key(Key::Enter);
    let field = focus(&desk);
    desk.typed("w");
    let typed = desk.app.world().get::<EditableText>(field).map(|text| text.value().to_string());
    assert_eq!(typed.as_deref(), Some("w"), "the line has the keyboard");
    must_be_in_sight(&desk);
    desk.tab_to(&say(lang, "note-keep"));
    desk.key(Key::Enter);
    desk.must_read("w");
    assert_eq!(desk.focused(), label);
    must_be_in_sight(&desk);
}

#[test]
fn enter_keeps_what_was_typed() {
    let lang = Lang::Ja;
    let folder = Folder::new("enter-keeps");
    let mut desk = looking_back(lang, &folder);
    desk.tab_to(&say(lang, "note-write"));
    let label = desk.focused();
    desk.key(Key::Enter);
    desk.typed("夜");
    desk.key(Key::Enter);
    desk.must_read("夜");
    assert!(!desk.reads(&say(lang, "note-keep")), "the line is put away");
    assert_eq!(desk.focused(), label);
    desk.tab_to_field(&say(lang, "week-title"));
    desk.typed("朝");
    desk.key(Key::Enter);
    desk.must_read(&say(lang, "week-kept"));
}

#[test]
fn enter_alone_leads_from_the_door_into_a_talk() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Library);
    must_be_in_sight(&desk);
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Briefing);
    assert_eq!(desk.focused(), Some(say(lang, "briefing-start-phone")));
    must_be_in_sight(&desk);
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Talk);
}

#[test]
fn what_folds_a_part_of_the_page_keeps_the_keyboard() {
    let lang = Lang::Ja;
    let folder = Folder::new("fold-focus");
    let mut desk = looking_back(lang, &folder);
    for (open, fold) in
        [("debrief-others", "debrief-fold"), ("debrief-examples-open", "debrief-examples-fold")]
    {
        desk.tab_to(&say(lang, open));
        desk.key(Key::Enter);
        assert_eq!(desk.focused(), Some(say(lang, fold)));
        must_be_in_sight(&desk);
        desk.key(Key::Enter);
        assert_eq!(desk.focused(), Some(say(lang, open)));
        must_be_in_sight(&desk);
    }
}

#[test]
fn the_size_that_was_set_is_seen_with_what_it_looks_like() {
    for lang in Lang::ALL {
        let first = Options { first_start: true, ..options(lang, 100) };
        let mut desk = Desk::of_size(1280, 720, first);
        must_be_in_sight(&desk);
        for size in ["150 %", "175 %", "200 %"] {
            desk.tab_to(size);
            desk.key(Key::Enter);
            assert_eq!(desk.focused().as_deref(), Some(size));
            must_be_in_sight(&desk);
            let words = plain(&say(lang, "first-preview"));
            let mut texts = desk.app.world_mut().query::<(Entity, &Text)>();
            let mut found = texts.iter(desk.app.world());
            let (sample, _) = found.find(|(_, text)| plain(&text.0) == words).unwrap();
            let (at, seen) = (frame(&desk.app, sample), desk.seen(sample));
            assert!(at.min.y >= seen.min.y && at.max.y <= seen.max.y, "{size}: {at:?} in {seen:?}");
        }
    }
}

#[test]
fn the_entry_of_the_page_that_is_read_stays_in_sight() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    desk.typed("h");
    for page in pages(lang) {
        desk.key(Key::Tab);
        must_be_in_sight(&desk);
        let title = &page.title;
        let entry = match page.subject {
            Subject::Guide(_) => title.clone(),
            subject => format!("{} {title}", subject.code()),
        };
        assert_eq!(desk.focused(), Some(entry));
        let before = frame(&desk.app, focus(&desk)).min.y;
        desk.key(Key::Enter);
        must_be_in_sight(&desk);
        // The words of the chosen one are bold, and may take a line more than before.
        let moved = (frame(&desk.app, focus(&desk)).min.y - before).abs();
        assert!(moved < 60.0, "{title} moves by {moved}");
    }
}

#[test]
fn a_page_that_comes_back_has_the_keyboard_where_it_was_left() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    assert_eq!(desk.focused(), Some(say(lang, "home-practise")), "the first way, at the door");
    must_be_in_sight(&desk);
    desk.tab_to(&say(lang, "home-settings"));
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Settings);
    desk.key(Key::Escape);
    assert_eq!(desk.focused(), Some(say(lang, "home-settings")));
    must_be_in_sight(&desk);

    desk.tab_to(&say(lang, "home-practise"));
    desk.key(Key::Enter);
    let title = scenario(ID).title.get(lang).to_owned();
    let args = [("action", say(lang, "library-open").into()), ("title", title.into())];
    let open = say_with(lang, "library-open-label", &args);
    desk.tab_to(&open);
    desk.key(Key::Enter);
    desk.tab_to(&say(lang, "briefing-start-phone"));
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Talk);
    desk.key(Key::Escape);
    desk.tab_to(&say(lang, "talk-leave"));
    desk.key(Key::Enter);
    assert_eq!(desk.screen(), Screen::Library);
    assert_eq!(desk.focused(), Some(open), "the talk that was left");
    must_be_in_sight(&desk);
    desk.key(Key::Escape);
    assert_eq!(desk.focused(), Some(say(lang, "home-practise")));
    must_be_in_sight(&desk);
}
