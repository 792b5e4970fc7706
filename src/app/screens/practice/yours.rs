//! Whose all this is: where it lies, how it goes along or is erased, and files that someone hands back.

use bevy::prelude::*;
use bevy::window::FileDragAndDrop;
use bevy::winit::EventLoopProxyWrapper;

use crate::app::handed::Handed;
use crate::app::keeping::Keeping;
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::practice::Out;
use crate::app::screens::practice::out::ToTell;
use crate::app::screens::{Go, Screen, lies_at};
use crate::app::settings::Chosen;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Press, Ui, button, card, column, heading, wrapping_row};
use crate::handing::Taken;
use crate::session::Session;
use crate::store::Kept;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<FileDragAndDrop>().init_resource::<Handed>();
    app.add_systems(Update, (begin, take_in).chain());
}

/// Where everything lies, and what can be done with all of it, if there is any.
pub(super) fn yours(ui: &mut Ui<'_>, pen: &Pen, keeping: &Keeping, any: bool) {
    let Some(folder) = keeping.folder() else { return };
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "practice-yours");
        ui.spawn(column(NEAR)).with_children(|ui| {
            pen.text(ui, Type::Body, &lies_at("practice-yours-lies", folder, pen.lang));
            pen.soft(ui, Type::Body, &pen.word("practice-yours-drop"));
        });
        if !any {
            return;
        }
        let apart = Node { padding: UiRect::top(px(NEAR)), ..wrapping_row(GAP) };
        ui.spawn(apart).with_children(|ui| {
            button(ui, pen, Press::Plain, "all", &pen.word("practice-all"), Out::All);
            let erase = pen.word("practice-erase");
            button(ui, pen, Press::Plain, "erase", &erase, Lay(Overlay::Erase));
        });
    });
}

/// Whether really all of it, for good. Comes to what has the keyboard first.
pub(in crate::app::screens) fn question(
    ui: &mut Ui<'_>,
    pen: &Pen,
    person: Option<&str>,
) -> Entity {
    let mut keep = Entity::PLACEHOLDER;
    ui.spawn((card(pen), Name::new("erase"))).with_children(|ui| {
        pen.text(ui, Type::Heading, &pen.word("erase-question"));
        let wide = Node {
            max_width: px(520.0 * pen.zoom),
            padding: UiRect::bottom(px(GAP)),
            ..column(0.0)
        };
        let about = match person {
            Some(name) => pen.sentence("erase-about", &[("name", name.into())]),
            None => pen.word("erase-about-unnamed"),
        };
        ui.spawn(wide).with_children(|ui| pen.text(ui, Type::Body, &about));
        ui.spawn(wrapping_row(GAP)).with_children(|ui| {
            let (first, second) = (pen.word("erase-keep"), pen.word("erase-now"));
            keep = button(ui, pen, Press::Primary, "keep", &first, Lay(Overlay::None));
            button(ui, pen, Press::Plain, "erase-now", &second, Out::Erase);
        });
    });
    keep
}

/// A file that is dropped on a page is taken in, beside the thread that draws; on a talk it would be in the way.
fn begin(
    mut dropped: MessageReader<FileDragAndDrop>,
    screen: Res<State<Screen>>,
    overlay: Res<Overlay>,
    keeping: Res<Keeping>,
    chosen: Res<Chosen>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut handed: ResMut<Handed>,
) {
    let pages = [Screen::Home, Screen::Library, Screen::Practice, Screen::Debrief];
    let open = pages.contains(screen.get()) && *overlay == Overlay::None;
    for dropped in dropped.read() {
        let FileDragAndDrop::DroppedFile { path_buf, .. } = dropped else { continue };
        if open {
            handed.begin(&keeping, (path_buf.clone(), chosen.lang), proxy.as_deref());
        }
    }
}

/// One talk that came is looked back on at once; what else came, or why nothing did, is said on the page.
fn take_in(
    mut handed: ResMut<Handed>,
    keeping: Res<Keeping>,
    chosen: Res<Chosen>,
    mut to_tell: ResMut<ToTell>,
    mut go: MessageWriter<Go>,
) {
    let Some(taken) = handed.take() else { return };
    let one = taken.as_ref().ok().and_then(|taken| only_one(taken, &keeping));
    if let Some(kept) = one {
        go.write(Go::LookBack(kept.into()));
        return;
    }
    to_tell.0 = Some(taken.map_or_else(|fault| fault, |taken| taken.sentence(chosen.lang)));
    go.write(Go::To(Screen::Practice));
}

/// The talk that was taken, where it is a single one that is over.
fn only_one(taken: &Taken, keeping: &Keeping) -> Option<Kept> {
    let mut ids = taken.new.iter().chain(&taken.known);
    let (Some(id), None) = (ids.next(), ids.next()) else { return None };
    let kept = keeping.load(id).ok()??;
    kept.talk.as_ref().is_ok_and(Session::is_over).then_some(kept)
}
