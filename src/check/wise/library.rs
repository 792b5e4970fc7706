//! The bars that only many scenarios together can be held to: T1, T3, T4, T6 to T8, D1 and the pairing rules 3 and 5.

use crate::check::wise::case::Judged;
use crate::check::wise::library_place::LibraryPlace;
use crate::check::wise::library_readers::Mean;
use crate::check::wise::library_report::{LibraryReport, library_report};
use crate::check::wise::pairs::{LENGTH_SHARE, range, share_off};
use crate::check::wise::tells::tells_too_much;
use crate::check::wise::{bots, difficulty, library_blind, named, tells};
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::lang::words::{Arg, say_with};
use crate::scenario::source;
use crate::surface::{Feature, Tell, Tenths, Thousandths};

/// From so many scenarios on, figures of the whole library are more than an accident.
pub const SCENARIOS_MIN: usize = 4;

/// From here on, either way, a surface tells too much in the library.
const TELL_MAX: Thousandths = Thousandths(150);

/// How far above chance a bot may come on the library's mean.
const OVER_CHANCE_MAX: Tenths = Tenths(100);

/// How far above chance the learned bot may come on scenarios it has not learned from, in points.
const LEARNED_OVER_CHANCE_MAX: Tenths = Tenths(120);

/// And how far above chance it may pick keys, in percent of the beats.
const LEARNED_KEYS_MAX: Tenths = Tenths(80);

/// In what share of the beats with four choices each place may hold the key, in percent.
const PLACE_SHARE: (usize, usize) = (17, 33);

/// With fewer beats of four choices nothing is said about places.
const PLACED_BEATS_MIN: usize = 12;

/// One thing that is wrong with the scenarios of a library together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryFinding {
    /// The rule that was broken.
    pub rule: Rule,
    /// What fills the holes of the rule's sentences.
    pub args: Vec<(&'static str, Arg)>,
    pub(super) place: LibraryPlace,
}

impl LibraryFinding {
    /// One sentence: what is wrong.
    pub fn message(&self, lang: Lang) -> String {
        say_with(lang, self.rule.code(), &self.args)
    }

    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> String {
        say_with(lang, &format!("{}.hint", self.rule.code()), &self.args)
    }

    /// The id of the scenario that weighs most in it.
    pub fn scenario(&self) -> &str {
        self.place.scenario()
    }

    /// The finding in that scenario's file.
    pub fn in_file(&self, text: &str) -> Diagnostic {
        let span = self.place.span(&source::read(text).0);
        Diagnostic { args: self.args.clone(), ..Diagnostic::new(self.rule, span) }
    }
}

/// Everything that is wrong with scenarios together. Scenarios that are too small to be judged are left out, and what
/// is measured by chance is only said of [`SCENARIOS_MIN`] scenarios or more.
pub fn library(scenarios: impl IntoIterator<Item = impl Into<Judged>>) -> Vec<LibraryFinding> {
    let report = library_report(scenarios);
    let mut findings = Vec::new();
    if report.scenarios >= SCENARIOS_MIN {
        for (lang, tells) in &report.tells {
            let strong = tells.iter().filter(|tell| tells_too_much(tell, TELL_MAX));
            findings.extend(strong.filter_map(|tell| strong_tell(&report, tell, *lang)));
        }
        findings.extend(too_good(&report));
        findings.extend(learned_too_much(&report));
        findings.extend(key_lengths(&report));
    }
    findings.extend(key_places(&report));
    findings.extend(key_phrases(&report));
    findings.extend(difficulty::judge(&report.difficulties));
    findings.extend(library_blind::judge(&report.blind));
    findings
}

fn strong_tell(report: &LibraryReport, tell: &Tell, lang: Lang) -> Option<LibraryFinding> {
    let rule = match tell.feature {
        Feature::Length => Rule::LibraryLengthTells,
        _ => Rule::LibraryWordingTells,
    };
    let choices = || tell.because.iter().filter_map(|choice| report.choice(lang, *choice));
    let args = tells::args(tell, lang.code(), TELL_MAX, named(choices()));
    let place = LibraryPlace::Words(choices().next()?, Some(lang));
    Some(LibraryFinding { rule, args, place })
}

fn too_good(report: &LibraryReport) -> Vec<LibraryFinding> {
    let finding = |mean: &Mean| {
        let mut args = bots::words(mean.bot, mean.lang);
        args.extend([
            ("path", mean.path.to_string().into()),
            ("path_chance", mean.chance.to_string().into()),
            ("over", Arg::Count(OVER_CHANCE_MAX.0 / 10)),
            ("choices", named(&mean.because).into()),
        ]);
        let place = LibraryPlace::Words(mean.because.first()?.clone(), mean.lang);
        Some(LibraryFinding { rule: Rule::LibrarySurfaceWins, args, place })
    };
    let wins = |mean: &&Mean| mean.path.0 > mean.chance.0 + OVER_CHANCE_MAX.0;
    report.means.iter().filter(wins).filter_map(finding).collect()
}

fn learned_too_much(report: &LibraryReport) -> Vec<LibraryFinding> {
    let mut findings = Vec::new();
    for lesson in &report.learned {
        let path = lesson.path.zip(lesson.chance);
        let scores =
            path.is_some_and(|(path, chance)| path.0 > chance.0 + LEARNED_OVER_CHANCE_MAX.0);
        if !scores && lesson.keys.0 <= lesson.keys_chance.0 + LEARNED_KEYS_MAX.0 {
            continue;
        }
        let points =
            |path: Option<Tenths>| path.map_or_else(|| "–".to_owned(), |path| path.to_string());
        let args = vec![
            ("lang", lesson.lang.code().into()),
            ("path", points(lesson.path).into()),
            ("path_chance", points(lesson.chance).into()),
            ("keys", lesson.keys.to_string().into()),
            ("keys_chance", lesson.keys_chance.to_string().into()),
            ("over", Arg::Count(LEARNED_OVER_CHANCE_MAX.0 / 10)),
            ("keys_over", Arg::Count(LEARNED_KEYS_MAX.0 / 10)),
            ("scenarios", SCENARIOS_MIN.into()),
            ("choices", named(&lesson.because).into()),
        ];
        let Some(choice) = lesson.because.first().cloned() else { continue };
        let place = LibraryPlace::Words(choice, Some(lesson.lang));
        findings.push(LibraryFinding { rule: Rule::LearnedWins, args, place });
    }
    findings
}

fn key_lengths(report: &LibraryReport) -> Vec<LibraryFinding> {
    let mut findings = Vec::new();
    for share in &report.key_lengths {
        let Some(side) = share_off(share.count, share.beats) else { continue };
        let choices = if side == "many" { &share.at_the_end } else { &share.not };
        let Some(choice) = choices.first().cloned() else { continue };
        let args = vec![
            ("lang", share.lang.code().into()),
            ("end", share.end.code().into()),
            ("side", side.into()),
            ("count", share.count.into()),
            ("beats", share.beats.into()),
            ("range", range(LENGTH_SHARE, share.beats).into()),
            ("choices", named(choices).into()),
        ];
        let place = LibraryPlace::Words(choice, Some(share.lang));
        findings.push(LibraryFinding { rule: Rule::LibraryKeyLength, args, place });
    }
    findings
}

fn key_places(report: &LibraryReport) -> Option<LibraryFinding> {
    let counts = report.places.each_ref().map(Vec::len);
    let beats: usize = counts.iter().sum();
    let (least, most) = PLACE_SHARE;
    let off = |count: &usize| count * 100 < least * beats || count * 100 > most * beats;
    if beats < PLACED_BEATS_MIN || !counts.iter().any(off) {
        return None;
    }
    let fullest = report.places.iter().max_by_key(|keys| keys.len())?;
    let [first, second, third, fourth] = counts;
    let args = vec![
        ("first", first.into()),
        ("second", second.into()),
        ("third", third.into()),
        ("fourth", fourth.into()),
        ("beats", beats.into()),
        ("range", range(PLACE_SHARE, beats).into()),
        ("choices", named(fullest).into()),
    ];
    let place = LibraryPlace::Words(fullest.first()?.clone(), None);
    Some(LibraryFinding { rule: Rule::KeyPlace, args, place })
}

fn key_phrases(report: &LibraryReport) -> Vec<LibraryFinding> {
    let finding = |(lang, phrases): &(Lang, Vec<_>)| {
        let worst: &crate::surface::Phrase = phrases.first()?;
        let keys = || worst.keys.iter().filter_map(|key| report.choice(*lang, *key));
        let quoted =
            phrases.iter().map(|phrase: &crate::surface::Phrase| format!("“{}”", phrase.text));
        let args = vec![
            ("lang", lang.code().into()),
            ("count", phrases.len().into()),
            ("phrases", named(quoted).into()),
            ("choices", named(keys()).into()),
        ];
        let place = LibraryPlace::Words(keys().next()?, Some(*lang));
        Some(LibraryFinding { rule: Rule::KeyPhrase, args, place })
    };
    report.phrases.iter().filter_map(finding).collect()
}
