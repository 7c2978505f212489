use super::likeness::{cosine, directions, shares_run};
use super::sentences::sentences;
use super::{Bank, BankKind, BankLimit, BankNumber, BankQuestion, CompanyKind};
use crate::{Area, Pack, Skill};
use footbridge_arithmetic::{Equalities, Equality, equalities};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// From this cosine on two questions ask the same in other words, unless the pack says how they differ.
const ALIKE: f64 = 0.3;

/// How far the two sides of an equals sign may lie apart, as a share of the larger.
const ROUNDING: f64 = 0.012;

/// So many words of a framework's step in a row, found in what is asked, give the step away.
const LEAKED: usize = 8;

/// Questions that ask for each skill of a promised area, at least.
const FEWEST_OF_A_SKILL: usize = 2;

/// What a pack says of one of its banks, in `pack.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankPromise {
    /// Of which bank.
    pub kind: Spanned<BankKind>,
    /// Questions it holds, at least.
    pub questions: usize,
    /// Questions that each kind of companies asks of it, at least.
    #[serde(default)]
    pub for_each_company: usize,
    /// Groups of skills, each skill of which at least two questions ask for, of this bank or another.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// Two questions that share many words and are none the less not the same, in `pack.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differs {
    /// Their ids.
    pub questions: Spanned<[String; 2]>,
    /// What only one of them asks.
    pub because: String,
}

/// What only reading the texts can show: anchors of the right length, numbers that can be computed again, no answer and no step of the
/// framework in a question, no two questions alike, every area asked for, and as many of each kind as the pack promises.
pub fn prove_banks(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for bank in &pack.banks {
        for question in &bank.questions {
            for (at, variant) in question.each_variant().iter().enumerate() {
                let of_variant = said_and_reckoned(variant);
                found.extend(of_variant.into_iter().map(|(code, message)| {
                    let finding = Diagnostic::error(code, message).at(&bank.file(), question.place.clone());
                    if at == 0 { finding } else { finding.note(format!("This is about variant {}.", at + 1)) }
                }));
            }
        }
    }
    found.extend(alike(pack));
    found.extend(said_twice(&pack.banks));
    found.extend(promises(pack));
    found.extend(areas(pack));
    found
}

fn said_and_reckoned(question: &BankQuestion) -> Vec<(&'static str, String)> {
    let id = &question.id;
    let mut found = Vec::new();
    let asked = sentences(&question.ask).len();
    if !(1..=5).contains(&asked) {
        found.push(("bank-ask", format!("`{id}` asks in {asked} sentences; an interviewer takes 1 to 5.")));
    }
    for (level, anchor) in ["poor", "mixed", "good", "excellent"].iter().zip(&question.anchors) {
        let said = sentences(anchor);
        if !(2..=5).contains(&said.len()) {
            let message = format!("The anchor `{level}` of `{id}` has {}; it needs 2 to 5.", counted(said.len(), "sentence", "sentences"));
            found.push(("bank-anchor", message));
        }
        if let Some(leaked) = said.iter().find(|sentence| sentence.len() > 20 && question.ask.contains(sentence.as_str())) {
            found.push(("bank-leak", format!("`{id}` asks with a sentence of its own anchor: “{leaked}”")));
        }
    }
    if let Some(leaked) = question.framework.iter().find(|step| shares_run(&question.ask, step, LEAKED)) {
        found.push(("bank-leak", format!("`{id}` asks with a step of its own framework: “{leaked}”")));
    }
    if let Some(limit) = question.limit {
        found.extend(within(question, limit));
    }
    found.extend(question.number.iter().flat_map(|number| reckoned(question, number)));
    found
}

/// A short timed item asks with exact numbers, and its own good answers keep the limit.
fn within(question: &BankQuestion, limit: BankLimit) -> Vec<(&'static str, String)> {
    let id = &question.id;
    let mut found = Vec::new();
    let numbers = question.ask.split_whitespace().filter(|word| word.contains(|letter: char| letter.is_ascii_digit())).count();
    if numbers < 2 {
        found.push(("bank-limit", format!("`{id}` asks without exact numbers; a short timed item has at least two.")));
    }
    for (level, anchor) in [("good", &question.anchors[2]), ("excellent", &question.anchors[3])] {
        let words = anchor.split_whitespace().count();
        if words > usize::from(limit.words) {
            found.push(("bank-limit", format!("The anchor `{level}` of `{id}` has {words} words; its limit is {}.", limit.words)));
        }
    }
    found
}

fn reckoned(question: &BankQuestion, number: &BankNumber) -> Vec<(&'static str, String)> {
    let id = &question.id;
    let mut found = Vec::new();
    let Equalities { held, wrong, unclear } = equalities(&number.reckoning, ROUNDING);
    for Equality { quote, left, .. } in wrong.iter().chain(&unclear) {
        found.push(("bank-reckoning", format!("The reckoning of `{id}` says `{quote}`, and the left side comes to {left}.")));
    }
    if held.is_empty() && wrong.is_empty() && unclear.is_empty() {
        found
            .push(("bank-reckoning", format!("Nothing in the reckoning of `{id}` can be computed again: it needs `expression = number`.")));
    }
    if !holds_number(&number.reckoning, &number.answer) {
        found.push(("bank-reckoning", format!("The reckoning of `{id}` never arrives at {}.", number.answer)));
    }
    for (place, text) in [("question", &question.ask), ("number's question", &number.ask)] {
        if holds_number(text, &number.answer) {
            found.push(("bank-leak", format!("The {place} of `{id}` holds the answer {}.", number.answer)));
        }
    }
    found
}

/// Whether a number stands in a text by itself, however its digits are grouped.
fn holds_number(text: &str, number: &str) -> bool {
    let bare = |text: &str| -> String {
        let letters: Vec<char> = text.chars().collect();
        let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let groups = |at: usize| at > 0 && letters[at] == ',' && digit(at - 1) && (1..=3).all(|ahead| digit(at + ahead));
        (0..letters.len()).filter(|at| !groups(*at)).map(|at| if letters[at] == '−' { '-' } else { letters[at] }).collect()
    };
    let (text, number) = (bare(text), bare(number));
    text.match_indices(&number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + number.len()..].chars();
        let goes_on = match after.next() {
            Some('.' | ',') => after.next().is_some_and(|c| c.is_ascii_digit()),
            other => other.is_some_and(|c| c.is_ascii_digit()),
        };
        !before.is_some_and(|c| c.is_ascii_digit() || c == '.') && !goes_on
    })
}

fn alike(pack: &Pack) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = pack.head.differing.iter().filter_map(|differs| unfounded(pack, differs)).collect();
    let all: Vec<(&Bank, &BankQuestion)> =
        pack.banks.iter().flat_map(|bank| bank.questions.iter().map(move |question| (bank, question))).collect();
    let directions = directions(all.iter().map(|(_, question)| {
        let framework = question.framework.iter().map(String::as_str);
        std::iter::once(question.ask.as_str()).chain(framework).collect()
    }));
    let may = |one: &str, other: &str| {
        pack.head.differing.iter().any(|differs| {
            let [a, b] = differs.questions.as_ref();
            (a == one && b == other) || (a == other && b == one)
        })
    };
    for (at, (bank, question)) in all.iter().enumerate() {
        for (earlier, (_, other)) in all[..at].iter().enumerate() {
            let share = cosine(&directions[at], &directions[earlier]);
            if share >= ALIKE && !may(question.id.as_str(), other.id.as_str()) {
                let message = format!("`{}` and `{}` ask nearly the same: their words have a cosine of {share:.2}.", question.id, other.id);
                let help = "Replace one of them, or say in `pack.toml` under `[[differs]]` what only one of them asks.";
                found.push(Diagnostic::error("bank-alike", message).at(&bank.file(), question.place.clone()).help(help));
            }
        }
    }
    found
}

/// A word about two questions of which one is not there, or without a reason.
fn unfounded(pack: &Pack, differs: &Differs) -> Option<Diagnostic> {
    let [one, other] = differs.questions.as_ref();
    let missing = [one, other].into_iter().find(|id| pack.question(id).is_none());
    let message = match missing {
        Some(id) => format!("No interview question is called `{id}`."),
        None if one == other => format!("`{one}` does not differ from itself."),
        None if differs.because.trim().is_empty() => format!("It is not said how `{one}` and `{other}` differ."),
        None => return None,
    };
    Some(Diagnostic::error("bank-differs", message).at("pack.toml", differs.questions.span()))
}

/// An anchor that would fit another question says nothing about this one.
fn said_twice(banks: &[Bank]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, &BankQuestion> = BTreeMap::new();
    let mut found = Vec::new();
    for bank in banks {
        for question in &bank.questions {
            for sentence in question.anchors.iter().flat_map(|anchor| sentences(anchor)) {
                if let Some(earlier) = seen.get(&sentence) {
                    let message = format!("An anchor of `{}` says what one of `{}` says: “{sentence}”", question.id, earlier.id);
                    found.push(Diagnostic::error("bank-anchor", message).at(&bank.file(), question.place.clone()));
                }
                seen.insert(sentence, question);
            }
        }
    }
    found
}

fn promises(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for promise in &pack.head.banks {
        let kind = *promise.kind.as_ref();
        let questions = pack.bank(kind).map_or(&[][..], |bank| &bank.questions);
        if questions.len() < promise.questions {
            let count = counted(questions.len(), "question", "questions");
            let message = format!("The bank `{}` has {count}; the pack promises {}.", kind.word(), promise.questions);
            found.push(Diagnostic::error("bank-promise", message).at("pack.toml", promise.kind.span()));
        }
        for company in CompanyKind::ALL {
            let asked = questions.iter().filter(|question| question.companies.contains(&company)).count();
            if asked < promise.for_each_company {
                let (kind, company) = (kind.word(), company.word());
                let count = counted(asked, "question", "questions");
                let message = format!(
                    "Of the bank `{kind}` companies of the kind `{company}` ask {count}; the pack promises {}.",
                    promise.for_each_company
                );
                found.push(Diagnostic::error("bank-company", message).at("pack.toml", promise.kind.span()));
            }
        }
        for skill in pack.skills.iter().filter(|skill| promise.areas.contains(&skill.area)) {
            let id = skill.id.as_ref();
            let asked = pack.banks.iter().flat_map(|bank| &bank.questions).filter(|question| question.skills.contains(id)).count();
            if asked < FEWEST_OF_A_SKILL {
                let message = format!("{} for the skill `{id}`, which the bank `{}` promises; it takes 2.", asking(asked), kind.word());
                found.push(Diagnostic::error("bank-skill", message).at("skills.toml", skill.id.span()));
            }
        }
    }
    found
}

/// A pack with banks asks for every area that its skills stand in.
fn areas(pack: &Pack) -> Vec<Diagnostic> {
    if pack.banks.is_empty() {
        return Vec::new();
    }
    let mut first: BTreeMap<Area, &Skill> = BTreeMap::new();
    for skill in &pack.skills {
        first.entry(skill.area).or_insert(skill);
    }
    let is_asked = |area: Area| {
        let of_area = |id: &ExerciseId| pack.skill(id.as_str()).is_some_and(|skill| skill.area == area);
        pack.banks.iter().flat_map(|bank| &bank.questions).any(|question| question.skills.iter().any(of_area))
    };
    let silent = first.into_iter().filter(|(area, _)| !is_asked(*area));
    let finding = |(_, skill): (Area, &Skill)| {
        let message = format!("No interview question asks for any skill of the area that `{}` stands in.", skill.id.as_ref());
        Diagnostic::error("bank-area", message).at("skills.toml", skill.id.span())
    };
    silent.map(finding).collect()
}

fn asking(count: usize) -> &'static str {
    if count == 0 { "No interview question asks" } else { "One interview question asks" }
}

#[cfg(test)]
mod tests {
    use super::holds_number;

    #[test]
    fn a_number_stands_in_a_text_by_itself() {
        assert!(holds_number("That makes 1,389 writes.", "1389"));
        assert!(holds_number("a difference of −3.5.", "-3.5"));
        assert!(!holds_number("13890 and 1389.5 and 21389", "1389"));
        assert!(!holds_number("1,389,000", "1389"));
    }
}
