//! The real screens, driven by key and pointer without a window, and drawn without one.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::float_arithmetic, reason = "places on the page are fractions")]
#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

/// The three ways to practise, and having a part of a talk again.
mod again;
/// The author's desk: what is written for trainers, and where the story stands.
mod author;
/// A blind reading: only the replies are seen, and what was picked is counted and kept.
mod blind;
/// The buttons of the program, by their labels.
#[path = "../shared/buttons.rs"]
mod buttons;
/// The calm page after a hard talk.
mod calm;
/// Every channel looks like itself.
mod channels;
/// The look back: what is known at once, and what comes once it is found.
mod debrief;
/// The program at a desk: keys, a pointer, and what can be read on the page.
mod desk;
/// The first call, with hints, from the library and from the first start.
mod first;
/// The keyboard is where one expects it.
mod focus;
/// A folder of a test's own.
#[path = "../shared/folder.rs"]
mod folder;
/// Readings above words, for those who wish for them.
mod furigana;
/// The handbook over the screens.
mod handbook;
/// A talk goes to someone else as a file, and all of it can be erased.
mod handing;
/// What is heard is said in words.
mod heard;
/// What is said is kept before it is seen, and a talk goes on where it was left.
mod keeping;
/// Every part of the window's texts is inside its frame, at every size.
mod layout;
/// Letters stand on whole pixels, and Japanese dots in the middle of the line.
mod letters;
/// The map over the look back, by key and by pointer.
mod map;
/// Every screen and every channel, drawn as pictures.
mod pictures;
/// What a screen reader finds: names, roles, headings, and what is read aloud.
mod reader;
/// A room: an hour in its two windows, from setting up to the record.
mod room;
/// Screens, settings and what lies over the talk.
mod screens;
/// A stranger, from a fresh folder to a talk in each mode, by what a screen reader names.
mod stranger;
/// Both scenarios from the door to the debrief, by keyboard alone and by pointer alone.
mod talks;
/// The smallest scenario, on every channel.
#[path = "../shared/tiny.rs"]
mod tiny;
/// Every screen, by buttons alone, for whoever looks at each in her own way.
#[path = "../shared/tour.rs"]
mod tour;
/// The inner voice: what pulls may be named before the reply, and need not be.
mod voice;
/// A beat that does not wait for ever: its seconds are counted while they can be used, and only then.
mod waiting;
