//! What the sample learner recalled, and how a mock interview went.

use super::story::Deed;
use crate::view::{MockAnswerBody, MockCriterionView, MockScoresBody, MockWishBody, RecallBody, ScoreBody};
use crate::{App, Trouble};

/// Days on which cards were recalled.
const RECALL_DAYS: [i32; 8] = [27, 24, 20, 17, 13, 9, 6, 2];

/// Minutes on such a day.
const MINUTES: u16 = 15;

/// Cards on such a day.
const CARDS_A_DAY: usize = 3;

/// Grades in turn: mostly recalled, now and then not.
const GRADES: [u8; 7] = [3, 3, 2, 3, 1, 3, 4];

const ANSWERED: &str = "\
[00:00] At my last company a partner's webhook failed for two days in April, and I was the one who answered their mails.
[00:25] The engineers wanted to close the ticket, because every retry had been sent and the partner's server had refused them.
[00:50] I asked for the log of one delivery, and the three of us read it together: we had signed with a key that was rotated on Monday.
[01:20] I wrote down what both sides would do: we kept the old key valid for 48 hours, and failed deliveries fell from 312 to none.
[01:50] Next time I would ask the partner for the log of a failed delivery on the first day.";

/// Words of the answer that speak for it, for each criterion in turn.
const BECAUSE: [&str; 3] = [
    "I asked for the log of one delivery, and the three of us read it together",
    "I wrote down what both sides would do",
    "failed deliveries fell from 312 to none",
];

pub(super) fn deeds() -> Vec<Deed<'static>> {
    let recalled = RECALL_DAYS.iter().enumerate().map(|(at, &days_ago)| Deed::new(days_ago, 19, move |app| recall(app, at * CARDS_A_DAY)));
    recalled.chain([Deed::new(4, 20, interview)]).collect()
}

/// Recalls the first cards of the day; `before` is how many were recalled on earlier days.
fn recall(app: &App, before: usize) -> Result<(), Trouble> {
    let cards = app.recall(Some(MINUTES))?.cards;
    for (card, wished) in cards.iter().take(CARDS_A_DAY).zip(GRADES.iter().cycle().skip(before)) {
        let offered = app.turn_card(&card.id, "")?.grades;
        let Some(level) = offered.iter().map(|grade| grade.level).filter(|level| level <= wished).max() else { continue };
        app.recalled(&card.id, &RecallBody { level, checked: String::new(), seconds: Some(95) })?;
    }
    Ok(())
}

/// Two behavioural questions: one answered and scored, one still open.
fn interview(app: &App) -> Result<(), Trouble> {
    let wish = MockWishBody { kind: Some("behavioural".to_owned()), questions: Some(2), seed: Some(1), ..MockWishBody::default() };
    let mock = app.begin_mock(&wish)?.line.id;
    let answer = MockAnswerBody { transcript: ANSWERED.to_owned(), seconds: Some(140), ..MockAnswerBody::default() };
    let answered = app.answer_mock(&mock, 1, &answer)?;
    let criteria = answered.questions.into_iter().next().map(|question| question.criteria).unwrap_or_default();
    let score = |(at, criterion): (usize, MockCriterionView)| ScoreBody {
        criterion: criterion.id,
        level: if at == 0 { 3 } else { 2 },
        because: BECAUSE[at % BECAUSE.len()].to_owned(),
    };
    let scores = MockScoresBody { scores: criteria.into_iter().enumerate().map(score).collect() };
    app.score_mock(&mock, 1, &scores).map(drop)
}
