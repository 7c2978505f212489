//! A pasted job description: what it asks for, what of the learner's evidence shows it, and what would close the gaps.

use super::closing::ids;
use super::description_answer::answer;
use crate::view::{JobBody, JobCountView, JobRequirementView, JobView, ShownView, StuffedView};
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::{Diagnostic, Severity};
use footbridge_jobs::{Count, Coverage, Evidence, LONGEST_TEXT, Line, Must, Requirement, Skill, cover, requirements, stuffing};
use footbridge_journal::Checked;
use footbridge_verdict::Proof;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::HashSet;

/// The name that findings in a résumé point at.
const RESUME: &str = "résumé";

impl App {
    /// Reads a description, and nothing of it is kept. With a learner's folder each requirement stands beside the evidence for it; private
    /// work is no evidence here. What looks like stuffing in the text of a résumé is told; its other lines mention what they name.
    pub fn read_job(&self, body: &JobBody, file: &str) -> Result<JobView, Trouble> {
        self.read_job_beside(body, file, !body.resume.trim().is_empty())
    }

    /// The same; whether the résumé mentions what it names is for the caller to say.
    pub(crate) fn read_job_beside(&self, body: &JobBody, file: &str, resume_mentions: bool) -> Result<JobView, Trouble> {
        let text = &body.text;
        if text.len() > LONGEST_TEXT || body.resume.len() > LONGEST_TEXT {
            return Err(Trouble::asked(format!("A job description, or a résumé, has at most {} kB.", LONGEST_TEXT / 1000)));
        }
        let skills = self.job_skills();
        let read = requirements(text, &skills, file);
        let mut evidence = if self.onboarded()? { self.evidence_for_jobs()? } else { Vec::new() };
        let work = self.work_for_jobs()?;
        let mut coverage = cover(&read.requirements, &evidence, &work, &skills);
        let stuffed = stuffing(&body.resume, &read.requirements, &coverage, RESUME);
        if resume_mentions {
            evidence.push(resume_without(&body.resume, &stuffed));
            coverage = cover(&read.requirements, &evidence, &work, &skills);
        }
        Ok(JobView {
            findings: read.findings.iter().map(|finding| finding_view(finding, None, None, text)).collect(),
            not_understood: read.not_understood,
            stuffed: stuffed.iter().map(|finding| stuffed_view(finding, &body.resume)).collect(),
            ..self.job_view(&read.requirements, &coverage, &evidence)
        })
    }

    /// The course's skills, as descriptions are read for them.
    pub(crate) fn job_skills(&self) -> Vec<Skill> {
        let skill = |skill: &footbridge_content::Skill| Skill { id: skill.id.as_ref().to_string(), aliases: skill.aliases.clone() };
        self.course.pack.skills.iter().map(skill).collect()
    }

    fn job_view(&self, read: &[Requirement], coverage: &Coverage, evidence: &[Evidence]) -> JobView {
        let count =
            |count: Count| JobCountView { proven: count.proven, mentioned: count.mentioned, of: count.of, to_judge: count.to_judge };
        let requirement = |(requirement, line): (&Requirement, &Line)| {
            let title_of = |id: &str| evidence.iter().find(|evidence| evidence.id == id).map_or_else(String::new, |one| one.title.clone());
            let (shown, closed_by): (&[_], &[_]) = match line {
                Line::ByHand => (&[], &[]),
                Line::Shown { shown, closed_by } => (shown, closed_by),
                Line::Gap { closed_by } => (&[], closed_by),
            };
            JobRequirementView {
                what: self.what(requirement),
                quote: requirement.quote.clone(),
                must: match requirement.must {
                    Must::Must => "must",
                    Must::Nice => "nice",
                    Must::Unclear => "part of the work",
                }
                .to_owned(),
                by_hand: *line == Line::ByHand,
                shown: shown
                    .iter()
                    .map(|shown| ShownView {
                        title: title_of(&shown.evidence),
                        quote: shown.quote.clone(),
                        is_named: shown.is_named,
                        is_proven: shown.is_proven,
                    })
                    .collect(),
                closed_by: self.closing_views(closed_by),
            }
        };
        let (answer, beside) = answer(coverage);
        JobView {
            answer,
            beside,
            must: count(coverage.must),
            nice: count(coverage.nice),
            unclear: count(coverage.unclear),
            requirements: read.iter().zip(&coverage.lines).map(requirement).collect(),
            not_understood: Vec::new(),
            findings: Vec::new(),
            stuffed: Vec::new(),
        }
    }

    /// A skill by its title, everything else by the words of the description.
    fn what(&self, requirement: &Requirement) -> String {
        let skill = requirement.skill.as_deref().and_then(|id| self.course.pack.skill(id));
        skill.map_or_else(|| requirement.words.clone(), |skill| skill.title.clone())
    }

    /// The learner's public passes with the text that passed. Only what was verified proves a skill, and lessons are no evidence at all.
    fn evidence_for_jobs(&self) -> Result<Vec<Evidence>, Trouble> {
        self.with_learner(|learner| {
            let passes = self.passes(learner).into_iter();
            let public = passes.filter(|(exercise, _)| !exercise.private && exercise.kind != Kind::Lesson);
            public.map(|(exercise, pass)| self.evidence_of(exercise, &pass.checked)).collect()
        })
    }

    fn evidence_of(&self, exercise: &Exercise, checked: &Checked) -> Evidence {
        // Answers to questions are letters and numbers, and their brief is not the learner's: nothing is quoted from them.
        let text = match exercise.kind {
            Kind::Roadmap | Kind::Decide => self.kept_text(exercise, &checked.answer).unwrap_or_default(),
            kind if kind.is_piece() => {
                let text = self.kept_text(exercise, &checked.answer).unwrap_or_default();
                sentences_of(&footbridge_prose::with_references(&text, |reference| reference.figure.written.clone()))
            }
            _ => String::new(),
        };
        let given = sentences_of(&exercise.starter);
        Evidence {
            id: exercise.id.to_string(),
            title: exercise.title.clone(),
            skills: if checked.proof == Proof::Verified { ids(&exercise.skills) } else { Vec::new() },
            text: without(&text, &given),
        }
    }
}

/// A piece as plain text, without its headings and code: what stands over a paragraph, or in an example, is no sentence.
fn sentences_of(markdown: &str) -> String {
    let mut prose = String::with_capacity(markdown.len());
    let mut at = 0;
    for (event, span) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        if span.start >= at && matches!(event, Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::MetadataBlock(_))) {
            prose.push_str(&markdown[at..span.start]);
            prose.push_str("\n\n");
            at = span.end;
        }
    }
    prose.push_str(&markdown[at..]);
    let is_label = |line: &str| {
        let bold = line.trim().strip_prefix("**").and_then(|line| line.strip_suffix("**"));
        bold.is_some_and(|inner| !inner.contains("**") && !inner.ends_with(['.', '!', '?']))
    };
    footbridge_prose::plain_text(&prose.lines().filter(|line| !is_label(line)).collect::<Vec<_>>().join("\n"))
}

/// A text without the lines that the person was given.
fn without(text: &str, given: &str) -> String {
    let given: HashSet<&str> = given.lines().map(str::trim).collect();
    text.lines().filter(|line| !given.contains(line.trim())).collect::<Vec<_>>().join("\n")
}

/// The lines of a résumé that are no stuffing.
fn resume_without(resume: &str, stuffed: &[Diagnostic]) -> Evidence {
    let places = || stuffed.iter().filter(|finding| finding.severity != Severity::Advice).filter_map(|finding| finding.place.as_ref());
    let mut start = 0;
    let lines = resume.split_inclusive('\n').filter(|line| {
        let here = start..start + line.len();
        start = here.end;
        !places().any(|place| place.span.start < here.end && here.start < place.span.end)
    });
    Evidence { id: RESUME.to_owned(), title: "Your résumé".to_owned(), skills: Vec::new(), text: lines.collect() }
}

/// What stands there, so that it can be found without counting lines.
fn stuffed_view(finding: &Diagnostic, resume: &str) -> StuffedView {
    let quote = finding.place.as_ref().and_then(|place| resume.get(place.span.clone())).unwrap_or_default();
    StuffedView { quote: quote.to_owned(), finding: finding_view(finding, None, None, resume) }
}
