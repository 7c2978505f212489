//! The keys of JSON Resume, and what each of them means to us.

use crate::content::SectionKind;

/// What the value of a key is, on a section's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Title,
    Organisation,
    Place,
    Link,
    Start,
    End,
    Date,
    Summary,
    Detail,
    Area,
    Score,
    Bullets,
    Keywords,
    Roles,
}

/// How a value must be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    Date,
    Texts,
    Group(&'static [(&'static str, Shape)]),
    Groups(&'static [(&'static str, Shape)]),
}

impl Part {
    pub(crate) fn shape(self) -> Shape {
        match self {
            Self::Start | Self::End | Self::Date => Shape::Date,
            Self::Bullets | Self::Keywords | Self::Roles => Shape::Texts,
            _ => Shape::Text,
        }
    }
}

/// A section of the document: a key whose value is a list of entries.
pub(crate) struct SectionShape {
    pub(crate) kind: SectionKind,
    pub(crate) key: &'static str,
    /// What stands above it on paper. Headings that résumé readers know by heart, and no others.
    pub(crate) heading: &'static str,
    /// What one entry is called.
    pub(crate) one: &'static str,
    /// Who stands behind an entry.
    pub(crate) organisation: &'static str,
    pub(crate) keys: &'static [(&'static str, Part)],
}

/// All sections, in the order they have on paper unless the résumé says otherwise.
pub(crate) const SECTIONS: [SectionShape; 11] = [
    SectionShape {
        kind: SectionKind::Work,
        key: "work",
        heading: "Experience",
        one: "job",
        organisation: "Employer",
        keys: &[
            ("name", Part::Organisation),
            ("position", Part::Title),
            ("location", Part::Place),
            ("description", Part::Detail),
            ("url", Part::Link),
            ("startDate", Part::Start),
            ("endDate", Part::End),
            ("summary", Part::Summary),
            ("highlights", Part::Bullets),
        ],
    },
    SectionShape {
        kind: SectionKind::Projects,
        key: "projects",
        heading: "Projects",
        one: "project",
        organisation: "Organisation",
        keys: &[
            ("name", Part::Title),
            ("description", Part::Summary),
            ("highlights", Part::Bullets),
            ("keywords", Part::Keywords),
            ("startDate", Part::Start),
            ("endDate", Part::End),
            ("url", Part::Link),
            ("roles", Part::Roles),
            ("entity", Part::Organisation),
            ("type", Part::Detail),
        ],
    },
    SectionShape {
        kind: SectionKind::Skills,
        key: "skills",
        heading: "Skills",
        one: "skill",
        organisation: "Organisation",
        keys: &[("name", Part::Title), ("level", Part::Detail), ("keywords", Part::Keywords)],
    },
    SectionShape {
        kind: SectionKind::Education,
        key: "education",
        heading: "Education",
        one: "education",
        organisation: "School",
        keys: &[
            ("institution", Part::Organisation),
            ("url", Part::Link),
            ("area", Part::Area),
            ("studyType", Part::Title),
            ("startDate", Part::Start),
            ("endDate", Part::End),
            ("score", Part::Score),
            ("courses", Part::Keywords),
        ],
    },
    SectionShape {
        kind: SectionKind::Certificates,
        key: "certificates",
        heading: "Certificates",
        one: "certificate",
        organisation: "Issuer",
        keys: &[("name", Part::Title), ("date", Part::Date), ("url", Part::Link), ("issuer", Part::Organisation)],
    },
    SectionShape {
        kind: SectionKind::Publications,
        key: "publications",
        heading: "Publications",
        one: "publication",
        organisation: "Publisher",
        keys: &[
            ("name", Part::Title),
            ("publisher", Part::Organisation),
            ("releaseDate", Part::Date),
            ("url", Part::Link),
            ("summary", Part::Summary),
        ],
    },
    SectionShape {
        kind: SectionKind::Awards,
        key: "awards",
        heading: "Awards",
        one: "award",
        organisation: "Awarder",
        keys: &[("title", Part::Title), ("date", Part::Date), ("awarder", Part::Organisation), ("summary", Part::Summary)],
    },
    SectionShape {
        kind: SectionKind::Volunteer,
        key: "volunteer",
        heading: "Volunteering",
        one: "volunteering",
        organisation: "Organisation",
        keys: &[
            ("organization", Part::Organisation),
            ("position", Part::Title),
            ("url", Part::Link),
            ("startDate", Part::Start),
            ("endDate", Part::End),
            ("summary", Part::Summary),
            ("highlights", Part::Bullets),
        ],
    },
    SectionShape {
        kind: SectionKind::Languages,
        key: "languages",
        heading: "Languages",
        one: "language",
        organisation: "Organisation",
        keys: &[("language", Part::Title), ("fluency", Part::Detail)],
    },
    SectionShape {
        kind: SectionKind::Interests,
        key: "interests",
        heading: "Interests",
        one: "interest",
        organisation: "Organisation",
        keys: &[("name", Part::Title), ("keywords", Part::Keywords)],
    },
    SectionShape {
        kind: SectionKind::References,
        key: "references",
        heading: "References",
        one: "reference",
        organisation: "Organisation",
        keys: &[("name", Part::Title), ("reference", Part::Summary)],
    },
];

/// The shape of one section.
pub(crate) fn section(kind: SectionKind) -> &'static SectionShape {
    SECTIONS.iter().find(|shape| shape.kind == kind).expect("every kind of section has its shape")
}

/// The shape of the section with this key.
pub(crate) fn section_of_key(key: &str) -> Option<&'static SectionShape> {
    SECTIONS.iter().find(|shape| shape.key == key)
}

const LOCATION: &[(&str, Shape)] =
    &[("address", Shape::Text), ("postalCode", Shape::Text), ("city", Shape::Text), ("countryCode", Shape::Text), ("region", Shape::Text)];

pub(crate) const PROFILE: &[(&str, Shape)] = &[("network", Shape::Text), ("username", Shape::Text), ("url", Shape::Text)];

/// The keys of `basics`.
pub(crate) const BASICS: &[(&str, Shape)] = &[
    ("name", Shape::Text),
    ("label", Shape::Text),
    ("image", Shape::Text),
    ("email", Shape::Text),
    ("phone", Shape::Text),
    ("url", Shape::Text),
    ("summary", Shape::Text),
    ("location", Shape::Group(LOCATION)),
    ("profiles", Shape::Groups(PROFILE)),
];

/// The keys of `meta`.
pub(crate) const META: &[(&str, Shape)] =
    &[("canonical", Shape::Text), ("version", Shape::Text), ("lastModified", Shape::Text), ("footbridge", Shape::Group(FOOTBRIDGE))];

/// Our own keys, below `meta.footbridge`.
const FOOTBRIDGE: &[(&str, Shape)] = &[("evidence", Shape::Groups(EVIDENCE)), ("sections", Shape::Texts)];

const EVIDENCE: &[(&str, Shape)] = &[("bullet", Shape::Text), ("text", Shape::Text), ("evidence", Shape::Text)];

/// Keys that older forms of JSON Resume and other tools use, where the schema has another.
pub(crate) const OLDER_KEYS: &[(&str, &str)] = &[
    ("company", "name"),
    ("employer", "name"),
    ("organisation", "organization"),
    ("title", "position"),
    ("role", "position"),
    ("school", "institution"),
    ("degree", "studyType"),
    ("gpa", "score"),
    ("website", "url"),
    ("link", "url"),
    ("mail", "email"),
    ("telephone", "phone"),
    ("picture", "image"),
    ("from", "startDate"),
    ("to", "endDate"),
    ("bullets", "highlights"),
    ("certifications", "certificates"),
    ("experience", "work"),
    ("hobbies", "interests"),
];

#[cfg(test)]
mod tests {
    use super::section;
    use crate::content::SectionKind;

    #[test]
    fn the_guide_lists_every_key_of_a_job_and_of_a_school() {
        let guide = include_str!("../../../docs/resume.md");
        let rows: Vec<Vec<&str>> =
            guide.lines().filter(|line| line.starts_with('|')).map(|line| line.split('|').map(str::trim).collect()).collect();
        for (kind, column) in [(SectionKind::Work, 1), (SectionKind::Education, 3)] {
            for (key, _) in section(kind).keys {
                let cell = format!("`{key}`");
                assert!(rows.iter().any(|row| row.get(column) == Some(&cell.as_str())), "{cell} of {kind:?} is in no row");
            }
        }
    }
}
