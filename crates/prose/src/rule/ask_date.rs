use super::{Draft, Rule, absent};
use crate::read::{Section, date, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;

/// The recommendation asks for one thing by a day. Two asks get one answer, and an ask without a day gets none.
pub(crate) const RULE: Rule = Rule {
    code: "prose-ask-date",
    holds: "One ask, and by when.",
    why: "Two asks get one answer, and an ask without a day gets none.",
    find,
};

const ASKS: &[&str] = &[
    "approve",
    "decide",
    "agree",
    "fund",
    "give",
    "allow",
    "release",
    "hire",
    "sign",
    "choose",
    "move",
    "stop",
    "start",
    "let",
    "recommend",
    "ask",
    "asking",
    "propose",
    "need",
    "please",
    "confirm",
    "spend",
    "free",
    "postpone",
    "delay",
    "invest",
    "grant",
    "support",
    "go ahead",
    "pick",
    "accept",
    "say yes",
    "limit",
    "raise",
    "buy",
    "pause",
    "pay",
    "assign",
    "lend",
];

/// Verbs with which a sentence that asks begins.
const IMPERATIVES: &[&str] = &[
    "approve", "agree", "decide", "fund", "give", "allow", "release", "hire", "sign", "choose", "move", "stop", "start", "let", "confirm",
    "spend", "postpone", "invest", "grant", "go ahead", "pick", "accept", "raise", "buy", "pause", "pay", "assign", "lend", "reserve",
];

/// What joins one more ask to the one before it.
const JOINING: &[&str] = &[
    "and",
    "also",
    "then",
    "finally",
    "besides",
    "furthermore",
    "moreover",
    "next",
    "in addition",
    "second",
    "secondly",
    "third",
    "thirdly",
    "lastly",
];

/// One more ask in the words of whoever asks.
const ASKING_MORE: &[&str] = &["also ask", "also need", "also propose", "also recommend", "also want"];

/// What “please” asks for where nothing is to be decided.
const COURTESIES: &[&str] = &[
    "please note",
    "please see",
    "please find",
    "please read",
    "please call",
    "please write",
    "please reply",
    "please tell",
    "please let me",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let text = section.text();
    let missing = absent([(phrase::holds(&text, ASKS), "what you ask for"), (date::first(&text).is_some(), "by when")]);
    let mut findings = draft.unsaid(&RULE, section, &missing, "Write: “Please approve two engineers for six weeks by 12 May.”");
    let items = section
        .blocks()
        .filter(|block| block.item.is_some() && ASKS.iter().any(|ask| phrase::end_of(block.text(), 0, ask).is_some()))
        .count();
    let prose = section.blocks().filter(|block| block.item.is_none() && block.is_paragraph());
    let told =
        prose.map(|block| sentences(block.text()).into_iter().filter(|sentence| asks(&block.text()[sentence.clone()])).count()).sum();
    let asks = items.max(told);
    if asks > 1 {
        let help = "Keep the one that unblocks the others, and say what follows from it.";
        findings.push(draft.fault(&RULE, section, &format!("asks for {asks} things"), help));
    }
    findings
}

/// Whether a sentence asks for something to be done.
fn asks(sentence: &str) -> bool {
    let mut begins = sentence;
    while let Some(end) = phrase::longest_at(begins, 0, JOINING) {
        begins = begins[end..].trim_start_matches([' ', ',', ':', '\u{a0}']);
    }
    let pleads = phrase::holds(sentence, &["please"]) && !phrase::holds(sentence, COURTESIES);
    pleads || phrase::longest_at(begins, 0, IMPERATIVES).is_some() || phrase::holds(sentence, ASKING_MORE)
}

#[cfg(test)]
mod tests {
    use super::asks;

    #[test]
    fn a_sentence_that_asks_is_told_from_one_that_says_what_follows() {
        for sentence in [
            "Please approve the money by 24 April.",
            "Please also hire two engineers by 5 May.",
            "And please move the audit trail by 6 May.",
            "Also raise our salaries.",
            "In addition, approve a scanner.",
            "We also need two engineers.",
        ] {
            assert!(asks(sentence), "{sentence}");
        }
        for sentence in [
            "They then finish on 4 September.",
            "If sending is not back after 20 minutes, we return to the present state, and I call you.",
            "Please call me if a number is unclear.",
            "The move costs 3,000 €.",
            "And the second database is then paid by June.",
        ] {
            assert!(!asks(sentence), "{sentence}");
        }
    }
}
