//! The way that was taken beside the way of the best replies: whole on a screen, in sheets on paper.

use maud::{Markup, PreEscaped, html};

use crate::graph::{Format, Graph, Overlay};
use crate::report::paper::Paper;

/// A map of more beats than this could not be read on paper.
const BEATS_MAX: usize = 200;

/// What is printed on one page: how high it is to its width, in hundredths, and at most how many pages there are.
const SHEET: i64 = 122;
const SHEETS_MAX: i64 = 4;

pub(super) fn map(paper: &Paper<'_>) -> Markup {
    let scenario = paper.talk.scenario();
    if scenario.beats.len() > BEATS_MAX {
        let most = [("most", BEATS_MAX.into())];
        return html! {
            section.map {
                h2 { (paper.word("report-map")) }
                p { (paper.sentence("report-map-too-large", &most)) }
            }
        };
    }
    let overlay =
        Overlay { reference: &paper.reference.talk, attempt: Some(paper.talk), problems: &[] };
    // Our own picture: every text in it is escaped where it is drawn.
    let drawn = Graph::of(scenario, &overlay, paper.lang).draw(Format::Svg);
    let sheets = size(&drawn).map(sheets).unwrap_or_default();
    let drawn = drawn.replacen("<svg ", "<svg id=\"map\" ", 1);
    html! {
        section.map {
            h2 { (paper.word("report-map")) }
            p { (paper.word("report-map-how")) }
            div.wide { (PreEscaped(drawn)) }
            div.sheets aria-hidden="true" {
                @for view in sheets { svg viewBox=(view) { use href="#map" {} } }
            }
        }
    }
}

/// The width and height that a picture of ours says it has.
fn size(drawn: &str) -> Option<(i64, i64)> {
    let (_, rest) = drawn.split_once("viewBox=\"0 0 ")?;
    let (width, height) = rest.split_once('"')?.0.split_once(' ')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

/// The parts of the picture that are printed, one a page, from top to bottom.
fn sheets((width, height): (i64, i64)) -> Vec<String> {
    let fits = width * SHEET / 100;
    if height <= fits || height > fits * SHEETS_MAX {
        // One page, as large as it goes.
        let room = width.max(height * 100 / SHEET);
        return vec![format!("{} 0 {room} {height}", (width - room) / 2)];
    }
    let pages = (height + fits - 1) / fits;
    let each = (height + pages - 1) / pages;
    (0..pages).map(|page| format!("0 {} {width} {each}", page * each)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_printed_whole() {
        let check = |size, expect: &[&str]| assert_eq!(sheets(size), expect, "{size:?}");
        check((1000, 900), &["0 0 1000 900"]);
        check((1000, 2330), &["0 0 1000 1165", "0 1165 1000 1165"]);
        check((100, 1220), &["-450 0 1000 1220"]);
    }
}
