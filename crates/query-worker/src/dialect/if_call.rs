//! `if(condition, a, b)`, which is a CASE.

use datafusion::sql::sqlparser::ast::helpers::attached_token::AttachedToken;
use datafusion::sql::sqlparser::ast::{CaseWhen, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, Statement, VisitorMut};
use footbridge_query::walk_mut;
use std::ops::ControlFlow;

/// Writes each `if` and `iif` with three arguments as a CASE. Other numbers of arguments are left for a message.
pub(super) fn rewrite(statement: &mut Statement) {
    let _ = walk_mut(statement, &mut Ifs);
}

struct Ifs;

impl VisitorMut for Ifs {
    type Break = ();

    fn post_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        if let Expr::Function(function) = expression
            && let Some([condition, then, otherwise]) = arguments(function)
        {
            *expression = Expr::Case {
                case_token: AttachedToken::empty(),
                end_token: AttachedToken::empty(),
                operand: None,
                conditions: vec![CaseWhen { condition, result: then }],
                else_result: Some(Box::new(otherwise)),
            };
        }
        ControlFlow::Continue(())
    }
}

fn arguments(function: &Function) -> Option<[Expr; 3]> {
    let name = function.name.0.last()?.as_ident()?;
    if !["if", "iif"].contains(&name.value.to_lowercase().as_str()) {
        return None;
    }
    let FunctionArguments::List(list) = &function.args else { return None };
    let plain = |argument: &FunctionArg| match argument {
        FunctionArg::Unnamed(FunctionArgExpr::Expr(expression)) => Some(expression.clone()),
        _ => None,
    };
    let arguments: Vec<Expr> = list.args.iter().map(plain).collect::<Option<_>>()?;
    arguments.try_into().ok()
}
