//! Conditions in a few words, as they stand beside an arrow.

use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::scenario::{Condition, Gauge, Gauges, Scenario, Time};

/// When a condition holds; nothing for one that always does.
pub(super) fn words(condition: &Condition, scenario: &Scenario, lang: Lang) -> Option<String> {
    let inner = |condition: &Condition| words(condition, scenario, lang);
    match condition {
        Condition::Always => None,
        Condition::Is(mark) => {
            Some(mark_words(scenario.marks.get(mark.at()).map_or("", String::as_str), lang))
        }
        Condition::AtLeast(count, marks) => {
            let of = i64::try_from(marks.len()).unwrap_or(i64::MAX);
            let args = [("count", i64::from(*count).into()), ("of", of.into())];
            Some(say_with(lang, "graph-when-asked", &args))
        }
        Condition::Clock(from, until) => {
            let bound =
                |key: &str, time: Time| say_with(lang, key, &[("time", time.clock().into())]);
            let from = (*from > Time(0)).then(|| bound("graph-when-from", *from));
            let until = (*until < Time::LAST).then(|| bound("graph-when-until", *until));
            from.into_iter().chain(until).reduce(|a, b| format!("{a} {b}"))
        }
        Condition::Gauge(gauge, least, most) => {
            Some(gauge_words(scenario, *gauge, *least, *most, lang))
        }
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

/// What is remembered, by its name; flags and facts in fewer words than an author writes.
fn mark_words(mark: &str, lang: Lang) -> String {
    let inside = |word: &str| mark.strip_prefix(word).and_then(|rest| rest.strip_suffix("\")"));
    if let Some(flag) = inside("Is(\"") {
        return flag.to_owned();
    }
    if let Some(fact) = inside("Told(\"") {
        return say_with(lang, "graph-when-told", &[("fact", fact.into())]);
    }
    match inside("Chose(\"").and_then(|both| both.split_once("\", \"")) {
        Some((beat, choice)) => {
            say_with(lang, "graph-when-chose", &[("beat", beat.into()), ("choice", choice.into())])
        }
        None => mark.to_owned(),
    }
}

fn gauge_words(scenario: &Scenario, gauge: Gauge, least: u8, most: u8, lang: Lang) -> String {
    let name = match gauge {
        Gauge::Anger => say(lang, "graph-gauge-anger"),
        Gauge::Trust => say(lang, "graph-gauge-trust"),
        Gauge::Own(at) => {
            let own = scenario.own_gauges.get(usize::from(at));
            own.map(|gauge| gauge.name.get(lang).to_owned()).unwrap_or_default()
        }
    };
    let key = match (least, most) {
        (_, Gauges::MAX) => "graph-when-least",
        (0, _) => "graph-when-most",
        _ => "graph-when-between",
    };
    let args = [
        ("gauge", name.into()),
        ("least", i64::from(least).into()),
        ("most", i64::from(most).into()),
    ];
    say_with(lang, key, &args)
}
