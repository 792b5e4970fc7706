//! What a story is made of besides its beats: acts, the clock, promises, chance, the hand-over sheet, notes and personas.

use crate::lang::words::{say, say_with};
use crate::lang::{Lang, Localized};
use crate::notation::Few;
use crate::notation::Word;
use crate::rubric::{Indicator, Skill};
use crate::scenario::{BeatIdx, Channel, ChoiceIdx, Condition, Mark, Move, SpeakerIdx, Target};

/// A moment of the story, in minutes since midnight before its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time(pub u16);

impl Time {
    /// The minutes of a day.
    const DAY: u16 = 24 * 60;

    /// The last moment that can be written: the end of the fortieth day.
    pub const LAST: Self = Self(40 * Self::DAY - 1);

    /// The moment written as `13:05`, or on a later day as `2 10:00`.
    pub fn from_written(written: &str) -> Option<Self> {
        let (day, clock) = written.split_once(' ').unwrap_or(("1", written));
        let (hour, minute) = clock.split_once(':')?;
        let digits = |part: &str, most: u16| {
            let plain =
                !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<u16>().ok().filter(|value| plain && *value <= most)
        };
        let day = digits(day, 40)?.checked_sub(1)?;
        let minute = Some(minute)
            .filter(|minute| minute.len() == 2)
            .and_then(|minute| digits(minute, 59))?;
        Some(Self(day * Self::DAY + digits(hour, 23)? * 60 + minute))
    }

    /// The day of the story, the first being 1.
    pub fn day(self) -> u16 {
        self.0 / Self::DAY + 1
    }

    /// The time of day, such as `13:05`.
    pub fn clock(self) -> String {
        let minute = self.0 % Self::DAY;
        format!("{}:{:02}", minute / 60, minute % 60)
    }

    /// The moment so many minutes later, at most [`Time::LAST`].
    #[must_use]
    pub fn later(self, minutes: u16) -> Self {
        Self(self.0.saturating_add(minutes)).min(Self::LAST)
    }
}

/// A stretch of the story with a channel and a time of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The name in files.
    pub id: String,
    /// Its name for people.
    pub title: Localized,
    /// How its talk is held.
    pub channel: Channel,
    /// The clock goes on to this time when the act begins, if it is not later already.
    pub opens_at: Option<Time>,
}

/// Something that readers should know before they start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentNote {
    /// What kind of thing it is; nothing in a scenario from before there were kinds.
    pub of: Option<NoteKind>,
    /// The words.
    pub text: Localized,
}

impl ContentNote {
    /// Whether it warns of something that may stay with one: what says no kind might.
    pub fn is_hard(&self) -> bool {
        self.of.is_none_or(NoteKind::is_hard)
    }

    /// What is said before the start.
    pub fn sentence(&self, lang: Lang) -> String {
        let note = ("note", self.text.get(lang).into());
        match self.of {
            None => say_with(lang, "talk-content-note", &[note]),
            Some(of) => {
                let kind = say(lang, &format!("note-{}", of.code()));
                say_with(lang, "talk-content-note-of", &[note, ("kind", kind.into())])
            }
        }
    }
}

/// What a content note warns of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Someone shouts.
    Shouting,
    /// Someone is threatened.
    Threat,
    /// Someone is insulted.
    Insult,
    /// Someone is harassed.
    Harassment,
    /// Someone has died.
    Grief,
    /// Someone is hurt.
    Injury,
    /// Someone is ill.
    Illness,
    /// Someone weeps.
    Tears,
}

impl NoteKind {
    /// All of them, the hard ones first.
    pub const ALL: [Self; 8] = [
        Self::Shouting,
        Self::Threat,
        Self::Insult,
        Self::Harassment,
        Self::Grief,
        Self::Injury,
        Self::Illness,
        Self::Tears,
    ];

    /// Whether a talk with it has a breath after it.
    pub fn is_hard(self) -> bool {
        !matches!(self, Self::Illness | Self::Tears)
    }

    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shouting => "shouting",
            Self::Threat => "threat",
            Self::Insult => "insult",
            Self::Harassment => "harassment",
            Self::Grief => "grief",
            Self::Injury => "injury",
            Self::Illness => "illness",
            Self::Tears => "tears",
        }
    }
}

impl Word for NoteKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Shouting", Self::Shouting),
        ("Threat", Self::Threat),
        ("Insult", Self::Insult),
        ("Harassment", Self::Harassment),
        ("Grief", Self::Grief),
        ("Injury", Self::Injury),
        ("Illness", Self::Illness),
        ("Tears", Self::Tears),
    ];
}

/// Where in the talk a beat stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Being received: warmth, and a first limited apology.
    Open,
    /// Getting to the facts and to what can be done.
    Work,
    /// Agreeing, promising, parting.
    Close,
    /// Afterwards, among colleagues.
    After,
}

impl Phase {
    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Work => "work",
            Self::Close => "close",
            Self::After => "after",
        }
    }
}

impl Word for Phase {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Open", Self::Open),
        ("Work", Self::Work),
        ("Close", Self::Close),
        ("After", Self::After),
    ];
}

/// What pulls at the trainee before the reply: never scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pull {
    /// The thought that comes first.
    pub voice: Localized,
    /// What it is made of.
    pub of: Temptation,
}

/// What a first thought is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Temptation {
    /// It is their fault.
    Blame,
    /// What will happen to me?
    Fear,
    /// How sorry I am for them.
    Pity,
    /// Let it be over.
    Hurry,
    /// I know better.
    Pride,
}

impl Temptation {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Blame, Self::Fear, Self::Pity, Self::Hurry, Self::Pride];

    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Blame => "blame",
            Self::Fear => "fear",
            Self::Pity => "pity",
            Self::Hurry => "hurry",
            Self::Pride => "pride",
        }
    }
}

impl Word for Temptation {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Blame", Self::Blame),
        ("Fear", Self::Fear),
        ("Pity", Self::Pity),
        ("Hurry", Self::Hurry),
        ("Pride", Self::Pride),
    ];
}

/// What in a talk speaks for something that the trainee may say she is here for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aim {
    /// Indicators: a choice that shows one speaks for it, one that does harm on it against it.
    pub shows: Vec<Indicator>,
    /// Indicators: the other way round.
    pub misses: Vec<Indicator>,
}

/// Something said that must be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The name in files.
    pub id: String,
    /// Who is to do it.
    pub by: SpeakerIdx,
    /// What is to be done.
    pub act: Localized,
    /// By when; a promise without a time is vague and never comes due.
    pub due: Option<Time>,
    /// What happens if it cannot be done.
    pub fallback: Option<Localized>,
    /// Up once it was made.
    pub made: Mark,
    /// Up once it was kept.
    pub kept: Mark,
    /// Up once it was broken, or its time passed.
    pub broken: Mark,
}

/// Ways on that chance decides between, each with its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chance {
    /// The ways, each with a weight of at least 1.
    pub outcomes: Vec<(u32, Target)>,
}

impl Chance {
    /// The sum of the weights.
    pub fn total(&self) -> u32 {
        self.outcomes.iter().map(|(weight, _)| weight).sum()
    }

    /// The outcome that is drawn by a number below [`Chance::total`].
    pub fn outcome(&self, mut drawn: u32) -> u16 {
        let found = self.outcomes.iter().position(|(weight, _)| {
            let hit = drawn < *weight;
            drawn = drawn.saturating_sub(*weight);
            hit
        });
        found.and_then(|at| u16::try_from(at).ok()).unwrap_or_default()
    }

    /// The likeliest outcome; the first among equals.
    pub fn likeliest(&self) -> u16 {
        let most = self.outcomes.iter().map(|(weight, _)| *weight).max();
        let at = self.outcomes.iter().position(|(weight, _)| Some(*weight) == most);
        at.and_then(|at| u16::try_from(at).ok()).unwrap_or_default()
    }
}

/// What is written down after the talk, for those who must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What can be written, right and wrong, in the order shown.
    pub entries: Vec<SheetEntry>,
    /// Where the story goes once it is filled.
    pub next: Few<Move>,
}

/// One thing that can be written on the hand-over sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetEntry {
    /// The name in files and on the wire.
    pub id: String,
    /// Which question it answers.
    pub section: Section,
    /// The words.
    pub text: Localized,
    /// When it belongs on the sheet.
    pub right: Condition,
    /// What it is where it does not belong.
    pub fault: SheetFault,
    /// Up once it was written.
    pub noted: Mark,
}

/// The questions of a hand-over sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What happened.
    Happened,
    /// What the customer wants.
    Wants,
    /// What was promised, by whom, by when.
    Promised,
    /// Who must know.
    MustKnow,
}

impl Section {
    /// Every question, in the order of a sheet.
    pub const ALL: [Self; 4] = [Self::Happened, Self::Wants, Self::Promised, Self::MustKnow];

    /// The name on the wire, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Wants => "wants",
            Self::Promised => "promised",
            Self::MustKnow => "must-know",
        }
    }
}

impl Word for Section {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Happened", Self::Happened),
        ("Wants", Self::Wants),
        ("Promised", Self::Promised),
        ("MustKnow", Self::MustKnow),
    ];
}

/// What is wrong with an entry that does not belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum SheetFault {
    /// It was never said: a guess, or something else that happened elsewhere.
    #[default]
    Invented,
    /// It judges a person instead of saying what happened.
    Label,
    /// It must not travel.
    Leak,
}

impl SheetFault {
    /// The name on the wire, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invented => "invented",
            Self::Label => "label",
            Self::Leak => "leak",
        }
    }
}

impl Word for SheetFault {
    const WORDS: &'static [(&'static str, Self)] =
        &[("Invented", Self::Invented), ("Label", Self::Label), ("Leak", Self::Leak)];
}

/// A kind of trainee whose scores are known beforehand: the key everywhere but at these choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The name in files.
    pub id: String,
    /// Its name for people.
    pub name: Localized,
    /// The skill that must come out lowest; none for a persona that mends what it slipped.
    pub weak_in: Option<Skill>,
    /// The choices away from the key.
    pub chooses: Vec<(BeatIdx, ChoiceIdx)>,
}

/// What a trainer needs at a beat that a room stops at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacilitatorNote {
    /// One open question for the room.
    pub question: Localized,
    /// What to listen for.
    pub listen_for: Vec<Localized>,
    /// Reasons people give, and what to ask back.
    pub reasons: Vec<(Localized, Localized)>,
    /// What to do if nobody speaks.
    pub if_silent: Localized,
    /// How to see that it is time to go on.
    pub move_on: Localized,
    /// The principle behind it, in one sentence.
    pub principle: Localized,
    /// How long it takes, in minutes.
    pub minutes: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_and_read() {
        for (written, minutes) in [
            ("0:00", Some(0)),
            ("13:05", Some(785)),
            ("09:30", Some(570)),
            ("2 10:00", Some(2040)),
            ("40 23:59", Some(Time::LAST.0)),
            ("24:00", None),
            ("13:5", None),
            ("13.05", None),
            ("0 10:00", None),
            ("41 10:00", None),
            ("１３:05", None),
            ("", None),
        ] {
            assert_eq!(Time::from_written(written).map(|time| time.0), minutes, "{written}");
        }
        let time = Time(2045);
        assert_eq!((time.day(), time.clock().as_str()), (2, "10:05"));
        assert_eq!(Time::LAST.later(9), Time::LAST);
    }

    #[test]
    fn chance_is_in_proportion_to_its_weights() {
        let to = Target::Back;
        let chance = Chance { outcomes: vec![(1, to), (3, to), (2, to)] };
        let drawn: Vec<u16> = (0..chance.total()).map(|n| chance.outcome(n)).collect();
        assert_eq!(drawn, [0, 1, 1, 1, 2, 2]);
        assert_eq!(chance.likeliest(), 1);
    }
}
