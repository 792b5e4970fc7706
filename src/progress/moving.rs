//! Which indicators move from the earlier talks to the later ones, and which do not.

use crate::assess::Share;
use crate::progress::Run;
use crate::rubric::Indicator;

/// Where an indicator goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Rated in too few talks to say.
    NotYet,
    /// Rated higher in the later talks.
    Up,
    /// Rated much the same.
    Level,
    /// Rated lower in the later talks.
    Down,
}

impl Way {
    /// The name on the wire, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Up => "up",
            Self::Level => "level",
            Self::Down => "down",
        }
    }
}

/// An indicator over the talks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// The indicator.
    pub indicator: Indicator,
    /// How often it was rated.
    pub times: u32,
    /// The mean rating in the earlier half of the talks that rated it and in the later half, in half steps, -2..=2;
    /// nothing where there are too few talks to halve.
    pub means: Option<(Share, Share)>,
    /// Where it goes.
    pub way: Way,
}

/// Fewer talks than this cannot be halved so that each half says something.
const TALKS_MIN: usize = 4;

/// A mean that moves by less than one half step may have moved by luck.
const STEP: Share = Share::new_raw(1, 1);

/// Every indicator that was rated in talks had in one go, which stand in their order.
pub(super) fn moving(runs: &[&Run]) -> Vec<Moving> {
    let all = Indicator::ALL.iter();
    all.filter_map(|indicator| {
        let rated: Vec<(i32, u32)> = runs
            .iter()
            .filter(|run| run.practised.in_one_go)
            .filter_map(|run| run.rated.get(indicator).copied())
            .collect();
        (!rated.is_empty()).then(|| one(*indicator, &rated))
    })
    .collect()
}

fn one(indicator: Indicator, rated: &[(i32, u32)]) -> Moving {
    let times = rated.iter().map(|(_, times)| times).sum();
    if rated.len() < TALKS_MIN {
        return Moving { indicator, times, means: None, way: Way::NotYet };
    }
    // Of an odd number the talk in the middle belongs to the later ones.
    let (first, last) = rated.split_at(rated.len() / 2);
    let (earlier, later) = (mean(first), mean(last));
    let way = if later - earlier >= STEP {
        Way::Up
    } else if earlier - later >= STEP {
        Way::Down
    } else {
        Way::Level
    };
    Moving { indicator, times, means: Some((earlier, later)), way }
}

fn mean(rated: &[(i32, u32)]) -> Share {
    let sum: i64 = rated.iter().map(|(sum, _)| i64::from(*sum)).sum();
    let times: i64 = rated.iter().map(|(_, times)| i64::from(*times)).sum();
    if times == 0 { Share::ZERO } else { Share::new(sum, times) }
}
