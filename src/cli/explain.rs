//! `kikitori explain`: why a rule is a rule, in words for authors.

use std::io::{self, Write};

use anstyle::Style;
use anyhow::{Context, anyhow};
use clap::Args;

use crate::cli::Outcome;
use crate::cli::show::{paragraph, width};
use crate::diagnostic::{PART_KEYS, Rule, Severity, nearest, rule_groups};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};

const BOLD: Style = Style::new().bold();

/// Code and name of every rule fit in this many columns.
const NAMES: usize = 29;

/// Explain a rule: what it finds, why it matters to the trainee, and what to do instead.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The code or the name of a rule, such as K201 or unknown-beat [default: list all rules]
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs, lang: Lang, out: &mut impl Write) -> anyhow::Result<Outcome> {
    match &args.code {
        None => list(lang, out)?,
        Some(code) => {
            let rule = Rule::find(code).ok_or_else(|| anyhow!(no_rule(code, lang)))?;
            page(rule, lang, out)?;
        }
    }
    Ok(Outcome::Clean)
}

fn no_rule(code: &str, lang: Lang) -> String {
    let known = Rule::ALL.iter().flat_map(|rule| [rule.code(), rule.name()]);
    let near = nearest(code, known).unwrap_or("none");
    say_with(lang, "explain-no-rule", &[("id", code.into()), ("near", near.into())])
}

fn list(lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    for group in rule_groups(lang) {
        writeln!(out, "{BOLD}{}{BOLD:#}", group.title)?;
        for rule in &group.rules {
            let page = rule.page(lang).context("a rule without a page")?;
            let named = format!("  {} {}", rule.code(), rule.name());
            paragraph(out, width(), &format!("{named:NAMES$} "), &page.finds)?;
        }
        writeln!(out)?;
    }
    Ok(writeln!(out, "{}", say(lang, "explain-how"))?)
}

fn page(rule: Rule, lang: Lang, out: &mut impl Write) -> anyhow::Result<()> {
    let page = rule.page(lang).context("a rule without a page")?;
    let severity = match rule.severity() {
        Severity::Error => say(lang, "check-error"),
        Severity::Warning => say(lang, "check-warning"),
    };
    writeln!(out, "{BOLD}{} {}{BOLD:#} ({severity})", rule.code(), rule.name())?;
    let [finds, matters, instead, wrong, right] = PART_KEYS.map(|key| say(lang, key));
    for (title, prose) in [(finds, &page.finds), (matters, &page.matters), (instead, &page.instead)]
    {
        writeln!(out, "\n{BOLD}{title}{BOLD:#}")?;
        paragraph(out, width(), "  ", prose)?;
    }
    example(out, &wrong, page.wrong)?;
    Ok(example(out, &right, page.right)?)
}

/// RON as it is written, however wide.
fn example(out: &mut impl Write, title: &str, code: &str) -> io::Result<()> {
    writeln!(out, "\n{BOLD}{title}{BOLD:#}")?;
    code.lines().try_for_each(|line| writeln!(out, "    {line}"))
}
