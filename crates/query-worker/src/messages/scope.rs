//! Names in a query: which tables it reads, under which aliases, and what it defines itself.

use super::reading::{arguments, grouped, is_distinct};
use datafusion::sql::sqlparser::ast::{
    Expr, Ident, Join, JoinConstraint, JoinOperator, ObjectName, Query, Select, SetExpr, Statement, TableFactor, Visitor,
};
use footbridge_query::walk;
use std::ops::ControlFlow;

/// A table as the query reads it.
pub(crate) struct ReadTable {
    /// Its last name part.
    pub(crate) name: Ident,
    /// The whole name as written.
    pub(crate) written: String,
}

/// What a query mentions.
#[derive(Default)]
pub(crate) struct Mentions {
    pub(crate) tables: Vec<ReadTable>,
    /// Names of WITH, in lower case.
    pub(crate) defined: Vec<String>,
    /// Whether some part would change a table.
    pub(crate) changes: bool,
    /// Whether some SELECT has no columns.
    pub(crate) selects_nothing: bool,
    /// Calls, with the name's place.
    pub(crate) calls: Vec<Call>,
    /// The clause the visit is inside, for each query around the place at hand.
    inside: Vec<Option<Clause>>,
}

/// A function call.
pub(crate) struct Call {
    pub(crate) name: Ident,
    /// With OVER.
    pub(crate) windowed: bool,
    /// The clause it is written in, not in a subquery of it, where that decides what may be called.
    pub(crate) clause: Option<Clause>,
    /// With FILTER.
    pub(crate) filtered: bool,
    /// With DISTINCT in its parentheses.
    pub(crate) distinct: bool,
    /// With a star in its parentheses.
    pub(crate) starred: bool,
}

/// Clauses that are worked out before there are groups or windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clause {
    Where,
    On,
    GroupBy,
    Having,
}

impl Clause {
    /// As it is written.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Where => "WHERE",
            Self::On => "ON",
            Self::GroupBy => "GROUP BY",
            Self::Having => "HAVING",
        }
    }
}

/// Everything a statement mentions.
pub(crate) fn mentions(statement: &Statement) -> Mentions {
    let mut mentions = Mentions::default();
    let _ = walk(statement, &mut mentions);
    mentions
}

impl Visitor for Mentions {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let defined = query.with.iter().flat_map(|with| &with.cte_tables);
        self.defined.extend(defined.map(|table| table.alias.name.value.to_lowercase()));
        let writes = matches!(&*query.body, SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Merge(_));
        self.changes |= writes;
        self.inside.push(None);
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        self.inside.pop();
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        self.changes |= select.into.is_some();
        self.selects_nothing |= select.projection.is_empty();
        // Expressions are visited without their clause, so these clauses are visited here on their own.
        let joins = select.from.iter().flat_map(|tables| &tables.joins).filter_map(on);
        let clauses = (select.selection.iter().map(|condition| (Clause::Where, condition)))
            .chain(joins.map(|condition| (Clause::On, condition)))
            .chain(grouped(&select.group_by).iter().map(|expression| (Clause::GroupBy, expression)))
            .chain(select.having.iter().map(|condition| (Clause::Having, condition)));
        for (clause, expression) in clauses {
            let mut inside = Mentions { inside: vec![Some(clause)], ..Mentions::default() };
            let _ = walk(expression, &mut inside);
            self.calls.extend(inside.calls.into_iter().filter(|call| call.clause.is_some()));
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<()> {
        if let TableFactor::Table { name, args: None, .. } = factor
            && let Some(last) = last_part(name)
        {
            self.tables.push(ReadTable { name: last.clone(), written: name.to_string() });
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        if let Expr::Function(function) = expression
            && let Some(name) = last_part(&function.name)
        {
            let clause = if let [clause] = self.inside[..] { clause } else { None };
            let starred = arguments(function).contains(&None);
            self.calls.push(Call {
                name: name.clone(),
                windowed: function.over.is_some(),
                clause,
                filtered: function.filter.is_some(),
                distinct: is_distinct(function),
                starred,
            });
        }
        ControlFlow::Continue(())
    }
}

fn on(join: &Join) -> Option<&Expr> {
    use JoinOperator::{FullOuter, Inner, Join, Left, LeftOuter, Right, RightOuter};
    let (Join(constraint)
    | Inner(constraint)
    | Left(constraint)
    | LeftOuter(constraint)
    | Right(constraint)
    | RightOuter(constraint)
    | FullOuter(constraint)) = &join.join_operator
    else {
        return None;
    };
    match constraint {
        JoinConstraint::On(condition) => Some(condition),
        _ => None,
    }
}

fn last_part(name: &ObjectName) -> Option<&Ident> {
    name.0.last()?.as_ident()
}
