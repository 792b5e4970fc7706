//! bladeink plays the story, compiled by its own compiler.

use anyhow::{Result, anyhow};
use bladeink::story::Story as Runtime;
use bladeink_compiler::Compiler;

use super::{Engine, Page};
use crate::story::Story;

/// The story as the compiler of ink leaves it.
pub(super) fn compiled(story: &Story) -> Result<String> {
    Compiler::new().compile(&story.ink()).map_err(|error| anyhow!("{error:?}"))
}

struct Ink(Runtime);

/// Loads the compiled story.
pub(super) fn engine(json: &str) -> Result<Box<dyn Engine>> {
    Ok(Box::new(Ink(Runtime::new(json)?)))
}

impl Engine for Ink {
    fn show(&mut self, page: &mut Page) -> Result<()> {
        while self.0.can_continue() {
            page.line(self.0.cont()?.trim_end());
        }
        for choice in self.0.get_current_choices() {
            page.choice(&choice.text);
        }
        Ok(())
    }

    fn choose(&mut self, choice: usize) -> Result<()> {
        Ok(self.0.choose_choice_index(choice)?)
    }
}
