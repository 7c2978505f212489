use std::fmt;

/// A share of few, with what it can honestly say. `Display` writes `3 of 7, between 16 % and 75 %`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// How many.
    pub count: u32,
    /// Of how many; not 0.
    pub of: u32,
    /// Lower end, 0 to 1.
    pub low: f64,
    /// Upper end, 0 to 1.
    pub high: f64,
}

/// The 0.975 quantile of the normal distribution: 95 % of the probability lie between it and its negative.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % interval of Wilson for a share, `None` of nothing. `count` above `of` is read as `of`.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
/// (1927), 209–212. L. D. Brown, T. T. Cai and A. DasGupta recommend it for 40 or fewer, where the usual "plus or minus" is wrong:
/// "Interval estimation for a binomial proportion", Statistical Science 16 (2001), 101–133, equation (4).
pub fn wilson(count: u32, of: u32) -> Option<Interval> {
    if of == 0 {
        return None;
    }
    let count = count.min(of);
    let n = f64::from(of);
    let share = f64::from(count) / n;
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    // None of n, or all of them: the formula gives 0 or 1 but for rounding.
    let low = if count == 0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if count == of { 1.0 } else { (middle + half).min(1.0) };
    Some(Interval { count, of, low, high })
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}, between {:.0} % and {:.0} %", self.count, self.of, self.low * 100.0, self.high * 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against the closed form worked out elsewhere (Python, 15 digits).
    #[test]
    fn small_samples_say_little() {
        for (count, of, said) in [
            (3, 7, "3 of 7, between 16 % and 75 %"),
            (0, 5, "0 of 5, between 0 % and 43 %"),
            (1, 1, "1 of 1, between 21 % and 100 %"),
            (0, 1, "0 of 1, between 0 % and 79 %"),
            (20, 200, "20 of 200, between 7 % and 15 %"),
            (9, 4, "4 of 4, between 51 % and 100 %"),
        ] {
            assert_eq!(wilson(count, of).expect("of something").to_string(), said);
        }
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn the_share_lies_inside_and_more_says_more() {
        for of in 1..60 {
            for count in 0..=of {
                let interval = wilson(count, of).expect("of something");
                let share = f64::from(count) / f64::from(of);
                assert!(0.0 <= interval.low && interval.low <= share && share <= interval.high && interval.high <= 1.0, "{interval}");
                let more = wilson(count * 4, of * 4).expect("of something");
                assert!(more.high - more.low < interval.high - interval.low, "{interval}");
                let other = wilson(of - count, of).expect("of something");
                assert!((interval.low + other.high - 1.0).abs() < 1e-12, "{interval}");
            }
        }
    }
}
