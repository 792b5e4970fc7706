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

/// The sounds that were heard so far, kept so that each is computed once.
#[derive(Resource, Default)]
struct Waves(BTreeMap<Sound, Handle<AudioSource>>);

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
    for Play(sound) in asked.read().filter(|_| loud > 0.0) {
        let source = waves.0.entry(*sound).or_insert_with(|| {
            let bytes = wav(*sound).into();
            sources.add(AudioSource { bytes })
        });
        let how = PlaybackSettings::DESPAWN.with_volume(Loudness::Linear(loud));
        commands.spawn((AudioPlayer(source.clone()), how));
    }
}
