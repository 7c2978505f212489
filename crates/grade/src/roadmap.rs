use crate::Checked;
use crate::writing_spec::{RoadmapSpec, read_roadmap};
use footbridge_content::Exercise;
use footbridge_roadmap::{Limits, Report, judge};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

pub(crate) fn check(exercise: &Exercise, answer: &str) -> Checked {
    let spec = match read_roadmap(exercise) {
        Ok(spec) => spec,
        Err(finding) => return Checked::faulty_exercise(finding),
    };
    let report = judge(answer, exercise.kind.answer_file(), &limits(&spec));
    if report.roadmap.is_none() {
        return Checked::unreadable("The roadmap cannot be read.", report.findings);
    }
    let outcome = if report.is_complete() { Outcome::Pass } else { Outcome::Revise };
    let verdict = Verdict::new(outcome, summary(&report));
    Checked::new(report.findings.into_iter().fold(verdict, |verdict, finding| {
        let kind = if finding.is_error() { FindingKind::Essential } else { FindingKind::Actionable };
        verdict.with(kind, finding)
    }))
}

/// The picture of a roadmap as SVG; `None` when the text cannot be read.
pub fn draw_roadmap(text: &str) -> Option<String> {
    let (roadmap, _) = footbridge_roadmap::read(text, "roadmap.yaml");
    roadmap.map(|roadmap| footbridge_roadmap::svg(&roadmap))
}

fn summary(report: &Report) -> String {
    let open = report.findings.iter().filter(|finding| finding.is_error()).count();
    let (outcomes, bets) = report.roadmap.as_ref().map_or((0, 0), |roadmap| (roadmap.outcomes.len(), roadmap.bets.len()));
    let shape = format!("{outcomes} outcomes and {bets} bets");
    match open {
        0 => format!("The roadmap holds together, with {shape}. Whether these are the right bets is for a reader to say."),
        1 => format!("One thing is still to be mended. There are {shape}."),
        open => format!("{open} things are still to be mended. There are {shape}."),
    }
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
