//! An incident postmortem: what happened, whom it hurt, why it could happen, and what is done about it, without blame.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "postmortem",
    title: "Incident postmortem",
    words: None,
    sections: &[
        Asked {
            heading: "Summary",
            synonyms: &[],
            asks: "What happened, in two sentences?",
            hint: "What happened, to whom, for how long, in two or three sentences.",
            min_words: 15,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Impact",
            synonyms: &[],
            asks: "Who was hurt, how many, for how long?",
            hint: "Who was hurt, how many of them or how much money, and for how long.",
            min_words: 8,
            needs: Vec::new,
            rules: &[rule::impact_number::RULE],
        },
        Asked {
            heading: "Timeline",
            synonyms: &[],
            asks: "What happened when?",
            hint: "At least five lines, each beginning with a time, in order; when it was noticed and when it was over.",
            min_words: 20,
            needs: Vec::new,
            rules: &[rule::timeline_order::RULE, rule::timeline_turns::RULE],
        },
        Asked {
            heading: "Root cause",
            synonyms: &["Cause", "Causes", "Root causes", "Contributing factors"],
            asks: "Why did it happen, and why could that happen?",
            hint: "Why it happened, and why that could happen: at least two steps deep.",
            min_words: 20,
            needs: Vec::new,
            rules: &[rule::why_twice::RULE],
        },
        Asked {
            heading: "What went well",
            synonyms: &[],
            asks: "What limited the harm?",
            hint: "What limited the harm and should be kept.",
            min_words: 6,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "What went badly",
            synonyms: &["What went wrong", "Where we got lucky"],
            asks: "What made it worse, or only by luck did not?",
            hint: "What made it worse or longer, or only by luck did not.",
            min_words: 6,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Actions",
            synonyms: &["Action items", "Follow-ups"],
            asks: "What is done so that it does not happen again, by whom, by when?",
            hint: "Each with Owner and By.",
            min_words: 10,
            needs: Vec::new,
            rules: &[rule::action_owner::RULE],
        },
    ],
    rules: &[rule::blame::RULE],
};
