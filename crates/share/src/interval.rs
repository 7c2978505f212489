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

/// Both ends of the 95 % interval of Wilson for `hits` of `of`, from 0 to 1. Hits may be halves, where two share one; `of` is above 0.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
/// (1927), 209–212. L. D. Brown, T. T. Cai and A. DasGupta recommend it for 40 or fewer, where the usual "plus or minus" is wrong:
/// "Interval estimation for a binomial proportion", Statistical Science 16 (2001), 101–133, equation (4). It does not shrink to nothing where
/// all hit or none.
pub fn bounds(hits: f64, of: f64) -> (f64, f64) {
    let share = hits / of;
    let middle = (share + Z * Z / (2.0 * of)) / (1.0 + Z * Z / of);
    let half = Z / (1.0 + Z * Z / of) * (share * (1.0 - share) / of + Z * Z / (4.0 * of * of)).max(0.0).sqrt();
    // None, or all of them: the formula gives 0 or 1 but for rounding.
    let low = if hits <= 0.0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if hits >= of { 1.0 } else { (middle + half).min(1.0) };
    (low, high)
}

/// The share of some with its interval, `None` of nothing. `count` above `of` is read as `of`.
pub fn wilson(count: u32, of: u32) -> Option<Interval> {
    if of == 0 {
        return None;
    }
    let count = count.min(of);
    let (low, high) = bounds(f64::from(count), f64::from(of));
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

    /// Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, and 0 of 20.
    #[test]
    fn the_interval_is_the_published_one() {
        for (hits, of, low, high) in [(81.0, 263.0, 0.2553, 0.3662), (0.0, 20.0, 0.0, 0.1611)] {
            let (from, to) = bounds(hits, of);
            assert!((from - low).abs() < 0.0001 && (to - high).abs() < 0.0001, "{from} to {to}");
        }
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
