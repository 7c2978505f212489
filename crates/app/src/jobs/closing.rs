//! What would close a gap: lessons, exercises, pieces of writing, cards.

use crate::course::opens;
use crate::view::ClosingWorkView;
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_jobs::Work;
use footbridge_verdict::ExerciseId;

/// What stands before the id of a card among work.
const CARD: &str = "card/";

/// How much of a kind is named for one gap, in the order it is named.
const NAMED: [(&str, usize); 4] = [("lesson", 1), ("exercise", 2), ("piece of writing", 1), ("card", 1)];

impl App {
    /// Lessons and exercises that are not passed yet, those of the plan before those beside it, and questions of the bank as cards. Private
    /// work never shows anything.
    pub(super) fn work_for_jobs(&self) -> Result<Vec<Work>, Trouble> {
        let mut public: Vec<&Exercise> = self.course.pack.exercises.iter().filter(|exercise| !exercise.private).collect();
        public.sort_by_key(|exercise| exercise.beside_plan);
        let of_course = |exercise: &Exercise| Work { id: exercise.id.to_string(), skills: ids(&exercise.skills) };
        let mut work: Vec<Work> = if self.onboarded()? {
            self.with_learner(|learner| public.into_iter().filter(|exercise| !learner.has_passed(&exercise.id)).map(of_course).collect())?
        } else {
            public.into_iter().map(of_course).collect()
        };
        let questions = self.course.pack.banks.iter().flat_map(|bank| &bank.questions);
        work.extend(questions.map(|question| Work { id: format!("{CARD}{}", question.id), skills: ids(&question.skills) }));
        Ok(work)
    }

    /// The first few of each kind, by the ids of [`App::work_for_jobs`].
    pub(super) fn closing_views(&self, closed_by: &[String]) -> Vec<ClosingWorkView> {
        let known: Vec<ClosingWorkView> = closed_by.iter().filter_map(|id| self.closing_view(id)).collect();
        NAMED
            .iter()
            .flat_map(|(kind, most)| known.iter().filter(|view| view.kind == *kind).take(*most).cloned().collect::<Vec<_>>())
            .collect()
    }

    fn closing_view(&self, id: &str) -> Option<ClosingWorkView> {
        if let Some(card) = id.strip_prefix(CARD) {
            let question = self.course.pack.banks.iter().flat_map(|bank| &bank.questions).find(|question| question.id.as_str() == card)?;
            let ask = footbridge_prose::plain_text(&question.ask);
            return Some(ClosingWorkView { kind: "card".to_owned(), title: first_sentence(ask.trim()), opens: format!("/recall/{card}") });
        }
        let exercise = self.course.pack.exercise(id)?;
        let kind = match exercise.kind {
            Kind::Lesson => "lesson",
            Kind::Write => "piece of writing",
            Kind::Sql | Kind::Read | Kind::Choice | Kind::Numeric | Kind::Roadmap | Kind::Decide => "exercise",
        };
        Some(ClosingWorkView { kind: kind.to_owned(), title: exercise.title.clone(), opens: opens(exercise) })
    }
}

pub(super) fn ids(skills: &[ExerciseId]) -> Vec<String> {
    skills.iter().map(ToString::to_string).collect()
}

/// Up to the first full stop or question mark that is followed by white space.
fn first_sentence(text: &str) -> String {
    let ends = text.char_indices().filter(|(_, letter)| matches!(letter, '.' | '?' | '!')).map(|(at, _)| at + 1);
    let end = ends.into_iter().find(|end| text[*end..].chars().next().is_none_or(char::is_whitespace)).unwrap_or(text.len());
    text[..end].split_whitespace().collect::<Vec<_>>().join(" ")
}
