use crate::columns::{Part, Reading, Table, Unread, optional};
use crate::events::{Clock, written};
use crate::sql;

/// How soon a key gets its first successful answer, from its first request on: rows are requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstCall {
    status: String,
    key: String,
}

/// How long after its first request a key is looked at: words, and seconds unless it is all that was seen.
const WITHIN: [(&str, Option<u32>); 6] = [
    ("the first request", Some(0)),
    ("1 minute", Some(60)),
    ("1 hour", Some(3_600)),
    ("1 day", Some(86_400)),
    ("7 days", Some(604_800)),
    ("all that was seen", None),
];

impl FirstCall {
    /// Finds the columns of a request log, and says which they are. Both the status and the key are needed.
    pub fn read(table: &Table, status: Option<&str>, key: Option<&str>) -> Result<(Self, Vec<(Part, String)>), Unread> {
        let mut told = Vec::new();
        let mut find = |part: Part, asked: Option<&str>| -> Result<String, Unread> {
            let (name, value) = optional(table, part, asked)?.ok_or_else(|| Unread::of(table, part))?;
            told.push((part, name));
            Ok(value)
        };
        let first_call = Self { status: find(Part::Status, status)?, key: find(Part::Key, key)? };
        Ok((first_call, told))
    }

    pub(crate) fn sql(&self, reading: &Reading, clock: &Clock) -> String {
        let more = [
            ("status", format!("try_cast({} as integer)", self.status)),
            ("asked_by", format!("nullif(cast({} as varchar), '')", self.key)),
        ];
        let within = WITHIN.iter().enumerate().map(|(at, (words, seconds))| {
            let seconds = seconds.map_or_else(|| "cast(null as integer)".to_owned(), |seconds| seconds.to_string());
            format!("({}, {}, {seconds})", at + 1, sql::text(words))
        });
        let [low, high] = sql::wilson("keys", "of_keys");
        format!(
            "with {written},
requests as (
  select asked_by, status, at from written where at is not null and status is not null and asked_by is not null
),
firsts as (
  select asked_by, min(at) as first_at, min(at) filter (where status between 200 and 299) as success_at
  from requests
  group by asked_by
),
waits as (
  select extract(epoch from success_at - first_at) as seconds, extract(epoch from last_at - first_at) as seen_seconds
  from firsts
  cross join (select max(at) as last_at from requests)
),
counted as (
  select place, within, count(*) as of_keys,
    count(*) filter (where seconds <= limit_seconds or (limit_seconds is null and seconds is not null)) as keys,
    median(case when limit_seconds is null or seconds <= limit_seconds then seconds end) as median_seconds,
    count(*) filter (where seconds is null and (limit_seconds is null or seen_seconds < limit_seconds)) as still_open
  from waits
  cross join (values {within}) as limits(place, within, limit_seconds)
  group by place, within
)
select within, keys, of_keys,
  {rate} as rate,
  {low} as rate_low,
  {high} as rate_high,
  median_seconds, still_open
from counted
order by place
",
            written = written(reading, clock, &more),
            within = within.collect::<Vec<_>>().join(", "),
            rate = sql::share("keys", "of_keys"),
        )
    }
}
