//! Every figure of test-wiseness, also of those that keep within their bars: for whoever writes or reviews scenarios.

use std::fmt;
use std::sync::Arc;

use crate::assess::Reference;
use crate::check::wise::case::{Case, Points, Trial};
use crate::check::wise::named;
use crate::lang::Lang;
use crate::lang::words::say;
use crate::scenario::Scenario;
use crate::surface::{Bot, Feature, Tell, tell};

/// The figures of one scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub scenario: String,
    /// Its main beats that can tell a good reader from a lucky one.
    pub beats: usize,
    /// What chance gets.
    pub chance: Points,
    /// Language by language, how far each feature goes with the ratings.
    pub tells: Vec<(Lang, Vec<Tell>)>,
    /// What each bot gets, the best first.
    pub trials: Vec<Trial>,
    shown: Arc<Scenario>,
}

/// Measures a scenario, whatever its size.
pub fn report(scenario: &Arc<Scenario>) -> Report {
    let mut case = Case::of(scenario, &Reference::of(scenario));
    let tells = case.appearances.iter().map(|appearance| {
        let tells =
            Feature::of(appearance.lang).iter().map(|feature| tell(&[appearance], *feature));
        (appearance.lang, tells.collect())
    });
    let tells = tells.collect();
    let (beats, chance) = (case.judged_beats(), case.chance());
    let mut trials = case.trials();
    trials.sort_by_key(|trial| std::cmp::Reverse(trial.points.path.max(Some(trial.points.item))));
    Report {
        scenario: scenario.id.clone(),
        beats,
        chance,
        tells,
        trials,
        shown: Arc::clone(scenario),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |(beat, choice): (_, _)| {
            format!("{}/{}", self.shown.beat(beat).id, self.shown.choice(beat, choice).id)
        };
        writeln!(f, "{}: {} main beats", self.scenario, self.beats)?;
        for (lang, tells) in &self.tells {
            writeln!(f, "\n  {} r with the rating", lang.code())?;
            for tell in tells {
                let choices = tell.because.iter().map(|(_, beat, choice)| name((*beat, *choice)));
                writeln!(
                    f,
                    "  {}  {:24} {}",
                    tell.r,
                    say(Lang::En, tell.feature.word()),
                    named(choices)
                )?;
            }
        }
        writeln!(f, "\n  talks decisions  bot")?;
        writeln!(f, "  {} chance", points(self.chance))?;
        for trial in &self.trials {
            let lang = trial.lang.map_or("", Lang::code);
            let choices = named(trial.because.iter().map(|choice| name(*choice)));
            writeln!(f, "  {} {lang:2} {:34} {choices}", points(trial.points), shown(trial.bot))?;
        }
        Ok(())
    }
}

fn points(points: Points) -> String {
    let path = points.path.map_or_else(|| "-".to_owned(), |path| path.to_string());
    format!("{path:>5} {:>5}    ", points.item.to_string())
}

/// A bot in a few words.
pub(super) fn shown(bot: Bot) -> String {
    match bot.feature() {
        Some(feature) => format!("{} {}", bot.code(), say(Lang::En, feature.word())),
        None => bot.code().to_owned(),
    }
}
