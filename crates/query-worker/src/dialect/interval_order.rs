//! Lengths of time are compared by how long they are.
//!
//! The engine compares months first, then days, then hours, so that forty days between two moments, which it counts in nanoseconds, come
//! before `INTERVAL '28 days'`. As in PostgreSQL, a month counts as thirty days and a day as 24 hours.

use datafusion::arrow::array::{AsArray, Int64Array};
use datafusion::arrow::datatypes::{DataType, IntervalMonthDayNano, IntervalMonthDayNanoType, IntervalUnit};
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{DFSchema, Result};
use datafusion::config::ConfigOptions;
use datafusion::logical_expr::expr_rewriter::NamePreserver;
use datafusion::logical_expr::utils::merge_schema;
use datafusion::logical_expr::{
    Between, BinaryExpr, ColumnarValue, Expr, ExprSchemable, LogicalPlan, Operator, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl,
    Signature, Volatility,
};
use datafusion::optimizer::AnalyzerRule;
use datafusion::scalar::ScalarValue;
use std::sync::{Arc, LazyLock};

/// Runs after the engine has given both sides of a comparison one type.
#[derive(Debug)]
pub(crate) struct LengthsInOrder;

const LENGTH: DataType = DataType::Interval(IntervalUnit::MonthDayNano);

static NANOSECONDS: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| {
    let signature = Signature::exact(vec![LENGTH], Volatility::Immutable);
    Arc::new(ScalarUDF::new_from_impl(Nanoseconds { signature }))
});

impl AnalyzerRule for LengthsInOrder {
    fn name(&self) -> &'static str {
        "lengths_in_order"
    }

    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        let in_order = plan.transform_up_with_subqueries(|plan| {
            let schema = merge_schema(&plan.inputs());
            let names = NamePreserver::new(&plan);
            plan.map_expressions(|expr| {
                let name = names.save(&expr);
                let compared = expr.transform_up(|expr| compared(expr, &schema))?;
                Ok(compared.update_data(|expr| name.restore(expr)))
            })
        });
        in_order.map(|in_order| in_order.data)
    }
}

fn compared(expr: Expr, schema: &DFSchema) -> Result<Transformed<Expr>> {
    let is_length = |side: &Expr| side.get_type(schema).is_ok_and(|data_type| data_type == LENGTH);
    let counted = |side: Box<Expr>| Box::new(NANOSECONDS.call(vec![*side]));
    Ok(match expr {
        Expr::BinaryExpr(BinaryExpr { left, op, right }) if compares(op) && is_length(&left) && is_length(&right) => {
            Transformed::yes(Expr::BinaryExpr(BinaryExpr { left: counted(left), op, right: counted(right) }))
        }
        Expr::Between(Between { expr, negated, low, high }) if is_length(&expr) && is_length(&low) && is_length(&high) => {
            Transformed::yes(Expr::Between(Between { expr: counted(expr), negated, low: counted(low), high: counted(high) }))
        }
        other => Transformed::no(other),
    })
}

fn compares(op: Operator) -> bool {
    use Operator::{Eq, Gt, GtEq, IsDistinctFrom, IsNotDistinctFrom, Lt, LtEq, NotEq};
    matches!(op, Eq | NotEq | Lt | LtEq | Gt | GtEq | IsDistinctFrom | IsNotDistinctFrom)
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Nanoseconds {
    signature: Signature,
}

impl ScalarUDFImpl for Nanoseconds {
    fn name(&self) -> &'static str {
        "interval_nanoseconds"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Int64)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        if let [ColumnarValue::Scalar(ScalarValue::IntervalMonthDayNano(length))] = arguments.args.as_slice() {
            return Ok(ColumnarValue::Scalar(ScalarValue::Int64(length.map(nanoseconds))));
        }
        let arrays = ColumnarValue::values_to_arrays(&arguments.args)?;
        let counted: Int64Array =
            arrays[0].as_primitive::<IntervalMonthDayNanoType>().iter().map(|length| length.map(nanoseconds)).collect();
        Ok(ColumnarValue::Array(Arc::new(counted)))
    }
}

/// How long it is; what is longer than 292 years counts as 292 years.
fn nanoseconds(length: IntervalMonthDayNano) -> i64 {
    const A_DAY: i64 = 86_400_000_000_000;
    let days = i64::from(length.months) * 30 + i64::from(length.days);
    days.saturating_mul(A_DAY).saturating_add(length.nanoseconds)
}
