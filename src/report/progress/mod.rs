//! Progress on paper: where each skill stands, talk by talk, what moves, what is due, and what comes next.

mod csv;
mod html;
mod json;
mod markdown;

use jiff::Span;

use crate::assess::Share;
use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};
use crate::progress::{Day, Due, Moving, Progress, Reason, Says, Standing};
use crate::report::Format;

/// Whose progress it is, and when it was looked at: what progress itself does not know.
#[derive(Debug, Clone, Copy)]
pub struct OverTime<'a> {
    /// The name that the person goes by.
    pub person: &'a str,
    /// The day on which it was looked at, ready to be shown.
    pub when: &'a str,
    /// What there is to say.
    pub progress: &'a Progress,
}

/// Progress in a language. The same progress gives the same bytes.
pub fn progress_page(over_time: &OverTime<'_>, format: Format, lang: Lang) -> String {
    let page = Page { over_time: *over_time, progress: over_time.progress, lang };
    match format {
        Format::Html => html::page(&page),
        Format::Csv => csv::table(&page),
        Format::Json => json::document(&page),
        Format::Markdown => markdown::text(&page),
    }
}

/// On how many decisions and scenarios a standing rests.
pub fn rests_on_words(standing: &Standing, lang: Lang) -> String {
    let args = [
        ("count", i64::from(standing.observations).into()),
        ("scenarios", standing.scenarios.into()),
    ];
    say_with(lang, "progress-rests-on", &args)
}

/// The band around a standing in words; nothing where there is too little to say anything.
pub fn band_words(standing: &Standing, lang: Lang) -> Option<String> {
    let (low, high) = standing.band;
    let whole = |thousandths: u16| i64::from((thousandths + 5) / 10).into();
    let args = [("low", whole(low)), ("high", whole(high))];
    (standing.says > Says::NotEnough).then(|| say_with(lang, "progress-band", &args))
}

/// Why something is to be practised next, in one line.
pub fn reason_words(reason: &Reason, lang: Lang) -> String {
    let key = format!("progress-reason-{}", reason.code());
    match reason {
        Reason::First | Reason::New => say(lang, &key),
        Reason::Easier(skill)
        | Reason::NoEasier(skill)
        | Reason::Harder(skill)
        | Reason::Weakest(skill)
        | Reason::WithinReach(skill)
        | Reason::Gain(skill)
        | Reason::KeepUp(skill) => {
            let skill = say(lang, &format!("skill-{}", skill.code()));
            say_with(lang, &key, &[("skill", skill.into())])
        }
        Reason::Due { title, days, sibling } => {
            let key = if *sibling { key } else { format!("{key}-same") };
            let title = title.get(lang).into();
            say_with(lang, &key, &[("title", title), ("days", i64::from(*days).into())])
        }
        Reason::Few(indicator, count) => {
            let indicator = say(lang, indicator.code()).into();
            let args = [("indicator", indicator), ("count", i64::from(*count).into())];
            say_with(lang, &key, &args)
        }
    }
}

/// Progress in one language, with the sentences that every format puts it into.
struct Page<'a> {
    over_time: OverTime<'a>,
    progress: &'a Progress,
    lang: Lang,
}

/// What the numbers mean and what they do not, sentence by sentence.
const READING: [&str; 4] =
    ["progress-read-band", "progress-read-check", "progress-read-tendency", "report-read-never"];

impl Page<'_> {
    fn word(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        say_with(self.lang, key, args)
    }

    /// Where the skills stand by what counts, and by what was practised, each with the key of its heading.
    fn standings(&self) -> [(&'static str, &[Standing; 3]); 2] {
        [
            ("progress-checked", &self.progress.checked),
            ("progress-practised", &self.progress.practised),
        ]
    }

    fn says(&self, standing: &Standing) -> String {
        self.word(&format!("progress-says-{}", standing.says.code()))
    }

    fn rests_on(&self, standing: &Standing) -> String {
        rests_on_words(standing, self.lang)
    }

    /// The band in words; nothing where there is too little to say anything.
    fn band(&self, standing: &Standing) -> Option<String> {
        band_words(standing, self.lang)
    }

    fn reason(&self, reason: &Reason) -> String {
        reason_words(reason, self.lang)
    }

    fn due(&self, due: &Due) -> String {
        let days = i64::from(due.left.abs()).into();
        match due.left {
            ..0 => self.sentence("progress-due-since", &[("days", days)]),
            0 => self.word("progress-due-today"),
            1.. => self.sentence("progress-due-in", &[("days", days)]),
        }
    }

    /// Where an indicator goes, with the two means it is said from.
    fn moves(&self, moving: &Moving) -> String {
        self.word(&format!("progress-way-{}", moving.way.code()))
    }
}

/// A day as `2026-11-25`; a day that no calendar has as its number.
fn date(day: Day) -> String {
    let first = jiff::civil::date(1970, 1, 1);
    let date = Span::new().try_days(day).and_then(|days| first.checked_add(days));
    date.map_or_else(|_| day.to_string(), |date| date.to_string())
}

/// A mean rating in whole steps with one digit, such as `+0.5`: it is given in half steps.
fn rating(mean: Share) -> String {
    let tenths = (mean * Share::from(5)).round().to_integer();
    let sign = match tenths {
        0 => "±",
        1.. => "+",
        _ => "−",
    };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (day, expect) in [(0, "1970-01-01"), (20_782, "2026-11-25"), (-1, "1969-12-31")] {
            assert_eq!(date(day), expect);
        }
        assert_eq!(date(Day::MAX), Day::MAX.to_string());
    }

    #[test]
    fn means_are_printed_in_whole_steps() {
        for (half_steps, expect) in
            [((0, 1), "±0.0"), ((1, 1), "+0.5"), ((-4, 3), "−0.7"), ((2, 1), "+1.0")]
        {
            assert_eq!(rating(Share::new(half_steps.0, half_steps.1)), expect);
        }
    }
}
