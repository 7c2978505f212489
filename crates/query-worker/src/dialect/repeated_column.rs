//! Columns of a SELECT that are written twice. The engine wants names that differ; SQL does not.
//!
//! To the engine all subqueries have one name, so expressions with one are named too.

use datafusion::sql::sqlparser::ast::{Expr, Ident, Query, Select, SelectItem, Statement, Visitor, VisitorMut};
use footbridge_query::{walk, walk_mut};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Gives every repetition a name of its own. What the columns of the result are called is read from the text as it was written.
pub(super) fn rewrite(statement: &mut Statement) {
    let _ = walk_mut(statement, &mut Repetitions);
}

struct Repetitions;

impl VisitorMut for Repetitions {
    type Break = ();

    fn pre_visit_select(&mut self, select: &mut Select) -> ControlFlow<()> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for item in &mut select.projection {
            let SelectItem::UnnamedExpr(expression) = item else { continue };
            let times = seen.entry(expression.to_string().to_lowercase()).or_default();
            *times += 1;
            if *times > 1 || has_subquery(expression) {
                let name = plain(expression);
                let alias = Ident::with_quote('"', if *times > 1 { format!("{name} ({times})") } else { name });
                *item = SelectItem::ExprWithAlias { expr: expression.clone(), alias };
            }
        }
        ControlFlow::Continue(())
    }
}

fn plain(expression: &Expr) -> String {
    match expression {
        Expr::Identifier(name) => name.value.clone(),
        other => other.to_string().replace('"', ""),
    }
}

fn has_subquery(expression: &Expr) -> bool {
    struct Search;
    impl Visitor for Search {
        type Break = ();

        fn pre_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
            ControlFlow::Break(())
        }
    }
    walk(expression, &mut Search).is_break()
}
