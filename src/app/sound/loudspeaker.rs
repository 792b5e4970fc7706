//! Plays what is to be heard, on a machine that can.

use std::collections::BTreeMap;

use bevy::audio::Volume as Loudness;
use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::settings::Chosen;
use crate::app::sound::wave::wav;
use crate::app::sound::{Play, Sound};
use crate::store::Volume;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Waves>();
    app.add_systems(Update, play.after(AppSystems::Show));
}

/// How long a phone rings before it is picked up, in seconds.
const RINGING: f32 = 1.9;

/// The sounds that were heard so far, each with whether it comes after a ring, kept so that each is computed once.
#[derive(Resource, Default)]
struct Waves(BTreeMap<(Sound, bool), Handle<AudioSource>>);

fn play(
    mut asked: MessageReader<Play>,
    chosen: Res<Chosen>,
    sources: Option<ResMut<Assets<AudioSource>>>,
    mut waves: ResMut<Waves>,
    mut commands: Commands,
) {
    let Some(mut sources) = sources else { return };
    let loud = match chosen.settings.volume {
        Volume::Off => 0.0,
        Volume::Soft => 0.5,
        Volume::Full => 1.0,
    };
    let sounds: Vec<Sound> = asked.read().map(|Play(sound)| *sound).collect();
    for sound in sounds.iter().copied().filter(|_| loud > 0.0) {
        let rings_first = sound == Sound::PickUp && sounds.contains(&Sound::Ring);
        let source = waves.0.entry((sound, rings_first)).or_insert_with(|| {
            let after = if rings_first { RINGING } else { 0.0 };
            let bytes = wav(sound, after).into();
            sources.add(AudioSource { bytes })
        });
        let how = PlaybackSettings::DESPAWN.with_volume(Loudness::Linear(loud));
        commands.spawn((AudioPlayer(source.clone()), how));
    }
}
