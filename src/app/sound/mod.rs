//! What can be heard of a talk: sounds of our own making, each with words for those who do not hear it.
//!
//! The words are always there; the sounds only in a program that is built with the feature `sound`.

#[cfg(feature = "sound")]
mod loudspeaker;
mod room;
#[cfg(any(test, feature = "sound"))]
mod wave;

pub(crate) use room::in_room;

use bevy::prelude::*;

use crate::scenario::{BeatIdx, Channel, Role, Scenario};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Play>();
    #[cfg(feature = "sound")]
    app.add_plugins(loudspeaker::plugin);
}

/// Asks for a sound to be heard.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Play(pub(crate) Sound);

/// Something that is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sound {
    /// A telephone rings.
    Ring,
    /// Its receiver is picked up.
    PickUp,
    /// It is put down.
    HangUp,
    /// A message or a mail comes.
    Message,
    /// The bell at somebody's door.
    Doorbell,
    /// The bell on a counter.
    CounterBell,
    /// The time of a room is up.
    TimeUp,
    /// A choice was taken. It has no words, for the choice is seen.
    Choice,
}

impl Sound {
    /// The key of its words.
    pub(crate) fn caption(self) -> Option<&'static str> {
        match self {
            Self::Ring => Some("caption-ring"),
            Self::PickUp => Some("caption-pick-up"),
            Self::HangUp => Some("caption-hang-up"),
            Self::Message => Some("caption-message"),
            Self::Doorbell => Some("caption-doorbell"),
            Self::CounterBell => Some("caption-counter-bell"),
            Self::TimeUp => Some("caption-time-up"),
            Self::Choice => None,
        }
    }
}

/// What is heard as a talk comes to a beat, from another one or at its beginning.
pub(crate) fn on_entering(scenario: &Scenario, from: Option<BeatIdx>, to: BeatIdx) -> Vec<Sound> {
    let opens = from.is_none_or(|from| scenario.beat(from).act != scenario.beat(to).act);
    let begins =
        speaks(scenario, to) && (opens || from.is_some_and(|from| !speaks(scenario, from)));
    let rings_off = from.filter(|_| !opens && !speaks(scenario, to));
    let rings_off = rings_off.and_then(|from| on_ending(scenario, from));
    let heard = match scenario.channel_at(to) {
        Channel::Phone => {
            [opens.then_some(Sound::Ring).or(rings_off), begins.then_some(Sound::PickUp)]
        }
        Channel::Chat | Channel::Mail => [speaks(scenario, to).then_some(Sound::Message), None],
        Channel::Visit => [opens.then_some(Sound::Doorbell), None],
        Channel::Counter => [opens.then_some(Sound::CounterBell), None],
        Channel::Internal => [None, None],
    };
    heard.into_iter().flatten().collect()
}

/// What is heard as a talk, or a call within it, ends at a beat.
pub(crate) fn on_ending(scenario: &Scenario, from: BeatIdx) -> Option<Sound> {
    let by_phone = scenario.channel_at(from) == Channel::Phone && speaks(scenario, from);
    by_phone.then_some(Sound::HangUp)
}

/// Whether the customer speaks at a beat.
fn speaks(scenario: &Scenario, beat: BeatIdx) -> bool {
    let mut lines = scenario.beat(beat).lines.iter();
    lines.any(|line| scenario.speaker(line.speaker).role == Role::Customer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read_and_compile;

    fn lunch() -> Scenario {
        let text = include_str!("../../../scenarios/examples/the-cold-lunch.ron");
        read_and_compile(text).0.unwrap()
    }

    #[test]
    fn the_phone_rings_and_is_picked_up_once_someone_speaks() {
        let lunch = lunch();
        let at = |id: &str| lunch.find_beat(id).unwrap();
        for (from, to, heard) in [
            (None, "before", vec![Sound::Ring]),
            (Some("before"), "opening", vec![Sound::PickUp]),
            (Some("opening"), "ask", vec![]),
            (Some("promise"), "again", vec![Sound::Ring, Sound::PickUp]),
            (Some("near"), "desk", vec![]),
        ] {
            assert_eq!(on_entering(&lunch, from.map(at), at(to)), heard, "{to}");
        }
        let text = include_str!("../../../scenarios/last-day-sweets.ron");
        let sweets = read_and_compile(text).0.unwrap();
        let at_sweets = |id: &str| sweets.find_beat(id).unwrap();
        // She rings off, and rings again; a colleague has answered.
        for (from, to, heard) in [
            ("N10", "N11", vec![]),
            ("N11", "N12", vec![Sound::HangUp]),
            ("N12", "N13", vec![Sound::PickUp]),
        ] {
            assert_eq!(on_entering(&sweets, Some(at_sweets(from)), at_sweets(to)), heard, "{to}");
        }
        assert_eq!(on_ending(&lunch, at("near")), Some(Sound::HangUp));
        assert_eq!(on_ending(&lunch, at("desk")), None);
    }

    #[test]
    fn every_channel_has_its_own_sound() {
        let tiny = include_str!("../../../tests/scenarios/tiny.ron");
        for (channel, heard) in [
            ("Phone", vec![Sound::Ring, Sound::PickUp]),
            ("Chat", vec![Sound::Message]),
            ("Mail", vec![Sound::Message]),
            ("Visit", vec![Sound::Doorbell]),
            ("Counter", vec![Sound::CounterBell]),
            ("Internal", vec![]),
        ] {
            let text = tiny.replace("channel: Phone", &format!("channel: {channel}"));
            let tiny = read_and_compile(&text).0.unwrap();
            assert_eq!(on_entering(&tiny, None, tiny.opens_at), heard, "{channel}");
        }
    }
}
