//! Decisions and what their writer is told: each `tests/cases/<case>` beside its snapshot. A new case is a new file.

use footbridge_decide::{Analysis, Decision, Method, judge, spoken, starter};
use footbridge_diagnostic::{Source, render_text};
use std::fs;
use std::path::Path;

/// Words of the parser, which nobody who writes a decision knows.
const INTERNALS: [&str; 6] = ["serde", "scalar", "mapping values", "block", "token", "deserializ"];

#[test]
fn every_case_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = fs::read_dir(&folder).expect("the folder of cases").map(|entry| entry.expect("an entry").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "yaml" || extension == "csv"));
    cases.sort();
    assert!(cases.len() > 10);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in cases {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a plain file name").to_owned();
            let text = fs::read_to_string(&path).expect("a case");
            let told = told(&text, &name);
            let leaked: Vec<&&str> = INTERNALS.iter().filter(|word| told.contains(**word) && !text.contains(**word)).collect();
            assert!(leaked.is_empty(), "{name} speaks of {leaked:?}:\n{told}");
            insta::assert_snapshot!(name, told);
        }
    });
}

fn told(text: &str, file: &str) -> String {
    let report = judge(text, file);
    let source = Source { file, text };
    let mut told = vec![if report.is_complete() { "complete".to_owned() } else { "not complete".to_owned() }];
    told.extend(report.findings.iter().map(|finding| render_text(finding, Some(&source), false)));
    if let Some((decision, analysis)) = &report.decided {
        told.push(figures(decision, analysis));
    }
    told.join("\n\n")
}

fn figures(decision: &Decision, analysis: &Analysis) -> String {
    let percent = |share: f64| format!("{} %", spoken(share * 100.0));
    match (&decision.method, analysis) {
        (Method::Rice(scored) | Method::Matrix(scored), Analysis::Ranked(ranked)) => {
            let mut lines: Vec<String> = Vec::new();
            for (option, standing) in scored.options.iter().zip(&ranked.standings) {
                lines.push(format!(
                    "{}. {} {} [{}, {}], first in {}",
                    standing.place,
                    option.name,
                    spoken(standing.score),
                    spoken(standing.low),
                    spoken(standing.high),
                    percent(standing.first.share)
                ));
            }
            for flip in ranked.flips.iter().take(4) {
                let within = if flip.within { ", within its range" } else { "" };
                lines.push(format!(
                    "{:?} {} → {} puts {} first{within}",
                    flip.changed,
                    flip.from,
                    spoken(flip.to),
                    scored.options[flip.rival].name
                ));
            }
            lines.join("\n")
        }
        (Method::Moscow { items, .. }, Analysis::Capacity(capacity)) => {
            let mut lines = vec![format!(
                "effort {:?}, musts {:?}, headroom {:?}",
                capacity.effort,
                capacity.must_share.map(percent),
                capacity.headroom
            )];
            lines.extend(capacity.deliveries.iter().map(|delivery| {
                format!("{}: {}", items[delivery.item].name, delivery.done.map_or_else(|| "–".to_owned(), |done| percent(done.share)))
            }));
            lines.join("\n")
        }
        _ => panic!("an analysis fits its method"),
    }
}

#[test]
fn what_we_hand_out_to_begin_with_holds_together() {
    for method in ["rice", "moscow", "matrix"] {
        let report = judge(&starter(method).expect("a starter"), "decision.yaml");
        assert!(report.is_complete(), "{method}: {:?}", report.findings);
    }
    assert_eq!(starter("gut"), None);
}

/// The worked example of a public description of RICE: 2,000 customers × 2 × 80 % ÷ 4 person-months.
#[test]
fn rice_is_the_published_formula() {
    let text = "option,reach,impact,confidence,effort\nA,2000,2,80 %,4\nB,500,3,100 %,2\n";
    let Some((_, Analysis::Ranked(ranked))) = judge(text, "decision.csv").decided else { panic!("it can be read") };
    assert_eq!(ranked.standings.iter().map(|standing| (standing.place, standing.score)).collect::<Vec<_>>(), [(1, 800.0), (2, 750.0)]);
}
