//! The portfolio: the public evidence as a static site, written, looked over, and checked by strangers.

mod foreign;
mod gaps;
mod gather;
mod kept;
mod preview;
mod settings;
mod settings_form;
mod strangers;

pub(crate) use gather::first_heading;
pub(crate) use kept::Kept;

use crate::evidence::SITE;
use crate::folder::path as inside;
use crate::view::{FindingView, GapView, NextView, PortfolioCheckView, PortfolioView};
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_content::Kind;
use footbridge_diagnostic::{Diagnostic, counted, listed};
use footbridge_journal::DiskPath;
use footbridge_portfolio::{Page, check, with_private_paths};
use footbridge_verdict::AnswerHash;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What we wrote into the site: one line a file, hash and path. A file that differs from it was changed by hand.
const WRITTEN: &str = "footbridge-files.txt";

/// A page that is to be written, as the folder holds it now.
enum OnDisk {
    Absent,
    /// Already what it should be.
    Same,
    /// What an earlier build wrote.
    Ours,
    /// Changed by hand: its bytes.
    ByHand(Vec<u8>),
}

impl App {
    /// Builds the portfolio from the evidence so far. Nothing private reaches it; pages changed by hand are left alone.
    pub fn build_portfolio(&self) -> Result<PortfolioView, Trouble> {
        let settings = self.portfolio_settings()?;
        let (_, pages) = self.built(&settings)?;
        let contacts = self.contacts_on_site(&settings)?;
        let _lock = self.lock()?;
        let written = self.manifest()?;
        let mut view = PortfolioView {
            answer: String::new(),
            folder: SITE.to_owned(),
            files: Vec::new(),
            left_alone: Vec::new(),
            no_longer_shown: Vec::new(),
        };
        let mut ours = Manifest::new();
        let mut stale = Vec::new();
        for page in pages.iter() {
            match self.on_disk(page, &written)? {
                OnDisk::ByHand(_) => {
                    view.left_alone.push(page.path.clone());
                    continue;
                }
                OnDisk::Same => {}
                OnDisk::Absent | OnDisk::Ours => stale.push(page),
            }
            ours.entry(page.path.clone()).or_default().insert(AnswerHash::of(&page.bytes));
        }
        // Known as ours before it is written: a build that is interrupted must not be taken for a change by hand.
        let mut either = written.clone();
        ours.iter().for_each(|(path, hashes)| either.entry(path.clone()).or_default().extend(hashes.iter().cloned()));
        self.write_manifest(&either)?;
        for page in stale {
            let path = inside(&format!("{SITE}/{}", page.path));
            self.world.disk.create_folder_all(&path.parent().unwrap_or_else(DiskPath::root))?;
            self.world.disk.write_atomically(&path, &page.bytes)?;
            view.files.push(page.path.clone());
        }
        view.no_longer_shown = self.remove_what_is_gone(&pages, &written)?;
        // What was changed by hand stays known, so that it is told again when it is no longer shown.
        ours.extend(written.into_iter().filter(|(path, _)| view.no_longer_shown.contains(path) || view.left_alone.contains(path)));
        self.write_manifest(&ours)?;
        let all = counted(pages.len(), "file", "files");
        let answer = match view.left_alone.len() {
            0 => format!("{all} in {SITE}/, {} written anew.", view.files.len()),
            left => format!("{all} in {SITE}/, {} written anew; {left} changed by hand and left alone.", view.files.len()),
        };
        view.answer = [Some(answer), private_paths(&pages), contacts_told(&contacts)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Ok(view)
    }

    /// Looks the portfolio over without writing it, pages changed by hand included: links, pictures, headings, and what a convincing one
    /// has besides.
    pub fn check_portfolio(&self) -> Result<PortfolioCheckView, Trouble> {
        let settings = self.portfolio_settings()?;
        let (site, pages) = self.built(&settings)?;
        let mut pages = Arc::unwrap_or_clone(pages);
        let written = self.manifest()?;
        let mut up_to_date = !self.has_gone(&pages, &written);
        for page in &mut pages {
            match self.on_disk(page, &written)? {
                OnDisk::ByHand(bytes) => page.bytes = bytes,
                OnDisk::Absent | OnDisk::Ours => up_to_date = false,
                OnDisk::Same => {}
            }
        }
        let mut faults = check(&pages);
        faults.extend(self.foreign(&pages, &written)?);
        faults.extend(self.contacts_on_site(&settings)?);
        let broken = faults.iter().filter(|fault| fault.is_error()).count();
        let to_look_at = match faults.len() - broken {
            0 => String::new(),
            1 => ", 1 thing to look at".to_owned(),
            things => format!(", {things} things to look at"),
        };
        let gaps = self.gaps(&settings, &site);
        let (unpublished, missing) = self.with_learner(|learner| {
            let missing: Vec<GapView> = gaps.iter().map(|gap| self.gap_view(gap, &site, learner)).collect();
            (self.unpublished(learner), missing)
        })?;
        Ok(PortfolioCheckView {
            answer: format!(
                "{} in {}: {}{to_look_at}.",
                counted(site.entries.len(), "piece", "pieces"),
                counted(pages.len(), "file", "files"),
                if broken == 0 { "nothing is broken".to_owned() } else { counted(broken, "fault", "faults") }
            ),
            is_built: self.world.disk.exists(&inside(&format!("{SITE}/index.html")))?,
            up_to_date,
            sound: broken == 0,
            faults: faults.iter().map(gaps::told).collect(),
            missing,
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
            let (text, work) = (self.kept_text(exercise, &pass.checked.answer), learner.state.work(&exercise.id));
            text.zip(work).is_some_and(|(text, work)| !self.is_shown(exercise, work, &pass.checked, &text))
        });
        hidden.map(|(exercise, _)| NextView { title: exercise.title.clone(), opens: crate::course::opens(exercise) }).collect()
    }

    /// A file of the built portfolio, for the server to show.
    pub fn site_file(&self, name: &str) -> Option<Vec<u8>> {
        let path = inside(SITE).join(name).ok()?;
        self.world.disk.read(&path).ok()
    }

    fn on_disk(&self, page: &Page, written: &Manifest) -> Result<OnDisk, Trouble> {
        let path = inside(&format!("{SITE}/{}", page.path));
        if !self.world.disk.exists(&path)? {
            return Ok(OnDisk::Absent);
        }
        let bytes = self.world.disk.read(&path)?;
        let is_ours = || written.get(&page.path).is_some_and(|hashes| hashes.contains(&AnswerHash::of(&bytes)));
        Ok(if bytes == page.bytes {
            OnDisk::Same
        } else if is_ours() {
            OnDisk::Ours
        } else {
            OnDisk::ByHand(bytes)
        })
    }

    fn manifest(&self) -> Result<Manifest, Trouble> {
        let text = self.text(&format!("{SITE}/{WRITTEN}"))?.unwrap_or_default();
        let mut manifest = Manifest::new();
        for (hash, path) in text.lines().filter_map(|line| line.split_once("  ")) {
            manifest.entry(path.to_owned()).or_default().extend(AnswerHash::read(hash));
        }
        Ok(manifest)
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), Trouble> {
        let mut lines = String::new();
        for (path, hashes) in manifest {
            hashes.iter().for_each(|hash| lines.push_str(&format!("{hash}  {path}\n")));
        }
        self.world.disk.create_folder_all(&inside(SITE))?;
        Ok(self.world.disk.write_atomically(&inside(&format!("{SITE}/{WRITTEN}")), lines.as_bytes())?)
    }

    /// Whether a page that we wrote stands there still and is no longer shown.
    fn has_gone(&self, pages: &[Page], written: &Manifest) -> bool {
        let shown: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        let is_ours = |name: &str, hashes: &BTreeSet<AnswerHash>| {
            let bytes = inside(SITE).join(name).ok().and_then(|path| self.world.disk.read(&path).ok());
            bytes.is_some_and(|bytes| hashes.contains(&AnswerHash::of(&bytes)))
        };
        written.iter().any(|(name, hashes)| !shown.contains(name.as_str()) && is_ours(name, hashes))
    }

    /// Removes pages of what is no longer shown, and names those that somebody changed, which only they can delete.
    fn remove_what_is_gone(&self, pages: &[Page], written: &Manifest) -> Result<Vec<String>, Trouble> {
        let shown: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        let mut changed = Vec::new();
        for (name, hashes) in written.iter().filter(|(name, _)| !shown.contains(name.as_str())) {
            let Ok(path) = inside(SITE).join(name) else { continue };
            match self.world.disk.read(&path) {
                Ok(bytes) if hashes.contains(&AnswerHash::of(&bytes)) => {
                    self.world.disk.remove(&path)?;
                    if let Some(folder) = path.parent() {
                        self.world.disk.remove_empty_folder(&folder)?;
                    }
                }
                Ok(_) => changed.push(name.clone()),
                Err(_) => {}
            }
        }
        Ok(changed)
    }
}

/// A sentence on pages with paths of private files, whose texts their author can still take out.
fn private_paths(pages: &[Page]) -> Option<String> {
    let files: BTreeSet<String> = with_private_paths(pages).map(|page| format!("`{SITE}/{}`", page.path)).collect();
    let held = match files.len() {
        0 => return None,
        1 => "holds a path of your private folder. Take it out of its text",
        _ => "hold paths of your private folder. Take them out of their texts",
    };
    Some(format!("{} {held}, check it and build again.", listed(files)))
}

/// The most places with a contact that are named after a build.
const MOST_CONTACTS: usize = 5;

/// Sentences on contacts who are named on the site, and how to be rid of them.
fn contacts_told(found: &[Diagnostic]) -> Option<String> {
    let help = found.first()?.help.first()?;
    let named: Vec<&str> = found.iter().take(MOST_CONTACTS).map(|finding| finding.message.as_str()).collect();
    let more = match found.len() - named.len() {
        0 => String::new(),
        more => format!(" `footbridge portfolio check` names {}.", counted(more, "further place", "further places")),
    };
    Some(format!("{}{more} {help}", named.join(" ")))
}

/// For each path the hashes of what we wrote there: two while a build is under way.
type Manifest = BTreeMap<String, BTreeSet<AnswerHash>>;

/// A finding where its page is plain from around it.
fn finding_in_its_page(finding: &Diagnostic) -> FindingView {
    finding_view(finding, None, None, "")
}
