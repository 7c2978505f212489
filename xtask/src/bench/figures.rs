use std::time::Duration;

/// Times, sorted once.
pub(super) struct Times(Vec<Duration>);

impl Times {
    pub(super) fn new(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The smallest time that at least this share of all times does not exceed: the nearest-rank percentile. In milliseconds.
    pub(super) fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
    }

    /// "p95 44 ms, median 31 ms, longest 51 ms".
    pub(super) fn in_words(&self) -> String {
        format!("p95 {:.0} ms, median {:.0} ms, longest {:.0} ms", self.percentile(95), self.percentile(50), self.percentile(100))
    }
}

#[cfg(test)]
mod tests {
    use super::Times;
    use std::time::Duration;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times = Times::new((1..=20).rev().map(Duration::from_millis).collect());
        assert_eq!([times.percentile(50), times.percentile(95), times.percentile(100)], [10.0, 19.0, 20.0]);
        assert_eq!(Times::new(vec![Duration::from_millis(7)]).percentile(95), 7.0);
        assert!(Times::new(Vec::new()).percentile(95).is_nan());
    }
}
