//! `private/gatherings.toml`: communities and conferences, and what came of them. Theirs to edit, as the contacts are.

use super::contacts_file::{document, tables, unreadable};
use crate::Trouble;
use footbridge_diagnostic::Diagnostic;
use footbridge_people::{ContactId, Gathering, GatheringKind};
use jiff::civil::Date;
use serde::Deserialize;
use toml_edit::{Array, Table, value};

pub(crate) const GATHERINGS_FILE: &str = "private/gatherings.toml";

const HEAD: &str = "\
# Communities and conferences I took part in, and what came of them. Change it here or on the screen People.
# Nothing of private/ leaves this folder.
";

const HELP: &str = "A gathering begins with `[[gathering]]` and has the keys name, kind, on, until, came_of_it, met.";

/// What the file says.
#[derive(Debug, Default)]
pub(crate) struct GatheringsFile {
    pub(crate) gatherings: Vec<Gathering>,
    /// What is wrong with single gatherings. They name places, never what stands there.
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) text: String,
    /// For each gathering, its place among the tables of the file.
    places: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GatheringsToml {
    #[serde(default)]
    gathering: Vec<toml::Spanned<GatheringToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GatheringToml {
    name: String,
    kind: String,
    on: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    came_of_it: String,
    #[serde(default)]
    met: Vec<String>,
}

impl GatheringsFile {
    /// Reads the file. A fault that leaves it unreadable as a whole is the error; a gathering with a fault is a finding and is left out.
    pub(crate) fn read(text: Option<String>) -> Result<Self, Diagnostic> {
        let text = text.unwrap_or_default();
        let toml: GatheringsToml =
            toml::from_str(&text).map_err(|error| unreadable(&error, &text, "gatherings-unreadable", GATHERINGS_FILE).help(HELP))?;
        let mut file = Self { text, ..Self::default() };
        for (place, written) in toml.gathering.into_iter().enumerate() {
            let span = written.span();
            match read_gathering(&written.into_inner()) {
                Ok(gathering) => {
                    file.gatherings.push(gathering);
                    file.places.push(place);
                }
                Err((fault, help)) => {
                    let message = format!("Gathering {} in `{GATHERINGS_FILE}` {fault}; it is not read.", place + 1);
                    file.findings.push(Diagnostic::warning("gatherings-fault", message).help(help).at(GATHERINGS_FILE, span));
                }
            }
        }
        Ok(file)
    }

    /// What is shown of a file that cannot be read.
    pub(crate) fn unread(text: String, fault: Diagnostic) -> Self {
        let says = format!("`{GATHERINGS_FILE}` cannot be read, so no gathering is shown and nobody counts as met at one.");
        let message = format!("{says} {}", fault.message);
        Self { findings: vec![Diagnostic { message, ..fault }], text, ..Self::default() }
    }

    /// The text with one gathering put in the place of the one that is there, or added at the end.
    pub(crate) fn with(&self, at: Option<usize>, gathering: &Gathering) -> Result<String, Trouble> {
        let mut document = document(&self.text, HEAD, GATHERINGS_FILE)?;
        let tables = tables(&mut document, "gathering", GATHERINGS_FILE)?;
        match at.and_then(|at| tables.get_mut(*self.places.get(at)?)) {
            Some(table) => write_gathering(table, gathering),
            None => {
                let mut table = Table::new();
                write_gathering(&mut table, gathering);
                tables.push(table);
            }
        }
        Ok(document.to_string())
    }
}

pub(super) fn kind_id(kind: GatheringKind) -> &'static str {
    match kind {
        GatheringKind::Conference => "conference",
        GatheringKind::VirtualConference => "virtual-conference",
        GatheringKind::Meetup => "meetup",
        GatheringKind::Community => "community",
    }
}

pub(super) fn kind(id: &str) -> Option<GatheringKind> {
    GatheringKind::ALL.into_iter().find(|kind| kind_id(*kind) == id)
}

/// The ids of all kinds, for a sentence.
pub(super) fn kinds() -> String {
    GatheringKind::ALL.map(kind_id).join(", ")
}

fn read_gathering(toml: &GatheringToml) -> Result<Gathering, (&'static str, String)> {
    let day = |text: &str, fault| text.trim().parse::<Date>().map_err(|_| (fault, "Write a day as 2026-05-31.".to_owned()));
    let on = day(&toml.on, "begins on a day that is none")?;
    let until = if toml.until.trim().is_empty() { on } else { day(&toml.until, "ends on a day that is none")? };
    if until < on {
        return Err(("ends before it begins", "Look which of the two days is right.".to_owned()));
    }
    let name = toml.name.trim().to_owned();
    if name.is_empty() {
        return Err(("has no name", "Say what it is called.".to_owned()));
    }
    let kind = kind(&toml.kind).ok_or_else(|| ("is of no known kind", format!("The kinds are {}.", kinds())))?;
    let met = toml.met.iter().map(|id| ContactId::parse(id)).collect::<Option<Vec<_>>>();
    let met = met.ok_or_else(|| ("names somebody by no id", "`footbridge people list` shows the ids of contacts.".to_owned()))?;
    Ok(Gathering { name, kind, on, until, came_of_it: toml.came_of_it.trim().to_owned(), met })
}

/// Writes what differs from what stands there, so that a comment beside a value stays.
fn write_gathering(table: &mut Table, gathering: &Gathering) {
    let texts = [
        ("name", gathering.name.clone()),
        ("kind", kind_id(gathering.kind).to_owned()),
        ("on", gathering.on.to_string()),
        ("until", gathering.until.to_string()),
        ("came_of_it", gathering.came_of_it.clone()),
    ];
    for (key, text) in texts {
        if table.get(key).and_then(|there| there.as_str()).map(str::trim) != Some(&text) {
            table.insert(key, value(text));
        }
    }
    let met: Vec<&str> = gathering.met.iter().map(ContactId::as_str).collect();
    let there: Vec<&str> = table.get("met").and_then(|there| there.as_array()).into_iter().flatten().filter_map(|id| id.as_str()).collect();
    if there != met {
        table.insert("met", value(met.into_iter().collect::<Array>()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY_HAND: &str = "\
# mine
[[gathering]]
name = \"Talks\" # in the old mill
kind = \"meetup\"
on = \"2026-05-04\"

[[gathering]]
name = \"Week\"
kind = \"festival\"
on = \"2026-06-01\"
until = \"2026-06-03\"
";

    #[test]
    fn a_change_leaves_everything_else_as_it_was_written() {
        let file = GatheringsFile::read(Some(BY_HAND.to_owned())).expect("sound TOML");
        assert_eq!((file.gatherings.len(), file.findings.len()), (1, 1), "a kind that is none");
        let told = Gathering { came_of_it: "A question answered".to_owned(), ..file.gatherings[0].clone() };
        let text = file.with(Some(0), &told).expect("it can be written");
        for line in ["# mine", "name = \"Talks\" # in the old mill", "came_of_it = \"A question answered\"", "kind = \"festival\""] {
            assert!(text.contains(line), "{line}: {text}");
        }
        let again = GatheringsFile::read(Some(text)).expect("sound TOML");
        assert_eq!(again.gatherings, std::slice::from_ref(&told));
        let more = again.with(None, &Gathering { name: "More".to_owned(), ..told }).expect("it can be written");
        assert_eq!(GatheringsFile::read(Some(more)).expect("sound TOML").gatherings.len(), 2);
    }

    #[test]
    fn faults_name_places_and_nothing_that_stands_there() {
        for (line, says) in [
            ("on = \"soon\"", "begins on a day that is none"),
            ("until = \"2026-01-01\"", "ends before it begins"),
            ("name = \" \"", "has no name"),
            ("met = [\"Ann Lee\"]", "names somebody by no id"),
        ] {
            let key = line.split(' ').next().expect("a key");
            let sound = ["name = \"Quiet talks\"", "kind = \"meetup\"", "on = \"2026-05-04\""];
            let lines: Vec<&str> = sound.into_iter().filter(|other| !other.starts_with(key)).chain([line]).collect();
            let file = GatheringsFile::read(Some(format!("[[gathering]]\n{}\n", lines.join("\n")))).expect("sound TOML");
            let said = format!("{:?}", file.findings);
            assert!(file.gatherings.is_empty() && said.contains(says), "{line}: {said}");
            assert!(!said.contains("Ann") && !said.contains("Quiet"), "{said}");
        }
        for text in ["[[gathering]]\nname = \"Quiet", "[[gathering]]\nnmae = \"Quiet\"\n", "gathering = \"Quiet\""] {
            let finding = GatheringsFile::read(Some(text.to_owned())).expect_err("it cannot be read");
            assert!(!format!("{finding:?}").contains("Quiet"), "{finding:?}");
        }
    }
}
