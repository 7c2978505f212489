use crate::calendar::spoken;
use crate::reckoning::Reckoning;
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;

/// One whole week that has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastWeek {
    /// Minutes the calendar held.
    pub available: u32,
    /// Minutes of planned work that were finished.
    pub finished: u32,
}

/// How it went so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// Whole weeks since the start, oldest first. Weeks without any minutes are left out of account.
    pub weeks: Vec<PastWeek>,
}

/// Weeks that must have passed before anything is said about a pace.
const WEEKS_NEEDED: usize = 3;
/// Standard deviations from the mean to the 90th percentile of a normal distribution.
const Z_90: f64 = 1.2816;
/// Beyond this a date says nothing.
const MOST_WEEKS: f64 = 52.0 * 20.0;

/// When the plan ends if the coming weeks go like the past ones. `Display` states the assumption.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AtOwnPace {
    /// Fewer whole weeks than needed have passed.
    TooEarly {
        /// Weeks that count so far.
        weeks: u32,
        /// Weeks needed.
        needed: u32,
    },
    /// Nothing was finished in the weeks that passed, or so little that no date follows.
    NoEnd {
        /// Weeks that count.
        weeks: u32,
    },
    /// A range of dates.
    Between {
        /// As likely earlier as later.
        p50: Date,
        /// Nine times in ten not later.
        p90: Date,
        /// Weeks that count.
        weeks: u32,
        /// Share of the minutes there were that was finished, over all weeks.
        share: f64,
        /// The same in the worst of the weeks.
        worst: f64,
        /// The same in the best.
        best: f64,
    },
}

impl fmt::Display for AtOwnPace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooEarly { weeks, needed } => {
                write!(f, "Your own pace is not known yet: {weeks} of {needed} whole weeks have passed.")
            }
            Self::NoEnd { weeks } => write!(f, "At the pace of the last {weeks} weeks there is no end: too little of the time was used."),
            Self::Between { p50, p90, weeks, share, worst, best } => write!(
                f,
                "Between {} (as likely earlier as later) and {} (nine times in ten not later), if the coming weeks go like the last {weeks}: you finished {:.0} % of the minutes you had, between {:.0} % and {:.0} % in single weeks.",
                spoken(*p50),
                spoken(*p90),
                share * 100.0,
                worst * 100.0,
                best * 100.0
            ),
        }
    }
}

/// Weekly shares are taken as independent draws with the mean m and standard deviation s of the past weeks, each weighing as much as the
/// minutes it had. With W the planned minutes as
/// weeks of the calendar, n weeks do n·m in the mean and more than n·m − z·s·√n nine times in ten; solved for n at W.
pub(crate) fn at_own_pace(pace: &Pace, reckoning: &Reckoning, from: Date, ends: Date) -> AtOwnPace {
    let had_time: Vec<&PastWeek> = pace.weeks.iter().filter(|week| week.available > 0).collect();
    let shares: Vec<f64> = had_time.iter().map(|week| f64::from(week.finished) / f64::from(week.available)).collect();
    let weeks = u32::try_from(shares.len()).unwrap_or(u32::MAX);
    if shares.len() < WEEKS_NEEDED {
        return AtOwnPace::TooEarly { weeks, needed: u32::try_from(WEEKS_NEEDED).unwrap_or(u32::MAX) };
    }
    let average = f64::from(had_time.iter().map(|week| week.available).sum::<u32>()) / f64::from(weeks);
    let weights: Vec<f64> = had_time.iter().map(|week| f64::from(week.available) / average).collect();
    let weighed = |of: &dyn Fn(f64) -> f64| shares.iter().zip(&weights).map(|(share, weight)| weight * of(*share)).sum::<f64>();
    let mean = weighed(&|share| share) / f64::from(weeks);
    let variance = weighed(&|share| (share - mean).powi(2)) / f64::from(weeks - 1);
    let needed = weeks_of_work(reckoning, from, ends);
    let spread = Z_90 * variance.sqrt();
    let root = (spread + (spread * spread + 4.0 * mean * needed).sqrt()) / (2.0 * mean);
    if mean <= 0.0 || root * root > MOST_WEEKS {
        return AtOwnPace::NoEnd { weeks };
    }
    AtOwnPace::Between {
        p50: after_weeks(from, needed / mean),
        p90: after_weeks(from, root * root),
        weeks,
        share: mean,
        worst: shares.iter().copied().fold(f64::INFINITY, f64::min),
        best: shares.iter().copied().fold(0.0, f64::max),
    }
}

/// Planned minutes, as weeks that hold as many minutes as those of the plan do on average.
fn weeks_of_work(reckoning: &Reckoning, from: Date, ends: Date) -> f64 {
    if reckoning.available == 0 {
        return 0.0;
    }
    let length = f64::from((ends - from).get_days() + 1) / 7.0;
    f64::from(reckoning.planned.minutes) / f64::from(reckoning.available) * length
}

fn after_weeks(from: Date, weeks: f64) -> Date {
    // Within the bound of `MOST_WEEKS` the number of days is far inside an i64; the last day is itself a day of work.
    let days = ((weeks * 7.0).ceil() as i64 - 1).max(0);
    from.saturating_add(days.days())
}
