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

/// What is wrong with a question.
#[derive(Clone, Copy)]
enum Fault {
    /// It asks what somebody would do.
    Guess,
    /// It says which answer is hoped for.
    Hope,
}

impl Fault {
    /// The end of a sentence that begins with the words of the question.
    fn told(self) -> &'static str {
        match self {
            Self::Guess => "asks for a guess",
            Self::Hope => "shows which answer you hope for",
        }
    }
}

/// What gives a question away, what is wrong with it, and how to ask about the past instead.
const LEADING: [(&str, Fault, &str); 17] = [
    ("would you use", Fault::Guess, "Ask: “When did you last have to do this, and what did you use?”"),
    ("would you like", Fault::Guess, "Ask: “What have you tried to make this easier?”"),
    ("would you want", Fault::Guess, "Ask: “What have you tried to make this easier?”"),
    ("would you prefer", Fault::Guess, "Ask: “Which of them did you use last, and why?”"),
    ("would you buy", Fault::Guess, "Ask: “What did you last pay for to solve this?”"),
    ("would you pay", Fault::Guess, "Ask: “What does this cost you today, in hours or money?”"),
    ("how much would you pay", Fault::Guess, "Ask: “What does this cost you today, in hours or money?”"),
    ("would you recommend", Fault::Guess, "Ask: “Whom did you last tell about it, and what did you say?”"),
    ("would it help", Fault::Guess, "Ask: “What did you do the last time this happened?”"),
    ("don't you", Fault::Hope, "Ask: “How did that go the last time?”"),
    ("do you think it would", Fault::Guess, "Ask: “What happened the last time you tried something like it?”"),
    ("do you agree", Fault::Hope, "Ask: “How do you see it?”"),
    ("isn't it", Fault::Hope, "Ask: “How was it?”"),
    ("isn't this", Fault::Hope, "Ask: “How was it?”"),
    ("wouldn't", Fault::Hope, "Ask: “What did you do the last time this happened?”"),
    ("aren't you", Fault::Hope, "Ask: “How did that go the last time?”"),
    ("wouldn't you", Fault::Hope, "Ask: “What did you do the last time this happened?”"),
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let phrases = LEADING.map(|(phrase, ..)| phrase);
    let mut findings = Vec::new();
    for question in question::all(section) {
        for (found, at) in phrase::all(question.text(), &phrases) {
            let Some((_, fault, help)) = LEADING.iter().find(|(phrase, ..)| *phrase == found) else { continue };
            let place = question.at.start + at.start..question.at.start + at.end;
            let message = format!("“{}” {}.", &question.text()[at], fault.told());
            findings.push(draft.error(&RULE, question.block.prose.origin(place), message).help(*help));
        }
    }
    findings
}
