//! A learner's desk: a folder in memory, a clock that stands still, and an app on both.

use footbridge_app::view::{AnswerBody, ProfileView, VerdictView};
use footbridge_app::{App, Init, Trouble, World};
use footbridge_grade::DataFolder;
use footbridge_journal::testing::FaultyDisk;
use footbridge_journal::{DeviceId, Disk, DiskPath, RealDisk};
use footbridge_query::EngineConfig;
use jiff::civil::{Date, date};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

pub(crate) struct Desk {
    pub(crate) disk: Arc<FaultyDisk>,
    pub(crate) app: App,
    day: Arc<Mutex<Date>>,
}

pub(crate) const START: Date = date(2027, 1, 4);

impl Desk {
    pub(crate) fn new() -> Self {
        Self::on(Arc::new(FaultyDisk::new()), "desk", START)
    }

    pub(crate) fn on(disk: Arc<FaultyDisk>, device: &str, day: Date) -> Self {
        let day = Arc::new(Mutex::new(day));
        let world = world(Arc::clone(&disk) as Arc<dyn Disk>, device, Arc::clone(&day));
        Self { disk, app: App::new(world).expect("the shipped course is sound"), day }
    }

    /// An app on a folder of this machine, for what a disk in memory does not have.
    pub(crate) fn app_in(folder: &std::path::Path) -> App {
        let world = world(Arc::new(RealDisk::new(folder)), "desk", Arc::new(Mutex::new(START)));
        App::new(World { folder: Some(folder.to_owned()), ..world }).expect("the shipped course is sound")
    }

    /// The same with the real SQL worker, on the data of the repository.
    pub(crate) fn with_worker() -> Self {
        let named = std::env::var_os("FOOTBRIDGE_QUERY").map(PathBuf::from);
        // Beside target/debug/deps, where this test lies.
        let built = || std::env::current_exe().ok().and_then(|test| Some(test.parent()?.parent()?.join("footbridge-query")));
        let worker = named.or_else(built).filter(|worker| worker.exists());
        let worker = worker.expect("`cargo build -p footbridge-query-worker` makes the worker, or FOOTBRIDGE_QUERY names it");
        let disk = Arc::new(FaultyDisk::new());
        let day = Arc::new(Mutex::new(START));
        let bare = world(Arc::clone(&disk) as Arc<dyn Disk>, "desk", Arc::clone(&day));
        let data = DataFolder::new(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/data")));
        let world = World { engine: EngineConfig { worker, ..bare.engine.clone() }, data, ..bare };
        let desk = Self { disk, app: App::new(world).expect("the shipped course is sound"), day };
        desk.app.init(&Init { profile: profile() }).expect("a fresh folder can be made");
        desk
    }

    /// A desk whose learner has answered the first questions.
    pub(crate) fn begun() -> Self {
        let desk = Self::new();
        desk.app.init(&Init { profile: profile() }).expect("a fresh folder can be made");
        desk
    }

    pub(crate) fn turn_to(&self, day: Date) {
        *self.day.lock().expect("no test panics while it holds the hand") = day;
    }

    pub(crate) fn text(&self, path: &str) -> Option<String> {
        let bytes = self.disk.read(&DiskPath::new(path).expect("a path")).ok()?;
        Some(String::from_utf8(bytes).expect("our files are text"))
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = DiskPath::new(path).expect("a path");
        let folder = path.parent().unwrap_or_else(DiskPath::root);
        self.disk.create_folder_all(&folder).and_then(|()| self.disk.write_atomically(&path, text.as_bytes())).expect("the disk works");
    }

    /// Every file of the learner's folder as text.
    pub(crate) fn all_texts(&self) -> Vec<(String, String)> {
        let files = self.disk.files().into_iter();
        files.map(|(path, bytes)| (path.to_string(), String::from_utf8_lossy(&bytes).into_owned())).collect()
    }

    /// Hands in an answer over whatever is there.
    pub(crate) fn hand_in(&self, id: &str, text: &str) -> Result<VerdictView, Trouble> {
        let base_hash = self.app.work(id)?.hash;
        self.app.check_answer(id, &AnswerBody { text: text.to_owned(), base_hash, variant: 0 })
    }
}

fn world(disk: Arc<dyn Disk>, device: &str, day: Arc<Mutex<Date>>) -> World {
    let noon = move || day.lock().expect("no test panics while it holds the hand").at(12, 0, 0, 0).in_tz("UTC").expect("a day has a noon");
    World {
        disk,
        folder: None,
        clock: Arc::new(noon),
        device: DeviceId::new(device).expect("a device's name"),
        engine: EngineConfig { worker: PathBuf::from("no-worker-here"), pool: 1, memory_bytes: 1 << 30, recycle_after: 100 },
        data: DataFolder::new(PathBuf::from("no-data-here")),
        sample: false,
    }
}

pub(crate) fn profile() -> ProfileView {
    ProfileView {
        name: String::new(),
        blocker: "technical-skill".to_owned(),
        blocker_note: String::new(),
        background: "consulting".to_owned(),
        background_note: String::new(),
        minutes: [60, 60, 60, 60, 60, 60, 0],
        start: START.to_string(),
        region: "india".to_owned(),
        targets: vec!["Technical product manager, APIs".to_owned()],
        target_date: None,
        companies: Vec::new(),
        days_off: Vec::new(),
    }
}
