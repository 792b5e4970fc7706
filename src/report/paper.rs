//! What every format says alike: the look back in one language, and the sentences it is put into.

use crate::analysis::look_back;
use crate::assess::{
    CueView, Debrief, EntryReview, FactView, Reference, Score, TurnReview, Verdict,
};
use crate::lang::Lang;
use crate::lang::readings::Readings;
use crate::lang::words::{Arg, say, say_with};
use crate::report::{About, Note, Report};
use crate::session::{Action, Millis, Session};

/// A report in one language, looked back on and not yet laid out.
pub(super) struct Paper<'a> {
    pub(super) lang: Lang,
    pub(super) about: About<'a>,
    pub(super) talk: &'a Session,
    pub(super) reference: Reference,
    pub(super) debrief: Debrief,
    pub(super) reflection: Option<&'a str>,
    notes: &'a [Note<'a>],
}

/// A list below a heading, such as what was never told.
pub(super) struct List {
    /// The key of its heading.
    pub(super) key: &'static str,
    /// What stands in it, each with what is said of it.
    pub(super) items: Vec<(String, Option<String>)>,
}

/// What the numbers mean and what they do not, sentence by sentence.
pub(super) const READING: [&str; 4] =
    ["report-read-observations", "report-read-levels", "report-read-gauges", "report-read-never"];

impl<'a> Paper<'a> {
    pub(super) fn of(report: &Report<'a>, lang: Lang) -> Self {
        let reference = Reference::of(report.talk.scenario());
        let debrief = look_back(report.talk, &reference, lang);
        let reflection = report.reflection.map(str::trim).filter(|text| !text.is_empty());
        let (about, talk, notes) = (report.about, report.talk, report.notes);
        Self { lang, about, talk, reference, debrief, reflection, notes }
    }

    pub(super) fn word(&self, key: &str) -> String {
        say(self.lang, key)
    }

    pub(super) fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        say_with(self.lang, key, args)
    }

    pub(super) fn title(&self) -> &str {
        self.talk.scenario().title.get(self.lang)
    }

    /// How words of the scenario are read.
    pub(super) fn readings(&self) -> &Readings {
        &self.talk.scenario().readings
    }

    /// Words between the quotation marks of the language.
    pub(super) fn quoted(&self, words: &str) -> String {
        self.sentence("quoted", &[("words", words.into())])
    }

    /// What a trainer wrote beside a turn, counted from 0.
    pub(super) fn notes_on(&self, turn: usize) -> impl Iterator<Item = &'a str> {
        let here = self.notes.iter().filter(move |note| note.turn == turn);
        here.map(|note| note.text).filter(|text| !text.trim().is_empty())
    }

    /// How long it took, in words; nothing where nobody knows, or where the clocks cannot be right.
    pub(super) fn length(&self) -> Option<String> {
        let took = self.about.ended?.checked_sub(self.about.started)?;
        let minutes = (took + 30_000) / 60_000;
        (took >= 0).then(|| self.sentence("report-minutes", &[("count", minutes.into())]))
    }

    /// What has to be known about this talk before the numbers are read.
    pub(super) fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.debrief.ending.is_none() {
            remarks.push(self.word("report-unfinished"));
        }
        if self.about.changed {
            remarks.push(self.word("report-changed"));
        }
        if let Some(branch) = self.about.branch {
            let args = [("attempt", branch.attempt.into()), ("turn", (branch.turn + 1).into())];
            remarks.push(self.sentence("report-branch", &args));
        }
        remarks
    }

    /// In which mode, and what that says of the numbers.
    pub(super) fn how_practised(&self) -> String {
        let mode = self.word(&format!("mode-{}", self.about.mode.code()));
        let count = i64::from(self.about.taken_back);
        self.sentence("debrief-mode", &[("mode", mode.into()), ("count", count.into())])
    }

    pub(super) fn level(&self, score: &Score) -> String {
        match score.level {
            Some(level) => self.word(&format!("level-{}", level.number())),
            None => self.word("score-not-enough"),
        }
    }

    pub(super) fn seen(&self, score: &Score) -> String {
        let count = i64::from(score.observations);
        self.sentence("score-observations", &[("count", count.into())])
    }

    pub(super) fn slips(&self) -> String {
        let card = &self.debrief.card;
        let (slips, mended) = (i64::from(card.slips), i64::from(card.mended));
        self.sentence("debrief-slips", &[("slips", slips.into()), ("mended", mended.into())])
    }

    pub(super) fn cues_heard(&self) -> String {
        let (heard, all) = self.debrief.cues_heard;
        self.sentence("debrief-cues-heard", &[("heard", heard.into()), ("all", all.into())])
    }

    pub(super) fn cue(&self, cue: &CueView) -> String {
        let (key, words) = match cue {
            CueView::Line(words) => ("debrief-cue-line", words),
            CueView::Rule(words) => ("debrief-cue-rule", words),
            CueView::Known(words) => ("debrief-cue-known", words),
            CueView::Fact(words) => ("debrief-cue-fact", words),
            CueView::Promise(words) => ("debrief-cue-promise", words),
        };
        self.sentence(key, &[("words", words.as_str().into())])
    }

    /// The thought that came first, and what it was made of.
    pub(super) fn pull(&self, turn: &TurnReview) -> Option<String> {
        let (of, thought) = turn.pull.as_ref()?;
        let of = self.word(&format!("pull-{}", of.code()));
        let args = [("of", of.into()), ("thought", thought.as_str().into())];
        Some(self.sentence("debrief-pull", &args))
    }

    pub(super) fn turning(&self, lost: &str, left: &str) -> String {
        self.sentence("debrief-turning-point", &[("lost", lost.into()), ("left", left.into())])
    }

    /// How far anger and trust moved, such as `Anger −2 Trust +1`.
    pub(super) fn moved(&self, anger: i8, trust: i8) -> String {
        let of = |key: &str, by: i8| match by {
            0 => format!("{} ±0", self.word(key)),
            1.. => format!("{} +{by}", self.word(key)),
            i8::MIN..=-1 => format!("{} −{}", self.word(key), by.unsigned_abs()),
        };
        format!("{}\u{2003}{}", of("gauge-anger", anger), of("gauge-trust", trust))
    }

    /// What became of facts, promises and aims, list by list; none that is empty.
    pub(super) fn lists(&self) -> Vec<List> {
        let debrief = &self.debrief;
        let opens = |fact: &FactView| {
            let how = [("how", fact.opens.as_str().into())];
            (fact.text.clone(), Some(self.sentence("debrief-opens", &how)))
        };
        // Of what must not travel, this is the reason why not.
        let reason = |fact: &FactView| (fact.text.clone(), Some(fact.opens.clone()));
        let bare = |fact: &FactView| (fact.text.clone(), None);
        let promises = debrief.promises.iter().map(|promise| (promise.words(self.lang), None));
        let aims = debrief.aims.iter().flat_map(|aim| aim.sentences(self.lang));
        let aims = aims.map(|words| (words, None));
        let lists = [
            ("debrief-untold", debrief.untold.iter().map(opens).collect()),
            ("debrief-guessed", debrief.guessed.iter().map(bare).collect()),
            ("debrief-leaked", debrief.leaked.iter().map(reason).collect()),
            ("debrief-promises", promises.collect()),
            ("debrief-aims", aims.collect()),
        ];
        let lists = lists.into_iter().map(|(key, items)| List { key, items });
        lists.filter(|list| !list.items.is_empty()).collect()
    }

    /// The hand-over sheet as far as there is something to be said of it.
    pub(super) fn sheet(&self) -> impl Iterator<Item = &EntryReview> {
        self.debrief.sheet.iter().filter(|entry| entry.verdict != Verdict::LeftOut)
    }

    pub(super) fn verdict(&self, entry: &EntryReview) -> String {
        self.word(&format!("sheet-verdict-{}", entry.verdict.code()))
    }

    /// When each turn was answered, in milliseconds since the talk began.
    pub(super) fn answered_at(&self) -> impl Iterator<Item = Millis> {
        let entries = self.talk.transcript().entries.iter();
        let turns =
            entries.filter(|entry| matches!(entry.action, Action::Choose(_) | Action::TimeRanOut));
        turns.map(|entry| entry.at)
    }
}
