//! The clock and calendar of this machine, by which attempts are dated.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::progress::Day;

/// This moment, in Unix milliseconds.
#[expect(clippy::disallowed_methods, reason = "attempts are dated here, for all shells")]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A moment in Unix milliseconds as programs read it: in UTC, to the millisecond.
pub fn utc(millis: i64) -> String {
    Timestamp::from_millisecond(millis)
        .map_or_else(|_| millis.to_string(), |moment| format!("{moment:.3}"))
}

/// A moment in Unix milliseconds as the clock on this machine's wall shows it.
pub fn local(millis: i64) -> String {
    wall(millis)
        .map_or_else(|| millis.to_string(), |wall| wall.strftime("%Y-%m-%d %H:%M").to_string())
}

/// The date of a moment in Unix milliseconds, on this machine's calendar.
pub fn date(millis: i64) -> Date {
    wall(millis).unwrap_or_default().date()
}

/// The same, in days since 1 January 1970.
pub fn day(millis: i64) -> Day {
    (date(millis) - jiff::civil::date(1970, 1, 1)).get_days()
}

/// Nothing for a moment that no calendar holds; a file from elsewhere may name one.
fn wall(millis: i64) -> Option<DateTime> {
    let moment = Timestamp::from_millisecond(millis).ok()?;
    Some(moment.to_zoned(TimeZone::system()).datetime())
}
