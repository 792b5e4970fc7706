//! A complete, valid complaint: what is said, what can be answered, and where it leads.

mod compile;
mod gauge;
mod hash;
mod look;
pub mod source;
mod story;

pub use compile::{Compiled, Reading, compile, read, read_and_compile};
pub use gauge::{Gauge, Gauges, OwnGauge};
pub use hash::hash_of;
pub use look::{Dress, Hair, HairColor, Look, Skin};
pub use story::{
    Act, Aim, Chance, ContentNote, FacilitatorNote, NoteKind, Persona, Phase, Promise, Pull,
    Section, Sheet, SheetEntry, SheetFault, Temptation, Time,
};

use smallvec::SmallVec;

use crate::lang::readings::Readings;
use crate::lang::{Lang, Localized};
use crate::notation::{Few, Word};
use crate::rubric::{Critical, Indicator, Rating, Skill};

macro_rules! index {
    ($($(#[doc = $doc:literal])+ $name:ident: $number:ty)+) => {
        $($(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $number);

        impl $name {
            /// The place in the scenario's list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        })+
    };
}

index! {
    /// A beat, by its place in the scenario.
    BeatIdx: u32
    /// A choice, by its place in its beat.
    ChoiceIdx: u16
    /// An ending, by its place from the worst.
    EndingIdx: u16
    /// A fact, by its place in the scenario.
    FactIdx: u16
    /// Something the talk remembers, by its place among all of them.
    Mark: u16
    /// A promise, by its place in the scenario.
    PromiseIdx: u16
    /// An act, by its place in the scenario.
    ActIdx: u16
    /// A draw of chance, by its place in the scenario.
    ChanceIdx: u16
    /// A speaker, by its place in the scenario.
    SpeakerIdx: u16
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
    /// How the talk is held, where no act says otherwise.
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
    /// What readers should know before they start.
    pub content_notes: Vec<ContentNote>,
    /// The stretches of the story; none where it is all one.
    pub acts: Vec<Act>,
    /// What the clock shows at the beginning; nothing where the story has no clock.
    pub clock: Option<Time>,
    /// The gauges of the author's own.
    pub own_gauges: Vec<OwnGauge>,
    /// Everything that the talk remembers, as a condition would ask for it.
    pub marks: Vec<String>,
    /// What the customer does not say at first, and what must not be passed on.
    pub facts: Vec<Fact>,
    /// What can be promised.
    pub promises: Vec<Promise>,
    /// Where chance decides.
    pub chances: Vec<Chance>,
    /// What is written down at the end.
    pub sheet: Option<Sheet>,
    /// The first beat.
    pub opens_at: BeatIdx,
    /// What breaks into the talk wherever it stands, tried in this order after every choice.
    pub interrupts: Vec<Interrupt>,
    /// The beats, in the order written.
    pub beats: Vec<Beat>,
    /// The endings, worst first.
    pub endings: Vec<Ending>,
    /// How Japanese words are read that a reader may stumble over.
    pub readings: Readings,
    /// Kinds of trainees whose scores are known beforehand.
    pub personas: Vec<Persona>,
}

impl Scenario {
    /// How the talk is held at a beat.
    pub fn channel_at(&self, beat: BeatIdx) -> Channel {
        self.act_at(beat).map_or(self.channel, |act| act.channel)
    }

    /// The act that a beat belongs to.
    pub fn act_at(&self, beat: BeatIdx) -> Option<&Act> {
        self.beat(beat).act.map(|act| &self.acts[act.at()])
    }

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

    /// Whether something in this beat is rated; topics and aims are not.
    pub fn is_rated(&self) -> bool {
        !self.rates.is_empty()
    }

    /// Whether this beat asks what the trainee is here for.
    pub fn asks_aim(&self) -> bool {
        !self.aims.is_empty()
    }

    /// Whether this beat only offers topics, so that nothing in it is rated.
    pub fn is_hub(&self) -> bool {
        self.passes_when.is_some()
    }

    /// Where topics are offered: the way on before all of them were asked.
    pub fn enough(&self) -> Option<ChoiceIdx> {
        let counts = |choice: &Choice| matches!(choice.when, Condition::AtLeast(..));
        place(&self.choices, |choice| self.is_hub() && counts(choice)).map(ChoiceIdx)
    }

    /// The choice that stands for saying nothing, at a beat that does not wait for ever.
    pub fn silence(&self) -> Option<ChoiceIdx> {
        place(&self.choices, |choice| choice.silence).map(ChoiceIdx)
    }
}

fn place<T, N: TryFrom<usize>>(list: &[T], found: impl Fn(&T) -> bool) -> Option<N> {
    list.iter().position(found).and_then(|at| N::try_from(at).ok())
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

/// Something that is not said at first, or must not be said at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name in files.
    pub id: String,
    /// How openly it lies.
    pub kind: FactKind,
    /// Who knows it.
    pub holder: SpeakerIdx,
    /// The fact, as the debrief tells it.
    pub text: Localized,
    /// What would have opened it; for a confidential fact, why it must not travel.
    pub opens: Localized,
    /// What it costs to say it aloud as a guess, before it was told.
    pub guess: Vec<Effect>,
    /// Up once it was told.
    pub told: Mark,
    /// Up once it was guessed aloud before it was told.
    pub guessed: Mark,
    /// Up once it was passed on to someone who must not have it.
    pub leaked: Mark,
}

/// How openly a fact lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum FactKind {
    /// It is said at once.
    Surface,
    /// It is told only to someone who has earned it.
    #[default]
    Hidden,
    /// The trainee knows it or comes to know it, and must not pass it on.
    Confidential,
}

impl Word for FactKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Surface", Self::Surface),
        ("Hidden", Self::Hidden),
        ("Confidential", Self::Confidential),
    ];
}

/// One exchange: someone speaks, then the trainee decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beat {
    /// The name in files and on the wire.
    pub id: String,
    /// Its name for trainers and debriefs.
    pub title: Localized,
    /// The act it belongs to; none where the story is all one.
    pub act: Option<ActIdx>,
    /// Where in the talk it stands.
    pub phase: Option<Phase>,
    /// What pulls at the trainee here.
    pub pull: Option<Pull>,
    /// What a trainer needs here.
    pub facilitator: Option<Box<FacilitatorNote>>,
    /// How long the other side waits for an answer, in seconds; for ever, if not said.
    pub seconds: Option<u16>,
    /// At a beat that offers topics: when the talk goes on without asking.
    pub passes_when: Option<Condition>,
    /// At a beat that asks what the trainee is here for: what speaks for each of its choices, in their order.
    pub aims: Vec<Aim>,
    /// What is said before the decision.
    pub lines: Few<Line>,
    /// What changes on coming here.
    pub enter: Vec<(Condition, Vec<Effect>)>,
    /// The facts that these lines tell.
    pub tells: Vec<FactIdx>,
    /// What makes the key right here; at least one, unless nothing is rated.
    pub cues: Vec<Cue>,
    /// The indicators every choice is rated on; none where the beat offers topics or asks for an aim.
    pub rates: Vec<Indicator>,
    /// The best choice.
    pub key: ChoiceIdx,
    /// What the trainee can say, in the order written.
    pub choices: Vec<Choice>,
    /// Where the beat itself leads, which is where a second chance entered from here comes back to.
    pub next: Few<Move>,
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
    /// When it can be said.
    pub when: Condition,
    /// Why it cannot be said yet: while `when` does not hold it is shown with this reason, or not at all without one.
    pub locked: Option<Localized>,
    /// Whether it stands for saying nothing.
    pub silence: bool,
    /// What is answered at once.
    pub reply: Few<Line>,
    /// What the customer thinks and does not say.
    pub thought: Option<Localized>,
    /// One rating for each of the beat's indicators, in their order.
    pub ratings: SmallVec<[Rating; 16]>,
    /// What it changes.
    pub effects: Vec<Effect>,
    /// How many minutes of the story it takes.
    pub takes: u16,
    /// The facts that the reply tells.
    pub tells: Vec<FactIdx>,
    /// The facts that it says aloud as a guess.
    pub guesses: Vec<FactIdx>,
    /// The confidential facts that it passes on.
    pub leaks: Vec<FactIdx>,
    /// A critical error that this choice is.
    pub critical: Option<Critical>,
    /// Where the talk goes: the first move whose condition holds; the last has none.
    pub moves: Few<Move>,
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
    pub variants: Few<(Condition, Localized)>,
    /// Whether the variants all hold and chance picks one of them, which changes nothing else.
    pub by_chance: bool,
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
    /// What the trainee promised before.
    Promise(PromiseIdx),
}

/// What a choice or an entrance changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Moves a gauge.
    Gauge(Gauge, i8),
    /// Raises a flag.
    Set(Mark),
    /// Lowers a flag.
    Clear(Mark),
    /// Makes a promise.
    Promise(PromiseIdx),
    /// Keeps a promise that was made and is not broken yet.
    Keep(PromiseIdx),
    /// Breaks a promise that was made and is not kept yet.
    Break(PromiseIdx),
}

impl Effect {
    /// By how much it moves a gauge, if it does.
    pub fn moves(&self, gauge: Gauge) -> i8 {
        match self {
            Self::Gauge(of, by) if *of == gauge => *by,
            _ => 0,
        }
    }
}

/// When something applies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Always.
    Always,
    /// While the mark is up.
    Is(Mark),
    /// While the gauge is within min..=max.
    Gauge(Gauge, u8, u8),
    /// While the clock is within from..=until.
    Clock(Time, Time),
    /// While at least so many of these marks are up.
    AtLeast(u16, Vec<Mark>),
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
    /// To where chance decides.
    Chance(ChanceIdx),
    /// To the hand-over sheet.
    Sheet,
}

/// What breaks into the talk wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrupt {
    /// When it strikes.
    pub when: Condition,
    /// An ending, or a beat, to which it strikes once.
    pub to: Target,
    /// Up once it struck; none for an ending.
    pub struck: Option<Mark>,
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
