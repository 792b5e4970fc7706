//! Facial action units, as Ekman and Friesen's FACS numbers them, and how moods and reactions are made of them.

use crate::scenario::Gauges;

macro_rules! units {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// How far each unit is engaged, 0.0..=1.0 (gaze, tilt and nod -1.0..=1.0).
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub(crate) struct Units {
            $($(#[doc = $doc])+ pub(crate) $name: f32,)+
        }

        impl Units {
            /// Between these and others: 0.0 is these, 1.0 is the others.
            pub(crate) fn toward(&self, other: &Self, share: f32) -> Self {
                Self { $($name: self.$name + (other.$name - self.$name) * share,)+ }
            }

            /// These and `share` of others on top, each unit kept in its range.
            pub(crate) fn plus(&self, other: &Self, share: f32) -> Self {
                Self { $($name: (self.$name + other.$name * share).clamp(-1.0, 1.0),)+ }
            }

            /// The largest difference in any unit.
            pub(crate) fn distance(&self, other: &Self) -> f32 {
                let mut most = 0.0_f32;
                $(most = most.max((self.$name - other.$name).abs());)+
                most
            }
        }
    };
}

units! {
    /// AU1: the inner ends of the brows rise.
    inner_brow,
    /// AU2: the outer ends of the brows rise.
    outer_brow,
    /// AU2 on one side only: a doubting brow.
    one_brow,
    /// AU4: the brows lower and draw together.
    frown,
    /// AU5: the upper lids rise; the eyes widen.
    wide,
    /// AU6: the cheeks rise under the eyes.
    cheeks,
    /// AU7: the lids tighten.
    tight_lids,
    /// AU9: the nose wrinkles.
    wrinkle,
    /// AU12: the corners of the mouth are drawn up.
    smile,
    /// AU15: the corners of the mouth are drawn down.
    sag,
    /// AU17: the chin pushes up the lower lip.
    chin,
    /// AU24: the lips are pressed together.
    press,
    /// AU25 and AU26: the lips part and the jaw drops.
    open,
    /// AU43: the eyes close.
    shut,
    /// AU61 and AU62: the eyes turn to the viewer's left (-) or right (+).
    gaze_x,
    /// AU63 and AU64: the eyes turn up (+) or down (-).
    gaze_y,
    /// AU55 and AU56: the head tilts.
    tilt,
    /// AU53 and AU54: the head rises (+) or sinks (-).
    nod,
    /// Colour in the face.
    flush,
}

/// The lasting face of someone this angry and this trusting.
pub(crate) fn mood(gauges: Gauges) -> Units {
    let share = |value: u8| f32::from(value) / f32::from(Gauges::MAX);
    let (anger, trust) = (share(gauges.anger), share(gauges.trust));
    let ramp = |from: f32, to: f32, value: f32| ((value - from) / (to - from)).clamp(0.0, 1.0);
    let fury = ramp(0.55, 1.0, anger);
    let worry = (1.0 - trust) * (1.0 - ramp(0.3, 0.7, anger));
    let ease = ramp(0.35, 0.95, trust) * (1.0 - ramp(0.2, 0.6, anger));
    Units {
        inner_brow: 0.55 * worry + 0.15 * ease,
        outer_brow: 0.20 * ease,
        frown: ramp(0.25, 0.85, anger),
        wide: 0.75 * fury,
        cheeks: 0.3 * ease,
        tight_lids: 0.7 * ramp(0.35, 0.8, anger) * (1.0 - 0.4 * fury),
        wrinkle: 0.6 * fury,
        // At ease, not beaming: what is told in trust is often sad.
        smile: 0.42 * ease,
        sag: 0.30 * worry + 0.55 * ramp(0.3, 0.8, anger),
        chin: 0.3 * ramp(0.4, 0.7, anger),
        press: 0.8 * ramp(0.35, 0.75, anger) * (1.0 - 0.6 * fury),
        open: 0.35 * fury,
        gaze_x: -0.35 * worry,
        gaze_y: -0.2 * worry,
        nod: -0.3 * ramp(0.4, 0.9, anger) + 0.1 * ease,
        flush: ramp(0.4, 1.0, anger),
        ..Units::default()
    }
}

/// What a line did to the listener, seen in the second after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reaction {
    /// It hurt: less trust, no more anger.
    Hurt,
    /// It angered.
    Anger,
    /// It took a weight away.
    Relief,
    /// It was heard, and not believed yet.
    Doubt,
    /// It reached the person.
    Thaw,
}

impl Reaction {
    /// All of them.
    pub(crate) const ALL: [Self; 5] =
        [Self::Hurt, Self::Anger, Self::Relief, Self::Doubt, Self::Thaw];

    /// What this change of anger and trust looks like.
    pub(crate) fn to(anger: i8, trust: i8) -> Self {
        match (anger, trust) {
            (1.., _) => Self::Anger,
            (_, 2..) => Self::Thaw,
            (..=-1, _) | (0, 1) => Self::Relief,
            (_, ..=-1) => Self::Hurt,
            (0, 0) => Self::Doubt,
        }
    }

    /// The face with this reaction over its mood, as far as it has come, 0.0..=1.0.
    ///
    /// What one felt before steps back for the moment, or a furious face would have no room for anything else; where a
    /// line angers, it stays.
    pub(crate) fn over(self, mood: &Units, strength: f32) -> Units {
        let gives_way = if self == Self::Anger { 0.0 } else { 0.5 * strength };
        mood.toward(&Units::default(), gives_way).plus(&self.units(), strength)
    }

    /// The units that it is made of.
    fn units(self) -> Units {
        let none = Units::default();
        match self {
            // The inner brows rise, the corners sag, the eyes and the head sink aside.
            Self::Hurt => Units {
                inner_brow: 1.0,
                sag: 0.8,
                chin: 0.5,
                shut: 0.35,
                gaze_x: -0.6,
                gaze_y: -1.0,
                nod: -1.0,
                tilt: -0.35,
                smile: -0.4,
                ..none
            },
            // The brows come down, the eyes widen, the nose wrinkles, the teeth show, the head comes forward.
            Self::Anger => Units {
                frown: 0.9,
                wide: 0.8,
                wrinkle: 0.8,
                open: 0.55,
                sag: 0.3,
                nod: 0.7,
                flush: 0.6,
                smile: -0.6,
                press: -0.4,
                ..none
            },
            // The eyes close and the breath goes out; nothing is left between the brows.
            Self::Relief => Units {
                outer_brow: 0.35,
                inner_brow: 0.25,
                shut: 0.95,
                open: 0.22,
                smile: -0.1,
                nod: 0.5,
                frown: -0.6,
                press: -0.6,
                wrinkle: -0.5,
                sag: -0.3,
                ..none
            },
            // One brow rises, the lids narrow, the eyes go aside, the head tilts.
            Self::Doubt => Units {
                one_brow: 1.0,
                tight_lids: 0.6,
                gaze_x: 0.9,
                tilt: 0.6,
                press: 0.6,
                frown: 0.15,
                ..none
            },
            // The brows open, the cheeks rise, the corners follow, and the eyes stay on the one who spoke.
            Self::Thaw => Units {
                inner_brow: 0.65,
                outer_brow: 0.2,
                smile: 0.6,
                cheeks: 0.6,
                wide: 0.15,
                nod: 0.1,
                tilt: -0.35,
                frown: -0.7,
                press: -0.6,
                wrinkle: -0.5,
                open: -0.4,
                sag: -0.6,
                ..none
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(anger: u8, trust: u8) -> Units {
        mood(Gauges::new(anger, trust))
    }

    #[test]
    fn moods_can_be_told_apart_without_a_meter() {
        assert!(at(8, 3).distance(&at(2, 3)) > 0.5);
        assert!(at(8, 3).frown > 0.8 && at(2, 3).frown < 0.1);
        assert!(at(1, 9).smile > 0.35 && at(3, 3).smile < 0.1);
    }

    #[test]
    fn a_mood_changes_a_little_when_a_gauge_does() {
        for anger in 0..10 {
            for trust in 0..10 {
                assert!(at(anger, trust).distance(&at(anger + 1, trust)) < 0.5, "{anger} {trust}");
                assert!(at(anger, trust).distance(&at(anger, trust + 1)) < 0.5, "{anger} {trust}");
            }
        }
    }

    #[test]
    fn every_change_has_its_reaction() {
        use Reaction::{Anger, Doubt, Hurt, Relief, Thaw};
        // Anger down the rows from -2 to 2, trust along them from -2 to 2.
        let table = [
            [Relief, Relief, Relief, Relief, Thaw],
            [Relief, Relief, Relief, Relief, Thaw],
            [Hurt, Hurt, Doubt, Relief, Thaw],
            [Anger, Anger, Anger, Anger, Anger],
            [Anger, Anger, Anger, Anger, Anger],
        ];
        for (anger, row) in (-2..).zip(table) {
            for (trust, expected) in (-2..).zip(row) {
                assert_eq!(Reaction::to(anger, trust), expected, "{anger} {trust}");
            }
        }
    }

    /// Each reaction is carried by units that no other has as strongly, at every anger.
    #[test]
    fn every_reaction_has_a_face_of_its_own() {
        type Unit = (&'static str, fn(&Units) -> f32);
        let marks: [(Reaction, &[Unit]); 5] = [
            (
                Reaction::Hurt,
                &[("sunk", |u| -u.nod), ("eyes down", |u| -u.gaze_y), ("AU1", |u| u.inner_brow)],
            ),
            (Reaction::Anger, &[("AU4", |u| u.frown), ("AU9", |u| u.wrinkle), ("AU5", |u| u.wide)]),
            (Reaction::Relief, &[("AU43", |u| u.shut)]),
            (
                Reaction::Doubt,
                &[("one AU2", |u| u.one_brow), ("AU7", |u| u.tight_lids), ("aside", |u| u.gaze_x)],
            ),
            (Reaction::Thaw, &[("AU12", |u| u.smile), ("AU6", |u| u.cheeks)]),
        ];
        for anger in [2, 5, 8] {
            let mood = at(anger, 10 - anger);
            for (reaction, units) in marks {
                for (name, unit) in units {
                    let own = unit(&reaction.over(&mood, 1.0));
                    for other in Reaction::ALL.into_iter().filter(|other| *other != reaction) {
                        let theirs = unit(&other.over(&mood, 1.0));
                        assert!(
                            own > theirs + 0.15,
                            "{reaction:?} {name} at anger {anger}: {own}, {other:?} {theirs}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn two_reactions_are_far_apart_in_several_units() {
        for anger in [2, 5, 8] {
            let mood = at(anger, 10 - anger);
            for (nth, one) in Reaction::ALL.into_iter().enumerate() {
                for other in &Reaction::ALL[nth + 1..] {
                    let (a, b) = (one.over(&mood, 1.0), other.over(&mood, 1.0));
                    assert!(a.distance(&b) > 0.7, "{one:?} and {other:?} at {anger}");
                    // A reaction comes and goes by its strength alone.
                    assert_eq!(one.over(&mood, 0.0), mood);
                }
            }
        }
    }
}
