use crate::columns::Reading;
use crate::events::{Clock, events};
use crate::question::{Period, Returning};
use crate::sql;

/// More periods than this make no table that anybody reads.
pub const MOST_PERIODS: u32 = 60;

/// Who comes back how many days or weeks after they began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// The event one begins with; any event when there is none.
    pub begin: Option<String>,
    /// The event that counts as coming back; any event when there is none.
    pub back: Option<String>,
    /// Days, weeks or months of the calendar.
    pub period: Period,
    /// How many of them after the first.
    pub periods: u32,
    /// In that very period, or in any from there on.
    pub returning: Returning,
}

impl Retention {
    pub(crate) fn sql(&self, reading: &Reading, clock: &Clock) -> String {
        let unit = self.period.word();
        let which = |event: &Option<String>, before: &str| {
            event.as_ref().map_or_else(String::new, |event| format!("{before}event = {}", sql::text(event)))
        };
        let (n, meets) = match self.returning {
            Returning::On => ("distinct users_since.user_id, users_since.cohort, ", "="),
            Returning::OnOrAfter => ("users_since.user_id, users_since.cohort, max", "<="),
        };
        let distance = format!("(date_diff('{unit}', users_since.cohort, back.period)) as number");
        let group = if self.returning == Returning::On { "" } else { "\n  group by users_since.user_id, users_since.cohort" };
        let [low, high] = sql::wilson("returned", "users");
        format!(
            "with {events},
days as (
  select user_id, event, cast(date_trunc('{unit}', {local}) as date) as period from events
),
users_since as (
  select user_id, min(period) as cohort from days{begin} group by user_id
),
returns as (
  select {n}{distance}
  from users_since
  join days as back on back.user_id = users_since.user_id and back.period > users_since.cohort{back}{group}
),
cells as (
  select cohort, users, value as number, date_diff('{unit}', cohort, last_period) as numbers
  from (select cohort, count(*) as users from users_since group by cohort)
  cross join generate_series(1, {periods})
  cross join (select max(period) as last_period from days)
),
counted as (
  select cells.cohort, cells.users, cells.number,
    case when cells.number < cells.numbers then 'whole' when cells.number = cells.numbers then 'running' else 'later' end as state,
    count(returns.user_id) as returned
  from cells
  left join returns on returns.cohort = cells.cohort and cells.number {meets} returns.number
  group by cells.cohort, cells.users, cells.number, cells.numbers
),
rows_and_total as (
  select cohort, users, number as {unit}, state, case when state <> 'later' then returned end as returned from counted
  union all
  select null, sum(users), number, 'whole', sum(returned) from counted where state = 'whole' group by number
)
select cohort, users, {unit}, state, returned,
  {rate} as rate,
  {low} as rate_low,
  {high} as rate_high
from rows_and_total
order by cohort nulls last, {unit}
",
            events = events(reading, clock),
            local = clock.local("at"),
            begin = which(&self.begin, " where "),
            back = which(&self.back, " and back."),
            periods = self.periods,
            rate = sql::share("returned", "users"),
        )
    }
}
