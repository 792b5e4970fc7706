//! What a talk looks like to the trainee: plain texts and numbers, with no score and nothing that has not been said.

use crate::lang::{Lang, Localized};
use crate::scenario::{BeatIdx, Channel, ChoiceIdx, Gauges, Role, Scenario, Section, SpeakerIdx};
use crate::session::telling::{answered, in_language};
use crate::session::{At, Session, State, Telling, Turn, can_be_said, said};

/// A line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// The speaker's id.
    pub speaker: String,
    /// Whose side the speaker is on.
    pub role: Role,
    /// The name above the line; empty for the narrator and the trainee.
    pub name: String,
    /// The words.
    pub text: String,
}

/// A choice as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceView {
    /// Which choice of the beat.
    pub choice: ChoiceIdx,
    /// Its id within the beat.
    pub id: String,
    /// The words.
    pub text: String,
    /// Why it cannot be said yet; nothing for one that can.
    pub locked: Option<String>,
    /// Whether it stands for saying nothing.
    pub silence: bool,
}

/// A gauge of the scenario's own as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GaugeView {
    /// The name in files and on the wire.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// 0..=10.
    pub value: u8,
}

/// What the story's clock shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockView {
    /// The day of the story, the first being 1.
    pub day: u16,
    /// The time of day, such as `13:05`.
    pub time: String,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseState {
    /// It stands, and its time has not come.
    Open,
    /// It stands, and no time was named.
    Vague,
    /// It was kept.
    Kept,
    /// It was broken, or its time passed.
    Broken,
}

impl PromiseState {
    /// The name on the wire, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Vague => "vague",
            Self::Kept => "kept",
            Self::Broken => "broken",
        }
    }
}

/// A promise that was made, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseView {
    /// The name in files and on the wire.
    pub id: String,
    /// Who is to do it; empty for the trainee.
    pub by: String,
    /// What is to be done.
    pub act: String,
    /// By when.
    pub due: Option<ClockView>,
    /// What happens if it cannot be done.
    pub fallback: Option<String>,
    /// What became of it.
    pub state: PromiseState,
}

/// Something that can be written on the hand-over sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// Its place on the sheet.
    pub at: usize,
    /// The name in files and on the wire.
    pub id: String,
    /// Which question it answers.
    pub section: Section,
    /// The words.
    pub text: String,
}

/// One exchange of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnView {
    /// The stretch of the story, where it has several.
    pub act: Option<String>,
    /// What the clock showed at the decision, where the story has one.
    pub clock: Option<ClockView>,
    /// How the talk was held at the decision.
    pub channel: Channel,
    /// What led to the decision.
    pub lines: Vec<LineView>,
    /// What the trainee said.
    pub said: String,
    /// What was answered.
    pub reply: Vec<LineView>,
    /// The gauges after the reply.
    pub gauges: Gauges,
    /// Whose face was before the trainee.
    pub facing: Option<SpeakerIdx>,
}

/// Where the talk stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// Someone has spoken and the trainee is to choose.
    Decision {
        /// The beat's id.
        beat: String,
        /// What was said.
        lines: Vec<LineView>,
        /// The choices in the order shown.
        choices: Vec<ChoiceView>,
        /// Whether this is a second chance.
        second_chance: bool,
        /// How many seconds the other side waits; for ever, if nothing.
        seconds: Option<u16>,
        /// The thought that comes before any reply, where one pulls at the trainee.
        voice: Option<String>,
        /// Whether it is asked what the trainee is here for, so that no answer is rated.
        asks_aim: bool,
    },
    /// The hand-over sheet is to be filled.
    Sheet {
        /// What can be written.
        entries: Vec<EntryView>,
    },
    /// The talk is over.
    Ended {
        /// The ending's id.
        ending: String,
        /// What became of it, where the talk broke off: nothing else says why it is over.
        broke_off: Option<String>,
    },
}

/// A talk as the trainee sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkView {
    /// How the talk is held.
    pub channel: Channel,
    /// The stretch of the story, where it has several.
    pub act: Option<String>,
    /// What the clock shows, where the story has one.
    pub clock: Option<ClockView>,
    /// The gauges now.
    pub gauges: Gauges,
    /// The scenario's own gauges now.
    pub own_gauges: Vec<GaugeView>,
    /// What was promised so far.
    pub promises: Vec<PromiseView>,
    /// What was told so far, in the order in which it was told.
    pub heard: Vec<String>,
    /// The exchanges so far.
    pub turns: Vec<TurnView>,
    /// Where the talk stands.
    pub now: Moment,
    /// Whose face is before the trainee; `None` where nobody but the narrator speaks.
    pub facing: Option<SpeakerIdx>,
}

impl Session {
    /// The talk as the trainee sees it, in one language.
    pub fn view(&self, lang: Lang) -> TalkView {
        let scenario = self.scenario();
        let state = self.state();
        let turns = self.turns().iter().map(|turn| self.turn_view(turn, lang)).collect();
        let last = self.beat().or_else(|| self.turns().last().map(|turn| turn.beat));
        // Where there is a sheet, they have gone before it is filled.
        let met = last.filter(|_| self.beat().is_some() || scenario.sheet.is_none());
        let facing = met.and_then(|beat| facing(scenario, beat));
        let own = scenario.own_gauges.iter().zip(state.gauges.own);
        let own = own.map(|(gauge, value)| GaugeView {
            id: gauge.id.clone(),
            name: gauge.name.get(lang).to_owned(),
            value,
        });
        TalkView {
            channel: last.map_or(scenario.channel, |beat| scenario.channel_at(beat)),
            act: last.and_then(|beat| act_title(scenario, beat, lang)),
            clock: scenario.clock.map(|_| clock_view(state.now)),
            gauges: state.gauges,
            own_gauges: own.collect(),
            promises: promise_views(scenario, state, lang),
            heard: self.heard(lang),
            turns,
            now: self.moment(lang),
            facing,
        }
    }

    fn moment(&self, lang: Lang) -> Moment {
        let scenario = self.scenario();
        match self.state().at {
            At::Ended(ending) => {
                let ending = scenario.ending(ending);
                let broke_off = ending.early.then(|| ending.text.get(lang).to_owned());
                Moment::Ended { ending: ending.id.clone(), broke_off }
            }
            At::Sheet | At::Chance(..) => Moment::Sheet { entries: entry_views(scenario, lang) },
            At::Beat(beat) => Moment::Decision {
                beat: scenario.beat(beat).id.clone(),
                lines: beat_lines(scenario, beat, self.state(), self.telling(beat), lang),
                choices: self.choices_in(beat, lang),
                second_chance: scenario.beat(beat).is_second_chance(),
                seconds: scenario.beat(beat).seconds,
                voice: pull_of(scenario, beat, lang),
                asks_aim: scenario.beat(beat).asks_aim(),
            },
        }
    }

    fn heard(&self, lang: Lang) -> Vec<String> {
        let told = self.events().filter_map(|event| match event {
            crate::session::Event::Told(fact) => Some(&self.scenario().facts[fact.at()]),
            _ => None,
        });
        told.map(|fact| fact.text.get(lang).to_owned()).collect()
    }

    fn choices_in(&self, beat: BeatIdx, lang: Lang) -> Vec<ChoiceView> {
        let choice = |at: ChoiceIdx| {
            let choice = self.scenario().choice(beat, at);
            let locked = choice.locked.as_ref().filter(|_| !can_be_said(choice, self.state()));
            ChoiceView {
                choice: at,
                id: choice.id.clone(),
                text: choice.say.get(lang).to_owned(),
                locked: locked.map(|why| why.get(lang).to_owned()),
                silence: choice.silence,
            }
        };
        self.shown_choices().into_iter().map(choice).collect()
    }

    fn turn_view(&self, turn: &Turn, lang: Lang) -> TurnView {
        let scenario = self.scenario();
        TurnView {
            act: act_title(scenario, turn.beat, lang),
            clock: scenario.clock.map(|_| clock_view(turn.before.now)),
            channel: scenario.channel_at(turn.beat),
            lines: beat_lines(scenario, turn.beat, &turn.before, self.telling_of(turn), lang),
            said: scenario.choice(turn.beat, turn.choice).say.get(lang).to_owned(),
            reply: reply_lines(self, turn, lang),
            gauges: turn.gauges_after_reply(),
            facing: facing(scenario, turn.beat),
        }
    }
}

fn act_title(scenario: &Scenario, beat: BeatIdx, lang: Lang) -> Option<String> {
    scenario.act_at(beat).map(|act| act.title.get(lang).to_owned())
}

fn pull_of(scenario: &Scenario, beat: BeatIdx, lang: Lang) -> Option<String> {
    scenario.beat(beat).pull.as_ref().map(|pull| pull.voice.get(lang).to_owned())
}

fn clock_view(time: crate::scenario::Time) -> ClockView {
    ClockView { day: time.day(), time: time.clock() }
}

/// Every promise that was made, in the order of the scenario.
pub fn promise_views(scenario: &Scenario, state: &State, lang: Lang) -> Vec<PromiseView> {
    let made = scenario.promises.iter().filter(|promise| state.marks.has(promise.made));
    made.map(|promise| {
        let by = scenario.speaker(promise.by);
        let is_trainee = by.role == Role::Trainee;
        let stands = if promise.due.is_some() { PromiseState::Open } else { PromiseState::Vague };
        PromiseView {
            id: promise.id.clone(),
            by: if is_trainee { String::new() } else { by.name.get(lang).to_owned() },
            act: promise.act.get(lang).to_owned(),
            due: promise.due.map(clock_view),
            fallback: promise.fallback.as_ref().map(|text| text.get(lang).to_owned()),
            state: match (state.marks.has(promise.kept), state.marks.has(promise.broken)) {
                (true, _) => PromiseState::Kept,
                (false, true) => PromiseState::Broken,
                (false, false) => stands,
            },
        }
    })
    .collect()
}

fn entry_views(scenario: &Scenario, lang: Lang) -> Vec<EntryView> {
    let entries = scenario.sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
    entries
        .map(|(at, entry)| EntryView {
            at,
            id: entry.id.clone(),
            section: entry.section,
            text: entry.text.get(lang).to_owned(),
        })
        .collect()
}

/// The lines of a beat as they are said in a state.
pub(crate) fn beat_lines(
    scenario: &Scenario,
    beat: BeatIdx,
    state: &State,
    telling: Telling,
    lang: Lang,
) -> Vec<LineView> {
    line_views(scenario, said(&scenario.beat(beat).lines, state, telling), lang)
}

/// What was answered to the choice of a turn.
pub(crate) fn reply_lines(talk: &Session, turn: &Turn, lang: Lang) -> Vec<LineView> {
    reply_lines_to(talk, turn, turn.choice, lang)
}

/// What would have been answered to any choice of a turn's beat, said instead.
pub(crate) fn reply_lines_to(
    talk: &Session,
    turn: &Turn,
    choice: ChoiceIdx,
    lang: Lang,
) -> Vec<LineView> {
    let choice = talk.scenario().choice(turn.beat, choice);
    let said = answered(&choice.reply, &turn.before, talk.telling_of(turn));
    line_views(talk.scenario(), said, lang)
}

fn line_views(
    scenario: &Scenario,
    said: Vec<(SpeakerIdx, &Localized)>,
    lang: Lang,
) -> Vec<LineView> {
    in_language(said, lang)
        .map(|(at, text)| {
            let speaker = scenario.speaker(at);
            let name = speaker.name.get(lang).to_owned();
            LineView {
                speaker: speaker.id.clone(),
                role: speaker.role,
                name,
                text: text.to_owned(),
            }
        })
        .collect()
}

/// The first person who speaks at a beat.
fn facing(scenario: &Scenario, beat: BeatIdx) -> Option<SpeakerIdx> {
    let speakers = scenario.beat(beat).lines.iter().map(|line| line.speaker);
    speakers
        .into_iter()
        .find(|at| matches!(scenario.speaker(*at).role, Role::Customer | Role::Colleague))
}
