//! What the talk looks like: the person and the ways on one side, all that was said on the other.

use bevy::input_focus::AutoFocus;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use crate::app::a11y::{self, Headed};
use crate::app::face::FaceHandle;
use crate::app::screens::coach::hint_place;
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::talk::ahead::Steps;
use crate::app::screens::talk::aloud::{self, Aloud};
use crate::app::screens::talk::channel::{Said, my_words, say_lines, since};
use crate::app::screens::talk::desk::desk_place;
use crate::app::screens::talk::heard::captions;
use crate::app::screens::talk::sheet::fill_sheet;
use crate::app::screens::talk::voice::{self, Voice};
use crate::app::screens::talk::wait::wait_sign;
use crate::app::screens::talk::{Current, Following, GoOn, PersonPanel, TalkLog};
use crate::app::screens::{Go, Screen};
use crate::app::session::{Act, ActiveSession, Again};
use crate::app::settings::Chosen;
use crate::app::sound::Sound;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR, PAD, ROUND};
use crate::app::widgets::{
    Pen, Press, Ui, button, card, channel_tag, choice_button, column, drawn, filling, gauge,
    locked_choice, own_gauge, row, scroll_column, tag, wrapping_row,
};
use crate::scenario::{Channel, Gauges, Role};
use crate::session::{Action, Entries, Moment, TalkView, TurnView};

/// Text larger than this needs the whole width for what is said; the person moves to the top.
const WIDE_ZOOM: f32 = 1.4;

/// The whole screen: beside each other, or one above the other where text is large. What the talk says is filled in
/// by `show_talk`, here and whenever it moves on.
pub(super) fn talk_page(ui: &mut Ui<'_>, pen: &Pen, with_desk: bool, face: FaceHandle) {
    let stacked = pen.zoom > WIDE_ZOOM;
    let direction = if stacked { FlexDirection::Column } else { FlexDirection::Row };
    let frame = Node { column_gap: px(FAR), row_gap: px(GAP), min_height: px(0), ..default() };
    ui.spawn(filling(Node { flex_direction: direction, ..frame.clone() })).with_children(|ui| {
        if stacked {
            head(ui, pen, face);
        } else {
            side(ui, pen, face);
        }
        ui.spawn(filling(frame)).with_children(|ui| {
            ui.spawn(filling(Node { min_height: px(0), ..column(NEAR) })).with_children(|ui| {
                let log = (TalkLog, Following::default(), a11y::log(&pen.word("talk-log")));
                scroll_column(ui, pen, GAP, log, |_| ());
                wait_sign(ui, pen);
                hint_place(ui, pen);
            });
            if with_desk {
                desk_place(ui, pen, if stacked { WIDE_ZOOM } else { 1.0 });
            }
        });
    });
}

/// The person at the left: the face large, everything else below it.
fn side(ui: &mut Ui<'_>, pen: &Pen, face: FaceHandle) {
    ui.spawn(Node { width: px(300), flex_shrink: 0.0, ..column(GAP) }).with_children(|ui| {
        // Whatever stands below it, more words or larger ones, leaves less room for the face.
        let room = Node { height: px(348), flex_shrink: 1.0, min_height: px(120), ..default() };
        let fixed = |gap: f32| Node { flex_shrink: 0.0, ..column(gap) };
        ui.spawn(room).with_child((
            drawn(face, percent(100), percent(100)),
            a11y::picture(&pen.word("talk-face")),
        ));
        ui.spawn((fixed(GAP), PersonPanel));
        ui.spawn(Node { flex_grow: 1.0, ..default() });
        ui.spawn((TabGroup::new(1), fixed(2.0))).with_children(|ui| {
            ways(ui, pen, Press::Quiet);
        });
    });
}

/// The person along the top: the face small, everything else beside it.
fn head(ui: &mut Ui<'_>, pen: &Pen, face: FaceHandle) {
    let line = Node { align_items: AlignItems::FlexStart, flex_shrink: 0.0, ..row(FAR) };
    ui.spawn(line).with_children(|ui| {
        ui.spawn((drawn(face, px(120), px(140)), a11y::picture(&pen.word("talk-face"))));
        ui.spawn((filling(column(NEAR)), PersonPanel));
        // Two beside two, as high as the face: what is said has the rest of the page.
        let two = Node { flex_shrink: 0.0, ..row(0.0) };
        ui.spawn((TabGroup::new(1), two)).with_children(|ui| {
            let beside = Node { flex_shrink: 0.0, ..column(NEAR) };
            let columns = [ui.spawn(beside.clone()).id(), ui.spawn(beside).id()];
            for (at, way) in ways(ui, pen, Press::Small).into_iter().enumerate() {
                ui.commands_mut().entity(columns[at % 2]).add_child(way);
            }
        });
    });
}

/// The ways to the rule card, the handbook, out of the talk and to the settings.
fn ways(ui: &mut Ui<'_>, pen: &Pen, press: Press) -> [Entity; 4] {
    let mut way = |name: &str, word: &str, key: &str, lay: Overlay| {
        let label = format!("{} ({key})", pen.word(word));
        button(ui, pen, press, name, &label, Lay(lay))
    };
    let rules = way("rules", "talk-rule-card", "R", Overlay::RuleCard);
    let handbook = way("handbook", "handbook-title", "H", Overlay::Handbook);
    let leave = way("ask-leave", "talk-leave", "Esc", Overlay::Leave);
    let to = Go::To(Screen::Settings);
    let settings = button(ui, pen, press, "settings", &pen.word("home-settings"), to);
    let buttons = [rules, handbook, leave, settings];
    for way in buttons {
        ui.commands_mut().entity(way).entry::<Node>().and_modify(|mut node| {
            node.justify_content = JustifyContent::FlexStart;
            node.padding = UiRect::axes(px(10), px(5));
        });
    }
    buttons
}

/// The height of a line of small text at 100 %.
const LINE: f32 = 21.0;

/// Who is there, how the talk is held, and how it stands.
pub(super) fn person(
    ui: &mut Ui<'_>,
    pen: &Pen,
    active: &ActiveSession,
    view: &TalkView,
    (paused, heard): (bool, &[Sound]),
    chosen: &Chosen,
) {
    let scenario = active.scenario();
    // While a reply has the floor, what the next beat changes has not happened yet.
    let last = view.turns.last().filter(|_| paused);
    let (facing, gauges, channel) = last.map_or((view.facing, view.gauges, view.channel), |turn| {
        (turn.facing, turn.gauges, turn.channel)
    });
    let (act, time) = last.map_or((&view.act, &view.clock), |turn| (&turn.act, &turn.clock));
    let speaker = facing.map(|at| scenario.speaker(at));
    let name = speaker
        .map_or_else(|| pen.word("talk-nobody"), |speaker| speaker.name.get(pen.lang).to_owned());
    let is_customer = speaker.is_some_and(|speaker| speaker.role == Role::Customer);
    let is_colleague = speaker.is_some_and(|speaker| speaker.role == Role::Colleague);
    let channel = if is_colleague { Channel::Internal } else { channel };
    ui.spawn(Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(NEAR) })
        .with_children(|ui| {
            ui.spawn(column(0.0))
                .with_child((pen.readable(Type::Heading, pen.theme.ink(), &name), Headed(2)));
            channel_tag(ui, pen, channel);
        });
    // How long one has been talking is seen on a telephone; it is told when something was said, so that it costs nothing.
    // Where the act changes, or nobody was on the line, another call began.
    let apart = |turn: &TurnView| turn.act != *act || turn.facing.is_none();
    let begun = view.turns.iter().rposition(apart).map_or(0, |at| at + 1);
    let on_line = since(active, begun).filter(|_| is_customer && channel == Channel::Phone);
    let on_line = on_line.map(|time| pen.sentence("talk-on-line", &[("time", time.into())]));
    let when = [act.clone(), time.as_ref().map(|time| time.words(pen.lang)), on_line];
    let when = when.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    // Beside what is said, so that no line of it moves down for a sound; and in a line that is always there, so that the
    // face does not get smaller for one either.
    let line = if pen.zoom > WIDE_ZOOM { Val::Auto } else { px(LINE * pen.zoom) };
    let place = Node { min_height: line, column_gap: px(NEAR), ..wrapping_row(0.0) };
    ui.spawn(place).with_children(|ui| {
        if !when.is_empty() {
            pen.soft(ui, Type::Small, &when);
        }
        captions(ui, pen, if chosen.settings.no_captions { &[] } else { heard });
    });
    if chosen.settings.no_gauges {
        return;
    }
    if !is_customer {
        let customer = scenario.speaker(scenario.customer).name.get(pen.lang);
        let whose = pen.sentence("talk-gauges-of", &[("name", customer.into())]);
        pen.told(ui, Type::Small, pen.theme.ink_soft(), &whose);
    }
    meters(ui, pen, gauges);
    for gauge in &view.own_gauges {
        own_gauge(ui, pen, &gauge.name, gauge.value);
    }
}

/// The customer's gauges, which stay in sight while a colleague speaks.
fn meters(ui: &mut Ui<'_>, pen: &Pen, gauges: Gauges) {
    let colored =
        [("anger", gauges.anger, pen.theme.anger()), ("trust", gauges.trust, pen.theme.trust())];
    if pen.zoom > WIDE_ZOOM {
        ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(FAR) }).with_children(|ui| {
            for (code, value, color) in colored {
                ui.spawn(filling(column(0.0)))
                    .with_children(|ui| gauge(ui, pen, code, value, color));
            }
        });
    } else {
        for (code, value, color) in colored {
            gauge(ui, pen, code, value, color);
        }
    }
}

/// What the page knows of this moment besides the talk itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now<'a> {
    /// What is ticked on the hand-over sheet.
    pub(super) written: Entries,
    /// How long the other side waits, as the trainee has set it.
    pub(super) seconds: Option<u16>,
    /// What the last choice did, where it is said at once.
    pub(super) lesson: Option<&'a str>,
    /// Whether the mode says at once what a choice did.
    pub(super) teaches: bool,
    /// Whether the reply to the last choice has the floor.
    pub(super) paused: bool,
    /// How it stands with what comes before the choices.
    pub(super) steps: Steps,
    /// What a chat and a mail say of themselves.
    pub(super) about: About<'a>,
}

/// What is known of every exchange besides its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct About<'a> {
    /// When each was answered, since the talk began.
    pub(super) times: &'a [String],
    /// What the talk is about.
    pub(super) title: &'a str,
}

impl<'a> About<'a> {
    /// How what is said at a turn, counted from 0, looks; `answered`, once it was. A story with a clock goes by that.
    fn said(
        &self,
        turn: usize,
        answered: bool,
        channel: Channel,
        time: Option<&'a str>,
        kind: Type,
    ) -> Said<'a> {
        let at = if answered { Some(turn) } else { turn.checked_sub(1) };
        let since = at.and_then(|at| self.times.get(at)).map_or("0:00", String::as_str);
        let first = turn == 0 && !answered;
        Said { channel, time: time.unwrap_or(since), subject: self.title, first, kind }
    }

    fn of_turn(&self, at: usize, answered: bool, turn: &'a TurnView, kind: Type) -> Said<'a> {
        let time = turn.clock.as_ref().map(|clock| clock.time.as_str());
        self.said(at, answered, turn.channel, time, kind)
    }
}

/// The channel of what is in sight: of the turn whose reply has the floor, or of what comes next.
pub(super) fn shown_channel(view: &TalkView, paused: bool) -> Channel {
    view.turns.last().filter(|_| paused).map_or(view.channel, |turn| turn.channel)
}

/// All that was said, and what comes now.
pub(super) fn fill_log(ui: &mut Ui<'_>, pen: &Pen, view: &TalkView, moment: &Now<'_>) {
    // Keeps a short talk at the foot of the page, where the choices are.
    ui.spawn(Node { flex_grow: 1.0, ..default() });
    let (last, earlier) = match view.turns.split_last() {
        Some((last, earlier)) if moment.paused => (Some(last), earlier),
        _ => (None, view.turns.as_slice()),
    };
    let about = &moment.about;
    for (at, turn) in earlier.iter().enumerate() {
        say_lines(ui, pen, &about.of_turn(at, false, turn, Type::Said), &turn.lines);
        answer(ui, pen, turn, &about.of_turn(at, true, turn, Type::Said));
    }
    if let Some(turn) = last {
        say_lines(ui, pen, &about.of_turn(earlier.len(), false, turn, Type::Said), &turn.lines);
    }
    let place = (Node { flex_shrink: 0.0, ..column(GAP) }, Current, a11y::announced());
    ui.spawn(place).with_children(|ui| match last {
        Some(turn) => {
            let how = about.of_turn(earlier.len(), true, turn, Type::Voice);
            reply(ui, pen, turn, &how, moment.lesson);
        }
        None => now(ui, pen, view, moment),
    });
}

/// The reply has the floor, and a way on; to someone who is learning, what was said is explained and can be taken back.
fn reply(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnView, how: &Said<'_>, lesson: Option<&str>) {
    answer(ui, pen, turn, how);
    if let Some(lesson) = lesson {
        ui.spawn(card(pen)).with_children(|ui| {
            pen.told(ui, Type::Body, pen.theme.ink(), lesson);
            ui.spawn(row(0.0)).with_children(|ui| {
                let word = format!("{} (U)", pen.word("talk-take-back"));
                button(ui, pen, Press::Plain, "take-back", &word, Again::Choice);
            });
        });
    }
    way_on(ui, pen, "go-on", "talk-go-on", GoOn);
}

fn answer(ui: &mut Ui<'_>, pen: &Pen, turn: &TurnView, how: &Said<'_>) {
    my_words(ui, pen, &Said { kind: Type::Said, ..*how }, &turn.said);
    say_lines(ui, pen, how, &turn.reply);
}

fn now(ui: &mut Ui<'_>, pen: &Pen, view: &TalkView, moment: &Now<'_>) {
    match &view.now {
        Moment::Sheet { entries } => fill_sheet(ui, pen, entries, moment.written),
        Moment::Decision { lines, choices, second_chance, voice, asks_aim, .. } => {
            // Before the end, only who learns is told that something has slipped.
            if *second_chance && moment.teaches {
                ui.spawn(row(0.0)).with_children(|ui| {
                    tag(ui, pen, pen.theme.trust(), &pen.word("talk-second-chance"));
                });
            }
            let time = view.clock.as_ref().map(|clock| clock.time.as_str());
            let turn = view.turns.len();
            let how = moment.about.said(turn, false, view.channel, time, Type::Voice);
            say_lines(ui, pen, &how, lines);
            if let Some(thought) = voice {
                match moment.steps.voice {
                    Voice::Awaited => return voice::ask(ui, pen, thought),
                    Voice::Named(of) => voice::thanks(ui, pen, of),
                    Voice::NotAsked | Voice::Passed => {
                        let thought = [("voice", thought.as_str().into())];
                        let thought = pen.sentence("talk-voice", &thought);
                        pen.told(ui, Type::Body, pen.theme.ink_soft(), &thought);
                    }
                }
            }
            if *asks_aim {
                pen.soft(ui, Type::Body, &pen.word("talk-aim"));
            }
            if let Some(seconds) = moment.seconds {
                let count = [("count", i64::from(seconds).into())];
                pen.soft(ui, Type::Small, &pen.sentence("talk-seconds", &count));
            }
            match moment.steps.aloud {
                Aloud::NotAsked => {}
                Aloud::Awaited => return aloud::ask(ui, pen, lines),
                Aloud::Said => pen.soft(ui, Type::Body, &pen.word(aloud::closest(lines))),
            }
            let area = Node { padding: UiRect::vertical(px(4)), flex_shrink: 0.0, ..column(NEAR) };
            let label = a11y::group(&pen.word("talk-choices"));
            ui.spawn((TabGroup::new(0), area, label)).with_children(|ui| {
                for (at, choice) in choices.iter().enumerate() {
                    let say = Act(Action::Choose(choice.choice));
                    match &choice.locked {
                        Some(why) => locked_choice(ui, pen, at + 1, &choice.text, why),
                        None => {
                            choice_button(ui, pen, &(at + 1).to_string(), &choice.text, say);
                        }
                    }
                }
            });
        }
        Moment::Ended { broke_off, .. } => {
            ui.spawn(asked(pen)).with_children(|ui| {
                pen.text(ui, Type::Heading, &pen.word("talk-over"));
                if let Some(broke_off) = broke_off {
                    pen.told(ui, Type::Body, pen.theme.ink(), broke_off);
                }
                way_on(ui, pen, "look-back", "talk-look-back", Go::Out);
            });
        }
    }
}

/// What stands in the place of the choices.
pub(super) fn asked(pen: &Pen) -> impl Bundle + use<> {
    let node = Node {
        padding: UiRect::all(px(PAD)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::all(px(ROUND)),
        ..column(GAP)
    };
    (node, BackgroundColor(pen.theme.panel()), BorderColor::all(pen.theme.line()))
}

/// The one way on. Enter and Space take it; a choice never has the keyboard unasked, so they cannot choose.
pub(super) fn way_on<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    word: &str,
    message: M,
) {
    way_of(ui, pen, Press::Primary, name, word, message);
}

/// The same beside something else that is rather to be done.
pub(super) fn way_past<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    name: &str,
    word: &str,
    message: M,
) {
    way_of(ui, pen, Press::Plain, name, word, message);
}

fn way_of<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    press: Press,
    name: &str,
    word: &str,
    message: M,
) {
    let area = Node {
        justify_content: JustifyContent::FlexEnd,
        padding: UiRect::vertical(px(4)),
        ..row(GAP)
    };
    ui.spawn((TabGroup::new(0), area)).with_children(|ui| {
        let way = button(ui, pen, press, name, &pen.word(word), message);
        ui.commands_mut().entity(way).insert(AutoFocus);
    });
}
