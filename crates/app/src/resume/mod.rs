//! The learner's résumé: `resume.json` in their folder, variants of it below `private/`, and what becomes of both on paper.
//!
//! A variant names the role it is for and often the company, so that its file is private and its id in an address says nothing.

mod at_fields;
mod chosen;
mod coverage;
mod entry_name;
mod layout;
mod paper;
mod shown;
mod start;
mod variant_file;

pub(crate) use layout::made_words;
pub use paper::{ResumeFile, ResumeOf, ResumeSheet};

use crate::folder::path as inside;
use crate::view::{BackingView, ExerciseState, JudgedView, ResumeChange, ResumeChangeBody, ResumeView, judged};
use crate::{App, Fault, Trouble};
use footbridge_content::Kind;
use footbridge_diagnostic::{Diagnostic, Source, counted};
use footbridge_resume::{Edit, EditError, EvidenceLink, PartialDate, Resume, SectionKind, check, edit, link, read, unlink, write};
use footbridge_verdict::AnswerHash;

/// The résumé as JSON Resume, from the learner's folder.
const RESUME_FILE: &str = "resume.json";

/// The file as it stands.
struct OwnResume {
    text: String,
    /// `None` when nothing of it can be read.
    resume: Option<Resume>,
    found: Vec<Diagnostic>,
}

impl OwnResume {
    fn hash(&self) -> String {
        AnswerHash::of(self.text.as_bytes()).to_string()
    }

    /// Why it cannot be changed here: nothing of it can be read, or writing it would lose something of the file.
    fn locked(&self) -> Option<String> {
        if self.resume.is_none() {
            return Some(format!("`{RESUME_FILE}` cannot be read as a résumé, so it is left as it is. Mend it in your editor."));
        }
        let not_quite = self.found.iter().any(|finding| finding.code == "resume-json");
        not_quite.then(|| format!("`{RESUME_FILE}` is not quite JSON, and writing it would lose what is not. Mend it in your editor."))
    }
}

impl App {
    /// The résumé, whole or as a variant shows it; `variant` is its name or its id, or empty.
    pub fn resume(&self, variant: &str) -> Result<ResumeView, Trouble> {
        // Somebody without a folder is asked to make one.
        self.with_learner(|_| ())?;
        let own = self.own_resume()?;
        let chosen = if variant.is_empty() { None } else { Some(self.variant_called(variant)?) };
        self.resume_view(own, chosen)
    }

    /// Begins a résumé from the profile and the evidence.
    pub fn begin_resume(&self) -> Result<ResumeView, Trouble> {
        let text = self.first_resume()?;
        let lock = self.lock()?;
        self.refuse_second_resume("`footbridge resume check` says what it lacks.")?;
        self.world.disk.write_atomically(&inside(RESUME_FILE), text.as_bytes())?;
        drop(lock);
        self.resume("")
    }

    /// Takes a JSON Resume in as it is, unknown keys and layout included.
    pub fn import_resume(&self, text: &str, file: &str) -> Result<ResumeView, Trouble> {
        self.with_learner(|_| ())?;
        let (resume, found) = read(text, file);
        if resume.is_none() {
            return Err(not_a_resume("This cannot be read as a résumé in JSON Resume, so nothing was taken in.", text, found));
        }
        let lock = self.lock()?;
        self.refuse_second_resume("Move it elsewhere first: two résumés are not made into one.")?;
        self.world.disk.write_atomically(&inside(RESUME_FILE), text.as_bytes())?;
        drop(lock);
        self.resume("")
    }

    /// Changes one place of the résumé, unless the file was changed since it was read.
    pub fn change_resume(&self, body: &ResumeChangeBody) -> Result<ResumeView, Trouble> {
        let lock = self.lock()?;
        let own = self.own_resume()?.ok_or_else(no_resume)?;
        if own.hash() != body.base_hash {
            return Err(Trouble::new(Fault::Changed, format!("`{RESUME_FILE}` was changed outside since it was read here."))
                .help("Load it again, then make your change."));
        }
        if let Some(why) = own.locked() {
            return Err(Trouble::asked(why).findings(own.found));
        }
        let resume = own.resume.as_ref().ok_or_else(no_resume)?;
        let text = write(&self.changed_resume(resume, &body.change)?);
        let (_, found) = read(&text, RESUME_FILE);
        if let Some(too_large) = found.iter().find(|finding| finding.code == "resume-size") {
            return Err(Trouble::asked(too_large.message.clone()).help("Take something out first."));
        }
        if text != own.text {
            self.world.disk.write_atomically(&inside(RESUME_FILE), text.as_bytes())?;
        }
        drop(lock);
        self.resume(&body.variant)
    }

    /// What stands against a résumé and what could be better about it: the learner's own, or any file.
    pub fn check_resume(&self, of: &ResumeOf<'_>) -> Result<(JudgedView, String), Trouble> {
        let (text, read) = match of {
            ResumeOf::File { name, text } => ((*text).to_owned(), read(text, name)),
            ResumeOf::Own { .. } => {
                let own = self.own_resume()?.ok_or_else(no_resume)?;
                (own.text, (own.resume, own.found))
            }
        };
        let (resume, mut found) = read;
        let Some(resume) = resume else {
            return Ok((judged(false, "This cannot be read as a résumé.".to_owned(), &found, &text), text));
        };
        let shown = match of {
            ResumeOf::File { .. } => resume,
            ResumeOf::Own { variant } => {
                let chosen = self.as_chosen(resume, variant)?;
                found.extend(chosen.missing);
                found.extend(unknown_evidence(&chosen.resume, &self.backings()?));
                chosen.resume
            }
        };
        found.extend(check(&shown, self.as_of()));
        let complete = !found.iter().any(Diagnostic::is_error);
        Ok((judged(complete, format!("{}.", says(&shown)), &found, &text), text))
    }

    fn own_resume(&self) -> Result<Option<OwnResume>, Trouble> {
        let text = self.text(RESUME_FILE)?;
        Ok(text.map(|text| {
            let (resume, found) = read(&text, RESUME_FILE);
            OwnResume { text, resume, found }
        }))
    }

    /// The learner's résumé; a trouble when there is none or nothing of it can be read.
    fn readable_resume(&self) -> Result<Resume, Trouble> {
        let own = self.own_resume()?.ok_or_else(no_resume)?;
        own.resume.ok_or_else(|| Trouble::asked(format!("`{RESUME_FILE}` cannot be read as a résumé.")).findings(own.found))
    }

    fn refuse_second_resume(&self, help: &str) -> Result<(), Trouble> {
        if self.world.disk.exists(&inside(RESUME_FILE))? {
            return Err(Trouble::asked(format!("`{RESUME_FILE}` is there already, so it is left as it is.")).help(help));
        }
        Ok(())
    }

    fn changed_resume(&self, resume: &Resume, change: &ResumeChange) -> Result<Resume, Trouble> {
        let edited = |change: Edit| edit(resume, &change).map_err(not_possible);
        match change {
            ResumeChange::Set { pointer, text } => edited(Edit::Set { pointer: pointer.clone(), text: text.clone() }),
            ResumeChange::Add { pointer } => edited(Edit::Add { list: pointer.clone() }),
            ResumeChange::Remove { pointer } => edited(Edit::Remove { pointer: pointer.clone() }),
            ResumeChange::Move { pointer, to } => edited(Edit::Move { pointer: pointer.clone(), to: *to }),
            ResumeChange::PutBack { pointer, before } => edited(Edit::PutBack { pointer: pointer.clone(), before: before.clone() }),
            ResumeChange::Link { pointer, evidence } => {
                if !self.backings()?.iter().any(|backing| backing.id == *evidence) {
                    return Err(Trouble::asked("There is no such evidence that anybody may see.")
                        .help("`footbridge state` lists what you have passed; private work is no evidence here."));
                }
                let made = link(resume, &EvidenceLink { bullet: pointer.clone(), evidence: evidence.clone() });
                made.ok_or_else(|| not_possible(EditError::NoSuchEntry))
            }
            ResumeChange::Unlink { pointer, evidence } => Ok(unlink(resume, Some(pointer.as_str()).filter(|at| !at.is_empty()), evidence)),
        }
    }

    /// What bullets can be backed with: public passes, lessons left out, newest first.
    fn backings(&self) -> Result<Vec<BackingView>, Trouble> {
        self.with_learner(|learner| {
            let passes = self.passes(learner).into_iter().filter(|(exercise, _)| !exercise.private && exercise.kind != Kind::Lesson);
            let backing = |(exercise, pass): (&footbridge_content::Exercise, &footbridge_journal::Attempt)| BackingView {
                id: exercise.id.to_string(),
                title: exercise.title.clone(),
                proof: Some(ExerciseState::of_pass(exercise, pass.checked.proof)),
            };
            passes.map(backing).collect()
        })
    }

    fn as_of(&self) -> PartialDate {
        PartialDate::read(&self.today().to_string()).expect("the years of the clock are those of a résumé")
    }
}

/// What a résumé holds, in numbers.
fn says(resume: &Resume) -> String {
    let content = resume.content();
    let bullets = content.bullets().count();
    let backed = content.bullets().filter(|bullet| !bullet.evidence.is_empty()).count();
    let jobs = content.entries(SectionKind::Work).len();
    format!("{}, {}, {backed} of them backed by evidence", counted(jobs, "job", "jobs"), counted(bullets, "bullet", "bullets"))
}

/// Links to what is not among the known evidence: mistyped, or of another folder.
fn unknown_evidence(resume: &Resume, known: &[BackingView]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for bullet in resume.content().bullets() {
        for id in bullet.evidence.iter().filter(|id| known.iter().all(|backing| backing.id != **id)) {
            let finding = Diagnostic::warning("resume-evidence-unknown", format!("`{id}` is no evidence of yours, so it backs nothing."));
            let finding = finding.at(resume.file(), bullet.written.span.clone());
            found.push(finding.help("Link the bullet to something you have passed, or remove the link."));
        }
    }
    found
}

/// Nothing could be read: the first fault is told with its line. It quotes nothing of the file.
fn not_a_resume(message: &str, text: &str, found: Vec<Diagnostic>) -> Trouble {
    let place = |finding: &Diagnostic| {
        let offset = finding.place.as_ref().map_or(0, |place| place.span.start);
        format!("Line {}: {}", Source { file: "", text }.line_column(offset).line, finding.message)
    };
    let help = found.first().map(place);
    let trouble = Trouble::asked(message).findings(found);
    help.into_iter().fold(trouble, Trouble::help)
}

fn no_resume() -> Trouble {
    Trouble::not_found(format!("There is no `{RESUME_FILE}` in your folder yet."))
        .help("`footbridge resume new` starts one from your profile and evidence; `footbridge resume import` takes in one you have.")
}

fn not_possible(error: EditError) -> Trouble {
    let help = match error {
        EditError::NoSuchPlace | EditError::NoSuchEntry => "Load the résumé again, then make your change.",
        EditError::OtherKind => "Mend it in your editor: what stands there would be lost.",
    };
    Trouble::asked(format!("This cannot be changed here: {error}.")).help(help).because(error)
}
