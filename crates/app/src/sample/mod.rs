//! The sample learner: six weeks lived in a temporary folder, so that every screen can be seen with life in it.

mod answers;
mod people;
mod practice;
mod resume;
mod story;

use crate::{App, Clock, Fault, Trouble, World};
use footbridge_journal::{DeviceId, RealDisk};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use story::Story;

impl App {
    /// A second app on a sample learner six weeks in, in a temporary folder: real answers, really checked, at past dates.
    pub fn sample(&self) -> Result<Self, Trouble> {
        let temporary = TemporaryFolder::make()?;
        let folder = temporary.0.clone();
        let now = (self.world.clock)();
        let hand = Arc::new(Mutex::new(now.clone()));
        let seen = Arc::clone(&hand);
        let past: Clock = Arc::new(move || seen.lock().unwrap_or_else(PoisonError::into_inner).clone());
        let device = DeviceId::new("sample").map_err(|error| Trouble::new(Fault::Ours, "The sample has no name.").because(error))?;
        let world =
            World { disk: Arc::new(RealDisk::new(&folder)), folder: Some(folder), clock: past, device, sample: true, ..self.world.clone() };
        let writer = self.beside(world.clone());
        Story { app: &writer, hand: &hand, now: &now }.live()?;
        Ok(Self { _temporary: Some(temporary), ..self.beside(World { clock: Arc::clone(&self.world.clock), ..world }) })
    }
}

/// A sample app of its own, for `footbridge demo`.
pub fn open_sample() -> Result<App, Trouble> {
    let nowhere = World::real(&std::env::temp_dir())?;
    App::new(nowhere)?.sample()
}

/// A folder that goes when it is no longer looked at.
pub(crate) struct TemporaryFolder(PathBuf);

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // Whatever cannot be removed is left to the system, which empties its temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl TemporaryFolder {
    fn make() -> Result<Self, Trouble> {
        let mut random = [0; 6];
        let refused = |error: std::io::Error| {
            Trouble::new(Fault::World, "The sample has no place to live: no temporary folder can be made.").because(error)
        };
        getrandom::fill(&mut random).map_err(|error| refused(std::io::Error::other(error)))?;
        let name: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = std::env::temp_dir().join(format!("footbridge-sample-{name}"));
        std::fs::create_dir(&folder).map_err(refused)?;
        Ok(Self(folder))
    }
}
