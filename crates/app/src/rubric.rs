//! What no program judges: the author's own scores first, then those of another person, by file.

use crate::folder::path as inside;
use crate::learner::Learner;
use crate::readers::{Taken, called, said_without_name, standing, taken};
use crate::view::{CriterionView, LevelView, ReviewPageView, ReviewTakenView, ReviewView, RubricView, ScoreView, ScoresBody, WorkView};
use crate::words::count;
use crate::work::{answer_path, folder_of, starter};
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_grade::{Criterion, read_criteria};
use footbridge_journal::{Act, Review, Score, Scored};
use footbridge_review::{LEVELS, LONGEST_QUOTE, Line, Point, Reading, Reply, Request, page, read_reply};
use footbridge_verdict::AnswerHash;

/// The largest review that is read, in bytes.
pub const LARGEST_REVIEW: u64 = footbridge_review::LARGEST_REPLY as u64;

impl App {
    /// Records what the author thinks of their own text as it is.
    pub fn score_own(&self, id: &str, body: &ScoresBody) -> Result<WorkView, Trouble> {
        let (exercise, text) = self.piece(id)?;
        let criteria = criteria_of(exercise)?;
        let answer = AnswerHash::of(self.begun_text(exercise, text)?.as_bytes());
        if let Some(stranger) = body.scores.iter().find(|score| !criteria.iter().any(|criterion| criterion.id == score.criterion)) {
            let known: Vec<String> = criteria.iter().map(|criterion| format!("`{}`", criterion.id)).collect();
            return Err(
                Trouble::asked(format!("There is no criterion `{}`.", stranger.criterion)).help(format!("There are {}.", known.join(", ")))
            );
        }
        let given = |criterion: &Criterion| body.scores.iter().filter(|score| score.criterion == criterion.id).collect::<Vec<_>>();
        if let Some(twice) = criteria.iter().find(|criterion| given(criterion).len() > 1) {
            return Err(Trouble::asked(format!("`{}` is given more than one level.", twice.id)).help("Give it one, from 1 to 4."));
        }
        let open: Vec<String> =
            criteria.iter().filter(|criterion| given(criterion).is_empty()).map(|criterion| format!("`{}`", criterion.id)).collect();
        if !open.is_empty() {
            let message = "A text is scored on every criterion at once, from 1 (poor) to 4 (excellent).";
            return Err(Trouble::asked(message).help(format!("Still without a level: {}.", open.join(", "))));
        }
        let mut scores = Vec::new();
        for (criterion, score) in criteria.iter().flat_map(|criterion| given(criterion).into_iter().map(move |score| (criterion, score))) {
            if !(1..=4).contains(&score.level) || score.because.chars().count() > LONGEST_QUOTE {
                return Err(Trouble::asked(format!(
                    "`{}` takes a level from 1 to 4 and at most {LONGEST_QUOTE} characters of text.",
                    criterion.id
                )));
            }
            scores.push(Score { criterion: criterion.id.clone(), level: score.level, because: score.because.trim().to_owned() });
        }
        let scored = Scored { exercise: exercise.id.clone(), answer, scores };
        self.record_locked(Act::SelfScored(Box::new(scored)), exercise.private)?;
        self.work(id)
    }

    /// Writes the page that another person reads and scores the text on. It opens in any browser.
    pub fn review_page(&self, id: &str) -> Result<ReviewPageView, Trouble> {
        let (exercise, text) = self.piece(id)?;
        let criteria = criteria_of(exercise)?;
        if exercise.private {
            return Err(Trouble::asked(format!("`{id}` is private, so no page for others is made of it.")));
        }
        let text = self.begun_text(exercise, text)?;
        let request = Request {
            exercise: exercise.id.clone(),
            title: exercise.title.clone(),
            author: self.name_for_readers()?,
            answer: AnswerHash::of(text.as_bytes()),
            reading: Reading::Text {
                brief: footbridge_portfolio::fragment(&exercise.brief),
                text: footbridge_portfolio::fragment(&self.cited_for_a_reader(&text)?),
                lines: criteria.iter().map(line).collect(),
            },
        };
        let path = format!("{}/review-{}.html", folder_of(exercise), request.answer.short());
        let _lock = self.lock()?;
        self.world.disk.write_atomically(&inside(&path), page(&request).as_bytes())?;
        let says = "Give this file to somebody who does the work. It opens in any browser, sends nothing, and saves a small file that they give back to you.";
        Ok(ReviewPageView { path, says: format!("{says}{}", said_without_name(request.author.as_deref())) })
    }

    /// Figures that cite a query, for somebody who has only this page: a link to the evidence when the portfolio's address is known, else
    /// the name of the query beside the figure.
    fn cited_for_a_reader(&self, text: &str) -> Result<String, Trouble> {
        let address = self.portfolio_settings()?.address;
        Ok(footbridge_prose::with_references(text, |cited| match &address {
            Some(address) => {
                format!("[{}]({}/evidence/{}.html#answer)", cited.figure.written, address.trim_end_matches('/'), cited.exercise)
            }
            None => format!("{} (by the {} `{}`)", cited.figure.written, cited.source.word(), cited.exercise),
        }))
    }

    /// Takes in what another person gave back. Their name stays in the private journal. What the same reader gave the same text before makes
    /// room for it.
    pub fn take_review(&self, id: &str, file: &str, bytes: &[u8]) -> Result<ReviewTakenView, Trouble> {
        let (exercise, text) = self.piece(id)?;
        let criteria = criteria_of(exercise)?;
        let ids: Vec<&str> = criteria.iter().map(|criterion| criterion.id.as_str()).collect();
        let reply =
            read_reply(bytes, file, &exercise.id, &ids).map_err(|found| Trouble::not_taken("The review cannot be taken in.", found))?;
        if reply.on > self.today() {
            return Err(Trouble::asked(format!("The review says it was written on {}, which has not come yet.", reply.on)));
        }
        let review = review_of(reply);
        self.refuse_of_no_text(exercise, text, &review.scored.answer)?;
        let reader = review.reviewer.clone();
        let taken = self.with_learner(|learner| taken(&standing(reviews_of(learner, exercise)), &review))?;
        if taken != Taken::Already {
            self.record_locked(Act::Reviewed(Box::new(review)), true)?;
        }
        let work = self.work(id)?;
        let waits = work.rubric.as_ref().is_some_and(|rubric| rubric.waiting > 0);
        let now = if waits { "are shown once you have scored that text yourself" } else { "are shown with the rubric" };
        Ok(ReviewTakenView { says: taken.says(&reader, now), work })
    }

    /// The rubric with the scores there are; `None` when the exercise has none.
    pub(crate) fn rubric(&self, exercise: &Exercise, learner: &Learner, saved: Option<&str>) -> Option<RubricView> {
        let criteria = read_criteria(exercise).ok().filter(|criteria| !criteria.is_empty())?;
        let answer = saved.map(|text| AnswerHash::of(text.as_bytes()));
        let work = learner.state.work(&exercise.id);
        let of_this_text = |scored: &Scored| Some(&scored.answer) == answer.as_ref();
        let own = work.and_then(|work| work.self_scores.iter().map(|(_, scored)| scored).rfind(|scored| of_this_text(scored)));
        let given = standing(reviews_of(learner, exercise));
        // A review is shown to whoever has scored the very text that it is about, also when the text was changed since.
        let is_scored = |answer: &AnswerHash| work.is_some_and(|work| work.self_scores.iter().any(|(_, scored)| scored.answer == *answer));
        let shown: Vec<&Review> = given.iter().copied().filter(|review| is_scored(&review.scored.answer)).collect();
        let score_view = |scored: &Scored, by: &str, id: &str| {
            let score = scored.scores.iter().find(|score| score.criterion == id)?;
            Some(ScoreView { level: score.level, because: score.because.clone(), by: by.to_owned() })
        };
        let view = |criterion: &Criterion| CriterionView {
            id: criterion.id.clone(),
            title: criterion.title.clone(),
            asks: criterion.asks.clone(),
            levels: levels(criterion),
            own: own.and_then(|scored| score_view(scored, "you", &criterion.id)),
            others: shown
                .iter()
                .filter_map(|review| {
                    let earlier = if of_this_text(&review.scored) { "" } else { ", of an earlier text" };
                    score_view(&review.scored, &format!("{}{earlier}", called(&review.reviewer)), &criterion.id)
                })
                .collect(),
        };
        let review_view = |review: &&Review| ReviewView {
            by: called(&review.reviewer).to_owned(),
            on: review.on.to_string(),
            note: review.note.clone(),
            of_this_text: of_this_text(&review.scored),
        };
        Some(RubricView {
            criteria: criteria.iter().map(view).collect(),
            scored: own.is_some(),
            reviews: shown.iter().map(review_view).collect(),
            waiting: count(given.len() - shown.len()),
        })
    }

    /// Where nothing is written, a review is of somebody else's text, unless it is of one that was checked here.
    fn refuse_of_no_text(&self, exercise: &Exercise, text: Option<String>, answer: &AnswerHash) -> Result<(), Trouble> {
        let Err(nothing) = self.begun_text(exercise, text) else { return Ok(()) };
        let was_checked = |learner: &Learner| {
            let attempts = learner.state.work(&exercise.id).map_or(&[][..], |work| &work.attempts);
            attempts.iter().any(|attempt| attempt.checked.answer == *answer)
        };
        if self.with_learner(was_checked)? {
            return Ok(());
        }
        let message = format!("No text of yours has the hash {} that this review is about. {}", answer.short(), nothing.message);
        Err(Trouble::asked(message).help("Nothing was taken in. Name the exercise whose page you gave away."))
    }

    /// The text of an answer, which must hold more than it began with.
    pub(crate) fn begun_text(&self, exercise: &Exercise, text: Option<String>) -> Result<String, Trouble> {
        let path = answer_path(exercise);
        let Some(text) = text else {
            let help = format!("`footbridge start {}` writes a file to begin with.", exercise.id);
            return Err(Trouble::asked(format!("There is nothing written yet: `{path}` does not exist.")).help(help));
        };
        if starter(exercise).is_ok_and(|given| given.trim() == text.trim()) {
            return Err(Trouble::asked(format!("There is nothing written yet: `{path}` holds what it began with.")));
        }
        Ok(text)
    }
}

fn criteria_of(exercise: &Exercise) -> Result<Vec<Criterion>, Trouble> {
    let criteria = read_criteria(exercise).unwrap_or_default();
    if criteria.is_empty() { Err(Trouble::asked(format!("`{}` has no rubric.", exercise.id))) } else { Ok(criteria) }
}

fn line(criterion: &Criterion) -> Line {
    Line {
        point: Point { id: criterion.id.clone(), title: criterion.title.clone() },
        asks: criterion.asks.clone(),
        anchors: criterion.anchors().map(str::to_owned),
    }
}

fn levels(criterion: &Criterion) -> Vec<LevelView> {
    let level = |(number, (name, anchor)): (u8, (&&str, &str))| LevelView { number, name: (*name).to_owned(), anchor: anchor.to_owned() };
    (1..).zip(LEVELS.iter().zip(criterion.anchors())).map(level).collect()
}

fn review_of(reply: Reply) -> Review {
    let score = |given: footbridge_review::ScoreGiven| Score { criterion: given.criterion, level: given.level, because: given.because };
    Review {
        scored: Scored { exercise: reply.exercise, answer: reply.answer, scores: reply.scores.into_iter().map(score).collect() },
        reviewer: reply.reviewer,
        on: reply.on,
        note: reply.note,
    }
}

fn reviews_of<'l>(learner: &'l Learner, exercise: &Exercise) -> &'l [Review] {
    learner.state.work(&exercise.id).map_or(&[], |work| &work.reviews)
}
