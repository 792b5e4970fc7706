//! What a person has set: language, text size, theme, movement and time to answer, applied at once and kept.

use bevy::prelude::*;
use bevy::text::RemSize;
use bevy::window::WindowCloseRequested;

use crate::app::theme::{Theme, fonts};
use crate::lang::Lang;
use crate::session::Mode;
use crate::store::{
    AnswerTime, Place, Settings, StoreFault, TextSize, ThemeName, Volume, clean_name,
};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Set>().add_message::<LooksChanged>().add_message::<Named>();
    app.add_systems(Startup, apply);
    app.add_systems(Update, (change, be_named).in_set(super::AppSystems::Step));
    app.add_systems(Last, keep_at_the_end);
}

/// What is set now, and where it is kept.
#[derive(Resource, Debug, Clone)]
pub(crate) struct Chosen {
    /// The settings.
    pub(crate) settings: Settings,
    /// The language, which may be the machine's as long as none was chosen.
    pub(crate) lang: Lang,
    /// Why they could not be kept, when that was tried last; they hold until the program ends.
    pub(crate) unkept: Option<StoreFault>,
    /// What of them is kept.
    kept: Settings,
    /// Where they are kept; nowhere in a test.
    place: Option<Place>,
}

impl Chosen {
    /// What is kept at this place.
    pub(super) fn new(settings: Settings, lang: Lang, place: Option<Place>) -> Self {
        Self { kept: settings.clone(), settings, lang, unkept: None, place }
    }
}

impl Chosen {
    /// Whoever was erased is nobody's name any more, neither now nor when the settings are kept again.
    pub(crate) fn forget_person(&mut self) {
        self.settings.person = None;
        self.kept.person = None;
    }
}

/// Says that the language, the size of text or the colours changed, so that what is shown is built anew.
#[derive(Message, Debug, Clone, Copy)]
pub(crate) struct LooksChanged;

/// Asks for a change of a setting.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    /// The language of everything.
    Lang(Lang),
    /// The size of text.
    TextSize(TextSize),
    /// The colours.
    Theme(ThemeName),
    /// Whether movement that says nothing is left out.
    Still(bool),
    /// How long the other side waits for an answer.
    AnswerTime(AnswerTime),
    /// How talks are practised.
    Mode(Mode),
    /// Whether choices are shown before anything was said aloud.
    ChoicesAtOnce(bool),
    /// Whether what pulls at the trainee is left unnamed.
    NoInnerVoice(bool),
    /// Whether the gauges are left out of the talk.
    NoGauges(bool),
    /// Whether readings stand above words.
    Furigana(bool),
    /// Whether what is heard is not said in words as well.
    NoCaptions(bool),
    /// How loud it is.
    Volume(Volume),
}

/// Says what someone is to be called. It is told with every letter, so it is kept when its page is left, and nothing is
/// built anew.
#[derive(Message, Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named(pub(crate) String);

fn be_named(mut told: MessageReader<Named>, mut chosen: ResMut<Chosen>) {
    if let Some(Named(typed)) = told.read().last() {
        chosen.settings.person = clean_name(typed);
    }
}

/// Keeps what is set. A full disk is no reason to stop a practice: what cannot be kept holds until the program ends.
pub(crate) fn keep(mut chosen: ResMut<Chosen>) {
    let Chosen { settings, kept, place, .. } = &*chosen;
    let Some(place) = place.as_ref().filter(|_| settings != kept) else { return };
    chosen.unkept = place.open().and_then(|mut store| store.set(kept, settings)).err();
    if chosen.unkept.is_none() {
        chosen.kept = chosen.settings.clone();
    }
}

/// The window may be closed while a name is being typed.
fn keep_at_the_end(
    mut closed: MessageReader<WindowCloseRequested>,
    mut named: MessageReader<Named>,
    mut unkept: Local<bool>,
    mut commands: Commands,
) {
    *unkept |= named.read().count() > 0;
    if closed.read().count() > 0 && *unkept {
        commands.run_system_cached(keep);
    }
}

fn change(
    mut asked: MessageReader<Set>,
    mut chosen: ResMut<Chosen>,
    mut out: MessageWriter<LooksChanged>,
    mut commands: Commands,
) {
    for set in asked.read() {
        match *set {
            Set::Lang(lang) => (chosen.settings.lang, chosen.lang) = (Some(lang), lang),
            Set::TextSize(size) => chosen.settings.text_size = size,
            Set::Theme(theme) => chosen.settings.theme = theme,
            Set::Still(still) => chosen.settings.still = still,
            Set::AnswerTime(time) => chosen.settings.answer_time = time,
            Set::Mode(mode) => chosen.settings.mode = mode,
            Set::ChoicesAtOnce(at_once) => chosen.settings.choices_at_once = at_once,
            Set::NoInnerVoice(none) => chosen.settings.no_inner_voice = none,
            Set::NoGauges(none) => chosen.settings.no_gauges = none,
            Set::Furigana(shown) => chosen.settings.furigana = shown,
            Set::NoCaptions(none) => chosen.settings.no_captions = none,
            Set::Volume(volume) => chosen.settings.volume = volume,
        }
        commands.run_system_cached(keep);
        commands.run_system_cached(apply);
        out.write(LooksChanged);
    }
}

/// Makes the program look as it is set.
fn apply(
    chosen: Res<Chosen>,
    mut theme: ResMut<Theme>,
    mut rem: ResMut<RemSize>,
    mut ground: ResMut<ClearColor>,
) {
    *theme = Theme::named(chosen.settings.theme);
    *rem = fonts::rem(chosen.settings.text_size.percent());
    ground.0 = theme.paper();
}
