use jiff::civil::Date;
use std::collections::BTreeSet;

/// When the learner has time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// First day of the plan.
    pub start: Date,
    /// Minutes for each day of the week, Monday first.
    pub minutes: [u16; 7],
    /// Days without any work.
    pub days_off: BTreeSet<Date>,
}

impl Calendar {
    /// Minutes of work a day holds.
    pub fn minutes_on(&self, day: Date) -> u16 {
        if day < self.start || self.days_off.contains(&day) {
            return 0;
        }
        self.minutes[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]
    }

    /// Minutes of a week without days off.
    pub fn minutes_a_week(&self) -> u32 {
        self.minutes.iter().map(|minutes| u32::from(*minutes)).sum()
    }

    /// Number of the calendar week that holds a day; the week of the start is 1.
    pub fn week_of(&self, day: Date) -> u16 {
        let days = (monday_of(day) - monday_of(self.start)).get_days();
        u16::try_from(days / 7 + 1).unwrap_or(0)
    }

    /// Minutes of the longest day of the week.
    pub fn longest_day(&self) -> u16 {
        self.minutes.iter().copied().max().unwrap_or(0)
    }

    /// The same days of the week with more minutes each, as far as to the longest day; days without work stay free.
    pub(crate) fn with_more_a_day(&self, more: u16, longest: u16) -> Self {
        let minutes = self.minutes.map(|now| if now == 0 { 0 } else { now.saturating_add(more).min(longest).max(now) });
        Self { minutes, ..self.clone() }
    }
}

/// Monday of the calendar week that holds a day.
pub fn monday_of(day: Date) -> Date {
    (0..day.weekday().to_monday_zero_offset()).fold(day, |day, _| day.yesterday().unwrap_or(day))
}

pub(crate) fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// A date as people read it: `12 January 2027`.
pub fn spoken(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A date inside a sentence that is read beside dated lines: `Tuesday 12 January`.
pub(crate) fn spoken_in_passing(day: Date) -> String {
    day.strftime("%A %-d %B").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weeks_are_counted_from_the_one_that_holds_the_start() {
        let calendar = Calendar { start: date(2027, 1, 7), minutes: [0, 0, 0, 60, 0, 90, 0], days_off: [date(2027, 1, 9)].into() };
        assert_eq!(monday_of(date(2027, 1, 10)), date(2027, 1, 4));
        for (day, week, minutes) in [
            (date(2027, 1, 6), 1, 0),
            (date(2027, 1, 7), 1, 60),
            (date(2027, 1, 9), 1, 0),
            (date(2027, 1, 11), 2, 0),
            (date(2027, 1, 16), 2, 90),
        ] {
            assert_eq!((calendar.week_of(day), calendar.minutes_on(day)), (week, minutes), "{day}");
        }
        assert_eq!(spoken_in_passing(date(2027, 1, 12)), "Tuesday 12 January");
        assert_eq!(spoken(date(2027, 1, 12)), "12 January 2027");
    }
}
