//! Subqueries in places where the engine cannot run them.

use super::cause::Cause;
use super::written::Written;
use datafusion::error::DataFusionError;
use footbridge_diagnostic::Diagnostic;

/// `EXISTS` outside a condition, and subqueries that lean on the outer query in more than an equality.
pub(super) fn explain(written: &Written<'_>, cause: &Cause<'_>) -> Option<Diagnostic> {
    let DataFusionError::NotImplemented(text) = cause.root else { return None };
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["Exists"]) {
        let finding = Diagnostic::error("sql-exists-as-value", "`EXISTS` works in a condition after WHERE, not as a value of its own.")
            .help("Join with LEFT JOIN and test whether the joined key IS NOT NULL, or count the partners in a CTE first.");
        return Some(written.place(finding, written.find("exists")));
    }
    has(&["ScalarSubquery", "OuterReferenceColumn"]).then(|| {
        let finding =
            Diagnostic::error("sql-correlated-subquery", "This subquery leans on the outer query in a way that cannot be run here.")
                .note("A subquery may refer to the outer query where it compares with `=`.")
                .help("Turn it into a join with the grouped subquery, in a CTE.");
        written.place(finding, None)
    })
}
