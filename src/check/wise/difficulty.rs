//! Bar D1: a library has scenarios for beginners and for the practised, and what is called hard is hard.

use crate::check::wise::library::{LibraryFinding, SCENARIOS_MIN};
use crate::check::wise::library_place::LibraryPlace;
use crate::check::wise::named;
use crate::diagnostic::Rule;
use crate::surface::{Tenths, Thousandths, ranks, rho};

/// How many scenarios there are at least of each difficulty.
const SPREAD: [usize; 5] = [2, 2, 2, 2, 1];

/// How far the difficulty that authors name goes at least with what picking at random scores.
const AGREE_MIN: Thousandths = Thousandths(500);

/// How hard a scenario is said to be, and how hard it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difficulty {
    /// The scenario's id.
    pub scenario: String,
    /// What its author says, 1 to 5.
    pub named: u8,
    /// What picking at random scores in whole talks, if that is known: the less, the harder.
    pub chance: Option<Tenths>,
}

pub(super) fn judge(difficulties: &[Difficulty]) -> Vec<LibraryFinding> {
    spread(difficulties).into_iter().chain(order(difficulties)).collect()
}

/// Too few scenarios of some difficulty. It is asked for where there are enough to have them all.
fn spread(difficulties: &[Difficulty]) -> Option<LibraryFinding> {
    if difficulties.len() < SPREAD.iter().sum() {
        return None;
    }
    let of = |level: u8| difficulties.iter().filter(move |one| one.named == level);
    let levels = || (1..=5).zip(SPREAD);
    let lacking: Vec<u8> =
        levels().filter(|(level, least)| of(*level).count() < *least).map(|(at, _)| at).collect();
    if lacking.is_empty() {
        return None;
    }
    // Those that most scenarios share the difficulty of: some of them may be another.
    let fullest = (1..=5).max_by_key(|level| of(*level).count())?;
    let [one, two, three, four, five] = [1, 2, 3, 4, 5].map(|level| of(level).count());
    let args = vec![
        ("scenarios", difficulties.len().into()),
        ("one", one.into()),
        ("two", two.into()),
        ("three", three.into()),
        ("four", four.into()),
        ("five", five.into()),
        ("lacking", named(&lacking).into()),
        ("fullest", i64::from(fullest).into()),
        ("names", named(of(fullest).map(|one| &one.scenario)).into()),
    ];
    let place = LibraryPlace::Difficulty(of(fullest).next()?.scenario.clone());
    Some(LibraryFinding { rule: Rule::DifficultySpread, args, place })
}

/// What is called hard scores no less by chance. Where all are said to be equally hard, there is no order to judge.
fn order(difficulties: &[Difficulty]) -> Option<LibraryFinding> {
    let known: Vec<(&Difficulty, Tenths)> =
        difficulties.iter().filter_map(|one| Some((one, one.chance?))).collect();
    if known.len() < SCENARIOS_MIN {
        return None;
    }
    let said: Vec<i64> = known.iter().map(|(one, _)| i64::from(one.named)).collect();
    let is: Vec<i64> = known.iter().map(|(_, chance)| -chance.0).collect();
    let agree = rho(&said, &is).filter(|rho| *rho < AGREE_MIN)?;
    let mut off: Vec<(i64, &Difficulty, Tenths)> = ranks(&said)
        .into_iter()
        .zip(ranks(&is))
        .zip(&known)
        .map(|((said, is), (one, chance))| ((said - is).abs(), *one, *chance))
        .collect();
    off.sort_by_key(|(far, ..)| -far);
    let names =
        off.iter().map(|(_, one, chance)| format!("{} ({}; {chance})", one.scenario, one.named));
    let args = vec![
        ("r", agree.to_string().into()),
        ("least", AGREE_MIN.unsigned().into()),
        ("scenarios", known.len().into()),
        ("names", named(names).into()),
    ];
    let place = LibraryPlace::Difficulty(off.first()?.1.scenario.clone());
    Some(LibraryFinding { rule: Rule::DifficultyOrder, args, place })
}
