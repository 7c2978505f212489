//! A column named in USING stands for itself, without a table in front.
//!
//! The engine calls the bare name ambiguous in WHERE, and elsewhere always takes the left side's value. Here it is written out: the
//! right side's column for a RIGHT JOIN, whichever is not NULL for a FULL JOIN, the left side's otherwise.

use crate::tables::NamedTable;
use datafusion::sql::sqlparser::ast::{
    Expr, Function, FunctionArg, FunctionArgExpr, FunctionArgumentList, FunctionArguments, GroupByExpr, Ident, JoinConstraint,
    JoinOperator, ObjectName, Query, ReplaceSelectElement, ReplaceSelectItem, Select, SelectItem, Statement, TableFactor, TableWithJoins,
    VisitorMut, WildcardAdditionalOptions,
};
use footbridge_query::walk_mut;
use std::ops::ControlFlow;

/// Writes the bare names out.
pub(super) fn rewrite(statement: &mut Statement, tables: &[NamedTable]) {
    let _ = walk_mut(statement, &mut Selects { tables, depth: 0 });
}

struct Selects<'a> {
    tables: &'a [NamedTable],
    /// Queries around the place at hand.
    depth: usize,
}

impl VisitorMut for Selects<'_> {
    type Break = ();

    fn pre_visit_query(&mut self, _: &mut Query) -> ControlFlow<()> {
        self.depth += 1;
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &mut Query) -> ControlFlow<()> {
        self.depth -= 1;
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &mut Select) -> ControlFlow<()> {
        let [from] = select.from.as_slice() else { return ControlFlow::Continue(()) };
        let mut names = Names { shared: shared(from, self.tables), depth: 0 };
        if names.shared.is_empty() {
            return ControlFlow::Continue(());
        }
        for condition in select.selection.iter_mut().chain(&mut select.qualify) {
            let _ = walk_mut(condition, &mut names);
        }
        // Of two tables the engine takes the left side's value by itself, if there is no outer query with a column of this name.
        names.shared.retain(|shared| !shared.left || from.joins.len() > 1 || self.depth > 1);
        for item in &mut select.projection {
            if let SelectItem::UnnamedExpr(Expr::Identifier(name)) = item {
                if let Some(shared) = names.shared(name) {
                    *item = SelectItem::ExprWithAlias { expr: shared.value(name), alias: name.clone() };
                }
            } else if let SelectItem::Wildcard(options) = item {
                names.replace_in_star(options);
            } else if let SelectItem::UnnamedExpr(expression) | SelectItem::ExprWithAlias { expr: expression, .. } = item {
                let _ = walk_mut(expression, &mut names);
            }
        }
        if let GroupByExpr::Expressions(grouped, _) = &mut select.group_by {
            let _ = walk_mut(grouped, &mut names);
        }
        let _ = walk_mut(&mut select.having, &mut names);
        ControlFlow::Continue(())
    }
}

/// A column of USING and the tables whose value it can be, the first that is not NULL.
struct Shared {
    column: String,
    owners: Vec<Ident>,
    /// It is the left side's value.
    left: bool,
}

fn shared(from: &TableWithJoins, tables: &[NamedTable]) -> Vec<Shared> {
    let mut shared: Vec<Shared> = Vec::new();
    let mut before = vec![&from.relation];
    for join in &from.joins {
        let columns = match constraint(&join.join_operator) {
            Some(JoinConstraint::Using(columns)) => columns.as_slice(),
            _ => &[],
        };
        for column in columns.iter().filter_map(last) {
            let Some(right) = prefix(&join.relation) else { continue };
            let at = shared.iter().position(|shared| shared.column == folded(column));
            let earlier = at.map(|at| shared.remove(at).owners).or_else(|| Some(vec![owner(&before, column, tables)?]));
            let (owners, left) = match (&join.join_operator, earlier) {
                (JoinOperator::Right(_) | JoinOperator::RightOuter(_), _) => (vec![right], false),
                (JoinOperator::FullOuter(_), Some(earlier)) => ([earlier, vec![right]].concat(), false),
                (JoinOperator::FullOuter(_) | JoinOperator::Left(_) | JoinOperator::LeftOuter(_), None) => continue,
                // Of an inner join both sides have the same value.
                (_, earlier) => {
                    let owners = earlier.unwrap_or_else(|| vec![right]);
                    let left = owners.len() == 1;
                    (owners, left)
                }
            };
            shared.push(Shared { column: folded(column), owners, left });
        }
        before.push(&join.relation);
    }
    shared
}

fn constraint(operator: &JoinOperator) -> Option<&JoinConstraint> {
    match operator {
        JoinOperator::Join(constraint)
        | JoinOperator::Inner(constraint)
        | JoinOperator::Left(constraint)
        | JoinOperator::LeftOuter(constraint)
        | JoinOperator::Right(constraint)
        | JoinOperator::RightOuter(constraint)
        | JoinOperator::FullOuter(constraint) => Some(constraint),
        _ => None,
    }
}

/// The one table among these that has the column, as far as that can be known.
fn owner(factors: &[&TableFactor], column: &Ident, tables: &[NamedTable]) -> Option<Ident> {
    if let [only] = factors {
        return prefix(only);
    }
    let has = |factor: &&&TableFactor| match factor {
        TableFactor::Table { name, .. } => last(name).is_some_and(|name| {
            let table = tables.iter().find(|table| table.name.to_lowercase() == folded(name));
            table.is_some_and(|table| table.columns.contains(&folded(column)))
        }),
        _ => false,
    };
    let mut having = factors.iter().filter(has);
    let owner = having.next()?;
    having.next().is_none().then(|| prefix(owner))?
}

fn prefix(factor: &TableFactor) -> Option<Ident> {
    match factor {
        TableFactor::Table { alias: Some(alias), .. } | TableFactor::Derived { alias: Some(alias), .. } => Some(alias.name.clone()),
        TableFactor::Table { name, .. } => last(name).cloned(),
        _ => None,
    }
}

fn last(name: &ObjectName) -> Option<&Ident> {
    name.0.last()?.as_ident()
}

/// The name as the engine reads it.
fn folded(name: &Ident) -> String {
    match name.quote_style {
        Some(_) => name.value.clone(),
        None => name.value.to_lowercase(),
    }
}

struct Names {
    shared: Vec<Shared>,
    /// Subqueries around the place at hand: names inside are theirs.
    depth: usize,
}

impl Names {
    fn shared(&self, name: &Ident) -> Option<&Shared> {
        self.shared.iter().find(|shared| shared.column == folded(name))
    }

    /// `*` has each column of USING once, with the same value.
    fn replace_in_star(&self, options: &mut WildcardAdditionalOptions) {
        let several = self.shared.iter().filter(|shared| !shared.left);
        let replaced = several.map(|shared| {
            let name = Ident::with_quote('"', shared.column.clone());
            let column_name = name.clone();
            Box::new(ReplaceSelectElement { expr: shared.value(&name), column_name, as_keyword: true })
        });
        let items: Vec<_> = replaced.collect();
        if options.opt_replace.is_none() && !items.is_empty() {
            options.opt_replace = Some(ReplaceSelectItem { items });
        }
    }
}

impl Shared {
    /// What the name stands for, at the place of the bare name, for messages.
    fn value(&self, name: &Ident) -> Expr {
        let of = |owner: &Ident| Expr::CompoundIdentifier(vec![Ident { span: name.span, ..owner.clone() }, name.clone()]);
        match self.owners.as_slice() {
            [owner] => of(owner),
            owners => coalesce(owners.iter().map(of)),
        }
    }
}

impl VisitorMut for Names {
    type Break = ();

    fn pre_visit_query(&mut self, _: &mut Query) -> ControlFlow<()> {
        self.depth += 1;
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &mut Query) -> ControlFlow<()> {
        self.depth -= 1;
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        if self.depth == 0
            && let Expr::Identifier(name) = expression
            && let Some(shared) = self.shared(name)
        {
            *expression = shared.value(name);
        }
        ControlFlow::Continue(())
    }
}

fn coalesce(values: impl Iterator<Item = Expr>) -> Expr {
    let args = values.map(|value| FunctionArg::Unnamed(FunctionArgExpr::Expr(value))).collect();
    let list = FunctionArgumentList { duplicate_treatment: None, args, clauses: Vec::new() };
    Expr::Function(Function {
        name: ObjectName::from(vec![Ident::new("coalesce")]),
        uses_odbc_syntax: false,
        parameters: FunctionArguments::None,
        args: FunctionArguments::List(list),
        filter: None,
        null_treatment: None,
        over: None,
        within_group: Vec::new(),
    })
}
