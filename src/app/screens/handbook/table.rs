//! A table of the handbook: side by side where there is room, else row below row.

use bevy::prelude::*;

use crate::app::screens::handbook::page::{WIDE_ZOOM, frame};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Ui, column, filling, row};
use crate::handbook::Table;

/// The widest the first column becomes, in letters of usual width.
const FIRST_MAX: usize = 22;

/// The whole table.
pub(super) fn draw_table(ui: &mut Ui<'_>, pen: &Pen, table: &Table) {
    ui.spawn(frame(pen)).with_children(|ui| {
        if pen.zoom > WIDE_ZOOM {
            stacked(ui, pen, table);
        } else {
            side_by_side(ui, pen, table);
        }
    });
}

/// Room above and below a row, and a hairline above all but the first.
fn rule(first: bool) -> Node {
    Node {
        padding: UiRect::vertical(px(NEAR)),
        border: UiRect::top(px(if first { 0.0 } else { 1.0 })),
        ..column(2.0)
    }
}

fn side_by_side(ui: &mut Ui<'_>, pen: &Pen, table: &Table) {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    let letters = rows.clone().map(|row| letters(&row[0])).max().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a column has few letters")]
    let width = px((letters.min(FIRST_MAX) as f32).mul_add(10.0, 6.0) * pen.zoom);
    for (at, cells) in rows.enumerate() {
        ui.spawn((rule(at == 0), BorderColor::all(pen.theme.line()))).with_children(|ui| {
            ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(GAP) }).with_children(|ui| {
                for (column_at, cell) in cells.iter().enumerate() {
                    let node = if column_at == 0 {
                        Node { width, flex_shrink: 0.0, ..column(0.0) }
                    } else {
                        filling(column(0.0))
                    };
                    let (kind, color) = match (at, column_at) {
                        (0, _) => (Type::Small, pen.theme.ink_soft()),
                        (_, 0) => (Type::Strong, pen.theme.ink()),
                        _ => (Type::Body, pen.theme.ink()),
                    };
                    ui.spawn(node).with_children(|ui| {
                        if !cell.is_empty() {
                            ui.spawn(pen.set(kind, color, cell));
                        }
                    });
                }
            });
        });
    }
}

fn stacked(ui: &mut Ui<'_>, pen: &Pen, table: &Table) {
    for (at, cells) in table.rows.iter().enumerate() {
        ui.spawn((rule(at == 0), BorderColor::all(pen.theme.line()))).with_children(|ui| {
            pen.text(ui, Type::Strong, &cells[0]);
            for (name, cell) in table.head.iter().zip(cells).skip(1) {
                ui.spawn(column(0.0)).with_children(|ui| {
                    pen.soft(ui, Type::Small, name);
                    pen.text(ui, Type::Body, cell);
                });
            }
        });
    }
}

/// How wide a text is, in letters; Japanese signs are as wide as two.
fn letters(text: &str) -> usize {
    text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum()
}
