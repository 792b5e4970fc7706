//! The trainer's page: where the room is and what comes next, the beat with its options, and notes at the right hand.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;

use crate::app::a11y;
use crate::app::room::{ActiveRoom, AskRoom, RoomChanged, WallChange};
use crate::app::screens::room::keys::{Lay, Over};
use crate::app::screens::room::notes::notes;
use crate::app::screens::room::strip::{StageSeconds, strip};
use crate::app::screens::room::wall::WallClosed;
use crate::app::screens::{Go, Screen, page, pen};
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, PAD, ROUND};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, column, filling, row, scroll_list, segment, tag, wrapping_row,
};
use crate::room::{KEYS, OptionNote, Pace, Pick, Room, RoomAction, RoomView, Stage, TrainerView};
use crate::rubric::Rating;

/// What is built anew with every key.
#[derive(Component, Debug)]
pub(super) struct TrainerPage;

/// What dims the page below, in either theme.
const VEIL: Color = Color::srgba(0.05, 0.04, 0.07, 0.62);

pub(super) fn pen_of(theme: &Theme, chosen: &Chosen) -> Pen {
    pen(theme, chosen)
}

pub(super) fn spawn_room_screen(
    theme: Res<Theme>,
    mut changed: MessageWriter<RoomChanged>,
    mut commands: Commands,
) {
    let inner = Node { width: percent(100), height: percent(100), ..column(GAP) };
    commands.spawn(page(Screen::Room, &theme)).with_child((TrainerPage, inner));
    changed.write(RoomChanged);
}

pub(super) fn show_room(
    mut changed: MessageReader<RoomChanged>,
    mut looks: MessageReader<LooksChanged>,
    active: Option<Res<ActiveRoom>>,
    pages: Query<Entity, With<TrainerPage>>,
    added: Query<(), Added<TrainerPage>>,
    over: Res<Over>,
    closed: Res<WallClosed>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    let asked = changed.read().count() + looks.read().count() > 0 || !added.is_empty();
    let (Some(active), Ok(root)) = (active, pages.single()) else { return };
    if !asked && !active.is_added() {
        return;
    }
    let pen = pen_of(&theme, &chosen);
    focus.clear();
    let mut first = None;
    commands.entity(root).despawn_children().with_children(|ui| {
        let view = active.room().trainer_view(pen.lang);
        head(ui, &pen, &active);
        strip(ui, &pen, &active);
        let body = Node {
            min_height: px(0),
            flex_direction: FlexDirection::Row,
            column_gap: px(FAR),
            ..default()
        };
        ui.spawn(filling(body)).with_children(|ui| {
            ui.spawn(Node {
                flex_grow: 1.7,
                flex_basis: px(0),
                min_width: px(0),
                min_height: px(0),
                align_items: AlignItems::Stretch,
                ..row(0.0)
            })
            .with_children(|ui| {
                scroll_list(ui, &pen, GAP, (), |ui| beat(ui, &pen, &active, &view));
            });
            ui.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                min_height: px(0),
                align_items: AlignItems::Stretch,
                ..row(0.0)
            })
            .with_children(|ui| {
                scroll_list(ui, &pen, GAP, (), |ui| notes(ui, &pen, &active, &view));
            });
        });
        foot(ui, &pen, &active, closed.0);
        first = lay_over(ui, &pen, *over);
    });
    if let Some(first) = first {
        focus.set(first, FocusCause::Navigated);
    }
}

/// Where the room is, and what the next step would be.
fn head(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom) {
    let room = active.room();
    let stage = |stage: Stage| pen.word(&format!("room-stage-{}", stage.code()));
    ui.spawn(Node { flex_shrink: 0.0, ..row(GAP) }).with_children(|ui| {
        ui.spawn(filling(Node { flex_wrap: FlexWrap::Wrap, ..row(GAP) })).with_children(|ui| {
            let now = [("stage", stage(room.stage()).into())];
            pen.text(ui, Type::Heading, &pen.sentence("room-now", &now));
            let next = match room.next() {
                Some(action) => {
                    let next = [("stage", next_word(pen, &action).into())];
                    pen.sentence("room-next", &next)
                }
                None => pen.word("room-next-nothing"),
            };
            pen.soft(ui, Type::Body, &next);
        });
        if let Some((left, _)) = active.time_left() {
            let left = pen.sentence("room-seconds", &[("seconds", i64::from(left).into())]);
            ui.spawn((pen.set(Type::Heading, pen.theme.primary(), &left), StageSeconds));
        }
        button(ui, pen, Press::Quiet, "keys", &pen.word("room-sheet-open"), Lay(Over::Keys));
        let leave = format!("{} (Esc)", pen.word("room-leave"));
        button(ui, pen, Press::Quiet, "leave-room", &leave, Lay(Over::Leave));
    });
}

/// What an action leads to, in a word.
fn next_word(pen: &Pen, action: &RoomAction) -> String {
    let stage = match action {
        RoomAction::Go(stage) => *stage,
        RoomAction::Play(_) => Stage::Play,
        RoomAction::Tell(_) => Stage::Told,
        RoomAction::HandOver => Stage::Ending,
        _ => return pen.word("room-back"),
    };
    pen.word(&format!("room-stage-{}", stage.code()))
}

/// The beat: its title, what is said, and the options; or what is on the projector where there is no beat.
fn beat(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom, view: &TrainerView<'_>) {
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
    // While hands are counted, all counts are in sight at once.
    let counting = matches!(stage, Stage::Vote(_));
    for line in view.lines.iter().filter(|_| !counting) {
        pen.text(ui, Type::Said, &line.text);
    }
    for option in &view.options {
        option_card(ui, pen, room, option);
    }
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
    let words = words_of(pen, &active.room().view(pen.lang));
    if words.is_empty() {
        return;
    }
    ui.spawn(card(pen)).with_children(|ui| {
        pen.soft(ui, Type::Small, &pen.word("room-on-projector"));
        for (at, text) in words.iter().enumerate() {
            let kind = if at == 0 { Type::Said } else { Type::Body };
            pen.text(ui, kind, text);
        }
    });
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
        RoomView::Context { you, situation, rules, .. } => {
            [vec![you.clone(), situation.clone()], rules.clone()].concat()
        }
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
        RoomView::Gather { questions } => {
            [questions.clone(), vec![word("room-ask-judgement")]].concat()
        }
        RoomView::Analyse { line, question, .. } => {
            let line = line.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
            [line, vec![question.clone(), word("room-ask-judgement")]].concat()
        }
        RoomView::Route { steps } => steps
            .iter()
            .enumerate()
            .map(|(at, step)| format!("{}. {}", at + 1, step.said))
            .collect(),
        RoomView::PlusDelta => vec![word("room-ask-plus"), word("room-ask-delta")],
        RoomView::Summarise => vec![word("room-ask-summarise")],
        RoomView::Closing { next_date } => vec![word("room-ask-week"), next_date.clone()],
        _ => Vec::new(),
    }
}

/// An option as the trainer sees it, with its votes and what can be done with it.
fn option_card(ui: &mut Ui<'_>, pen: &Pen, room: &Room, option: &OptionNote) {
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
                if stage.has_played() || stage == Stage::Reveal {
                    pen.soft(ui, Type::Small, &option.feedback);
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
                } else if stage.decides() && stage != Stage::Line {
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

/// The next step, and what else is often wanted.
fn foot(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveRoom, wall_closed: bool) {
    let room = active.room();
    let node = Node { justify_content: JustifyContent::SpaceBetween, flex_shrink: 0.0, ..row(GAP) };
    ui.spawn(node).with_children(|ui| {
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            if room.can_go_back() {
                button(
                    ui,
                    pen,
                    Press::Plain,
                    "room-back",
                    &pen.word("room-back"),
                    AskRoom::Do(RoomAction::Back),
                );
            }
            if room.stage().decides() {
                if room.ballot().is_some_and(|ballot| ballot.majority().is_some()) {
                    let play = AskRoom::Do(RoomAction::Play(Pick::Majority));
                    button(
                        ui,
                        pen,
                        Press::Plain,
                        "majority",
                        &pen.word("room-play-majority"),
                        play,
                    );
                }
                let tell = AskRoom::Do(
                    room.asked(crate::room::RoomKey::Tell).unwrap_or(RoomAction::Tell(Pick::Best)),
                );
                button(ui, pen, Press::Plain, "tell", &pen.word("room-skip"), tell);
            }
        });
        ui.spawn(row(NEAR)).with_children(|ui| {
            if wall_closed {
                tag(ui, pen, pen.theme.anger(), &pen.word("room-wall-closed"));
            }
            let black = format!("{} (B)", pen.word("room-stage-black"));
            segment(
                ui,
                pen,
                "black",
                &black,
                active.wall().black,
                AskRoom::Wall(WallChange::Black),
            );
            let held = active.wall().held.is_some();
            segment(
                ui,
                pen,
                "freeze",
                &pen.word("room-freeze"),
                held,
                AskRoom::Wall(WallChange::Freeze),
            );
            if let Some(action) = room.next() {
                let label = format!("{} ({})", next_word(pen, &action), pen.word("room-key-space"));
                button(ui, pen, Press::Primary, "next", &label, AskRoom::Do(action));
            }
        });
    });
}

/// What lies over the page; gives what has the keyboard first.
fn lay_over(ui: &mut Ui<'_>, pen: &Pen, over: Over) -> Option<Entity> {
    if over == Over::Nothing {
        return None;
    }
    let veil = Node {
        position_type: PositionType::Absolute,
        left: px(-crate::app::theme::measure::PAGE),
        right: px(-crate::app::theme::measure::PAGE),
        top: px(-crate::app::theme::measure::PAGE),
        bottom: px(-crate::app::theme::measure::PAGE),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..default()
    };
    let name = if over == Over::Keys { "room-sheet-keys" } else { "room-leave-question" };
    let mut first = None;
    ui.spawn((
        veil,
        BackgroundColor(VEIL),
        TabGroup::modal(),
        GlobalZIndex(10),
        a11y::dialog(&pen.word(name)),
    ))
    .with_children(|ui| {
        ui.spawn(card(pen)).with_children(|ui| {
            first = Some(if over == Over::Keys { cheat_sheet(ui, pen) } else { leave(ui, pen) });
        });
    });
    first
}

fn cheat_sheet(ui: &mut Ui<'_>, pen: &Pen) -> Entity {
    pen.text(ui, Type::Heading, &pen.word("room-sheet-keys"));
    pen.soft(ui, Type::Small, &pen.word("room-sheet-keys.about"));
    let half = KEYS.len().div_ceil(2);
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(FAR) }).with_children(|ui| {
        for part in [&KEYS[..half], &KEYS[half..]] {
            ui.spawn(Node { width: px(440.0 * pen.zoom.min(1.2)), ..column(3.0) }).with_children(
                |ui| {
                    for (key, words) in part {
                        ui.spawn(row(GAP)).with_children(|ui| {
                            ui.spawn(Node {
                                width: px(64.0 * pen.zoom),
                                flex_shrink: 0.0,
                                ..default()
                            })
                            .with_child(pen.set(
                                Type::Strong,
                                pen.theme.primary(),
                                key,
                            ));
                            ui.spawn(filling(column(0.0)))
                                .with_children(|ui| pen.text(ui, Type::Small, &pen.word(words)));
                        });
                    }
                },
            );
        }
    });
    for rule in ["room-rule-tie", "room-rule-advice", "room-rule-hidden"] {
        ui.spawn(Node { max_width: px(900), ..column(0.0) })
            .with_children(|ui| pen.soft(ui, Type::Small, &pen.word(rule)));
    }
    button(ui, pen, Press::Primary, "close-keys", &pen.word("talk-close"), Lay(Over::Nothing))
}

fn leave(ui: &mut Ui<'_>, pen: &Pen) -> Entity {
    pen.text(ui, Type::Heading, &pen.word("room-leave-question"));
    ui.spawn(Node {
        max_width: px(460.0 * pen.zoom),
        padding: UiRect::bottom(px(GAP)),
        ..column(0.0)
    })
    .with_children(|ui| pen.soft(ui, Type::Body, &pen.word("room-leave-comfort")));
    let mut stay = Entity::PLACEHOLDER;
    ui.spawn(wrapping_row(GAP)).with_children(|ui| {
        stay = button(ui, pen, Press::Primary, "stay", &pen.word("room-stay"), Lay(Over::Nothing));
        button(ui, pen, Press::Plain, "leave", &pen.word("room-leave"), Go::To(Screen::RoomSetup));
    });
    stay
}
