//! The use cases of Footbridge in the user's words.
//!
//! [`App`] is the facade that the terminal, the web server and everything else at the rim talk to. It owns what engines may not know: the
//! clock, chance, paths and locks, which all enter through [`World`]. It knows neither clap nor axum.

mod analytics;
mod asking;
mod backup;
mod bank;
mod before_interview;
mod catalogue;
mod cited;
mod course;
mod decision_reasons;
mod decision_record;
mod decision_scored;
mod decision_sides;
mod decisions;
mod doctor;
mod error;
mod evaluation;
mod evidence;
mod explain;
mod files;
mod folder;
mod guide;
mod guide_companies;
mod jobs;
mod kept_decisions;
mod learner;
mod look;
mod markdown;
mod masking;
mod mock;
mod model_settings;
mod named_contacts;
mod own_writing;
mod packs;
mod path;
mod people;
mod piece;
mod plan_file;
mod planning;
mod portfolio;
mod post;
mod private;
mod profile;
mod prompts;
mod publications;
mod publishing;
mod readers;
mod recall;
mod reckoning;
mod records;
mod replies;
mod resume;
mod retests;
mod roadmaps;
mod rubric;
mod sample;
mod slug;
mod state;
mod ten_questions;
mod today;
mod told;
mod variants;
mod verify;
mod view_sql;
mod wanted;
mod words;
mod work;
mod world;

pub mod view;

pub use analytics::{ChartBody, Cohort, EventFiles, Funnel, Names, Period, Question, RequestColumns, Retention, Returning, Wanted, Whole};
pub use asking::{ModelQuestion, Turn};
pub use backup::{LARGEST_BACKUP, Passphrase};
pub use bank::BankWish;
pub use decisions::{
    DecisionProfile, decide, decide_today, decision_from_export, decision_from_table, decision_starter, export_decision, rehearse_decision,
};
pub use doctor::{DoctorLine, DoctorMark, DoctorView};
pub use error::{Fault, Trouble};
pub use files::OwnFiles;
pub use folder::Init;
pub use footbridge_grade::{Depth, Further, Measured, MutationScore};
pub use jobs::{LARGEST_SENT, SentFile};
pub use mock::{HOW_A_NUMBER_IS_TYPED, LARGEST_MOCK_REVIEW, as_mark, last_mark, reads_as_number, unfit_quote};
pub use model_settings::{ModelKey, ModelSettings};
pub use own_writing::{artifacts, check_writing, export_writing, template};
pub use packs::{
    HardenReport, HardenedExercise, Hardening, PackReport, check_pack, harden_pack, measure_pack, new_exercise, preview_exercise,
};
pub use people::{LARGEST_CONTACTS, PEOPLE_CALENDAR, compare_contacts, read_contacts};
pub use piece::PieceName;
pub use recall::{LARGEST_CARDS, grade_words, reads_as_letters};
pub use resume::{ResumeFile, ResumeOf, ResumeSheet};
pub use roadmaps::{
    RoadmapForm, Tool, ToolProfile, check_roadmap, download_roadmap, export_roadmap, look_at_roadmap, rehearse_roadmap, roadmap_from_csv,
};
pub use rubric::LARGEST_REVIEW;
pub use sample::open_sample;
pub use state::StateView;
pub use told::{is_private, private_words_apart};
pub use world::{Clock, World, data_folder, default_folder, device, worker};

use course::Course;
use footbridge_grade::Grader;
use footbridge_query::Engine;
use learner::Learner;
use std::sync::{Arc, Mutex};

/// Everything a person can do.
pub struct App {
    world: World,
    course: Arc<Course>,
    grader: Arc<Grader>,
    learner: Mutex<Option<Learner>>,
    /// The portfolio as it was last built in memory.
    portfolio: Mutex<portfolio::Kept>,
    /// Removed when the app of a sample learner ends.
    _temporary: Option<sample::TemporaryFolder>,
}

impl App {
    /// An app on a learner's folder, which need not exist yet. Nothing is read and no engine is started.
    pub fn new(world: World) -> Result<Self, Trouble> {
        let course = Course::shared()?;
        let grader = Arc::new(Grader::new(Engine::new(world.engine.clone()), world.data.clone()));
        Ok(Self { world, course, grader, learner: Mutex::new(None), portfolio: Mutex::default(), _temporary: None })
    }

    /// A second app on another folder that shares what is expensive: the course and the warm engine.
    fn beside(&self, world: World) -> Self {
        Self {
            world,
            course: Arc::clone(&self.course),
            grader: Arc::clone(&self.grader),
            learner: Mutex::new(None),
            portfolio: Mutex::default(),
            _temporary: None,
        }
    }

    /// Version of Footbridge.
    pub fn version() -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}
