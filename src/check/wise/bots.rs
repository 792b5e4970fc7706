//! Bar T5: in one scenario, no reader who hears nothing gets far.

use crate::check::wise::case::{Case, Points, Trial};
use crate::check::wise::named;
use crate::check::wise::place::Places;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::lang::words::Arg;
use crate::surface::{Bot, Tenths};

/// How far above chance a bot may come in one scenario.
pub(super) const OVER_CHANCE_MAX: Tenths = Tenths(250);

/// What no bot may reach in one scenario.
pub(super) const POINTS_MAX: Tenths = Tenths(750);

pub(super) fn judge(case: &mut Case<'_>, places: &Places<'_>) -> Vec<Diagnostic> {
    let chance = case.chance();
    let trials = case.trials();
    let too_good = trials.iter().filter(|trial| wins(trial.points, chance));
    too_good.filter_map(|trial| finding(trial, chance, places)).collect()
}

pub(super) fn wins(points: Points, chance: Points) -> bool {
    let far = |points: Tenths, chance: Tenths| {
        points.0 > chance.0 + OVER_CHANCE_MAX.0 || points >= POINTS_MAX
    };
    let path = points.path.zip(chance.path);
    far(points.item, chance.item) || path.is_some_and(|(points, chance)| far(points, chance))
}

fn finding(trial: &Trial, chance: Points, places: &Places<'_>) -> Option<Diagnostic> {
    let mut finding = places.finding(Rule::SurfaceWins, *trial.because.first()?, trial.lang);
    finding.args = words(trial.bot, trial.lang);
    finding.args.extend([
        ("item", trial.points.item.to_string().into()),
        ("item_chance", chance.item.to_string().into()),
        ("path", path(trial.points).into()),
        ("path_chance", path(chance).into()),
        ("over", Arg::Count(OVER_CHANCE_MAX.0 / 10)),
        ("most", Arg::Count(POINTS_MAX.0 / 10)),
        ("choices", named(trial.because.iter().map(|choice| places.name(*choice))).into()),
    ]);
    Some(finding)
}

/// Whom a sentence is about.
pub(super) fn words(bot: Bot, lang: Option<Lang>) -> Vec<(&'static str, Arg)> {
    let feature =
        bot.feature().map_or(Arg::Text(String::new()), |feature| Arg::Word(feature.word()));
    vec![
        ("bot", bot.code().into()),
        ("feature", feature),
        ("lang", lang.map_or("none", Lang::code).into()),
    ]
}

fn path(points: Points) -> String {
    points.path.map_or_else(|| "–".to_owned(), |path| path.to_string())
}
