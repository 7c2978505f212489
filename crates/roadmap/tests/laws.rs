//! What holds for every roadmap.

mod any_roadmap;

use any_roadmap::roadmap;
use footbridge_diagnostic::Diagnostic;
use footbridge_roadmap::{Limits, Roadmap, Tool, check, csv, dry_run, from_csv, is_unread, markdown, mermaid, read, svg, to_csv, to_yaml};
use proptest::prelude::*;
use std::collections::HashSet;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_in_our_own_csv(roadmap in roadmap()) {
        let text = to_csv(&roadmap);
        let (back, findings) = from_csv(&text, &roadmap.file);
        prop_assert_eq!(findings, []);
        prop_assert_eq!(back.as_ref(), Some(&roadmap));
        prop_assert_eq!(to_csv(&back.unwrap()), text);
    }

    #[test]
    fn a_spreadsheet_may_save_it_its_own_way(roadmap in roadmap()) {
        let (back, findings) = from_csv(&saved_by_a_spreadsheet(&to_csv(&roadmap)), &roadmap.file);
        prop_assert_eq!(findings, []);
        prop_assert_eq!(back, Some(roadmap));
    }

    #[test]
    fn what_is_written_is_read_again(roadmap in roadmap()) {
        let text = to_yaml(&roadmap);
        let (back, findings) = read(&text, &roadmap.file);
        // What a bet of these does without, such as a size, is told.
        let others: Vec<Diagnostic> = findings.into_iter().filter(|finding| finding.code != "roadmap-missing-key").collect();
        prop_assert!(!others.iter().any(is_unread), "nothing is left out");
        prop_assert_eq!((others, back.as_ref()), (vec![], Some(&roadmap)), "{}", text);
        for bet in back.unwrap().bets.iter() {
            prop_assert!(text[bet.id.span.clone()].contains(bet.id.as_str()), "the place of {} is its own", bet.id);
        }
    }

    #[test]
    fn a_circle_is_told_when_there_is_one(roadmap in roadmap()) {
        let told = codes(&check(&roadmap, &Limits::default())).contains("roadmap-cycle");
        prop_assert_eq!(told, has_circle(&roadmap));
    }

    #[test]
    fn every_finding_has_a_place(roadmap in roadmap()) {
        let text = to_yaml(&roadmap);
        let (back, _) = read(&text, "roadmap.yaml");
        for finding in check(&back.unwrap(), &Limits::default()) {
            let place = finding.place.as_ref().expect("a place");
            prop_assert!(text.get(place.span.clone()).is_some_and(|at| !at.is_empty()), "{finding:?}");
        }
    }

    #[test]
    fn every_tool_gets_a_row_for_each_bet_and_no_formula(roadmap in roadmap()) {
        for profile in Tool::ALL.map(Tool::profile) {
            let export = csv(&roadmap, &profile);
            let rows = rows(&export.text);
            prop_assert_eq!(rows.len(), roadmap.bets.len() + 1);
            prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every row has all separators");
            for cell in rows.iter().flatten() {
                prop_assert!(!cell.trim_start_matches([' ', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
            let report = dry_run(&roadmap, &profile);
            prop_assert_eq!((&report.lost, report.rows), (&export.lost, roadmap.bets.len()));
            prop_assert_eq!(report.columns.iter().map(|column| column.times).sum::<usize>(), rows[0].len());
            let title = rows[0].iter().position(|name| ["Summary", "Title", "Feature name"].contains(&name.as_str())).expect("a title");
            for (row, bet) in rows[1..].iter().zip(roadmap.bets.iter()) {
                prop_assert_eq!(row[title].trim_start_matches('\''), bet.title.trim_start_matches('\''));
            }
        }
    }

    #[test]
    fn other_texts_name_every_bet(roadmap in roadmap()) {
        let chart = mermaid(&roadmap);
        let tasks = chart.text.lines().filter(|line| line.contains(" :b") || line.contains(" :milestone, b")).count();
        prop_assert_eq!(tasks, roadmap.bets.iter().filter(|bet| bet.horizon.is_some()).count());
        prop_assert_eq!(markdown(&roadmap).text.lines().filter(|line| line.starts_with("### ")).count(), roadmap.bets.len());
    }

    #[test]
    fn the_same_roadmap_is_drawn_with_the_same_bytes(roadmap in roadmap()) {
        prop_assert_eq!(svg(&roadmap), svg(&roadmap));
    }
}

fn codes(findings: &[Diagnostic]) -> HashSet<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// Whether some bet can be reached from itself, by following everything from everywhere.
fn has_circle(roadmap: &Roadmap) -> bool {
    let ids: Vec<&str> = roadmap.bets.iter().map(|bet| bet.id.as_str()).collect();
    let next = |at: usize| roadmap.bets[at].depends_on.iter().filter_map(|id| ids.iter().position(|known| *known == id.as_str()));
    (0..ids.len()).any(|start| {
        let mut seen = vec![false; ids.len()];
        let mut open: Vec<usize> = next(start).collect();
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(next(at));
            }
        }
        seen[start]
    })
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Semicolons, a mark in front, and an empty column and row at the end.
fn saved_by_a_spreadsheet(text: &str) -> String {
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').flexible(true).terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for mut row in rows(text) {
        row.push(String::new());
        writer.write_record(&row).expect("memory");
    }
    writer.write_record(["", "", ""]).expect("memory");
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().expect("memory")).expect("text"))
}
