//! The bank: interview questions, chosen by kind, skill and company.

use crate::course::opens;
use crate::learner::Learner;
use crate::markdown::blocks;
use crate::recall::{grade_word, levels_of};
use crate::view::{BankKindView, BankLineView, BankQuestionView, BankView, ExerciseLinkView, ModelAnswerView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_content::{BankKind, BankQuestion, CompanyKind};
use footbridge_diagnostic::counted;
use footbridge_journal::Recalled;

/// Which questions are wished for; what is left open takes all.
#[derive(Debug, Clone, Default)]
pub struct BankWish {
    /// Of one kind, for example `data`.
    pub kind: Option<String>,
    /// That ask for one skill, by its id.
    pub skill: Option<String>,
    /// As one kind of companies asks them, for example `fintech`.
    pub company: Option<String>,
}

impl App {
    /// The questions of the bank.
    pub fn bank(&self, wish: &BankWish) -> Result<BankView, Trouble> {
        let pack = &self.course.pack;
        let kind = known("kind of questions", wish.kind.as_deref(), BankKind::ALL.map(|kind| (kind.word(), kind)))?;
        let company = self.wished_company(wish.company.as_deref())?;
        let skills = pack.skills.iter().map(|skill| (skill.id.as_ref().as_str(), skill.id.as_ref()));
        let skill = known("skill", wish.skill.as_deref(), skills)?;
        let fits = |question: &&BankQuestion| {
            kind.is_none_or(|kind| question.kind == kind)
                && skill.is_none_or(|skill| question.skills.contains(skill))
                && company.is_none_or(|company| question.companies.contains(&company))
        };
        let kinds = pack.banks.iter().map(|bank| BankKindView {
            id: bank.kind.word().to_owned(),
            title: bank.title.clone(),
            questions: count(bank.questions.len()),
        });
        let chosen = pack.banks.iter().flat_map(|bank| &bank.questions).filter(fits);
        let questions: Vec<BankLineView> =
            self.with_practice(|learner| chosen.map(|question| self.bank_line(question, learner, answered(question, learner))).collect())?;
        let answered = questions.iter().filter(|line| line.answered > 0).count();
        let answer = match (questions.len(), answered) {
            (0, _) => "No question is asked like this.".to_owned(),
            (all, 0) => counted(all, "question", "questions"),
            (all, some) => format!("{}, {some} of them answered", counted(all, "question", "questions")),
        };
        Ok(BankView { answer, kinds: kinds.collect(), companies: CompanyKind::ALL.map(|kind| kind.word().to_owned()).to_vec(), questions })
    }

    /// One question; with what a strong answer holds once it was answered, or when that is asked for.
    pub fn bank_question(&self, id: &str, open: bool) -> Result<BankQuestionView, Trouble> {
        let question = self.question_of_bank(id)?;
        self.with_practice(|learner| {
            // Once it was answered the anchors are those of the numbers that were asked last.
            let number = answered(question, learner).saturating_sub(1);
            let (line, variant) = (self.bank_line(question, learner, number), question.variant(number));
            BankQuestionView {
                ask: blocks(&variant.ask),
                number_ask: variant.number.as_ref().map_or_else(String::new, |number| number.ask.clone()),
                skills: self.course.skill_titles(&question.skills),
                exercise: self.exercise_of(question),
                model: (open || line.answered > 0).then(|| model_answer(variant)),
                line,
            }
        })
    }

    pub(crate) fn question_of_bank(&self, id: &str) -> Result<&BankQuestion, Trouble> {
        let pack = &self.course.pack;
        pack.question(id).ok_or_else(|| {
            let ids = pack.banks.iter().flat_map(|bank| &bank.questions).map(|question| question.id.as_str());
            Trouble::not_found(format!("There is no interview question `{id}`."))
                .help("`footbridge bank` shows all of them.")
                .or_meant(id, ids)
        })
    }

    pub(crate) fn exercise_of(&self, question: &BankQuestion) -> Option<ExerciseLinkView> {
        let exercise = self.course.pack.exercise(question.answered_in.as_ref().or(question.practised_in.as_ref())?.as_str())?;
        let answers = question.answered_in.is_some();
        let says = if answers { "An exercise answers it" } else { "An exercise practises the same" };
        Some(ExerciseLinkView { title: exercise.title.clone(), opens: opens(exercise), answers, says: says.to_owned() })
    }

    /// The bank can be read without a learner's folder.
    fn with_practice<T>(&self, look: impl FnOnce(Option<&Learner>) -> T) -> Result<T, Trouble> {
        if self.onboarded()? { self.with_learner(|learner| look(Some(learner))) } else { Ok(look(None)) }
    }

    /// A question with the numbers of one variant.
    fn bank_line(&self, question: &BankQuestion, learner: Option<&Learner>, variant: usize) -> BankLineView {
        let recalls = recalls_of(question, learner);
        let weeks = &self.course.pack.path.weeks;
        BankLineView {
            id: question.id.to_string(),
            kind: question.kind.word().to_owned(),
            ask: footbridge_prose::plain_text(&question.variant(variant).ask).trim().to_owned(),
            minutes: u32::from(question.minutes),
            skills: question.skills.iter().map(ToString::to_string).collect(),
            companies: question.companies.iter().map(|company| company.word().to_owned()).collect(),
            week: weeks.iter().find(|week| week.questions.iter().any(|id| *id.as_ref() == question.id)).map(|week| week.number),
            answered: count(recalls.len()),
            grade: recalls.last().map_or_else(String::new, |(_, recalled)| grade_word(recalled.level).to_owned()),
        }
    }
}

fn recalls_of<'a>(question: &BankQuestion, learner: Option<&'a Learner>) -> &'a [(jiff::Timestamp, Recalled)] {
    learner.and_then(|learner| learner.state.recalls.get(question.id.as_str())).map_or(&[][..], Vec::as_slice)
}

/// How often a question was answered, which is also the variant that is asked next.
fn answered(question: &BankQuestion, learner: Option<&Learner>) -> usize {
    recalls_of(question, learner).len()
}

/// What a strong answer to a question holds.
pub(crate) fn model_answer(question: &BankQuestion) -> ModelAnswerView {
    ModelAnswerView {
        levels: levels_of(&question.anchors),
        evaluates: question.evaluates.clone(),
        framework: question.framework.clone(),
        mistakes: question.mistakes.clone(),
        follow_ups: question.follow_ups.clone(),
        reckoning: question.number.as_ref().map_or_else(String::new, |number| number.reckoning.clone()),
    }
}

/// The choice that a word stands for; nothing when nothing was chosen.
pub(crate) fn known<'a, T>(
    what: &str,
    chosen: Option<&str>,
    choices: impl IntoIterator<Item = (&'a str, T)>,
) -> Result<Option<T>, Trouble> {
    let Some(chosen) = chosen else { return Ok(None) };
    let mut words = Vec::new();
    for (word, choice) in choices {
        if word == chosen {
            return Ok(Some(choice));
        }
        words.push(word);
    }
    let trouble = Trouble::not_found(format!("There is no {what} `{chosen}`."));
    // A short list is shown whole, a long one by its nearest word.
    let short = words.len() <= 10;
    let help = if short {
        format!("There are {}.", footbridge_diagnostic::listed(words.clone()))
    } else {
        "`footbridge bank --json` names those that are asked for.".to_owned()
    };
    Err(trouble.help(help).or_meant(chosen, words.into_iter()))
}
