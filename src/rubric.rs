//! The rubric: three skills, fifteen indicators in half steps, four levels and six critical errors.
//!
//! Its source is the project's own scoring guide; the words for people are in `assets/locale/*/rubric.ftl`.

use crate::notation::Word;

/// What is trained. A score belongs to one skill; there is no total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skill {
    /// Perspective-taking: get it, give it back, fit it, serve it, protect it.
    Perspective,
    /// Ownership of the apology: as whom, for what, without a shield, then act and record.
    Ownership,
    /// Staying calm: not about me, not swept, paced, plain, bounded.
    Calm,
}

impl Skill {
    /// Every skill, in the order of bars and columns.
    pub const ALL: [Self; 3] = [Self::Perspective, Self::Ownership, Self::Calm];

    /// The name in files and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Perspective => "perspective",
            Self::Ownership => "ownership",
            Self::Calm => "calm",
        }
    }
}

impl Word for Skill {
    const WORDS: &'static [(&'static str, Self)] =
        &[("Perspective", Self::Perspective), ("Ownership", Self::Ownership), ("Calm", Self::Calm)];
}

macro_rules! indicators {
    ($($(#[doc = $doc:literal])+ $name:ident: $skill:ident;)+) => {
        /// An observable behaviour that shows a skill.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Indicator {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Indicator {
            /// Every indicator, by skill and number.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The name in scenario files, such as `P1`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }

            /// The skill it shows.
            pub fn skill(self) -> Skill {
                match self { $(Self::$name => Skill::$skill),+ }
            }
        }
    };
}

indicators! {
    /// Asks before assuming.
    P1: Perspective;
    /// Gives back what was heard.
    P2: Perspective;
    /// Fits their terms.
    P3: Perspective;
    /// Serves the purpose, not the position.
    P4: Perspective;
    /// Protects face and privacy.
    P5: Perspective;
    /// Apologises from a standing.
    O1: Ownership;
    /// Apologises for something specific, in proportion.
    O2: Ownership;
    /// Uses no shield.
    O3: Ownership;
    /// Says who, what, by when, and what if not.
    O4: Ownership;
    /// Records, hands over, prevents.
    O5: Ownership;
    /// Does not take the attack as about oneself.
    C1: Calm;
    /// Warm, not swept along.
    C2: Calm;
    /// Paces and orders.
    C3: Calm;
    /// Says a plain no.
    C4: Calm;
    /// Shows the line that is not to be crossed.
    C5: Calm;
}

impl Indicator {
    /// The indicator with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|indicator| indicator.code() == code)
    }
}

/// How one reply shows one indicator, in half steps: -2 is harmful, 0 is not shown, 2 is exemplary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(i8);

impl Rating {
    /// The lowest and the highest rating, in half steps.
    pub const RANGE: std::ops::RangeInclusive<i8> = -2..=2;

    /// The rating written in a scenario file as `-1`, `-0.5`, `0`, `0.5` or `1` (a `+` and trailing zeros may be added).
    pub fn from_written(written: &str) -> Option<Self> {
        let unsigned = written.trim_start_matches(['+', '-']);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let steps = match (whole, fraction.trim_end_matches('0')) {
            ("0", "") => 0,
            ("0" | "", "5") => 1,
            ("1", "") => 2,
            _ => return None,
        };
        Some(Self(if written.starts_with('-') { -steps } else { steps }))
    }

    /// The rating of this many half steps, if it is in [`Rating::RANGE`].
    pub fn from_half_steps(steps: i8) -> Option<Self> {
        Self::RANGE.contains(&steps).then_some(Self(steps))
    }

    /// In half steps, -2..=2.
    pub fn half_steps(self) -> i32 {
        i32::from(self.0)
    }

    /// The key of the word for this rating.
    pub fn word(self) -> &'static str {
        match self.0 {
            i8::MIN..=-2 => "rating-harmful",
            -1 => "rating-short",
            0 => "rating-not-shown",
            1 => "rating-nearly",
            2.. => "rating-exemplary",
        }
    }
}

/// What must not happen in a talk, whatever else went well; it caps its skill at level 2 for that run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Critical {
    /// Gives out a staff member's or customer's private data.
    X1,
    /// Lies about a check, a cause or a result.
    X2,
    /// Leaves a promise standing that cannot be kept.
    X3,
    /// Demeans or discriminates.
    X4,
    /// Stays alone under threat, or ends the contact on a fair complaint.
    X5,
    /// Admits legal liability or promises compensation without authority.
    X6,
}

impl Critical {
    /// Every critical error.
    pub const ALL: [Self; 6] = [Self::X1, Self::X2, Self::X3, Self::X4, Self::X5, Self::X6];

    /// The name in files and on the wire, such as `X1`.
    pub fn code(self) -> &'static str {
        match self {
            Self::X1 => "X1",
            Self::X2 => "X2",
            Self::X3 => "X3",
            Self::X4 => "X4",
            Self::X5 => "X5",
            Self::X6 => "X6",
        }
    }

    /// The skill whose level it caps.
    pub fn skill(self) -> Skill {
        match self {
            Self::X1 | Self::X4 => Skill::Perspective,
            Self::X2 | Self::X3 | Self::X6 => Skill::Ownership,
            Self::X5 => Skill::Calm,
        }
    }
}

impl Word for Critical {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("X1", Self::X1),
        ("X2", Self::X2),
        ("X3", Self::X3),
        ("X4", Self::X4),
        ("X5", Self::X5),
        ("X6", Self::X6),
    ];
}

/// A described stage of a skill. Provisional until a panel sets the cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Below 50: reacts first.
    One,
    /// 50 to 74: the form is there.
    Two,
    /// 75 to 89: holds up at work.
    Three,
    /// 90 and more: a model for others.
    Four,
}

impl Level {
    /// The highest level of a skill in a talk with a critical error.
    pub const CAP: Self = Self::Two;

    /// Fewer observations than this give no level.
    pub const OBSERVATIONS_MIN: u32 = 6;

    /// The level of a printed score, capped at [`Level::CAP`] by a critical error; none on too few observations.
    pub fn of(score: u8, observations: u32, critical: bool) -> Option<Self> {
        let level = match score {
            0..=49 => Self::One,
            50..=74 => Self::Two,
            75..=89 => Self::Three,
            90.. => Self::Four,
        };
        let capped = if critical { level.min(Self::CAP) } else { level };
        (observations >= Self::OBSERVATIONS_MIN).then_some(capped)
    }

    /// 1 to 4.
    pub fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_half_steps() {
        for (written, steps) in [
            ("-1", -2),
            ("-0.5", -1),
            ("0", 0),
            ("0.5", 1),
            ("+1", 2),
            ("1.0", 2),
            ("-.5", -1),
            ("-0", 0),
            ("0.50", 1),
        ] {
            assert_eq!(
                Rating::from_written(written).map(Rating::half_steps),
                Some(steps),
                "{written}"
            );
        }
        for wrong in ["2", "0.25", "-1.5", "", "x", "1e0", "0.05"] {
            assert_eq!(Rating::from_written(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_level_needs_observations_and_no_critical_error() {
        assert_eq!(Level::of(100, 5, false), None);
        assert_eq!(Level::of(100, 6, false), Some(Level::Four));
        assert_eq!(Level::of(100, 6, true), Some(Level::Two));
        assert_eq!(Level::of(30, 6, true), Some(Level::One));
        assert_eq!(Level::of(75, 6, false), Some(Level::Three));
        assert_eq!(Level::of(74, 6, false), Some(Level::Two));
    }

    #[test]
    fn five_indicators_a_skill() {
        for skill in Skill::ALL {
            assert_eq!(
                Indicator::ALL.iter().filter(|indicator| indicator.skill() == skill).count(),
                5
            );
        }
    }
}
