//! The ten questions of the interview prompt without a model, and which of them to prepare first.

use crate::App;
use crate::learner::Learner;
use crate::mock::{choose, in_bank, seed_of_day};
use crate::replies::one_line;
use footbridge_assist::{Interview, Question, QuestionKind};
use footbridge_content::{BankQuestion, CompanyKind, Exercise};
use footbridge_decide::Chance;
use footbridge_diagnostic::counted;
use footbridge_verdict::ExerciseId;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Questions that are named as those to prepare first, and the minutes to prepare each in.
const PREPARED_FIRST: usize = 2;
const MINUTES: u16 = 60;

impl App {
    /// Three, three, two and two, as such a company asks them: those that were answered least come first, the rest by chance of the day.
    pub(crate) fn ten_questions(&self, company: Option<CompanyKind>, learner: &Learner) -> Interview {
        let answered: BTreeMap<String, usize> = learner.state.recalls.iter().map(|(id, recalls)| (id.clone(), recalls.len())).collect();
        // The numbers that its card asks next.
        let turn = |question: &BankQuestion| answered.get(question.id.as_str()).copied().unwrap_or(0);
        let mut chance = Chance::new(seed_of_day(self.today()));
        let mut ten: Vec<(QuestionKind, &BankQuestion)> = Vec::new();
        for (kind, _, wanted) in QuestionKind::ALL {
            let some = choose(&self.course.pack, in_bank(kind), wanted, company, &answered, &mut chance);
            ten.extend(some.into_iter().map(|question| (kind, question)));
        }
        let questions: Vec<&BankQuestion> = ten.iter().map(|(_, question)| *question).collect();
        Interview {
            prepare_first: self.prepare_first(&questions, learner),
            questions: ten.into_iter().map(|(kind, question)| asked(kind, question.variant(turn(question)))).collect(),
        }
    }

    /// The questions with the most skills that nothing shows yet, and an hour for each.
    fn prepare_first(&self, questions: &[&BankQuestion], learner: &Learner) -> String {
        let shown: BTreeSet<&ExerciseId> = self.passes(learner).into_iter().flat_map(|(exercise, _)| &exercise.skills).collect();
        let mut open: Vec<(usize, &BankQuestion, Vec<ExerciseId>)> = (1_usize..)
            .zip(questions)
            .map(|(number, question)| (number, *question, question.skills.iter().filter(|skill| !shown.contains(skill)).cloned().collect()))
            .collect();
        open.sort_by_key(|(number, _, open)| (Reverse(open.len()), *number));
        open.truncate(PREPARED_FIRST);
        open.iter().map(|(number, question, open)| self.hour(*number, question, open, learner)).collect::<Vec<_>>().join("\n")
    }

    fn hour(&self, number: usize, question: &BankQuestion, open: &[ExerciseId], learner: &Learner) -> String {
        let why = if open.is_empty() {
            "your passes show its skills, so it is a matter of saying it aloud".to_owned()
        } else {
            format!("nothing you passed shows {} of its {}", open.len(), counted(question.skills.len(), "skill", "skills"))
        };
        let can_begin =
            |exercise: &Exercise| !learner.has_passed(&exercise.id) && exercise.requires.iter().all(|id| learner.has_passed(id));
        let fits = |exercise: &&Exercise| can_begin(exercise) && !exercise.private && exercise.minutes + question.minutes <= MINUTES;
        let shows = |exercise: &&Exercise| exercise.skills.iter().filter(|skill| open.contains(skill)).count();
        let teaching = self.course.pack.exercises.iter().filter(fits).filter(|exercise| shows(exercise) > 0);
        let learns = teaching.max_by_key(|exercise| (shows(exercise), Reverse(exercise.minutes))).map_or_else(String::new, |exercise| {
            format!("{} minutes of *{}* (`footbridge start {}`), then ", exercise.minutes, exercise.title, exercise.id)
        });
        format!("- Question {number}: {why}. One hour: {learns}an answer aloud against `footbridge recall {}`.", question.id)
    }
}

impl App {
    /// The question of the bank that a reply asks word for word, with the number of its variant.
    pub(crate) fn asked_in_bank(&self, question: &Question) -> Option<(&BankQuestion, usize)> {
        let same = |one: &str, other: &str| one.split_whitespace().eq(other.split_whitespace());
        let is_it = |variant: &BankQuestion| {
            let own = asked(question.kind, variant);
            same(&own.evaluates, &question.evaluates)
                && same(&own.framework, &question.framework)
                && same(&own.mistakes, &question.mistakes)
                && same(&own.follow_up, &question.follow_up)
        };
        self.course.pack.bank(in_bank(question.kind))?.questions.iter().find_map(|own| {
            let is_asked = |variant: &BankQuestion| same(&variant.ask, &question.question) && is_it(variant);
            Some((own, own.each_variant().iter().position(is_asked)?))
        })
    }
}

fn asked(kind: QuestionKind, question: &BankQuestion) -> Question {
    Question {
        kind,
        question: question.ask.trim().to_owned(),
        evaluates: list(&question.evaluates),
        framework: list(&question.framework),
        mistakes: list(&question.mistakes),
        follow_up: question.follow_ups.first().map(|asks| one_line(asks)).unwrap_or_default(),
    }
}

fn list(entries: &[String]) -> String {
    entries.iter().map(|entry| format!("- {}", one_line(entry))).collect::<Vec<_>>().join("\n")
}
