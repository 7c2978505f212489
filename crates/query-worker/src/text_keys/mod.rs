//! Groups by text columns of few different values are counted by whole numbers: each text gets a code where rows are grouped, and the code
//! becomes the text again where the groups are done. A group is then found by four bytes, not by hashing and comparing texts.

mod codes;
mod first_rows;

use crate::tables::NamedTable;
use codes::Codes;
use datafusion::arrow::array::AsArray;
use datafusion::arrow::datatypes::{DataType, UInt32Type};
use datafusion::common::Column;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::error::Result;
use datafusion::logical_expr::{
    Aggregate, ColumnarValue, Expr, LogicalPlan, Projection, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

pub(crate) use first_rows::of_few_groups;

/// The optimized plan of a query, with codes in the place of texts that repeat.
pub(crate) fn coded(plan: LogicalPlan, tables: &[NamedTable]) -> Result<LogicalPlan> {
    if tables.iter().all(|table| table.repeating.is_empty()) {
        return Ok(plan);
    }
    let with_codes = |node| match node {
        LogicalPlan::Aggregate(aggregate) => grouped_by_codes(aggregate, tables),
        other => Ok(Transformed::no(other)),
    };
    Ok(plan.transform_up(with_codes)?.data)
}

fn grouped_by_codes(aggregate: Aggregate, tables: &[NamedTable]) -> Result<Transformed<LogicalPlan>> {
    let codes: Vec<Option<Arc<Codes>>> =
        aggregate.group_expr.iter().map(|key| repeats(key, &aggregate.input, tables).then(Arc::default)).collect();
    if codes.iter().all(Option::is_none) {
        return Ok(Transformed::no(LogicalPlan::Aggregate(aggregate)));
    }
    let names = aggregate.schema.columns();
    let keys = aggregate.group_expr.into_iter().zip(&codes).map(|(key, codes)| match codes {
        Some(codes) => call(codes, Direction::ToCode, key),
        None => key,
    });
    let inner = Aggregate::try_new(aggregate.input, keys.collect(), aggregate.aggr_expr)?;
    let of_column = |(at, (column, name)): (usize, (Column, Column))| match codes.get(at) {
        Some(Some(codes)) => call(codes, Direction::ToText, Expr::Column(column)).alias_qualified(name.relation, name.name),
        _ => Expr::Column(column),
    };
    let above = inner.schema.columns().into_iter().zip(names).enumerate().map(of_column).collect();
    let projection = Projection::try_new(above, Arc::new(LogicalPlan::Aggregate(inner)))?;
    Ok(Transformed::yes(LogicalPlan::Projection(projection)))
}

/// Whether an expression is a column whose file stores each text once.
fn repeats(key: &Expr, input: &LogicalPlan, tables: &[NamedTable]) -> bool {
    let Expr::Column(column) = key else { return false };
    let Some(at) = input.schema().maybe_index_of_column(column) else { return false };
    match input {
        LogicalPlan::TableScan(scan) => {
            let is_scanned = |table: &&NamedTable| table.name.to_lowercase() == scan.table_name.table();
            tables.iter().find(is_scanned).is_some_and(|table| table.repeating.contains(&column.name))
        }
        LogicalPlan::SubqueryAlias(alias) => repeats(&Expr::Column(alias.input.schema().columns()[at].clone()), &alias.input, tables),
        LogicalPlan::Filter(filter) => repeats(key, &filter.input, tables),
        LogicalPlan::Projection(projection) => repeats(&projection.expr[at].clone().unalias(), &projection.input, tables),
        _ => false,
    }
}

fn call(codes: &Arc<Codes>, direction: Direction, argument: Expr) -> Expr {
    let signature = Signature::any(1, Volatility::Immutable);
    ScalarUDF::new_from_impl(Coding { codes: Arc::clone(codes), direction, signature }).call(vec![argument])
}

/// From text to code or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Direction {
    ToCode,
    ToText,
}

#[derive(Debug)]
struct Coding {
    codes: Arc<Codes>,
    direction: Direction,
    signature: Signature,
}

/// The same codes in the same direction.
impl PartialEq for Coding {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.codes, &other.codes) && self.direction == other.direction
    }
}

impl Eq for Coding {}

impl Hash for Coding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.codes).hash(state);
        self.direction.hash(state);
    }
}

impl ScalarUDFImpl for Coding {
    fn name(&self) -> &'static str {
        match self.direction {
            Direction::ToCode => "code_of_text",
            Direction::ToText => "text_of_code",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(match self.direction {
            Direction::ToCode => DataType::UInt32,
            Direction::ToText => DataType::Utf8View,
        })
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let given = arguments.args[0].to_array(arguments.number_rows)?;
        Ok(ColumnarValue::Array(match self.direction {
            Direction::ToCode => Arc::new(self.codes.of(given.as_string_view())?),
            Direction::ToText => Arc::new(self.codes.texts(given.as_primitive::<UInt32Type>())),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{coded, of_few_groups};
    use crate::tables::NamedTable;
    use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, StringViewArray};
    use datafusion::arrow::util::pretty::pretty_format_batches;
    use datafusion::datasource::MemTable;
    use datafusion::physical_plan::{collect, displayable};
    use datafusion::prelude::{SessionConfig, SessionContext};
    use std::sync::Arc;

    /// `calls (endpoint, region, n)` with 3,000 rows in three batches; each eleventh endpoint is missing.
    fn calls() -> SessionContext {
        let batch = |from: i64| {
            let endpoint = |n: i64| (n % 11 != 0).then(|| format!("/api/v1/resources/{}", n % 17));
            let region = |n: i64| Some(if n % 3 == 0 { "eu" } else { "us" });
            let endpoints: ArrayRef = Arc::new((from..from + 1_000).map(endpoint).collect::<StringViewArray>());
            let regions: ArrayRef = Arc::new((from..from + 1_000).map(region).collect::<StringViewArray>());
            let numbers: ArrayRef = Arc::new(Int64Array::from_iter_values(from..from + 1_000));
            RecordBatch::try_from_iter([("endpoint", endpoints), ("region", regions), ("n", numbers)]).expect("columns of one length")
        };
        let batches = [0, 1_000, 2_000].map(batch);
        let table = MemTable::try_new(batches[0].schema(), batches.map(|batch| vec![batch]).to_vec()).expect("one schema");
        let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(2));
        context.register_table("calls", Arc::new(table)).expect("a new name");
        context
    }

    /// The plan, and the result in its order, once the columns named repeat.
    async fn planned(context: &SessionContext, sql: &str, repeating: &[&str]) -> (String, String) {
        let repeating = Arc::new(repeating.iter().map(ToString::to_string).collect());
        let tables = [NamedTable { name: "Calls".to_owned(), columns: Vec::new(), types: Vec::new(), repeating }];
        let mut state = context.state();
        let plan = state.optimize(&state.create_logical_plan(sql).await.expect(sql)).expect(sql);
        let plan = coded(plan, &tables).expect(sql);
        state.config_mut().options_mut().optimizer.enable_window_topn = of_few_groups(&plan, &tables).expect(sql);
        let physical = state.query_planner().create_physical_plan(&plan, &state).await.expect(sql);
        let shown = displayable(physical.as_ref()).indent(false).to_string();
        let rows = collect(physical, context.task_ctx()).await.expect(sql);
        (shown, pretty_format_batches(&rows).expect(sql).to_string())
    }

    /// Whether codes are used, and the result.
    async fn asked(context: &SessionContext, sql: &str, repeating: &[&str]) -> (bool, String) {
        let (plan, result) = planned(context, sql, repeating).await;
        (plan.contains("code_of_text"), result)
    }

    #[tokio::test]
    async fn groups_by_codes_are_those_by_texts() {
        let context = calls();
        for sql in [
            "select endpoint, count(*), sum(n) from calls group by endpoint order by endpoint",
            "select endpoint as e, region, max(n) from calls where n > 70 group by 1, 2 order by 1, 2",
            "select region, n % 2, count(distinct endpoint), min(endpoint) from calls group by region, n % 2 order by 1, 2",
            "select distinct region from calls order by region",
            "with c as (select endpoint as path, n from calls) select path, avg(n) from c group by path having avg(n) > 1490 order by path",
            "select a.endpoint, count(*) from calls a group by a.endpoint having a.endpoint like '%1' order by a.endpoint",
            "select k.region, k.c from (select region, count(*) as c from calls group by region) k join calls on calls.n = k.c order by 1",
            "select max(c) from (select endpoint, count(*) as c from calls group by endpoint)",
            "select endpoint from calls where endpoint is null group by endpoint",
            "select region, count(*) from calls where n < 0 group by region",
        ] {
            let (with_codes, found) = asked(&context, sql, &["endpoint", "region"]).await;
            let (without, expected) = asked(&context, sql, &[]).await;
            assert!(with_codes && !without, "{sql}");
            assert_eq!(found, expected, "{sql}");
        }
    }

    #[tokio::test]
    async fn only_columns_that_repeat_get_codes() {
        let context = calls();
        for sql in [
            "select endpoint, count(*) from calls group by endpoint",
            "select upper(region), count(*) from calls group by 1",
            "select n, count(*) from calls group by n",
            "select region || 'x' as region, count(*) from calls group by 1",
            "select region, endpoint, count(*) from calls group by cube (region, endpoint)",
        ] {
            assert!(!asked(&context, sql, &["region"]).await.0, "{sql}");
        }
    }

    #[tokio::test]
    async fn first_rows_of_few_groups_need_no_sort_of_all_rows() {
        let context = calls();
        let by = |functions: &str, then: &str| {
            format!("with placed as (select endpoint, n, {functions} from calls) select * from placed where {then} order by endpoint, n")
        };
        let place = "row_number() over (partition by endpoint order by n desc) as place";
        let rank = "rank() over (partition by endpoint order by n % 50) as place";
        let next = "lead(n) over (partition by endpoint order by n desc) as next";
        for (sql, without_sort) in [
            (by(place, "place <= 3"), true),
            (by(place, "place < 3"), true),
            (by(rank, "place <= 2"), true),
            (
                format!("select * from (select endpoint as path, n, {place} from calls where n > 70) as p where 3 >= place order by 1, 2"),
                true,
            ),
            (by(place, "place < 1"), false),
            (by(place, "place > 150"), false),
            (by(place, "place <= 1000"), true),
            (by(place, "place <= 1001"), false),
            (by(place, "place <= 3 and n < 2990"), false),
            (by(&format!("{place}, {next}"), "place <= 3"), false),
            (format!("select * from (select {place}, endpoint, n * 2 as twice from calls) where twice <= 200 order by 3"), false),
            (format!("select * from (select {place}, n, n + 1 as more from calls) where more <= 200 order by 2"), false),
            (by("row_number() over (partition by n order by n) as place", "place <= 3"), false),
            (by("row_number() over (partition by upper(region) order by n) as place", "place <= 3"), false),
        ] {
            let (plan, found) = planned(&context, &sql, &["endpoint", "region"]).await;
            let (sorted, expected) = planned(&context, &sql, &[]).await;
            assert_eq!(plan.contains("PartitionedTopK"), without_sort, "{sql}\n{plan}");
            assert!(!sorted.contains("PartitionedTopK"), "{sql}");
            assert_eq!(found, expected, "{sql}");
        }
    }
}
