use crate::course::opens;
use crate::folder::path as inside;
use crate::learner::Learner;
use crate::path::milestone_view;
use crate::retests::to_refresh;
use crate::variants::variant_of;
use crate::view::{EvidenceView, ExerciseState, FormerPassView, NextView, NoticeView, PassView, SessionView, SkillView};
use crate::words::count;
use crate::work::{help_words, kept_path};
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_grade::check_version;
use footbridge_journal::Attempt;
use footbridge_verdict::{AnswerHash, ExerciseId, Proof};

/// Where the portfolio is built.
pub(crate) const SITE: &str = "site";

impl App {
    /// What is proven so far.
    pub fn evidence(&self) -> Result<EvidenceView, Trouble> {
        let site = self.world.disk.exists(&inside(&format!("{SITE}/index.html")))?;
        self.with_learner(|learner| {
            let planned = self.planned(learner);
            let passes: Vec<PassView> =
                self.passes(learner).into_iter().map(|(exercise, pass)| self.pass_view(exercise, pass, learner)).collect();
            let skills = self.skills(learner);
            let with = |proof: ExerciseState| (passes.iter().filter(|pass| pass.proof == proof).count(), proof);
            let counts = ExerciseState::OF_PASSES.map(with);
            let told = counts.iter().filter(|(count, proof)| *count > 0 || *proof != ExerciseState::StructureVerified);
            let counted = told.map(|(count, proof)| format!("{count} {}", proof.word())).collect::<Vec<_>>().join(", ");
            let is_shown = |skill: &&SkillView| matches!(skill.state, ExerciseState::Verified | ExerciseState::StructureVerified);
            let shown = skills.iter().filter(is_shown).count();
            EvidenceView {
                answer: format!("{counted}, {shown} of {} skills shown", skills.len()),
                milestones: self.course.pack.path.steps.iter().map(|step| milestone_view(&self.course, &planned, step, learner)).collect(),
                skills,
                former: self.former_passes(learner).map(former_pass).collect(),
                site: site.then(|| format!("{SITE}/index.html")),
                passes,
            }
        })
    }

    /// The best pass of every exercise, newest first: the last one of the strongest proof.
    pub(crate) fn passes<'a>(&'a self, learner: &'a Learner) -> Vec<(&'a Exercise, &'a Attempt)> {
        let mut passes: Vec<(&Exercise, &Attempt)> = learner
            .state
            .exercises
            .iter()
            .filter_map(|(id, work)| {
                let exercise = self.course.pack.exercise(id.as_str())?;
                let best = work.best_proof()?;
                let pass = work.passes().rfind(|pass| pass.checked.proof == best)?;
                Some((exercise, pass))
            })
            .collect();
        passes.sort_by_key(|(_, pass)| std::cmp::Reverse((pass.at, pass.event)));
        passes
    }

    fn pass_view(&self, exercise: &Exercise, pass: &Attempt, learner: &Learner) -> PassView {
        let kept = kept_path(exercise, &pass.checked.answer);
        PassView {
            exercise: exercise.id.to_string(),
            title: exercise.title.clone(),
            track: self.course.track_title(exercise),
            proof: ExerciseState::of_pass(exercise, pass.checked.proof),
            at: pass.at.to_string(),
            summary: pass.checked.summary.clone(),
            to_refresh: self.to_refresh(exercise, learner),
            damaged: self.damage(&kept, &pass.checked.answer),
            kept,
            answer_hash: pass.checked.answer.to_string(),
            check_version: pass.checked.check_version.clone(),
            check_changed: pass.checked.check_version != check_version(&self.course.pack, variant_of(exercise, &pass.checked)),
            help: help_words(pass.checked.help),
            rerun: format!("footbridge verify {}", exercise.id),
            opens: opens(exercise),
        }
    }

    fn to_refresh(&self, exercise: &Exercise, learner: &Learner) -> Option<String> {
        to_refresh(exercise, learner.state.work(&exercise.id)?, self.today())
    }

    /// What is wrong with a kept answer: missing, or not what was passed.
    pub(crate) fn damage(&self, kept: &str, hash: &AnswerHash) -> Option<String> {
        match self.world.disk.read(&inside(kept)) {
            Ok(bytes) if AnswerHash::of(&bytes) == *hash => None,
            Ok(_) => Some(format!("`{kept}` was changed after the pass.")),
            Err(error) => Some(format!("{error}.")),
        }
    }

    /// The text of a kept answer; `None` when it is not there or not the one that passed: a damaged one proves nothing.
    pub(crate) fn kept_text(&self, exercise: &Exercise, hash: &AnswerHash) -> Option<String> {
        let bytes = self.world.disk.read(&inside(&kept_path(exercise, hash))).ok()?;
        if AnswerHash::of(&bytes) == *hash { String::from_utf8(bytes).ok() } else { None }
    }

    fn skills(&self, learner: &Learner) -> Vec<SkillView> {
        let pack = &self.course.pack;
        let proof_of = |exercise: &Exercise| learner.state.work(&exercise.id).and_then(|work| work.best_proof());
        let view = |skill: &footbridge_content::Skill| {
            let mut by: Vec<&Exercise> = pack.exercises.iter().filter(|exercise| exercise.skills.contains(skill.id.as_ref())).collect();
            by.sort_by_key(|exercise| proof_of(exercise).is_none());
            let passed = by.iter().filter_map(|exercise| Some(ExerciseState::of_pass(exercise, proof_of(exercise)?)));
            let state = passed.min().unwrap_or(ExerciseState::ToDo);
            SkillView {
                id: skill.id.as_ref().to_string(),
                title: skill.title.clone(),
                area: skill.area.title().to_owned(),
                shown: skill.shown.clone(),
                state,
                to_refresh: by.iter().find_map(|exercise| self.to_refresh(exercise, learner)),
                by: by.into_iter().map(|exercise| NextView { title: exercise.title.clone(), opens: opens(exercise) }).collect(),
            }
        };
        pack.skills.iter().map(view).collect()
    }

    /// What the app is running on.
    pub fn session(&self, development: bool) -> Result<SessionView, Trouble> {
        let onboarded = self.onboarded()?;
        let mut view = SessionView {
            version: Self::version().to_owned(),
            folder: self.folder_name(),
            onboarded,
            sample: self.world.sample,
            today: self.today().to_string(),
            exercises_open: 0,
            evidence: 0,
            notices: Vec::new(),
            development,
        };
        if onboarded {
            let catalogue = self.catalogue()?;
            let items = catalogue.tracks.iter().flat_map(|track| &track.items);
            let open = items.filter(|item| !item.state.is_done()).count();
            view.exercises_open = count(open);
            self.with_learner(|learner| {
                view.evidence = count(self.passes(learner).len());
                let notice = |finding: &footbridge_diagnostic::Diagnostic| NoticeView {
                    message: finding.message.clone(),
                    help: finding.help.first().cloned(),
                };
                let told = learner.findings.iter().filter(|finding| finding.severity != footbridge_diagnostic::Severity::Advice);
                view.notices = told.map(notice).collect();
            })?;
            view.notices.extend(self.private_files_unread());
        }
        Ok(view)
    }
}

fn former_pass((id, pass): (&ExerciseId, &Attempt)) -> FormerPassView {
    FormerPassView {
        exercise: id.to_string(),
        proof: match pass.checked.proof {
            Proof::Verified => "verified",
            Proof::SelfReported => "self-reported",
        }
        .to_owned(),
        at: pass.at.to_string(),
        summary: pass.checked.summary.clone(),
        answer_hash: pass.checked.answer.to_string(),
    }
}
