//! Decisions and what their writer is told: each `tests/cases/<case>` beside its snapshot. A new case is a new file.

use footbridge_decide::{Analysis, Changed, Decision, Method, from_table, judge, read, spoken, starter, table};
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
    for method in ["rice", "moscow"] {
        let report = judge(&starter(method).expect("a starter"), "decision.yaml");
        assert!(report.is_complete(), "{method}: {:?}", report.findings);
    }
    // A matrix begins with weights that are not locked and with nothing scored.
    let report = judge(&starter("matrix").expect("a starter"), "decision.yaml");
    assert!(report.decided.is_none());
    let others: Vec<&str> =
        report.findings.iter().map(|finding| finding.code.as_str()).filter(|code| *code != "decide-missing-key").collect();
    assert_eq!(others, ["decide-lock"]);
    assert_eq!(starter("gut"), None);
}

/// The worked example of a public description of RICE: 2,000 customers × 2 × 80 % ÷ 4 person-months.
#[test]
fn rice_is_the_published_formula() {
    let text = "option,reach,impact,confidence,effort\nA,2000,2,80 %,4\nB,500,3,100 %,2\n";
    let Some((_, Analysis::Ranked(ranked))) = judge(text, "decision.csv").decided else { panic!("it can be read") };
    assert_eq!(ranked.standings.iter().map(|standing| (standing.place, standing.score)).collect::<Vec<_>>(), [(1, 800.0), (2, 750.0)]);
}

/// A figure that decides alone is worth the whole of the doubt, one that changes nothing is worth nothing.
#[test]
fn the_figure_that_decides_is_the_one_worth_knowing() {
    let text = "option,reach,impact,confidence,effort\nA,500 – 1000 – 1500,1,80 %,1\nB,1000,1,80 %,1\nC,10 – 20 – 30,1,80 %,1\n";
    let Some((_, Analysis::Ranked(ranked))) = judge(text, "decision.csv").decided else { panic!("it can be read") };
    let [worth] = ranked.worth.as_slice() else { panic!("{:?}", ranked.worth) };
    assert_eq!(worth.figure, Changed::Value(0, 0));
    assert!((0.48..0.52).contains(&worth.now) && worth.known > 0.97, "{worth:?}");
    let beats: Vec<(usize, usize)> = ranked.beats.iter().map(|beats| (beats.better, beats.worse)).collect();
    assert_eq!(beats, [(0, 1), (0, 2), (1, 2)]);
    assert!((0.48..0.52).contains(&ranked.beats[0].share.share) && ranked.beats[2].share.share > 0.999, "{:?}", ranked.beats);
    let certain = "option,reach,impact,confidence,effort\nA,1000,1,80 %,1\nB,900,1,80 %,1\n";
    let Some((_, Analysis::Ranked(ranked))) = judge(certain, "decision.csv").decided else { panic!("it can be read") };
    assert!(ranked.worth.is_empty() && (ranked.beats[0].share.share - 1.0).abs() < 1e-9);
}

#[test]
fn a_table_that_is_written_is_read_again_as_it_was() {
    for text in [
        "option,reach,impact,confidence,effort\n\"=A, or \"\"B\"\"\",800 – 1150 – 1400,2,80 %,3\n'-x,500,0.5 – 1 – 1,100 %,2\n",
        "option;Integration;@Price\nweight;60;15 – 20 – 30\nPostman;4 – 5 – 5;2\nOwn page;4;3\n",
        "option,priority,effort\ncapacity,,55 – 60 – 60\nKeys,must,8 – 10 – 16\nClocks,wont,25\n",
    ] {
        let decision = read(text, "a.csv").0.expect("it can be read");
        let written = table(&decision);
        let again = read(&written, "a.csv").0.unwrap_or_else(|| panic!("{written}"));
        assert_eq!(table(&again), written);
        assert!(!written.contains("\n=") && !written.contains(",@"), "no cell is a formula: {written}");
        let names = |decision: &Decision| match &decision.method {
            Method::Rice(scored) | Method::Matrix(scored) => {
                scored.options.iter().map(|option| option.name.value.clone()).collect::<Vec<_>>()
            }
            Method::Moscow { items, .. } => items.iter().map(|item| item.name.value.clone()).collect(),
        };
        assert_eq!(names(&again), names(&decision));
    }
}

#[test]
fn a_table_of_another_program_is_taken_over_by_the_names_of_its_columns() {
    let jira = "Issue key,Summary,Custom field (Reach),Impact,Confidence,Story Points,Label,Label\nAB-1,\"Retries, with a key\",800,2,80,3,,x\nAB-2,Clocks,500,1,100,2,y,\nAB-3,,1,1,1,1,,\n";
    let columns =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(ours, theirs)| ((*ours).to_owned(), (*theirs).to_owned())).collect::<Vec<_>>();
    let rice = columns(&[
        ("reach", "custom field (reach)"),
        ("option", "Summary"),
        ("impact", "Impact"),
        ("confidence", "Confidence"),
        ("effort", "Story Points"),
    ]);
    let taken = from_table(jira, &rice, &|_, cell| cell).expect("taken over");
    assert_eq!(taken, "option,reach,impact,confidence,effort\n\"Retries, with a key\",800,2,80,3\nClocks,500,1,100,2\n");
    assert!(judge(&taken, "a.csv").is_complete());
    assert_eq!(
        from_table(jira, &columns(&[("option", "Label")]), &|_, cell| cell).expect("taken over"),
        "option\nx\ny\n",
        "the first that is filled"
    );
    assert!(
        from_table(jira, &columns(&[("option", "Title")]), &|_, cell| cell)
            .expect_err("no column")
            .to_string()
            .contains("There is no column `Title`. There are: Issue key")
    );
    assert!(
        from_table(jira, &columns(&[("reach", "Impact")]), &|_, cell| cell).is_err()
            && from_table("a,b\n", &rice, &|_, cell| cell).is_err()
    );
}
