//! The two sides of a card.

use super::cards::{CardOf, Source};
use super::own::{FILE, OwnCard};
use crate::App;
use crate::bank::model_answer;
use crate::course::opens;
use crate::learner::Learner;
use crate::markdown::blocks;
use crate::variants::is_passed;
use crate::view::{Block, CardBackView, CardView, GradeView, Inline, LevelView, LimitView, ModelAnswerView, NextView, OptionView};
use footbridge_content::{BankLimit, BankNumber, Exercise};
use footbridge_grade::{Choice, Question, QuestionKind, check_question, label, letters_typed, number_typed, number_typed_in};
use footbridge_planner::spoken;
use footbridge_recall::{Grade, Model, Recalled};
use footbridge_review::LEVELS;
use footbridge_verdict::Outcome;

/// What a machine found of an answer.
struct Found {
    right: Option<bool>,
    says: Vec<String>,
    /// Something was typed for a number or for letters, and it is none.
    unreadable: bool,
}

impl CardOf<'_> {
    /// What it asks, without markup, as a list shows it.
    pub(super) fn asked(&self) -> String {
        let ask = match &self.source {
            Source::Bank(question) => &question.ask,
            Source::Question { question, .. } => &question.ask,
            Source::Own(own) => return own.card.front.clone(),
            Source::Mistake { exercise, .. } => return format!("What went wrong in “{}”?", exercise.title),
        };
        footbridge_prose::plain_text(ask).trim().to_owned()
    }

    /// What a strong answer holds, for an interview question.
    pub(super) fn model_answer(&self) -> Option<ModelAnswerView> {
        match &self.source {
            Source::Bank(question) => Some(model_answer(question)),
            Source::Question { .. } | Source::Mistake { .. } | Source::Own(_) => None,
        }
    }

    /// What a short timed item allows.
    fn limit(&self) -> Option<BankLimit> {
        match &self.source {
            Source::Bank(question) => question.limit,
            Source::Question { .. } | Source::Mistake { .. } | Source::Own(_) => None,
        }
    }

    /// The options of its question, when it has any.
    fn options(&self) -> &[Choice] {
        match &self.source {
            Source::Question { question, .. } => match &question.kind {
                QuestionKind::Options { options, .. } => options,
                QuestionKind::Number { .. } => &[],
            },
            Source::Bank(_) | Source::Mistake { .. } | Source::Own(_) => &[],
        }
    }

    fn missed(&self) -> Option<(&Exercise, &super::missed::Missed)> {
        match &self.source {
            Source::Bank(_) | Source::Own(_) => None,
            Source::Question { exercise, missed, .. } => missed.as_ref().map(|missed| (*exercise, missed)),
            Source::Mistake { exercise, missed } => Some((exercise, missed)),
        }
    }
}

impl App {
    /// A card before it is answered.
    pub(super) fn card_front(&self, card: &CardOf<'_>, model: &Model) -> CardView {
        let words = |ask: Vec<Block>, number: Option<&BankNumber>| {
            let number_ask = number.map_or_else(String::new, |number| number.ask.clone());
            (ask, "words", Vec::new(), number_ask, number.map_or_else(String::new, |number| number.unit.clone()))
        };
        let (ask, answer_kind, options, number_ask, unit) = match &card.source {
            Source::Bank(question) => words(blocks(&question.ask), question.number.as_ref()),
            Source::Own(own) => {
                let kind = if own_number(own).is_some() { "number" } else { "words" };
                (lines(&own.card.front), kind, Vec::new(), String::new(), String::new())
            }
            Source::Mistake { .. } => words(blocks("What was wrong with this answer, and what makes it right?"), None),
            Source::Question { question, .. } => match &question.kind {
                QuestionKind::Options { options, several } => {
                    let options =
                        options.iter().enumerate().map(|(at, option)| OptionView { label: label(at), text: blocks(&option.text) });
                    (blocks(&question.ask), if *several { "several" } else { "one" }, options.collect(), String::new(), String::new())
                }
                QuestionKind::Number { unit, .. } => (blocks(&question.ask), "number", Vec::new(), String::new(), unit.clone()),
            },
        };
        CardView {
            line: self.card_line(card, model),
            from: self.origin(card),
            ask,
            answer_kind: answer_kind.to_owned(),
            options,
            number_ask,
            unit,
            limit: card.limit().map(limit_view),
            missed: card.missed().map(|(exercise, missed)| self.missed_view(exercise, missed, card.options())),
            about: self.about(card),
        }
    }

    fn origin(&self, card: &CardOf<'_>) -> String {
        match &card.source {
            Source::Bank(question) => {
                let bank = self.course.pack.bank(question.kind);
                let title = bank.map_or("", |bank| bank.title.as_str());
                match question.limit {
                    Some(limit) => format!("{title}, at most {} words in {} s", limit.words, limit.seconds),
                    None => format!("{title}, {} min in an interview", question.minutes),
                }
            }
            Source::Own(own) if own.card.tags.is_empty() => format!("From {FILE}"),
            Source::Own(own) => format!("From {FILE}, tagged {}", own.card.tags.join(", ")),
            Source::Question { exercise, missed: None, .. } => format!("From “{}”", exercise.title),
            Source::Question { exercise, missed: Some(missed), .. } | Source::Mistake { exercise, missed } => {
                format!("Missed in “{}” on {}", exercise.title, spoken(missed.on))
            }
        }
    }

    fn about(&self, card: &CardOf<'_>) -> Option<NextView> {
        match &card.source {
            Source::Own(_) => None,
            Source::Bank(question) => self.exercise_of(question).map(|link| NextView { title: link.title, opens: link.opens }),
            Source::Question { exercise, .. } | Source::Mistake { exercise, .. } => {
                Some(NextView { title: exercise.title.clone(), opens: opens(exercise) })
            }
        }
    }

    /// The back of a card that was answered; `checked` is what a machine can check.
    pub(super) fn card_back(&self, card: &CardOf<'_>, learner: &Learner, model: &Model, checked: &str) -> CardBackView {
        let checked = checked.trim();
        let found = match &card.source {
            Source::Bank(question) => question.number.as_ref().map_or_else(Found::nothing, |number| number_found(number, checked)),
            Source::Question { exercise, question, .. } => question_found(exercise, question, checked),
            Source::Own(own) => own_number(own).map_or_else(Found::nothing, |back| back.found(checked)),
            Source::Mistake { .. } => Found::nothing(),
        };
        let (levels, grades) = match &card.source {
            Source::Bank(question) => (levels_of(&question.anchors), open_grades(found.right)),
            Source::Question { .. } => (Vec::new(), checked_grades(found.right)),
            Source::Mistake { .. } | Source::Own(_) => (Vec::new(), open_grades(found.right)),
        };
        let discussion = match &card.source {
            Source::Mistake { exercise, .. } => kept_shut(exercise, learner).unwrap_or_else(|| blocks(&exercise.discussion)),
            Source::Own(own) => lines(&own.card.back),
            Source::Question { exercise, question, .. } if found.right != Some(true) => {
                kept_shut(exercise, learner).unwrap_or_else(|| answer_to(exercise, question))
            }
            Source::Bank(_) | Source::Question { .. } => Vec::new(),
        };
        let grades = grades.into_iter().map(|grade| self.grade_view(card, model, grade)).collect();
        CardBackView { right: found.right, unreadable: found.unreadable, says: found.says, levels, discussion, grades }
    }

    fn grade_view(&self, card: &CardOf<'_>, model: &Model, grade: Grade) -> GradeView {
        let mut log = card.log.clone();
        log.push(Recalled { on: self.today(), grade });
        let due = model.memory(&log).map_or_else(|| self.today(), |memory| model.due(&memory, card.target));
        let stands_for = match (&card.source, grade) {
            (Source::Bank(_), Grade::Again) => "poor",
            (Source::Bank(_), Grade::Hard) => "mixed",
            (Source::Bank(_), Grade::Good) => "good",
            (Source::Bank(_), Grade::Easy) => "excellent",
            (_, Grade::Again) => "not recalled",
            (_, Grade::Hard) => "recalled with effort",
            (_, Grade::Good) => "recalled",
            (_, Grade::Easy) => "recalled at once",
        };
        GradeView { level: grade.level(), word: grade.word().to_owned(), stands_for: stands_for.to_owned(), comes_back: due.to_string() }
    }
}

/// Where the answer stands as long as its exercise was neither passed nor its solution opened: a card is no way around either.
fn kept_shut(exercise: &Exercise, learner: &Learner) -> Option<Vec<Block>> {
    let work = learner.state.work(&exercise.id);
    let is_first = exercise.variant == 0;
    if work.is_some_and(|work| is_passed(work, exercise) || is_first && work.help.solution) {
        return None;
    }
    Some(blocks(&format!(
        "It is not passed yet, so the answer stays with the exercise: `footbridge show {0}` opens it, `footbridge solution {0}` shows the way.",
        exercise.id
    )))
}

/// The right answer to a question, why it is right, and where to read it up.
fn answer_to(exercise: &Exercise, question: &Question) -> Vec<Block> {
    let right = match &question.kind {
        QuestionKind::Number { answer, unit, reckoning, .. } => {
            vec![format!("The answer is {answer} {unit}").trim_end().to_owned() + ".", reckoning.clone()]
        }
        QuestionKind::Options { options, .. } => {
            let right = options.iter().enumerate().filter(|(_, option)| option.right);
            right.flat_map(|(at, option)| [format!("The answer is {}: {}", label(at), option.text), option.feedback.clone()]).collect()
        }
    };
    let read = format!("`footbridge show {}` opens “{}”, where it stands.", exercise.id, exercise.title);
    right.iter().chain([&read]).filter(|text| !text.trim().is_empty()).flat_map(|text| blocks(text)).collect()
}

/// Text of one's own as it stands: nothing in it is markup.
fn lines(text: &str) -> Vec<Block> {
    let paragraph = |line: &str| Block::Paragraph { inlines: vec![Inline::Text { text: line.to_owned() }] };
    text.lines().filter(|line| !line.trim().is_empty()).map(paragraph).collect()
}

/// What a short timed item allows.
pub(crate) fn limit_view(limit: BankLimit) -> LimitView {
    LimitView { words: u32::from(limit.words), seconds: u32::from(limit.seconds) }
}

/// Four anchors as the levels of an answer.
pub(crate) fn levels_of(anchors: &[String; 4]) -> Vec<LevelView> {
    let level = |(number, (name, anchor)): (u8, (&&str, &String))| LevelView { number, name: (*name).to_owned(), anchor: anchor.clone() };
    (1..).zip(LEVELS.iter().zip(anchors)).map(level).collect()
}

impl Found {
    fn nothing() -> Self {
        Self { right: None, says: Vec::new(), unreadable: false }
    }
}

/// The number of an interview question: left out it counts as a wrong one, or silence would score better than a try. The reckoning is told
/// either way: the answer was given.
fn number_found(number: &BankNumber, typed: &str) -> Found {
    if typed.is_empty() {
        let says = vec!["No number was given, which counts like a wrong one.".to_owned(), number.reckoning.clone()];
        return Found { right: Some(false), says, unreadable: false };
    }
    let mut found = number_verdict(typed, number_typed_in(typed, &number.unit), |given| number.accepts(given));
    found.says.push(number.reckoning.clone());
    found
}

/// Whether a number that was typed is right, and how that is told.
fn number_verdict(typed: &str, read: Option<f64>, accepts: impl Fn(f64) -> bool) -> Found {
    let (right, verdict) = match read {
        None => (false, format!("“{typed}” is no number, which counts like a wrong one.")),
        Some(given) if accepts(given) => (true, "The number is right.".to_owned()),
        Some(_) => (false, "The number is not right.".to_owned()),
    };
    Found { right: Some(right), says: vec![verdict], unreadable: read.is_none() }
}

/// The number on the back of a card of one's own.
struct OwnNumber<'a> {
    back: &'a str,
    /// What stands behind its digits: `million`, `ms`.
    unit: &'a str,
}

/// The number in digits that a card of one's own has on its back, when it has nothing else there but a unit of one word.
fn own_number(own: &OwnCard) -> Option<OwnNumber<'_>> {
    let back = own.card.back.trim();
    let last = back.rfind(|letter: char| letter.is_ascii_digit())?;
    let is_number = number_typed(back).is_some() && back.split_whitespace().count() <= 2;
    is_number.then(|| OwnNumber { back, unit: back[last + 1..].trim() })
}

impl OwnNumber<'_> {
    /// Left out, the answer was said aloud, and the learner alone knows how it was.
    fn found(&self, typed: &str) -> Found {
        if typed.is_empty() {
            return Found::nothing();
        }
        let read = |text: &str| [number_typed(text), number_typed_in(text, self.unit)];
        let is_same = |one: f64, other: f64| (one - other).abs() <= 2.0 * f64::EPSILON * other.abs();
        let [given, right] = [read(typed), read(self.back)];
        let is_right = given.into_iter().zip(right).any(|pair| matches!(pair, (Some(given), Some(right)) if is_same(given, right)));
        number_verdict(typed, given.into_iter().flatten().next(), |_| is_right)
    }
}

fn question_found(exercise: &Exercise, question: &Question, typed: &str) -> Found {
    if typed.is_empty() {
        return Found { right: None, says: vec!["It was not answered.".to_owned()], unreadable: false };
    }
    let Some(verdict) = check_question(exercise, &question.id, typed) else { return Found::nothing() };
    let mut says = vec![verdict.summary];
    says.extend(verdict.findings.into_iter().map(|finding| finding.diagnostic.message));
    let unreadable = match &question.kind {
        QuestionKind::Number { .. } => number_typed(typed).is_none(),
        QuestionKind::Options { options, several } => {
            let labels: Vec<String> = (0..options.len()).map(label).collect();
            !reads_as_letters(typed, &labels, *several)
        }
    };
    Found { right: Some(verdict.outcome == Outcome::Pass), says, unreadable }
}

/// Whether what somebody types can be read as letters of these: one, or several.
pub fn reads_as_letters(typed: &str, labels: &[String], several: bool) -> bool {
    letters_typed(typed).is_some_and(|letters| {
        let is_enough = if several { !letters.is_empty() } else { letters.len() == 1 };
        is_enough && letters.iter().all(|letter| labels.contains(letter))
    })
}

/// Grades of what a machine checks alone: wrong is not recalled.
fn checked_grades(right: Option<bool>) -> Vec<Grade> {
    if right == Some(true) { vec![Grade::Hard, Grade::Good, Grade::Easy] } else { vec![Grade::Again] }
}

/// Grades of an answer in words: with a wrong number in it, or without the one that is asked for, no answer is good.
fn open_grades(right: Option<bool>) -> Vec<Grade> {
    if right == Some(false) { vec![Grade::Again, Grade::Hard] } else { Grade::ALL.to_vec() }
}
