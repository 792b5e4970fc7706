//! A scenario laid out for judging: its sheets, and what every reader who hears nothing gets.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::BigInt;

use crate::analysis::{Exact, Routes};
use crate::assess::Reference;
use crate::lang::Lang;
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::surface::{Bot, Picks, Sheet, Tenths, by_chance, item_level};

/// Whole talks are followed in scenarios of up to this many steps, several times what a shipped one takes.
const STEPS_MAX: usize = 6_000_000;

/// One scenario.
pub(super) struct Case<'s> {
    pub(super) scenario: &'s Arc<Scenario>,
    /// One sheet for each of its languages.
    pub(super) sheets: Vec<Sheet>,
    talks: Talks<'s>,
}

/// What a reader gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// In whole talks, the mean of the skills' mean scores; nothing where a scenario has too many routes to follow.
    pub path: Option<Tenths>,
    /// At single decisions: the mean over the main beats, the worst choice being 0 and the best 100.
    pub item: Tenths,
}

/// A reader who hears nothing, and what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The rule that is picked by.
    pub bot: Bot,
    /// The language that is read; none for a bot that only counts places.
    pub lang: Option<Lang>,
    /// What it gets.
    pub points: Points,
    /// The picks that bring more than chance would, the richest first.
    pub because: Vec<(BeatIdx, ChoiceIdx)>,
}

impl<'s> Case<'s> {
    pub(super) fn of(scenario: &'s Arc<Scenario>, reference: &Reference) -> Self {
        let sheets = scenario.languages.iter().map(|lang| Sheet::of(scenario, *lang)).collect();
        Self { scenario, sheets, talks: Talks::of(scenario, reference) }
    }

    /// How many main beats can tell a good reader from a lucky one.
    pub(super) fn judged_beats(&self) -> usize {
        self.sheets.first().map_or(0, |sheet| sheet.judged().count())
    }

    /// What chance gets.
    pub(super) fn chance(&mut self) -> Points {
        let picks = self.sheets.first().map(by_chance).unwrap_or_default();
        self.points(None, &picks).0
    }

    /// Every bot. Of several that would pick the same in a language only the first is there, and none that would pick
    /// everywhere by chance.
    pub(super) fn trials(&mut self) -> Vec<Trial> {
        let mut bots = Vec::new();
        for sheet in &self.sheets {
            let mut met: Vec<Picks> = vec![by_chance(sheet)];
            let mut take = |bot: Bot, lang: Option<Lang>| {
                let picks = bot.picks(sheet);
                if !met.contains(&picks) {
                    met.push(picks.clone());
                    bots.push((bot, lang, picks));
                }
            };
            Bot::readers(sheet).into_iter().for_each(|bot| take(bot, Some(sheet.lang)));
            if Some(&sheet.lang) == self.scenario.languages.first() {
                Bot::PLACES.into_iter().for_each(|bot| take(bot, None));
            }
        }
        let trial = |(bot, lang, picks): (Bot, Option<Lang>, Picks)| {
            let (points, because) = self.points(lang, &picks);
            Trial { bot, lang, points, because }
        };
        bots.into_iter().map(trial).collect()
    }

    /// The sheet in a language, if the scenario is written in it.
    pub(super) fn sheet(&self, lang: Lang) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.lang == lang)
    }

    /// The sheet in a language, or any where it does not matter.
    pub(super) fn sheet_or_first(&self, lang: Option<Lang>) -> Option<&Sheet> {
        match lang {
            Some(lang) => self.sheet(lang),
            None => self.sheets.first(),
        }
    }

    /// What picks get that were made on a language's sheet, or on any.
    pub(super) fn points(
        &mut self,
        lang: Option<Lang>,
        picks: &Picks,
    ) -> (Points, Vec<(BeatIdx, ChoiceIdx)>) {
        let Some(sheet) = self.sheet_or_first(lang) else {
            return (Points { path: None, item: Tenths(0) }, Vec::new());
        };
        let (item, because) = item_level(sheet, picks);
        (Points { path: self.talks.path_level(picks), item }, because)
    }
}

/// The whole talks of a scenario, and what is known of them already.
struct Talks<'s> {
    routes: Option<Routes<'s>>,
    /// The skills that the scenario offers anything for.
    offered: Vec<Skill>,
    known: BTreeMap<Picks, Option<Tenths>>,
}

impl<'s> Talks<'s> {
    fn of(scenario: &'s Arc<Scenario>, reference: &Reference) -> Self {
        let offers = |skill: &Skill| reference.available[*skill as usize] > 0;
        Self {
            routes: Routes::of(scenario, reference, STEPS_MAX),
            offered: Skill::ALL.into_iter().filter(offers).collect(),
            known: BTreeMap::new(),
        }
    }

    /// The mean of the offered skills' mean scores.
    fn path_level(&mut self, picks: &Picks) -> Option<Tenths> {
        if let Some(known) = self.known.get(picks) {
            return *known;
        }
        let routes = self.routes.as_ref().filter(|_| !self.offered.is_empty());
        let path = routes.and_then(|routes| {
            let means = routes.means(&|_, _, beat| picks[beat.at()].clone());
            let sum: Exact = self.offered.iter().map(|skill| &means[*skill as usize]).sum();
            tenths(&(sum / whole(self.offered.len())))
        });
        self.known.insert(picks.clone(), path);
        path
    }
}

fn whole(number: usize) -> Exact {
    Exact::from_integer(BigInt::from(number))
}

/// Rounded half up.
fn tenths(points: &Exact) -> Option<Tenths> {
    let rounded = (points * whole(20) + whole(1)) / whole(2);
    i64::try_from(rounded.floor().to_integer()).ok().map(Tenths)
}
