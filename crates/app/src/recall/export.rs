//! Cards as text for Anki.

use super::cards::{CardOf, Source};
use super::own::OURS;
use super::schedule::schedule;
use crate::{App, Trouble};
use footbridge_content::BankQuestion;
use footbridge_grade::QuestionKind;
use footbridge_recall::{AnkiCard, write_anki};

impl App {
    /// Every card that is one by now and holds no private work, interview questions once they were answered, as text that Anki imports. What
    /// stands in it keeps its guid from one export to the next; a card of one's own keeps the guid it came with.
    pub fn export_cards(&self, deck: &str) -> Result<String, Trouble> {
        let booked = self.booked();
        self.with_learner(|learner| {
            let cards = self.cards_of(learner, &schedule(learner, booked));
            let notes: Vec<AnkiCard> = cards.iter().filter(|card| !card.is_private()).filter_map(note).collect();
            write_anki(&notes, deck)
        })
    }
}

/// A card as a note. Wrong answers stay here: what was wrong with a query is no question that Anki could ask.
fn note(card: &CardOf<'_>) -> Option<AnkiCard> {
    let plain = |markdown: &str| footbridge_prose::plain_text(markdown).trim().to_owned();
    let (front, back, tag) = match &card.source {
        Source::Own(own) => return Some(own.note()),
        // The anchors of a question open once it was answered.
        Source::Bank(_) if card.log.is_empty() => return None,
        Source::Bank(question) => {
            let number = question.number.as_ref().map_or_else(String::new, |number| format!("\n\nTo compute: {}", plain(&number.ask)));
            (format!("{}{number}", plain(&question.ask)), model(question), question.kind.word())
        }
        // One that was missed is not passed for sure: its answer stays with the exercise.
        Source::Question { question, missed: None, .. } => {
            let (options, answer) = match &question.kind {
                QuestionKind::Options { options, .. } => {
                    let right: Vec<String> = options.iter().filter(|option| option.right).map(|option| plain(&option.text)).collect();
                    (options.iter().map(|option| format!("\n- {}", plain(&option.text))).collect(), right.join("\n"))
                }
                QuestionKind::Number { unit, answer, .. } => (String::new(), format!("{answer} {unit}").trim().to_owned()),
            };
            (format!("{}{options}", plain(&question.ask)), answer, "lesson")
        }
        Source::Question { .. } | Source::Mistake { .. } => return None,
    };
    Some(AnkiCard { guid: format!("{OURS}{}", card.id), front, back, tags: vec!["footbridge".to_owned(), tag.to_owned()] })
}

/// What a strong answer holds.
fn model(question: &BankQuestion) -> String {
    let list = |title: &str, lines: &[String]| {
        let lines: String = lines.iter().map(|line| format!("\n- {}", footbridge_prose::plain_text(line).trim())).collect();
        format!("{title}:{lines}")
    };
    let reckoning = question.number.as_ref().map(|number| number.reckoning.clone());
    let mut parts = vec![question.anchors[3].trim().to_owned()];
    parts.extend(reckoning);
    parts.push(list("A framework", &question.framework));
    parts.push(list("Common mistakes", &question.mistakes));
    parts.join("\n\n")
}
