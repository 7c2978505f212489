//! Decisions as tables of another tool, and back.

use footbridge_decide::{Analysis, Decision, from_export, jira, judge, read_profile, rehearsal, starter, tool_table};
use proptest::prelude::*;

fn judged(text: &str) -> (Decision, Analysis) {
    let report = judge(text, "decision.yaml");
    report.decided.unwrap_or_else(|| panic!("{:?}", report.findings))
}

fn out(text: &str) -> (String, Vec<String>) {
    let (decision, analysis) = judged(text);
    tool_table(&decision, &analysis, &jira())
}

#[test]
fn rice_goes_to_jira_with_single_numbers_and_says_what_stands_in_words_only() {
    let (table, lost) = out(&starter("rice").expect("a starter"));
    let first = "Story,Redelivery of webhooks,\"210 tickets a month; two customers shipped goods twice\n\nreach: 800 – 1150 – 1400; impact: 2; confidence: 80; effort: 3 – 4 – 7\nEvidence: 1,150 accounts had a failed delivery last quarter (log of deliveries, 3 November); Two of the ten largest customers name it in every call; The log counts all deliveries; impact is what nine customers said; Estimate of the team that built the first delivery\nPlace 3 of 3, score 460: What the team builds next quarter\",,1150,2,80,4,decision,rice\n";
    let head = "Issue Type,Summary,Description,Priority,Reach,Impact,Confidence,Story Points,Labels,Labels\n";
    assert_eq!(&table[..head.len() + first.len()], format!("{head}{first}"));
    assert_eq!(lost, ["8 ranges stand whole among the figures in words only: a column holds the likely value."]);
    let back = from_export(&table, &jira()).expect("it has the figures");
    assert!(back.starts_with("option,reach,impact,confidence,effort\nRedelivery of webhooks,1150,2,80,4\n"), "{back}");
    assert!(judge(&back, "back.csv").is_complete());
}

#[test]
fn priorities_are_jiras_own_and_come_back() {
    let (table, lost) = out(&starter("moscow").expect("a starter"));
    assert!(table.contains(",Highest,") && table.contains(",Lowest,"), "{table}");
    assert_eq!(lost.last().map(String::as_str), Some("The capacity is left out."));
    let back = from_export(&table, &jira()).expect("priority and effort");
    assert!(back.starts_with("option,priority,effort\nTest keys that never charge,must,10\n"), "{back}");
    assert!(back.contains("Test clocks,wont,25"), "{back}");
}

#[test]
fn an_export_of_jira_is_read_by_the_names_it_gives() {
    let export = "Issue key,Summary,Priority,Custom field (Reach),Custom field (Impact),Custom field (Confidence),Custom field (Story Points),Sprint,Sprint\nAB-1,\"Retries, with a key\",Medium,800.0,2.0,80.0,3.0,x,\nAB-2,'=Clocks,Highest,500,1,100,2,,y\n";
    assert_eq!(
        from_export(export, &jira()).expect("RICE"),
        "option,reach,impact,confidence,effort\n\"Retries, with a key\",800.0,2.0,80.0,3.0\n'=Clocks,500,1,100,2\n"
    );
    let fewer = "Summary,Priority,Story point estimate\nRetries,Highest,3\nClocks,Low,2\n";
    assert_eq!(from_export(fewer, &jira()).expect("MoSCoW"), "option,priority,effort\nRetries,must,3\nClocks,Low,2\n");
    let told = from_export("Summary,Priority,Reach\nRetries,High,3\n", &jira()).expect_err("no effort").to_string();
    assert_eq!(told, "For RICE it has no impact, no confidence, no effort; for MoSCoW no effort.");
    assert!(from_export("Titel,Reach\nx,1\n", &jira()).is_err() && from_export("", &jira()).is_err());
}

#[test]
fn a_rehearsal_names_what_jira_rejects() {
    let long = "x".repeat(300);
    let (decision, analysis) = judged(&format!("option,Price\nweight,1\n{long},4\n=B,not known\n"));
    let told = rehearsal(&decision, &analysis, &jira()).text();
    assert!(told.contains("Summary has 300 characters; Jira takes 254.") && told.contains("1 cell begins with a sign"), "{told}");
    assert!(told.contains("scores stand among the figures in words only"), "{told}");
    let (table, _) = tool_table(&decision, &analysis, &jira());
    assert!(table.contains("Price: not known") && table.contains(",'=B,"), "{table}");
}

#[test]
fn a_mapping_of_ones_own_is_told_what_is_wrong_with_it() {
    let own = "format = 1\nid = \"ours\"\ntitle = \"Our board\"\ndate = \"%Y-%m-%d\"\n[[column]]\nname = \"Card\"\ntext = \"{option}\"\n";
    let profile = read_profile(own, "ours.toml").0.expect("a mapping");
    let (decision, analysis) = judged(&starter("rice").expect("a starter"));
    let (table, lost) = tool_table(&decision, &analysis, &profile);
    assert!(table.starts_with("Card\nRedelivery of webhooks\n"), "{table}");
    assert!(lost.contains(&"No column takes the reach.".to_owned()), "{lost:?}");
    let (none, findings) = read_profile(&own.replace("{option}", "{opton}"), "ours.toml");
    assert!(none.is_none() && findings[0].help == ["Did you mean `{option}`?"], "{findings:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a name, no cell is a formula, and single figures come back as they were.
    #[test]
    fn single_figures_come_back(name in "[=+@'a-zé\", \\t-]{0,20}x", reach in 1_u32..9_000, effort in 1_u32..40) {
        let text = format!("format: 1\nmethod: rice\noptions:\n  - {{name: {}, reach: {reach}, impact: 1, confidence: 80, effort: {effort}}}\n  - {{name: other, reach: 1, impact: 1, confidence: 80, effort: 1}}\n", in_quotes(&name));
        let (decision, analysis) = judged(&text);
        let (table, _) = tool_table(&decision, &analysis, &jira());
        let back = from_export(&table, &jira()).expect("it has the figures");
        let (again, _) = judged(&back);
        let named = |decision: &Decision| match &decision.method {
            footbridge_decide::Method::Rice(scored) => (scored.options[0].name.value.trim().to_owned(), scored.options[0].values.iter().map(|value| value.value).collect::<Vec<_>>()),
            _ => panic!("RICE"),
        };
        prop_assert_eq!(named(&again), named(&decision));
    }

    /// Texts that nobody exported are refused or read, never a panic.
    #[test]
    fn any_table_is_taken_or_refused(text in "(Summary|Priority|Story Points|Reach|,|;|\"|\n|[a-z0-9=']){0,80}") {
        if let Ok(table) = from_export(&text, &jira()) {
            judge(&table, "x.csv");
        }
    }
}

fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', " "))
}

#[test]
fn the_description_of_an_issue_says_nothing_of_a_place_or_a_title_that_is_not_there() {
    let moscow = "format: 1\nmethod: moscow\ntitle: First release\ncapacity: 9\noptions:\n  - name: Clocks\n    priority: must\n    effort: 2 – 3 – 4\n  - name: Console\n    priority: wont\n    effort: 4\n";
    let (text, lost) = out(moscow);
    assert!(text.contains("\"effort: 2 – 3 – 4 person-days\nFirst release\"") && !text.contains("Place"), "{text}");
    assert_eq!(lost[0], "1 range stands whole among the figures in words only: a column holds the likely value.");

    let rice = "option,reach,impact,confidence,effort\nHooks,300,1,80,1\nKeys,100,1,80,1\n";
    let (text, _) = out(rice);
    assert!(text.contains("Place 2 of 2, score 80.\""), "{text}");
}
