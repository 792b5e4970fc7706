//! The hand-over sheet: what happened, what is wanted, what was promised, who must know; picked from what could be written.

use bevy::input_focus::AutoFocus;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::a11y;
use crate::app::focus::{FocusName, LostFocus};
use crate::app::screens::talk::page::asked;
use crate::app::session::{Act, Again, Open, Resume};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Press, Ui, button, column, tick_button, wrapping_row};
use crate::scenario::Section;
use crate::session::{Action, Entries, EntryView};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Written>().add_message::<Tick>();
    app.add_systems(Update, (begin, tick).chain().in_set(AppSystems::Step));
}

/// What is written on the sheet so far; it becomes part of the talk only once it is handed over.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written(pub(super) Entries);

/// Writes the entry at this place, or strikes it out again.
#[derive(Message, Debug, Clone, Copy)]
pub(super) struct Tick(usize);

fn begin(
    mut opened: MessageReader<Open>,
    mut resumed: MessageReader<Resume>,
    mut again: MessageReader<Again>,
    mut written: ResMut<Written>,
) {
    // What was ticked in another talk is not written in this one.
    if opened.read().count() + resumed.read().count() + again.read().count() > 0 {
        *written = Written::default();
    }
}

fn tick(mut ticks: MessageReader<Tick>, mut written: ResMut<Written>, mut lost: ResMut<LostFocus>) {
    for Tick(at) in ticks.read() {
        // The list is built anew, and the keyboard stays where it is.
        lost.0 = Some(FocusName(format!("entry-{at}")));
        let bit = Entries::default().with(*at);
        written.0 = Entries(written.0.0 ^ bit.0);
    }
}

/// The whole sheet, and the way to hand it over.
pub(super) fn fill_sheet(ui: &mut Ui<'_>, pen: &Pen, entries: &[EntryView], written: Entries) {
    ui.spawn(asked(pen)).with_children(|ui| {
        pen.text(ui, Type::Heading, &pen.word("sheet-title"));
        pen.soft(ui, Type::Body, &pen.word("sheet-how"));
        let group = a11y::group(&pen.word("sheet-title"));
        let mut begun = false;
        ui.spawn((TabGroup::new(0), column(NEAR), group)).with_children(|ui| {
            for section in Section::ALL {
                let mut here = entries.iter().filter(|entry| entry.section == section).peekable();
                if here.peek().is_some() {
                    pen.text(ui, Type::Strong, &pen.word(&format!("sheet-{}", section.code())));
                }
                for entry in here {
                    let (name, ticked) = (format!("entry-{}", entry.at), written.has(entry.at));
                    let line = tick_button(ui, pen, &name, &entry.text, ticked, Tick(entry.at));
                    // Whoever goes on by Enter alone hands nothing over unread.
                    if !std::mem::replace(&mut begun, true) {
                        ui.commands_mut().entity(line).insert(AutoFocus);
                    }
                }
            }
        });
        let foot = Node {
            justify_content: JustifyContent::SpaceBetween,
            padding: UiRect::all(px(4)),
            ..wrapping_row(GAP)
        };
        ui.spawn((TabGroup::new(0), foot)).with_children(|ui| {
            let args = [("written", count(written, entries).into()), ("of", entries.len().into())];
            pen.soft(ui, Type::Body, &pen.sentence("sheet-written", &args));
            let over = (pen.word("sheet-hand-over"), Act(Action::Fill(written)));
            button(ui, pen, Press::Primary, "hand-over", &over.0, over.1);
        });
    });
}

/// How many of these entries are written.
fn count(written: Entries, entries: &[EntryView]) -> usize {
    entries.iter().filter(|entry| written.has(entry.at)).count()
}
