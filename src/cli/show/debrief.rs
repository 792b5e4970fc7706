//! The look back on a talk as text for the terminal.

use std::io::{self, Write};

use crate::assess::{
    CueView, Debrief, EntryReview, FactView, Growth, OtherReply, Scorecard, TurnReview, Verdict,
};
use crate::cli::show::{BOLD, DIM, Page, bar};
use crate::lang::words::{say, say_with};
use crate::rubric::Skill;

impl Page {
    pub(in crate::cli) fn debrief(
        &mut self,
        out: &mut impl Write,
        debrief: &Debrief,
    ) -> io::Result<()> {
        if let Some((title, text)) = &debrief.ending {
            writeln!(out, "\n{BOLD}{}: {title}{BOLD:#}", say(self.lang, "debrief-ending"))?;
            self.paragraph(out, "", text)?;
        }
        self.scores(out, &debrief.card)?;
        let (heard, all) = debrief.cues_heard;
        let counts = [("heard", heard.into()), ("all", all.into())];
        writeln!(out, "{}", say_with(self.lang, "debrief-cues-heard", &counts))?;
        self.growth(out, "debrief-strengths", &debrief.strengths)?;
        self.growth(out, "debrief-to-work-on", &debrief.to_work_on)?;
        let lang = self.lang;
        self.facts(out, "debrief-untold", &debrief.untold, |fact| {
            Some(say_with(lang, "debrief-opens", &[("how", fact.opens.as_str().into())]))
        })?;
        self.facts(out, "debrief-guessed", &debrief.guessed, |_| None)?;
        // Of what must not travel, this is the reason why not.
        self.facts(out, "debrief-leaked", &debrief.leaked, |fact| Some(fact.opens.clone()))?;
        if !debrief.promises.is_empty() {
            self.heading(out, "debrief-promises")?;
            for promise in &debrief.promises {
                let words = promise.words(self.lang);
                self.item(out, &words)?;
            }
        }
        self.sheet_review(out, &debrief.sheet)?;
        for aim in &debrief.aims {
            self.heading(out, "debrief-aims")?;
            for words in aim.sentences(lang) {
                self.item(out, &words)?;
            }
        }
        self.heading(out, "debrief-turns")?;
        for (at, turn) in debrief.turns.iter().enumerate() {
            self.turn(out, at + 1, turn)?;
        }
        self.heading(out, "debrief-how-to-read")?;
        self.paragraph(out, "", &say(self.lang, "debrief-caution"))
    }

    fn scores(&mut self, out: &mut impl Write, card: &Scorecard) -> io::Result<()> {
        self.heading(out, "debrief-scores")?;
        for skill in Skill::ALL {
            let score = card.score(skill);
            let name = say(self.lang, &format!("skill-{}", skill.code()));
            let level = match score.level {
                Some(level) => say(self.lang, &format!("level-{}", level.number())),
                None => say(self.lang, "score-not-enough"),
            };
            let seen = say_with(
                self.lang,
                "score-observations",
                &[("count", i64::from(score.observations).into())],
            );
            let pad = 20_usize.saturating_sub(textwrap::core::display_width(&name));
            writeln!(
                out,
                "{name}{:pad$} {}  {:>3}  {level} ({seen})",
                "",
                bar(usize::from(score.points), 100, 20),
                score.points
            )?;
        }
        let counts =
            [("slips", i64::from(card.slips).into()), ("mended", i64::from(card.mended).into())];
        writeln!(out, "{}", say_with(self.lang, "debrief-slips", &counts))?;
        for error in &card.critical {
            writeln!(
                out,
                "{BOLD}{}{BOLD:#} {}",
                say(self.lang, "debrief-critical"),
                say(self.lang, error.code())
            )?;
        }
        Ok(())
    }

    fn growth(&mut self, out: &mut impl Write, heading: &str, list: &[Growth]) -> io::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        self.heading(out, heading)?;
        for growth in list {
            let name = say(self.lang, growth.indicator.code());
            let rating = say(self.lang, growth.rating.word());
            self.item(
                out,
                &say_with(
                    self.lang,
                    "debrief-growth",
                    &[
                        ("indicator", name.into()),
                        ("rating", rating.into()),
                        ("said", growth.said.as_str().into()),
                    ],
                ),
            )?;
        }
        Ok(())
    }

    /// Facts under a heading, each with what is to be said of it.
    fn facts(
        &mut self,
        out: &mut impl Write,
        heading: &str,
        facts: &[FactView],
        of: impl Fn(&FactView) -> Option<String>,
    ) -> io::Result<()> {
        if facts.is_empty() {
            return Ok(());
        }
        self.heading(out, heading)?;
        for fact in facts {
            self.item(out, &fact.text)?;
            if let Some(words) = of(fact) {
                self.paragraph(out, "    ", &words)?;
            }
        }
        Ok(())
    }

    fn turn(&mut self, out: &mut impl Write, number: usize, turn: &TurnReview) -> io::Result<()> {
        let mark = if turn.is_key { "○" } else { "・" };
        let aside = if turn.second_chance {
            format!(" ({})", say(self.lang, "talk-second-chance"))
        } else {
            String::new()
        };
        writeln!(out, "{BOLD}{number}. {}{aside}{BOLD:#}", turn.title)?;
        for cue in &turn.cues {
            let (key, words) = match cue {
                CueView::Line(words) => ("debrief-cue-line", words),
                CueView::Rule(words) => ("debrief-cue-rule", words),
                CueView::Known(words) => ("debrief-cue-known", words),
                CueView::Fact(words) => ("debrief-cue-fact", words),
                CueView::Promise(words) => ("debrief-cue-promise", words),
            };
            self.paragraph(
                out,
                "   ",
                &say_with(self.lang, key, &[("words", words.as_str().into())]),
            )?;
        }
        if let Some((of, thought)) = &turn.pull {
            let of = say(self.lang, &format!("pull-{}", of.code()));
            let pull = [("of", of.into()), ("thought", thought.as_str().into())];
            self.paragraph(out, "   ", &say_with(self.lang, "debrief-pull", &pull))?;
        }
        self.paragraph(out, &format!(" {mark} "), &turn.said)?;
        if let Some(thought) = &turn.thought {
            let words =
                say_with(self.lang, "debrief-thought", &[("thought", thought.as_str().into())]);
            self.paragraph(out, "   ", &words)?;
        }
        if !turn.feedback.is_empty() {
            self.paragraph(out, "   ", &turn.feedback)?;
        }
        if let Some((lost, left)) = &turn.turning {
            let args = [("lost", lost.as_str().into()), ("left", left.as_str().into())];
            self.paragraph(out, "   ", &say_with(self.lang, "debrief-turning-point", &args))?;
        }
        self.others(out, &turn.others)?;
        writeln!(out)
    }

    /// What else could have been said, and what would have been answered.
    fn others(&mut self, out: &mut impl Write, others: &[OtherReply]) -> io::Result<()> {
        if others.is_empty() {
            return Ok(());
        }
        writeln!(out, "   {DIM}{}{DIM:#}", say(self.lang, "debrief-others"))?;
        for other in others {
            let mark = if other.is_key { "○" } else { "・" };
            self.paragraph(out, &format!("   {mark} "), &other.said)?;
            for line in &other.reply {
                let name =
                    if line.name.is_empty() { String::new() } else { format!("{}: ", line.name) };
                self.paragraph(out, &format!("       → {name}"), &line.text)?;
            }
        }
        Ok(())
    }

    /// The hand-over sheet read against what was heard.
    fn sheet_review(&mut self, out: &mut impl Write, sheet: &[EntryReview]) -> io::Result<()> {
        if sheet.is_empty() {
            return Ok(());
        }
        self.heading(out, "sheet-title")?;
        for entry in sheet.iter().filter(|entry| entry.verdict != Verdict::LeftOut) {
            let verdict = say(self.lang, &format!("sheet-verdict-{}", entry.verdict.code()));
            let args = [("verdict", verdict.into()), ("text", entry.text.as_str().into())];
            self.item(out, &say_with(self.lang, "sheet-line", &args))?;
        }
        Ok(())
    }
}
