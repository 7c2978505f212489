use footbridge_resume::Entry;

/// What each entry of a section is called in a variant: title and employer, and where two agree, since when, or their number. No two are
/// called the same, and a number is never one that another entry has in its own words.
pub(super) fn entry_names(entries: &[Entry]) -> Vec<String> {
    let plain: Vec<String> = entries.iter().map(Entry::name).collect();
    let dated = entries.iter().zip(&plain).map(|(entry, name)| {
        let is_shared = plain.iter().filter(|other| *other == name).count() > 1;
        let start = entry.start.as_ref().filter(|_| is_shared);
        start.map_or_else(|| name.clone(), |start| format!("{name}, from {}", start.date))
    });
    let own: Vec<String> = dated.collect();
    let mut names: Vec<String> = Vec::new();
    for (at, name) in own.iter().enumerate() {
        let before = own[..at].iter().filter(|other| *other == name).count();
        let numbered = (before + 1..).map(|number| format!("{name} ({number})"));
        let free = numbered.filter(|numbered| !own.contains(numbered) && !names.contains(numbered));
        names.extend(std::iter::once(name.clone()).filter(|_| before == 0).chain(free).next());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::entry_names;
    use footbridge_resume::{SectionKind, read};
    use std::collections::HashSet;

    #[test]
    fn every_entry_has_a_name_of_its_own() {
        for (jobs, names) in [
            (
                r#"{"name": "Setway", "position": "Analyst", "startDate": "2024"}, {"name": "Setway", "position": "Analyst", "startDate": "2021"},
                   {"name": "Kiteport", "position": "Analyst"}, {"name": "Kiteport", "position": "Analyst"}"#,
                &["Analyst, Setway, from 2024", "Analyst, Setway, from 2021", "Analyst, Kiteport", "Analyst, Kiteport (2)"][..],
            ),
            (r#"{"position": "Analyst (2)"}, {"position": "Analyst"}"#, &["Analyst (2)", "Analyst"]),
            (
                r#"{"position": "Analyst"}, {"position": "Analyst (2)"}, {"position": "Analyst"}"#,
                &["Analyst", "Analyst (2)", "Analyst (3)"],
            ),
            (
                r#"{"position": "Analyst"}, {"position": "Analyst"}, {"position": "Analyst (2)"}"#,
                &["Analyst", "Analyst (3)", "Analyst (2)"],
            ),
            (
                r#"{"position": "Analyst", "startDate": "2024"}, {"position": "Analyst"}, {"position": "Analyst, from 2024"}"#,
                &["Analyst, from 2024", "Analyst", "Analyst, from 2024 (2)"],
            ),
            (
                r#"{"name": "Amazon (via TCS)", "position": "Engineer"}, {"name": "Amazon", "position": "Engineer"}"#,
                &["Engineer, Amazon (via TCS)", "Engineer, Amazon"],
            ),
        ] {
            let resume = read(&format!(r#"{{"work": [{jobs}]}}"#), "resume.json").0.expect("a résumé");
            let given = entry_names(resume.content().entries(SectionKind::Work));
            assert_eq!(given, names);
            assert_eq!(given.iter().collect::<HashSet<_>>().len(), names.len(), "no two are called the same");
        }
    }
}
