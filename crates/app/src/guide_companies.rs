//! Companies that the Guide names, and the kind of each.

use crate::{App, Trouble};
use footbridge_content::{CompanyKind, Pack};

/// The page and its table.
const REFERENCE: (&str, &str) = ("guide-who-hires", "companies");

/// Each company, with what another column of the table says of it.
pub(crate) fn companies_with<'p>(pack: &'p Pack, column: &'p str) -> impl Iterator<Item = (&'p str, &'p str)> {
    let page = pack.pages.iter().find(|page| page.id.as_ref().as_str() == REFERENCE.0);
    let table = page.and_then(|page| page.tables.iter().find(|table| table.id == REFERENCE.1));
    table.into_iter().flat_map(|table| &table.rows).filter_map(move |row| {
        let text = |column: &str| row.as_ref().cells.get(column).and_then(toml::Value::as_str);
        Some((text("company")?, text(column)?))
    })
}

impl App {
    /// The kind of company that was wished for, by its word or by a company's name.
    pub(crate) fn wished_company(&self, named: Option<&str>) -> Result<Option<CompanyKind>, Trouble> {
        let Some(named) = named else { return Ok(None) };
        if let Some(kind) = self.kind_of_company(named) {
            return Ok(Some(kind));
        }
        let words = CompanyKind::ALL.map(CompanyKind::word);
        Err(Trouble::not_found(format!("`{named}` is neither a kind of company nor a company that the Guide names."))
            .help(format!("There are {}.", footbridge_diagnostic::listed(words)))
            .or_meant(named, words.into_iter()))
    }

    /// Which kind of company somebody names: a kind by its word, or a company that the Guide names, the nearest of its kinds first.
    pub(crate) fn kind_of_company(&self, named: &str) -> Option<CompanyKind> {
        let kind_of = |words: &str| {
            let nearest = words.split(',').next().unwrap_or(words).trim().to_lowercase().replace(' ', "-");
            CompanyKind::ALL.into_iter().find(|kind| kind.word() == nearest)
        };
        let is_named = |company: &str| company.split('(').next().unwrap_or(company).trim().eq_ignore_ascii_case(named.trim());
        let of_company = || companies_with(&self.course.pack, "company_kind").find(|(company, _)| is_named(company));
        kind_of(named).or_else(|| kind_of(of_company()?.1))
    }
}
