//! One clause of a query replaced by that of a right one: what a wrong query would need to be right.

use super::site::Node;
use super::{parse, rename};
use sqlparser::ast::{Query, Select, SelectItem, SetExpr};

/// A query with one clause taken from a right query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The clause, as it is called: `WHERE`, `GROUP BY`, the column `error_rate`.
    pub clause: String,
    /// What stands there; empty when the clause is missing.
    pub yours: String,
    /// What stands there in the right query; empty when it has no such clause.
    pub right: String,
    /// The repaired query.
    pub sql: String,
}

/// Every query that comes of replacing one clause of `yours` by the same clause of `right`. Parts of the two queries are paired when both
/// have as many; otherwise only the outermost `SELECT`s are. Names of tables in `right` follow `yours`.
pub fn repairs(yours: &str, right: &str) -> Vec<Repair> {
    let (Ok(yours), Ok(right)) = (parse(yours), parse(right)) else { return Vec::new() };
    let mut found = Vec::new();
    for (at, mine, theirs) in paired_selects(&yours, &right) {
        let theirs = rename::as_named_in(&theirs, &mine);
        for (clause, before, after, select) in other_clauses(&mine, &theirs) {
            let sql = Select::replaced(&yours, at, select).to_string();
            found.push(Repair { clause, yours: before, right: after, sql });
        }
    }
    found.extend(outer_clauses(&yours, &right));
    found
}

/// Pairs of `SELECT`s with the place of the first in its query.
fn paired_selects(yours: &Query, right: &Query) -> Vec<(usize, Select, Select)> {
    let (mine, theirs) = (Select::all(yours), Select::all(right));
    if mine.len() == theirs.len() {
        return mine.into_iter().zip(theirs).enumerate().map(|(at, (mine, theirs))| (at, mine, theirs)).collect();
    }
    match (yours.body.as_ref(), right.body.as_ref()) {
        (SetExpr::Select(outer), SetExpr::Select(other)) => {
            let at = mine.iter().rposition(|select| select == outer.as_ref());
            at.map(|at| (at, outer.as_ref().clone(), other.as_ref().clone())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

type OtherClause = (String, String, String, Select);

fn other_clauses(mine: &Select, theirs: &Select) -> Vec<OtherClause> {
    let mut found: Vec<OtherClause> = Vec::new();
    let mut differ = |clause: &str, before: String, after: String, select: Select| {
        if before != after {
            found.push((clause.to_owned(), before, after, select));
        }
    };
    let words = |part: &Option<_>| part.as_ref().map(ToString::to_string).unwrap_or_default();
    differ("WHERE", words(&mine.selection), words(&theirs.selection), Select { selection: theirs.selection.clone(), ..mine.clone() });
    differ("HAVING", words(&mine.having), words(&theirs.having), Select { having: theirs.having.clone(), ..mine.clone() });
    differ(
        "GROUP BY",
        mine.group_by.to_string(),
        theirs.group_by.to_string(),
        Select { group_by: theirs.group_by.clone(), ..mine.clone() },
    );
    let distinct = |select: &Select| select.distinct.as_ref().map(ToString::to_string).unwrap_or_default();
    differ("DISTINCT", distinct(mine), distinct(theirs), Select { distinct: theirs.distinct.clone(), ..mine.clone() });
    let from = |select: &Select| select.from.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    differ("FROM", from(mine), from(theirs), Select { from: theirs.from.clone(), ..mine.clone() });
    found.extend(other_joins(mine, theirs));
    found.extend(other_columns(mine, theirs));
    found
}

/// One join each, when both join the same number of tables.
fn other_joins(mine: &Select, theirs: &Select) -> Vec<OtherClause> {
    let ([my_table], [their_table]) = (mine.from.as_slice(), theirs.from.as_slice()) else { return Vec::new() };
    if my_table.joins.len() != their_table.joins.len() || my_table.joins.len() < 2 {
        return Vec::new();
    }
    let pairs = my_table.joins.iter().zip(&their_table.joins).enumerate().filter(|(_, (mine, theirs))| mine != theirs);
    let with = |(at, (before, after)): (usize, (&sqlparser::ast::Join, &sqlparser::ast::Join))| {
        let mut select = mine.clone();
        select.from[0].joins[at] = after.clone();
        ("JOIN".to_owned(), before.to_string().trim().to_owned(), after.to_string().trim().to_owned(), select)
    };
    pairs.map(with).collect()
}

/// One column each, by name or else by place.
fn other_columns(mine: &Select, theirs: &Select) -> Vec<OtherClause> {
    let mut found = Vec::new();
    for (at, column) in mine.projection.iter().enumerate() {
        let Some(name) = named(column) else { continue };
        let Some(other) = theirs.projection.iter().find(|other| named(other).is_some_and(|other| other.eq_ignore_ascii_case(&name))) else {
            continue;
        };
        if other == column {
            continue;
        }
        let mut select = mine.clone();
        select.projection[at] = other.clone();
        found.push((format!("the column `{name}`"), column.to_string(), other.to_string(), select));
    }
    found
}

fn named(column: &SelectItem) -> Option<String> {
    match column {
        SelectItem::ExprWithAlias { alias, .. } => Some(alias.value.clone()),
        SelectItem::UnnamedExpr(sqlparser::ast::Expr::Identifier(name)) => Some(name.value.clone()),
        SelectItem::UnnamedExpr(sqlparser::ast::Expr::CompoundIdentifier(path)) => path.last().map(|name| name.value.clone()),
        _ => None,
    }
}

/// `ORDER BY` and `LIMIT` of the whole query.
fn outer_clauses(yours: &Query, right: &Query) -> Vec<Repair> {
    let repair = |clause: &str, before: String, after: String, query: Query| Repair {
        clause: clause.to_owned(),
        yours: before,
        right: after,
        sql: query.to_string(),
    };
    let order = |query: &Query| query.order_by.as_ref().map(ToString::to_string).unwrap_or_default();
    let limit = |query: &Query| query.limit_clause.as_ref().map(|limit| limit.to_string().trim().to_owned()).unwrap_or_default();
    let mut found = Vec::new();
    if order(yours) != order(right) {
        found.push(repair("ORDER BY", order(yours), order(right), Query { order_by: right.order_by.clone(), ..yours.clone() }));
    }
    if limit(yours) != limit(right) {
        found.push(repair("LIMIT", limit(yours), limit(right), Query { limit_clause: right.limit_clause.clone(), ..yours.clone() }));
    }
    found
}
