use crate::Checked;
use crate::roadmap_spec::{RoadmapSpec, read_roadmap};
use footbridge_content::Exercise;
use footbridge_roadmap::{Limits, judge};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

pub(crate) fn check(exercise: &Exercise, answer: &str) -> Checked {
    let spec = match read_roadmap(exercise) {
        Ok(spec) => spec,
        Err(findings) => return Checked::faulty_exercise(findings),
    };
    let report = judge(answer, exercise.kind.answer_file(), &limits(&spec));
    if report.roadmap.is_none() {
        return Checked::unreadable("The roadmap cannot be read.", report.findings);
    }
    let outcome = if report.is_complete() { Outcome::Pass } else { Outcome::Revise };
    let verdict = Verdict::new(outcome, report.says());
    Checked::new(report.findings.into_iter().fold(verdict, |verdict, finding| {
        let kind = if finding.is_error() { FindingKind::Essential } else { FindingKind::Actionable };
        verdict.with(kind, finding)
    }))
}

fn limits(spec: &RoadmapSpec) -> Limits {
    let all = Limits::default();
    Limits {
        min_outcomes: spec.min_outcomes.max(all.min_outcomes),
        min_bets: spec.min_bets.max(all.min_bets),
        max_bets: spec.max_bets.unwrap_or(all.max_bets),
        min_not_doing: spec.min_not_doing.unwrap_or(all.min_not_doing),
        min_risks: spec.min_risks,
        min_assumptions: spec.min_assumptions,
        min_sources: spec.min_sources,
    }
}
