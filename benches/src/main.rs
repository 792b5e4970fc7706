//! Measures kikitori side by side with others, in one run: what is compared does the same work, which is asserted.

mod chance;
mod load;
mod story;
mod table;
mod talk;
mod timer;

use anyhow::{Result, bail};

/// Everything that can be measured, by its name on the command line.
const COMPARISONS: [(&str, fn() -> Result<()>); 2] =
    [("talk", talk::compare), ("load", load::compare)];

fn main() -> Result<()> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    if let Some(other) =
        named.iter().find(|name| COMPARISONS.iter().all(|(known, _)| known != name))
    {
        bail!("{other}: there is {:?}, or nothing for all", COMPARISONS.map(|(name, _)| name));
    }
    for (name, compare) in COMPARISONS {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            compare()?;
        }
    }
    Ok(())
}
