use crate::columns::{Part, Reading, Table, Unread, optional};
use crate::events::{Clock, written};
use crate::question::Period;
use crate::sql;

/// How an API answers: rows are requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Api {
    status: String,
    latency: Option<String>,
    key: Option<String>,
    /// For each day, week or month by itself.
    pub per: Option<Period>,
}

impl Api {
    /// Finds the columns of a request log, and says which they are. Only the status is needed.
    pub fn read(
        table: &Table,
        status: Option<&str>,
        latency: Option<&str>,
        key: Option<&str>,
        per: Option<Period>,
    ) -> Result<(Self, Vec<(Part, String)>), Unread> {
        let mut told = Vec::new();
        let mut find = |part: Part, asked: Option<&str>| -> Result<Option<String>, Unread> {
            let found = optional(table, part, asked)?;
            Ok(found.map(|(name, value)| {
                told.push((part, name));
                value
            }))
        };
        let status = find(Part::Status, status)?.ok_or_else(|| Unread::of(table, Part::Status))?;
        let api = Self { status, latency: find(Part::Latency, latency)?, key: find(Part::Key, key)?, per };
        Ok((api, told))
    }

    pub(crate) fn sql(&self, reading: &Reading, clock: &Clock) -> String {
        let nothing = || "cast(null as double)".to_owned();
        let more = [
            ("status", format!("try_cast({} as integer)", self.status)),
            ("latency", self.latency.as_ref().map_or_else(nothing, |latency| format!("try_cast({latency} as double)"))),
            ("asked_by", self.key.as_ref().map_or_else(|| "cast(null as varchar)".to_owned(), |key| format!("cast({key} as varchar)"))),
        ];
        let mut groups: Vec<(&str, String)> = Vec::new();
        let mut period = String::new();
        if let Some(per) = self.per {
            period = format!(", cast(date_trunc('{}', {}) as date) as period", per.word(), clock.local("at"));
            groups.push(("period", per.word().to_owned()));
        }
        if let Some(by) = &reading.by {
            groups.push(("by_value", sql::name(&by.heading)));
        }
        let names = groups.iter().map(|(name, _)| format!("{name}, ")).collect::<String>();
        let qualified = groups.iter().map(|(name, _)| format!("counted.{name}, ")).collect::<String>();
        let headings = groups.iter().map(|(name, heading)| format!("counted.{name} as {heading}, ")).collect::<String>();
        let join = |table: &str, of: &[&str]| {
            let same: Vec<String> = of.iter().map(|name| format!("{table}.{name} = counted.{name}")).collect();
            if same.is_empty() { format!("cross join {table}") } else { format!("join {table} on {}", same.join(" and ")) }
        };
        let all: Vec<&str> = groups.iter().map(|(name, _)| *name).collect();
        let of_period: Vec<&str> = all.iter().copied().filter(|name| *name == "period").collect();
        let group = if names.is_empty() { String::new() } else { format!("\n  group by {}", names.trim_end_matches(", ")) };
        let of_total = if of_period.is_empty() { ("", "") } else { ("period, ", "\n  group by period") };
        let order = if qualified.is_empty() {
            String::new()
        } else if of_period.is_empty() {
            format!("order by counted.requests desc, {}\n", qualified.trim_end_matches(", "))
        } else {
            format!("order by {}\n", qualified.trim_end_matches(", "))
        };
        let [low, high] = sql::wilson("counted.server_errors", "counted.requests");
        format!(
            "with {written},
requests as (
  select *{period} from written where at is not null and status is not null
),
counted as (
  select {names}count(*) as requests, count(distinct asked_by) as keys,
    count(*) filter (where status between 200 and 299) as success,
    count(*) filter (where status between 300 and 399) as redirects,
    count(*) filter (where status between 400 and 499) as client_errors,
    count(*) filter (where status >= 500) as server_errors,
    quantile_cont(latency, 0.5) as p50_ms, quantile_cont(latency, 0.95) as p95_ms, quantile_cont(latency, 0.99) as p99_ms
  from requests{group}
),
intervals as (
  select {names}time_bucket(interval '5 minutes', at) as five_minutes,
    count(*) filter (where status >= 500) * 1.0 / count(*) as error_rate
  from requests
  group by {names}five_minutes
),
availability as (
  select {names}1 - avg(error_rate) as uptime from intervals{group}
),
totals as (
  select {total}count(*) as all_requests, count(distinct asked_by) as all_keys from requests{total_group}
)
select {headings}counted.requests,
  {share} as share_of_requests,
  counted.keys,
  {keys} as share_of_keys,
  {success} as rate_2xx,
  {redirects} as rate_3xx,
  {client} as rate_4xx,
  {server} as rate_5xx,
  {low} as rate_5xx_low,
  {high} as rate_5xx_high,
  round(counted.p50_ms, 1) as p50_ms, round(counted.p95_ms, 1) as p95_ms, round(counted.p99_ms, 1) as p99_ms,
  round(availability.uptime, 6) as uptime
from counted
{availability_join}
{totals_join}
{order}",
            written = written(reading, clock, &more),
            total = of_total.0,
            total_group = of_total.1,
            share = sql::share("counted.requests", "totals.all_requests"),
            keys = sql::share("counted.keys", "totals.all_keys"),
            success = sql::share("counted.success", "counted.requests"),
            redirects = sql::share("counted.redirects", "counted.requests"),
            client = sql::share("counted.client_errors", "counted.requests"),
            server = sql::share("counted.server_errors", "counted.requests"),
            availability_join = join("availability", &all),
            totals_join = join("totals", &of_period),
        )
    }
}
