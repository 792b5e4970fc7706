//! Every figure of a library's test-wiseness, also of those that keep within their bars.

use std::fmt;
use std::sync::Arc;

use crate::assess::Reference;
use crate::check::wise::BEATS_MIN;
use crate::check::wise::case::Case;
use crate::check::wise::named;
use crate::check::wise::pairs::{Extreme, KeyLengths};
use crate::check::wise::report::shown;
use crate::lang::Lang;
use crate::lang::words::say;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::surface::{
    Appearance, Bot, Feature, Learned, Phrase, Picks, Tell, Tenths, keys_picked, phrases_of_keys,
    tell,
};

/// A phrase tells when so many keys have it.
const PHRASE_KEYS_MIN: usize = 3;

/// The figures of a library.
#[derive(Debug, Clone)]
pub struct LibraryReport {
    /// How many of its scenarios are large enough to be judged.
    pub scenarios: usize,
    /// What chance gets in whole talks, on their mean.
    pub chance: Option<Tenths>,
    /// Language by language, how far each feature goes with the ratings.
    pub tells: Vec<(Lang, Vec<Tell>)>,
    /// What each bot gets in whole talks, on the scenarios' mean, the furthest above chance first.
    pub means: Vec<Mean>,
    /// What a bot gets that has learned from all scenarios but the one it plays.
    pub learned: Vec<Lesson>,
    /// How often the key is the longest or shortest reply.
    pub key_lengths: Vec<KeyLengthShare>,
    /// Of the main beats with four choices, the keys at each place of the file.
    pub places: [Vec<String>; 4],
    /// Language by language, the phrases that only keys have.
    pub phrases: Vec<(Lang, Vec<Phrase>)>,
    appearances: Vec<(Lang, Vec<Appearance>)>,
}

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
    /// The picks that bring it most, as `scenario: beat/choice`.
    pub because: Vec<String>,
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
    pub because: Vec<String>,
}

/// How often the key is at one end of the row of lengths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLengthShare {
    /// The language.
    pub lang: Lang,
    pub(super) end: Extreme,
    /// In how many beats it is.
    pub count: usize,
    /// Of how many.
    pub beats: usize,
    /// The keys that are.
    pub at_the_end: Vec<String>,
    /// The keys that are not.
    pub not: Vec<String>,
}

/// Measures scenarios together.
pub fn library_report(scenarios: &[Arc<Scenario>]) -> LibraryReport {
    let case = |scenario| Case::of(scenario, &Reference::of(scenario));
    let mut cases: Vec<Case<'_>> =
        scenarios.iter().map(case).filter(|case| case.judged_beats() >= BEATS_MIN).collect();
    let appearances: Vec<(Lang, Vec<Appearance>)> = Lang::ALL
        .into_iter()
        .map(|lang| {
            (lang, cases.iter().filter_map(|case| case.appearance(lang)).cloned().collect())
        })
        .filter(|(_, appearances): &(Lang, Vec<Appearance>)| !appearances.is_empty())
        .collect();
    let tells =
        appearances.iter().map(|(lang, appearances)| (*lang, tells(*lang, appearances))).collect();
    let phrases = appearances.iter().map(|(lang, appearances)| {
        (*lang, phrases_of_keys(&appearances.iter().collect::<Vec<_>>(), *lang, PHRASE_KEYS_MIN))
    });
    LibraryReport {
        scenarios: cases.len(),
        chance: mean(cases.iter_mut().map(|case| case.chance().path)),
        tells,
        means: means(&mut cases),
        learned: appearances
            .iter()
            .filter_map(|(lang, appearances)| lesson(*lang, appearances, &mut cases))
            .collect(),
        key_lengths: appearances
            .iter()
            .flat_map(|(lang, appearances)| key_lengths(*lang, appearances))
            .collect(),
        places: places(&cases),
        phrases: phrases.collect(),
        appearances,
    }
}

impl LibraryReport {
    /// `scenario: beat/choice`, for a choice of a language's appearances.
    pub(super) fn name(
        &self,
        lang: Lang,
        (place, beat, choice): (usize, BeatIdx, ChoiceIdx),
    ) -> String {
        let appearances = self.appearances.iter().find(|(of, _)| *of == lang);
        let appearance = appearances.and_then(|(_, appearances)| appearances.get(place));
        appearance.map_or_else(String::new, |appearance| full_name(appearance, (beat, choice)))
    }
}

fn full_name(appearance: &Appearance, (beat, choice): (BeatIdx, ChoiceIdx)) -> String {
    format!("{}: {}", appearance.scenario.id, appearance.name((beat, choice)))
}

fn tells(lang: Lang, appearances: &[Appearance]) -> Vec<Tell> {
    let appearances: Vec<&Appearance> = appearances.iter().collect();
    Feature::of(lang).iter().map(|feature| tell(&appearances, *feature)).collect()
}

/// The mean of what is known.
fn mean(points: impl Iterator<Item = Option<Tenths>>) -> Option<Tenths> {
    let known: Vec<i64> = points.flatten().map(|points| points.0).collect();
    let count = i64::try_from(known.len()).ok().filter(|count| *count > 0)?;
    Some(Tenths((known.iter().sum::<i64>() * 2 + count).div_euclid(count * 2)))
}

/// The mean of a reader's points, and of chance's in the same scenarios.
fn means_of(paths: &[Option<(Tenths, Tenths)>]) -> (Option<Tenths>, Option<Tenths>) {
    let known = || paths.iter().flatten();
    (mean(known().map(|(path, _)| Some(*path))), mean(known().map(|(_, chance)| Some(*chance))))
}

/// Every bot over all cases; of several that pick the same everywhere only the first.
fn means(cases: &mut [Case<'_>]) -> Vec<Mean> {
    let mut bots: Vec<(Bot, Option<Lang>)> = Vec::new();
    for lang in Lang::ALL {
        if let Some(appearance) = cases.iter().find_map(|case| case.appearance(lang)) {
            bots.extend(Bot::readers(appearance).into_iter().map(|bot| (bot, Some(lang))));
        }
    }
    bots.extend(Bot::PLACES.map(|bot| (bot, None)));
    let mut met: Vec<Vec<Picks>> = Vec::new();
    let mut means = Vec::new();
    for (bot, lang) in bots {
        let picks: Vec<Picks> = cases
            .iter()
            .map(|case| {
                case.appearance_or_first(lang)
                    .map(|appearance| bot.picks(appearance))
                    .unwrap_or_default()
            })
            .collect();
        if met.contains(&picks) {
            continue;
        }
        let (mut paths, mut because) = (Vec::new(), Vec::new());
        for (case, picks) in cases.iter_mut().zip(&picks) {
            let (points, rich) = case.points(lang, picks);
            paths.push(points.path.zip(case.chance().path));
            because.push(rich);
        }
        met.push(picks);
        if let (Some(path), Some(chance)) = means_of(&paths) {
            means.push(Mean { bot, lang, path, chance, because: in_turn(cases, &because) });
        }
    }
    means.sort_by_key(|mean| std::cmp::Reverse(mean.path.0 - mean.chance.0));
    means
}

/// The richest pick of each case, then the second of each, and so on.
fn in_turn(cases: &[Case<'_>], because: &[Vec<(BeatIdx, ChoiceIdx)>]) -> Vec<String> {
    let longest = because.iter().map(Vec::len).max().unwrap_or(0);
    let name = |case: &Case<'_>, choice| {
        case.appearances.first().map(|appearance| full_name(appearance, choice))
    };
    let round = |at: usize| {
        cases.iter().zip(because).filter_map(move |(case, list)| name(case, *list.get(at)?))
    };
    (0..longest).flat_map(round).collect()
}

/// Leaves out one scenario after the other.
fn lesson(lang: Lang, appearances: &[Appearance], cases: &mut [Case<'_>]) -> Option<Lesson> {
    if appearances.len() < 2 {
        return None;
    }
    let mut held_out = appearances.iter().enumerate();
    let mut with_lang: Vec<&mut Case<'_>> =
        cases.iter_mut().filter(|case| case.appearance(lang).is_some()).collect();
    let (mut paths, mut keys, mut chances, mut because) = (vec![], vec![], vec![], vec![]);
    for case in &mut with_lang {
        let (out, appearance) = held_out.next()?;
        let others = appearances.iter().enumerate().filter(|(at, _)| *at != out);
        let learned =
            Learned::from(&others.map(|(_, appearance)| appearance).collect::<Vec<_>>(), lang);
        let picks = learned.picks(appearance);
        let (points, rich) = case.points(Some(lang), &picks);
        let (picked, chance) = keys_picked(appearance, &picks);
        paths.push(points.path.zip(case.chance().path));
        keys.push(Some(picked));
        chances.push(Some(chance));
        because.extend(rich.into_iter().take(2).map(|choice| full_name(appearance, choice)));
    }
    let (path, chance) = means_of(&paths);
    Some(Lesson {
        lang,
        path,
        chance,
        keys: mean(keys.into_iter())?,
        keys_chance: mean(chances.into_iter())?,
        because,
    })
}

fn key_lengths(lang: Lang, appearances: &[Appearance]) -> Vec<KeyLengthShare> {
    let share = |end: Extreme| {
        let (mut at_the_end, mut not) = (Vec::new(), Vec::new());
        for appearance in appearances {
            let lengths = KeyLengths::of(appearance, end);
            let name = |beat: &&crate::surface::BeatAppearance| full_name(appearance, beat.key());
            at_the_end.extend(lengths.at_the_end.iter().map(name));
            not.extend(lengths.not.iter().map(name));
        }
        let (count, beats) = (at_the_end.len(), at_the_end.len() + not.len());
        KeyLengthShare { lang, end, count, beats, at_the_end, not }
    };
    if appearances.is_empty() { Vec::new() } else { Extreme::BOTH.map(share).to_vec() }
}

fn places(cases: &[Case<'_>]) -> [Vec<String>; 4] {
    let mut places: [Vec<String>; 4] = Default::default();
    for appearance in cases.iter().filter_map(|case| case.appearances.first()) {
        for beat in appearance.judged().filter(|beat| beat.rows.len() == 4) {
            if let Some(place) = places.get_mut(beat.key) {
                place.push(full_name(appearance, beat.key()));
            }
        }
    }
    places
}

impl fmt::Display for LibraryReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = |points: Option<Tenths>| {
            points.map_or_else(|| "-".to_owned(), |points| points.to_string())
        };
        writeln!(
            f,
            "{} scenarios; chance gets {} in whole talks",
            self.scenarios,
            points(self.chance)
        )?;
        for (lang, tells) in &self.tells {
            writeln!(f, "\n  {} r with the rating", lang.code())?;
            for tell in tells {
                let names = tell.because.iter().map(|choice| self.name(*lang, *choice));
                writeln!(
                    f,
                    "  {}  {:24} {}",
                    tell.r,
                    say(Lang::En, tell.feature.word()),
                    named(names)
                )?;
            }
        }
        writeln!(f, "\n  talks  above chance")?;
        let above = |path: Tenths, chance: Tenths| Tenths(path.0 - chance.0).to_string();
        for mean in &self.means {
            let (lang, path) = (mean.lang.map_or("", Lang::code), mean.path.to_string());
            let above = above(mean.path, mean.chance);
            writeln!(f, "  {path:>5} {above:>6}  {lang:2} {}", shown(mean.bot))?;
        }
        for lesson in &self.learned {
            let (lang, path, chance) =
                (lesson.lang.code(), points(lesson.path), points(lesson.chance));
            let keys = format!("keys {} %, by chance {} %", lesson.keys, lesson.keys_chance);
            writeln!(f, "  {path:>5} learned {lang} where chance has {chance}; {keys}")?;
        }
        writeln!(f)?;
        for share in &self.key_lengths {
            writeln!(
                f,
                "  {} key {} in {} of {} beats",
                share.lang.code(),
                share.end.code(),
                share.count,
                share.beats
            )?;
        }
        writeln!(f, "  keys of four at each place: {:?}", self.places.each_ref().map(Vec::len))?;
        for (lang, phrases) in &self.phrases {
            for phrase in phrases {
                let keys = named(phrase.keys.iter().map(|key| self.name(*lang, *key)));
                writeln!(f, "  {} only in keys: “{}” {keys}", lang.code(), phrase.text)?;
            }
        }
        Ok(())
    }
}
