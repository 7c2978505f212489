//! Which kind of company somebody means.

use crate::{App, Trouble};
use footbridge_content::CompanyKind;

/// The page that names companies, with the kind of each.
const WHO_HIRES: &str = "guide-who-hires";

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

    /// Which kind of company somebody names: a kind by its word, or a company of the page about who hires, the nearest of its kinds first.
    pub(crate) fn kind_of_company(&self, named: &str) -> Option<CompanyKind> {
        let kind_of = |words: &str| {
            let nearest = words.split(',').next().unwrap_or(words).trim().to_lowercase().replace(' ', "-");
            CompanyKind::ALL.into_iter().find(|kind| kind.word() == nearest)
        };
        let page = self.course.pack.pages.iter().find(|page| page.id.as_ref().as_str() == WHO_HIRES);
        let mut rows = page.into_iter().flat_map(|page| &page.tables).flat_map(|table| &table.rows).map(|row| &row.as_ref().cells);
        let is_named = |company: &str| company.split('(').next().unwrap_or(company).trim().eq_ignore_ascii_case(named.trim());
        let of_company = || {
            let row = rows.find(|cells| cells.get("company").and_then(|company| company.as_str()).is_some_and(is_named))?;
            kind_of(row.get("company_kind")?.as_str()?)
        };
        kind_of(named).or_else(of_company)
    }
}
