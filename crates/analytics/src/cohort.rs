use crate::columns::Reading;
use crate::events::{Clock, events};
use crate::question::Period;
use crate::sql;

/// Users by the week or month of their first event, and what they did since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// The event one begins with; any event when there is none.
    pub begin: Option<String>,
    /// Days, weeks or months of the calendar.
    pub period: Period,
    /// How many of them after the first.
    pub periods: u32,
}

impl Cohort {
    pub(crate) fn sql(&self, reading: &Reading, clock: &Clock) -> String {
        let unit = self.period.word();
        let begin = self.begin.as_ref().map_or_else(String::new, |event| format!(" where event = {}", sql::text(event)));
        format!(
            "with {events},
active as (
  select user_id, event, cast(date_trunc('{unit}', {local}) as date) as period from events
),
users_since as (
  select user_id, min(period) as cohort from active{begin} group by user_id
),
activity as (
  select users_since.cohort, date_diff('{unit}', users_since.cohort, active.period) as number,
    count(distinct active.user_id) as active_users, count(*) as events
  from users_since
  join active on active.user_id = users_since.user_id and active.period >= users_since.cohort
  group by users_since.cohort, number
),
cells as (
  select cohort, users, value as number, date_diff('{unit}', cohort, last_period) as numbers
  from (select cohort, count(*) as users from users_since group by cohort)
  cross join generate_series(0, {periods})
  cross join (select max(period) as last_period from active)
)
select cells.cohort, cells.users, cells.number as {unit},
  case when cells.number < cells.numbers then 'whole' when cells.number = cells.numbers then 'running' else 'later' end as state,
  case when cells.number <= cells.numbers then coalesce(activity.active_users, 0) end as active_users,
  case when cells.number <= cells.numbers then coalesce(activity.events, 0) end as events,
  {each} as events_per_active_user
from cells
left join activity on activity.cohort = cells.cohort and activity.number = cells.number
order by cells.cohort, cells.number
",
            events = events(reading, clock),
            local = clock.local("at"),
            periods = self.periods,
            each = "round(activity.events * 1.0 / activity.active_users, 2)",
        )
    }
}
