//! Counts of values in buckets whose width grows with the values, after DDSketch (Masson, Rim and Lee, PVLDB 12(12), 2019): a percentile is
//! off by a bounded share of its value, whatever the distribution, and two sketches are put together by adding counts.

use std::mem::{size_of, take};

/// Up to this many values are kept as they are, and their percentiles are exact.
const FEW: usize = 256;

/// Buckets of one octave, the values from one power of two to the next, as bits: a bucket is 1/128 of its least value wide.
const BITS: u32 = 7;
const BUCKETS: usize = 1 << BITS;

/// Bits of a number below those that choose its bucket.
const BELOW: u32 = f64::MANTISSA_DIGITS - 1 - BITS;

/// Octaves nearer to zero than 2⁻³² are one with it: zeros beside large values shall not need a table of all that lie between.
const LEAST: i64 = f64::MAX_EXP as i64 - 1 - 32;

/// How many values fell into each bucket of an octave.
type Octave = Box<[u64; BUCKETS]>;

/// The values of one group.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    few: Vec<f64>,
    /// Octaves from the one numbered `first` on.
    octaves: Vec<Option<Octave>>,
    first: i64,
    count: u64,
    least: f64,
    largest: f64,
}

impl Default for Sketch {
    fn default() -> Self {
        Self { few: Vec::new(), octaves: Vec::new(), first: 0, count: 0, least: f64::INFINITY, largest: f64::NEG_INFINITY }
    }
}

impl Sketch {
    /// Takes a value in. Returns the bytes that were allocated for it.
    #[inline]
    pub(super) fn add(&mut self, value: f64) -> usize {
        self.least = self.least.min(value);
        self.largest = self.largest.max(value);
        self.count += 1;
        if self.octaves.is_empty() { self.keep(value) } else { self.tally(value, 1) }
    }

    fn keep(&mut self, value: f64) -> usize {
        let before = self.few.capacity();
        self.few.push(value);
        if self.few.len() <= FEW {
            return (self.few.capacity() - before) * size_of::<f64>();
        }
        take(&mut self.few).into_iter().map(|value| self.tally(value, 1)).sum()
    }

    #[inline]
    fn tally(&mut self, value: f64, count: u64) -> usize {
        let (octave, bucket) = place(value);
        let at = usize::try_from(octave - self.first).ok();
        if let Some(Some(Some(counts))) = at.map(|at| self.octaves.get_mut(at)) {
            counts[bucket] += count;
            return 0;
        }
        let (counts, allocated) = self.widened(octave);
        counts[bucket] += count;
        allocated
    }

    /// The counts of an octave that none of the values so far fell into.
    #[cold]
    fn widened(&mut self, octave: i64) -> (&mut Octave, usize) {
        let before = self.octaves.capacity();
        if self.octaves.is_empty() {
            self.first = octave;
        }
        let missing = usize::try_from(self.first - octave).unwrap_or(0);
        self.octaves.splice(0..0, std::iter::repeat_n(None, missing));
        self.first = self.first.min(octave);
        let at = usize::try_from(octave - self.first).unwrap_or(0);
        if at >= self.octaves.len() {
            self.octaves.resize(at + 1, None);
        }
        let allocated = (self.octaves.capacity() - before) * size_of::<Option<Octave>>() + size_of::<[u64; BUCKETS]>();
        (self.octaves[at].get_or_insert_with(|| Box::new([0; BUCKETS])), allocated)
    }

    /// The value that a share of all values lies below, between two of them where it falls between; `None` without values.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a rank below 2⁵³")]
    pub(super) fn percentile(&self, share: f64) -> Option<f64> {
        let last = self.count.checked_sub(1)?;
        let rank = share * last as f64;
        let low = rank.floor() as u64;
        let [below, above] = [low, (low + 1).min(last)].map(|place| self.at(place));
        Some(if below == above || !(above - below).is_finite() { below } else { below + (above - below) * (rank - low as f64) })
    }

    /// About the value at a place in their order, from 0: the values of a bucket are taken to lie evenly in it.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a place in a bucket")]
    fn at(&self, place: u64) -> f64 {
        if self.octaves.is_empty() {
            let mut values = self.few.clone();
            return *values.select_nth_unstable_by(place as usize, f64::total_cmp).1;
        }
        let mut before = 0;
        for (floor, next, count) in self.counts() {
            if place < before + count {
                let value = floor + (next - floor) * ((place - before) as f64 + 0.5) / count as f64;
                return if value.is_finite() { value.max(self.least).min(self.largest) } else { floor };
            }
            before += count;
        }
        self.largest
    }

    /// Buckets with values, from the lowest: where each begins, where the next one does, how many it holds.
    fn counts(&self) -> impl Iterator<Item = (f64, f64, u64)> + '_ {
        let octaves = (self.first..).zip(&self.octaves).filter_map(|(number, octave)| Some((number, octave.as_ref()?)));
        octaves.flat_map(|(number, octave)| {
            let held = octave.iter().enumerate().filter(|(_, count)| **count > 0);
            held.map(move |(bucket, count)| (floor(number, bucket), floor(number, bucket + 1), *count))
        })
    }

    /// All that is known, as values and how often each is there, for [`Sketch::merge`].
    pub(super) fn parts(&self) -> Vec<(f64, u64)> {
        let few = self.few.iter().map(|value| (*value, 1));
        few.chain(self.counts().map(|(floor, _, count)| (floor, count))).collect()
    }

    pub(super) fn bounds(&self) -> (f64, f64) {
        (self.least, self.largest)
    }

    /// Takes in what another sketch knows. Returns the bytes that were allocated for it.
    pub(super) fn merge(&mut self, parts: impl Iterator<Item = (f64, u64)>, (least, largest): (f64, f64)) -> usize {
        let mut allocated = 0;
        for (value, count) in parts {
            self.count += count;
            allocated += if count == 1 && self.octaves.is_empty() {
                self.keep(value)
            } else {
                let few = take(&mut self.few);
                few.into_iter().map(|value| self.tally(value, 1)).sum::<usize>() + self.tally(value, count)
            };
        }
        self.least = self.least.min(least);
        self.largest = self.largest.max(largest);
        allocated
    }
}

/// Bits in the order of the numbers.
fn ordered(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    if bits < 0 { bits ^ i64::MAX } else { bits }
}

/// The number of an octave, which is 0 about zero and grows with the values, and a bucket of it.
#[inline]
#[expect(clippy::cast_sign_loss, reason = "a bucket is never below 0")]
fn place(value: f64) -> (i64, usize) {
    let bucket = ordered(value) >> BELOW;
    let octave = bucket >> BITS;
    let within = (bucket & (BUCKETS as i64 - 1)) as usize;
    if octave >= LEAST {
        (octave - LEAST + 1, within)
    } else if octave < -LEAST {
        (octave + LEAST, within)
    } else {
        (0, 0)
    }
}

/// The least value of a bucket; of the one behind the last, where the next octave begins.
fn floor(octave: i64, bucket: usize) -> f64 {
    let octave = match octave {
        0 => return 0.0,
        1.. => octave - 1 + LEAST,
        _ => octave - LEAST,
    };
    let ordered = ((octave << BITS) + i64::try_from(bucket).unwrap_or(0)) << BELOW;
    f64::from_bits((if ordered < 0 { ordered ^ i64::MAX } else { ordered }).cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::{FEW, Sketch, floor, place};

    fn sketch_of(values: &[f64]) -> Sketch {
        let mut sketch = Sketch::default();
        for value in values {
            sketch.add(*value);
        }
        sketch
    }

    /// Values of a congruential generator, spread over as many powers of ten.
    fn spread(count: u32, powers: i32) -> Vec<f64> {
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from(u32::try_from(state >> 33).expect("31 bits")) / f64::from(1_u32 << 31)
        };
        (0..count).map(|_| 10_f64.powf(next() * f64::from(powers)) * if next() < 0.3 { -1.0 } else { 1.0 }).collect()
    }

    /// The percentile of all values.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a rank among some thousands")]
    fn exact(values: &[f64], share: f64) -> f64 {
        let mut values = values.to_vec();
        values.sort_unstable_by(f64::total_cmp);
        let rank = share * (values.len() - 1) as f64;
        let low = rank as usize;
        let above = values[(low + 1).min(values.len() - 1)];
        values[low] + (above - values[low]) * (rank - low as f64)
    }

    #[test]
    fn a_value_lies_in_its_bucket_and_the_bucket_is_narrow() {
        for value in spread(10_000, 300).into_iter().chain([0.0, -0.0, 1e-300, -1e-300, f64::MAX, f64::MIN, 2.0, -2.0]) {
            let (octave, bucket) = place(value);
            let (low, high) = (floor(octave, bucket), floor(octave, bucket + 1));
            if octave == 0 {
                assert!(value.abs() < 2_f64.powi(-32), "{value}");
            } else {
                assert!(low <= value && (value < high || high.abs() >= value.abs()), "{value} in {low} to {high}");
                assert!(!high.is_finite() || high - low <= low.abs().max(high.abs()) / 128.0, "{low} to {high}");
                assert_eq!(place(low), (octave, bucket), "{low}");
            }
        }
    }

    #[test]
    fn few_values_have_their_exact_percentiles() {
        let values = spread(u32::try_from(FEW).expect("few"), 6);
        let sketch = sketch_of(&values);
        for share in [0.0, 0.25, 0.5, 0.95, 1.0] {
            assert_eq!(sketch.percentile(share), Some(exact(&values, share)));
        }
        assert_eq!(Sketch::default().percentile(0.5), None);
    }

    #[test]
    fn a_percentile_of_many_is_off_by_less_than_its_bucket() {
        for powers in [1, 3, 12] {
            let values = spread(40_000, powers);
            let sketch = sketch_of(&values);
            for share in [0.0, 0.001, 0.1, 0.5, 0.9, 0.95, 0.999, 1.0] {
                let (exact, found) = (exact(&values, share), sketch.percentile(share).expect("values"));
                assert!((found - exact).abs() <= exact.abs() / 127.0, "{share} of {powers}: {found} for {exact}");
            }
        }
    }

    #[test]
    fn parts_put_together_are_the_whole() {
        let values = spread(5_000, 8);
        for cut in [0, 1, 100, FEW, 2_000, 4_990] {
            let (one, other) = (sketch_of(&values[..cut]), sketch_of(&values[cut..]));
            let mut both = Sketch::default();
            for part in [&one, &other] {
                both.merge(part.parts().into_iter(), part.bounds());
            }
            let whole = sketch_of(&values);
            for share in [0.0, 0.3, 0.5, 0.99, 1.0] {
                assert_eq!(both.percentile(share), whole.percentile(share), "{share} of {cut}");
            }
        }
    }

    #[test]
    fn what_is_no_finite_number_stands_at_its_end() {
        let mut values = vec![1.0; 300];
        values.extend([f64::INFINITY; 300]);
        values.extend([f64::NAN; 300]);
        let sketch = sketch_of(&values);
        assert_eq!(sketch.percentile(0.1).map(f64::floor), Some(1.0));
        assert_eq!(sketch.percentile(0.5), Some(f64::INFINITY));
        assert!(sketch.percentile(0.99).is_some_and(f64::is_nan));
    }

    #[test]
    fn zeros_beside_large_values_need_little_memory() {
        let mut sketch = Sketch::default();
        let values = (0..10_000).map(|number| if number % 2 == 0 { 0.0 } else { 1e6 + f64::from(number) });
        let allocated: usize = values.map(|value| sketch.add(value)).sum();
        assert!(allocated < 16 << 10, "{allocated} bytes");
    }
}
