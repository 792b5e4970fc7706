//! A scenario laid out for judging: its appearances, and what every reader who hears nothing gets.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::BigInt;

use crate::analysis::{Exact, Routes};
use crate::assess::Reference;
use crate::blind::{Hits, Mode, Reading};
use crate::lang::Lang;
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::surface::{Appearance, Bot, Picks, Tenths, by_chance, item_level, weights};

/// Whole talks are followed in scenarios of up to this many steps, three times what the larger shipped one takes.
pub(super) const STEPS_MAX: usize = 6_000_000;

/// One scenario.
pub(super) struct Case<'s> {
    pub(super) scenario: &'s Arc<Scenario>,
    /// One appearance for each of its languages.
    pub(super) appearances: Vec<Appearance>,
    talks: Talks<'s>,
}

/// A scenario that is large enough to be judged with others, with what readers got in its whole talks as far as any
/// were followed: nobody has to follow them twice.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    known: Known,
    /// What readers found who saw only the choices, where anybody read them.
    pub(super) blind: Vec<(Lang, Hits)>,
}

impl Judged {
    /// The same, with what readers of the present wording found.
    pub(in crate::check) fn read_by(mut self, readings: &[Reading]) -> Self {
        let hits = |lang| Some((lang, Hits::of(&self.scenario, readings, Mode::Blind, lang)?));
        self.blind = Lang::ALL.into_iter().filter_map(hits).collect();
        self
    }
}

/// The points of every way of picking that was followed through the whole talks.
type Known = BTreeMap<Vec<Vec<u32>>, Option<Tenths>>;

impl From<&Arc<Scenario>> for Judged {
    fn from(scenario: &Arc<Scenario>) -> Self {
        Self { scenario: Arc::clone(scenario), known: Known::new(), blind: Vec::new() }
    }
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
        let appearances =
            scenario.languages.iter().map(|lang| Appearance::of(scenario, *lang)).collect();
        Self { scenario, appearances, talks: Talks::of(scenario, reference) }
    }

    /// A scenario that was judged before.
    pub(super) fn again(judged: &'s Judged) -> Self {
        let mut case = Self::of(&judged.scenario, &Reference::of(&judged.scenario));
        case.talks.known = judged.known.clone();
        case
    }

    /// What is worth keeping of it.
    pub(super) fn judged(self) -> Judged {
        Judged { known: self.talks.known, ..Judged::from(self.scenario) }
    }

    /// How many main beats can tell a good reader from a lucky one.
    pub(super) fn judged_beats(&self) -> usize {
        self.appearances.first().map_or(0, |appearance| appearance.judged().count())
    }

    /// What chance gets.
    pub(super) fn chance(&mut self) -> Points {
        let picks = self.appearances.first().map(by_chance).unwrap_or_default();
        self.points(None, &picks).0
    }

    /// Every bot. Of several that would pick the same in a language only the first is there, and none that would pick
    /// everywhere by chance.
    pub(super) fn trials(&mut self) -> Vec<Trial> {
        let mut bots = Vec::new();
        for appearance in &self.appearances {
            let mut met: Vec<Picks> = vec![by_chance(appearance)];
            let mut take = |bot: Bot, lang: Option<Lang>| {
                let picks = bot.picks(appearance);
                if !met.contains(&picks) {
                    met.push(picks.clone());
                    bots.push((bot, lang, picks));
                }
            };
            Bot::readers(appearance).into_iter().for_each(|bot| take(bot, Some(appearance.lang)));
            if Some(&appearance.lang) == self.scenario.languages.first() {
                Bot::PLACES.into_iter().for_each(|bot| take(bot, None));
            }
        }
        let trial = |(bot, lang, picks): (Bot, Option<Lang>, Picks)| {
            let (points, because) = self.points(lang, &picks);
            Trial { bot, lang, points, because }
        };
        bots.into_iter().map(trial).collect()
    }

    /// Lets go of the whole talks; what readers got in them stays known.
    pub(super) fn forget_talks(&mut self) {
        self.talks.routes = None;
    }

    /// The appearance in a language, if the scenario is written in it.
    pub(super) fn appearance(&self, lang: Lang) -> Option<&Appearance> {
        self.appearances.iter().find(|appearance| appearance.lang == lang)
    }

    /// The appearance in a language, or any where it does not matter.
    pub(super) fn appearance_or_first(&self, lang: Option<Lang>) -> Option<&Appearance> {
        match lang {
            Some(lang) => self.appearance(lang),
            None => self.appearances.first(),
        }
    }

    /// What picks get that were made on a language's appearance, or on any.
    pub(super) fn points(
        &mut self,
        lang: Option<Lang>,
        picks: &Picks,
    ) -> (Points, Vec<(BeatIdx, ChoiceIdx)>) {
        let Some(appearance) = self.appearance_or_first(lang) else {
            return (Points { path: None, item: Tenths(0) }, Vec::new());
        };
        let (item, because) = item_level(appearance, picks);
        let weights = weights(appearance, picks);
        (Points { path: self.talks.path_level(weights), item }, because)
    }
}

/// The whole talks of a scenario, and what is known of them already.
struct Talks<'s> {
    scenario: &'s Arc<Scenario>,
    reference: Reference,
    /// Folded when they are first asked for; nothing in it where there are too many.
    routes: Option<Option<Routes<'s>>>,
    known: Known,
}

impl<'s> Talks<'s> {
    fn of(scenario: &'s Arc<Scenario>, reference: &Reference) -> Self {
        let (reference, known) = (reference.clone(), Known::new());
        Self { scenario, reference, routes: None, known }
    }

    /// The mean of the mean scores of all skills that the scenario offers anything for.
    fn path_level(&mut self, weights: Vec<Vec<u32>>) -> Option<Tenths> {
        if let Some(known) = self.known.get(&weights) {
            return *known;
        }
        let fold = || Routes::of(self.scenario, &self.reference, STEPS_MAX);
        let routes = self.routes.get_or_insert_with(fold).as_ref();
        let offered = Skill::ALL.map(|skill| self.reference.available[skill as usize] > 0);
        let path = routes.and_then(|routes| {
            let means = routes.means(&|_, _, beat| weights[beat.at()].clone());
            let offered = || means.iter().zip(offered).filter(|(_, offered)| *offered);
            let sum: Exact = offered().map(|(mean, _)| mean).sum();
            let count = offered().count();
            if count == 0 { None } else { tenths(&(sum / whole(count))) }
        });
        self.known.insert(weights, path);
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
