//! Moments of the generated window as whole milliseconds since 1970, UTC.

/// Milliseconds of a second.
pub(crate) const SECOND: i64 = 1_000;
/// Milliseconds of a minute.
pub(crate) const MINUTE: i64 = 60 * SECOND;
/// Milliseconds of an hour.
pub(crate) const HOUR: i64 = 60 * MINUTE;
/// Milliseconds of a day.
pub(crate) const DAY: i64 = 24 * HOUR;

/// Days in the window: January to April 2026.
pub(crate) const DAYS: i64 = 120;
/// 1 January 2026, in days since 1970.
pub(crate) const FIRST_DAY: i64 = 20_454;
/// The first moment of the window.
pub(crate) const START: i64 = FIRST_DAY * DAY;
/// The first moment after the window.
pub(crate) const END: i64 = START + DAYS * DAY;

/// Day of the year 2026, counted from 0, on which each month begins.
const MONTHS: [i64; 6] = [0, 31, 59, 90, 120, 151];

/// A moment of the first half of 2026.
pub(crate) const fn moment(month: usize, day: i64, hour: i64, minute: i64) -> i64 {
    START + (MONTHS[month - 1] + day - 1) * DAY + hour * HOUR + minute * MINUTE
}

/// Month of the window (0 for January 2026) that holds this day of the window.
pub(crate) fn month_of(day: i64) -> usize {
    MONTHS.iter().rposition(|first| *first <= day).unwrap_or(0)
}

/// How much of a weekday's traffic this day of the window sees: weekends are quiet.
pub(crate) fn weekday_share(day: i64) -> f64 {
    // 1 January 1970 was a Thursday.
    match (FIRST_DAY + day).rem_euclid(7) {
        2 => 0.45,
        3 => 0.5,
        4 => 1.05,
        _ => 1.0,
    }
}

/// How busy this hour of the account's own clock is, for an account whose people work by day.
pub(crate) fn office_share(local_hour: f64) -> f64 {
    let distance = (local_hour - 14.0).abs().min(24.0 - (local_hour - 14.0).abs());
    0.2 + 1.8 * libm::exp(-distance * distance / 26.0)
}
