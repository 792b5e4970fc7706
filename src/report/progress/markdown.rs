//! Progress as plain text with marks.

use crate::lang::plain::short;
use crate::progress::Says;
use crate::report::markdown::Sheet;
use crate::report::progress::{Page, READING, date, rating};
use crate::rubric::Skill;

pub(super) fn text(page: &Page<'_>) -> String {
    let mut sheet = Sheet::default();
    sheet.heading(1, &format!("{}: {}", page.word("progress-title"), short(page.over_time.person)));
    sheet.item(&format!("{}: {}", page.word("report-when"), short(page.over_time.when)), &[]);
    if page.progress.steps.is_empty() {
        sheet.paragraph(&page.word("progress-none"));
    }
    if let Some(next) = &page.progress.next {
        sheet.heading(2, &page.word("progress-next"));
        let example = next.with_example.then(|| page.word("progress-example"));
        let more: Vec<String> =
            Some(page.reason(&next.reason)).into_iter().chain(example).collect();
        sheet.item(next.title.get(page.lang), &more);
    }
    standings(&mut sheet, page);
    indicators(&mut sheet, page);
    if !page.progress.due.is_empty() {
        sheet.heading(2, &page.word("progress-due"));
    }
    for due in &page.progress.due {
        sheet.item(&format!("{}: {}", due.title.get(page.lang), page.due(due)), &[]);
    }
    talks(&mut sheet, page);
    sheet.heading(2, &page.word("debrief-how-to-read"));
    for key in READING {
        sheet.item(&page.word(key), &[]);
    }
    sheet.done()
}

fn standings(sheet: &mut Sheet, page: &Page<'_>) {
    for (key, standings) in page.standings() {
        sheet.heading(2, &page.word(key));
        for standing in standings {
            let name = page.word(&format!("skill-{}", standing.skill.code()));
            let says = page.says(standing);
            let line = match standing.says {
                Says::NotEnough => format!("{name}: {says}"),
                Says::Practice | Says::Tendency => {
                    format!("{name}: {} / 100, {says}", standing.points())
                }
            };
            let more: Vec<String> =
                page.band(standing).into_iter().chain([page.rests_on(standing)]).collect();
            sheet.item(&line, &more);
        }
    }
}

fn indicators(sheet: &mut Sheet, page: &Page<'_>) {
    if !page.progress.indicators.is_empty() {
        sheet.heading(2, &page.word("progress-indicators"));
    }
    for moving in &page.progress.indicators {
        let name = page.word(moving.indicator.code());
        let moves = page.moves(moving);
        let line = match moving.means {
            None => format!("{name}: {moves}"),
            Some((from, to)) => format!("{name}: {moves} ({} → {})", rating(from), rating(to)),
        };
        sheet.item(&line, &[]);
    }
}

fn talks(sheet: &mut Sheet, page: &Page<'_>) {
    if !page.progress.steps.is_empty() {
        sheet.heading(2, &page.word("progress-talks"));
    }
    for step in page.progress.steps.iter().rev() {
        let points = Skill::ALL.map(|skill| {
            let name = page.word(&format!("skill-{}", skill.code()));
            format!("{name} {}", step.points[skill as usize])
        });
        let mode = page.word(&format!("mode-{}", step.mode.code()));
        let line = format!("{} {} ({mode})", date(step.day), step.title.get(page.lang));
        sheet.item(&line, &[points.join(", ")]);
    }
}
