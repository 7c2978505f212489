//! What a query asks of the rows of one table: the conditions that sort them into kinds.

use crate::mutate::parse;
use crate::request::TableSchema;
use crate::walk;
use sqlparser::ast::{BinaryOperator, Expr, Select, TableFactor, Visitor};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// More conditions sort rows into more kinds than can be looked at.
const MOST: usize = 14;

/// For each table that a query reads, a query that gives every row and behind it the truth of each condition.
pub(super) fn kinds_queries(sql: &str, tables: &[TableSchema]) -> BTreeMap<String, String> {
    let Ok(query) = parse(sql) else { return BTreeMap::new() };
    let mut selects = Selects(Vec::new());
    let _ = walk(&query, &mut selects);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for select in &selects.0 {
        for (table, condition) in conditions(select, tables) {
            let conditions = found.entry(table).or_default();
            if conditions.len() < MOST && !conditions.contains(&condition) {
                conditions.push(condition);
            }
        }
    }
    let with_query = |(table, conditions): (String, Vec<String>)| {
        let sql = format!("SELECT {table}.*, {} FROM {table}", conditions.join(", "));
        (table, sql)
    };
    found.into_iter().map(with_query).collect()
}

struct Selects(Vec<Select>);

impl Visitor for Selects {
    type Break = ();
    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        self.0.push(select.clone());
        ControlFlow::Continue(())
    }
}

/// Conditions of a `SELECT` that speak of one of its tables only, without the alias.
fn conditions(select: &Select, tables: &[TableSchema]) -> Vec<(String, String)> {
    let mut named: Vec<(String, &TableSchema)> = Vec::new();
    for from in &select.from {
        for factor in std::iter::once(&from.relation).chain(from.joins.iter().map(|join| &join.relation)) {
            let TableFactor::Table { name, alias, .. } = factor else { continue };
            let name = name.to_string();
            let Some(table) = tables.iter().find(|table| table.name.eq_ignore_ascii_case(&name)) else { continue };
            named.push((alias.as_ref().map_or(name, |alias| alias.name.value.clone()), table));
        }
    }
    let mut atoms = Atoms(Vec::new());
    let _ = walk(select, &mut atoms);
    atoms.0.iter().filter_map(|atom| of_one_table(atom, &named)).collect()
}

struct Atoms(Vec<Expr>);

impl Visitor for Atoms {
    type Break = ();
    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq};
        let compares = match expr {
            Expr::BinaryOp { op, .. } => matches!(op, Eq | NotEq | Lt | LtEq | Gt | GtEq),
            Expr::Between { .. } | Expr::InList { .. } | Expr::Like { .. } | Expr::IsNull(_) | Expr::IsNotNull(_) => true,
            _ => false,
        };
        if compares {
            self.0.push(expr.clone());
        }
        ControlFlow::Continue(())
    }
}

fn of_one_table(atom: &Expr, named: &[(String, &TableSchema)]) -> Option<(String, String)> {
    let mut names = Names { paths: Vec::new(), calls: false };
    let _ = walk(atom, &mut names);
    let mut tables = names.paths.iter().map(|path| match path.as_slice() {
        [column] => {
            let mut having = named.iter().filter(|(_, table)| has(table, column));
            having.next().filter(|_| having.next().is_none())
        }
        [alias, column] => named.iter().find(|(name, table)| name.eq_ignore_ascii_case(alias) && has(table, column)),
        _ => None,
    });
    let (alias, table) = tables.next()??;
    let same = tables.all(|other| other.is_some_and(|(other, _)| other == alias));
    if !same || names.calls {
        return None;
    }
    // The table is asked by its own name.
    let condition = format!("({})", atom.to_string().replace(&format!("{alias}."), ""));
    Some((table.name.clone(), condition))
}

fn has(table: &TableSchema, column: &str) -> bool {
    table.columns.iter().any(|known| known.name.eq_ignore_ascii_case(column))
}

struct Names {
    paths: Vec<Vec<String>>,
    /// An aggregate, a window or a subquery: nothing that one row answers.
    calls: bool,
}

impl Visitor for Names {
    type Break = ();
    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        match expr {
            Expr::Identifier(name) => self.paths.push(vec![name.value.clone()]),
            Expr::CompoundIdentifier(path) => self.paths.push(path.iter().map(|part| part.value.clone()).collect()),
            Expr::Function(function) => {
                let name = function.name.to_string().to_lowercase();
                self.calls |=
                    function.over.is_some() || !matches!(name.as_str(), "date_trunc" | "coalesce" | "lower" | "upper" | "abs" | "nullif");
            }
            Expr::Subquery(_) | Expr::Exists { .. } | Expr::InSubquery { .. } => self.calls = true,
            _ => {}
        }
        ControlFlow::Continue(())
    }
}
