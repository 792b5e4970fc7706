//! Which places lead to which, in one list: for each place a stretch of it.

/// The links of places numbered from 0.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// For each place but the first, where its stretch begins.
    starts: Vec<usize>,
    to: Vec<usize>,
}

impl Links {
    /// One more link of the place that is being written.
    pub(super) fn push(&mut self, to: usize) {
        self.to.push(to);
    }

    /// That was the last link of the place; the next one is written now.
    pub(super) fn close(&mut self) {
        self.starts.push(self.to.len());
    }

    /// Where a place leads to.
    pub(super) fn of(&self, at: usize) -> &[usize] {
        let start = at.checked_sub(1).map_or(0, |before| self.starts[before]);
        &self.to[start..self.starts[at]]
    }

    /// The same links, from where they lead to.
    pub(super) fn backwards(&self) -> Self {
        // Counted first, so that each stretch is known; then filled from its end, which moves it to its beginning.
        let mut starts = vec![0; self.starts.len()];
        for to in &self.to {
            starts[*to] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let ends = starts.clone();
        let mut from_where = vec![0; self.to.len()];
        for from in (0..self.starts.len()).rev() {
            for to in self.of(from).iter().rev() {
                starts[*to] -= 1;
                from_where[starts[*to]] = from;
            }
        }
        Self { starts: ends, to: from_where }
    }
}
