//! A pasted job description: what it asks for, what of the learner's evidence shows it, and what would close the gaps.

use crate::cited::Cited;
use crate::course::opens;
use crate::view::{FindingView, JobCountView, JobRequirementView, JobView, NextView, ShownView};
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_content::Kind;
use footbridge_jobs::{Count, Coverage, Evidence, LONGEST_TEXT, Must, Requirement, Skill, Work, cover, requirements};

/// Exercises named for one gap.
const MOST_TO_WORK: usize = 3;

impl App {
    /// Reads a description. With a learner's folder each requirement stands beside the evidence for it; private work is no evidence here.
    pub fn read_job(&self, text: &str, file: &str) -> Result<JobView, Trouble> {
        if text.len() > LONGEST_TEXT {
            return Err(Trouble::asked(format!("A job description has at most {} kB.", LONGEST_TEXT / 1000)));
        }
        let skills: Vec<Skill> = self.course.pack.skills.iter().map(skill).collect();
        let read = requirements(text, &skills, file);
        let evidence = if self.onboarded()? { self.evidence_for_jobs()? } else { Vec::new() };
        let passed = |id: &str| evidence.iter().any(|evidence| evidence.id == id);
        let open = self.course.pack.exercises.iter().filter(|exercise| !passed(exercise.id.as_str()));
        let work: Vec<Work> = open
            .map(|exercise| Work {
                id: exercise.id.to_string(),
                title: exercise.title.clone(),
                skills: exercise.skills.iter().map(ToString::to_string).collect(),
            })
            .collect();
        let coverage = cover(&read.requirements, &evidence, &work, &skills);
        let findings: Vec<FindingView> = read.findings.iter().map(|finding| finding_view(finding, None, None, text)).collect();
        Ok(self.job_view(&read.requirements, &coverage, &evidence, findings))
    }

    fn job_view(&self, read: &[Requirement], coverage: &Coverage, evidence: &[Evidence], findings: Vec<FindingView>) -> JobView {
        let count = |count: Count| JobCountView { covered: count.covered, of: count.of };
        let requirement = |(at, requirement): (usize, &Requirement)| {
            let matched = coverage.matched.iter().find(|matched| matched.requirement == at);
            let title_of = |id: &str| evidence.iter().find(|evidence| evidence.id == id).map_or_else(String::new, |one| one.title.clone());
            let shown = matched.map_or(&[][..], |matched| &matched.shown);
            let closed_by = matched.map_or(&[][..], |matched| &matched.closed_by);
            JobRequirementView {
                what: self.what(requirement),
                quote: requirement.quote.clone(),
                must: match requirement.must {
                    Must::Must => "must",
                    Must::Nice => "nice",
                    Must::Unclear => "part of the work",
                }
                .to_owned(),
                by_hand: matched.is_none(),
                shown: shown
                    .iter()
                    .map(|shown| ShownView {
                        title: title_of(&shown.evidence),
                        quote: shown.quote.clone(),
                        is_named: shown.is_named,
                        is_proven: shown.is_proven,
                    })
                    .collect(),
                closed_by: closed_by
                    .iter()
                    .filter_map(|id| self.course.pack.exercise(id))
                    .take(MOST_TO_WORK)
                    .map(|exercise| NextView { title: exercise.title.clone(), opens: opens(exercise) })
                    .collect(),
            }
        };
        JobView {
            must: count(coverage.must),
            nice: count(coverage.nice),
            unclear: count(coverage.unclear),
            requirements: read.iter().enumerate().map(requirement).collect(),
            findings,
        }
    }

    /// A skill by its title, everything else by the words of the description.
    fn what(&self, requirement: &Requirement) -> String {
        let skill = requirement.skill.as_deref().and_then(|id| self.course.pack.skill(id));
        skill.map_or_else(|| requirement.words.clone(), |skill| skill.title.clone())
    }

    /// The learner's public passes with the text that passed.
    fn evidence_for_jobs(&self) -> Result<Vec<Evidence>, Trouble> {
        let exercises = self.course.pack.exercises.iter().filter(|exercise| !exercise.private);
        let passed = self.with_learner(|learner| {
            exercises.filter(|exercise| learner.has_passed(&exercise.id)).map(|exercise| exercise.id.to_string()).collect::<Vec<_>>()
        })?;
        let evidence = passed.iter().filter_map(|id| {
            let exercise = self.course.pack.exercise(id)?;
            // Answers to questions are letters and numbers; their brief says what was answered.
            let own = exercise.kind == Kind::Write || exercise.kind == Kind::Roadmap;
            let text = if own { self.last_pass(exercise, &Cited::default()).unwrap_or_default() } else { exercise.brief.clone() };
            Some(Evidence {
                id: id.clone(),
                title: exercise.title.clone(),
                skills: exercise.skills.iter().map(ToString::to_string).collect(),
                text,
            })
        });
        Ok(evidence.collect())
    }
}

fn skill(skill: &footbridge_content::Skill) -> Skill {
    Skill { id: skill.id.as_ref().to_string(), title: skill.title.clone(), aliases: skill.aliases.clone() }
}
