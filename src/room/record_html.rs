//! A room's record as a page for the printer.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};
use crate::room::{DecisionRecord, Movement, Record};

/// What every printed page of a room looks like: ink on white, A4, nothing cut in two.
pub(super) const STYLE: &str = "
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.6 'IBM Plex Sans JP', 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', sans-serif;
  color: #1b1820; margin: 0 auto; max-width: 182mm; line-break: strict; word-break: auto-phrase; }
@media screen { body { padding: 16mm 8mm; } }
h1 { font-size: 20pt; line-height: 1.3; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 7mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 0 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; }
.soft { color: #55505a; }
.card { border: 0.3mm solid #b9ad99; border-radius: 2.5mm; padding: 4mm 5mm; margin: 0 0 4mm; break-inside: avoid; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet .card { padding: 2.5mm 4mm; margin-bottom: 2.5mm; }
.sheet h2 { margin-top: 4.5mm; }
ul { margin: 0 0 2mm; padding-left: 5mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 0.2mm solid #d8cfbf; padding: 1.6mm 2mm; text-align: left; vertical-align: top; }
th { font-weight: 600; }
.tight td { padding: 0.7mm 2mm; line-height: 1.45; }
.aloud { font-size: 14pt; line-height: 1.7; margin: 6mm 0; }
.aloud p { margin: 0 0 4mm; }
.key { font-weight: 700; white-space: nowrap; width: 22mm; }
.votes { white-space: nowrap; text-align: right; width: 20mm; font-variant-numeric: tabular-nums; }
.bar { height: 2.2mm; background: #2a5b5e; margin-top: 1mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar.second { background: #b04224; }
.swatch { display: inline-block; width: 8mm; height: 2.2mm; background: #2a5b5e; margin-right: 1.5mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.swatch.second { background: #b04224; margin-left: 5mm; }
.decision { font-size: 9.5pt; line-height: 1.5; padding: 3mm 4mm; }
.decision td { padding: 1mm 2mm; }
.decision p { margin-bottom: 1mm; }
.line { border-bottom: 0.3mm solid #8a8290; height: 10mm; }
.letters { display: grid; grid-template-columns: 1fr 1fr; gap: 0; }
.letter { height: 125mm; display: flex; align-items: center; justify-content: center; font-size: 250pt; font-weight: 700;
  border: 0.2mm dashed #b9ad99; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
.box { display: inline-block; width: 4.5mm; height: 4.5mm; border: 0.3mm solid #55505a; margin-right: 1.5mm; vertical-align: -0.6mm; }
";

/// A whole page in one language.
pub(super) fn page(lang: Lang, title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

/// The record as a page, with how an earlier session went beside it where there was one.
pub fn record_page(record: &Record, before: &[Movement], lang: Lang) -> String {
    let about = say_with(
        lang,
        "room-record-about",
        &[("minutes", i64::from(record.minutes).into()), ("group", i64::from(record.group).into())],
    );
    let title = say_with(lang, "room-record-title", &[("title", record.title.clone().into())]);
    let body = html! {
        h1 { (title) }
        p class="soft" { (record.day) " " (about) }
        p class="soft" { (say(lang, "room-record-nobody")) }
        p class="soft" {
            span class="swatch" {} (say(lang, "room-first"))
            span class="swatch second" {} (say(lang, "room-second"))
        }
        @for one in record.decisions.iter().filter(|one| one.on_the_way) { (decision(one, lang)) }
        @if !record.ending.is_empty() {
            h2 { (say(lang, "debrief-ending")) }
            p { (record.ending) }
        }
        @let left: Vec<&DecisionRecord> = record.decisions.iter().filter(|one| !one.on_the_way).collect();
        @if !left.is_empty() {
            h2 { (say(lang, "room-record-left")) }
            @for one in left { (decision(one, lang)) }
        }
        (list(lang, "room-record-lines", &record.lines))
        (list(lang, "room-record-take-aways", &record.take_aways))
        @if !before.is_empty() { (moved(before, lang)) }
        @if !record.contact.is_empty() {
            h2 { (say(lang, "room-contact")) }
            p { (record.contact) }
        }
        @if !record.next_date.is_empty() {
            h2 { (say(lang, "room-next-date")) }
            p { (record.next_date) }
            h2 { (say(lang, "room-reminder")) }
            p { (reminder(&record.next_date, lang)) }
        }
    };
    page(lang, &title, &body)
}

/// What reminds everybody of the sentence they wrote, and of the next date.
pub fn reminder(date: &str, lang: Lang) -> String {
    say_with(lang, "room-reminder.text", &[("date", date.into())])
}

fn list(lang: Lang, key: &str, words: &[String]) -> Markup {
    html! {
        @if !words.is_empty() {
            h2 { (say(lang, key)) }
            ul { @for one in words { li { (one) } } }
        }
    }
}

fn decision(one: &DecisionRecord, lang: Lang) -> Markup {
    let most = one
        .options
        .iter()
        .flat_map(|option| [option.first, option.second])
        .max()
        .unwrap_or(0)
        .max(1);
    let width = |votes: u16| format!("width:{}%", u32::from(votes) * 100 / u32::from(most));
    let voted = one.options.iter().any(|option| option.first + option.second > 0);
    let again = one.options.iter().any(|option| option.second > 0);
    let between = if lang == Lang::Ja { "、" } else { ", " };
    let mark = |option: &crate::room::record::OptionRecord| {
        let marks = [(option.best, "room-record-best"), (option.said, "room-record-said")];
        let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, key)| say(lang, key));
        marks.collect::<Vec<_>>().join(between)
    };
    html! {
        div class="card decision" {
            h3 { (one.title) @if one.told { span class="soft" { " " (say(lang, "room-record-told")) } } }
            @if !one.line.is_empty() { p { (one.line) } }
            table {
                @for option in &one.options {
                    tr {
                        td class="key" style="width:8mm" { (option.letter) }
                        td {
                            (option.text)
                            @let mark = mark(option);
                            @if !mark.is_empty() { div class="soft" { (mark) } }
                            @if voted { div class="bar" style=(width(option.first)) {} }
                            @if again { div class="bar second" style=(width(option.second)) {} }
                        }
                        @if voted {
                            td class="votes" {
                                (option.first)
                                @if again { " → " (option.second) }
                            }
                        }
                    }
                }
            }
            @if !one.peeked.is_empty() { p class="soft" { (say(lang, "room-record-peeked")) } ul { @for words in &one.peeked { li { (words) } } } }
            @if !one.lines.is_empty() { p class="soft" { (say(lang, "room-record-lines")) } ul { @for words in &one.lines { li { (words) } } } }
        }
    }
}

fn moved(before: &[Movement], lang: Lang) -> Markup {
    let of = |(best, all): (u16, u16)| {
        let args: [(&str, Arg); 2] =
            [("best", i64::from(best).into()), ("all", i64::from(all).into())];
        say_with(lang, "room-record-of", &args)
    };
    html! {
        h2 { (say(lang, "room-record-movement")) }
        p class="soft" { (say(lang, "room-record-movement.about")) }
        table {
            tr { th {} th { (say(lang, "room-record-before")) } th { (say(lang, "room-record-after")) } }
            @for one in before {
                tr { td { (one.title) } td { (of(one.before)) } td { (of(one.after)) } }
            }
        }
    }
}
