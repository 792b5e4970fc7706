//! The pages of the handbook by group, or those that were found with the sentences they were found in.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::screens::handbook::{Read, Reading};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Link, Pen, Ui, column, list_entry};
use crate::handbook::{Subject, groups, search};

/// The name by which the keyboard finds a page's entry again.
pub(super) fn entry_name(subject: Subject) -> String {
    format!("page-{}", subject.code())
}

/// Every page below the name of its group; what was found, where something is looked for.
pub(super) fn fill_list(ui: &mut Ui<'_>, pen: &Pen, reading: &Reading) {
    if reading.term.trim().is_empty() {
        for group in groups(pen.lang) {
            title(ui, pen, group.title);
            for page in &group.pages {
                entry(ui, pen, reading, page.subject, &page.title, None);
            }
        }
        return;
    }
    let found = search(pen.lang, &reading.term);
    let count = pen.sentence("handbook-found", &[("count", found.len().into())]);
    ui.spawn((column(0.0), a11y::status(&count))).with_children(|ui| title(ui, pen, &count));
    for page in &found {
        entry(ui, pen, reading, page.subject, page.title, page.sentence.as_deref());
    }
}

fn title(ui: &mut Ui<'_>, pen: &Pen, words: &str) {
    let room = UiRect::new(px(14), px(8), px(NEAR), px(2));
    ui.spawn(Node { padding: room, flex_shrink: 0.0, ..column(0.0) })
        .with_children(|ui| pen.soft(ui, Type::Small, words));
}

fn entry(
    ui: &mut Ui<'_>,
    pen: &Pen,
    reading: &Reading,
    subject: Subject,
    words: &str,
    below: Option<&str>,
) {
    let mark = match subject {
        Subject::Guide(_) => None,
        Subject::Indicator(one) => Some((one.code(), pen.theme.skill(one.skill()))),
        Subject::Critical(one) => Some((one.code(), pen.theme.anger())),
    };
    let name = entry_name(subject);
    let label = mark.map_or_else(|| words.to_owned(), |(code, _)| format!("{code} {words}"));
    let link = Link { name: &name, label: &label, words };
    list_entry(ui, pen, mark, link, below, subject == reading.subject, Read(subject));
}
