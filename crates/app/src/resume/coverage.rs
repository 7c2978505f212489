//! A job description beside the résumé: what of it the résumé names, what evidence it could name, and what would close the gaps.

use super::ResumeOf;
use crate::view::{FindingView, JobBody, JobRequirementView, ResumeJobView, ResumeQuoteView, ResumeRequirementView, ShownView};
use crate::{App, Trouble};
use footbridge_jobs::{Count, Evidence, Line, Shown, cover, requirements};
use footbridge_resume::{Entry, Resume, Section, SectionKind, text};
use footbridge_verdict::Proof;

impl App {
    /// Reads a description and lays the résumé beside it.
    pub fn read_job_for_resume(&self, description: &str, variant: &str) -> Result<ResumeJobView, Trouble> {
        let resume = self.resume_meant(&ResumeOf::Own { variant })?;
        let job = self.read_job_beside(&JobBody { text: description.to_owned(), resume: text(&resume) }, "the description", false)?;
        let skills = self.job_skills();
        let asked = requirements(description, &skills, "the description").requirements;
        let lines = self.lines(&resume)?;
        let coverage = cover(&asked, &lines, &[], &skills);
        let named = |line: &Line| match line {
            Line::Shown { shown, .. } => shown.iter().map(|shown| quote(shown, &lines)).collect(),
            Line::ByHand | Line::Gap { .. } => Vec::new(),
        };
        let rows = job.requirements.into_iter().zip(&coverage.lines).map(|(requirement, line)| row(requirement, named(line)));
        // Its places are in the résumé as text, which the person does not edit.
        let stuffed = job.stuffed.into_iter().map(|stuffed| FindingView { start: None, end: None, ..stuffed.finding });
        let of = |count: Count| (format!("{} of {}", count.proven + count.mentioned, count.of), count.proven);
        let ((must, must_proven), (nice, nice_proven)) = (of(coverage.must), of(coverage.nice));
        Ok(ResumeJobView {
            answer: format!(
                "The résumé names {must} skills that must be (proven: {must_proven}), {nice} that would be nice (proven: {nice_proven})"
            ),
            requirements: rows.collect(),
            findings: job.findings.into_iter().chain(stuffed).collect(),
        })
    }

    /// The résumé entry by entry. A skill counts as proven where verified work backs a bullet of the entry.
    fn lines(&self, resume: &Resume) -> Result<Vec<Evidence>, Trouble> {
        let verified = self.with_learner(|learner| {
            let passes =
                self.passes(learner).into_iter().filter(|(exercise, pass)| !exercise.private && pass.checked.proof == Proof::Verified);
            passes.map(|(exercise, _)| exercise.id.to_string()).collect::<Vec<_>>()
        })?;
        let content = resume.content();
        let mut lines: Vec<Evidence> = Vec::new();
        lines.extend(content.basics.summary.as_ref().map(|summary| Evidence {
            id: "/basics/summary".to_owned(),
            title: "Summary".to_owned(),
            skills: Vec::new(),
            text: summary.text.clone(),
        }));
        let entry = |section: &Section, entry: &Entry| {
            let backing = entry.bullets.iter().flat_map(|bullet| &bullet.evidence).filter(|id| verified.contains(id));
            let exercises = backing.filter_map(|id| self.course.pack.exercise(id));
            Evidence {
                id: entry.pointer.clone(),
                title: title(section.kind, entry),
                skills: exercises.flat_map(|exercise| &exercise.skills).map(ToString::to_string).collect(),
                text: words(entry),
            }
        };
        lines.extend(content.sections.iter().flat_map(|section| section.entries.iter().map(|one| entry(section, one)).collect::<Vec<_>>()));
        Ok(lines)
    }
}

fn title(kind: SectionKind, entry: &Entry) -> String {
    let name = entry.name();
    if name.is_empty() { kind.heading().to_owned() } else { name }
}

/// The words of an entry, a line each; keywords share one.
fn words(entry: &Entry) -> String {
    let single = [&entry.title, &entry.detail, &entry.area, &entry.summary].into_iter().flatten().map(|written| written.text.clone());
    let bullets = entry.bullets.iter().map(|bullet| bullet.written.text.clone());
    let keywords = entry.keywords.iter().map(|keyword| keyword.text.as_str()).collect::<Vec<_>>().join(", ");
    single.chain(bullets).chain([keywords]).collect::<Vec<_>>().join("\n")
}

fn quote(shown: &Shown, lines: &[Evidence]) -> ResumeQuoteView {
    let title = lines.iter().find(|line| line.id == shown.evidence).map_or_else(String::new, |line| line.title.clone());
    ResumeQuoteView { title, quote: if shown.is_named { shown.quote.clone() } else { String::new() }, proven: shown.is_proven }
}

fn row(requirement: JobRequirementView, in_resume: Vec<ResumeQuoteView>) -> ResumeRequirementView {
    let evidence = |shown: ShownView| ResumeQuoteView {
        title: shown.title,
        quote: if shown.is_named { shown.quote } else { String::new() },
        proven: shown.is_proven,
    };
    ResumeRequirementView {
        what: requirement.what,
        quote: requirement.quote,
        must: requirement.must,
        by_hand: requirement.by_hand,
        in_resume,
        evidence: requirement.shown.into_iter().map(evidence).collect(),
        closed_by: requirement.closed_by,
    }
}
