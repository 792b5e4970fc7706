//! Measures kikitori side by side with others, in one run: what is compared does the same work, which is asserted.

mod chance;
mod story;
mod table;
mod talk;
mod timer;

fn main() -> anyhow::Result<()> {
    talk::compare()
}
