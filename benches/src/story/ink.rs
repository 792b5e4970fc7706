//! The story as ink, for its own compiler.

use std::fmt::Write;

use super::{Beat, Story, Test, Variable};

impl Story {
    /// A source of ink in which the last choices lead back to the beginning.
    pub fn ink(&self) -> String {
        let mut text = String::new();
        write_all(&mut text, &self.beats).expect("a text takes everything");
        text
    }
}

fn write_all(text: &mut String, beats: &[Beat]) -> std::fmt::Result {
    for variable in Variable::ALL {
        writeln!(text, "VAR {} = {}", variable.name(), variable.start())?;
    }
    writeln!(text, "-> b0\n=== again ===")?;
    for variable in Variable::ALL {
        writeln!(text, "~ {} = {}", variable.name(), variable.start())?;
    }
    writeln!(text, "-> b0")?;
    for (at, beat) in beats.iter().enumerate() {
        let when: Vec<String> = beat.when.iter().map(|test| condition(*test)).collect();
        writeln!(text, "=== b{at} ===")?;
        writeln!(text, "{{{}:{}|{}}}", when.join(" and "), beat.lines[0], beat.lines[1])?;
        for choice in &beat.choices {
            // Brackets: what is picked is not said again.
            writeln!(text, "+ [{}]", choice.say)?;
            for (variable, by) in &choice.moves {
                writeln!(text, "  ~ {}", moved(*variable, *by))?;
            }
            match choice.to {
                Some(to) => writeln!(text, "  -> b{to}")?,
                None => writeln!(text, "  -> again")?,
            }
        }
    }
    Ok(())
}

/// Clamped only at the end it moves towards, which is the least work.
fn moved(variable: Variable, by: i8) -> String {
    let name = variable.name();
    match by {
        0.. => format!("{name} = MIN({name} + {by}, 10)"),
        _ => format!("{name} = MAX({name} - {}, 0)", -by),
    }
}

fn condition(test: Test) -> String {
    match test {
        Test::Min(variable, least) => format!("{} >= {least}", variable.name()),
        Test::Max(variable, most) => format!("{} <= {most}", variable.name()),
    }
}
