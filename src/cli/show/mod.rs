//! A talk and its debrief as text for the terminal.

mod debrief;

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use anstyle::Style;
use textwrap::{Options, WrapAlgorithm, fill};

use crate::lang::Lang;
use crate::lang::readings::Readings;
use crate::lang::words::{Arg, say, say_with};
use crate::scenario::{Gauges, Role, Scenario, Section};
use crate::session::{
    ChoiceView, ClockView, EntryView, GaugeView, LineView, Moment, Seed, Session, TalkView,
};
use crate::store::Library;

/// The width of text that is not shown on a terminal.
pub(super) const PLAIN_WIDTH: usize = 80;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Writes talks in one language to a width.
#[derive(Debug)]
pub(super) struct Page {
    lang: Lang,
    width: usize,
    /// What is put in brackets behind words; nothing, unless asked for.
    readings: Readings,
}

impl Page {
    pub(super) fn new(lang: Lang, width: usize) -> Self {
        Self { lang, width, readings: Readings::default() }
    }

    /// The same with readings in brackets behind the words of talks and briefings.
    pub(super) fn with_readings(self, readings: Readings) -> Self {
        Self { readings, ..self }
    }

    /// A text of a scenario, with its readings.
    fn read(&self, text: &str) -> String {
        self.readings.in_brackets(text)
    }

    /// The scenarios by number, for someone who has named none.
    pub(super) fn shelves(&mut self, out: &mut impl Write, library: &Library) -> io::Result<()> {
        for (at, shelf) in library.shelves.iter().enumerate() {
            writeln!(out, "\n{BOLD}{}. {}{BOLD:#}", at + 1, shelf.scenario.title.get(self.lang))?;
            self.paragraph(out, "   ", shelf.scenario.summary.get(self.lang))?;
        }
        writeln!(out)
    }

    pub(super) fn briefing(
        &mut self,
        out: &mut impl Write,
        scenario: &Scenario,
        seed: Seed,
    ) -> io::Result<()> {
        writeln!(
            out,
            "{BOLD}{}{BOLD:#}  {DIM}{}{DIM:#}\n",
            scenario.title.get(self.lang),
            say_with(self.lang, "play-seed", &[("seed", seed.0.to_string().into())])
        )?;
        for note in &scenario.content_notes {
            self.paragraph(out, "", &note.sentence(self.lang))?;
        }
        for told in [&scenario.briefing.you, &scenario.briefing.situation] {
            let words = self.read(told.get(self.lang));
            self.paragraph(out, "", &words)?;
        }
        self.heading(out, "talk-known")?;
        for known in &scenario.briefing.known {
            self.item(out, known.get(self.lang))?;
        }
        self.rule_card(out, scenario)
    }

    pub(super) fn rule_card(
        &mut self,
        out: &mut impl Write,
        scenario: &Scenario,
    ) -> io::Result<()> {
        self.heading(out, "talk-rule-card")?;
        for rule in &scenario.briefing.rules {
            self.item(out, rule.get(self.lang))?;
        }
        Ok(())
    }

    /// What was answered to the last choice.
    pub(super) fn reply(&mut self, out: &mut impl Write, view: &TalkView) -> io::Result<()> {
        let Some(turn) = view.turns.last() else {
            return Ok(());
        };
        writeln!(out)?;
        self.spoken(out, &say(self.lang, "talk-you"), &turn.said)?;
        self.lines(out, &turn.reply)
    }

    /// What the last line did, and what can be done about it; nothing where nothing is to be said.
    pub(super) fn lesson(
        &mut self,
        out: &mut impl Write,
        feedback: &str,
        back: &str,
    ) -> io::Result<()> {
        for words in [feedback, back].into_iter().filter(|words| !words.is_empty()) {
            writeln!(out)?;
            self.paragraph(out, "  ", words)?;
        }
        Ok(())
    }

    /// What is said now, and what can be answered.
    pub(super) fn moment(&mut self, out: &mut impl Write, view: &TalkView) -> io::Result<()> {
        match &view.now {
            Moment::Decision { lines, choices, seconds, voice, asks_aim, .. } => {
                writeln!(out)?;
                self.lines(out, lines)?;
                writeln!(out, "\n{DIM}{}{DIM:#}", self.gauges(view.gauges, &view.own_gauges))?;
                self.story(out, view)?;
                if let Some(voice) = voice {
                    self.aside(out, "talk-voice", &[("voice", voice.as_str().into())])?;
                }
                if *asks_aim {
                    self.aside(out, "talk-aim", &[])?;
                }
                if let Some(seconds) = seconds {
                    self.aside(out, "talk-seconds", &[("count", i64::from(*seconds).into())])?;
                }
                writeln!(out)?;
                self.choices(out, choices)?;
                writeln!(out)
            }
            Moment::Sheet { entries } => {
                writeln!(out)?;
                self.story(out, view)?;
                self.sheet(out, entries)
            }
            Moment::Ended { .. } => Ok(()),
        }
    }

    fn choices(&mut self, out: &mut impl Write, choices: &[ChoiceView]) -> io::Result<()> {
        for (at, choice) in choices.iter().enumerate() {
            let words = self.read(&choice.text);
            match &choice.locked {
                None => self.paragraph(out, &format!("{}. ", at + 1), &words)?,
                Some(why) => {
                    write!(out, "{DIM}")?;
                    self.paragraph(out, &format!("{}. ", at + 1), &words)?;
                    write!(out, "{DIM:#}")?;
                    self.locked(out, why)?;
                }
            }
        }
        Ok(())
    }

    /// Why a choice cannot be said yet.
    pub(super) fn locked(&mut self, out: &mut impl Write, why: &str) -> io::Result<()> {
        let why = say_with(self.lang, "talk-locked", &[("why", why.into())]);
        write!(out, "{DIM}")?;
        self.paragraph(out, "   ", &why)?;
        write!(out, "{DIM:#}")
    }

    /// What is said to the trainee beside the talk.
    fn aside(&mut self, out: &mut impl Write, key: &str, args: &[(&str, Arg)]) -> io::Result<()> {
        let words = say_with(self.lang, key, args);
        write!(out, "{DIM}")?;
        self.paragraph(out, "", &words)?;
        write!(out, "{DIM:#}")
    }

    /// The act, the clock and what was promised, where the story has them.
    fn story(&mut self, out: &mut impl Write, view: &TalkView) -> io::Result<()> {
        self.place(out, view.act.as_deref(), view.clock.as_ref())?;
        for promise in &view.promises {
            let words = promise.words(self.lang);
            write!(out, "{DIM}")?;
            self.item(out, &words)?;
            write!(out, "{DIM:#}")?;
        }
        Ok(())
    }

    /// The act and the clock in one line, where the story has them.
    fn place(
        &self,
        out: &mut impl Write,
        act: Option<&str>,
        clock: Option<&ClockView>,
    ) -> io::Result<()> {
        let parts =
            act.map(str::to_owned).into_iter().chain(clock.map(|clock| clock.words(self.lang)));
        let line = parts.collect::<Vec<_>>().join("  ");
        if line.is_empty() { Ok(()) } else { writeln!(out, "{DIM}{line}{DIM:#}") }
    }

    /// The hand-over sheet before it is filled.
    fn sheet(&mut self, out: &mut impl Write, entries: &[EntryView]) -> io::Result<()> {
        self.heading(out, "sheet-title")?;
        self.paragraph(out, "", &say(self.lang, "sheet-how"))?;
        for section in Section::ALL {
            let mut here = entries.iter().filter(|entry| entry.section == section).peekable();
            if here.peek().is_some() {
                self.heading(out, &format!("sheet-{}", section.code()))?;
            }
            for entry in here {
                self.paragraph(out, &format!("{:>2}. ", entry.at + 1), &entry.text)?;
            }
        }
        writeln!(out)
    }

    /// Every exchange so far.
    pub(super) fn whole_talk(&mut self, out: &mut impl Write, talk: &Session) -> io::Result<()> {
        let view = talk.view(self.lang);
        let mut act = None;
        for turn in &view.turns {
            if act != turn.act.as_ref() {
                act = turn.act.as_ref();
                self.place(out, turn.act.as_deref(), turn.clock.as_ref())?;
            }
            self.lines(out, &turn.lines)?;
            self.spoken(out, &say(self.lang, "talk-you"), &turn.said)?;
            self.lines(out, &turn.reply)?;
            writeln!(out, "{DIM}{}{DIM:#}\n", self.gauges(turn.gauges, &[]))?;
        }
        Ok(())
    }

    fn lines(&mut self, out: &mut impl Write, lines: &[LineView]) -> io::Result<()> {
        for line in lines {
            match line.role {
                Role::Narrator => {
                    write!(out, "{DIM}")?;
                    self.paragraph(
                        out,
                        "  ",
                        &say_with(
                            self.lang,
                            "talk-narration",
                            &[("text", self.read(&line.text).into())],
                        ),
                    )?;
                    write!(out, "{DIM:#}")?;
                }
                Role::Customer | Role::Colleague => self.spoken(out, &line.name, &line.text)?,
                Role::Trainee => self.spoken(out, &say(self.lang, "talk-you"), &line.text)?,
            }
        }
        Ok(())
    }

    fn spoken(&mut self, out: &mut impl Write, name: &str, text: &str) -> io::Result<()> {
        writeln!(out, "{BOLD}{name}{BOLD:#}")?;
        let words = self.read(text);
        self.paragraph(out, "  ", &words)
    }

    fn gauges(&self, gauges: Gauges, own: &[GaugeView]) -> String {
        let mut shown = String::new();
        for (key, value) in [("gauge-anger", gauges.anger), ("gauge-trust", gauges.trust)] {
            let meter = bar(usize::from(value), usize::from(Gauges::MAX), usize::from(Gauges::MAX));
            let _ = write!(shown, "{} {meter} {value:>2}   ", say(self.lang, key));
        }
        for gauge in own {
            let most = usize::from(Gauges::MAX);
            let meter = bar(usize::from(gauge.value), most, most);
            let _ = write!(shown, "{} {meter} {:>2}   ", gauge.name, gauge.value);
        }
        shown.trim_end().to_owned()
    }

    fn heading(&mut self, out: &mut impl Write, key: &str) -> io::Result<()> {
        writeln!(out, "\n{BOLD}{}{BOLD:#}", say(self.lang, key))
    }

    fn item(&mut self, out: &mut impl Write, text: &str) -> io::Result<()> {
        self.paragraph(out, "  - ", text)
    }

    /// What is said now, without what can be answered.
    pub(super) fn lines_now(&mut self, out: &mut impl Write, view: &TalkView) -> io::Result<()> {
        match &view.now {
            Moment::Decision { lines, .. } => self.lines(out, lines),
            Moment::Sheet { .. } | Moment::Ended { .. } => Ok(()),
        }
    }

    pub(super) fn paragraph(
        &mut self,
        out: &mut impl Write,
        first: &str,
        text: &str,
    ) -> io::Result<()> {
        paragraph(out, self.width, first, text)
    }
}

/// A text wrapped to a width, its later lines under its first.
pub(super) fn paragraph(
    out: &mut impl Write,
    width: usize,
    first: &str,
    text: &str,
) -> io::Result<()> {
    let rest = " ".repeat(textwrap::core::display_width(first));
    // Full lines, one after the other; evening them out leaves Japanese ragged.
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(&rest)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    writeln!(out, "{}", fill(text, options))
}

/// The width of what is printed: the terminal's, as far as it is pleasant to read.
pub(super) fn width() -> usize {
    if io::stdout().is_terminal() { textwrap::termwidth().clamp(30, 100) } else { PLAIN_WIDTH }
}

/// A meter of `cells` cells, filled in proportion.
fn bar(value: usize, of: usize, cells: usize) -> String {
    let full = (value * cells + of / 2) / of;
    format!("{}{}", "█".repeat(full), "░".repeat(cells - full))
}
