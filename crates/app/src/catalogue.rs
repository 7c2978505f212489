use crate::course::opens;
use crate::learner::Learner;
use crate::planning::{order_in_path, passes_as, state_of};
use crate::view::{CatalogueItemView, CatalogueView, TrackView};
use crate::{App, Trouble};
use footbridge_content::Exercise;

impl App {
    /// All lessons and exercises, by track.
    pub fn catalogue(&self) -> Result<CatalogueView, Trouble> {
        self.with_learner(|learner| {
            let order = order_in_path(&self.course.pack);
            let track = |track: &footbridge_content::Track| {
                let mut own: Vec<&Exercise> =
                    self.course.pack.exercises.iter().filter(|exercise| exercise.track == *track.id.as_ref()).collect();
                own.sort_by_key(|exercise| order.get(exercise.id.as_str()).copied().unwrap_or(usize::MAX));
                TrackView {
                    id: track.id.as_ref().to_string(),
                    title: track.title.clone(),
                    summary: track.summary.clone(),
                    goals: track.goals.clone(),
                    items: own.into_iter().map(|exercise| self.line(exercise, learner)).collect(),
                }
            };
            let tracks: Vec<TrackView> = self.course.pack.tracks.iter().map(track).collect();
            let items = || tracks.iter().flat_map(|track| &track.items);
            let done = items().filter(|item| item.state.is_done()).count();
            let answer = format!("{done} of {} lessons and exercises done", items().count());
            CatalogueView { answer, tracks }
        })
    }

    fn line(&self, exercise: &Exercise, learner: &Learner) -> CatalogueItemView {
        let title = |id: &footbridge_verdict::ExerciseId| self.course.pack.exercise(id.as_str()).map(|exercise| exercise.title.clone());
        CatalogueItemView {
            id: exercise.id.to_string(),
            title: exercise.title.clone(),
            kind: exercise.kind.word().to_owned(),
            minutes: u32::from(exercise.minutes),
            skills: self.course.skill_titles(&exercise.skills),
            state: state_of(exercise, &learner.state, self.today()),
            passes_as: passes_as(exercise),
            waits_for: exercise.requires.iter().filter(|id| !learner.has_passed(id)).filter_map(title).collect(),
            opens: opens(exercise),
        }
    }
}
