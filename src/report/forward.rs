//! Ways forward: what can be tried next, each with where it was missing in this talk.

use crate::handbook::{Block, Name, Subject};
use crate::report::paper::Paper;
use crate::rubric::{Critical, Indicator, Rating};
use crate::session::Mode;

/// One thing to try.
pub(super) struct Way {
    /// What, in a few words.
    pub(super) lead: String,
    /// How, in sentences.
    pub(super) how: Vec<String>,
}

/// What to try next: what must not happen again first, then the two things to work on, where to try again, and in
/// which mode.
pub(super) fn ways_forward(paper: &Paper<'_>) -> Vec<Way> {
    let debrief = &paper.debrief;
    let critical = debrief.card.critical.iter().map(|error| in_place_of(paper, *error));
    let growth = debrief.to_work_on.iter().map(|growth| grow(paper, growth.indicator, growth.turn));
    critical.chain(growth).chain(again(paper)).chain(Some(next_mode(paper))).collect()
}

/// What the handbook says to do in place of a critical error.
fn in_place_of(paper: &Paper<'_>, error: Critical) -> Way {
    let blocks = Subject::Critical(error).page(paper.lang).map_or(&[][..], |page| &page.blocks);
    let instead = blocks.iter().find_map(|block| match block {
        Block::Named(Name::Instead, text) => Some(text.clone()),
        _ => None,
    });
    let what = [("what", paper.word(error.code()).into())];
    Way {
        lead: paper.sentence("report-forward-instead", &what),
        how: instead.into_iter().collect(),
    }
}

/// What an indicator looks like at its best, with a line that shows it.
fn grow(paper: &Paper<'_>, indicator: Indicator, turn: usize) -> Way {
    let blocks =
        Subject::Indicator(indicator).page(paper.lang).map_or(&[][..], |page| &page.blocks);
    let best = blocks.iter().find_map(|block| match block {
        Block::Anchor(rating, text) if Some(*rating) == best_rating() => Some(text.clone()),
        _ => None,
    });
    let named = |wanted: Name| {
        blocks.iter().find_map(|block| match block {
            Block::Named(name, text) if *name == wanted => Some(text.as_str()),
            _ => None,
        })
    };
    let example = named(Name::Moment).zip(named(Name::Like)).map(|(moment, like)| {
        paper
            .sentence("report-forward-example", &[("moment", moment.into()), ("like", like.into())])
    });
    let place = paper.sentence("report-forward-turn", &[("turn", (turn + 1).into())]);
    let how = best.into_iter().chain(example).chain([place]).collect();
    Way { lead: paper.word(indicator.code()), how }
}

fn best_rating() -> Option<Rating> {
    Rating::from_half_steps(*Rating::RANGE.end())
}

/// The turn from which another way is most worth taking: where the way to a better ending closed, for the first time.
fn again(paper: &Paper<'_>) -> Option<Way> {
    let turns = paper.debrief.turns.iter().enumerate();
    let (at, lost) = turns.filter_map(|(at, turn)| Some((at, &turn.turning.as_ref()?.0))).next()?;
    let args = [("turn", (at + 1).into()), ("lost", lost.as_str().into())];
    let how = vec![paper.sentence("report-forward-again-how", &args)];
    Some(Way { lead: paper.sentence("report-forward-again", &[("turn", (at + 1).into())]), how })
}

fn next_mode(paper: &Paper<'_>) -> Way {
    let key = match paper.about.mode {
        Mode::Learn => "report-forward-after-learn",
        Mode::Practice => "report-forward-after-practice",
        Mode::Check => "report-forward-after-check",
    };
    Way { lead: paper.word("report-forward-mode"), how: vec![paper.word(key)] }
}
