//! What an analysis found, for a person.
#![expect(clippy::float_arithmetic, reason = "shares are printed in percent")]

use std::io::Write;

use crate::analysis::Analysis;
use crate::cli::analyze::report::{BySkill, MomentsReport, Report};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::rubric::Skill;
use crate::scenario::Scenario;

/// An analysis in words.
pub(super) struct Text<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) analysis: &'s Analysis,
    pub(super) lang: Lang,
}

impl Text<'_> {
    pub(super) fn write(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let report = Report::of(self.scenario, self.analysis);
        writeln!(out, "{}", self.scenario.title.get(self.lang))?;
        match (&report.sample, report.states, &report.routes) {
            (Some(sample), ..) => {
                let args = [
                    ("why", sample.budget_of.into()),
                    ("budget", sample.budget.unwrap_or_default().into()),
                    ("talks", i64::from(sample.talks).into()),
                    ("seed", sample.seed.to_string().into()),
                ];
                writeln!(out, "{}", say_with(self.lang, "analyze-sampled", &args))?;
            }
            (None, Some(states), Some(routes)) => {
                let args = [("states", states.into()), ("routes", routes.as_str().into())];
                writeln!(out, "{}", say_with(self.lang, "analyze-size", &args))?;
            }
            _ => {}
        }
        self.endings(out, &report)?;
        self.policies(out, &report)?;
        self.choices(out, &report)?;
        self.list(out, "analyze-no-return", &report.points_of_no_return)?;
        let dominated = report.dominated.iter().filter(|line| !line.by_key);
        let dominated: Vec<String> = dominated
            .map(|line| format!("{}/{} < {}/{}", line.beat, line.choice, line.beat, line.by))
            .collect();
        self.list(out, "analyze-dominated", &dominated)?;
        self.list(out, "analyze-facts-never", &report.facts_never_told)?;
        self.list(out, "analyze-promises-never-made", &report.promises_never_made)?;
        self.list(out, "analyze-promises-never-due", &report.promises_never_due)?;
        Ok(())
    }

    fn heading(&self, out: &mut impl Write, key: &str) -> anyhow::Result<()> {
        Ok(writeln!(out, "\n{}", say(self.lang, key))?)
    }

    fn endings(&self, out: &mut impl Write, report: &Report<'_>) -> anyhow::Result<()> {
        self.heading(out, "analyze-endings")?;
        for (id, ending) in &report.endings {
            let reach = match (&ending.shortest, ending.reachable) {
                (Some(route), _) => {
                    let slips = ending.slips.unwrap_or_default();
                    let args = [("count", route.len().into()), ("slips", slips.into())];
                    say_with(self.lang, "analyze-shortest", &args)
                }
                (None, Some(true)) => say(self.lang, "analyze-seen"),
                (None, Some(false)) => say(self.lang, "analyze-unreachable"),
                (None, None) => say(self.lang, "analyze-not-seen"),
            };
            let within = ending.interval95.map_or_else(String::new, |[low, high]| {
                format!(" ({:.3}–{:.3})", low * 100.0, high * 100.0)
            });
            writeln!(out, "  {id:<16} {:>8.3} %{within:<18}  {reach}", ending.random * 100.0)?;
        }
        Ok(())
    }

    fn policies(&self, out: &mut impl Write, report: &Report<'_>) -> anyhow::Result<()> {
        let sampled = report.sample.is_some();
        self.heading(out, if sampled { "analyze-policies-sampled" } else { "analyze-policies" })?;
        let names = Skill::ALL.map(|skill| say(self.lang, &format!("skill-{}", skill.code())));
        writeln!(out, "  {}", names.join(" / "))?;
        for (name, _) in &self.analysis.policies {
            let Some(policy) = report.policies.get(name.as_str()) else { continue };
            let of = |moments: &MomentsReport| {
                let MomentsReport { mean, sd, min, max, interval95 } = moments;
                if sampled {
                    let interval = |[low, high]: [f64; 2]| format!("({low:.2}–{high:.2})");
                    let within = interval95.map_or_else(String::new, interval);
                    format!("{mean:>6.2} {within:<15} ±{sd:>5.2}")
                } else {
                    format!("{mean:>6.2} ±{sd:>5.2} [{min:>3.0}–{max:>3.0}]")
                }
            };
            let BySkill { perspective, ownership, calm } = &policy.scores;
            writeln!(out, "  {name:<24} {}  {}  {}", of(perspective), of(ownership), of(calm))?;
        }
        let BySkill { perspective, ownership, calm } = report.observations;
        let args = [
            ("perspective", i64::from(perspective).into()),
            ("ownership", i64::from(ownership).into()),
            ("calm", i64::from(calm).into()),
        ];
        writeln!(out, "  {}", say_with(self.lang, "analyze-observations", &args))?;
        Ok(())
    }

    /// What each choice does, beat by beat.
    fn choices(&self, out: &mut impl Write, report: &Report<'_>) -> anyhow::Result<()> {
        if report.choices.is_empty() {
            return Ok(());
        }
        self.heading(out, "analyze-choices")?;
        let mut beat = "";
        for line in &report.choices {
            let shown = if line.beat == beat { "" } else { line.beat };
            beat = line.beat;
            let reach = match line.within_reach {
                [_, 0] => "·",
                [0, _] => "✗",
                [still, all] if still == all => "○",
                _ => "△",
            };
            writeln!(out, "  {shown:<12} {:<8} {reach} {:>+7.3}", line.choice, line.shift)?;
        }
        Ok(())
    }

    fn list<T: AsRef<str>>(
        &self,
        out: &mut impl Write,
        key: &str,
        list: &[T],
    ) -> anyhow::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        self.heading(out, key)?;
        for one in list {
            writeln!(out, "  {}", one.as_ref())?;
        }
        Ok(())
    }
}
