//! Pages to print before a session: the cheat sheet, letters to hold up, role cards and sheets for observers.

use maud::{Markup, html};

use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::room::record_html::page;
use crate::room::{KEYS, RULES};
use crate::rubric::{Indicator, Skill};
use crate::scenario::{FactKind, Role, Scenario};
use crate::session::{Seed, Session};

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheets {
    /// The keys of the trainer.
    Keys,
    /// What is said before it begins.
    Opening,
    /// A to D, to hold up.
    Letters,
    /// A card for whoever plays the customer, and one for whoever answers.
    Roles,
    /// A sheet for whoever watches.
    Observer,
    /// A line for everybody to write on.
    Week,
}

impl Sheets {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Keys, Self::Opening, Self::Letters, Self::Roles, Self::Observer, Self::Week];

    /// The name on the command line, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Keys => "keys",
            Self::Opening => "opening",
            Self::Letters => "letters",
            Self::Roles => "roles",
            Self::Observer => "observer",
            Self::Week => "week",
        }
    }
}

/// The page of a kind, for a scenario, in one language; `contact` says where to turn afterwards, and may be empty.
pub fn pages(
    kind: Sheets,
    scenario: &std::sync::Arc<Scenario>,
    lang: Lang,
    contact: &str,
) -> String {
    let title = say(lang, &format!("room-sheet-{}", kind.code()));
    let body = match kind {
        Sheets::Keys => keys(lang, &title),
        Sheets::Opening => opening(scenario, lang, &title),
        Sheets::Letters => letters(),
        Sheets::Roles => roles(scenario, lang),
        Sheets::Observer => observer(scenario, lang, &title),
        Sheets::Week => week(scenario, lang, &title, contact.trim()),
    };
    page(lang, &title, &body)
}

fn keys(lang: Lang, title: &str) -> Markup {
    html! {
        h1 { (title) }
        p { (say(lang, "room-sheet-keys.about")) }
        table class="tight" { @for (key, words) in KEYS { tr { td class="key" { (key) } td { (say(lang, words)) } } } }
        h2 { (say(lang, "room-rules")) }
        ul {
            @for rule in RULES { li { (say(lang, rule)) } }
        }
    }
}

fn opening(scenario: &Scenario, lang: Lang, title: &str) -> Markup {
    html! {
        h1 { (title) }
        p class="soft" { (scenario.title.get(lang)) }
        p class="soft" { (say(lang, "room-sheet-opening.about")) }
        div class="aloud" {
            @for part in 1..=5 { p { (say(lang, &format!("room-sheet-opening-{part}"))) } }
        }
        h2 { (say(lang, "room-sheet-opening-voices")) }
        @for key in ["room-sheet-opening-reads", "room-sheet-opening-answers"] {
            p class="soft" { (say(lang, key)) }
            div class="line" {}
        }
        p class="soft" style="margin-top:5mm" { (say(lang, "room-sheet-opening-note")) }
    }
}

fn letters() -> Markup {
    html! { div class="letters" { @for letter in ["A", "B", "C", "D"] { div class="letter" { (letter) } } } }
}

fn roles(scenario: &std::sync::Arc<Scenario>, lang: Lang) -> Markup {
    let customer = scenario.speaker(scenario.customer).name.get(lang);
    let first = Session::start(std::sync::Arc::clone(scenario), Seed(0)).view(lang);
    let lines = match first.now {
        crate::session::Moment::Decision { lines, .. } => lines,
        _ => Vec::new(),
    };
    let facts = |kind: FactKind| scenario.facts.iter().filter(move |fact| fact.kind == kind);
    let held = |fact: &&crate::scenario::Fact| scenario.speaker(fact.holder).role == Role::Customer;
    html! {
        div class="sheet" {
            p class="soft" { (say(lang, "room-role-customer")) }
            h1 { (customer) }
            p class="soft" { (scenario.title.get(lang)) }
            h2 { (say(lang, "room-role-begins")) }
            @for line in lines.iter().filter(|line| line.role == Role::Customer) {
                div class="card" { (line.text) }
            }
            @if facts(FactKind::Surface).any(|fact| held(&fact)) {
                h2 { (say(lang, "room-role-freely")) }
                ul { @for fact in facts(FactKind::Surface).filter(held) { li { (fact.text.get(lang)) } } }
            }
            h2 { (say(lang, "room-role-held")) }
            p class="soft" { (say(lang, "room-role-held.about")) }
            @for fact in facts(FactKind::Hidden).filter(held) {
                div class="card" {
                    p { (fact.text.get(lang)) }
                    p class="soft" { (say_with(lang, "room-role-only-if", &[("how", fact.opens.get(lang).into())])) }
                }
            }
            h2 { (say(lang, "room-role-how")) }
            ul { @for key in ["room-role-how-1", "room-role-how-2", "room-role-how-3"] { li { (say(lang, key)) } } }
        }
        div class="sheet" {
            p class="soft" { (say(lang, "room-role-operator")) }
            h1 { (scenario.title.get(lang)) }
            p { (scenario.briefing.you.get(lang)) }
            p { (scenario.briefing.situation.get(lang)) }
            h2 { (say(lang, "talk-rule-card")) }
            ul { @for rule in &scenario.briefing.rules { li { (rule.get(lang)) } } }
            @if !scenario.briefing.known.is_empty() {
                h2 { (say(lang, "talk-known")) }
                ul { @for known in &scenario.briefing.known { li { (known.get(lang)) } } }
            }
        }
    }
}

/// The indicator of each skill that the scenario rates most often.
fn watched(scenario: &Scenario) -> Vec<Indicator> {
    let often = |indicator: &Indicator| {
        scenario.beats.iter().filter(|beat| beat.rates.contains(indicator)).count()
    };
    let of = |skill: Skill| {
        let all = Indicator::ALL.iter().copied().filter(move |one| one.skill() == skill);
        all.max_by_key(|one| (often(one), std::cmp::Reverse(*one)))
    };
    Skill::ALL.into_iter().filter_map(of).collect()
}

fn observer(scenario: &Scenario, lang: Lang, title: &str) -> Markup {
    html! {
        h1 { (title) }
        p class="soft" { (scenario.title.get(lang)) }
        p { (say(lang, "room-sheet-observer.about")) }
        @for indicator in watched(scenario) {
            div class="card" {
                h3 { (say(lang, indicator.code())) }
                p { @for _ in 0..8 { span class="box" {} } }
                p class="soft" { (say(lang, "room-observer-words")) }
                div class="line" {}
                div class="line" {}
            }
        }
        h2 { (say(lang, "room-observer-tell")) }
        div class="line" {}
        div class="line" {}
    }
}

fn week(scenario: &Scenario, lang: Lang, title: &str, contact: &str) -> Markup {
    html! {
        div class="two" {
            @for _ in 0..6 {
                div class="card" {
                    h3 { (title) }
                    p class="soft" { (scenario.title.get(lang)) }
                    div class="line" {}
                    div class="line" {}
                    div class="line" {}
                    p class="soft" style="margin-top:3mm" { (say(lang, "room-sheet-week.about")) }
                    @if !contact.is_empty() {
                        p class="soft" { (say_with(lang, "room-contact-line", &[("line", contact.into())])) }
                    }
                }
            }
        }
    }
}
