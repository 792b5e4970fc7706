//! The page of every rule, for authors who ask why: read from one Markdown file per language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::diagnostic::Rule;
use crate::lang::Lang;
use crate::lang::book;
use crate::lang::words::say;

/// The pages as they are written, and as they can be read without the program.
fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../assets/rules/en.md"),
        Lang::Ja => include_str!("../../assets/rules/ja.md"),
    }
}

/// One rule explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePage {
    /// What the rule finds.
    pub finds: String,
    /// What it does to the trainee who meets it.
    pub matters: String,
    /// What to write instead.
    pub instead: String,
    /// RON that breaks the rule.
    pub wrong: &'static str,
    /// The same, mended.
    pub right: &'static str,
}

/// The words in bold before each part, in the order in which a page has them.
pub const PART_KEYS: [&str; 5] =
    ["explain-finds", "explain-matters", "explain-instead", "explain-wrong", "explain-right"];

/// Rules that ask after the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleGroup {
    /// What they ask after.
    pub title: &'static str,
    /// The rules, as they follow each other in the file.
    pub rules: Vec<Rule>,
}

impl Rule {
    /// The page of this rule. A test keeps every rule from having none.
    pub fn page(self, lang: Lang) -> Option<&'static RulePage> {
        pages(lang).pages.get(&self)
    }
}

/// All rules by group.
pub fn rule_groups(lang: Lang) -> &'static [RuleGroup] {
    &pages(lang).groups
}

/// What a file of pages holds, and what is wrong with it.
#[derive(Debug, Default)]
struct Book {
    groups: Vec<RuleGroup>,
    pages: BTreeMap<Rule, RulePage>,
    faults: Vec<String>,
}

fn pages(lang: Lang) -> &'static Book {
    static BOOKS: LazyLock<[Book; 2]> =
        LazyLock::new(|| Lang::ALL.map(|lang| read(file(lang), lang)));
    &BOOKS[lang as usize]
}

/// Reads `# group` headings with `## K201 unknown-beat` pages below them.
fn read(text: &'static str, lang: Lang) -> Book {
    let marks = PART_KEYS.map(|key| format!("**{}**", say(lang, key)));
    let mut book = Book::default();
    for group in book::groups(text) {
        let mut rules = Vec::new();
        for (heading, body) in group.pages {
            match rule_of(heading).and_then(|rule| Ok((rule, parts(body, &marks, lang)?))) {
                Err(fault) => book.faults.push(format!("{heading}: {fault}")),
                Ok((rule, page)) => {
                    rules.push(rule);
                    if book.pages.insert(rule, page).is_some() {
                        book.faults.push(format!("{heading}: written twice"));
                    }
                }
            }
        }
        book.groups.push(RuleGroup { title: group.title, rules });
    }
    book
}

fn rule_of(heading: &str) -> Result<Rule, String> {
    let known = heading.split_once(' ').and_then(|(code, name)| {
        Rule::find(code).filter(|rule| rule.code() == code && rule.name() == name)
    });
    known.ok_or_else(|| "no rule has this code and this name".to_owned())
}

/// The five parts of a page, each after its mark.
fn parts(body: &'static str, marks: &[String; 5], lang: Lang) -> Result<RulePage, String> {
    let mut rest = body;
    let mut found = Vec::new();
    for mark in marks {
        let (before, after) = rest.split_once(mark.as_str()).ok_or(format!("no {mark}"))?;
        found.push(before.trim());
        rest = after;
    }
    found.push(rest.trim());
    let [first, finds, matters, instead, wrong, right] = found[..] else {
        return Err("not five parts".to_owned());
    };
    if !first.is_empty() {
        return Err(format!("{first:?} stands before {}", marks[0]));
    }
    if let Some(at) = found[1..].iter().position(|part| part.is_empty()) {
        return Err(format!("nothing stands after {}", marks[at]));
    }
    let [finds, matters, instead] = [finds, matters, instead].map(|part| book::prose(part, lang));
    Ok(RulePage { finds, matters, instead, wrong: code(wrong)?, right: code(right)? })
}

/// What stands between the fences of an example.
fn code(part: &'static str) -> Result<&'static str, String> {
    let inside = part.strip_prefix("```ron\n").and_then(|rest| rest.strip_suffix("\n```"));
    inside.filter(|code| !code.contains("```")).ok_or(format!("{part:?} is not one ```ron block"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_whole_page_in_both_languages() {
        for lang in Lang::ALL {
            let book = pages(lang);
            assert_eq!(book.faults, Vec::<String>::new(), "{}", lang.code());
            let missing: Vec<&str> = Rule::ALL
                .iter()
                .filter(|rule| rule.page(lang).is_none())
                .map(|rule| rule.code())
                .collect();
            assert_eq!(missing, Vec::<&str>::new(), "no page in {}", lang.code());
        }
    }

    #[test]
    fn pages_stand_in_the_order_of_their_codes_and_in_the_same_groups() {
        let [en, ja] = Lang::ALL.map(|lang| -> Vec<&[Rule]> {
            rule_groups(lang).iter().map(|group| group.rules.as_slice()).collect()
        });
        assert_eq!(en, ja);
        assert_eq!(en.concat(), Rule::ALL);
    }

    #[test]
    fn a_page_that_is_not_whole_is_a_fault() {
        let good = "intro\n\n# Names\n\n## K201 unknown-beat\n\n**What it finds** A.\n\n\
            **Why it matters** B.\n\n**What to do instead** C.\n\n\
            **Wrong**\n```ron\nD\n```\n\n**Right**\n```ron\nE\n```\n";
        let faults = |from: &str, to: &str| {
            assert!(good.contains(from));
            let text: &'static str = good.replacen(from, to, 1).leak();
            read(text, Lang::En).faults
        };
        assert_eq!(faults("A.", "A."), Vec::<String>::new());
        for (from, to, says) in [
            ("K201 unknown-beat", "K999 unknown-beat", "no rule"),
            ("K201 unknown-beat", "K201 unknown-choice", "no rule"),
            ("**Why it matters** B.", "", "no **Why it matters**"),
            (" C.", "", "nothing stands after **What to do instead**"),
            ("```ron\nD\n```", "D", "not one ```ron block"),
            ("**What it finds**", "Hm. **What it finds**", "stands before"),
        ] {
            let faults = faults(from, to);
            assert!(faults.len() == 1 && faults[0].contains(says), "{from}: {faults:?}");
        }
    }
}
