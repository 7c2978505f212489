//! A decision record: one decision, so that somebody who joins next year understands it without asking.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "decision-record",
    title: "Architecture decision record",
    words: None,
    sections: &[
        Asked {
            heading: "Status",
            synonyms: &[],
            asks: "Is it proposed, accepted, rejected or superseded, and since when?",
            hint: "Proposed, accepted, rejected or superseded, with the date.",
            min_words: 2,
            needs: Vec::new,
            rules: &[rule::decision_status::RULE],
        },
        Asked {
            heading: "Context",
            synonyms: &["Context and problem statement", "Background"],
            asks: "Which situation asked for a decision?",
            hint: "The situation and the numbers that asked for a decision.",
            min_words: 15,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Options",
            synonyms: &["Considered options", "Options considered", "Pros and cons of the options"],
            asks: "What could have been decided, and what speaks for or against each?",
            hint: "At least two, each with a reason for or against it.",
            min_words: 15,
            needs: Vec::new,
            rules: &[rule::alternative_reason::RULE],
        },
        Asked {
            heading: "Decision",
            synonyms: &["Decision outcome", "Outcome"],
            asks: "Which option was chosen, and why?",
            hint: "Which of the options, by its name, and why.",
            min_words: 8,
            needs: Vec::new,
            rules: &[rule::decision_names_option::RULE],
        },
        Asked {
            heading: "Consequences",
            synonyms: &[],
            asks: "What follows, the bad included, and when do you look again?",
            hint: "What follows; at least one thing that becomes worse; and when you look at it again.",
            min_words: 12,
            needs: Vec::new,
            rules: &[rule::bad_consequence::RULE],
        },
    ],
    rules: &[rule::review_date::RULE],
};
