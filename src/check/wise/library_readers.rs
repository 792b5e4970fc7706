//! What readers who have heard nothing get over a library, on the mean of its scenarios.

use crate::check::wise::case::{Case, Points};
use crate::check::wise::library_place::LibraryChoice;
use crate::lang::Lang;
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::surface::{Appearance, Bot, Learned, Picks, Tenths, keys_picked};

/// One bot's mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mean {
    /// The bot.
    pub bot: Bot,
    /// The language that it reads, if it reads.
    pub lang: Option<Lang>,
    /// Its points in whole talks.
    pub path: Tenths,
    /// What chance gets in the same talks.
    pub chance: Tenths,
    /// The picks that bring it most.
    pub because: Vec<LibraryChoice>,
}

/// What was learned in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The language.
    pub lang: Lang,
    /// Points in whole talks of scenarios that were held out, on their mean.
    pub path: Option<Tenths>,
    /// What chance gets in the same talks.
    pub chance: Option<Tenths>,
    /// In how many percent of their main beats the key is picked.
    pub keys: Tenths,
    /// In how many percent chance would.
    pub keys_chance: Tenths,
    /// The picks that bring it most.
    pub because: Vec<LibraryChoice>,
}

/// What all readers get.
pub(super) struct Readers {
    /// What chance gets in whole talks of each scenario.
    pub(super) chances: Vec<Option<Tenths>>,
    pub(super) means: Vec<Mean>,
    pub(super) learned: Vec<Lesson>,
}

/// One reader: what it picks in each scenario, where it can read it, and then what it got there.
struct Reader {
    lang: Option<Lang>,
    picks: Vec<Option<Picks>>,
    got: Vec<Option<Got>>,
}

struct Got {
    points: Points,
    /// The picks that bring more than chance would, the richest first.
    because: Vec<LibraryChoice>,
}

impl Readers {
    /// Everyone reads every scenario.
    pub(super) fn of(cases: &mut [Case<'_>]) -> Self {
        let mut bots = bots(cases);
        let mut learners: Vec<(Lang, Reader)> =
            Lang::ALL.into_iter().filter_map(|lang| learner(lang, cases)).collect();
        let mut chances = Vec::new();
        for (at, case) in cases.iter_mut().enumerate() {
            chances.push(case.chance().path);
            let bots = bots.iter_mut().map(|(_, reader)| reader);
            for reader in bots.chain(learners.iter_mut().map(|(_, reader)| reader)) {
                let got = reader.picks[at].as_ref().map(|picks| got(case, reader.lang, picks));
                reader.got.push(got);
            }
            // The talks of all scenarios at once would take much room.
            case.forget_talks();
        }
        let mean = |(bot, reader): (Bot, Reader)| {
            let (path, chance) = reader.points(&chances);
            let (lang, because) = (reader.lang, reader.in_turn(usize::MAX));
            Some(Mean { bot, lang, path: path?, chance: chance?, because })
        };
        let mut means: Vec<Mean> = bots.into_iter().filter_map(mean).collect();
        means.sort_by_key(|mean| std::cmp::Reverse(mean.path.0 - mean.chance.0));
        let lesson = |(lang, reader): (Lang, Reader)| lesson(lang, &reader, cases, &chances);
        let learned = learners.into_iter().filter_map(lesson).collect();
        Self { chances, means, learned }
    }
}

fn got(case: &mut Case<'_>, lang: Option<Lang>, picks: &Picks) -> Got {
    let (points, rich) = case.points(lang, picks);
    let name = |choice: (BeatIdx, ChoiceIdx)| {
        case.appearances.first().map(|appearance| LibraryChoice::of(appearance, choice))
    };
    Got { points, because: rich.into_iter().filter_map(name).collect() }
}

impl Reader {
    fn new(lang: Option<Lang>, picks: Vec<Option<Picks>>) -> Self {
        Self { lang, picks, got: Vec::new() }
    }

    /// The mean of what it got, and of what chance got in the same scenarios.
    fn points(&self, chances: &[Option<Tenths>]) -> (Option<Tenths>, Option<Tenths>) {
        let path = |got: &Option<Got>| got.as_ref().and_then(|got| got.points.path);
        let known =
            || self.got.iter().zip(chances).filter_map(|(got, chance)| path(got).zip(*chance));
        (mean(known().map(|(path, _)| path)), mean(known().map(|(_, chance)| chance)))
    }

    /// The richest pick of each scenario, then the second of each, and so on.
    fn in_turn(&self, rounds: usize) -> Vec<LibraryChoice> {
        let lists = || self.got.iter().flatten().map(|got| &got.because);
        let longest = lists().map(Vec::len).max().unwrap_or(0).min(rounds);
        (0..longest).flat_map(|at| lists().filter_map(move |list| list.get(at).cloned())).collect()
    }
}

/// The mean of what is known, rounded half up.
pub(super) fn mean(points: impl Iterator<Item = Tenths>) -> Option<Tenths> {
    let known: Vec<i64> = points.map(|points| points.0).collect();
    let count = i64::try_from(known.len()).ok().filter(|count| *count > 0)?;
    Some(Tenths((known.iter().sum::<i64>() * 2 + count).div_euclid(count * 2)))
}

/// Every bot; of several that pick the same everywhere only the first.
fn bots(cases: &[Case<'_>]) -> Vec<(Bot, Reader)> {
    let mut bots: Vec<(Bot, Option<Lang>)> = Vec::new();
    for lang in Lang::ALL {
        if let Some(appearance) = cases.iter().find_map(|case| case.appearance(lang)) {
            bots.extend(Bot::readers(appearance).into_iter().map(|bot| (bot, Some(lang))));
        }
    }
    bots.extend(Bot::PLACES.map(|bot| (bot, None)));
    let mut readers: Vec<(Bot, Reader)> = Vec::new();
    for (bot, lang) in bots {
        let picks = |case: &Case<'_>| Some(bot.picks(case.appearance_or_first(lang)?));
        let picks: Vec<_> = cases.iter().map(picks).collect();
        if readers.iter().all(|(_, known)| known.picks != picks) {
            readers.push((bot, Reader::new(lang, picks)));
        }
    }
    readers
}

/// Who learns from all scenarios in a language but the one that it reads.
fn learner(lang: Lang, cases: &[Case<'_>]) -> Option<(Lang, Reader)> {
    let appearances: Vec<Option<&Appearance>> =
        cases.iter().map(|case| case.appearance(lang)).collect();
    if appearances.iter().flatten().count() < 2 {
        return None;
    }
    let picks = |(out, appearance): (usize, &Option<&Appearance>)| {
        let appearance = (*appearance)?;
        let others = appearances.iter().enumerate().filter(|(at, _)| *at != out);
        let others: Vec<&Appearance> = others.filter_map(|(_, other)| *other).collect();
        Some(Learned::from(&others, lang).picks(appearance))
    };
    let picks = appearances.iter().enumerate().map(picks).collect();
    Some((lang, Reader::new(Some(lang), picks)))
}

fn lesson(
    lang: Lang,
    reader: &Reader,
    cases: &[Case<'_>],
    chances: &[Option<Tenths>],
) -> Option<Lesson> {
    let keys = |(case, picks): (&Case<'_>, &Option<Picks>)| {
        Some(keys_picked(case.appearance(lang)?, picks.as_ref()?))
    };
    let keys: Vec<(Tenths, Tenths)> = cases.iter().zip(&reader.picks).filter_map(keys).collect();
    let (path, chance) = reader.points(chances);
    Some(Lesson {
        lang,
        path,
        chance,
        keys: mean(keys.iter().map(|(picked, _)| *picked))?,
        keys_chance: mean(keys.iter().map(|(_, chance)| *chance))?,
        because: reader.in_turn(2),
    })
}
