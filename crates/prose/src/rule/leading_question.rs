use super::{Draft, Rule};
use crate::read::{Section, phrase, question};
use footbridge_diagnostic::Diagnostic;

/// No question leads or asks about a future that nobody knows. People are kind about ideas and wrong about what they will do; what they did
/// last week they know.
pub(crate) const RULE: Rule = Rule {
    code: "prose-leading-question",
    holds: "No “would you use”, “would you like”, “don't you”, “isn't it”, “how much would you pay” and the like.",
    why: "People are kind about ideas and wrong about what they will do; what they did last week they know.",
    find,
};

/// What gives a question away, and how to ask about the past instead.
const LEADING: [(&str, &str); 17] = [
    ("would you use", "Ask: “When did you last have to do this, and what did you use?”"),
    ("would you like", "Ask: “What have you tried to make this easier?”"),
    ("would you want", "Ask: “What have you tried to make this easier?”"),
    ("would you prefer", "Ask: “Which of them did you use last, and why?”"),
    ("would you buy", "Ask: “What did you last pay for to solve this?”"),
    ("would you pay", "Ask: “What does this cost you today, in hours or money?”"),
    ("how much would you pay", "Ask: “What does this cost you today, in hours or money?”"),
    ("would you recommend", "Ask: “Whom did you last tell about it, and what did you say?”"),
    ("would it help", "Ask: “What did you do the last time this happened?”"),
    ("don't you", "Ask: “How did that go the last time?”"),
    ("do you think it would", "Ask: “What happened the last time you tried something like it?”"),
    ("do you agree", "Ask: “How do you see it?”"),
    ("isn't it", "Ask: “How was it?”"),
    ("isn't this", "Ask: “How was it?”"),
    ("wouldn't", "Ask: “What did you do the last time this happened?”"),
    ("aren't you", "Ask: “How did that go the last time?”"),
    ("wouldn't you", "Ask: “What did you do the last time this happened?”"),
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let phrases = LEADING.map(|(phrase, _)| phrase);
    let mut findings = Vec::new();
    for question in question::all(section) {
        for (found, at) in phrase::all(question.text(), &phrases) {
            let place = question.at.start + at.start..question.at.start + at.end;
            let message = format!("“{}” asks for a kindness or a guess.", &question.text()[at]);
            let help = LEADING.iter().find(|(phrase, _)| *phrase == found).map_or("Ask about the last time it happened.", |(_, help)| help);
            findings.push(draft.error(&RULE, question.block.prose.origin(place), message).help(help));
        }
    }
    findings
}
