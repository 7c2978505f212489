//! Reads the one statement there may be, and only if it is a query.

use crate::dialect::Grammar;
use crate::messages::{self, Written};
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::{self, Expr, Ident, SelectItem, SetExpr};
use datafusion::sql::sqlparser::parser::Parser;
use datafusion::sql::sqlparser::tokenizer::{Token, TokenWithSpan};
use footbridge_diagnostic::Diagnostic;

/// How deep expressions and subqueries may be nested.
const DEEPEST: usize = 50;

/// Most tokens a query may have. A chain of as many operators is taken apart recursively by the engine.
const MOST_TOKENS: usize = 50_000;

/// The query, or the finding that says why it is none.
pub(crate) fn read(written: &Written<'_>) -> Result<Statement, Diagnostic> {
    let tokens = written.tokens().map_err(|error| messages::not_readable(written, error))?;
    let Some(first) = tokens.first() else { return Err(messages::empty(written)) };
    if tokens.len() > MOST_TOKENS {
        return Err(messages::too_long(written, MOST_TOKENS));
    }
    if let Some(finding) = messages::other_statement(written, first) {
        return Err(finding);
    }
    if let Some(second) = second_statement(tokens) {
        return Err(messages::several_statements(written, second));
    }
    let parsed = Parser::new(&Grammar).with_recursion_limit(DEEPEST).with_tokens_with_locations(tokens.to_vec()).parse_statements();
    let mut statements = parsed.map_err(|error| messages::not_parsed(written, &error))?;
    match (statements.pop(), statements.pop()) {
        (Some(statement @ ast::Statement::Query(_)), None) => Ok(Statement::Statement(Box::new(statement))),
        _ => Err(messages::not_a_query(written)),
    }
}

fn second_statement(tokens: &[TokenWithSpan]) -> Option<&TokenWithSpan> {
    let end = tokens.iter().position(|token| token.token == Token::SemiColon)?;
    tokens[end..].iter().find(|token| token.token != Token::SemiColon)
}

/// What was written for each column of the result, where that is clearer than the engine's own name; empty when the columns cannot be
/// counted from the text.
pub(crate) fn written_names(statement: &Statement) -> Vec<Option<String>> {
    let Statement::Statement(statement) = statement else { return Vec::new() };
    let ast::Statement::Query(query) = statement.as_ref() else { return Vec::new() };
    names_of(&query.body)
}

fn names_of(body: &SetExpr) -> Vec<Option<String>> {
    match body {
        SetExpr::Select(select) => select.projection.iter().map(name_of).collect::<Option<_>>().unwrap_or_default(),
        SetExpr::Query(query) => names_of(&query.body),
        SetExpr::SetOperation { left, .. } => names_of(left),
        _ => Vec::new(),
    }
}

/// `None` for a wildcard, `Some(None)` for a column that already has a name.
fn name_of(item: &SelectItem) -> Option<Option<String>> {
    match item {
        SelectItem::UnnamedExpr(Expr::Identifier(name)) => Some(Some(read_as(name))),
        SelectItem::UnnamedExpr(Expr::CompoundIdentifier(names)) => Some(names.last().map(read_as)),
        SelectItem::ExprWithAlias { .. } => Some(None),
        SelectItem::UnnamedExpr(expression) => Some(Some(expression.to_string())),
        _ => None,
    }
}

/// A name as the engine reads it: without quotes, in lower case.
fn read_as(name: &Ident) -> String {
    match name.quote_style {
        Some(_) => name.value.clone(),
        None => name.value.to_lowercase(),
    }
}
