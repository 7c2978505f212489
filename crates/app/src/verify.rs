use crate::folder::path as inside;
use crate::learner::Learner;
use crate::piece::piece_id;
use crate::variants::variant_of;
use crate::view::{VerifyLineView, VerifyResult, VerifyView};
use crate::work::kept_path;
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_diagnostic::counted;
use footbridge_journal::Attempt;
use footbridge_verdict::{AnswerHash, ExerciseId, Outcome};

impl App {
    /// Judges every pass again, or those of one exercise, on the copy kept at the pass.
    pub fn verify(&self, only: Option<&str>) -> Result<VerifyView, Trouble> {
        let (passes, former) = self.with_learner(|learner| {
            let own = self.course.pack.exercises.iter().filter_map(|exercise| Some((exercise, learner.state.work(&exercise.id)?)));
            let passes: Vec<(&Exercise, Attempt)> =
                own.flat_map(|(exercise, work)| work.passes().map(move |pass| (exercise, pass.clone()))).collect();
            let former: Vec<VerifyLineView> = self.former_passes(learner).map(|(id, pass)| former_line(id, pass)).collect();
            (passes, former)
        })?;
        let former: Vec<VerifyLineView> = former.into_iter().filter(|line| only.is_none_or(|only| only == line.exercise)).collect();
        if let Some(id) = only.filter(|_| former.is_empty()) {
            self.course.named(id)?;
        }
        let wanted =
            |(exercise, pass): &&(&Exercise, Attempt)| only.is_none_or(|only| self.course.means(only, variant_of(exercise, &pass.checked)));
        let judged = passes.iter().filter(wanted);
        let lines: Vec<VerifyLineView> = judged.map(|(exercise, pass)| self.verify_one(exercise, pass)).chain(former).collect();
        Ok(VerifyView { answer: summed_up(&lines), lines })
    }

    /// Passes of exercises that are no longer in the course.
    pub(crate) fn former_passes<'a>(&'a self, learner: &'a Learner) -> impl Iterator<Item = (&'a ExerciseId, &'a Attempt)> {
        let former = learner.state.exercises.iter().filter(|(id, _)| self.course.pack.exercise(id.as_str()).is_none());
        former.flat_map(|(id, work)| work.passes().map(move |pass| (id, pass)))
    }

    fn verify_one(&self, exercise: &Exercise, pass: &Attempt) -> VerifyLineView {
        let exercise = variant_of(exercise, &pass.checked);
        let kept = kept_path(exercise, &pass.checked.answer);
        let line = |result: VerifyResult, says: String| VerifyLineView {
            exercise: piece_id(exercise).to_string(),
            kept: kept.clone(),
            result,
            says,
        };
        let bytes = match self.world.disk.read(&inside(&kept)) {
            Ok(bytes) => bytes,
            Err(error) => return line(VerifyResult::Missing, format!("{error}.")),
        };
        if AnswerHash::of(&bytes) != pass.checked.answer {
            return line(VerifyResult::Damaged, "The kept answer was changed after the pass.".to_owned());
        }
        let checked =
            self.grader.check(&self.course.pack, exercise, &String::from_utf8_lossy(&bytes), &|other| self.cited_by(&pass.checked, other));
        let version = footbridge_grade::check_version(&self.course.pack, exercise);
        let changed = if version == pass.checked.check_version { "" } else { " The check has changed since." };
        let summary = &checked.verdict.summary;
        match checked.verdict.outcome {
            Outcome::Pass => line(VerifyResult::Holds, format!("{summary}{changed}")),
            Outcome::NotRun => line(VerifyResult::NotRun, summary.clone()),
            Outcome::Revise | Outcome::Unreadable if !changed.is_empty() => {
                line(VerifyResult::EarlierCheck, format!("It passed an earlier version of this check. The present one says: {summary}"))
            }
            Outcome::Revise | Outcome::Unreadable => line(VerifyResult::Differs, summary.clone()),
        }
    }
}

fn former_line(id: &ExerciseId, pass: &Attempt) -> VerifyLineView {
    let names: Vec<&str> = pass.checked.files.iter().map(|file| file.name.as_str()).collect();
    VerifyLineView {
        exercise: id.to_string(),
        kept: names.join(", "),
        result: VerifyResult::LeftTheCourse,
        says: format!("This exercise is no longer in the course, so it cannot be judged again. It passed then: {}", pass.checked.summary),
    }
}

/// `9 of 10 passes hold.`, and how many could not be judged for want of their exercise.
fn summed_up(lines: &[VerifyLineView]) -> String {
    let former = lines.iter().filter(|line| line.result == VerifyResult::LeftTheCourse).count();
    let left = match former {
        0 => String::new(),
        1 => " 1 more is of an exercise that left the course.".to_owned(),
        many => format!(" {many} more are of exercises that left the course."),
    };
    match lines.len() - former {
        0 if former == 0 => "There are no passes yet.".to_owned(),
        0 => format!("No pass can be judged.{left}"),
        _ => format!("{}{left}", holding(lines, "pass holds", "passes hold")),
    }
}

/// How many of the lines stand: `1 of 1 pass holds.`
pub(crate) fn holding(lines: &[VerifyLineView], one: &str, many: &str) -> String {
    let judged = lines.iter().filter(|line| line.result != VerifyResult::LeftTheCourse).count();
    let standing = lines.iter().filter(|line| line.result.counts()).count();
    format!("{standing} of {}.", counted(judged, one, many))
}

#[cfg(test)]
mod tests {
    use super::*;
    use VerifyResult::{Damaged, EarlierCheck, Holds, LeftTheCourse};

    #[test]
    fn the_answer_counts_what_stands() {
        for (results, says) in [
            (&[][..], "There are no passes yet."),
            (&[Holds], "1 of 1 pass holds."),
            (&[Damaged], "0 of 1 pass holds."),
            (&[Holds, EarlierCheck, Damaged], "2 of 3 passes hold."),
            (&[Holds, LeftTheCourse], "1 of 1 pass holds. 1 more is of an exercise that left the course."),
            (&[LeftTheCourse, LeftTheCourse], "No pass can be judged. 2 more are of exercises that left the course."),
        ] {
            let line = |result: &VerifyResult| VerifyLineView {
                exercise: "an-exercise".to_owned(),
                kept: String::new(),
                result: *result,
                says: String::new(),
            };
            assert_eq!(summed_up(&results.iter().map(line).collect::<Vec<_>>()), says);
        }
    }
}
