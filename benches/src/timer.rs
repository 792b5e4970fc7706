//! A small timer: the runs take turns, and what counts is the time of the processor.

use std::time::Duration;

use cpu_time::ProcessTime;

/// How often each run is repeated.
pub const REPEATS: usize = 5;

/// The times of one run.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// The shortest.
    pub min: Duration,
    /// The one in the middle.
    pub median: Duration,
}

impl Times {
    /// The shortest time in seconds.
    pub fn seconds(self) -> f64 {
        self.min.as_secs_f64()
    }

    /// How many of `count` are done in a second, by the shortest time.
    pub fn per_second(self, count: usize) -> f64 {
        count as f64 / self.seconds()
    }
}

/// How much time of the processor something takes, all threads together: what others do on the machine counts less so.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = ProcessTime::now();
    let result = run();
    (result, start.elapsed())
}

/// Runs `N` things in turn, A B A B, each [`REPEATS`] times. A run says itself how long it took.
pub fn interleaved<const N: usize>(mut run: impl FnMut(usize) -> Duration) -> [Times; N] {
    let mut all: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::new());
    for _ in 0..REPEATS {
        for (at, times) in all.iter_mut().enumerate() {
            times.push(run(at));
        }
    }
    all.map(|mut times| {
        times.sort_unstable();
        Times { min: times[0], median: times[REPEATS / 2] }
    })
}
