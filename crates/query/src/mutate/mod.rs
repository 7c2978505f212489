//! Queries that are wrong in one place: what a set of databases must tell from the right one.
//!
//! The operators follow the mutation operators for SQL of Tuya, Suárez-Cabal and de la Riva, *Mutating database queries*, Information
//! and Software Technology 49 (2007), doi:10.1016/j.infsof.2006.06.009, widened by what windows, dates and common table expressions add.
//! One operator, one file; each says what it does to an expression, to a `SELECT`, or to a whole query.

mod aggregate;
mod arithmetic;
mod canonical;
mod clause;
mod column;
mod comparison;
mod constant;
mod grain;
mod independent;
mod join;
mod logic;
mod null;
mod ordering;
mod rename;
mod repair;
mod set_operation;
mod site;
mod window;

pub use canonical::Canonical;
pub use independent::independent_mutants;
pub use repair::{Repair, repairs};

use crate::request::TableSchema;
use site::Edit;
use site::Node;
use sqlparser::ast::{Expr, Query, SetExpr, Statement};
use sqlparser::dialect::GenericDialect;
use sqlparser::parser::{Parser, ParserError};
use std::collections::HashSet;
use std::fmt;

/// A query with one change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// What kind of change.
    pub operator: Operator,
    /// What stood there; empty when something was added.
    pub from: String,
    /// What stands there now; empty when something was taken away.
    pub to: String,
    /// The whole query.
    pub sql: String,
}

/// The kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// `<` for `<=`, an end of `BETWEEN`, `NOT`, a list that lacks an item.
    Comparison,
    /// `AND` for `OR`, one side of them only.
    Logic,
    /// Another aggregate, `DISTINCT` or `FILTER` added or dropped.
    Aggregate,
    /// An inner join for an outer one, the other side, no condition.
    Join,
    /// `WHERE`, `HAVING`, `DISTINCT`, `LIMIT` or a key of `GROUP BY` dropped.
    Clause,
    /// A number one up or down, a day before or after, another text.
    Constant,
    /// Another column of the same table and type.
    Column,
    /// `coalesce` and `nullif` undone, `IS NULL` turned round.
    Null,
    /// Partition, order, frame or function of a window.
    Window,
    /// The direction, a key or all of `ORDER BY`.
    Ordering,
    /// Another grain of `date_trunc` or `extract`.
    Grain,
    /// `UNION ALL` for `UNION`, another operation, one side only.
    SetOperation,
    /// `+` for `-`, `*` for `/`, a factor dropped.
    Arithmetic,
    /// A random edit of the independent set.
    Independent,
    /// Not made here: a wrong answer that people give.
    Typical,
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from.is_empty(), self.to.is_empty()) {
            (true, _) => write!(f, "add {}", self.to),
            (_, true) => write!(f, "drop {}", self.from),
            _ => write!(f, "{} -> {}", self.from, self.to),
        }
    }
}

/// Every mutant of a query over these tables, none twice. Some of them cannot be planned: that is found out by planning them.
pub fn mutants(sql: &str, tables: &[TableSchema]) -> Result<Vec<Mutant>, ParserError> {
    let query = parse(sql)?;
    let mut edits: Vec<(Operator, Edit)> = Vec::new();
    let mut take = |operator, found: Vec<Edit>| edits.extend(found.into_iter().map(|edit| (operator, edit)));
    take(Operator::Comparison, site::at_each_expr(&query, &comparison::of));
    take(Operator::Logic, site::at_each_expr(&query, &logic::of));
    take(Operator::Aggregate, site::at_each_expr(&query, &aggregate::of));
    take(Operator::Join, site::at_each(&query, &join::of));
    take(Operator::Clause, site::at_each(&query, &clause::of_select));
    take(Operator::Clause, site::at_each(&query, &clause::of_query));
    take(Operator::Constant, site::at_each_expr(&query, &constant::of));
    take(Operator::Column, site::at_each_expr(&query, &|expr| column::of(expr, tables)));
    take(Operator::Null, site::at_each_expr(&query, &null::of));
    take(Operator::Window, site::at_each_expr(&query, &window::of));
    take(Operator::Ordering, site::at_each(&query, &ordering::of));
    take(Operator::Grain, site::at_each_expr(&query, &grain::of));
    take(Operator::SetOperation, site::at_each(&query, &set_operation::of));
    take(Operator::Arithmetic, site::at_each_expr(&query, &arithmetic::of));
    let given = given_rows(&query);
    edits.retain(|(_, edit)| given_rows(&edit.query) == given);
    let mut seen = HashSet::from([query.to_string()]);
    let mutant = |(operator, Edit { from, to, query }): (Operator, Edit)| {
        let sql = query.to_string();
        seen.insert(sql.clone()).then_some(Mutant { operator, from, to, sql })
    };
    Ok(edits.into_iter().filter_map(mutant).collect())
}

/// The rows that a query brings along. They are data of the question, which every solution holds alike, and no place for a mistake.
fn given_rows(query: &Query) -> Vec<String> {
    let rows = |query: &Query| match query.body.as_ref() {
        SetExpr::Values(values) => Some(values.to_string()),
        _ => None,
    };
    Query::all(query).iter().filter_map(rows).collect()
}

/// A text as one expression.
fn parse_expr(sql: &str) -> Option<Expr> {
    Parser::new(&GenericDialect {}).try_with_sql(sql).ok()?.parse_expr().ok()
}

/// The one query of a text.
pub(crate) fn parse(sql: &str) -> Result<Query, ParserError> {
    let mut statements = Parser::parse_sql(&GenericDialect {}, sql)?;
    match (statements.pop(), statements.pop()) {
        (Some(Statement::Query(query)), None) => Ok(*query),
        _ => Err(ParserError::ParserError("not one query".to_owned())),
    }
}
