//! A log of days beside an engineer: what they did, what held them up, and what follows for the product.

use super::{Asked, Kind};
use crate::rule;

pub(super) const KIND: Kind = Kind {
    id: "shadowing-log",
    title: "Engineer-shadowing log",
    words: None,
    sections: &[
        Asked {
            heading: "Who and when",
            synonyms: &[],
            asks: "Which role, on which days?",
            hint: "Role and team, and the days. No name.",
            min_words: 4,
            needs: Vec::new,
            rules: &[],
        },
        Asked {
            heading: "Log",
            synonyms: &["Observations", "Timeline"],
            asks: "What did they do, hour by hour?",
            hint: "At least eight entries, each beginning with a time or a day.",
            min_words: 40,
            needs: Vec::new,
            rules: &[rule::log_entries::RULE],
        },
        Asked {
            heading: "Frustrations",
            synonyms: &[],
            asks: "What held them up, how long or how often?",
            hint: "At least three, each with how long or how often.",
            min_words: 15,
            needs: Vec::new,
            rules: &[rule::frustration_number::RULE],
        },
        Asked {
            heading: "Tools",
            synonyms: &["Tools used"],
            asks: "Which tools, for what?",
            hint: "At least three, each with what it was used for.",
            min_words: 9,
            needs: Vec::new,
            rules: &[rule::tool_purpose::RULE],
        },
        Asked {
            heading: "What I would change",
            synonyms: &["What follows", "Questions"],
            asks: "What follows from it?",
            hint: "At least one change, and which frustration it answers.",
            min_words: 6,
            needs: Vec::new,
            rules: &[],
        },
    ],
    rules: &[],
};
