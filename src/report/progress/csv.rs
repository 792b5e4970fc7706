//! Progress as a table with one row a talk.

use crate::report::csv::{BOM, row};
use crate::report::progress::{Page, date};
use crate::rubric::Skill;

pub(super) fn table(page: &Page<'_>) -> String {
    let mut out = String::from(BOM);
    let skills = Skill::ALL.map(|skill| page.word(&format!("skill-{}", skill.code())));
    let seen = skills
        .clone()
        .map(|skill| page.sentence("progress-csv-observations", &[("skill", skill.into())]));
    let head =
        ["report-who", "report-when", "report-csv-scenario", "report-mode", "progress-csv-counts"];
    let head: Vec<String> =
        head.map(|key| page.word(key)).into_iter().chain(skills).chain(seen).collect();
    row(&mut out, &head);
    for step in &page.progress.steps {
        let counts = if step.counts { "report-csv-yes" } else { "report-csv-no" };
        let mut cells = vec![
            page.over_time.person.to_owned(),
            date(step.day),
            step.title.get(page.lang).to_owned(),
            page.word(&format!("mode-{}", step.mode.code())),
            page.word(counts),
        ];
        cells.extend(step.points.map(|points| points.to_string()));
        cells.extend(step.observations.map(|count| count.to_string()));
        row(&mut out, &cells);
    }
    out
}
