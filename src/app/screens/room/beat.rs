//! What lies open before the trainer: the beat with its options and votes, or what the room sees where there is no beat.

use bevy::prelude::*;

use crate::app::room::{ActiveRoom, AskRoom};
use crate::app::screens::handbook::Read;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR, PAD, ROUND};
use crate::app::widgets::{
    Link, Pen, Press, Ui, button, card, column, filling, link_tag, row, segment, tag, thin_bar,
    wrapping_row,
};
use crate::handbook::Subject;
use crate::room::{Chart, OptionNote, Pace, Pick, Room, RoomAction, RoomView, Stage, TrainerView};
use crate::rubric::Rating;

/// The beat: its title, what is said, and the options; or what is on the projector where there is no beat.
pub(super) fn beat(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom, view: &TrainerView<'_>) {
    let room = active.room();
    on_projector(ui, pen, active);
    let stage = room.stage();
    if matches!(stage, Stage::Sheet) {
        return sheet(ui, pen, room);
    }
    let at_a_beat =
        stage.decides() || stage.has_played() || matches!(stage, Stage::Told | Stage::Peek(_));
    if view.options.is_empty() || !at_a_beat {
        return;
    }
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        pen.text(ui, Type::Heading, &view.title);
        let (code, color) = match view.pace {
            Pace::Quick => ("quick", pen.theme.ink_soft()),
            Pace::Deep => ("deep", pen.theme.primary()),
            Pace::Hidden => ("hidden", pen.theme.ink_soft()),
        };
        tag(ui, pen, color, &pen.word(&format!("room-pace-{code}")));
        let tone = ["anger", "trust"].map(|gauge| {
            let value = if gauge == "anger" { view.gauges.anger } else { view.gauges.trust };
            format!("{} {value}", pen.word(&format!("gauge-{gauge}")))
        });
        pen.soft(ui, Type::Small, &format!("{}  {}", tone[0], tone[1]));
    });
    if view.swap_due {
        pen.text(ui, Type::Strong, &pen.word("room-swap-due"));
    }
    // Once it was heard and answered, all replies are in sight at once in its place.
    let reads_aloud = matches!(stage, Stage::Line | Stage::Say | Stage::SayInPairs);
    for line in view.lines.iter().filter(|_| reads_aloud) {
        pen.text(ui, Type::Said, &line.text);
    }
    if stage == Stage::Line {
        pen.soft(ui, Type::Small, &pen.word(&format!("room-tone-{}", view.tone.code())));
    }
    if stage == Stage::Note {
        about(ui, pen, room);
    }
    let most = view.chart.as_ref().map_or(0, Chart::most);
    for option in &view.options {
        option_card(ui, pen, room, option, most);
    }
}

/// What the decision is about, each with its page of the handbook.
fn about(ui: &mut Ui<'_>, pen: &Pen, room: &Room) {
    let rates = room.beat().map(|at| room.scenario().beat(at).rates.as_slice()).unwrap_or_default();
    ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
        for indicator in rates {
            let words = pen.word(indicator.code());
            let label = pen.sentence("handbook-open", &[("name", words.as_str().into())]);
            let name = format!("read-{}", indicator.code());
            let to = Link { name: &name, label: &label, words: &words };
            let color = pen.theme.skill(indicator.skill());
            link_tag(ui, pen, color, to, Read(Subject::Indicator(*indicator)));
        }
    });
}

/// What the room sees now, where that is not what lies open here.
fn on_projector(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let wall = active.wall();
    let kept_back = match (wall.black, wall.held.is_some()) {
        (true, _) => Some("room-is-black"),
        (false, true) => Some("room-is-frozen"),
        (false, false) => None,
    };
    if let Some(key) = kept_back {
        ui.spawn(row(0.0)).with_children(|ui| tag(ui, pen, pen.theme.anger(), &pen.word(key)));
        return;
    }
    let stage = active.room().stage();
    if stage.decides() {
        return;
    }
    let view = active.room().view(pen.lang);
    let words = words_of(pen, &view);
    let shown = |ui: &mut Ui<'_>, key: &str, words: &[String]| {
        if words.is_empty() {
            return;
        }
        ui.spawn(card(pen)).with_children(|ui| {
            pen.soft(ui, Type::Small, &pen.word(key));
            for (at, text) in words.iter().enumerate() {
                let kind = if at == 0 { Type::Said } else { Type::Body };
                pen.text(ui, kind, text);
            }
        });
    };
    shown(ui, "room-on-projector", &words);
    if matches!(stage, Stage::Black | Stage::Opening) {
        let aloud = (1..=5).map(|part| pen.word(&format!("room-sheet-opening-{part}")));
        shown(ui, "room-sheet-opening", &aloud.collect::<Vec<_>>());
    }
    shown(ui, "room-may-ask", &besides(pen, &view));
}

/// What can be asked as well, which the room does not read.
fn besides(pen: &Pen, view: &RoomView) -> Vec<String> {
    let keys: &[&str] = match view {
        RoomView::Gather { .. } => &["room-ask-judgement"],
        RoomView::Analyse { .. } => &["room-ask-same-rules", "room-ask-judgement"],
        _ => &[],
    };
    keys.iter().map(|key| pen.word(key)).collect()
}

/// The words of a view, for the trainer to read along in her own language.
fn words_of(pen: &Pen, view: &RoomView) -> Vec<String> {
    let word = |key: &str| pen.word(key);
    let lines = |lines: &[crate::session::LineView]| {
        lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>()
    };
    match view {
        RoomView::Opening { title, .. } => {
            vec![title.clone(), word("room-opening-safe"), word("room-opening-out")]
        }
        RoomView::Context { you, situation, known, .. } => {
            [vec![you.clone(), situation.clone()], known.clone()].concat()
        }
        RoomView::Rules { rules } => rules.clone(),
        RoomView::Play { said } => vec![said.clone()],
        RoomView::Reaction { said, reply } => [vec![said.clone()], lines(reply)].concat(),
        RoomView::Note { said, feedback, .. } => vec![said.clone(), feedback.clone()],
        RoomView::Told { line, said, reply } => {
            let text = |line: &Option<crate::session::LineView>| {
                line.iter().map(|line| line.text.clone()).collect::<Vec<_>>()
            };
            [text(line), vec![said.clone()], text(reply)].concat()
        }
        RoomView::Peek { said, reply, next } => {
            [vec![said.clone()], lines(reply), lines(next)].concat()
        }
        RoomView::Ending { title, text } => vec![title.clone(), text.clone()],
        RoomView::Untold { facts } => facts.iter().map(|(fact, _)| fact.clone()).collect(),
        RoomView::Pairs => vec![word("room-pairs"), word("room-pairs-how")],
        RoomView::Writing => vec![word("room-writing"), word("room-writing-how")],
        RoomView::Gather { questions, contact } => {
            [questions.clone(), contact_line(pen, contact)].concat()
        }
        RoomView::Analyse { line, question, .. } => {
            let line = line.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
            [line, vec![question.clone()]].concat()
        }
        RoomView::Route { steps, .. } => steps
            .iter()
            .enumerate()
            .map(|(at, step)| format!("{}. {}", at + 1, step.said))
            .collect(),
        RoomView::PlusDelta => vec![word("room-ask-plus"), word("room-ask-delta")],
        RoomView::Summarise => vec![word("room-ask-summarise")],
        RoomView::Closing { next_date, contact } => {
            let next = [("date", next_date.clone().into())];
            let next = (!next_date.is_empty()).then(|| pen.sentence("room-closing-next", &next));
            let next = next.into_iter().collect();
            [vec![word("room-ask-week")], next, contact_line(pen, contact)].concat()
        }
        _ => Vec::new(),
    }
}

fn contact_line(pen: &Pen, contact: &str) -> Vec<String> {
    let line = [("line", contact.into())];
    let said = (!contact.is_empty()).then(|| pen.sentence("room-contact-line", &line));
    said.into_iter().collect()
}

/// An option as the trainer sees it, with its votes and what can be done with it.
fn option_card(ui: &mut Ui<'_>, pen: &Pen, room: &Room, option: &OptionNote, most: u16) {
    let stage = room.stage();
    let said =
        stage.has_played().then(|| room.talk().turns().last().map(|turn| turn.choice)).flatten();
    let node = Node {
        padding: UiRect::axes(px(PAD), px(8)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        align_items: AlignItems::FlexStart,
        ..row(GAP)
    };
    let ground = if said == Some(option.choice) { pen.theme.mine() } else { pen.theme.raised() };
    ui.spawn((node, BackgroundColor(ground), BorderColor::all(pen.theme.line()))).with_children(
        |ui| {
            pen.text(ui, Type::Heading, &option.letter.to_string());
            ui.spawn(filling(column(2.0))).with_children(|ui| {
                pen.text(ui, Type::Body, &option.text);
                if matches!(stage, Stage::Vote(_)) {
                    return;
                }
                ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
                    if option.is_best {
                        tag(ui, pen, pen.theme.trust(), &pen.word("room-best"));
                    }
                    if option.tempts {
                        tag(ui, pen, pen.theme.anger(), &pen.word("room-tempts"));
                    }
                    let ratings = option.ratings.iter().map(|(indicator, rating)| {
                        format!("{} {}", indicator.code(), sign(*rating))
                    });
                    let leads =
                        pen.sentence("room-leads-to", &[("where", option.leads_to.clone().into())]);
                    let about = format!("{}   {leads}", ratings.collect::<Vec<_>>().join("  "));
                    pen.soft(ui, Type::Small, about.trim_start());
                });
                if stage.has_played() || stage == Stage::Options {
                    pen.soft(ui, Type::Small, &option.feedback);
                }
                let (first, second) = option.votes;
                let bars = [(first, pen.theme.ink_soft()), (second, pen.theme.primary())];
                for (votes, color) in bars.into_iter().filter(|(votes, _)| *votes > 0) {
                    thin_bar(ui, pen, f32::from(votes) / f32::from(most.max(1)), color);
                }
            });
            votes(ui, pen, room, option, said);
        },
    );
}

/// How a rating is written where there is room for two signs.
fn sign(rating: Rating) -> &'static str {
    match rating.half_steps() {
        i32::MIN..=-2 => "−−",
        -1 => "−",
        0 => "・",
        1 => "＋",
        2.. => "＋＋",
    }
}

/// The votes of an option, and the one thing that can be done with it now.
fn votes(
    ui: &mut Ui<'_>,
    pen: &Pen,
    room: &Room,
    option: &OptionNote,
    said: Option<crate::scenario::ChoiceIdx>,
) {
    let letter = option.letter.to_string();
    let at = u8::try_from(u32::from(option.letter) - u32::from('A')).unwrap_or_default();
    let node = Node { align_items: AlignItems::FlexEnd, flex_shrink: 0.0, ..column(4.0) };
    ui.spawn(node).with_children(|ui| {
        let (first, second) = option.votes;
        match room.stage() {
            Stage::Vote(round) => {
                let count = if round == crate::room::Round::First { first } else { second };
                ui.spawn(row(NEAR)).with_children(|ui| {
                    pen.text(ui, Type::Title, &count.to_string());
                    let name = format!("count-{letter}");
                    let label = format!("{letter} ＋1");
                    button(
                        ui,
                        pen,
                        Press::Plain,
                        &name,
                        &label,
                        AskRoom::Do(RoomAction::Count(at)),
                    );
                });
            }
            stage => {
                if first + second > 0 {
                    let both = if second > 0 {
                        format!("{first} → {second}")
                    } else {
                        first.to_string()
                    };
                    pen.text(ui, Type::Strong, &both);
                }
                if stage.has_played() && said != Some(option.choice) {
                    let label =
                        pen.sentence("room-peek-this", &[("letter", letter.clone().into())]);
                    let peek = AskRoom::Do(RoomAction::Peek(option.choice));
                    button(ui, pen, Press::Plain, &format!("peek-{letter}"), &label, peek);
                } else if stage.decides()
                    && !matches!(stage, Stage::Line | Stage::Say | Stage::SayInPairs)
                {
                    let label =
                        pen.sentence("room-play-this", &[("letter", letter.clone().into())]);
                    let play = AskRoom::Do(RoomAction::Play(Pick::Choice(option.choice)));
                    button(ui, pen, Press::Plain, &format!("say-{letter}"), &label, play);
                }
            }
        }
    });
}

fn sheet(ui: &mut Ui<'_>, pen: &Pen, room: &Room) {
    let entries = room.scenario().sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
    for (at, entry) in entries {
        let tick = AskRoom::Do(RoomAction::Tick(u8::try_from(at).unwrap_or_default()));
        let words = format!("{}. {}", at + 1, entry.text.get(pen.lang));
        segment(ui, pen, &format!("entry-{at}"), &words, room.ticked().has(at), tick);
    }
}
