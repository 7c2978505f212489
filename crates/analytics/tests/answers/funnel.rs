//! Funnels: repeats, order, windows, ties.

use crate::desk::{Files, line};
use footbridge_analytics::{Funnel, Names, Question};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;

fn funnel(steps: &[&str], window_seconds: u64) -> Question {
    Question::Funnel(Funnel { steps: steps.iter().map(|step| (*step).to_owned()).collect(), window_seconds })
}

/// Step, users and median seconds of each row, for events `user event minute`.
fn asked(steps: &[&str], window_minutes: u64, events: &str) -> Vec<String> {
    let mut csv = String::from("user_id,event,ts\n");
    for event in events.split(", ") {
        let [user, event, minute] = event.split(' ').collect::<Vec<_>>().try_into().expect("three words");
        let minute: u32 = minute.parse().expect("a minute");
        writeln!(csv, "{},{event},2026-03-01 {:02}:{:02}:00", user.replace('-', ""), minute / 60, minute % 60).expect("text grows");
    }
    let rows = Files::new(&[("events.csv", &csv)]).ask(&funnel(steps, window_minutes * 60), &Names::default());
    rows.iter().map(|row| line(&[row[0].clone(), row[2].clone(), row[9].clone(), row[10].clone()])).collect()
}

#[test]
fn a_funnel_counts_users_in_this_order() {
    for (what, steps, window, events, rows) in [
        ("in order", &["a", "b"][..], 60, "u a 0, u b 5", &["1 1 - 0", "2 1 300.0 0"][..]),
        ("the other way round", &["a", "b"], 60, "u b 0, u a 5", &["1 1 - 1", "2 0 - 0"]),
        ("others in between", &["a", "b"], 60, "u a 0, u x 1, u b 5", &["1 1 - 0", "2 1 300.0 0"]),
        ("the window's last moment", &["a", "b"], 5, "u a 0, u b 5", &["1 1 - 0", "2 1 300.0 0"]),
        ("after the window", &["a", "b"], 5, "u a 0, u b 6", &["1 1 - 0", "2 0 - 0"]),
        ("the window begins with the first step", &["a", "b", "c"], 8, "u a 0, u b 5, u c 9", &["1 1 - 0", "2 1 300.0 0", "3 0 - 0"]),
        ("a later beginning gets further", &["a", "b"], 5, "u a 0, u a 20, u b 22", &["1 1 - 0", "2 1 120.0 0"]),
        ("the earliest of those that get as far", &["a", "b"], 60, "u a 0, u a 20, u b 22", &["1 1 - 0", "2 1 1320.0 0"]),
        ("repeats count once", &["a", "b"], 60, "u a 0, u a 1, u b 2, u b 3", &["1 1 - 0", "2 1 120.0 0"]),
        ("a repeated step needs another event", &["a", "a"], 60, "u a 0, v a 0, v a 3", &["1 2 - 1", "2 1 180.0 0"]),
        ("at the same instant, as the funnel names them", &["a", "b"], 60, "u b 0, u a 0", &["1 1 - 0", "2 1 0.0 0"]),
        ("one row is not two steps", &["a", "a"], 60, "u a 0, u x 0", &["1 1 - 1", "2 0 - 0"]),
        ("two rows at the same instant are", &["a", "a"], 60, "u a 0, u a 0", &["1 1 - 0", "2 1 0.0 0"]),
        ("without a user it is nobody's", &["a", "b"], 60, "- a 0, - b 1, u a 0", &["1 1 - 1", "2 0 - 0"]),
        ("others' events do not help", &["a", "b"], 60, "u a 0, v b 1", &["1 1 - 1", "2 0 - 0"]),
        ("a single step", &["a"], 60, "u a 0, v a 1", &["1 2 - 0"]),
        ("the last event's window is over", &["a", "b"], 5, "u a 0, v a 10", &["1 2 - 1", "2 0 - 0"]),
    ] {
        assert_eq!(asked(steps, window, events), rows, "{what}");
    }
}

#[test]
fn a_user_stands_in_one_part_of_a_breakdown() {
    let csv = "user_id,event,ts,plan\nu,a,2026-03-01 00:00:00,free\nu,b,2026-03-01 00:01:00,pro\nu,a,2026-03-01 00:02:00,pro\nv,a,2026-03-01 00:00:00,\n";
    let names = Names { by: Some("plan".to_owned()), ..Names::default() };
    let rows = Files::new(&[("events.csv", csv)]).ask(&funnel(&["a", "b"], 600), &names);
    let rows: Vec<String> = rows.iter().map(|row| line(&row[..5])).collect();
    assert_eq!(rows, ["(none) 1 a 1 1.0", "(none) 2 b 0 0.0", "free 1 a 1 1.0", "free 2 b 1 1.0"]);
}

#[test]
fn quotes_in_names_stay_names() {
    let csv = "user_id,event,ts,\"a \"\"plan\"\"\"\nu,it's,2026-03-01 00:00:00,x\n";
    let names = Names { by: Some("a \"plan\"".to_owned()), ..Names::default() };
    let rows = Files::new(&[("events.csv", csv)]).ask(&funnel(&["it's", "'; select 1 --"], 600), &names);
    assert_eq!(line(&rows[0][..4]), "x 1 it's 1");
}

/// Wilson's interval for 8 of 10 as published: 0.490 to 0.943 (Newcombe, Statistics in Medicine 17 (1998), method 3, rounded).
#[test]
fn a_rate_has_wilsons_interval() {
    let mut csv = String::from("user_id,event,ts\n");
    for user in 0..10 {
        writeln!(csv, "u{user},a,2026-03-01 00:00:00").expect("text grows");
        if user < 8 {
            writeln!(csv, "u{user},b,2026-03-01 00:01:00").expect("text grows");
        }
    }
    let rows = Files::new(&[("events.csv", &csv)]).ask(&funnel(&["a", "b"], 600), &Names::default());
    assert_eq!(line(&rows[1][2..6]), "8 0.8 0.4902 0.9433");
}

#[derive(Debug, Clone)]
struct Event {
    user: u8,
    name: u8,
    minute: i64,
}

/// Users of each step and the waits before it, by trying each beginning of each user.
fn reckoned(events: &[Event], steps: &[u8], window: i64) -> Vec<(u64, Option<f64>)> {
    let place = |name: u8| steps.iter().position(|step| *step == name);
    let mut of_user: BTreeMap<u8, Vec<(i64, usize, u8)>> = BTreeMap::new();
    for event in events.iter().filter(|event| event.user > 0) {
        if let Some(place) = place(event.name) {
            of_user.entry(event.user).or_default().push((event.minute, place, event.name));
        }
    }
    let mut paths: Vec<Vec<i64>> = Vec::new();
    for mut events in of_user.into_values() {
        events.sort_unstable();
        let mut best: Vec<i64> = Vec::new();
        for (at, beginning) in events.iter().enumerate().filter(|(_, event)| event.2 == steps[0]) {
            let mut path = vec![beginning.0];
            for later in &events[at + 1..] {
                if path.len() < steps.len() && later.2 == steps[path.len()] && later.0 <= beginning.0 + window {
                    path.push(later.0);
                }
            }
            if path.len() > best.len() {
                best = path;
            }
        }
        if !best.is_empty() {
            paths.push(best);
        }
    }
    let step = |step: usize| {
        let reached: Vec<&Vec<i64>> = paths.iter().filter(|path| path.len() > step).collect();
        let mut waits: Vec<i64> = if step == 0 { Vec::new() } else { reached.iter().map(|path| path[step] - path[step - 1]).collect() };
        waits.sort_unstable();
        let half = waits.len() / 2;
        let median = match waits.len() {
            0 => None,
            odd if odd % 2 == 1 => Some(waits[half] as f64 * 60.0),
            _ => Some((waits[half - 1] + waits[half]) as f64 * 30.0),
        };
        (reached.len() as u64, median)
    };
    if paths.is_empty() { Vec::new() } else { (0..steps.len()).map(step).collect() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_query_counts_as_a_plain_reckoning_does(
        events in prop::collection::vec((0u8..5, 0u8..4, 0i64..40).prop_map(|(user, name, minute)| Event { user, name, minute }), 1..60),
        steps in prop::collection::vec(0u8..3, 1..5),
        window in 1i64..30,
    ) {
        let names = ["a", "b", "c", "x"];
        let mut csv = String::from("user_id,event,ts\n");
        for Event { user, name, minute } in &events {
            let user = if *user == 0 { String::new() } else { format!("u{user}") };
            writeln!(csv, "{user},{},2026-03-01 00:{minute:02}:00", names[usize::from(*name)]).expect("text grows");
        }
        let of: Vec<&str> = steps.iter().map(|step| names[usize::from(*step)]).collect();
        let rows = Files::new(&[("events.csv", &csv)]).ask(&funnel(&of, u64::try_from(window).expect("positive") * 60), &Names::default());
        let given: Vec<(u64, Option<f64>)> = rows
            .iter()
            .map(|row| (row[2].as_ref().expect("users").parse().expect("a number"), row[9].as_ref().map(|median| median.parse().expect("a number"))))
            .collect();
        prop_assert_eq!(given, reckoned(&events, &steps, window));
    }
}
