//! `kikitori blind`: the choices without what led to them, for a reader who has not seen the scenario.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;
use serde::Serialize;

use crate::blind::{
    BLIND_MAX, Item, Mode, Pick, Reading, Result as Outcomes, items, items_in_order, options_mark,
    result,
};
use crate::cli::show::{PLAIN_WIDTH, Page};
use crate::cli::{Outcome, find_shelf};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::scenario::Scenario;
use crate::session::{Action, Seed, Session, key_of};
use crate::store::{FileText, Origin, Shelf, keep_reading, read_file};

/// Read the choices blind: can the right one be told without hearing the customer?
#[derive(Debug, Args)]
pub struct BlindArgs {
    /// A scenario's id, as `kikitori list` prints it, or the path of its file
    #[arg(value_name = "ID-or-PATH")]
    pub scenario: String,

    /// Show the talk up to each decision as well, to someone who should be sure
    #[arg(long)]
    pub sighted: bool,

    /// The order of decisions and choices follows from this number
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,

    /// Who reads, to be kept with the result
    #[arg(long, value_name = "NAME", default_value = "")]
    pub reader: String,

    /// Only print the sheet, numbered, for a reader with paper
    #[arg(long, conflicts_with_all = ["picks", "json"])]
    pub sheet: bool,

    /// The picks of a reader with paper: a number and a letter a line, as in `3 B`
    #[arg(long, value_name = "FILE")]
    pub picks: Option<PathBuf>,

    /// The result as one JSON object
    #[arg(long)]
    pub json: bool,

    /// Do not keep the result beside the scenario
    #[arg(long)]
    pub no_keep: bool,
}

pub(super) fn run(
    args: &super::Args,
    blind: &BlindArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let shelf = find_shelf(args, &blind.scenario, lang)?;
    let scenario = &shelf.scenario;
    if !scenario.languages.contains(&lang) {
        bail!(say_with(lang, "blind-not-in", &[("id", scenario.id.as_str().into())]));
    }
    let seed = Seed(blind.seed);
    let items = if blind.sighted { items_in_order(scenario, seed) } else { items(scenario, seed) };
    let sheet = Sheet { shelf: &shelf, items: &items, sighted: blind.sighted, lang };
    if blind.sheet {
        sheet.print(out)?;
        return Ok(Outcome::Clean);
    }
    let picks = match &blind.picks {
        Some(path) => sheet.picks_of_file(path)?,
        None => sheet.ask(io::stdin().lock(), out)?,
    };
    let reading = Reading {
        mode: if blind.sighted { Mode::Sighted } else { Mode::Blind },
        lang,
        options: options_mark(scenario, lang),
        reader: blind.reader.clone(),
        picks,
    };
    let found = result(scenario, &reading);
    // Only a whole reading says something about the whole.
    let kept = match &shelf.origin {
        Origin::File(path) if !blind.no_keep && reading.picks.len() == items.len() => {
            Some(keep_reading(path, &reading).with_context(|| path.display().to_string())?)
        }
        Origin::File(_) | Origin::Shipped(_) => None,
    };
    let passed = blind.sighted || found.percent() <= BLIND_MAX;
    if blind.json {
        writeln!(out, "{}", serde_json::to_string(&Report::of(scenario, &reading, &found))?)?;
    } else {
        if found.items > 0 {
            sheet.report(out, &found)?;
        }
        if reading.picks.len() < items.len() {
            let args = [("picked", reading.picks.len().into()), ("items", items.len().into())];
            writeln!(out, "{}", say_with(lang, "blind-not-whole", &args))?;
        }
        if let Some(path) = kept {
            let path = path.display().to_string();
            writeln!(out, "{}", say_with(lang, "blind-kept", &[("path", path.into())]))?;
        }
    }
    Ok(if passed { Outcome::Clean } else { Outcome::Findings })
}

/// A reader's sheet.
struct Sheet<'s> {
    shelf: &'s Shelf,
    items: &'s [Item],
    sighted: bool,
    lang: Lang,
}

impl Sheet<'_> {
    fn print(&self, out: &mut impl Write) -> anyhow::Result<()> {
        writeln!(out, "{}", say(self.lang, self.how()))?;
        for at in 0..self.items.len() {
            self.item(out, at)?;
        }
        Ok(())
    }

    fn how(&self) -> &'static str {
        if self.sighted { "blind-how-sighted" } else { "blind-how" }
    }

    fn item(&self, out: &mut impl Write, at: usize) -> anyhow::Result<()> {
        let mut page = Page::new(self.lang, PLAIN_WIDTH);
        let (item, scenario) = (&self.items[at], &self.shelf.scenario);
        writeln!(out, "\n{} / {}\n", at + 1, self.items.len())?;
        if self.sighted {
            self.talk_up_to(out, &mut page, item)?;
        }
        for (place, choice) in item.options.iter().enumerate() {
            let words = scenario.choice(item.beat, *choice).say.get(self.lang);
            page.paragraph(out, &format!("{}. ", Item::letter(place)), words)?;
        }
        Ok(())
    }

    /// What a sighted reader has heard: the talk of the keys up to this beat. A second chance is come to by the first
    /// slip that leads there.
    fn talk_up_to(&self, out: &mut impl Write, page: &mut Page, item: &Item) -> anyhow::Result<()> {
        if self.items.first() == Some(item) {
            page.briefing(out, &self.shelf.scenario, Seed(0))?;
            writeln!(out)?;
        }
        let Some(talk) = talk_to(self.shelf, item) else { return Ok(()) };
        page.whole_talk(out, &talk)?;
        page.lines_now(out, &talk.view(self.lang))?;
        writeln!(out)?;
        Ok(())
    }

    /// Asks for a letter at each decision; the end of the input ends the reading.
    fn ask(&self, mut input: impl BufRead, out: &mut impl Write) -> anyhow::Result<Vec<Pick>> {
        let mut picks = Vec::new();
        writeln!(out, "{}", say(self.lang, self.how()))?;
        for (at, item) in self.items.iter().enumerate() {
            self.item(out, at)?;
            let picked = loop {
                write!(out, "{} ", say(self.lang, "blind-prompt"))?;
                out.flush()?;
                let mut line = String::new();
                if io::Read::take(&mut input, 4096).read_line(&mut line)? == 0 {
                    return Ok(picks);
                }
                if !io::stdin().is_terminal() {
                    writeln!(out)?;
                }
                match item.choice(&line) {
                    Some(choice) => break choice,
                    None => writeln!(out, "{}", say(self.lang, "blind-not-a-letter"))?,
                }
            };
            picks.push(self.pick(item, picked));
        }
        Ok(picks)
    }

    fn pick(&self, item: &Item, choice: crate::scenario::ChoiceIdx) -> Pick {
        let beat = self.shelf.scenario.beat(item.beat);
        Pick { beat: beat.id.clone(), choice: beat.choices[choice.at()].id.clone() }
    }

    fn picks_of_file(&self, path: &std::path::Path) -> anyhow::Result<Vec<Pick>> {
        let text = match read_file(path) {
            Ok(FileText::Text(text, _)) => text,
            Ok(FileText::NotText(finding)) => {
                bail!("{}: {}", path.display(), finding.message(self.lang))
            }
            Err(fault) => bail!("{}: {}", path.display(), fault.error),
        };
        let mut picks: Vec<Pick> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [number, letter] = words[..] else {
                if words.is_empty() {
                    continue;
                }
                bail!("{}:{}: {}", path.display(), at + 1, say(self.lang, "blind-bad-line"));
            };
            let item = number.trim_end_matches('.').parse::<usize>().ok();
            let item = item.and_then(|number| self.items.get(number.checked_sub(1)?));
            let picked = item.and_then(|item| Some((item, item.choice(letter)?)));
            let Some((item, choice)) = picked else {
                bail!("{}:{}: {}", path.display(), at + 1, say(self.lang, "blind-bad-line"));
            };
            let pick = self.pick(item, choice);
            picks.retain(|known| known.beat != pick.beat);
            picks.push(pick);
        }
        Ok(picks)
    }

    fn report(&self, out: &mut impl Write, found: &Outcomes) -> anyhow::Result<()> {
        let args = [
            ("keys", i64::from(found.keys).into()),
            ("items", i64::from(found.items).into()),
            ("percent", i64::from(found.percent()).into()),
            ("chance", i64::from(found.chance_percent()).into()),
            ("max", i64::from(BLIND_MAX).into()),
        ];
        let key = match (self.sighted, found.percent() <= BLIND_MAX) {
            (true, _) => "blind-result-sighted",
            (false, true) => "blind-result-passed",
            (false, false) => "blind-result-failed",
        };
        writeln!(out, "\n{}", say_with(self.lang, key, &args))?;
        if !self.sighted && !found.given_away.is_empty() {
            writeln!(out, "{}", say(self.lang, "blind-given-away"))?;
            for beat in &found.given_away {
                let beat = self.shelf.scenario.beat(*beat);
                writeln!(out, "  {}  {}", beat.id, beat.title.get(self.lang))?;
            }
        }
        Ok(())
    }
}

/// The talk that stands at the item's beat: keys all along, or one other choice where only that leads there.
fn talk_to(shelf: &Shelf, item: &Item) -> Option<Session> {
    let keys = |slip: Option<(crate::scenario::BeatIdx, crate::scenario::ChoiceIdx)>| {
        let mut talk = Session::start_likeliest(std::sync::Arc::clone(&shelf.scenario));
        while let Some(beat) = talk.beat() {
            if beat == item.beat {
                return Some(talk);
            }
            let key = key_of(shelf.scenario.beat(beat), talk.state());
            let said = slip.filter(|(there, _)| *there == beat).map_or(key, |(_, choice)| choice);
            talk.handle(Action::Choose(said), 0).ok()?;
        }
        None
    };
    let slips =
        (0..).map(crate::scenario::BeatIdx).zip(&shelf.scenario.beats).flat_map(|(at, beat)| {
            (0..).take(beat.choices.len()).map(move |n| (at, crate::scenario::ChoiceIdx(n)))
        });
    keys(None).or_else(|| slips.into_iter().find_map(|slip| keys(Some(slip))))
}

#[derive(Debug, Serialize)]
struct Report<'s> {
    scenario: &'s str,
    mode: &'static str,
    lang: &'static str,
    items: u32,
    keys: u32,
    percent: u32,
    chance_percent: u32,
    bar_percent: u32,
    given_away: Vec<&'s str>,
}

impl<'s> Report<'s> {
    fn of(scenario: &'s Scenario, reading: &Reading, found: &Outcomes) -> Self {
        Self {
            scenario: &scenario.id,
            mode: if reading.mode == Mode::Blind { "blind" } else { "sighted" },
            lang: reading.lang.code(),
            items: found.items,
            keys: found.keys,
            percent: found.percent(),
            chance_percent: found.chance_percent(),
            bar_percent: BLIND_MAX,
            given_away: found
                .given_away
                .iter()
                .map(|beat| scenario.beat(*beat).id.as_str())
                .collect(),
        }
    }
}
