//! Progress as one page that opens and prints anywhere, in the style of the report.

use maud::{Markup, html};

use crate::lang::plain::short;
use crate::progress::{Says, Standing, Step};
use crate::report::html::document;
use crate::report::progress::{Page, READING, date, rating};
use crate::rubric::Skill;

pub(super) fn page(page: &Page<'_>) -> String {
    let over_time = page.over_time;
    let (person, when) = (short(over_time.person), short(over_time.when));
    let args = [("person", person.as_str().into()), ("when", when.as_str().into())];
    let title = page.sentence("progress-page-title", &args);
    let body = html! {
        header {
            p.kind { (page.word("progress-title")) }
            h1 { bdi { (person) } }
            dl.about { div { dt { (page.word("report-when")) } dd { (when) } } }
            @if page.progress.steps.is_empty() { p.remark { (page.word("progress-none")) } }
        }
        (next(page))
        @for (key, standings) in page.standings() { (standing(page, key, standings)) }
        (over_the_talks(page))
        (indicators(page))
        (due(page))
        (talks(page))
        section.reading {
            h2 { (page.word("debrief-how-to-read")) }
            ul { @for key in READING { li { (page.word(key)) } } }
        }
    };
    document(page.lang, &title, &body)
}

fn next(page: &Page<'_>) -> Markup {
    html! {
        @if let Some(next) = &page.progress.next {
            section.forward {
                h2 { (page.word("progress-next")) }
                p.lead { (next.title.get(page.lang)) }
                p { (page.reason(&next.reason)) }
                @if next.with_example { p { (page.word("progress-example")) } }
            }
        }
    }
}

fn standing(page: &Page<'_>, key: &str, standings: &[Standing; 3]) -> Markup {
    html! {
        section.scores {
            h2 { (page.word(key)) }
            div.three {
                @for standing in standings {
                    div.score.(standing.skill.code()) {
                        p.name { (page.word(&format!("skill-{}", standing.skill.code()))) }
                        p.points {
                            @if standing.says > Says::NotEnough { strong { (standing.points()) } " " }
                            span.level { (page.says(standing)) }
                        }
                        @if let Some(band) = page.band(standing) {
                            (bar(standing))
                            p.aside { (band) }
                        }
                        p.aside { (page.rests_on(standing)) }
                    }
                }
            }
        }
    }
}

/// The band as a stretch of the bar, and the estimate as a mark in it.
fn bar(standing: &Standing) -> Markup {
    let (low, high) = standing.band;
    let place = |thousandths: u16| i32::from(thousandths) * 3 / 10;
    let (from, to) = (place(low), place(high));
    let at = 3 * i32::from(standing.points());
    html! {
        svg.bar viewBox="0 0 300 20" aria-hidden="true" {
            rect class="groove" x="0" y="4" width="300" height="8" rx="4" {}
            rect x=(from) y="2" width=((to - from).max(2)) height="12" rx="6" fill="currentColor" fill-opacity=".45" {}
            rect x=(at - 2) y="0" width="4" height="16" rx="2" fill="currentColor" {}
        }
    }
}

/// The picture's own units.
const LEFT: i32 = 40;
const RIGHT: i32 = 386;
const TOP: i32 = 14;
const BOTTOM: i32 = 174;
/// So many talks are drawn, the latest.
const DRAWN_MAX: usize = 24;

fn over_the_talks(page: &Page<'_>) -> Markup {
    let steps = &page.progress.steps;
    let drawn = &steps[steps.len().saturating_sub(DRAWN_MAX)..];
    html! {
        @if drawn.len() >= 2 {
            section.course {
                h2 { (page.word("progress-over-time")) }
                div.three {
                    @for skill in Skill::ALL { (course(page, skill, drawn)) }
                }
                p.legend {
                    span { svg viewBox="0 0 20 20" aria-hidden="true" { circle cx="10" cy="10" r="6" {} } " " (page.word("progress-counts")) }
                    span { svg viewBox="0 0 20 20" aria-hidden="true" { circle.open cx="10" cy="10" r="6" {} } " " (page.word("progress-counts-not")) }
                    @if drawn.iter().any(|step| Skill::ALL.iter().any(|skill| band(step, *skill).is_some())) {
                        span { svg viewBox="0 0 20 20" aria-hidden="true" { rect class="band" x="5" y="1" width="10" height="18" rx="4" {} } " " (page.word("progress-band-so-far")) }
                    }
                }
            }
        }
    }
}

/// Where a score stands.
fn height(points: u8) -> i32 {
    BOTTOM - (BOTTOM - TOP) * i32::from(points) / 100
}

/// Where the band of a skill begins and ends after a talk that counts, if there is enough to speak of one.
fn band(step: &Step, skill: Skill) -> Option<(i32, i32)> {
    let standing = &step.so_far.as_ref()?[skill as usize];
    let place = |thousandths: u16| BOTTOM - (BOTTOM - TOP) * i32::from(thousandths) / 1000;
    let (low, high) = standing.band;
    (standing.says > Says::NotEnough).then(|| (place(low), place(high)))
}

fn course(page: &Page<'_>, skill: Skill, steps: &[Step]) -> Markup {
    let name = page.word(&format!("skill-{}", skill.code()));
    let many = i32::try_from(steps.len()).unwrap_or(i32::MAX);
    let across = (0..many).map(|at| LEFT + 20 + (RIGHT - LEFT - 40) * at / (many - 1).max(1));
    let places: Vec<(i32, i32, &Step)> =
        across.zip(steps).map(|(x, step)| (x, height(step.points[skill as usize]), step)).collect();
    let line: Vec<String> = places.iter().map(|(x, y, _)| format!("{x},{y}")).collect();
    let said: Vec<String> =
        steps.iter().map(|step| step.points[skill as usize].to_string()).collect();
    html! {
        figure.(skill.code()) {
            figcaption { (name) }
            svg viewBox="0 0 400 190" role="img" aria-label=(format!("{name}: {}", said.join(", "))) {
                @for mark in [0, 50, 100] {
                    path class="hair" d=(format!("M{LEFT} {}H{RIGHT}", height(mark))) {}
                    text class="figure" x=(LEFT - 8) y=(height(mark) + 6) text-anchor="end" { (mark) }
                }
                @for (x, _, step) in &places {
                    @if let Some((from, to)) = band(step, skill) {
                        rect class="band" x=(x - 7) y=(to) width="14" height=((from - to).max(2)) rx="5" {}
                    }
                }
                polyline points=(line.join(" ")) {}
                @for (x, y, step) in places {
                    circle class=[(!step.counts).then_some("open")] cx=(x) cy=(y) r="6" {}
                }
            }
        }
    }
}

fn indicators(page: &Page<'_>) -> Markup {
    html! {
        @if !page.progress.indicators.is_empty() {
            section.list {
                h2 { (page.word("progress-indicators")) }
                table {
                    thead { tr {
                        th { (page.word("progress-indicator")) }
                        th.count { (page.word("progress-times")) }
                        th.count { (page.word("progress-earlier")) }
                        th.count { (page.word("progress-later")) }
                        th { (page.word("progress-way")) }
                    } }
                    tbody {
                        @for moving in &page.progress.indicators {
                            tr {
                                td.(moving.indicator.skill().code()) { (page.word(moving.indicator.code())) }
                                td.count { (moving.times) }
                                @match moving.means {
                                    Some((earlier, later)) => {
                                        td.count { (rating(earlier)) }
                                        td.count { (rating(later)) }
                                    }
                                    None => { td.count { "–" } td.count { "–" } }
                                }
                                td { (page.moves(moving)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn due(page: &Page<'_>) -> Markup {
    html! {
        @if !page.progress.due.is_empty() {
            section.list {
                h2 { (page.word("progress-due")) }
                ul {
                    @for due in &page.progress.due {
                        li {
                            (due.title.get(page.lang)) " "
                            @if due.is_now() { span.tag { (page.due(due)) } }
                            @else { span.aside { (page.due(due)) } }
                        }
                    }
                }
            }
        }
    }
}

fn talks(page: &Page<'_>) -> Markup {
    html! {
        @if !page.progress.steps.is_empty() {
            section.list {
                h2 { (page.word("progress-talks")) }
                div.wide { table {
                    thead { tr {
                        th { (page.word("report-when")) }
                        th { (page.word("report-csv-scenario")) }
                        th { (page.word("report-mode")) }
                        @for skill in Skill::ALL {
                            th.count.(skill.code()) { (page.word(&format!("skill-{}", skill.code()))) }
                        }
                    } }
                    tbody {
                        @for step in page.progress.steps.iter().rev() {
                            tr {
                                td.date { (date(step.day)) }
                                td { (step.title.get(page.lang)) }
                                td { (page.word(&format!("mode-{}", step.mode.code()))) @if step.counts { " ●" } }
                                @for points in step.points { td.count { (points) } }
                            }
                        }
                    }
                } }
            }
        }
    }
}
