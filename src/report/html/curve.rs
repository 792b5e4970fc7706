//! Anger and trust over the talk, turn by turn: two lines that can be told apart without colour.

use maud::{Markup, html};

use crate::assess::TurnReview;
use crate::report::paper::Paper;
use crate::scenario::Gauges;

/// The picture's own units: where the lines begin and end, how high a gauge of 10 is, and what is left around them.
const LEFT: i32 = 44;
const RIGHT: i32 = 880;
const TOP: i32 = 40;
const STEP: i32 = 20;
const BOTTOM: i32 = TOP + STEP * Gauges::MAX as i32;
const WIDTH: i32 = 1000;
const HEIGHT: i32 = BOTTOM + 44;
/// Names at the end of the lines keep this far apart.
const APART: i32 = 26;

pub(super) fn curve(paper: &Paper<'_>) -> Markup {
    let turns = &paper.debrief.turns;
    html! {
        @if turns.len() >= 2 {
            section.curve {
                h2 { (paper.word("debrief-curve")) }
                (drawn(paper, turns))
                p.legend {
                    @if turns.iter().any(|turn| turn.turning.is_some()) {
                        span { svg viewBox="0 0 20 20" aria-hidden="true" { (diamond(10, 10)) } " " (paper.word("debrief-curve-turning")) }
                    }
                    @if turns.iter().any(mended) {
                        span { svg viewBox="0 0 20 20" aria-hidden="true" { (ring(10, 10)) } " " (paper.word("debrief-curve-mended")) }
                    }
                    span { (paper.word("report-curve-how")) }
                }
            }
        }
    }
}

fn drawn(paper: &Paper<'_>, turns: &[TurnReview]) -> Markup {
    let (anger, trust) = (|gauges: Gauges| gauges.anger, |gauges: Gauges| gauges.trust);
    let last = turns.last().map_or(Gauges::new(0, 0), |turn| turn.after);
    let (anger_y, trust_y) = apart(height(last.anger), height(last.trust));
    html! {
        div.wide {
            svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(spoken(paper, turns)) {
                @for mark in [0, Gauges::MAX / 2, Gauges::MAX] {
                    path class="hair" d=(format!("M{LEFT} {0}H{RIGHT}", height(mark))) {}
                    text class="figure" x=(LEFT - 12) y=(height(mark) + 7) text-anchor="end" { (mark) }
                }
                @for at in 0..turns.len() {
                    text class="figure" x=(middle(at, turns.len())) y=(BOTTOM + 32) text-anchor="middle" { (at + 1) }
                }
                path class="anger" d=(line(turns, anger)) {}
                path class="trust" d=(line(turns, trust)) {}
                text class="anger-name" x=(RIGHT + 14) y=(anger_y + 7) { (paper.word("gauge-anger")) }
                text class="trust-name" x=(RIGHT + 14) y=(trust_y + 7) { (paper.word("gauge-trust")) }
                @for (at, turn) in turns.iter().enumerate() {
                    @if turn.turning.is_some() { (diamond(middle(at, turns.len()) - aside(turn), TOP - 22)) }
                    @if mended(turn) { (ring(middle(at, turns.len()) + aside(turn), TOP - 22)) }
                }
            }
        }
    }
}

fn mended(turn: &TurnReview) -> bool {
    turn.mends.is_some() && turn.is_key
}

/// How far the two marks of a turn that has both stand to its sides.
fn aside(turn: &TurnReview) -> i32 {
    if turn.turning.is_some() && mended(turn) { 11 } else { 0 }
}

/// From before each reply to after its answer; what came between two turns is a step.
fn line(turns: &[TurnReview], gauge: impl Fn(Gauges) -> u8) -> String {
    let mut d = String::new();
    for (at, turn) in turns.iter().enumerate() {
        let (from, to) = (height(gauge(turn.before)), height(gauge(turn.after)));
        let sign = if at == 0 { 'M' } else { 'L' };
        d += &format!("{sign}{} {from}L{} {to}", edge(at, turns.len()), edge(at + 1, turns.len()));
    }
    d
}

fn spoken(paper: &Paper<'_>, turns: &[TurnReview]) -> String {
    let turn = |(at, turn): (usize, &TurnReview)| {
        let count = |value: u8| i64::from(value).into();
        let args = [
            ("number", (at + 1).into()),
            ("title", turn.title.as_str().into()),
            ("before", count(turn.before.anger)),
            ("after", count(turn.after.anger)),
            ("was", count(turn.before.trust)),
            ("became", count(turn.after.trust)),
        ];
        paper.sentence("debrief-curve-turn", &args)
    };
    turns.iter().enumerate().map(turn).collect::<Vec<_>>().join(" ")
}

fn height(gauge: u8) -> i32 {
    BOTTOM - STEP * i32::from(gauge)
}

/// Where the turn at this place begins.
fn edge(at: usize, of: usize) -> i32 {
    let share = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    LEFT + (RIGHT - LEFT).saturating_mul(share(at)) / share(of.max(1))
}

fn middle(at: usize, of: usize) -> i32 {
    (edge(at, of) + edge(at + 1, of)) / 2
}

/// Where two names stand that would lie on each other.
fn apart(anger: i32, trust: i32) -> (i32, i32) {
    let missing = APART - (anger - trust).abs();
    if missing <= 0 {
        return (anger, trust);
    }
    let (up, down) = (missing / 2, missing - missing / 2);
    if anger <= trust { (anger - up, trust + down) } else { (anger + down, trust - up) }
}

/// A turning point.
fn diamond(x: i32, y: i32) -> Markup {
    html! { path class="turning" d=(format!("M{x} {}l9 9l-9 9l-9 -9Z", y - 9)) {} }
}

/// A slip that was mended.
fn ring(x: i32, y: i32) -> Markup {
    html! { circle class="mended" cx=(x) cy=(y) r="7" {} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_lie_on_each_other() {
        for anger in 0..=Gauges::MAX {
            for trust in 0..=Gauges::MAX {
                let (above, below) = apart(height(anger), height(trust));
                assert!((above - below).abs() >= APART, "{anger} {trust}");
            }
        }
    }
}
