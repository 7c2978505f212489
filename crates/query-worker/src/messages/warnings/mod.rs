//! Queries that run and surely do not mean what they say: one rule a file, each with its reason.
//!
//! A rule must be right about every query it names. What can be meant, however rarely, is left alone.

mod average_of_averages;
mod compared_with_null;
mod constant_condition;
mod constant_order;
mod count_after_left_join;
mod counted_condition;
mod date_and_number;
mod distinct_sum;
mod integer_division;
mod join_without_condition;
mod last_day;
mod left_join_undone;
mod limit_without_order;
mod not_in_null;
mod pattern_without_like;

use super::reading;
use super::written::Written;
use crate::tables::NamedTable;
use datafusion::arrow::datatypes::DataType;
use datafusion::sql::sqlparser::ast::{Expr, Query, Select, SelectItem, Spanned, Statement, Visitor};
use datafusion::sql::sqlparser::tokenizer::Span;
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Every such place.
pub(super) fn of(written: &Written<'_>, tables: &[NamedTable], statement: &Statement) -> Vec<Diagnostic> {
    let mut around = Around { written, tables, defined: Vec::new(), aliases: Vec::new() };
    let _ = walk(statement, &mut Definitions(&mut around));
    let mut reader = Reader { around: &around, depth: 0, tested: Vec::new(), findings: Vec::new() };
    let _ = walk(statement, &mut reader);
    few_of_each(reader.findings)
}

/// A long query can have one fault thousands of times; a few places show it.
fn few_of_each(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    const ALIKE: usize = 3;
    let mut counted: HashMap<String, usize> = HashMap::new();
    let few = findings.into_iter().filter(|finding| {
        let times = counted.entry(finding.code.clone()).or_default();
        *times += 1;
        *times <= ALIKE
    });
    few.collect()
}

/// What a rule may know beside the piece of the query it looks at.
struct Around<'a> {
    written: &'a Written<'a>,
    tables: &'a [NamedTable],
    /// Queries with a name in WITH, in lower case.
    defined: Vec<(String, Query)>,
    /// Names given in some SELECT, in lower case.
    aliases: Vec<String>,
}

impl Around<'_> {
    /// A finding at a piece of the query.
    fn at(&self, finding: Diagnostic, piece: &impl Spanned) -> Diagnostic {
        let span = piece.span();
        self.written.place(finding, (span.start.line > 0).then(|| self.written.span(span)))
    }

    /// The table with this name, unless WITH gives the name to something else.
    fn table(&self, name: &str) -> Option<&NamedTable> {
        let name = name.to_lowercase();
        let defined = self.defined.iter().any(|(defined, _)| *defined == name);
        self.tables.iter().find(|table| table.name.to_lowercase() == name).filter(|_| !defined)
    }

    /// Whether a column of this name can only be one of such a type: every table that has one agrees, and no SELECT gives the name.
    fn is(&self, column: &str, fits: impl Fn(&DataType) -> bool) -> bool {
        let types = |table: &NamedTable| table.columns.iter().position(|known| known == column).map(|at| table.types[at].clone());
        let mut types = self.tables.iter().filter_map(types).peekable();
        !self.aliases.iter().any(|alias| alias == column) && types.peek().is_some() && types.all(|data_type| fits(&data_type))
    }
}

struct Definitions<'a, 'b>(&'a mut Around<'b>);

impl Visitor for Definitions<'_, '_> {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let defined = query.with.iter().flat_map(|with| &with.cte_tables);
        self.0.defined.extend(defined.map(|table| (table.alias.name.value.to_lowercase(), table.query.as_ref().clone())));
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        let alias = |item: &SelectItem| match item {
            SelectItem::ExprWithAlias { alias, .. } => Some(alias.value.to_lowercase()),
            _ => None,
        };
        self.0.aliases.extend(select.projection.iter().filter_map(alias));
        ControlFlow::Continue(())
    }
}

struct Reader<'a> {
    around: &'a Around<'a>,
    /// Queries around the place at hand.
    depth: usize,
    /// Places of the subqueries of EXISTS.
    tested: Vec<Span>,
    findings: Vec<Diagnostic>,
}

impl Visitor for Reader<'_> {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        self.depth += 1;
        self.findings.extend(constant_order::check(self.around, query));
        if !self.tested.contains(&query.span()) {
            self.findings.extend(limit_without_order::check(self.around, query, self.depth == 1));
        }
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        self.depth -= 1;
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        self.findings.extend(join_without_condition::check(self.around, select));
        self.findings.extend(left_join_undone::check(self.around, select));
        self.findings.extend(count_after_left_join::check(self.around, select));
        self.findings.extend(average_of_averages::check(self.around, select));
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        if let Expr::Exists { subquery, .. } = expression {
            self.tested.push(subquery.span());
        }
        let rules = [
            compared_with_null::check,
            constant_condition::check,
            counted_condition::check,
            date_and_number::check,
            distinct_sum::check,
            integer_division::check,
            last_day::check,
            not_in_null::check,
            pattern_without_like::check,
        ];
        self.findings.extend(rules.iter().filter_map(|check| check(self.around, expression)));
        ControlFlow::Continue(())
    }
}
