//! Reading and checking a file, against reading it with the `ron` crate and asking nothing.

mod typed;

use anyhow::{Result, ensure};
use kikitori::check::{check, check_written};
use kikitori::scenario;

use crate::story::{Shape, Story};
use crate::table::{Table, ratio, time};
use crate::timer::{interleaved, timed};

const BEATS: [usize; 3] = [1_000, 10_000, 100_000];

/// The statistics visit situations, however many beats there are, so larger files show nothing more.
const BEATS_WITH_STATISTICS: [usize; 2] = [100, 1_000];

/// Runs the comparison and prints its tables.
pub fn compare() -> Result<()> {
    written()?;
    statistics()
}

fn story(beats: usize) -> String {
    Story::new(Shape { beats, width: 40, reach: 2, typed: true }).ron()
}

fn megabytes(text: &str) -> String {
    format!("{:.1} MB", text.len() as f64 / 1e6)
}

/// What is written: names, ways, scores, cues and texts.
fn written() -> Result<()> {
    let head = [
        "beats",
        "file",
        "ron typed: min",
        "median",
        "read and compile: min",
        "median",
        "÷ ron",
        "check of all that is written: min",
        "median",
        "÷ ron",
        "÷ the row above",
    ];
    let mut table = Table::new("Load and check of all that is written, one file", &head);
    let mut before = None;
    for beats in BEATS {
        let text = story(beats);
        ensure!(check_written(&text).is_empty(), "the file has findings");
        ensure!(typed::read(&text)?.beats.len() == beats, "beats are missing");
        let [ron, read, ours] = interleaved(|at| {
            let run = || match at {
                0 => typed::read(&text).map_or(0, |scenario| scenario.beats.len()),
                1 => scenario::read(&text).findings.len(),
                _ => check_written(&text).len(),
            };
            timed(run).1
        });
        table.row([
            beats.to_string(),
            megabytes(&text),
            time(ron.seconds()),
            time(ron.median.as_secs_f64()),
            time(read.seconds()),
            time(read.median.as_secs_f64()),
            ratio(read.seconds() / ron.seconds()),
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

/// The same and the statistics: whether the scores mean something and whether the keys give themselves away.
fn statistics() -> Result<()> {
    let head = ["beats", "file", "all that is written: min", "the whole check: min", "median"];
    let mut table = Table::new("The whole check, statistics included", &head);
    for beats in BEATS_WITH_STATISTICS {
        let text = story(beats);
        let [written, whole] = interleaved(|at| {
            let run = || if at == 0 { check_written(&text).len() } else { check(&text).len() };
            timed(run).1
        });
        table.row([
            beats.to_string(),
            megabytes(&text),
            time(written.seconds()),
            time(whole.seconds()),
            time(whole.median.as_secs_f64()),
        ]);
    }
    table.print();
    Ok(())
}
