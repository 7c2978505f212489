//! One way to write each name: a column with its relation, a key of an order by the name of its result column, a key of a group and what
//! `HAVING` asks by their expressions.

use crate::database::TableFacts;
use crate::walk_mut;
use sqlparser::ast::{Expr, GroupByExpr, Ident, OrderByKind, Query, Select, SelectItem, SetExpr, TableFactor, Value, VisitorMut};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// The names of a relation's columns in small letters; `None` when they are not known.
type Columns = Option<Vec<String>>;

/// Writes every name of a query in its one way.
pub(super) fn settle(query: &mut Query, tables: &[TableFacts]) {
    let mut pass = Pass { tables, common: HashMap::new(), scopes: Vec::new() };
    let _ = walk_mut(query, &mut pass);
}

/// What a result column is called.
pub(super) fn output_name(item: &SelectItem) -> Option<String> {
    match item {
        SelectItem::ExprWithAlias { alias, .. } => Some(alias.value.to_lowercase()),
        SelectItem::UnnamedExpr(Expr::Identifier(name)) => Some(name.value.to_lowercase()),
        SelectItem::UnnamedExpr(Expr::CompoundIdentifier(path)) => path.last().map(|name| name.value.to_lowercase()),
        _ => None,
    }
}

struct Pass<'a> {
    tables: &'a [TableFacts],
    /// The columns of each common table expression, by its name. Two of one name have none that are known.
    common: HashMap<String, Columns>,
    /// The relations of each open `SELECT`; `None` for an open query, whose own order is outside every `SELECT`.
    scopes: Vec<Option<Vec<(String, Columns)>>>,
}

impl VisitorMut for Pass<'_> {
    type Break = ();

    fn pre_visit_query(&mut self, query: &mut Query) -> ControlFlow<()> {
        for table in query.with.iter().flat_map(|with| &with.cte_tables) {
            let listed: Vec<String> = table.alias.columns.iter().map(|column| column.name.value.to_lowercase()).collect();
            let columns = if listed.is_empty() { self.columns_of_query(&table.query) } else { Some(listed) };
            let name = table.alias.name.value.to_lowercase();
            let is_second = self.common.contains_key(&name);
            self.common.insert(name, columns.filter(|_| !is_second));
        }
        self.scopes.push(None);
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, query: &mut Query) -> ControlFlow<()> {
        self.scopes.pop();
        if let SetExpr::Select(select) = query.body.as_ref() {
            let relations = self.relations_of(select);
            let outputs = select.projection.iter().map(output).collect();
            name_order_keys(query, outputs, &relations);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &mut Select) -> ControlFlow<()> {
        self.scopes.push(Some(self.relations_of(select)));
        ControlFlow::Continue(())
    }

    fn post_visit_select(&mut self, select: &mut Select) -> ControlFlow<()> {
        if let Some(Some(relations)) = self.scopes.pop() {
            expand_names(select, &relations);
        }
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if let Some(Some(relations)) = self.scopes.last() {
            qualify(expr, relations);
        }
        ControlFlow::Continue(())
    }
}

/// A column with the one relation that has it.
fn qualify(expr: &mut Expr, relations: &[(String, Columns)]) {
    if let Expr::Identifier(name) = expr
        && let Some(alias) = owner(&name.value, relations)
    {
        *expr = Expr::CompoundIdentifier(vec![Ident::new(alias), name.clone()]);
    }
}

impl Pass<'_> {
    fn relations_of(&self, select: &Select) -> Vec<(String, Columns)> {
        let factors =
            select.from.iter().flat_map(|from| std::iter::once(&from.relation).chain(from.joins.iter().map(|join| &join.relation)));
        factors.map(|factor| self.relation(factor)).collect()
    }

    fn relation(&self, factor: &TableFactor) -> (String, Columns) {
        match factor {
            TableFactor::Table { name, alias, args: None, .. } => {
                let name = name.to_string();
                let known = self.common.get(&name.to_lowercase()).cloned();
                let columns = known.unwrap_or_else(|| {
                    let table = self.tables.iter().find(|table| table.name.eq_ignore_ascii_case(&name))?;
                    Some(table.columns.iter().map(|column| column.name.to_lowercase()).collect())
                });
                match alias {
                    // Columns may have other names there.
                    Some(alias) if !alias.columns.is_empty() => (alias.name.value.clone(), None),
                    Some(alias) => (alias.name.value.clone(), columns),
                    None => (name, columns),
                }
            }
            TableFactor::Derived { subquery, alias: Some(alias), .. } if alias.columns.is_empty() => {
                (alias.name.value.clone(), self.columns_of_query(subquery))
            }
            other => (other.to_string(), None),
        }
    }

    fn columns_of_query(&self, query: &Query) -> Columns {
        let SetExpr::Select(select) = query.body.as_ref() else { return None };
        let mut columns = Vec::new();
        for item in &select.projection {
            match item {
                SelectItem::Wildcard(_) => {
                    for (_, known) in self.relations_of(select) {
                        columns.extend(known?);
                    }
                }
                item => columns.push(output_name(item)?),
            }
        }
        Some(columns)
    }
}

/// The one relation that has this column.
fn owner<'a>(column: &str, relations: &'a [(String, Columns)]) -> Option<&'a str> {
    let column = column.to_lowercase();
    let mut found = None;
    for (alias, columns) in relations {
        if columns.as_ref()?.contains(&column) {
            if found.is_some() {
                return None;
            }
            found = Some(alias.as_str());
        }
    }
    found
}

/// Names of result columns that stand for expressions in `GROUP BY` and `HAVING`. A column of a relation comes first.
fn expand_names(select: &mut Select, relations: &[(String, Columns)]) {
    if relations.iter().any(|(_, columns)| columns.is_none()) {
        return;
    }
    let named: Vec<(String, Expr)> = select
        .projection
        .iter()
        .filter_map(|item| match item {
            SelectItem::ExprWithAlias { expr, alias } => Some((alias.value.to_lowercase(), expr.clone())),
            _ => None,
        })
        .collect();
    let meant = |expr: &Expr| match expr {
        // A column of a relation bears its relation by now.
        Expr::Identifier(name) => named.iter().find(|(known, _)| *known == name.value.to_lowercase()).map(|(_, expr)| expr.clone()),
        Expr::Value(value) => match &value.value {
            Value::Number(place, _) => match select.projection.get(place.parse::<usize>().ok()?.checked_sub(1)?)? {
                SelectItem::ExprWithAlias { expr, .. } | SelectItem::UnnamedExpr(expr) => Some(expr.clone()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    if let GroupByExpr::Expressions(keys, _) = &mut select.group_by {
        for key in keys {
            if let Some(expr) = meant(key) {
                *key = expr;
            }
        }
    }
    if let Some(having) = &mut select.having {
        let _ = walk_mut(having, &mut Expand(&named));
    }
}

struct Expand<'a>(&'a [(String, Expr)]);

impl VisitorMut for Expand<'_> {
    type Break = ();

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if let Expr::Identifier(name) = &*expr
            && let Some((_, meant)) = self.0.iter().find(|(known, _)| *known == name.value.to_lowercase())
        {
            *expr = meant.clone();
        }
        ControlFlow::Continue(())
    }
}

/// What a result column is called and its expression; `None` when it is no single column.
fn output(item: &SelectItem) -> Option<(Option<String>, String)> {
    match item {
        SelectItem::ExprWithAlias { expr, .. } | SelectItem::UnnamedExpr(expr) => Some((output_name(item), expr.to_string())),
        _ => None,
    }
}

/// A key of the order that is a result column, written out or by its place, as the name of that column. `outputs` is `None` with a `*`
/// among them, after which places are not known.
fn name_order_keys(query: &mut Query, outputs: Option<Vec<(Option<String>, String)>>, relations: &[(String, Columns)]) {
    let Some(outputs) = outputs else { return };
    let named = |name: &str| outputs.iter().filter(|(known, _)| known.as_deref() == Some(name)).count();
    let Some(OrderByKind::Expressions(keys)) = query.order_by.as_mut().map(|order| &mut order.kind) else { return };
    for key in keys {
        if !matches!(key.expr, Expr::Identifier(_)) {
            let _ = walk_mut(&mut key.expr, &mut Qualify { relations, named: &named });
        }
        let text = key.expr.to_string();
        let by_place = text.parse::<usize>().ok().and_then(|place| outputs.get(place.checked_sub(1)?));
        let same = || outputs.iter().find(|(_, expr)| *expr == text);
        let Some((Some(name), _)) = by_place.or_else(same) else { continue };
        if named(name) == 1 {
            key.expr = Expr::Identifier(Ident::new(name));
        }
    }
}

/// Writes columns with their relation, but for names that a result column bears too.
struct Qualify<'a> {
    relations: &'a [(String, Columns)],
    named: &'a dyn Fn(&str) -> usize,
}

impl VisitorMut for Qualify<'_> {
    type Break = ();

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if !matches!(&*expr, Expr::Identifier(name) if (self.named)(&name.value.to_lowercase()) > 0) {
            qualify(expr, self.relations);
        }
        ControlFlow::Continue(())
    }
}
