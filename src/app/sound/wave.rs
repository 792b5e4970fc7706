//! The sounds themselves: sums of a few tones that fade, computed at the start, so that there is nothing to license.

use std::f32::consts::TAU;

use crate::app::sound::Sound;

/// Samples a second: enough for bells, and small.
const RATE: u16 = 22_050;

/// How long a tone takes to come, so that it does not click.
const ATTACK: f32 = 0.004;

/// One tone.
#[derive(Debug, Clone, Copy)]
struct Tone {
    /// When it begins, in seconds.
    at: f32,
    /// How long it lasts.
    lasts: f32,
    /// In hertz.
    pitch: f32,
    /// 0 to 1.
    loud: f32,
    /// How often a second it is interrupted, as an electric bell is; never, if 0.
    trill: f32,
    /// By how much it has faded at its end: 0 not at all, 5 to nothing.
    fade: f32,
}

const fn tone(at: f32, lasts: f32, pitch: f32, loud: f32, fade: f32) -> Tone {
    Tone { at, lasts, pitch, loud, trill: 0.0, fade }
}

const fn bell(at: f32, pitch: f32) -> Tone {
    Tone { at, lasts: 0.7, pitch, loud: 0.16, trill: 16.0, fade: 0.3 }
}

/// The tones of a sound.
fn tones(sound: Sound) -> Vec<Tone> {
    match sound {
        Sound::Ring => vec![bell(0.0, 410.0), bell(0.0, 820.0), bell(1.0, 410.0), bell(1.0, 820.0)],
        Sound::PickUp => vec![tone(0.0, 0.05, 170.0, 0.4, 4.0), tone(0.08, 0.04, 120.0, 0.25, 4.0)],
        Sound::HangUp => vec![
            tone(0.0, 0.06, 140.0, 0.4, 4.0),
            tone(0.5, 0.3, 400.0, 0.14, 0.2),
            tone(1.1, 0.3, 400.0, 0.1, 0.2),
        ],
        Sound::Message => {
            vec![tone(0.0, 0.35, 880.0, 0.2, 4.0), tone(0.12, 0.5, 1_175.0, 0.2, 4.0)]
        }
        Sound::Doorbell => {
            vec![tone(0.0, 0.9, 659.0, 0.25, 3.5), tone(0.55, 1.3, 523.0, 0.25, 4.0)]
        }
        Sound::CounterBell => {
            vec![tone(0.0, 1.2, 2_093.0, 0.22, 5.0), tone(0.0, 0.7, 5_650.0, 0.06, 5.0)]
        }
        Sound::TimeUp => {
            vec![tone(0.0, 1.6, 523.0, 0.2, 4.5), tone(0.0, 1.1, 1_318.0, 0.08, 5.0)]
        }
        Sound::Choice => vec![tone(0.0, 0.07, 520.0, 0.12, 3.0)],
    }
}

/// The value of a tone at a time, in seconds.
fn value(tone: &Tone, time: f32) -> f32 {
    let since = time - tone.at;
    if !(0.0..tone.lasts).contains(&since) {
        return 0.0;
    }
    let comes = (since / ATTACK).min(1.0);
    let goes = ((tone.lasts - since) / ATTACK).min(1.0);
    let fades = (-tone.fade * since / tone.lasts).exp();
    let trill = if tone.trill > 0.0 { 0.5 - 0.5 * (TAU * tone.trill * since).cos() } else { 1.0 };
    (TAU * tone.pitch * since).sin() * tone.loud * comes * goes * fades * trill
}

/// A sound as samples, with so many seconds of silence before it.
fn samples(sound: Sound, after: f32) -> Vec<i16> {
    let late = |tone: Tone| Tone { at: tone.at + after, ..tone };
    let tones: Vec<Tone> = tones(sound).into_iter().map(late).collect();
    let end = tones.iter().map(|tone| tone.at + tone.lasts).fold(0.0, f32::max);
    // Counted and divided, not added up: sums of many small steps drift.
    let times =
        (0..=u16::MAX).map(|nth| f32::from(nth) / f32::from(RATE)).take_while(|time| *time < end);
    let sample = |time: f32| {
        let sum: f32 = tones.iter().map(|tone| value(tone, time)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
        let sample = (sum.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16;
        sample
    };
    times.map(sample).collect()
}

/// A sound as a WAV file, one channel of 16 bits, with so many seconds of silence before it.
pub(super) fn wav(sound: Sound, after: f32) -> Vec<u8> {
    let data: Vec<u8> = samples(sound, after).into_iter().flat_map(i16::to_le_bytes).collect();
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    let rate = u32::from(RATE);
    let mut file = Vec::with_capacity(44 + data.len());
    file.extend(b"RIFF");
    file.extend(length.saturating_add(36).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    // PCM, one channel, so many samples and bytes a second, two bytes a sample of 16 bits.
    file.extend([1_u16, 1].into_iter().flat_map(u16::to_le_bytes));
    file.extend([rate, rate * 2].into_iter().flat_map(u32::to_le_bytes));
    file.extend([2_u16, 16].into_iter().flat_map(u16::to_le_bytes));
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(data);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Sound; 8] = [
        Sound::Ring,
        Sound::PickUp,
        Sound::HangUp,
        Sound::Message,
        Sound::Doorbell,
        Sound::CounterBell,
        Sound::TimeUp,
        Sound::Choice,
    ];

    #[test]
    fn sounds_are_short_soft_and_do_not_click() {
        for sound in ALL {
            let samples = samples(sound, 0.0);
            let loudest = samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap();
            assert!((1_000..16_384).contains(&loudest), "{sound:?}: {loudest}");
            let ends = [samples[0], *samples.last().unwrap()];
            assert!(ends.iter().all(|sample| sample.unsigned_abs() < 400), "{sound:?}: {ends:?}");
            assert!(samples.len() < 3 * usize::from(RATE), "{sound:?}");
            let jump = samples.windows(2).map(|two| two[0].abs_diff(two[1])).max().unwrap();
            assert!(jump < 8_000, "{sound:?} jumps by {jump}");
        }
        let late = samples(Sound::PickUp, 1.0);
        let (before, after) = late.split_at(usize::from(RATE));
        assert!(before.iter().all(|sample| *sample == 0), "it waits for the ring");
        assert!(after.iter().any(|sample| sample.unsigned_abs() > 1_000), "and is heard then");
    }

    #[test]
    fn a_file_says_how_long_it_is() {
        for sound in ALL {
            let file = wav(sound, 0.0);
            assert_eq!((&file[..4], &file[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
            let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
            assert_eq!(number(4) as usize, file.len() - 8);
            assert_eq!(number(40) as usize, file.len() - 44);
            assert_eq!(number(24), u32::from(RATE));
        }
    }
}
