//! Conditions in a few words, as they stand beside an arrow.

use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};
use crate::scenario::{Condition, Gauge, Gauges, Scenario};

/// When a condition holds; nothing for one that always does.
pub(super) fn words(condition: &Condition, scenario: &Scenario, lang: Lang) -> Option<String> {
    let inner = |condition: &Condition| words(condition, scenario, lang);
    match condition {
        Condition::Always => None,
        Condition::Is(flag) => Some(flag_words(&scenario.flags[flag.at()], lang)),
        Condition::Told(fact) => {
            let fact = scenario.facts[fact.at()].id.as_str();
            Some(say_with(lang, "graph-when-told", &[("fact", fact.into())]))
        }
        Condition::Gauge(gauge, least, most) => Some(gauge_words(*gauge, *least, *most, lang)),
        Condition::Not(condition) => match inner(condition) {
            Some(what) => Some(say_with(lang, "graph-when-not", &[("what", what.into())])),
            None => Some(say(lang, "graph-when-never")),
        },
        Condition::Any(list) if list.is_empty() => Some(say(lang, "graph-when-never")),
        // One of them that always holds is enough.
        Condition::Any(list) => list
            .iter()
            .map(|condition| grouped(condition, &inner))
            .collect::<Option<Vec<_>>>()
            .map(|parts| join(&parts, "graph-when-any", lang)),
        Condition::All(list) => {
            let parts: Vec<String> =
                list.iter().filter_map(|condition| grouped(condition, &inner)).collect();
            (!parts.is_empty()).then(|| join(&parts, "graph-when-all", lang))
        }
    }
}

/// A list within a list stands in brackets.
fn grouped(condition: &Condition, words: &impl Fn(&Condition) -> Option<String>) -> Option<String> {
    let nested = matches!(condition, Condition::Any(list) | Condition::All(list) if list.len() > 1);
    words(condition).map(|text| if nested { format!("({text})") } else { text })
}

fn join(parts: &[String], key: &str, lang: Lang) -> String {
    let joined = parts.iter().cloned().reduce(|left, right| {
        say_with(lang, key, &[("left", left.into()), ("right", right.into())])
    });
    joined.unwrap_or_default()
}

/// A flag by its name; one that remembers a choice is named after its beat and choice.
fn flag_words(flag: &str, lang: Lang) -> String {
    match flag.split_once('/') {
        Some((beat, choice)) => {
            say_with(lang, "graph-when-chose", &[("beat", beat.into()), ("choice", choice.into())])
        }
        None => flag.to_owned(),
    }
}

fn gauge_words(gauge: Gauge, least: u8, most: u8, lang: Lang) -> String {
    let name = match gauge {
        Gauge::Anger => "graph-gauge-anger",
        Gauge::Trust => "graph-gauge-trust",
    };
    let key = match (least, most) {
        (_, Gauges::MAX) => "graph-when-least",
        (0, _) => "graph-when-most",
        _ => "graph-when-between",
    };
    let args = [
        ("gauge", Arg::Word(name)),
        ("least", i64::from(least).into()),
        ("most", i64::from(most).into()),
    ];
    say_with(lang, key, &args)
}
