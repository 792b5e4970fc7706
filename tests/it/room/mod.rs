//! The trainer's room: an hour from the first key to the printed record.

/// No vote is lost, and the look back is always near.
mod keys;
/// What the room's window may show.
mod seen;

use std::collections::BTreeSet;
use std::sync::Arc;

use kikitori::lang::Lang;
use kikitori::room::{
    Length, Pace, Part, Pick, PlaceKind, Plan, Record, Room, RoomAction, RoomEntry, RoomKey,
    RoomRefusal, RoomView, Round, Route, Setup, Sheets, Stage, entry_line, forks, head_line,
    movement, pages, picked, plan_text, read_journal, read_plan, record_page,
};
use kikitori::scenario::{BeatIdx, FactKind, Scenario};
use kikitori::session::{Seed, Session};
use kikitori::store::{Library, Rooms, SHIPPED};

use crate::folder::Folder;

fn library() -> Vec<Arc<Scenario>> {
    let library = Library::open(&["scenarios/examples".into()]);
    assert!(library.shelves.len() > SHIPPED.len());
    library.shelves.into_iter().map(|shelf| shelf.scenario).collect()
}

fn setup(scenario: &Arc<Scenario>, length: Length, seed: u64) -> Setup {
    let plan = Plan::proposed(scenario, length);
    let contact = "The listening desk, ext. 77".to_owned();
    Setup { scenario: Arc::clone(scenario), plan, seed: Seed(seed), group: 12, contact }
}

/// All texts of a view.
fn texts(view: &RoomView) -> String {
    format!("{view:?}").replace("\\\"", "\"").replace("\\'", "'")
}

fn press(room: &mut Room, key: RoomKey) {
    let action = room.asked(key).unwrap_or_else(|| panic!("{key:?} at {:?}", room.stage()));
    room.handle(&action).unwrap_or_else(|why| panic!("{key:?} at {:?}: {why}", room.stage()));
}

/// Presses Space until the room is at this stage, voting for A where a vote is awaited.
fn walk_to(room: &mut Room, wanted: impl Fn(&Room) -> bool) {
    for _ in 0..2000 {
        if wanted(room) {
            return;
        }
        let uncounted = room.ballot().is_some_and(|ballot| ballot.first.total() == 0);
        if matches!(room.stage(), Stage::Vote(Round::First)) && uncounted {
            for _ in 0..7 {
                press(room, RoomKey::Digit(0));
            }
            press(room, RoomKey::Digit(1));
        }
        press(room, RoomKey::Next);
    }
    panic!("never there");
}

#[test]
fn space_and_digits_run_a_whole_hour() {
    for scenario in library() {
        for length in Length::ALL {
            let mut room = Room::open(setup(&scenario, length, 5));
            let mut again = 0;
            while room.next().is_some() {
                if let Stage::Vote(_) = room.stage() {
                    again += usize::from(room.stage() == Stage::Vote(Round::Second));
                    // Half the room finds the best reply, so that there is something to talk about.
                    let best = room.best().unwrap();
                    let best = room.options().iter().position(|option| *option == best).unwrap();
                    for at in [best, best, (best + 1) % room.options().len()] {
                        press(&mut room, RoomKey::Digit(u8::try_from(at).unwrap()));
                    }
                }
                press(&mut room, RoomKey::Next);
            }
            assert_eq!(room.stage(), Stage::Closing);
            assert!(room.talk().is_over(), "{}", scenario.id);
            assert_eq!(again, room.setup().plan.deep.len(), "{}: nobody talked", scenario.id);
            // The room's talk is a talk like any other.
            let alone = Session::replay(Arc::clone(&scenario), room.talk().transcript()).unwrap();
            assert_eq!(&alone, room.talk());
        }
    }
}

#[test]
fn going_back_keeps_the_votes_and_unsays_what_was_said() {
    let scenario = &library()[0];
    let mut room = Room::open(setup(scenario, Length::Hour, 5));
    walk_to(&mut room, |room| room.stage() == Stage::Closed);
    let ballot = room.ballot().unwrap().clone();
    assert_eq!(ballot.first.counts()[..2], [7, 1]);
    room.handle(&RoomAction::Play(Pick::Majority)).unwrap();
    assert_eq!(room.talk().turns().len(), 1);
    assert_eq!(room.talk().turns()[0].choice, ballot.options[0]);
    press(&mut room, RoomKey::Next);
    let reaction = room.view(Lang::Ja);
    // Another instead, and back to the decision.
    room.handle(&RoomAction::Play(Pick::Choice(ballot.options[2]))).unwrap();
    assert_eq!(room.talk().turns().len(), 1);
    press(&mut room, RoomKey::Next);
    assert_ne!(room.view(Lang::Ja), reaction);
    // A peek changes nothing and is remembered.
    let talk = room.talk().clone();
    room.handle(&RoomAction::Peek(ballot.options[0])).unwrap();
    assert!(matches!(room.view(Lang::Ja), RoomView::Peek { .. }));
    press(&mut room, RoomKey::Next);
    assert_eq!((room.talk(), room.stage()), (&talk, Stage::Reaction));
    assert_eq!(room.peeked(), [(Route::new(), ballot.options[0])]);
    for _ in 0..2 {
        press(&mut room, RoomKey::Back);
    }
    assert_eq!((room.stage(), room.talk().turns().len()), (Stage::Closed, 0));
    assert_eq!(room.ballot(), Some(&ballot));
    let refused = room.handle(&RoomAction::Count(0));
    assert_eq!(refused, Err(RoomRefusal::NotNow), "a closed vote takes no votes");
}

#[test]
fn digits_look_at_another_way_and_p_takes_it() {
    let scenario = &library()[0];
    let mut room = Room::open(setup(scenario, Length::Hour, 5));
    walk_to(&mut room, |room| room.stage() == Stage::Reaction);
    let options = room.options_in_view();
    let said = room.talk().turns()[0].choice;
    let at = |choice| options.iter().position(|option| *option == choice).unwrap();
    assert_eq!(room.asked(RoomKey::Digit(u8::try_from(at(said)).unwrap())), None, "just said");
    let other = *options.iter().find(|option| **option != said).unwrap();
    press(&mut room, RoomKey::Digit(u8::try_from(at(other)).unwrap()));
    assert_eq!(room.stage(), Stage::Peek(other));
    press(&mut room, RoomKey::Play);
    assert_eq!((room.stage(), room.talk().turns().len()), (Stage::Play, 1));
    assert_eq!(room.talk().turns()[0].choice, other);
    // And before anything is said: another than most chose.
    press(&mut room, RoomKey::Back);
    press(&mut room, RoomKey::Reveal);
    press(&mut room, RoomKey::Digit(u8::try_from(at(other)).unwrap()));
    assert_eq!(room.talk().turns()[0].choice, other);
    let group = room.group();
    press(&mut room, RoomKey::People(true));
    assert_eq!(room.group(), group + 1);
}

#[test]
fn the_map_shows_the_way_of_the_room_and_where_it_looked() {
    for scenario in library() {
        let mut room = Room::open(setup(&scenario, Length::Hour, 5));
        walk_to(&mut room, |room| room.stage() == Stage::Reaction);
        let said = room.talk().turns()[0].choice;
        let mut looked = Vec::new();
        for other in room.options_in_view().into_iter().filter(|other| *other != said) {
            room.handle(&RoomAction::Peek(other)).unwrap();
            press(&mut room, RoomKey::Back);
            looked.push(other);
        }
        walk_to(&mut room, |room| room.stage() == Stage::Route);
        let RoomView::Route { map, steps, ending } = room.view(Lang::Ja) else { panic!() };
        let turns = room.talk().turns().len();
        assert_eq!((steps.len(), steps[0].peeked.len()), (turns, looked.len()));
        assert!(!ending.is_empty());
        assert_eq!(map.places.len(), scenario.beats.len() + scenario.endings.len());
        let numbers: BTreeSet<usize> =
            map.places.iter().flat_map(|place| place.turns.clone()).collect();
        assert_eq!(numbers, (1..=turns).collect());
        let ended = map.places.iter().filter(|at| at.kind == PlaceKind::Ending && at.came).count();
        assert_eq!(ended, 1, "{}", scenario.id);
        // Every step of the talk is a way that was gone; each look is one that was looked along.
        assert!(map.ways.iter().any(|way| way.taken));
        assert!(map.ways.iter().any(|way| way.peeked) && map.places.iter().any(|at| at.peeked));
    }
}

#[test]
fn at_the_third_beat_talked_over_the_voices_are_to_be_swapped() {
    let scenario = &library()[0];
    let mut room = Room::open(setup(scenario, Length::Hour, 5));
    let deep: Vec<BeatIdx> = room.setup().plan.deep.iter().copied().collect();
    for (nth, beat) in deep.iter().enumerate() {
        walk_to(&mut room, |room| room.beat() == Some(*beat) && room.stage() == Stage::Line);
        assert_eq!(room.trainer_view(Lang::En).swap_due, nth >= 2, "at deep beat {nth}");
    }
    press(&mut room, RoomKey::Swap);
    assert!(!room.trainer_view(Lang::En).swap_due);
}

#[test]
fn a_vote_that_does_not_add_up_is_not_closed() {
    let scenario = &library()[0];
    let mut room = Room::open(setup(scenario, Length::Hour, 5));
    walk_to(&mut room, |room| room.stage() == Stage::Options);
    press(&mut room, RoomKey::Vote);
    let close = RoomAction::Go(Stage::Closed);
    assert_eq!(room.handle(&close), Err(RoomRefusal::NoVotes));
    room.handle(&RoomAction::Total(0, 13)).unwrap();
    assert_eq!(room.handle(&close), Err(RoomRefusal::TooManyVotes));
    assert_eq!(room.handle(&RoomAction::Group(61)), Err(RoomRefusal::NoSuchGroup));
    room.handle(&RoomAction::Group(13)).unwrap();
    room.handle(&close).unwrap();
}

#[test]
fn a_hidden_beat_is_told_and_an_own_question_is_asked() {
    let scenario = &library()[0];
    let mut plan = Plan::proposed(scenario, Length::Hour);
    let (hidden, deep) = (scenario.find_beat("N2").unwrap(), scenario.find_beat("N1").unwrap());
    plan.hidden.insert(hidden);
    plan.deep.insert(deep);
    plan.questions.insert(deep, "この一言を、誰が聞いていますか。".to_owned());
    let kept = read_plan(scenario, &plan_text(scenario, &plan)).unwrap();
    assert_eq!(kept, plan);
    assert_eq!(read_plan(&library()[1], &plan_text(scenario, &plan)), None);
    let mut room = Room::open(Setup { plan, ..setup(scenario, Length::Hour, 5) });
    walk_to(&mut room, |room| room.stage() == Stage::Closed);
    press(&mut room, RoomKey::Talk);
    assert!(texts(&room.view(Lang::Ja)).contains("誰が聞いていますか"));
    walk_to(&mut room, |room| room.beat() == Some(hidden));
    assert_eq!((room.stage(), room.pace()), (Stage::Told, Pace::Hidden));
    assert!(room.was_told(&room.route_before(1)));
}

#[test]
fn an_hour_is_an_hour_and_keeps_its_look_back() {
    for scenario in library() {
        for length in Length::ALL {
            let plan = Plan::proposed(&scenario, length);
            assert_eq!(plan.deep.len(), length.deep_beats().min(plan.deep.len()));
            let stretches = plan.stretches(&scenario);
            let whole: u32 = stretches.iter().map(|one| one.seconds).sum();
            let beats = stretches.iter().filter(|one| matches!(one.part, Part::Beat(_))).count();
            let wanted = u32::from(length.minutes()) * 60;
            let room_for_all = beats <= 16 && scenario.beats.len() > 10;
            assert!(
                !room_for_all || whole.abs_diff(wanted) <= 240,
                "{} {length:?}: {whole}",
                scenario.id
            );
            let debrief = stretches.iter().find(|one| one.part == Part::Debrief).unwrap();
            assert_eq!(debrief.seconds, length.debrief_seconds());
        }
    }
}

#[test]
fn three_minutes_late_is_told_and_quick_beats_pay_for_it() {
    let scenario = &library()[0];
    let mut room = Room::open(setup(scenario, Length::Hour, 5));
    walk_to(&mut room, |room| room.talk().turns().len() == 2);
    let on_time = room.time_strip(0);
    let end: u32 = on_time.stretches[..=on_time.at].iter().map(|one| one.seconds).sum();
    assert_eq!((room.time_strip(end).late, room.time_strip(end).skip), (0, vec![]));
    assert_eq!(room.time_strip(end + 179).skip, Vec::<BeatIdx>::new());
    let late = room.time_strip(end + 180);
    assert!(!late.skip.is_empty() && late.late == 180);
    let plan = &room.setup().plan;
    assert!(late.skip.iter().all(|beat| plan.pace(*beat) == Pace::Quick), "{late:?}");
    let saved: u32 = late
        .stretches
        .iter()
        .filter(|one| matches!(one.part, Part::Beat(beat) if late.skip.contains(&beat)))
        .map(|one| one.seconds - 20)
        .sum();
    assert!(saved >= 180 || late.skip.len() >= 5, "{saved} s won by {:?}", late.skip);
    let later = room.time_strip(end + 600);
    assert!(later.skip.len() > late.skip.len());
}

// The look back and the record.

/// An hour in which the second deep beat moves everybody, and a quick one splits them.
fn an_hour() -> Room {
    let scenario = &library()[0];
    let mut room = Room::open(setup(scenario, Length::Hour, 5));
    let mut decided = 0;
    while room.next().is_some() {
        match room.stage() {
            Stage::Vote(Round::First) => {
                let split = decided == 3;
                room.handle(&RoomAction::Total(0, if split { 4 } else { 9 })).unwrap();
                room.handle(&RoomAction::Total(1, if split { 4 } else { 2 })).unwrap();
                room.handle(&RoomAction::Total(2, if split { 4 } else { 0 })).unwrap();
                decided += 1;
            }
            Stage::Vote(Round::Second) => room.handle(&RoomAction::Total(1, 10)).map(drop).unwrap(),
            Stage::Say if decided == 1 => {
                room.handle(&RoomAction::Note("今日はお出しできません、と先に言う。".to_owned()))
                    .map(drop)
                    .unwrap();
            }
            Stage::Reaction if decided == 2 && room.peeked().is_empty() => {
                let other = room.ballot().unwrap().options[2];
                room.handle(&RoomAction::Peek(other)).map(drop).unwrap();
            }
            Stage::Summarise => {
                room.handle(&RoomAction::TakeAway("=まず、聞いていることを伝えます。".to_owned()))
                    .unwrap();
            }
            _ => {}
        }
        press(&mut room, RoomKey::Next);
    }
    room.handle(&RoomAction::NextDate("十二月九日（水）十時".to_owned())).unwrap();
    room
}

#[test]
fn what_moved_and_what_split_the_room_is_looked_back_on() {
    let room = an_hour();
    let found = picked(&room);
    assert_eq!(found.len(), 2);
    let split = found.iter().find(|one| one.why == kikitori::room::Why::Split).unwrap();
    assert_eq!(split.turn, 3);
    let shift = found.iter().find(|one| one.why == kikitori::room::Why::Shift).unwrap();
    assert!(room.ballot_of(shift.turn).unwrap().second.total() > 0);
    assert_ne!(shift.turn, split.turn);
}

#[test]
fn a_record_names_nobody_and_can_be_read_again() {
    let room = an_hour();
    for lang in Lang::ALL {
        let record = Record::of(&room, lang, "2026-11-25");
        assert_eq!(Record::read(&record.json()).as_ref(), Some(&record));
        assert_eq!(record.decisions.len(), room.talk().turns().len());
        let said =
            record.decisions.iter().filter(|one| one.options.iter().any(|option| option.said));
        assert_eq!(said.count(), record.decisions.len());
        assert_eq!(record.decisions.iter().filter(|one| !one.peeked.is_empty()).count(), 1);
        let csv = record.csv();
        let rows = csv.lines().count();
        let options: usize = record.decisions.iter().map(|one| one.options.len()).sum();
        assert_eq!(rows, 1 + options + 2, "a row each, one line and one take-away");
        assert!(csv.contains("'=まず"), "a formula");
        let html = record_page(&record, &movement(&record, &record), lang);
        for wanted in
            ["今日はお出しできません", "まず、聞いていることを", "十二月九日", &record.ending]
        {
            assert!(html.contains(wanted), "{wanted}");
        }
        assert!(!html.contains('⟨') && !html.contains("<script"), "{html}");
    }
}

/// An hour by the trainer's keys alone, in which so many of twelve find the best reply in each first vote, to the record
/// as it is kept. The order of options is another each time, as it is from session to session.
fn kept_hour(seed: u64, find: impl Fn(usize) -> u8) -> Record {
    let mut room = Room::open(setup(&library()[0], Length::Hour, seed));
    let mut decided = 0;
    while room.next().is_some() {
        if let Stage::Vote(round) = room.stage() {
            let best = room.best().unwrap();
            let options = room.options();
            let best = options.iter().position(|option| *option == best).unwrap();
            let other = (best + 1) % options.len();
            let found = if round == Round::First { find(decided) } else { 11 };
            decided += usize::from(round == Round::First);
            for vote in 0..12 {
                let option = if vote < found { best } else { other };
                press(&mut room, RoomKey::Digit(u8::try_from(option).unwrap()));
            }
            // A tie would go by the letters: the talk has to take the same way in both hours.
            assert_ne!(found, 6);
            press(&mut room, RoomKey::Enter);
            continue;
        }
        if room.stage() == Stage::Closed {
            let best = room.best().unwrap();
            let at = room.options_in_view().iter().position(|option| *option == best).unwrap();
            // Whatever most chose, the room says the best reply and comes to every beat.
            press(&mut room, RoomKey::Play);
            if room.talk().turns().last().unwrap().choice != best {
                press(&mut room, RoomKey::Next);
                press(&mut room, RoomKey::Digit(u8::try_from(at).unwrap()));
                press(&mut room, RoomKey::Play);
            }
            continue;
        }
        press(&mut room, RoomKey::Next);
    }
    let record = Record::of(&room, Lang::Ja, "2026-11-25");
    Record::read(&record.json()).unwrap()
}

#[test]
fn a_later_session_over_the_same_scenario_shows_what_moved() {
    let earlier = kept_hour(5, |_| 4);
    let later = kept_hour(9, |at| if at % 2 == 0 { 9 } else { 3 });
    assert_ne!(earlier.decisions[0].options, later.decisions[0].options);
    // As the window does it: both are kept, and the later one finds the earlier.
    let folder = Folder::new("two-hours");
    let rooms = Rooms::in_folder(&folder.0);
    for (name, record) in [("2026-11-11-100000", &earlier), ("2026-11-25-100000", &later)] {
        rooms.keep_record(name, "json", &record.json()).unwrap();
    }
    let before = rooms.latest_record("2026-11-25-100000", |text| Record::read(text).is_some());
    let before = Record::read(&before.unwrap()).unwrap();
    assert_eq!(before, earlier);
    let moved = movement(&before, &later);
    // Every beat of the best route was voted on in both.
    assert_eq!(moved.len(), 14);
    for (at, one) in moved.iter().enumerate() {
        let after = if at % 2 == 0 { 9 } else { 3 };
        assert_eq!((one.before, one.after), ((4, 12), (after, 12)), "{}", one.title);
    }
    for lang in Lang::ALL {
        let page = record_page(&later, &moved, lang);
        let heading = kikitori::lang::words::say(lang, "room-record-movement");
        let table = page.split(&format!("<h2>{heading}</h2>")).nth(1).unwrap();
        for one in &moved {
            assert!(table.contains(&one.title), "{} in {lang:?}", one.title);
        }
        assert_eq!(table.matches("<tr>").count(), 1 + moved.len());
        assert!(page.contains("The listening desk, ext. 77"));
    }
    let other = Record { scenario: "another".to_owned(), ..later };
    assert_eq!(movement(&earlier, &other), vec![]);
}

#[test]
fn the_room_sees_at_its_end_where_to_turn() {
    let mut room = Room::open(setup(&library()[0], Length::Half, 5));
    walk_to(&mut room, |room| room.stage() == Stage::Closing);
    let RoomView::Closing { contact, .. } = room.view(Lang::En) else { panic!("not at the end") };
    assert_eq!(contact, "The listening desk, ext. 77");
    // It goes with the journal, and one from before it was asked for has none.
    let began = room.setup().clone();
    let head = head_line(&began, Lang::En, Lang::En);
    let find = |_: &str| Some(Arc::clone(&began.scenario));
    assert_eq!(read_journal(&head, find).unwrap().room.setup().contact, contact);
    let older = head.replace(r#","contact":"The listening desk, ext. 77""#, "");
    assert_ne!(older, head);
    assert_eq!(read_journal(&older, find).unwrap().room.setup().contact, "");
}

#[test]
fn at_a_beat_that_is_talked_over_everybody_says_it_to_their_neighbour() {
    let mut room = Room::open(setup(&library()[0], Length::Hour, 5));
    walk_to(&mut room, |room| room.stage() == Stage::Say && room.is_deep());
    press(&mut room, RoomKey::Next);
    assert_eq!((room.stage(), room.stage().seconds(true)), (Stage::SayInPairs, Some(60)));
    assert!(matches!(room.view(Lang::Ja), RoomView::Say { in_pairs: true, .. }));
    press(&mut room, RoomKey::Next);
    assert_eq!(room.stage(), Stage::Options);
    // By hand at any beat: once aloud, once more in pairs.
    for wanted in [Stage::Say, Stage::SayInPairs, Stage::Say] {
        press(&mut room, RoomKey::Say);
        assert_eq!(room.stage(), wanted);
    }
}

#[test]
fn a_fork_is_where_a_reply_takes_another_way() {
    for scenario in library() {
        let forks = forks(&scenario);
        let room = Room::open(setup(&scenario, Length::Hour, 5));
        let planned = room.time_strip(0).stretches;
        let beats = planned.iter().filter_map(|one| match one.part {
            Part::Beat(beat) => Some(beat),
            _ => None,
        });
        let beats: BTreeSet<BeatIdx> = beats.collect();
        assert!(forks.is_subset(&beats), "{}", scenario.id);
        assert!(!forks.is_empty() && forks.len() < beats.len(), "{}: {forks:?}", scenario.id);
    }
}

#[test]
fn every_sheet_is_written_in_both_languages() {
    for scenario in library() {
        for lang in Lang::ALL {
            for kind in Sheets::ALL {
                let page = pages(kind, &scenario, lang, "ext. 77");
                assert!(page.starts_with("<!DOCTYPE html>") && !page.contains('⟨'), "{page}");
                assert_eq!(page.contains("ext. 77"), kind == Sheets::Week, "{}", kind.code());
            }
            let roles = pages(Sheets::Roles, &scenario, lang, "");
            let hidden = scenario.facts.iter().filter(|fact| fact.kind == FactKind::Hidden);
            let escaped =
                |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            for fact in hidden.filter(|fact| fact.holder == scenario.customer) {
                assert!(roles.contains(&escaped(fact.opens.get(lang))), "{}", fact.id);
            }
        }
    }
}

/// The journal survives what a crash does to its last line.
#[test]
fn a_journal_cut_short_is_resumed_at_its_last_whole_line() {
    let scenario = &library()[0];
    let began = setup(scenario, Length::Hour, 5);
    let mut room = Room::open(began.clone());
    let mut journal = head_line(&began, Lang::Ja, Lang::En) + "\n";
    for at in 0..6 {
        let action = room.next().unwrap();
        if room.handle(&action).is_ok() {
            journal += &entry_line(&RoomEntry { action, at });
            journal += "\n";
        }
    }
    let find = |_: &str| Some(Arc::clone(scenario));
    let resumed = read_journal(&journal, find).unwrap();
    assert!(resumed.whole && resumed.room == room && resumed.at == 5);
    let torn = read_journal(&journal[..journal.len() - 9], find).unwrap();
    assert!(!torn.whole && torn.room != room);
    assert!(read_journal("", find).is_err() && read_journal("{}\n", find).is_err());
    assert!(read_journal(&journal, |_| None).is_err());
}
