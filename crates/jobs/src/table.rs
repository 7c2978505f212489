//! Applications as a CSV file.

use crate::application::Application;
use footbridge_table::guarded;
use jiff::civil::Date;

/// Columns, in order.
const HEADER: [&str; 13] = [
    "Company",
    "Role",
    "Stage",
    "Since",
    "History",
    "Interview on",
    "Followed up",
    "Remind on",
    "Reason",
    "They said",
    "Résumé",
    "Letter",
    "Note",
];

/// All applications as CSV (RFC 4180), one row each, the whole history in one cell: `2026-03-02 applied; 2026-03-09 first conversation`. So is
/// all that was sent.
///
/// Cells that a spreadsheet would take for a formula begin with an apostrophe.
pub fn to_csv(applications: &[Application]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let rows = std::iter::once(HEADER.map(str::to_owned)).chain(applications.iter().map(row));
    for row in rows {
        writer.write_record(row.map(|cell| guarded(&cell))).expect("memory takes every row, and all rows have as many cells");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("cells are text")
}

fn row(application: &Application) -> [String; 13] {
    let current = application.current();
    let history: Vec<String> = application.stages.iter().map(|stage| format!("{} {}", stage.on, stage.name.words())).collect();
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let followed_up: Vec<String> = application.followed_up.iter().map(ToString::to_string).collect();
    let rejection = application.rejection.as_ref();
    [
        application.company.clone(),
        application.role.clone(),
        current.map_or_else(String::new, |stage| stage.name.words().to_owned()),
        day(current.map(|stage| stage.on)),
        history.join("; "),
        day(application.interview_on()),
        followed_up.join("; "),
        day(application.reminder_on()),
        rejection.map_or_else(String::new, |rejection| rejection.reason.words().to_owned()),
        rejection.map_or_else(String::new, |rejection| rejection.said.clone()),
        application.resumes_sent(),
        application.letters_sent(),
        application.note.clone(),
    ]
}
