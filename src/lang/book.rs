//! Books of pages written in Markdown and embedded in the program: `# group` headings with `## page` headings below.

use crate::lang::Lang;

/// Pages that belong together, as they follow each other in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub title: &'static str,
    /// The heading of each page, and all that stands below it.
    pub pages: Vec<(&'static str, &'static str)>,
}

/// The groups of a book. What stands before the first is for those who read the file without the program.
pub fn groups(text: &'static str) -> Vec<Group> {
    text.split("\n# ")
        .skip(1)
        .map(|group| {
            let mut pages = group.split("\n## ");
            let title = pages.next().unwrap_or_default().trim();
            let pages = pages.map(|page| page.split_once('\n').unwrap_or((page, ""))).collect();
            Group { title, pages }
        })
        .collect()
}

/// Prose is written one sentence a line; between Japanese sentences there is no space.
pub fn prose(part: &str, lang: Lang) -> String {
    let between = match lang {
        Lang::En => " ",
        Lang::Ja => "",
    };
    part.lines().map(str::trim).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_is_cut_at_its_headings() {
        let found = groups("intro\n\n# One\n\n## a A\n\ntext\n\n### part\n\n## b B\n# Two\n");
        let [one, two] = &found[..] else { panic!("{found:?}") };
        assert_eq!((one.title, two.title), ("One", "Two"));
        assert_eq!(one.pages, [("a A", "\ntext\n\n### part\n"), ("b B", "")]);
        assert_eq!(two.pages, []);
    }

    #[test]
    fn sentences_are_joined_as_the_language_does() {
        assert_eq!(prose("A.\n B.", Lang::En), "A. B.");
        assert_eq!(prose("あ。\nい。", Lang::Ja), "あ。い。");
    }
}
