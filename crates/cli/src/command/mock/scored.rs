//! An answer scored on the terminal, one criterion after the other.

use crate::terminal::Lines;
use footbridge_app::unfit_quote;
use footbridge_app::view::{LevelView, MockCriterionView, MockQuestionView, ScoreBody};
use std::io::{BufRead, Write};

/// Asks a level for each criterion and the words that speak for it; `None` when a line `q` or the end of input leaves.
pub(super) fn read(from: impl BufRead, to: &mut impl Write, question: &MockQuestionView) -> std::io::Result<Option<Vec<ScoreBody>>> {
    writeln!(
        to,
        "A level for each, and from 2 on words of your answer that show it. Nothing is kept before the last; then they stay as they are. A line `q` leaves."
    )?;
    let mut from = Lines::new(from);
    let all = question.criteria.len();
    let mut scores = Vec::new();
    for (number, criterion) in (1..).zip(&question.criteria) {
        writeln!(to, "\n{number} of {all}: {}", criterion.title)?;
        let Some(score) = criterion_scored(&mut from, to, question, criterion)? else { return Ok(None) };
        scores.push(score);
    }
    Ok(Some(scores))
}

fn criterion_scored(
    from: &mut Lines<impl BufRead>,
    to: &mut impl Write,
    question: &MockQuestionView,
    criterion: &MockCriterionView,
) -> std::io::Result<Option<ScoreBody>> {
    let names: Vec<String> = question.levels.iter().map(|level| format!("{} {}", level.number, level.name)).collect();
    let scored = |level, because| Some(ScoreBody { criterion: criterion.id.clone(), level, because });
    loop {
        let Some(typed) = line(from, to, &format!("Level ({})", names.join(", ")))? else { return Ok(None) };
        let Some(level) = level_of(&question.levels, &typed) else {
            writeln!(to, "Give one of the levels, by its number or its name.")?;
            continue;
        };
        if level == 1 {
            return Ok(scored(level, String::new()));
        }
        loop {
            let Some(words) = line(from, to, "Words of your answer that show it (Enter gives another level)")? else { return Ok(None) };
            if words.is_empty() {
                break;
            }
            match unfit_quote(&question.transcript, &words) {
                Some(unfit) => writeln!(to, "{unfit}")?,
                None => return Ok(scored(level, words)),
            }
        }
    }
}

fn level_of(levels: &[LevelView], typed: &str) -> Option<u8> {
    let typed = typed.to_lowercase();
    levels.iter().find(|level| level.number.to_string() == typed || level.name == typed).map(|level| level.number)
}

/// A line as it is typed; nothing when it is `q` or there is no more.
fn line(from: &mut Lines<impl BufRead>, to: &mut impl Write, asks: &str) -> std::io::Result<Option<String>> {
    write!(to, "{asks}: ")?;
    to.flush()?;
    Ok(from.next()?.map(|line| line.trim().to_owned()).filter(|line| line != "q"))
}

#[cfg(test)]
mod tests {
    use super::read;
    use footbridge_app::view::{LevelView, MockCriterionView, MockQuestionView};

    fn question() -> MockQuestionView {
        let level = |(number, name): (u8, &str)| LevelView { number, name: name.to_owned(), anchor: String::new() };
        let criterion = |number: u8| MockCriterionView {
            id: format!("q1-{number}"),
            title: format!("Criterion {number}"),
            own: None,
            others: Vec::new(),
        };
        MockQuestionView {
            number: 1,
            id: "sd-x".to_owned(),
            unreviewed: false,
            kind: "System design".to_owned(),
            ask: Vec::new(),
            minutes: 10,
            limit: None,
            number_ask: String::new(),
            unit: String::new(),
            state: "answered".to_owned(),
            transcript: "[00:00:00] We cut the list.\nThen we store it.".to_owned(),
            given: String::new(),
            seconds: None,
            criteria: vec![criterion(1), criterion(2)],
            levels: (1..).zip(["poor", "mixed", "good", "excellent"]).map(level).collect(),
            figures: None,
            model: None,
            exercise: None,
        }
    }

    fn scored(typed: &str) -> (Option<Vec<(u8, String)>>, String) {
        let mut told = Vec::new();
        let scores = read(typed.as_bytes(), &mut told, &question()).expect("memory can be read");
        let scores = scores.map(|scores| scores.into_iter().map(|score| (score.level, score.because)).collect());
        (scores, String::from_utf8(told).expect("text"))
    }

    #[test]
    fn each_criterion_is_asked_for_its_level_and_its_words() {
        let (scores, told) = scored("3\nwe cut the list\npoor\n");
        assert_eq!(scores, Some(vec![(3, "we cut the list".to_owned()), (1, String::new())]));
        assert!(told.contains("1 of 2: Criterion 1") && told.contains("Level (1 poor, 2 mixed, 3 good, 4 excellent): "), "{told}");
    }

    #[test]
    fn a_slip_is_told_and_asked_again() {
        let (scores, told) = scored("5\n2\nwe sell it\n\n4\nCut … store it\n1\n");
        assert_eq!(scores, Some(vec![(4, "Cut … store it".to_owned()), (1, String::new())]));
        assert!(told.contains("Give one of the levels") && told.contains("These words do not stand in your answer"), "{told}");
    }

    #[test]
    fn whoever_leaves_scores_nothing() {
        assert_eq!(scored("3\nq\n").0, None);
        assert_eq!(scored("1\n").0, None, "the end of input");
    }
}
