use crate::columns::Reading;
use crate::events::{Clock, events};
use crate::sql;
use std::fmt::Write as _;

/// More steps make a query that takes long and says little.
pub const LONGEST_FUNNEL: usize = 12;

/// Steps that one user takes in this order, within a window that begins with the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// Names of events, in order. A name may come again: the step then needs another event.
    pub steps: Vec<String>,
    /// How long after the first step the last may be, in seconds, itself included.
    pub window_seconds: u64,
}

/// Events after this one, of the same user. Of events at the same instant the one whose step is named first comes first. It is written
/// backwards, because a frame that grows is read in one pass.
const LATER: &str = "window later as (partition by user_id order by at desc, place desc rows between unbounded preceding and 1 preceding)";

impl Funnel {
    pub(crate) fn sql(&self, reading: &Reading, clock: &Clock) -> String {
        let last = self.steps.len();
        let by = if reading.by.is_some() { "by_value, " } else { "" };
        let mut text = format!("with {},\n", events(reading, clock));
        self.write_steps(&mut text, by);
        // Step by step from the end: when would each later step come, seen from an event?
        for step in (1..last).rev() {
            let event = sql::text(&self.steps[step]);
            let after = if step + 1 == last { "steps".to_owned() } else { format!("after_{}", step + 1) };
            let mut found = format!("min(case when event = {event} then at end) over later as at_{}_{}", step, step + 1);
            for later in step + 2..=last {
                write!(found, ",\n    min(case when event = {event} then at_{}_{later} end) over later as at_{step}_{later}", step + 1)
                    .expect("text grows");
            }
            writeln!(text, "after_{step} as (\n  select *,\n    {found}\n  from {after}\n  {LATER}\n),").expect("text grows");
        }
        self.write_paths(&mut text, by);
        self.write_result(&mut text, reading);
        text
    }

    fn write_steps(&self, text: &mut String, by: &str) {
        let mut names: Vec<&String> = Vec::new();
        self.steps.iter().for_each(|step| {
            if !names.contains(&step) {
                names.push(step);
            }
        });
        let list: Vec<String> = names.iter().map(|name| sql::text(name)).collect();
        let places: Vec<String> = list.iter().enumerate().map(|(at, name)| format!("when {name} then {}", at + 1)).collect();
        writeln!(
            text,
            "steps as (\n  select user_id, {by}event, at, case event {} end as place\n  from events\n  where event in ({})\n),",
            places.join(" "),
            list.join(", ")
        )
        .expect("text grows");
    }

    /// One path for each user: of the beginnings that get furthest, the earliest.
    fn write_paths(&self, text: &mut String, by: &str) {
        let last = self.steps.len();
        let from = if last == 1 { "steps".to_owned() } else { "after_1".to_owned() };
        let window = format!("at + interval '{} seconds'", self.window_seconds);
        let mut times = String::from("at as at_1");
        let mut depth = String::from("1");
        for step in 2..=last {
            write!(times, ",\n    case when at_1_{step} <= {window} then at_1_{step} end as at_{step}").expect("text grows");
            write!(depth, " + case when at_{step} is null then 0 else 1 end").expect("text grows");
        }
        let value = if by.is_empty() { "" } else { ", by_value" };
        writeln!(text, "beginnings as (\n  select user_id, {by}{times}\n  from {from}\n  where event = {}\n),", sql::text(&self.steps[0]))
            .expect("text grows");
        writeln!(
            text,
            "paths as (\n  select * from (select *, {depth} as depth from beginnings)\n  qualify row_number() over (partition by user_id order by depth desc, at_1{value}) = 1\n),"
        )
        .expect("text grows");
    }

    fn write_result(&self, text: &mut String, reading: &Reading) {
        let (by, heading) = match &reading.by {
            Some(by) => ("by_value, ", format!("by_value as {}, ", sql::name(&by.heading))),
            None => ("", String::new()),
        };
        let partition = if by.is_empty() { "" } else { "partition by by_value " };
        let values: Vec<String> = self.steps.iter().enumerate().map(|(at, step)| format!("({}, {})", at + 1, sql::text(step))).collect();
        let waits: Vec<String> = (2..=self.steps.len()).map(|step| format!("when {step} then at_{step} - at_{}", step - 1)).collect();
        let wait = if waits.is_empty() {
            "cast(null as double)".to_owned()
        } else {
            format!("median(extract(epoch from case step {} end))", waits.join(" "))
        };
        let [low, high] = sql::wilson("users", "first_users");
        let [step_low, step_high] = sql::wilson("users", "users_before");
        write!(
            text,
            "counted as (
  select {by}step, step_event,
    count(*) filter (where depth >= step) as users,
    {wait} as median_seconds,
    count(*) filter (where depth = step and step < {last} and at_1 + interval '{window} seconds' > last_at) as still_open
  from paths
  cross join (values {values}) as step_names(step, step_event)
  cross join (select max(at) as last_at from events)
  group by {by}step, step_event
),
compared as (
  select *,
    first_value(users) over ({partition}order by step) as first_users,
    lag(users) over ({partition}order by step) as users_before
  from counted
)
select {heading}step, step_event as event, users,
  {rate} as rate,
  {low} as rate_low,
  {high} as rate_high,
  {step_rate} as step_rate,
  {step_low} as step_low,
  {step_high} as step_high,
  median_seconds, still_open
from compared
order by {by}step
",
            last = self.steps.len(),
            window = self.window_seconds,
            values = values.join(", "),
            rate = sql::share("users", "first_users"),
            step_rate = sql::share("users", "users_before"),
        )
        .expect("text grows");
    }
}
