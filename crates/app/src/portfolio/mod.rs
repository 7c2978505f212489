//! The portfolio: the public evidence as a static site, written, looked over, and checked by strangers.

mod gather;
mod settings;
mod strangers;

use crate::evidence::SITE;
use crate::folder::path as inside;
use crate::publishing::is_public;
use crate::view::{NextView, PortfolioCheckView, PortfolioView};
use crate::view_sql::finding_view;
use crate::work::kept_path;
use crate::{App, Trouble};
use footbridge_content::Kind;
use footbridge_journal::DiskPath;
use footbridge_portfolio::{Page, build, check, missing};
use footbridge_verdict::AnswerHash;
use std::collections::BTreeSet;

/// What we wrote into the site: one line a file, hash and path. A file that differs from it was changed by hand.
const WRITTEN: &str = "footbridge-files.txt";

impl App {
    /// Builds the portfolio from the evidence so far. Nothing private reaches it; pages changed by hand are left alone.
    pub fn build_portfolio(&self) -> Result<PortfolioView, Trouble> {
        let site = self.site()?;
        let pages = build(&site);
        let _lock = self.lock()?;
        let written = self.text(&format!("{SITE}/{WRITTEN}"))?.map_or_else(BTreeSet::new, |text| manifest(&text));
        let mut view = PortfolioView {
            answer: String::new(),
            folder: SITE.to_owned(),
            files: Vec::new(),
            left_alone: Vec::new(),
            no_longer_shown: Vec::new(),
        };
        let mut ours = BTreeSet::new();
        for page in &pages {
            if self.changed_by_hand(page, &written)? {
                view.left_alone.push(page.path.clone());
            } else {
                ours.insert((page.path.clone(), AnswerHash::of(&page.bytes).to_string()));
            }
        }
        // Known as ours before it is written: a build that is interrupted must not be taken for a change by hand.
        self.write_manifest(&ours | &written)?;
        for page in pages.iter().filter(|page| !view.left_alone.contains(&page.path)) {
            let path = inside(&format!("{SITE}/{}", page.path));
            if self.world.disk.read(&path).is_ok_and(|bytes| bytes == page.bytes) {
                continue;
            }
            self.world.disk.create_folder_all(&path.parent().unwrap_or_else(DiskPath::root))?;
            self.world.disk.write_atomically(&path, &page.bytes)?;
            view.files.push(page.path.clone());
        }
        view.no_longer_shown = self.remove_what_is_gone(&pages, &written)?;
        let still_there = written.into_iter().filter(|(path, _)| view.no_longer_shown.contains(path));
        self.write_manifest(ours.into_iter().chain(still_there).collect())?;
        let all = counted(pages.len(), "file", "files");
        view.answer = match view.left_alone.len() {
            0 => format!("{all} in {SITE}/, {} written anew.", view.files.len()),
            left => format!("{all} in {SITE}/, {} written anew; {left} changed by hand and left alone.", view.files.len()),
        };
        Ok(view)
    }

    /// Looks the portfolio over without writing it: links, pictures, headings, and what a convincing one has besides.
    pub fn check_portfolio(&self) -> Result<PortfolioCheckView, Trouble> {
        let site = self.site()?;
        let pages = build(&site);
        let faults = check(&pages);
        let unpublished = self.with_learner(|learner| self.unpublished(learner))?;
        let view = |finding: &footbridge_diagnostic::Diagnostic| finding_view(finding, None, None, "");
        Ok(PortfolioCheckView {
            answer: format!(
                "{} in {}, {}.",
                counted(site.entries.len(), "piece", "pieces"),
                counted(pages.len(), "file", "files"),
                counted(faults.len(), "fault", "faults")
            ),
            is_built: self.world.disk.exists(&inside(&format!("{SITE}/index.html")))?,
            sound: !faults.iter().any(footbridge_diagnostic::Diagnostic::is_error),
            faults: faults.iter().map(view).collect(),
            missing: missing(&site).iter().map(view).collect(),
            unpublished,
            settings: settings::FILE.to_owned(),
        })
    }

    /// Writes the file in which the owner says what the site says about them, unless it is there.
    pub fn begin_portfolio_settings(&self) -> Result<String, Trouble> {
        let _lock = self.lock()?;
        if self.text(settings::FILE)?.is_none() {
            self.world.disk.write_atomically(&inside(settings::FILE), settings::TEMPLATE.as_bytes())?;
        }
        Ok(settings::FILE.to_owned())
    }

    /// Writing that has passed and does not say `publish: true`.
    fn unpublished(&self, learner: &crate::learner::Learner) -> Vec<NextView> {
        let passes = self.passes(learner).into_iter();
        let writing = passes.filter(|(exercise, _)| exercise.kind == Kind::Write && !exercise.private);
        let hidden = writing.filter(|(exercise, pass)| {
            let text = self.text(&kept_path(exercise, &pass.checked.answer)).ok().flatten();
            text.is_some_and(|text| !is_public(exercise, &text))
        });
        hidden.map(|(exercise, _)| NextView { title: exercise.title.clone(), opens: crate::course::opens(exercise) }).collect()
    }

    /// A file of the built portfolio, for the server to show.
    pub fn site_file(&self, name: &str) -> Option<Vec<u8>> {
        let path = inside(SITE).join(name).ok()?;
        self.world.disk.read(&path).ok()
    }

    fn changed_by_hand(&self, page: &Page, written: &Manifest) -> Result<bool, Trouble> {
        let path = inside(&format!("{SITE}/{}", page.path));
        if !self.world.disk.exists(&path)? {
            return Ok(false);
        }
        let there = AnswerHash::of(&self.world.disk.read(&path)?).to_string();
        Ok(!written.contains(&(page.path.clone(), there)))
    }

    fn write_manifest(&self, manifest: Manifest) -> Result<(), Trouble> {
        let lines: String = manifest.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        self.world.disk.create_folder_all(&inside(SITE))?;
        Ok(self.world.disk.write_atomically(&inside(&format!("{SITE}/{WRITTEN}")), lines.as_bytes())?)
    }

    /// Removes pages of what is no longer shown, and names those that somebody changed, which only they can delete.
    fn remove_what_is_gone(&self, pages: &[Page], written: &Manifest) -> Result<Vec<String>, Trouble> {
        let gone = written.iter().filter(|(path, _)| pages.iter().all(|page| page.path != **path));
        let mut changed = Vec::new();
        for (name, hash) in gone {
            let Ok(path) = inside(SITE).join(name) else { continue };
            match self.world.disk.read(&path) {
                Ok(bytes) if AnswerHash::of(&bytes).as_str() == hash => self.world.disk.remove(&path)?,
                Ok(_) => changed.push(name.clone()),
                Err(_) => {}
            }
        }
        Ok(changed)
    }
}

/// "1 piece", "3 pieces".
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Paths with the hashes of what we wrote there.
type Manifest = BTreeSet<(String, String)>;

fn manifest(text: &str) -> Manifest {
    text.lines().filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()
}
