//! Names in a query: which tables it reads, under which aliases, and what it defines itself.

use datafusion::sql::sqlparser::ast::{Expr, Ident, ObjectName, Query, Select, SetExpr, Statement, TableFactor, Visit, Visitor};
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
    /// Whether the visit is inside WHERE of the select at hand.
    where_depth: Vec<bool>,
}

/// A function call.
pub(crate) struct Call {
    pub(crate) name: Ident,
    /// With OVER.
    pub(crate) windowed: bool,
    /// Written in WHERE, not in a subquery of it.
    pub(crate) in_where: bool,
}

/// Everything a statement mentions.
pub(crate) fn mentions(statement: &Statement) -> Mentions {
    let mut mentions = Mentions::default();
    let _ = statement.visit(&mut mentions);
    mentions
}

impl Visitor for Mentions {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let defined = query.with.iter().flat_map(|with| &with.cte_tables);
        self.defined.extend(defined.map(|table| table.alias.name.value.to_lowercase()));
        let writes = matches!(&*query.body, SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Merge(_));
        self.changes |= writes;
        self.where_depth.push(false);
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        self.where_depth.pop();
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        self.changes |= select.into.is_some();
        self.selects_nothing |= select.projection.is_empty();
        // Expressions are visited without their clause, so WHERE is visited here on its own.
        if let Some(condition) = &select.selection {
            let mut inside = Mentions { where_depth: vec![true], ..Mentions::default() };
            let _ = condition.visit(&mut inside);
            self.calls.extend(inside.calls.into_iter().filter(|call| call.in_where));
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
            let in_where = self.where_depth == [true];
            self.calls.push(Call { name: name.clone(), windowed: function.over.is_some(), in_where });
        }
        ControlFlow::Continue(())
    }
}

fn last_part(name: &ObjectName) -> Option<&Ident> {
    name.0.last()?.as_ident()
}
