use footbridge_content::{Exercise, Kind, Pack};
use sha2::{Digest, Sha256};

/// Raised when the rules of judging change in a way that could change a verdict.
const RULES: u32 = 1;

/// The version of an exercise's check: kind, version of the rules, and a hash over everything a verdict depends on. A pass keeps it, so
/// that a changed check can be offered again without taking the pass away.
pub fn check_version(pack: &Pack, exercise: &Exercise) -> String {
    let mut hash = Sha256::new();
    let mut feed = |bytes: &[u8]| {
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    };
    feed(exercise.spec.toml.as_bytes());
    feed(exercise.starter.as_bytes());
    exercise.solutions.iter().for_each(|solution| feed(solution.as_bytes()));
    exercise.hidden.iter().for_each(|hidden| feed(hidden));
    if exercise.kind == Kind::Decide {
        // What an answer cites is looked up in the brief.
        feed(exercise.brief.as_bytes());
    }
    if let Ok(Some(sql)) = crate::spec::sql_if_any(exercise) {
        let dataset = pack.dataset(&sql.dataset);
        let tables = dataset.iter().flat_map(|dataset| &dataset.tables).filter(|table| sql.tables.contains(&table.name));
        tables.for_each(|table| feed(table.graded_hash().unwrap_or_default().as_bytes()));
    }
    let digest = hash.finalize();
    let short: String = digest[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}.{RULES}.{short}", exercise.kind.word())
}
