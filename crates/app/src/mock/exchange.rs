//! Answers go to a peer or a coach as one page, and their scores come back, by file. Own scores beside theirs are the agreement.

use super::criteria;
use super::file::{AskedFile, FOLDER, MockFile, PageFile, ReviewFile, ScoreFile, file_of};
use super::measured::given_with_unit;
use crate::folder::path as inside;
use crate::private::refused;
use crate::view::{AgreementView, MockView, ReviewPageView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_review::{Criterion, Request, page, read_reply};
use footbridge_verdict::{AnswerHash, ExerciseId};
use std::fmt::Write as _;

/// The largest file that is taken in, in bytes.
pub const LARGEST_MOCK_REVIEW: u64 = footbridge_review::LARGEST_REPLY as u64;

/// Fewer pairs than this are called few.
const FEW: usize = 10;

impl App {
    /// Writes the page on which another person scores what was answered. It opens in any browser and sends nothing.
    pub fn mock_page(&self, id: &str) -> Result<ReviewPageView, Trouble> {
        let author = self.with_learner(|learner| learner.profile.owner())?;
        let _lock = self.lock()?;
        let mut mock = self.mock_file(id)?;
        let questions = scored(&mock);
        let request = self.request(id, &mock, &questions, author)?;
        let page_file = PageFile { questions, answers: request.answer.to_string() };
        if !mock.page.contains(&page_file) {
            mock.page.push(page_file);
            self.write_mock(id, &mock)?;
        }
        let file = file_of(id).replace(".toml", "-for-a-reader.html");
        self.world.disk.write_atomically(&inside(&file), page(&request).as_bytes()).map_err(|error| refused(FOLDER, error))?;
        let says = "Give this file to a peer or a coach. It holds your scored answers, so read it first: it names whom you named. It opens in any browser, sends nothing, and saves a small file that they give back to you.";
        Ok(ReviewPageView { path: file, says: says.to_owned() })
    }

    /// Takes in what another person gave back.
    pub fn take_mock_review(&self, id: &str, file: &str, bytes: &[u8]) -> Result<MockView, Trouble> {
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        let mut mock = self.mock_file(id)?;
        let request = self.request(id, &mock, &scored(&mock), String::new())?;
        let reply = read_reply(bytes, file, &request.exercise, &request.criteria)
            .map_err(|found| Trouble::not_taken("The scores cannot be taken in.", found))?;
        // Since the page was written further questions may have been scored.
        let on_page = mock.page.iter().find(|page| page.answers == reply.answer.to_string());
        let is_as_read = |page: &PageFile| answers(&mock, &page.questions) == reply.answer;
        if reply.answer != request.answer && !on_page.is_some_and(is_as_read) {
            return Err(Trouble::asked("The scores are about other answers than those that stand in this interview now.")
                .help("Write the page again and give it away once more: an answer was scored or changed after it was written."));
        }
        if reply.on > self.today() {
            return Err(Trouble::asked(format!("The file says it was written on {}, which has not come yet.", reply.on)));
        }
        let score =
            |given: footbridge_review::ScoreGiven| ScoreFile { criterion: given.criterion, level: given.level, because: given.because };
        let review =
            ReviewFile { by: reply.reviewer, on: reply.on, note: reply.note, score: reply.scores.into_iter().map(score).collect() };
        if !mock.review.contains(&review) {
            mock.review.push(review);
            self.write_mock(id, &mock)?;
        }
        Ok(self.mock_view(id, &mock))
    }

    /// These questions as one piece; the learner's own scores are no part of it.
    fn request(&self, id: &str, mock: &MockFile, questions: &[u32], author: String) -> Result<Request, Trouble> {
        let (mut brief, mut piece, mut lines) = (String::new(), String::new(), Vec::new());
        for (number, asked) in these(mock, questions) {
            let question = &*self.question_asked(asked).ok_or_else(|| super::gone(&asked.id))?;
            let _ = write!(piece, "## Question {number}\n\n{}\n\n", question.ask);
            if let Some(number) = &question.number {
                let _ = write!(piece, "To compute: {}\n\n", number.ask);
            }
            let _ = write!(piece, "### The answer\n\n{}\n\n", asked.transcript.replace('\n', "\n\n"));
            if question.number.is_some() && !asked.given.is_empty() {
                let _ = write!(piece, "The number given: {}\n\n", given_with_unit(question, asked));
            }
            let _ = write!(brief, "## Question {number}: four answers to score by\n\n");
            for (name, anchor) in footbridge_review::LEVELS.iter().zip(&question.anchors) {
                let _ = write!(brief, "**{name}:** {anchor}\n\n");
            }
            lines.extend(criteria(number, question).into_iter().map(|(id, title)| Criterion {
                id,
                title: format!("Question {number}: {title}"),
                asks: "Which level does the answer reach?".to_owned(),
                anchors: footbridge_review::LEVELS.map(|level| format!("As far as the {level} answer to question {number} goes in this.")),
            }));
        }
        if lines.is_empty() {
            return Err(Trouble::asked("No answer of this interview is scored yet.")
                .help("Score your answers first: what somebody else gives is laid beside your own levels."));
        }
        let exercise = ExerciseId::new(id).map_err(|error| Trouble::asked(format!("`{id}` is no id.")).because(error))?;
        Ok(Request {
            exercise,
            title: format!("Mock interview of {}", mock.on),
            author,
            answer: answers(mock, questions),
            brief: footbridge_portfolio::fragment(&brief),
            piece: footbridge_portfolio::fragment(&piece),
            criteria: lines,
        })
    }
}

/// Numbers of the questions that are scored.
fn scored(mock: &MockFile) -> Vec<u32> {
    (1_u32..).zip(&mock.question).filter(|(_, asked)| !asked.score.is_empty()).map(|(number, _)| number).collect()
}

fn these<'m>(mock: &'m MockFile, questions: &[u32]) -> impl Iterator<Item = (u32, &'m AskedFile)> {
    (1_u32..).zip(&mock.question).filter(|(number, _)| questions.contains(number))
}

/// The hash of what was said to these questions.
fn answers(mock: &MockFile, questions: &[u32]) -> AnswerHash {
    let answer = |(_, asked): (u32, &AskedFile)| format!("{}\n{}\n", asked.id, asked.transcript);
    AnswerHash::of(these(mock, questions).map(answer).collect::<String>().as_bytes())
}

/// How a reader is called.
pub(super) fn called(review: &ReviewFile) -> &str {
    if review.by.is_empty() { "another reader" } else { &review.by }
}

/// Own level and theirs, for each criterion that both scored.
pub(super) fn pairs(mock: &MockFile) -> Vec<(u8, u8)> {
    let own = |id: &str| mock.question.iter().flat_map(|asked| &asked.score).find(|score| score.criterion == id);
    mock.review.iter().flat_map(|review| &review.score).filter_map(|theirs| Some((own(&theirs.criterion)?.level, theirs.level))).collect()
}

/// The mean difference, with how many pairs it rests on.
pub(super) fn agreement(pairs: &[(u8, u8)]) -> AgreementView {
    if pairs.is_empty() {
        return AgreementView { pairs: 0, mean_difference: None, says: "Nobody else has scored these answers.".to_owned() };
    }
    let mean = pairs.iter().map(|(own, theirs)| f64::from(*own) - f64::from(*theirs)).sum::<f64>() / pairs.len() as f64;
    let says = format!("Your levels minus theirs: {mean:+.2} on average (n = {}).", pairs.len());
    let few = if pairs.len() < FEW { " So few are a hint and no more." } else { "" };
    AgreementView { pairs: count(pairs.len()), mean_difference: Some(mean), says: format!("{says}{few}") }
}

#[cfg(test)]
mod tests {
    use super::agreement;

    #[test]
    fn the_mean_difference_is_own_minus_theirs() {
        let view = agreement(&[(4, 2), (3, 3), (2, 3)]);
        assert_eq!((view.pairs, view.mean_difference.map(|mean| (mean * 100.0).round())), (3, Some(33.0)));
        assert!(view.says.starts_with("Your levels minus theirs: +0.33 on average (n = 3). So few"), "{}", view.says);
        assert_eq!(agreement(&[]).mean_difference, None);
    }
}
