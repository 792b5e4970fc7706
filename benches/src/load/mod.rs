//! Reading and checking a file, against reading it with the `ron` crate and asking nothing.

mod typed;

use anyhow::{Result, ensure};
use kikitori::check::check;

use crate::story::{Shape, Story};
use crate::table::{Table, ratio, time};
use crate::timer::{interleaved, timed};

const BEATS: [usize; 1] = [10_000];

/// Runs the comparison and prints its table.
pub fn compare() -> Result<()> {
    let head = [
        "beats",
        "file",
        "ron typed, min",
        "median",
        "check, min",
        "median",
        "check ÷ ron",
        "× the row above",
    ];
    let mut table = Table::new("Load and full check, one file", &head);
    let mut before = None;
    for beats in BEATS {
        let text = Story::new(Shape { beats, width: 40, reach: 2, typed: true }).ron();
        if let Ok(path) = std::env::var("DUMP") {
            std::fs::write(format!("{path}{beats}.ron"), &text)?;
        }
        ensure!(check(&text).is_empty(), "the file has findings");
        ensure!(typed::read(&text)?.beats.len() == beats, "beats are missing");
        let [ron, ours] = interleaved(|at| {
            let run = || match at {
                0 => typed::read(&text).map_or(0, |scenario| scenario.beats.len()),
                _ => check(&text).len(),
            };
            timed(run).1
        });
        table.row([
            beats.to_string(),
            format!("{:.1} MB", text.len() as f64 / 1e6),
            time(ron.seconds()),
            time(ron.median.as_secs_f64()),
            time(ours.seconds()),
            time(ours.median.as_secs_f64()),
            ratio(ours.seconds() / ron.seconds()),
            before.map_or(String::new(), |before| ratio(ours.seconds() / before)),
        ]);
        before = Some(ours.seconds());
    }
    table.print();
    Ok(())
}
