//! Numbers in sentences and in views.

/// "1 piece", "3 pieces".
pub(crate) fn counted(things: usize, one: &str, many: &str) -> String {
    format!("{things} {}", if things == 1 { one } else { many })
}

/// A number of things as a view holds it.
pub(crate) fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
