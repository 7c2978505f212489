//! The daily roll-up that billing reads: one line a key and day with any call.

use super::calendar::DAY;
use super::traffic::Call;
use std::collections::BTreeMap;

/// What a key did on a day.
#[derive(Default)]
pub(crate) struct Usage {
    /// Every attempt.
    pub(crate) requests: i64,
    /// Attempts answered with success: what the quota counts.
    pub(crate) billable: i64,
    /// Attempts the server failed.
    pub(crate) failed: i64,
    /// Attempts turned away by a limit.
    pub(crate) throttled: i64,
}

/// By day since 1970, then by place of the key.
pub(crate) fn usage(calls: &[Call]) -> BTreeMap<(i64, usize), Usage> {
    let mut days: BTreeMap<(i64, usize), Usage> = BTreeMap::new();
    for call in calls {
        let usage = days.entry((call.at.div_euclid(DAY), call.key)).or_default();
        usage.requests += 1;
        usage.billable += i64::from(call.status < 300);
        usage.failed += i64::from(call.status >= 500);
        usage.throttled += i64::from(call.status == 429);
    }
    days
}
