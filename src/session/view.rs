//! What a talk looks like to the trainee: plain texts and numbers, with no score and nothing that has not been said.

use crate::lang::Lang;
use crate::scenario::{BeatIdx, Channel, ChoiceIdx, Gauges, Role, Scenario, SpeakerIdx};
use crate::session::step::said_in;
use crate::session::{At, Session, State, Turn};

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
}

/// One exchange of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnView {
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
    },
    /// The talk is over.
    Ended {
        /// The ending's id.
        ending: String,
    },
}

/// A talk as the trainee sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkView {
    /// How the talk is held.
    pub channel: Channel,
    /// The gauges now.
    pub gauges: Gauges,
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
        let turns = self.turns().iter().map(|turn| turn_view(scenario, turn, lang)).collect();
        let now = match self.state().at {
            At::Ended(ending) => Moment::Ended { ending: scenario.ending(ending).id.clone() },
            At::Beat(beat) => Moment::Decision {
                beat: scenario.beat(beat).id.clone(),
                lines: beat_lines(scenario, beat, self.state(), lang),
                choices: self.choices_in(beat, lang),
                second_chance: scenario.beat(beat).is_second_chance(),
            },
        };
        let last = self.beat().or_else(|| self.turns().last().map(|turn| turn.beat));
        let facing = last.and_then(|beat| facing(scenario, beat));
        TalkView { channel: scenario.channel, gauges: self.state().gauges, turns, now, facing }
    }

    fn choices_in(&self, beat: BeatIdx, lang: Lang) -> Vec<ChoiceView> {
        let choice = |at: ChoiceIdx| {
            let choice = self.scenario().choice(beat, at);
            ChoiceView { choice: at, id: choice.id.clone(), text: choice.say.get(lang).to_owned() }
        };
        self.shown_choices().into_iter().map(choice).collect()
    }
}

/// The lines of a beat as they are said in a state.
pub(crate) fn beat_lines(
    scenario: &Scenario,
    beat: BeatIdx,
    state: &State,
    lang: Lang,
) -> Vec<LineView> {
    line_views(scenario, said_in(&scenario.beat(beat).lines, state, lang), lang)
}

/// What was answered to the choice of a turn.
pub(crate) fn reply_lines(scenario: &Scenario, turn: &Turn, lang: Lang) -> Vec<LineView> {
    line_views(
        scenario,
        said_in(&scenario.choice(turn.beat, turn.choice).reply, &turn.before, lang),
        lang,
    )
}

fn line_views(scenario: &Scenario, said: Vec<(SpeakerIdx, &str)>, lang: Lang) -> Vec<LineView> {
    said.into_iter()
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

fn turn_view(scenario: &Scenario, turn: &Turn, lang: Lang) -> TurnView {
    TurnView {
        lines: beat_lines(scenario, turn.beat, &turn.before, lang),
        said: scenario.choice(turn.beat, turn.choice).say.get(lang).to_owned(),
        reply: reply_lines(scenario, turn, lang),
        gauges: turn.gauges_after_reply(),
        facing: facing(scenario, turn.beat),
    }
}

/// The first person who speaks at a beat.
fn facing(scenario: &Scenario, beat: BeatIdx) -> Option<SpeakerIdx> {
    let speakers = scenario.beat(beat).lines.iter().map(|line| line.speaker);
    speakers
        .into_iter()
        .find(|at| matches!(scenario.speaker(*at).role, Role::Customer | Role::Colleague))
}
