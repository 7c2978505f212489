//! What an import would do, told before it is done.

use super::csv::{lost, table_of};
use super::field::{Field, NAMES, fields};
use crate::roadmap::Roadmap;
use crate::wording::counted;
use footbridge_table::{DryRun, Profile, rehearsed};

/// What importing [`crate::csv`] would do, without doing it.
pub fn dry_run(roadmap: &Roadmap, profile: &Profile) -> DryRun {
    let called: Vec<String> = roadmap.bets.iter().map(|bet| bet.id.value.clone()).collect();
    let mut told = rehearsed(profile, &table_of(roadmap, profile), &NAMES, &called);
    let quarters = roadmap.bets.iter().filter(|bet| bet.quarter.is_some()).count();
    let taken: Vec<Field> = profile.columns.iter().flat_map(fields).collect();
    if quarters > 0 && !taken.contains(&Field::Quarter) && (taken.contains(&Field::Starts) || taken.contains(&Field::Ends)) {
        told.changed.insert(0, format!("The quarter of {} becomes days, its first and its last.", counted(quarters, "bet", "bets")));
    }
    told.lost = lost(roadmap, profile);
    told
}
