//! Applications as a CSV file.

use crate::application::Application;
use jiff::civil::Date;

/// Columns, in order.
const HEADER: [&str; 11] =
    ["Company", "Role", "Stage", "Since", "History", "Followed up", "Remind on", "Reason", "They said", "Résumé", "Note"];

/// All applications as CSV (RFC 4180), one row each, the whole history in one cell: `2026-03-02 applied; 2026-03-09 first conversation`.
///
/// Cells that a spreadsheet would take for a formula begin with an apostrophe: those whose first character besides white space is `=`, `+`,
/// `-`, `@` or the wide form of one of them, or that begin with a tab or a line break.
pub fn to_csv(applications: &[Application]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let rows = std::iter::once(HEADER.map(str::to_owned)).chain(applications.iter().map(row));
    for row in rows {
        writer.write_record(row.map(|cell| neutral(&cell))).expect("memory takes every row, and all rows have as many cells");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("cells are text")
}

fn row(application: &Application) -> [String; 11] {
    let current = application.current();
    let history: Vec<String> = application.stages.iter().map(|stage| format!("{} {}", stage.on, stage.name.words())).collect();
    let dates = |dates: &[Date]| dates.iter().map(Date::to_string).collect::<Vec<_>>().join("; ");
    let rejection = application.rejection.as_ref();
    [
        application.company.clone(),
        application.role.clone(),
        current.map_or_else(String::new, |stage| stage.name.words().to_owned()),
        current.map_or_else(String::new, |stage| stage.on.to_string()),
        history.join("; "),
        dates(&application.followed_up),
        dates(application.remind_on.as_slice()),
        rejection.map_or_else(String::new, |rejection| rejection.reason.words().to_owned()),
        rejection.map_or_else(String::new, |rejection| rejection.said.clone()),
        application.sent.as_ref().map_or_else(String::new, |sent| sent.resume.clone()),
        application.note.clone(),
    ]
}

fn neutral(cell: &str) -> String {
    let first = cell.trim_start().chars().next();
    let is_formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')) || cell.starts_with(['\t', '\r', '\n']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}
