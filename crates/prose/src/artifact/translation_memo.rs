//! A translation memo: one engineering constraint for an executive, in the words of the business and on half a page.

use super::{Asked, Kind};
use crate::rule;
use crate::rules::WordLimits;

pub(super) const KIND: Kind = Kind {
    id: "translation-memo",
    title: "Translation memo",
    words: Some(WordLimits { min: 120, max: 260 }),
    sections: &[
        Asked {
            heading: "What we must decide",
            synonyms: &["Decision", "The ask"],
            asks: "Which decision is needed?",
            hint: "The decision, in one or two sentences.",
            min_words: 10,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "What it means for the business",
            synonyms: &["Business impact", "Impact"],
            asks: "What changes for customers or money?",
            hint: "What changes for customers or money, with a number.",
            min_words: 12,
            needs: Vec::new,
            rules: &[rule::business_number::RULE],
        },
        Asked {
            heading: "What it costs",
            synonyms: &["Cost", "Cost and time"],
            asks: "How much money or time?",
            hint: "How much money, or how many weeks of whom.",
            min_words: 6,
            needs: Vec::new,
            rules: &[rule::business_number::RULE],
        },
        Asked {
            heading: "What happens if we do nothing",
            synonyms: &["If we do nothing", "Cost of doing nothing"],
            asks: "What happens then, and by when?",
            hint: "What happens then, with a number of customers, money or time.",
            min_words: 8,
            needs: Vec::new,
            rules: &[rule::business_number::RULE],
        },
        Asked {
            heading: "Recommendation",
            synonyms: &[],
            asks: "What do you ask for, by when?",
            hint: "One ask, and by when.",
            min_words: 6,
            needs: Vec::new,
            rules: &[rule::ask_date::RULE],
        },
    ],
    rules: &[rule::executive_words::RULE],
};
