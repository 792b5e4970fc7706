//! Every part of the window's texts is inside its frame, at every size of window and of text.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::text::TextLayoutInfo;
use kikitori::handbook::pages;
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::store::{Settings, TextSize};

use crate::buttons::button;
use crate::desk::{Desk, frame, options};
use crate::folder::Folder;
use crate::tour::{Part, Visitor, go, opened};

/// Half a pixel of rounding.
const SLACK: f32 = 1.0;

/// How far the ink of a text reaches from its upper left corner, in the window's units.
fn written(app: &App, text: Entity) -> Vec2 {
    let Some(info) = app.world().get::<TextLayoutInfo>(text) else {
        return Vec2::ZERO;
    };
    let ends = info.glyphs.iter().map(|glyph| glyph.position + glyph.atlas_info.rect.size() / 2.0);
    ends.fold(Vec2::ZERO, Vec2::max)
}

/// Where a text sticks out: beyond its own box, beyond a box around it, or beyond the page.
fn overflows(app: &mut App, page: Rect) -> Vec<String> {
    let world = app.world_mut();
    let mut query = world.query_filtered::<Entity, With<Text>>();
    let found: Vec<Entity> = query.iter(world).collect();
    let mut wrong = Vec::new();
    for text in found {
        let name = app.world().get::<Text>(text).map(|text| text.0.clone()).unwrap_or_default();
        let own = frame(app, text);
        let written = written(app, text);
        if written.x > own.width() + SLACK || written.y > own.height() + SLACK {
            wrong.push(format!("{name:?}: {written} does not fit its own {}", own.size()));
        }
        let mut around = text;
        let (mut scrolls, mut scrolls_across) = (false, false);
        while let Some(parent) = app.world().get::<ChildOf>(around).map(ChildOf::parent) {
            let placed = app.world().get::<Node>(around).map(|node| node.position_type);
            around = parent;
            let Some(node) = app.world().get::<Node>(around) else { break };
            // What is placed by itself, such as a sign on an edge, may stand off what it belongs to.
            if placed == Some(PositionType::Absolute) {
                continue;
            }
            let outer = frame(app, around);
            let beside = own.min.x < outer.min.x - SLACK || own.max.x > outer.max.x + SLACK;
            // What scrolls may reach below its frame, and beside it only where it scrolls that way, too.
            scrolls |= node.overflow.y == OverflowAxis::Scroll;
            scrolls_across |= node.overflow.x == OverflowAxis::Scroll;
            let below = own.min.y < outer.min.y - SLACK || own.max.y > outer.max.y + SLACK;
            if (beside && !scrolls_across) || (below && !scrolls) {
                wrong.push(format!("{name:?} at {own:?} sticks out of {outer:?}"));
                break;
            }
        }
        let beyond = own.min.x < page.min.x - SLACK || own.max.x > page.max.x + SLACK;
        if (beyond && !scrolls_across) || (!scrolls && own.max.y > page.max.y + SLACK) {
            wrong.push(format!("{name:?} at {own:?} is not on the page"));
        }
    }
    wrong
}

/// Fails if a text sticks out anywhere.
pub(crate) fn look(desk: &mut Desk, size: (u32, u32), what: &str) {
    #[expect(clippy::cast_precision_loss, reason = "window sizes are small")]
    let page = Rect::new(0.0, 0.0, size.0 as f32, size.1 as f32);
    must_fit(&mut desk.app, page, what);
}

/// The same of any page.
pub(crate) fn must_fit(app: &mut App, page: Rect, what: &str) {
    // What is found on a thread of its own may have come to the page in the very last frame.
    if !overflows(app, page).is_empty() {
        (0..5).for_each(|_| app.update());
    }
    let wrong = overflows(app, page);
    assert!(wrong.is_empty(), "{what} at {:?}:\n{}", page.size(), wrong.join("\n"));
}

/// Someone with a ruler.
struct Measurer {
    desk: Desk,
    size: (u32, u32),
    how: String,
}

impl Visitor for Measurer {
    fn app(&mut self) -> &mut App {
        &mut self.desk.app
    }

    fn settle(&mut self) {
        self.desk.settle();
    }

    fn look(&mut self, stop: &str) {
        look(&mut self.desk, self.size, &format!("{stop} {}", self.how));
    }
}

/// Goes through every screen and measures each.
fn walk(lang: Lang, size: (u32, u32), percent: u16) {
    let how = format!("in {lang:?} at {percent} %");
    let folder = Folder::new(&format!("{}-{}-{percent}", lang.code(), size.0));
    let settings = Settings { text_size: TextSize::nearest(percent), ..Settings::default() };
    let desk = Desk::of_size(size.0, size.1, opened(lang, settings, &folder.0));
    go(&mut Measurer { desk, size, how }, lang, &Part::ALL);
}

/// Looks at every moment of a whole talk.
fn talk(lang: Lang, percent: u16) {
    let size = (1280, 720);
    let mut desk = Desk::of_size(size.0, size.1, options(lang, percent));
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    while !desk.reads(&say(lang, "talk-over")) {
        if desk.choices().is_empty() {
            let ways = ["voice-pass", "sheet-hand-over", "talk-go-on"];
            let way = ways.map(|key| say(lang, key)).into_iter().find(|way| desk.reads(way));
            desk.click(&way.expect("something leads on"));
        } else {
            desk.typed("1");
        }
        look(&mut desk, size, &format!("a talk in {lang:?} at {percent} %"));
    }
}

#[test]
fn nothing_sticks_out_on_a_laptop() {
    walk(Lang::En, (1280, 720), 100);
    walk(Lang::Ja, (1280, 720), 100);
}

#[test]
fn nothing_sticks_out_where_text_is_twice_as_large() {
    walk(Lang::En, (1280, 720), 200);
    walk(Lang::Ja, (1280, 720), 200);
}

#[test]
fn nothing_sticks_out_in_a_narrow_window() {
    walk(Lang::En, (1024, 768), 150);
    walk(Lang::Ja, (960, 540), 125);
}

#[test]
fn nothing_sticks_out_on_a_projector() {
    walk(Lang::En, (3840, 2160), 100);
    walk(Lang::Ja, (1920, 1080), 175);
}

#[test]
fn nothing_sticks_out_of_a_whole_talk() {
    talk(Lang::En, 200);
    talk(Lang::Ja, 100);
}

#[test]
fn replies_begin_and_end_where_bubbles_do() {
    let lang = Lang::En;
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    let choice = button(&mut desk.app, "1. ");
    let choice = frame(&desk.app, choice);
    desk.typed("1");
    let way = button(&mut desk.app, &say(lang, "talk-go-on"));
    let way = frame(&desk.app, way);
    assert!((choice.max.x - way.max.x).abs() < 0.5, "{choice:?} {way:?}");
    let world = desk.app.world_mut();
    let mut logs = world.query::<(Entity, &Node)>();
    let scrolls = |node: &Node| node.overflow.y == OverflowAxis::Scroll;
    let log = logs.iter(world).find(|(_, node)| scrolls(node)).map(|(log, _)| log).unwrap();
    let log = frame(&desk.app, log);
    assert!((choice.min.x - log.min.x).abs() < 0.5 && (choice.max.x - log.max.x).abs() < 0.5);
}

/// Every page of the handbook, and what is found in it.
fn leaf(lang: Lang, size: (u32, u32), percent: u16) {
    let mut desk = Desk::of_size(size.0, size.1, options(lang, percent));
    desk.typed("h");
    for page in pages(lang) {
        desk.typed(page.subject.code());
        look(&mut desk, size, &format!("{} is looked for in {lang:?} at {percent} %", page.title));
        desk.key(Key::Enter);
        desk.key(Key::Escape);
        look(&mut desk, size, &format!("{} in {lang:?} at {percent} %", page.title));
    }
}

#[test]
fn nothing_sticks_out_of_the_handbook() {
    leaf(Lang::En, (1280, 720), 100);
    leaf(Lang::Ja, (1920, 1080), 125);
}

#[test]
fn nothing_sticks_out_of_the_handbook_where_text_is_twice_as_large() {
    leaf(Lang::En, (960, 540), 200);
    leaf(Lang::Ja, (1280, 720), 200);
}

/// The page follows the window while a talk is on.
#[test]
fn a_window_can_be_resized_at_any_time() {
    let lang = Lang::Ja;
    let mut desk = Desk::open(lang);
    desk.click(&say(lang, "home-practise"));
    desk.click(&say(lang, "library-open"));
    desk.click(&say(lang, "briefing-start-phone"));
    let sizes = [(1920, 1080), (960, 540), (1000, 1400), (2560, 1080), (1280, 720)];
    for (width, height) in sizes {
        #[expect(clippy::cast_precision_loss, reason = "window sizes are small")]
        desk.resize(width as f32, height as f32);
        look(&mut desk, (width, height), "a resized talk");
        desk.typed("1");
        desk.key(Key::Enter);
    }
}
