//! What other tools get, and what they do not.

use footbridge_diagnostic::{Source, render_text};
use footbridge_roadmap::{
    Profile, Roadmap, built_in_profiles, csv, dry_run, from_csv, markdown, mermaid, read, read_profile, to_csv, to_yaml,
};

fn good() -> Roadmap {
    read(include_str!("cases/good.yaml"), "roadmap.yaml").0.expect("a roadmap")
}

fn profile(id: &str) -> Profile {
    built_in_profiles().into_iter().find(|profile| profile.id == id).expect("a built-in profile")
}

/// The file and what is lost, read back with a parser of CSV: a column a line for each row.
fn told(id: &str) -> String {
    let export = csv(&good(), &profile(id));
    let mut reader = ::csv::Reader::from_reader(export.text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let mut told = format!("{}\n", header.iter().collect::<Vec<_>>().join(" | "));
    for row in reader.records() {
        let row = row.expect("a row");
        told.push('\n');
        for (name, cell) in header.iter().zip(row.iter()).filter(|(_, cell)| !cell.is_empty()) {
            told.push_str(&format!("{name}: {}\n", cell.replace('\n', "\n    ")));
        }
    }
    format!("{told}\nlost\n{}", export.lost.join("\n"))
}

#[test]
fn jira_gets_a_summary_labels_and_links() {
    insta::assert_snapshot!(told("jira"));
}

#[test]
fn linear_gets_what_its_importer_reads() {
    insta::assert_snapshot!(told("linear"));
}

#[test]
fn aha_gets_features_with_releases_and_initiatives() {
    insta::assert_snapshot!(told("aha"));
}

#[test]
fn a_dry_run_says_what_an_import_would_do() {
    let text = include_str!("cases/good.yaml")
        .replace("title: Keep events until they were accepted", &format!("title: {}", "Keep every event ".repeat(20)))
        .replace("title: A refused payment says why", "title: \"=HYPERLINK(1)\"");
    let roadmap = read(&text, "roadmap.yaml").0.expect("a roadmap");
    insta::assert_snapshot!(dry_run(&roadmap, &profile("jira")).text());
}

#[test]
fn a_person_can_hand_in_a_mapping() {
    let text = "format = 1\nid = \"ours\"\ntitle = \"Our tracker\"\ndate = \"%d/%m/%Y\"\n\
        [[column]]\nname = \"What\"\ntext = \"{title} ({confidence} %)\"\n\
        [[column]]\nname = \"Until\"\ntext = \"{ends}\"\nrequired = true\n\
        [[column]]\nname = \"Tag\"\nvalues = [\"{outcome_ids}\", \"{horizon}\"]\njoin = \"|\"\n";
    let (profile, findings) = read_profile(text, "ours.toml");
    assert_eq!(findings, []);
    let profile = profile.expect("a profile");
    insta::assert_snapshot!(csv(&good(), &profile).text, @r"
    What,Until,Tag
    Keep events until they were accepted (80 %),11/12/2026,payments-seen|now
    A refused payment says why (70 %),20/11/2026,fewer-calls|now
    Repeat events for a day (60 %),31/03/2027,payments-seen|fewer-calls|next
    Read events again from a point in time (40 %),,payments-seen|later
    ");
    let rejected: Vec<String> = dry_run(&good(), &profile).rejected.into_iter().map(|row| format!("{}: {}", row.bet, row.why)).collect();
    assert_eq!(rejected, ["read-again: Until is empty, and Our tracker needs it."]);
}

#[test]
fn everything_wrong_with_a_mapping_is_told() {
    let text = "format = 2\nid = \"ours\"\ntitle = \"Ours\"\ndate = \"%H:%M\"\n\
        [[column]]\nname = \"What\"\ntext = \"{tilte} {nothing_like_it}\"\n\
        [[column]]\nname = \"\"\nvalues = [\"{horizn}\", \"{size}\"]\n\
        [[column]]\nname = \"Both\"\ntext = \"\"\nvalues = []\n\
        [[column]]\nname = \"Joined\"\ntext = \"{id}\"\njoin = \",\"\n";
    insta::assert_snapshot!(faults(text));
    insta::assert_snapshot!(faults("format = 1\nid = \"x\"\ntitle = \"X\"\ndate = \"%Y\"\n[[column]]\nname = \"a\"\ntxt = \"{id}\"\n"), @r#"
    error[profile-unknown-key]: There is no key `txt` here.
     --> ours.toml:7:1
      |
    7 | txt = "{id}"
      | ^^^
      |
      = help: Did you mean `text`?
    "#);
}

fn faults(text: &str) -> String {
    let (profile, findings) = read_profile(text, "ours.toml");
    assert_eq!(profile, None);
    let source = Source { file: "ours.toml", text };
    findings.iter().map(|finding| render_text(finding, Some(&source), false)).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn our_own_csv_can_be_read_by_people_too() {
    insta::assert_snapshot!(to_csv(&good()));
}

#[test]
fn faults_of_our_own_csv_are_told_by_row() {
    let text =
        to_csv(&good()).replace("\nbet,say-why", "\nbets,say-why").replace("2026-12-11", "11 Dec 2026").replace(",why,", ",because,");
    let (roadmap, findings) = from_csv(&text, "roadmap.csv");
    assert_eq!(roadmap.expect("a roadmap").bets.len(), 3);
    let said: Vec<String> = findings
        .iter()
        .map(|finding| {
            let span = finding.place.as_ref().expect("a place").span.clone();
            format!("{} at “{:.20}…” {}", finding.message, &text[span], finding.help.join(" "))
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    There is no column `because`. at “kind,id,title,proble…” Remove it: what stands in it would be lost.
    A row has the kind `bets`, which there is not. at “bets,say-why,A refus…” Did you mean `bet`?
    `11 Dec 2026` is no date. at “bet,keep-events,Keep…” Write `2026-12-11`.
    ");
    assert_eq!(from_csv("a,b\n1,2\n", "roadmap.csv").0, None);
}

#[test]
fn mermaid_says_what_it_cannot_show() {
    let chart = mermaid(&good());
    insta::assert_snapshot!(format!("{}\nlost\n{}", chart.text, chart.lost.join("\n")));
}

#[test]
fn markdown_has_everything() {
    insta::assert_snapshot!(markdown(&good()));
}

#[test]
fn yaml_is_written_as_people_write_it() {
    insta::assert_snapshot!(to_yaml(&good()));
}
