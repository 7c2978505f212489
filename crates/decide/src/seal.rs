//! Whether criteria and weights are still those that were there before anything was scored.

use crate::decision::Criterion;
use crate::number::Number;
use crate::read::Unscored;
use footbridge_diagnostic::Diagnostic;

/// A short mark of criteria, weights and scale: 64-bit FNV-1a (Fowler, Noll and Vo), folded to 32 bits. It shows a change; it is no lock
/// against somebody who wants to reckon another.
pub fn seal(criteria: &[Criterion], scale: (Number, Number)) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut feed = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    feed(&format!("{} – {}", scale.0, scale.1));
    for criterion in criteria {
        feed(&criterion.name.trim().to_lowercase());
        feed(&criterion.weight.to_string());
    }
    let folded = (hash >> 32) ^ (hash & 0xffff_ffff);
    format!("{:04x}-{:04x}", folded >> 16, folded & 0xffff)
}

/// What to do with the weights of a matrix in which nothing is scored yet.
pub(crate) fn to_lock(unscored: &Unscored) -> Diagnostic {
    let seal = seal(&unscored.criteria, unscored.scale);
    let at = unscored.criteria.first().map_or(0..0, |criterion| criterion.name.span.clone());
    match &unscored.locked {
        Some(locked) if locked.value == seal => {
            Diagnostic::advice("decide-locked", "Criteria and weights are locked, and nothing is scored yet.")
                .at(&unscored.file, locked.span.clone())
                .help("Now score every option against every criterion.")
        }
        Some(locked) => Diagnostic::advice("decide-lock", "The weights are others than those that were locked, and nothing is scored yet.")
            .at(&unscored.file, locked.span.clone())
            .help(format!("Lock them anew before you score: `locked: {seal}`.")),
        None => Diagnostic::advice("decide-lock", "Criteria and weights are there, and nothing is scored yet.")
            .at(&unscored.file, at)
            .help(format!("Lock them before you score, with a line of its own: `locked: {seal}`.")),
    }
}
