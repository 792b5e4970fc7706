//! What a trainer has chosen before a room is opened.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;

use crate::app::room::{AskRoom, KeptRooms, RoomChanged, interrupted};
use crate::app::screens::{Go, Screen, Shelves};
use crate::app::session::FixedSeed;
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::sound::{Play, Sound};
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::room::{GROUP, Length, Pace, Plan, Setup, Sheets, pages, plan_text, read_plan};
use crate::scenario::{BeatIdx, Scenario};
use crate::session::Seed;
use crate::store::Rooms;

/// What is chosen so far.
#[derive(Resource, Debug)]
pub(super) struct Draft {
    pub(super) scenario: usize,
    pub(super) length: Length,
    pub(super) group: u16,
    pub(super) room_lang: Lang,
    /// Where to turn afterwards.
    pub(super) contact: String,
    /// Whether the test pattern is projected.
    pub(super) pattern: bool,
    /// What became of the cards to print.
    pub(super) cards: Option<String>,
    /// Who prepares it; empty for somebody who has given no name.
    trainer: String,
    /// Plans that were changed by hand, by the scenario's id.
    prepared: BTreeMap<String, Plan>,
}

impl FromWorld for Draft {
    fn from_world(world: &mut World) -> Self {
        let room_lang = world.get_resource::<Chosen>().map_or(Lang::En, |chosen| chosen.lang);
        let (length, prepared) = (Length::default(), BTreeMap::new());
        let (trainer, contact, cards) = (String::new(), String::new(), None);
        Self {
            scenario: 0,
            length,
            group: 20,
            room_lang,
            contact,
            pattern: false,
            cards,
            trainer,
            prepared,
        }
    }
}

/// Asks for a change of it.
#[derive(Message, Debug, Clone)]
pub(super) enum Choose {
    Scenario(usize),
    Length(Length),
    Group(u16),
    RoomLang(Lang),
    /// Where to turn afterwards.
    Contact(String),
    Pattern,
    /// Writes the cards to print.
    Cards,
    /// The next way to go about a beat.
    Pace(BeatIdx, Pace),
    /// The trainer's own question at a beat.
    Question(BeatIdx, String),
    Begin,
    Resume,
}

impl Draft {
    /// The scenario that is chosen.
    pub(super) fn scenario(&self, shelves: &Shelves) -> Option<Arc<Scenario>> {
        let shelf = shelves.0.shelves.get(self.scenario).or(shelves.0.shelves.first());
        shelf.map(|shelf| Arc::clone(&shelf.scenario))
    }

    /// The plan for it: as it was prepared, or else as the program proposes.
    pub(super) fn plan(&self, scenario: &Arc<Scenario>) -> Plan {
        match self.prepared.get(&scenario.id) {
            Some(plan) => Plan { length: self.length, ..plan.clone() },
            None => Plan::proposed(scenario, self.length),
        }
    }

    /// Takes over what this trainer has prepared before.
    pub(super) fn recall(&mut self, scenario: &Arc<Scenario>, kept: &KeptRooms, chosen: &Chosen) {
        let trainer = chosen.settings.person.clone().unwrap_or_default();
        if self.trainer != trainer {
            self.prepared.clear();
            self.contact.clear();
            self.trainer = trainer;
        }
        if let Some(line) = kept.0.as_ref().and_then(|rooms| rooms.contact(&self.trainer)) {
            self.contact = line;
        }
        let text = || kept.0.as_ref()?.plan(&self.trainer, &scenario.id);
        if !self.prepared.contains_key(&scenario.id)
            && let Some(plan) = text().and_then(|text| read_plan(scenario, &text))
        {
            self.prepared.insert(scenario.id.clone(), plan);
        }
    }

    /// Every page to print, in the language of the room; says in which folder they are.
    fn write_cards(&self, scenario: &Arc<Scenario>, rooms: &Rooms) -> std::io::Result<PathBuf> {
        let mut folder = PathBuf::new();
        for kind in Sheets::ALL {
            let name = format!("{}-{}-{}", scenario.id, kind.code(), self.room_lang.code());
            folder =
                rooms.keep_card(&name, &pages(kind, scenario, self.room_lang, &self.contact))?;
        }
        Ok(folder)
    }

    fn prepare(
        &mut self,
        scenario: &Arc<Scenario>,
        kept: &KeptRooms,
        change: impl FnOnce(&mut Plan),
    ) {
        let mut plan = self.plan(scenario);
        change(&mut plan);
        let text = plan_text(scenario, &plan);
        let keep = |rooms: &Rooms| rooms.keep_plan(&self.trainer, &scenario.id, &text);
        if let Some(Err(error)) = kept.0.as_ref().map(keep) {
            warn!("the plan could not be kept: {error}");
        }
        self.prepared.insert(scenario.id.clone(), plan);
    }
}

/// What became of the cards, in a sentence.
fn cards_sentence(folder: std::io::Result<PathBuf>, lang: Lang) -> String {
    match folder {
        Ok(folder) => {
            say_with(lang, "room-cards-saved", &[("folder", folder.display().to_string().into())])
        }
        Err(error) => say_with(lang, "room-cards-unsaved", &[("why", error.to_string().into())]),
    }
}

pub(super) fn choose(
    mut asked: MessageReader<Choose>,
    mut draft: ResMut<Draft>,
    shelves: Res<Shelves>,
    kept: Res<KeptRooms>,
    chosen: Res<Chosen>,
    fixed: Res<FixedSeed>,
    time: Res<Time<Real>>,
    mut rooms: MessageWriter<AskRoom>,
    mut go: MessageWriter<Go>,
    mut looks: MessageWriter<LooksChanged>,
    mut changed: MessageWriter<RoomChanged>,
    mut play: MessageWriter<Play>,
) {
    for ask in asked.read() {
        let Some(scenario) = draft.scenario(&shelves) else { continue };
        match ask {
            Choose::Scenario(at) => {
                (draft.scenario, draft.cards) = (*at, None);
                if let Some(scenario) = draft.scenario(&shelves) {
                    draft.recall(&scenario, &kept, &chosen);
                }
            }
            Choose::Length(length) => draft.length = *length,
            Choose::Group(group) => draft.group = (*group).clamp(*GROUP.start(), *GROUP.end()),
            Choose::RoomLang(lang) => draft.room_lang = *lang,
            Choose::Contact(line) => {
                draft.contact.clone_from(line);
                let keep = |rooms: &Rooms| rooms.keep_contact(&draft.trainer, line.trim());
                if let Some(Err(error)) = kept.0.as_ref().map(keep) {
                    warn!("where to turn could not be kept: {error}");
                }
                continue;
            }
            Choose::Pattern => {
                draft.pattern = !draft.pattern;
                // The room check: what will be heard is heard with the letters that will be seen.
                play.write_batch(draft.pattern.then_some(Play(Sound::TimeUp)));
            }
            Choose::Cards => {
                let written = kept.0.as_ref().map(|rooms| draft.write_cards(&scenario, rooms));
                draft.cards = written.map(|folder| cards_sentence(folder, chosen.lang));
            }
            Choose::Pace(beat, pace) => draft.prepare(&scenario, &kept, |plan| {
                plan.deep.remove(beat);
                plan.hidden.remove(beat);
                match pace {
                    Pace::Deep => drop(plan.deep.insert(*beat)),
                    Pace::Hidden => drop(plan.hidden.insert(*beat)),
                    Pace::Quick => {}
                }
            }),
            // What is typed is kept as it is typed, and nothing is built anew under the hands.
            Choose::Question(beat, words) => {
                draft.prepare(&scenario, &kept, |plan| match words.trim() {
                    "" => drop(plan.questions.remove(beat)),
                    words => drop(plan.questions.insert(*beat, words.to_owned())),
                });
                continue;
            }
            Choose::Begin => {
                let seed = fixed.0.unwrap_or_else(|| fresh(&time));
                let plan = draft.plan(&scenario);
                let (group, contact) = (draft.group, draft.contact.trim().to_owned());
                let setup = Setup { scenario, plan, seed, group, contact };
                rooms.write(AskRoom::Open(Box::new(setup), draft.room_lang, chosen.lang));
                go.write(Go::To(Screen::Room));
                continue;
            }
            Choose::Resume => {
                if let Some((resumed, path)) = interrupted(&kept, &shelves.0) {
                    rooms.write(AskRoom::Resume(Box::new(resumed), path));
                    go.write(Go::To(Screen::Room));
                }
                continue;
            }
        }
        changed.write(RoomChanged);
        looks.write(LooksChanged);
    }
}

/// A seed that differs from session to session: how long the program has been open, to the microsecond.
fn fresh(time: &Time<Real>) -> Seed {
    Seed(u64::try_from(time.elapsed().as_micros()).unwrap_or_default() | 1)
}
