//! Who is known at a company.

mod brand;
mod employer;
mod name;

use crate::contact::{Contact, ContactId};
use brand::{Bonds, Chain, other_firms};
use employer::{Employer, Standing};
use name::Name;
use std::collections::HashMap;

/// Somebody known at a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The company, as the caller named it.
    pub company: String,
    /// Who.
    pub contact: ContactId,
    /// How sure it is that they work there.
    pub strength: Strength,
    /// Why, in sentences.
    pub why: String,
}

/// How sure it is that an employer as written is a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// The same name, but for case, accents, punctuation and legal forms.
    Exact,
    /// Another name of the same company, a part of it, or its name with a place or a word such as Technologies.
    Strong,
    /// Only part of the name agrees, or it is a former employer. Often somebody else.
    Weak,
}

impl Strength {
    /// Weak paths are shown only when asked for: most of them lead elsewhere.
    pub fn is_shown_by_default(self) -> bool {
        self != Self::Weak
    }
}

/// Whether two employers as written are the same but for case, accents, punctuation and legal forms.
pub fn same_employer(a: &str, b: &str) -> bool {
    Name::read(a).exact == Name::read(b).exact
}

/// Everybody who works at one of the companies, in the order of the companies, surest first. Each contact has at most one path to a
/// company: the surest.
pub fn warm_paths(contacts: &[Contact], companies: &[String]) -> Vec<Path> {
    let index = Index::of(companies);
    // Many contacts share an employer, so each spelling is looked up once.
    let mut known: HashMap<&str, Vec<Match>> = HashMap::new();
    let mut paths: Vec<(usize, Strength, &str, Path)> = Vec::new();
    for contact in contacts {
        let Some(employer) = contact.company.as_deref() else { continue };
        let matches = known.entry(employer).or_insert_with(|| index.matches(employer));
        for found in matches.iter() {
            let found = with_position(found, contact.position.as_deref());
            let path =
                Path { company: companies[found.company].clone(), contact: contact.id.clone(), strength: found.strength, why: found.why };
            paths.push((found.company, found.strength, &contact.name, path));
        }
    }
    paths.sort_by(|a, b| (a.0, a.1, a.2, &a.3.contact).cmp(&(b.0, b.1, b.2, &b.3.contact)));
    paths.into_iter().map(|(.., path)| path).collect()
}

#[derive(Debug, Clone)]
struct Match {
    company: usize,
    strength: Strength,
    why: String,
    /// Words of the company's name when it is a part of the employer: a position that holds them makes the match sure.
    part: Option<Vec<String>>,
}

/// Whether a company is named by first letters, or in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Initials {
    Company,
    Employer,
}

/// What an employer's name can be looked up by.
struct Index<'a> {
    companies: &'a [String],
    /// Names without legal forms.
    exact: HashMap<String, Vec<usize>>,
    /// The same without spaces and words such as Technologies; no chain for the company's own name, else how another name is bound to it.
    strong: HashMap<String, Vec<(usize, Chain)>>,
    /// Names whose bearer a company is part of.
    wholes: HashMap<String, Vec<(usize, Chain)>>,
    /// First words of names, for names inside longer ones.
    first_words: HashMap<String, Vec<(usize, Vec<String>)>>,
    /// Names of capital letters, and the first letters of names of several words.
    initials: HashMap<String, Vec<(usize, Initials)>>,
    /// Other firms, with the companies they are taken for.
    others: HashMap<String, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(companies: &'a [String]) -> Self {
        let mut index = Self {
            companies,
            exact: HashMap::new(),
            strong: HashMap::new(),
            wholes: HashMap::new(),
            first_words: HashMap::new(),
            initials: HashMap::new(),
            others: HashMap::new(),
        };
        let bonds = Bonds::read();
        for (at, company) in companies.iter().enumerate() {
            index.add(at, company, &bonds);
        }
        for (other, taken_for) in other_firms() {
            if let Some(companies) = index.exact.get(&taken_for.exact) {
                index.others.entry(other.exact).or_default().extend(companies);
            }
        }
        index
    }

    fn add(&mut self, at: usize, company: &str, bonds: &Bonds) {
        let name = Name::read(company);
        if name.exact.is_empty() {
            return;
        }
        if let Some(first) = name.words.first() {
            self.first_words.entry(first.clone()).or_default().push((at, name.words.clone()));
        }
        if name.is_of_initials(company) {
            self.initials.entry(name.exact.clone()).or_default().push((at, Initials::Company));
        }
        if let Some(initials) = name.initials() {
            self.initials.entry(initials).or_default().push((at, Initials::Employer));
        }
        let bound = bonds.of(&name.core);
        self.strong.entry(name.core).or_default().push((at, Chain::new()));
        for (inside, chain) in bound.inside {
            self.strong.entry(inside).or_default().push((at, chain));
        }
        for (whole, chain) in bound.wholes {
            self.wholes.entry(whole).or_default().push((at, chain));
        }
        self.exact.entry(name.exact).or_default().push(at);
    }

    /// Every company that an employer as written can be, each once, by its surest reading.
    fn matches(&self, employer: &str) -> Vec<Match> {
        let mut best: HashMap<usize, Match> = HashMap::new();
        for Employer { name, standing } in employer::read(employer) {
            for found in self.named(&name, standing) {
                let weaker = best.get(&found.company).is_some_and(|other| other.strength <= found.strength);
                if !weaker {
                    best.insert(found.company, found);
                }
            }
        }
        let mut matches: Vec<Match> = best.into_values().collect();
        matches.sort_by_key(|found| found.company);
        matches
    }

    fn named(&self, written: &str, standing: Standing) -> Vec<Match> {
        let name = Name::read(written);
        let mut found = Vec::new();
        if name.exact.is_empty() {
            return found;
        }
        for company in self.exact.get(&name.exact).into_iter().flatten() {
            found.push(self.found(*company, Strength::Exact, "It is the same name.".to_owned()));
        }
        for (company, chain) in self.strong.get(&name.core).into_iter().flatten() {
            let why = match chain.as_slice() {
                [] => format!("“{written}” is {} but for a place, a kind of firm or a space.", self.companies[*company]),
                bonds => said(bonds),
            };
            found.push(self.found(*company, Strength::Strong, why));
        }
        for (company, chain) in self.wholes.get(&name.core).into_iter().flatten() {
            let why = format!("{} Which part of “{written}” is not said.", said(chain));
            let part = Some(Name::read(&self.companies[*company]).words);
            found.push(Match { part, ..self.found(*company, Strength::Weak, why) });
        }
        for (company, words) in name.words.iter().filter_map(|word| self.first_words.get(word)).flatten() {
            if name.words.windows(words.len()).any(|window| window == words.as_slice()) {
                let why = format!("“{}” stands inside the longer name “{written}”.", self.companies[*company]);
                found.push(self.found(*company, Strength::Weak, why));
            }
        }
        found.extend(self.by_initials(&name, written));
        if let Some(companies) = self.others.get(&name.exact) {
            found.retain(|found| !companies.contains(&found.company));
        }
        found.into_iter().map(|found| under(standing, found, written)).collect()
    }

    /// `General Electric` for GE, and `GE` for General Electric. Many names share their first letters.
    fn by_initials(&self, name: &Name, written: &str) -> Vec<Match> {
        let letters = |of: Initials| match of {
            Initials::Company => name.initials(),
            Initials::Employer => name.is_of_initials(written).then(|| name.exact.clone()),
        };
        let matches = |of: Initials| {
            let known = letters(of).and_then(|letters| self.initials.get(&letters));
            known.into_iter().flatten().filter(move |(_, whose)| *whose == of).map(|(company, _)| *company)
        };
        let companies = matches(Initials::Company).chain(matches(Initials::Employer));
        let why = |company: usize| format!("“{written}” and {} have the same first letters.", self.companies[company]);
        companies.map(|company| self.found(company, Strength::Weak, why(company))).collect()
    }

    fn found(&self, company: usize, strength: Strength, why: String) -> Match {
        Match { company, strength, why, part: None }
    }
}

/// A position that names the part of the employer settles which part is meant.
fn with_position(found: &Match, position: Option<&str>) -> Match {
    let Some(part) = &found.part else { return found.clone() };
    let position = crate::fold::words(position.unwrap_or_default());
    if position.windows(part.len().max(1)).any(|window| window == part.as_slice()) {
        return Match { strength: Strength::Strong, why: "The position names it.".to_owned(), ..found.clone() };
    }
    found.clone()
}

fn said(bonds: &[&'static brand::Bond]) -> String {
    bonds.iter().map(|bond| bond.says()).collect::<Vec<_>>().join(" ")
}

/// What the employer's text says of the name bounds how sure a match can be.
fn under(standing: Standing, found: Match, written: &str) -> Match {
    match standing {
        Standing::Current => found,
        Standing::Owner if found.strength != Strength::Weak => {
            Match { strength: Strength::Strong, why: format!("It is said to belong to “{written}”."), part: None, ..found }
        }
        Standing::Owner => found,
        Standing::Mentioned => {
            Match {
                strength: Strength::Weak, why: format!("“{written}” is only mentioned beside another employer."), part: None, ..found
            }
        }
        Standing::Former => {
            Match { strength: Strength::Weak, why: format!("“{written}” is a former employer or name."), part: None, ..found }
        }
    }
}
