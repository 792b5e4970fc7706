//! The pairing rules 1 to 3 of the scoring guide, section 3.8: within a beat, the key does not stand out.

use crate::check::wise::named;
use crate::check::wise::place::Places;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::surface::{Appearance, BeatAppearance, Feature};

/// What a key has only if another reply has it too.
const SHARED: [Feature; 7] = [
    Feature::Apologies,
    Feature::Questions,
    Feature::Numbers,
    Feature::FirstPerson,
    Feature::Offers,
    Feature::Empathy,
    Feature::Echo,
];

/// In what share of the beats with three choices or more the key may be the longest, and the shortest; in percent.
pub(super) const LENGTH_SHARE: (usize, usize) = (15, 35);

pub(super) fn judge(appearance: &Appearance, places: &Places<'_>) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    let decides = appearance.beats.iter().filter(|beat| beat.decides);
    findings.extend(decides.filter_map(|beat| uneven(appearance, beat, places)));
    findings.extend(appearance.judged().flat_map(|beat| only_the_key(appearance, beat, places)));
    findings.extend(Extreme::BOTH.iter().filter_map(|end| key_length(appearance, *end, places)));
    findings.extend(apology_pays(appearance, places));
    findings
}

/// The longest reply may have this much of the shortest, in percent.
fn ratio_max(lang: Lang) -> u32 {
    match lang {
        Lang::En => 130,
        Lang::Ja => 120,
    }
}

fn uneven(
    appearance: &Appearance,
    beat: &BeatAppearance,
    places: &Places<'_>,
) -> Option<Diagnostic> {
    let lengths: Vec<u32> = beat.rows.iter().map(|row| row.features.get(Feature::Length)).collect();
    let (most, least) = (*lengths.iter().max()?, *lengths.iter().min()?);
    let limit = ratio_max(appearance.lang);
    if most * 100 <= least * limit {
        return None;
    }
    let first =
        |length: u32| lengths.iter().position(|other| *other == length).map(|row| beat.at(row));
    let (long, short) = (first(most)?, first(least)?);
    let finding = places.finding(Rule::UnevenLength, long, Some(appearance.lang));
    let percent = |percent: u32| format!("{}.{:02}", percent / 100, percent % 100);
    Some(
        finding
            .with("lang", appearance.lang.code())
            .with("long", appearance.name(long))
            .with("most", i64::from(most))
            .with("short", appearance.name(short))
            .with("least", i64::from(least))
            .with("ratio", percent((most * 100).div_ceil(least.max(1))))
            .with("limit", percent(limit)),
    )
}

fn only_the_key(
    appearance: &Appearance,
    beat: &BeatAppearance,
    places: &Places<'_>,
) -> Vec<Diagnostic> {
    let alone = |feature: &Feature| {
        let (key, others) = beat.key_and_others(*feature);
        key > 0 && others == 0
    };
    let finding = |feature: Feature| {
        places
            .finding(Rule::OnlyTheKey, beat.key(), Some(appearance.lang))
            .with("lang", appearance.lang.code())
            .with("what", feature.word())
            .with("choice", appearance.name(beat.key()))
    };
    SHARED.into_iter().filter(alone).map(finding).collect()
}

/// An end of the row of lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extreme {
    Longest,
    Shortest,
}

impl Extreme {
    pub(super) const BOTH: [Self; 2] = [Self::Longest, Self::Shortest];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Longest => "longest",
            Self::Shortest => "shortest",
        }
    }

    /// By how much the key is beyond every other reply; 0 or less where it is not.
    fn lead(self, beat: &BeatAppearance) -> i64 {
        let sign = if self == Self::Longest { 1 } else { -1 };
        let mut lengths: Vec<i64> =
            beat.column(Feature::Length).iter().map(|length| length * sign).collect();
        let key = lengths.remove(beat.key);
        key - lengths.iter().max().copied().unwrap_or(key)
    }
}

/// How often the key is at one end of its beat, in beats with three choices or more.
pub(super) struct KeyLengths<'a> {
    /// In which it is, and in which it is not, those where it nearly is first.
    pub(super) at_the_end: Vec<&'a BeatAppearance>,
    pub(super) not: Vec<&'a BeatAppearance>,
}

impl<'a> KeyLengths<'a> {
    pub(super) fn of(appearance: &'a Appearance, end: Extreme) -> Self {
        let beats = appearance.judged().filter(|beat| beat.rows.len() >= 3);
        let (at_the_end, mut not): (Vec<_>, Vec<_>) = beats.partition(|beat| end.lead(beat) > 0);
        not.sort_by_key(|beat| -end.lead(beat));
        Self { at_the_end, not }
    }

    pub(super) fn beats(&self) -> usize {
        self.at_the_end.len() + self.not.len()
    }
}

/// Which way a share is off, if it is: `many` or `few`. Of very few beats no number is right, and none is asked for.
pub(super) fn share_off(count: usize, beats: usize) -> Option<&'static str> {
    let (low, high) = within(LENGTH_SHARE, beats);
    match count {
        _ if low > high => None,
        count if count > high => Some("many"),
        count if count < low => Some("few"),
        _ => None,
    }
}

/// The least and the most whole number of beats within a share in percent.
fn within((least, most): (usize, usize), beats: usize) -> (usize, usize) {
    ((least * beats).div_ceil(100), most * beats / 100)
}

/// The whole numbers within a share in percent, as a sentence has them: `3–4`, or `2` where there is only one.
pub(super) fn range(share: (usize, usize), beats: usize) -> String {
    let (low, high) = within(share, beats);
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

fn key_length(appearance: &Appearance, end: Extreme, places: &Places<'_>) -> Option<Diagnostic> {
    let lengths = KeyLengths::of(appearance, end);
    let (count, beats) = (lengths.at_the_end.len(), lengths.beats());
    let side = share_off(count, beats)?;
    let weigh = if side == "many" { &lengths.at_the_end } else { &lengths.not };
    let worst = weigh.first()?;
    let finding = places.finding(Rule::KeyLength, worst.key(), Some(appearance.lang));
    let names = weigh.iter().map(|beat| appearance.name(beat.key()));
    Some(
        finding
            .with("lang", appearance.lang.code())
            .with("end", end.code())
            .with("side", side)
            .with("count", count)
            .with("beats", beats)
            .with("range", range(LENGTH_SHARE, beats))
            .with("choices", named(names)),
    )
}

/// Of the beats where anyone apologises, in a quarter the most apologetic reply is one of the worse half.
/// Of fewer than four such beats a quarter is none.
fn apology_pays(appearance: &Appearance, places: &Places<'_>) -> Option<Diagnostic> {
    let apologies = |beat: &BeatAppearance| beat.column(Feature::Apologies);
    let beats: Vec<&BeatAppearance> =
        appearance.judged().filter(|beat| apologies(beat).iter().any(|count| *count > 0)).collect();
    let (pays, not): (Vec<&BeatAppearance>, Vec<_>) =
        beats.iter().partition(|beat| pays_at(&apologies(beat), &beat.effects()));
    if beats.len() < 4 || not.len() * 4 >= beats.len() {
        return None;
    }
    let most = |beat: &BeatAppearance| -> (BeatIdx, ChoiceIdx) {
        let apologies = apologies(beat);
        let row = apologies.iter().position(|count| Some(count) == apologies.iter().max());
        beat.at(row.unwrap_or(beat.key))
    };
    let finding = places.finding(Rule::ApologyPays, most(pays.first()?), Some(appearance.lang));
    Some(
        finding
            .with("lang", appearance.lang.code())
            .with("beats", beats.len())
            .with("count", not.len())
            .with("choices", named(pays.iter().map(|beat| places.name(most(beat))))),
    )
}

/// Whether all of the most apologetic replies are among the better half.
fn pays_at(apologies: &[i64], effects: &[i64]) -> bool {
    let most = apologies.iter().max();
    let better = |effect: i64| effects.iter().filter(|other| **other > effect).count();
    let upper = |effect: i64| better(effect) * 2 < effects.len();
    apologies
        .iter()
        .zip(effects)
        .filter(|(count, _)| Some(*count) == most)
        .all(|(_, effect)| upper(*effect))
}
