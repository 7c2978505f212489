//! Times written on a local clock, as instants.

use crate::sql;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The instant of a local time, as SQL. Offsets are written out, because the engine refuses times that a change of the clock makes
/// twice or leaves out: of two the first is taken, and a time that was left out counts as if the clock had not been changed.
pub(crate) fn instant(local: &str, zone: &TimeZone, first: Timestamp, last: Timestamp) -> String {
    let margin = 2 * 24;
    let (from, to) = (first.saturating_sub(margin.hours()).unwrap_or(first), last.saturating_add(margin.hours()).unwrap_or(last));
    let mut offset = zone.to_offset(from).seconds();
    let mut whens = String::new();
    for change in zone.following(from).take_while(|change| change.timestamp() <= to) {
        // Until the clock before the change would show the later of the two times, the offset before it holds.
        let shown = change.offset().to_datetime(change.timestamp()).max(
            jiff::tz::Offset::from_seconds(offset)
                .map_or_else(|_| change.offset().to_datetime(change.timestamp()), |before| before.to_datetime(change.timestamp())),
        );
        whens.push_str(&format!(
            " when {local} < timestamp {} then {}",
            sql::text(&shown.strftime("%Y-%m-%d %H:%M:%S").to_string()),
            moved(local, offset)
        ));
        offset = change.offset().seconds();
    }
    if whens.is_empty() { moved(local, offset) } else { format!("case{whens} else {} end", moved(local, offset)) }
}

fn moved(local: &str, offset: i32) -> String {
    if offset == 0 { local.to_owned() } else { format!("{local} - interval '{offset} seconds'") }
}
