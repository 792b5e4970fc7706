//! The handbook: what the score goes by, in the very words of the score, one page for each subject.

mod read;
mod search;

use std::sync::LazyLock;

use crate::lang::Lang;
use crate::rubric::{Critical, Indicator, Rating};

pub use search::{Found, search};

/// What a page of the handbook is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Something that several indicators have a part in.
    Guide(Guide),
    /// An indicator, with what it looks like at each rating.
    Indicator(Indicator),
    /// What must not happen in a talk.
    Critical(Critical),
}

/// The subjects that no indicator has to itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guide {
    /// The steps of a talk, as several models name them.
    Course,
    /// How large an apology is.
    Apology,
    /// What can be refused, and how.
    Firmness,
    /// The thought that comes before the reply.
    InnerVoice,
    /// What a rating means.
    Ratings,
    /// What a score means.
    Scores,
}

impl Guide {
    /// Every guide.
    pub const ALL: [Self; 6] = [
        Self::Course,
        Self::Apology,
        Self::Firmness,
        Self::InnerVoice,
        Self::Ratings,
        Self::Scores,
    ];

    /// The name by which a page is asked for.
    pub fn code(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Apology => "apology",
            Self::Firmness => "firmness",
            Self::InnerVoice => "inner-voice",
            Self::Ratings => "ratings",
            Self::Scores => "scores",
        }
    }
}

impl Subject {
    /// Every subject there is, whatever order the pages have.
    pub fn all() -> impl Iterator<Item = Self> {
        let guides = Guide::ALL.into_iter().map(Self::Guide);
        let indicators = Indicator::ALL.iter().copied().map(Self::Indicator);
        guides.chain(indicators).chain(Critical::ALL.into_iter().map(Self::Critical))
    }

    /// The name by which its page is asked for, such as `P1`, `X2` or `apology`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Guide(guide) => guide.code(),
            Self::Indicator(indicator) => indicator.code(),
            Self::Critical(critical) => critical.code(),
        }
    }

    /// The subject with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|subject| subject.code() == code)
    }

    /// Its page. A test keeps every subject from having none.
    pub fn page(self, lang: Lang) -> Option<&'static Page> {
        pages(lang).find(|page| page.subject == self)
    }
}

/// One page of the handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub subject: Subject,
    /// Its name; that of an indicator or a critical error is the one that the debrief uses.
    pub title: String,
    /// Everyday words that it is looked for by, whether it says them or not; what they begin with is enough.
    pub words: Vec<String>,
    /// What stands on it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// The heading of what follows.
    Heading(String),
    /// An item of a list.
    Item(String),
    /// A step in a list whose order matters, counted from 1.
    Step(usize, String),
    /// What an indicator looks like at a rating.
    Anchor(Rating, String),
    /// A paragraph with its name before it.
    Named(Name, String),
    /// Things side by side.
    Table(Table),
    /// Other pages worth reading with this one.
    See(Vec<Subject>),
}

/// The paragraphs that have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// What happens before the example.
    Moment,
    /// A line that is exemplary there.
    Like,
    /// A line that does harm there.
    Unlike,
    /// What a critical error is.
    What,
    /// Why it caps a level.
    Why,
    /// What to do in its place.
    Instead,
}

impl Name {
    const ALL: [Self; 6] =
        [Self::Moment, Self::Like, Self::Unlike, Self::What, Self::Why, Self::Instead];

    /// The key of the word that stands before the paragraph, and by which the file is read.
    pub fn key(self) -> &'static str {
        match self {
            Self::Moment => "handbook-moment",
            Self::Like => "handbook-like",
            Self::Unlike => "handbook-unlike",
            Self::What => "handbook-what",
            Self::Why => "handbook-why",
            Self::Instead => "handbook-instead",
        }
    }
}

/// Rows and columns, the first row and the first column being names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of each column.
    pub head: Vec<String>,
    /// Each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// Pages that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common; that of indicators is the name of their skill.
    pub title: &'static str,
    /// The pages, in the order in which they are listed.
    pub pages: Vec<Page>,
}

/// The whole handbook.
pub fn groups(lang: Lang) -> &'static [Group] {
    static BOOKS: LazyLock<[Vec<Group>; 2]> =
        LazyLock::new(|| Lang::ALL.map(|lang| read::read(file(lang), lang).0));
    &BOOKS[lang as usize]
}

/// Every page, in order.
pub fn pages(lang: Lang) -> impl Iterator<Item = &'static Page> {
    groups(lang).iter().flat_map(|group| &group.pages)
}

/// The pages as they are written, and as they can be read without the program.
pub fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../assets/handbook/en.md"),
        Lang::Ja => include_str!("../../assets/handbook/ja.md"),
    }
}
