//! JSON in columns of text: `->` and `->>` as PostgreSQL has them, `json_extract` and `json_extract_string` with a path as DuckDB does.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, StringArray};
use datafusion::arrow::datatypes::{DataType, Int64Type};
use datafusion::common::{DFSchema, exec_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::planner::{ExprPlanner, PlannerResult, RawBinaryExpr};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use datafusion::scalar::ScalarValue;
use datafusion::sql::sqlparser::ast::BinaryOperator;
use serde_json::Value;
use std::sync::Arc;

/// Plans the operators `->` and `->>`.
#[derive(Debug)]
pub(super) struct Access;

impl ExprPlanner for Access {
    fn plan_binary_op(&self, operation: RawBinaryExpr, _: &DFSchema) -> Result<PlannerResult<RawBinaryExpr>> {
        let function = match operation.op {
            BinaryOperator::Arrow => function("json_get", Form::Json),
            BinaryOperator::LongArrow => function("json_get_text", Form::Text),
            _ => return Ok(PlannerResult::Original(operation)),
        };
        Ok(PlannerResult::Planned(function.call(vec![operation.left, operation.right])))
    }
}

/// The functions with a name.
pub(super) fn functions() -> [ScalarUDF; 2] {
    [function("json_extract", Form::Json), function("json_extract_string", Form::Text)]
}

fn function(name: &'static str, form: Form) -> ScalarUDF {
    ScalarUDF::new_from_impl(Get { name, form, signature: Signature::user_defined(Volatility::Immutable) })
}

/// What comes out: JSON again, or the text of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Json,
    Text,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Get {
    name: &'static str,
    form: Form,
    signature: Signature,
}

impl ScalarUDFImpl for Get {
    fn name(&self) -> &'static str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [json, key] if (json.is_string() || json.is_null()) && (key.is_string() || key.is_null()) => {
                Ok(vec![DataType::Utf8, DataType::Utf8])
            }
            [json, key] if (json.is_string() || json.is_null()) && key.is_integer() => Ok(vec![DataType::Utf8, DataType::Int64]),
            _ => plan_err!("JSON is read from text"),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let scalar = arguments.args.iter().all(|argument| matches!(argument, ColumnarValue::Scalar(_)));
        let given = ColumnarValue::values_to_arrays(&arguments.args)?;
        let [documents, keys] = given.as_slice() else { return exec_err!("JSON is read from text") };
        let documents = documents.as_string::<i32>();
        let found = |row: usize| match (documents.is_valid(row), step(keys, row)) {
            (true, Some(step)) => self.get(documents.value(row), &step),
            _ => Ok(None),
        };
        let found: StringArray = (0..documents.len()).map(found).collect::<Result<_>>()?;
        match scalar {
            true => ScalarValue::try_from_array(&found, 0).map(ColumnarValue::Scalar),
            false => Ok(ColumnarValue::Array(Arc::new(found))),
        }
    }
}

/// The key or the place of one row.
enum Step<'a> {
    Key(&'a str),
    Place(i64),
}

fn step(keys: &ArrayRef, row: usize) -> Option<Step<'_>> {
    if keys.is_null(row) {
        return None;
    }
    Some(match keys.data_type() {
        DataType::Int64 => Step::Place(keys.as_primitive::<Int64Type>().value(row)),
        _ => Step::Key(keys.as_string::<i32>().value(row)),
    })
}

impl Get {
    fn get(&self, document: &str, step: &Step<'_>) -> Result<Option<String>> {
        // The text itself is not repeated: it may come from rows that nobody is meant to see.
        let Ok(document) = serde_json::from_str::<Value>(document) else { return exec_err!("not JSON") };
        let found = match step {
            Step::Place(place) => element(&document, *place),
            Step::Key(path) if path.starts_with('$') && self.name.starts_with("json_extract") => follow(&document, path)?,
            Step::Key(key) => document.get(key),
        };
        Ok(match (self.form, found) {
            (_, None) | (Form::Text, Some(Value::Null)) => None,
            (Form::Text, Some(Value::String(text))) => Some(text.clone()),
            (_, Some(value)) => Some(value.to_string()),
        })
    }
}

/// An element of a list, from 0, or from the end when negative.
fn element(list: &Value, place: i64) -> Option<&Value> {
    let list = list.as_array()?;
    let place = if place < 0 { place.checked_add_unsigned(list.len() as u64)? } else { place };
    list.get(usize::try_from(place).ok()?)
}

/// Follows a path such as `$.device.screens[0]`.
fn follow<'a>(document: &'a Value, path: &str) -> Result<Option<&'a Value>> {
    let mut here = Some(document);
    let mut rest = &path[1..];
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let (key, after) = match after.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').map_or_else(|| exec_err!("JSON path"), Ok)?,
                None => after.split_at(after.find(['.', '[']).unwrap_or(after.len())),
            };
            here = here.and_then(|here| here.get(key));
            rest = after;
        } else if let Some((place, after)) = rest.strip_prefix('[').and_then(|after| after.split_once(']')) {
            let Ok(place) = place.trim().parse() else { return exec_err!("JSON path") };
            here = here.and_then(|here| element(here, place));
            rest = after;
        } else {
            return exec_err!("JSON path");
        }
    }
    Ok(here)
}
