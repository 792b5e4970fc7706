//! Letters stand on whole pixels, and Japanese dots in the middle of the line.

use std::collections::BTreeMap;

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::text::{PositionedGlyph, TextLayoutInfo};
use kikitori::app::Options;
use kikitori::lang::Lang;
use kikitori::lang::words::say;

use crate::debrief::to_the_debrief;
use crate::desk::{Desk, options, plain};
use crate::tiny;

/// The texts of the talk's page, as they are laid out.
fn lines(desk: &mut Desk) -> Vec<(String, TextLayoutInfo)> {
    let world = desk.app.world_mut();
    let mut texts = world.query::<(&Text, &TextLayoutInfo)>();
    texts.iter(world).map(|(text, lines)| (text.0.clone(), lines.clone())).collect()
}

fn corner(letter: &PositionedGlyph) -> Vec2 {
    letter.position - letter.atlas_info.rect.size() / 2.0
}

/// A talk that has just begun.
fn talk(lang: Lang, percent: u16) -> Desk {
    let (library, title) = tiny::library_on(tiny::CHANNELS[0]);
    let mut desk = Desk::of_size(1280, 720, Options { library, ..options(lang, percent) });
    let start = format!("briefing-start-{}", tiny::CHANNELS[0].code());
    desk.press(&say(lang, "home-practise"));
    desk.press(&tiny::prepare(lang, &title));
    desk.press(&say(lang, &start));
    desk
}

#[test]
fn letters_stand_on_whole_pixels() {
    for (lang, percent) in [(Lang::En, 100), (Lang::Ja, 100), (Lang::Ja, 125)] {
        let mut desk = talk(lang, percent);
        let lines = lines(&mut desk);
        let letters =
            lines.iter().flat_map(|(text, lines)| lines.glyphs.iter().map(move |l| (text, l)));
        let mut count = 0;
        for (text, letter) in letters {
            assert_eq!(corner(letter).fract(), Vec2::ZERO, "{lang:?} {percent} {text}");
            count += 1;
        }
        assert!(count > 50, "{count} letters");
    }
}

#[test]
fn what_has_been_put_right_is_not_laid_out_again() {
    #[derive(Resource, Default)]
    struct Seen(usize);
    fn look(changed: Query<'_, '_, (), Changed<TextLayoutInfo>>, mut seen: ResMut<'_, Seen>) {
        seen.0 += changed.iter().count();
    }
    let mut desk = talk(Lang::Ja, 100);
    desk.app.init_resource::<Seen>().add_systems(Last, look);
    desk.app.update();
    desk.app.insert_resource(Seen(0));
    for _ in 0..5 {
        desk.app.update();
    }
    assert_eq!(desk.app.world().resource::<Seen>().0, 0);
}

#[test]
fn what_the_keyboard_goes_past_is_not_laid_out_again() {
    /// The words of each text, and those that were laid out anew though they are the same.
    #[derive(Resource, Default)]
    struct Stood(BTreeMap<Entity, String>, Vec<String>);
    fn look(
        changed: Query<'_, '_, (Entity, &Text), Changed<TextLayoutInfo>>,
        mut stood: ResMut<'_, Stood>,
    ) {
        let again = changed.iter().filter(|(text, words)| stood.0.get(text) == Some(&words.0));
        let again: Vec<String> = again.map(|(_, words)| words.0.clone()).collect();
        stood.1.extend(again);
    }
    let mut desk = to_the_debrief(Lang::En, 0);
    let world = desk.app.world_mut();
    let mut texts = world.query::<(Entity, &Text)>();
    let words: BTreeMap<Entity, String> =
        texts.iter(world).map(|(text, words)| (text, words.0.clone())).collect();
    assert!(words.len() > 100, "{} texts", words.len());
    desk.app.init_resource::<Stood>().add_systems(Last, look);
    desk.app.update();
    desk.app.insert_resource(Stood(words, Vec::new()));
    for _ in 0..4 {
        desk.key(Key::Tab);
    }
    let again = &desk.app.world().resource::<Stood>().1;
    assert!(again.is_empty(), "{again:#?}");
}

#[test]
fn round_dots_stand_as_high_as_straight_ones() {
    let (middle, line) = (middle_of("…"), middle_of("一"));
    assert!((middle - line).abs() < 3.0, "{middle} beside {line}");
}

/// How high the middle of this sign stands in what someone says.
fn middle_of(sign: &str) -> f32 {
    let mut desk = talk(Lang::Ja, 100);
    let world = desk.app.world_mut();
    let mut texts = world.query::<(Entity, &Text, &TextLayoutInfo, &TextFont)>();
    let round =
        |font: &TextFont| matches!(&font.font, FontSource::Family(name) if name.contains("Maru"));
    let (voice, _) = texts
        .iter(world)
        .filter(|(_, _, lines, font)| round(font) && !lines.glyphs.is_empty())
        .map(|(entity, text, ..)| (entity, plain(&text.0)))
        .next()
        .unwrap();
    world.get_mut::<Text>(voice).unwrap().0 = sign.to_owned();
    desk.settle();
    let lines = desk.app.world().get::<TextLayoutInfo>(voice).unwrap();
    assert_eq!(lines.glyphs.len(), 1);
    lines.glyphs[0].position.y
}
