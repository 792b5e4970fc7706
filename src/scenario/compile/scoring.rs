//! Ratings: every choice on every declared indicator, something at stake, and the key the best of them.

use smallvec::SmallVec;

use crate::diagnostic::{Diagnostic, Rule};
use crate::rubric::{Indicator, Rating};
use crate::scenario::compile::Compiler;
use crate::scenario::source::{BeatSource, ChoiceSource, RatingsSource};

impl Compiler<'_> {
    /// The ratings of a choice in the order of its beat's indicators.
    pub(super) fn ratings(
        &mut self,
        beat: &BeatSource<'_>,
        choice: &ChoiceSource<'_>,
    ) -> Option<SmallVec<[Rating; 16]>> {
        let ratings = choice.ratings.as_ref()?;
        let declared = beat.rates.as_ref()?;
        for (indicator, _) in &ratings.rows {
            if !declared.iter().any(|known| known.value == indicator.value) {
                let finding = Diagnostic::new(Rule::UndeclaredIndicator, indicator.span);
                self.faults.push(finding.with("indicator", indicator.value.code()));
            }
        }
        let found: SmallVec<[Option<Rating>; 16]> = declared
            .iter()
            .map(|indicator| {
                let row = ratings.rows.iter().find(|(row, _)| row.value == indicator.value);
                if row.is_none() {
                    let id = choice.id.as_ref().map_or("?", |id| &*id.value);
                    let finding =
                        Diagnostic::new(Rule::UnratedIndicator, ratings.head).with("id", id);
                    self.faults.push(
                        finding.with("indicator", indicator.value.code()).also(indicator.span),
                    );
                }
                row.and_then(|(_, rating)| *rating)
            })
            .collect();
        found.into_iter().collect()
    }

    /// What must hold for the ratings of a beat as a whole.
    pub(super) fn ratings_of(&mut self, beat: &BeatSource<'_>) {
        let (Some(declared), Some(choices)) = (&beat.rates, &beat.choices) else {
            return;
        };
        if declared.is_empty() {
            self.faults.push(Diagnostic::new(Rule::Empty, beat.head).with("field", "rates"));
            return;
        }
        for (at, indicator) in declared.iter().enumerate() {
            if let Some(first) =
                declared[..at].iter().find(|earlier| earlier.value == indicator.value)
            {
                let again = Diagnostic::new(Rule::DuplicateField, indicator.span)
                    .with("field", indicator.value.code());
                self.faults.push(again.also(first.span));
            }
        }
        let complete: Option<Vec<(&ChoiceSource<'_>, &RatingsSource)>> = choices
            .iter()
            .map(|choice| choice.ratings.as_ref().map(|ratings| (choice, ratings)))
            .collect();
        // A rating that could not be read has been reported, and the rest cannot be judged without it.
        let readable = |(_, ratings): &(_, &RatingsSource)| {
            ratings.rows.iter().all(|(_, rating)| rating.is_some())
        };
        let Some(rated) = complete.filter(|rated| rated.len() > 1 && rated.iter().all(readable))
        else {
            return;
        };
        let flat = declared.iter().all(|indicator| {
            let mut steps = rated.iter().map(|(_, ratings)| steps(ratings, indicator.value));
            let first = steps.next();
            steps.all(|other| Some(other) == first)
        });
        if flat {
            self.faults.push(Diagnostic::new(Rule::NothingAtStake, beat.head));
            return;
        }
        self.key_is_best(beat, &rated);
    }

    fn key_is_best(
        &mut self,
        beat: &BeatSource<'_>,
        rated: &[(&ChoiceSource<'_>, &RatingsSource)],
    ) {
        let Some(key) = &beat.key else { return };
        let total = |ratings: &RatingsSource| -> i32 {
            ratings.rows.iter().filter_map(|(_, rating)| *rating).map(Rating::half_steps).sum()
        };
        let of_key = rated
            .iter()
            .find(|(choice, _)| choice.id.as_ref().is_some_and(|id| id.value == key.value));
        let Some((_, of_key)) = of_key else { return };
        let better = rated.iter().find(|(_, ratings)| total(ratings) > total(of_key));
        if let Some((choice, _)) = better {
            let id = choice.id.as_ref().map_or("?", |id| &*id.value);
            let finding = Diagnostic::new(Rule::KeyNotBest, key.span).with("id", &*key.value);
            self.faults.push(finding.with("better", id).also(choice.head));
        }
    }
}

fn steps(ratings: &RatingsSource, indicator: Indicator) -> Option<i32> {
    let row = ratings.rows.iter().find(|(row, _)| row.value == indicator);
    row.and_then(|(_, rating)| rating.map(Rating::half_steps))
}
