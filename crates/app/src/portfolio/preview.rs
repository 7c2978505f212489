//! The site as it would be built now, to be looked at before anything is written.

use super::{OnDisk, finding_in_its_page};
use crate::view::{PortfolioPageView, PortfolioPreviewView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_portfolio::{Page, build, check, title};

impl App {
    /// Every page as it would look, with what is wrong with it and how it differs from what stands in `site/`. Nothing is written.
    pub fn preview_portfolio(&self) -> Result<PortfolioPreviewView, Trouble> {
        let pages = self.previewed()?;
        let files: Vec<Page> = pages.iter().map(|(page, _)| Page { path: page.path.clone(), bytes: page.bytes.clone() }).collect();
        let faults = check(&files);
        let of = |page: &Page| {
            faults.iter().filter(|fault| fault.place.as_ref().is_some_and(|place| place.file == page.path)).collect::<Vec<_>>()
        };
        let view = |(page, state): &(Page, &'static str)| {
            Some(PortfolioPageView {
                title: title(page)?,
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
                "{} and {} besides; {} would be written.",
                counted(shown.len(), "page", "pages"),
                counted(pages.len() - shown.len(), "file", "files"),
                if changed == 0 { "nothing".to_owned() } else { counted(changed, "file", "files") }
            ),
            others: count(pages.len() - shown.len()),
            pages: shown,
        })
    }

    /// A file of the site as it would be built now.
    pub fn preview_file(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        Ok(self.previewed()?.into_iter().find(|(page, _)| page.path == name).map(|(page, _)| page.bytes))
    }

    /// All files, those changed by hand as they stand, with how each differs from the folder.
    fn previewed(&self) -> Result<Vec<(Page, &'static str)>, Trouble> {
        let written = self.manifest()?;
        let previewed = |mut page: Page| {
            let state = match self.on_disk(&page, &written)? {
                OnDisk::Absent => "new",
                OnDisk::Same => "as it stands",
                OnDisk::Ours => "changed",
                OnDisk::ByHand(bytes) => {
                    page.bytes = bytes;
                    "changed by hand"
                }
            };
            Ok((page, state))
        };
        build(&self.site(&self.portfolio_settings()?)?).into_iter().map(previewed).collect()
    }
}
