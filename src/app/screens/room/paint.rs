//! Paints what the room may see onto its wall.

use bevy::prelude::*;

use crate::app::screens::room::chart::charts;
use crate::app::screens::room::fit::{Block, LEADING, SMALLEST, fit, height};
use crate::app::screens::room::wall::{WallBar, WallSeconds};
use crate::app::theme::Theme;
use crate::app::theme::fonts::wall;
use crate::app::theme::typeset::typeset;
use crate::app::widgets::Ui;
use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};
use crate::room::{OptionView, RoomView, RouteStep};
use crate::scenario::Role;
use crate::session::LineView;

/// Beside everything, in hundredths of the wall's height.
const SIDE: f32 = 6.0;
/// Above and below everything.
const EDGE: f32 = 4.5;
/// The height of the foot, where there is one: a sentence, and the seconds that are left.
const FOOT: f32 = 9.5;
/// The width of an option's letter and what is beside it, as a multiple of the smallest letters.
const LETTER: f32 = 1.7;
/// The height of the head line.
const HEAD: f32 = 8.0;

/// What the wall is painted with. All measures are in hundredths of its height.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brush {
    pub(super) theme: Theme,
    pub(super) lang: Lang,
    /// The size of letters, 1.0 as designed.
    pub(super) zoom: f32,
    /// The width of the wall.
    pub(super) width: f32,
    /// One of the wall's own points. What decides how wide a text is, is a whole number of them: a text is measured in
    /// fractions and set in whole ones, and would be a line longer than its place.
    pub(super) point: f32,
}

impl Brush {
    pub(super) fn word(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        say_with(self.lang, key, args)
    }

    /// The smallest letters.
    pub(super) fn least(&self) -> f32 {
        SMALLEST * self.zoom
    }

    /// The nearest whole number of points.
    fn whole(&self, measure: f32) -> f32 {
        (measure / self.point).round() * self.point
    }

    /// What is left for words between the sides.
    pub(super) fn inner(&self) -> f32 {
        self.width - 2.0 * self.whole(SIDE)
    }

    /// The width of an option's letter and what is beside it.
    fn letter(&self) -> f32 {
        self.whole(self.least() * LETTER)
    }

    fn row(&self, gap: f32) -> Node {
        row(self.whole(gap))
    }

    pub(super) fn text(
        &self,
        ui: &mut Ui<'_>,
        spoken: bool,
        bold: bool,
        size: f32,
        color: Color,
        words: &str,
    ) {
        let layout = TextLayout { linebreak: LineBreak::WordOrCharacter, ..default() };
        let set = Text::new(typeset(self.lang, words));
        ui.spawn((set, wall(spoken, bold, size, LEADING), TextColor(color), layout));
    }

    /// What people say.
    fn voice(&self, ui: &mut Ui<'_>, size: f32, words: &str) {
        self.text(ui, true, false, size, self.theme.ink(), words);
    }

    /// What the program says.
    fn plain(&self, ui: &mut Ui<'_>, size: f32, words: &str) {
        self.text(ui, false, false, size, self.theme.ink(), words);
    }

    fn soft(&self, ui: &mut Ui<'_>, size: f32, words: &str) {
        self.text(ui, false, false, size, self.theme.ink_soft(), words);
    }
}

pub(super) fn column(gap: f32) -> Node {
    Node { flex_direction: FlexDirection::Column, row_gap: vh(gap), ..default() }
}

pub(super) fn row(gap: f32) -> Node {
    Node { flex_direction: FlexDirection::Row, column_gap: vh(gap), ..default() }
}

pub(super) fn filling(node: Node) -> Node {
    Node { flex_grow: 1.0, flex_basis: px(0), min_width: px(0), ..node }
}

/// Paints a view, or the test pattern where there is none.
pub(super) fn paint(
    ui: &mut Ui<'_>,
    brush: &Brush,
    view: Option<&RoomView>,
    time: Option<(u32, u32)>,
) {
    let page = Node {
        width: percent(100),
        height: percent(100),
        padding: UiRect::axes(vh(brush.whole(SIDE)), vh(EDGE)),
        ..column(0.0)
    };
    ui.spawn(page).with_children(|ui| match view {
        None => pattern(ui, brush),
        Some(view) => {
            let foot = foot_of(brush, view);
            let high =
                100.0 - 2.0 * EDGE - if foot.is_some() || time.is_some() { FOOT } else { 0.0 };
            let body =
                Node { height: vh(high), justify_content: JustifyContent::Center, ..column(0.0) };
            ui.spawn(body).with_children(|ui| body_of(ui, brush, view, high));
            if foot.is_some() || time.is_some() {
                paint_foot(ui, brush, foot.as_deref().unwrap_or_default(), time);
            }
        }
    });
}

/// The sentence at the foot.
fn foot_of(brush: &Brush, view: &RoomView) -> Option<String> {
    let votes = |again: bool, votes: u16| {
        let key = if again { "room-voting-again" } else { "room-voting" };
        let count = brush.sentence("room-votes", &[("votes", i64::from(votes).into())]);
        format!("{}　{count}", brush.word(key))
    };
    match view {
        RoomView::Say { .. } => Some(brush.word("room-say")),
        RoomView::Line { swapped: true, .. } => Some(brush.word("room-swapped")),
        RoomView::Voting { again, votes: count, .. } => Some(votes(*again, *count)),
        RoomView::Talk { .. } => Some(brush.word("room-talk")),
        _ => None,
    }
}

/// A sentence, and how much time is left as a number and a bar.
fn paint_foot(ui: &mut Ui<'_>, brush: &Brush, words: &str, time: Option<(u32, u32)>) {
    let foot = Node { height: vh(FOOT), justify_content: JustifyContent::FlexEnd, ..column(1.0) };
    ui.spawn(foot).with_children(|ui| {
        let line = Node { align_items: AlignItems::FlexEnd, width: percent(100), ..row(4.0) };
        ui.spawn(line).with_children(|ui| {
            ui.spawn(filling(column(0.0))).with_children(|ui| {
                brush.text(
                    ui,
                    false,
                    true,
                    (5.2 * brush.zoom).min(6.0),
                    brush.theme.primary(),
                    words,
                );
            });
            if let Some((left, _)) = time {
                let set = wall(false, true, 6.0, 1.2);
                ui.spawn((
                    Text::new(left.to_string()),
                    set,
                    TextColor(brush.theme.primary()),
                    WallSeconds,
                ));
            }
        });
        if let Some((left, whole)) = time {
            let round = BorderRadius::MAX;
            let groove =
                Node { width: percent(100), height: vh(1.2), border_radius: round, ..default() };
            #[expect(clippy::cast_precision_loss, reason = "a few hundred seconds")]
            let share = left as f32 / whole.max(1) as f32 * 100.0;
            let fill = Node {
                width: percent(share),
                height: percent(100),
                border_radius: round,
                ..default()
            };
            ui.spawn((groove, BackgroundColor(brush.theme.groove()))).with_child((
                fill,
                BackgroundColor(brush.theme.primary()),
                WallBar,
            ));
        }
    });
}

fn body_of(ui: &mut Ui<'_>, brush: &Brush, view: &RoomView, high: f32) {
    match view {
        RoomView::Black => {}
        RoomView::Opening { title, minutes } => opening(ui, brush, title, *minutes),
        RoomView::Context { content_notes, you, situation, rules, known } => {
            let about: Vec<&str> =
                content_notes.iter().chain([you, situation]).map(String::as_str).collect();
            context(ui, brush, high, &about, rules, known);
        }
        RoomView::Line { lines, second_chance, .. } => {
            if *second_chance {
                tag(ui, brush, &brush.word("room-second-chance"));
            }
            let left = if *second_chance { high - HEAD } else { high };
            people(ui, brush, lines, left, 8.5);
        }
        RoomView::Say { lines, .. } => people(ui, brush, lines, high, 7.0),
        RoomView::Options { line, options } => {
            lettered(ui, brush, high, line.as_ref().map(|line| line.text.as_str()), options)
        }
        RoomView::Voting { options, .. } => lettered(ui, brush, high, None, options),
        RoomView::Closed { votes } => {
            let count = brush.sentence("room-votes", &[("votes", i64::from(*votes).into())]);
            centred(ui, brush, &[(9.0, &brush.word("room-closed")), (6.0, &count)]);
        }
        RoomView::Talk { question, options } => talk(ui, brush, high, question, options),
        RoomView::Reveal { options, chart } => {
            head(ui, brush, &brush.word("room-reveal"));
            charts(ui, brush, high - HEAD, options, chart.as_ref());
        }
        RoomView::Play { said } => {
            head(ui, brush, &brush.word("room-we-say"));
            bubble(ui, brush, said, brush.theme.mine(), high - HEAD, 8.0);
        }
        RoomView::Reaction { said, reply } => reaction(ui, brush, high, said, reply),
        RoomView::Note { said, feedback, about } => note(ui, brush, high, said, feedback, about),
        RoomView::Told { line, said, reply } => {
            told(ui, brush, high, line.as_ref(), said, reply.as_ref())
        }
        RoomView::Peek { said, reply, next } => peek(ui, brush, high, said, reply, next),
        _ => after(ui, brush, view, high),
    }
}

/// What is painted once the talk is over.
fn after(ui: &mut Ui<'_>, brush: &Brush, view: &RoomView, high: f32) {
    let word = |key: &str| brush.word(key);
    match view {
        RoomView::Sheet { entries } => sheet(ui, brush, high, entries),
        RoomView::Ending { title, text } => {
            head(ui, brush, &word("room-ending"));
            stack(ui, brush, high - HEAD, &[(true, 1.35, title), (false, 1.0, text)], 7.0);
        }
        RoomView::Untold { facts } => untold(ui, brush, high, facts),
        RoomView::Pairs => titled(ui, brush, high, &word("room-pairs"), &[&word("room-pairs-how")]),
        RoomView::Writing => {
            titled(ui, brush, high, &word("room-writing"), &[&word("room-writing-how")])
        }
        RoomView::Gather { questions } => {
            let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
            titled(ui, brush, high, &word("room-gather"), &questions);
        }
        RoomView::Analyse { moved, line, options, chart, question } => {
            head(
                ui,
                brush,
                &word(if *moved { "room-analyse-shift" } else { "room-analyse-split" }),
            );
            analyse(ui, brush, high - HEAD, line.as_ref(), question, (options, chart.as_ref()));
        }
        RoomView::Route { steps } => route(ui, brush, high, steps),
        RoomView::PlusDelta => {
            let parts = [("room-plus", "room-ask-plus"), ("room-delta", "room-ask-delta")];
            head(ui, brush, &word("room-plus-delta"));
            ui.spawn(brush.row(6.0)).with_children(|ui| {
                for (name, ask) in parts {
                    ui.spawn(filling(column(3.0))).with_children(|ui| {
                        brush.text(
                            ui,
                            true,
                            true,
                            7.0 * brush.zoom,
                            brush.theme.primary(),
                            &word(name),
                        );
                        brush.plain(ui, 5.2 * brush.zoom, &word(ask));
                    });
                }
            });
        }
        RoomView::Summarise => {
            titled(ui, brush, high, &word("room-summarise"), &[&word("room-ask-summarise")])
        }
        RoomView::Closing { next_date } => {
            let next = brush.sentence("room-closing-next", &[("date", next_date.clone().into())]);
            let week = word("room-ask-week");
            let mut asked = vec![week.as_str()];
            if !next_date.is_empty() {
                asked.push(&next);
            }
            titled(ui, brush, high, &word("room-closing"), &asked);
        }
        _ => {}
    }
}

/// The line at the head of a page.
fn head(ui: &mut Ui<'_>, brush: &Brush, words: &str) {
    let node = Node { height: vh(HEAD), flex_shrink: 0.0, ..column(0.0) };
    ui.spawn(node).with_children(|ui| {
        brush.text(ui, false, true, brush.least().min(5.2), brush.theme.primary(), words);
    });
}

fn tag(ui: &mut Ui<'_>, brush: &Brush, words: &str) {
    head(ui, brush, words);
}

fn centred(ui: &mut Ui<'_>, brush: &Brush, lines: &[(f32, &str)]) {
    let node = Node { align_items: AlignItems::Center, width: percent(100), ..column(3.0) };
    ui.spawn(node).with_children(|ui| {
        for (at, (size, words)) in lines.iter().enumerate() {
            let color = if at == 0 { brush.theme.ink() } else { brush.theme.ink_soft() };
            brush.text(ui, at == 0, at == 0, size * brush.zoom, color, words);
        }
    });
}

/// Texts below one another in one size, each with whether it is bold and its share of that size.
fn stack(ui: &mut Ui<'_>, brush: &Brush, high: f32, texts: &[(bool, f32, &str)], most: f32) {
    const BETWEEN: f32 = 3.5;
    let blocks: Vec<Block> =
        texts.iter().map(|(_, share, text)| Block::new(text, brush.inner(), *share)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few texts")]
    let between = BETWEEN * texts.len().saturating_sub(1) as f32;
    let size = fit(&blocks, between, high, most * brush.zoom);
    let node =
        Node { height: vh(high), justify_content: JustifyContent::Center, ..column(BETWEEN) };
    ui.spawn(node).with_children(|ui| {
        for (bold, share, text) in texts {
            brush.text(ui, true, *bold, size * share, brush.theme.ink(), text);
        }
    });
}

fn titled(ui: &mut Ui<'_>, brush: &Brush, high: f32, title: &str, texts: &[&str]) {
    let mut all = vec![(true, 1.3, title)];
    all.extend(texts.iter().map(|text| (false, 1.0, *text)));
    stack(ui, brush, high, &all, 6.4);
}

fn opening(ui: &mut Ui<'_>, brush: &Brush, title: &str, minutes: u16) {
    let args = [("minutes", i64::from(minutes).into()), ("title", title.into())];
    let about = brush.sentence("room-opening-minutes", &args);
    let node = Node { align_items: AlignItems::Center, width: percent(100), ..column(4.0) };
    ui.spawn(node).with_children(|ui| {
        let size = (brush.inner()
            / (crate::app::screens::room::fit::length(&brush.word("room-opening-title")) + 1.0))
            .min(9.0);
        brush.text(ui, true, true, size, brush.theme.ink(), &brush.word("room-opening-title"));
        ui.spawn(Node { align_items: AlignItems::Center, ..column(1.5) }).with_children(|ui| {
            for key in ["room-opening-safe", "room-opening-out"] {
                brush.plain(ui, (5.0 * brush.zoom).min(5.6), &brush.word(key));
            }
        });
        brush.soft(ui, brush.least().min(5.0), &about);
    });
}

/// Who you are and what has happened above, the rules and what you know side by side below.
fn context(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    about: &[&str],
    rules: &[String],
    known: &[String],
) {
    const BESIDE: f32 = 6.0;
    let (wide, narrow): (f32, f32) =
        ((brush.inner() - BESIDE) * 0.62, (brush.inner() - BESIDE) * 0.38);
    let block = |text, width| Block::new(text, width, 1.0);
    let above: Vec<Block> = about.iter().map(|text| block(*text, brush.inner())).collect();
    let rule_blocks: Vec<Block> =
        rules.iter().map(|text| block(text.as_str(), wide - 3.0)).collect();
    let known_blocks: Vec<Block> =
        known.iter().map(|text| block(text.as_str(), narrow - 3.0)).collect();
    let mut size = 6.0 * brush.zoom;
    let whole = |size: f32| {
        let below = height(&rule_blocks, size, 0.0).max(height(&known_blocks, size, 0.0));
        height(&above, size, 0.0) + below + size * LEADING + 10.0
    };
    while size > 2.6 && whole(size) > high {
        size -= 0.1;
    }
    ui.spawn(column(0.6)).with_children(|ui| {
        about.iter().for_each(|text| brush.voice(ui, size, text));
    });
    let below =
        Node { margin: UiRect::top(vh(3.5)), align_items: AlignItems::FlexStart, ..row(BESIDE) };
    ui.spawn(below).with_children(|ui| {
        for (key, texts, width) in [("talk-rule-card", rules, wide), ("talk-known", known, narrow)]
        {
            if texts.is_empty() {
                continue;
            }
            ui.spawn(Node { width: vh(brush.whole(width)), ..column(0.8) }).with_children(|ui| {
                brush.text(ui, false, true, size, brush.theme.primary(), &brush.word(key));
                for text in texts {
                    item(ui, brush, size, text);
                }
            });
        }
    });
}

/// A mark, and a text that keeps clear of it.
fn item(ui: &mut Ui<'_>, brush: &Brush, size: f32, words: &str) {
    let dot = Node {
        width: vh(brush.whole(1.0)),
        height: vh(1.0),
        margin: UiRect::top(vh(size * LEADING / 2.0 - 0.5)),
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    ui.spawn(brush.row(2.0)).with_children(|ui| {
        ui.spawn((dot, BackgroundColor(brush.theme.primary())));
        ui.spawn(filling(column(0.0))).with_children(|ui| brush.plain(ui, size, words));
    });
}

/// What people say, each with their name.
fn people(ui: &mut Ui<'_>, brush: &Brush, lines: &[LineView], high: f32, most: f32) {
    let named = lines.iter().filter(|line| !line.name.is_empty()).count();
    let blocks: Vec<Block> =
        lines.iter().map(|line| Block::new(&line.text, brush.inner(), 1.0)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let between =
        3.0 * lines.len().saturating_sub(1) as f32 + named as f32 * brush.least() * LEADING;
    let size = fit(&blocks, between, high, most * brush.zoom);
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
fn lettered(ui: &mut Ui<'_>, brush: &Brush, high: f32, line: Option<&str>, options: &[OptionView]) {
    const BETWEEN: f32 = 1.9;
    let width = brush.inner() - brush.letter();
    let blocks = |with: Option<&'_ str>| -> Vec<(String, f32)> {
        let line = with.map(|line| (line.to_owned(), brush.inner()));
        line.into_iter().chain(options.iter().map(|option| (option.text.clone(), width))).collect()
    };
    let sized = |texts: &[(String, f32)]| {
        let blocks: Vec<Block> =
            texts.iter().map(|(text, width)| Block::new(text, *width, 1.0)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few options")]
        let between = BETWEEN * texts.len() as f32;
        fit(&blocks, between, high, 6.2 * brush.zoom)
    };
    let with = sized(&blocks(line));
    let (size, line) =
        if with >= brush.least() { (with, line) } else { (sized(&blocks(None)), None) };
    ui.spawn(column(BETWEEN)).with_children(|ui| {
        if let Some(line) = line {
            brush.text(ui, true, false, size, brush.theme.ink_soft(), line);
        }
        for option in options {
            ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(0.0) }).with_children(|ui| {
                let node = Node { width: vh(brush.letter()), flex_shrink: 0.0, ..default() };
                ui.spawn(node).with_children(|ui| {
                    brush.text(
                        ui,
                        true,
                        true,
                        size,
                        brush.theme.primary(),
                        &option.letter.to_string(),
                    );
                });
                ui.spawn(filling(column(0.0)))
                    .with_children(|ui| brush.plain(ui, size, &option.text));
            });
        }
    });
}

/// The question, and the options below it where they can be read.
fn talk(ui: &mut Ui<'_>, brush: &Brush, high: f32, question: &str, options: &[OptionView]) {
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
fn bubble(ui: &mut Ui<'_>, brush: &Brush, words: &str, ground: Color, high: f32, most: f32) {
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
fn reaction(ui: &mut Ui<'_>, brush: &Brush, high: f32, said: &str, reply: &[LineView]) {
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

fn note(ui: &mut Ui<'_>, brush: &Brush, high: f32, said: &str, feedback: &str, about: &[String]) {
    let tags = 12.0;
    let texts = [Block::new(said, brush.inner(), 0.8), Block::new(feedback, brush.inner(), 1.0)];
    let size = fit(&texts, 8.0, high - tags, 7.0 * brush.zoom).max(SMALLEST.min(brush.least()));
    ui.spawn(column(4.0)).with_children(|ui| {
        brush.text(ui, true, false, size * 0.8, brush.theme.ink_soft(), said);
        brush.text(ui, true, true, size, brush.theme.ink(), feedback);
        ui.spawn(Node { flex_wrap: FlexWrap::Wrap, row_gap: vh(1.5), ..row(2.0) }).with_children(
            |ui| {
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
            },
        );
    });
}

fn told(
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

fn peek(
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

fn sheet(ui: &mut Ui<'_>, brush: &Brush, high: f32, entries: &[(String, bool)]) {
    head(ui, brush, &brush.word("room-sheet-title"));
    let width = (brush.inner() - 6.0) / 2.0 - 7.0;
    let half = entries.len().div_ceil(2);
    let blocks = |part: &[(String, bool)]| {
        part.iter().map(|(text, _)| (text.clone(), width)).collect::<Vec<_>>()
    };
    let sides = [blocks(&entries[..half]), blocks(&entries[half..])];
    let sized = |side: &Vec<(String, f32)>| {
        let blocks: Vec<Block> =
            side.iter().map(|(text, width)| Block::new(text, *width, 1.0)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few entries")]
        fit(&blocks, 1.5 * side.len() as f32, high - HEAD, 5.0 * brush.zoom)
    };
    let size = sides.iter().map(sized).fold(5.0 * brush.zoom, f32::min);
    ui.spawn(brush.row(6.0)).with_children(|ui| {
        for (side, part) in [&entries[..half], &entries[half..]].into_iter().enumerate() {
            ui.spawn(filling(column(1.5))).with_children(|ui| {
                for (at, (text, ticked)) in part.iter().enumerate() {
                    let number = (side * half + at + 1).to_string();
                    let shown = if *ticked { format!("● {number}") } else { number };
                    ui.spawn(brush.row(2.0)).with_children(|ui| {
                        let node =
                            Node { width: vh(brush.whole(7.0)), flex_shrink: 0.0, ..default() };
                        ui.spawn(node).with_children(|ui| {
                            brush.text(ui, false, true, size, brush.theme.primary(), &shown);
                        });
                        ui.spawn(filling(column(0.0)))
                            .with_children(|ui| brush.plain(ui, size, text));
                    });
                }
            });
        }
    });
}

fn untold(ui: &mut Ui<'_>, brush: &Brush, high: f32, facts: &[(String, String)]) {
    head(ui, brush, &brush.word("room-untold"));
    if facts.is_empty() {
        return brush.voice(ui, 6.0, &brush.word("room-untold-none"));
    }
    let opens: Vec<String> = facts
        .iter()
        .map(|(_, how)| brush.sentence("room-untold-opens", &[("how", how.clone().into())]))
        .collect();
    let texts = |with: bool| -> Vec<(String, bool)> {
        let pair = |(at, (fact, _)): (usize, &(String, String))| {
            let how = with.then(|| (opens[at].clone(), true));
            std::iter::once((fact.clone(), false)).chain(how).collect::<Vec<_>>()
        };
        facts.iter().enumerate().flat_map(pair).collect()
    };
    let sized = |texts: &[(String, bool)]| {
        let blocks: Vec<Block> =
            texts.iter().map(|(text, _)| Block::new(text, brush.inner(), 1.0)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few facts")]
        fit(&blocks, 2.0 * texts.len() as f32, high - HEAD, 6.0 * brush.zoom)
    };
    // What would have opened it is said as well where there is room.
    let all = texts(true);
    let (texts, size) = match sized(&all) {
        size if size >= brush.least() * 0.85 => (all, size),
        _ => {
            let few = texts(false);
            let size = sized(&few);
            (few, size)
        }
    };
    ui.spawn(column(2.0)).with_children(|ui| {
        for (text, soft) in &texts {
            let color = if *soft { brush.theme.ink_soft() } else { brush.theme.ink() };
            brush.text(ui, true, !soft, size, color, text);
        }
    });
}

/// The line and the question at the left, how the room voted at the right.
fn analyse(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    line: Option<&LineView>,
    question: &str,
    (options, chart): (&[OptionView], Option<&crate::room::Chart>),
) {
    let width = (brush.inner() - 6.0) * 0.58;
    let line = line.map(|line| line.text.as_str()).unwrap_or_default();
    let blocks = [Block::new(line, width, 0.9), Block::new(question, width, 1.0)];
    let size = fit(&blocks, 5.0, high, 6.0 * brush.zoom);
    let slim = Brush { width: brush.width - width - 6.0, ..*brush };
    ui.spawn(Node { align_items: AlignItems::Center, ..row(6.0) }).with_children(|ui| {
        ui.spawn(Node { width: vh(brush.whole(width)), ..column(4.0) }).with_children(|ui| {
            brush.text(ui, true, false, size * 0.9, brush.theme.ink_soft(), line);
            brush.text(ui, true, true, size, brush.theme.ink(), question);
        });
        ui.spawn(filling(column(0.0))).with_children(|ui| charts(ui, &slim, high, options, chart));
    });
}

/// What was said, a line each, with a mark where another way was looked at.
fn route(ui: &mut Ui<'_>, brush: &Brush, high: f32, steps: &[RouteStep]) {
    head(ui, brush, &brush.word("room-route"));
    #[expect(clippy::cast_precision_loss, reason = "a talk has a few dozen steps")]
    let size = ((high - HEAD) / (steps.len().max(1) as f32 * 1.42)).min(5.2 * brush.zoom);
    let most = brush.inner() / size - 5.5;
    ui.spawn(column(0.0)).with_children(|ui| {
        for (at, step) in steps.iter().enumerate() {
            ui.spawn(brush.row(1.5)).with_children(|ui| {
                let node =
                    Node { width: vh(brush.whole(size * 2.0)), flex_shrink: 0.0, ..default() };
                ui.spawn(node).with_children(|ui| {
                    brush.text(ui, false, true, size, brush.theme.primary(), &(at + 1).to_string());
                });
                let color = if step.told { brush.theme.ink_soft() } else { brush.theme.ink() };
                let peeked = if step.peeked.is_empty() { "" } else { " ▼" };
                let words = format!("{}{peeked}", first_of(&step.said, most));
                brush.text(ui, true, false, size, color, &words);
            });
        }
    });
}

/// As much of a text as fits into one line, with the sign that it goes on.
fn first_of(text: &str, most: f32) -> String {
    let mut cut = String::new();
    for c in text.chars() {
        if crate::app::screens::room::fit::length(&cut) > most - 1.5 {
            cut.push('…');
            return cut;
        }
        cut.push(c);
    }
    cut
}

/// Letters of every size that will be seen, to try the projector with.
fn pattern(ui: &mut Ui<'_>, brush: &Brush) {
    let corners = Node {
        position_type: PositionType::Absolute,
        left: vh(1.5),
        right: vh(1.5),
        top: vh(1.5),
        bottom: vh(1.5),
        border: UiRect::all(vh(0.4)),
        ..default()
    };
    ui.spawn((corners, BorderColor::all(brush.theme.primary())));
    let middle = Node {
        height: percent(100),
        width: percent(100),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..column(5.0)
    };
    ui.spawn(middle).with_children(|ui| {
        brush.text(ui, true, true, 8.5, brush.theme.ink(), &brush.word("room-pattern"));
        brush.text(
            ui,
            false,
            false,
            SMALLEST,
            brush.theme.ink(),
            &brush.word("room-pattern-small"),
        );
        ui.spawn(brush.row(2.0)).with_children(|ui| {
            let theme = brush.theme;
            for color in [
                theme.ink(),
                theme.ink_soft(),
                theme.primary(),
                theme.anger(),
                theme.trust(),
                theme.cue(),
            ] {
                let node = Node {
                    width: vh(9.0),
                    height: vh(6.0),
                    border_radius: BorderRadius::all(vh(1.0)),
                    ..default()
                };
                ui.spawn((node, BackgroundColor(color)));
            }
        });
        brush.soft(ui, SMALLEST, &brush.word("room-pattern-how"));
    });
}
