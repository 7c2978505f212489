//! Chance that can be repeated: a generator from a seed, draws from a range, and how sure a share of draws is.

use crate::decision::Estimate;
use footbridge_share::bounds;

/// A generator of pseudo-random numbers: SplitMix64 (Steele, Lea and Flood, 2014). The same seed gives the same numbers.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Evenly from 0 up to, not including, 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
    fn unit(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A draw from the triangular distribution over a range: its likely value is the most frequent, its ends are the ends. By inversion of
    /// the distribution function.
    pub(crate) fn draw(&mut self, estimate: &Estimate) -> f64 {
        let (low, likely, high) = (estimate.low.as_f64(), estimate.likely.as_f64(), estimate.high.as_f64());
        let unit = self.unit();
        if high <= low {
            return likely;
        }
        let turn = (likely - low) / (high - low);
        if unit < turn {
            low + (unit * (high - low) * (likely - low)).sqrt()
        } else {
            high - ((1.0 - unit) * (high - low) * (high - likely)).sqrt()
        }
    }
}

/// A share of draws and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// From 0 to 1.
    pub share: f64,
    /// Where the true share lies with 95 % confidence: from here …
    pub from: f64,
    /// … to here.
    pub to: f64,
}

impl Share {
    /// The share of `hits` among `draws`, with Wilson's interval. A draw that is shared by two counts half for each.
    pub(crate) fn of(hits: f64, draws: f64) -> Self {
        let (from, to) = bounds(hits, draws);
        Self { share: hits / draws, from, to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;

    /// The first numbers that the authors' reference implementation gives for this seed.
    #[test]
    fn numbers_are_those_of_the_published_generator() {
        let mut chance = Chance::new(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| chance.number()).collect();
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn draws_keep_to_their_range_and_to_its_mean() {
        let estimate = Estimate::new(Number::whole(2), Number::whole(3), Number::whole(10));
        let mut chance = Chance::new(7);
        let draws: Vec<f64> = (0..20_000).map(|_| chance.draw(&estimate)).collect();
        assert!(draws.iter().all(|draw| (2.0..=10.0).contains(draw)));
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        assert!((mean - 5.0).abs() < 0.05, "the mean of a triangle is (2 + 3 + 10) / 3, not {mean}");
        let below = draws.iter().filter(|draw| **draw < 3.0).count();
        assert!((2_300..2_700).contains(&below), "an eighth lies below the likely value, not {below}");
    }
}
