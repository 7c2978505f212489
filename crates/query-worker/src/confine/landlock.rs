//! Landlock: no path at all.

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope};

/// Denies every path and, where the kernel can, TCP, abstract sockets and signals to others. True when paths are denied.
pub(super) fn deny_all_paths() -> bool {
    matches!(restrict(), Ok(RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced))
}

fn restrict() -> Result<RulesetStatus, RulesetError> {
    // No rule follows: what is handled and not allowed is denied. Older kernels handle what they know; reading and writing are in the
    // very first version.
    let newest = ABI::V6;
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .scope(Scope::from_all(newest))?
        .create()?;
    Ok(ruleset.restrict_self()?.ruleset)
}
