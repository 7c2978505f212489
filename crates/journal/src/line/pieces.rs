//! Lines about pieces of writing: scored, reviewed, published.

use super::BadData;
use crate::act::{Published, Review, Score, Scored};
use footbridge_verdict::{AnswerHash, ExerciseId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
pub(super) struct ScoredLine<'a> {
    #[serde(borrow)]
    exercise: Cow<'a, str>,
    #[serde(borrow)]
    answer: Cow<'a, str>,
    scores: Vec<ScoreLine<'a>>,
}

#[derive(Serialize, Deserialize)]
struct ScoreLine<'a> {
    #[serde(borrow)]
    criterion: Cow<'a, str>,
    level: u8,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    because: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ReviewLine<'a> {
    #[serde(borrow)]
    scored: ScoredLine<'a>,
    #[serde(borrow)]
    reviewer: Cow<'a, str>,
    on: Date,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    note: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PublishedLine<'a> {
    #[serde(borrow)]
    exercise: Cow<'a, str>,
    #[serde(borrow)]
    address: Cow<'a, str>,
    on: Date,
    #[serde(borrow)]
    answer: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    diff: Cow<'a, str>,
}

pub(super) fn read_scored(data: &str) -> Result<Scored, BadData> {
    serde_json::from_str::<ScoredLine<'_>>(data)?.into_scored()
}

pub(super) fn read_review(data: &str) -> Result<Review, BadData> {
    let line: ReviewLine<'_> = serde_json::from_str(data)?;
    Ok(Review { scored: line.scored.into_scored()?, reviewer: line.reviewer.into_owned(), on: line.on, note: line.note.into_owned() })
}

pub(super) fn read_published(data: &str) -> Result<Published, BadData> {
    let line: PublishedLine<'_> = serde_json::from_str(data)?;
    Ok(Published {
        exercise: ExerciseId::new(&line.exercise)?,
        address: line.address.into_owned(),
        on: line.on,
        answer: AnswerHash::read(&line.answer)?,
        diff: line.diff.into_owned(),
    })
}

impl ScoredLine<'_> {
    fn into_scored(self) -> Result<Scored, BadData> {
        let score = |line: ScoreLine<'_>| match line.level {
            1..=4 => Ok(Score { criterion: line.criterion.into_owned(), level: line.level, because: line.because.into_owned() }),
            other => Err(BadData::Level(other)),
        };
        Ok(Scored {
            exercise: ExerciseId::new(&self.exercise)?,
            answer: AnswerHash::read(&self.answer)?,
            scores: self.scores.into_iter().map(score).collect::<Result<_, BadData>>()?,
        })
    }
}

pub(super) fn scored_line(scored: &Scored) -> ScoredLine<'_> {
    let scores = scored.scores.iter().map(|score| ScoreLine {
        criterion: score.criterion.as_str().into(),
        level: score.level,
        because: score.because.as_str().into(),
    });
    ScoredLine { exercise: scored.exercise.as_str().into(), answer: scored.answer.as_str().into(), scores: scores.collect() }
}

pub(super) fn review_line(review: &Review) -> ReviewLine<'_> {
    ReviewLine {
        scored: scored_line(&review.scored),
        reviewer: review.reviewer.as_str().into(),
        on: review.on,
        note: review.note.as_str().into(),
    }
}

pub(super) fn published_line(published: &Published) -> PublishedLine<'_> {
    PublishedLine {
        exercise: published.exercise.as_str().into(),
        address: published.address.as_str().into(),
        on: published.on,
        answer: published.answer.as_str().into(),
        diff: published.diff.as_str().into(),
    }
}
