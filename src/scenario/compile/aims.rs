//! Beats that ask what the trainee is here for: answers that rate nothing, and what in a talk speaks for each.

use crate::diagnostic::{Diagnostic, Rule};
use crate::notation::{Few, Text};
use crate::rubric::Indicator;
use crate::scenario::compile::Compiler;
use crate::scenario::compile::topics::unrated;
use crate::scenario::source::{AimSource, BeatSource, ScenarioSource};
use crate::scenario::{Aim, Choice, Condition, Effect, Move};

/// More reasons than this are a list, and nobody finds their own in it.
const AIMS_MAX: usize = 6;

impl Compiler<'_> {
    /// The aims as choices that rate nothing, all of which lead on alike.
    pub(super) fn aimed(
        &mut self,
        beat: &Text<'_>,
        source: &BeatSource<'_>,
        aims: &[AimSource<'_>],
        next: Option<&[Move]>,
    ) -> Option<Vec<Choice>> {
        self.offers(beat, source, ("aims", aims.len()), AIMS_MAX);
        self.own_ids(aims.iter().filter_map(|aim| aim.id.as_ref()));
        self.each(aims, |compiler, aim| {
            let say = compiler.text(aim.say.as_ref());
            let reply = aim.reply.as_ref().map(|lines| compiler.lines(Some(lines)));
            let id = aim.id.as_ref()?.value.to_string();
            let said = compiler.names.chose_mark(&beat.value, &id).map(Effect::Set);
            let moves = next?.iter().cloned().collect();
            let mut choice =
                unrated(id, say?, Condition::Always, said.into_iter().collect(), moves);
            choice.reply = reply.unwrap_or_else(|| Some(Few::new()))?;
            Some(choice)
        })
    }

    /// Every aim is shown by an indicator that is rated somewhere, or nothing could be held against it.
    pub(super) fn aims_can_show(&mut self, source: &ScenarioSource<'_>) {
        let beats = || source.beats.iter().flat_map(|beats| &beats.0).map(|(_, beat)| beat);
        let rated = |wanted: Indicator| {
            beats().flat_map(|beat| beat.rates.iter().flatten()).any(|rate| rate.value == wanted)
        };
        for aim in beats().flat_map(|beat| beat.aims.iter().flatten()) {
            if !aim.shows.iter().chain(&aim.misses).any(|indicator| rated(indicator.value)) {
                let id = aim.id.as_ref().map_or("?", |id| &*id.value);
                self.faults.push(Diagnostic::new(Rule::AimNeverShows, aim.head).with("id", id));
            }
        }
    }
}

/// What speaks for an aim.
pub(super) fn aim(source: &AimSource<'_>) -> Aim {
    let indicators = |list: &[crate::diagnostic::Spanned<Indicator>]| {
        list.iter().map(|indicator| indicator.value).collect()
    };
    Aim { shows: indicators(&source.shows), misses: indicators(&source.misses) }
}
