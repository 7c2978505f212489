use crate::Grade;
use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};
use jiff::ToSpan;
use jiff::civil::Date;

/// The share of cards that should be recalled when they are due, as FSRS publishes it.
pub const PUBLISHED_TARGET: f32 = 0.9;

/// The same of cards that an interview may ask for: 19 of 20 instead of 9 of 10 come back about twice as often, which only a date justifies.
pub const INTERVIEW_TARGET: f32 = 0.95;

/// No card stays away longer, in days: an interview may be booked at any time.
const LONGEST_INTERVAL: f32 = 365.0;

/// One entry of the log of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recalled {
    /// The learner's day.
    pub on: Date,
    /// How well.
    pub grade: Grade,
}

/// What a log says of a card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days until nine in ten are still recalled.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
    /// The day of the last recall.
    pub last: Date,
    /// Recalls so far.
    pub times: u32,
}

/// FSRS-6 with its parameters.
#[derive(Debug, Clone)]
pub struct Model {
    fsrs: FSRS,
    decay: f32,
}

/// These are no parameters of FSRS-6.
#[derive(Debug, thiserror::Error)]
#[error("FSRS-6 takes 21 finite parameters")]
pub struct BadParameters;

impl Model {
    /// The published parameters, fitted to about 10,000 users of flash cards.
    pub fn published() -> Self {
        Self { fsrs: FSRS::default(), decay: fsrs::FSRS6_DEFAULT_DECAY }
    }

    /// A person's own parameters, in the published order. Values out of the published bounds are brought to them.
    pub fn new(parameters: &[f32; 21]) -> Result<Self, BadParameters> {
        let fsrs = FSRS::new(parameters).map_err(|_| BadParameters)?;
        // The bounds of the decay, the last of the 21 (fsrs-rs, `parameter_clipper.rs`).
        Ok(Self { fsrs, decay: parameters[20].clamp(0.1, 0.8) })
    }

    /// What a log says, its entries the earliest first; `None` for a card that was never recalled.
    pub fn memory(&self, log: &[Recalled]) -> Option<Memory> {
        let last = log.last()?.on;
        let mut before = log.first()?.on;
        let mut reviews = Vec::with_capacity(log.len());
        for recalled in log {
            reviews.push(FSRSReview { rating: u32::from(recalled.grade.level()), delta_t: days_between(before, recalled.on) });
            before = recalled.on;
        }
        let MemoryState { stability, difficulty } = self.fsrs.memory_state(FSRSItem { reviews }, None).ok()?;
        Some(Memory { stability, difficulty, last, times: u32::try_from(log.len()).unwrap_or(u32::MAX) })
    }

    /// The memory after one recall more; the same as that of the whole log.
    pub fn after(&self, memory: Option<&Memory>, recalled: Recalled) -> Option<Memory> {
        let state = memory.map(|memory| MemoryState { stability: memory.stability, difficulty: memory.difficulty });
        let elapsed = memory.map_or(0, |memory| days_between(memory.last, recalled.on));
        let next = self.fsrs.next_states(state, PUBLISHED_TARGET, elapsed).ok()?;
        let next = match recalled.grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        let MemoryState { stability, difficulty } = next.memory;
        Some(Memory { stability, difficulty, last: recalled.on, times: memory.map_or(1, |memory| memory.times.saturating_add(1)) })
    }

    /// How likely a card is to be recalled on a day, from 0 to 1.
    pub fn retrievability(&self, memory: &Memory, on: Date) -> f32 {
        self.retrievability_after(memory, days_between(memory.last, on))
    }

    /// The same so many days after its last recall.
    pub(crate) fn retrievability_after(&self, memory: &Memory, days: u32) -> f32 {
        let state = MemoryState { stability: memory.stability, difficulty: memory.difficulty };
        fsrs::current_retrievability(state, days as f32, self.decay)
    }

    /// Days from the last recall until the chance of recall has fallen to `target`, in whole days, at least one.
    pub fn interval(&self, memory: &Memory, target: f32) -> u16 {
        // The grade matters only to a card without a memory.
        let days = self.fsrs.next_interval(Some(memory.stability), target.clamp(0.7, 0.99), 3);
        days.round().clamp(1.0, LONGEST_INTERVAL) as u16
    }

    /// The day on which a card is due.
    pub fn due(&self, memory: &Memory, target: f32) -> Date {
        memory.last.saturating_add(i32::from(self.interval(memory, target)).days())
    }
}

/// Whole days from one to the other, none when the second is not later.
pub(crate) fn days_between(earlier: Date, later: Date) -> u32 {
    u32::try_from((later - earlier).get_days()).unwrap_or(0)
}
