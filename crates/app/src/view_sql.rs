use crate::App;
use crate::view::{ColumnView, ComparedTableView, FindingView, PositionView, RowsView, RunView, TableSchemaView};
use footbridge_content::Exercise;
use footbridge_diagnostic::{Diagnostic, Severity, Source};
use footbridge_grade::{ShownTable, Tone, read_sql};
use footbridge_query::{Answer, DataType, Failure, Table, Value};
use footbridge_verdict::FindingKind;

/// Rows of a result as a person sees them.
pub(crate) fn rows_view(table: &Table, truncated: bool, total: u64) -> RowsView {
    let cell = |value: &Value| (!value.is_null()).then(|| value.to_string());
    RowsView {
        columns: table.columns.iter().map(column_view).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        truncated,
        total,
    }
}

/// A column as the engine describes it.
pub(crate) fn column_view(column: &footbridge_query::Column) -> ColumnView {
    ColumnView {
        name: column.name.clone(),
        data_type: column.data_type.to_string(),
        number: matches!(column.data_type, DataType::Integer | DataType::Float | DataType::Decimal),
        about: String::new(),
    }
}

pub(crate) fn compared(shown: &ShownTable) -> ComparedTableView {
    ComparedTableView {
        title: shown.title.clone(),
        tone: match shown.tone {
            Tone::Yours => "yours",
            Tone::Right => "right",
        }
        .to_owned(),
        rows: rows_view(&shown.rows, false, shown.total),
        marked: shown.marked.clone(),
    }
}

/// A finding with its place resolved against the text it points into.
pub(crate) fn finding_view(diagnostic: &Diagnostic, kind: Option<FindingKind>, question: Option<String>, text: &str) -> FindingView {
    let source = Source { file: "", text };
    let position = |offset: usize| {
        let place = source.line_column(offset);
        let before = &text[..text.floor_char_boundary(offset)];
        PositionView { line: place.line, column: place.column, offset: before.encode_utf16().count() }
    };
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    };
    let kind = kind.unwrap_or(match diagnostic.severity {
        Severity::Error => FindingKind::Essential,
        Severity::Warning => FindingKind::Actionable,
        Severity::Advice => FindingKind::Informative,
    });
    FindingView {
        kind: match kind {
            FindingKind::Essential => "essential",
            FindingKind::Actionable => "actionable",
            FindingKind::Informative => "informative",
            FindingKind::Celebratory => "celebratory",
        }
        .to_owned(),
        code: diagnostic.code.clone(),
        severity: severity.to_owned(),
        message: diagnostic.message.clone(),
        notes: diagnostic.notes.clone(),
        help: diagnostic.help.clone(),
        question,
        start: diagnostic.place.as_ref().map(|place| position(place.span.start)),
        end: diagnostic.place.as_ref().map(|place| position(place.span.end)),
    }
}

/// What a query gave.
pub(crate) fn run_view(ran: Result<Answer, Failure>, sql: &str) -> RunView {
    match ran {
        Ok(answer) => RunView {
            rows: Some(rows_view(&answer.table, answer.truncated, answer.total_rows)),
            findings: answer.warnings.iter().map(|warning| finding_view(warning, None, None, sql)).collect(),
            elapsed_ms: u64::try_from(answer.elapsed.as_millis()).unwrap_or(u64::MAX),
            fault: String::new(),
        },
        Err(failure) => run_failure(&failure, sql),
    }
}

/// A query that gave no rows.
pub(crate) fn run_failure(failure: &Failure, sql: &str) -> RunView {
    let view = |finding: &Diagnostic| finding_view(finding, None, None, sql);
    let (findings, fault) = match failure {
        Failure::Statement(findings) => (findings.iter().map(view).collect(), "yours"),
        Failure::Limit(finding) => (vec![view(finding)], "yours"),
        Failure::Source(finding) => (vec![view(finding)], "ours"),
        Failure::Broken(broken) => {
            let finding =
                Diagnostic::error("not-run", broken.to_string()).help("`footbridge doctor` says what is missing on this machine.");
            (vec![view(&finding)], "ours")
        }
    };
    RunView { rows: None, findings, elapsed_ms: 0, fault: fault.to_owned() }
}

impl App {
    /// The tables an exercise can ask, from the pack's own description.
    pub(crate) fn tables_of(&self, exercise: &Exercise) -> Vec<TableSchemaView> {
        let Ok(spec) = read_sql(exercise) else { return Vec::new() };
        let Some(dataset) = self.course.pack.dataset(&spec.dataset) else { return Vec::new() };
        let named = spec.tables.iter().filter_map(|name| dataset.tables.iter().find(|table| table.name == *name));
        named
            .map(|table| TableSchemaView {
                name: table.name.clone(),
                about: if dataset.synthetic { format!("{} Synthetic data.", table.about) } else { table.about.clone() },
                rows: if table.graded.is_some() { table.graded_rows } else { table.rows },
                columns: table
                    .columns
                    .iter()
                    .map(|column| ColumnView {
                        name: column.name.clone(),
                        data_type: column.data_type.clone(),
                        number: matches!(
                            column.data_type.as_str(),
                            "bigint" | "integer" | "int" | "double" | "float" | "decimal" | "real" | "smallint"
                        ),
                        about: column.about.clone(),
                    })
                    .collect(),
            })
            .collect()
    }
}
