//! Yarn Spinner plays the story, compiled by its own compiler.

use std::collections::HashMap;

use anyhow::{Result, anyhow};
use yarnspinner::compiler::{Compiler, File};
use yarnspinner::core::{Library, LineId, Program};
use yarnspinner::runtime::{
    Dialogue, DialogueEvent, MemoryVariableStorage, OptionId, StringTableTextProvider,
};

use super::{Engine, Page};
use crate::story::Story;

/// The story as the compiler of Yarn leaves it.
pub(super) struct Compiled {
    program: Program,
    texts: HashMap<LineId, String>,
}

fn library() -> Library {
    let mut library = Library::standard_library();
    library.add_function("clamped", |value: f32| value.clamp(0.0, 10.0));
    library
}

/// Compiles the story.
pub(super) fn compiled(story: &Story) -> Result<Compiled> {
    let file = File { file_name: "story.yarn".to_owned(), source: story.yarn() };
    let compilation = Compiler::new().extend_library(library()).add_file(file).compile()?;
    let program = compilation.program.ok_or_else(|| anyhow!("no program"))?;
    let texts = compilation.string_table.into_iter().map(|(id, info)| (id, info.text)).collect();
    Ok(Compiled { program, texts })
}

struct Yarn {
    dialogue: Dialogue,
    next: Vec<DialogueEvent>,
}

/// Loads the compiled story.
pub(super) fn engine(compiled: &Compiled) -> Result<Box<dyn Engine>> {
    let mut texts = StringTableTextProvider::new();
    texts.extend_base_language(compiled.texts.clone());
    let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
    dialogue.library_mut().extend(library());
    dialogue.add_program(compiled.program.clone());
    dialogue.set_node("again")?;
    Ok(Box::new(Yarn { dialogue, next: Vec::new() }))
}

impl Engine for Yarn {
    fn show(&mut self, page: &mut Page) -> Result<()> {
        while !self.dialogue.is_waiting_for_option_selection() {
            self.next = self.dialogue.continue_()?;
            for event in &self.next {
                match event {
                    DialogueEvent::Line(line) => page.line(&line.text),
                    DialogueEvent::Options(options) => {
                        options.iter().for_each(|option| page.choice(&option.line.text));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn choose(&mut self, choice: usize) -> Result<()> {
        self.dialogue.set_selected_option(OptionId(choice))?;
        Ok(())
    }
}
