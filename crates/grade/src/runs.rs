//! The simulated run of a decision as a table, so that a text can take its figures from it.

use crate::spec::Unit;
use footbridge_decide::{Analysis, Capacity, Decision, Method, MoscowItem, Ranked, Scored, judge};
use footbridge_query::{Column, DataType, Table, Value};
use std::collections::BTreeMap;

/// Options with their place, score and how often each is first; of MoSCoW the items with how often there is room for each, then for all
/// musts, all musts and shoulds, and everything. `None` when the decision cannot be read.
pub(crate) fn table(text: &str, file: &str) -> Option<Table> {
    let (Decision { method, .. }, analysis) = judge(text, file).decided?;
    Some(match (&method, &analysis) {
        (Method::Rice(scored) | Method::Matrix(scored), Analysis::Ranked(ranked)) => ranking(scored, ranked),
        (Method::Moscow { items, .. }, Analysis::Capacity(capacity)) => room(items, capacity),
        _ => return None,
    })
}

/// In what the columns are.
pub(crate) fn units() -> BTreeMap<String, Unit> {
    let share = ["first", "done"].map(|name| (name.to_owned(), Unit::Share));
    let number = ["place", "score", "low", "high", "effort"].map(|name| (name.to_owned(), Unit::Number));
    share.into_iter().chain(number).collect()
}

fn ranking(scored: &Scored, ranked: &Ranked) -> Table {
    let row = |(option, standing): (&footbridge_decide::Opt, &footbridge_decide::Standing)| {
        let numbers = [standing.score, standing.low, standing.high, standing.first.share].map(Value::Float);
        let place = Value::Integer(i64::try_from(standing.place).unwrap_or(i64::MAX));
        [vec![Value::Text(option.name.to_string()), place], numbers.to_vec()].concat()
    };
    let columns = [("option", DataType::Text), ("place", DataType::Integer)];
    let columns = columns.into_iter().chain(["score", "low", "high", "first"].map(|name| (name, DataType::Float)));
    Table { columns: columns.map(column).collect(), rows: std::iter::zip(&scored.options, &ranked.standings).map(row).collect() }
}

fn room(items: &[MoscowItem], capacity: &Capacity) -> Table {
    let share = |share: Option<f64>| share.map_or(Value::Null, Value::Float);
    let row = |name: &str, effort: f64, done: Option<f64>| vec![Value::Text(name.to_owned()), Value::Float(effort), share(done)];
    let of_items = capacity.deliveries.iter().filter_map(|delivery| {
        let item = items.get(delivery.item)?;
        Some(row(&item.name, item.effort.likely.as_f64(), delivery.done.map(|done| done.share)))
    });
    let [must, should, could] = capacity.effort;
    let together = [("all musts", must), ("all musts and shoulds", must + should), ("everything", must + should + could)];
    let together = together.into_iter().enumerate().map(|(at, (name, effort))| row(name, effort, capacity.fits.map(|fits| fits[at].share)));
    let columns = [("item", DataType::Text), ("effort", DataType::Float), ("done", DataType::Float)];
    Table { columns: columns.into_iter().map(column).collect(), rows: of_items.chain(together).collect() }
}

fn column((name, data_type): (&str, DataType)) -> Column {
    Column { name: name.to_owned(), data_type }
}

#[cfg(test)]
mod tests {
    use super::{table, units};
    use footbridge_query::{Table, Value};

    const RICE: &str = include_str!("../../../content/exercises/decide-documentation-quarter/solution.yaml");
    const MOSCOW: &str = include_str!("../../../content/exercises/decide-audit-log-release/solution.yaml");

    fn of(text: &str) -> Table {
        table(text, "decision.yaml").expect("a decision")
    }

    fn number(cell: Option<&Value>) -> f64 {
        if let Some(Value::Float(number)) = cell { *number } else { f64::NAN }
    }

    #[test]
    fn a_run_gives_the_same_shares_each_time_and_they_add_up() {
        let ranking = of(RICE);
        assert_eq!(ranking, of(RICE), "the seed stands in the file");
        let sum: f64 = ranking.rows.iter().map(|row| number(row.last())).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
        assert!(ranking.columns[1..].iter().all(|column| units().contains_key(&column.name)));
    }

    #[test]
    fn of_moscow_everything_has_room_at_most_as_often_as_the_musts() {
        let room = of(MOSCOW);
        let done = |name: &str| {
            let row = room.rows.iter().find(|row| row[0] == Value::Text(name.to_owned())).unwrap_or_else(|| panic!("{name}: {room:?}"));
            number(row.get(2))
        };
        assert!(done("everything") <= done("all musts and shoulds") && done("all musts and shoulds") <= done("all musts"), "{room:?}");
    }

    #[test]
    fn what_cannot_be_read_has_no_run() {
        assert_eq!(table("method: rice\noptions: []\n", "decision.yaml"), None);
    }
}
