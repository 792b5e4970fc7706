//! What is painted while the talk goes on: lines, options, questions and answers.

use bevy::prelude::*;

use crate::app::face::{FaceHandle, portrait_of};
use crate::app::screens::room::brush::{Brush, HEAD, column, filling, head, item};
use crate::app::screens::room::fit::{Block, LEADING, SMALLEST, fit, height};
use crate::app::widgets::Ui;
use crate::room::OptionView;
use crate::scenario::Role;
use crate::session::LineView;

/// What is told above, and below it a list under its name.
pub(super) fn listed(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    about: &[&str],
    key: &str,
    items: &[String],
) {
    const MARK: f32 = 3.0;
    let told = about.iter().map(|text| Block::new(text, brush.inner(), 1.0));
    let listed = items.iter().map(|text| Block::new(text, brush.inner() - MARK, 1.0));
    let name = brush.word(key);
    let blocks: Vec<Block> =
        told.chain([Block::new(&name, brush.inner(), 1.0)]).chain(listed).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few sentences")]
    let between = 1.2 * blocks.len() as f32 + 3.0;
    // As large as a line of the talk where it is short: it is read from the last row, too.
    let size = fit(&blocks, between, high, 7.8 * brush.zoom);
    ui.spawn(column(1.2)).with_children(|ui| {
        about.iter().for_each(|text| brush.voice(ui, size, text));
        if items.is_empty() {
            return;
        }
        if !about.is_empty() {
            ui.spawn(Node { height: vh(1.8), ..default() });
        }
        brush.text(ui, false, true, size, brush.theme.primary(), &name);
        items.iter().for_each(|text| item(ui, brush, size, text));
    });
}

/// What people say, with a face beside it where all of it is large nevertheless.
pub(super) fn beside_face(
    ui: &mut Ui<'_>,
    brush: &Brush,
    lines: &[LineView],
    high: f32,
    face: Option<FaceHandle>,
) {
    const BESIDE: f32 = 6.0;
    let slim = brush.slimmer(FACE.0 + BESIDE);
    let face = face.filter(|_| spoken(&slim, lines, high, 8.5) >= brush.least() * 1.12);
    let Some(face) = face else { return people(ui, brush, lines, high, 8.5) };
    let name = lines.last().map(|line| line.name.as_str()).unwrap_or_default();
    ui.spawn(Node { align_items: AlignItems::Center, ..brush.row(BESIDE) }).with_children(|ui| {
        portrait_of(ui, face, name, (vh(FACE.0), vh(FACE.1)), vh(2.5));
        ui.spawn(filling(column(0.0))).with_children(|ui| people(ui, &slim, lines, high, 8.5));
    });
}

/// The width and the height of a face.
const FACE: (f32, f32) = (36.0, 43.0);

/// How large it is when people say this.
fn spoken(brush: &Brush, lines: &[LineView], high: f32, most: f32) -> f32 {
    let named = lines.iter().filter(|line| !line.name.is_empty()).count();
    let blocks: Vec<Block> =
        lines.iter().map(|line| Block::new(&line.text, brush.inner(), 1.0)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let between =
        3.0 * lines.len().saturating_sub(1) as f32 + named as f32 * brush.least() * LEADING;
    fit(&blocks, between, high, most * brush.zoom)
}

/// What people say, each with their name.
pub(super) fn people(ui: &mut Ui<'_>, brush: &Brush, lines: &[LineView], high: f32, most: f32) {
    let size = spoken(brush, lines, high, most);
    ui.spawn(column(3.0)).with_children(|ui| {
        for line in lines {
            ui.spawn(column(0.0)).with_children(|ui| {
                if !line.name.is_empty() {
                    brush.soft(ui, brush.least().min(size), &line.name);
                }
                let color = if line.role == Role::Narrator {
                    brush.theme.ink_soft()
                } else {
                    brush.theme.ink()
                };
                brush.text(ui, true, false, size, color, &line.text);
            });
        }
    });
}

/// Options by their letters; above them what was said, where there is room for it.
pub(super) fn lettered(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    line: Option<&str>,
    options: &[OptionView],
) {
    const BETWEEN: f32 = 1.6;
    const AFTER: f32 = 1.8;
    let width = brush.inner() - brush.letter();
    let blocks = |with: Option<&'_ str>| -> Vec<(String, f32)> {
        let line = with.map(|line| (line.to_owned(), brush.inner()));
        line.into_iter().chain(options.iter().map(|option| (option.text.clone(), width))).collect()
    };
    let sized = |texts: &[(String, f32)], more: f32| {
        let blocks: Vec<Block> =
            texts.iter().map(|(text, width)| Block::new(text, *width, 1.0)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few options")]
        let between = BETWEEN * texts.len() as f32 + more;
        fit(&blocks, between, high, 6.2 * brush.zoom)
    };
    let with = sized(&blocks(line), AFTER);
    let (size, line) =
        if with >= brush.least() { (with, line) } else { (sized(&blocks(None), 0.0), None) };
    ui.spawn(column(BETWEEN)).with_children(|ui| {
        if let Some(line) = line {
            ui.spawn(Node { padding: UiRect::bottom(vh(AFTER)), ..column(0.0) }).with_children(
                |ui| brush.text(ui, true, false, size, brush.theme.ink_soft(), line),
            );
        }
        for option in options {
            ui.spawn(Node { align_items: AlignItems::FlexStart, ..brush.row(0.0) }).with_children(
                |ui| {
                    brush.lettering(ui, size, option.letter);
                    ui.spawn(filling(column(0.0)))
                        .with_children(|ui| brush.plain(ui, size, &option.text));
                },
            );
        }
    });
}

/// The question, and the options below it where they can be read.
pub(super) fn talk(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    question: &str,
    options: &[OptionView],
) {
    let asked = [Block::new(question, brush.inner(), 1.0)];
    let size = fit(&asked, 0.0, high * 0.4, 6.4 * brush.zoom);
    let used = height(&asked, size, 0.0) + 4.0;
    let texts: Vec<Block> = options
        .iter()
        .map(|option| Block::new(&option.text, brush.inner() - brush.letter(), 1.0))
        .collect();
    let readable = height(&texts, brush.least(), 14.0) <= high - used;
    ui.spawn(column(4.0)).with_children(|ui| {
        brush.text(
            ui,
            true,
            true,
            if readable { size } else { size * 1.15 },
            brush.theme.ink(),
            question,
        );
        if readable {
            ui.spawn(column(0.0))
                .with_children(|ui| lettered(ui, brush, high - used, None, options));
        }
    });
}

/// Something that is said, on its own ground.
pub(super) fn bubble(
    ui: &mut Ui<'_>,
    brush: &Brush,
    words: &str,
    ground: Color,
    high: f32,
    most: f32,
) {
    const PAD: f32 = 4.0;
    let block = [Block::new(words, brush.inner() - 2.0 * PAD, 1.0)];
    let size = fit(&block, 2.0 * PAD, high, most * brush.zoom);
    let node = Node {
        padding: UiRect::axes(vh(brush.whole(PAD)), vh(PAD * 0.8)),
        border_radius: BorderRadius::all(vh(3.0)),
        ..column(0.0)
    };
    ui.spawn((node, BackgroundColor(ground))).with_children(|ui| brush.voice(ui, size, words));
}

/// What was said above on its ground, what was answered below, as large as both fit.
pub(super) fn reaction(ui: &mut Ui<'_>, brush: &Brush, high: f32, said: &str, reply: &[LineView]) {
    const PAD: f32 = 3.0;
    let mine = [Block::new(said, brush.inner() - 2.0 * PAD, 1.0)];
    let size = fit(&mine, 2.0 * PAD, high * 0.42, brush.least() * 1.05);
    let used = height(&mine, size, 2.0 * PAD) + 4.0;
    let node = Node {
        padding: UiRect::axes(vh(brush.whole(PAD)), vh(PAD)),
        border_radius: BorderRadius::all(vh(3.0)),
        ..column(0.0)
    };
    ui.spawn(column(4.0)).with_children(|ui| {
        ui.spawn((node, BackgroundColor(brush.theme.mine())))
            .with_children(|ui| brush.voice(ui, size, said));
        ui.spawn(column(0.0)).with_children(|ui| people(ui, brush, reply, high - used, 7.4));
    });
}

pub(super) fn note(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    said: &str,
    feedback: &str,
    about: &[String],
) {
    let tags = 12.0;
    let texts = [Block::new(said, brush.inner(), 0.8), Block::new(feedback, brush.inner(), 1.0)];
    let size = fit(&texts, 8.0, high - tags, 7.0 * brush.zoom).max(SMALLEST.min(brush.least()));
    ui.spawn(column(4.0)).with_children(|ui| {
        brush.text(ui, true, false, size * 0.8, brush.theme.ink_soft(), said);
        brush.text(ui, true, true, size, brush.theme.ink(), feedback);
        ui.spawn(Node { flex_wrap: FlexWrap::Wrap, row_gap: vh(1.5), ..brush.row(2.0) })
            .with_children(|ui| {
                for words in about {
                    let node = Node {
                        padding: UiRect::axes(vh(2.2), vh(0.4)),
                        border: UiRect::all(vh(0.3)),
                        border_radius: BorderRadius::MAX,
                        ..default()
                    };
                    ui.spawn((node, BorderColor::all(brush.theme.primary()))).with_children(|ui| {
                        brush.text(ui, false, false, SMALLEST, brush.theme.primary(), words);
                    });
                }
            });
    });
}

pub(super) fn told(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    line: Option<&LineView>,
    said: &str,
    reply: Option<&LineView>,
) {
    head(ui, brush, &brush.word("room-told"));
    let (soft, ink) = (brush.theme.ink_soft(), brush.theme.ink());
    let mut parts: Vec<(&str, Color)> = Vec::new();
    parts.extend(line.map(|line| (line.text.as_str(), soft)));
    parts.push((said, brush.theme.primary()));
    parts.extend(reply.map(|line| (line.text.as_str(), ink)));
    let blocks: Vec<Block> =
        parts.iter().map(|(text, _)| Block::new(text, brush.inner(), 1.0)).collect();
    let size = fit(&blocks, 7.0, high - HEAD, 6.0 * brush.zoom);
    ui.spawn(column(3.5)).with_children(|ui| {
        for (text, color) in parts {
            brush.text(ui, true, false, size, color, text);
        }
    });
}

pub(super) fn peek(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    said: &str,
    reply: &[LineView],
    next: &[LineView],
) {
    head(ui, brush, &brush.word("room-peek"));
    let (soft, ink) = (brush.theme.ink_soft(), brush.theme.ink());
    let then = brush.word("room-peek-next");
    let mut parts: Vec<(&str, Color)> = vec![(said, brush.theme.primary())];
    parts.extend(reply.iter().map(|line| (line.text.as_str(), ink)));
    if !next.is_empty() {
        parts.push((&then, soft));
        parts.extend(next.iter().map(|line| (line.text.as_str(), soft)));
    }
    let blocks: Vec<Block> =
        parts.iter().map(|(text, _)| Block::new(text, brush.inner(), 1.0)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let size = fit(&blocks, 2.5 * parts.len() as f32, high - HEAD, 6.0 * brush.zoom);
    ui.spawn(column(2.5)).with_children(|ui| {
        for (text, color) in parts {
            brush.text(ui, true, false, size, color, text);
        }
    });
}
