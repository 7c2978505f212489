//! What a choice does to somebody. An option is spoken against with these words, and a price is named with them.

/// Words for a burden, wherever they stand.
pub(crate) const BURDENS: &[&str] = &[
    "cannot",
    "can't",
    "cost*",
    "disadvantage*",
    "downside*",
    "drawback*",
    "expensive",
    "harder",
    "lose*",
    "no longer",
    "slower",
    "worse",
];

/// Further ones, which the name of an option may hold and say nothing by it: "Must-have fields only".
pub(crate) const BURDENS_OF_SOMETHING: &[&str] =
    &["at the cost of", "at the price of", "break*", "has to", "have to", "losing", "must", "one more", "risk*"];
