//! A complete, valid complaint: what is said, what can be answered, and where it leads.

mod compile;
mod look;
pub mod source;

pub use compile::{Compiled, Reading, compile, read, read_and_compile};
pub use look::{Dress, Hair, HairColor, Look, Skin};

use crate::lang::{Lang, Localized};
use crate::notation::Word;
use crate::rubric::{Critical, Indicator, Rating, Skill};

macro_rules! index {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {
        $($(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the scenario's list.
            pub fn at(self) -> usize {
                usize::from(self.0)
            }
        })+
    };
}

index! {
    /// A beat, by its place in the scenario.
    BeatIdx
    /// A choice, by its place in its beat.
    ChoiceIdx
    /// An ending, by its place from the worst.
    EndingIdx
    /// A fact, by its place in the scenario.
    FactIdx
    /// A flag, by its place in the scenario.
    FlagIdx
    /// A speaker, by its place in the scenario.
    SpeakerIdx
}

/// One complete complaint. It exists only where [`compile`] found no error, so every index in it leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scenario {
    /// Its name for machines.
    pub id: String,
    /// The languages it is written in.
    pub languages: Vec<Lang>,
    /// Its name for people.
    pub title: Localized,
    /// One sentence for the library's card.
    pub summary: Localized,
    /// How the talk is held.
    pub channel: Channel,
    /// 1 (first) to 5 (hardest).
    pub difficulty: u8,
    /// How long a first run takes, in minutes.
    pub minutes: u8,
    /// What it trains, most first.
    pub skills: Vec<Skill>,
    /// Who speaks. The trainee and the narrator are always among them.
    pub speakers: Vec<Speaker>,
    /// The customer.
    pub customer: SpeakerIdx,
    /// What the trainee is told before.
    pub briefing: Briefing,
    /// The gauges at the beginning.
    pub start: Gauges,
    /// What the talk remembers, by name.
    pub flags: Vec<String>,
    /// What the customer does not say at first.
    pub facts: Vec<Fact>,
    /// The first beat.
    pub opens_at: BeatIdx,
    /// What ends the talk wherever it stands, tried in this order after every choice.
    pub interrupts: Vec<Interrupt>,
    /// The beats, in the order written.
    pub beats: Vec<Beat>,
    /// The endings, worst first.
    pub endings: Vec<Ending>,
}

impl Scenario {
    /// The beat at this index.
    pub fn beat(&self, beat: BeatIdx) -> &Beat {
        &self.beats[beat.at()]
    }

    /// The ending at this index.
    pub fn ending(&self, ending: EndingIdx) -> &Ending {
        &self.endings[ending.at()]
    }

    /// A choice of a beat.
    pub fn choice(&self, beat: BeatIdx, choice: ChoiceIdx) -> &Choice {
        &self.beat(beat).choices[choice.at()]
    }

    /// The speaker at this index.
    pub fn speaker(&self, speaker: SpeakerIdx) -> &Speaker {
        &self.speakers[speaker.at()]
    }

    /// The beat with this id.
    pub fn find_beat(&self, id: &str) -> Option<BeatIdx> {
        place(&self.beats, |beat| beat.id == id).map(BeatIdx)
    }
}

impl Beat {
    /// The choice with this id.
    pub fn find_choice(&self, id: &str) -> Option<ChoiceIdx> {
        place(&self.choices, |choice| choice.id == id).map(ChoiceIdx)
    }

    /// Whether this is a second chance: it mends an earlier beat and is not scored itself.
    pub fn is_second_chance(&self) -> bool {
        self.mends.is_some()
    }
}

fn place<T>(list: &[T], found: impl Fn(&T) -> bool) -> Option<u16> {
    list.iter().position(found).and_then(|at| u16::try_from(at).ok())
}

/// How a talk is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// By telephone.
    Phone,
    /// At the customer's.
    Visit,
    /// Over the counter.
    Counter,
    /// In a chat window.
    Chat,
    /// By mail.
    Mail,
    /// Among colleagues.
    Internal,
}

impl Channel {
    /// The name in files and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Visit => "visit",
            Self::Counter => "counter",
            Self::Chat => "chat",
            Self::Mail => "mail",
            Self::Internal => "internal",
        }
    }
}

impl Word for Channel {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Phone", Self::Phone),
        ("Visit", Self::Visit),
        ("Counter", Self::Counter),
        ("Chat", Self::Chat),
        ("Mail", Self::Mail),
        ("Internal", Self::Internal),
    ];
}

/// Someone who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name in files and on the wire.
    pub id: String,
    /// Whose side of the talk.
    pub role: Role,
    /// The name above the line.
    pub name: Localized,
    /// The face, if it is shown.
    pub look: Option<Look>,
}

/// A speaker's side of the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who complains.
    Customer,
    /// Someone on the trainee's own side.
    Colleague,
    /// Who practises.
    Trainee,
    /// Nobody: what a film would show.
    Narrator,
}

impl Word for Role {
    const WORDS: &'static [(&'static str, Self)] =
        &[("Customer", Self::Customer), ("Colleague", Self::Colleague)];
}

/// What the trainee is told before the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing {
    /// Who you are.
    pub you: Localized,
    /// What has happened.
    pub situation: Localized,
    /// The rule card, line by line.
    pub rules: Vec<Localized>,
    /// What you know.
    pub known: Vec<Localized>,
}

/// A number that moves in the talk, 0..=10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gauge {
    /// How angry the customer is.
    Anger,
    /// How much the customer trusts the trainee.
    Trust,
}

/// Every gauge's value, each 0..=[`Gauges::MAX`]. Gauges are state, never score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gauges {
    /// How angry the customer is.
    pub anger: u8,
    /// How much the customer trusts the trainee.
    pub trust: u8,
}

impl Gauges {
    /// The highest value of a gauge.
    pub const MAX: u8 = 10;

    /// The value of one gauge.
    pub fn get(self, gauge: Gauge) -> u8 {
        match gauge {
            Gauge::Anger => self.anger,
            Gauge::Trust => self.trust,
        }
    }

    /// The gauges after one of them moved, kept within 0..=[`Gauges::MAX`].
    pub fn moved(mut self, gauge: Gauge, by: i8) -> Self {
        let value = match gauge {
            Gauge::Anger => &mut self.anger,
            Gauge::Trust => &mut self.trust,
        };
        *value = value.saturating_add_signed(by).min(Self::MAX);
        self
    }
}

/// Something the customer holds back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name in files.
    pub id: String,
    /// The fact, as the debrief tells it.
    pub text: Localized,
    /// What would have opened it.
    pub opens: Localized,
}

/// One exchange: someone speaks, then the trainee decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beat {
    /// The name in files and on the wire.
    pub id: String,
    /// Its name for trainers and debriefs.
    pub title: Localized,
    /// What is said before the decision.
    pub lines: Vec<Line>,
    /// What changes on coming here.
    pub enter: Vec<(Condition, Vec<Effect>)>,
    /// The facts that these lines tell.
    pub tells: Vec<FactIdx>,
    /// What makes the key right here; at least one.
    pub cues: Vec<Cue>,
    /// The indicators every choice is rated on.
    pub rates: Vec<Indicator>,
    /// The best choice.
    pub key: ChoiceIdx,
    /// What the trainee can say, in the order written.
    pub choices: Vec<Choice>,
    /// Where the beat itself leads, which is where a second chance entered from here comes back to.
    pub next: Vec<Move>,
    /// What this second chance mends; `None` for a main beat.
    pub mends: Option<Mends>,
}

/// Which beat a second chance mends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mends {
    /// This beat.
    Beat(BeatIdx),
    /// The beat the talk came from.
    Before,
}

/// What the trainee can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The name within its beat, in files and on the wire.
    pub id: String,
    /// The words.
    pub say: Localized,
    /// What is answered at once.
    pub reply: Vec<Line>,
    /// One rating for each of the beat's indicators, in their order.
    pub ratings: Vec<Rating>,
    /// What it changes.
    pub effects: Vec<Effect>,
    /// The facts that the reply tells.
    pub tells: Vec<FactIdx>,
    /// A critical error that this choice is.
    pub critical: Option<Critical>,
    /// Where the talk goes: the first move whose condition holds; the last has none.
    pub moves: Vec<Move>,
    /// What it did to the listener, and what instead or why it worked.
    pub feedback: Localized,
    /// The moment at which this very line would be best.
    pub best_when: Localized,
}

/// One utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who speaks.
    pub speaker: SpeakerIdx,
    /// When it is said at all.
    pub when: Condition,
    /// What is said: the first variant whose condition holds; the last always does.
    pub variants: Vec<(Condition, Localized)>,
}

/// What decides that the key is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cue {
    /// Words in the beat's own lines.
    Line(Localized),
    /// A line of the rule card, by its place.
    Rule(usize),
    /// Something the briefing says you know, by its place.
    Known(usize),
    /// A fact that has been told.
    Fact(FactIdx),
}

/// What a choice or an entrance changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Moves a gauge.
    Gauge(Gauge, i8),
    /// Raises a flag.
    Set(FlagIdx),
    /// Lowers a flag.
    Clear(FlagIdx),
}

/// When something applies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Always.
    Always,
    /// While the flag is up.
    Is(FlagIdx),
    /// Once the fact has been told.
    Told(FactIdx),
    /// While the gauge is within min..=max.
    Gauge(Gauge, u8, u8),
    /// When the inner condition does not hold.
    Not(Box<Condition>),
    /// When one of them holds.
    Any(Vec<Condition>),
    /// When all of them hold.
    All(Vec<Condition>),
}

/// A way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// When it is taken.
    pub when: Condition,
    /// Where it leads.
    pub to: Target,
}

/// Where a move leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// To a beat.
    Beat(BeatIdx),
    /// To an ending.
    Ending(EndingIdx),
    /// From a second chance to where the beat before it would have gone.
    Back,
}

/// What ends the talk wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrupt {
    /// When it strikes.
    pub when: Condition,
    /// The ending.
    pub to: EndingIdx,
}

/// A way the talk can end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The name in files and on the wire.
    pub id: String,
    /// What kind of end it is.
    pub outcome: Outcome,
    /// Whether the talk broke off, so that what it would have offered counts as lost.
    pub early: bool,
    /// A critical error that this ending itself is.
    pub critical: Option<Critical>,
    /// Its name.
    pub title: Localized,
    /// What became of it all.
    pub text: Localized,
}

/// What kind of end a talk had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The purpose was met.
    Resolved,
    /// The purpose was met in part, or the person is calmer and the purpose open.
    Calmed,
    /// It went to someone above.
    Escalated,
    /// The customer left.
    Left,
}

impl Word for Outcome {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Resolved", Self::Resolved),
        ("Calmed", Self::Calmed),
        ("Escalated", Self::Escalated),
        ("Left", Self::Left),
    ];
}
