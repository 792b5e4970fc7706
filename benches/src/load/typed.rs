//! The same file as plain serde structs, which the `ron` crate reads: fields must be known, and nothing else is asked.

use std::collections::BTreeMap;

use anyhow::Result;
use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

/// Reads a file; a field that is not known is an error.
pub(super) fn read(text: &str) -> Result<Scenario> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    Ok(options.from_str(text)?)
}

macro_rules! structs {
    ($($name:ident { $($field:ident: $kind:ty,)+ })+) => {
        $(#[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(dead_code, reason = "what counts is that it was read")]
        pub(super) struct $name {
            $(pub(super) $field: $kind,)+
        })+
    };
}

structs! {
    Scenario {
        id: String,
        languages: Vec<Lang>,
        title: String,
        summary: String,
        channel: Channel,
        difficulty: u8,
        minutes: u8,
        skills: Vec<Skill>,
        speakers: BTreeMap<String, Speaker>,
        briefing: Briefing,
        start: Start,
        gauges: BTreeMap<String, OwnGauge>,
        opens_at: String,
        beats: BTreeMap<String, Beat>,
        endings: BTreeMap<String, Ending>,
    }
    Speaker {
        role: Role,
        name: String,
    }
    Briefing {
        you: String,
        situation: String,
        rules: BTreeMap<String, String>,
        known: BTreeMap<String, String>,
    }
    Start {
        anger: u8,
        trust: u8,
    }
    OwnGauge {
        name: String,
        start: u8,
    }
    Beat {
        title: String,
        lines: Vec<Line>,
        cues: Vec<Cue>,
        rates: Vec<Indicator>,
        key: String,
        choices: Vec<Choice>,
    }
    Line {
        say: Vec<Variant>,
    }
    Choice {
        id: String,
        say: String,
        reply: String,
        ratings: Ratings,
        effects: Vec<Effect>,
        next: Vec<Move>,
        feedback: String,
        best_when: String,
    }
    Ending {
        outcome: Outcome,
        title: String,
        text: String,
    }
}

/// One of several texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what counts is that it was read")]
pub(super) struct Variant {
    when: Option<Vec<Condition>>,
    ja: String,
}

/// A way on, in the one form that serde reads without guessing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what counts is that it was read")]
pub(super) struct Move {
    when: Option<Vec<Condition>>,
    to: String,
}

/// The indicators that the story rates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    dead_code,
    non_snake_case,
    reason = "as the file has them; what counts is that it was read"
)]
pub(super) struct Ratings {
    P1: f32,
    P4: f32,
}

macro_rules! enums {
    ($($name:ident { $($inside:tt)+ })+) => {
        $(#[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(dead_code, reason = "what counts is that it was read")]
        pub(super) enum $name { $($inside)+ })+
    };
}

enums! {
    Lang { Ja, En }
    Channel { Phone, Visit, Counter, Chat, Mail, Internal }
    Skill { Perspective, Ownership, Calm }
    Role { Customer, Colleague }
    Outcome { Resolved, Calmed, Escalated, Left }
    Indicator { P1, P2, P3, P4, P5 }
    Cue { Line(String), Rule(String), Known(String), Fact(String) }
    Condition {
        Anger { min: Option<u8>, max: Option<u8> },
        Trust { min: Option<u8>, max: Option<u8> },
    }
    Effect { Anger(i8), Trust(i8), Gauge(String, i8) }
}
