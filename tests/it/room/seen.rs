//! What the room's window may show: every view over every scenario, read for what is the trainer's.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use kikitori::lang::Lang;
use kikitori::lang::words::say;
use kikitori::room::{Length, Pick, Room, RoomAction, Round, Route, Stage};
use kikitori::rubric::Indicator;
use kikitori::scenario::{ChoiceIdx, FactKind, Scenario};
use kikitori::session::{Action, At, State, open, sayable, step};

use crate::room::{library, setup, texts};

/// What must not be seen before its time: feedback, what choices are best for, notes, thoughts and words of ratings.
fn kept_for_the_trainer(scenario: &Scenario, lang: Lang) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for beat in &scenario.beats {
        for choice in &beat.choices {
            kept.push(choice.feedback.get(lang).to_owned());
            kept.push(choice.best_when.get(lang).to_owned());
            kept.extend(choice.thought.iter().map(|thought| thought.get(lang).to_owned()));
        }
        kept.extend(beat.pull.iter().map(|pull| pull.voice.get(lang).to_owned()));
        if let Some(note) = &beat.facilitator {
            kept.extend(note.listen_for.iter().map(|text| text.get(lang).to_owned()));
            kept.extend(
                [&note.if_silent, &note.move_on, &note.principle]
                    .map(|text| text.get(lang).to_owned()),
            );
            for (says, ask) in &note.reasons {
                kept.extend([says, ask].map(|text| text.get(lang).to_owned()));
            }
        }
    }
    kept.retain(|text| text.chars().count() > 3);
    kept.sort();
    kept.dedup();
    kept
}

struct Watch {
    kept: Vec<String>,
    ratings: Vec<String>,
    indicators: Vec<String>,
    lang: Lang,
    seen: usize,
    stages: BTreeSet<&'static str>,
}

impl Watch {
    fn of(scenario: &Scenario, lang: Lang) -> Self {
        let ratings = ["harmful", "short", "not-shown", "nearly", "exemplary"];
        Self {
            kept: kept_for_the_trainer(scenario, lang),
            ratings: ratings.map(|word| say(lang, &format!("rating-{word}"))).to_vec(),
            indicators: Indicator::ALL.iter().map(|one| say(lang, one.code())).collect(),
            lang,
            seen: 0,
            stages: BTreeSet::new(),
        }
    }

    fn look(&mut self, room: &Room) {
        let view = room.view(self.lang);
        let shown = texts(&view);
        let here = || format!("{:?} {:?}: {shown}", room.stage(), room.beat());
        self.seen += 1;
        self.stages.insert(room.stage().code());
        let own = room.talk().turns().last().map(|turn| {
            let choice = room.scenario().choice(turn.beat, turn.choice);
            choice.feedback.get(self.lang).to_owned()
        });
        for kept in &self.kept {
            let its_time = room.stage() == Stage::Note && own.as_ref() == Some(kept);
            assert!(its_time || !shown.contains(kept.as_str()), "{kept:?} in {}", here());
        }
        if room.stage() != Stage::Note {
            for name in &self.indicators {
                assert!(!shown.contains(name.as_str()), "{name:?} in {}", here());
            }
        }
        let is_a_rating = |text: &str| self.ratings.iter().any(|word| word == text);
        let parts = shown.split('"').filter(|part| is_a_rating(part));
        assert_eq!(parts.count(), 0, "a rating in {}", here());
        let told = room.talk().state();
        for fact in &room.scenario().facts {
            let text = fact.text.get(self.lang);
            let its_time = room.stage() == Stage::Untold && fact.kind == FactKind::Hidden;
            let unopened = fact.kind != FactKind::Surface && !told.knows(fact);
            assert!(!unopened || its_time || !shown.contains(text), "{text:?} in {}", here());
        }
    }

    fn come(&mut self, room: &mut Room, action: &RoomAction) {
        room.handle(action).unwrap_or_else(|why| panic!("{action:?} at {:?}: {why}", room.stage()));
        self.look(room);
    }

    /// Every stage of the decision at which the room stands, and each of its choices with all that can be peeked at.
    fn walk(&mut self, room: &Room) -> Vec<Room> {
        let mut room = room.clone();
        self.look(&room);
        for stage in [Stage::Say, Stage::SayInPairs, Stage::Options, Stage::Vote(Round::First)] {
            self.come(&mut room, &RoomAction::Go(stage));
        }
        self.come(&mut room, &RoomAction::Total(0, 5));
        for stage in [Stage::Closed, Stage::Talk, Stage::Vote(Round::Second)] {
            self.come(&mut room, &RoomAction::Go(stage));
        }
        self.come(&mut room, &RoomAction::Total(0, 3));
        self.come(&mut room, &RoomAction::Go(Stage::Reveal));
        let options = room.options();
        let mut next = Vec::new();
        for choice in &options {
            let mut room = room.clone();
            self.come(&mut room, &RoomAction::Play(Pick::Choice(*choice)));
            self.come(&mut room, &RoomAction::Go(Stage::Reaction));
            for other in options.iter().filter(|other| *other != choice) {
                self.come(&mut room, &RoomAction::Peek(*other));
                self.come(&mut room, &RoomAction::Back);
            }
            self.come(&mut room, &RoomAction::Go(Stage::Note));
            let onward = room.next().unwrap();
            self.come(&mut room, &onward);
            next.push(room);
        }
        let mut told = room;
        self.come(&mut told, &RoomAction::Tell(Pick::Best));
        next
    }

    /// From the ending, or from anywhere, to the last stage of all.
    fn walk_out(&mut self, room: &Room) {
        let mut room = room.clone();
        while let Some(action) = room.next() {
            if room.handle(&action).is_err() {
                break;
            }
            self.look(&room);
        }
        assert_eq!(room.stage(), Stage::Closing);
    }
}

/// One route to every situation that shows other texts than those before it: a beat, what was told, what can be said
/// and which lines are.
fn situations(scenario: &Arc<Scenario>) -> Vec<Route> {
    let (first, _) = open(scenario);
    let mut seen: BTreeSet<State> = BTreeSet::new();
    let mut shown: BTreeSet<String> = BTreeSet::new();
    let mut routes = Vec::new();
    let mut queue = VecDeque::from([(first, Route::new())]);
    while let Some((state, route)) = queue.pop_front() {
        if !seen.insert(state.clone()) {
            continue;
        }
        assert!(seen.len() < 400_000, "{} has too many situations to be looked at", scenario.id);
        match state.at {
            At::Beat(at) => {
                let beat = scenario.beat(at);
                let told: Vec<bool> = scenario.facts.iter().map(|fact| state.knows(fact)).collect();
                let can: Vec<ChoiceIdx> = sayable(beat, &state).map(|(choice, _)| choice).collect();
                let lines: Vec<bool> =
                    beat.lines.iter().map(|line| state.holds(&line.when)).collect();
                let variants = beat.lines.iter().flat_map(|line| line.variants.iter());
                let variants: Vec<bool> = variants.map(|(when, _)| state.holds(when)).collect();
                if shown.insert(format!("{at:?} {told:?} {can:?} {lines:?} {variants:?}")) {
                    routes.push(route.clone());
                }
                for choice in can {
                    let (after, _) = step(scenario, &state, Action::Choose(choice)).unwrap();
                    let mut route = route.clone();
                    route.push(Action::Choose(choice));
                    queue.push_back((after, route));
                }
            }
            At::Chance(_, chance) => {
                for outcome in 0..scenario.chances[chance.at()].outcomes.len() {
                    let outcome = u16::try_from(outcome).unwrap();
                    let (after, _) = step(scenario, &state, Action::Draw(outcome)).unwrap();
                    queue.push_back((after, route.clone()));
                }
            }
            At::Sheet | At::Ended(_) => {}
        }
    }
    routes
}

/// The room at the line to which these choices lead; nothing where chance goes another way with this seed.
fn room_at(scenario: &Arc<Scenario>, route: &Route) -> Option<Room> {
    let mut room = Room::open(setup(scenario, Length::Long, 3));
    for action in [RoomAction::Go(Stage::Opening), RoomAction::Go(Stage::Context)] {
        room.handle(&action).unwrap();
    }
    for action in route {
        let Action::Choose(choice) = *action else { return None };
        room.handle(&RoomAction::Tell(Pick::Choice(choice))).ok()?;
    }
    room.handle(&RoomAction::Go(Stage::Line)).ok()?;
    Some(room)
}

#[test]
fn the_rooms_window_shows_nothing_that_is_the_trainers() {
    for scenario in library() {
        let routes = situations(&scenario);
        assert!(routes.len() > 2, "{}", scenario.id);
        for lang in Lang::ALL {
            let mut watch = Watch::of(&scenario, lang);
            let mut opening = Room::open(setup(&scenario, Length::Hour, 3));
            for stage in [Stage::Opening, Stage::Context, Stage::Rules] {
                watch.come(&mut opening, &RoomAction::Go(stage));
            }
            let mut ends = BTreeMap::new();
            for room in routes.iter().filter_map(|route| room_at(&scenario, route)) {
                for after in watch.walk(&room) {
                    if matches!(after.stage(), Stage::Ending | Stage::Sheet) {
                        let told: Vec<bool> = scenario
                            .facts
                            .iter()
                            .map(|fact| after.talk().state().knows(fact))
                            .collect();
                        ends.insert((after.talk().state().at, told), after);
                    }
                }
            }
            assert!(!ends.is_empty());
            for room in ends.values() {
                watch.walk_out(room);
            }
            assert!(watch.stages.len() >= 19, "{}: {:?}", scenario.id, watch.stages);
            assert!(watch.seen > 30 * scenario.beats.len(), "{}: {}", scenario.id, watch.seen);
        }
    }
}
