//! Parts that do not fit each other in shape: unions of different width, subqueries with too many columns or rows.

use super::cause::Cause;
use super::written::{Written, word};
use crate::statement;
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::{Expr, Select, SelectItem, SetExpr, Spanned, Visitor};
use datafusion::sql::sqlparser::tokenizer::{Span, Token, TokenWithSpan};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::walk;
use std::ops::{ControlFlow, Range};

/// A SELECT without columns.
pub(super) fn nothing_selected(written: &Written<'_>) -> Diagnostic {
    if let Some(all) = written.words().windows(3).find(|three| is(&three[0], "select") && is(&three[1], "all") && is(&three[2], "from")) {
        let finding = Diagnostic::error("sql-syntax", "ALL stands for no columns.").help("Write `*` for all of them.");
        return finding.at(written.file, written.span(all[1].span));
    }
    let finding = Diagnostic::error("sql-syntax", "SELECT names no columns.").help("Write the columns after SELECT, or * for all of them.");
    written.place(finding, written.find("select"))
}

fn is(token: &TokenWithSpan, name: &str) -> bool {
    word(&token.token).is_some_and(|word| word.eq_ignore_ascii_case(name))
}

/// A part with the wrong number of columns or rows.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let text = cause.text();
    let has = |part: &str| text.contains(part);
    let span = cause.span().map(|span| written.engine_span(span));
    if has("queries have different number of columns") || has("queries have the same number of columns") {
        let finding = Diagnostic::error("sql-union-columns", "The two queries do not have the same number of columns.")
            .help("Give both the same columns in the same order; fill a missing one with NULL.");
        let joined = ["union", "except", "intersect"].iter().find_map(|word| written.find(word));
        return Some(written.place(finding, joined.or(span)));
    }
    if has("Too many columns! The subquery should only return one column") || has("should only return one column") {
        let finding = Diagnostic::error("sql-subquery-columns", "A subquery used as a value may have one column only.")
            .help("Select just the column that is compared.");
        return Some(written.place(finding, span.or_else(|| value_subquery(written, |columns| columns > 1))));
    }
    if has("returned more than one row") || has("more than one row returned by a subquery") {
        let finding = Diagnostic::error("sql-subquery-rows", "A subquery used as a value gave more than one row.")
            .help("Use IN instead of =, or make sure of one row with an aggregate or LIMIT 1.");
        return Some(written.place(finding, span.or_else(|| value_subquery(written, |_| true))));
    }
    if has("Cannot find column with position") || has("Order by column out of bounds") || has("Order by index starts at 1") {
        let finding = Diagnostic::error("sql-column-position", "ORDER BY or GROUP BY names a column number that SELECT does not have.")
            .help("Use a number from 1 to the number of columns, or better the column's name.");
        return Some(written.place(finding, position(written).or(span).or_else(|| written.find("by"))));
    }
    if has("SELECT * with no tables specified") {
        let finding = Diagnostic::error("sql-no-table", "SELECT * needs a table to take its columns from.").help("Add FROM and a table.");
        return Some(written.place(finding, written.find("select")));
    }
    None
}

/// The first number that stands for a column.
fn position(written: &Written<'_>) -> Option<Range<usize>> {
    let by = written.words().iter().position(|token| is(token, "by"))?;
    let separates = |token: &TokenWithSpan| token.token == Token::Comma || is(token, "by");
    let pair = written.words()[by..].windows(2).find(|pair| separates(&pair[0]) && matches!(pair[1].token, Token::Number(..)))?;
    Some(written.span(pair[1].span))
}

/// How many columns a SELECT has; a star counts as many.
fn width(select: &Select) -> usize {
    let star = select.projection.iter().any(|item| matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..)));
    if star { usize::MAX } else { select.projection.len() }
}

/// The first subquery that stands for a value and has such a number of columns.
fn value_subquery(written: &Written<'_>, fits: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    struct Search<F>(F, Option<Span>);
    impl<F: Fn(usize) -> bool> Visitor for Search<F> {
        type Break = ();

        fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
            if let Expr::Subquery(query) | Expr::InSubquery { subquery: query, .. } = expression
                && let SetExpr::Select(select) = query.body.as_ref()
                && (self.0)(width(select))
            {
                self.1 = Some(query.span());
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        }
    }
    let Statement::Statement(statement) = statement::read(written).ok()? else { return None };
    let mut search = Search(fits, None);
    let _ = walk(&statement, &mut search);
    search.1.map(|span| written.span(span))
}
