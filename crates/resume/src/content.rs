use crate::country::country_name;
use crate::date::{Period, WrittenDate};
use crate::schema;
use std::ops::Range;

/// Words as they stand in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The words, without blanks around them; never empty.
    pub text: String,
    /// Bytes of the file.
    pub span: Range<usize>,
}

/// What a résumé says: the document in the words of this product. Fields that are missing, blank or of the wrong kind are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Who it is about.
    pub basics: Basics,
    /// Sections that have entries, in the order they have on paper.
    pub sections: Vec<Section>,
    /// Links to evidence whose bullet is no longer there.
    pub loose_links: Vec<LooseLink>,
    /// Keys on `basics` that JSON Resume does not know.
    pub other_basics: Vec<Written>,
}

/// Who the résumé is about and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Basics {
    /// The whole name.
    pub name: Option<Written>,
    /// The role in a few words.
    pub label: Option<Written>,
    /// Address of a photo. Never printed.
    pub image: Option<Written>,
    /// Mail address.
    pub email: Option<Written>,
    /// Telephone number, as written.
    pub phone: Option<Written>,
    /// Own page.
    pub url: Option<Written>,
    /// A few sentences.
    pub summary: Option<Written>,
    /// City.
    pub city: Option<Written>,
    /// Region or state.
    pub region: Option<Written>,
    /// Country, by its code.
    pub country: Option<Written>,
    /// Pages elsewhere.
    pub profiles: Vec<Profile>,
}

impl Basics {
    /// City, region and country on one line, without the street: what belongs on a résumé. A country of which the code is known is written
    /// by its name, unless the city or the region is called the same, as in Singapore.
    pub fn place(&self) -> Option<String> {
        let mut parts: Vec<&str> = [&self.city, &self.region].into_iter().flatten().map(|part| part.text.as_str()).collect();
        let country = self.country.as_ref().map(|country| country_name(&country.text).unwrap_or(&country.text));
        if let Some(country) = country.filter(|country| !parts.contains(country)) {
            parts.push(country);
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// A page of the person on a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The network.
    pub network: Option<Written>,
    /// The name there.
    pub username: Option<Written>,
    /// The address.
    pub url: Option<Written>,
}

/// The sections a résumé can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// Jobs.
    Work,
    /// Projects.
    Projects,
    /// Skills, each with keywords.
    Skills,
    /// Schools and universities.
    Education,
    /// Certificates.
    Certificates,
    /// Publications.
    Publications,
    /// Awards.
    Awards,
    /// Unpaid work.
    Volunteer,
    /// Languages.
    Languages,
    /// Interests.
    Interests,
    /// What others say.
    References,
}

impl SectionKind {
    /// Its key in the document: `work`.
    pub fn key(self) -> &'static str {
        schema::section(self).key
    }

    /// What stands above it on paper: `Experience`.
    pub fn heading(self) -> &'static str {
        schema::section(self).heading
    }

    /// The section with this key.
    pub fn of_key(key: &str) -> Option<Self> {
        schema::section_of_key(key).map(|shape| shape.kind)
    }
}

/// One section with its entries, in the order of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which one.
    pub kind: SectionKind,
    /// At least one.
    pub entries: Vec<Entry>,
}

/// One job, project, school, skill, award and so on. What each field is called in JSON Resume depends on the section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Where it stands in the document, as a JSON pointer: `/work/0`.
    pub pointer: String,
    /// Bytes of the file.
    pub span: Range<usize>,
    /// Title of a job, name of a project, skill or language, kind of study.
    pub title: Option<Written>,
    /// Employer, school, issuer, publisher, awarder.
    pub organisation: Option<Written>,
    /// Where.
    pub place: Option<Written>,
    /// An address.
    pub link: Option<Written>,
    /// What kind of employer or project, level of a skill, fluency in a language.
    pub detail: Option<Written>,
    /// What was studied.
    pub area: Option<Written>,
    /// Grade.
    pub score: Option<Written>,
    /// First day.
    pub start: Option<WrittenDate>,
    /// Last day; none while it goes on.
    pub end: Option<WrittenDate>,
    /// The one day of an award, certificate or publication.
    pub date: Option<WrittenDate>,
    /// A few sentences.
    pub summary: Option<Written>,
    /// What was achieved.
    pub bullets: Vec<Bullet>,
    /// Keywords of a skill, courses of a school.
    pub keywords: Vec<Written>,
    /// Roles in a project.
    pub roles: Vec<Written>,
}

impl Entry {
    /// What a variant can choose among in an entry of this section: bullets, keywords of a skill or interest, courses of a school.
    pub fn items(&self, kind: SectionKind) -> Vec<&Written> {
        match kind {
            SectionKind::Skills | SectionKind::Interests | SectionKind::Education => self.keywords.iter().collect(),
            _ => self.bullets.iter().map(|bullet| &bullet.written).collect(),
        }
    }

    /// What it is called: title and employer, `Analyst, Setway`; empty when it has neither.
    pub fn name(&self) -> String {
        let words = [&self.title, &self.organisation].into_iter().flatten().map(|written| written.text.as_str());
        words.collect::<Vec<_>>().join(", ")
    }

    /// When it was. Without an end, what began goes on.
    pub(crate) fn period(&self) -> Option<Period> {
        match (&self.start, &self.end, &self.date) {
            (Some(start), Some(end), _) => Some(Period::Between(start.date, end.date)),
            (Some(start), None, _) => Some(Period::Since(start.date)),
            (None, Some(only), _) | (None, None, Some(only)) => Some(Period::On(only.date)),
            (None, None, None) => None,
        }
    }
}

/// One line of what was achieved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bullet {
    /// The words.
    pub written: Written,
    /// Where it stands in the document, as a JSON pointer: `/work/0/highlights/2`.
    pub pointer: String,
    /// Ids of the evidence that backs it; empty when nothing does.
    pub evidence: Vec<String>,
}

/// A link to evidence that fits no bullet any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseLink {
    /// Id of the evidence.
    pub evidence: String,
    /// The bullet's words when the link was made, if they were kept.
    pub text: Option<String>,
    /// Bytes of the link in the file.
    pub span: Range<usize>,
}

impl Content {
    /// The entries of a section; empty when it is not there.
    pub fn entries(&self, kind: SectionKind) -> &[Entry] {
        self.sections.iter().find(|section| section.kind == kind).map_or(&[], |section| &section.entries)
    }

    /// The entries of all sections, in the order they have on paper.
    pub fn all_entries(&self) -> impl Iterator<Item = &Entry> {
        self.sections.iter().flat_map(|section| &section.entries)
    }

    /// All bullets, in the order they have on paper.
    pub fn bullets(&self) -> impl Iterator<Item = &Bullet> {
        self.all_entries().flat_map(|entry| &entry.bullets)
    }
}
