//! Talk plans: a route written down, one step a line, to be played again and compared.
//!
//! ```text
//! # The trainee hears her out.
//! seed 7
//! choose c
//! wait
//! fill when what
//! ends E6
//! ```

use std::path::Path;

use anyhow::{Context, bail};

use crate::cli::text_of;
use crate::lang::Lang;
use crate::session::{Action, Entries, Seed, Session};

/// A plan as read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The seed, if the plan names one.
    pub(super) seed: Option<Seed>,
    /// The steps, each with the line it stands on.
    steps: Vec<(usize, Step)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Choose(String),
    Wait,
    Fill(Vec<String>),
    Ends(String),
}

impl Plan {
    /// Reads the plan in a file.
    ///
    /// # Errors
    /// Why the file cannot be read, or what in it is no step.
    pub(super) fn of_file(path: &Path, lang: Lang) -> anyhow::Result<Self> {
        Self::read(&text_of(path, lang)?).with_context(|| path.display().to_string())
    }

    /// Reads a plan.
    ///
    /// # Errors
    /// The first line that is no step, by its number.
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        let mut plan = Self::default();
        for (at, line) in text.lines().enumerate() {
            let words: Vec<&str> =
                line.split('#').next().unwrap_or_default().split_whitespace().collect();
            let line = at + 1;
            match words[..] {
                [] => {}
                ["seed", seed] => {
                    let seed = seed
                        .parse()
                        .with_context(|| format!("line {line}: `{seed}` is not a seed"))?;
                    plan.seed = Some(Seed(seed));
                }
                ["choose", choice] => plan.steps.push((line, Step::Choose(choice.to_owned()))),
                ["wait"] => plan.steps.push((line, Step::Wait)),
                ["fill", ref entries @ ..] => {
                    let entries = entries.iter().map(|&id| id.to_owned()).collect();
                    plan.steps.push((line, Step::Fill(entries)));
                }
                ["ends", ending] => plan.steps.push((line, Step::Ends(ending.to_owned()))),
                _ => bail!(
                    "line {line}: expected `seed N`, `choose ID`, `wait`, `fill ID...` or `ends ID`"
                ),
            }
        }
        Ok(plan)
    }

    /// Plays the plan. What did not come as planned is the second value; the talk stands where that was found.
    pub(super) fn play(&self, talk: &mut Session) -> Option<String> {
        for (line, step) in &self.steps {
            let problem = match step {
                Step::Choose(choice) => choose(talk, choice),
                Step::Wait => refused(talk.handle(Action::TimeRanOut, 0)),
                Step::Fill(entries) => fill(talk, entries),
                Step::Ends(ending) => ends(talk, ending),
            };
            if let Some(problem) = problem {
                return Some(format!("line {line}: {problem}"));
            }
        }
        None
    }
}

fn refused<T>(taken: Result<T, crate::session::Refusal>) -> Option<String> {
    taken.err().map(|refusal| refusal.to_string())
}

fn fill(talk: &mut Session, entries: &[String]) -> Option<String> {
    let sheet = talk.scenario().sheet.iter().flat_map(|sheet| &sheet.entries);
    let known: Vec<&str> = sheet.map(|entry| entry.id.as_str()).collect();
    let mut filled = Entries::default();
    for id in entries {
        let Some(at) = known.iter().position(|known| known == id) else {
            return Some(format!("the sheet has no entry `{id}`; it has {}", known.join(", ")));
        };
        filled = filled.with(at);
    }
    refused(talk.handle(Action::Fill(filled), 0))
}

fn choose(talk: &mut Session, choice: &str) -> Option<String> {
    let Some(beat) = talk.beat() else {
        if talk.at_sheet() {
            return Some("the hand-over sheet is to be filled here: `fill ID...`".to_owned());
        }
        let ending = talk.ending().map_or("", |ending| ending.id.as_str());
        return Some(format!("the talk already ended in {ending}"));
    };
    let beat = talk.scenario().beat(beat);
    let Some(found) = beat.find_choice(choice) else {
        let known: Vec<&str> = beat.choices.iter().map(|choice| choice.id.as_str()).collect();
        return Some(format!(
            "beat {} has no choice `{choice}`; it has {}",
            beat.id,
            known.join(", ")
        ));
    };
    refused(talk.handle(Action::Choose(found), 0))
}

fn ends(talk: &Session, planned: &str) -> Option<String> {
    match (talk.ending(), talk.beat()) {
        (Some(ending), _) if ending.id == planned => None,
        (Some(ending), _) => {
            Some(format!("the plan ends in {planned}, the talk ended in {}", ending.id))
        }
        (None, Some(beat)) => Some(format!(
            "the plan ends in {planned}, the talk is still at {}",
            talk.scenario().beat(beat).id
        )),
        (None, None) => {
            Some(format!("the plan ends in {planned}, the hand-over sheet is still to be filled"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_has_a_seed_and_steps() {
        let plan = Plan::read("# one\nseed 7\nchoose a # why\n\nends E6\n").unwrap();
        assert_eq!(plan.seed, Some(Seed(7)));
        assert_eq!(plan.steps, vec![(3, Step::Choose("a".into())), (5, Step::Ends("E6".into()))]);
    }

    #[test]
    fn what_is_no_step_is_named_by_its_line() {
        for (text, start) in
            [("choose", "line 1"), ("seed 7\njump N3", "line 2"), ("seed seven", "line 1")]
        {
            let error = Plan::read(text).unwrap_err().to_string();
            assert!(error.starts_with(start), "{error}");
        }
    }
}
