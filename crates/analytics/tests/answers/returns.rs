//! Retention and cohorts: days of a zone across changes of the clock, what was not seen yet.

use crate::desk::{Files, line};
use footbridge_analytics::{Clock, Cohort, Names, Period, Question, Retention, Returning, Unit};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

fn retention(period: Period, periods: u32, returning: Returning) -> Question {
    Question::Retention(Retention { begin: Some("a".to_owned()), back: None, period, periods, returning })
}

fn ask(csv: &str, question: &Question, zone: &str) -> Vec<String> {
    let files = Files::new(&[("events.csv", csv)]);
    let reading = files.reading(&Names::default());
    let clock = Clock { zone: zone.to_owned(), ..Clock::utc(Unit::Written) };
    files.run(&question.sql(&reading, &clock)).iter().map(|row| line(&row[..6])).collect()
}

#[test]
fn what_was_not_seen_is_not_zero() {
    let csv = "user_id,event,ts\nu,a,2026-03-02 10:00:00\nv,a,2026-03-02 11:00:00\nu,x,2026-03-03 10:00:00\nw,a,2026-03-03 12:00:00\nv,x,2026-03-04 09:00:00\n";
    assert_eq!(
        ask(csv, &retention(Period::Day, 3, Returning::On), "UTC"),
        [
            "2026-03-02 2 1 whole 1 0.5",
            "2026-03-02 2 2 running 1 0.5",
            "2026-03-02 2 3 later - -",
            "2026-03-03 1 1 running 0 0.0",
            "2026-03-03 1 2 later - -",
            "2026-03-03 1 3 later - -",
            "- 2 1 whole 1 0.5",
        ]
    );
    assert_eq!(ask(csv, &retention(Period::Day, 1, Returning::OnOrAfter), "UTC")[0], "2026-03-02 2 1 whole 2 1.0");
}

/// Berlin's clocks went forward on 29 March 2026 at 01:00 UTC: that day had 23 hours.
#[test]
fn days_are_those_of_the_zone_on_the_day_the_clocks_change() {
    let csv = "user_id,event,ts\nu,a,2026-03-28 22:30:00\nu,x,2026-03-28 23:30:00\nv,a,2026-03-29 21:30:00\nv,x,2026-03-29 22:30:00\n";
    assert_eq!(
        ask(csv, &retention(Period::Day, 1, Returning::On), "Europe/Berlin"),
        ["2026-03-28 1 1 whole 1 1.0", "2026-03-29 1 1 running 1 1.0", "- 1 1 whole 1 1.0"]
    );
    assert_eq!(ask(csv, &retention(Period::Day, 1, Returning::On), "UTC")[0], "2026-03-28 1 1 running 0 0.0");
}

/// 02:30 came twice on 25 October 2026 in Berlin, and never on 29 March.
#[test]
fn local_times_that_are_twice_or_never_are_read() {
    let csv = "user_id,event,ts\nu,a,2026-10-25 01:59:00\nu,a,2026-10-25 02:30:00\nu,a,2026-10-25 03:30:00\nu,a,2026-03-29 02:30:00\nu,a,2026-03-29 03:30:00\n";
    let files = Files::new(&[("events.csv", csv)]);
    let reading = files.reading(&Names::default());
    let zone = TimeZone::get("Europe/Berlin").expect("a zone");
    let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
    let clock = Clock { written_in: Some((zone, at("2026-03-29T02:30:00Z"), at("2026-10-25T03:30:00Z"))), ..Clock::utc(Unit::Written) };
    let rows = files.run(&footbridge_analytics::survey_sql(&reading, &clock));
    assert_eq!(line(&rows[0]), "5 0 0 2026-03-29 01:30:00 2026-10-25 02:30:00");
    let question = Question::Cohort(Cohort { begin: None, period: Period::Day, periods: 1 });
    let sql = question.sql(&reading, &clock);
    let instants = sql.split("with ").nth(1).and_then(|sql| sql.split(",\nevents as").next()).expect("the first table");
    let rows = files.run(&format!("with {instants} select at from written order by at"));
    let rows: Vec<String> = rows.iter().map(|row| line(row)).collect();
    // The first of both; 02:30 that never was is 03:30 summer time; 03:30 itself is the same instant.
    assert_eq!(rows, ["2026-03-29 01:30:00", "2026-03-29 01:30:00", "2026-10-24 23:59:00", "2026-10-25 00:30:00", "2026-10-25 02:30:00"]);
}

#[test]
fn a_cohort_tells_size_and_activity() {
    let csv = "user_id,event,ts\nu,a,2026-01-31 10:00:00\nu,x,2026-02-01 10:00:00\nu,x,2026-02-02 10:00:00\nv,x,2026-02-03 11:00:00\n";
    let question = Question::Cohort(Cohort { begin: None, period: Period::Month, periods: 1 });
    assert_eq!(
        ask(csv, &question, "UTC"),
        ["2026-01-01 1 0 whole 1 1", "2026-01-01 1 1 running 1 2", "2026-02-01 1 0 running 1 1", "2026-02-01 1 1 later - -"]
    );
}

fn period_of(at: Timestamp, zone: &TimeZone, period: Period) -> Date {
    let day = at.to_zoned(zone.clone()).date();
    match period {
        Period::Day => day,
        Period::Week => day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).expect("a day"),
        Period::Month => day.first_of_month(),
    }
}

fn distance(from: Date, to: Date, period: Period) -> i64 {
    let days = i64::from((to - from).get_days());
    match period {
        Period::Day => days,
        Period::Week => days / 7,
        Period::Month => i64::from(to.year() - from.year()) * 12 + i64::from(to.month() - from.month()),
    }
}

/// Cohort, size, number, state and who came back, by going through the users one by one.
fn reckoned(events: &[(u8, bool, Timestamp)], zone: &TimeZone, period: Period, periods: i64, returning: Returning) -> Vec<String> {
    let periods_of = |event: &(u8, bool, Timestamp)| (event.0, event.1, period_of(event.2, zone, period));
    let seen: Vec<(u8, bool, Date)> = events.iter().filter(|event| event.0 > 0).map(periods_of).collect();
    let Some(last) = seen.iter().map(|event| event.2).max() else { return Vec::new() };
    let mut cohort_of: BTreeMap<u8, Date> = BTreeMap::new();
    for (user, _, day) in seen.iter().filter(|event| event.1) {
        let first = cohort_of.entry(*user).or_insert(*day);
        *first = (*first).min(*day);
    }
    let cohorts: BTreeSet<Date> = cohort_of.values().copied().collect();
    let mut rows = Vec::new();
    let mut totals: BTreeMap<i64, (usize, usize)> = BTreeMap::new();
    for cohort in cohorts {
        let users: Vec<u8> = cohort_of.iter().filter(|(_, of)| **of == cohort).map(|(user, _)| *user).collect();
        for number in 1..=periods {
            let back = users.iter().filter(|user| {
                seen.iter().filter(|event| event.0 == **user).any(|event| match (distance(cohort, event.2, period), returning) {
                    (n, Returning::On) => n == number,
                    (n, Returning::OnOrAfter) => n >= number,
                })
            });
            let (back, until) = (back.count(), distance(cohort, last, period));
            if number < until {
                let total = totals.entry(number).or_default();
                *total = (total.0 + users.len(), total.1 + back);
            }
            rows.push(match number.cmp(&until) {
                std::cmp::Ordering::Less => format!("{cohort} {} {number} whole {back}", users.len()),
                std::cmp::Ordering::Equal => format!("{cohort} {} {number} running {back}", users.len()),
                std::cmp::Ordering::Greater => format!("{cohort} {} {number} later -", users.len()),
            });
        }
    }
    rows.extend(totals.into_iter().map(|(number, (users, back))| format!("- {users} {number} whole {back}")));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Hours around the days on which the clocks change in Berlin.
    #[test]
    fn the_query_counts_as_a_plain_reckoning_does(
        events in prop::collection::vec((0u8..6, any::<bool>(), 0i64..24 * 20, prop::bool::ANY), 1..60),
        period in prop::sample::select(vec![Period::Day, Period::Week, Period::Month]),
        returning in prop::sample::select(vec![Returning::On, Returning::OnOrAfter]),
        zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"]),
    ) {
        let start: Timestamp = "2026-03-20T00:00:00Z".parse().expect("an instant");
        let tz = TimeZone::get(zone).expect("a zone");
        let events: Vec<(u8, bool, Timestamp)> = events.iter().map(|(user, begins, hour, half)| {
            (*user, *begins, start + hour.hours() + if *half { 30.minutes() } else { 0.minutes() })
        }).collect();
        let mut csv = String::from("user_id,event,ts\n");
        for (user, begins, at) in &events {
            let user = if *user == 0 { String::new() } else { format!("u{user}") };
            writeln!(csv, "{user},{},{}", if *begins { "a" } else { "x" }, at.strftime("%Y-%m-%d %H:%M:%S")).expect("text grows");
        }
        let rows: Vec<String> = ask(&csv, &retention(period, 4, returning), zone)
            .iter().map(|row| row.rsplit_once(' ').expect("a rate").0.to_owned()).collect();
        prop_assert_eq!(rows, reckoned(&events, &tz, period, 4, returning));
    }
}
