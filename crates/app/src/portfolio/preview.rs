//! The site as it would be built now, to be looked at before anything is written.

use super::{Manifest, OnDisk, finding_in_its_page};
use crate::view::{PortfolioPageView, PortfolioPreviewView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_portfolio::{Page, check, title};

impl App {
    /// Every page as it would look, with what is wrong with it and how it differs from what stands in `site/`. Nothing is written.
    pub fn preview_portfolio(&self) -> Result<PortfolioPreviewView, Trouble> {
        let pages = self.previewed()?;
        let files: Vec<Page> = pages.iter().map(|(page, _)| Page { path: page.path.clone(), bytes: page.bytes.clone() }).collect();
        let faults = check(&files);
        let of = |page: &Page| {
            faults.iter().filter(|fault| fault.place.as_ref().is_some_and(|place| place.file == page.path)).collect::<Vec<_>>()
        };
        let owner = self.with_learner(|learner| learner.profile.owner())?;
        let view = |(page, state): &(Page, &'static str)| {
            Some(PortfolioPageView {
                title: short_title(&page.path, title(page)?, &owner),
                path: page.path.clone(),
                opens: format!("/portfolio-preview/{}", page.path),
                state: (*state).to_owned(),
                faults: of(page).into_iter().map(|fault: &Diagnostic| finding_in_its_page(fault)).collect(),
            })
        };
        let shown: Vec<PortfolioPageView> = pages.iter().filter_map(view).collect();
        let changed = pages.iter().filter(|(_, state)| matches!(*state, "new" | "changed")).count();
        Ok(PortfolioPreviewView {
            says: format!(
                "{} and {} besides; {}",
                counted(shown.len(), "page", "pages"),
                counted(pages.len() - shown.len(), "file", "files"),
                match changed {
                    0 => "nothing would be written.".to_owned(),
                    _ => format!("{} would be written. Nothing is written until you build it.", counted(changed, "file", "files")),
                }
            ),
            others: count(pages.len() - shown.len()),
            pages: shown,
        })
    }

    /// A file of the site as it would be built now.
    pub fn preview_file(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let (_, pages) = self.built(&self.portfolio_settings()?)?;
        let Some(page) = pages.iter().find(|page| page.path == name) else { return Ok(None) };
        Ok(Some(self.as_it_stands(page, &self.manifest()?)?.0.bytes))
    }

    /// All files, those changed by hand as they stand, with how each differs from the folder.
    fn previewed(&self) -> Result<Vec<(Page, &'static str)>, Trouble> {
        let written = self.manifest()?;
        let (_, pages) = self.built(&self.portfolio_settings()?)?;
        pages.iter().map(|page| self.as_it_stands(page, &written)).collect()
    }

    fn as_it_stands(&self, page: &Page, written: &Manifest) -> Result<(Page, &'static str), Trouble> {
        let path = page.path.clone();
        Ok(match self.on_disk(page, written)? {
            OnDisk::ByHand(bytes) => (Page { path, bytes }, "changed by hand"),
            OnDisk::Absent => (page.clone(), "new"),
            OnDisk::Same => (page.clone(), "as it stands"),
            OnDisk::Ours => (page.clone(), "changed"),
        })
    }
}

/// The title of a page beside those of its own site, whose owner need not be named on each.
fn short_title(path: &str, title: String, owner: &str) -> String {
    if path == "index.html" && title.starts_with(owner) {
        return "Front page".to_owned();
    }
    title.strip_suffix(owner).and_then(|title| title.strip_suffix(" – ")).map_or(title.clone(), str::to_owned)
}
