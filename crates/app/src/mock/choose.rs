//! Which questions an interview asks: by kind, in a seeded order, what was not asked lately first.

use footbridge_assist::QuestionKind;
use footbridge_content::{BankKind, BankQuestion, CompanyKind, Pack};
use footbridge_decide::Chance;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Ten questions for a company, as guide and prompt have them.
pub(crate) const OF_A_COMPANY: [(BankKind, usize); 4] =
    [(BankKind::SystemDesign, 3), (BankKind::ProductSense, 3), (BankKind::ApiTechnical, 2), (BankKind::Behavioural, 2)];

/// The kind of the bank that a prompt's kind is.
pub(crate) fn in_bank(kind: QuestionKind) -> BankKind {
    match kind {
        QuestionKind::SystemDesign => BankKind::SystemDesign,
        QuestionKind::ProductSense => BankKind::ProductSense,
        QuestionKind::Api => BankKind::ApiTechnical,
        QuestionKind::Behavioural => BankKind::Behavioural,
    }
}

/// The questions of one kind: those that such a company asks first, among them those that were asked never or longest ago, the rest by chance.
/// `asked` has a higher number for what was asked later.
pub(crate) fn choose<'a>(
    pack: &'a Pack,
    kind: BankKind,
    count: usize,
    company: Option<CompanyKind>,
    asked: &BTreeMap<String, usize>,
    chance: &mut Chance,
) -> Vec<&'a BankQuestion> {
    let questions = pack.bank(kind).map_or(&[][..], |bank| &bank.questions);
    let mut drawn: Vec<(bool, usize, u64, &BankQuestion)> = questions
        .iter()
        .map(|question| {
            let is_foreign = company.is_some_and(|company| !question.companies.contains(&company));
            (is_foreign, asked.get(question.id.as_str()).map_or(0, |at| at + 1), chance.number(), question)
        })
        .collect();
    drawn.sort_by_key(|(is_foreign, asked, drawn, _)| (*is_foreign, *asked, *drawn));
    drawn.into_iter().take(count).map(|(.., question)| question).collect()
}

/// A seed that is the same on one day.
pub(crate) fn seed_of_day(day: Date) -> u64 {
    u64::from(day.day_of_year().unsigned_abs()) + 1_000 * u64::from(day.year().unsigned_abs())
}
