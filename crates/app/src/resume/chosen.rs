//! What a variant shows, in words: as its file says it, and as the screen chose it. Only what was chosen is written, so that a job or a line
//! that comes later is shown.

use super::entry_name::entry_names;
use crate::view::{ChosenBody, ChosenEntryBody, ChosenSectionBody};
use footbridge_diagnostic::Diagnostic;
use footbridge_resume::{EntryChoice, Resume, SectionChoice, SectionKind, Selection};
use serde::{Deserialize, Serialize};

/// A variant as its file says it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    #[serde(default)]
    pub(super) role: String,
    #[serde(default, rename = "section", skip_serializing_if = "Vec::is_empty")]
    pub(super) sections: Vec<ChosenSection>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChosenSection {
    pub(super) name: String,
    /// Entries that are not shown, while all others are. Without it, those that are named are shown and no others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) left_out: Option<Vec<String>>,
    #[serde(default, rename = "entry", skip_serializing_if = "Vec::is_empty")]
    pub(super) entries: Vec<ChosenEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChosenEntry {
    pub(super) name: String,
    /// Lines that are shown, in their order: no others, unless `left_out` is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Vec<String>>,
    /// Lines that are not shown, while all others are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) left_out: Option<Vec<String>>,
}

/// What a variant shows, in numbers; what it names and `resume` has not is told.
pub(super) fn selection(resume: &Resume, chosen: &Chosen) -> (Selection, Vec<Diagnostic>) {
    let mut missing = Missing(Vec::new());
    let mut sections = Vec::new();
    for section in &chosen.sections {
        match SectionKind::of_key(&section.name) {
            Some(kind) => sections.push(section_choice(resume, kind, section, &mut missing)),
            None => missing.tell("section", &section.name),
        }
    }
    let role = Some(chosen.role.trim().to_owned()).filter(|role| !role.is_empty());
    (Selection { role, sections }, missing.0)
}

fn section_choice(resume: &Resume, kind: SectionKind, section: &ChosenSection, missing: &mut Missing) -> SectionChoice {
    let entries = resume.content().entries(kind);
    let names = entry_names(entries);
    let mut named: Vec<(usize, &ChosenEntry)> = Vec::new();
    for entry in &section.entries {
        named.extend(missing.number("entry", &entry.name, &names).map(|at| (at, entry)));
    }
    let mut order: Vec<usize> = named.iter().map(|(at, _)| *at).collect();
    if let Some(left_out) = &section.left_out {
        let left_out: Vec<usize> = left_out.iter().filter_map(|name| missing.number("left-out entry", name, &names)).collect();
        order = filled(&order, &left_out, entries.len());
    }
    let mut choice = |at: usize| {
        let lines: Vec<&str> = entries[at].items(kind).into_iter().map(|item| item.text.as_str()).collect();
        let chosen = named.iter().find(|(number, _)| *number == at);
        EntryChoice { entry: at, items: chosen.and_then(|(_, chosen)| line_choice(chosen, &lines, missing)) }
    };
    SectionChoice { kind, entries: order.into_iter().map(&mut choice).collect() }
}

fn line_choice(chosen: &ChosenEntry, lines: &[&str], missing: &mut Missing) -> Option<Vec<usize>> {
    let mut numbers =
        |what: &str, words: &[String]| -> Vec<usize> { words.iter().filter_map(|line| missing.number(what, line.trim(), lines)).collect() };
    let items = chosen.items.as_ref().map(|items| numbers("line", items));
    match &chosen.left_out {
        Some(left_out) => Some(filled(&items.unwrap_or_default(), &numbers("left-out line", left_out), lines.len())),
        None => items,
    }
}

/// All numbers below `count` but those left out: the ordered ones in their order, every other one behind the one it follows by number.
fn filled(order: &[usize], left_out: &[usize], count: usize) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for at in order.iter().copied().filter(|at| !left_out.contains(at)) {
        if !all.contains(&at) {
            all.push(at);
        }
    }
    for at in (0..count).filter(|at| !left_out.contains(at)) {
        if !all.contains(&at) {
            let before = (0..at).rev().find_map(|lower| all.iter().position(|there| *there == lower));
            all.insert(before.map_or(0, |before| before + 1), at);
        }
    }
    all
}

/// What a variant names and the résumé has not.
struct Missing(Vec<Diagnostic>);

impl Missing {
    fn number<S: AsRef<str>>(&mut self, what: &str, words: &str, known: &[S]) -> Option<usize> {
        let number = known.iter().position(|there| there.as_ref() == words);
        if number.is_none() {
            self.tell(what, words);
        }
        number
    }

    fn tell(&mut self, what: &str, words: &str) {
        let short: String = words.chars().take(120).collect();
        let finding = Diagnostic::error("resume-variant", format!("The {what} “{short}” is no longer in the résumé."));
        self.0.push(finding.help("Choose anew what this variant shows, or correct the line in its file."));
    }
}

/// What the screen chose, as the file says it: nothing of a section or an entry that is shown as the résumé has it.
pub(super) fn chosen(resume: &Resume, body: &ChosenBody) -> Chosen {
    let sections: Vec<ChosenSection> = body.sections.iter().map(|section| chosen_section(resume, section)).collect();
    let as_it_is = |section: &ChosenSection| section.entries.is_empty() && section.left_out.as_ref().is_some_and(Vec::is_empty);
    let in_order = resume.content().sections.iter().map(|section| section.kind.key()).eq(sections.iter().map(|section| &section.name));
    let nothing_chosen = in_order && sections.iter().all(as_it_is);
    Chosen { role: body.role.trim().to_owned(), sections: if nothing_chosen { Vec::new() } else { sections } }
}

fn chosen_section(resume: &Resume, section: &ChosenSectionBody) -> ChosenSection {
    let name = section.section.clone();
    let Some(left_out) = section.left_out.clone().filter(|_| !section.entries.is_empty()) else {
        // A section of which nothing is shown stays away, whatever comes later.
        return ChosenSection { name, left_out: None, entries: section.entries.iter().map(|entry| chosen_entry(None, entry)).collect() };
    };
    let kind = SectionKind::of_key(&name);
    let known = kind.map_or(&[][..], |kind| resume.content().entries(kind));
    let names = entry_names(known);
    let lines = |entry: &ChosenEntryBody| -> Option<Vec<&str>> {
        let at = names.iter().position(|name| *name == entry.entry)?;
        Some(known[at].items(kind?).into_iter().map(|item| item.text.as_str()).collect())
    };
    let mut entries: Vec<ChosenEntry> = section.entries.iter().map(|entry| chosen_entry(lines(entry), entry)).collect();
    if is_in_order(entries.iter().map(|entry| &entry.name), &names) {
        entries.retain(|entry| entry.items.is_some() || entry.left_out.is_some());
    }
    ChosenSection { name, left_out: Some(left_out), entries }
}

fn chosen_entry(known: Option<Vec<&str>>, entry: &ChosenEntryBody) -> ChosenEntry {
    let name = entry.entry.clone();
    let only = |items: &[String]| ChosenEntry { name: name.clone(), items: Some(items.to_vec()), left_out: None };
    match (&entry.left_out, known) {
        (Some(left_out), Some(lines)) if !entry.items.is_empty() || left_out.is_empty() => {
            let items = (!is_in_order(entry.items.iter(), &lines)).then(|| entry.items.clone());
            let left_out = (items.is_some() || !left_out.is_empty()).then(|| left_out.clone());
            ChosenEntry { name, items, left_out }
        }
        _ => only(&entry.items),
    }
}

/// Whether the words stand in the order that `known` has.
fn is_in_order<'a, S: AsRef<str>>(words: impl Iterator<Item = &'a String>, known: &[S]) -> bool {
    let numbers = words.map(|words| known.iter().position(|there| there.as_ref() == words));
    numbers.collect::<Option<Vec<usize>>>().is_some_and(|numbers| numbers.is_sorted())
}

#[cfg(test)]
mod tests {
    use super::*;
    use footbridge_resume::read;

    const SOURCE: &str = r#"{"work": [
        {"name": "Setway", "position": "Analyst", "startDate": "2024", "highlights": ["One.", "Two.", "Three."]},
        {"name": "Setway", "position": "Analyst", "startDate": "2021"},
        {"name": "Kiteport", "position": "Analyst"}, {"name": "Kiteport", "position": "Analyst"}],
        "skills": [{"name": "SQL", "keywords": ["joins", "windows"]}]}"#;

    fn resume(source: &str) -> Resume {
        read(source, "resume.json").0.expect("a résumé")
    }

    fn choice(entry: usize, items: Option<Vec<usize>>) -> EntryChoice {
        EntryChoice { entry, items }
    }

    fn told(missing: &[Diagnostic]) -> Vec<&str> {
        missing.iter().map(|finding| finding.message.as_str()).collect()
    }

    #[test]
    fn words_become_numbers_and_what_is_gone_is_told() {
        let chosen: Chosen = toml::from_str(
            r#"
role = " TPM "
[[section]]
name = "skills"
[[section.entry]]
name = "SQL"
items = ["windows", "cubes"]
[[section]]
name = "work"
[[section.entry]]
name = "Analyst, Kiteport (2)"
[[section.entry]]
name = "Analyst, Elsewhere"
[[section]]
name = "hobbies"
"#,
        )
        .expect("TOML");
        let (selection, missing) = selection(&resume(SOURCE), &chosen);
        let expected = [
            SectionChoice { kind: SectionKind::Skills, entries: vec![choice(0, Some(vec![1]))] },
            SectionChoice { kind: SectionKind::Work, entries: vec![choice(3, None)] },
        ];
        assert_eq!((selection.role.as_deref(), &selection.sections[..]), (Some("TPM"), &expected[..]));
        assert_eq!(
            told(&missing),
            [
                "The line “cubes” is no longer in the résumé.",
                "The entry “Analyst, Elsewhere” is no longer in the résumé.",
                "The section “hobbies” is no longer in the résumé."
            ]
        );
    }

    #[test]
    fn what_is_left_out_is_named_and_everything_else_is_shown() {
        let chosen: Chosen = toml::from_str(
            r#"
[[section]]
name = "work"
left_out = ["Analyst, Kiteport", "Analyst, Gone"]
[[section.entry]]
name = "Analyst, Setway, from 2024"
items = ["Three."]
left_out = ["Two."]
"#,
        )
        .expect("TOML");
        let (selection, missing) = selection(&resume(SOURCE), &chosen);
        let expected =
            [SectionChoice { kind: SectionKind::Work, entries: vec![choice(0, Some(vec![0, 2])), choice(1, None), choice(3, None)] }];
        assert_eq!(selection.sections, expected);
        assert_eq!(told(&missing), ["The left-out entry “Analyst, Gone” is no longer in the résumé."]);
    }

    #[test]
    fn what_comes_later_stands_where_the_resume_has_it() {
        for (order, left_out, filled_up) in
            [(&[][..], &[1][..], &[0, 2, 3][..]), (&[3, 1], &[], &[0, 3, 1, 2]), (&[2, 2, 0], &[2], &[0, 1, 3]), (&[1], &[0, 2, 3], &[1])]
        {
            assert_eq!(filled(order, left_out, 4), filled_up, "{order:?} without {left_out:?}");
        }
    }

    #[test]
    fn only_what_was_chosen_is_written() {
        let entry = |entry: &str, items: &[&str], left_out: &[&str]| ChosenEntryBody {
            entry: entry.to_owned(),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
            left_out: Some(left_out.iter().map(|item| (*item).to_owned()).collect()),
        };
        let [first, second, third, fourth] =
            ["Analyst, Setway, from 2024", "Analyst, Setway, from 2021", "Analyst, Kiteport", "Analyst, Kiteport (2)"];
        let all = ["One.", "Two.", "Three."];
        let whole = [entry(first, &all, &[]), entry(second, &[], &[]), entry(third, &[], &[]), entry(fourth, &[], &[])];
        let skills = ChosenSectionBody {
            section: "skills".to_owned(),
            entries: vec![entry("SQL", &["joins", "windows"], &[])],
            left_out: Some(Vec::new()),
        };
        let work = |entries: &[ChosenEntryBody], left_out: &[&str]| {
            let work = ChosenSectionBody {
                section: "work".to_owned(),
                entries: entries.to_vec(),
                left_out: Some(left_out.iter().map(|name| (*name).to_owned()).collect()),
            };
            let body = ChosenBody { base_hash: String::new(), role: "TPM".to_owned(), sections: vec![work, skills.clone()] };
            toml::to_string(&chosen(&resume(SOURCE), &body)).expect("TOML")
        };
        let skills = "\n[[section]]\nname = \"skills\"\nleft_out = []\n";
        assert_eq!(work(&whole, &[]), "role = \"TPM\"\n", "nothing was chosen");
        assert_eq!(
            work(&whole[..3], &[fourth]),
            format!("role = \"TPM\"\n\n[[section]]\nname = \"work\"\nleft_out = [\"{fourth}\"]\n{skills}")
        );
        let lines = [entry(first, &["Three.", "One."], &["Two."]), entry(third, &[], &[])];
        assert_eq!(
            work(&lines, &[second, fourth]),
            format!(
                "role = \"TPM\"\n\n[[section]]\nname = \"work\"\nleft_out = [\"{second}\", \"{fourth}\"]\n\n[[section.entry]]\nname = \"{first}\"\nitems = [\"Three.\", \"One.\"]\nleft_out = [\"Two.\"]\n{skills}"
            )
        );
        let turned = [entry(second, &[], &[]), entry(first, &[], &all)];
        assert_eq!(
            work(&turned, &[third, fourth]),
            format!(
                "role = \"TPM\"\n\n[[section]]\nname = \"work\"\nleft_out = [\"{third}\", \"{fourth}\"]\n\n[[section.entry]]\nname = \"{second}\"\n\n[[section.entry]]\nname = \"{first}\"\nitems = []\n{skills}"
            )
        );
        let none = "role = \"TPM\"\n\n[[section]]\nname = \"work\"\n";
        assert_eq!(work(&[], &[first, second, third, fourth]), format!("{none}{skills}"), "the section stays away");
    }
}
