//! The portfolio in memory: built anew when something that it shows has changed, and not for every file of it that a browser asks for.

use super::settings::Settings;
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_journal::Checked;
use footbridge_portfolio::{Page, ResultTable, Site, build};
use footbridge_verdict::{AnswerHash, ExerciseId};
use std::collections::BTreeMap;
use std::sync::{Arc, MutexGuard, PoisonError};

/// What was worked out for the site so far.
#[derive(Default)]
pub(crate) struct Kept {
    /// What queries returned: the same query on the same data returns the same rows.
    results: BTreeMap<(ExerciseId, String, AnswerHash), ResultTable>,
    /// The site that was built last, with its files.
    built: Option<(Site, Arc<Vec<Page>>)>,
}

impl App {
    /// The site and its files.
    pub(super) fn built(&self, settings: &Settings) -> Result<(Site, Arc<Vec<Page>>), Trouble> {
        let site = self.site(settings)?;
        let mut kept = self.kept_site();
        if let Some((of, pages)) = &kept.built
            && *of == site
        {
            return Ok((site, Arc::clone(pages)));
        }
        let pages = Arc::new(build(&site));
        kept.built = Some((site.clone(), Arc::clone(&pages)));
        Ok((site, pages))
    }

    /// What a query that passed returns, run once. What cannot be run now is tried again the next time.
    pub(super) fn result_once(&self, exercise: &Exercise, checked: &Checked, sql: &str) -> Option<ResultTable> {
        let key = (exercise.id.clone(), checked.check_version.clone(), checked.answer.clone());
        let known = self.kept_site().results.get(&key).cloned();
        known.or_else(|| {
            let table = self.result(exercise, sql)?;
            self.kept_site().results.insert(key, table.clone());
            Some(table)
        })
    }

    /// What is kept is never half, also after a panic: each of its parts is put in whole.
    fn kept_site(&self) -> MutexGuard<'_, Kept> {
        self.portfolio.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use crate::view::ProfileView;
    use crate::{App, Init, World};
    use footbridge_grade::DataFolder;
    use footbridge_journal::testing::FaultyDisk;
    use footbridge_journal::{DeviceId, Disk, DiskPath};
    use footbridge_query::EngineConfig;
    use std::path::PathBuf;
    use std::sync::Arc;

    #[test]
    fn the_site_is_built_once_for_all_its_files_and_anew_when_it_says_something_else() {
        let disk = Arc::new(FaultyDisk::new());
        let put =
            |name: &str, text: &str| disk.write_atomically(&DiskPath::new(name).expect("a path"), text.as_bytes()).expect("the disk works");
        let app = App::new(World {
            disk: Arc::clone(&disk) as Arc<dyn Disk>,
            folder: None,
            clock: Arc::new(|| jiff::civil::date(2027, 1, 4).at(12, 0, 0, 0).in_tz("UTC").expect("a day has a noon")),
            device: DeviceId::new("desk").expect("a device's name"),
            engine: EngineConfig { worker: PathBuf::from("no-worker-here"), pool: 1, memory_bytes: 1 << 30, recycle_after: 100 },
            data: DataFolder::new(PathBuf::from("no-data-here")),
            sample: false,
        })
        .expect("the shipped course is sound");
        let profile = ProfileView {
            name: String::new(),
            blocker: "technical-skill".to_owned(),
            blocker_note: String::new(),
            background: "consulting".to_owned(),
            background_note: String::new(),
            minutes: [60, 60, 60, 60, 60, 60, 0],
            start: "2027-01-04".to_owned(),
            region: "india".to_owned(),
            targets: vec!["Technical product manager, APIs".to_owned()],
            target_date: None,
            companies: Vec::new(),
            days_off: Vec::new(),
        };
        app.init(&Init { profile }).expect("a fresh folder can be made");
        let built = || app.built(&app.portfolio_settings().expect("settings")).expect("a site").1;
        let first = built();
        assert!(Arc::ptr_eq(&first, &built()), "nothing has changed");
        put("portfolio.toml", "headline = \"Builds APIs\"\n");
        let second = built();
        assert!(!Arc::ptr_eq(&first, &second) && *first != *second, "the headline is new");
        assert!(Arc::ptr_eq(&second, &built()));
    }
}
