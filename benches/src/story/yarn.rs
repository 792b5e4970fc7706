//! The story as a file of Yarn Spinner.

use std::fmt::Write;

use super::{Beat, Story, Test, Variable};

impl Story {
    /// A file of Yarn in which the last choices lead back to the beginning.
    pub fn yarn(&self) -> String {
        let mut text = String::new();
        write_all(&mut text, &self.beats).expect("a text takes everything");
        text
    }
}

fn write_all(text: &mut String, beats: &[Beat]) -> std::fmt::Result {
    writeln!(text, "title: declared\n---")?;
    for variable in Variable::ALL {
        writeln!(text, "<<declare ${} = {}>>", variable.name(), variable.start())?;
    }
    writeln!(text, "===\ntitle: again\n---")?;
    for variable in Variable::ALL {
        writeln!(text, "<<set ${} to {}>>", variable.name(), variable.start())?;
    }
    writeln!(text, "<<jump b0>>\n===")?;
    for (at, beat) in beats.iter().enumerate() {
        let when: Vec<String> = beat.when.iter().map(|test| condition(*test)).collect();
        writeln!(text, "title: b{at}\n---")?;
        writeln!(text, "<<if {}>>\n{}", when.join(" and "), beat.lines[0])?;
        writeln!(text, "<<else>>\n{}\n<<endif>>", beat.lines[1])?;
        for choice in &beat.choices {
            writeln!(text, "-> {}", choice.say)?;
            for (variable, by) in &choice.moves {
                // Yarn has no least and greatest of its own; the host's function is the least work.
                writeln!(text, "    <<set ${0} to clamped(${0} + {by})>>", variable.name())?;
            }
            match choice.to {
                Some(to) => writeln!(text, "    <<jump b{to}>>")?,
                None => writeln!(text, "    <<jump again>>")?,
            }
        }
        writeln!(text, "===")?;
    }
    Ok(())
}

fn condition(test: Test) -> String {
    match test {
        Test::Min(variable, least) => format!("${} >= {least}", variable.name()),
        Test::Max(variable, most) => format!("${} <= {most}", variable.name()),
    }
}
