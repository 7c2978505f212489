use super::*;
use crate::feedback;
use footbridge_query::{Column, DataType, Order, Rules, SortKey, compare};

fn table(columns: &[(&str, DataType)], rows: &[&[Value]]) -> Table {
    let columns = columns.iter().map(|(name, data_type)| Column { name: (*name).to_owned(), data_type: data_type.clone() });
    Table { columns: columns.collect(), rows: rows.iter().map(|row| row.to_vec()).collect() }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

const COLUMNS: [(&str, DataType); 2] = [("endpoint", DataType::Text), ("failed", DataType::Integer)];

fn right() -> Table {
    let row = |endpoint: &str, failed: i64| [text(endpoint), Value::Integer(failed)];
    table(&COLUMNS, &[&row("/charges", 7), &row("/refunds", 3), &row("/events", 1)])
}

/// What a learner reads who got `yours` where [`right`] is right.
fn said(yours: &Table, rules: &Rules) -> String {
    let right = right();
    let compared = Compared { right: &right, yours, total_rows: yours.rows.len() as u64, truncated: false };
    feedback(&explain(&compare(&right, yours, rules), &compared))
}

#[test]
fn wrong_values_and_nulls_show_the_cell_beside_the_right_one() {
    let mut yours = right();
    yours.rows[0][1] = Value::Integer(6);
    yours.rows[2][1] = Value::Null;
    insta::assert_snapshot!(said(&yours, &Rules::default()), @r"
    **revise** — `failed` is wrong in 1 row. The number of rows, 3, is right.

    - `failed` is wrong in 1 row.
      Where `endpoint` is /charges, yours is 6 and 7 is right.

    - `failed` is NULL in 1 row where a value belongs.
      Where `endpoint` is /events, yours is NULL and 1 is right.
      → NULL is neither zero nor the empty text: look where a join found no partner.

    Yours:

    | endpoint | failed |
    | --- | --- |
    | /charges | 6 |

    Right:

    | endpoint | failed |
    | --- | --- |
    | /charges | 7 |
    ");
}

#[test]
fn missing_extra_and_doubled_rows_are_counted() {
    let mut yours = right();
    yours.rows[1] = vec![text("/refunds"), Value::Integer(3)];
    yours.rows[2] = vec![text("/refunds"), Value::Integer(3)];
    insta::assert_snapshot!(said(&yours, &Rules::default()), @r"
    **revise** — A row comes twice; it belongs there once. The number of rows, 3, is right.

    - A row comes twice; it belongs there once.
      The row: (/refunds, 3).

    - 1 row is missing.
      It is shown below: look at what sets it apart.

    Missing from yours:

    | endpoint | failed |
    | --- | --- |
    | /events | 1 |
    ");
}

#[test]
fn a_column_of_another_name_and_one_too_many_are_named() {
    let row = |endpoint: &str, failed: i64| [text(endpoint), Value::Integer(failed), Value::Boolean(true)];
    let columns = [("endpoint", DataType::Text), ("fialed", DataType::Integer), ("paid", DataType::Boolean)];
    let yours = table(&columns, &[&row("/charges", 7), &row("/refunds", 3), &row("/events", 1)]);
    insta::assert_snapshot!(said(&yours, &Rules::default()), @r"
    **revise** — The column `failed` is missing. The number of rows, 3, is right.

    - The column `failed` is missing.
      → Yours has `fialed`: name it with `as failed`.

    - 2 columns were not asked for: `fialed`, `paid`.
      → Name only the columns that the brief asks for in the `select`.
    ");
}

#[test]
fn a_wrong_type_comes_before_any_value() {
    let columns = [("endpoint", DataType::Text), ("failed", DataType::Text)];
    let yours = table(&columns, &[&[text("/charges"), text("7")], &[text("/refunds"), text("3")], &[text("/events"), text("1")]]);
    insta::assert_snapshot!(said(&yours, &Rules::default()), @r"
    **revise** — `failed` holds text values where integer values belong. The number of rows, 3, is right.

    - `failed` holds text values where integer values belong.
      The values were not compared: a type comes before a value.
    ");
}

#[test]
fn right_rows_in_another_order_are_told_where_it_breaks() {
    let mut yours = right();
    yours.rows.swap(1, 2);
    let rules = Rules { order: Order::By(vec![SortKey { column: "failed".to_owned(), descending: true }]), ..Rules::default() };
    insta::assert_snapshot!(said(&yours, &rules), @r"
    **revise** — The order is not right: row 2 is the first out of place. The number of rows, 3, is right.

    - The order is not right: row 2 is the first out of place.
      There stands (/events, 1); (/refunds, 3) belongs there.
      → Compare your `order by` with the brief: which columns, in which order, and in which direction.
    ");
}

#[test]
fn a_result_that_goes_on_says_so_first() {
    let (right, yours) = (right(), right());
    let compared = Compared { right: &right, yours: &yours, total_rows: 40_000, truncated: true };
    insta::assert_snapshot!(feedback(&explain(&compare(&right, &yours, &Rules::default()), &compared)), @r"
    **revise** — The result is too long. Your result has more than 3 rows; the right one has 3.

    - The result goes on after 40000 rows; the right one has 3.
      A join that matches several rows, or a missing `group by`, multiplies rows.
    ");
}
