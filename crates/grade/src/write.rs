use crate::write_spec::{NeedSpec, SectionSpec, WriteSpec, read_write};
use crate::{Checked, facts, sources};
use footbridge_content::Exercise;
use footbridge_diagnostic::Diagnostic;
use footbridge_prose::{Need, Outline, Report, Rules, SectionRule, WordLimits};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

/// `cited` are the findings about figures that the text takes from the learner's queries.
pub(crate) fn check(exercise: &Exercise, answer: &str, cited: Vec<Diagnostic>) -> Checked {
    let spec = match read_write(exercise) {
        Ok(spec) => spec,
        Err(findings) => return Checked::faulty_exercise(findings),
    };
    let mut report = footbridge_prose::check(answer, exercise.kind.answer_file(), &rules(&spec, &exercise.starter));
    report.findings.extend(cited);
    if report.words > 0 {
        report.findings.extend(facts::check(&spec, answer, exercise.kind.answer_file()));
        report.findings.extend(sources::check(&spec, &exercise.brief, answer, exercise.kind.answer_file()));
    }
    let outcome = if report.is_complete() { Outcome::Pass } else { Outcome::Revise };
    let verdict = report.findings.iter().fold(Verdict::new(outcome, summary(&report)), |verdict, finding| {
        let kind = if finding.is_error() { FindingKind::Essential } else { FindingKind::Actionable };
        verdict.with(kind, finding.clone())
    });
    Checked::new(verdict)
}

/// How a piece of writing is divided, with the words that a check counts; `None` when its exercise cannot be read.
pub fn outline(exercise: &Exercise, answer: &str) -> Option<Outline> {
    let spec = read_write(exercise).ok()?;
    Some(footbridge_prose::outline(answer, &rules(&spec, &exercise.starter)))
}

fn summary(report: &Report) -> String {
    let open = report.findings.iter().filter(|finding| finding.is_error()).count();
    let there = report.sections.iter().filter(|section| section.found.is_some()).count();
    let shape = format!("{} words and {there} of {} sections", report.words, report.sections.len());
    match open {
        0 => format!("The structure is complete, with {shape}. Whether it is good is for a reader to say."),
        1 => format!("One thing is still to be mended. There are {shape}."),
        open => format!("{open} things are still to be mended. There are {shape}."),
    }
}

pub(crate) fn rules(spec: &WriteSpec, starter: &str) -> Rules {
    let limit = |words: usize| u32::try_from(words).unwrap_or(u32::MAX);
    Rules {
        words: spec.words.map(|words| WordLimits { min: limit(words.min), max: words.max.map_or(u32::MAX, limit) }),
        sections: spec.sections.iter().map(section).collect(),
        artifact: spec.artifact,
        post: spec.post,
        starter: (!starter.is_empty()).then(|| starter.to_owned()),
        ..Rules::default()
    }
}

fn section(spec: &SectionSpec) -> SectionRule {
    SectionRule {
        heading: spec.heading.clone(),
        asks: spec.asks.clone(),
        min_words: u32::try_from(spec.min_words).unwrap_or(u32::MAX),
        needs: spec.needs.iter().flat_map(needs).collect(),
    }
}

fn needs(spec: &NeedSpec) -> Vec<Need> {
    let what = || spec.what.clone();
    let words = (!spec.any_of.is_empty()).then(|| Need::AnyOf { words: spec.any_of.clone(), what: what() });
    let reason = spec.reason.then(|| Need::Reason { what: what() });
    let number = spec.number.then(|| Need::Number { what: what() });
    let date = spec.date.then(|| Need::Date { what: what() });
    let link = spec.link.then(|| Need::Link { what: what() });
    words.into_iter().chain(reason).chain(number).chain(date).chain(link).collect()
}
