//! What a screen reader finds: the tree of names and roles, on every screen and in both languages.

use std::collections::BTreeMap;

use accesskit::{Live, Role};
use bevy::a11y::AccessibilityNode;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::store::Settings;

use crate::debrief::{ID, talk};
use crate::desk::{Desk, plain, scenario};
use crate::folder::Folder;
use crate::tour::{Part, Visitor, go, opened};

/// Something in the tree: its role, what is read of it, and the name of the group that it is in.
pub(crate) struct Heard {
    pub(crate) entity: Entity,
    pub(crate) role: Role,
    pub(crate) words: String,
    live: Option<Live>,
    within: String,
}

/// What can be read, from the page's beginning: whoever stands below something hidden is not read.
pub(crate) fn heard(desk: &mut Desk) -> Vec<Heard> {
    let world = desk.app.world_mut();
    let mut roots = world.query_filtered::<Entity, (With<Node>, Without<ChildOf>)>();
    let roots: Vec<Entity> = roots.iter(world).collect();
    let mut found = Vec::new();
    for root in roots {
        walk(world, root, None, "", &mut found);
    }
    found
}

fn walk(world: &World, at: Entity, live: Option<Live>, within: &str, found: &mut Vec<Heard>) {
    // As the window sends it: what has no node of its own cuts off what is below it.
    let Some(node) = world.get::<AccessibilityNode>(at) else { return };
    if node.is_hidden() {
        return;
    }
    let live = node.live().or(live);
    let words = node.label().or(node.value()).unwrap_or_default().to_owned();
    let group = matches!(node.role(), Role::Group | Role::Dialog) && !words.is_empty();
    let inside = if group { words.clone() } else { within.to_owned() };
    found.push(Heard { entity: at, role: node.role(), words, live, within: within.to_owned() });
    for child in world.get::<Children>(at).into_iter().flatten() {
        walk(world, *child, live, &inside, found);
    }
}

/// Everything that can have the keyboard has a role and a name, which is its own within its group; and the page has a
/// heading.
fn check(desk: &mut Desk, what: &str) {
    let heard = heard(desk);
    assert!(heard.iter().any(|one| one.role == Role::Heading), "{what}: no heading");
    let mut names: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in heard.iter().filter(|one| [Role::Button, Role::RadioButton].contains(&one.role)) {
        assert!(!one.words.is_empty(), "{what}: a button without a name");
        *names.entry((one.within.clone(), one.words.clone())).or_default() += 1;
    }
    let twice: Vec<_> = names.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "{what}: buttons that cannot be told apart: {twice:?}");
    let world = desk.app.world_mut();
    let mut stops = world.query::<(Entity, &TabIndex, Option<&AccessibilityNode>)>();
    for (entity, _, node) in stops.iter(world) {
        let named = node.is_some_and(|node| {
            node.role() != Role::Unknown && node.label().is_some_and(|name| !name.is_empty())
        });
        assert!(named, "{what}: {entity} can have the keyboard and has no name");
    }
}

/// Someone who goes through the program by what a screen reader tells.
struct Listener(Desk);

impl Visitor for Listener {
    fn app(&mut self) -> &mut App {
        &mut self.0.app
    }

    fn settle(&mut self) {
        self.0.settle();
    }

    fn look(&mut self, stop: &str) {
        check(&mut self.0, stop);
    }
}

#[test]
fn every_screen_can_be_read_without_being_seen() {
    for lang in Lang::ALL {
        let folder = Folder::new(&format!("listener-{}", lang.code()));
        let opened = opened(lang, Settings::default(), &folder.0);
        let mut listener = Listener(Desk::of_size(1280, 720, opened));
        go(&mut listener, lang, &Part::ALL);
    }
}

#[test]
fn what_is_answered_is_read_aloud_and_what_was_said_before_is_not() {
    for lang in Lang::ALL {
        let scenario = scenario(ID);
        let talk = talk(&scenario, 0);
        let mut desk = Desk::open(lang);
        desk.click(&say(lang, "home-practise"));
        desk.click(&say(lang, "library-open"));
        desk.click(&say(lang, "briefing-start-phone"));
        let spoken = |desk: &mut Desk, words: &str| {
            let heard = heard(desk);
            let found = heard.iter().find(|one| plain(&one.words).contains(&plain(words)));
            found.unwrap_or_else(|| panic!("{words:?} is not in the tree")).live
        };
        let line = scenario.beat(talk.turns()[0].beat).lines.iter().next().unwrap();
        let line = line.variants.iter().next().unwrap().1.get(lang).to_owned();
        assert_eq!(spoken(&mut desk, &line), Some(Live::Polite));
        desk.typed("1");
        let turn = &talk.turns()[0];
        let reply = scenario.choice(turn.beat, turn.choice).reply.iter().next().unwrap();
        let reply = reply.variants.iter().next().unwrap().1.get(lang).to_owned();
        assert_eq!(spoken(&mut desk, &reply), Some(Live::Polite));
        assert_eq!(spoken(&mut desk, &line), Some(Live::Off));
    }
}
