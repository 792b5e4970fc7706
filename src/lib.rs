//! kikitori (聞き取り): a simulator for answering complaints.
//!
//! The floors, lowest first; a module imports only from those before it (`tests/it/floors.rs` reads this):
//!
//! 0. words: [`lang`], [`diagnostic`], [`notation`], [`rubric`], [`handbook`]
//! 1. the script: [`scenario`]
//! 2. the talk: [`session`]
//! 3. the readings: [`assess`], [`analysis`], [`surface`], [`progress`]
//! 4. judgement and paper: [`check`], [`graph`], [`report`], [`handon`], and many people at once: [`room`]
//! 5. edges: [`store`], [`paper`], [`handing`]
//! 6. shells: [`cli`] and, with the feature `app`, the window.
//!
//! See `ARCHITECTURE.md` for the reasons and the invariants.

pub mod lang;

pub mod diagnostic;

pub mod notation;

pub mod rubric;

pub mod handbook;

pub mod scenario;

pub mod session;

pub mod assess;

pub mod analysis;

pub mod progress;

pub mod surface;

pub mod blind;

pub mod check;

pub mod graph;

pub mod report;

pub mod room;

pub mod handon;

pub mod store;

pub mod paper;

pub mod handing;

pub mod cli;

#[cfg(feature = "app")]
pub mod app;
