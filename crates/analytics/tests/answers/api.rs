//! How an API answers.

use crate::desk::{Files, Rows, line};
use footbridge_analytics::{Api, Clock, Names, Part, Period, Question, Unit, read};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

fn ask(csv: &str, by: Option<&str>, per: Option<Period>) -> Rows {
    let files = Files::new(&[("requests.csv", csv)]);
    let table = files.table();
    let names = Names { by: by.map(str::to_owned), ..Names::default() };
    let reading = read(&table, &names, &[Part::Time]).expect("columns are known");
    let (api, _) = Api::read(&table, None, None, None, per).expect("columns are known");
    files.run(&Question::Api(api).sql(&reading, &Clock::utc(Unit::Written)))
}

const LOG: &str = "ts,status,latency_ms,key_id,version\n\
    2026-03-01 00:00:10,200,10,k1,v1\n2026-03-01 00:04:59,500,20,k1,v1\n2026-03-01 00:05:00,200,30,k2,v1\n\
    2026-03-01 00:06:00,301,40,k2,v2\n2026-03-02 00:06:00,429,,k1,v2\n";

#[test]
fn requests_are_counted_by_version_with_their_share() {
    let rows: Vec<String> = ask(LOG, Some("version"), None).iter().map(|row| line(row)).collect();
    assert_eq!(
        rows,
        [
            "v1 3 0.6 2 1.0 0.6667 0.0 0.0 0.3333 0.0615 0.7923 20.0 29.0 29.8 0.75",
            "v2 2 0.4 2 1.0 0.0 0.5 0.5 0.0 0.0 0.6576 40.0 40.0 40.0 1.0"
        ]
    );
}

#[test]
fn adoption_is_told_for_each_day() {
    let rows: Vec<String> = ask(LOG, Some("version"), Some(Period::Day)).iter().map(|row| line(&row[..6])).collect();
    assert_eq!(rows, ["2026-03-01 v1 3 0.75 2 1.0", "2026-03-01 v2 1 0.25 1 0.5", "2026-03-02 v2 1 1.0 1 1.0"]);
}

/// Five-minute intervals with requests; one that is half failed is half down.
#[test]
fn uptime_is_the_average_of_five_minute_intervals() {
    let rows = ask(LOG, None, None);
    assert_eq!(rows[0].last().cloned().flatten().as_deref(), Some("0.833333"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_query_counts_as_a_plain_reckoning_does(
        requests in prop::collection::vec((0u32..40, prop::sample::select(vec![200u16, 204, 302, 404, 429, 500, 503]), 1u32..500, 0u8..3, 0u8..2), 1..80),
    ) {
        let mut csv = String::from("ts,status,latency_ms,key_id,version\n");
        for (minute, status, latency, key, version) in &requests {
            writeln!(csv, "2026-03-01 00:{minute:02}:00,{status},{latency},k{key},v{version}").expect("text grows");
        }
        let rows = ask(&csv, Some("version"), None);
        let given: BTreeMap<String, (usize, usize, f64, f64, f64)> = rows.iter().map(|row| {
            let cell = |at: usize| row[at].clone().expect("a number").parse::<f64>().expect("a number");
            (row[0].clone().expect("a version"), (cell(1) as usize, cell(3) as usize, cell(8), cell(12), cell(14)))
        }).collect();
        prop_assert_eq!(given.len(), requests.iter().map(|request| request.4).collect::<BTreeSet<_>>().len());
        for (version, (count, keys, errors, p95, uptime)) in given {
            let of: Vec<_> = requests.iter().filter(|request| format!("v{}", request.4) == version).collect();
            let mut latencies: Vec<f64> = of.iter().map(|request| f64::from(request.2)).collect();
            latencies.sort_by(f64::total_cmp);
            let rank = 0.95 * (latencies.len() - 1) as f64;
            let (low, high) = (latencies[rank.floor() as usize], latencies[rank.ceil() as usize]);
            let mut intervals: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
            for request in &of {
                let interval = intervals.entry(request.0 / 5).or_default();
                interval.0 += 1.0;
                interval.1 += f64::from(u8::from(request.1 >= 500));
            }
            let up = 1.0 - intervals.values().map(|(all, failed)| failed / all).sum::<f64>() / intervals.len() as f64;
            prop_assert_eq!(count, of.len());
            prop_assert_eq!(keys, of.iter().map(|request| request.3).collect::<BTreeSet<_>>().len());
            let failed = of.iter().filter(|request| request.1 >= 500).count() as f64 / of.len() as f64;
            prop_assert!((errors - failed).abs() < 6e-5, "{errors} is not {failed}");
            prop_assert!((p95 - (low + (high - low) * rank.fract())).abs() < 0.06, "{p95}");
            prop_assert!((uptime - up).abs() < 2e-6, "{uptime} is not {up}");
        }
    }
}
