//! What leaves the store on a person's word, and where it is said what became of it.

use std::path::PathBuf;

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::browser::{NotShown, ShowPage};
use crate::app::focus::IntoView;
use crate::app::keeping::Keeping;
use crate::app::screens::{Go, Screen, lies_at, pen};
use crate::app::settings::{Chosen, LooksChanged};
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, column};
use crate::lang::words::say;
use crate::store::{AttemptId, StoreFault};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Out>().add_message::<Told>().init_resource::<ToTell>();
    app.add_systems(Update, (put_out, put_away, erase, say_unopened, say_where).chain());
}

/// Asks for something that is kept to leave the store.
#[derive(Message, Debug, Clone, PartialEq, Eq)]
pub(in crate::app::screens) enum Out {
    /// An attempt, as a page to print.
    Page(AttemptId),
    /// An attempt, as a file to hand on.
    File(AttemptId),
    /// All of the person, as a file.
    All,
    /// An attempt that was left in the middle, so that it is not offered any more.
    PutAway(AttemptId),
    /// All of the person, for good.
    Erase,
}

/// What became of it, as a sentence.
#[derive(Message, Debug, Clone)]
pub(super) struct Told(pub(super) String);

/// What is told when the page is open.
#[derive(Resource, Debug, Default)]
pub(super) struct ToTell(pub(super) Option<String>);

/// Where it is said what became of something.
#[derive(Component)]
pub(in crate::app::screens) struct ToldPlace;

/// A place for the sentence on what became of something.
pub(in crate::app::screens) fn told_place(ui: &mut Ui<'_>) {
    let apart = UiRect::bottom(px(NEAR));
    let node = Node { display: Display::None, flex_shrink: 0.0, padding: apart, ..column(0.0) };
    ui.spawn((ToldPlace, node, a11y::status("")));
}

/// Says something in a place that was kept for it, instead of what is said there.
pub(in crate::app::screens) fn say_in(
    mut place: EntityCommands,
    node: &mut Node,
    pen: &Pen,
    said: &str,
) {
    node.display = Display::Flex;
    place.despawn_children().with_children(|ui| pen.text(ui, Type::Body, said));
    place.insert(AccessibleLabel::new(said.replace('\n', " ")));
}

fn put_out(
    mut asked: MessageReader<Out>,
    keeping: Res<Keeping>,
    chosen: Res<Chosen>,
    mut out: MessageWriter<Told>,
    mut show: MessageWriter<ShowPage>,
) {
    let person = chosen.settings.person.as_deref();
    let mut tell = |key: &str, made: Result<PathBuf, StoreFault>| {
        out.write(match &made {
            Ok(path) => Told(lies_at(key, path, chosen.lang)),
            Err(fault) => Told(fault.sentence(chosen.lang)),
        });
        made.ok()
    };
    for asked in asked.read() {
        match asked {
            Out::Page(id) => {
                let page = tell("practice-report-is", keeping.put_on_paper(id, chosen.lang));
                show.write_batch(page.map(ShowPage));
            }
            Out::File(id) => {
                tell("practice-handed-on", keeping.hand_on(id));
            }
            Out::All => {
                tell("practice-all-is", keeping.put_out_all(person));
            }
            Out::PutAway(_) | Out::Erase => {}
        }
    }
}

fn put_away(
    mut asked: MessageReader<Out>,
    keeping: Res<Keeping>,
    mut anew: MessageWriter<LooksChanged>,
    mut out: MessageWriter<Told>,
    chosen: Res<Chosen>,
) {
    for asked in asked.read() {
        let Out::PutAway(id) = asked else { continue };
        match keeping.put_away(id) {
            Ok(()) => {
                anew.write(LooksChanged);
            }
            Err(fault) => {
                out.write(Told(fault.sentence(chosen.lang)));
            }
        }
    }
}

/// Whoever is erased is nobody's name any more, and the page is built anew, without them.
fn erase(
    mut asked: MessageReader<Out>,
    mut keeping: ResMut<Keeping>,
    mut chosen: ResMut<Chosen>,
    mut to_tell: ResMut<ToTell>,
    mut go: MessageWriter<Go>,
    mut commands: Commands,
) {
    if !asked.read().any(|asked| *asked == Out::Erase) {
        return;
    }
    let told = match keeping.erase(chosen.settings.person.as_deref()) {
        Ok(()) => {
            chosen.forget_person();
            say(chosen.lang, "person-erased")
        }
        Err(fault) => fault.sentence(chosen.lang),
    };
    commands.remove_resource::<crate::app::session::ActiveSession>();
    to_tell.0 = Some(told);
    go.write(Go::To(Screen::Practice));
}

/// A page that no browser shows still lies where it was written.
fn say_unopened(
    mut told: MessageReader<NotShown>,
    chosen: Res<Chosen>,
    mut out: MessageWriter<Told>,
) {
    let unopened =
        |NotShown(path): &NotShown| lies_at("practice-report-unopened", path, chosen.lang);
    out.write_batch(told.read().map(unopened).map(Told));
}

/// What became of it is said in its place, where a screen has one.
fn say_where(
    mut told: MessageReader<Told>,
    mut places: Query<(Entity, &mut Node), With<ToldPlace>>,
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    mut into_view: MessageWriter<IntoView>,
    mut commands: Commands,
) {
    let Some(Told(said)) = told.read().last() else { return };
    let pen = pen(&theme, &chosen);
    for (place, mut node) in &mut places {
        say_in(commands.entity(place), &mut node, &pen, said);
        into_view.write(IntoView(place));
    }
}
