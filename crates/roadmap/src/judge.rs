use crate::check::check;
use crate::read::read;
use crate::roadmap::Roadmap;
use crate::wording::counted;
use footbridge_diagnostic::{Diagnostic, Severity};
use std::cmp::Reverse;

/// How much a roadmap must hold, and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Fewest outcomes.
    pub min_outcomes: usize,
    /// Fewest bets.
    pub min_bets: usize,
    /// Most bets.
    pub max_bets: usize,
    /// Fewest entries of `not_doing`.
    pub min_not_doing: usize,
    /// Fewest risks.
    pub min_risks: usize,
    /// Fewest assumptions.
    pub min_assumptions: usize,
    /// Fewest sources.
    pub min_sources: usize,
}

/// What any roadmap is held to.
impl Default for Limits {
    fn default() -> Self {
        Self { min_outcomes: 1, min_bets: 1, max_bets: 9, min_not_doing: 3, min_risks: 0, min_assumptions: 0, min_sources: 0 }
    }
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// As far as it could be read; `None` when the text is no roadmap at all.
    pub roadmap: Option<Roadmap>,
    /// Everything to say: errors first, then warnings, then advice; each by place.
    pub findings: Vec<Diagnostic>,
}

impl Report {
    /// The report in a sentence or two.
    pub fn says(&self) -> String {
        let Some(roadmap) = &self.roadmap else { return "This cannot be read as a roadmap.".to_owned() };
        let outcomes = counted(roadmap.outcomes.len(), "outcome", "outcomes");
        let bets = counted(roadmap.bets.len(), "bet", "bets");
        match self.findings.iter().filter(|finding| finding.is_error()).count() {
            0 => {
                format!("The roadmap holds together, with {outcomes} and {bets}. Whether these are the right bets is for a reader to say.")
            }
            1 => format!("One thing is still to be mended. Read so far: {outcomes} and {bets}."),
            open => format!("{open} things are still to be mended. Read so far: {outcomes} and {bets}."),
        }
    }

    /// Whether nothing stands against it. Warnings and advice do not.
    pub fn is_complete(&self) -> bool {
        self.roadmap.is_some() && !self.findings.iter().any(Diagnostic::is_error)
    }
}

/// Reads a file and checks what it says.
pub fn judge(text: &str, file: &str, limits: &Limits) -> Report {
    let (roadmap, mut findings) = read(text, file);
    if let Some(roadmap) = &roadmap {
        findings.extend(check(roadmap, limits));
    }
    sort(&mut findings);
    Report { roadmap, findings }
}

/// Worst first, then by place. Findings of one place stay in the order in which the rules stand.
pub(crate) fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by_key(|finding| (Reverse(severity(finding)), finding.place.as_ref().map_or(0, |place| place.span.start)));
}

fn severity(finding: &Diagnostic) -> Severity {
    finding.severity
}
