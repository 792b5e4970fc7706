//! Progress as data for programs; `docs/wire.md` has the fields.

use serde::Serialize;

use crate::assess::Share;
use crate::progress::{Due, Moving, Next, Standing, Step};
use crate::report::json::written;
use crate::report::progress::{Page, date};
use crate::rubric::Skill;

/// What is raised when a field changes its meaning; fields may be added without.
const VERSION: u32 = 1;

#[derive(Debug, Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    lang: &'static str,
    person: &'a str,
    when: &'a str,
    checked: Vec<WireStanding>,
    practised: Vec<WireStanding>,
    talks: Vec<WireTalk<'a>>,
    indicators: Vec<WireMoving>,
    due: Vec<WireDue<'a>>,
    next: Option<WireNext<'a>>,
}

#[derive(Debug, Serialize)]
struct WireStanding {
    skill: &'static str,
    says: &'static str,
    points: u8,
    /// In thousandths.
    band80: [u16; 2],
    observations: u32,
    scenarios: usize,
}

#[derive(Debug, Serialize)]
struct WireTalk<'a> {
    day: String,
    title: &'a str,
    mode: &'static str,
    counts: bool,
    skills: Vec<WirePoints>,
    so_far: Option<Vec<WireStanding>>,
}

#[derive(Debug, Serialize)]
struct WirePoints {
    skill: &'static str,
    points: u8,
    observations: u32,
}

#[derive(Debug, Serialize)]
struct WireMoving {
    indicator: &'static str,
    times: u32,
    /// In thousandths of a half step.
    earlier: Option<i64>,
    later: Option<i64>,
    way: &'static str,
}

#[derive(Debug, Serialize)]
struct WireDue<'a> {
    scenario: &'a str,
    title: &'a str,
    day: String,
    days_left: i32,
}

#[derive(Debug, Serialize)]
struct WireNext<'a> {
    scenario: &'a str,
    title: &'a str,
    why: &'static str,
    reason: String,
    predicted: u8,
    with_example: bool,
}

pub(super) fn document(page: &Page<'_>) -> String {
    let progress = page.progress;
    written(&Document {
        format: "kikitori-progress",
        version: VERSION,
        lang: page.lang.code(),
        person: page.over_time.person,
        when: page.over_time.when,
        checked: progress.checked.iter().map(standing).collect(),
        practised: progress.practised.iter().map(standing).collect(),
        talks: progress.steps.iter().map(|step| talk(page, step)).collect(),
        indicators: progress.indicators.iter().map(moving).collect(),
        due: progress.due.iter().map(|one| due(page, one)).collect(),
        next: progress.next.as_ref().map(|one| next(page, one)),
    })
}

fn standing(standing: &Standing) -> WireStanding {
    WireStanding {
        skill: standing.skill.code(),
        says: standing.says.code(),
        points: standing.points(),
        band80: [standing.band.0, standing.band.1],
        observations: standing.observations,
        scenarios: standing.scenarios,
    }
}

fn talk<'a>(page: &Page<'a>, step: &'a Step) -> WireTalk<'a> {
    let skills = Skill::ALL.map(|skill| WirePoints {
        skill: skill.code(),
        points: step.points[skill as usize],
        observations: step.observations[skill as usize],
    });
    WireTalk {
        day: date(step.day),
        title: step.title.get(page.lang),
        mode: step.mode.code(),
        counts: step.counts,
        skills: skills.into(),
        so_far: step.so_far.as_ref().map(|all| all.iter().map(standing).collect()),
    }
}

fn moving(moving: &Moving) -> WireMoving {
    let thousandths = |mean: Share| (mean * Share::from(1000)).round().to_integer();
    WireMoving {
        indicator: moving.indicator.code(),
        times: moving.times,
        earlier: moving.means.map(|(earlier, _)| thousandths(earlier)),
        later: moving.means.map(|(_, later)| thousandths(later)),
        way: moving.way.code(),
    }
}

fn due<'a>(page: &Page<'a>, due: &'a Due) -> WireDue<'a> {
    WireDue {
        scenario: &due.scenario,
        title: due.title.get(page.lang),
        day: date(due.day),
        days_left: due.left,
    }
}

fn next<'a>(page: &Page<'a>, next: &'a Next) -> WireNext<'a> {
    WireNext {
        scenario: &next.scenario,
        title: next.title.get(page.lang),
        why: next.reason.code(),
        reason: page.reason(&next.reason),
        predicted: next.predicted,
        with_example: next.with_example,
    }
}
