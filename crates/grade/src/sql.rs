use crate::differences::{self, Compared};
use crate::hidden::{Hidden, read_hidden};
use crate::spec::{ColumnsSpec, OrderSpec, OrderWord, SqlSpec, read_sql};
use crate::sql_text::{has_outer_order, names_a_table};
use crate::{Checked, Grader, check_version};
use footbridge_content::{Exercise, KnownFault, Pack};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_query::{ColumnMatch, Failure, Limits, OnEach, Order, Request, Rules, SortKey, Table, Tolerance, compare};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

/// A verdict runs on at most this many result rows; a right result is far smaller, so a longer one is wrong and says so.
const RESULT_ROWS: usize = 10_000;

pub(crate) fn check(grader: &Grader, pack: &Pack, exercise: &Exercise, answer: &str) -> Checked {
    let spec = match read_sql(exercise) {
        Ok(spec) => spec,
        Err(finding) => return Checked::faulty_exercise([finding]),
    };
    let sources = match grader.sources(pack, &spec, false) {
        Ok(sources) => sources,
        Err(finding) => return Checked::faulty_exercise([finding]),
    };
    let version = check_version(pack, exercise);
    let limits = Limits { rows: RESULT_ROWS, ..Limits::default() };
    let request =
        |sql: &str| Request { sources: sources.clone(), sql: sql.to_owned(), file: exercise.kind.answer_file().to_owned(), limits };
    let Some(solution) = exercise.solutions.first() else {
        return Checked::not_run("This exercise has no solution to compare with. That is a fault of the pack, not yours.");
    };
    let right = match grader.known_result(&version, &request(solution)) {
        Ok(right) => right,
        Err(failure) => return failed_ours(&failure),
    };
    let ran = match grader.engine().run(&request(answer)) {
        Ok(ran) => ran,
        Err(failure) => return failed(failure),
    };
    let rules = rules(&spec);
    // Without an `order by` the order is chance: it is not looked at, so that the same query always gets the same verdict.
    let unordered = rules.order != Order::None && !has_outer_order(answer);
    let rules = if unordered { Rules { order: Order::None, ..rules } } else { rules };
    let comparison = compare(&right, &ran.table, &rules);
    let mut checked = if comparison.is_same() && !ran.truncated && !names_a_table(answer, &spec.tables) {
        let finding = Diagnostic::error("sql-reads-nothing", "Your query reads none of the tables.")
            .note("These are the right rows, written down. They stop being right with the next row of data.")
            .help(format!("Ask {}.", spec.tables.iter().map(|table| format!("`{table}`")).collect::<Vec<_>>().join(", ")));
        Checked::new(
            Verdict::new(Outcome::Revise, "The rows are right, and no table was asked for them.").with(FindingKind::Essential, finding),
        )
    } else if comparison.is_same() && !ran.truncated && unordered {
        Checked::new(Verdict::new(Outcome::Revise, "The rows are right, and nothing puts them in order."))
    } else if comparison.is_same() && !ran.truncated {
        match on_hidden(grader, exercise, &request(answer), &rules) {
            OnHidden::Right(further) => Checked::new(Verdict::new(Outcome::Pass, passed(&right, further))),
            OnHidden::Wrong(checked) => checked,
            OnHidden::NotJudged(checked) => return checked,
        }
    } else {
        let compared = Compared { right: &right, yours: &ran.table, total_rows: ran.total_rows, truncated: ran.truncated };
        let mut checked = differences::explain(&comparison, &compared);
        let says = |fault: &KnownFault| {
            let wrong = exercise.wrong.iter().find(|wrong| wrong.fault == *fault.name.as_ref())?;
            let table = grader.known_result(&version, &request(&wrong.text)).ok()?;
            compare(&table, &ran.table, &rules).is_same().then(|| fault_finding(fault))
        };
        if let Some(finding) = spec.faults.iter().find_map(says) {
            // The fault says it all; what follows from it is there for those who want to see it.
            checked.verdict.findings.iter_mut().for_each(|other| other.kind = FindingKind::Informative);
            checked.verdict.findings.insert(0, finding);
        }
        checked
    };
    if unordered {
        let finding = Diagnostic::error("sql-no-order", "The outermost query has no `order by`, so its rows may come in any order.")
            .note("They can come in the right order today and in another tomorrow: an order that is not asked for is not promised.")
            .help("Add the `order by` that the brief asks for, at the end of the whole query.");
        checked.verdict = checked.verdict.with(FindingKind::Essential, finding);
    }
    for warning in ran.warnings {
        checked.verdict = checked.verdict.with(FindingKind::Actionable, warning);
    }
    checked
}

/// How an answer fares on the hidden databases.
enum OnHidden {
    /// Right on all of them; how many there are.
    Right(usize),
    Wrong(Checked),
    NotJudged(Checked),
}

fn on_hidden(grader: &Grader, exercise: &Exercise, request: &Request, rules: &Rules) -> OnHidden {
    let hidden = match read_hidden(exercise) {
        Ok(hidden) if hidden.is_empty() => return OnHidden::Right(0),
        Ok(hidden) => hidden,
        Err(finding) => return OnHidden::NotJudged(Checked::faulty_exercise([finding])),
    };
    let databases: Vec<_> = hidden.iter().map(|hidden| hidden.database.clone()).collect();
    let queries = [request.sql.clone()];
    let on_each = OnEach { sources: &request.sources, databases: &databases, queries: &queries, limits: request.limits };
    let results = match grader.engine().run_on_each(&on_each) {
        Ok(mut results) => results.swap_remove(0),
        Err(failure @ (Failure::Source(_) | Failure::Broken(_))) => return OnHidden::NotJudged(failed_ours(&failure)),
        Err(failure) => return OnHidden::NotJudged(failed(failure)),
    };
    let is_wrong =
        |(hidden, yours): &(&Hidden, &Option<Table>)| yours.as_ref().is_none_or(|yours| !compare(&hidden.right, yours, rules).is_same());
    let wrong = hidden.iter().zip(&results).filter(is_wrong).count();
    if wrong == 0 {
        return OnHidden::Right(hidden.len());
    }
    let finding = Diagnostic::error(
        "sql-other-data",
        format!("On {wrong} of {} small databases that ask the same question, the rows are wrong.", hidden.len()),
    )
    .note("The data you see does not hold the case that gives it away; the next row of real data may.")
    .help(format!("`footbridge explain {}` shows the smallest rows on which it goes wrong.", exercise.id));
    let verdict = Verdict::new(Outcome::Revise, "The rows are right on the data you see, and wrong on other data.");
    OnHidden::Wrong(Checked::new(verdict.with(FindingKind::Essential, finding)))
}

fn passed(right: &Table, further: usize) -> String {
    let rows = right.rows.len();
    let columns = right.columns.len();
    let result = format!("The result is right: {}, {}", counted(rows, "row", "rows"), counted(columns, "column", "columns"));
    match further {
        0 => format!("{result}."),
        further => format!("{result}; and so it is on {further} further databases."),
    }
}

fn fault_finding(fault: &KnownFault) -> footbridge_verdict::Finding {
    let mut diagnostic = Diagnostic::error("sql-known-fault", fault.says.clone());
    if !fault.help.is_empty() {
        diagnostic = diagnostic.help(fault.help.clone());
    }
    footbridge_verdict::Finding { kind: FindingKind::Essential, diagnostic, part: None }
}

/// What counts as the same result.
pub fn rules(spec: &SqlSpec) -> Rules {
    let key = |written: &String| {
        let (column, descending) = written.strip_suffix(" desc").map_or((written.as_str(), false), |column| (column, true));
        SortKey { column: column.trim().to_owned(), descending }
    };
    Rules {
        order: match &spec.order {
            OrderSpec::Unsaid | OrderSpec::Word(OrderWord::None) => Order::None,
            OrderSpec::Word(OrderWord::Exact) => Order::Exact,
            OrderSpec::By(columns) => Order::By(columns.iter().map(key).collect()),
        },
        columns: match spec.columns {
            ColumnsSpec::ByName => ColumnMatch::ByName,
            ColumnsSpec::ByPosition => ColumnMatch::ByPosition,
        },
        tolerances: spec
            .tolerance
            .iter()
            .map(|(column, allowed)| (column.clone(), Tolerance { absolute: allowed.absolute, relative: allowed.relative }))
            .collect(),
    }
}

fn failed(failure: Failure) -> Checked {
    match failure {
        Failure::Statement(findings) => Checked::unreadable("The query cannot be run as it is.", findings),
        Failure::Limit(finding) => Checked::unreadable("The query asks for more than it may have.", vec![finding]),
        ours @ (Failure::Source(_) | Failure::Broken(_)) => failed_ours(&ours),
    }
}

pub(crate) fn failed_ours(failure: &Failure) -> Checked {
    let mut checked = Checked::not_run("We could not check this. Your answer is kept and nothing is counted.");
    let mut because = failure.to_string();
    let mut source = std::error::Error::source(failure);
    while let Some(error) = source {
        because = format!("{because} {error}");
        source = error.source();
    }
    let finding = Diagnostic::error("not-run", because).help("`footbridge doctor` says what is missing on this machine.");
    checked.verdict = checked.verdict.with(FindingKind::Informative, finding);
    checked
}
