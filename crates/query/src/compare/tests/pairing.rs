//! Which left-over rows are one row with wrong values, and which are not.

use super::*;
use crate::compare::columns::match_columns;
use crate::compare::leftover::{Explained, explain};
use crate::compare::rows::{Pairs, match_rows};
use std::collections::BTreeMap;

fn within(column: &str, absolute: f64) -> Rules {
    Rules { tolerances: BTreeMap::from([(column.to_owned(), Tolerance { absolute, relative: 0.0 })]), ..Rules::default() }
}

#[test]
fn a_row_is_recognised_within_the_tolerances() {
    let header = "plan:text, calls, median_ms:float, p95_ms:float";
    let expected = table(header, &["Enterprise, 5774, 46.0, 410.7", "Free, 1389, 57.0, 540.8", "Scale, 11441, 37.0, 336.0"]);
    let actual = table(header, &["Scale, 11441, 111.0, 336.0", "Free, 1389, 57.0, 541.0", "Enterprise, 5774, 128.0, 411.0"]);
    assert_eq!(told(&expected, &actual, &within("p95_ms", 0.5)), ["2 wrong in median_ms: 128.0 not 46.0; 111.0 not 37.0"]);
}

#[test]
fn several_wrong_values_in_a_row_are_told_column_by_column() {
    let header = "key_id, monthly_quota, crossed_on:text, used";
    let expected =
        table(header, &["5028, 1000, April 9, 803", "5031, 1000, April 9, 811", "5040, 5000, April 12, 4100", "5077, 1000, April 2, 999"]);
    let actual = table(
        header,
        &["5028, 1000, April 30, 2100", "5031, 1000, April 9, 812", "5040, 5000, April 30, 4900", "5077, 1000, April 2, 999"],
    );
    assert_eq!(
        told(&expected, &actual, &Rules::default()),
        ["3 wrong in used: 2100 not 803; 812 not 811; 4900 not 4100", "2 wrong in crossed_on: April 30 not April 9; April 30 not April 12"]
    );
}

/// Cases of one table each: what it is about, the header, the expected rows, the actual rows, what is told.
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

#[test]
fn rows_are_paired_by_the_key_that_fits_best() {
    let cases: &[Case] = &[
        (
            "every figure is wrong, the name is right",
            "plan:text, calls, p95:float",
            &["Free, 10, 1.5", "Scale, 20, 2.5"],
            &["Scale, 21, 2.75", "Free, 11, 1.75"],
            &["2 wrong in calls: 11 not 10; 21 not 20", "2 wrong in p95: 1.75 not 1.5; 2.75 not 2.5"],
        ),
        (
            "a key of two columns",
            "origin:text, dest:text, flights, late",
            &["JFK, LAX, 5, 1", "JFK, SFO, 6, 2", "EWR, LAX, 7, 3", "EWR, SFO, 8, 4"],
            &["JFK, LAX, 6, 2", "JFK, SFO, 7, 3", "EWR, LAX, 8, 4", "EWR, SFO, 9, 5"],
            &["4 wrong in flights: 8 not 7; 9 not 8; 6 not 5; 7 not 6", "4 wrong in late: 4 not 3; 5 not 4; 2 not 1; 3 not 2"],
        ),
        (
            "the name is wrong, the figures are right and tied",
            "name:text, points",
            &["Ada, 9", "Bob, 5", "Cy, 5", "Di, 7"],
            &["DI, 7", "CY, 5", "BOB, 5", "ADA, 9"],
            &["4 wrong in name: ADA not Ada; BOB not Bob; CY not Cy; DI not Di"],
        ),
        (
            "a float as the key",
            "hour:float, calls, failed",
            &["0.0, 4, 1", "1.0, 5, 2"],
            &["1.0, 50, 20", "0.0, 40, 10"],
            &["2 wrong in calls: 40 not 4; 50 not 5", "2 wrong in failed: 10 not 1; 20 not 2"],
        ),
        (
            "values wrong and rows missing",
            "id, a, b",
            &["1, 10, 100", "2, 20, 200", "3, 30, 300"],
            &["1, 11, 101", "2, 21, 201"],
            &["2 wrong in a: 11 not 10; 21 not 20", "2 wrong in b: 101 not 100; 201 not 200", "1 missing: 3 30 300"],
        ),
    ];
    check(cases);
}

#[test]
fn rows_that_share_nothing_telling_stay_apart() {
    let cases: &[Case] = &[
        (
            "other rows of the same kind",
            "flight, carrier:text",
            &["1, UA", "2, UA", "3, AA", "4, AA"],
            &["1, UA", "2, UA", "8, AA", "9, AA"],
            &["2 missing: 3 AA; 4 AA", "2 extra: 8 AA; 9 AA"],
        ),
        (
            "a figure in common by chance",
            "carrier:text, tail:text, flights",
            &["UA, N1, 10", "AA, N2, 20", "DL, N3, 30"],
            &["WN, N7, 20", "B6, N8, 30", "EV, N9, 40"],
            &["3 missing: AA N2 20; DL N3 30; UA N1 10", "3 extra: B6 N8 30; EV N9 40; WN N7 20"],
        ),
        (
            "fewer than half find a partner",
            "id, a, b",
            &["1, 10, 100", "2, 20, 200", "3, 30, 300"],
            &["3, 31, 301", "4, 40, 400", "5, 50, 500"],
            &["3 missing: 1 10 100; 2 20 200; 3 30 300", "3 extra: 3 31 301; 4 40 400; 5 50 500"],
        ),
        (
            "a join that multiplies rows with other values",
            "id, n",
            &["1, 10", "2, 20"],
            &["1, 4", "1, 6", "2, 20"],
            &["1 missing: 1 10", "2 extra: 1 4; 1 6"],
        ),
        (
            "only NULL in common",
            "name:text, n",
            &["Ada, null", "Bob, 3"],
            &["Zoe, null", "Bob, 3"],
            &["1 missing: Ada NULL", "1 extra: Zoe NULL"],
        ),
    ];
    check(cases);
}

#[test]
fn null_is_a_key_among_others_and_a_value_like_others() {
    let cases: &[Case] = &[
        (
            "the group of NULL",
            "plan:text, calls, failed",
            &["Free, 10, 1", "null, 20, 2"],
            &["null, 21, 3", "Free, 11, 4"],
            &["2 wrong in calls: 11 not 10; 21 not 20", "2 wrong in failed: 4 not 1; 3 not 2"],
        ),
        (
            "NULL on either side beside wrong values",
            "id, a, b",
            &["1, 10, 100", "2, null, 200", "3, 30, null"],
            &["1, null, 100", "2, 20, 201", "3, 31, 300"],
            &[
                "1 wrong in a: 31 not 30",
                "1 null in a: NULL not 10",
                "1 not null in a: 20 not NULL",
                "1 wrong in b: 201 not 200",
                "1 not null in b: 300 not NULL",
            ],
        ),
    ];
    check(cases);
}

#[test]
fn duplicates_are_told_as_duplicates() {
    let rules = within("n", 0.5);
    let cases: &[Case] = &[
        ("within the tolerance", "id, n:float", &["1, 410.7", "2, 5.0"], &["1, 411.0", "1, 411.0", "2, 5.0"], &["1 410.7 2 times not 1"]),
        (
            "too few copies, and a wrong value elsewhere",
            "id, n:float",
            &["1, 4.0", "1, 4.0", "2, 5.0", "3, 6.0"],
            &["1, 4.0", "2, 5.0", "3, 9.0"],
            &["1 4.0 1 times not 2", "1 wrong in n: 9.0 not 6.0"],
        ),
        (
            "a row between two others is a copy of neither",
            "id, n:float",
            &["1, 4.0", "1, 4.0", "1, 4.4", "2, 5.0"],
            &["1, 4.2", "2, 5.0"],
            &["2 missing: 1 4.0; 1 4.4"],
        ),
        ("close rows are no copies", "id, n:float", &["1, 4.0", "2, 5.0"], &["1, 4.0", "1, 4.4", "2, 5.0"], &["1 extra: 1 4.4"]),
    ];
    for (what, header, expected, actual, wanted) in cases {
        assert_eq!(told(&table(header, expected), &table(header, actual), &rules), *wanted, "{what}");
    }
}

fn check(cases: &[Case]) {
    for (what, header, expected, actual, wanted) in cases {
        assert_eq!(told(&table(header, expected), &table(header, actual), &Rules::default()), *wanted, "{what}");
    }
}

#[test]
fn ten_thousand_rows_wrong_in_every_figure_find_their_partners() {
    let rows = |wrong: i64| Table {
        columns: ["origin:text", "day", "flights", "late", "mean:float", "share:float"].map(column).to_vec(),
        rows: (0..10_000_i64)
            .map(|n| {
                let figures = [Value::Integer(n % 97 + wrong), Value::Integer(n % 13 + wrong)];
                let shares = [Value::Float((n + 3 * wrong) as f64 / 7.0), Value::Float((n % 5 + wrong) as f64 / 5.0)];
                [Value::Text(format!("A{}", n / 100)), Value::Integer(n % 100)].into_iter().chain(figures).chain(shares).collect()
            })
            .collect(),
    };
    let counts = counts(&compare(&rows(0), &rows(1), &Rules::default()));
    assert_eq!(counts, ["10000 in flights", "10000 in late", "10000 in mean", "10000 in share"]);
}

/// Differences without their examples.
fn counts(comparison: &Comparison) -> Vec<String> {
    let count = |difference: &Difference| match difference {
        Difference::WrongValue { column, cells, .. } => format!("{cells} in {column}"),
        Difference::NullInstead { column, cells, .. } => format!("{cells} null in {column}"),
        Difference::ValueInsteadOfNull { column, cells, .. } => format!("{cells} not null in {column}"),
        Difference::MissingRows { count, .. } => format!("{count} missing"),
        Difference::ExtraRows { count, .. } => format!("{count} extra"),
        Difference::Duplicates { expected, actual, .. } => format!("{actual} times not {expected}"),
        other => told_one(other),
    };
    comparison.differences.iter().map(count).collect()
}

/// The whole report. Zero has one sign: copies of a row may have either.
fn spelled(comparison: &Comparison) -> Vec<String> {
    comparison.differences.iter().map(|difference| format!("{difference:?}").replace("-0.0)", "0.0)")).collect()
}

/// The explanation behind a comparison, or nothing when no column can be compared.
fn explained(expected: &Table, actual: &Table, rules: &Rules) -> Option<(Cells, Pairs, Explained)> {
    let columns = match_columns(expected, actual, rules, &mut Vec::new());
    let cells = (!columns.is_empty()).then(|| Cells::new(expected, actual, &columns))?;
    let pairs = match_rows(&cells);
    let explained = explain(&cells, &pairs);
    Some((cells, pairs, explained))
}

/// Two tables of the same columns, the second made from the first by changing cells, dropping and repeating rows.
fn any_edited(edits: usize) -> impl Strategy<Value = (Table, Table)> {
    let edits = proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_u8..6), 0..=edits);
    (any_table(), edits).prop_map(|(table, edits)| {
        let mut other = table.clone();
        for (row, column, edit) in edits {
            if other.rows.is_empty() {
                break;
            }
            let (row, column) = (row.index(other.rows.len()), column.index(other.columns.len()));
            match edit {
                0 => drop(other.rows.remove(row)),
                1 => other.rows.push(other.rows[row].clone()),
                2 => other.rows[row][column] = Value::Null,
                _ => {
                    let from = (row + usize::from(edit)) % other.rows.len();
                    other.rows[row][column] = other.rows[from][column].clone();
                }
            }
        }
        (table, other)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn every_row_is_matched_paired_copied_missing_or_extra((expected, actual) in any_edited(5), rules in any_rules()) {
        let Some((cells, pairs, explained)) = explained(&expected, &actual, &rules) else { return Ok(()) };
        let copies: (Vec<usize>, Vec<usize>) = explained.duplicates.iter().cloned().fold(Default::default(), |mut all, (at, to)| {
            all.0.extend(at);
            all.1.extend(to);
            all
        });
        let account = |rows: usize, copies: Vec<usize>, matched: &[Option<usize>], paired: Vec<usize>, alone: &[usize]| {
            let matched = (0..rows).filter(|at| matched[*at].is_some() && !copies.contains(at));
            let mut all: Vec<usize> = matched.chain(copies.clone()).chain(paired).chain(alone.iter().copied()).collect();
            all.sort_unstable();
            all == (0..rows).collect::<Vec<_>>()
        };
        let (at, to): (Vec<usize>, Vec<usize>) = explained.pairs.iter().copied().unzip();
        prop_assert!(account(cells.expected.len(), copies.0, &pairs.of_expected, at, &explained.missing), "{explained:?}");
        prop_assert!(account(cells.actual.len(), copies.1, &pairs.of_actual, to, &explained.extra), "{explained:?}");
    }

    #[test]
    fn rows_that_are_paired_agree_in_part((expected, actual) in any_edited(5), rules in any_rules()) {
        let Some((cells, _, explained)) = explained(&expected, &actual, &rules) else { return Ok(()) };
        let totals = (cells.expected.len(), cells.actual.len()) == (1, 1);
        for (at, to) in explained.pairs {
            let agreement = cells.agreement(&cells.expected[at], &cells.actual[to]);
            prop_assert!((totals || 0 < agreement) && agreement < cells.width());
        }
    }

    #[test]
    fn without_an_order_the_report_does_not_depend_on_it(
        // Few edits make few duplicates, all of which are told.
        ((expected, actual), shuffled) in any_edited(2).prop_flat_map(|(expected, actual)| {
            let rows = (Just(expected.rows.clone()).prop_shuffle(), Just(actual.rows.clone()).prop_shuffle());
            (Just((expected, actual)), rows)
        }),
    ) {
        let before = compare(&expected, &actual, &Rules::default());
        let (expected, actual) = (Table { rows: shuffled.0, ..expected }, Table { rows: shuffled.1, ..actual });
        let after = compare(&expected, &actual, &Rules::default());
        prop_assert_eq!(spelled(&before), spelled(&after));
    }

    #[test]
    fn wrong_values_are_counted_to_the_cell_when_the_key_is_right(
        wrong in proptest::collection::vec((any::<bool>(), any::<bool>()), 2..30),
    ) {
        let side = |is_wrong: bool| Table {
            columns: ["name:text", "a", "b:float"].map(column).to_vec(),
            rows: wrong.iter().enumerate().map(|(n, &(a, b))| {
                let (n, by) = (n as i64, |wrong: bool| i64::from(is_wrong && wrong) * 1_000_000);
                vec![Value::Text(format!("row {n}")), Value::Integer(n % 3 + by(a)), Value::Float((n % 4 + by(b)) as f64)]
            }).collect(),
        };
        let cells = |column: &str, count: usize| (count > 0).then(|| format!("{count} in {column}"));
        let (a, b) = (wrong.iter().filter(|wrong| wrong.0).count(), wrong.iter().filter(|wrong| wrong.1).count());
        let mut wanted = [(a, cells("a", a)), (b, cells("b", b))];
        wanted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let wanted: Vec<String> = wanted.into_iter().filter_map(|(_, told)| told).collect();
        prop_assert_eq!(counts(&compare(&side(false), &side(true), &Rules::default())), wanted);
    }
}
