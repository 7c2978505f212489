use crate::{Fault, Trouble};
use footbridge_grade::DataFolder;
use footbridge_journal::{DeviceId, Disk, RealDisk};
use footbridge_query::EngineConfig;
use jiff::Zoned;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where time comes from: now, in the learner's time zone.
pub type Clock = Arc<dyn Fn() -> Zoned + Send + Sync>;

/// Everything outside: the one seam through which clock, disk, chance and processes enter.
#[derive(Clone)]
pub struct World {
    /// The learner's folder.
    pub disk: Arc<dyn Disk>,
    /// Where it is, for people and for the lock; a folder in memory has none.
    pub folder: Option<PathBuf>,
    /// Now.
    pub clock: Clock,
    /// This device; its name lives outside the learner's folder.
    pub device: DeviceId,
    /// How the SQL worker is started.
    pub engine: EngineConfig,
    /// Where the data sets are.
    pub data: DataFolder,
    /// The learner is the sample.
    pub sample: bool,
}

/// Memory a worker may have, in bytes.
const WORKER_MEMORY: u64 = 1 << 30;

impl World {
    /// The machine's clock and disk on a folder.
    pub fn real(folder: &Path) -> Result<Self, Trouble> {
        Ok(Self {
            disk: Arc::new(RealDisk::new(folder)),
            folder: Some(folder.to_owned()),
            clock: Arc::new(Zoned::now),
            device: device()?,
            engine: engine(),
            data: DataFolder::new(data_folder()),
            sample: false,
        })
    }
}

/// The SQL engine of this machine.
pub(crate) fn engine() -> EngineConfig {
    EngineConfig { worker: worker(), pool: 2, memory_bytes: WORKER_MEMORY, recycle_after: 100 }
}

/// The learner's folder when none is named: `$FOOTBRIDGE_HOME`, else the current folder if it is one of ours, else `~/footbridge`.
pub fn default_folder() -> PathBuf {
    if let Some(named) = std::env::var_os("FOOTBRIDGE_HOME").filter(|named| !named.is_empty()) {
        return PathBuf::from(named);
    }
    let here = std::env::current_dir().unwrap_or_default();
    if here.join(crate::folder::PROFILE_FILE).is_file() {
        return here;
    }
    home().join("footbridge")
}

/// Where data sets are looked for, in order; the last one named when none exists.
pub fn data_folder() -> PathBuf {
    let mut places = Vec::new();
    if let Some(named) = std::env::var_os("FOOTBRIDGE_CONTENT").filter(|named| !named.is_empty()) {
        places.push(PathBuf::from(named).join("data"));
    }
    if let Some(folder) = beside_us() {
        places.push(folder.join("data"));
        places.push(folder.join("../share/footbridge/data"));
    }
    let found = places.iter().position(|place| place.is_dir());
    found.map(|at| places.swap_remove(at)).or_else(|| places.pop()).unwrap_or_else(|| PathBuf::from("data"))
}

/// The SQL worker: `$FOOTBRIDGE_QUERY`, else the one beside this program.
pub fn worker() -> PathBuf {
    if let Some(named) = std::env::var_os("FOOTBRIDGE_QUERY").filter(|named| !named.is_empty()) {
        return PathBuf::from(named);
    }
    let name = format!("footbridge-query{}", std::env::consts::EXE_SUFFIX);
    beside_us().map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name))
}

/// The name of this device, made once and kept in the system's configuration folder, so that a copied learner's folder does not carry it.
pub fn device() -> Result<DeviceId, Trouble> {
    let folder = configuration_folder();
    let file = folder.join("device");
    if let Ok(kept) = std::fs::read_to_string(&file)
        && let Ok(device) = DeviceId::new(kept.trim())
    {
        return Ok(device);
    }
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(|error| Trouble::new(Fault::World, "This system gives no random numbers.").because(error))?;
    let device = DeviceId::from_random(random);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, format!("{device}\n")));
    written.map_err(|error| {
        Trouble::new(Fault::World, format!("The name of this device could not be kept in {}.", file.display()))
            .help("Set XDG_CONFIG_HOME to a folder that can be written.")
            .because(error)
    })?;
    Ok(device)
}

/// Ours in the system's configuration folder.
pub(crate) fn configuration_folder() -> PathBuf {
    let named = std::env::var_os("XDG_CONFIG_HOME").filter(|named| !named.is_empty());
    named.map_or_else(|| home().join(".config"), PathBuf::from).join("footbridge")
}

fn home() -> PathBuf {
    std::env::home_dir().unwrap_or_default()
}

fn beside_us() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.canonicalize().unwrap_or(program).parent().map(Path::to_owned)
}
