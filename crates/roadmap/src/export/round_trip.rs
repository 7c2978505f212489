//! Our own CSV file: everything that the roadmap says, so that it can go through a spreadsheet and come back.

use super::cell::{as_written, neutralised};
use super::csv::written;
use crate::read::{Findings, confidence, date, horizon, id_of, quarter, size};
use crate::roadmap::{Bet, LeftOut, Outcome, Risk, Roadmap, Source, Written};
use footbridge_diagnostic::{Diagnostic, nearest};
use std::ops::Range;

/// The columns; `kind` says what a row is.
const COLUMNS: [&str; 25] = [
    "kind",
    "id",
    "title",
    "problem",
    "outcome",
    "horizon",
    "from",
    "until",
    "quarter",
    "size",
    "confidence",
    "depends_on",
    "owner",
    "evidence",
    "measure",
    "baseline",
    "target",
    "by",
    "source",
    "why",
    "answer",
    "address",
    "as_of",
    "summary",
    "format",
];

const KINDS: [&str; 7] = ["roadmap", "outcome", "bet", "not_doing", "risk", "assumption", "source"];

/// Largest file that is read back, in bytes.
const LARGEST: usize = 1024 * 1024;
/// More rows are no roadmap.
const MOST_ROWS: usize = 2_000;

/// Everything a roadmap says as one CSV file. [`from_csv`] gives the same roadmap back.
pub fn to_csv(roadmap: &Roadmap) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let mut push = |kind: &str, cells: &[(&str, Option<String>)]| rows.push(row(kind, cells));
    let text = |text: &Option<Written<String>>| text.as_ref().map(|text| text.value.clone());
    let day = |day: &Option<Written<jiff::civil::Date>>| day.as_ref().map(|day| day.to_string());
    push(
        "roadmap",
        &[
            ("title", Some(roadmap.product.value.clone())),
            ("as_of", day(&roadmap.as_of)),
            ("summary", text(&roadmap.summary)),
            ("format", Some("1".to_owned())),
        ],
    );
    for outcome in roadmap.outcomes.iter() {
        push(
            "outcome",
            &[
                ("id", Some(outcome.id.value.clone())),
                ("title", Some(outcome.title.value.clone())),
                ("measure", text(&outcome.measure)),
                ("baseline", text(&outcome.baseline)),
                ("target", text(&outcome.target)),
                ("by", day(&outcome.by)),
                ("source", text(&outcome.source)),
            ],
        );
    }
    for bet in roadmap.bets.iter() {
        push("bet", &bet_cells(bet));
    }
    for entry in roadmap.not_doing.iter() {
        push("not_doing", &[("title", Some(entry.title.value.clone())), ("why", text(&entry.why))]);
    }
    for risk in roadmap.risks.iter() {
        push("risk", &[("title", Some(risk.title.value.clone())), ("answer", text(&risk.answer))]);
    }
    for assumption in roadmap.assumptions.iter() {
        push("assumption", &[("title", Some(assumption.value.clone()))]);
    }
    for source in roadmap.sources.iter() {
        push("source", &[("title", Some(source.title.value.clone())), ("address", text(&source.address))]);
    }
    written(&rows)
}

fn bet_cells(bet: &Bet) -> [(&'static str, Option<String>); 13] {
    let text = |text: &Option<Written<String>>| text.as_ref().map(|text| text.value.clone());
    let ids = |ids: &[Written<String>]| Some(ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "));
    [
        ("id", Some(bet.id.value.clone())),
        ("title", Some(bet.title.value.clone())),
        ("problem", text(&bet.problem)),
        ("outcome", ids(&bet.outcomes)),
        ("horizon", bet.horizon.as_ref().map(|horizon| horizon.word().to_owned())),
        ("from", bet.from.as_ref().map(|from| from.to_string())),
        ("until", bet.until.as_ref().map(|until| until.to_string())),
        ("quarter", bet.quarter.as_ref().map(|quarter| quarter.to_string())),
        ("size", bet.size.as_ref().map(|size| size.to_string())),
        ("confidence", bet.confidence.as_ref().map(|confidence| confidence.to_string())),
        ("depends_on", ids(&bet.depends_on)),
        ("owner", text(&bet.owner)),
        ("evidence", text(&bet.evidence)),
    ]
}

fn row(kind: &str, cells: &[(&str, Option<String>)]) -> Vec<String> {
    let cell = |column: &str| cells.iter().find(|(name, _)| *name == column).and_then(|(_, text)| text.as_deref());
    COLUMNS.iter().map(|column| if *column == "kind" { kind.to_owned() } else { neutralised(cell(column).unwrap_or_default()) }).collect()
}

/// Reads what [`to_csv`] wrote, also after a spreadsheet saved it with semicolons or a mark in front. Findings point at rows.
pub fn from_csv(text: &str, file: &str) -> (Option<Roadmap>, Vec<Diagnostic>) {
    let mut findings = Findings::new(file);
    if text.len() > LARGEST {
        findings.error("roadmap-too-large", format!("The file has {} KiB; {} is the most.", text.len() / 1024, LARGEST / 1024), 0..0);
        return (None, findings.all);
    }
    let table = Table::read(text, &mut findings);
    let Some(head) = table.rows.iter().find(|row| row.kind == "roadmap") else {
        findings
            .error("roadmap-csv-head", "No row has the kind `roadmap`.", 0..0)
            .help("Begin with a file that was exported as CSV without loss; it has the columns `kind`, `id` and `title`.");
        return (None, findings.all);
    };
    let format = head.cell("format");
    if format.as_ref().is_some_and(|format| format.value != "1") {
        findings.error("roadmap-format", "This reader knows format 1.", head.span.clone());
    }
    let roadmap = Roadmap {
        file: file.to_owned(),
        product: head.cell("title").unwrap_or_else(|| Written::new("A product without a name".to_owned(), head.span.clone())),
        as_of: head.value("as_of", &mut findings, date),
        summary: head.cell("summary"),
        outcomes: table.all("outcome", |row| Some(outcome(row, &mut findings))),
        bets: table.all("bet", |row| Some(bet(row, &mut findings))),
        not_doing: table.all("not_doing", |row| Some(LeftOut { title: row.cell("title")?, why: row.cell("why") })),
        risks: table.all("risk", |row| Some(Risk { title: row.cell("title")?, answer: row.cell("answer") })),
        assumptions: table.all("assumption", |row| row.cell("title")),
        sources: table.all("source", |row| Some(Source { title: row.cell("title")?, address: row.cell("address") })),
    };
    (Some(roadmap), findings.all)
}

fn outcome(row: &Row<'_>, findings: &mut Findings<'_>) -> Outcome {
    let id = row.id();
    Outcome {
        title: row.cell("title").unwrap_or_else(|| id.clone()),
        measure: row.cell("measure"),
        baseline: row.cell("baseline"),
        target: row.cell("target"),
        by: row.value("by", findings, date),
        source: row.cell("source"),
        id,
    }
}

fn bet(row: &Row<'_>, findings: &mut Findings<'_>) -> Bet {
    let id = row.id();
    Bet {
        title: row.cell("title").unwrap_or_else(|| id.clone()),
        problem: row.cell("problem"),
        outcomes: row.ids("outcome"),
        horizon: row.value("horizon", findings, horizon),
        from: row.value("from", findings, date),
        until: row.value("until", findings, date),
        quarter: row.value("quarter", findings, quarter),
        size: row.value("size", findings, size),
        confidence: row.value("confidence", findings, confidence),
        depends_on: row.ids("depends_on"),
        owner: row.cell("owner"),
        evidence: row.cell("evidence"),
        id,
    }
}

struct Table<'h> {
    rows: Vec<Row<'h>>,
}

struct Row<'h> {
    kind: String,
    /// Columns and what the cells under them hold, as it was written.
    cells: Vec<(&'h str, String)>,
    span: Range<usize>,
    number: usize,
}

impl<'h> Table<'h> {
    fn read(text: &str, findings: &mut Findings<'_>) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let body = &text[mark..];
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(body)).from_reader(body.as_bytes());
        let mut header: Vec<Option<&'static str>> = Vec::new();
        let mut rows = Vec::new();
        let mut record = csv::StringRecord::new();
        // What is read comes from a text, so no record can be anything but text.
        while let Ok(true) = reader.read_record(&mut record) {
            let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            let span = row_span(body, start, end, mark);
            if header.is_empty() {
                header = record.iter().map(|name| column(name, &span, findings)).collect();
                continue;
            }
            if rows.len() == MOST_ROWS {
                findings.error("roadmap-too-large", format!("The file has more than {MOST_ROWS} rows; those after it are not read."), span);
                break;
            }
            if record.iter().all(str::is_empty) {
                continue;
            }
            let cells: Vec<(&str, String)> =
                header.iter().zip(record.iter()).filter_map(|(column, cell)| Some(((*column)?, as_written(cell).to_owned()))).collect();
            let kind = cells.iter().find(|(column, _)| *column == "kind").map_or("", |(_, kind)| kind.trim()).to_owned();
            if KINDS.contains(&kind.as_str()) {
                rows.push(Row { kind, cells, span, number: rows.len() + 1 });
            } else {
                unknown_kind(&kind, span, findings);
            }
        }
        Self { rows }
    }

    fn all<T>(&self, kind: &str, item: impl FnMut(&Row<'h>) -> Option<T>) -> Written<Vec<T>> {
        let of_kind = || self.rows.iter().filter(|row| row.kind == kind);
        let span = of_kind().next().map_or(0..0, |row| row.span.clone());
        Written::new(of_kind().filter_map(item).collect(), span)
    }
}

impl Row<'_> {
    fn cell(&self, column: &str) -> Option<Written<String>> {
        let (_, text) = self.cells.iter().find(|(name, text)| *name == column && !text.trim().is_empty())?;
        Some(Written::new(text.trim().to_owned(), self.span.clone()))
    }

    fn value<T>(
        &self,
        column: &str,
        findings: &mut Findings<'_>,
        meaning: impl FnOnce(&Written<String>, &mut Findings<'_>) -> Option<T>,
    ) -> Option<Written<T>> {
        let written = self.cell(column)?;
        let value = meaning(&written, findings)?;
        Some(Written::new(value, written.span))
    }

    fn id(&self) -> Written<String> {
        let id = self.cell("id").map_or_else(|| format!("{}-{}", self.kind, self.number), |id| id_of(&id));
        Written::new(id, self.span.clone())
    }

    fn ids(&self, column: &str) -> Vec<Written<String>> {
        let Some(cell) = self.cell(column) else { return Vec::new() };
        let ids = cell.split([',', ';']).map(str::trim).filter(|id| !id.is_empty());
        ids.map(|id| Written::new(id_of(id), cell.span.clone())).collect()
    }
}

fn unknown_kind(kind: &str, span: Range<usize>, findings: &mut Findings<'_>) {
    let said = findings.error("roadmap-csv-kind", format!("A row has the kind `{kind}`, which there is not."), span);
    match nearest(kind, KINDS) {
        Some(near) => said.help(format!("Did you mean `{near}`?")),
        None => said.help(format!("The kinds are {}.", KINDS.join(", "))),
    };
}

fn column(name: &str, span: &Range<usize>, findings: &mut Findings<'_>) -> Option<&'static str> {
    let name = name.trim();
    let known = COLUMNS.iter().copied().find(|known| *known == name);
    if known.is_none() && !name.is_empty() {
        let said = findings.error("roadmap-csv-column", format!("There is no column `{name}`."), span.clone());
        match nearest(name, COLUMNS) {
            Some(near) => said.help(format!("Did you mean `{near}`?")),
            None => said.help("Remove it: what stands in it would be lost."),
        };
    }
    known
}

/// What stands most often in the first line: some spreadsheets write semicolons or tabs.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    [';', '\t']
        .into_iter()
        .filter(|separator| count(*separator) > count(','))
        .max_by_key(|separator| count(*separator))
        .map_or(b',', |c| c as u8)
}

fn row_span(body: &str, start: usize, end: usize, mark: usize) -> Range<usize> {
    let inside = |at: usize| body.floor_char_boundary(at.min(body.len()));
    let (start, end) = (inside(start), inside(end.max(start)));
    let row = body[start..end].trim_end();
    start + mark..start + mark + row.len()
}
