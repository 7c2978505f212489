/// A longer word is no mistyped name. Names may come from untrusted files, and the distance takes time and memory of both lengths multiplied.
const LONGEST_NAME: usize = 100;

/// The candidate a person most likely meant, or `None` when nothing is close.
///
/// Distance is optimal string alignment (Damerau–Levenshtein without repeated edits) over lower-cased characters; a candidate is close
/// when at most a third of the longer word, and at least one character, would have to change. Ties go to the earlier candidate.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST_NAME {
        return None;
    }
    let written: Vec<char> = written.to_lowercase().chars().collect();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST_NAME)
        .filter_map(|candidate| {
            let other: Vec<char> = candidate.to_lowercase().chars().collect();
            let allowed = (written.len().max(other.len()) / 3).max(1);
            let distance = alignment_distance(&written, &other);
            (distance <= allowed).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn alignment_distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + changed);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                row[j] = row[j].min(rows[i - 2][j - 2] + 1);
            }
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_misses_are_suggested_and_strangers_are_not() {
        let tables = ["orders", "users", "usage_daily"];
        for (written, meant) in [
            ("ordrs", Some("orders")),
            ("ORDERS", Some("orders")),
            ("suers", Some("users")),
            ("usage_dialy", Some("usage_daily")),
            ("invoices", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, tables), meant, "{written:?}");
        }
    }

    #[test]
    fn names_of_untrusted_files_cost_no_memory() {
        let (long, longer) = ("a".repeat(500_000), "a".repeat(500_001));
        assert_eq!(nearest(&long, [longer.as_str(), "orders"]), None);
        assert_eq!(nearest("ordrs", [longer.as_str(), "orders"]), Some("orders"));
    }
}
