//! A guide for talking with users: questions about what they did, not about what they would do.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "interview-guide",
    title: "User interview guide",
    words: None,
    sections: &[
        Asked {
            heading: "What we want to learn",
            synonyms: &["Goal", "Research question"],
            asks: "What will you decide differently afterwards?",
            hint: "The one thing that you want to know, and what you would decide differently.",
            min_words: 12,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Who we ask",
            synonyms: &["Participants", "Whom we ask"],
            asks: "How many people, chosen how?",
            hint: "How many, and what they must have done to be asked.",
            min_words: 6,
            needs: Vec::new,
            rules: &[rule::participants::RULE],
        },
        Asked {
            heading: "Questions",
            synonyms: &[],
            asks: "What will you ask, in which order?",
            hint: "At least six, most of them beginning with how, what, when or tell me; about the last time, not about a wish.",
            min_words: 30,
            needs: Vec::new,
            rules: &[rule::questions::RULE, rule::open_questions::RULE, rule::leading_question::RULE],
        },
        Asked {
            heading: "What we will not ask",
            synonyms: &["Not asked"],
            asks: "Which question is tempting and useless?",
            hint: "At least one tempting question, and why not.",
            min_words: 6,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "After the interview",
            synonyms: &["Synthesis", "What we do with it"],
            asks: "What happens with the answers?",
            hint: "What you do with the answers, by when.",
            min_words: 8,
            needs: Vec::new,
            rules: &[],
        },
    ],
    rules: &[],
};
