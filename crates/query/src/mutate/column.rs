//! Columns: another one of the same table and type.

use crate::request::TableSchema;
use sqlparser::ast::{Expr, Ident};

/// How many other columns stand in for one.
const MOST: usize = 2;

pub(super) fn of(expr: &Expr, tables: &[TableSchema]) -> Vec<Expr> {
    match expr {
        Expr::Identifier(name) => others(&name.value, tables).map(|other| Expr::Identifier(Ident::new(other))).collect(),
        Expr::CompoundIdentifier(path) => {
            let Some((name, qualifier)) = path.split_last() else { return Vec::new() };
            let with = |other: &str| Expr::CompoundIdentifier([qualifier, &[Ident::new(other)]].concat());
            others(&name.value, tables).map(with).collect()
        }
        _ => Vec::new(),
    }
}

/// The nearest columns of the same type beside this one, in whichever tables have it.
fn others<'a>(name: &str, tables: &'a [TableSchema]) -> impl Iterator<Item = &'a str> {
    let mut found: Vec<&str> = Vec::new();
    for table in tables {
        let Some(at) = table.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)) else { continue };
        let same_type = |other: &usize| *other != at && table.columns[*other].data_type == table.columns[at].data_type;
        let mut others: Vec<usize> = (0..table.columns.len()).filter(same_type).collect();
        others.sort_by_key(|other| other.abs_diff(at));
        found.extend(others.into_iter().take(MOST).map(|other| table.columns[other].name.as_str()));
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter()
}
