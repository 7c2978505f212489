//! What a name in a query stands for.

use crate::database::TableFacts;
use crate::walk;
use sqlparser::ast::{Expr, Query, Select, TableFactor, Visitor};
use std::collections::HashSet;
use std::ops::ControlFlow;

/// The relations of one `SELECT`, by the name they have in it, with the table of the data set that they are.
pub(super) struct Scope {
    pub(super) relations: Vec<(String, Option<usize>)>,
}

/// A column of a table of the data set, and what the table is called where it stands.
pub(super) struct Resolved {
    pub(super) alias: String,
    pub(super) table: usize,
    pub(super) place: usize,
}

/// Finds out what a column is.
pub(super) type Resolve<'a> = dyn Fn(&Expr) -> Option<Resolved> + 'a;

impl Scope {
    pub(super) fn of(select: &Select, tables: &[TableFacts], common: &HashSet<String>) -> Self {
        let factors =
            select.from.iter().flat_map(|from| std::iter::once(&from.relation).chain(from.joins.iter().map(|join| &join.relation)));
        Self { relations: factors.map(|factor| relation(factor, tables, common)).collect() }
    }

    /// The name of the relation that a column belongs to, qualified or not.
    pub(super) fn relation_of(&self, column: &Expr, tables: &[TableFacts]) -> Option<&str> {
        match column {
            Expr::CompoundIdentifier(path) => match path.as_slice() {
                [alias, _] => self.named(&alias.value).map(|(name, _)| name.as_str()),
                _ => None,
            },
            Expr::Identifier(name) => match self.relations.as_slice() {
                [(only, _)] => Some(only),
                _ => self.having(&name.value, tables).map(|(alias, ..)| alias),
            },
            _ => None,
        }
    }

    fn named(&self, alias: &str) -> Option<&(String, Option<usize>)> {
        self.relations.iter().find(|(name, _)| name.eq_ignore_ascii_case(alias))
    }

    /// The one table of the data set that has this column; `None` when a relation is something else, which may have it too.
    fn having(&self, column: &str, tables: &[TableFacts]) -> Option<(&str, usize, usize)> {
        let mut found = None;
        for (alias, table) in &self.relations {
            let table = (*table)?;
            if let Some(place) = place(&tables[table], column) {
                if found.is_some() {
                    return None;
                }
                found = Some((alias.as_str(), table, place));
            }
        }
        found
    }
}

/// The relation, table and place of a column, looked up from the innermost `SELECT` outwards.
pub(super) fn resolved(scopes: &[Scope], column: &Expr, tables: &[TableFacts]) -> Option<Resolved> {
    for scope in scopes.iter().rev() {
        match column {
            Expr::CompoundIdentifier(path) => {
                let [alias, name] = path.as_slice() else { return None };
                if let Some((alias, table)) = scope.named(&alias.value) {
                    let table = (*table)?;
                    return Some(Resolved { alias: alias.clone(), table, place: place(&tables[table], &name.value)? });
                }
            }
            Expr::Identifier(name) => {
                if let Some((alias, table, place)) = scope.having(&name.value, tables) {
                    return Some(Resolved { alias: alias.to_owned(), table, place });
                }
                // Something else may have a column of this name.
                if scope.relations.iter().any(|(_, table)| table.is_none()) {
                    return None;
                }
            }
            _ => return None,
        }
    }
    None
}

fn place(table: &TableFacts, column: &str) -> Option<usize> {
    table.columns.iter().position(|known| known.name.eq_ignore_ascii_case(column))
}

fn relation(factor: &TableFactor, tables: &[TableFacts], common: &HashSet<String>) -> (String, Option<usize>) {
    match factor {
        TableFactor::Table { name, alias, args, .. } => {
            let name = name.to_string();
            let is_table = args.is_none() && !common.contains(&name.to_lowercase());
            let table = tables.iter().position(|table| is_table && table.name.eq_ignore_ascii_case(&name));
            (alias.as_ref().map_or(name, |alias| alias.name.value.clone()), table)
        }
        TableFactor::Derived { alias: Some(alias), .. }
        | TableFactor::Function { alias: Some(alias), .. }
        | TableFactor::TableFunction { alias: Some(alias), .. } => (alias.name.value.clone(), None),
        other => (other.to_string(), None),
    }
}

/// The names of all common table expressions of a query, in small letters.
pub(super) fn common_names(query: &Query) -> HashSet<String> {
    struct Names(HashSet<String>);
    impl Visitor for Names {
        type Break = ();
        fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
            self.0.extend(query.with.iter().flat_map(|with| &with.cte_tables).map(|table| table.alias.name.value.to_lowercase()));
            ControlFlow::Continue(())
        }
    }
    let mut names = Names(HashSet::new());
    let _ = walk(query, &mut names);
    names.0
}
