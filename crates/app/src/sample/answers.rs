//! What the sample learner answers to an exercise.

use footbridge_content::{Exercise, Kind};
use footbridge_grade::{Answered, QuestionKind, read_questions, write_answers};

pub(super) fn right_answer(exercise: &Exercise) -> Option<String> {
    match exercise.kind {
        Kind::Write => exercise.solutions.first().map(|text| format!("---\npublish: true\n---\n\n{text}")),
        Kind::Sql | Kind::Roadmap | Kind::Decide => exercise.solutions.first().map(ToString::to_string),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => {
            let questions = read_questions(exercise).ok()?;
            let right = footbridge_grade::right_answers(&questions);
            Some(write_answers(right.iter().map(|(id, answer)| (id.as_str(), answer))))
        }
    }
}

pub(super) fn wrong_answer(exercise: &Exercise, number: usize) -> Option<String> {
    match exercise.kind {
        Kind::Sql | Kind::Write | Kind::Roadmap | Kind::Decide => {
            exercise.wrong.get(number % exercise.wrong.len().max(1)).map(|wrong| wrong.text.to_string())
        }
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => {
            let questions = read_questions(exercise).ok()?;
            let mut answers = footbridge_grade::right_answers(&questions);
            let (at, wrong) = questions.iter().enumerate().find_map(|(at, question)| match &question.kind {
                QuestionKind::Number { near, .. } => near.first().map(|slip| (at, Answered::Number(slip.value))),
                QuestionKind::Options { options, .. } => {
                    let wrong = options.iter().position(|option| !option.right)?;
                    Some((at, Answered::Labels(vec![footbridge_grade::label(wrong)])))
                }
            })?;
            answers[at].1 = wrong;
            Some(write_answers(answers.iter().map(|(id, answer)| (id.as_str(), answer))))
        }
    }
}
