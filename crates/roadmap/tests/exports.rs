//! What other tools get, and what they do not.

use footbridge_diagnostic::{Source, render_text};
use footbridge_roadmap::{
    Profile, Roadmap, Tool, csv, dry_run, from_csv, is_unread, markdown, mermaid, read, read_profile, to_csv, to_yaml,
};

fn good() -> Roadmap {
    read(include_str!("cases/good.yaml"), "roadmap.yaml").0.expect("a roadmap")
}

fn own(text: &str) -> Profile {
    let (profile, findings) = read_profile(text, "ours.toml");
    assert_eq!(findings, []);
    profile.expect("a profile")
}

/// The file and what is lost, read back with a parser of CSV: a column a line for each row.
fn told(tool: Tool) -> String {
    let export = csv(&good(), &tool.profile());
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
    insta::assert_snapshot!(told(Tool::Jira));
}

#[test]
fn linear_gets_what_its_importer_reads() {
    insta::assert_snapshot!(told(Tool::Linear));
}

#[test]
fn aha_gets_features_with_releases_and_initiatives() {
    insta::assert_snapshot!(told(Tool::Aha));
}

#[test]
fn a_dry_run_says_what_an_import_would_do() {
    let text = include_str!("cases/good.yaml")
        .replace("title: Keep events until they were accepted", &format!("title: {}", "Keep every event ".repeat(20)))
        .replace("title: A refused payment says why", "title: \"=HYPERLINK(1)\"");
    let roadmap = read(&text, "roadmap.yaml").0.expect("a roadmap");
    insta::assert_snapshot!(dry_run(&roadmap, &Tool::Jira.profile()).text());
}

#[test]
fn a_person_can_hand_in_a_mapping() {
    let text = "format = 1\nid = \"ours\"\ntitle = \"Our tracker\"\ndate = \"%d/%m/%Y\"\n\
        [[column]]\nname = \"What\"\ntext = \"{title} ({confidence} %)\"\n\
        [[column]]\nname = \"Until\"\ntext = \"{ends}\"\nrequired = true\n\
        [[column]]\nname = \"Tag\"\nvalues = [\"{outcome_ids}\", \"{horizon}\"]\njoin = \"|\"\n";
    let profile = own(text);
    insta::assert_snapshot!(csv(&good(), &profile).text, @r"
    What,Until,Tag
    Keep events until they were accepted (80 %),11/12/2026,payments-seen|now
    A refused payment says why (70 %),20/11/2026,fewer-calls|now
    Repeat events for a day (60 %),31/03/2027,payments-seen|fewer-calls|next
    Read events again from a point in time (40 %),,payments-seen|later
    ");
    let rejected: Vec<String> = dry_run(&good(), &profile).rejected.into_iter().map(|row| format!("{}: {}", row.row, row.why)).collect();
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

/// What is said of a table, with the bytes it points at, and which of it was left out.
fn said(text: &str) -> String {
    let (_, findings) = from_csv(text, "roadmap.csv");
    let one = |finding: &footbridge_diagnostic::Diagnostic| {
        let at = &text[finding.place.as_ref().expect("a place").span.clone()];
        let unread = if is_unread(finding) { "left out" } else { "read" };
        format!("{unread}: {} {} {} ‹{at:.30}›", finding.message, finding.notes.join(" "), finding.help.join(" "))
    };
    findings.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_cell_that_cannot_be_read_back_is_told() {
    let text = to_csv(&good())
        .replace("\nbet,say-why", "\nbets,say-why")
        .replace("2026-12-11", "11 Dec 2026")
        .replace(",why,", ",because,")
        .replace("bet,repeat-events", "bet,Repeat Events")
        .replace(",L,80,", ",huge,certain,");
    assert_eq!(from_csv(&text, "roadmap.csv").0.expect("a roadmap").bets.len(), 3);
    insta::assert_snapshot!(said(&text));
}

#[test]
fn what_is_no_table_of_a_roadmap_is_told_once() {
    let head = "left out: The first row has no column `kind`, so this is no table of a roadmap.";
    assert_eq!(said("a,b\n1,2\n"), format!("{head}  Begin with a table that was exported from a roadmap. ‹a,b›"));
    assert_eq!(said("knid,title\nroadmap,x\n"), format!("{head}  Is the column `knid` meant? ‹knid,title›"));
    assert_eq!(from_csv(include_str!("cases/good.yaml"), "roadmap.yaml").1.len(), 1);
}

/// A spreadsheet saves a table with the separator of its country.
#[test]
fn a_table_that_is_read_as_yaml_is_to_be_imported() {
    for text in [to_csv(&good()), "\u{feff}kind;title\nroadmap;Ledger\n".to_owned(), "kind\ttitle\nroadmap\tLedger\n".to_owned()] {
        let (roadmap, findings) = read(&text, "roadmap.csv");
        let said: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!((roadmap, said), (None, vec!["This is a roadmap as a table, not as YAML."]), "{text}");
    }
}

#[test]
fn what_a_row_has_no_place_for_is_told() {
    let text = "kind,id,title,title,why,answer,,confidence\n\
        roadmap,,Ledger,,,,,80\n\
        roadmap,,Another,,,,,\n\
        risk,r1,Two of everything,,never,mend it,,\n\
        risk,,,,,an answer without a risk,,\n\
        assumption,,The team stays,,because,,nowhere,\n\
        ,,a row without a kind,,,,,,beyond\n";
    insta::assert_snapshot!(said(text));
}

#[test]
fn a_cell_is_pointed_at_whatever_stands_before_it() {
    let text = "\u{feff}kind;title;why\r\nroadmap;\"Ledger; \"\"new\"\"\nAPI\";\r\n\r\nnot_doing;A portal;?\r\n";
    assert_eq!(said(text), "left out: `why` of the entry of not_doing `A portal` is not filled in. It stands in row 3 under `why`.  ‹?›");
    let open = "kind,title\nroadmap,\"Ledger\nrisk,Lost\n";
    assert!(said(open).starts_with("left out: A quotation mark is opened and not closed"), "{}", said(open));
}

#[test]
fn an_outcome_in_a_table_is_due_by_a_quarter_too() {
    let text = to_csv(&good()).replace("2027-09-30", "2027-Q3");
    assert_eq!(from_csv(&text, "roadmap.yaml"), (Some(good()), vec![]));
}

/// An outcome and a bet may have one id: whoever names it says which kind is meant.
#[test]
fn an_outcome_and_a_bet_of_one_id_are_not_mixed_up() {
    let text = include_str!("cases/good.yaml").replace("payments-seen", "keep-events");
    let text = markdown(&read(&text, "roadmap.yaml").0.expect("a roadmap")).text;
    assert!(text.contains("- **Moves:** Payments are seen at once\n"), "{text}");
    assert!(text.contains("- **Depends on:** Keep events until they were accepted\n"), "{text}");
}

#[test]
fn a_mapping_says_what_it_leaves_out() {
    let head = "format = 1\nid = \"ours\"\ntitle = \"Ours\"\ndate = \"%Y-%m-%d\"\n";
    let column = |text: &str| format!("[[column]]\nname = \"A\"\ntext = \"{text}\"\n");
    let roadmap = read(&include_str!("cases/good.yaml").replace("depends_on: keep-events", "depends_on: [keep-events, nothing]"), "x").0;
    let lost = |text: &str| csv(roadmap.as_ref().expect("a roadmap"), &own(&format!("{head}{}", column(text)))).lost.join("\n");
    let all = "{problem} {outcome_ids} {horizon} {size} {confidence} {owner} {evidence} {measures}";
    let beside = lost(&format!("{{id}} {{title}} {{starts}} {{ends}} {{depends_on}} {all}"));
    assert_eq!(
        lost(&format!("{{quarter}} {{depends_on_titles}} {}", all.replace("{outcome_ids}", "").replace("{measures}", "{first_outcome}"))),
        format!(
            "The id of 4 bets is left out.\nThe title of 4 bets is left out.\nThe first day of 2 bets is left out.\nThe last day of 2 bets is left \
             out.\nAll outcomes but the first of 1 bet are left out.\n1 dependency leads to no bet and is left out.\n{}",
            beside.replace("the sources of the figures", "measure, baseline, target, date and source")
        )
    );
}

#[test]
fn mermaid_tells_which_signs_it_does_without() {
    let text = include_str!("cases/good.yaml").replace("title: Repeat events for a day", "title: \"Repeat: events #2\"");
    let lost = mermaid(&read(&text, "roadmap.yaml").0.expect("a roadmap")).lost;
    assert!(lost.contains(&"Signs that mean something to Mermaid are left out of 1 title.".to_owned()), "{lost:?}");
}

#[test]
fn mermaid_says_what_it_cannot_show() {
    let chart = mermaid(&good());
    insta::assert_snapshot!(format!("{}\nlost\n{}", chart.text, chart.lost.join("\n")));
}

#[test]
fn markdown_has_everything() {
    let export = markdown(&good());
    insta::assert_snapshot!(export.text);
    assert_eq!(export.lost, ["The ids of 2 outcomes and 4 bets are left out; titles stand in their place."]);
}

#[test]
fn yaml_is_written_as_people_write_it() {
    insta::assert_snapshot!(to_yaml(&good()));
}

#[test]
fn a_product_named_like_a_number_keeps_its_name() {
    for name in ["1E309", "inf", "NaN", "007", "1e5", "4.10"] {
        let mut roadmap = good();
        roadmap.product.value = name.to_owned();
        let (back, _) = read(&to_yaml(&roadmap), "roadmap.yaml");
        assert_eq!(back.expect("a roadmap").product.value, name);
    }
}
