//! The smallest data on which an answer goes wrong.

use crate::view::{ComparedTableView, ExplanationView};
use crate::view_sql::rows_view;
use crate::{App, Fault, Trouble};
use footbridge_content::Kind;
use footbridge_diagnostic::counted;
use footbridge_grade::{BenchError, ClauseAtFault, Counterexample};
use footbridge_query::{Failure, Table};

impl App {
    /// The smallest data on which the saved answer goes wrong.
    pub fn explain(&self, id: &str) -> Result<ExplanationView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        match self.saved(exercise)? {
            Some(text) => self.explain_answer(id, &text),
            None => Err(Trouble::asked("There is no answer yet, so nothing goes wrong.")
                .help(format!("`footbridge start {id}` writes a file to begin with."))),
        }
    }

    /// The smallest data on which this answer goes wrong. Nothing is saved and nothing is recorded.
    pub fn explain_answer(&self, id: &str, text: &str) -> Result<ExplanationView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        if exercise.kind != Kind::Sql {
            return Err(Trouble::asked(format!("`{id}` is not answered with a query.")).help("Only queries go wrong on data."));
        }
        if let Err(Failure::Statement(findings)) = self.grader.explore(&self.course.pack, exercise, text, false) {
            let trouble = Trouble::asked("The query cannot be run as it is, so there is nothing it gives on any data.");
            return Err(trouble.help(format!("`footbridge check {id}` says where.")).findings(findings));
        }
        let found = self.grader.counterexample(&self.course.pack, exercise, text);
        Ok(found.map_err(not_explained)?.map_or_else(none_found, |found| explanation_view(&found)))
    }
}

fn not_explained(error: BenchError) -> Trouble {
    Trouble::new(Fault::World, "No smaller data could be looked for.").help("`footbridge doctor` says what is missing here.").because(error)
}

fn none_found() -> ExplanationView {
    let summary = "On no small data that we tried does it go wrong. If it is refused, only the full data shows the difference.";
    ExplanationView { summary: summary.to_owned(), rows: 0, tables: Vec::new(), results: Vec::new(), clause: String::new() }
}

fn explanation_view(found: &Counterexample) -> ExplanationView {
    let rows = found.size();
    let summary = match rows {
        0 => "It goes wrong when there are no rows at all.".to_owned(),
        rows => format!("It goes wrong on {}.", counted(rows, "row", "rows")),
    };
    let neutral = |(name, table): &(String, Table)| compared_table(name, "neutral", table, None);
    let yours = found.yours.as_ref().map(|yours| compared_table("Yours gives", "yours", yours, Some(&found.right)));
    let right = compared_table("Right is", "right", &found.right, found.yours.as_ref());
    let stops = if found.yours.is_none() { "Yours stops with an error on these rows. " } else { "" };
    let clause = match &found.clause {
        Some(clause) => clause_words(clause),
        None => "More than one part of the query differs from the solution: no single change makes it right.".to_owned(),
    };
    ExplanationView {
        summary: format!("{stops}{summary}"),
        rows,
        tables: found.tables.iter().map(neutral).collect(),
        results: yours.into_iter().chain([right]).collect(),
        clause,
    }
}

fn clause_words(at_fault: &ClauseAtFault) -> String {
    let clause = &at_fault.clause;
    match (at_fault.yours.is_empty(), at_fault.right.is_empty()) {
        (true, _) => format!("Only {clause} is missing: with it the query is right on all data."),
        (_, true) => format!("Only {clause} is too much: without it the query is right on all data."),
        _ => format!("Only {clause} is at fault: everything else can stay as it is."),
    }
}

/// Rows, with the cells that the other result does not have.
fn compared_table(title: &str, tone: &str, table: &Table, other: Option<&Table>) -> ComparedTableView {
    let mut marked = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let Some(other) = other.filter(|other| !other.rows.contains(row)) else { continue };
        let beside = other.rows.get(at).filter(|_| other.rows.len() == table.rows.len());
        let differs = |column: &usize| beside.is_none_or(|beside| beside.get(*column) != row.get(*column));
        marked.extend((0..row.len()).filter(differs).map(|column| (at, column)));
    }
    let rows = rows_view(table, false, table.rows.len() as u64);
    ComparedTableView { title: title.to_owned(), tone: tone.to_owned(), rows, marked }
}
