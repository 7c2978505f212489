//! An alignment brief: who objects to a proposal, why, and what would change their mind.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "alignment-brief",
    title: "Alignment brief",
    words: None,
    sections: &[
        Asked {
            heading: "Proposal",
            synonyms: &["What I propose"],
            asks: "What do you propose?",
            hint: "What you propose, in two or three sentences.",
            min_words: 15,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Stakeholders",
            synonyms: &["People", "Who is concerned", "Positions"],
            asks: "Who is for or against it, why, and what would change that?",
            hint: "At least three, each with Position (for, against, unsure), Because, and Would change if.",
            min_words: 25,
            needs: Vec::new,
            rules: &[rule::stakeholder_complete::RULE, rule::objection::RULE],
        },
        Asked {
            heading: "Evidence",
            synonyms: &["What I would show"],
            asks: "What would you show them?",
            hint: "What you would show to whom, and where it comes from.",
            min_words: 10,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Concessions",
            synonyms: &["What I would give up", "What I can give"],
            asks: "What would you give up?",
            hint: "What you would give up, and what you would not.",
            min_words: 6,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Next step",
            synonyms: &["Next steps"],
            asks: "Who does what, by when?",
            hint: "Who does what, by when.",
            min_words: 4,
            needs: Vec::new,
            rules: &[rule::next_step::RULE],
        },
    ],
    rules: &[],
};
