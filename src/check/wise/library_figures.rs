//! The figures of a library as whoever reviews its scenarios reads them.

use std::fmt;

use crate::check::wise::difficulty::Difficulty;
use crate::check::wise::library_report::LibraryReport;
use crate::check::wise::named;
use crate::check::wise::report::shown;
use crate::lang::Lang;
use crate::lang::words::say;
use crate::surface::Tenths;

impl fmt::Display for LibraryReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = |points: Option<Tenths>| {
            points.map_or_else(|| "-".to_owned(), |points| points.to_string())
        };
        writeln!(
            f,
            "{} scenarios; chance gets {} in whole talks",
            self.scenarios,
            points(self.chance)
        )?;
        for (lang, tells) in &self.tells {
            writeln!(f, "\n  {} r with the rating", lang.code())?;
            for tell in tells {
                let names = tell.because.iter().filter_map(|choice| self.choice(*lang, *choice));
                writeln!(
                    f,
                    "  {}  {:24} {}",
                    tell.r,
                    say(Lang::En, tell.feature.word()),
                    named(names)
                )?;
            }
        }
        writeln!(f, "\n  talks  above chance")?;
        let above = |path: Tenths, chance: Tenths| Tenths(path.0 - chance.0).to_string();
        for mean in &self.means {
            let (lang, path) = (mean.lang.map_or("", Lang::code), mean.path.to_string());
            let above = above(mean.path, mean.chance);
            writeln!(f, "  {path:>5} {above:>6}  {lang:2} {}", shown(mean.bot))?;
        }
        for lesson in &self.learned {
            let (lang, path, chance) =
                (lesson.lang.code(), points(lesson.path), points(lesson.chance));
            let keys = format!("keys {} %, by chance {} %", lesson.keys, lesson.keys_chance);
            writeln!(f, "  {path:>5} learned {lang} where chance has {chance}; {keys}")?;
        }
        for mean in &self.blind {
            let (lang, percent) = (mean.lang.code(), mean.percent.ceil());
            writeln!(f, "  blind {lang} {percent} % of the keys in {} scenarios", mean.scenarios)?;
        }
        writeln!(f)?;
        for share in &self.key_lengths {
            writeln!(
                f,
                "  {} key {} in {} of {} beats",
                share.lang.code(),
                share.end.code(),
                share.count,
                share.beats
            )?;
        }
        writeln!(f, "  keys of four at each place: {:?}", self.places.each_ref().map(Vec::len))?;
        for Difficulty { scenario, named, chance } in &self.difficulties {
            writeln!(f, "  difficulty {named}, chance gets {:>5}  {scenario}", points(*chance))?;
        }
        for (lang, phrases) in &self.phrases {
            for phrase in phrases {
                let keys = named(phrase.keys.iter().filter_map(|key| self.choice(*lang, *key)));
                writeln!(f, "  {} only in keys: “{}” {keys}", lang.code(), phrase.text)?;
            }
        }
        Ok(())
    }
}
