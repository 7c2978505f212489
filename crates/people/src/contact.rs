use crate::fold::{folded, one_line};
use footbridge_diagnostic::upper_first;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt;

/// Longest value of a field, in bytes after white space was joined. Longer ones are no names but broken rows.
const LONGEST_FIELD: usize = 400;

/// Stable name of a contact: `c-` and 16 hexadecimal digits. It says nothing about the person, so it may stand in a file name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContactId(String);

/// Somebody the person knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Follows from the profile address, else the mail address, else name and company; it stays when the contact is merged with a later export.
    pub id: ContactId,
    /// Full name; the mail address when the export gives no name.
    pub name: String,
    /// Address of the profile without `https://www.`: `linkedin.com/in/ann-lee`.
    pub profile: Option<String>,
    /// Mail address in lower case.
    pub mail: Option<String>,
    /// Employer as written.
    pub company: Option<String>,
    /// Position as written.
    pub position: Option<String>,
    /// Day on which they became connected.
    pub connected_on: Option<Date>,
    /// The person's own labels: `tpm`, `mentor`.
    pub tags: BTreeSet<String>,
}

/// A contact as written by hand or in an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Full name.
    pub name: String,
    /// Web address of the profile.
    pub profile: String,
    /// Mail address.
    pub mail: String,
    /// Employer.
    pub company: String,
    /// Position.
    pub position: String,
    /// Day of connecting.
    pub connected_on: Option<Date>,
    /// Labels.
    pub tags: Vec<String>,
}

/// A field of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Full name.
    Name,
    /// Web address of the profile.
    Profile,
    /// Mail address.
    Mail,
    /// Employer.
    Company,
    /// Position.
    Position,
}

impl Field {
    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Profile => "profile address",
            Self::Mail => "mail address",
            Self::Company => "company",
            Self::Position => "position",
        }
    }
}

/// What is wrong with a written contact. The field in question is left out; the rest is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Neither name nor mail address: nobody can be told.
    Nobody,
    /// More than 400 bytes.
    TooLong(Field),
    /// Not of the shape of a mail address.
    MailShape,
    /// Not a web address.
    ProfileShape,
}

impl Flaw {
    /// What is wrong with a contact that is called so, as a sentence without its end: “The mail address of row 3 is none, such as …”.
    pub fn of(self, whose: &str) -> String {
        match self {
            Self::Nobody => format!("{} has neither a name nor a mail address", upper_first(whose)),
            Self::TooLong(field) => format!("The {} of {whose} is longer than {LONGEST_FIELD} bytes", field.words()),
            Self::MailShape => format!("The mail address of {whose} is none, such as name@example.org"),
            Self::ProfileShape => format!("The profile address of {whose} is no web address"),
        }
    }
}

impl ContactId {
    /// An id as it stands in a file.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("c-")?;
        let is_id = digits.len() == 16 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_id.then(|| Self(text.to_owned()))
    }

    fn of(kind: &str, key: &str) -> Self {
        let hash = Sha256::digest(format!("{kind}\n{key}"));
        Self(format!("c-{}", hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ContactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Makes a contact of what was written, with everything that is wrong with it. `None` only with [`Flaw::Nobody`].
pub fn contact(written: &Written) -> (Option<Contact>, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let name = field(&written.name, Field::Name, &mut flaws);
    let company = field(&written.company, Field::Company, &mut flaws);
    let position = field(&written.position, Field::Position, &mut flaws);
    let mail = field(&written.mail, Field::Mail, &mut flaws).and_then(|text| shaped(mail_address(&text), Flaw::MailShape, &mut flaws));
    let profile =
        field(&written.profile, Field::Profile, &mut flaws).and_then(|text| shaped(profile_address(&text), Flaw::ProfileShape, &mut flaws));
    let Some(name) = name.or_else(|| mail.clone()) else {
        flaws.push(Flaw::Nobody);
        return (None, flaws);
    };
    let id = match (&profile, &mail) {
        (Some(profile), _) => ContactId::of("profile", profile),
        (None, Some(mail)) => ContactId::of("mail", mail),
        (None, None) => ContactId::of("name", &format!("{}\n{}", folded(&name), folded(company.as_deref().unwrap_or_default()))),
    };
    let tags = written.tags.iter().map(|tag| one_line(tag).to_lowercase()).filter(|tag| !tag.is_empty()).collect();
    (Some(Contact { id, name, profile, mail, company, position, connected_on: written.connected_on, tags }), flaws)
}

fn field(text: &str, field: Field, flaws: &mut Vec<Flaw>) -> Option<String> {
    // A value many times too long is not even looked through.
    let line = if text.len() > 4 * LONGEST_FIELD { text.to_owned() } else { one_line(text) };
    if line.len() > LONGEST_FIELD {
        flaws.push(Flaw::TooLong(field));
        return None;
    }
    (!line.is_empty()).then_some(line)
}

fn shaped(value: Option<String>, flaw: Flaw, flaws: &mut Vec<Flaw>) -> Option<String> {
    if value.is_none() {
        flaws.push(flaw);
    }
    value
}

fn mail_address(text: &str) -> Option<String> {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, domain) = text.split_once('@')?;
    let sound = !local.is_empty() && is_host(domain) && !text.contains(|letter: char| letter.is_whitespace() || "<>,;\"".contains(letter));
    sound.then(|| text.to_lowercase())
}

/// Without scheme, `www.`, a country in front of linkedin.com, query and final slash, so that the same profile reads the same.
fn profile_address(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let address = match lower.split_once("://") {
        Some(("http" | "https", rest)) => rest,
        Some(_) => return None,
        None => &lower,
    };
    let address = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = if host.ends_with(".linkedin.com") { "linkedin.com" } else { host };
    let sound = is_host(host) && !path.contains(|letter: char| letter.is_whitespace() || "<>\"'`\\".contains(letter));
    match path {
        _ if !sound => None,
        "" => Some(host.to_owned()),
        path => Some(format!("{host}/{path}")),
    }
}

fn is_host(text: &str) -> bool {
    let named = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    text.contains('.') && text.split('.').all(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, profile: &str, mail: &str) -> Written {
        Written { name: name.to_owned(), profile: profile.to_owned(), mail: mail.to_owned(), ..Written::default() }
    }

    #[test]
    fn the_same_profile_is_the_same_contact_however_it_is_written() {
        let id = |address: &str| contact(&written("Ann", address, "")).0.expect("a contact").id;
        let plain = id("linkedin.com/in/ann-lee");
        for address in [
            "https://www.linkedin.com/in/ann-lee",
            "http://in.linkedin.com/in/Ann-Lee/",
            "https://www.linkedin.com/in/ann-lee?trk=contacts#x",
            " HTTPS://LINKEDIN.COM/in/ann-lee/ ",
        ] {
            assert_eq!(id(address), plain, "{address}");
        }
        assert_ne!(id("linkedin.com/in/ann-lee-2"), plain);
        assert_eq!(ContactId::parse(plain.as_str()), Some(plain));
        assert_eq!(ContactId::parse("c-../../secret"), None);
    }

    #[test]
    fn what_is_no_address_is_told_and_left_out() {
        for (profile, mail, flaws) in [
            ("javascript:alert(1)", "", vec![Flaw::ProfileShape]),
            ("javascript://example.org/%0aalert", "", vec![Flaw::ProfileShape]),
            ("ann lee", "", vec![Flaw::ProfileShape]),
            ("example.org/a b", "ann@", vec![Flaw::MailShape, Flaw::ProfileShape]),
            ("", "ann.example.org", vec![Flaw::MailShape]),
            ("", "ann@localhost", vec![Flaw::MailShape]),
            ("", "Ann <ann@example.org>", vec![Flaw::MailShape]),
            ("https://linkedin.com/in/जॉन", "ANN@Example.org", vec![]),
        ] {
            let (read, found) = contact(&written("Ann", profile, mail));
            assert_eq!(found, flaws, "{profile:?} {mail:?}");
            assert_eq!(read.expect("named").name, "Ann");
        }
    }

    #[test]
    fn nobody_without_name_and_mail() {
        assert_eq!(contact(&written(" \u{200b} ", "linkedin.com/in/x", "")), (None, vec![Flaw::Nobody]));
        assert_eq!(contact(&written("", "", "ann@example.org")).0.expect("a contact").name, "ann@example.org");
        let (none, flaws) = contact(&written(&"x".repeat(401), "", ""));
        assert_eq!((none, flaws), (None, vec![Flaw::TooLong(Field::Name), Flaw::Nobody]));
    }
}
