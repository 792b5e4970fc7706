//! The report as one page that opens and prints anywhere: no script, nothing from elsewhere.

mod curve;
mod map;
mod ruby;
mod scores;
mod turns;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assess::Growth;
use crate::lang::Lang;
use crate::lang::plain::{plain, short};
use crate::lang::words::say;
use crate::report::forward::{Way, ways_forward};
use crate::report::paper::{List, Paper, READING};
use crate::rubric::Skill;

/// How the page looks, on a screen and on A4.
const STYLE: &str = include_str!("../../../assets/report/page.css");

/// A browser that keeps to this loads nothing and runs nothing, whatever stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

pub(super) fn page(paper: &Paper<'_>) -> String {
    let title = paper.sentence(
        "report-page-title",
        &[
            ("scenario", short(paper.title()).into()),
            ("person", short(paper.about.person).into()),
            ("when", short(paper.about.when).into()),
        ],
    );
    let body = html! {
        (head(paper))
        (ending(paper))
        (scores::scores(paper))
        (growth(paper))
        (curve::curve(paper))
        (lists(paper))
        (sheet(paper))
        (forward(&ways_forward(paper), paper))
        (reflection(paper))
        (how_to_read(paper))
        (turns::turns(paper))
        (map::map(paper))
        (foot(paper))
    };
    document(paper.lang, &title, &body)
}

/// A whole document around its body.
pub(super) fn document(lang: Lang, title: &str, body: &Markup) -> String {
    let whole = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (body) } }
        }
    };
    // Whatever a name or a note brought along, nothing that misleads is left anywhere in the page.
    plain(&whole.into_string())
}

fn head(paper: &Paper<'_>) -> Markup {
    let about = &paper.about;
    html! {
        header {
            p.kind { (paper.word("report-title")) }
            h1 { (paper.title()) }
            dl.about {
                div { dt { (paper.word("report-who")) } dd { bdi { (short(about.person)) } } }
                div { dt { (paper.word("report-when")) } dd { (short(about.when)) } }
                div { dt { (paper.word("report-mode")) } dd { (paper.word(&format!("mode-{}", about.mode.code()))) } }
                @if let Some(length) = paper.length() {
                    div { dt { (paper.word("report-length")) } dd { (length) } }
                }
            }
            @for remark in paper.remarks() { p.remark { (remark) } }
        }
    }
}

fn ending(paper: &Paper<'_>) -> Markup {
    html! {
        @if let Some((title, text)) = &paper.debrief.ending {
            section.ending {
                p.kind { (paper.word("debrief-ending")) }
                h2 { (title) }
                p.story { (ruby::ruby(paper.readings(), text)) }
            }
        }
    }
}

fn growth(paper: &Paper<'_>) -> Markup {
    let both = [
        ("debrief-strengths", "well", &paper.debrief.strengths),
        ("debrief-to-work-on", "next", &paper.debrief.to_work_on),
    ];
    html! {
        div.two {
            @for (key, class, list) in both {
                @if !list.is_empty() {
                    section.panel.(class) {
                        h2 { (paper.word(key)) }
                        @for growth in list { (grown(paper, growth)) }
                    }
                }
            }
        }
    }
}

fn grown(paper: &Paper<'_>, growth: &Growth) -> Markup {
    let turn = paper.sentence("report-turn", &[("turn", (growth.turn + 1).into())]);
    html! {
        div.grown {
            p.name.(skill_class(growth.indicator.skill())) {
                (paper.word(growth.indicator.code()))
                " " span.rating { (paper.word(growth.rating.word())) }
            }
            p.quote { (growth.said) }
            p.aside { (turn) " · " (growth.title) }
        }
    }
}

/// Colours follow the skill, and are never the only sign.
fn skill_class(skill: Skill) -> &'static str {
    skill.code()
}

fn lists(paper: &Paper<'_>) -> Markup {
    html! {
        @for List { key, items } in paper.lists() {
            section.list {
                h2 { (paper.word(key)) }
                ul {
                    @for (words, aside) in items {
                        li {
                            (words)
                            @if let Some(aside) = aside { p.aside { (aside) } }
                        }
                    }
                }
            }
        }
    }
}

fn sheet(paper: &Paper<'_>) -> Markup {
    html! {
        @if paper.sheet().next().is_some() {
            section.list {
                h2 { (paper.word("sheet-title")) }
                ul.sheet {
                    @for entry in paper.sheet() {
                        li { span.tag { (paper.verdict(entry)) } " " (entry.text) }
                    }
                }
            }
        }
    }
}

fn forward(ways: &[Way], paper: &Paper<'_>) -> Markup {
    html! {
        section.forward {
            h2 { (paper.word("report-forward")) }
            ol {
                @for way in ways {
                    li {
                        p.lead { (way.lead) }
                        @for how in &way.how { p { (how) } }
                    }
                }
            }
        }
    }
}

fn reflection(paper: &Paper<'_>) -> Markup {
    html! {
        @if let Some(words) = paper.reflection {
            section.own {
                h2 { (paper.word("report-reflection")) }
                p.written { (words) }
            }
        }
    }
}

fn how_to_read(paper: &Paper<'_>) -> Markup {
    html! {
        section.reading {
            h2 { (paper.word("debrief-how-to-read")) }
            p { (paper.word("debrief-caution")) }
            ul { @for key in READING { li { (say(paper.lang, key)) } } }
        }
    }
}

fn foot(paper: &Paper<'_>) -> Markup {
    let seed = paper.talk.transcript().seed.0.to_string();
    let args = [
        ("attempt", short(paper.about.id).into()),
        ("scenario", short(&paper.talk.scenario().id).into()),
        ("seed", seed.into()),
    ];
    html! { footer { (paper.sentence("report-foot", &args)) } }
}
