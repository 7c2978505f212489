//! The first résumé: what the folder knows already. Everything else is empty, and the form asks for it.

use super::RESUME_FILE;
use crate::masking::{MASK, mask};
use crate::portfolio::first_heading;
use crate::{App, Fault, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_grade::read_write;
use footbridge_journal::Attempt;
use footbridge_prose::Artifact;
use footbridge_resume::{Edit, EvidenceLink, Resume, edit, read, with_evidence, write};
use footbridge_verdict::Proof;

const EMPTY: &str = r#"{
  "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  "basics": {"name": "", "label": "", "email": "", "phone": "", "url": "", "summary": "", "location": {"city": "", "region": "", "countryCode": ""}, "profiles": []},
  "work": [],
  "projects": [],
  "skills": [],
  "education": [],
  "meta": {"version": "v1.0.0"}
}"#;

/// Pieces that a first résumé names; the person chooses others.
const MOST_PIECES: usize = 5;

/// Skills in one line; more is a list that nobody reads.
const MOST_SKILLS: usize = 8;

impl App {
    /// The text of a résumé with the name, the role and the country of the profile, and with public work that an engine has verified.
    pub(super) fn first_resume(&self) -> Result<String, Trouble> {
        let (changes, pieces) = self.with_learner(|learner| {
            let profile = &learner.masked;
            let wanted = profile.targets.first().filter(|target| !target.contains(MASK));
            let country = match profile.region.as_str() {
                "india" => "IN",
                "united-states" => "US",
                _ => "",
            };
            let mut changes = vec![
                set("/basics/name", &profile.name),
                set("/basics/label", wanted.map_or("Technical product manager", String::as_str)),
                set("/basics/location/countryCode", country),
            ];
            let passes = self.passes(learner).into_iter();
            let verified: Vec<_> = passes.filter(|(exercise, pass)| !exercise.private && pass.checked.proof == Proof::Verified).collect();
            changes.extend(self.skill_lines(&verified.iter().map(|(exercise, _)| *exercise).collect::<Vec<_>>()));
            let bullet = |(exercise, pass): (&Exercise, &Attempt)| {
                let text = self.kept_text(exercise, &pass.checked.answer).unwrap_or_default();
                Some((exercise.id.to_string(), bullet(exercise, &text, &learner.profile.companies)?))
            };
            let (pieces, bullets): (Vec<String>, Vec<String>) = verified.into_iter().filter_map(bullet).take(MOST_PIECES).unzip();
            changes.extend(project(bullets.into_iter()));
            (changes, pieces)
        })?;
        let (empty, _) = read(EMPTY, RESUME_FILE);
        let started = changes.iter().try_fold(empty.ok_or_else(|| ours("It cannot be read."))?, |resume, change| {
            edit(&resume, change).map_err(|error| ours("It cannot be changed.").because(error))
        })?;
        Ok(write(&linked(&started, &pieces)))
    }

    /// One line of skills for each area, from the work that proves them.
    fn skill_lines(&self, verified: &[&Exercise]) -> Vec<Edit> {
        let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
        let proven = |id: &str| verified.iter().any(|exercise| exercise.skills.iter().any(|skill| skill.as_str() == id));
        for skill in self.course.pack.skills.iter().filter(|skill| proven(skill.id.as_ref().as_str())) {
            let area = skill.area.title();
            // A résumé says "webhooks" where a course says what to be able to do with them.
            let word = skill.aliases.first().unwrap_or(&skill.title);
            match lines.iter_mut().find(|(there, _)| *there == area) {
                Some((_, words)) => words.push(word),
                None => lines.push((area, vec![word])),
            }
        }
        let mut changes = Vec::new();
        for (at, (area, words)) in lines.into_iter().enumerate() {
            changes.extend([Edit::Add { list: "/skills".to_owned() }, set(&format!("/skills/{at}/name"), area)]);
            changes.extend(texts(&format!("/skills/{at}/keywords"), words.into_iter().take(MOST_SKILLS).map(str::to_owned)));
        }
        changes
    }
}

/// One project that names the pieces, each a bullet that its evidence backs.
fn project(bullets: impl ExactSizeIterator<Item = String>) -> Vec<Edit> {
    if bullets.len() == 0 {
        return Vec::new();
    }
    let mut changes = vec![
        Edit::Add { list: "/projects".to_owned() },
        set("/projects/0/name", "Technical product management, checked course work"),
        set("/projects/0/entity", "Footbridge"),
    ];
    changes.extend(texts("/projects/0/highlights", bullets));
    changes
}

/// What was done: "Wrote API documentation: Refunds". A text is called as its author calls it, unless that names a target company or only
/// its kind. Answers to questions of the course are no line of a résumé: they tell an employer nothing, and their skills stand there.
fn bullet(exercise: &Exercise, text: &str, companies: &[String]) -> Option<String> {
    let did = match exercise.kind {
        Kind::Sql => "Answered with SQL".to_owned(),
        Kind::Write => {
            let artifact = read_write(exercise).ok().and_then(|spec| spec.artifact);
            format!("Wrote {}", artifact.map_or("a document", kind_of_document))
        }
        Kind::Decide => "Decided from cited evidence".to_owned(),
        Kind::Roadmap => "Planned a product roadmap".to_owned(),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => return None,
    };
    let names_a_kind = |title: &str| Artifact::ALL.iter().any(|artifact| artifact.title().eq_ignore_ascii_case(title));
    let own = first_heading(text).filter(|title| exercise.kind == Kind::Write && !names_a_kind(title));
    Some(format!("{did}: {}", own.filter(|title| mask(title, companies) == *title).unwrap_or(&exercise.title)))
}

/// A kind of document in the middle of a sentence.
fn kind_of_document(artifact: Artifact) -> &'static str {
    match artifact {
        Artifact::Prd => "a product requirements document",
        Artifact::TechnicalSpec => "a technical specification",
        Artifact::Rfc => "a request for comments",
        Artifact::ApiDocumentation => "API documentation",
        Artifact::DecisionRecord => "an architecture decision record",
        Artifact::Postmortem => "an incident postmortem",
        Artifact::Teardown => "a product teardown",
        Artifact::TranslationMemo => "a translation memo",
        Artifact::AlignmentBrief => "an alignment brief",
        Artifact::InterviewGuide => "a user interview guide",
        Artifact::InterviewNotes => "user interview notes",
        Artifact::ShadowingLog => "an engineer-shadowing log",
    }
}

fn linked(resume: &Resume, pieces: &[String]) -> Resume {
    let link = |(at, id): (usize, &String)| EvidenceLink { bullet: format!("/projects/0/highlights/{at}"), evidence: id.clone() };
    with_evidence(resume, &pieces.iter().enumerate().map(link).collect::<Vec<_>>())
}

fn texts(list: &str, texts: impl Iterator<Item = String>) -> Vec<Edit> {
    let each = texts.enumerate().flat_map(|(at, text)| [Edit::Add { list: list.to_owned() }, set(&format!("{list}/{at}"), &text)]);
    each.collect()
}

fn set(pointer: &str, text: &str) -> Edit {
    Edit::Set { pointer: pointer.to_owned(), text: text.to_owned() }
}

fn ours(why: &str) -> Trouble {
    Trouble::new(Fault::Ours, format!("The empty résumé is at fault. {why}"))
}
