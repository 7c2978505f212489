//! What still holds a placeholder, told briefly: a template has some fifty of them, and one is as open as the other.

use footbridge_diagnostic::{Diagnostic, counted};

/// The code of a place that is not filled in.
pub const UNFILLED: &str = "decide-unfilled";

/// So many are named one by one.
const MOST_NAMED: usize = 3;

/// How many places are open, with the first of them named and the others counted. The findings stand in the order of the file.
pub(crate) fn told_briefly(findings: Vec<Diagnostic>) -> (usize, Vec<Diagnostic>) {
    let open = findings.iter().filter(|finding| finding.code == UNFILLED).count();
    if open <= MOST_NAMED + 1 {
        return (open, findings);
    }
    let mut seen = 0;
    let briefly = |finding: Diagnostic| {
        if finding.code != UNFILLED {
            return Some(finding);
        }
        seen += 1;
        match seen {
            ..=MOST_NAMED => Some(finding),
            nth if nth == MOST_NAMED + 1 => Some(rest(open - MOST_NAMED, finding)),
            _ => None,
        }
    };
    (open, findings.into_iter().filter_map(briefly).collect())
}

fn rest(more: usize, first: Diagnostic) -> Diagnostic {
    let message = format!("From here on {} not filled in yet either.", counted(more, "place is", "places are"));
    let finding = Diagnostic::error(UNFILLED, message).help("Fill in what is named above and look again: the next places are named then.");
    match first.place {
        Some(place) => finding.at(&place.file, place.span),
        None => finding,
    }
}
