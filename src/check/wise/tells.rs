//! Bars T2 and T3: in one scenario, neither length nor any other surface goes with the ratings.

use crate::check::wise::named;
use crate::check::wise::place::Places;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::words::Arg;
use crate::surface::{Appearance, Feature, Tell, Thousandths, tell};

/// From here on, either way, a surface tells too much in one scenario.
pub(super) const TELL_MAX: Thousandths = Thousandths(300);

pub(super) fn judge(appearance: &Appearance, places: &Places<'_>) -> Vec<Diagnostic> {
    let tells = Feature::of(appearance.lang).iter().map(|feature| tell(&[appearance], *feature));
    tells
        .filter(|tell| tells_too_much(tell, TELL_MAX))
        .filter_map(|tell| finding(&tell, appearance, places))
        .collect()
}

pub(super) fn tells_too_much(tell: &Tell, most: Thousandths) -> bool {
    tell.r.0.abs() >= most.0
}

fn finding(tell: &Tell, appearance: &Appearance, places: &Places<'_>) -> Option<Diagnostic> {
    let rule = match tell.feature {
        Feature::Length => Rule::LengthTells,
        _ => Rule::WordingTells,
    };
    let (_, beat, choice) = *tell.because.first()?;
    let mut finding = places.finding(rule, (beat, choice), Some(appearance.lang));
    let names = tell.because.iter().map(|(_, beat, choice)| appearance.name((*beat, *choice)));
    finding.args = args(tell, appearance.lang.code(), TELL_MAX, named(names));
    Some(finding)
}

/// What the sentences about a tell are filled with.
pub(super) fn args(
    tell: &Tell,
    lang: &str,
    most: Thousandths,
    choices: String,
) -> Vec<(&'static str, Arg)> {
    let sign = if tell.r.0 < 0 { "minus" } else { "plus" };
    vec![
        ("lang", lang.into()),
        ("feature", Arg::Word(tell.feature.word())),
        ("sign", sign.into()),
        ("r", tell.r.to_string().into()),
        ("most", most.unsigned().into()),
        ("choices", choices.into()),
    ]
}
