//! The conformance test: the engine gives the yardstick the figures of the scoring guide, sections 3.2 and 3.4.
//!
//! The figures were computed by another implementation from the yardstick's machine-readable script.

use std::sync::Arc;

use kikitori::analysis::random_trainee;
use kikitori::assess::{Reference, right_entries, scorecard};
use kikitori::rubric::Skill;
use kikitori::scenario::{Scenario, read_and_compile};
use kikitori::session::{Action, Seed, Session};

pub(crate) fn last_day_sweets() -> Arc<Scenario> {
    let (scenario, findings) =
        read_and_compile(include_str!("../../scenarios/last-day-sweets.ron"));
    assert_eq!(findings, vec![]);
    Arc::new(scenario.unwrap())
}

/// Plays the key everywhere but at the beats named, such as `N4a`.
fn play(scenario: &Arc<Scenario>, instead: &str) -> Session {
    let mut talk = Session::start(Arc::clone(scenario), Seed(1));
    while let Some(beat) = talk.beat() {
        let id = scenario.beat(beat).id.as_str();
        let named = instead
            .split_whitespace()
            .find_map(|slip| slip.strip_prefix(id).filter(|rest| rest.len() == 1));
        let choice = named.map_or(scenario.beat(beat).key, |choice| talk.find(choice).unwrap());
        talk.handle(Action::Choose(choice), 0).unwrap();
    }
    if talk.at_sheet() {
        talk.handle(Action::Fill(right_entries(scenario, talk.state())), 0).unwrap();
    }
    talk
}

fn check(
    persona: &str,
    instead: &str,
    expected: [u8; 3],
    ending: &str,
    slips_and_mends: (u32, u32),
) {
    let scenario = last_day_sweets();
    let talk = play(&scenario, instead);
    let card = scorecard(&talk, &Reference::of(&scenario));
    let points = card.scores.map(|score| score.points);
    assert_eq!((points, talk.ending().unwrap().id.as_str()), (expected, ending), "{persona}");
    assert_eq!((card.slips, card.mended), slips_and_mends, "{persona}");
}

#[test]
fn the_personas_get_their_figures() {
    check("reference", "", [100, 100, 100], "E6", (0, 0));
    check("over-apologiser", "N4a N10a N14a", [85, 77, 84], "E6", (3, 0));
    check("fixer", "N2d N4c N5c N6b N7d", [66, 93, 81], "E6", (5, 1));
    check("pleaser", "N1a N6a N9c", [97, 93, 73], "E6", (3, 3));
    check("by the book", "N1d N8c N9b N11b N13d N14d", [75, 57, 68], "E5", (6, 0));
    check("careless with privacy", "N5b N7b N8d N12d N13a", [62, 70, 97], "E5", (5, 1));
    check("one slip, mended", "N1a", [99, 97, 94], "E6", (1, 1));
    check("one slip, not mended", "N1a R1a", [97, 91, 82], "E6", (1, 0));
    check("asks badly, mends", "N5b", [95, 100, 100], "E6", (1, 1));
    check("gives up asking", "N5c N5bb", [42, 18, 43], "E3", (1, 0));
}

#[test]
fn the_reference_route_has_its_observations() {
    let scenario = last_day_sweets();
    let reference = Reference::of(&scenario);
    let card = scorecard(&reference.talk, &reference);
    assert_eq!(Skill::ALL.map(|skill| card.score(skill).observations), [12, 10, 8]);
    assert_eq!(reference.talk.turns().len(), 14);
}

/// An exact number as a decimal, for comparing with a printed figure.
fn decimal(exact: &kikitori::analysis::Exact) -> f64 {
    let part = |whole: &num_bigint::BigInt| whole.to_string().parse::<f64>().unwrap();
    part(exact.numer()) / part(exact.denom())
}

#[test]
fn a_random_trainee_gets_the_figures() {
    let scenario = last_day_sweets();
    let random = random_trainee(&scenario, &Reference::of(&scenario));
    // Shown with no decimals, as the scoring guide shows them.
    let whole = |exact: f64| format!("{exact:.0}").parse::<i64>().unwrap();
    let means: Vec<i64> =
        random.scores.iter().map(|moments| whole(decimal(&moments.mean))).collect();
    let deviations: Vec<i64> =
        random.scores.iter().map(|moments| whole(decimal(&moments.variance).sqrt())).collect();
    assert_eq!((means, deviations), (vec![29, 25, 30], vec![17, 20, 21]));
    let percent: Vec<f64> = random.endings.iter().map(|ending| decimal(ending) * 100.0).collect();
    assert_eq!(
        percent.iter().copied().map(whole).collect::<Vec<_>>()[..3],
        [35, 7, 31][..],
        "{percent:?}"
    );
    assert!(percent[5] > 0.0 && percent[5] < 1.0, "{percent:?}");
    assert_eq!(random.endings.iter().sum::<kikitori::analysis::Exact>(), "1".parse().unwrap());
}

/// The same figures from another program, written from the yardstick's script alone, to six digits.
#[test]
fn another_computation_comes_to_the_same() {
    let scenario = last_day_sweets();
    let random = random_trainee(&scenario, &Reference::of(&scenario));
    let near = |ours: f64, theirs: f64| (ours - theirs).abs() < 1e-6;
    let means = [28.825459809160254, 25.464235209456632, 30.124401361801553];
    let deviations = [17.236671790574057, 19.50193888607004, 21.13697364288592];
    for (moments, (mean, deviation)) in random.scores.iter().zip(means.iter().zip(deviations)) {
        assert!(near(decimal(&moments.mean), *mean), "{mean}");
        assert!(near(decimal(&moments.variance).sqrt(), deviation), "{deviation}");
    }
    let endings = [
        0.35204104085763294,
        0.06826717765242965,
        0.3110894097222222,
        0.059377976405767745,
        0.20274043814451606,
        0.006483957217431363,
    ];
    for (ours, theirs) in random.endings.iter().zip(endings) {
        assert!(near(decimal(ours), theirs), "{theirs}");
    }
}
