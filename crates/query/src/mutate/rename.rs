//! Names of tables: one `SELECT` written with the names another gives the same tables.

use crate::walk_mut;
use sqlparser::ast::{Expr, Ident, Select, TableFactor, VisitorMut};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// `select` with the tables it shares with `other` called as there. A table that stands twice is paired by its order.
pub(super) fn as_named_in(select: &Select, other: &Select) -> Select {
    let mut theirs = tables(other);
    let mut names: HashMap<String, String> = HashMap::new();
    for (table, name) in tables(select) {
        if let Some(at) = theirs.iter().position(|(other, _)| other.eq_ignore_ascii_case(&table)) {
            names.insert(name, theirs.remove(at).1);
        }
    }
    let mut select = select.clone();
    let _ = walk_mut(&mut select, &mut Rename(names));
    select
}

/// Each table and what it is called here.
fn tables(select: &Select) -> Vec<(String, String)> {
    let factors = select.from.iter().flat_map(|from| std::iter::once(&from.relation).chain(from.joins.iter().map(|join| &join.relation)));
    let named = |factor: &TableFactor| match factor {
        TableFactor::Table { name, alias, .. } => {
            let name = name.to_string();
            Some((name.clone(), alias.as_ref().map_or(name, |alias| alias.name.value.clone())))
        }
        _ => None,
    };
    factors.filter_map(named).collect()
}

struct Rename(HashMap<String, String>);

impl VisitorMut for Rename {
    type Break = ();

    fn pre_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        if let Expr::CompoundIdentifier(path) = expr
            && let Some(first) = path.first_mut()
            && let Some(name) = self.0.get(&first.value)
        {
            *first = Ident::new(name);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_table_factor(&mut self, factor: &mut TableFactor) -> ControlFlow<()> {
        if let TableFactor::Table { name, alias, .. } = factor {
            let called = alias.as_ref().map_or_else(|| name.to_string(), |alias| alias.name.value.clone());
            if let Some(other) = self.0.get(&called).filter(|other| **other != called) {
                let ident = Ident::new(other);
                match alias {
                    Some(alias) => alias.name = ident,
                    None => *alias = Some(sqlparser::ast::TableAlias { explicit: true, name: ident, columns: Vec::new(), at: None }),
                }
            }
        }
        ControlFlow::Continue(())
    }
}
