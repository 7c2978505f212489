use super::{answer_path, hint_view, kept_path, outcome_id, starter};
use crate::App;
use crate::Trouble;
use crate::course::{opens, ours, questions_of};
use crate::learner::Learner;
use crate::markdown::blocks;
use crate::path::resource_view;
use crate::planning::{passes_as, state_of};
use crate::publications::places;
use crate::publishing::is_public;
use crate::variants::{is_fresh_weekly, is_passed};
use crate::view::{HistoryLineView, NextView, OptionView, PublishedView, QuestionView, WorkView};
use crate::wanted::wanted;
use crate::words::count;
use footbridge_content::Exercise;
use footbridge_grade::{Answered, Question, QuestionKind, label, read_answers};
use footbridge_journal::Published;
use footbridge_verdict::{AnswerHash, HelpUsed, Outcome};

impl App {
    /// One exercise in the workspace.
    pub(super) fn work_view(&self, exercise: &Exercise, learner: &Learner, saved: Option<String>) -> Result<WorkView, Trouble> {
        let today = self.today();
        let planned = self.planned(learner);
        let work = learner.state.work(&exercise.id);
        let help = work.map_or_else(HelpUsed::default, |work| work.help);
        let questions = questions_of(exercise).map_err(|finding| ours(vec![finding]))?;
        let given = saved.as_deref().and_then(|text| read_answers(text).ok()).unwrap_or_default();
        let attempts = work.map_or(&[][..], |work| &work.attempts);
        let history = attempts.iter().rev().map(|attempt| HistoryLineView {
            at: attempt.at.to_string(),
            outcome: outcome_id(attempt.checked.outcome).to_owned(),
            summary: attempt.checked.summary.clone(),
            kept: (attempt.checked.outcome == Outcome::Pass).then(|| kept_path(exercise, &attempt.checked.answer)),
        });
        Ok(WorkView {
            id: exercise.id.to_string(),
            title: exercise.title.clone(),
            kind: exercise.kind.word().to_owned(),
            track: self.course.track_title(exercise),
            skills: self.course.skill_titles(&exercise.skills),
            minutes: u32::from(exercise.minutes),
            state: state_of(exercise, &learner.state, today),
            passes_as: passes_as(exercise),
            brief: blocks(&exercise.brief),
            wanted: wanted(exercise).map_err(ours)?,
            file: exercise.kind.answer_file().to_owned(),
            path: answer_path(exercise),
            hash: saved.as_deref().map_or_else(String::new, |text| AnswerHash::of(text.as_bytes()).to_string()),
            text: saved.clone().map_or_else(|| starter(exercise), Ok).map_err(|finding| ours(vec![finding]))?,
            tables: self.tables_of(exercise),
            questions: questions
                .iter()
                .map(|question| question_view(question, given.get(&question.id).map(|answer| answer.as_ref())))
                .collect(),
            resources: exercise.resources.iter().map(resource_view).collect(),
            hints: count(exercise.hints.len()),
            hints_shown: exercise.hints.iter().take(usize::from(help.hints)).enumerate().map(|(at, hint)| hint_view(at, hint)).collect(),
            solution_shown: help.solution,
            history: history.collect(),
            next: self.next_after(exercise, learner, &planned),
            waits_for: self.waits_for(exercise, learner),
            is_public: saved.as_deref().is_some_and(|text| is_public(exercise, text)),
            published: work.map_or_else(Vec::new, |work| {
                let publications = self.publications(&learner.state);
                let says = |place| self.says_whether_it_counts(exercise, place, &learner.state, &publications);
                places(work).map(|place| published_view(place, saved.as_deref(), says(place))).collect()
            }),
            rubric: self.rubric(exercise, learner, saved.as_deref()),
            variant: count(exercise.variant + 1),
            variants: count(exercise.variants_in_all),
            can_start_again: !is_fresh_weekly(exercise)
                && exercise.variants_in_all > 1
                && work.is_some_and(|work| is_passed(work, exercise)),
            fresh_waits: self.waiting_this_week(exercise, learner).is_some(),
        })
    }

    fn waits_for(&self, exercise: &Exercise, learner: &Learner) -> Vec<NextView> {
        let required =
            exercise.requires.iter().filter(|id| !learner.has_passed(id)).filter_map(|id| self.course.pack.exercise(id.as_str()));
        required.map(|required| NextView { title: required.title.clone(), opens: opens(required) }).collect()
    }
}

fn published_view(place: &Published, saved: Option<&str>, says: String) -> PublishedView {
    PublishedView {
        address: place.address.clone(),
        on: place.on.to_string(),
        of_this_text: saved.is_some_and(|text| AnswerHash::of(text.as_bytes()) == place.answer),
        has_diff: !place.diff.is_empty(),
        says,
    }
}

fn question_view(question: &Question, given: Option<&Answered>) -> QuestionView {
    let given = match given {
        Some(Answered::Labels(labels)) => labels.clone(),
        Some(Answered::Number(number)) => vec![number.to_string()],
        None => Vec::new(),
    };
    let ask = blocks(&question.ask);
    match &question.kind {
        QuestionKind::Options { options, several } => QuestionView {
            id: question.id.clone(),
            ask,
            answer_kind: if *several { "several" } else { "one" }.to_owned(),
            options: options.iter().enumerate().map(|(at, option)| OptionView { label: label(at), text: blocks(&option.text) }).collect(),
            unit: String::new(),
            given,
        },
        QuestionKind::Number { unit, .. } => {
            QuestionView { id: question.id.clone(), ask, answer_kind: "number".to_owned(), options: Vec::new(), unit: unit.clone(), given }
        }
    }
}
