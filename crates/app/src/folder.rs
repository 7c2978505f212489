use crate::profile::{self, Profile};
use crate::{App, Fault, Trouble};
use footbridge_journal::{Act, DiskPath};
use std::fs::File;

/// The file that makes a folder one of ours.
pub(crate) const PROFILE_FILE: &str = "footbridge.toml";

/// What `footbridge init` is given.
#[derive(Debug, Clone)]
pub struct Init {
    /// The answers of onboarding.
    pub profile: crate::view::ProfileView,
}

const GIT_IGNORE: &str = "# What is private stays on this machine. Delete a line to share it.\n/private/\n/.footbridge/\n";
const GIT_ATTRIBUTES: &str = "journal/*.jsonl merge=union\nprivate/journal/*.jsonl merge=union\n";

/// Held while the folder is written: the terminal and the server never write at once.
pub(crate) struct Lock(#[expect(dead_code, reason = "the lock ends when the file is closed")] Option<File>);

impl App {
    /// Makes the learner's folder, or sets a new profile in one that exists.
    pub fn init(&self, init: &Init) -> Result<(), Trouble> {
        let profile = Profile::from_view(&init.profile)?;
        self.refuse_foreign_folder()?;
        let lock = self.lock()?;
        self.write_missing(".gitignore", GIT_IGNORE)?;
        self.write_missing(".gitattributes", GIT_ATTRIBUTES)?;
        // First what is private, so that the journal never sees a name it does not yet know to be private.
        self.write_private_targets(&profile)?;
        self.world.disk.write_atomically(&path(PROFILE_FILE), profile.to_toml().as_bytes())?;
        drop(lock);
        self.with_learner(|_| ())?;
        self.write_plan()?;
        Ok(())
    }

    /// A folder with other people's files in it is not taken over.
    fn refuse_foreign_folder(&self) -> Result<(), Trouble> {
        let disk = &self.world.disk;
        let there = match disk.list(&DiskPath::root()) {
            Ok(entries) => entries,
            Err(error) if error.cause() == footbridge_journal::DiskCause::Missing => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let ours = |name: &str| matches!(name, PROFILE_FILE | "journal" | "private" | "work");
        let harmless = |name: &str| matches!(name, ".git" | ".gitignore" | ".gitattributes" | ".footbridge" | "README.md" | "LICENSE");
        if there.iter().any(|entry| ours(&entry.name)) || there.iter().all(|entry| harmless(&entry.name)) {
            return Ok(());
        }
        Err(Trouble::asked(format!("{} already holds files that are not Footbridge's, so it is left alone.", self.folder_name()))
            .help("Name an empty or a new folder."))
    }

    fn write_missing(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let path = path(name);
        if !self.world.disk.exists(&path)? {
            self.world.disk.write_atomically(&path, text.as_bytes())?;
        }
        Ok(())
    }

    fn write_private_targets(&self, profile: &Profile) -> Result<(), Trouble> {
        let kept = path(profile::COMPANIES_FILE);
        if !profile.companies.is_empty() || self.world.disk.exists(&kept)? {
            self.world.disk.create_folder_all(&path("private"))?;
            self.world.disk.write_atomically(&kept, profile.companies_toml().as_bytes())?;
        }
        Ok(())
    }

    /// Records an act in the public journal, or in the private one.
    pub(crate) fn record(&self, act: Act, private: bool) -> Result<(), Trouble> {
        let now = (self.world.clock)().timestamp();
        self.with_learner_mut(|learner| learner.record(act, private, now))?
    }

    /// Waits for the folder's lock. A folder in memory has none.
    pub(crate) fn lock(&self) -> Result<Lock, Trouble> {
        let Some(folder) = &self.world.folder else { return Ok(Lock(None)) };
        let refused = |error: std::io::Error| {
            Trouble::new(Fault::World, format!("{} cannot be written.", folder.display()))
                .help("Check its permissions and the space on its disk.")
                .because(error)
        };
        let file = lock_file(folder).map_err(refused)?;
        file.lock().map_err(refused)?;
        Ok(Lock(Some(file)))
    }

    /// The folder's lock, unless somebody holds it or it cannot be had.
    pub(crate) fn try_lock(&self) -> Option<Lock> {
        let Some(folder) = &self.world.folder else { return Some(Lock(None)) };
        let file = lock_file(folder).ok()?;
        file.try_lock().ok()?;
        Some(Lock(Some(file)))
    }

    /// The folder as a person reads it.
    pub fn folder_name(&self) -> String {
        self.world.folder.as_ref().map_or_else(|| "the folder in memory".to_owned(), |folder| folder.display().to_string())
    }
}

fn lock_file(folder: &std::path::Path) -> std::io::Result<File> {
    let caches = folder.join(".footbridge");
    std::fs::create_dir_all(&caches)?;
    File::options().create(true).truncate(false).write(true).open(caches.join("lock"))
}

/// A path of ours inside the folder.
pub(crate) fn path(text: &str) -> DiskPath {
    DiskPath::new(text).expect("paths made here are joined from ids and constants, which are safe names")
}
