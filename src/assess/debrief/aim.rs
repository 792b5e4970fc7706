//! What the trainee said she was here for, held against what her choices showed: never scored.

use crate::assess::score::ratings_at;
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::rubric::{Indicator, Rating};
use crate::scenario::{Aim, ChoiceIdx};
use crate::session::{Session, Turn};

/// An aim that was named, and what the talk says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AimReview {
    /// The turn at which it was asked for, counted from 0.
    pub turn: usize,
    /// What the trainee said.
    pub said: String,
    /// At how many decisions the choice spoke for it.
    pub shown: usize,
    /// At how many decisions it could show.
    pub of: usize,
    /// The line that spoke for it most.
    pub most_for: Option<String>,
    /// The line that spoke against it most.
    pub most_against: Option<String>,
    /// Another aim, for which more of the choices spoke.
    pub rather: Option<OtherAim>,
}

impl AimReview {
    /// What is said of it, sentence by sentence: first what the trainee said, then what the choices showed.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let line = |key: &str, line: &Option<String>| {
            line.as_ref().map(|line| say_with(lang, key, &[("line", line.as_str().into())]))
        };
        let counts = |shown: usize, of: usize| [("shown", shown.into()), ("of", of.into())];
        let rather = self.rather.iter().flat_map(|other| {
            let [shown, of] = counts(other.shown, other.of);
            let args = [("said", other.said.as_str().into()), shown, of];
            let more = say_with(lang, "debrief-aim-rather", &args);
            [Some(more), line("debrief-aim-rather-for", &other.most_for)]
        });
        let own = [
            Some(say_with(lang, "debrief-aim-said", &[("said", self.said.as_str().into())])),
            Some(say_with(lang, "debrief-aim-shown", &counts(self.shown, self.of))),
            line("debrief-aim-for", &self.most_for),
            line("debrief-aim-against", &self.most_against),
        ];
        own.into_iter().chain(rather).flatten().chain([say(lang, "debrief-aim-now")]).collect()
    }
}

/// An aim that was not named, and yet showed more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherAim {
    /// Its words.
    pub said: String,
    /// At how many decisions the choice spoke for it.
    pub shown: usize,
    /// At how many decisions it could show.
    pub of: usize,
    /// The line that spoke for it most.
    pub most_for: Option<String>,
}

/// What a talk says of one aim: each decision at which it could show, and how far the choice spoke for it.
#[derive(Debug)]
struct Signs<'t>(Vec<(&'t Turn, i32)>);

impl<'t> Signs<'t> {
    fn of(talk: &'t Session, aim: &Aim) -> Self {
        let rated = talk.turns().iter().map(|turn| (turn, ratings_at(talk, turn)));
        Self(rated.filter_map(|(turn, ratings)| Some((turn, speaks(aim, &ratings)?))).collect())
    }

    fn shown(&self) -> usize {
        self.0.iter().filter(|(_, by)| *by > 0).count()
    }

    /// Whether more of the decisions speak for this aim than for the other, by shares.
    fn beats(&self, other: &Self) -> bool {
        self.shown() * other.0.len().max(1) > other.shown() * self.0.len().max(1)
    }

    /// The line that speaks for it most, or against it; the earlier among equals.
    fn line(&self, talk: &Session, way: i32, lang: Lang) -> Option<String> {
        let spoke = self.0.iter().filter(|(_, by)| by * way > 0);
        let (turn, _) = spoke.rev().max_by_key(|(_, by)| by * way)?;
        Some(talk.scenario().choice(turn.beat, turn.choice).say.get(lang).to_owned())
    }
}

/// How far ratings speak for an aim, in half steps; `None` where they could not.
fn speaks(aim: &Aim, ratings: &[(Indicator, Rating)]) -> Option<i32> {
    let weight = |indicator: &Indicator| {
        let (shows, misses) = (aim.shows.contains(indicator), aim.misses.contains(indicator));
        i32::from(shows) - i32::from(misses)
    };
    let weighed = ratings.iter().map(|(indicator, rating)| (weight(indicator), rating));
    let touched: Vec<i32> = weighed
        .filter(|(weight, _)| *weight != 0)
        .map(|(weight, rating)| weight * rating.half_steps())
        .collect();
    (!touched.is_empty()).then(|| touched.into_iter().sum())
}

/// Every aim that was named in a talk.
pub(super) fn aims(talk: &Session, lang: Lang) -> Vec<AimReview> {
    let asked = talk.turns().iter().enumerate();
    let asked = asked.filter(|(_, turn)| talk.scenario().beat(turn.beat).asks_aim());
    asked.filter_map(|(at, turn)| review(talk, at, turn, lang)).collect()
}

fn review(talk: &Session, at: usize, turn: &Turn, lang: Lang) -> Option<AimReview> {
    let beat = talk.scenario().beat(turn.beat);
    let words = |choice: ChoiceIdx| beat.choices[choice.at()].say.get(lang).to_owned();
    let signs: Vec<(ChoiceIdx, Signs<'_>)> =
        (0..).map(ChoiceIdx).zip(beat.aims.iter().map(|aim| Signs::of(talk, aim))).collect();
    let (_, named) = signs.iter().find(|(choice, _)| *choice == turn.choice)?;
    let rather = signs.iter().fold(None, |best: Option<&(ChoiceIdx, Signs<'_>)>, other| {
        let least = best.map_or(named, |(_, signs)| signs);
        if other.1.beats(least) { Some(other) } else { best }
    });
    Some(AimReview {
        turn: at,
        said: words(turn.choice),
        shown: named.shown(),
        of: named.0.len(),
        most_for: named.line(talk, 1, lang),
        most_against: named.line(talk, -1, lang),
        rather: rather.map(|(choice, signs)| OtherAim {
            said: words(*choice),
            shown: signs.shown(),
            of: signs.0.len(),
            most_for: signs.line(talk, 1, lang),
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_speak_for_an_aim_or_against_it() {
        use Indicator::{O1, P1, P4};
        let rating = |half: &str| Rating::from_written(half).unwrap();
        let aim = Aim { shows: vec![P1], misses: vec![O1] };
        for (ratings, expect) in [
            (vec![(P1, "1")], Some(2)),
            (vec![(P1, "-0.5")], Some(-1)),
            (vec![(O1, "-1")], Some(2)),
            (vec![(P1, "1"), (O1, "1")], Some(0)),
            (vec![(P4, "1")], None),
        ] {
            let ratings: Vec<_> = ratings.into_iter().map(|(i, half)| (i, rating(half))).collect();
            assert_eq!(speaks(&aim, &ratings), expect, "{ratings:?}");
        }
    }
}
