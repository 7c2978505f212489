use crate::decide_spec::{DecideSpec, read_decide};
use crate::evidence::{Cited, Evidence};
use crate::material::Material;
use crate::{Checked, stated};
use footbridge_content::Exercise;
use footbridge_decide::{
    Analysis, Decision, Factor, Method, MoscowItem, Priority, Report, Scored, UNFILLED, Unscored, judge, read_unscored,
};
use footbridge_diagnostic::{Diagnostic, counted, nearest};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

pub(crate) fn check(exercise: &Exercise, answer: &str) -> Checked {
    let spec = match read_decide(exercise) {
        Ok(spec) => spec,
        Err(findings) => return Checked::faulty_exercise(findings),
    };
    let Some(material) = Material::of(&exercise.brief) else { return Checked::faulty_exercise(Vec::new()) };
    let file = exercise.kind.answer_file();
    let report = judge(answer, file);
    let is_only_unfilled = report.is_only_unfilled();
    let Report { decided, findings, unfilled } = report;
    let Some((decision, analysis)) = decided else {
        return match read_unscored(answer, file) {
            _ if is_only_unfilled && without_space(answer) == without_space(&exercise.starter) => untouched(&spec, &findings),
            Some(unscored) if spec.method.as_ref() == "matrix" => before_scoring(&spec, &material, answer, &unscored, findings),
            _ if is_only_unfilled => {
                Checked::unreadable(&format!("{} not filled in yet.", counted(unfilled, "place is", "places are")), findings)
            }
            _ => Checked::unreadable("The decision cannot be read yet.", findings),
        };
    };
    let mut evidence = Evidence::new(&material, answer, file);
    let fits = fits(&spec, &decision);
    if fits.is_empty() {
        figures(&spec, &decision, &mut evidence);
        // What is not argued yet is not held against the material too: one mistake is told once.
        let contradictions = against_the_material(&spec, &decision);
        let is_argued = |finding: &Diagnostic| finding.place.as_ref().is_none_or(|place| !evidence.faulty.contains(&place.span));
        let contradictions: Vec<Diagnostic> = contradictions.into_iter().filter(is_argued).collect();
        evidence.found.extend(contradictions);
        evidence.found.extend(stated::lacking(&decision, &analysis));
        stated::words(&decision, &analysis, &mut evidence);
    }
    let cited = evidence.cited;
    // The options are the brief's: to leave one out is no advice here. Evidence and lock are judged below, by the material.
    let advice = ["decide-dominated", "decide-no-evidence", "decide-not-locked"];
    let judged = findings.into_iter().filter(|finding| !advice.contains(&finding.code.as_str()));
    let findings: Vec<Diagnostic> = judged.chain(fits).chain(evidence.found).collect();
    let open = findings.iter().filter(|finding| finding.is_error()).count();
    let summary = match open {
        0 => {
            let given = if matches!(decision.method, Method::Moscow { .. }) { "sums" } else { "order" };
            format!(
                "{} rest on words of the material, and {given} and flip point are what they give. Whether the choice is right is not judged.",
                counted(cited, "figure", "figures")
            )
        }
        1 => "One thing is still to be mended.".to_owned(),
        open => format!("{open} things are still to be mended."),
    };
    verdict(if open == 0 { Outcome::Pass } else { Outcome::Revise }, summary, findings)
}

fn verdict(outcome: Outcome, summary: String, mut findings: Vec<Diagnostic>) -> Checked {
    findings.sort_by_key(|finding| (!finding.is_error(), finding.place.as_ref().map_or(0, |place| place.span.start)));
    Checked::new(findings.into_iter().fold(Verdict::new(outcome, summary), |verdict, finding| {
        let kind = if finding.is_error() { FindingKind::Essential } else { FindingKind::Actionable };
        verdict.with(kind, finding)
    }))
}

/// A starter as it was given: all of it is open, so it is said once, with what to begin with.
fn untouched(spec: &DecideSpec, findings: &[Diagnostic]) -> Checked {
    let help = match spec.method.as_ref().as_str() {
        "matrix" => {
            "First give every criterion its `weight`, and under `why` the words of the material that it rests on. Check then: you are given the line that locks the weights, and score after that."
        }
        "rice" => {
            "First fill in `reach`, `impact`, `confidence` and `effort` of one option, and under `evidence` the words of the material that each rests on."
        }
        _ => {
            "First fill in `capacity`, then `priority` and `effort` of one option, and under `evidence` the words of the material that each rests on."
        }
    };
    let finding = Diagnostic::error(UNFILLED, "Nothing is filled in yet: every `…` stands for something of yours.").help(help);
    let first = findings.iter().find_map(|finding| finding.place.clone());
    let finding = match first {
        Some(place) => finding.at(&place.file, place.span),
        None => finding,
    };
    Checked::unreadable("Nothing is filled in yet.", vec![finding])
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Of a matrix that has no scores yet, criteria and weights are judged; sound ones are given the seal to lock them with.
fn before_scoring(spec: &DecideSpec, material: &Material, answer: &str, unscored: &Unscored, judged: Vec<Diagnostic>) -> Checked {
    let mut evidence = Evidence::new(material, answer, &unscored.file);
    let names: Vec<&str> = unscored.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
    let span = unscored.criteria.first().map_or(0..0, |criterion| criterion.name.span.clone());
    evidence.found.extend(missing("criterion", spec.criteria.iter().map(|name| name.as_ref()), &names, &unscored.file, span));
    unscored.criteria.iter().for_each(|criterion| weight(criterion, &mut evidence));
    let mut findings = evidence.found;
    let summary = if findings.is_empty() {
        findings.extend(judged.into_iter().filter(|finding| ["decide-lock", "decide-locked"].contains(&finding.code.as_str())));
        "Criteria and weights stand. Nothing is scored yet.".to_owned()
    } else {
        format!("Of criteria and weights, {} still to be mended.", counted(findings.len(), "thing is", "things are"))
    };
    let verdict = Verdict::new(Outcome::Revise, summary);
    Checked::new(findings.into_iter().fold(verdict, |verdict, finding| verdict.with(FindingKind::Essential, finding)))
}

/// Whether it is the decision that was asked for: method, options, criteria, units.
fn fits(spec: &DecideSpec, decision: &Decision) -> Vec<Diagnostic> {
    let file = &decision.file;
    let wanted = spec.method.as_ref();
    if wanted != decision.method.word() {
        let message = format!("This is to be decided by `{wanted}`, and the file says `{}`.", decision.method.word());
        return vec![Diagnostic::error("decide-other-method", message).at(file, 0..0)];
    }
    let names: Vec<&str> = match &decision.method {
        Method::Rice(scored) | Method::Matrix(scored) => scored.options.iter().map(|option| option.name.as_str()).collect(),
        Method::Moscow { items, .. } => items.iter().map(|item| item.name.as_str()).collect(),
    };
    let mut found = missing("option", spec.options.iter().map(|name| name.as_ref()), &names, file, 0..0);
    match &decision.method {
        Method::Rice(scored) if !same(&scored.period, &spec.period) => {
            let message = format!("Reach is counted in a {} here, and the brief counts in a {}.", scored.period, spec.period);
            let finding = Diagnostic::error("decide-other-period", message).at(file, 0..0);
            found.push(finding.help(format!("Write `period: {}`, and bring every reach to it.", spec.period)));
        }
        Method::Moscow { unit, .. } if !same(unit, &spec.unit) => {
            let message = format!("Effort is in {unit} here, and the brief counts in {}.", spec.unit);
            let finding = Diagnostic::error("decide-other-unit", message).at(file, 0..0);
            found.push(finding.help(format!("Write `unit: {}`, and bring every effort to it.", spec.unit)));
        }
        Method::Matrix(scored) => {
            let names: Vec<&str> = scored.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
            let span = scored.criteria.first().map_or(0..0, |criterion| criterion.name.span.clone());
            found.extend(missing("criterion", spec.criteria.iter().map(|name| name.as_ref()), &names, file, span));
        }
        Method::Rice(_) | Method::Moscow { .. } => {}
    }
    found
}

fn missing<'n>(
    what: &str,
    wanted: impl Iterator<Item = &'n String>,
    names: &[&str],
    file: &str,
    span: std::ops::Range<usize>,
) -> Vec<Diagnostic> {
    let lacking = wanted.filter(|name| !names.iter().any(|there| same(there, name)));
    lacking
        .map(|name| {
            let finding =
                Diagnostic::error("decide-lacks", format!("The {what} `{name}` of the brief is not there.")).at(file, span.clone());
            match nearest(name, names.iter().copied()) {
                Some(near) => finding.help(format!("Is `{near}` meant? Write its name as the brief does.")),
                None => finding,
            }
        })
        .collect()
}

pub(crate) fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Every figure with the words it rests on.
fn figures(spec: &DecideSpec, decision: &Decision, evidence: &mut Evidence<'_>) {
    match &decision.method {
        Method::Rice(scored) => {
            for option in &scored.options {
                for (at, factor) in Factor::ALL.into_iter().enumerate() {
                    let whose = format!("the {} of `{}`", factor.word(), option.name);
                    let measured = matches!(factor, Factor::Reach | Factor::Effort);
                    let value = measured.then_some(&option.values[at].value);
                    let cited = Cited { whose, at: option.values[at].span.clone(), estimate: value, text: option.evidence[at].as_ref() };
                    evidence.of_figure(&cited);
                    if factor == Factor::Confidence {
                        evidence.of_confidence(&cited, &option.values[at], &spec.weak);
                    }
                }
            }
        }
        Method::Matrix(scored) => matrix(scored, evidence),
        Method::Moscow { capacity, evidence: rests_on, items, .. } => {
            if let Some(capacity) = capacity {
                let whose = "the capacity".to_owned();
                let cited = Cited { whose, at: capacity.span.clone(), estimate: Some(&capacity.value), text: rests_on.as_ref() };
                evidence.of_figure(&cited);
            }
            items.iter().for_each(|item| of_item(item, evidence));
        }
    }
}

fn matrix(scored: &Scored, evidence: &mut Evidence<'_>) {
    scored.criteria.iter().for_each(|criterion| weight(criterion, evidence));
    for option in &scored.options {
        for (criterion, (value, text)) in scored.criteria.iter().zip(option.values.iter().zip(&option.evidence)) {
            let whose = format!("the score of `{}` for `{}`", option.name, criterion.name);
            evidence.of_figure(&Cited { whose, at: value.span.clone(), estimate: None, text: text.as_ref() });
        }
    }
}

fn weight(criterion: &footbridge_decide::Criterion, evidence: &mut Evidence<'_>) {
    let whose = format!("the weight of `{}`", criterion.name);
    evidence.of_figure(&Cited { whose, at: criterion.weight.span.clone(), estimate: None, text: criterion.why.as_ref() });
}

fn of_item(item: &MoscowItem, evidence: &mut Evidence<'_>) {
    let [priority, effort] = &item.evidence;
    let whose = format!("the priority of `{}`", item.name);
    evidence.of_figure(&Cited { whose, at: item.priority.span.clone(), estimate: None, text: priority.as_ref() });
    let whose = format!("the effort of `{}`", item.name);
    evidence.of_figure(&Cited { whose, at: item.effort.span.clone(), estimate: Some(&item.effort.value), text: effort.as_ref() });
}

/// Figures, pairs and needs that the material speaks of.
fn against_the_material(spec: &DecideSpec, decision: &Decision) -> Vec<Diagnostic> {
    match &decision.method {
        Method::Rice(scored) => {
            let value = |option: &str, figure: &str| {
                let option = scored.options.iter().find(|known| same(&known.name, option))?;
                let at = Factor::ALL.iter().position(|factor| factor.word() == figure)?;
                Some((option.values[at].likely.as_f64(), option.values[at].span.clone()))
            };
            contradictions(spec, &decision.file, value)
        }
        Method::Matrix(scored) => pairs(spec, scored, &decision.file),
        Method::Moscow { capacity, items, .. } => {
            let value = |option: &str, figure: &str| match figure {
                "capacity" => capacity.as_ref().map(|capacity| (capacity.likely.as_f64(), capacity.span.clone())),
                _ => {
                    let item = items.iter().find(|item| same(&item.name, option))?;
                    Some((item.effort.likely.as_f64(), item.effort.span.clone()))
                }
            };
            let mut found = contradictions(spec, &decision.file, value);
            found.extend(unmet(spec, items, &decision.file));
            found
        }
    }
}

fn contradictions(spec: &DecideSpec, file: &str, value: impl Fn(&str, &str) -> Option<(f64, std::ops::Range<usize>)>) -> Vec<Diagnostic> {
    let contradiction = |figure: &crate::decide_spec::FigureSpec| {
        let (written, span) = value(&figure.option, figure.figure.as_ref())?;
        if (figure.from..=figure.to).contains(&written) {
            return None;
        }
        let whose = if figure.option.is_empty() {
            "The capacity".to_owned()
        } else {
            format!("The {} of `{}`", figure.figure.as_ref(), figure.option)
        };
        let written = crate::material::told(written);
        let message = format!("{whose} is {written}, and the material gives another.");
        let finding = Diagnostic::error("decide-contradicts-material", message).at(file, span).note(figure.says.clone());
        let slip = figure.near.iter().find(|slip| crate::material::told(slip.value) == written);
        Some(match slip {
            Some(slip) => finding.help(slip.feedback.clone()),
            None => finding,
        })
    };
    spec.figures.iter().filter_map(contradiction).collect()
}

/// Scores that stand the other way round than the material.
fn pairs(spec: &DecideSpec, scored: &Scored, file: &str) -> Vec<Diagnostic> {
    let turned = |pair: &crate::decide_spec::PairSpec| {
        let at = scored.criteria.iter().position(|criterion| same(&criterion.name, pair.criterion.as_ref()))?;
        let value = |name: &str| scored.options.iter().find(|option| same(&option.name, name)).map(|option| &option.values[at]);
        let (better, worse) = (value(pair.better.as_ref())?, value(pair.worse.as_ref())?);
        (worse.likely > better.likely).then(|| {
            let message = format!(
                "For `{}`, `{}` is scored {} and `{}` {}: the material has them the other way round.",
                pair.criterion.as_ref(),
                pair.worse.as_ref(),
                worse.likely,
                pair.better.as_ref(),
                better.likely
            );
            Diagnostic::error("decide-contradicts-material", message).at(file, worse.span.clone()).note(pair.says.clone())
        })
    };
    spec.pairs.iter().filter_map(turned).collect()
}

/// Something is worked on earlier than what it needs.
fn unmet(spec: &DecideSpec, items: &[MoscowItem], file: &str) -> Vec<Diagnostic> {
    let item = |name: &str| items.iter().find(|item| same(&item.name, name));
    let unmet = |needs: &crate::decide_spec::NeedsSpec| {
        let (later, first) = (item(needs.option.as_ref())?, item(needs.first.as_ref())?);
        let is_unmet = *later.priority != Priority::Wont && *first.priority > *later.priority;
        is_unmet.then(|| {
            let first_stands = match *first.priority {
                Priority::Wont => "left out".to_owned(),
                sooner => format!("a {}", sooner.word()),
            };
            let message = format!("`{}` is a {} and needs `{}`, which is {first_stands}.", later.name, later.priority.word(), first.name);
            Diagnostic::error("decide-needs-first", message).at(file, later.priority.span.clone()).note(needs.says.clone())
        })
    };
    spec.needs.iter().filter_map(unmet).collect()
}

/// Who is first, or what must be done: two solutions of an exercise differ in it.
pub(crate) fn winner(answer: &str, file: &str) -> Option<Vec<String>> {
    let (decision, analysis) = judge(answer, file).decided?;
    let chosen = match (&decision.method, &analysis) {
        (Method::Rice(scored) | Method::Matrix(scored), Analysis::Ranked(ranked)) => {
            let first = scored.options.iter().zip(&ranked.standings).filter(|(_, standing)| standing.place == 1);
            first.map(|(option, _)| option.name.to_lowercase()).collect()
        }
        (Method::Moscow { items, .. }, _) => {
            items.iter().filter(|item| *item.priority == Priority::Must).map(|item| item.name.to_lowercase()).collect()
        }
        _ => return None,
    };
    Some(chosen)
}
