//! Subqueries in places where the engine cannot run them.

use super::cause::Cause;
use super::written::Written;
use crate::statement;
use datafusion::error::DataFusionError;
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::{Expr, Ident, ObjectName, Query, Spanned, TableFactor, Visitor};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::{ControlFlow, Range};

/// Tests of membership where no rows can be joined, and subqueries that refer to the outer query in more than an equality.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["Correlated scalar subquery must be aggregated"]) {
        let finding = Diagnostic::error("sql-subquery-rows", "This subquery can have more than one row for a row of the outer query.")
            .note("A subquery that stands for a value needs one row, and nothing here makes sure of that.")
            .help("Aggregate in it, for example max(a), or use IN or EXISTS.");
        return Some(written.place(finding, leaning_subquery(written)));
    }
    if has(&["In/Exist/SetComparison subquery can only be used in"]) {
        let finding = Diagnostic::error("sql-membership-in-order", "`EXISTS` and `IN (SELECT …)` do not work inside ORDER BY.")
            .help("Give it a name in SELECT with AS, and order by that name.");
        return Some(written.place(finding, written.find("order")));
    }
    if !matches!(cause.root, DataFusionError::NotImplemented(_)) {
        return None;
    }
    if has(&["Exists", "InSubquery"]) {
        let finding = Diagnostic::error("sql-membership-as-value", "`EXISTS` and `IN (SELECT …)` do not work in this place.")
            .help("Work it out in a CTE, as a column with a name, and use that column here.");
        return Some(written.place(finding, written.find("exists").or_else(|| written.find("in"))));
    }
    has(&["ScalarSubquery", "OuterReferenceColumn"]).then(|| {
        let finding = Diagnostic::error("sql-correlated-subquery", "This subquery refers to the outer query in a way that cannot be run here.")
            .note("It may do so only in its own WHERE, in conditions with `=` joined by AND, and must have an aggregate and no LIMIT.")
            .help(
                "Join the two tables with the same condition and group by the outer row, or number the joined rows with row_number() and keep the first.",
            );
        written.place(finding, leaning_subquery(written))
    })
}

/// The first subquery that stands for a value, or for a table after LATERAL, and names a table from outside.
fn leaning_subquery(written: &Written<'_>) -> Option<Range<usize>> {
    let Statement::Statement(statement) = statement::read(written).ok()? else { return None };
    let mut search = Search { found: None };
    let _ = walk(&statement, &mut search);
    search.found.map(|found| written.span(found))
}

struct Search {
    found: Option<datafusion::sql::sqlparser::tokenizer::Span>,
}

impl Search {
    fn look_at(&mut self, query: &Query) -> ControlFlow<()> {
        let mut names = Names::default();
        let _ = walk(query, &mut names);
        match names.used.iter().find(|used| !names.given.contains(&used.value.to_lowercase())) {
            Some(_) => {
                self.found = Some(query.span());
                ControlFlow::Break(())
            }
            None => ControlFlow::Continue(()),
        }
    }
}

impl Visitor for Search {
    type Break = ();

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        match expression {
            Expr::Subquery(query) => self.look_at(query),
            _ => ControlFlow::Continue(()),
        }
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<()> {
        match factor {
            TableFactor::Derived { lateral: true, subquery, .. } => self.look_at(subquery),
            _ => ControlFlow::Continue(()),
        }
    }
}

/// Prefixes that a subquery uses, and those that its own FROM gives.
#[derive(Default)]
struct Names {
    used: Vec<Ident>,
    given: Vec<String>,
}

impl Visitor for Names {
    type Break = ();

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        if let Expr::CompoundIdentifier(parts) = expression {
            self.used.extend(parts.first().cloned());
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<()> {
        let (TableFactor::Table { alias, .. } | TableFactor::Derived { alias, .. }) = factor else { return ControlFlow::Continue(()) };
        self.given.extend(alias.iter().map(|alias| alias.name.value.to_lowercase()));
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<()> {
        self.given.extend(relation.0.last().and_then(|part| part.as_ident()).map(|name| name.value.to_lowercase()));
        ControlFlow::Continue(())
    }
}
