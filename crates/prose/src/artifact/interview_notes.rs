//! Notes of one interview: what the person does today and said, kept apart from what you think about it.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "interview-notes",
    title: "User interview notes",
    words: None,
    sections: &[
        Asked {
            heading: "Who and when",
            synonyms: &["Participant", "Context"],
            asks: "Which role, and on which day?",
            hint: "Role and kind of company, and the date. No name, no address.",
            min_words: 4,
            needs: Vec::new,
            rules: &[rule::notes_date::RULE],
        },
        Asked {
            heading: "What they do today",
            synonyms: &["Today", "Workflow"],
            asks: "How do they do it now, step by step?",
            hint: "Step by step what they did the last time, with times and counts.",
            min_words: 12,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "In their words",
            synonyms: &["Quotes"],
            asks: "What did they say, word for word?",
            hint: "At least three quotes, in quotation marks.",
            min_words: 12,
            needs: Vec::new,
            rules: &[rule::quotes::RULE],
        },
        Asked {
            heading: "What surprised me",
            synonyms: &["Surprises"],
            asks: "What did you not expect?",
            hint: "What you did not expect, and what you had believed before.",
            min_words: 8,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "What I will do",
            synonyms: &["Next", "Next steps", "So what"],
            asks: "What follows from it, by when?",
            hint: "At least one item, with a date.",
            min_words: 4,
            needs: Vec::new,
            rules: &[rule::next_step::DATED],
        },
    ],
    rules: &[rule::notes_anonymous::RULE, rule::wishes::RULE],
};
