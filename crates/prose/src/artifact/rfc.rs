//! A request for comments: a change proposed to colleagues, honest about what else could be done and what it costs.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "rfc",
    title: "Request for comments",
    words: None,
    sections: &[
        Asked {
            heading: "Context",
            synonyms: &["Background", "Motivation"],
            asks: "What is the situation, and why must something change now?",
            hint: "What is the case today, with numbers, and why something must change now.",
            min_words: 25,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Proposal",
            synonyms: &["Proposed change", "Decision proposed"],
            asks: "What exactly do you propose?",
            hint: "What exactly you propose, so that somebody else could build it.",
            min_words: 25,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Alternatives",
            synonyms: &["Alternatives considered", "Options considered"],
            asks: "What else could be done, and why not that?",
            hint: "At least two, one of them doing nothing; each with the reason against it.",
            min_words: 20,
            needs: Vec::new,
            rules: &[rule::alternative_reason::RULE, rule::do_nothing::RULE],
        },
        Asked {
            heading: "Consequences",
            synonyms: &["Trade-offs", "Drawbacks", "Impact"],
            asks: "What becomes better, and what does it cost?",
            hint: "What becomes better and what becomes worse, for whom.",
            min_words: 12,
            needs: Vec::new,
            rules: &[rule::cost_named::RULE],
        },
        Asked {
            heading: "Migration",
            synonyms: &["Compatibility", "Rollout", "Backwards compatibility"],
            asks: "How do those who use the old way come over?",
            hint: "How those who use the old way come over, and what keeps working meanwhile.",
            min_words: 12,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Decision needed",
            synonyms: &["Decision", "Who decides", "Decision and date"],
            asks: "Who decides what, by when?",
            hint: "Who decides what, by when.",
            min_words: 5,
            needs: Vec::new,
            rules: &[rule::decision_owner::RULE],
        },
    ],
    rules: &[],
};
