//! Who does something, and by when: by label, or in a sentence.

use super::item::Item;
use super::label::Label;
use super::{date, who};

/// Labels for somebody.
pub(crate) const OWNER: Label = &[
    "owner",
    "who",
    "responsible",
    "assignee",
    "assigned to",
    "answered by",
    "answers",
    "decided by",
    "decider",
    "decision maker",
    "decides",
    "dri",
    "approver",
    "approved by",
    "with",
    "lead",
    "action owner",
];

/// Labels for a day.
pub(crate) const DATE: Label = &["by", "due", "due date", "date", "until", "when", "by when", "deadline", "eta"];

/// Somebody by label, or by name in this text of the item.
pub(crate) fn has_owner(item: &Item<'_>, text: &str) -> bool {
    item.value(OWNER).is_some_and(|owner| who::is_value(&owner.text)) || who::is_named(text)
}

/// A day by label, or in this text of the item.
pub(crate) fn has_date(item: &Item<'_>, text: &str) -> bool {
    date::first(text).is_some() || item.value(DATE).is_some_and(|by| date::first(&by.text).is_some())
}
