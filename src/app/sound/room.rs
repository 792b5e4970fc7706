//! What is heard in a room: what is heard of its talk, at the line that it is heard before.

use crate::app::sound::{Sound, on_ending, on_entering};
use crate::room::{Room, Stage};

/// What is heard as a room goes on: the telephone or the bell as a line is come to, and the receiver as a talk ends.
pub(crate) fn in_room(before: &Room, after: &Room) -> Vec<Sound> {
    let last = after.talk().turns().last().map(|turn| turn.beat);
    let scenario = after.scenario();
    let went_back = after.route().len() < before.route().len();
    match (before.stage(), after.stage()) {
        // Where the room comes back to what it has heard, nobody rings once more.
        (from, Stage::Line) if from.decides() || went_back => Vec::new(),
        (_, Stage::Line) => {
            after.beat().map_or_else(Vec::new, |to| on_entering(scenario, last, to))
        }
        (_, Stage::Ending) => last.and_then(|from| on_ending(scenario, from)).into_iter().collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::room::{Length, Plan, RoomAction, Setup};
    use crate::scenario::read_and_compile;
    use crate::session::Seed;

    #[test]
    fn the_phone_rings_once_before_the_first_line() {
        let text = include_str!("../../../scenarios/last-day-sweets.ron");
        let scenario = Arc::new(read_and_compile(text).0.unwrap());
        let (plan, contact) = (Plan::proposed(&scenario, Length::Hour), String::new());
        let mut room = Room::open(Setup { scenario, plan, seed: Seed(1), group: 12, contact });
        let mut act = |action: Option<RoomAction>| {
            let before = room.clone();
            room.handle(&action.or_else(|| room.next()).unwrap()).unwrap();
            (room.stage(), in_room(&before, &room))
        };
        let mut heard = Vec::new();
        loop {
            let (stage, sounds) = act(None);
            heard.extend(sounds);
            if stage == Stage::Line {
                break;
            }
        }
        assert_eq!(heard, [Sound::Ring, Sound::PickUp]);
        // Aloud, and back to the line: it does not ring once more.
        assert_eq!(act(None), (Stage::Say, vec![]));
        assert_eq!(act(Some(RoomAction::Back)), (Stage::Line, vec![]));
        assert_eq!(act(Some(RoomAction::Tell(crate::room::Pick::Best))).1, []);
        assert_eq!(act(Some(RoomAction::Back)), (Stage::Line, vec![]));
    }
}
