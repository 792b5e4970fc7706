//! Reads the handbook's Markdown: pages with a code and a title, made of blocks with an empty line between them.

use crate::handbook::{Block, Group, Guide, Name, Page, Subject, Table};
use crate::lang::Lang;
use crate::lang::book;
use crate::lang::words::say;
use crate::rubric::Rating;

/// Reads `# group` headings with `## P1 Asks before assuming` pages below them; gives what is there and what is wrong.
pub(super) fn read(text: &'static str, lang: Lang) -> (Vec<Group>, Vec<String>) {
    let mut faults = Vec::new();
    let mut groups = Vec::new();
    for group in book::groups(text) {
        let mut pages = Vec::new();
        for (heading, body) in group.pages {
            match page(heading, body, lang) {
                Ok(page) => pages.push(page),
                Err(fault) => faults.push(format!("{heading}: {fault}")),
            }
        }
        groups.push(Group { title: group.title, pages });
    }
    (groups, faults)
}

fn page(heading: &str, body: &str, lang: Lang) -> Result<Page, String> {
    let (code, title) = heading.split_once(' ').ok_or("no title")?;
    let subject = Subject::from_code(code).ok_or("nothing has this code")?;
    // The score and the page say the same word, or it is another thing.
    let named = match subject {
        Subject::Indicator(_) | Subject::Critical(_) => say(lang, code) == title,
        Subject::Guide(_) => true,
    };
    if !named {
        return Err(format!("the score says {:?}", say(lang, code)));
    }
    let mut chunks = body.split("\n\n").map(str::trim).filter(|chunk| !chunk.is_empty());
    let words = search_words(chunks.next().unwrap_or_default(), lang)?;
    let mut blocks = Vec::new();
    for chunk in chunks {
        read_chunk(chunk, lang, &mut blocks)?;
    }
    whole(subject, &blocks)?;
    Ok(Page { subject, title: title.to_owned(), words, blocks })
}

/// The words that a page is looked for by: a comment below its heading, so that Markdown does not show them.
fn search_words(chunk: &str, lang: Lang) -> Result<Vec<String>, String> {
    let inside = chunk.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
    let comma = match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    };
    Ok(inside.ok_or("no words to look for it by")?.split(comma).map(str::to_owned).collect())
}

/// What stands between two empty lines.
fn read_chunk(chunk: &str, lang: Lang, blocks: &mut Vec<Block>) -> Result<(), String> {
    if let Some(heading) = chunk.strip_prefix("### ") {
        blocks.push(Block::Heading(heading.to_owned()));
    } else if let Some(codes) = chunk.strip_prefix("> ") {
        let known = |code| Subject::from_code(code).ok_or(format!("nothing has the code {code}"));
        blocks.push(Block::See(codes.split(' ').map(known).collect::<Result<_, _>>()?));
    } else if chunk.starts_with("| ") {
        blocks.push(Block::Table(table(chunk)?));
    } else if chunk.starts_with("- ") {
        let items = chunk.lines().map(|line| line.strip_prefix("- ").ok_or(line));
        for item in items {
            blocks.push(Block::Item(item?.to_owned()));
        }
    } else if chunk.starts_with("1. ") {
        for (at, line) in chunk.lines().enumerate() {
            let number = at + 1;
            let step = line.strip_prefix(&format!("{number}. ")).ok_or(line)?;
            blocks.push(Block::Step(number, step.to_owned()));
        }
    } else if chunk.starts_with("**") {
        blocks.push(marked(&book::prose(chunk, lang), lang)?);
    } else {
        blocks.push(Block::Text(book::prose(chunk, lang)));
    }
    Ok(())
}

/// A paragraph that begins with a word in bold: a rating, or the name of a part.
fn marked(chunk: &str, lang: Lang) -> Result<Block, String> {
    let after = |key: &str| chunk.strip_prefix(&format!("**{}** ", say(lang, key)));
    let anchor = ratings().find_map(|rating| Some((rating, after(rating.word())?)));
    let named = Name::ALL.into_iter().find_map(|name| Some((name, after(name.key())?)));
    match (anchor, named) {
        (Some((rating, text)), _) => Ok(Block::Anchor(rating, text.to_owned())),
        (None, Some((name, text))) => Ok(Block::Named(name, text.to_owned())),
        (None, None) => Err(format!("no word for {chunk:?}")),
    }
}

/// From exemplary to harmful, as pages have them.
fn ratings() -> impl Iterator<Item = Rating> {
    Rating::RANGE.rev().filter_map(Rating::from_half_steps)
}

fn table(chunk: &str) -> Result<Table, String> {
    let cells = |line: &str| -> Option<Vec<String>> {
        let inside = line.strip_prefix('|')?.strip_suffix('|')?;
        Some(inside.split('|').map(|cell| cell.trim().to_owned()).collect())
    };
    let mut rows = chunk.lines().map(|line| cells(line).ok_or(line));
    let head = rows.next().ok_or("an empty table")??;
    let rule = rows.next().ok_or("a table without rows")??;
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let ragged = rows.iter().any(|row| row.len() != head.len());
    if ragged || rows.is_empty() || rule.iter().any(|cell| cell != "---") {
        return Err(format!("a ragged table below {head:?}"));
    }
    Ok(Table { head, rows })
}

/// A page has all that pages of its kind have, in the same order.
fn whole(subject: Subject, blocks: &[Block]) -> Result<(), String> {
    let anchors: Vec<Rating> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Anchor(rating, _) => Some(*rating),
            _ => None,
        })
        .collect();
    let names: Vec<Name> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Named(name, _) => Some(*name),
            _ => None,
        })
        .collect();
    let all = ratings().collect::<Vec<_>>();
    let example = vec![Name::Moment, Name::Like, Name::Unlike];
    let wanted = match subject {
        Subject::Indicator(_) => (all, example),
        Subject::Critical(_) => (vec![], vec![Name::What, Name::Why, Name::Instead]),
        Subject::Guide(Guide::Ratings) => (all, vec![]),
        Subject::Guide(_) => (vec![], vec![]),
    };
    let there = (anchors, names);
    if there == wanted { Ok(()) } else { Err(format!("{there:?} instead of {wanted:?}")) }
}

#[cfg(test)]
mod tests {
    use std::mem::discriminant;

    use super::*;
    use crate::handbook::{file, groups, pages};
    use crate::rubric::{Level, Skill};

    #[test]
    fn every_subject_has_one_whole_page_in_both_languages() {
        for lang in Lang::ALL {
            assert_eq!(read(file(lang), lang).1, Vec::<String>::new(), "{}", lang.code());
            let mut there: Vec<Subject> = pages(lang).map(|page| page.subject).collect();
            there.sort();
            assert_eq!(there, Subject::all().collect::<Vec<_>>(), "{}", lang.code());
        }
    }

    /// What one language explains, the other does, too: block by block.
    #[test]
    fn pages_are_the_same_in_both_languages() {
        let [en, ja] = Lang::ALL.map(|lang| {
            let shape = |block: &Block| match block {
                Block::Table(table) => (discriminant(block), table.rows.len(), table.head.len()),
                Block::See(pages) => (discriminant(block), pages.len(), 0),
                _ => (discriminant(block), 0, 0),
            };
            let shape =
                |page: &Page| (page.subject, page.blocks.iter().map(shape).collect::<Vec<_>>());
            pages(lang).map(shape).collect::<Vec<_>>()
        });
        for (en, ja) in en.iter().zip(&ja) {
            assert_eq!(en, ja);
        }
    }

    #[test]
    fn indicators_stand_below_the_name_of_their_skill() {
        for lang in Lang::ALL {
            for skill in Skill::ALL {
                let name = say(lang, &format!("skill-{}", skill.code()));
                let group = groups(lang).iter().find(|group| group.title == name).unwrap();
                let of_skill = |page: &&Page| match page.subject {
                    Subject::Indicator(indicator) => indicator.skill() == skill,
                    Subject::Guide(_) | Subject::Critical(_) => false,
                };
                assert_eq!(
                    (group.pages.len(), group.pages.iter().filter(of_skill).count()),
                    (5, 5)
                );
            }
        }
    }

    #[test]
    fn levels_are_called_what_the_debrief_calls_them() {
        for lang in Lang::ALL {
            let page = Subject::Guide(Guide::Scores).page(lang).unwrap();
            let levels = [Level::One, Level::Two, Level::Three, Level::Four].map(|level| {
                let number = level.number().to_string();
                let name = say(lang, &format!("level-{number}"));
                (number, name)
            });
            let table = page.blocks.iter().find_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            });
            let rows = table.unwrap().rows.iter().map(|row| (row[0].clone(), row[1].clone()));
            assert_eq!(rows.collect::<Vec<_>>(), levels);
        }
    }

    #[test]
    fn a_page_that_is_not_whole_is_a_fault() {
        let good = "intro\n\n# Numbers\n\n## ratings The five\n\n<!-- marks, points -->\n\nText.\n\n- one\n- two\n\n1. first\n2. second\n\n\
            | | A |\n|---|---|\n| b | c |\n\n**exemplary** a\n\n**nearly there** b\n\n**not shown** c\n\n\
            **falls short** d\n\n**harmful** e\n\n> P1 X1 scores\n";
        let faults = |from: &str, to: &str| {
            assert!(good.contains(from), "{from}");
            let text: &'static str = good.replacen(from, to, 1).leak();
            read(text, Lang::En).1
        };
        assert_eq!(faults("Text.", "Text."), Vec::<String>::new());
        for (from, to, says) in [
            ("ratings The", "rating The", "nothing has this code"),
            ("ratings The five", "P1 Asks", "the score says \"Asks before assuming\""),
            ("**falls short** d\n\n", "", "instead of"),
            ("**harmful** e", "**harmless** e", "no word for"),
            ("> P1 X1", "> P1 X9", "nothing has the code X9"),
            ("2. second", "3. second", "3. second"),
            ("- two", "two", "two"),
            ("| b | c |", "| b |", "a ragged table"),
            ("|---|---|\n", "", "a ragged table"),
            ("<!-- marks, points -->\n\n", "", "no words to look for it by"),
            (" -->", "", "no words to look for it by"),
        ] {
            let faults = faults(from, to);
            assert!(faults.len() == 1 && faults[0].contains(says), "{from}: {faults:?}");
        }
    }
}
