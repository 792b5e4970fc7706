//! Three bars with what each rests on, and what must not have happened.

use maud::{Markup, html};

use crate::assess::Score;
use crate::report::html::skill_class;
use crate::report::paper::Paper;
use crate::rubric::Skill;

pub(super) fn scores(paper: &Paper<'_>) -> Markup {
    let critical = &paper.debrief.card.critical;
    html! {
        section.scores {
            h2 { (paper.word("debrief-scores")) }
            div.three {
                @for skill in Skill::ALL { (card(paper, paper.debrief.card.score(skill))) }
            }
            @if !critical.is_empty() {
                div.critical {
                    p.lead { (paper.word("report-critical")) }
                    ul { @for error in critical { li { (paper.word(error.code())) } } }
                    p.aside { (paper.word("report-critical-cap")) }
                }
            }
            p { (paper.slips()) }
            p { (paper.cues_heard()) }
            p { (paper.how_practised()) }
        }
    }
}

fn card(paper: &Paper<'_>, score: &Score) -> Markup {
    let name = paper.word(&format!("skill-{}", score.skill.code()));
    html! {
        div.score.(skill_class(score.skill)) {
            p.name { (name) }
            p.points {
                strong { (score.points) }
                " " span.level { (paper.level(score)) }
            }
            (bar(score))
            p.aside { (paper.seen(score)) }
        }
    }
}

/// The bar with the cuts between levels; hatched where there is too little to speak of a level.
fn bar(score: &Score) -> Markup {
    let full = 3 * i32::from(score.points);
    let hatch = format!("hatch-{}", score.skill.code());
    let fill = match score.level {
        Some(_) => "currentColor".to_owned(),
        None => format!("url(#{hatch})"),
    };
    html! {
        svg.bar viewBox="0 0 300 20" aria-hidden="true" {
            @if score.level.is_none() {
                pattern id=(hatch) width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect width="3.5" height="7" fill="currentColor" {}
                }
            }
            rect class="groove" x="0" y="0" width="300" height="14" rx="7" {}
            clipPath id=(format!("clip-{hatch}")) { rect x="0" y="0" width="300" height="14" rx="7" {} }
            rect x="0" y="0" width=(full) height="14" fill=(fill) clip-path=(format!("url(#clip-{hatch})")) {}
            @for cut in [50, 75, 90] { path class="cut" d=(format!("M{0} 15V20", 3 * cut)) {} }
        }
    }
}
