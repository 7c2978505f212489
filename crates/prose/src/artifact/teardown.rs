//! A product of somebody else, taken apart in about 500 words: the weekly challenge.

use super::{Asked, Kind};
use crate::rule;
use crate::rules::{Need, WordLimits};

const TECHNICAL_USERS: &[&str] = &[
    "developer",
    "developers",
    "engineer",
    "engineers",
    "data team",
    "data teams",
    "integrator",
    "integrators",
    "programmer",
    "programmers",
];

pub(super) const KIND: Kind = Kind {
    id: "teardown",
    title: "Product teardown",
    words: Some(WordLimits { min: 425, max: 575 }),
    sections: &[
        Asked {
            heading: "Primary users",
            synonyms: &[],
            asks: "Who are the primary users, what do they build with it, and what hurts them today?",
            hint: "Who they are by the name of their work, what they build with it, and what hurts them today.",
            min_words: 80,
            needs: || vec![Need::any_of(TECHNICAL_USERS, "a technical user by the name of their work, such as developers or data teams")],
            rules: &[],
        },
        Asked {
            heading: "Technical problems it solves",
            synonyms: &[],
            asks: "Which technical problems does it take off their hands, and how do you know?",
            hint: "Which technical problems it takes off their hands, and why these are hard.",
            min_words: 120,
            needs: || vec![Need::reason("a reason why a problem is hard")],
            rules: &[],
        },
        Asked {
            heading: "One feature for the next quarter",
            synonyms: &[],
            asks: "Which one feature would you prioritise next quarter, why this one first, and what would tell you that it worked?",
            hint: "One feature, why this one first and not another, and what would tell you that it worked.",
            min_words: 120,
            needs: || vec![Need::reason("a reason")],
            rules: &[rule::priority_compared::RULE, rule::success_measured::RULE],
        },
    ],
    rules: &[],
};
