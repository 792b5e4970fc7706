//! kikitori plays the story through its public session.

use std::sync::Arc;

use anyhow::{Result, ensure};
use kikitori::lang::Lang;
use kikitori::scenario::{ChoiceIdx, Scenario, read_and_compile};
use kikitori::session::{Action, Seed, Session, said};

use super::{Engine, Page};

struct Ours {
    scenario: Arc<Scenario>,
    talk: Session,
    talks: u64,
}

/// Reads, compiles and opens the story.
pub(super) fn engine(ron: &str) -> Result<Box<dyn Engine>> {
    let (scenario, findings) = read_and_compile(ron);
    ensure!(findings.is_empty(), "{findings:?}");
    let scenario = Arc::new(scenario.expect("nothing was found in it"));
    let talk = Session::start(Arc::clone(&scenario), Seed(0));
    Ok(Box::new(Ours { scenario, talk, talks: 0 }))
}

impl Engine for Ours {
    fn show(&mut self, page: &mut Page) -> Result<()> {
        let beat = self.talk.beat().expect("a talk that is over is begun again");
        let lines = &self.scenario.beat(beat).lines;
        for (_, text) in said(lines, self.talk.state(), self.talk.telling(beat)) {
            page.line(text.get(Lang::Ja));
        }
        for choice in self.talk.shown_choices() {
            page.choice(self.scenario.choice(beat, choice).say.get(Lang::Ja));
        }
        Ok(())
    }

    fn choose(&mut self, choice: usize) -> Result<()> {
        self.talk.handle(Action::Choose(ChoiceIdx(u16::try_from(choice)?)), 0)?;
        if self.talk.is_over() {
            self.talks += 1;
            self.talk = Session::start(Arc::clone(&self.scenario), Seed(self.talks));
        }
        Ok(())
    }
}
