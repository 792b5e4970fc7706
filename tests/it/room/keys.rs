//! Random keys against a plain model: what any trainer would keep on paper.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kikitori::lang::Lang;
use kikitori::room::{
    Length, Pick, Room, RoomAction, RoomEntry, RoomKey, Round, Route, Stage, entry_line, head_line,
    read_journal,
};
use kikitori::scenario::ChoiceIdx;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::room::{library, setup};

/// A plain count of votes: what any trainer would keep on paper.
#[derive(Default)]
struct Paper {
    counts: BTreeMap<(Route, Round), Vec<u16>>,
    before: BTreeMap<(Route, Round), Vec<Vec<u16>>>,
}

impl Paper {
    /// Writes down what a key that was taken did to the vote.
    fn write(&mut self, before: &Room, action: &RoomAction) {
        let Stage::Vote(round) = before.stage() else { return };
        let page = (before.route(), round);
        let options = before.options().len();
        let counts = self.counts.entry(page.clone()).or_insert_with(|| vec![0; options]);
        let history = self.before.entry(page).or_default();
        match action {
            RoomAction::Count(at) => {
                history.push(counts.clone());
                counts[usize::from(*at)] += 1;
            }
            RoomAction::Total(at, votes) if counts[usize::from(*at)] != *votes => {
                history.push(counts.clone());
                counts[usize::from(*at)] = *votes;
            }
            RoomAction::Uncount => *counts = history.pop().unwrap(),
            _ => {}
        }
    }

    fn compare(&self, room: &Room) {
        for ((route, round), counts) in &self.counts {
            let kept = room.ballots().get(route).map(|ballot| ballot.round(*round).counts());
            assert_eq!(kept, Some(&counts[..]), "votes were lost at {:?}", room.stage());
        }
    }
}

const KEYS: &[RoomKey] = &[
    RoomKey::Next,
    RoomKey::Enter,
    RoomKey::Back,
    RoomKey::Context,
    RoomKey::Note,
    RoomKey::Say,
    RoomKey::Options,
    RoomKey::Vote,
    RoomKey::Uncount,
    RoomKey::Talk,
    RoomKey::Reveal,
    RoomKey::Play,
    RoomKey::Tell,
    RoomKey::Swap,
    RoomKey::People(false),
    RoomKey::People(true),
];

fn random_action(room: &Room, draw: &mut impl FnMut(u32) -> u32) -> Option<RoomAction> {
    let small = |n: u32| u8::try_from(n).unwrap();
    match draw(100) {
        0..35 => room.asked(RoomKey::Next),
        35..60 => room.asked(KEYS[draw(u32::try_from(KEYS.len()).unwrap()) as usize]),
        60..82 => room.asked(RoomKey::Digit(small(draw(9)))),
        82..86 => Some(RoomAction::Total(small(draw(6)), u16::try_from(draw(20)).unwrap())),
        86..89 => Some(RoomAction::Play(Pick::Choice(ChoiceIdx(u16::try_from(draw(6)).unwrap())))),
        89..92 => Some(RoomAction::Peek(ChoiceIdx(u16::try_from(draw(6)).unwrap()))),
        92..94 => Some(RoomAction::Group(u16::try_from(draw(70)).unwrap())),
        94 => Some(RoomAction::Note("はい。".to_owned())),
        95 => Some(RoomAction::TakeAway("いま確かめます。".to_owned())),
        96..98 => Some(RoomAction::Back),
        98 => room.asked(RoomKey::LookBack),
        _ => Some(RoomAction::Go(Stage::Analyse(small(draw(3))))),
    }
}

/// The look back, and the last stage of it, a few keys from anywhere.
fn must_reach_its_end(room: &Room) {
    let mut room = room.clone();
    if !room.stage().looks_back() {
        room.handle(&RoomAction::LookBack).unwrap();
    }
    for _ in 0..8 {
        match room.next() {
            Some(action) => drop(room.handle(&action).unwrap()),
            None => return assert_eq!(room.stage(), Stage::Closing),
        }
    }
    panic!("no way out of {:?}", room.stage());
}

#[test]
fn a_hundred_thousand_keys_lose_no_vote_and_no_way_out() {
    let scenarios = library();
    let mut drawn = ChaCha8Rng::seed_from_u64(6);
    let mut pressed = 0;
    let mut stages = BTreeSet::new();
    for session in 0..250_u32 {
        let scenario = &scenarios[session as usize % scenarios.len()];
        let length = Length::ALL[session as usize % 3];
        let began = setup(scenario, length, u64::from(session));
        let mut room = Room::open(began.clone());
        let mut paper = Paper::default();
        let mut journal = head_line(&began, Lang::Ja, Lang::En);
        let mut draw = |below: u32| drawn.next_u32() % below;
        for at in 0..400 {
            pressed += 1;
            let Some(action) = random_action(&room, &mut draw) else { continue };
            let before = room.clone();
            match room.handle(&action) {
                Err(_) => assert_eq!(room, before, "a refused key changed something"),
                Ok(_) => {
                    paper.write(&before, &action);
                    journal += "\n";
                    journal += &entry_line(&RoomEntry { action, at });
                }
            }
            stages.insert(room.stage().code());
            paper.compare(&room);
            if at % 9 == 0 {
                must_reach_its_end(&room);
                room.view(Lang::Ja);
                room.trainer_view(Lang::En);
                room.time_strip(at * 11);
            }
        }
        let find = |id: &str| (id == scenario.id).then(|| Arc::clone(scenario));
        let resumed = read_journal(&journal, find).unwrap();
        assert!(resumed.whole && resumed.room == room, "resumed at another state");
    }
    assert_eq!(pressed, 100_000);
    assert!(stages.len() >= 22, "{stages:?}");
}
