use crate::{Checked, ShownTable};
use footbridge_verdict::FindingKind;
use std::fmt::Write as _;

/// Rows of a table that a feedback shows at most.
const ROWS: usize = 5;

/// What a learner reads, as Markdown: the text under test beside every wrong answer.
pub fn feedback(checked: &Checked) -> String {
    let mut text = format!("**{}** — {}\n", checked.verdict.outcome.word(), checked.verdict.summary);
    for finding in &checked.verdict.findings {
        let part = finding.part.as_ref().map(|part| format!("{part}: ")).unwrap_or_default();
        let kind = match finding.kind {
            FindingKind::Essential => "",
            FindingKind::Actionable => "Worth changing: ",
            FindingKind::Informative => "Worth knowing: ",
            FindingKind::Celebratory => "Right: ",
        };
        line(&mut text, &format!("\n- {kind}{part}{}", finding.diagnostic.message));
        finding.diagnostic.notes.iter().for_each(|note| line(&mut text, &format!("  {note}")));
        finding.diagnostic.help.iter().for_each(|help| line(&mut text, &format!("  → {help}")));
    }
    checked.shown.iter().for_each(|shown| table(&mut text, shown));
    text
}

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("writing to a String cannot fail");
}

fn table(text: &mut String, shown: &ShownTable) {
    let rows = &shown.rows.rows[..shown.rows.rows.len().min(ROWS)];
    let more = if shown.total > rows.len() as u64 { format!(" ({} of {})", rows.len(), shown.total) } else { String::new() };
    line(text, &format!("\n{}{more}:\n", shown.title));
    let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    let names: Vec<String> = shown.rows.columns.iter().map(|column| cell(&column.name)).collect();
    line(text, &format!("| {} |", names.join(" | ")));
    line(text, &format!("|{}", " --- |".repeat(names.len())));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|value| cell(&value.to_string())).collect();
        line(text, &format!("| {} |", cells.join(" | ")));
    }
}
