use crate::folder::path as inside;
use crate::variants::variant_of;
use crate::view::{VerifyLineView, VerifyView};
use crate::work::kept_path;
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_journal::Attempt;
use footbridge_verdict::Outcome;

impl App {
    /// Judges every pass again, or those of one exercise, on the copy kept at the pass.
    pub fn verify(&self, only: Option<&str>) -> Result<VerifyView, Trouble> {
        if let Some(id) = only {
            self.course.exercise(id)?;
        }
        let passes: Vec<(&Exercise, Attempt)> = self.with_learner(|learner| {
            let wanted = |exercise: &&Exercise| only.is_none_or(|id| exercise.id.as_str() == id);
            let own = self.course.pack.exercises.iter().filter(wanted);
            own.flat_map(|exercise| {
                let passes: Vec<Attempt> = learner.state.work(&exercise.id).map_or_else(Vec::new, |work| work.passes().cloned().collect());
                passes.into_iter().map(move |pass| (exercise, pass))
            })
            .collect()
        })?;
        let lines: Vec<VerifyLineView> = passes.iter().map(|(exercise, pass)| self.verify_one(exercise, pass)).collect();
        let holding = lines.iter().filter(|line| line.result == "holds").count();
        let answer = match lines.len() {
            0 => "There are no passes yet.".to_owned(),
            count => format!("{holding} of {count} passes hold."),
        };
        Ok(VerifyView { answer, lines })
    }

    fn verify_one(&self, exercise: &Exercise, pass: &Attempt) -> VerifyLineView {
        let exercise = variant_of(exercise, &pass.checked);
        let kept = kept_path(exercise, &pass.checked.answer);
        let line = |result: &str, says: String| VerifyLineView {
            exercise: exercise.id.to_string(),
            kept: kept.clone(),
            result: result.to_owned(),
            says,
        };
        let bytes = match self.world.disk.read(&inside(&kept)) {
            Ok(bytes) => bytes,
            Err(error) => return line("missing", format!("{error}.")),
        };
        if footbridge_verdict::AnswerHash::of(&bytes) != pass.checked.answer {
            return line("damaged", "The kept answer was changed after the pass.".to_owned());
        }
        let checked =
            self.grader.check(&self.course.pack, exercise, &String::from_utf8_lossy(&bytes), &|other| self.cited_by(&pass.checked, other));
        let version = footbridge_grade::check_version(&self.course.pack, exercise);
        let changed = if version == pass.checked.check_version { "" } else { " The check has changed since." };
        let summary = &checked.verdict.summary;
        match checked.verdict.outcome {
            Outcome::Pass => line("holds", format!("{summary}{changed}")),
            Outcome::NotRun => line("not-run", summary.clone()),
            Outcome::Revise | Outcome::Unreadable if !changed.is_empty() => {
                line("earlier-check", format!("It passed an earlier version of this check. The present one says: {summary}"))
            }
            Outcome::Revise | Outcome::Unreadable => line("differs", summary.clone()),
        }
    }
}
