//! Places in a query, and the same query with another thing at one of them.

use crate::{walk, walk_mut};
use sqlparser::ast::{Expr, Query, Select, Visitor, VisitorMut};
use std::ops::ControlFlow;

/// A query with one change, and the change in words.
pub(super) struct Edit {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) query: Query,
}

/// What may stand in a place instead, with both in words.
pub(super) struct Instead<T> {
    pub(super) node: T,
    pub(super) from: String,
    pub(super) to: String,
}

impl<T> Instead<T> {
    pub(super) fn new(node: T, from: impl Into<String>, to: impl Into<String>) -> Self {
        Self { node, from: from.into(), to: to.into() }
    }
}

/// Every expression in turn replaced by what `instead` offers for it.
pub(super) fn at_each_expr(query: &Query, instead: &dyn Fn(&Expr) -> Vec<Expr>) -> Vec<Edit> {
    let with_words =
        |expr: &Expr| instead(expr).into_iter().map(|node| Instead::new(node.clone(), expr.to_string(), node.to_string())).collect();
    at_each(query, &with_words)
}

/// A kind of thing that stands in queries.
pub(super) trait Node: Clone {
    /// All of them, in one fixed order.
    fn all(query: &Query) -> Vec<Self>;
    /// The query with another one at this place of that order.
    fn replaced(query: &Query, at: usize, node: Self) -> Query;
}

/// Every thing of a kind in turn replaced.
pub(super) fn at_each<T: Node>(query: &Query, instead: &dyn Fn(&T) -> Vec<Instead<T>>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, node) in T::all(query).iter().enumerate() {
        for Instead { node, from, to } in instead(node) {
            edits.push(Edit { from, to, query: T::replaced(query, at, node) });
        }
    }
    edits
}

struct All<T>(Vec<T>);

struct Replace<T> {
    at: usize,
    node: Option<T>,
}

impl<T> Replace<T> {
    fn met(&mut self, met: &mut T) -> ControlFlow<()> {
        if self.at > 0 {
            self.at -= 1;
            return ControlFlow::Continue(());
        }
        if let Some(node) = self.node.take() {
            *met = node;
        }
        ControlFlow::Break(())
    }
}

macro_rules! node {
    ($type:ty, $visit:ident) => {
        impl Visitor for All<$type> {
            type Break = ();
            fn $visit(&mut self, node: &$type) -> ControlFlow<()> {
                self.0.push(node.clone());
                ControlFlow::Continue(())
            }
        }

        impl VisitorMut for Replace<$type> {
            type Break = ();
            fn $visit(&mut self, node: &mut $type) -> ControlFlow<()> {
                self.met(node)
            }
        }

        impl Node for $type {
            fn all(query: &Query) -> Vec<Self> {
                let mut all = All(Vec::new());
                let _ = walk(query, &mut all);
                all.0
            }

            fn replaced(query: &Query, at: usize, node: Self) -> Query {
                let mut query = query.clone();
                let _ = walk_mut(&mut query, &mut Replace { at, node: Some(node) });
                query
            }
        }
    };
}

node!(Expr, pre_visit_expr);
node!(Select, pre_visit_select);
node!(Query, pre_visit_query);
