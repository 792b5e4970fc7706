//! A page of the handbook, as it is read in the window.

use bevy::prelude::*;

use crate::app::screens::handbook::Read;
use crate::app::screens::handbook::table::draw_table;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, ROUND};
use crate::app::widgets::{
    Link, Pen, Side, Ui, bubble, column, filling, item, link_tag, narration, row, space,
    wrapping_row,
};
use crate::handbook::{Block, Name, Page, Subject};
use crate::rubric::{Level, Rating};

/// Text larger than this needs the whole width; what a rating means moves below its name.
pub(super) const WIDE_ZOOM: f32 = 1.3;

/// The page of a subject, from its title to the pages it leads to.
pub(super) fn fill_page(ui: &mut Ui<'_>, pen: &Pen, subject: Subject) {
    let Some(page) = subject.page(pen.lang) else { return };
    head(ui, pen, page);
    for run in page.blocks.chunk_by(together) {
        match run {
            [Block::Anchor(..), ..] => ladder(ui, pen, run),
            _ => {
                ui.spawn(column(NEAR - 2.0)).with_children(|ui| {
                    for block in run {
                        draw(ui, pen, block);
                    }
                });
            }
        }
    }
    space(ui);
}

/// Whether two blocks are parts of one list.
fn together(before: &Block, after: &Block) -> bool {
    matches!(
        (before, after),
        (Block::Anchor(..), Block::Anchor(..))
            | (Block::Item(_), Block::Item(_))
            | (Block::Step(..), Block::Step(..))
    )
}

fn head(ui: &mut Ui<'_>, pen: &Pen, page: &Page) {
    ui.spawn(column(2.0)).with_children(|ui| {
        let above = match page.subject {
            Subject::Guide(_) => None,
            Subject::Indicator(one) => {
                let skill = pen.word(&format!("skill-{}", one.skill().code()));
                Some((format!("{}  {skill}", one.code()), pen.theme.skill(one.skill())))
            }
            Subject::Critical(one) => Some((one.code().to_owned(), pen.theme.anger())),
        };
        if let Some((words, color)) = above {
            ui.spawn(pen.set(Type::Strong, color, &words));
        }
        pen.text(ui, Type::Title, &page.title);
        if let Subject::Critical(one) = page.subject {
            let skill = pen.word(&format!("skill-{}", one.skill().code()));
            let level = i64::from(Level::CAP.number());
            let caps = [("skill", skill.into()), ("level", level.into())];
            pen.soft(ui, Type::Body, &pen.sentence("handbook-caps", &caps));
        }
    });
}

fn draw(ui: &mut Ui<'_>, pen: &Pen, block: &Block) {
    match block {
        Block::Text(text) => pen.text(ui, Type::Body, text),
        Block::Heading(text) => {
            ui.spawn(Node { padding: UiRect::top(px(NEAR)), ..column(0.0) })
                .with_children(|ui| pen.text(ui, Type::Heading, text));
        }
        Block::Item(text) => item(ui, pen, text),
        Block::Step(number, text) => step(ui, pen, *number, text),
        Block::Anchor(rating, text) => anchor(ui, pen, *rating, text),
        Block::Named(name, text) => named(ui, pen, *name, text),
        Block::Table(table) => draw_table(ui, pen, table),
        Block::See(subjects) => see(ui, pen, subjects),
    }
}

fn step(ui: &mut Ui<'_>, pen: &Pen, number: usize, text: &str) {
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(NEAR) }).with_children(|ui| {
        ui.spawn(Node { width: px(24.0 * pen.zoom), flex_shrink: 0.0, ..default() })
            .with_child(pen.set(Type::Strong, pen.theme.primary(), &format!("{number}.")));
        ui.spawn(filling(column(0.0))).with_children(|ui| pen.text(ui, Type::Body, text));
    });
}

/// The frame around what stands in rows between hairlines.
pub(super) fn frame(pen: &Pen) -> impl Bundle + use<> {
    let node = Node {
        padding: UiRect::axes(px(17), px(6)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    (node, BackgroundColor(pen.theme.panel()), BorderColor::all(pen.theme.line()))
}

/// What an indicator looks like at each rating, one below the other between hairlines.
fn ladder(ui: &mut Ui<'_>, pen: &Pen, anchors: &[Block]) {
    ui.spawn(frame(pen)).with_children(|ui| {
        for (at, block) in anchors.iter().enumerate() {
            let line = if at == 0 { 0.0 } else { 1.0 };
            let rung = Node {
                padding: UiRect::vertical(px(NEAR)),
                border: UiRect::top(px(line)),
                ..column(0.0)
            };
            ui.spawn((rung, BorderColor::all(pen.theme.line())))
                .with_children(|ui| draw(ui, pen, block));
        }
    });
}

fn anchor(ui: &mut Ui<'_>, pen: &Pen, rating: Rating, text: &str) {
    let color = match rating.half_steps() {
        1.. => pen.theme.trust(),
        0 => pen.theme.ink_soft(),
        _ => pen.theme.anger(),
    };
    let word = pen.set(Type::Strong, color, &pen.word(rating.word()));
    if pen.zoom > WIDE_ZOOM {
        ui.spawn(word);
        pen.text(ui, Type::Body, text);
        return;
    }
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(FAR) }).with_children(|ui| {
        ui.spawn(Node { width: px(112.0 * pen.zoom), flex_shrink: 0.0, ..default() })
            .with_child(word);
        ui.spawn(filling(column(0.0))).with_children(|ui| pen.text(ui, Type::Body, text));
    });
}

/// An example is drawn as it would be in a talk; other parts have their name above them.
fn named(ui: &mut Ui<'_>, pen: &Pen, name: Name, text: &str) {
    let word = pen.word(name.key());
    let color = match name {
        Name::Like | Name::Instead => pen.theme.trust(),
        Name::Unlike => pen.theme.anger(),
        Name::Moment | Name::What | Name::Why => pen.theme.ink_soft(),
    };
    let label = pen.set(Type::Small, color, &word);
    match (name, unquoted(text)) {
        (Name::Moment, Some(said)) => bubble(ui, pen, Side::Theirs, &word, Type::Said, said),
        (Name::Moment, None) => {
            ui.spawn(column(2.0)).with_children(|ui| {
                ui.spawn(label);
                narration(ui, pen, text);
            });
        }
        (Name::Like | Name::Unlike, said) => {
            ui.spawn(column(2.0)).with_children(|ui| {
                ui.spawn(Node { justify_content: JustifyContent::FlexEnd, ..row(0.0) })
                    .with_child(label);
                bubble(ui, pen, Side::Mine, "", Type::Said, said.unwrap_or(text));
            });
        }
        (Name::What | Name::Why | Name::Instead, _) => {
            ui.spawn(column(2.0)).with_children(|ui| {
                ui.spawn(pen.set(Type::Strong, color, &word));
                pen.text(ui, Type::Body, text);
            });
        }
    }
}

/// What is said, where the whole text is between quotes: a bubble needs none.
fn unquoted(text: &str) -> Option<&str> {
    [('"', '"'), ('「', '」')].iter().find_map(|(open, close)| {
        text.strip_prefix(*open)?.strip_suffix(*close).filter(|said| !said.contains(*open))
    })
}

fn see(ui: &mut Ui<'_>, pen: &Pen, subjects: &[Subject]) {
    let rule = Node {
        padding: UiRect::top(px(GAP)),
        margin: UiRect::top(px(NEAR)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..column(NEAR)
    };
    ui.spawn((rule, BorderColor::all(pen.theme.line()))).with_children(|ui| {
        pen.soft(ui, Type::Small, &pen.word("handbook-see"));
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            for page in subjects.iter().filter_map(|subject| subject.page(pen.lang)) {
                let color = match page.subject {
                    Subject::Guide(_) => pen.theme.ink(),
                    Subject::Indicator(one) => pen.theme.skill(one.skill()),
                    Subject::Critical(_) => pen.theme.anger(),
                };
                let name = format!("see-{}", page.subject.code());
                let label =
                    pen.sentence("handbook-see-page", &[("name", page.title.as_str().into())]);
                let to = Link { name: &name, label: &label, words: &page.title };
                link_tag(ui, pen, color, to, Read(page.subject));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_quotation_loses_its_quotes() {
        for (text, said) in [
            ("\"Yes. No.\"", Some("Yes. No.")),
            ("「はい。」", Some("はい。")),
            ("「はい」と「いいえ」", None),
            ("A caller.", None),
        ] {
            assert_eq!(unquoted(text), said, "{text}");
        }
    }
}
