//! The canonical form of a query over a data set: two queries that come to the same one give the same on any data of that set.
//!
//! Only what the data set declares is used: keys, references that are never empty, and checks that close the values of a column. A change
//! that ends in the same form is no wrong query, whatever the data, and is left out before anything is run. What it undoes:
//!
//! - an outer join whose added rows `WHERE` rejects, or that adds none because every reference names a row (Galindo-Legaria and
//!   Rosenthal, *Outerjoin simplification and reordering*, ACM TODS 22 (1997), doi:10.1145/244810.244812);
//! - another way to ask for the same values of a closed column;
//! - in `count(x)`, `x IS NULL` and `EXISTS` another value that is there whenever the first one is;
//! - a rounding of a result that the tolerance of its column accepts either way;
//! - what may stand in any order, or twice: conditions, operands, keys of a group, columns that are found by name;
//! - a rounding, a cast or a question that is done a second time in a row;
//! - a name instead of what it stands for.

mod domain;
mod free_order;
mod joins;
mod names;
mod nullness;
mod once;
mod scope;

use super::parse;
use super::window::named;
use crate::compare::{Rules, Tolerance};
use crate::database::TableFacts;
use crate::walk_mut;
use domain::Domains;
use scope::{Scope, common_names};
use sqlparser::ast::{
    Expr, FunctionArg, FunctionArgExpr, FunctionArguments, OrderByKind, Query, Select, SelectItem, SetExpr, Value, VisitorMut,
};
use std::collections::HashSet;
use std::ops::ControlFlow;

/// A rounding to `k` places, and one to `k + 1` places or none, are apart by at most this times 10⁻ᵏ.
const APART_WITH_PLACES: f64 = 0.55;

/// A rounding to whole numbers, and none.
const APART_WHOLE: f64 = 0.5;

/// Brings queries over one data set into their canonical form.
pub struct Canonical<'a> {
    tables: &'a [TableFacts],
    rules: &'a Rules,
    domains: Domains,
}

impl<'a> Canonical<'a> {
    /// What the tables declare, and how results are compared.
    pub fn new(tables: &'a [TableFacts], rules: &'a Rules) -> Self {
        Self { tables, rules, domains: Domains::of(tables) }
    }

    /// The canonical form; `None` when the text is not one query. It is compared as a tree: written out, one without parentheses may read
    /// like another one.
    pub fn form(&self, sql: &str) -> Option<Query> {
        let mut query = parse(sql).ok()?;
        names::settle(&mut query, self.tables);
        let mut pass = Pass { canonical: self, common: common_names(&query), scopes: Vec::new(), depth: 0 };
        let _ = walk_mut(&mut query, &mut pass);
        free_order::drop_unseen_order(&mut query, self.rules);
        self.drop_accepted_rounding(&mut query);
        free_order::arrange_columns(&mut query, self.rules.columns);
        Some(query)
    }

    /// Takes `round` from the columns of the result whose tolerance accepts the number either way, unless rows are chosen or put in order by it.
    fn drop_accepted_rounding(&self, query: &mut Query) {
        let ordered_by: HashSet<String> = match query.order_by.as_ref().map(|order| &order.kind) {
            None => HashSet::new(),
            Some(OrderByKind::Expressions(keys)) => keys.iter().map(|key| key.expr.to_string().to_lowercase()).collect(),
            Some(OrderByKind::All(_)) => return,
        };
        if query.limit_clause.is_some() || query.fetch.is_some() {
            return;
        }
        let SetExpr::Select(select) = query.body.as_mut() else { return };
        if select.distinct.is_some() {
            return;
        }
        let having = select.having.as_ref().map(|condition| condition.to_string().to_lowercase()).unwrap_or_default();
        for (at, item) in select.projection.iter_mut().enumerate() {
            let SelectItem::ExprWithAlias { expr, alias } = item else { continue };
            let name = alias.value.to_lowercase();
            let by_place = (at + 1).to_string();
            let is_used = ordered_by.contains(&name) || ordered_by.contains(&by_place) || having.contains(&name);
            let Some(tolerance) = self.rules.tolerances.get(&name).filter(|_| !is_used) else { continue };
            if let Some(inner) = accepted_unrounded(expr, tolerance) {
                *expr = inner;
            }
        }
    }
}

/// What is rounded, when the tolerance accepts it unrounded.
fn accepted_unrounded(expr: &Expr, tolerance: &Tolerance) -> Option<Expr> {
    let Expr::Function(function) = expr else { return None };
    let FunctionArguments::List(list) = &function.args else { return None };
    let (inner, apart) = match list.args.as_slice() {
        [FunctionArg::Unnamed(FunctionArgExpr::Expr(inner))] => (inner, APART_WHOLE),
        [FunctionArg::Unnamed(FunctionArgExpr::Expr(inner)), FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Value(places)))] => {
            let Value::Number(digits, _) = &places.value else { return None };
            (inner, APART_WITH_PLACES * 10_f64.powi(-digits.parse::<i32>().ok()?))
        }
        _ => return None,
    };
    (named(function) == "round" && function.over.is_none() && apart <= tolerance.absolute).then(|| inner.clone())
}

struct Pass<'a> {
    canonical: &'a Canonical<'a>,
    /// Names of common table expressions: no tables of the data set.
    common: HashSet<String>,
    scopes: Vec<Scope>,
    /// Queries that are open: the whole one is the first.
    depth: usize,
}

impl VisitorMut for Pass<'_> {
    type Break = ();

    fn pre_visit_query(&mut self, _: &mut Query) -> ControlFlow<()> {
        self.depth += 1;
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, query: &mut Query) -> ControlFlow<()> {
        self.depth -= 1;
        if self.depth > 0 {
            free_order::drop_inner_order(query);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &mut Select) -> ControlFlow<()> {
        self.scopes.push(Scope::of(select, self.canonical.tables, &self.common));
        ControlFlow::Continue(())
    }

    fn post_visit_select(&mut self, select: &mut Select) -> ControlFlow<()> {
        if let Some(scope) = self.scopes.pop() {
            joins::simplify(select, &scope, self.canonical.tables);
        }
        free_order::arrange_groups(select);
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        let tables = self.canonical.tables;
        let column = |column: &Expr| scope::resolved(&self.scopes, column, tables);
        if let Some(listed) = self.canonical.domains.listed(expr, &column) {
            *expr = listed;
            return ControlFlow::Continue(());
        }
        match &mut *expr {
            Expr::Exists { subquery, .. } => nullness::select_nothing(subquery),
            Expr::IsNull(asked) | Expr::IsNotNull(asked) => nullness::settle(asked, &column, tables),
            Expr::Function(function) => nullness::settle_count(function, &column, tables),
            other => free_order::arrange(other),
        }
        once::settle(expr);
        ControlFlow::Continue(())
    }
}
