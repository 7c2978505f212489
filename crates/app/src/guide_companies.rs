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
        let words = footbridge_diagnostic::listed(CompanyKind::ALL.map(CompanyKind::word));
        if let Some((company, said)) = self.kind_on_card(named) {
            let trouble = Trouble::asked(format!("The card of `{company}` says `{said}`, which is no kind of company."));
            return Err(trouble.help(format!("There are {words}.")).or_meant(&said, CompanyKind::ALL.map(CompanyKind::word).into_iter()));
        }
        let own = self.aimed_at()?;
        if let Some(own) = own.iter().find(|own| is_called(own, named)) {
            return Err(Trouble::asked(format!("Nothing in your folder says of which kind of company `{own}` is.")).help(format!(
                "Name one of these kinds in its place: {words}. Or write `## Kind` and the kind below it into its card in `{}`.",
                crate::jobs::CARDS
            )));
        }
        let trouble = Trouble::not_found(format!("`{named}` is neither a kind of company nor a company that the Guide names."))
            .help(format!("There are {words}."));
        Err(match self.meant_company(named) {
            Some(meant) => trouble.help(format!("Did you mean `{meant}`?")),
            None => trouble,
        })
    }

    /// The kind of company, the company of the Guide or of one's own that is written nearly like this.
    pub(crate) fn meant_company(&self, named: &str) -> Option<String> {
        // A hint is worth no refusal: what cannot be read is told where it is shown.
        let own = self.aimed_at().unwrap_or_default();
        let mut known: Vec<&str> = CompanyKind::ALL.map(CompanyKind::word).to_vec();
        known.extend(companies_with(&self.course.pack, "company_kind").map(|(company, _)| bare(company)));
        known.extend(own.iter().map(String::as_str));
        let meant = footbridge_diagnostic::nearest(named.trim(), known)?;
        (!is_called(meant, named)).then(|| meant.to_owned())
    }

    /// Which kind of company somebody names: a kind by its word, a company of their own whose kind they wrote down, or one that the Guide names,
    /// the nearest of its kinds first.
    pub(crate) fn kind_of_company(&self, named: &str) -> Option<CompanyKind> {
        let of_guide = || companies_with(&self.course.pack, "company_kind").find(|(company, _)| is_called(bare(company), named));
        kind_of(named).or_else(|| self.own_kind(named)).or_else(|| kind_of(of_guide()?.1))
    }

    /// A company with a card, and what stands there for its kind.
    fn kind_on_card(&self, named: &str) -> Option<(String, String)> {
        let (cards, _) = self.cards_in_folder().ok()?;
        let kept = cards.into_iter().find(|kept| is_called(&kept.card.name, named))?;
        let said = kept.kind()?.to_owned();
        Some((kept.card.name, said))
    }

    /// What the learner's own files say: the card, then the last application. Files that cannot be read are told where they are shown.
    fn own_kind(&self, named: &str) -> Option<CompanyKind> {
        let (cards, _) = self.cards_in_folder().ok()?;
        let of_card = cards.iter().find(|kept| is_called(&kept.card.name, named)).and_then(|kept| kind_of(kept.kind()?));
        of_card.or_else(|| {
            let applications = self.shelf_in_folder().ok()?.applications();
            let mut there = applications.into_iter().rev().filter(|application| is_called(&application.company, named));
            there.find_map(|application| kind_of(&application.interview?.company_kind))
        })
    }
}

fn kind_of(words: &str) -> Option<CompanyKind> {
    let nearest = words.split(',').next().unwrap_or(words).trim().to_lowercase().replace(' ', "-");
    CompanyKind::ALL.into_iter().find(|kind| kind.word() == nearest)
}

/// Without what stands in brackets behind a name.
fn bare(company: &str) -> &str {
    company.split('(').next().unwrap_or(company).trim()
}

fn is_called(company: &str, named: &str) -> bool {
    company.trim().to_lowercase() == named.trim().to_lowercase()
}
