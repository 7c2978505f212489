use crate::profile::{self, Profile};
use crate::{App, Fault, Trouble};
use footbridge_journal::{Act, DiskPath};
use std::fs::{File, TryLockError};

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
    /// Whether [`App::init`] would take these answers and this folder. Nothing is written.
    pub fn check_init(&self, init: &Init) -> Result<(), Trouble> {
        Profile::from_view(&init.profile)?;
        self.refuse_foreign_folder()?;
        self.readable_companies().map(drop)
    }

    /// Makes the learner's folder, or sets a new profile in one that exists.
    pub fn init(&self, init: &Init) -> Result<(), Trouble> {
        let profile = Profile::from_view(&init.profile)?;
        self.refuse_foreign_folder()?;
        let lock = self.lock()?;
        self.add_lines(".gitignore", GIT_IGNORE)?;
        self.add_lines(".gitattributes", GIT_ATTRIBUTES)?;
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
        // Many a home folder has a `work` or a `private`: such names are ours only where something says that we were here before.
        let been_here = there.iter().any(|entry| entry.name == ".footbridge")
            || self.text(".gitattributes")?.is_some_and(|text| text.contains(GIT_ATTRIBUTES));
        let anybodys = |name: &str| matches!(name, ".git" | ".gitignore" | ".gitattributes" | "README.md" | "LICENSE" | "resume.json");
        let ours = |name: &str| matches!(name, "journal" | "private" | "work" | "writing" | "site" | ".footbridge" | "plan.md");
        let fits = |name: &str| anybodys(name) || been_here && ours(name);
        if there.iter().any(|entry| entry.name == PROFILE_FILE) || there.iter().all(|entry| fits(&entry.name)) {
            return Ok(());
        }
        Err(Trouble::asked(format!("{} already holds files that are not Footbridge's, so it is left alone.", self.folder_name()))
            .help("Name an empty or a new folder."))
    }

    /// Adds our lines to a file of git's. Once the folder is made, what the learner takes out again stays out.
    fn add_lines(&self, name: &str, lines: &str) -> Result<(), Trouble> {
        let there = self.text(name)?;
        if there.is_some() && self.onboarded()? || there.as_deref().is_some_and(|text| text.contains(lines)) {
            return Ok(());
        }
        let before = there.map_or_else(String::new, |text| if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" });
        Ok(self.world.disk.write_atomically(&path(name), format!("{before}{lines}").as_bytes())?)
    }

    fn write_private_targets(&self, profile: &Profile) -> Result<(), Trouble> {
        let there = self.readable_companies()?;
        if !profile.companies.is_empty() || there.is_some() {
            self.world.disk.create_folder_all(&path("private"))?;
            self.world.disk.write_atomically(&path(profile::COMPANIES_FILE), profile.companies_toml().as_bytes())?;
        }
        Ok(())
    }

    /// The text of the file of companies, when it can be read as one: what cannot is not written over.
    fn readable_companies(&self) -> Result<Option<String>, Trouble> {
        let there = self.text(profile::COMPANIES_FILE)?;
        if let Some(Err(finding)) = there.as_deref().map(Profile::read_companies) {
            let trouble = Trouble::asked(format!("`{}` cannot be read, so it is not written over.", profile::COMPANIES_FILE));
            return Err(trouble.help("Mend it, or take it away, then do it again.").findings(vec![finding]));
        }
        Ok(there)
    }

    /// Records an act in the public journal, or in the private one.
    pub(crate) fn record(&self, act: Act, private: bool) -> Result<(), Trouble> {
        let now = (self.world.clock)().timestamp();
        self.with_learner_mut(|learner| learner.record(act, private, now))?
    }

    /// Waits for the folder's lock. A folder in memory has none.
    pub(crate) fn lock(&self) -> Result<Lock, Trouble> {
        let Some(folder) = &self.world.folder else { return Ok(Lock(None)) };
        let file = lock_file(folder).map_err(|error| no_lock(folder, error))?;
        file.lock().map_err(|error| no_lock(folder, error))?;
        Ok(Lock(Some(file)))
    }

    /// The folder's lock, unless somebody holds it.
    pub(crate) fn try_lock(&self) -> Result<Option<Lock>, Trouble> {
        let Some(folder) = &self.world.folder else { return Ok(Some(Lock(None))) };
        let file = lock_file(folder).map_err(|error| no_lock(folder, error))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock(Some(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(no_lock(folder, error)),
        }
    }

    /// The folder as a person reads it.
    pub fn folder_name(&self) -> String {
        self.world.folder.as_ref().map_or_else(|| "the folder in memory".to_owned(), |folder| folder.display().to_string())
    }
}

fn no_lock(folder: &std::path::Path, error: std::io::Error) -> Trouble {
    Trouble::new(Fault::World, format!("{} cannot be written.", folder.display()))
        .help("Check its permissions and the space on its disk.")
        .because(error)
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
