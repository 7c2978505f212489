//! What stands in the site's folder and no build wrote: whoever copies the folder takes it along.

use super::{Manifest, WRITTEN};
use crate::evidence::SITE;
use crate::folder::path as inside;
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_journal::{DiskPath, EntryKind};
use footbridge_portfolio::Page;
use std::collections::BTreeSet;

/// What people put there for a host, at the top of the folder.
const FOR_HOSTS: &[&str] = &[
    ".domains",
    ".git",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".gitlab-ci.yml",
    ".nojekyll",
    ".well-known",
    "CNAME",
    "LICENSE",
    "README.md",
    "_config.yml",
    "_headers",
    "_redirects",
    "favicon.ico",
    "netlify.toml",
    "robots.txt",
    "vercel.json",
];

/// The most of them that are named.
const MOST_NAMED: usize = 20;

/// Folders below one another; deeper ones are named, not looked into.
const DEEPEST: usize = 8;

impl App {
    /// Names links and files that no build wrote. Links are not followed.
    pub(super) fn foreign(&self, pages: &[Page], written: &Manifest) -> Result<Vec<Diagnostic>, Trouble> {
        if !self.world.disk.exists(&inside(SITE))? {
            return Ok(Vec::new());
        }
        let ours: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).chain(written.keys().map(String::as_str)).collect();
        let mut found = Vec::new();
        self.foreign_below(&inside(SITE), "", &ours, &mut found)?;
        let more = found.len().saturating_sub(MOST_NAMED);
        found.truncate(MOST_NAMED);
        if more > 0 {
            let message = format!("{} not named.", counted(more, "more file of others is", "more files of others are"));
            found.push(Diagnostic::warning("site-foreign", message));
        }
        Ok(found)
    }

    fn foreign_below(&self, folder: &DiskPath, above: &str, ours: &BTreeSet<&str>, found: &mut Vec<Diagnostic>) -> Result<(), Trouble> {
        for entry in self.world.disk.list(folder)? {
            let name = format!("{above}{}", entry.name);
            if name == WRITTEN || FOR_HOSTS.contains(&name.as_str()) {
                continue;
            }
            let below = folder.join(&entry.name).ok().filter(|_| name.split('/').count() <= DEEPEST);
            match (entry.kind, below) {
                _ if entry.is_link => found.push(link(&name)),
                (EntryKind::Folder, Some(below)) => self.foreign_below(&below, &format!("{name}/"), ours, found)?,
                _ if ours.contains(name.as_str()) => {}
                _ => found.push(file(&name)),
            }
        }
        Ok(())
    }
}

fn link(name: &str) -> Diagnostic {
    Diagnostic::error("site-link", format!("`{SITE}/{name}` is a link. Whoever copies the site may take along what it leads to."))
        .help("Delete it, or put the file itself there.")
}

fn file(name: &str) -> Diagnostic {
    Diagnostic::warning("site-foreign", format!("`{SITE}/{name}` was not written by the build, and goes along when the site is copied."))
        .help("Move it out of the folder unless it is meant to be public.")
}
