//! Answers go to a peer or a coach as one page, and their scores come back, by file. Own scores beside theirs are the agreement.

use super::criteria;
use super::file::{AskedFile, FOLDER, MockFile, PageFile, ReviewFile, ScoreFile, file_of};
use super::measured::given_with_unit;
use crate::folder::path as inside;
use crate::private::refused;
use crate::readers::{Taken, is_same, said_without_name};
use crate::view::{AgreementView, MockTakenView, ReviewPageView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::counted;
use footbridge_planner::spoken;
use footbridge_review::{Answered, Point, Reading, Request, page, read_reply, reply_about};
use footbridge_verdict::{AnswerHash, ExerciseId};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The largest file that is taken in, in bytes.
pub const LARGEST_MOCK_REVIEW: u64 = footbridge_review::LARGEST_REPLY as u64;

/// Fewer pairs than this are called few.
const FEW: usize = 10;

impl App {
    /// Writes the page on which another person scores what was answered. It opens in any browser and sends nothing.
    pub fn mock_page(&self, id: &str) -> Result<ReviewPageView, Trouble> {
        let author = self.name_for_readers()?;
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
        Ok(ReviewPageView { path: file, says: format!("{says}{}", said_without_name(request.author.as_deref())) })
    }

    /// Takes in what another person gave back. What the same reader gave these answers before makes room for it.
    pub fn take_mock_review(&self, id: &str, file: &str, bytes: &[u8]) -> Result<MockTakenView, Trouble> {
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        let mut mock = self.mock_file(id)?;
        if let Some(other) = reply_about(bytes).filter(|other| other != id) {
            return Err(self.belongs_to_another(id, &other));
        }
        let request = self.request(id, &mock, &scored(&mock), None)?;
        let reply = read_reply(bytes, file, &request.exercise, &request.ids())
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
        let reader = review.by.clone();
        let taken = if mock.review.contains(&review) { Taken::Already } else { make_room(&mut mock, &review) };
        if taken != Taken::Already {
            mock.review.push(review);
            self.write_mock(id, &mock)?;
        }
        Ok(MockTakenView { says: taken.says(&reader, "stand beside yours"), mock: self.mock_view(id, &mock) })
    }

    fn belongs_to_another(&self, id: &str, other: &str) -> Trouble {
        if self.mock_ids().is_ok_and(|ids| ids.iter().any(|known| known == other)) {
            return Trouble::asked(format!("This file belongs to another interview: `{other}`, not `{id}`."))
                .help(format!("Take it in there: in a shell `footbridge mock take {other} FILE`, in the browser on its own page."));
        }
        Trouble::asked(format!("This file belongs to something else: it is about `{other}`, not about `{id}`."))
            .help("Ask for the file that the page of this interview saves.")
    }

    /// These questions with what was said; the learner's own scores are no part of it.
    fn request(&self, id: &str, mock: &MockFile, questions: &[u32], author: Option<String>) -> Result<Request, Trouble> {
        let mut given = Vec::new();
        for (number, asked) in these(mock, questions) {
            let question = &*self.question_asked(asked).ok_or_else(|| super::gone(&asked.id))?;
            let mut said = format!("{}\n\n", question.ask);
            if let Some(number) = &question.number {
                let _ = write!(said, "To compute: {}\n\n", number.ask);
            }
            let _ = write!(said, "### The answer\n\n{}\n\n", asked.transcript.replace('\n', "\n\n"));
            if question.number.is_some() && !asked.given.is_empty() {
                let _ = write!(said, "The number given: {}\n\n", given_with_unit(question, asked));
            }
            given.push(Answered {
                title: format!("Question {number}"),
                said: footbridge_portfolio::fragment(&said),
                anchors: question.anchors.each_ref().map(|anchor| footbridge_portfolio::fragment(anchor)),
                points: criteria(number, question).into_iter().map(|(id, title)| Point { id, title: title.clone() }).collect(),
            });
        }
        if given.is_empty() {
            return Err(Trouble::asked("No answer of this interview is scored yet.")
                .help("Score your answers first: what somebody else gives is laid beside your own levels."));
        }
        let exercise = ExerciseId::new(id).map_err(|error| Trouble::asked(format!("`{id}` is no id.")).because(error))?;
        Ok(Request {
            exercise,
            title: format!("Practice interview of {}", spoken(mock.on)),
            author,
            answer: answers(mock, questions),
            reading: Reading::Answers(given),
        })
    }
}

/// Takes out what the same reader gave the questions of a new review. Questions they leave out this time keep their levels.
fn make_room(mock: &mut MockFile, new: &ReviewFile) -> Taken {
    let question = |score: &ScoreFile| score.criterion.split('-').next().unwrap_or_default().to_owned();
    let judged: BTreeSet<String> = new.score.iter().map(question).collect();
    let mut before = None;
    for former in mock.review.iter_mut().filter(|former| is_same(&former.by, &new.by)) {
        let had = former.score.len();
        former.score.retain(|score| !judged.contains(&question(score)));
        if former.score.len() < had {
            before = before.max(Some(former.on));
        }
    }
    mock.review.retain(|review| !review.score.is_empty());
    before.map_or(Taken::New, Taken::InPlaceOf)
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

/// Own level and theirs, for each criterion that both scored.
pub(super) fn pairs(mock: &MockFile) -> Vec<(u8, u8)> {
    let own = |id: &str| mock.question.iter().flat_map(|asked| &asked.score).find(|score| score.criterion == id);
    mock.review.iter().flat_map(|review| &review.score).filter_map(|theirs| Some((own(&theirs.criterion)?.level, theirs.level))).collect()
}

/// How far the pairs lie apart, and the mean difference: alone it hides levels that differ in both directions.
pub(super) fn agreement(pairs: &[(u8, u8)]) -> AgreementView {
    if pairs.is_empty() {
        return AgreementView { says: "Nobody else has scored these answers.".to_owned(), ..AgreementView::default() };
    }
    let apart = |wanted: fn(u8) -> bool| pairs.iter().filter(|(own, theirs)| wanted(own.abs_diff(*theirs))).count();
    let (same, one, more) = (apart(|apart| apart == 0), apart(|apart| apart == 1), apart(|apart| apart > 1));
    let mean = pairs.iter().map(|(own, theirs)| f64::from(*own) - f64::from(*theirs)).sum::<f64>() / pairs.len() as f64;
    let spread = [(same, "the same"), (one, "one level apart"), (more, "two or more apart")];
    let spread: Vec<String> = spread.iter().filter(|(pairs, _)| *pairs > 0).map(|(pairs, words)| format!("{pairs} {words}")).collect();
    let few = if pairs.len() < FEW { " So few are a hint and no more." } else { "" };
    AgreementView {
        pairs: count(pairs.len()),
        same: count(same),
        one_apart: count(one),
        more_apart: count(more),
        mean_difference: Some(mean),
        says: format!(
            "Of {} beside theirs: {}. Your levels minus theirs: {mean:+.2} on average.{few}",
            counted(pairs.len(), "level of yours", "levels of yours"),
            footbridge_diagnostic::listed(spread)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::agreement;

    #[test]
    fn the_mean_difference_is_own_minus_theirs() {
        let view = agreement(&[(4, 2), (3, 3), (2, 3)]);
        assert_eq!((view.pairs, view.mean_difference.map(|mean| (mean * 100.0).round())), (3, Some(33.0)));
        assert_eq!(
            view.says,
            "Of 3 levels of yours beside theirs: 1 the same, 1 one level apart and 1 two or more apart. Your levels minus theirs: +0.33 on average. So few are a hint and no more."
        );
        assert_eq!(agreement(&[]).mean_difference, None);
    }

    #[test]
    fn a_mean_of_nothing_does_not_hide_that_the_pairs_differ() {
        let view = agreement(&[(4, 2), (2, 4), (1, 2), (2, 1)]);
        assert_eq!((view.same, view.one_apart, view.more_apart, view.mean_difference), (0, 2, 2, Some(0.0)));
        assert!(view.says.starts_with("Of 4 levels of yours beside theirs: 2 one level apart and 2 two or more apart."), "{}", view.says);
    }
}
