//! Choosing and going on, with all texts: kikitori, ink and Yarn Spinner play one story by one list of choices.

mod ink;
mod ours;
mod yarn;

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::chance::Chance;
use crate::story::{Shape, Story};
use crate::table::{Table, ratio, time, whole};
use crate::timer::{Times, interleaved, timed};

/// How many choices are taken in one run.
const CHOICES: usize = 20_000;

const SHAPE: Shape = Shape { beats: 1000, width: 40, reach: 2, typed: false };

/// Something that plays the story.
trait Engine {
    /// Puts on the page what is said now and what can be answered.
    fn show(&mut self, page: &mut Page) -> Result<()>;

    /// Answers, by the place of the choice as written, and goes on to the next beat; after the last, to the first.
    fn choose(&mut self, choice: usize) -> Result<()>;
}

/// What a reader sees, and the digest of all that was seen in a run.
#[derive(Debug, Default)]
struct Page {
    text: String,
    digest: u64,
    bytes: usize,
}

impl Page {
    /// A line that is said.
    fn line(&mut self, text: &str) {
        self.digest = self.digest.rotate_left(5).wrapping_add(self.written(text));
    }

    /// Something that can be answered. It counts the same wherever it stands, because kikitori shuffles the choices.
    fn choice(&mut self, text: &str) {
        self.digest = self.digest.wrapping_add(self.written(text).wrapping_mul(3));
    }

    fn written(&mut self, text: &str) -> u64 {
        self.text.push_str(text);
        self.bytes += text.len();
        let written = &self.text.as_bytes()[self.text.len() - text.len()..];
        let (words, rest) = written.as_chunks::<8>();
        let mixed =
            |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
        let hash = words.iter().fold(1, |hash, word| mixed(hash, u64::from_le_bytes(*word)));
        rest.iter().fold(hash, |hash, byte| mixed(hash, u64::from(*byte)))
    }
}

/// All that was shown in a run, as a digest and in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    digest: u64,
    bytes: usize,
}

fn play(engine: &mut dyn Engine, choices: &[usize]) -> Result<Seen> {
    let mut page = Page::default();
    engine.show(&mut page)?;
    for choice in choices {
        engine.choose(*choice)?;
        page.text.clear();
        engine.show(&mut page)?;
    }
    Ok(Seen { digest: page.digest, bytes: page.bytes })
}

/// Runs the comparison and prints its table.
pub fn compare() -> Result<()> {
    let story = Story::new(SHAPE);
    let mut chance = Chance::new(7);
    let choices: Vec<usize> = (0..CHOICES).map(|_| chance.below(3)).collect();
    let (ron, json, yarn) = (story.ron(), ink::compiled(&story)?, yarn::compiled(&story)?);

    let mut seen: [Option<Seen>; 3] = [None; 3];
    let mut loads = [Duration::MAX; 3];
    let times = interleaved(|at| {
        let (engine, loading) = timed(|| match at {
            0 => ours::engine(&ron),
            1 => ink::engine(&json),
            _ => yarn::engine(&yarn),
        });
        let mut engine = engine.expect("the story is one that every engine takes");
        loads[at] = loads[at].min(loading);
        let (now, time) = timed(|| play(engine.as_mut(), &choices));
        let now = now.expect("every choice is one that every engine takes");
        assert_eq!(*seen[at].get_or_insert(now), now, "the same every time");
        time
    });
    print(&story, times, loads, seen)
}

fn print(
    story: &Story,
    times: [Times; 3],
    loads: [Duration; 3],
    seen: [Option<Seen>; 3],
) -> Result<()> {
    ensure!(seen[0] == seen[1] && seen[0] == seen[2], "the texts differ: {seen:?}");
    let bytes = seen[0].map_or(0, |seen| seen.bytes);
    let title = format!(
        "Choose and advance, all text shown: {} beats × 3 choices, {CHOICES} choices, {bytes} bytes of text, digests equal",
        story.beats.len(),
    );
    let mut table =
        Table::new(title, &["engine", "min", "median", "choices/s", "kikitori is", "load"]);
    let names = ["kikitori", "bladeink 2.1.0 (ink)", "yarnspinner 0.9.0 (Yarn)"];
    for ((name, times_), load) in names.iter().zip(times).zip(loads) {
        table.row([
            (*name).to_owned(),
            time(times_.seconds()),
            time(times_.median.as_secs_f64()),
            whole(times_.per_second(CHOICES)),
            ratio(times_.seconds() / times[0].seconds()),
            time(load.as_secs_f64()),
        ]);
    }
    table.print();
    Ok(())
}
