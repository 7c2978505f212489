//! Walks over the parts of a query.
//!
//! `sqlparser` writes the walk over all its types anew for every kind of visitor, which is a third of a megabyte of code and ten seconds of
//! building each. Here it is written twice, once to look and once to change, and whoever visits is called through a pointer.

use sqlparser::ast::{Expr, ObjectName, Query, Select, Statement, TableFactor, Visit, VisitMut, Visitor, VisitorMut};
use std::ops::ControlFlow;

/// Shows every part of a query to a visitor, until it breaks off.
pub fn walk(part: &impl Visit, visitor: &mut dyn Visitor<Break = ()>) -> ControlFlow<()> {
    part.visit(&mut Looking(visitor))
}

/// The same, for a visitor that changes what it is shown.
pub fn walk_mut(part: &mut impl VisitMut, visitor: &mut dyn VisitorMut<Break = ()>) -> ControlFlow<()> {
    part.visit(&mut Changing(visitor))
}

struct Looking<'a>(&'a mut dyn Visitor<Break = ()>);

struct Changing<'a>(&'a mut dyn VisitorMut<Break = ()>);

macro_rules! pass_on {
    ($($method:ident: $part:ty),* $(,)?) => {
        impl Visitor for Looking<'_> {
            type Break = ();
            $(fn $method(&mut self, part: &$part) -> ControlFlow<()> {
                self.0.$method(part)
            })*
        }

        impl VisitorMut for Changing<'_> {
            type Break = ();
            $(fn $method(&mut self, part: &mut $part) -> ControlFlow<()> {
                self.0.$method(part)
            })*
        }
    };
}

pass_on! {
    pre_visit_statement: Statement,
    post_visit_statement: Statement,
    pre_visit_query: Query,
    post_visit_query: Query,
    pre_visit_select: Select,
    post_visit_select: Select,
    pre_visit_relation: ObjectName,
    post_visit_relation: ObjectName,
    pre_visit_table_factor: TableFactor,
    post_visit_table_factor: TableFactor,
    pre_visit_expr: Expr,
    post_visit_expr: Expr,
}
