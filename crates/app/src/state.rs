use crate::planning::state_of;
use crate::view::{ExerciseState, MilestoneView, ProfileView};
use crate::{App, Trouble};
use serde::Serialize;

/// What the journal adds up to: `footbridge state`.
#[derive(Debug, Clone, Serialize)]
pub struct StateView {
    /// The folder.
    pub folder: String,
    /// Who the learner is.
    pub profile: ProfileView,
    /// Events counted.
    pub events: usize,
    /// Time of the last event.
    pub last_at: Option<String>,
    /// Exercises touched.
    pub exercises: Vec<StateLine>,
    /// Milestones.
    pub milestones: Vec<MilestoneView>,
    /// What was found in the folder.
    pub findings: Vec<String>,
}

/// One exercise that was touched.
#[derive(Debug, Clone, Serialize)]
pub struct StateLine {
    /// Id.
    pub exercise: String,
    /// Where it stands; nothing when it is no longer in the course.
    pub state: Option<ExerciseState>,
    /// Checks that count.
    pub attempts: usize,
    /// Passes.
    pub passes: usize,
    /// Hints opened.
    pub hints: u8,
    /// Solution opened.
    pub solution: bool,
}

impl App {
    /// What the journal adds up to.
    pub fn state(&self) -> Result<StateView, Trouble> {
        let path = self.path()?;
        self.with_learner(|learner| {
            let line = |(id, work): (&footbridge_verdict::ExerciseId, &footbridge_journal::Work)| StateLine {
                exercise: id.to_string(),
                state: self.course.pack.exercise(id.as_str()).map(|exercise| state_of(exercise, &learner.state, self.today())),
                attempts: work.counted_attempts().count(),
                passes: work.passes().count(),
                hints: work.help.hints,
                solution: work.help.solution,
            };
            StateView {
                folder: self.folder_name(),
                profile: learner.profile.to_view(),
                events: learner.state.events_counted(),
                last_at: learner.state.last_at.map(|at| at.to_string()),
                exercises: learner.state.exercises.iter().map(line).collect(),
                milestones: path.steps.into_iter().map(|step| step.milestone).collect(),
                findings: learner.findings.iter().map(|finding| finding.message.clone()).collect(),
            }
        })
    }

    /// Who the learner is.
    pub fn profile(&self) -> Result<ProfileView, Trouble> {
        self.with_learner(|learner| learner.profile.to_view())
    }
}
