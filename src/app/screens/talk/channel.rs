//! What each channel looks like: bubbles for what is spoken, narrower ones with the time for what is typed, sheets for
//! what is written, and colleagues in a colour of their own.

use bevy::ecs::system::EntityCommands;
use bevy::prelude::*;

use crate::app::focus::RING;
use crate::app::session::ActiveSession;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR, PAD, ROUND};
use crate::app::widgets::{Manner, Pen, Side, Ui, bubble_in, column, filling, narration, row};
use crate::scenario::{Channel, Role};
use crate::session::{Action, LineView, Millis};

/// How something was said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    /// On which channel.
    pub(super) channel: Channel,
    /// When, where that is shown.
    pub(super) time: &'a str,
    /// What a mail is about.
    pub(super) subject: &'a str,
    /// Whether it opens the talk, so that a mail is no answer yet.
    pub(super) first: bool,
    /// How large.
    pub(super) kind: Type,
}

impl Said<'_> {
    fn manner(&self, role: Role) -> Manner {
        match (self.channel, role) {
            (_, Role::Colleague) | (Channel::Internal, _) => Manner::Inside,
            (Channel::Chat, _) => Manner::Typed,
            (Channel::Phone | Channel::Visit | Channel::Counter | Channel::Mail, _) => {
                Manner::Spoken
            }
        }
    }

    /// What stands above a bubble: the name, and the time in a chat.
    fn above(&self, name: &str) -> String {
        match self.channel {
            Channel::Chat if name.is_empty() => self.time.to_owned(),
            Channel::Chat => format!("{name}  {}", self.time),
            _ => name.to_owned(),
        }
    }
}

/// What the others said.
pub(super) fn say_lines(ui: &mut Ui<'_>, pen: &Pen, how: &Said<'_>, lines: &[LineView]) {
    let mut rest = lines;
    while let Some(line) = rest.first() {
        // What one person writes in one go is one mail.
        let same = rest.iter().take_while(|next| next.speaker == line.speaker).count();
        let together = if is_written(how, line.role) { same } else { 1 };
        let (these, after) = rest.split_at(together);
        rest = after;
        match line.role {
            Role::Narrator => narration(ui, pen, &line.text),
            Role::Trainee => my_words(ui, pen, how, &line.text),
            Role::Customer if how.channel == Channel::Mail => {
                let words: Vec<&str> = these.iter().map(|line| line.text.as_str()).collect();
                letter(ui, pen, how, Some(&line.name), &words);
            }
            Role::Customer | Role::Colleague => {
                let above = how.above(&line.name);
                let manner = how.manner(line.role);
                bubble_in(ui, pen, manner, Side::Theirs, &above, how.kind, &line.text);
            }
        }
    }
}

fn is_written(how: &Said<'_>, role: Role) -> bool {
    how.channel == Channel::Mail && role == Role::Customer
}

/// What the trainee said.
pub(super) fn my_words(ui: &mut Ui<'_>, pen: &Pen, how: &Said<'_>, words: &str) {
    if how.channel == Channel::Mail {
        return letter(ui, pen, how, None, &[words]);
    }
    bubble_in(ui, pen, how.manner(Role::Trainee), Side::Mine, &how.above(""), how.kind, words);
}

/// A mail: who writes to whom about what, a line, and the words in paragraphs. Nobody's name is the trainee's.
fn letter(ui: &mut Ui<'_>, pen: &Pen, how: &Said<'_>, from: Option<&str>, words: &[&str]) {
    let (theme, you) = (pen.theme, pen.word("talk-you"));
    let (align, ground) = match from {
        Some(_) => (AlignItems::FlexStart, theme.raised()),
        None => (AlignItems::FlexEnd, theme.mine()),
    };
    let sheet = Node {
        width: percent(92),
        padding: UiRect::axes(px(PAD + 4.0), px(PAD)),
        border: UiRect { top: px(4), ..UiRect::all(px(1)) },
        border_radius: BorderRadius::all(px(4)),
        ..column(NEAR)
    };
    ui.spawn(Node { align_items: align, flex_shrink: 0.0, ..column(0.0) }).with_children(|ui| {
        let edge = if from.is_some() { theme.line() } else { theme.primary() };
        ui.spawn((sheet, BackgroundColor(ground), BorderColor::all(edge))).with_children(|ui| {
            ui.spawn(column(2.0)).with_children(|ui| {
                head(ui, pen, "mail-from", from.unwrap_or(&you));
                // An older mail has less to say about itself.
                if how.kind == Type::Voice {
                    let subject = [("subject", how.subject.into())];
                    let answer = pen.sentence("mail-answer", &subject);
                    let opens = how.first && from.is_some();
                    head(ui, pen, "mail-subject", if opens { how.subject } else { &answer });
                }
            });
            let line = Node { height: px(1), flex_shrink: 0.0, ..default() };
            ui.spawn((line, BackgroundColor(theme.line())));
            for paragraph in words.iter().flat_map(|words| words.lines()) {
                ui.spawn(pen.readable(how.kind, theme.ink(), paragraph));
            }
        });
    });
}

fn head(ui: &mut Ui<'_>, pen: &Pen, key: &str, words: &str) {
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(NEAR) }).with_children(|ui| {
        let label = Node { width: px(64.0 * pen.zoom), flex_shrink: 0.0, ..default() };
        ui.spawn(label).with_children(|ui| pen.soft(ui, Type::Small, &pen.word(key)));
        let ink = pen.theme.ink();
        ui.spawn(filling(column(0.0))).with_child(pen.readable(Type::Small, ink, words));
    });
}

/// The column of what was said: the window of a chat has an edge of its own, everything else stands on the page.
pub(super) fn frame_log(log: &mut EntityCommands<'_>, pen: &Pen, channel: Channel) {
    let is_chat = channel == Channel::Chat;
    // The edge of a chat is where it ends; elsewhere rings reach beyond.
    let (inner, edge, beyond) = if is_chat { (GAP, 1.0, 0.0) } else { (0.0, 0.0, RING) };
    log.entry::<Node>().and_modify(move |mut node| {
        node.overflow_clip_margin = OverflowClipMargin::padding_box().with_margin(beyond);
        node.padding = UiRect::all(px(inner));
        node.border = UiRect::all(px(edge));
        node.border_radius = BorderRadius::all(px(ROUND));
    });
    let ground = if is_chat { pen.theme.panel() } else { Color::NONE };
    log.insert((BackgroundColor(ground), BorderColor::all(pen.theme.line())));
}

/// When each exchange took place, in minutes and seconds since the talk began, and when the last one did.
pub(super) fn times(active: &ActiveSession) -> Vec<String> {
    answered(active).map(minutes).collect()
}

/// How long this call has lasted at its last exchange, if it began with this exchange of the talk, counted from 0;
/// nothing before the first.
pub(super) fn since(active: &ActiveSession, begun: usize) -> Option<String> {
    let began = begun.checked_sub(1).and_then(|at| answered(active).nth(at)).unwrap_or_default();
    answered(active).skip(begun).last().map(|at| minutes(at.saturating_sub(began)))
}

fn answered(active: &ActiveSession) -> impl Iterator<Item = Millis> {
    let entries = active.talk().transcript().entries.iter();
    entries.filter(|entry| !matches!(entry.action, Action::Fill(_))).map(|entry| entry.at)
}

/// So many milliseconds as they are shown by a clock that runs.
fn minutes(ms: Millis) -> String {
    let seconds = ms / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_clock_shows_minutes_and_seconds() {
        for (ms, shown) in [(0, "0:00"), (999, "0:00"), (61_000, "1:01"), (3_600_000, "60:00")] {
            assert_eq!(minutes(ms), shown);
        }
    }
}
